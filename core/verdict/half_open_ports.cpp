#include "verdict/half_open_ports.h"

namespace drawbridge::verdict {

using kube::ConnectionSet;

ConnectionSet halfOpenPorts(const ConnectionSet &named, const ConnectionSet &other)
{
    if (other.isAll())
        return {};
    if ((named & other).isEmpty())
        return named;
    ConnectionSet missing = named - other;
    for (kube::Protocol protocol : kube::kProtocols) {
        const ConnectionSet whole = ConnectionSet::of(protocol, 1, kube::kLastPort);
        if (named.contains(whole))
            missing = missing - whole;
    }
    return missing;
}

} // namespace drawbridge::verdict
