#pragma once

#include "base/diagnostic.h"
#include "edit/intent.h"

#include <optional>
#include <string>
#include <vector>

namespace drawbridge::edit {

/// The part of a policy at a place, good for the text as it is.
struct FoundPart
{
    enum class What { Node, Rule, Peer, Port };

    kube::ObjectPtr policy;
    yaml::NodeId node = yaml::kNoNode;
    kube::Direction direction = kube::Direction::Ingress;
    std::size_t ruleNumber = 0;
    std::optional<std::size_t> peerNumber = {};
    std::optional<std::size_t> portNumber = {};

    kube::Rule &rule(kube::NetworkPolicy &of) const;
    const kube::Rule &rule() const { return policy->policy()->rules(direction)[ruleNumber]; }
    const kube::Peer &peer() const { return rule().peers[*peerNumber]; }
};

/// Finds it in the policies whose text can be edited and that a cluster would take. `what` says
/// which: a rule of one peer may begin and end where its peer does. A peer is also found by its
/// namespaceSelector.
std::optional<FoundPart> findPart(const kube::Workspace &workspace,
                                  const verdict::Evaluator &evaluator, const Place &place,
                                  FoundPart::What what);

/// Finds a node in the objects whose text can be edited, also in those that a cluster would refuse;
/// not in policies of the cluster. Only `policy` (any object here) and `node` are set.
std::optional<FoundPart> findRefusedNode(const kube::Workspace &workspace, const Place &place);

/// A comment inside a part, or behind it on its last line.
bool hasComment(const kube::Workspace &workspace, const kube::Object &policy, kube::Origin part);

/// The endpoints that lists call so: several groups of pods may have one name.
std::vector<verdict::EndpointId> endpointsCalled(const verdict::Evaluator &evaluator,
                                                 const std::string &text);

} // namespace drawbridge::edit
