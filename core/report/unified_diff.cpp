#include "report/unified_diff.h"

#include "base/patch.h"
#include "report/list.h"

#include <algorithm>
#include <vector>

namespace drawbridge::report {

namespace {

constexpr std::size_t kContext = 3;

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t newline = text.find('\n');
        lines.push_back(text.substr(0, newline == std::string_view::npos ? newline : newline + 1));
        text.remove_prefix(lines.back().size());
    }
    return lines;
}

/// Lines [begin, end) of the old text that become [newBegin, newEnd) of the new one.
struct Region
{
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t newBegin = 0;
    std::size_t newEnd = 0;
};

bool isLineStart(std::string_view text, std::size_t at)
{
    return at == 0 || text[at - 1] == '\n';
}

std::size_t lineNumber(std::string_view text, std::size_t at)
{
    return std::size_t(std::count(text.begin(), text.begin() + std::ptrdiff_t(at), '\n')) +
           (at > 0 && at == text.size() && text.back() != '\n');
}

/// A patch widened to whole lines on both sides.
Region regionOf(std::string_view before, std::string_view after, TextRange old, TextRange now)
{
    while (!isLineStart(before, old.begin) || !isLineStart(after, now.begin))
        --old.begin, --now.begin;
    while (old.end < before.size() &&
           !(isLineStart(before, old.end) && isLineStart(after, now.end)))
        ++old.end, ++now.end;
    return {lineNumber(before, old.begin), lineNumber(before, old.end),
            lineNumber(after, now.begin), lineNumber(after, now.end)};
}

std::vector<Region> regionsOf(std::string_view before, std::string_view after)
{
    std::vector<Region> regions;
    std::size_t shift = 0; // wraps around where texts become shorter, which is well defined
    for (const Patch &patch : lineDifference(before, after)) {
        const std::size_t begin = patch.range.begin + shift;
        const Region region =
            regionOf(before, after, patch.range, {begin, begin + patch.text.size()});
        shift += patch.text.size() - patch.range.size();
        if (!regions.empty() && region.begin <= regions.back().end) {
            regions.back().end = std::max(regions.back().end, region.end);
            regions.back().newEnd = std::max(regions.back().newEnd, region.newEnd);
        } else {
            regions.push_back(region);
        }
    }
    return regions;
}

void addLine(std::string &text, char mark, std::string_view line)
{
    (text += mark) += line;
    if (!line.ends_with('\n'))
        text += "\n\\ No newline at end of file\n";
}

/// `start,count` as diff writes it: an empty range stands after the line before it.
std::string rangeText(std::size_t begin, std::size_t end)
{
    const std::size_t count = end - begin;
    const std::string start = std::to_string(count == 0 ? begin : begin + 1);
    return count == 1 ? start : start + ',' + std::to_string(count);
}

/// One hunk for regions whose contexts touch.
std::string hunk(const std::vector<std::string_view> &before,
                 const std::vector<std::string_view> &after, const Region *first,
                 const Region *last)
{
    const std::size_t lead = std::min(kContext, first->begin);
    const std::size_t tail = std::min(kContext, before.size() - (last - 1)->end);
    std::string text = "@@ -" + rangeText(first->begin - lead, (last - 1)->end + tail) + " +" +
                       rangeText(first->newBegin - lead, (last - 1)->newEnd + tail) + " @@\n";
    std::size_t at = first->begin - lead;
    for (const Region *region = first; region != last; ++region) {
        for (; at < region->begin; ++at)
            addLine(text, ' ', before[at]);
        for (; at < region->end; ++at)
            addLine(text, '-', before[at]);
        for (std::size_t i = region->newBegin; i < region->newEnd; ++i)
            addLine(text, '+', after[i]);
    }
    for (const std::size_t end = at + tail; at < end; ++at)
        addLine(text, ' ', before[at]);
    return text;
}

/// A path that would break the line is quoted, as Git does.
std::string header(const std::string &path)
{
    const bool isPlain = std::none_of(path.begin(), path.end(), [](unsigned char c) {
        return c < 0x20 || c == 0x7F || c == '"' || c == '\\';
    });
    return isPlain ? path : jsonString(path);
}

} // namespace

std::string unifiedDiff(const std::string &path, const std::optional<std::string> &before,
                        std::string_view after)
{
    const std::string old = before.value_or("");
    const std::vector<Region> regions = regionsOf(old, after);
    if (regions.empty())
        return {};
    const std::vector<std::string_view> oldLines = linesOf(old);
    const std::vector<std::string_view> newLines = linesOf(after);
    std::string text =
        "--- " + (before ? header(path) : "/dev/null") + "\n+++ " + header(path) + '\n';
    const Region *end = regions.data() + regions.size();
    for (const Region *first = regions.data(); first != end;) {
        const Region *last = first + 1;
        while (last != end && last->begin - (last - 1)->end <= 2 * kContext)
            ++last;
        text += hunk(oldLines, newLines, first, last);
        first = last;
    }
    return text;
}

} // namespace drawbridge::report
