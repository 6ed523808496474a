#include "kube/names.h"

#include <algorithm>

namespace drawbridge::kube {

namespace {

constexpr std::size_t kLabelLimit = 63;
constexpr std::size_t kSubdomainLimit = 253;
constexpr std::size_t kPortNameLimit = 15;

bool isLowerOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isLetterOrDigit(char c)
{
    return isLowerOrDigit(c) || (c >= 'A' && c <= 'Z');
}

bool isInsideDnsLabel(char c)
{
    return isLowerOrDigit(c) || c == '-';
}

bool isInsideLabel(char c)
{
    return isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
}

/// `[a-z0-9]([-a-z0-9]*[a-z0-9])?`
bool isDnsLabel(std::string_view text)
{
    return !text.empty() && isLowerOrDigit(text.front()) && isLowerOrDigit(text.back()) &&
           std::all_of(text.begin(), text.end(), isInsideDnsLabel);
}

bool isSubdomain(std::string_view text)
{
    for (;;) {
        const std::size_t dot = text.find('.');
        if (!isDnsLabel(text.substr(0, dot)))
            return false;
        if (dot == std::string_view::npos)
            return true;
        text.remove_prefix(dot + 1);
    }
}

/// `([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]`
bool isLabelName(std::string_view text)
{
    return !text.empty() && isLetterOrDigit(text.front()) && isLetterOrDigit(text.back()) &&
           std::all_of(text.begin(), text.end(), isInsideLabel);
}

std::string tooLong(std::size_t limit)
{
    return "must be no more than " + std::to_string(limit) + " bytes";
}

constexpr const char *kLabelNameFault =
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
    "alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for "
    "validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

constexpr const char *kLabelValueFault =
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or "
    "'.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or "
    "'my_value',  or '12345', regex used for validation is "
    "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

constexpr const char *kDnsLabelFault =
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and "
    "must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex "
    "used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

constexpr const char *kSubdomainFault =
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or "
    "'.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used "
    "for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

} // namespace

std::vector<std::string> subdomainFaults(std::string_view name)
{
    std::vector<std::string> faults;
    if (name.size() > kSubdomainLimit)
        faults.push_back(tooLong(kSubdomainLimit));
    if (!isSubdomain(name))
        faults.emplace_back(kSubdomainFault);
    return faults;
}

std::vector<std::string> dnsLabelFaults(std::string_view name)
{
    std::vector<std::string> faults;
    if (name.size() > kLabelLimit)
        faults.push_back(tooLong(kLabelLimit));
    if (isSubdomain(name) && !isDnsLabel(name))
        faults.emplace_back("must not contain dots");
    else if (!isDnsLabel(name))
        faults.emplace_back(kDnsLabelFault);
    return faults;
}

std::vector<std::string> labelKeyFaults(std::string_view key)
{
    std::vector<std::string> faults;
    std::string_view name = key;
    if (const std::size_t slash = key.find('/'); slash != std::string_view::npos) {
        name = key.substr(slash + 1);
        if (name.find('/') != std::string_view::npos) {
            return {std::string("a valid label key ") + kLabelNameFault +
                    " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"};
        }
        const std::string_view prefix = key.substr(0, slash);
        if (prefix.empty())
            faults.emplace_back("prefix part must be non-empty");
        else
            for (const std::string &fault : subdomainFaults(prefix))
                faults.push_back("prefix part " + fault);
    }
    if (name.empty())
        faults.emplace_back("name part must be non-empty");
    else if (name.size() > kLabelLimit)
        faults.push_back("name part " + tooLong(kLabelLimit));
    if (!isLabelName(name))
        faults.push_back(std::string("name part ") + kLabelNameFault);
    return faults;
}

std::vector<std::string> labelValueFaults(std::string_view text)
{
    std::vector<std::string> faults;
    if (text.size() > kLabelLimit)
        faults.push_back(tooLong(kLabelLimit));
    if (!text.empty() && !isLabelName(text))
        faults.emplace_back(kLabelValueFault);
    return faults;
}

std::vector<std::string> portNameFaults(std::string_view name)
{
    std::vector<std::string> faults;
    if (name.size() > kPortNameLimit)
        faults.push_back(tooLong(kPortNameLimit));
    if (name.empty() || !std::all_of(name.begin(), name.end(), isInsideDnsLabel))
        faults.emplace_back(
            "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
    if (std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
        faults.emplace_back("must contain at least one letter (a-z)");
    if (name.find("--") != std::string_view::npos)
        faults.emplace_back("must not contain consecutive hyphens");
    if (!name.empty() && (name.front() == '-' || name.back() == '-'))
        faults.emplace_back("must not begin or end with a hyphen");
    return faults;
}

} // namespace drawbridge::kube
