#pragma once

#include "base/result.h"
#include "kube/network_policy.h"

#include <string>
#include <vector>

/// Parts of a policy as one line that people type and read.
namespace drawbridge::edit {

/// The grammar of `kubectl -l`: `app=web, tier in (a, ""), zone notin (x), canary, !old`; `*` picks
/// everything. A text that says nothing is no selector: InvalidSelector (what is not understood).
Result<kube::LabelSelector> parseSelector(const std::string &text);
std::string selectorText(const kube::LabelSelector &selector);

/// `labels` with `app=web, tier=back`; nothing is no labels.
Result<kube::Labels> parseLabels(const std::string &text);
std::string labelsText(const kube::Labels &labels);

/// `8080, UDP/53, 8000-8010, http, UDP/dns, SCTP/all`; `all` is every port: an empty list. A text
/// that says nothing is InvalidPort.
Result<std::vector<kube::PortRule>> parsePorts(const std::string &text);
std::string portsText(const std::vector<kube::PortRule> &ports); ///< "all" if empty
std::string portText(const kube::PortRule &port);

/// CIDRs, parted by commas or blanks: InvalidAddress (what is none).
Result<std::vector<kube::Cidr>> parseCidrs(const std::string &text);

/// Gives the parts of `wanted` the origins of equal or alike parts of `before`, in order, so that
/// they are known again and not written anew.
void keepOrigins(const kube::LabelSelector &before, kube::LabelSelector &wanted);
void keepOrigins(const std::vector<kube::PortRule> &before, std::vector<kube::PortRule> &wanted);

} // namespace drawbridge::edit
