#include "yaml/plan.h"

#include "base/effort.h"
#include "source/guard.h"
#include "source/split.h"
#include "yaml/parse.h"
#include "yaml/scan.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <system_error>
#include <thread>

namespace drawbridge::yaml {

namespace {

constexpr std::size_t kPiecesForThreads = 64;

std::size_t firstInk(std::string_view text)
{
    return std::min(text.find_first_not_of(" \t\r\n"), text.size());
}

Planned planned(TextRange range, Role role, Format format, std::uint32_t document)
{
    Planned result;
    result.place.begin = range.begin;
    result.place.size = range.size();
    result.place.document = document;
    result.role = role;
    result.format = format;
    return result;
}

std::vector<Planned> planList(const ListSplit &split, TextRange range, Format format,
                              std::uint32_t document, std::size_t firstIndex)
{
    std::vector<Planned> result;
    result.push_back(planned(range, Role::ListShell, format, document));
    result.back().place.gap = {range.begin + split.gap.begin, range.begin + split.gap.end};
    for (TextRange item : split.items) {
        const TextRange inFile{range.begin + item.begin, range.begin + item.end};
        result.push_back(planned(inFile, Role::ListItem, format, document));
        result.back().place.shell = std::uint32_t(firstIndex);
    }
    return result;
}

/// The lines looked like a List; so must the tree, if there is one.
bool isShellOfList(const Piece &shell)
{
    if (!shell.isParsed)
        return true;
    const Tree &tree = shell.tree;
    const NodeId items = tree.find(tree.root(), "items");
    const NodeId kind = tree.find(tree.root(), "kind");
    return items != kNoNode && kind != kNoNode && tree[kind].value.ends_with("List") &&
           (shell.format == Format::Json
                ? tree[items].kind == Kind::Sequence && tree[items].children.empty()
                : tree[items].style == Style::Omitted && tree[items].start == tree[items].end);
}

bool yamlParses(std::string_view text)
{
    std::vector<Problem> ignored;
    for (const DocumentRange &document : splitDocuments(text, ignored))
        if (document.hasContent)
            return newYamlPiece(text.substr(document.range.begin, document.range.size()),
                                Role::Document)
                ->isParsed;
    return false;
}

/// The best guess where neither parses: whose error is worth showing.
bool looksLikeJson(std::string_view body)
{
    const std::size_t first = firstInk(body);
    const std::size_t second = firstInk(body.substr(std::min(first + 1, body.size()))) + first + 1;
    const std::string_view starts = at(body, first) == '{' ? "\"}" : "{[\"]-0123456789";
    return starts.find(at(body, second)) != std::string_view::npos;
}

/// kubectl tries JSON first, then YAML, of which {a: b} is a part.
Format formatOf(std::string_view path, std::string_view body)
{
    if (path.ends_with(".json"))
        return Format::Json;
    const char first = at(body, firstInk(body));
    if (first != '{' && first != '[')
        return Format::Yaml;
    const std::vector<TextRange> values = splitJsonValues(body, GuardLimits{}.documents);
    if (std::all_of(values.begin(), values.end(), [body](TextRange value) {
            return newJsonPiece(body.substr(value.begin, value.size()), Role::Document)->isParsed;
        }))
        return Format::Json;
    return looksLikeJson(body) && !yamlParses(body) ? Format::Json : Format::Yaml;
}

std::vector<Planned> planJsonValue(std::string_view bytes, TextRange range, std::uint32_t document,
                                   std::size_t firstIndex)
{
    const auto split = splitJsonList(bytes.substr(range.begin, range.size()));
    if (!split || split->items.size() > GuardLimits{}.listItems)
        return {planned(range, Role::Document, Format::Json, document)};
    std::vector<Planned> list = planList(*split, range, Format::Json, document, firstIndex);
    list[0].place.piece = newJsonPiece(list[0].place.text(bytes), Role::ListShell);
    if (!isShellOfList(*list[0].place.piece))
        return {planned(range, Role::Document, Format::Json, document)};
    return list;
}

std::vector<Planned> planJson(std::string_view bytes, TextRange range)
{
    if (range.size() == 0)
        return {};
    std::vector<Planned> plan;
    std::uint32_t document = 0;
    for (TextRange value : splitJsonValues(bytes.substr(range.begin), GuardLimits{}.documents)) {
        const TextRange inFile{range.begin + value.begin, range.begin + value.end};
        for (Planned &piece : planJsonValue(bytes, inFile, document++, plan.size()))
            plan.push_back(std::move(piece));
    }
    return plan;
}

std::optional<Problem> tooLarge(std::string_view bytes, std::string_view path)
{
    const GuardLimits limits;
    const char first = at(bytes, firstInk(bytes));
    const bool mayBeJson = path.ends_with(".json") || first == '{' || first == '[';
    const std::size_t limit = mayBeJson ? limits.jsonFile : limits.yamlFile;
    if (bytes.size() <= limit)
        return {};
    return Problem{Severity::Error,
                   Code::FileTooLarge,
                   {0, 0},
                   {std::to_string(bytes.size()), std::to_string(limit)},
                   {}};
}

std::shared_ptr<const Piece> parsed(const Planned &planned, std::string_view bytes)
{
    const PlacedPiece &place = planned.place;
    std::string joined;
    std::string_view text = bytes.substr(place.begin, place.size);
    if (planned.role == Role::ListShell)
        text = joined = place.text(bytes);
    return planned.format == Format::Json ? newJsonPiece(text, planned.role)
                                          : newYamlPiece(text, planned.role);
}

} // namespace

std::vector<Planned> planDocument(std::string_view bytes, TextRange range, std::uint32_t document,
                                  std::size_t firstIndex)
{
    const std::string_view text = bytes.substr(range.begin, range.size());
    std::vector<Planned> whole{planned(range, Role::Document, Format::Yaml, document)};
    const auto split = splitYamlList(text);
    if (!split || split->items.size() > GuardLimits{}.listItems)
        return whole;
    if (!split->isCertain) {
        whole[0].place.piece = newYamlPiece(text, Role::Document);
        if (whole[0].place.piece->isParsed)
            return whole;
        whole[0].place.piece.reset();
    }
    std::vector<Planned> list = planList(*split, range, Format::Yaml, document, firstIndex);
    list[0].place.piece = newYamlPiece(list[0].place.text(bytes), Role::ListShell);
    return isShellOfList(*list[0].place.piece) ? list : whole;
}

FilePlan planFile(std::string_view path, std::string_view bytes)
{
    FilePlan plan;
    if (auto problem = tooLarge(bytes, path))
        plan.problems.push_back(std::move(*problem));
    else if (auto refused = guardBytes(bytes))
        plan.problems.push_back(std::move(*refused));
    if (!plan.problems.empty())
        return plan;
    const std::size_t begin = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    plan.format = formatOf(path, bytes.substr(begin));
    if (plan.format == Format::Json) {
        plan.pieces = planJson(bytes, {begin, bytes.size()});
        return plan;
    }
    std::uint32_t document = 0;
    for (const DocumentRange &range : splitDocuments(bytes, plan.problems))
        for (Planned &piece : planDocument(bytes, range.range, document++, plan.pieces.size()))
            plan.pieces.push_back(std::move(piece));
    return plan;
}

void parsePlanned(std::vector<Planned> &plan, std::string_view bytes)
{
    std::vector<Planned *> missing;
    for (Planned &piece : plan)
        if (!piece.place.piece) {
            missing.push_back(&piece);
            spend(piece.place.size * kEffortOfParsedByte);
        }
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < missing.size(); i = next++)
            missing[i]->place.piece = parsed(*missing[i], bytes);
    };
    std::vector<std::future<void>> helpers; // wait for their ends, however this one's comes
    try {
        if (missing.size() >= kPiecesForThreads)
            for (unsigned i = 1; i < std::min(std::thread::hardware_concurrency(), 8u); ++i)
                helpers.push_back(std::async(std::launch::async, work));
    } catch (const std::system_error &) {
        // There are no more threads to be had: fewer do as well.
    }
    work();
    for (std::future<void> &helper : helpers)
        helper.get();
}

} // namespace drawbridge::yaml
