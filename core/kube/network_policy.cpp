#include "kube/network_policy.h"

namespace drawbridge::kube {

AddressSet IpBlock::addresses() const
{
    AddressSet addresses = cidr.set();
    for (const Cidr &hole : except) {
        if (hole.family == cidr.family)
            addresses = addresses - hole.set();
    }
    return addresses;
}

} // namespace drawbridge::kube
