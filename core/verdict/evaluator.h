#pragma once

#include "base/ids.h"
#include "kube/workspace.h"
#include "verdict/plugin_profile.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace drawbridge::verdict {

using EndpointId = StrongId<struct EndpointTag>;

enum class EndpointKind : std::uint8_t {
    Workload, ///< manifests in the workspace
    PodGroup, ///< what a policy's subject selects when no workload backs it
    LikeGroup ///< what a peer selector picks when nothing backs it: "pods like this"
};

/// A label set of an endpoint, with what else a policy can ask about its pods.
struct Variant
{
    std::uint32_t group = 0; ///< label group: all variants with equal namespace and labels share it
    std::vector<kube::ContainerPort> ports;
    std::vector<kube::Address> addresses; ///< as the input states them
    bool hostNetwork = false; ///< no subject and no peer of a cluster-wide policy holds it

    /// True if only who asks for addresses can tell the two apart.
    bool isAlike(const Variant &other) const
    {
        return group == other.group && hostNetwork == other.hostNetwork && ports == other.ports;
    }
};

/// One end inside the cluster: a workload (pods merged by controlling owner) or a pod group.
struct Endpoint
{
    EndpointKind kind = EndpointKind::Workload;
    std::string nameSpace;
    std::string name;
    std::string kindName;                        ///< "Deployment"; "Pods" for pod groups
    std::vector<Variant> variants;               ///< at least one
    std::vector<const kube::Object *> objects;   ///< manifests behind it
    std::optional<kube::LabelSelector> selector; ///< of a pod group
    bool hostNetwork = false;
    bool namespaceIsOpenEnded = false; ///< a LikeGroup whose namespaces are given by labels only

    /// Stable while name and kind stay: `ns/name[Deployment]`, `ns/{app=x}` for groups.
    std::string key() const;
    /// As lists print it: `ns/name[Kind]`.
    std::string text() const;
};

/// What a policy's rule says about one other end.
struct RuleUse
{
    const kube::Object *policy = nullptr; ///< a NetworkPolicy or a cluster-wide one
    kube::Direction direction = kube::Direction::Ingress;
    std::size_t rule = 0;      ///< index in the policy's list of this direction
    kube::ConnectionSet ports; ///< what it decides for this pair
    kube::RuleAction action = kube::RuleAction::Accept; ///< rules of a NetworkPolicy admit

    bool operator==(const RuleUse &) const = default;
};

class OtherEnd; ///< see decide.h

/// A pod that is not in the workspace, as far as it is known: it has no named port and no address
/// that the input states. Made by Evaluator::stranger().
struct Stranger
{
    std::string nameSpace;
    kube::Labels namespaceLabels;
    kube::Labels podLabels;
    struct Policies;
    std::shared_ptr<const Policies> policies; ///< that speak of it
};

/// An end of a question: an endpoint, or an address outside the cluster. Where that is said, it may
/// be a pod that is not in the workspace.
struct Party
{
    EndpointId endpoint;
    kube::Address address;              ///< used if the others are not
    const Stranger *stranger = nullptr; ///< outlives the question

    static Party of(EndpointId id) { return {id, {}}; }
    static Party of(kube::Address address) { return {{}, address}; }
    static Party of(const Stranger &stranger) { return {{}, {}, &stranger}; }
    bool isOutside() const { return !endpoint.isValid() && !stranger; }
};

/// The one evaluator: NetworkPolicy v1 and the cluster-wide kinds over label groups. Values in,
/// verdicts out, no I/O. One half is decided by the Admin tier, rule by rule in the order of
/// priority; what that leaves by the NetworkPolicies if one isolates the pod, else by the Baseline
/// tier. Of cluster-wide policies whose order is undefined, Deny counts before Pass, and Pass
/// before Accept. Guarantees: the same workspace gives the same answers in any order of edits; what
/// the API server would refuse admits nothing.
class Evaluator
{
public:
    Evaluator();
    ~Evaluator();
    /// Compiled policies are shared, so that a copy is cheap to bring up to date.
    Evaluator(const Evaluator &other);
    Evaluator &operator=(const Evaluator &) = delete;
    Evaluator(Evaluator &&) noexcept;
    Evaluator &operator=(Evaluator &&) noexcept;

    /// Answers are by what this plugin enforces, from the next update() on.
    void setProfile(PluginProfile profile);
    const PluginProfile &profile() const;

    /// Brings the answers up to date with the workspace. Only policies that are new objects are
    /// compiled again. The workspace's objects must live as long as the answers are asked for.
    void update(const kube::Workspace &workspace);
    /// The same where it takes an instant also in a large workspace: where few policies came or
    /// went and the namespaces are the same. False, and the answers are those from before, where it
    /// is not so.
    bool updateFew(const kube::Workspace &workspace);
    /// The same as if these objects of the workspace were those that count.
    void update(const kube::Workspace &workspace, const std::vector<kube::ObjectPtr> &objects);
    /// Makes now what the first update would have to make in which ends of connections come or go:
    /// looked up of all policies, which in a large workspace takes longer than that update itself.
    void prepareForUpdates();
    /// NetworkPolicies that went and that came in their place, here and there; and other objects
    /// that say the same as those whose place they took.
    struct Replaced
    {
        std::vector<kube::ObjectPtr> removed;
        std::vector<kube::ObjectPtr> added;
        /// Keys of the pod groups that went and came with them; of one that is otherwise, both.
        /// The numbers of the ends are others then.
        std::vector<std::string> endsGone;
        std::vector<std::string> endsCome;
        /// NetworkPolicies that may have to do with those that came, in path and text order; no
        /// other selects one, names it as a peer, or is where it is written.
        std::vector<const kube::Object *> mayMeanCome;
    };
    /// What the last update(workspace) changed, if all else (workloads, namespaces, cluster-wide
    /// policies) says what it said; nothing otherwise, and after an update to given objects.
    const std::optional<Replaced> &lastReplaced() const;

    /// True if the states differ in NetworkPolicies alone, and share the numbers of ends, as a copy
    /// does after an update that few objects changed.
    bool sharesEndsWith(const Evaluator &other) const;

    const std::vector<Endpoint> &endpoints() const;
    const Endpoint &endpoint(EndpointId id) const { return endpoints()[id.value]; }
    EndpointId find(const std::string &key) const; ///< invalid if there is none
    const kube::Labels &labelsOf(const Variant &variant) const;
    std::vector<EndpointId> endpointsOf(const kube::Object *object) const;

    /// Namespaces that exist or are named by an object, with their labels; in name order.
    const std::map<std::string, kube::Labels> &namespaces() const;
    /// The names of those that a selector means, in order.
    std::vector<std::string> namespacesOf(const kube::LabelSelector &selector) const;
    /// False where no Namespace object states the labels: only the name label is known then.
    bool namespaceIsDeclared(const std::string &name) const;

    /// A pod of a namespace, which need not be one of namespaces(). Valid until the next update.
    Stranger stranger(std::string nameSpace, kube::Labels namespaceLabels,
                      kube::Labels podLabels = {}) const;

    /// What `source` may open to `target`: the intersection of both halves. To itself: everything.
    /// Ends may be strangers, two of which are two pods.
    kube::ConnectionSet allowed(Party source, Party target) const;
    /// Whoever an end may exchange something with in a direction of its own, as far as its
    /// NetworkPolicies alone tell, ascending; perhaps more. Nothing if it may be anybody, or very
    /// many. For those that ask about all pairs.
    std::optional<std::vector<EndpointId>> mayMeet(EndpointId id, kube::Direction direction) const;
    /// One half: what the source's egress (the target's ingress) admits. Ends may be strangers.
    kube::ConnectionSet half(kube::Direction direction, Party source, Party target) const;
    /// The same as if these policies were not there.
    kube::ConnectionSet halfWithout(const std::vector<const kube::Object *> &policies,
                                    kube::Direction direction, Party source, Party target) const;
    /// The rules that decide something in one half; empty also where nothing speaks of that end.
    /// Rules of NetworkPolicies are told with what the Admin tier leaves to them. Ends may be
    /// strangers.
    std::vector<RuleUse> rules(kube::Direction direction, Party source, Party target) const;

    /// The ingress half of a pod that is not in the workspace.
    kube::ConnectionSet ingressFromStranger(EndpointId target, const std::string &nameSpace,
                                            const kube::Labels &namespaceLabels,
                                            const kube::Labels &podLabels) const;
    /// The same of some of the endpoint's pods alone.
    kube::ConnectionSet ingressFromStranger(const Variant &target, const std::string &nameSpace,
                                            const kube::Labels &namespaceLabels,
                                            const kube::Labels &podLabels) const;

    /// What every address of these sets may exchange with a pod in a direction of the pod: the
    /// union of its rules that admit all of them. `differs` becomes true if some rule speaks of a
    /// part of them. The pod is an endpoint's, or a stranger.
    kube::ConnectionSet admittedOutside(const Party &pod, kube::Direction direction,
                                        const kube::AddressSet &v4, const kube::AddressSet &v6,
                                        bool &differs) const;
    /// The same for every pod of the cluster, and with `outsideToo` for every address as well.
    kube::ConnectionSet admittedEverywhere(const Party &pod, kube::Direction direction,
                                           bool outsideToo) const;

    /// What is left to those of them that no rule names apart.
    kube::ConnectionSet admittedUnnamed(const Party &pod, kube::Direction direction,
                                        bool outsideToo) const;

    /// Some NetworkPolicy isolates it.
    bool isIsolated(EndpointId id, kube::Direction direction) const;
    /// Cluster-wide policies deny all that a pod which no rule names would ask for.
    bool isDeniedByDefault(EndpointId id, kube::Direction direction) const;
    /// Isolated, or some rule of a cluster-wide policy denies it something.
    bool isRestricted(EndpointId id, kube::Direction direction) const;
    /// Isolated, but some rule admits everyone (any peer) on every port.
    bool admitsEveryone(EndpointId id, kube::Direction direction) const;
    /// The effective policies that select the endpoint and isolate it in that direction.
    std::vector<const kube::Object *> policiesOf(EndpointId id, kube::Direction direction) const;
    /// The cluster-wide policies with a rule of that direction that have the endpoint as subject,
    /// in the order in which they are asked.
    std::vector<const kube::Object *> clusterPoliciesOf(EndpointId id,
                                                        kube::Direction direction) const;
    /// None that selects it can be read as to whether it does (its podSelector is refused).
    bool isIsolationUnsure(EndpointId id, kube::Direction direction) const;
    /// True if some policy of the namespace with an empty podSelector isolates it, or with one that
    /// cannot be read: that is to be mended first.
    bool hasFullWall(const std::string &nameSpace, kube::Direction direction) const;
    /// What policies with an empty podSelector do to whatever pod comes to a namespace.
    struct WholeWall
    {
        const kube::Object *policy = nullptr; ///< the first of several; null if there is none
        bool isUnsure = false;                ///< of all of them the podSelector cannot be read
        bool admitsEveryone = false;          ///< on every port
    };
    WholeWall wholeWall(const std::string &nameSpace, kube::Direction direction) const;

    /// The endpoints that a selector picks (policy's subject or peer), seen from a namespace.
    std::vector<EndpointId> selected(const kube::LabelSelector &pods,
                                     const std::string &nameSpace) const;
    std::vector<EndpointId> selected(const kube::Peer &peer,
                                     const std::string &policyNamespace) const;
    /// It is true of one of these, which are asked in any order, some more than once.
    bool selectsAny(const kube::Peer &peer, const std::string &policyNamespace,
                    const std::function<bool(EndpointId)> &is) const;
    /// True if the endpoint is among these.
    bool picks(const kube::LabelSelector &pods, const std::string &nameSpace, EndpointId id) const;
    bool picks(const kube::Peer &peer, const std::string &policyNamespace, EndpointId id) const;
    bool namespaceMatches(const kube::LabelSelector &namespaces, const std::string &name) const;

    /// All effective NetworkPolicies, in path and text order.
    const std::vector<kube::ObjectPtr> &policies() const;
    /// Those of a namespace, in that order; none if the plugin enforces none.
    std::vector<const kube::Object *> policiesIn(const std::string &nameSpace) const;
    const std::string &namespaceOf(const kube::Object *policy) const;
    /// All effective cluster-wide policies, in path and text order; also those of a kind that the
    /// plugin does not enforce, which decide nothing.
    const std::vector<kube::ObjectPtr> &clusterPolicies() const;

    /// A Service that picks pods of the endpoint has a port of that name.
    bool isNamedByService(EndpointId id, const std::string &portName) const;

    /// The address space of a family cut at both edges of every ipBlock and network of every rule
    /// of that direction; ascending, touching ranges are not merged. IPv6: empty if no rule has an
    /// IPv6 block.
    std::vector<kube::AddressSet::Interval> outsideRanges(kube::Direction direction,
                                                          kube::Family family) const;

    struct State; ///< see state.h
    /// For the rest of this folder.
    const State &state() const { return *m_state; }

    /// One half for one label set of an endpoint; see decide().
    kube::ConnectionSet decided(kube::Direction direction, const Variant &own,
                                const OtherEnd &other, const Variant *destination) const;
    /// What the Admin tier leaves NetworkPolicies to decide of it.
    kube::ConnectionSet leftByAdmin(kube::Direction direction, const Variant &own,
                                    const OtherEnd &other, const Variant *destination) const;

private:
    std::unique_ptr<State> m_state;
};

} // namespace drawbridge::verdict
