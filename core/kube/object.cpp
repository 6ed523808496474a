#include "kube/object.h"

#include "kube/decode.h"

#include <algorithm>
#include <array>

namespace drawbridge::kube {

namespace {

constexpr int kMaxListDepth = 8;

using Objects = std::vector<std::shared_ptr<const Object>>;
using PiecePtr = std::shared_ptr<const yaml::Piece>;

std::string groupOf(std::string_view apiVersion)
{
    const std::size_t slash = apiVersion.find('/');
    return slash == std::string_view::npos ? "" : std::string(apiVersion.substr(0, slash));
}

/// Any of them counts for any kind, in any version: a wrong pair is the user's slip, not another
/// product's kind.
bool isKubernetesGroup(std::string_view group)
{
    constexpr std::array<std::string_view, 6> groups{
        "", "apps", "batch", "extensions", "networking.k8s.io", "policy.networking.k8s.io"};
    return std::find(groups.begin(), groups.end(), group) != groups.end();
}

bool isJudgedKind(std::string_view kind)
{
    return workloadKindNamed(kind) || clusterPolicyKindNamed(kind) || kind == "NetworkPolicy" ||
           kind == "Service" || kind == "Ingress" || kind == "Namespace";
}

/// OpenShift's Route; Knative's is another.
bool isRoute(const ItemDefaults &type)
{
    const std::string group = groupOf(type.apiVersion);
    return type.kind == "Route" && (group.empty() || group == "route.openshift.io");
}

/// Of the Gateway API; Istio's Gateway is another.
bool isGatewayKind(const ItemDefaults &type)
{
    return groupOf(type.apiVersion) == kGatewayGroup &&
           (type.kind == "Gateway" || type.kind == "ReferenceGrant" || routeKindNamed(type.kind));
}

/// What kubectl asks for where a judged kind says nothing.
const char *apiVersionOf(std::string_view kind)
{
    const auto workload = workloadKindNamed(kind);
    if (kind == "NetworkPolicy" || kind == "Ingress")
        return "networking.k8s.io/v1";
    if (kind == "Route")
        return "route.openshift.io/v1";
    if (const auto cluster = clusterPolicyKindNamed(kind))
        return cluster == ClusterPolicyKind::ClusterNetworkPolicy
                   ? "policy.networking.k8s.io/v1alpha2"
                   : "policy.networking.k8s.io/v1alpha1";
    if (workload == WorkloadKind::Job || workload == WorkloadKind::CronJob)
        return "batch/v1";
    if (workload && workload != WorkloadKind::Pod &&
        workload != WorkloadKind::ReplicationController)
        return "apps/v1";
    return "v1";
}

bool isListKind(std::string_view kind)
{
    constexpr std::string_view list = "List";
    return kind.size() >= list.size() && kind.substr(kind.size() - list.size()) == list;
}

ItemDefaults defaultsOf(const std::string &apiVersion, const std::string &kind)
{
    if (kind.size() <= 4 || !isListKind(kind))
        return {};
    return {apiVersion, kind.substr(0, kind.size() - 4)};
}

/// apiVersion and kind as they are written; empty where they are missing or no text.
ItemDefaults typeOf(const yaml::Piece &piece, yaml::NodeId node)
{
    Reader reader(piece, Severity::Note);
    const Mapping object = reader.mapping(reader.field(node, ""));
    return {reader.text(object.member("apiVersion")).value.value_or(""),
            reader.text(object.member("kind")).value.value_or("")};
}

/// An error of core/yaml inside the object: a key given twice, an alias to nothing.
bool hasErrorsInText(const yaml::Piece &piece, TextRange range)
{
    return std::any_of(piece.problems.begin(), piece.problems.end(), [&](const Problem &p) {
        return p.severity == Severity::Error && range.begin <= p.range.begin &&
               p.range.begin < range.end;
    });
}

class Decoder
{
public:
    explicit Decoder(PiecePtr piece) : m_piece(std::move(piece)) {}

    void decode(yaml::NodeId place, const ItemDefaults &defaults, int depth);

    Objects objects;

private:
    void decodeItems(yaml::NodeId place, const ItemDefaults &type, int depth);
    void decodeOne(yaml::NodeId place, const ItemDefaults &type, bool isTypedItem);
    void addNoApiVersion(Object &object);
    void decodePolicyInto(Object &object);
    void decodeClusterPolicyInto(Object &object, ClusterPolicyKind kind);
    void decodeOtherInto(Object &object);
    void addNoObject(yaml::NodeId place, Severity severity);
    void add(Object object) { objects.push_back(std::make_shared<Object>(std::move(object))); }
    Object emptyObject(yaml::NodeId place, const ItemDefaults &type) const;

    const yaml::Tree &tree() const { return m_piece->tree; }

    PiecePtr m_piece;
};

Object Decoder::emptyObject(yaml::NodeId place, const ItemDefaults &type) const
{
    Object object;
    object.meta.apiVersion = type.apiVersion;
    object.meta.kind = type.kind;
    object.meta.nameOrigin = {place};
    object.value = Other{};
    object.piece = m_piece;
    object.node = place;
    return object;
}

void Decoder::addNoObject(yaml::NodeId place, Severity severity)
{
    Object object = emptyObject(place, {});
    Reader reader(*m_piece, severity);
    reader.report(severity, Code::NoObject, reader.range(reader.field(place, "")), {});
    object.problems = reader.takeProblems();
    add(std::move(object));
}

void Decoder::decode(yaml::NodeId place, const ItemDefaults &defaults, int depth)
{
    const yaml::NodeId node = tree().resolved(place);
    if (node == yaml::kNoNode || tree()[node].kind != yaml::Kind::Mapping) {
        addNoObject(place, Severity::Warning);
        return;
    }
    ItemDefaults type = typeOf(*m_piece, node);
    const bool hasVersion = !type.apiVersion.empty();
    if (type.kind.empty())
        type.kind = defaults.kind;
    if (!hasVersion)
        type.apiVersion = defaults.apiVersion;
    if (type.kind.empty()) {
        // A mapping without both is some other YAML, which is no fault.
        addNoObject(place, hasVersion ? Severity::Warning : Severity::Note);
    } else if (isListKind(type.kind) && m_piece->role == yaml::Role::ListShell && depth == 0) {
        // Its items are pieces of their own.
    } else if (isListKind(type.kind) && tree().find(node, "items") != yaml::kNoNode) {
        decodeItems(place, type, depth);
    } else {
        decodeOne(place, type, !defaults.kind.empty());
    }
}

void Decoder::decodeItems(yaml::NodeId place, const ItemDefaults &type, int depth)
{
    Reader reader(*m_piece, Severity::Warning);
    const Mapping list = reader.mapping(reader.field(place, ""));
    const Items items = reader.items(list.member("items"));
    if (items.isBroken || depth >= kMaxListDepth) {
        Object object = emptyObject(place, type);
        object.problems = reader.takeProblems();
        add(std::move(object));
        return;
    }
    const ItemDefaults defaults = defaultsOf(type.apiVersion, type.kind);
    for (const Field &item : items.fields)
        decode(item.place, defaults, depth + 1);
}

void Decoder::decodePolicyInto(Object &object)
{
    Reader reader(*m_piece, Severity::Error);
    const Field root = reader.field(object.node, "");
    MetaRules rules;
    rules.isStrict = true;
    ObjectMeta meta = decodeMeta(reader, reader.mapping(root), rules);
    meta.apiVersion = object.meta.apiVersion;
    meta.kind = object.meta.kind;
    object.meta = std::move(meta);
    NetworkPolicy policy = decodePolicy(reader, root);
    const yaml::Node node = tree()[object.node];
    policy.wouldBeRefused = policy.wouldBeRefused || reader.hasErrors() ||
                            hasErrorsInText(*m_piece, {node.start, node.end});
    object.value = std::move(policy);
    object.problems = reader.takeProblems();
}

void Decoder::decodeClusterPolicyInto(Object &object, ClusterPolicyKind kind)
{
    Reader reader(*m_piece, Severity::Error);
    const Field root = reader.field(object.node, "");
    MetaRules rules;
    rules.isNamespaced = false;
    rules.isStrict = true;
    ObjectMeta meta = decodeMeta(reader, reader.mapping(root), rules);
    meta.apiVersion = object.meta.apiVersion;
    meta.kind = object.meta.kind;
    object.meta = std::move(meta);
    ClusterPolicy policy = decodeClusterPolicy(reader, root, kind);
    const yaml::Node node = tree()[object.node];
    policy.wouldBeRefused = reader.hasErrors() || hasErrorsInText(*m_piece, {node.start, node.end});
    object.value = std::move(policy);
    object.problems = reader.takeProblems();
}

/// What is not a policy is used or, if it cannot be decoded, left out: then it is Other.
void Decoder::decodeOtherInto(Object &object)
{
    Reader reader(*m_piece, Severity::Warning);
    const Mapping root = reader.mapping(reader.field(object.node, ""));
    const std::string kind = object.meta.kind;
    MetaRules rules;
    rules.isNamespaced = kind != "Namespace";
    rules.name = rules.isNamespaced ? NameRule::Subdomain : NameRule::Label;
    ObjectMeta meta = decodeMeta(reader, root, rules);
    meta.apiVersion = object.meta.apiVersion;
    meta.kind = kind;
    object.meta = std::move(meta);
    if (kind == "Service")
        object.value = decodeService(reader, root);
    else if (kind == "Ingress")
        object.value = decodeIngress(reader, root);
    else if (kind == "Route")
        object.value = decodeRoute(reader, root);
    else if (kind == "Gateway")
        object.value = decodeGateway(reader, root);
    else if (kind == "ReferenceGrant")
        object.value = decodeReferenceGrant(reader, root);
    else if (const auto route = routeKindNamed(kind))
        object.value = decodeGatewayRoute(reader, root, *route);
    else if (kind == "Namespace")
        object.value = Namespace{};
    else if (const auto workload = workloadKindNamed(kind))
        object.value = decodeWorkload(reader, root, *workload);
    if (reader.hasWrongTypes()) {
        object.value = Other{};
        std::vector<std::string> arguments{kind};
        if (const std::string &name = object.meta.shownName(); !name.empty())
            arguments.push_back(object.meta.nameSpace.empty() ? name
                                                              : object.meta.nameSpace + '/' + name);
        reader.report(Severity::Error, Code::ObjectLeftOut,
                      reader.range(reader.field(object.meta.nameOrigin.node, "")),
                      std::move(arguments));
    }
    object.problems = reader.takeProblems();
}

/// It counts all the same, as it may be meant; kubectl refuses it. Items of a PodList or its like
/// need none.
void Decoder::addNoApiVersion(Object &object)
{
    Reader reader(*m_piece, Severity::Warning);
    const Mapping root = reader.mapping(reader.field(object.node, ""));
    reader.report(Severity::Warning, Code::NoApiVersion, reader.range(root.member("apiVersion")),
                  {object.meta.kind, apiVersionOf(object.meta.kind)});
    for (Problem &problem : reader.takeProblems())
        if (problem.code == Code::NoApiVersion)
            object.problems.push_back(std::move(problem));
}

void Decoder::decodeOne(yaml::NodeId place, const ItemDefaults &type, bool isTypedItem)
{
    Object object = emptyObject(place, type);
    const bool isKubernetes = isKubernetesGroup(object.meta.group());
    if (isKubernetes && type.kind == "NetworkPolicy") {
        decodePolicyInto(object);
    } else if (const auto kind = clusterPolicyKindNamed(type.kind); isKubernetes && kind) {
        decodeClusterPolicyInto(object, *kind);
    } else if ((isKubernetes && isJudgedKind(type.kind)) || isRoute(type) || isGatewayKind(type)) {
        decodeOtherInto(object);
    } else {
        // Names and labels are still worth showing; what is wrong with them is not ours to say.
        Reader reader(*m_piece, Severity::Note);
        const Mapping root = reader.mapping(reader.field(place, ""));
        ObjectMeta meta = decodeMeta(reader, root, {});
        meta.apiVersion = type.apiVersion;
        meta.kind = type.kind;
        object.meta = std::move(meta);
        add(std::move(object));
        return;
    }
    if (type.apiVersion.empty() && !isTypedItem)
        addNoApiVersion(object);
    add(std::move(object));
}

} // namespace

std::string ObjectMeta::group() const
{
    return groupOf(apiVersion);
}

TextRange Object::range(Origin origin, const yaml::Tree &tree) const
{
    const yaml::NodeId wanted = origin.node < tree.size() ? origin.node : node;
    if (wanted >= tree.size())
        return {};
    return {tree[wanted].contentStart, tree[wanted].end};
}

std::vector<std::shared_ptr<const Object>> decode(const std::shared_ptr<const yaml::Piece> &piece,
                                                  const ItemDefaults &defaults)
{
    if (!piece || !piece->isParsed || piece->tree.isEmpty())
        return {};
    const yaml::NodeId node = piece->objectNode();
    if (node == yaml::kNoNode || piece->tree[node].kind == yaml::Kind::Null)
        return {};
    Decoder decoder(piece);
    decoder.decode(node, defaults, 0);
    return std::move(decoder.objects);
}

ItemDefaults itemDefaults(const yaml::Piece &shell)
{
    if (!shell.isParsed || shell.tree.isEmpty())
        return {};
    const yaml::NodeId node = shell.objectNode();
    if (node == yaml::kNoNode)
        return {};
    const ItemDefaults type = typeOf(shell, node);
    return defaultsOf(type.apiVersion, type.kind);
}

} // namespace drawbridge::kube
