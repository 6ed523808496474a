#pragma once

#include "kube/ports.h"

namespace drawbridge::verdict {

/// What one end's rule names and the other end does not admit. Where that admits some of it, all
/// ports of a protocol count for none that was named.
kube::ConnectionSet halfOpenPorts(const kube::ConnectionSet &named,
                                  const kube::ConnectionSet &other);

} // namespace drawbridge::verdict
