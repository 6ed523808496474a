#pragma once

#include "canvas/gestures/drop_gesture.h"
#include "document/document.h"

#include <set>
#include <vector>

namespace drawbridge {

/// What the user sees and has chosen, in scene units.
struct Sight
{
    graph::Rect visible;
    std::set<graph::Key> selection;
};

/// The services that a plan makes and where they come to stand.
struct NewPlaces
{
    std::vector<graph::Key> services; ///< in the order in which they are written
    /// On free room as near as can be to where they were dropped, else near the selection, else in
    /// sight; those not named may stand where they are put anyway.
    graph::Placement places;
};

/// `place` is null where nothing was dropped. What has a place keeps it.
NewPlaces newPlaces(const Document &document, const edit::Rewrite &plan, const Sight &sight,
                    const canvas::DropPlace *place);

} // namespace drawbridge
