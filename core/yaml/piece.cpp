#include "yaml/piece.h"

#include "base/effort.h"
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

/// The tag among the properties at a place, as it is written.
std::string_view writtenTag(std::string_view text, std::size_t place, std::size_t end)
{
    for (place = skipGap(text, place); place < end; place = skipGap(text, place)) {
        const std::size_t begin = place;
        while (place < end && !isBlankOrBreakAt(text, place))
            ++place;
        if (text[begin] == '!')
            return text.substr(begin, place - begin);
        if (place == begin)
            break;
    }
    return {};
}

bool isDeclared(std::string_view text, std::string_view handle)
{
    std::size_t line = skipGap(text, 0);
    if (at(text, line) != '%')
        return false;
    for (; line < text.size() && text.substr(line, 3) != "---"; line = nextLine(text, line)) {
        if (text.substr(line, 4) != "%TAG")
            continue;
        const std::size_t begin = text.find_first_not_of(" \t", line + 4);
        if (begin != std::string_view::npos && text.substr(begin).starts_with(handle) &&
            isBlankOrBreakAt(text, begin + handle.size()))
            return true;
    }
    return false;
}

/// Not `!<...>`, which stands for itself.
bool hasUndeclaredHandle(std::string_view text, const Node &node)
{
    const std::string_view tag = writtenTag(text, node.start, node.contentStart);
    const std::size_t end = tag.find('!', 1);
    return tag.empty() || (!tag.starts_with("!<") && end != std::string_view::npos &&
                           !isDeclared(text, tag.substr(0, end + 1)));
}

/// yaml-cpp keeps `!x!y` as it is written where no directive says what `!x!` stands for; libyaml,
/// and so kubectl, refuses it.
std::optional<Problem> undeclaredTag(std::string_view text, const Tree &tree)
{
    for (NodeId id = 0; id < tree.size(); ++id) {
        const std::string_view tag = tree[id].tag;
        if (tag.size() > 2 && tag[0] == '!' && tag[1] != '!' &&
            tag.find('!', 1) != std::string::npos && hasUndeclaredHandle(text, tree[id]))
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
    const Node root = tree[tree.root()];
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
    if (refuse(*piece, unclosedQuote(builder)) || refuse(*piece, undeclaredTag(text, tree)) ||
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
    spend(text.size() * kEffortOfParsedByte);
    return newYamlPiece(text, role);
}

std::shared_ptr<const Piece> parseJson(std::string_view text, Role role)
{
    return newJsonPiece(text, role);
}

} // namespace drawbridge::yaml
