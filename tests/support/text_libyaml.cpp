#include "support/text_libyaml.h"

#include <yaml.h>

#include <algorithm>
#include <string>
#include <vector>

namespace drawbridge::test {

using yaml::Kind;
using yaml::kNoNode;
using yaml::Node;
using yaml::NodeId;
using yaml::Style;

namespace {

std::vector<std::size_t> characterStarts(std::string_view text)
{
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80)
            starts.push_back(i);
    starts.push_back(text.size());
    return starts;
}

std::string textOf(const yaml_char_t *text)
{
    return text ? reinterpret_cast<const char *>(text) : "";
}

Style styleOf(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
        return Style::SingleQuoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return Style::DoubleQuoted;
    case YAML_LITERAL_SCALAR_STYLE:
        return Style::Literal;
    case YAML_FOLDED_SCALAR_STYLE:
        return Style::Folded;
    default:
        return Style::Plain;
    }
}

bool isNullWord(const std::string &value)
{
    return value.empty() || value == "~" || value == "null" || value == "Null" || value == "NULL";
}

class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text), m_starts(characterStarts(text))
    {
        yaml_parser_initialize(&m_parser);
        yaml_parser_set_input_string(
            &m_parser, reinterpret_cast<const unsigned char *>(text.data()), text.size());
    }
    ~Reader() { yaml_parser_delete(&m_parser); }
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    std::optional<yaml::Tree> read()
    {
        for (;;) {
            yaml_event_t event;
            if (!yaml_parser_parse(&m_parser, &event))
                return {};
            const yaml_event_type_t type = event.type;
            take(event);
            yaml_event_delete(&event);
            if (type == YAML_STREAM_END_EVENT)
                break;
        }
        if (m_documents > 1)
            return {};
        m_tree.finish();
        return std::move(m_tree);
    }

private:
    struct Open
    {
        NodeId node = kNoNode;
        Style style = Style::Block;
    };

    std::size_t byteOf(const yaml_mark_t &mark) const
    {
        return m_starts[std::min(mark.index, m_starts.size() - 1)];
    }

    void take(const yaml_event_t &event)
    {
        switch (event.type) {
        case YAML_DOCUMENT_START_EVENT:
            ++m_documents;
            break;
        case YAML_ALIAS_EVENT:
            add(event, Kind::Alias, Style::Plain, textOf(event.data.alias.anchor), {});
            break;
        case YAML_SCALAR_EVENT:
            takeScalar(event);
            break;
        case YAML_SEQUENCE_START_EVENT:
            open(event, Kind::Sequence, event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE,
                 textOf(event.data.sequence_start.anchor));
            break;
        case YAML_MAPPING_START_EVENT:
            open(event, Kind::Mapping, event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE,
                 textOf(event.data.mapping_start.anchor));
            break;
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_END_EVENT:
            close(event);
            break;
        default:
            break;
        }
    }

    void takeScalar(const yaml_event_t &event)
    {
        const auto &scalar = event.data.scalar;
        std::string value(reinterpret_cast<const char *>(scalar.value), scalar.length);
        const bool isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
        const bool isNull = isPlain && !scalar.tag && isNullWord(value);
        const bool isOmitted = isPlain && value.empty();
        const Style style = isOmitted ? Style::Omitted : styleOf(scalar.style);
        const NodeId id = add(event, isNull ? Kind::Null : Kind::Scalar, style,
                              isNull ? std::string() : value, textOf(scalar.anchor));
        if (style == Style::Literal || style == Style::Folded)
            setEnd(id, withoutBlankLines(byteOf(event.start_mark), m_end));
    }

    std::size_t withoutBlankLines(std::size_t begin, std::size_t end) const
    {
        const std::size_t ink = m_text.substr(0, end).find_last_not_of(" \t\r\n");
        const std::size_t newline = m_text.find('\n', std::max(begin, ink));
        return newline == std::string_view::npos ? m_text.size() : newline + 1;
    }

    NodeId add(const yaml_event_t &event, Kind kind, Style style, const std::string &value,
               const std::string &anchor)
    {
        Node node;
        node.kind = kind;
        node.style = style;
        node.start = std::uint32_t(byteOf(event.start_mark));
        node.end = std::uint32_t(byteOf(event.end_mark));
        node.parent = m_open.empty() ? kNoNode : m_open.back().node;
        node.value = value;
        node.anchor = anchor;
        m_end = node.end;
        return m_tree.add(node);
    }

    void open(const yaml_event_t &event, Kind kind, bool isFlow, const std::string &anchor)
    {
        const Style style = isFlow ? Style::Flow : Style::Block;
        m_open.push_back({add(event, kind, style, {}, anchor), style});
    }

    void close(const yaml_event_t &event)
    {
        const Open open = m_open.back();
        m_open.pop_back();
        const std::size_t end = byteOf(event.end_mark);
        const bool hasBracket =
            event.end_mark.index > event.start_mark.index && end > 0 &&
            std::string_view("]}").find(m_text[end - 1]) != std::string_view::npos;
        setEnd(open.node, open.style == Style::Flow && hasBracket ? end : m_end);
    }

    void setEnd(NodeId node, std::size_t end)
    {
        m_tree.setEnd(node, end);
        m_end = end;
    }

    std::string_view m_text;
    std::vector<std::size_t> m_starts;
    yaml_parser_t m_parser{};
    yaml::Tree m_tree;
    std::vector<Open> m_open;
    std::size_t m_end = 0; ///< of the node that ended last
    int m_documents = 0;
};

} // namespace

std::optional<yaml::Tree> libyamlTree(std::string_view text)
{
    return Reader(text).read();
}

} // namespace drawbridge::test
