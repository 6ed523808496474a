#pragma once

#include "base/text_range.h"

#include <optional>
#include <string>
#include <string_view>

namespace drawbridge {

/// Where two changes of one text meet: lines from 1 of each of the two texts, [begin, end). Empty
/// where that side took lines out.
struct LineClash
{
    TextRange first;
    TextRange second;

    bool operator==(const LineClash &) const = default;
};

/// Two texts that were made from one.
struct LineMerge
{
    std::string text;               ///< with both changes, byte for byte; empty where they clash
    std::optional<LineClash> clash; ///< the first place where both changed the same lines
};

/// Puts together what `first` and `second` changed in `base`, by whole lines. Changes of lines side
/// by side clash too, since nothing says in which order they belong; the same change is taken once.
LineMerge mergedLines(std::string_view base, std::string_view first, std::string_view second);

} // namespace drawbridge
