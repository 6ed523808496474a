#include "kube/reader.h"

#include <algorithm>

namespace drawbridge::kube {

namespace {

/// Enough for people; keeps a hostile document from filling the memory.
constexpr std::size_t kMaxProblems = 1000;

TextRange contentRange(const yaml::Node &node)
{
    return {node.contentStart, node.end};
}

bool isCollection(const yaml::Node &node)
{
    return node.kind == yaml::Kind::Mapping || node.kind == yaml::Kind::Sequence;
}

} // namespace

void Reader::report(Severity severity, Code code, TextRange range,
                    std::vector<std::string> arguments)
{
    m_hasErrors = m_hasErrors || severity == Severity::Error;
    if (m_problems.size() >= kMaxProblems)
        return;
    Problem problem{severity, code, range, std::move(arguments), {}};
    // A part that is read twice is reported once.
    if (std::find(m_problems.begin(), m_problems.end(), problem) == m_problems.end())
        m_problems.push_back(std::move(problem));
}

void Reader::required(const Field &field, std::string detail)
{
    report(m_severity, Code::RequiredValue, range(field), {field.path, std::move(detail)});
}

void Reader::invalid(const Field &field, std::string value, std::string detail)
{
    report(m_severity, Code::InvalidValue, range(field),
           {field.path, std::move(value), std::move(detail)});
}

void Reader::invalid(const Field &field, const std::string &value,
                     const std::vector<std::string> &faults)
{
    for (const std::string &fault : faults)
        invalid(field, value, fault);
}

void Reader::unsupported(const Field &field, std::string value, std::string supported)
{
    report(m_severity, Code::UnsupportedValue, range(field),
           {field.path, std::move(value), std::move(supported)});
}

void Reader::forbidden(const Field &field, std::string detail)
{
    report(m_severity, Code::ForbiddenValue, range(field), {field.path, std::move(detail)});
}

void Reader::wrongType(const Field &field, std::string expected)
{
    m_hasWrongTypes = true;
    report(m_severity, Code::WrongType, range(field),
           {field.path, shownValue(field), std::move(expected)});
}

void Reader::warnOfNumber(const Field &field, const Scalar &scalar)
{
    report(Severity::Warning, Code::Yaml11Number, range(field),
           {field.path, std::string(tree()[field.node].value), scalar.text});
}

/// Collections are called what Go's encoding/json calls them.
std::string Reader::shownValue(const Field &field) const
{
    if (isScalar(field))
        return shown(scalar(field));
    if (field.node == yaml::kNoNode)
        return "null";
    return tree()[field.node].kind == yaml::Kind::Sequence ? "array" : "object";
}

TextRange Reader::range(yaml::NodeId node) const
{
    return node < tree().size() ? contentRange(tree()[node]) : TextRange{};
}

TextRange Reader::headRange(yaml::NodeId place) const
{
    if (place >= tree().size())
        return {};
    if (const yaml::NodeId key = tree().keyOf(place); key != yaml::kNoNode)
        return contentRange(tree()[key]);
    const yaml::Node node = tree()[place];
    if (!isCollection(node) || node.style == yaml::Style::Flow || node.children.empty())
        return contentRange(node);
    // A block has no words of its own: its first key, or the head of its first item.
    const yaml::NodeId first = node.children.front();
    return node.kind == yaml::Kind::Mapping ? contentRange(tree()[first]) : headRange(first);
}

TextRange Reader::range(const Field &field) const
{
    if (field.place >= tree().size())
        return {};
    const yaml::Node node = tree()[field.place];
    const bool isOmitted = node.kind == yaml::Kind::Null && node.end == node.contentStart;
    const bool isBlock = isCollection(node) && node.style != yaml::Style::Flow;
    if (field.state == Field::State::Missing || isOmitted || isBlock)
        return headRange(field.place);
    return contentRange(node);
}

} // namespace drawbridge::kube
