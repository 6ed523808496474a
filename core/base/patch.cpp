#include "base/patch.h"

#include <algorithm>
#include <cassert>

namespace drawbridge {

bool areWellFormed(const Patches &patches, std::size_t size)
{
    std::size_t end = 0;
    for (const Patch &patch : patches) {
        if (patch.range.begin < end || patch.range.end < patch.range.begin)
            return false;
        end = patch.range.end;
    }
    return end <= size;
}

std::string applied(std::string_view text, const Patches &patches)
{
    assert(areWellFormed(patches, text.size()));
    std::string result;
    std::size_t at = 0;
    for (const Patch &patch : patches) {
        result.append(text, at, patch.range.begin - at);
        result += patch.text;
        at = patch.range.end;
    }
    result.append(text, at);
    return result;
}

Patches inverse(std::string_view text, const Patches &patches)
{
    Patches result;
    std::size_t shift = 0; // wraps around when texts become shorter, which is well defined
    for (const Patch &patch : patches) {
        const std::size_t begin = patch.range.begin + shift;
        result.push_back({{begin, begin + patch.text.size()},
                          std::string(text.substr(patch.range.begin, patch.range.size()))});
        shift += patch.text.size() - patch.range.size();
    }
    return result;
}

namespace {

bool splitsCharacter(std::string_view text, std::size_t at)
{
    if (at == 0 || at >= text.size())
        return false;
    const bool insideUtf8 = (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
    const bool insideCrLf = text[at] == '\n' && text[at - 1] == '\r';
    return insideUtf8 || insideCrLf;
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t newline = text.find('\n');
        const std::size_t size = newline == std::string_view::npos ? text.size() : newline + 1;
        lines.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return lines;
}

/// Marks the lines of `a` and `b` that belong to a longest common subsequence.
class CommonLines
{
public:
    CommonLines(const std::vector<std::string_view> &a, const std::vector<std::string_view> &b)
        : inA(a.size()), inB(b.size())
    {
        const std::size_t width = b.size() + 1;
        std::vector<unsigned> best((a.size() + 1) * width);
        for (std::size_t i = a.size(); i-- > 0;)
            for (std::size_t j = b.size(); j-- > 0;)
                best[i * width + j] =
                    a[i] == b[j] ? best[(i + 1) * width + j + 1] + 1
                                 : std::max(best[(i + 1) * width + j], best[i * width + j + 1]);
        for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
            if (a[i] == b[j])
                inA[i++] = inB[j++] = true;
            else if (best[(i + 1) * width + j] >= best[i * width + j + 1])
                ++i;
            else
                ++j;
        }
    }

    std::vector<bool> inA;
    std::vector<bool> inB;
};

constexpr std::size_t kLargestTable = 4'000'000;

} // namespace

Patches difference(std::string_view before, std::string_view after)
{
    if (before == after)
        return {};
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t prefix = 0;
    while (prefix < shorter && before[prefix] == after[prefix])
        ++prefix;
    while (prefix > 0 && (splitsCharacter(before, prefix) || splitsCharacter(after, prefix)))
        --prefix;
    std::size_t suffix = 0;
    while (suffix < shorter - prefix &&
           before[before.size() - 1 - suffix] == after[after.size() - 1 - suffix])
        ++suffix;
    while (suffix > 0 && (splitsCharacter(before, before.size() - suffix) ||
                          splitsCharacter(after, after.size() - suffix)))
        --suffix;
    return {{{prefix, before.size() - suffix},
             std::string(after.substr(prefix, after.size() - suffix - prefix))}};
}

Patches lineDifference(std::string_view before, std::string_view after)
{
    std::vector<std::string_view> a = linesOf(before);
    std::vector<std::string_view> b = linesOf(after);
    std::size_t head = 0;
    while (head < a.size() && head < b.size() && a[head] == b[head])
        ++head;
    std::size_t tail = 0;
    while (tail < a.size() - head && tail < b.size() - head &&
           a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    std::size_t offset = 0;
    for (std::size_t i = 0; i < head; ++i)
        offset += a[i].size();
    a = {a.begin() + long(head), a.end() - long(tail)};
    b = {b.begin() + long(head), b.end() - long(tail)};
    if ((a.size() + 1) * (b.size() + 1) > kLargestTable)
        return difference(before, after);

    const CommonLines common(a, b);
    Patches patches;
    for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
        if (i < a.size() && j < b.size() && common.inA[i] && common.inB[j]) {
            offset += a[i].size();
            ++i, ++j;
            continue;
        }
        Patch patch{{offset, offset}, {}};
        for (; i < a.size() && !common.inA[i]; ++i)
            offset += a[i].size();
        for (; j < b.size() && !common.inB[j]; ++j)
            patch.text += b[j];
        patch.range.end = offset;
        patches.push_back(std::move(patch));
    }
    return patches;
}

} // namespace drawbridge
