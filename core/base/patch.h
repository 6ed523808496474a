#pragma once

#include "base/text_range.h"

#include <string>
#include <string_view>
#include <vector>

namespace drawbridge {

/// Replaces the bytes of `range` by `text`. Ranges are offsets into the text before any patch.
struct Patch
{
    TextRange range;
    std::string text;

    bool operator==(const Patch &) const = default;
};

/// Patches of one text, ascending and not overlapping.
using Patches = std::vector<Patch>;

/// True if the patches ascend, do not overlap and lie within a text of `size` bytes.
bool areWellFormed(const Patches &patches, std::size_t size);

/// `text` with all patches applied; they must be well formed.
std::string applied(std::string_view text, const Patches &patches);

/// The patches that take applied(text, patches) back to `text`.
Patches inverse(std::string_view text, const Patches &patches);

/// The smallest single patch that turns `before` into `after`; none if they are equal.
/// Never cuts a UTF-8 sequence or a CRLF in two.
Patches difference(std::string_view before, std::string_view after);

/// Like difference(), but line by line, so that bytes between two changes stay outside the patches.
Patches lineDifference(std::string_view before, std::string_view after);

} // namespace drawbridge
