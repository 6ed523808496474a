#include "yaml/meaning.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace drawbridge::yaml {

namespace {

Problem aliasProblem(const Node &alias, Code code, std::string argument)
{
    return {Severity::Error, code, {alias.start, alias.end}, {std::move(argument)}, {}};
}

/// For each node one past its last descendant; ids follow the text, so a subtree is a range.
std::vector<NodeId> subtreeEnds(const Tree &tree)
{
    std::vector<NodeId> ends(tree.size());
    for (NodeId id = NodeId(tree.size()); id-- > 0;) {
        ends[id] = std::max(ends[id], id + 1);
        const NodeId parent = tree[id].parent;
        if (parent != kNoNode)
            ends[parent] = std::max(ends[parent], ends[id]);
    }
    return ends;
}

/// The first alias that brings the nodes visited by a walk over the budget.
NodeId firstOverBudget(const Tree &tree)
{
    const std::vector<NodeId> ends = subtreeEnds(tree);
    std::vector<std::size_t> visited(tree.size() + 1); // by a walk over all nodes before this one
    for (NodeId id = 0; id < tree.size(); ++id) {
        const Node node = tree[id];
        std::size_t weight = 1;
        if (node.kind == Kind::Alias && node.target != kNoNode)
            weight = visited[ends[node.target]] - visited[node.target];
        visited[id + 1] = visited[id] + weight;
        if (visited[id + 1] > id + 1 + kMaxAliasNodes)
            return id;
    }
    return kNoNode;
}

} // namespace

std::vector<Problem> resolveAliases(Tree &tree)
{
    std::vector<Problem> problems;
    std::unordered_map<std::string_view, NodeId> anchors;
    bool hasAliases = false;
    for (NodeId id = 0; id < tree.size(); ++id) {
        const Node node = tree[id];
        if (!node.anchor.empty())
            anchors[node.anchor] = id;
        if (node.kind != Kind::Alias)
            continue;
        hasAliases = true;
        const auto anchor = anchors.find(node.value);
        if (anchor == anchors.end())
            problems.push_back(aliasProblem(node, Code::UnknownAlias, std::string(node.value)));
        else if (tree.isInside(id, anchor->second))
            problems.push_back(aliasProblem(node, Code::AliasCycle, std::string(node.value)));
        else
            tree.setTarget(id, anchor->second);
    }
    if (!hasAliases)
        return problems;
    if (const NodeId over = firstOverBudget(tree); over != kNoNode)
        problems.push_back(
            aliasProblem(tree[over], Code::TooManyAliasNodes, std::to_string(kMaxAliasNodes)));
    return problems;
}

/// Enough for people; keeps a hostile document from filling the memory.
constexpr std::size_t kMostKeyProblems = 1000;

bool isMergeKey(const Node &key)
{
    return key.kind == Kind::Scalar && key.style == Style::Plain && key.value == "<<" &&
           key.tag.empty();
}

namespace {

/// The keys of one mapping up to now. Few are looked through one by one, many by their hash.
class SeenKeys
{
public:
    void clear()
    {
        m_keys.clear();
        m_index.clear();
    }

    /// The first key with this text: `key` itself if it is new.
    NodeId firstOf(std::string_view text, NodeId key)
    {
        if (m_keys.size() < kIndexFrom) {
            for (const auto &[before, node] : m_keys)
                if (before == text)
                    return node;
            m_keys.emplace_back(text, key);
            return key;
        }
        if (m_index.empty())
            m_index.insert(m_keys.begin(), m_keys.end());
        return m_index.emplace(text, key).first->second;
    }

private:
    static constexpr std::size_t kIndexFrom = 16;

    std::vector<std::pair<std::string_view, NodeId>> m_keys;
    std::unordered_map<std::string_view, NodeId> m_index;
};

} // namespace

std::vector<Problem> findKeyProblems(const Tree &tree)
{
    std::vector<Problem> problems;
    SeenKeys seen;
    for (NodeId id = 0; id < tree.size(); ++id) {
        const Node mapping = tree[id];
        if (mapping.kind != Kind::Mapping)
            continue;
        seen.clear();
        for (std::size_t i = 0; i < mapping.children.size(); i += 2) {
            if (problems.size() == kMostKeyProblems)
                return problems;
            const Node key = tree[mapping.children[i]];
            const TextRange range{key.start, key.end};
            if (isMergeKey(key)) {
                problems.push_back({Severity::Warning, Code::MergeKey, range, {}, {}});
                continue;
            }
            if (key.kind != Kind::Scalar)
                continue;
            const NodeId first = seen.firstOf(key.value, mapping.children[i]);
            if (first == mapping.children[i])
                continue;
            const Node before = tree[first];
            problems.push_back({Severity::Error,
                                Code::DuplicateKey,
                                range,
                                {std::string(key.value)},
                                {TextRange{before.start, before.end}}});
        }
    }
    return problems;
}

} // namespace drawbridge::yaml
