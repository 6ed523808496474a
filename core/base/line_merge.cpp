#include "base/line_merge.h"

#include "base/patch.h"

#include <algorithm>

namespace drawbridge {

namespace {

bool isLineStart(std::string_view text, std::size_t at)
{
    return at == 0 || text[at - 1] == '\n';
}

/// Bytes [begin, end) of a patch's range widened to whole lines, with what stands there then.
Patch wholeLines(std::string_view base, Patch patch)
{
    while (!isLineStart(base, patch.range.begin))
        patch.text.insert(patch.text.begin(), base[--patch.range.begin]);
    const auto isWhole = [&] {
        return patch.range.end == base.size() ||
               (isLineStart(base, patch.range.end) &&
                (patch.text.empty() || patch.text.back() == '\n'));
    };
    while (!isWhole())
        patch.text += base[patch.range.end++];
    return patch;
}

/// What a text changed in the base, from its first line on.
class Changes
{
public:
    Changes(std::string_view base, std::string_view text) : m_text(text)
    {
        for (Patch &patch : lineDifference(base, text))
            m_patches.push_back(wholeLines(base, std::move(patch)));
    }

    bool isAtEnd() const { return m_at == m_patches.size(); }
    const Patch &now() const { return m_patches[m_at]; }
    void next()
    {
        m_shift += now().text.size() - now().range.size(); // wraps around, which is well defined
        ++m_at;
    }

    /// Its lines in the text.
    TextRange lines() const
    {
        const std::size_t begin = now().range.begin + m_shift;
        const auto line = [this](std::size_t at) {
            const auto from = m_text.begin();
            return 1 + std::size_t(std::count(from, from + std::ptrdiff_t(at), '\n'));
        };
        const std::size_t end = begin + now().text.size();
        const bool endsInside = !isLineStart(m_text, end);
        return {line(begin), line(end) + (endsInside ? 1 : 0)};
    }

private:
    std::string_view m_text;
    Patches m_patches;
    std::size_t m_at = 0;
    std::size_t m_shift = 0;
};

bool meet(const TextRange &a, const TextRange &b)
{
    return a.begin <= b.end && b.begin <= a.end;
}

} // namespace

LineMerge mergedLines(std::string_view base, std::string_view first, std::string_view second)
{
    Changes mine(base, first);
    Changes theirs(base, second);
    Patches both;
    while (!mine.isAtEnd() || !theirs.isAtEnd()) {
        if (!mine.isAtEnd() && !theirs.isAtEnd() && meet(mine.now().range, theirs.now().range)) {
            if (mine.now() != theirs.now())
                return {{}, LineClash{mine.lines(), theirs.lines()}};
            theirs.next();
        }
        const bool isMine = theirs.isAtEnd() ||
                            (!mine.isAtEnd() && mine.now().range.begin < theirs.now().range.begin);
        Changes &earlier = isMine ? mine : theirs;
        both.push_back(earlier.now());
        earlier.next();
    }
    return {applied(base, both), {}};
}

} // namespace drawbridge
