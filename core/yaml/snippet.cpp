#include "yaml/snippet.h"

#include "yaml/scalar_text.h"

#include <algorithm>

namespace drawbridge::yaml {

Value Value::ofText(std::string text)
{
    Value value;
    value.type = Type::Text;
    value.text = std::move(text);
    return value;
}

Value Value::ofInteger(long long number)
{
    Value value;
    value.type = Type::Integer;
    value.text = std::to_string(number);
    return value;
}

Value Value::ofSequence(std::vector<Value> items)
{
    Value value;
    value.type = Type::Sequence;
    value.items = std::move(items);
    return value;
}

Value Value::ofMapping(std::vector<std::pair<std::string, Value>> pairs)
{
    Value value;
    value.type = Type::Mapping;
    value.pairs = std::move(pairs);
    return value;
}

bool isCollection(const Value &value)
{
    return value.type == Value::Type::Sequence || value.type == Value::Type::Mapping;
}

bool isEmptyCollection(const Value &value)
{
    return isCollection(value) && value.pairs.empty() && value.items.empty();
}

std::string keyText(const std::string &key, const SnippetStyle &style)
{
    return scalarText(key, style.quoteKeys ? Style::DoubleQuoted : Style::Plain);
}

std::string flowYaml(const Value &value, const SnippetStyle &style)
{
    std::string result;
    switch (value.type) {
    case Value::Type::Null:
        return "null";
    case Value::Type::Text:
        return scalarText(value.text, style.quoteText ? Style::DoubleQuoted : Style::Plain);
    case Value::Type::Integer:
        return value.text;
    case Value::Type::Sequence:
        for (const Value &item : value.items)
            result += (result.empty() ? "" : ", ") + flowYaml(item, style);
        return "[" + result + "]";
    case Value::Type::Mapping:
        for (const auto &[key, item] : value.pairs)
            result +=
                (result.empty() ? "" : ", ") + keyText(key, style) + ": " + flowYaml(item, style);
        return "{" + result + "}";
    }
    return result;
}

namespace {

constexpr std::size_t kLongestFlowLeaf = 60;

} // namespace

bool isFlowLeaf(const Value &value, const SnippetStyle &style)
{
    if (!style.flowLeaves)
        return false;
    const auto isScalar = [](const Value &child) { return !isCollection(child); };
    return std::all_of(value.items.begin(), value.items.end(), isScalar) &&
           std::all_of(value.pairs.begin(), value.pairs.end(),
                       [&](const auto &pair) { return isScalar(pair.second); }) &&
           flowYaml(value, style).size() <= kLongestFlowLeaf;
}

namespace {

/// True if a value within a snippet stays on the line of its key or dash.
bool isInline(const Value &value, const SnippetStyle &style)
{
    return !isCollection(value) || isEmptyCollection(value) || isFlowLeaf(value, style);
}

std::string indented(int column)
{
    return std::string(std::size_t(std::max(column, 0)), ' ');
}

class BlockWriter
{
public:
    explicit BlockWriter(const SnippetStyle &style) : m_style(style) {}

    void write(const Value &value, int column)
    {
        if (!isCollection(value) || isEmptyCollection(value))
            text += indented(column) + flowYaml(value, m_style) + m_style.lineEnd;
        else if (value.type == Value::Type::Mapping)
            writePairs(value, column);
        else
            writeItems(value, column);
    }

    std::string text;

private:
    void writePairs(const Value &value, int column)
    {
        for (const auto &[key, child] : value.pairs) {
            text += indented(column) + keyText(key, m_style) + ":";
            if (isInline(child, m_style)) {
                text += " " + flowYaml(child, m_style) + m_style.lineEnd;
                continue;
            }
            text += m_style.lineEnd;
            const bool isFlush = child.type == Value::Type::Sequence && !m_style.indentSequences;
            write(child, column + (isFlush ? 0 : m_style.indentStep));
        }
    }

    void writeItems(const Value &value, int column)
    {
        for (const Value &item : value.items) {
            if (isInline(item, m_style)) {
                text += indented(column) + "- " + flowYaml(item, m_style) + m_style.lineEnd;
                continue;
            }
            const std::size_t begin = text.size();
            write(item, column + 2);
            text.replace(begin, std::size_t(column) + 2, indented(column) + "- ");
        }
    }

    const SnippetStyle &m_style;
};

} // namespace

std::string blockYaml(const Value &value, int column, const SnippetStyle &style)
{
    BlockWriter writer(style);
    writer.write(value, column);
    return std::move(writer.text);
}

std::string jsonText(const Value &value, int column, const JsonStyle &style)
{
    switch (value.type) {
    case Value::Type::Null:
        return "null";
    case Value::Type::Text:
        return doubleQuoted(value.text);
    case Value::Type::Integer:
        return value.text;
    case Value::Type::Sequence:
    case Value::Type::Mapping:
        break;
    }
    const bool isMapping = value.type == Value::Type::Mapping;
    const std::string open = isMapping ? "{" : "[";
    const std::string close = isMapping ? "}" : "]";
    if (isEmptyCollection(value))
        return open + close;
    const int inner = column + style.step;
    const std::string newLine = style.step > 0 ? style.lineEnd + indented(inner) : "";
    const std::string separator = style.step > 0 ? "," + newLine : style.comma;
    std::string result;
    for (const Value &item : value.items)
        result += (result.empty() ? "" : separator) + jsonText(item, inner, style);
    for (const auto &[key, item] : value.pairs)
        result += (result.empty() ? "" : separator) + doubleQuoted(key) + style.colon +
                  jsonText(item, inner, style);
    const std::string end = style.step > 0 ? style.lineEnd + indented(column) : "";
    return open + newLine + result + end + close;
}

std::string jsonText(const Value &value, int column, int step, const std::string &lineEnd)
{
    return jsonText(value, column, JsonStyle{step, ": ", ", ", lineEnd});
}

} // namespace drawbridge::yaml
