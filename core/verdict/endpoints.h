#pragma once

#include "verdict/evaluator.h"
#include "verdict/label_groups.h"

#include <map>
#include <string>
#include <vector>

namespace drawbridge::verdict {

/// An endpoint before its label sets are numbered.
struct EndpointDraft
{
    struct Pods
    {
        kube::Labels labels;
        std::vector<kube::ContainerPort> ports;
        std::vector<kube::Address> addresses;
        bool hostNetwork = false;
        bool operator==(const Pods &) const = default;
    };
    Endpoint endpoint; ///< without variants
    std::vector<Pods> pods;
};

/// The workloads of the objects, pods merged up their chain of controlling owners as far as the
/// objects go (and a Pod's own owner, present or not). In order of key.
std::vector<EndpointDraft> workloadDrafts(const kube::Workspace &workspace,
                                          const std::vector<kube::ObjectPtr> &objects);

/// A pod group that some policy asks for.
struct WantedGroup
{
    std::string nameSpace;
    std::optional<kube::LabelSelector> namespaces; ///< where only labels say which namespaces
    kube::LabelSelector selector;
    std::string name;
    EndpointKind kind = EndpointKind::PodGroup;

    std::string key() const; ///< of the endpoint that it becomes
    bool operator==(const WantedGroup &) const = default;
};

/// The name of a pod group: the usual name labels, else `fallback`, else the selector itself.
std::string groupName(const kube::LabelSelector &selector, const std::string &fallback);

/// What labels a group's pods have for certain.
kube::Labels certainLabels(const kube::LabelSelector &selector);

/// The namespace that a selector names by kubernetes.io/metadata.name alone; empty otherwise.
std::string namedNamespace(const kube::LabelSelector &namespaces);

} // namespace drawbridge::verdict
