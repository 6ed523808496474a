#include "random_text.h"

#include <algorithm>
#include <regex>

namespace oracle {

namespace {

bool isScalar(const Value &value)
{
    return !value.isMap() && !value.isList();
}

std::string doubleQuoted(const std::string &text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        result += c;
    }
    return result + "\"";
}

std::string singleQuoted(const std::string &text)
{
    std::string result = "'";
    for (const char c : text)
        result += c == '\'' ? "''" : std::string(1, c);
    return result + "'";
}

// True for texts that are the same string in YAML 1.1 and 1.2 without quotes, in flow style too.
bool isPlainSafe(const std::string &text)
{
    static const std::regex pattern("[A-Za-z][-A-Za-z0-9_./]*");
    return std::regex_match(text, pattern) && resolvePlain(text).isString() && text.size() > 1;
}

std::string scalarText(const Value &value)
{
    if (value.type == Value::Type::Null)
        return "null";
    if (value.type == Value::Type::Bool)
        return value.boolean ? "true" : "false";
    if (value.isInt())
        return std::to_string(value.integer);
    return value.isString() ? doubleQuoted(value.text) : value.text;
}

std::string quotedOrPlain(const Value &value, Dice &dice)
{
    if (!value.isString())
        return scalarText(value);
    if (isPlainSafe(value.text) && dice.percent(80))
        return value.text;
    return dice.percent(50) ? doubleQuoted(value.text) : singleQuoted(value.text);
}

std::string json(const Value &value, bool lines, int depth)
{
    if (isScalar(value))
        return scalarText(value);
    const std::string open = value.isMap() ? "{" : "[";
    const std::string close = value.isMap() ? "}" : "]";
    if (value.items.empty())
        return open + close;
    const std::string indent = lines ? "\n" + std::string(2 * (depth + 1), ' ') : "";
    std::string result = open;
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        result += (i == 0 ? "" : ",") + indent;
        if (value.isMap())
            result += doubleQuoted(value.keys[i]) + (lines ? ": " : ":");
        result += json(value.items[i], lines, depth + 1);
    }
    return result + (lines ? "\n" + std::string(2 * depth, ' ') : "") + close;
}

class YamlWriter
{
public:
    YamlWriter(Dice &dice, bool mixed)
        : m_dice(dice)
        , m_mixed(mixed)
        , m_step(dice.percent(80) ? 2 : 4)
        , m_listStep(dice.percent(50) ? 0 : m_step)
        , m_comments(dice.percent(30))
    {
    }

    std::string document(const Value &value)
    {
        if (isScalar(value) || value.items.empty())
            return flow(value) + "\n";
        m_text.clear();
        if (value.isMap())
            writeMap(value, 0, false);
        else
            writeList(value, 0);
        return m_text;
    }

    std::string flow(const Value &value)
    {
        if (isScalar(value))
            return quotedOrPlain(value, m_dice);
        const std::string pad = m_dice.percent(30) ? " " : "";
        std::string result = value.isMap() ? "{" : "[";
        result += pad;
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            result += i == 0 ? "" : ", ";
            if (value.isMap())
                result += keyText(value.keys[i]) + ": ";
            result += flow(value.items[i]);
        }
        return result + pad + (value.isMap() ? "}" : "]");
    }

private:
    std::string keyText(const std::string &key)
    {
        return isPlainSafe(key) && !m_dice.percent(3) ? key : doubleQuoted(key);
    }

    bool goesInline(const Value &value)
    {
        return isScalar(value) || value.items.empty() || (m_mixed && m_dice.percent(20));
    }

    std::string lineEnd()
    {
        if (m_comments && m_dice.percent(8))
            return "   # kept as it is: {not, a: value}\n";
        return "\n";
    }

    void maybeComment(int indent)
    {
        if (m_comments && m_dice.percent(6))
            m_text +=
                std::string(static_cast<std::size_t>(indent), ' ') + "# - note: of the team\n";
        if (m_comments && m_dice.percent(4))
            m_text += "\n";
    }

    // afterDash: the first key stands on the line of its list item's dash already.
    void writeMap(const Value &map, int indent, bool afterDash)
    {
        for (std::size_t i = 0; i < map.items.size(); ++i) {
            if (i > 0 || !afterDash) {
                maybeComment(indent);
                m_text += std::string(static_cast<std::size_t>(indent), ' ');
            }
            m_text += keyText(map.keys[i]) + ":";
            const Value &item = map.items[i];
            if (goesInline(item)) {
                m_text += " " + flow(item);
                m_text += lineEnd();
            } else {
                m_text += lineEnd();
                if (item.isMap())
                    writeMap(item, indent + m_step, false);
                else
                    writeList(item, indent + m_listStep);
            }
        }
    }

    void writeList(const Value &list, int indent)
    {
        for (const Value &item : list.items) {
            maybeComment(indent);
            m_text += std::string(static_cast<std::size_t>(indent), ' ') + "-";
            if (goesInline(item)) {
                m_text += " " + flow(item);
                m_text += lineEnd();
            } else if (item.isMap()) {
                m_text += " ";
                writeMap(item, indent + 2, true);
            } else {
                m_text += lineEnd();
                writeList(item, indent + 2);
            }
        }
    }

    Dice &m_dice;
    bool m_mixed;
    int m_step;
    int m_listStep;
    bool m_comments;
    std::string m_text;
};

} // namespace

Value makeString(std::string text)
{
    Value value;
    value.type = Value::Type::String;
    value.text = std::move(text);
    return value;
}

Value makeInt(std::int64_t number)
{
    Value value;
    value.type = Value::Type::Int;
    value.integer = number;
    return value;
}

Value makeBool(bool boolean)
{
    Value value;
    value.type = Value::Type::Bool;
    value.boolean = boolean;
    return value;
}

Value makeList(std::vector<Value> items)
{
    Value value;
    value.type = Value::Type::List;
    value.items = std::move(items);
    return value;
}

Value makeMap(std::vector<std::pair<std::string, Value>> members)
{
    Value value;
    value.type = Value::Type::Map;
    for (auto &[key, item] : members)
        addMember(value, std::move(key), std::move(item));
    return value;
}

void addMember(Value &map, std::string key, Value value)
{
    map.keys.push_back(std::move(key));
    map.items.push_back(std::move(value));
}

std::string writeText(const Value &value, TextStyle style, Dice &dice)
{
    switch (style) {
    case TextStyle::Json:
        return json(value, false, 0) + "\n";
    case TextStyle::JsonLines:
        return json(value, true, 0) + "\n";
    case TextStyle::Flow:
        return YamlWriter(dice, false).flow(value) + "\n";
    case TextStyle::Block:
    case TextStyle::Mixed:
        break;
    }
    return YamlWriter(dice, style == TextStyle::Mixed).document(value);
}

} // namespace oracle
