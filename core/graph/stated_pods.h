#pragma once

#include "verdict/evaluator.h"

#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace drawbridge::graph {

/// The pods whose addresses the input states, found by these.
class StatedPods
{
public:
    explicit StatedPods(const verdict::Evaluator &evaluator);

    /// Those with an address in a set; nothing if there are more than are drawn one by one.
    std::optional<std::set<verdict::EndpointId>> in(kube::Family family,
                                                    const kube::AddressSet &addresses) const;
    bool haveOneIn(kube::Family family, const kube::AddressSet &addresses) const;

private:
    std::vector<std::pair<kube::Address, verdict::EndpointId>> m_pods; ///< in order
};

} // namespace drawbridge::graph
