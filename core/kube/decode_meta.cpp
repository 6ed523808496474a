#include "kube/decode.h"
#include "kube/names.h"

namespace drawbridge::kube {

namespace {

constexpr std::size_t kAnnotationsLimit = 256 * 1024;

/// The text of a scalar even if it is no string: a name that the server refuses is still shown.
std::string writtenText(Reader &reader, const Field &field)
{
    const auto text = reader.text(field);
    if (text.value)
        return *text.value;
    if (!reader.isScalar(field) || field.isAbsent())
        return {};
    return std::string(reader.tree()[field.node].value);
}

/// apimachinery pkg/api/validation/objectmeta.go, ValidateObjectMetaAccessor.
void checkName(Reader &reader, const Mapping &metadata, const std::string &name, NameRule rule)
{
    const Field field = metadata.member("name");
    if (name.empty()) {
        const auto prefix = reader.text(metadata.member("generateName"));
        if (prefix.value.value_or("").empty() && !prefix.isBroken)
            reader.required(field, "name or generateName is required");
        return;
    }
    const auto faults = rule == NameRule::Label ? dnsLabelFaults(name) : subdomainFaults(name);
    if (!faults.empty())
        reader.invalid(field, quoted(name), faults);
}

void checkNamespace(Reader &reader, const Field &field, const std::string &name)
{
    const auto faults = dnsLabelFaults(name);
    if (!faults.empty())
        reader.invalid(field, quoted(name), faults);
}

/// apimachinery pkg/api/validation/objectmeta.go, ValidateAnnotations: names are checked in lower
/// case.
void checkAnnotations(Reader &reader, const Field &field)
{
    const Mapping map = reader.mapping(field);
    std::size_t size = 0;
    for (const Mapping::Entry &entry : map.entries) {
        std::string lower(entry.key);
        for (char &c : lower)
            c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
        if (const auto faults = labelKeyFaults(lower); !faults.empty())
            reader.invalid(reader.field(entry.keyNode, field.path), quoted(entry.key), faults);
        const auto text = reader.text(map.value(entry));
        size += entry.key.size() + text.value.value_or("").size();
    }
    if (size > kAnnotationsLimit)
        reader.report(reader.severity(), Code::TooMany, reader.range(field),
                      {field.path, std::to_string(size),
                       "may not be more than " + std::to_string(kAnnotationsLimit) + " bytes"});
}

Mapping metadataOf(Reader &reader, const Field &field, bool isStrict)
{
    if (!isStrict)
        return reader.mapping(field);
    return reader.mapping(field, {"name", "generateName", "namespace", "selfLink", "uid",
                                  "resourceVersion", "generation", "creationTimestamp",
                                  "deletionTimestamp", "deletionGracePeriodSeconds", "labels",
                                  "annotations", "ownerReferences", "finalizers", "managedFields"});
}

} // namespace

ObjectMeta decodeMeta(Reader &reader, const Mapping &object, const MetaRules &rules)
{
    ObjectMeta meta;
    meta.nameOrigin = {object.field.place};
    const Mapping metadata = metadataOf(reader, object.member("metadata"), rules.isStrict);
    if (metadata.isBroken)
        return meta;
    const Field name = metadata.member("name");
    meta.name = writtenText(reader, name);
    if (meta.name.empty())
        meta.generateName = writtenText(reader, metadata.member("generateName"));
    if (!name.isAbsent())
        meta.nameOrigin = name.origin();
    if (name.isAbsent() || reader.isScalar(name))
        checkName(reader, metadata, meta.name, rules.name);
    const Field nameSpace = metadata.member("namespace");
    if (rules.isNamespaced) {
        meta.nameSpace = writtenText(reader, nameSpace);
        meta.namespaceOrigin = meta.nameSpace.empty() ? Origin{} : nameSpace.origin();
        if (!meta.nameSpace.empty())
            checkNamespace(reader, nameSpace, meta.nameSpace);
    }
    meta.labels = decodeLabels(reader, metadata.member("labels")).labels;
    if (rules.isStrict)
        checkAnnotations(reader, metadata.member("annotations"));
    return meta;
}

} // namespace drawbridge::kube
