#pragma once

#include "random_text.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace oracle {

struct RandomOptions
{
    int maxNamespaces = 3;
    int maxWorkloads = 6;
    int maxPolicies = 6;
    bool services = true;       // Services and Ingresses
    bool podAddresses = true;   // some Pods state their address, some ipBlocks hold it
    bool ipv6 = false;          // some ipBlocks are IPv6
    bool refusedParts = false;  // some parts of policies are such that the API server refuses them
    bool ownerChains = false;   // Pods of ReplicaSets of Deployments, all three in the input
    bool mixedPods = false;     // Pods of one owner differ, containers of a pod share port names
    bool serviceParts = false;  // Services, also of nodes' ports, of some pods of a mixed workload
    bool adminPolicies = false; // the cluster-wide kinds too, and pods of the host network
    bool variedText = true;     // else: plain block style, one file, no List kinds
};

// The manifests of a small random cluster; equal seeds and options give equal bytes. What the
// Kubernetes documentation leaves open is not in them: no object is written twice. Without
// mixedPods Pods of one owner have the same labels and ports (their addresses may differ), and
// container port names are unique within a pod.
class RandomCluster
{
public:
    explicit RandomCluster(std::uint64_t seed, const RandomOptions &options = {});

    // All manifests as one text with several YAML documents.
    std::string text() const { return m_text; }

    // The same objects spread over some files, (path, bytes), some of them JSON.
    std::vector<std::pair<std::string, std::string>> files() const { return m_files; }

private:
    std::string m_text;
    std::vector<std::pair<std::string, std::string>> m_files;
};

} // namespace oracle
