#pragma once

#include "graph/arrow_ends.h"
#include "verdict/evaluator.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace drawbridge::graph {

/// Names an element of the picture; stable across edits as long as what it stands for stays.
using Key = std::string;

/// The node of an object's text that an element came from.
struct Source
{
    const kube::Object *object = nullptr; ///< null if nothing in the workspace says it
    kube::Origin origin;

    /// Where it stands now; an invalid file for null.
    Place place(const kube::Workspace &workspace) const;
    /// All sources are equal, as all origins are: elements compare by what they say.
    bool operator==(const Source &) const { return true; }
};

enum class NodeKind : std::uint8_t {
    Workload,
    PodGroup,
    LikeGroup, ///< "pods like this": a peer selector that nothing backs
    Internet,  ///< 0.0.0.0/0 and ::/0
    Range,     ///< an outside CIDR range
    Cluster,   ///< namespaceSelector {}: every pod of the cluster
    Everyone,  ///< no from / to: inside and outside
    WayIn      ///< an Ingress, Route, Gateway or Service that leads in from outside
};

/// One direction of a node.
enum class Lock : std::uint8_t {
    Open,           ///< nothing isolates it
    Closed,         ///< isolated or denied by cluster-wide policies; not everybody is admitted
    AdmitsEveryone, ///< isolated, but some rule admits everyone
    CannotTell      ///< perhaps isolated: by policies whose podSelector cannot be read
};

/// What cluster-wide policies do to one direction of a node.
struct Denial
{
    std::vector<std::string> policies; ///< that deny it something, by kind and name
    bool isAll = false;                ///< they close the lock; no NetworkPolicy does

    bool operator==(const Denial &) const = default;
};

/// How an element stands to an earlier state, in a graph that shows both (see compare.h).
enum class Since : std::uint8_t { Same, Added, Removed, Changed };

struct Node
{
    Key key;
    NodeKind kind = NodeKind::Workload;
    Key frame;                      ///< empty for outside nodes
    std::string title;              ///< the name; with the label that differs where titles collide
    std::string kindName;           ///< "Deployment", "Pods"; empty for outside nodes but ways in
    std::string labels;             ///< what selects it, as `app=api`
    std::vector<std::string> ports; ///< declared: "8080", "53/UDP", "http 8080"; of a way in from
                                    ///< which to which: ":443→8443"
    Lock ingress = Lock::Open;
    Lock egress = Lock::Open;
    Denial ingressDenial;
    Denial egressDenial;
    bool hostNetwork = false;
    bool isStale = false;         ///< its document does not parse at present
    bool canConnect = true;       ///< false for groups by other expressions
    verdict::EndpointId endpoint; ///< invalid for outside nodes; belongs to one evaluator state
    kube::AddressSet v4;          ///< of Internet and Range nodes
    kube::AddressSet v6;
    Source source;
    Since since = Since::Same;
    Lock ingressBefore = Lock::Open; ///< where `since` is Changed
    Lock egressBefore = Lock::Open;
    std::string tag; ///< what a view says on its edge, in words of the user's language

    bool operator==(const Node &) const;
};

enum class Wall : std::uint8_t {
    Open,           ///< nothing in it is isolated
    Partial,        ///< some services are
    Thin,           ///< all present services are, but a new one would be open
    AdmitsEveryone, ///< any pod of it is isolated, but a rule admits everyone
    CannotTell,     ///< a policy may deny by default, but its podSelector cannot be read
    Full            ///< a policy denies by default what any pod of it is not admitted
};

/// A namespace.
struct Frame
{
    Key key;
    std::string title;
    Wall ingress = Wall::Open;
    Wall egress = Wall::Open;
    std::size_t isolatedIngress = 0; ///< services, of `services`
    std::size_t isolatedEgress = 0;
    std::size_t services = 0;
    bool isOpenEnded = false; ///< namespaces known by labels only; the title is `{team=x}`
    bool isDefault = false;   ///< some of its documents name no namespace
    Source ingressSource;     ///< the policy behind a full wall
    Source egressSource;
    std::string ingressWallBy; ///< kind and name where that is a cluster-wide policy
    std::string egressWallBy;
    Source source;       ///< the Namespace object
    kube::Labels labels; ///< of a namespace that only rules name: what they say of it
    Since since = Since::Same;
    Wall ingressBefore = Wall::Open; ///< where `since` is Changed
    Wall egressBefore = Wall::Open;

    bool operator==(const Frame &) const = default;
};

enum class ArrowState : std::uint8_t {
    Allowed,
    HalfOpenAtSource, ///< the target's rule admits it, the source's egress does not
    HalfOpenAtTarget, ///< the source's rule admits it, the target's ingress does not
    CannotTell
};

/// Whether a block of addresses that an arrow begins or ends at means pods of the cluster as well.
enum class PodsToo : std::uint8_t { No, Some, Every };

/// A rule behind an arrow.
struct RuleSource
{
    std::string policy; ///< namespace/name; of a cluster-wide policy its kind and name
    kube::Direction direction = kube::Direction::Ingress;
    std::size_t rule = 0;   ///< from 0
    Source source;          ///< the rule's lines
    bool isRefused = false; ///< the API server would refuse its policy, and all rules with it
    bool operator==(const RuleSource &) const = default;
};

/// Who comes in by a way, as far as policies can know.
enum class WayIn : std::uint8_t {
    None,
    Controller, ///< pods that nothing here describes: a controller, a gateway
    Address     ///< an address, which may be another than the client's
};

/// An object that a way in leads through: a route, a Service.
struct WayStep
{
    std::string text; ///< "HTTPRoute shop/web"
    Source source;
    bool operator==(const WayStep &) const = default;
};

/// From one end to another that some rule names, or from a way in to where it leads. Ends are nodes
/// or frames (every pod in it).
struct Arrow
{
    Key key; ///< source + "\n" + target
    Key source;
    Key target;
    ArrowState state = ArrowState::Allowed;
    kube::ConnectionSet ports; ///< the verdict's; for half open what the one half admits
    /// Ports besides these that one end's rules name and only that end admits.
    kube::ConnectionSet onlyAtSource; ///< the source may send them, the target does not admit them
    kube::ConnectionSet onlyAtTarget; ///< the target admits them, the source may not send them
    bool differs = false;        ///< not all pairs behind it have these ports (an end is a frame)
    bool hasUnseenPairs = false; ///< so many are behind it that not all were looked at
    std::string label; ///< the ports as text; where they are known by name alone, the names
    /// Names of ports that may be admitted besides `ports`; nobody can tell which ports they are.
    std::string alsoNamed;
    std::vector<RuleSource> rules; ///< of both halves
    WayIn way = WayIn::None;
    kube::ConnectionSet leads;  ///< of a way in: where it leads, whatever policies say
    std::vector<WayStep> steps; ///< of a way in
    std::string unstated;  ///< of a way in: a namespace whose labels a listener asks for in vain
    bool isUnseen = false; ///< its Gateway is not here, so that nobody knows what it takes
    Since since = Since::Same;
    std::string labelBefore; ///< where `since` is Changed: what was allowed; empty for nothing
    bool isUnlikeStandard = false; ///< the network plugin makes another verdict of it
    std::string labelStandard;     ///< then: what Kubernetes documents; empty for nothing
    bool isStandardUnsure = false; ///< then: by the standard nobody can tell
    /// The network plugin admits nothing of it, and no rule that it enforces tells it: it is drawn
    /// for what the standard allows, which `ports` are. Its state is CannotTell.
    bool isOnlyStandard = false;
    PodsToo podsToo = PodsToo::No; ///< by the network plugin

    bool isBetweenSame() const; ///< from a frame to itself: its services among each other
    /// One end allows it, the other does not; of a way in: policies admit nothing of it.
    bool isBlocked() const
    {
        return state == ArrowState::HalfOpenAtSource || state == ArrowState::HalfOpenAtTarget;
    }
    bool isWayIn() const { return way != WayIn::None; }
    /// Blocked, and a rule of the other end would open it.
    bool isHalfOpen() const { return isBlocked() && !isWayIn(); }
    /// For some ports, whatever it is for the others.
    bool hasHalfOpenPorts() const
    {
        return isHalfOpen() || !onlyAtSource.isEmpty() || !onlyAtTarget.isEmpty();
    }
    /// Some rule behind it is in a policy that the API server would refuse.
    bool hasRefusedRule() const
    {
        return std::any_of(rules.begin(), rules.end(),
                           [](const RuleSource &rule) { return rule.isRefused; });
    }
    bool operator==(const Arrow &) const = default;
};

/// What is drawn; each list sorted by key.
struct Graph
{
    std::vector<Node> nodes;
    std::vector<Frame> frames;
    std::vector<Arrow> arrows;
    std::vector<Arrow> idle; ///< named by rules that admit nothing between their ends: not drawn
    ArrowEnds arrowEnds;     ///< of `arrows`; unknown where their number differs
    ArrowEnds idleEnds;      ///< of `idle`

    const Node *node(const Key &key) const;
    const Frame *frame(const Key &key) const;
    const Arrow *arrow(const Key &key) const;
    /// Those that begin or end at one of these, in their order.
    std::vector<const Arrow *> arrowsAt(const FewKeys &ends) const;
    std::vector<const Arrow *> idleAt(const FewKeys &ends) const;
};

/// Declared ports of pod groups, from the side file: node key to ports as texts.
using DeclaredPorts = std::map<Key, std::vector<std::string>>;

Graph build(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
            const DeclaredPorts &declared = {});

/// The same; nothing if more pairs of ends would have to be judged than that.
std::optional<Graph> buildWithin(const kube::Workspace &workspace,
                                 const verdict::Evaluator &evaluator, const DeclaredPorts &declared,
                                 std::size_t mostPairs);

/// build() would put rules at arrows, each at all that it names, more often than that. It may take
/// gigabytes.
bool namesMoreThan(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                   std::size_t most);

/// Keys of what is new, gone or different.
struct Difference
{
    std::vector<Key> added;
    std::vector<Key> removed;
    std::vector<Key> changed;
    std::size_t size() const { return added.size() + removed.size() + changed.size(); }
};
Difference difference(const Graph &before, const Graph &after);

Key frameKey(const std::string &nameSpace);   ///< "frame:shop"
std::string namespaceOfFrame(const Key &key); ///< "shop"; empty if it is no frame's
inline constexpr const char *kInternetKey = "outside:internet";
inline constexpr const char *kEveryoneKey = "outside:everyone";
inline constexpr const char *kClusterKey = "outside:cluster";

} // namespace drawbridge::graph
