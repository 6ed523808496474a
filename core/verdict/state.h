#pragma once

#include "base/shared_value.h"
#include "verdict/endpoints.h"
#include "verdict/evaluator.h"
#include "verdict/policy_list.h"
#include "verdict/selector_index.h"

#include <array>
#include <map>
#include <set>
#include <unordered_map>

namespace drawbridge::verdict {

/// What the evaluator knows about one state of the workspace. What few edits change is shared
/// between copies.
struct Evaluator::State
{
    using Wanted = std::map<std::string, WantedGroup>; ///< by endpoint key

    std::vector<const kube::Object *> seen; ///< all objects, as the last update found them
    PluginProfile profile;
    bool profileChanged = false;          ///< since the last update
    std::optional<Replaced> lastReplaced; ///< by replaceSome() in the last update

    // From everything but policies.
    std::vector<kube::ObjectPtr> others;
    std::string defaultNamespace;
    SharedValue<std::vector<Endpoint>> workloads;
    SharedValue<std::map<std::string, kube::Labels>> namespacesOfOthers;
    std::set<std::string> declared;
    /// What Services with a port of a name pick, by portNameKey().
    using PortNames = std::unordered_map<std::string, std::vector<kube::LabelSelector>>;
    SharedValue<PortNames> portNames;
    SharedValue<LabelGroups> workloadGroups; ///< theirs only: tells what needs a pod group

    // From policies too.
    std::vector<kube::ObjectPtr> policies;
    SharedValue<std::map<std::string, kube::Labels>> realNamespaces; ///< of others and policies
    using WantedGroups = std::shared_ptr<const std::vector<WantedGroup>>;
    std::unordered_map<const kube::Object *, WantedGroups> wantedOf;
    SharedValue<Wanted> wanted;
    /// The words in which policies ask for a group, and how many rules or subjects use them.
    struct Asked
    {
        WantedGroup group;
        std::size_t count = 0;
    };
    /// By endpoint key; counted when first asked for, since most never are. A copy of the evaluator
    /// counts for itself.
    using AllAsked = std::unordered_map<std::string, std::vector<Asked>>;
    std::shared_ptr<AllAsked> asked; ///< this evaluator's alone; null until then
    AllAsked &allAsked();
    std::vector<Asked> askedFor(const std::string &key);
    static void ask(AllAsked &all, const WantedGroup &group);
    static void unask(AllAsked &all, const WantedGroup &group);
    /// Of the policies that there were when somebody asked first, null before; with those that came
    /// since.
    std::shared_ptr<const SelectorIndex> selectors;
    std::set<const kube::Object *> sinceSelectors;
    const SelectorIndex &allSelectors();
    std::vector<const kube::Object *> mayPick(const std::vector<std::string> &ends);
    SharedValue<LabelGroups> groups;
    SharedValue<std::vector<Endpoint>> endpoints;
    SharedValue<std::unordered_map<std::string, EndpointId>> byKey;
    SharedValue<std::vector<std::vector<EndpointId>>>
        byGroup; ///< who has the group's label set, ascending; nobody where the group is gone
    static constexpr std::uint64_t kOrderStep = std::uint64_t(1) << 32;
    struct Ranked
    {
        CompiledPolicyPtr policy;
        std::uint64_t order = 0; ///< ascending in path and text order, with gaps
    };
    using Policies = std::vector<const CompiledPolicy *>; ///< in that order
    std::unordered_map<const kube::Object *, Ranked> compiled;
    PolicyLists<CompiledPolicy> isolating[2];           ///< by direction
    std::unordered_map<std::string, Policies> walls[2]; ///< by direction, by namespace
    std::unordered_map<std::string, Policies> inNamespace;

    /// Policies that are asked one after the other. How a BaselineAdminNetworkPolicy stands to a
    /// ClusterNetworkPolicy of the Baseline tier is undefined: they are two APIs.
    enum Chain { Admin, Baseline, OldBaseline, kChains };
    std::vector<kube::ObjectPtr> clusterPolicies;
    std::unordered_map<const kube::Object *, CompiledClusterPolicyPtr> compiledCluster;
    PolicyLists<CompiledClusterPolicy> chains[kChains]; ///< in the order of their rank

    /// Brings up to date where only NetworkPolicies came or went, few, at one place or several, and
    /// the namespaces are those from before; any other object that came says the same as the one
    /// whose place it took. False, and only lastReplaced is changed, where that is not so.
    bool replaceSome(const kube::Workspace &workspace);
    /// By the first label that a Service asks for.
    static std::string portNameKey(const std::string &nameSpace, const std::string &portName,
                                   const std::string &label, const std::string &value);
    static void addPortNames(const kube::Service &service, const std::string &nameSpace,
                             PortNames &names);
    void readOthers(const kube::Workspace &workspace, std::vector<kube::ObjectPtr> objects);
    void readPolicies(const kube::Workspace &workspace, std::vector<kube::ObjectPtr> objects);
    void readClusterPolicies(std::vector<kube::ObjectPtr> objects);
    WantedGroups wants(const kube::Object &object, const std::string &nameSpace) const;
    void rebuildGroups();
    static Endpoint endpointOf(const WantedGroup &group);
    void indexPolicies();
    PolicyPool<CompiledPolicy>::Member memberOf(const kube::Object *policy) const;
    using ClusterMembers = std::vector<PolicyPool<CompiledClusterPolicy>::Member>;
    std::array<ClusterMembers, kChains> clusterMembers() const;
    void indexClusterPolicies();
    /// The lists of its namespace that a policy is in, or would be.
    template <typename Visit>
    void forEachList(const CompiledPolicy &policy, const Visit &visit)
    {
        visit(inNamespace[policy.nameSpace]);
        for (kube::Direction direction : kube::kDirections)
            if (policy.selectsAll && policy.policy().isolates(direction))
                visit(walls[int(direction)][policy.nameSpace]);
    }
    /// The label groups that it isolates in a direction.
    template <typename Visit>
    void forEachGroup(const CompiledPolicy &policy, kube::Direction direction,
                      const Visit &visit) const
    {
        if (!policy.policy().isolates(direction))
            return;
        policy.subjects->forEach(visit);
        groups->forEachLate([&](std::uint32_t group) {
            if (groups->picks(policy.subject(), policy.nameSpace, group))
                visit(group);
        });
    }
    /// Those that a cluster-wide policy has as subject.
    template <typename Visit>
    void forEachGroup(const CompiledClusterPolicy &policy, const Visit &visit) const
    {
        policy.subjects->forEach(visit);
        groups->forEachLate([&](std::uint32_t group) {
            if (!policy.policy().subject || groups->picks(*policy.policy().subject, {}, group))
                visit(group);
        });
    }
};

} // namespace drawbridge::verdict
