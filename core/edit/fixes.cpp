#include "edit/fixes.h"

#include "edit/dns.h"
#include "edit/found_part.h"
#include "edit/snippets.h"
#include "edit/valid_value.h"
#include "verdict/half_open_ports.h"
#include "verdict/near_names.h"
#include "verdict/rule_ports.h"

#include <algorithm>
#include <utility>

namespace drawbridge::edit {

using kube::ConnectionSet;
using kube::Direction;
using kube::NetworkPolicy;
using kube::PortRule;
using kube::Protocol;
using kube::Rule;
using Fixes = std::vector<Fix>;

namespace {

constexpr std::uint32_t kDnsPort = 53;
constexpr std::uint32_t kDnsPodPort = 5353;

ConnectionSet portOf(Protocol protocol, std::uint32_t port)
{
    return ConnectionSet::of(protocol, port, port);
}

ConnectionSet dnsPorts()
{
    ConnectionSet ports;
    for (Protocol protocol : {Protocol::Udp, Protocol::Tcp})
        for (std::uint32_t port : {kDnsPort, kDnsPodPort})
            ports.insert(protocol, port, port);
    return ports;
}

/// A fix that changes the policy as a value.
Fix change(const FoundPart &part, Fix::Kind kind, std::vector<std::string> arguments,
           NetworkPolicy wanted)
{
    const kube::ObjectPtr &policy = part.policy;
    return {kind, std::move(arguments), ChangePolicy{policy, policy->meta.name, std::move(wanted)}};
}

/// A fix that says the same in other words.
Fix respell(const FoundPart &part, Fix::Kind kind, std::vector<std::string> arguments,
            std::optional<yaml::Value> value)
{
    return {kind, std::move(arguments),
            Respell{part.policy, {{{part.node}, std::move(value)}}, false}};
}

Fixes typesWritten(const FoundPart &part, Code code)
{
    Fix same{Fix::Kind::WriteTypes, {}, Respell{part.policy, {}, true}};
    NetworkPolicy wanted = *part.policy->policy();
    if (code == Code::LintEgressListNoType) {
        wanted.isolatesEgress = true;
        Fix denies = change(part, Fix::Kind::AddType, {"Egress"}, std::move(wanted));
        denies.mayClose = ConnectionSet::all();
        return {same, denies};
    }
    wanted.isolatesIngress = false;
    Fix opens = change(part, Fix::Kind::OnlyEgress, {}, std::move(wanted));
    opens.mayOpen = ConnectionSet::all();
    return {same, opens};
}

/// In place of a value that only a slip tells from one that the API server takes. What the policy
/// says counts then, so that any pair may change.
Fixes valueWritten(const kube::Workspace &workspace, const Diagnostic &finding)
{
    if (!hasValidWords(finding))
        return {};
    const auto part = findRefusedNode(workspace, finding.place);
    if (!part)
        return {};
    const std::string written(part->policy->piece->tree[part->node].value);
    const auto valid = validValue(finding, written);
    if (!valid)
        return {};
    Fix fix = respell(*part, Fix::Kind::ValidValue, {written, *valid}, yaml::Value::ofText(*valid));
    std::get<Respell>(fix.intent).mends = true;
    fix.mayOpen = fix.mayClose = ConnectionSet::all();
    return {fix};
}

Fixes canonicalCidr(const FoundPart &part)
{
    const auto cidr = kube::parseCidr(part.policy->piece->tree[part.node].value);
    if (!cidr)
        return {};
    return {
        respell(part, Fix::Kind::CanonicalCidr, {cidr->text()}, yaml::Value::ofText(cidr->text()))};
}

Fixes rulesOutside(const FoundPart &part, const Diagnostic &finding)
{
    const bool isEgress = finding.arguments.back() == "egress";
    NetworkPolicy without = *part.policy->policy();
    NetworkPolicy with = without;
    (isEgress ? without.egress : without.ingress).clear();
    (isEgress ? with.isolatesEgress : with.isolatesIngress) = true;
    Fix adds = change(part, Fix::Kind::AddType, {isEgress ? "Egress" : "Ingress"}, std::move(with));
    adds.mayOpen = adds.mayClose = ConnectionSet::all();
    return {change(part, Fix::Kind::RemoveRules, {finding.arguments.back()}, std::move(without)),
            adds};
}

Fixes dnsAllowed(const kube::Workspace &workspace, const FoundPart &part)
{
    NetworkPolicy wanted = *part.policy->policy();
    const DnsServer server = likelyDns(workspace);
    wanted.egress.push_back(dnsRuleAsRead(server));
    Fix fix = change(part, Fix::Kind::AllowDns,
                     {server == DnsServer::KubeDns     ? "kube-dns"
                      : server == DnsServer::NodeLocal ? "NodeLocal DNSCache"
                                                       : "OpenShift DNS"},
                     std::move(wanted));
    fix.mayOpen = dnsPorts();
    return {fix};
}

Fixes udpAdded(const FoundPart &part)
{
    NetworkPolicy wanted = *part.policy->policy();
    PortRule udp;
    udp.protocol = Protocol::Udp;
    udp.port = kDnsPort;
    auto &ports = part.rule(wanted).ports;
    ports.insert(ports.begin() + std::ptrdiff_t(*part.portNumber) + 1, udp);
    Fix fix = change(part, Fix::Kind::AddUdp, {}, std::move(wanted));
    fix.mayOpen = portOf(Protocol::Udp, kDnsPort);
    return {fix};
}

Fixes podPortWritten(const FoundPart &part, const Diagnostic &finding)
{
    NetworkPolicy wanted = *part.policy->policy();
    PortRule &port = part.rule(wanted).ports[*part.portNumber];
    const std::uint32_t old = *port.port;
    port.port = std::uint32_t(std::stoul(finding.arguments[2]));
    const Protocol protocol = port.protocol;
    const std::uint32_t now = *port.port;
    Fix fix = change(part, Fix::Kind::PodPort, {std::to_string(old), std::to_string(now)},
                     std::move(wanted));
    fix.mayOpen = portOf(protocol, now);
    fix.mayClose = portOf(protocol, old);
    return {fix};
}

/// The name that ports of the targets have, for the one that none has.
Fixes portNameWritten(const verdict::Evaluator &evaluator, const FoundPart &part)
{
    NetworkPolicy wanted = *part.policy->policy();
    const std::string &nameSpace = evaluator.namespaceOf(part.policy.get());
    std::vector<verdict::EndpointId> targets;
    if (part.direction == Direction::Ingress)
        targets = evaluator.selected(*wanted.subject, nameSpace);
    else
        for (const kube::Peer &peer : part.rule().peers)
            for (verdict::EndpointId id : evaluator.selected(peer, nameSpace))
                targets.push_back(id);
    PortRule &port = part.rule(wanted).ports[*part.portNumber];
    const auto near = verdict::nearPortName(evaluator, targets, port.name, port.protocol);
    if (!near)
        return {};
    const std::string written = std::exchange(port.name, *near);
    ConnectionSet ports;
    for (verdict::EndpointId id : targets)
        for (const verdict::Variant &variant : evaluator.endpoint(id).variants)
            verdict::addNamed(port, &variant, ports);
    Fix fix = change(part, Fix::Kind::NearName, {written, *near}, std::move(wanted));
    fix.mayOpen = ports;
    return {fix};
}

/// The label that services have, for the one that none has. Not for a key: to write another would
/// move its line and lose the comments there.
Fixes labelWritten(const verdict::Evaluator &evaluator, const FoundPart &part)
{
    NetworkPolicy wanted = *part.policy->policy();
    const bool isSubject = !part.peerNumber;
    kube::Peer peer;
    peer.pods = wanted.subject;
    if (!isSubject)
        peer = part.peer();
    const auto near = verdict::NearLabels(evaluator, isSubject)
                          .of(peer, evaluator.namespaceOf(part.policy.get()));
    if (!near || near->isKey)
        return {};
    auto &pods = isSubject ? wanted.subject : part.rule(wanted).peers[*part.peerNumber].pods;
    pods = verdict::mended(*pods, *near);
    Fix fix =
        change(part, Fix::Kind::NearName, {near->text(), near->nearText()}, std::move(wanted));
    fix.mayOpen = fix.mayClose = ConnectionSet::all();
    return {fix};
}

Fixes nameLabelWritten(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                       const FoundPart &part)
{
    NetworkPolicy wanted = *part.policy->policy();
    kube::Labels &labels = part.rule(wanted).peers[*part.peerNumber].namespaces->matchLabels;
    const std::string name = labels.at("name");
    if (!evaluator.namespaces().count(name) || labels.count(kube::kNamespaceNameLabel) ||
        hasComment(workspace, *part.policy, part.peer().namespaces->origin))
        return {};
    labels.erase("name");
    labels[kube::kNamespaceNameLabel] = name;
    Fix fix = change(part, Fix::Kind::NameLabel, {name}, std::move(wanted));
    fix.mayOpen = ConnectionSet::all();
    return {fix};
}

/// Where such pods are in one other namespace.
Fixes namespaceAdded(const verdict::Evaluator &evaluator, const FoundPart &part,
                     const std::string &name)
{
    if (!evaluator.namespaces().count(name))
        return {};
    NetworkPolicy wanted = *part.policy->policy();
    kube::LabelSelector &selector = part.rule(wanted).peers[*part.peerNumber].namespaces.emplace();
    selector.matchLabels[kube::kNamespaceNameLabel] = name;
    Fix fix = change(part, Fix::Kind::NamespaceOf, {name}, std::move(wanted));
    fix.mayOpen = fix.mayClose = ConnectionSet::all();
    return {fix};
}

Fixes peersJoined(const kube::Workspace &workspace, const FoundPart &part)
{
    const std::size_t number = *part.peerNumber;
    if (number == 0 || hasComment(workspace, *part.policy, part.peer().origin))
        return {};
    NetworkPolicy wanted = *part.policy->policy();
    auto &peers = part.rule(wanted).peers;
    if (!peers[number].pods || !peers[number - 1].namespaces || peers[number - 1].pods)
        return {};
    peers[number - 1].pods = peers[number].pods;
    peers.erase(peers.begin() + std::ptrdiff_t(number));
    Fix fix = change(part, Fix::Kind::JoinPeers, {}, std::move(wanted));
    fix.mayClose = ConnectionSet::all();
    return {fix};
}

/// The ports go to the rule above that has peers only, or else to that below.
Fixes rulesJoined(const kube::Workspace &workspace, const FoundPart &part)
{
    if (hasComment(workspace, *part.policy, part.rule().origin))
        return {};
    NetworkPolicy wanted = *part.policy->policy();
    auto &rules = part.direction == Direction::Ingress ? wanted.ingress : wanted.egress;
    const auto takesPorts = [&](std::size_t i) {
        return i < rules.size() && !rules[i].anyPeer && rules[i].anyPort;
    };
    const bool isAbove = part.ruleNumber > 0 && takesPorts(part.ruleNumber - 1);
    if (!isAbove && !takesPorts(part.ruleNumber + 1))
        return {};
    Rule &other = rules[isAbove ? part.ruleNumber - 1 : part.ruleNumber + 1];
    other.ports = rules[part.ruleNumber].ports;
    for (PortRule &port : other.ports)
        port.origin = {};
    other.anyPort = false;
    rules.erase(rules.begin() + std::ptrdiff_t(part.ruleNumber));
    Fix fix = change(part, Fix::Kind::JoinRules, {}, std::move(wanted));
    fix.mayClose = ConnectionSet::all();
    return {fix};
}

Fixes itemRemoved(const FoundPart &part, Code code)
{
    NetworkPolicy wanted = *part.policy->policy();
    const auto erase = [](auto &list, std::size_t number) {
        list.erase(list.begin() + std::ptrdiff_t(number));
    };
    if (code == Code::LintPeerRedundant) {
        erase(part.rule(wanted).peers, *part.peerNumber);
        return {change(part, Fix::Kind::RemovePeer, {}, std::move(wanted))};
    }
    if (code == Code::LintPortRedundant) {
        erase(part.rule(wanted).ports, *part.portNumber);
        return {change(part, Fix::Kind::RemovePort, {}, std::move(wanted))};
    }
    erase(part.direction == Direction::Ingress ? wanted.ingress : wanted.egress, part.ruleNumber);
    return {change(part, Fix::Kind::RemoveRule, {}, std::move(wanted))};
}

/// A JSON file cannot be left with nothing in it.
Fixes policyRemoved(const kube::Workspace &workspace, const FoundPart &part,
                    const Diagnostic &finding)
{
    const kube::Location &at = workspace.location(part.policy.get());
    const yaml::File &file = workspace.file(at.file);
    if (file.format() == yaml::Format::Json && file.pieces().back().document == 0 &&
        workspace.objectsOf(at.file, at.piece).size() == 1 &&
        file.pieces()[at.piece].piece->role != yaml::Role::ListItem)
        return {};
    return {{Fix::Kind::RemovePolicy, {finding.arguments.front()}, RemoveObject{part.policy}}};
}

/// A pair and one half of what it needs.
struct Half
{
    verdict::EndpointId source;
    verdict::EndpointId target;
    Direction direction = Direction::Ingress;

    verdict::EndpointId own() const { return direction == Direction::Ingress ? target : source; }
};

/// What NetworkPolicies can open in a half: cluster-wide policies before them deny the rest.
/// Nothing where the first one would close what cluster-wide policies behind them leave open.
ConnectionSet openable(const verdict::Evaluator &evaluator, const Half &half)
{
    if (!evaluator.isIsolated(half.own(), half.direction) &&
        !evaluator.admittedUnnamed(verdict::Party::of(half.own()), half.direction, true).isEmpty())
        return {};
    std::vector<const kube::Object *> behind = evaluator.policiesOf(half.own(), half.direction);
    for (const kube::Object *policy : evaluator.clusterPoliciesOf(half.own(), half.direction))
        if (policy->clusterPolicy()->tier == kube::Tier::Baseline)
            behind.push_back(policy);
    return evaluator.halfWithout(behind, half.direction, verdict::Party::of(half.source),
                                 verdict::Party::of(half.target));
}

/// What a rule names for a pair and the half lacks, as far as a NetworkPolicy can give it.
ConnectionSet lackedPorts(const verdict::Evaluator &evaluator, const FoundPart &part,
                          const Half &half)
{
    const auto from = verdict::Party::of(half.source);
    const auto to = verdict::Party::of(half.target);
    const ConnectionSet other = evaluator.half(half.direction, from, to);
    ConnectionSet ports;
    for (const verdict::RuleUse &use : evaluator.rules(part.direction, from, to))
        if (use.policy == part.policy.get() && use.rule == part.ruleNumber)
            ports |= verdict::halfOpenPorts(use.ports, other);
    return ports.isEmpty() ? ports : ports & openable(evaluator, half);
}

/// The half that the rule's other end lacks, for this pair. Only where labels tell both ends from
/// all others: else it would open more.
Fixes otherHalf(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                const FoundPart &part, const Diagnostic &finding)
{
    const auto end = [&](verdict::EndpointId id) {
        return End{End::Kind::Endpoint, evaluator.endpoint(id).key(), {}};
    };
    const auto canBeNamed = [&](verdict::EndpointId id) {
        const std::string &nameSpace = evaluator.namespaceOf(part.policy.get());
        return exactSelector(evaluator, id).isOk() &&
               exactPeersFor(workspace, evaluator, end(id), nameSpace).isOk();
    };
    const Direction lacking =
        part.direction == Direction::Ingress ? Direction::Egress : Direction::Ingress;
    for (verdict::EndpointId source : endpointsCalled(evaluator, finding.arguments[0]))
        for (verdict::EndpointId target : endpointsCalled(evaluator, finding.arguments[1])) {
            if (source == target || !canBeNamed(source) || !canBeNamed(target))
                continue;
            const ConnectionSet ports = lackedPorts(evaluator, part, {source, target, lacking});
            if (ports.isEmpty())
                continue;
            Allow allow{end(source), end(target), {}};
            allow.onlyHalf = lacking;
            if (!ports.isAll())
                allow.ports = spansOf(ports);
            return {{Fix::Kind::OtherHalf,
                     {finding.arguments[0], finding.arguments[1], ports.label()},
                     allow}};
        }
    return {};
}

/// Of findings at a part of a rule.
Fixes fixesOfPart(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                  const FoundPart &part, const Diagnostic &finding)
{
    switch (finding.code) {
    case Code::LintPortsWithoutPeer:
        return rulesJoined(workspace, part);
    case Code::LintHalfOpen:
        return otherHalf(workspace, evaluator, part, finding);
    case Code::LintRuleRedundant:
    case Code::LintPeerRedundant:
    case Code::LintPortRedundant:
        return itemRemoved(part, finding.code);
    case Code::LintOrPeers:
        return peersJoined(workspace, part);
    case Code::LintNamespaceNameLabel:
        return nameLabelWritten(workspace, evaluator, part);
    case Code::LintPodsElsewhere:
        return namespaceAdded(evaluator, part, finding.arguments.back());
    case Code::LintDnsTcpOnly:
        return udpAdded(part);
    case Code::LintServicePort:
        return podPortWritten(part, finding);
    case Code::LintNamedPortUndeclared:
        return portNameWritten(evaluator, part);
    case Code::LintAllTcpPorts:
        return {respell(part, Fix::Kind::WriteTcp, {},
                        yaml::Value::ofMapping({{"protocol", yaml::Value::ofText("TCP")}}))};
    default:
        return {};
    }
}

/// What a finding has to point at for its fixes to make sense.
FoundPart::What wantedPart(Code code)
{
    switch (code) {
    case Code::LintPortsWithoutPeer:
    case Code::LintHalfOpen:
    case Code::LintRuleRedundant:
        return FoundPart::What::Rule;
    case Code::LintPeerRedundant:
    case Code::LintOrPeers:
    case Code::LintNamespaceNameLabel:
    case Code::LintPodsElsewhere:
    case Code::LintNearName:
        return FoundPart::What::Peer;
    case Code::LintPortRedundant:
    case Code::LintDnsTcpOnly:
    case Code::LintServicePort:
    case Code::LintNamedPortUndeclared:
    case Code::LintAllTcpPorts:
        return FoundPart::What::Port;
    default:
        return FoundPart::What::Node;
    }
}

bool staysWithin(const Fix &fix, const Rewrite &rewrite, Failure &failure)
{
    const PairChanges &changes = rewrite.alsoChanges;
    if (fix.mayOpen.contains(changes.opened) && fix.mayClose.contains(changes.closed))
        return true;
    const auto goesBeyond = [&](const PairChange &pair) {
        return !fix.mayOpen.contains(pair.after - pair.before) ||
               !fix.mayClose.contains(pair.before - pair.after);
    };
    const auto found = std::find_if(changes.begin(), changes.end(), goesBeyond);
    const PairChange &pair = found == changes.end() ? changes.pairs.front() : *found;
    failure = {Code::FixChangesMore, {pair.source, pair.target}};
    return false;
}

} // namespace

Fixes fixesOf(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
              const Diagnostic &finding)
{
    if (finding.code == Code::UnsupportedValue || finding.code == Code::InvalidValue)
        return valueWritten(workspace, finding);
    auto part = findPart(workspace, evaluator, finding.place, wantedPart(finding.code));
    if (!part && finding.code == Code::LintNearName) // at the policy's own selector
        part = findPart(workspace, evaluator, finding.place, FoundPart::What::Node);
    if (!part)
        return {};
    switch (finding.code) {
    case Code::LintEgressListNoType:
    case Code::LintEgressOnlyDeniesIngress:
        return typesWritten(*part, finding.code);
    case Code::LintRulesOutsideTypes:
        return rulesOutside(*part, finding);
    case Code::LintDuplicatePolicyTypes:
        return {respell(*part, Fix::Kind::RemoveType, {}, {})};
    case Code::LintEmptyFromOpens:
        if (hasComment(workspace, *part->policy, {part->node}))
            return {};
        return {respell(*part, Fix::Kind::RemoveEmptyList, {finding.arguments.back()}, {})};
    case Code::LintDnsBlocked:
        return dnsAllowed(workspace, *part);
    case Code::CidrHostBits:
    case Code::CidrNotCanonical:
        return canonicalCidr(*part);
    case Code::LintNearName:
        return labelWritten(evaluator, *part);
    case Code::LintPolicyRedundant:
        return policyRemoved(workspace, *part, finding);
    default:
        return fixesOfPart(workspace, evaluator, *part, finding);
    }
}

Result<PlannedFix> planned(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                           const Fix &fix)
{
    auto rewritten = rewrite(workspace, evaluator, fix.intent);
    if (!rewritten)
        return rewritten.failure();
    Failure failure{};
    if (staysWithin(fix, *rewritten, failure))
        return PlannedFix{fix, std::move(*rewritten)};
    // A policy for just this pair, where extending what is there would change more.
    Fix narrow = fix;
    auto *allow = std::get_if<Allow>(&narrow.intent);
    if (!allow || allow->ownPolicy)
        return failure;
    allow->ownPolicy = true;
    return planned(workspace, evaluator, narrow);
}

} // namespace drawbridge::edit
