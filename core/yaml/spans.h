#pragma once

#include "yaml/events.h"
#include "yaml/tree.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drawbridge::yaml {

/// Builds the tree from the parser's events and finds where each node begins and ends by walking
/// text and values together: the parser tells no ends, and no true place of what is omitted.
class SpanBuilder : public EventSink
{
public:
    explicit SpanBuilder(std::string_view text);

    void take(const Event &event) override;
    /// After the last event.
    Tree finish();
    /// False if text and events did not fit together somewhere; the spans there are a guess.
    bool isSound() const { return m_isSound; }
    /// Where a quoted text begins that never ends: yaml-cpp takes the rest of the text for it.
    std::optional<std::size_t> unclosedQuote() const { return m_unclosedQuote; }

private:
    /// A collection whose end has not come.
    struct Open
    {
        NodeId node = kNoNode;
        Kind kind = Kind::Mapping;
        Style style = Style::Block;
        std::size_t contentStart = 0;
        std::size_t children = 0; ///< up to now
        bool hasBrackets = false;
    };
    /// A node that is placed when the next one comes, and how many ends followed it.
    struct Pending
    {
        Event event;
        std::string value;
        std::string anchor;
        std::string tag;
        std::size_t ends = 0;
        bool isThere = false;
    };

    void flush(std::size_t nextPlace);
    void place(const Event &event, std::size_t nextPlace);
    void placeNull(Node &node, const Event &event, std::size_t nextPlace);
    void placeAlias(Node &node, const Event &event);
    void placeScalar(Node &node, const Event &event, std::size_t nextPlace);
    void placeCollection(Node &node, const Event &event, std::size_t nextPlace);
    void add(const Node &node);
    void close();

    std::size_t startOf(const Event &event);
    std::size_t endAt(std::size_t end, std::size_t contentStart);
    void setEnd(Node &node, std::size_t end);
    std::size_t omittedPlace() const;
    std::size_t skipSeparator(std::size_t place) const;
    bool isInFlow() const;
    bool expectsKey() const;
    long blockColumn() const;

    std::string_view m_text;
    Tree m_tree;
    std::vector<Open> m_open;
    Pending m_pending;
    std::size_t m_cursor = 0; ///< end of what has been placed
    std::optional<std::size_t> m_unclosedQuote;
    bool m_isSound = true;
};

} // namespace drawbridge::yaml
