#pragma once

#include "verdict/evaluator.h"

namespace drawbridge::verdict {

/// Of the size and the kind of addresses that clusters take for their pods.
bool isPodRange(const kube::Cidr &cidr);
/// It holds addresses that clusters give to pods, or that a pod here has.
bool mayHoldPods(const Evaluator &evaluator, const kube::IpBlock &block);
/// Where a plugin takes pods by their addresses, it may mean pods whose address nothing states:
/// some of its addresses, however few, are such as clusters give to pods, or a pod here has one.
bool mayMeanPods(const Evaluator &evaluator, const kube::IpBlock &block);
/// It means every pod of the cluster, where a plugin takes pods by their addresses: all of IPv4.
bool holdsEveryPod(const kube::IpBlock &block);
/// The blocks of a rule together do.
bool holdsEveryPod(const kube::Rule &rule);
bool holdsEveryPod(const kube::ClusterRule &rule);

} // namespace drawbridge::verdict
