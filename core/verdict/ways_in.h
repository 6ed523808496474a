#pragma once

#include "verdict/evaluator.h"

#include <string>
#include <vector>

namespace drawbridge::verdict {

enum class WayKind : std::uint8_t { Ingress, Route, Gateway, NodePort, LoadBalancer };
const char *nameOf(WayKind kind);

/// Somebody outside comes in by this object to these pods, as far as policies let them.
struct Way
{
    WayKind kind = WayKind::Ingress;
    std::string nameSpace;
    std::string name;
    const kube::Object *object = nullptr;      ///< null for a Gateway that is not here
    std::vector<const kube::Object *> through; ///< routes and Services, in text order
    EndpointId target;
    kube::ConnectionSet leads;    ///< pod ports that it leads to, whatever policies say
    kube::ConnectionSet allowed;  ///< what policies admit, whoever comes
    kube::ConnectionSet possible; ///< what they admit to somebody who may come; holds `allowed`
    /// A namespace of its routes of which a listener asks for labels that no file states, so that
    /// nobody can tell whether they lead anywhere; empty: none.
    std::string unstated;

    /// Its source is an address, which on the way may be replaced by that of a node or a load
    /// balancer, before or after policies look. Else it is a pod that nothing here describes.
    bool comesFromAddress() const
    {
        return kind == WayKind::NodePort || kind == WayKind::LoadBalancer;
    }
    bool isUnseen() const { return !object; }
};

struct WaysIn
{
    std::vector<Way> ways; ///< by kind, namespace and name; one for each target
    /// What is written and leads nowhere, in text order.
    std::vector<Diagnostic> problems;
};

/// Ingress, OpenShift Route, Gateway with its routes, and Services of type NodePort and
/// LoadBalancer, by the rules of Kubernetes: nothing that the text does not say leads anywhere.
WaysIn waysIn(const kube::Workspace &workspace, const Evaluator &evaluator);

} // namespace drawbridge::verdict
