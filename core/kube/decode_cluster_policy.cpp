#include "kube/decode.h"

#include <algorithm>

namespace drawbridge::kube {

std::optional<ClusterPolicyKind> clusterPolicyKindNamed(std::string_view kind)
{
    if (kind == "AdminNetworkPolicy")
        return ClusterPolicyKind::AdminNetworkPolicy;
    if (kind == "BaselineAdminNetworkPolicy")
        return ClusterPolicyKind::BaselineAdminNetworkPolicy;
    if (kind == "ClusterNetworkPolicy")
        return ClusterPolicyKind::ClusterNetworkPolicy;
    return std::nullopt;
}

namespace {

constexpr long long kLastPriority = 1000;
constexpr std::size_t kMostNetworks = 25;
constexpr std::size_t kLongestName = 100;

/// The rules of policy.networking.k8s.io, apis/v1alpha1 and apis/v1alpha2 (the markers above the
/// types, which make the CRDs). Keeps what can be read; the rest is marked as unclear.
class ClusterDecoder
{
public:
    ClusterDecoder(Reader &reader, ClusterPolicyKind kind) : m_reader(reader), m_kind(kind) {}

    ClusterPolicy decode(const Field &object);

private:
    using Parts = std::vector<std::pair<std::string_view, Field>>;

    bool isNew() const { return m_kind == ClusterPolicyKind::ClusterNetworkPolicy; }
    bool isBaseline() const { return m_kind == ClusterPolicyKind::BaselineAdminNetworkPolicy; }

    Mapping specOf(const Mapping &root);
    void checkName(const Mapping &root);
    void decodePlace(const Mapping &spec, ClusterPolicy &policy);
    std::optional<Peer> decodeSubject(const Field &field);
    std::vector<ClusterRule> decodeRules(const Field &field, Direction direction);
    ClusterRule decodeRule(const Field &field, Direction direction);
    std::optional<RuleAction> decodeAction(const Field &field);
    void decodePeers(const Field &field, Direction direction, ClusterRule &rule);
    ClusterPeer decodePeer(const Field &field, Direction direction, RuleAction action);
    void decodeNetworks(const Field &field, ClusterPeer &peer);
    std::optional<Peer> decodePods(const Field &field);
    std::optional<Peer> decodeNamespaces(const Field &field);
    void decodePorts(const Mapping &mapping, ClusterRule &rule);
    bool decodeOldPort(const Field &field, ClusterPort &port);
    bool decodeNewPort(const Field &field, ClusterPort &port);
    bool decodeDestination(const Field &field, ClusterPort &port);
    bool decodeRange(const Field &field, bool mayBeOne, ClusterPort &port);
    bool decodeNumber(const Field &field, std::uint32_t &number);
    bool decodePortName(const Field &field, std::string &name);
    void checkNamedPorts(const Field &ports, const ClusterRule &rule);
    void checkCount(const Field &field, std::size_t count, std::size_t most);

    std::optional<std::pair<std::string_view, Field>>
    onlyPart(const Field &field, const Mapping &mapping,
             std::initializer_list<std::string_view> parts);
    static bool hasUnknown(const Mapping &mapping, std::initializer_list<std::string_view> known);

    Reader &m_reader;
    ClusterPolicyKind m_kind;
};

/// A rule of which nothing can be read: it may deny everything.
ClusterRule unreadableRule(const Field &field)
{
    ClusterRule rule;
    rule.peers.push_back({{}, {}, true, true, field.origin()});
    rule.mayMeanAnyPort = true;
    rule.isUnclear = true;
    rule.origin = field.origin();
    return rule;
}

ClusterPolicy unreadable(ClusterPolicyKind kind, const Field &field)
{
    ClusterPolicy policy;
    policy.kind = kind;
    policy.isPlaceUnclear = true;
    policy.ingress.push_back(unreadableRule(field));
    policy.egress.push_back(unreadableRule(field));
    policy.wouldBeRefused = true;
    return policy;
}

ClusterPolicy ClusterDecoder::decode(const Field &object)
{
    const Mapping root =
        m_reader.mapping(object, {"apiVersion", "kind", "metadata", "spec", "status"});
    if (root.isBroken)
        return unreadable(m_kind, object);
    checkName(root);
    const Mapping spec = specOf(root);
    if (spec.isBroken)
        return unreadable(m_kind, spec.field);
    if (spec.field.isAbsent())
        m_reader.required(spec.field, "");
    ClusterPolicy policy;
    policy.kind = m_kind;
    decodePlace(spec, policy);
    policy.subject = decodeSubject(spec.member("subject"));
    policy.ingress = decodeRules(spec.member("ingress"), Direction::Ingress);
    policy.egress = decodeRules(spec.member("egress"), Direction::Egress);
    if (policy.ingress.empty() && policy.egress.empty())
        m_reader.report(Severity::Warning, Code::NoRules, m_reader.range(spec.field),
                        {m_reader.text(m_reader.mapping(root.member("metadata")).member("name"))
                             .value.value_or("")});
    policy.wouldBeRefused = m_reader.hasErrors();
    return policy;
}

Mapping ClusterDecoder::specOf(const Mapping &root)
{
    const Field field = root.member("spec");
    if (isNew())
        return m_reader.mapping(field, {"tier", "priority", "subject", "ingress", "egress"});
    if (isBaseline())
        return m_reader.mapping(field, {"subject", "ingress", "egress"});
    return m_reader.mapping(field, {"priority", "subject", "ingress", "egress"});
}

/// v1alpha1, BaselineAdminNetworkPolicy: XValidation on metadata.name.
void ClusterDecoder::checkName(const Mapping &root)
{
    if (!isBaseline())
        return;
    const Field field = m_reader.mapping(root.member("metadata")).member("name");
    const auto name = m_reader.text(field);
    if (name.value && *name.value != "default")
        m_reader.invalid(field, quoted(*name.value),
                         "Only one baseline admin network policy with metadata.name=\"default\" "
                         "can be created in the cluster");
}

void ClusterDecoder::decodePlace(const Mapping &spec, ClusterPolicy &policy)
{
    policy.tier = isBaseline() ? Tier::Baseline : Tier::Admin;
    if (isNew()) {
        const Field field = spec.member("tier");
        const auto tier = m_reader.text(field);
        if (field.isAbsent())
            m_reader.required(field, "");
        else if (tier.value && *tier.value != "Admin" && *tier.value != "Baseline")
            m_reader.unsupported(field, quoted(*tier.value), "\"Admin\", \"Baseline\"");
        const bool isKnown = tier.value && (*tier.value == "Admin" || *tier.value == "Baseline");
        policy.tier = isKnown && *tier.value == "Baseline" ? Tier::Baseline : Tier::Admin;
        policy.isPlaceUnclear = !isKnown;
    }
    if (isBaseline())
        return;
    const Field field = spec.member("priority");
    const auto priority = m_reader.integer(field);
    policy.priorityOrigin = field.origin();
    const bool isRight = priority.value && *priority.value >= 0 && *priority.value <= kLastPriority;
    if (field.isAbsent())
        m_reader.required(field, "");
    else if (priority.value && !isRight)
        m_reader.invalid(field, std::to_string(*priority.value),
                         "should be greater than or equal to 0 and less than or equal to 1000");
    policy.priority = isRight ? int(*priority.value) : 0;
    policy.isPlaceUnclear = policy.isPlaceUnclear || !isRight;
}

bool ClusterDecoder::hasUnknown(const Mapping &mapping,
                                std::initializer_list<std::string_view> known)
{
    return std::any_of(mapping.entries.begin(), mapping.entries.end(),
                       [&](const Mapping::Entry &entry) {
                           return std::find(known.begin(), known.end(), entry.key) == known.end();
                       });
}

/// The one member that is set; nothing if there is none, or more than one.
std::optional<std::pair<std::string_view, Field>>
ClusterDecoder::onlyPart(const Field &field, const Mapping &mapping,
                         std::initializer_list<std::string_view> parts)
{
    std::string names;
    Parts found;
    for (std::string_view part : parts) {
        names.append(names.empty() ? "" : ", ").append(part);
        if (const Field member = mapping.member(part); !member.isAbsent())
            found.emplace_back(part, member);
    }
    if (found.empty())
        m_reader.required(field, "must specify exactly one of " + names);
    else if (found.size() > 1)
        m_reader.forbidden(field, "may not specify more than one of " + names);
    if (found.size() != 1)
        return std::nullopt;
    return found.front();
}

std::optional<Peer> ClusterDecoder::decodeNamespaces(const Field &field)
{
    Peer peer;
    peer.origin = field.origin();
    peer.namespaces = decodeSelector(m_reader, field);
    return peer.namespaces ? std::optional(std::move(peer)) : std::nullopt;
}

/// NamespacedPod: both selectors are required, but what the text means without one is plain: for
/// Go, as for most readers, a missing selector is an empty one, which selects all. So it is told
/// and used.
std::optional<Peer> ClusterDecoder::decodePods(const Field &field)
{
    const Mapping mapping = m_reader.mapping(field, {"namespaceSelector", "podSelector"});
    if (mapping.isBroken)
        return std::nullopt;
    Peer peer;
    peer.origin = field.origin();
    bool isRight = !hasUnknown(mapping, {"namespaceSelector", "podSelector"});
    for (const char *key : {"namespaceSelector", "podSelector"}) {
        const Field member = mapping.member(key);
        if (member.isAbsent())
            m_reader.report(Severity::Warning, Code::RequiredValue, m_reader.range(member),
                            {member.path, {}});
    }
    peer.namespaces = decodeSelector(m_reader, mapping.member("namespaceSelector"));
    peer.pods = decodeSelector(m_reader, mapping.member("podSelector"));
    isRight = isRight && peer.namespaces && peer.pods;
    return isRight ? std::optional(std::move(peer)) : std::nullopt;
}

std::optional<Peer> ClusterDecoder::decodeSubject(const Field &field)
{
    const Mapping mapping = m_reader.mapping(field, {"namespaces", "pods"});
    if (mapping.isBroken)
        return std::nullopt;
    const auto part = onlyPart(field, mapping, {"namespaces", "pods"});
    if (!part || hasUnknown(mapping, {"namespaces", "pods"}))
        return std::nullopt;
    return part->first == "pods" ? decodePods(part->second) : decodeNamespaces(part->second);
}

void ClusterDecoder::checkCount(const Field &field, std::size_t count, std::size_t most)
{
    if (count > most)
        m_reader.report(m_reader.severity(), Code::TooMany, m_reader.range(field),
                        {field.path, std::to_string(count),
                         "must have at most " + std::to_string(most) + " items"});
}

std::vector<ClusterRule> ClusterDecoder::decodeRules(const Field &field, Direction direction)
{
    const Items items = m_reader.items(field);
    if (items.isBroken)
        return {unreadableRule(field)};
    checkCount(field, items.fields.size(), isNew() ? 25 : 100);
    std::vector<ClusterRule> rules;
    rules.reserve(items.fields.size());
    for (const Field &item : items.fields)
        rules.push_back(decodeRule(item, direction));
    return rules;
}

std::optional<RuleAction> ClusterDecoder::decodeAction(const Field &field)
{
    const auto text = m_reader.text(field);
    if (field.isAbsent())
        m_reader.required(field, "");
    if (!text.value)
        return std::nullopt;
    if (*text.value == (isNew() ? "Accept" : "Allow"))
        return RuleAction::Accept;
    if (*text.value == "Deny")
        return RuleAction::Deny;
    if (*text.value == "Pass" && !isBaseline())
        return RuleAction::Pass;
    m_reader.unsupported(field, quoted(*text.value),
                         isNew()        ? "\"Accept\", \"Deny\", \"Pass\""
                         : isBaseline() ? "\"Allow\", \"Deny\""
                                        : "\"Allow\", \"Deny\", \"Pass\"");
    return std::nullopt;
}

ClusterRule ClusterDecoder::decodeRule(const Field &field, Direction direction)
{
    const std::string_view peersKey = direction == Direction::Ingress ? "from" : "to";
    const std::string_view portsKey = isNew() ? "protocols" : "ports";
    const Mapping mapping = m_reader.mapping(field, {"name", "action", peersKey, portsKey});
    if (mapping.isBroken)
        return unreadableRule(field);
    ClusterRule rule;
    rule.origin = field.origin();
    rule.isUnclear = hasUnknown(mapping, {"name", "action", peersKey, portsKey});
    const Field nameField = mapping.member("name");
    rule.name = m_reader.text(nameField).value.value_or("");
    if (rule.name.size() > kLongestName)
        m_reader.report(
            m_reader.severity(), Code::TooMany, m_reader.range(nameField),
            {nameField.path, std::to_string(rule.name.size()), "may not be more than 100 bytes"});
    // An action that cannot be read admits nothing.
    rule.action = decodeAction(mapping.member("action")).value_or(RuleAction::Deny);
    decodePeers(mapping.member(peersKey), direction, rule);
    decodePorts(mapping, rule);
    return rule;
}

void ClusterDecoder::decodePeers(const Field &field, Direction direction, ClusterRule &rule)
{
    const Items items = m_reader.items(field);
    if (!items.isBroken && items.fields.empty())
        m_reader.required(field, "must have at least 1 item");
    if (items.isBroken || items.fields.empty()) {
        rule.peers.push_back({{}, {}, true, true, field.origin()});
        return;
    }
    checkCount(field, items.fields.size(), isNew() ? 25 : 100);
    for (const Field &item : items.fields)
        rule.peers.push_back(decodePeer(item, direction, rule.action));
}

ClusterPeer ClusterDecoder::decodePeer(const Field &field, Direction direction, RuleAction action)
{
    const bool in = direction == Direction::Ingress;
    const std::initializer_list<std::string_view> inside{"namespaces", "pods"};
    const std::initializer_list<std::string_view> all{"namespaces", "pods", "networks", "nodes",
                                                      "domainNames"};
    ClusterPeer peer;
    peer.origin = field.origin();
    const Mapping mapping = m_reader.mapping(field, in ? inside : all);
    const auto part = mapping.isBroken ? std::nullopt : onlyPart(field, mapping, in ? inside : all);
    if (!part || hasUnknown(mapping, in ? inside : all)) {
        peer.mayMeanPods = true;
        peer.mayMeanOutside = true;
        return peer;
    }
    const auto &[key, value] = *part;
    if (key == "networks") {
        decodeNetworks(value, peer);
    } else if (key == "nodes" || key == "domainNames") {
        // Addresses of nodes and what a name resolves to are in no manifest; no pod has them.
        const bool isForbidden = key == "domainNames" && action != RuleAction::Accept;
        peer.mayMeanOutside = isNew() || isForbidden;
        if (!isForbidden)
            peer.unstated = key;
        std::vector<std::string> arguments{value.path, std::string(key)};
        if (!peer.mayMeanOutside)
            arguments.emplace_back("is passed over");
        m_reader.report(Severity::Warning, Code::PeerNotJudged, m_reader.range(value),
                        std::move(arguments));
        if (isForbidden)
            m_reader.forbidden(value, isNew() ? "domainNames may only be used with Accept"
                                              : "domainNames may only be used with Allow");
    } else {
        peer.pods = key == "pods" ? decodePods(value) : decodeNamespaces(value);
        peer.mayMeanPods = !peer.pods;
    }
    return peer;
}

void ClusterDecoder::decodeNetworks(const Field &field, ClusterPeer &peer)
{
    const Items items = m_reader.items(field);
    if (!items.isBroken && items.fields.empty())
        m_reader.required(field, "must have at least 1 item");
    bool isRight = !items.isBroken && !items.fields.empty();
    checkCount(field, items.fields.size(), kMostNetworks);
    for (const Field &item : items.fields) {
        const auto cidr = decodeCidr(m_reader, item);
        isRight = cidr && isRight;
        if (cidr)
            peer.networks.push_back(*cidr);
    }
    peer.mayMeanPods = !isRight;
    peer.mayMeanOutside = !isRight;
}

void ClusterDecoder::decodePorts(const Mapping &mapping, ClusterRule &rule)
{
    const Field field = mapping.member(isNew() ? "protocols" : "ports");
    rule.anyPort = field.isAbsent();
    if (field.isAbsent())
        return;
    const Items items = m_reader.items(field);
    // v1alpha1: missing is every port, but an empty list may be none; v1alpha2 has MinItems=1.
    if (!items.isBroken && items.fields.empty()) {
        if (isNew())
            m_reader.required(field, "must have at least 1 item");
        else
            m_reader.report(Severity::Warning, Code::EmptyPorts, m_reader.range(field),
                            {field.path});
    }
    rule.mayMeanAnyPort = items.isBroken || items.fields.empty();
    checkCount(field, items.fields.size(), isNew() ? 25 : 100);
    for (const Field &item : items.fields) {
        ClusterPort port;
        port.origin = item.origin();
        if (isNew() ? decodeNewPort(item, port) : decodeOldPort(item, port))
            rule.ports.push_back(std::move(port));
        else
            rule.mayMeanAnyPort = true;
    }
    checkNamedPorts(field, rule);
}

/// v1alpha1, AdminNetworkPolicyEgressRule: a name is looked up on pods only.
void ClusterDecoder::checkNamedPorts(const Field &ports, const ClusterRule &rule)
{
    const bool hasName = std::any_of(rule.ports.begin(), rule.ports.end(),
                                     [](const ClusterPort &port) { return !port.name.empty(); });
    const bool hasOutside =
        std::any_of(rule.peers.begin(), rule.peers.end(), [](const ClusterPeer &peer) {
            return !peer.networks.empty() ||
                   ((peer.mayMeanOutside || !peer.unstated.empty()) && !peer.mayMeanPods);
        });
    if (!isNew() && hasName && hasOutside)
        m_reader.forbidden(ports, "networks/nodes peer cannot be set with namedPorts since there "
                                  "are no namedPorts for networks/nodes");
}

bool ClusterDecoder::decodeNumber(const Field &field, std::uint32_t &number)
{
    const auto read = m_reader.integer(field);
    if (field.isAbsent())
        m_reader.required(field, "");
    if (!read.value || !checkPortNumber(m_reader, field, *read.value))
        return false;
    number = std::uint32_t(*read.value);
    return true;
}

bool ClusterDecoder::decodePortName(const Field &field, std::string &name)
{
    const auto text = m_reader.text(field);
    if (text.value && text.value->empty())
        m_reader.required(field, "");
    name = text.value.value_or("");
    return !name.empty();
}

bool ClusterDecoder::decodeRange(const Field &field, bool mayBeOne, ClusterPort &port)
{
    const Mapping range = m_reader.mapping(field);
    if (range.isBroken)
        return false;
    const Field start = range.member("start");
    const Field end = range.member("end");
    const bool hasStart = decodeNumber(start, port.first);
    if (!decodeNumber(end, port.last) || !hasStart)
        return false;
    if (port.first < port.last || (mayBeOne && port.first == port.last))
        return true;
    m_reader.invalid(end, std::to_string(port.last),
                     mayBeOne ? "must not be less than start" : "must be greater than start");
    return false;
}

/// v1alpha1, AdminNetworkPolicyPort.
bool ClusterDecoder::decodeOldPort(const Field &field, ClusterPort &port)
{
    const std::initializer_list<std::string_view> parts{"portNumber", "namedPort", "portRange"};
    const Mapping mapping = m_reader.mapping(field, parts);
    const auto part = mapping.isBroken ? std::nullopt : onlyPart(field, mapping, parts);
    if (!part || hasUnknown(mapping, parts))
        return false;
    const auto &[key, value] = *part;
    if (key == "namedPort")
        return decodePortName(value, port.name);
    const bool isRange = key == "portRange";
    const Mapping number = isRange ? m_reader.mapping(value, {"protocol", "start", "end"})
                                   : m_reader.mapping(value, {"protocol", "port"});
    if (number.isBroken)
        return false;
    const auto protocol = decodeProtocol(m_reader, number.member("protocol"));
    port.protocol = protocol.value_or(Protocol::Tcp);
    const bool isRight =
        isRange ? decodeRange(value, true, port) : decodeNumber(number.member("port"), port.first);
    if (!isRange)
        port.last = port.first;
    return isRight && protocol;
}

/// v1alpha2, ClusterNetworkPolicyProtocol.
bool ClusterDecoder::decodeNewPort(const Field &field, ClusterPort &port)
{
    const std::initializer_list<std::string_view> parts{"tcp", "udp", "sctp",
                                                        "destinationNamedPort"};
    const Mapping mapping = m_reader.mapping(field, parts);
    const auto part = mapping.isBroken ? std::nullopt : onlyPart(field, mapping, parts);
    if (!part || hasUnknown(mapping, parts))
        return false;
    const auto &[key, value] = *part;
    if (key == "destinationNamedPort")
        return decodePortName(value, port.name);
    port.protocol = key == "tcp" ? Protocol::Tcp : key == "udp" ? Protocol::Udp : Protocol::Sctp;
    const Mapping protocol = m_reader.mapping(value, {"destinationPort"});
    if (protocol.isBroken || hasUnknown(protocol, {"destinationPort"}))
        return false;
    const Field destination = protocol.member("destinationPort");
    if (destination.isAbsent()) {
        m_reader.required(destination, "");
        return false;
    }
    return decodeDestination(destination, port);
}

bool ClusterDecoder::decodeDestination(const Field &field, ClusterPort &port)
{
    const Mapping mapping = m_reader.mapping(field, {"number", "range"});
    const auto part =
        mapping.isBroken ? std::nullopt : onlyPart(field, mapping, {"number", "range"});
    if (!part || hasUnknown(mapping, {"number", "range"}))
        return false;
    if (part->first == "range")
        return decodeRange(part->second, false, port);
    const bool isRight = decodeNumber(part->second, port.first);
    port.last = port.first;
    return isRight;
}

} // namespace

ClusterPolicy decodeClusterPolicy(Reader &reader, const Field &object, ClusterPolicyKind kind)
{
    return ClusterDecoder(reader, kind).decode(object);
}

} // namespace drawbridge::kube
