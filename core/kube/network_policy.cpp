#include "kube/network_policy.h"

#include "base/united.h"

namespace drawbridge::kube {

AddressSet IpBlock::addresses() const
{
    if (except.empty())
        return cidr.set();
    std::vector<AddressSet> holes;
    for (const Cidr &hole : except)
        if (hole.family == cidr.family)
            holes.push_back(hole.set());
    return cidr.set() - united(std::move(holes));
}

} // namespace drawbridge::kube
