#pragma once

#include "oracle_model.h"

#include <string>
#include <utility>
#include <vector>

namespace oracle {

// A range of outside addresses, both ends included, in which all ipBlocks of a direction agree.
struct AddressRange
{
    Address first;
    Address last;

    std::string text() const { return first.text() + "-" + last.text() + "[External]"; }
};

// The outside addresses as they are seen by ingress rules (sources) and egress rules
// (destinations). IPv6 only if some ipBlock of the cluster is IPv6.
std::vector<AddressRange> sourceRanges(const Cluster &cluster);
std::vector<AddressRange> destinationRanges(const Cluster &cluster);

// The list of connections: lines `<src> => <dst> : <conn>`, each with a line end.
std::string listText(const Cluster &cluster);

} // namespace oracle
