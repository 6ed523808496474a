#pragma once

#include "kube/workspace.h"

namespace drawbridge::verdict {

/// Two objects of one identity that say unlike things. The last one counts; a cluster would hold
/// whichever came last there.
struct Twin
{
    kube::ObjectPtr counting;
    kube::ObjectPtr other;
};

/// In path and text order of the others.
std::vector<Twin> twinsOf(const kube::Workspace &workspace);

} // namespace drawbridge::verdict
