#pragma once

#include "verdict/evaluator.h"

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
    Everyone   ///< no from / to: inside and outside
};

/// One direction of a node.
enum class Lock : std::uint8_t {
    Open,          ///< nothing isolates it
    Closed,        ///< isolated or denied by cluster-wide policies; not everybody is admitted
    AdmitsEveryone ///< isolated, but some rule admits everyone
};

/// How an element stands to an earlier state, in a graph that shows both (see compare.h).
enum class Since : std::uint8_t { Same, Added, Removed, Changed };

struct Node
{
    Key key;
    NodeKind kind = NodeKind::Workload;
    Key frame;                      ///< empty for outside nodes
    std::string title;              ///< the name; with the label that differs where titles collide
    std::string kindName;           ///< "Deployment", "Pods"; empty for outside nodes
    std::string labels;             ///< what selects it, as `app=api`
    std::vector<std::string> ports; ///< declared: "8080", "53/UDP", "http 8080"
    Lock ingress = Lock::Open;
    Lock egress = Lock::Open;
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

    bool operator==(const Node &) const;
};

enum class Wall : std::uint8_t {
    Open,    ///< nothing in it is isolated
    Partial, ///< some services are
    Thin,    ///< all present services are, but a new one would be open
    Full     ///< a policy with an empty podSelector isolates all
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
    Source source; ///< the Namespace object
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

/// A rule behind an arrow.
struct RuleSource
{
    std::string policy; ///< namespace/name; of a cluster-wide policy its kind and name
    kube::Direction direction = kube::Direction::Ingress;
    std::size_t rule = 0; ///< from 0
    Source source;        ///< the rule's lines
    bool operator==(const RuleSource &) const = default;
};

/// From one end to another that some rule names. Ends are nodes or frames (every pod in it).
struct Arrow
{
    Key key; ///< source + "\n" + target
    Key source;
    Key target;
    ArrowState state = ArrowState::Allowed;
    kube::ConnectionSet ports;     ///< the verdict's; for half open what the one half admits
    bool differs = false;          ///< not all pairs behind it have these ports (an end is a frame)
    std::string label;             ///< the ports as text
    std::vector<RuleSource> rules; ///< of both halves
    Since since = Since::Same;
    std::string labelBefore; ///< where `since` is Changed: what was allowed; empty for nothing
    bool isUnlikeStandard = false; ///< the network plugin makes another verdict of it
    std::string labelStandard;     ///< then: what Kubernetes documents; empty for nothing

    bool isBetweenSame() const; ///< from a frame to itself: its services among each other
    bool isHalfOpen() const
    {
        return state == ArrowState::HalfOpenAtSource || state == ArrowState::HalfOpenAtTarget;
    }
    bool operator==(const Arrow &) const = default;
};

/// What is drawn; each list sorted by key.
struct Graph
{
    std::vector<Node> nodes;
    std::vector<Frame> frames;
    std::vector<Arrow> arrows;

    const Node *node(const Key &key) const;
    const Frame *frame(const Key &key) const;
    const Arrow *arrow(const Key &key) const;
};

/// Declared ports of pod groups, from the side file: node key to ports as texts.
using DeclaredPorts = std::map<Key, std::vector<std::string>>;

Graph build(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
            const DeclaredPorts &declared = {});

/// Keys of what is new, gone or different.
struct Difference
{
    std::vector<Key> added;
    std::vector<Key> removed;
    std::vector<Key> changed;
    std::size_t size() const { return added.size() + removed.size() + changed.size(); }
};
Difference difference(const Graph &before, const Graph &after);

Key frameKey(const std::string &nameSpace); ///< "frame:shop"
inline constexpr const char *kInternetKey = "outside:internet";
inline constexpr const char *kEveryoneKey = "outside:everyone";
inline constexpr const char *kClusterKey = "outside:cluster";

} // namespace drawbridge::graph
