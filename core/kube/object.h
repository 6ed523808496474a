#pragma once

#include "base/diagnostic.h"
#include "kube/cluster_policy.h"
#include "kube/gateway.h"
#include "kube/network_policy.h"
#include "kube/workload.h"
#include "yaml/piece.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace drawbridge::kube {

struct ObjectMeta
{
    std::string apiVersion; ///< empty if missing
    std::string kind;
    std::string name;
    std::string generateName; ///< what a cluster makes a name from, where there is none
    std::string nameSpace;    ///< empty if missing (or the kind has none)
    Labels labels;
    Origin nameOrigin;      ///< the node of metadata.name, or of the object if missing
    Origin namespaceOrigin; ///< kNoNode if missing

    /// The name, or what it is made from: objects with different ones are different.
    const std::string &shownName() const { return name.empty() ? generateName : name; }
    std::string group() const; ///< "apps" of "apps/v1", empty for core or missing
    bool operator==(const ObjectMeta &) const = default;
};

/// A Kubernetes object that is present but not judged.
struct Other
{
    bool operator==(const Other &) const = default;
};

using ObjectValue = std::variant<NetworkPolicy, Workload, Service, Ingress, Gateway, GatewayRoute,
                                 ReferenceGrant, Namespace, ClusterPolicy, Other>;

/// One object as values, and what is wrong with it. Ranges of problems count from the begin of the
/// piece's text. Never changed after it was made; where its text changed in places only, `piece` is
/// an earlier state of the text, whose node ids still hold.
struct Object
{
    ObjectMeta meta;
    ObjectValue value;
    std::vector<Problem> problems;
    std::shared_ptr<const yaml::Piece> piece;
    yaml::NodeId node = yaml::kNoNode; ///< of the object inside the piece's tree

    const NetworkPolicy *policy() const { return std::get_if<NetworkPolicy>(&value); }
    const ClusterPolicy *clusterPolicy() const { return std::get_if<ClusterPolicy>(&value); }
    /// It lives in no namespace.
    bool isClusterScoped() const
    {
        return clusterPolicy() || std::holds_alternative<Namespace>(value);
    }
    const Workload *workload() const { return std::get_if<Workload>(&value); }
    /// The range of an origin (contentStart to end) in the text of `tree`, which is the object's
    /// own or differs from it in places only; the whole object's if unknown.
    TextRange range(Origin origin, const yaml::Tree &tree) const;
};

/// apiVersion and kind of a List item that states none (`<Kind>List`).
struct ItemDefaults
{
    std::string apiVersion;
    std::string kind;
    bool operator==(const ItemDefaults &) const = default;
};

/// Reads the object of a piece: a document, a List item or a List shell; also all items of a List
/// that was parsed whole. Decides by group and kind (any version, a missing apiVersion counts).
/// Never throws; what cannot be read becomes a problem, and reads as admitting nothing. Of null, or
/// a piece that did not parse, nothing.
std::vector<std::shared_ptr<const Object>> decode(const std::shared_ptr<const yaml::Piece> &piece,
                                                  const ItemDefaults &defaults = {});

/// The item defaults of a List shell: PodList in v1 gives Pod. Empty kind for a plain List.
ItemDefaults itemDefaults(const yaml::Piece &shell);

} // namespace drawbridge::kube
