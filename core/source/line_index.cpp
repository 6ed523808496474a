#include "source/line_index.h"

#include <algorithm>
#include <cstring>

namespace drawbridge {

namespace {

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

void addStarts(std::string_view text, std::size_t offset, std::vector<std::size_t> &starts)
{
    for (std::size_t at = text.find('\n'); at != std::string_view::npos;
         at = text.find('\n', at + 1))
        starts.push_back(offset + at + 1);
}

} // namespace

LineIndex::LineIndex(std::string_view text)
{
    addStarts(text, 0, m_starts);
}

void LineIndex::apply(const Patches &patches)
{
    std::vector<std::size_t> starts;
    starts.reserve(m_starts.size());
    std::size_t shift = 0; // wraps around when texts become shorter, which is well defined
    auto next = m_starts.begin();
    for (const Patch &patch : patches) {
        // A line that starts right at the patch's begin has its newline before it: it stays.
        for (; next != m_starts.end() && *next <= patch.range.begin; ++next)
            starts.push_back(*next + shift);
        addStarts(patch.text, patch.range.begin + shift, starts);
        while (next != m_starts.end() && *next <= patch.range.end)
            ++next;
        shift += patch.text.size() - patch.range.size();
    }
    for (; next != m_starts.end(); ++next)
        starts.push_back(*next + shift);
    m_starts = std::move(starts);
}

std::size_t LineIndex::lineAt(std::size_t offset) const
{
    return std::size_t(std::upper_bound(m_starts.begin(), m_starts.end(), offset) -
                       m_starts.begin());
}

LineColumn LineIndex::lineColumn(std::string_view text, std::size_t offset) const
{
    offset = std::min(offset, text.size());
    const std::size_t line = lineAt(offset);
    const std::string_view before = text.substr(start(line), offset - start(line));
    const auto characters =
        std::count_if(before.begin(), before.end(), [](char c) { return !isContinuation(c); });
    return {line, std::size_t(characters) + 1};
}

std::size_t LineIndex::offset(std::string_view text, LineColumn place) const
{
    const std::size_t line = std::clamp<std::size_t>(place.line, 1, lineCount());
    std::size_t at = start(line);
    std::size_t end = line < lineCount() ? start(line + 1) - 1 : text.size();
    if (end > at && end < text.size() && text[end - 1] == '\r')
        --end;
    for (std::size_t column = 1; column < place.column && at < end; ++column) {
        ++at;
        while (at < end && isContinuation(text[at]))
            ++at;
    }
    return at;
}

} // namespace drawbridge
