#pragma once

#include "document/side_state.h"

#include <QString>

namespace drawbridge {

/// How two layouts differ, as one sentence: how many places, folded namespaces, notes and declared
/// ports, of each how many. Empty where none of these do.
QString layoutDifference(const SideState &onDisk, const SideState &here);

} // namespace drawbridge
