#pragma once

#include "base/patch.h"
#include "base/result.h"
#include "kube/workspace.h"
#include "verdict/evaluator.h"
#include "yaml/edit.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace drawbridge::edit {

/// One end of a connection that the user names.
struct End
{
    enum class Kind {
        Endpoint,  ///< `name`: an endpoint's key
        Namespace, ///< `name`: every pod of that namespace
        Internet,  ///< 0.0.0.0/0 and ::/0
        Range,     ///< `cidr`
        Everyone   ///< inside and outside
    };
    Kind kind = Kind::Endpoint;
    std::string name;
    kube::Cidr cidr;

    bool operator==(const End &) const = default;
};

/// Ports of one protocol; first 0 means all of them.
struct PortSpan
{
    kube::Protocol protocol = kube::Protocol::Tcp;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    /// Written instead of the number `first`, which every pod of the target must give to this name.
    std::string name = {};

    bool operator==(const PortSpan &) const = default;
};

/// "TCP/8080", "8080", "8080/tcp", "TCP/8000-8010", "UDP/all" (all ports of it); "all" is no span.
Result<PortSpan> parsePort(const std::string &text);
std::string
portText(const PortSpan &span); ///< "TCP 8080", "TCP 8000-8010", "UDP", "TCP http (8080)"
kube::ConnectionSet connections(const std::vector<PortSpan> &ports); ///< empty: everything
std::vector<PortSpan> spansOf(const kube::ConnectionSet &ports);

/// Let `source` open connections to `target` on these ports (none: all protocols and ports).
struct Allow
{
    End source;
    End target;
    std::vector<PortSpan> ports;
    /// Where nothing isolates the target: isolate it, so that only this may enter. Without it such
    /// an allow fails with AlreadyOpen, since it would change nothing.
    bool isolates = false;
    /// Narrow: in new policies for just this pair, whose selectors pick exactly its ends. No rule
    /// or policy that is there is extended.
    bool ownPolicy = false;
    /// Write this half alone, as where the other admits the ports already.
    std::optional<kube::Direction> onlyHalf = {};
    /// What is asked for as one, of which `ports` may be only what is missing: an entry that is the
    /// rest of such a span is widened to it.
    std::vector<PortSpan> wholes = {};
};

/// Take these ports (none: all) from what `source` may open to `target`.
struct Revoke
{
    End source;
    End target;
    std::vector<PortSpan> ports;
    /// A rule of this pair for every port may be written with the ports that stay; else it is
    /// refused.
    bool namesTheRest = false;
};

/// Let `source` open to `target` exactly these ports (none: all).
struct SetPorts
{
    End source;
    End target;
    std::vector<PortSpan> ports;
};

/// Who answers names in a cluster.
enum class DnsServer {
    KubeDns,   ///< CoreDNS behind kube-dns
    NodeLocal, ///< NodeLocal DNSCache, which has an address and no labels to select
    OpenShift
};

/// Write the default-deny baseline of a namespace where it is missing.
struct Isolate
{
    std::string nameSpace;
    bool egress = false; ///< egress too
    bool dns = false;    ///< with egress: allow DNS
    DnsServer server = DnsServer::KubeDns;
    /// Write the missing half of what a rule of the other end names and the new wall would cut, on
    /// the ports of that rule. What cannot be kept as it is, is in Rewrite::drawnCuts.
    bool keepsDrawn = false;
};

/// A service of a sketch: its own NetworkPolicy, isolated (ingress), with no rules.
struct AddService
{
    std::string nameSpace;
    std::string name;
    std::string labelKey = "app";
    FileId file; ///< where to write; invalid: decided as decision 24
};

/// Make a policy say this. Its parts are known again by their origins (a rule, peer, port or
/// expression without one is new), so that what stays is not written again.
struct ChangePolicy
{
    kube::ObjectPtr policy;
    std::string name;
    kube::NetworkPolicy wanted;
};

/// Write parts of a policy in other words that mean the same to a cluster.
struct Respell
{
    struct Part
    {
        kube::Origin at;
        std::optional<yaml::Value> value; ///< nothing: it is taken away
    };
    kube::ObjectPtr policy;
    std::vector<Part> parts;  ///< in text order, none inside another
    bool writesTypes = false; ///< write out the policyTypes that the API server would fill in
    /// The parts are why the API server would refuse the object, so that it means another thing
    /// afterwards; it need be no policy.
    bool mends = false;
};

/// Take an object out of its file: its document or List item, with the comments inside.
struct RemoveObject
{
    kube::ObjectPtr object;
};

/// Rename a service. A pod group: the label value that names it, in its subject and in every peer
/// that means it alone, and a policy that is called like it. A workload: metadata.name alone.
struct Rename
{
    std::string endpoint; ///< key
    std::string name;
};

/// Put a service with its own policies into another namespace; peers that mean it alone follow.
struct MoveService
{
    std::string endpoint;
    std::string nameSpace;
};

/// Remove a service: its own policies and the peers that mean it alone; its manifests only if
/// asked.
struct RemoveService
{
    std::string endpoint;
    bool manifests = false;
};

/// Give a Namespace, or the pods of a workload, these labels.
struct ChangeLabels
{
    kube::ObjectPtr object;
    kube::Labels labels;
};

/// Let containers of a workload and Services say that they listen on these ports, which are known
/// again by their origins. What else a port says (hostPort, nodePort) stays.
struct ChangePorts
{
    struct OfContainer
    {
        kube::ObjectPtr workload;
        std::size_t container = 0; ///< among containersOf()
        std::vector<kube::ContainerPort> ports;
    };
    struct OfService
    {
        kube::ObjectPtr service;
        std::vector<kube::ServicePort> ports;
    };
    std::vector<OfContainer> containers;
    std::vector<OfService> services;
};

/// Add the objects of a YAML or JSON text to a namespace. What would have the name of something
/// that is there gets another, in the label values of the text too. Comments come along. Where the
/// text names several namespaces, each object goes into its own: in one, what they say of each
/// other would mean others.
struct Paste
{
    std::string text;
    std::string nameSpace; ///< also of objects that name none
    /// Each object into the namespace that it names, though it is only one.
    bool keepsNamespaces = false;
};

/// Add whole Kubernetes objects of any kind as they are, in this order. A name that an object of
/// the same kind has in that namespace is refused: freePolicyName() (snippets.h) finds another.
struct AddObjects
{
    std::vector<yaml::Value> objects;
    FileId file;              ///< where to write; invalid: decided as decision 24
    std::string newFile = {}; ///< path of a file to write into instead, made if it is not open
};

using Intent = std::variant<Allow, Revoke, SetPorts, Isolate, AddService, AddObjects, ChangePolicy,
                            RemoveObject, Rename, MoveService, RemoveService, ChangeLabels,
                            ChangePorts, Paste, Respell>;

/// A pair whose verdict an edit changes besides the asked one.
struct PairChange
{
    std::string source; ///< as lists print it
    std::string target;
    kube::ConnectionSet before;
    kube::ConnectionSet after;

    bool operator==(const PairChange &) const = default;
};

inline constexpr std::size_t kMostChangesKept = 10'000; ///< of a kind; more than anybody reads

/// Pairs whose verdict changes. Of very many, as a wall among thousands of services cuts, only the
/// first are kept: of those between services, and of those with an address.
struct PairChanges
{
    std::vector<PairChange> pairs;
    std::size_t leftOut = 0;    ///< how many more there are
    kube::ConnectionSet opened; ///< by any of them
    kube::ConnectionSet closed;

    bool empty() const { return size() == 0; }
    std::size_t size() const { return pairs.size() + leftOut; }
    auto begin() const { return pairs.begin(); }
    auto end() const { return pairs.end(); }
};

struct FilePatches
{
    FileId file;
    Patches patches;
};

struct NewFile
{
    std::string path;
    std::string bytes;
};

/// What an intent comes to as text. Verified: all bytes outside the patches stay, the asked verdict
/// holds afterwards, and `alsoChanges` are all other pairs whose verdict would change.
struct Rewrite
{
    std::vector<FilePatches> patches;
    std::vector<NewFile> newFiles;
    PairChanges alsoChanges;
    /// Isolate: those of them that a rule draws; with keepsDrawn only what could not be kept.
    PairChanges drawnCuts;
    /// Pod groups, as lists print them, that no selector would mean any more, nor a narrower one:
    /// rules may still name such pods together with others.
    std::vector<std::string> noLongerShown;
    /// Endpoints that go on under another key.
    std::map<std::string, std::string> renamed;
    /// Places that hold the old name and were not touched.
    std::vector<Place> leftAlone;

    bool isEmpty() const { return patches.empty() && newFiles.empty(); }
};

/// Plans an intent; changes nothing. Fails with the reason if it cannot be done, or need not be
/// (AlreadyAllowed, AlreadyOpen, AlreadyIsolated, AlreadyNotAllowed), and with EditTooLarge where
/// it would take more than some seconds, or memory that others need.
Result<Rewrite> rewrite(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                        const Intent &intent);

/// The text of services, to be pasted elsewhere: their manifests and own policies.
std::string copied(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                   const std::vector<std::string> &endpoints);

/// The workspace after a rewrite.
kube::Workspace applied(const kube::Workspace &workspace, const Rewrite &rewrite);

/// The pairs (endpoints, and the outside ranges of both states) whose verdict differs.
PairChanges changedPairs(const verdict::Evaluator &before, const verdict::Evaluator &after);

/// A service of a new sketch with the ports it declares (kept in the side file only).
struct SketchService
{
    std::string name;
    std::vector<PortSpan> ports;
};

/// The text of a new sketch: default deny for the namespace (egress too if asked, then with DNS),
/// then one isolated policy a service.
Result<std::string> sketch(const std::string &nameSpace, const std::vector<SketchService> &services,
                           const std::string &labelKey = "app", bool egress = false);

/// Finds the end that a user's words name: `ns/name`, `name`, an address or CIDR, `internet`,
/// `anyone`, `namespace:ns`. An address that the input states of pods means these. UnknownName and
/// AmbiguousName list the candidates.
Result<End> parseEnd(const verdict::Evaluator &evaluator, const std::string &text);

} // namespace drawbridge::edit
