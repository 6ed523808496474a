#pragma once

#include "edit/intent.h"
#include "yaml/edit.h"

#include <optional>

namespace drawbridge::edit {

/// Labels that never tell what a service is: versions, hashes, indexes.
bool isVolatileLabel(const std::string &key);

/// The smallest set of an endpoint's own labels that picks only it in its namespace; if none does,
/// all that are not volatile. Fails if no labels can name it.
Result<kube::Labels> selectorFor(const verdict::Evaluator &evaluator, verdict::EndpointId id);

/// A selector that picks only this endpoint, with expressions where labels alone do not. Fails with
/// SelectorCannotBeNarrowed if others have all of its labels and none of their own.
Result<yaml::Value> exactSelector(const verdict::Evaluator &evaluator, verdict::EndpointId id);
/// The narrowest selector that there is for an endpoint, which may pick others too; of a pod group
/// its own. Nothing if none can name it.
std::optional<kube::LabelSelector> closestSelector(const verdict::Evaluator &evaluator,
                                                   verdict::EndpointId id);
/// Like peersFor(), with that selector.
Result<std::vector<yaml::Value>> exactPeersFor(const kube::Workspace &workspace,
                                               const verdict::Evaluator &evaluator, const End &end,
                                               const std::string &nameSpace);

yaml::Value labelsValue(const kube::Labels &labels); ///< {matchLabels: {...}}, or {} if empty
yaml::Value portsValue(const std::vector<PortSpan> &ports);
yaml::Value portValue(const PortSpan &port);

/// The items of `from` or `to` that mean an end, as a policy of `nameSpace` has to write them; none
/// for everyone. Fails where the default namespace would have to be named and is not given.
Result<std::vector<yaml::Value>> peersFor(const kube::Workspace &workspace,
                                          const verdict::Evaluator &evaluator, const End &end,
                                          const std::string &nameSpace);

// Parts of a policy as they stand, to be written again.
yaml::Value requirementValue(const kube::Requirement &requirement);
yaml::Value selectorValue(const kube::LabelSelector &selector);
yaml::Value peerValue(const kube::Peer &peer);
yaml::Value portRuleValue(const kube::PortRule &port);
yaml::Value ruleValue(kube::Direction direction, const kube::Rule &rule);

/// {from: [...], ports: [...]} without the keys that would be empty.
yaml::Value ruleValue(kube::Direction direction, std::vector<yaml::Value> peers,
                      const std::vector<PortSpan> &ports);

/// A whole NetworkPolicy. `nameSpace` empty: not written.
yaml::Value policyValue(const std::string &name, const std::string &nameSpace, yaml::Value subject,
                        const std::vector<kube::Direction> &types,
                        std::vector<std::pair<kube::Direction, yaml::Value>> rules);

/// The policy that a value says.
yaml::Value policyValue(const std::string &name, const std::string &nameSpace,
                        const kube::NetworkPolicy &policy);

/// The peers of a rule as plain values, to compare with peersFor().
std::vector<kube::Peer> readPeers(const std::vector<yaml::Value> &peers);

/// `wanted`, or `wanted-2`, ... that no NetworkPolicy of the namespace has; a valid object name.
std::string freePolicyName(const kube::Workspace &workspace, const std::string &nameSpace,
                           const std::string &wanted);

/// A name for a new policy, from the labels that its subject picks by: free and valid.
std::string proposedPolicyName(const kube::Workspace &workspace, const std::string &nameSpace,
                               const kube::LabelSelector &subject);

/// The folder that holds all files, with its slash; empty if they share none.
std::string commonFolder(const kube::Workspace &workspace);

/// The namespace to write into a new object: empty where the namespace's documents leave it out.
std::string writtenNamespace(const kube::Workspace &workspace, const std::string &nameSpace);

} // namespace drawbridge::edit
