#include "yaml/audit.h"

#include "yaml/scan.h"

#include <algorithm>

namespace drawbridge::yaml {

namespace {

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
}

class Auditor
{
public:
    Auditor(std::string_view text, const Tree &tree) : m_text(text), m_tree(tree) {}

    bool run()
    {
        readHead();
        if (!m_tree.isEmpty()) {
            enter(m_tree.root());
            while (m_isGood && !m_open.empty())
                step();
        }
        readTail();
        return m_isGood;
    }

private:
    struct Open
    {
        NodeId node = kNoNode;
        std::size_t child = 0;
        bool hasBrackets = false;
        bool hasExplicitKey = false;
    };

    void demand(bool condition) { m_isGood = m_isGood && condition; }
    void toNext() { m_cursor = skipGap(m_text, m_cursor); }
    char next() const { return at(m_text, m_cursor); }

    bool takeMarker(std::string_view marker)
    {
        const bool isThere = (m_cursor == 0 || at(m_text, m_cursor - 1) == '\n') &&
                             m_text.substr(m_cursor, 3) == marker &&
                             isBlankOrBreakAt(m_text, m_cursor + 3);
        if (isThere)
            m_cursor += 3;
        return isThere;
    }

    void readHead()
    {
        toNext();
        bool hasDirectives = false;
        while (next() == '%' && columnOf(m_text, m_cursor) == 0) {
            hasDirectives = true;
            m_cursor = nextLine(m_text, m_cursor);
            toNext();
        }
        const bool hasMarker = takeMarker("---");
        demand(hasMarker || !hasDirectives);
    }

    void readTail()
    {
        toNext();
        while (takeMarker("..."))
            toNext();
        demand(m_cursor == m_text.size());
    }

    /// An indicator that needs a blank after it, as all do outside of flow collections.
    bool take(char indicator)
    {
        toNext();
        if (next() != indicator || !isBlankOrBreakAt(m_text, m_cursor + 1))
            return false;
        ++m_cursor;
        return true;
    }

    bool takeFlow(char indicator)
    {
        toNext();
        if (next() != indicator)
            return false;
        ++m_cursor;
        return true;
    }

    void enter(NodeId id)
    {
        const Node &node = m_tree[id];
        if (node.start == node.end) {
            demand(node.style == Style::Omitted && m_cursor == node.start);
            return;
        }
        toNext();
        demand(m_cursor == node.start);
        readOwnProperties(node);
        if (!m_isGood || node.style == Style::Omitted)
            return;
        if (node.kind == Kind::Sequence || node.kind == Kind::Mapping) {
            enterCollection(id);
            return;
        }
        demand(node.end > node.contentStart && node.end <= m_text.size());
        if (node.kind == Kind::Alias)
            demand(std::all_of(node.value.begin(), node.value.end(), isNameCharacter));
        m_cursor = node.end;
    }

    void readOwnProperties(const Node &node)
    {
        const std::size_t count = (node.anchor.empty() ? 0 : 1) + (node.tag.empty() ? 0 : 1);
        const Properties properties = readProperties(m_text, node.start, count);
        demand(properties.count == count &&
               std::all_of(node.anchor.begin(), node.anchor.end(), isNameCharacter));
        const bool isOmitted = node.style == Style::Omitted;
        demand((isOmitted ? properties.end : properties.content) == node.contentStart);
        m_cursor = node.contentStart;
    }

    void enterCollection(NodeId id)
    {
        const Node &node = m_tree[id];
        const char bracket = node.kind == Kind::Mapping ? '{' : '[';
        const bool sharesPlace =
            !node.children.empty() && m_tree[node.children.front()].start == node.contentStart;
        const bool hasBrackets = node.style == Style::Flow && next() == bracket && !sharesPlace;
        if (hasBrackets)
            ++m_cursor;
        else // [a: b]
            demand(node.style == Style::Block ||
                   (node.kind == Kind::Mapping && node.children.size() == 2));
        m_open.push_back({id, 0, hasBrackets, false});
    }

    void step()
    {
        Open &open = m_open.back();
        const Node &node = m_tree[open.node];
        if (open.child == node.children.size()) {
            leave(open, node);
            return;
        }
        const NodeId child = node.children[open.child];
        if (node.kind == Kind::Sequence)
            readItemStart(open, node, child);
        else if (open.child % 2 == 0)
            readKeyStart(open, node);
        else
            readValueStart(open, node, child);
        ++open.child;
        if (m_isGood)
            enter(child); // may move m_open
    }

    void readItemStart(const Open &open, const Node &node, NodeId child)
    {
        if (node.style == Style::Block) {
            demand(take('-'));
            return;
        }
        if (open.child > 0)
            demand(takeFlow(','));
        demand(m_tree[child].style != Style::Omitted || m_tree[child].start != m_tree[child].end);
    }

    void readKeyStart(Open &open, const Node &node)
    {
        if (open.hasBrackets && open.child > 0)
            demand(takeFlow(','));
        const std::size_t before = m_cursor;
        open.hasExplicitKey = take('?');
        const Node &key = m_tree[node.children[open.child]];
        const bool isOmitted = key.start == key.end;
        if (!open.hasExplicitKey)
            m_cursor = isOmitted ? skipGap(m_text, before) : before;
        if (isOmitted && !open.hasExplicitKey)
            demand(next() == ':');
    }

    void readValueStart(const Open &open, const Node &node, NodeId child)
    {
        const std::size_t before = m_cursor;
        const bool hasColon = node.style == Style::Flow ? takeFlow(':') : take(':');
        if (hasColon)
            return;
        m_cursor = before;
        demand(m_tree[child].start == m_tree[child].end &&
               (open.hasExplicitKey || node.style == Style::Flow));
    }

    void leave(const Open &open, const Node &node)
    {
        if (open.hasBrackets) {
            if (!node.children.empty())
                takeFlow(',');
            demand(takeFlow(node.kind == Kind::Mapping ? '}' : ']'));
        }
        demand(m_cursor == node.end);
        m_open.pop_back();
    }

    std::string_view m_text;
    const Tree &m_tree;
    std::vector<Open> m_open;
    std::size_t m_cursor = 0;
    bool m_isGood = true;
};

} // namespace

bool passesAudit(std::string_view text, const Tree &tree)
{
    return Auditor(text, tree).run();
}

} // namespace drawbridge::yaml
