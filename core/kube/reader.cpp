#include "kube/reader.h"

#include "kube/entries.h"

#include <algorithm>
#include <limits>

namespace drawbridge::kube {

namespace {

std::string memberPath(const std::string &parent, std::string_view key)
{
    std::string path;
    path.reserve(parent.size() + 1 + key.size());
    path += parent;
    if (!path.empty())
        path += '.';
    return path.append(key);
}

/// A key given twice may mean either value: in a policy neither counts, elsewhere the last, as
/// kubectl does without strict validation.
Field ofEntry(const Reader &reader, const Mapping::Entry &entry, std::string path)
{
    Field field = reader.field(entry.place, std::move(path));
    if (entry.isTwice && reader.severity() == Severity::Error)
        field.state = Field::State::Unreadable;
    return field;
}

} // namespace

Field Mapping::member(std::string_view key) const
{
    const auto entry = std::find_if(entries.begin(), entries.end(),
                                    [key](const Entry &e) { return e.key == key; });
    if (entry == entries.end())
        return {Field::State::Missing, yaml::kNoNode, field.place, memberPath(field.path, key)};
    return ofEntry(*reader, *entry, memberPath(field.path, key));
}

Field Mapping::value(const Entry &entry) const
{
    return ofEntry(*reader, entry, field.path);
}

Reader::Reader(const yaml::Piece &piece, Severity severity) : m_piece(piece), m_severity(severity)
{
}

Field Reader::field(yaml::NodeId place, std::string path) const
{
    Field field{Field::State::Present, tree().resolved(place), place, std::move(path)};
    if (field.node == yaml::kNoNode)
        field.state = Field::State::Unreadable;
    else if (isNull(tree()[field.node], format()))
        field.state = Field::State::Null;
    return field;
}

bool Reader::isScalar(const Field &field) const
{
    if (field.node == yaml::kNoNode)
        return false;
    const yaml::Kind kind = tree()[field.node].kind;
    return kind == yaml::Kind::Scalar || kind == yaml::Kind::Null;
}

Scalar Reader::scalar(const Field &field) const
{
    return isScalar(field) ? typed(tree()[field.node], format()) : Scalar{};
}

void Reader::markUnreadable()
{
    m_hasErrors = m_hasErrors || m_severity == Severity::Error;
    m_hasWrongTypes = true;
}

Mapping Reader::mapping(Field given)
{
    Mapping result{this, std::move(given), {}, false};
    const Field &field = result.field;
    if (field.isAbsent())
        return result;
    result.isBroken = true;
    if (field.state == Field::State::Unreadable) {
        markUnreadable();
        return result;
    }
    if (tree()[field.node].kind != yaml::Kind::Mapping) {
        wrongType(field, "object");
        return result;
    }
    yaml::NodeId fault = yaml::kNoNode;
    auto entries = entriesOf(tree(), format(), field.node, fault, m_madeKeys);
    if (!entries) {
        wrongType(this->field(fault, field.path), "object");
        return result;
    }
    result.entries = std::move(*entries);
    result.isBroken = false;
    return result;
}

Mapping Reader::mapping(Field field, std::initializer_list<std::string_view> known)
{
    Mapping result = mapping(std::move(field));
    for (const Mapping::Entry &entry : result.entries) {
        if (std::find(known.begin(), known.end(), entry.key) == known.end())
            report(Severity::Warning, Code::UnknownField, range(entry.keyNode),
                   {memberPath(result.field.path, entry.key)});
    }
    return result;
}

Items Reader::items(const Field &field)
{
    Items items;
    if (field.isAbsent())
        return items;
    if (field.state == Field::State::Unreadable) {
        markUnreadable();
        items.isBroken = true;
        return items;
    }
    if (tree()[field.node].kind != yaml::Kind::Sequence) {
        wrongType(field, "array");
        items.isBroken = true;
        return items;
    }
    const auto children = tree()[field.node].children;
    items.fields.reserve(children.size());
    for (std::size_t i = 0; i < children.size(); ++i) {
        std::string path = field.path + '[' + std::to_string(i) + ']';
        items.fields.push_back(this->field(children[i], std::move(path)));
    }
    return items;
}

Read<std::string> Reader::text(const Field &field)
{
    if (field.isAbsent())
        return {};
    if (field.state == Field::State::Unreadable) {
        markUnreadable();
        return {{}, true};
    }
    const yaml::Node node = tree()[field.node];
    if (isPlainText(node))
        return {std::string(node.value), false};
    Scalar value = scalar(field);
    const bool isText = isScalar(field) && value.type == ScalarType::String;
    if (!isText)
        wrongType(field, "string");
    const bool isBoolean = value.type == ScalarType::Boolean || value.isShortBoolean;
    if (isBoolean && format() == yaml::Format::Yaml)
        report(Severity::Warning, Code::Yaml11Boolean, range(field),
               {field.path, std::string(node.value)});
    if (!isText)
        return {{}, true};
    return {std::move(value.text), false};
}

Read<long long> Reader::integer(const Field &field)
{
    if (field.isAbsent())
        return {};
    if (field.state == Field::State::Unreadable) {
        markUnreadable();
        return {{}, true};
    }
    using Limits = std::numeric_limits<std::int32_t>;
    const Scalar value = scalar(field);
    if (!value.integer || *value.integer < Limits::min() || *value.integer > Limits::max()) {
        wrongType(field, "integer");
        return {{}, true};
    }
    if (!value.isPlainDecimal)
        warnOfNumber(field, value);
    return {value.integer, false};
}

Read<bool> Reader::boolean(const Field &field)
{
    if (field.isAbsent())
        return {};
    if (field.state == Field::State::Unreadable) {
        markUnreadable();
        return {{}, true};
    }
    const Scalar value = scalar(field);
    if (value.type == ScalarType::Boolean || value.isShortBoolean)
        return {value.boolean, false};
    wrongType(field, "boolean");
    return {{}, true};
}

} // namespace drawbridge::kube
