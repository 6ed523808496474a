#pragma once

#include "kube/cluster_policy.h"

#include <string>

namespace drawbridge::lint {

// What holds whatever pods and namespaces there are, told from the values alone. True is sure;
// false may be a containment that cannot be seen.

bool contains(const kube::LabelSelector &wide, const kube::LabelSelector &narrow);
/// Peers as policies of one namespace mean them.
bool contains(const kube::Peer &wide, const kube::Peer &narrow, const std::string &nameSpace);
bool contains(const kube::PortRule &wide, const kube::PortRule &narrow);
bool contains(const kube::Rule &wide, const kube::Rule &narrow, const std::string &nameSpace);
/// Only the ports of two rules.
bool containsPorts(const kube::Rule &wide, const kube::Rule &narrow);
/// Every question that the narrow rule would decide is decided by the wide one.
bool decidesAllOf(const kube::ClusterRule &wide, const kube::ClusterRule &narrow);

} // namespace drawbridge::lint
