#include "yaml/piece.h"

#include "source/guard.h"
#include "yaml/audit.h"
#include "yaml/events.h"
#include "yaml/meaning.h"
#include "yaml/parse.h"
#include "yaml/scan.h"
#include "yaml/spans.h"

#include <utility>

namespace drawbridge::yaml {

namespace {

/// yaml-cpp drops a text that begins with a directive and has no `---`, without a word.
std::optional<Problem> findIgnoredText(std::string_view text)
{
    const std::size_t place = skipGap(text, 0);
    if (at(text, place) != '%')
        return {};
    for (std::size_t line = place; line < text.size(); line = nextLine(text, line))
        if (text.substr(line, 3) == "---" && isBlankOrBreakAt(text, line + 3))
            return {};
    return Problem{Severity::Error,
                   Code::YamlSyntax,
                   {place, lineEnd(text, place)},
                   {"directive without document"},
                   {}};
}

/// go-yaml, and so kubectl, takes these three for line ends; yaml-cpp does not. Outside of quotes
/// they could hide a key from us, in a comment for example.
std::optional<Problem> findUnusualLineEnd(std::string_view text, const Tree &tree)
{
    NodeId quoted = 0;
    for (std::size_t place = 0; place < text.size(); ++place) {
        if (static_cast<unsigned char>(text[place]) < 0xC2)
            continue;
        const std::string_view rest = text.substr(place);
        const bool isNextLine = rest.starts_with("\xC2\x85");
        const bool isSeparator = rest.starts_with("\xE2\x80\xA8");
        if (!isNextLine && !isSeparator && !rest.starts_with("\xE2\x80\xA9"))
            continue;
        const auto isQuoted = [](const Node &node) {
            return node.style == Style::SingleQuoted || node.style == Style::DoubleQuoted;
        };
        while (quoted < tree.size() && (!isQuoted(tree[quoted]) || tree[quoted].end <= place))
            ++quoted;
        if (quoted < tree.size() && tree[quoted].contentStart <= place)
            continue;
        return Problem{Severity::Error,
                       Code::ControlCharacter,
                       {place, place + (isNextLine ? 2u : 3u)},
                       {isNextLine    ? "U+0085"
                        : isSeparator ? "U+2028"
                                      : "U+2029"},
                       {}};
    }
    return {};
}

std::optional<Problem> unclosedQuote(const SpanBuilder &builder)
{
    const auto place = builder.unclosedQuote();
    if (!place)
        return {};
    return Problem{Severity::Error,
                   Code::YamlSyntax,
                   {*place, *place + 1},
                   {"end of quoted text not found"},
                   {}};
}

/// yaml-cpp keeps `!x!y` as it is written where no directive says what `!x!` stands for; libyaml,
/// and so kubectl, refuses it.
std::optional<Problem> undeclaredTag(const Tree &tree)
{
    for (NodeId id = 0; id < tree.size(); ++id) {
        const std::string &tag = tree[id].tag();
        if (tag.size() > 2 && tag[0] == '!' && tag[1] != '!' &&
            tag.find('!', 1) != std::string::npos)
            return Problem{Severity::Error,
                           Code::YamlSyntax,
                           {tree[id].start, tree[id].contentStart},
                           {"undefined tag handle"},
                           {}};
    }
    return {};
}

bool isNothing(const Tree &tree)
{
    return tree.size() == 1 && tree[0].kind == Kind::Null && tree[0].start == tree[0].end;
}

bool refuse(Piece &piece, std::optional<Problem> problem)
{
    if (problem)
        piece.problems.push_back(std::move(*problem));
    return !piece.problems.empty();
}

} // namespace

NodeId Piece::objectNode() const
{
    if (tree.isEmpty() || role != Role::ListItem || format == Format::Json)
        return tree.root();
    const Node &root = tree[tree.root()];
    return root.kind == Kind::Sequence && root.children.size() == 1 ? root.children[0] : kNoNode;
}

std::shared_ptr<Piece> newYamlPiece(std::string_view text, Role role)
{
    auto piece = std::make_shared<Piece>();
    piece->role = role;
    if (refuse(*piece, guardBytes(text)) || refuse(*piece, guardYamlUnit(text)) ||
        refuse(*piece, findIgnoredText(text)))
        return piece;
    SpanBuilder builder(text);
    if (refuse(*piece, readEvents(text, builder)))
        return piece;
    Tree tree = builder.finish();
    if (refuse(*piece, unclosedQuote(builder)) || refuse(*piece, undeclaredTag(tree)) ||
        refuse(*piece, findUnusualLineEnd(text, tree)))
        return piece;
    piece->problems = resolveAliases(tree);
    if (!piece->problems.empty())
        return piece;
    if (isNothing(tree))
        tree = Tree();
    piece->isParsed = true;
    piece->isEditable = builder.isSound() && passesAudit(text, tree);
    piece->tree = std::move(tree);
    piece->problems = findKeyProblems(piece->tree);
    if (!piece->isEditable)
        piece->problems.push_back({Severity::Note, Code::NotEditable, {0, text.size()}, {}, {}});
    return piece;
}

std::shared_ptr<const Piece> parseYaml(std::string_view text, Role role)
{
    return newYamlPiece(text, role);
}

std::shared_ptr<const Piece> parseJson(std::string_view text, Role role)
{
    return newJsonPiece(text, role);
}

} // namespace drawbridge::yaml
