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

constexpr std::size_t kBlock = 4096;

std::size_t charactersIn(std::string_view text)
{
    return std::size_t(
        std::count_if(text.begin(), text.end(), [](char c) { return !isContinuation(c); }));
}

bool hasLongLine(const std::vector<std::size_t> &starts, std::size_t size)
{
    for (std::size_t i = 0; i < starts.size(); ++i)
        if ((i + 1 < starts.size() ? starts[i + 1] : size) - starts[i] > 2 * kBlock)
            return true;
    return false;
}

} // namespace

LineIndex::LineIndex(std::string_view text)
{
    addStarts(text, 0, m_starts);
    if (!hasLongLine(m_starts, text.size()))
        return;
    std::size_t before = 0;
    for (std::size_t at = 0; at < text.size(); at += kBlock) {
        m_characters.push_back(before);
        before += charactersIn(text.substr(at, kBlock));
    }
}

void LineIndex::apply(const Patches &patches)
{
    if (!patches.empty())
        m_characters.clear();
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
    const std::size_t characters =
        m_characters.empty() ? charactersIn(text.substr(start(line), offset - start(line)))
                             : charactersBefore(text, offset) - charactersBefore(text, start(line));
    return {line, characters + 1};
}

std::size_t LineIndex::charactersBefore(std::string_view text, std::size_t offset) const
{
    const std::size_t block = std::min(offset / kBlock, m_characters.size() - 1);
    return m_characters[block] + charactersIn(text.substr(block * kBlock, offset - block * kBlock));
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
