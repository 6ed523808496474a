#include "oracle_yaml.h"

#include <yaml.h>

#include <algorithm>
#include <map>
#include <regex>
#include <stdexcept>

namespace oracle {

namespace {

struct Malformed : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

constexpr int maxDepth = 200;
constexpr std::size_t maxValues = 5'000'000;

// Owns a libyaml parser and hands out its events one by one.
class EventSource
{
public:
    explicit EventSource(const std::string &text)
    {
        if (yaml_parser_initialize(&m_parser) == 0)
            throw std::bad_alloc();
        yaml_parser_set_input_string(
            &m_parser, reinterpret_cast<const unsigned char *>(text.data()), text.size());
    }

    ~EventSource()
    {
        if (m_hasEvent)
            yaml_event_delete(&m_event);
        yaml_parser_delete(&m_parser);
    }

    EventSource(const EventSource &) = delete;
    EventSource &operator=(const EventSource &) = delete;

    const yaml_event_t &next()
    {
        if (m_hasEvent)
            yaml_event_delete(&m_event);
        m_hasEvent = false;
        if (yaml_parser_parse(&m_parser, &m_event) == 0)
            throw Malformed("syntax error");
        m_hasEvent = true;
        return m_event;
    }

private:
    yaml_parser_t m_parser{};
    yaml_event_t m_event{};
    bool m_hasEvent = false;
};

std::string textOf(const yaml_char_t *text)
{
    return text == nullptr ? std::string() : reinterpret_cast<const char *>(text);
}

class TreeBuilder
{
public:
    explicit TreeBuilder(const std::string &text) : m_events(text) {}

    Value document()
    {
        if (m_events.next().type != YAML_STREAM_START_EVENT)
            throw Malformed("no stream");
        if (m_events.next().type == YAML_STREAM_END_EVENT)
            return {};
        Value value = read(m_events.next(), 0);
        if (m_events.next().type != YAML_DOCUMENT_END_EVENT)
            throw Malformed("no document end");
        if (m_events.next().type != YAML_STREAM_END_EVENT)
            throw Malformed("more than one document");
        return value;
    }

private:
    Value read(const yaml_event_t &event, int depth)
    {
        if (depth > maxDepth)
            throw Malformed("too deep");
        count(1);
        switch (event.type) {
        case YAML_SCALAR_EVENT:
            return readScalar(event);
        case YAML_SEQUENCE_START_EVENT:
            return readList(textOf(event.data.sequence_start.anchor), depth);
        case YAML_MAPPING_START_EVENT:
            return readMap(textOf(event.data.mapping_start.anchor), depth);
        case YAML_ALIAS_EVENT:
            return readAlias(textOf(event.data.alias.anchor));
        default:
            throw Malformed("unexpected event");
        }
    }

    Value readScalar(const yaml_event_t &event)
    {
        const auto &scalar = event.data.scalar;
        const std::string text(reinterpret_cast<const char *>(scalar.value), scalar.length);
        const std::string tag = textOf(scalar.tag);
        const std::string anchor = textOf(scalar.anchor);
        const bool plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
        Value value;
        if (tag == YAML_STR_TAG || tag == "!" || (!plain && tag.empty())) {
            value.type = Value::Type::String;
            value.text = text;
        } else {
            value = resolvePlain(text);
        }
        remember(anchor, value);
        return value;
    }

    Value readList(const std::string &anchor, int depth)
    {
        Value list;
        list.type = Value::Type::List;
        while (true) {
            const yaml_event_t &event = m_events.next();
            if (event.type == YAML_SEQUENCE_END_EVENT)
                break;
            list.items.push_back(read(event, depth + 1));
        }
        remember(anchor, list);
        return list;
    }

    Value readMap(const std::string &anchor, int depth)
    {
        Value map;
        map.type = Value::Type::Map;
        std::vector<Value> merged;
        while (true) {
            const yaml_event_t &event = m_events.next();
            if (event.type == YAML_MAPPING_END_EVENT)
                break;
            const bool isMerge = isMergeKey(event);
            const std::string key = keyText(read(event, depth + 1));
            Value member = read(m_events.next(), depth + 1);
            if (isMerge)
                collectMerged(member, merged);
            else
                setMember(map, key, std::move(member));
        }
        mergeInto(map, merged);
        remember(anchor, map);
        return map;
    }

    Value readAlias(const std::string &anchor)
    {
        const auto found = m_anchors.find(anchor);
        if (found == m_anchors.end())
            throw Malformed("unknown alias");
        count(sizeOf(found->second));
        return found->second;
    }

    static bool isMergeKey(const yaml_event_t &event)
    {
        return event.type == YAML_SCALAR_EVENT &&
               event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
               textOf(event.data.scalar.value) == "<<";
    }

    // Keys become strings on the way to JSON.
    static std::string keyText(const Value &key)
    {
        switch (key.type) {
        case Value::Type::Bool:
            return key.boolean ? "true" : "false";
        case Value::Type::Int:
            return std::to_string(key.integer);
        case Value::Type::Float:
        case Value::Type::String:
            return key.text;
        default:
            throw Malformed("a key that is no scalar");
        }
    }

    static void setMember(Value &map, const std::string &key, Value member)
    {
        const auto found = std::find(map.keys.begin(), map.keys.end(), key);
        if (found == map.keys.end()) {
            map.keys.push_back(key);
            map.items.push_back(std::move(member));
            return;
        }
        map.repeatedKeys = true;
        map.items[static_cast<std::size_t>(found - map.keys.begin())] = std::move(member);
    }

    // The merge key `<<` of YAML 1.1: a mapping, or a list of mappings of which the first wins.
    static void collectMerged(const Value &member, std::vector<Value> &merged)
    {
        if (member.isMap()) {
            merged.push_back(member);
            return;
        }
        if (!member.isList())
            throw Malformed("a merge of something that is no mapping");
        for (const Value &item : member.items) {
            if (!item.isMap())
                throw Malformed("a merge of something that is no mapping");
            merged.push_back(item);
        }
    }

    static void mergeInto(Value &map, const std::vector<Value> &merged)
    {
        for (const Value &other : merged) {
            for (std::size_t i = 0; i < other.keys.size(); ++i) {
                if (std::find(map.keys.begin(), map.keys.end(), other.keys[i]) != map.keys.end())
                    continue;
                map.keys.push_back(other.keys[i]);
                map.items.push_back(other.items[i]);
            }
        }
    }

    static std::size_t sizeOf(const Value &value)
    {
        std::size_t size = 1;
        for (const Value &item : value.items)
            size += sizeOf(item);
        return size;
    }

    void remember(const std::string &anchor, const Value &value)
    {
        if (!anchor.empty())
            m_anchors[anchor] = value;
    }

    void count(std::size_t values)
    {
        m_values += values;
        if (m_values > maxValues)
            throw Malformed("too large");
    }

    EventSource m_events;
    std::map<std::string, Value> m_anchors;
    std::size_t m_values = 0;
};

bool startsWithMarker(std::string_view line, std::string_view marker)
{
    if (line.substr(0, marker.size()) != marker)
        return false;
    return line.size() == marker.size() ||
           std::string_view(" \t\r\n").find(line[marker.size()]) != std::string_view::npos;
}

// True for a text that holds directives such as `%YAML 1.1` and nothing else of weight.
bool holdsOnlyDirectives(std::string_view text)
{
    bool any = false;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        const std::size_t first = line.find_first_not_of(" \t\r");
        if (first != std::string_view::npos && line[first] != '#') {
            if (line[0] != '%')
                return false;
            any = true;
        }
        begin = end + 1;
    }
    return any;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

// The value of `\uXXXX` at that place, or -1.
int unicodeEscape(std::string_view text, std::size_t at)
{
    if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u')
        return -1;
    int value = 0;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
        const int digit = hexDigit(text[i]);
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

// Replaces each pair of surrogate escapes by the four bytes of its character in UTF-8.
std::string replaceSurrogatePairs(std::string_view json)
{
    std::string result;
    for (std::size_t i = 0; i < json.size();) {
        const int high = unicodeEscape(json, i);
        const int low = unicodeEscape(json, i + 6);
        if (high >= 0xD800 && high < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
            const int code = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
            result += static_cast<char>(0xF0 | (code >> 18));
            result += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
            result += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
            result += static_cast<char>(0x80 | (code & 0x3F));
            i += 12;
        } else if (json[i] == '\\' && i + 1 < json.size()) {
            result += json.substr(i, 2); // an escaped backslash must not begin another escape
            i += 2;
        } else {
            result += json[i];
            ++i;
        }
    }
    return result;
}

bool parseInteger(const std::string &written, std::int64_t &value)
{
    static const std::regex pattern("[-+]?(0|[1-9][0-9_]*|0x[0-9a-fA-F_]+|0b[01_]+|0o?[0-7_]+)");
    if (!std::regex_match(written, pattern))
        return false;
    std::string digits = written;
    digits.erase(std::remove(digits.begin(), digits.end(), '_'), digits.end());
    const bool negative = digits[0] == '-';
    if (digits[0] == '-' || digits[0] == '+')
        digits.erase(0, 1);
    int base = 10;
    if (digits.size() > 1 && digits[0] == '0') {
        const char mark = digits[1];
        base = mark == 'x' ? 16 : mark == 'b' ? 2 : 8;
        digits.erase(0, mark == 'x' || mark == 'b' || mark == 'o' ? 2 : 1);
    }
    try {
        value = std::stoll(digits, nullptr, base);
    } catch (const std::exception &) {
        return false;
    }
    if (negative)
        value = -value;
    return true;
}

} // namespace

const Value *Value::find(std::string_view key) const
{
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i] == key)
            return items[i].type == Type::Null ? nullptr : &items[i];
    }
    return nullptr;
}

Value resolvePlain(const std::string &text)
{
    static const std::vector<std::string> nulls{"", "~", "null", "Null", "NULL"};
    // YAML 1.1, but without its single letters: `y` and `n` stay strings.
    static const std::vector<std::string> trues{"true", "True", "TRUE", "yes", "Yes",
                                                "YES",  "on",   "On",   "ON"};
    static const std::vector<std::string> falses{"false", "False", "FALSE", "no", "No",
                                                 "NO",    "off",   "Off",   "OFF"};
    static const std::regex number("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    static const std::regex special("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    const auto isOneOf = [&text](const std::vector<std::string> &words) {
        return std::find(words.begin(), words.end(), text) != words.end();
    };
    Value value;
    value.text = text;
    if (isOneOf(nulls)) {
        value.type = Value::Type::Null;
    } else if (isOneOf(trues) || isOneOf(falses)) {
        value.type = Value::Type::Bool;
        value.boolean = isOneOf(trues);
    } else if (parseInteger(text, value.integer)) {
        value.type = Value::Type::Int;
    } else if (text.size() < 100 &&
               (std::regex_match(text, number) || std::regex_match(text, special))) {
        value.type = Value::Type::Float;
    } else {
        value.type = Value::Type::String;
    }
    return value;
}

std::vector<std::string> splitDocuments(std::string_view text)
{
    std::vector<std::string> documents;
    std::string current;
    const auto finish = [&documents, &current](bool beforeMarker) {
        if (beforeMarker && holdsOnlyDirectives(current))
            return; // they belong to the document that the marker begins
        documents.push_back(current);
        current.clear();
    };
    std::size_t begin = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
    while (begin < text.size()) {
        const std::size_t newline = text.find('\n', begin);
        const std::size_t end = newline == std::string_view::npos ? text.size() : newline + 1;
        const std::string_view line = text.substr(begin, end - begin);
        if (startsWithMarker(line, "---"))
            finish(true);
        if (startsWithMarker(line, "..."))
            finish(false);
        else
            current += line;
        begin = end;
    }
    finish(false);
    return documents;
}

bool parseDocument(const std::string &text, Value &value)
{
    try {
        value = TreeBuilder(text).document();
        return true;
    } catch (const Malformed &) {
        return false;
    }
}

std::vector<Value> parseFile(std::string_view bytes, bool isJson)
{
    std::vector<Value> values;
    const std::string text = isJson ? replaceSurrogatePairs(bytes) : std::string(bytes);
    for (const std::string &document : splitDocuments(text)) {
        Value value;
        if (parseDocument(document, value) && value.type != Value::Type::Null)
            values.push_back(std::move(value));
    }
    return values;
}

} // namespace oracle
