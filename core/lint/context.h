#pragma once

#include "base/diagnostic.h"
#include "kube/workspace.h"
#include "verdict/evaluator.h"
#include "verdict/near_names.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drawbridge::lint {

/// What all rules look at, and where their findings go.
class Context
{
public:
    Context(const kube::Workspace &files, const verdict::Evaluator &verdicts);

    /// A finding in an object; `arguments` without the name that the code begins with.
    void add(Severity severity, Code code, const kube::Object &object, kube::Origin origin,
             std::vector<std::string> arguments);
    /// A finding in a policy, whose name becomes the first argument.
    void addToPolicy(Severity severity, Code code, const kube::Object &policy, kube::Origin origin,
                     std::vector<std::string> arguments = {});

    bool isWorkload(verdict::EndpointId id) const
    {
        return evaluator.endpoint(id).kind == verdict::EndpointKind::Workload;
    }
    /// The workloads among endpoints.
    std::vector<verdict::EndpointId> workloads(std::vector<verdict::EndpointId> ids) const;
    /// Pods of a workload are among those of a peer of a policy in that namespace.
    bool selectsWorkload(const kube::Peer &peer, const std::string &policyNamespace) const
    {
        return !m_workloadNamespaces.empty() &&
               evaluator.selectsAny(peer, policyNamespace,
                                    [this](verdict::EndpointId id) { return isWorkload(id); });
    }
    /// The workloads that a policy selects; those that a rule's peers select.
    std::vector<verdict::EndpointId> subjects(const kube::Object &policy) const;
    struct Subjects
    {
        std::string nameSpace;
        kube::LabelSelector selector;
        std::vector<verdict::EndpointId> all; ///< that it picks
        std::vector<verdict::EndpointId> workloads;
    };
    /// Of a policy with a subject; good until another one is asked for, which is often the same.
    const Subjects &subjectsOf(const kube::Object &policy) const;
    std::vector<verdict::EndpointId> others(const kube::Object &policy,
                                            const kube::Rule &rule) const;
    /// The workloads that connections of a rule go to.
    std::vector<verdict::EndpointId> targets(const kube::Object &policy, kube::Direction direction,
                                             const kube::Rule &rule) const;
    /// The same of a cluster-wide policy.
    std::vector<verdict::EndpointId> targets(const kube::Object &policy, kube::Direction direction,
                                             const kube::ClusterRule &rule) const;
    /// The namespaces that a selector means; found once for each.
    const std::vector<std::string> &namespacesOf(const kube::LabelSelector &selector) const;
    bool hasWorkloads(const std::string &nameSpace) const
    {
        return m_workloadNamespaces.count(nameSpace) > 0;
    }
    const std::set<std::string> &workloadNamespaces() const { return m_workloadNamespaces; }
    const std::vector<kube::ObjectPtr> &services(const std::string &nameSpace) const;
    /// The Service with that clusterIP, the first in order of namespaces; null if there is none.
    const kube::Object *serviceAt(const kube::Address &address) const;
    /// The labels of services that selectors may have missed by a slip; found when first asked for.
    const verdict::NearLabels &nearLabels(bool workloadsOnly) const;
    /// True if an object of another product (a Prometheus, a Kafka) carries one of these labels in
    /// that namespace: its operator most likely makes pods with them.
    bool mayBeMadeByOperator(const kube::LabelSelector &selector,
                             const std::string &nameSpace) const;

    const kube::Workspace &workspace;
    const verdict::Evaluator &evaluator;
    std::vector<Diagnostic> findings;
    /// Of which it is told that nobody can say which pods they mean; see checkAddedLabels().
    std::set<const kube::LabelSelector *> open;

private:
    using ByNamespace = std::map<std::string, std::vector<kube::ObjectPtr>>;

    std::set<std::string> m_workloadNamespaces;
    ByNamespace m_services;
    std::map<std::pair<kube::Family, kube::AddressValue>, const kube::Object *> m_serviceAt;
    mutable std::optional<Subjects> m_subjects;
    mutable std::optional<verdict::NearLabels> m_nearLabels[2]; ///< of all, of workloads alone
    mutable std::map<std::string, std::vector<std::string>> m_namespacesOf; ///< by selector
    ByNamespace m_foreign; ///< objects of other products
};

/// "a, b, c +2": the first names of many.
std::string named(const std::vector<std::string> &names);

/// A policy's spec in its syntax tree.
yaml::NodeId specOf(const kube::Object &policy);
/// The value of a key, aliases followed; kNoNode if it is not there.
yaml::NodeId member(const kube::Object &object, yaml::NodeId mapping, std::string_view key);
/// The text of a key of an object's spec; empty if it is not there.
std::string textAt(const kube::Object &object, std::string_view key);
/// True for null and for a list without items.
bool isEmptyList(const kube::Object &object, yaml::NodeId node);

const char *peersKey(kube::Direction direction); ///< "from" or "to"
const char *rulesKey(kube::Direction direction); ///< "ingress" or "egress"

/// A Service picks pods of an endpoint, which is in its namespace.
bool selects(const kube::Object &service, const verdict::Endpoint &endpoint);
/// The pod's port behind a Service's port; nothing if it has a name that the pod does not know.
std::optional<std::uint32_t> podPort(const kube::ServicePort &port,
                                     const verdict::Endpoint &endpoint);
/// A rule lists this number; not what it says by names.
bool includes(const kube::Rule &rule, kube::Protocol protocol, std::uint32_t number);

// The rules, by what they look at.
void checkTypes(Context &context, const kube::Object &policy);
void checkSubject(Context &context, const kube::Object &policy);
void checkPeers(Context &context, const kube::Object &policy);
void checkPorts(Context &context, const kube::Object &policy);
void checkServices(Context &context, const kube::Object &policy);
void checkAddedLabels(Context &context, const kube::Object &policy);
void checkClusterPorts(Context &context, const kube::Object &policy);
void checkClusterSubject(Context &context, const kube::Object &policy);
void checkClusterPolicies(Context &context);
void checkClusterRules(Context &context);
void checkEndpoints(Context &context);
void checkLabelGaps(Context &context);
void checkDns(Context &context);
// What the network plugin makes of them, where it is not the standard.
void checkPlugin(Context &context);
void checkPluginPolicy(Context &context, const kube::Object &policy);

/// Does a part of a check each time it is asked; false if it was the last. The context must live as
/// long.
using Steps = std::function<bool()>;
Steps redundancySteps(Context &context);
Steps halfOpenSteps(Context &context);

} // namespace drawbridge::lint
