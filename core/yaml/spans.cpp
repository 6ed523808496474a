#include "yaml/spans.h"

#include "yaml/scan.h"

#include <algorithm>
#include <array>
#include <utility>

namespace drawbridge::yaml {

namespace {

/// The size of a plain scalar that means null, 0 if there is none.
std::size_t nullSizeAt(std::string_view text, std::size_t place)
{
    constexpr std::array<std::string_view, 4> words{"null", "Null", "NULL", "~"};
    for (std::string_view word : words) {
        if (text.substr(place, word.size()) != word)
            continue;
        const char next = at(text, place + word.size());
        if (isBlank(next) || isBreak(next) || isFlowIndicator(next) || next == ':')
            return word.size();
    }
    return 0;
}

/// A copy of a text in `place`, where most often it is already.
std::string_view kept(std::string_view text, std::string &place)
{
    if (text != place)
        place = text;
    return place;
}

Style styleAt(std::string_view text, std::size_t place)
{
    switch (at(text, place)) {
    case '"':
        return Style::DoubleQuoted;
    case '\'':
        return Style::SingleQuoted;
    case '|':
        return Style::Literal;
    case '>':
        return Style::Folded;
    default:
        return Style::Plain;
    }
}

} // namespace

SpanBuilder::SpanBuilder(std::string_view text) : m_text(text)
{
    m_tree.reserve(text.size());
}

void SpanBuilder::take(const Event &event)
{
    if (event.type == Event::Type::End) {
        ++m_pending.ends;
        return;
    }
    flush(event.place);
    m_pending.event = event;
    m_pending.event.value = m_pending.value = event.value;
    m_pending.event.anchor = kept(event.anchor, m_pending.anchor);
    m_pending.event.tag = kept(event.tag, m_pending.tag);
    m_pending.ends = 0;
    m_pending.isThere = true;
}

Tree SpanBuilder::finish()
{
    flush(kNowhere);
    m_tree.finish();
    return std::move(m_tree);
}

void SpanBuilder::flush(std::size_t nextPlace)
{
    if (!m_pending.isThere)
        return;
    place(m_pending.event, nextPlace);
    for (; m_pending.ends > 0; --m_pending.ends)
        close();
    m_pending.isThere = false;
}

void SpanBuilder::place(const Event &event, std::size_t nextPlace)
{
    Node node;
    node.parent = m_open.empty() ? kNoNode : m_open.back().node;
    node.anchor = event.anchor;
    switch (event.type) {
    case Event::Type::Null:
        placeNull(node, event, nextPlace);
        break;
    case Event::Type::Alias:
        placeAlias(node, event);
        break;
    case Event::Type::Scalar:
        placeScalar(node, event, nextPlace);
        break;
    case Event::Type::Sequence:
    case Event::Type::Mapping:
        placeCollection(node, event, nextPlace);
        return;
    case Event::Type::End:
        return;
    }
    add(node);
}

void SpanBuilder::add(const Node &node)
{
    if (!m_open.empty())
        ++m_open.back().children;
    m_tree.add(node);
}

std::size_t SpanBuilder::startOf(const Event &event)
{
    if (event.place < m_cursor)
        m_isSound = false;
    return std::max(event.place, m_cursor);
}

std::size_t SpanBuilder::endAt(std::size_t end, std::size_t contentStart)
{
    if (end == kNowhere) {
        m_isSound = false;
        end = std::max(contentStart, m_cursor); // the best guess
    }
    m_cursor = end;
    return end;
}

void SpanBuilder::setEnd(Node &node, std::size_t end)
{
    node.end = std::uint32_t(endAt(end, node.contentStart));
}

void SpanBuilder::placeNull(Node &node, const Event &event, std::size_t nextPlace)
{
    node.kind = Kind::Null;
    // Without an anchor the place is that of the next token, which may lie anywhere.
    const bool hasPlace = !node.anchor.empty();
    if (hasPlace || event.place >= m_cursor) {
        const Properties properties = readProperties(m_text, event.place, hasPlace ? 1 : 0);
        const std::size_t content = properties.content;
        const std::size_t size = content == nextPlace ? 0 : nullSizeAt(m_text, content);
        if (size > 0 || hasPlace) {
            node.start = std::uint32_t(startOf(event));
            node.style = size > 0 ? Style::Plain : Style::Omitted;
            node.contentStart = std::uint32_t(size > 0 ? content : properties.end);
            setEnd(node, node.contentStart + size);
            return;
        }
    }
    node.start = node.contentStart = std::uint32_t(omittedPlace());
    setEnd(node, node.start);
}

void SpanBuilder::placeAlias(Node &node, const Event &event)
{
    node.kind = Kind::Alias;
    node.style = Style::Plain;
    node.start = node.contentStart = std::uint32_t(startOf(event));
    std::size_t end = node.start;
    while (!isBlankOrBreakAt(m_text, end) && !isFlowIndicator(m_text[end]))
        ++end;
    if (end == node.start || m_text[node.start] != '*') {
        setEnd(node, kNowhere);
        return;
    }
    node.value = m_text.substr(node.start + 1, end - node.start - 1);
    setEnd(node, end);
}

void SpanBuilder::placeScalar(Node &node, const Event &event, std::size_t nextPlace)
{
    node.kind = Kind::Scalar;
    node.value = event.value;
    const std::size_t start = startOf(event);
    const Properties properties = readProperties(m_text, start, 2);
    if (properties.hasTag)
        node.tag = event.tag;
    node.start = std::uint32_t(start);
    node.contentStart = std::uint32_t(properties.content);
    node.style = styleAt(m_text, properties.content);
    if (properties.content == nextPlace || (node.value.empty() && node.style == Style::Plain)) {
        node.style = Style::Omitted; // `!!str` with nothing after it
        node.contentStart = std::uint32_t(properties.end);
        setEnd(node, properties.end);
        return;
    }
    switch (node.style) {
    case Style::DoubleQuoted:
    case Style::SingleQuoted:
        setEnd(node, endOfQuoted(m_text, node.contentStart));
        if (node.end == node.contentStart && !m_unclosedQuote)
            m_unclosedQuote = node.contentStart;
        break;
    case Style::Literal:
    case Style::Folded:
        setEnd(node, endOfBlockScalar(m_text, node.contentStart, node.value, blockColumn()));
        break;
    default:
        setEnd(node, endOfPlain(m_text, node.contentStart, node.value));
    }
}

void SpanBuilder::placeCollection(Node &node, const Event &event, std::size_t nextPlace)
{
    node.kind = event.type == Event::Type::Mapping ? Kind::Mapping : Kind::Sequence;
    node.style = event.isFlow || isInFlow() ? Style::Flow : Style::Block;
    // A block mapping shares its place with its first key, whose properties are not its own.
    const bool hasTag = event.tag != "?";
    const std::size_t own = (node.anchor.empty() ? 0 : 1) + (hasTag ? 1 : 0);
    if (hasTag)
        node.tag = event.tag;
    node.start = std::uint32_t(startOf(event));
    node.contentStart = node.start;
    if (own > 0)
        node.contentStart = std::uint32_t(readProperties(m_text, node.start, own).content);
    // So does a pair without brackets in a flow sequence, [a: b], whose key may be {..} itself.
    const char bracket = node.kind == Kind::Mapping ? '{' : '[';
    const bool hasBrackets = node.style == Style::Flow &&
                             at(m_text, node.contentStart) == bracket &&
                             nextPlace != node.contentStart;
    m_cursor = node.contentStart + (hasBrackets ? 1 : 0);
    node.end = std::uint32_t(m_cursor);
    const NodeId id = NodeId(m_tree.size());
    add(node);
    m_open.push_back({id, node.kind, node.style, node.contentStart, 0, hasBrackets});
}

void SpanBuilder::close()
{
    const Open open = m_open.back();
    m_open.pop_back();
    std::size_t end = m_cursor;
    if (open.hasBrackets) {
        const std::size_t bracket = skipSeparator(m_cursor);
        const char expected = open.kind == Kind::Mapping ? '}' : ']';
        end = at(m_text, bracket) == expected ? bracket + 1 : kNowhere;
    }
    m_tree.setEnd(open.node, endAt(end, open.contentStart));
}

bool SpanBuilder::isInFlow() const
{
    return !m_open.empty() && m_open.back().style == Style::Flow;
}

bool SpanBuilder::expectsKey() const
{
    if (m_open.empty())
        return false;
    return m_open.back().kind == Kind::Mapping && m_open.back().children % 2 == 0;
}

std::size_t SpanBuilder::skipSeparator(std::size_t place) const
{
    place = skipGap(m_text, place);
    return at(m_text, place) == ',' ? skipGap(m_text, place + 1) : place;
}

/// Right after the indicator that announces the node; where none does, after what stands before.
std::size_t SpanBuilder::omittedPlace() const
{
    if (m_open.empty())
        return m_cursor;
    const std::size_t next = skipGap(m_text, m_cursor);
    if (m_open.back().kind == Kind::Sequence) {
        if (isInFlow())
            return skipSeparator(m_cursor);
        return at(m_text, next) == '-' ? next + 1 : m_cursor;
    }
    if (expectsKey()) {
        const std::size_t key = isInFlow() ? skipSeparator(m_cursor) : next;
        return at(m_text, key) == '?' ? key + 1 : key;
    }
    return at(m_text, next) == ':' ? next + 1 : m_cursor;
}

long SpanBuilder::blockColumn() const
{
    for (auto open = m_open.rbegin(); open != m_open.rend(); ++open)
        if (open->style == Style::Block)
            return long(columnOf(m_text, open->contentStart));
    return -1;
}

} // namespace drawbridge::yaml
