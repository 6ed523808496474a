#pragma once

#include "edit/intent.h"

namespace drawbridge::edit {

/// The egress rule that lets pods look up names: UDP and TCP, on the ports of the DNS pods.
yaml::Value dnsRule(DnsServer server);
/// The same as a value of a policy.
kube::Rule dnsRuleAsRead(DnsServer server);

/// A policy with that rule for every pod of a namespace. It restricts their egress to it, where
/// nothing restricted it before.
yaml::Value dnsPolicy(const std::string &name, const std::string &nameSpace, DnsServer server);

/// True if a policy for every pod of the namespace has that rule already.
bool isDnsAllowed(const verdict::Evaluator &evaluator, const std::string &nameSpace,
                  DnsServer server);

/// What the workspace shows of the cluster's DNS: kube-dns if it shows nothing.
DnsServer likelyDns(const kube::Workspace &workspace);

} // namespace drawbridge::edit
