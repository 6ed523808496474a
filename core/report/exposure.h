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

    bool operator==(const Exposure &) const = default;
};

/// The answer to list --exposure (list-format 34), each list ordered by workload, then peer.
struct Exposures
{
    std::vector<Exposure> egress;
    std::vector<Exposure> ingress;
    std::vector<std::string> unprotected; ///< sentences about workloads that no policy speaks of
};

Exposures exposures(const verdict::Evaluator &evaluator, const List &list,
                    const ListOptions &options = {});

/// What follows the list.
std::string exposuresText(const Exposures &exposures);

} // namespace drawbridge::report
