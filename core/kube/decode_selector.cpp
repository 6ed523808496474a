#include "kube/decode.h"
#include "kube/names.h"

namespace drawbridge::kube {

namespace {

std::optional<Operator> operatorNamed(std::string_view name)
{
    for (Operator op : kOperators)
        if (name == nameOf(op))
            return op;
    return std::nullopt;
}

/// A key that YAML 1.1 takes for a boolean becomes `true` or `false`.
void warnOfKey(Reader &reader, const Mapping &map, const Mapping::Entry &entry)
{
    const yaml::NodeId node = reader.tree().resolved(entry.keyNode);
    if (entry.key.size() > 1 && node != yaml::kNoNode && reader.tree()[node].value == entry.key)
        return; // as nearly all
    const Field key = reader.field(entry.keyNode, map.field.path);
    Scalar scalar = reader.scalar(key);
    const std::string written(reader.tree()[key.node].value);
    const bool changes = scalar.type == ScalarType::Boolean && written != entry.key;
    if (changes || scalar.isShortBoolean)
        reader.report(Severity::Warning, Code::Yaml11Boolean, reader.range(key),
                      {key.path, written});
    else if (scalar.type != ScalarType::String && written != entry.key) {
        scalar.text = entry.key;
        reader.warnOfNumber(key, scalar);
    }
}

bool checkKey(Reader &reader, const Field &field, std::string_view key)
{
    const auto faults = labelKeyFaults(key);
    if (!faults.empty())
        reader.invalid(field, quoted(key), faults);
    return faults.empty();
}

bool checkKey(Reader &reader, const Mapping &map, const Mapping::Entry &entry)
{
    return labelKeyFaults(entry.key).empty() ||
           checkKey(reader, reader.field(entry.keyNode, map.field.path), entry.key);
}

bool checkValue(Reader &reader, const Field &field, const std::string &value)
{
    const auto faults = labelValueFaults(value);
    if (!faults.empty())
        reader.invalid(field, quoted(value), faults);
    return faults.empty();
}

/// How many values an operator takes: apimachinery, ValidateLabelSelectorRequirement.
bool checkValueCount(Reader &reader, Operator op, const Field &field, std::size_t count)
{
    const bool takesValues = op == Operator::In || op == Operator::NotIn;
    if (takesValues && count == 0) {
        reader.required(field, "must be specified when `operator` is 'In' or 'NotIn'");
        return false;
    }
    if (!takesValues && count > 0) {
        reader.forbidden(field, "may not be specified when `operator` is 'Exists' or "
                                "'DoesNotExist'");
        return false;
    }
    return true;
}

bool readValues(Reader &reader, const Items &items, std::vector<std::string> &values)
{
    bool isRight = !items.isBroken;
    for (const Field &item : items.fields) {
        const auto text = reader.text(item);
        values.push_back(text.value.value_or(""));
        isRight = !text.isBroken && checkValue(reader, item, values.back()) && isRight;
    }
    return isRight;
}

std::optional<Requirement> decodeRequirement(Reader &reader, const Field &field)
{
    const Mapping mapping = reader.mapping(field, {"key", "operator", "values"});
    if (mapping.isBroken)
        return std::nullopt;
    Requirement requirement;
    requirement.origin = field.origin();

    const Field opField = mapping.member("operator");
    const auto opText = reader.text(opField);
    const auto op = operatorNamed(opText.value.value_or(""));
    const Field valuesField = mapping.member("values");
    const Items values = reader.items(valuesField);
    bool isRight = op.has_value();
    if (op)
        isRight =
            values.isBroken || checkValueCount(reader, *op, valuesField, values.fields.size());
    else if (!opText.isBroken)
        reader.invalid(opField, quoted(opText.value.value_or("")), kNoOperator);

    const Field keyField = mapping.member("key");
    const auto key = reader.text(keyField);
    requirement.key = key.value.value_or("");
    isRight = !key.isBroken && checkKey(reader, keyField, requirement.key) && isRight;
    isRight = readValues(reader, values, requirement.values) && isRight;
    if (!isRight)
        return std::nullopt;
    requirement.op = *op;
    return requirement;
}

} // namespace

ReadLabels decodeLabels(Reader &reader, const Field &field)
{
    const Mapping map = reader.mapping(field);
    ReadLabels result;
    bool isRight = !map.isBroken;
    for (const Mapping::Entry &entry : map.entries) {
        warnOfKey(reader, map, entry);
        isRight = checkKey(reader, map, entry) && isRight;
        const Field valueField = map.value(entry);
        auto text = reader.text(valueField);
        isRight = !text.isBroken && isRight;
        if (text.isBroken)
            continue;
        std::string value = std::move(text.value).value_or(""); // Go decodes null into "" here
        isRight = checkValue(reader, valueField, value) && isRight;
        result.labels.insert_or_assign(std::string(entry.key), std::move(value));
    }
    result.isRefused = !isRight;
    return result;
}

std::optional<LabelSelector> decodeSelector(Reader &reader, const Field &field)
{
    LabelSelector selector;
    selector.origin = field.origin();
    const Mapping mapping = reader.mapping(field, {"matchLabels", "matchExpressions"});
    if (mapping.isBroken)
        return std::nullopt;
    ReadLabels labels = decodeLabels(reader, mapping.member("matchLabels"));
    const Items items = reader.items(mapping.member("matchExpressions"));
    bool isRight = !labels.isRefused && !items.isBroken;
    for (const Field &item : items.fields) {
        auto requirement = decodeRequirement(reader, item);
        isRight = requirement.has_value() && isRight;
        if (requirement)
            selector.expressions.push_back(std::move(*requirement));
    }
    if (!isRight)
        return std::nullopt;
    selector.matchLabels = std::move(labels.labels);
    return selector;
}

} // namespace drawbridge::kube
