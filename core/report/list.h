#pragma once

#include "verdict/evaluator.h"

#include <functional>
#include <string>
#include <vector>

namespace drawbridge::report {

/// A connection as lists tell it.
struct Connection
{
    std::string source; ///< `ns/name[Kind]`, `1.2.3.4-1.2.3.5[External]` or `{ingress-controller}`
    std::string target;
    kube::ConnectionSet ports;
    std::vector<std::string> missing = {}; ///< facts that the input lacks and the verdict needs
    bool isUndecided = false; ///< nobody can tell: `ports` are by what is known; for JSON

    bool operator==(const Connection &) const = default;
};

struct ListOptions
{
    bool groups = false; ///< pod groups beside workloads
};

struct List
{
    std::vector<Connection> connections; ///< ordered by source, then target, bytewise
    std::size_t groupsLeftOut = 0;       ///< pod groups that stand beside workloads
    bool isTooLong = false;              ///< there are more than is listed, and all are left out
};

/// Of a longer list nobody could use the end, and it would fill the memory.
inline constexpr std::size_t kLongestList = 1'000'000;
inline constexpr std::size_t kMostListedRanges = 4'000'000; ///< of ports, in all lines
/// So many ends are listed at most, because each is asked about each.
inline constexpr std::size_t kMostListedEnds = 15'000;

/// Every pair with some allowed connection: endpoints with each other, and with outside ranges.
/// Where the workspace holds no workload its pod groups take their place.
List list(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
          const ListOptions &options = {});

/// The endpoints that a list tells of; `leftOut` counts the pod groups beside workloads.
std::vector<verdict::EndpointId> listedEndpoints(const verdict::Evaluator &evaluator,
                                                 const ListOptions &options, std::size_t &leftOut);
/// `1.2.3.4-1.2.3.5[External]`
std::string rangeText(const kube::AddressSet::Interval &range, kube::Family family);

/// Takes a text piece by piece.
using Taker = std::function<void(const std::string &)>;

std::string listText(const List &list);
void listText(const List &list, const Taker &take);
std::string listCsv(const List &list);
std::string listJson(const List &list);
void listJson(const List &list, const Taker &take);
std::string connectionJson(const Connection &connection); ///< on one line
std::string listMarkdown(const List &list);
std::string listDot(const List &list);

/// The port ranges as an array of JSON, on one line.
std::string portsJson(const kube::ConnectionSet &ports);

/// RFC 4180, quoted only where needed; a leading formula character is defused by an apostrophe.
std::string csvField(const std::string &text);
/// A JSON string literal; control characters escaped, UTF-8 kept.
std::string jsonString(const std::string &text);

} // namespace drawbridge::report
