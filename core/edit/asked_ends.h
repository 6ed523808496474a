#pragma once

#include "edit/intent.h"

#include <optional>
#include <vector>

namespace drawbridge::edit {

/// An end that one question can be asked about.
struct AskedEnd
{
    verdict::Party party;
    kube::Family family = kube::Family::V4;
    std::optional<kube::AddressSet::Interval> range; ///< of an address: all that are treated alike
};

/// A service as it is; a range or the Internet in the parts that rules of a direction tell apart.
/// Nothing for a whole namespace and for everyone: those are many ends.
std::vector<AskedEnd> askedEnds(const verdict::Evaluator &evaluator, const End &end,
                                kube::Direction direction);

} // namespace drawbridge::edit
