#pragma once

#include "verdict/state.h"

#include <utility>
#include <vector>

namespace drawbridge::verdict {

/// An ipBlock picks a pod by an address that the input states (Kubernetes e2e, egress to CIDR), and
/// so does a network of v1alpha2.
bool addressesHold(const kube::AddressSet &v4, const kube::AddressSet &v6, const Variant &pod);

/// Tells an endpoint's pods apart by their addresses, as far as the policies of another do. The
/// state stays as it is meanwhile.
class ByAddress
{
public:
    /// `direction` is that of the other's policies.
    ByAddress(const Evaluator::State &state, kube::Direction direction, const Endpoint &other);

    /// By pod: where two are the same, the same rules hold both.
    std::vector<std::vector<std::size_t>> marks(const std::vector<Variant> &pods) const;

private:
    template <typename Policy>
    void add(const PolicyList<Policy> &policies, kube::Direction direction);

    /// Of the rules that mean pods.
    std::vector<std::pair<const kube::AddressSet *, const kube::AddressSet *>> m_sets;
};

} // namespace drawbridge::verdict
