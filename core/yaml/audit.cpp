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
    void toNext()
    {
        const std::size_t begin = m_cursor;
        m_cursor = skipGap(m_text, m_cursor);
        if (m_cursor == begin)
            return;
        if (!m_isInFlow && hasTabInIndentation(begin))
            m_isGood = false;
        m_isPlainBehind = false;
    }

    /// libyaml, and so kubectl, refuses tabs at the begin of a line where a key may stand; yaml-cpp
    /// does not. Only what follows a plain scalar may hold them, for that could still go on.
    bool hasTabInIndentation(std::size_t begin) const
    {
        const std::string_view gap = m_text.substr(begin, m_cursor - begin);
        if (gap.find('\t') == std::string_view::npos)
            return false;
        bool mayHoldTab = m_isPlainBehind;
        bool isIndentation = begin == 0;
        for (char c : gap) {
            if (c == '\t' && isIndentation && !mayHoldTab)
                return true;
            mayHoldTab = mayHoldTab && c != '#';
            isIndentation = c == '\n' || (isIndentation && isBlank(c));
        }
        return false;
    }

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
        const Node node = m_tree[id];
        if (node.start == node.end) {
            demand(node.style == Style::Omitted && m_cursor == node.start);
            return;
        }
        const std::size_t before = m_cursor;
        toNext();
        demand(m_cursor == node.start && isIndented(node, before));
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
        m_isPlainBehind = node.kind == Kind::Scalar && node.style == Style::Plain;
        m_cursor = node.end;
    }

    /// What is no block collection must stand further right than the block collection around it,
    /// if it stands on a line of its own. yaml-cpp does not demand that of brackets and quotes.
    bool isIndented(const Node &node, std::size_t gapBegin) const
    {
        if (m_isInFlow || node.parent == kNoNode || node.style == Style::Block)
            return true;
        const std::string_view gap = m_text.substr(gapBegin, node.start - gapBegin);
        if (gap.find('\n') == std::string_view::npos)
            return true;
        const bool isKey =
            m_open.back().child % 2 == 1 && m_tree[node.parent].kind == Kind::Mapping;
        return isKey ||
               columnOf(m_text, node.start) > columnOf(m_text, m_tree[node.parent].contentStart);
    }

    void readOwnProperties(const Node &node)
    {
        const std::size_t count = (node.anchor.empty() ? 0 : 1) + (node.tag.empty() ? 0 : 1);
        m_cursor = node.contentStart;
        if (count == 0) {
            demand(node.contentStart == node.start);
            return;
        }
        const Properties properties = readProperties(m_text, node.start, count);
        demand(properties.count == count &&
               std::all_of(node.anchor.begin(), node.anchor.end(), isNameCharacter));
        const bool isOmitted = node.style == Style::Omitted;
        demand((isOmitted ? properties.end : properties.content) == node.contentStart);
    }

    void enterCollection(NodeId id)
    {
        const Node node = m_tree[id];
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
        m_isInFlow = node.style == Style::Flow;
    }

    void step()
    {
        Open &open = m_open.back();
        const Node node = m_tree[open.node];
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
        const Node key = m_tree[node.children[open.child]];
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
        m_isInFlow = !m_open.empty() && m_tree[m_open.back().node].style == Style::Flow;
    }

    std::string_view m_text;
    const Tree &m_tree;
    std::vector<Open> m_open;
    std::size_t m_cursor = 0;
    bool m_isGood = true;
    bool m_isInFlow = false;
    bool m_isPlainBehind = false; ///< the cursor is right after a plain scalar
};

} // namespace

bool passesAudit(std::string_view text, const Tree &tree)
{
    return Auditor(text, tree).run();
}

} // namespace drawbridge::yaml
