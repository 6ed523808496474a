#pragma once

#include <string>
#include <string_view>
#include <vector>

/// The API server's rules for names (apimachinery, pkg/util/validation/validation.go and
/// pkg/api/validate/content). Each gives the server's own words for what is wrong; empty if it is
/// right.
namespace drawbridge::kube {

std::vector<std::string> subdomainFaults(std::string_view name);  ///< IsDNS1123Subdomain
std::vector<std::string> dnsLabelFaults(std::string_view name);   ///< IsDNS1123Label
std::vector<std::string> labelKeyFaults(std::string_view key);    ///< IsQualifiedName
std::vector<std::string> labelValueFaults(std::string_view text); ///< IsValidLabelValue
std::vector<std::string> portNameFaults(std::string_view name);   ///< IsValidPortName

} // namespace drawbridge::kube
