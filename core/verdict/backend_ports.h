#pragma once

#include "kube/workload.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace drawbridge::verdict {

/// What a backend says of a Service's ports.
struct BackendPort
{
    enum class Names : std::uint8_t {
        Service,        ///< a port of the Service: an Ingress, a route of the Gateway API
        ServiceElsePod, ///< the same, or one of the pods behind it where the Service has none
        Pod             ///< of an OpenShift Route: the pods' number; the Service's where none fits
    };
    Names names = Names::Service;
    kube::Protocol protocol = kube::Protocol::Tcp;
    std::string name;
    std::optional<std::uint32_t> number; ///< where there is no name
    bool isAny = false;                  ///< none is named: all of them
};

/// The ports of the Service that a backend means, of its protocol alone.
std::vector<const kube::ServicePort *> backendPorts(const kube::Service &service,
                                                    const BackendPort &backend);

} // namespace drawbridge::verdict
