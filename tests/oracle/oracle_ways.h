#pragma once

#include "oracle_eval.h"
#include "oracle_model.h"

#include <string>
#include <vector>

namespace oracle {

// The ports of the Service that a backend of an Ingress or a Route means.
std::vector<ServicePort> meantPorts(const Service &service, const Backend &backend);

bool selects(const Service &service, const Pod &pod);

// By an Ingress, a Route or a Service of nodes' ports somebody comes in to a workload.
struct WayIn
{
    std::string text;      // "NodePort shop/web => shop/api[Deployment]"
    bool comesFromAddress; // else from a pod
    Connections leads;     // whatever policies say
    // What policies admit to all those who are tried, and to one or the other of them. For pods of
    // the network of their node they may hold or not.
    Connections toEveryone;
    Connections toSomebody;
    Connections unrestricted; // of pods that no policy is about
};

// In the order of their text. Those who are tried: pods like those in the input and one without
// labels in a namespace that nobody wrote, or an IPv4 address of each range of sources.
std::vector<WayIn> waysIn(const Cluster &cluster);

// How many Services select some pods of a workload and not its others.
int servicesOfParts(const Cluster &cluster);

} // namespace oracle
