#include "yaml/edit.h"
#include "yaml/scan.h"

#include <algorithm>
#include <array>

namespace drawbridge::yaml {

namespace {

constexpr std::size_t kWidestStep = 8;

struct Votes
{
    std::array<int, kWidestStep + 1> step{};
    int indentedSequences = 0;
    int flushSequences = 0;
    int flowLeaves = 0;
    int blockLeaves = 0;
    int quoted = 0;
    int plain = 0;
    int quotedKeys = 0;
    int plainKeys = 0;
};

bool isLeafCollection(const Tree &tree, const Node &node)
{
    return !node.children.empty() &&
           std::all_of(node.children.begin(), node.children.end(), [&](NodeId child) {
               return tree[child].kind == Kind::Scalar || tree[child].kind == Kind::Null;
           });
}

void voteOnCollection(std::string_view text, const Tree &tree, const Node &node, Votes &votes)
{
    if (isLeafCollection(tree, node))
        ++(node.style == Style::Flow ? votes.flowLeaves : votes.blockLeaves);
    if (node.parent == kNoNode || node.style != Style::Block)
        return;
    const Node parent = tree[node.parent];
    if (parent.kind != Kind::Mapping || parent.style != Style::Block)
        return;
    const std::size_t column = columnOf(text, node.contentStart);
    const std::size_t outer = columnOf(text, parent.contentStart);
    if (column < outer || column - outer > kWidestStep)
        return;
    if (node.kind == Kind::Sequence)
        ++(column > outer ? votes.indentedSequences : votes.flushSequences);
    if (column > outer)
        ++votes.step[column - outer];
}

void voteOnScalar(const Node &node, bool isKey, Votes &votes)
{
    const bool isQuoted = node.style == Style::DoubleQuoted;
    if (!isQuoted && node.style != Style::Plain)
        return;
    if (isKey)
        ++(isQuoted ? votes.quotedKeys : votes.plainKeys);
    else if (isQuoted || (!node.value.empty() && (node.value[0] < '0' || node.value[0] > '9')))
        ++(isQuoted ? votes.quoted : votes.plain);
}

Votes countVotes(std::string_view text, const Tree &tree)
{
    Votes votes;
    for (NodeId id = 0; id < tree.size(); ++id) {
        const Node node = tree[id];
        if (node.kind == Kind::Sequence || node.kind == Kind::Mapping)
            voteOnCollection(text, tree, node, votes);
        if (node.kind == Kind::Mapping)
            for (std::size_t i = 0; i < node.children.size(); i += 2)
                voteOnScalar(tree[node.children[i]], true, votes);
        const bool isItem = node.parent != kNoNode && tree[node.parent].kind == Kind::Sequence;
        if (node.kind == Kind::Scalar && isItem)
            voteOnScalar(node, false, votes);
        if (node.kind == Kind::Mapping)
            for (std::size_t i = 1; i < node.children.size(); i += 2)
                if (tree[node.children[i]].kind == Kind::Scalar)
                    voteOnScalar(tree[node.children[i]], false, votes);
    }
    return votes;
}

} // namespace

SnippetStyle styleOf(std::string_view text, const Piece &piece)
{
    const Votes votes = countVotes(text, piece.tree);
    SnippetStyle style;
    const auto most = std::max_element(votes.step.begin(), votes.step.end());
    if (*most > 0)
        style.indentStep = int(most - votes.step.begin());
    style.indentSequences = votes.indentedSequences >= votes.flushSequences;
    style.flowLeaves = votes.flowLeaves > votes.blockLeaves;
    style.quoteText = votes.quoted > votes.plain;
    style.quoteKeys = votes.quotedKeys > votes.plainKeys;
    const auto lines = std::count(text.begin(), text.end(), '\n');
    const auto returns = std::count(text.begin(), text.end(), '\r');
    if (returns > lines - returns)
        style.lineEnd = "\r\n";
    return style;
}

} // namespace drawbridge::yaml
