#pragma once

#include "report/list.h"
#include "verdict/exposure.h"

#include <string>
#include <vector>

namespace drawbridge::report {

/// What a workload may exchange with ends that need not exist.
struct Exposure
{
    std::string workload;
    std::string peer; ///< `entire-cluster`, `ns/[pod with {app=x}]`, an outside range
    std::string connections;
    kube::ConnectionSet ports; ///< of `connections`, but for named ports
    std::set<std::pair<kube::Protocol, std::string>> names = {};

    bool operator==(const Exposure &) const = default;
};

/// A workload of which no policy speaks in that direction.
struct Unprotected
{
    std::string workload;
    kube::Direction direction = kube::Direction::Ingress;

    std::string text() const; ///< "shop/api[Deployment] is not protected on Egress"
};

/// The answer to list --exposure (list-format 34), each list ordered by workload, then peer.
struct Exposures
{
    std::vector<Exposure> egress;
    std::vector<Exposure> ingress;
    std::vector<Unprotected> unprotected; ///< in the order of their sentences
};

Exposures exposures(const verdict::Evaluator &evaluator, const List &list,
                    const ListOptions &options = {});

/// What follows the list.
std::string exposuresText(const Exposures &exposures);

// The list and the exposures as one.
/// RFC 4180: kind (connection, exposure, not protected), source, destination, connections.
std::string exposuresCsv(const List &list, const Exposures &exposures);
/// By resources/schemas/list-exposure.schema.json.
std::string exposuresJson(const List &list, const Exposures &exposures);
void exposuresJson(const List &list, const Exposures &exposures, const Taker &take);
std::string exposuresMarkdown(const List &list, const Exposures &exposures);
/// Peers that need not exist are dashed.
std::string exposuresDot(const List &list, const Exposures &exposures);

} // namespace drawbridge::report
