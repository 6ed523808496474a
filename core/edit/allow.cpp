#include "edit/known_ports.h"
#include "edit/planner.h"
#include "edit/policy_writer.h"

#include <algorithm>

namespace drawbridge::edit {

using kube::ConnectionSet;
using kube::Direction;
using kube::Object;
using verdict::EndpointId;
using yaml::Value;

namespace {

bool isOpen(const verdict::Evaluator &evaluator, const End &target)
{
    const std::vector<EndpointId> ids = members(evaluator, target);
    return !ids.empty() && std::none_of(ids.begin(), ids.end(), [&](EndpointId id) {
        return evaluator.isIsolated(id, Direction::Ingress);
    });
}

bool isRestrictedSomewhere(const verdict::Evaluator &evaluator, const End &end, Direction direction)
{
    const std::vector<EndpointId> ids = members(evaluator, end);
    return std::any_of(ids.begin(), ids.end(),
                       [&](EndpointId id) { return evaluator.isRestricted(id, direction); });
}

/// Why an allow needs no change, if so.
std::optional<Failure> needless(const verdict::Evaluator &evaluator, const Allow &intent,
                                const ConnectionSet &wanted)
{
    const std::string source = textOf(evaluator, intent.source);
    const std::string target = textOf(evaluator, intent.target);
    if (isOutside(intent.source) && isOutside(intent.target))
        return Failure{Code::OutsideToOutside, {source, target}};
    if (intent.source == intent.target && intent.source.kind == End::Kind::Endpoint)
        return Failure{Code::SelfConnection, {source}};
    if (auto failure = nobodyBetween(evaluator, intent.source, intent.target))
        return failure;
    const Reach now = intent.onlyHalf
                          ? reachHalf(evaluator, *intent.onlyHalf, intent.source, intent.target)
                          : reach(evaluator, intent.source, intent.target);
    if (!now.every.contains(wanted))
        return {};
    if (!isOpen(evaluator, intent.target))
        return Failure{Code::AlreadyAllowed, {source, target}};
    if (intent.isolates)
        return {};
    return isRestrictedSomewhere(evaluator, intent.target, Direction::Ingress)
               ? Failure{Code::AlreadyAllowed, {source, target}}
               : Failure{Code::AlreadyOpen, {target}};
}

/// A name means what each pod of the target makes of it.
std::optional<Failure> unclearName(const verdict::Evaluator &evaluator, const Allow &intent)
{
    for (const PortSpan &port : intent.ports)
        if (!port.name.empty() &&
            portNamed(evaluator, intent.target, port.protocol, port.name) != port.first)
            return Failure{Code::NamedPortDiffers, {port.name, textOf(evaluator, intent.target)}};
    return {};
}

bool lacks(const verdict::Evaluator &evaluator, const Allow &intent, Direction direction,
           const ConnectionSet &wanted)
{
    return intent.onlyHalf.value_or(direction) == direction &&
           !reachHalf(evaluator, direction, intent.source, intent.target).every.contains(wanted);
}

} // namespace

Result<Rewrite> Planner::allow(const Allow &intent)
{
    m_isNarrow = intent.ownPolicy;
    m_wholes = intent.wholes; // who only adds leaves the entries, and what their comments say
    const ConnectionSet wanted = connections(intent.ports);
    if (auto failure = unclearName(m_evaluator, intent))
        return *failure;
    if (auto failure = needless(m_evaluator, intent, wanted))
        return *failure;
    const bool closes = intent.isolates && isOpen(m_evaluator, intent.target);
    const bool needsIngress =
        !isOutside(intent.target) &&
        isRestrictedSomewhere(m_evaluator, intent.target, Direction::Ingress) &&
        lacks(m_evaluator, intent, Direction::Ingress, wanted);
    if (closes || needsIngress)
        if (auto failure =
                allowHalf(Direction::Ingress, intent.target, intent.source, intent.ports))
            return *failure;
    // The egress half only where the source is restricted already: nothing else is cut by it.
    if (!isOutside(intent.source) &&
        isRestrictedSomewhere(m_evaluator, intent.source, Direction::Egress) &&
        lacks(m_evaluator, intent, Direction::Egress, wanted))
        if (auto failure = allowHalf(Direction::Egress, intent.source, intent.target, intent.ports))
            return *failure;
    const ConnectionSet taken = closes ? ConnectionSet::all() - wanted : ConnectionSet();
    const Asked asked{intent.source, intent.target, wanted, taken, intent.onlyHalf};
    return finish(&asked);
}

std::vector<const Object *> Planner::ownPolicies(const End &own) const
{
    const std::vector<EndpointId> ids = members(m_evaluator, own);
    const bool isNamespace = own.kind == End::Kind::Namespace;
    std::vector<const Object *> result;
    if (!isNamespace && ids.empty())
        return result;
    const std::string &nameSpace =
        isNamespace ? own.name : m_evaluator.endpoint(ids.front()).nameSpace;
    for (const kube::ObjectPtr &policy : m_evaluator.policies()) {
        const auto &subject = policy->policy()->subject;
        if (!subject || m_evaluator.namespaceOf(policy.get()) != nameSpace)
            continue;
        const kube::Location &at = m_workspace.location(policy.get());
        const yaml::Piece &piece = *m_workspace.file(at.file).pieces()[at.piece].piece;
        if (at.isStale || !piece.isEditable || policy->policy()->wouldBeRefused)
            continue;
        if (subject->isEmpty() == isNamespace &&
            (isNamespace || m_evaluator.endpointsOf(policy.get()) == ids))
            result.push_back(policy.get());
    }
    return result;
}

std::optional<Failure> Planner::allowHalf(Direction direction, const End &own, const End &other,
                                          const std::vector<PortSpan> &ports)
{
    const auto policies = m_isNarrow ? std::vector<const Object *>() : ownPolicies(own);
    std::optional<Failure> failed;
    for (const Object *policy : policies)
        if (policy->policy()->isolates(direction) &&
            extendRule(*policy, direction, other, ports, failed))
            return failed;
    std::string nameSpace = own.name;
    if (own.kind == End::Kind::Endpoint)
        nameSpace = m_evaluator.endpoint(m_evaluator.find(own.name)).nameSpace;
    Result<std::vector<Value>> peers =
        m_isNarrow ? exactPeersFor(m_workspace, m_evaluator, other, nameSpace)
                   : peersFor(m_workspace, m_evaluator, other, nameSpace);
    if (!peers)
        return peers.failure();
    Value rule = ruleValue(direction, std::move(*peers), ports);
    // A policy for the whole namespace is the wall: it stays as it is.
    if (own.kind == End::Kind::Endpoint) {
        for (const Object *policy : policies)
            if (policy->policy()->isolates(direction))
                return addRule(*policy, direction, std::move(rule));
        // Rules that policyTypes leaves without effect must not come to life.
        for (const Object *policy : policies)
            if (policy->policy()->rules(direction).empty())
                return addRule(*policy, direction, std::move(rule));
    }
    return addPolicy(own, direction, std::move(rule));
}

namespace {

bool sameItems(std::vector<kube::Peer> a, const std::vector<kube::Peer> &b)
{
    return a.size() == b.size() && std::all_of(b.begin(), b.end(), [&](const kube::Peer &peer) {
               return std::find(a.begin(), a.end(), peer) != a.end();
           });
}

bool samePorts(const kube::Rule &rule, const std::vector<PortSpan> &ports)
{
    if (rule.anyPort || ports.empty())
        return rule.anyPort == ports.empty();
    for (const PortSpan &port : ports)
        if (!port.name.empty()) // a rule with the number stays one with the number
            return false;
    ConnectionSet written;
    for (const kube::PortRule &port : rule.ports) {
        if (!port.name.empty())
            return false;
        const std::uint32_t first = port.port.value_or(1);
        written.insert(port.protocol, first,
                       port.port ? port.endPort.value_or(first) : kube::kLastPort);
    }
    return written == connections(ports);
}

/// The one entry of a rule that is, with what is to be added, a whole span that is asked for: it
/// can be widened to it. Nothing if there is none, or if others lie in that span too.
std::optional<std::size_t> widened(const kube::Rule &rule, const PortSpan &whole,
                                   const ConnectionSet &added)
{
    if (!whole.name.empty() || whole.first == 0 || whole.last <= whole.first)
        return {};
    std::optional<std::size_t> found;
    const ConnectionSet all = connections({whole});
    for (std::size_t i = 0; i < rule.ports.size(); ++i) {
        const kube::PortRule &port = rule.ports[i];
        if (!port.port || port.protocol != whole.protocol)
            continue;
        const ConnectionSet own =
            ConnectionSet::of(port.protocol, *port.port, port.endPort.value_or(*port.port));
        if ((own & all).isEmpty())
            continue;
        if (found || !((own | (added & all)) == all))
            return {};
        found = i;
    }
    return found;
}

} // namespace

/// What belongs to a span that an entry can be widened to goes there, the rest becomes new entries.
std::optional<Failure> Planner::addPorts(const Draft::Handle &handle, Direction direction,
                                         std::size_t index, const std::vector<PortSpan> &ports)
{
    const auto ruleNow = [&]() -> const kube::Rule & {
        return m_draft.object(handle).policy()->rules(direction)[index];
    };
    const Path rulePath{"spec", std::string(keyOf(direction)), index};
    ConnectionSet written;
    for (const PortSpan &whole : m_wholes) {
        const auto place = widened(ruleNow(), whole, connections(ports));
        ObjectWriter writer(m_draft, handle);
        if (!place || !writer.has(rulePath / std::string("ports") / *place / std::string("port")))
            continue;
        const auto before = kube::Rule(ruleNow()); // each step of the writing reads it anew
        kube::Rule wanted = before;
        wanted.ports[*place].port = whole.first;
        wanted.ports[*place].endPort = whole.last;
        PolicyWriter(writer).writeRule(rulePath, direction, before, wanted);
        if (writer.failure())
            return writer.failure();
        written |= connections({whole});
    }
    std::optional<Failure> failed;
    const auto add = [&](const PortSpan &port) {
        const yaml::Tree &tree = m_draft.object(handle).piece->tree;
        const yaml::NodeId list = tree.find(ruleNow().origin.node, "ports");
        if (!failed)
            failed = m_draft.edit(handle, yaml::InsertItem{list, SIZE_MAX, portValue(port)});
    };
    for (const PortSpan &port : ports) {
        const ConnectionSet own = connections({port});
        if ((own & written).isEmpty())
            add(port);
        else if (const ConnectionSet rest = own - written; !rest.isEmpty())
            for (const PortSpan &left : spansOf(rest))
                add(left);
    }
    return failed;
}

/// Extends a rule whose peers are exactly the asked ones by ports, or whose ports are exactly the
/// asked ones by peers. False if the policy has no such rule.
bool Planner::extendRule(const Object &policy, Direction direction, const End &other,
                         const std::vector<PortSpan> &ports, std::optional<Failure> &failed)
{
    const std::string &nameSpace = m_workspace.namespaceOf(policy);
    Result<std::vector<Value>> peers = peersFor(m_workspace, m_evaluator, other, nameSpace);
    if (!peers || peers->empty())
        return false;
    const std::vector<kube::Peer> wanted = readPeers(*peers);
    const char *peerKey = direction == Direction::Ingress ? "from" : "to";
    const Draft::Handle handle = m_draft.handle(&policy);
    for (const kube::Rule &rule : policy.policy()->rules(direction)) {
        const bool isSamePeers = !rule.anyPeer && sameItems(rule.peers, wanted);
        if (isSamePeers && !rule.anyPort && !ports.empty()) {
            const std::size_t index = std::size_t(&rule - policy.policy()->rules(direction).data());
            failed = addPorts(handle, direction, index, ports);
            return true;
        }
    }
    for (const kube::Rule &rule : policy.policy()->rules(direction)) {
        if (rule.anyPeer || rule.peers.empty() || !samePorts(rule, ports))
            continue;
        const std::size_t index = std::size_t(&rule - policy.policy()->rules(direction).data());
        for (Value &peer : *peers) {
            if (failed)
                break;
            const Object &now = m_draft.object(handle);
            const yaml::NodeId list =
                now.piece->tree.find(now.policy()->rules(direction)[index].origin.node, peerKey);
            failed = m_draft.edit(handle, yaml::InsertItem{list, SIZE_MAX, std::move(peer)});
        }
        return true;
    }
    return false;
}

/// Writes policyTypes out before a rule list makes its defaulting mean something else.
std::optional<Failure> Planner::writeTypes(const Draft::Handle &handle, Direction adding)
{
    const Object &policy = m_draft.object(handle);
    const bool ingress = policy.policy()->isolatesIngress || adding == Direction::Ingress;
    const bool egress = policy.policy()->isolatesEgress || adding == Direction::Egress;
    std::vector<Value> types;
    if (ingress)
        types.push_back(Value::ofText("Ingress"));
    if (egress)
        types.push_back(Value::ofText("Egress"));
    const yaml::NodeId spec = specNode(policy);
    const yaml::NodeId list = policy.piece->tree.find(spec, "policyTypes");
    if (list == yaml::kNoNode)
        return m_draft.edit(
            handle, yaml::InsertPair{spec, 1, "policyTypes", Value::ofSequence(std::move(types))});
    if (policy.policy()->isolates(adding))
        return {};
    if (policy.piece->tree[list].children.empty())
        return m_draft.edit(handle, yaml::Replace{list, Value::ofSequence(std::move(types))});
    return m_draft.edit(
        handle,
        yaml::InsertItem{list, SIZE_MAX,
                         Value::ofText(adding == Direction::Ingress ? "Ingress" : "Egress")});
}

std::optional<Failure> Planner::addRule(const Object &policy, Direction direction, Value rule)
{
    const Draft::Handle handle = m_draft.handle(&policy);
    if (!policy.policy()->isolates(direction))
        if (auto failure = writeTypes(handle, direction))
            return failure;
    const Object &now = m_draft.object(handle);
    const yaml::NodeId list = ruleListNode(now, direction);
    const yaml::Tree &tree = now.piece->tree;
    if (list == yaml::kNoNode)
        return m_draft.edit(handle, yaml::InsertPair{specNode(now), SIZE_MAX, keyOf(direction),
                                                     Value::ofSequence({std::move(rule)})});
    if (tree[list].kind != yaml::Kind::Sequence || tree[list].children.empty())
        return m_draft.edit(handle, yaml::Replace{list, Value::ofSequence({std::move(rule)})});
    return m_draft.edit(handle, yaml::InsertItem{list, SIZE_MAX, std::move(rule)});
}

Result<Value> Planner::subjectFor(EndpointId id) const
{
    if (m_isNarrow)
        return exactSelector(m_evaluator, id);
    Result<kube::Labels> labels = selectorFor(m_evaluator, id);
    if (!labels)
        return labels.failure();
    return labelsValue(*labels);
}

std::optional<Failure> Planner::addPolicy(const End &own, Direction direction, Value rule)
{
    const std::vector<EndpointId> ids = members(m_evaluator, own);
    std::string nameSpace = own.name;
    std::string name = own.name + "-rules";
    Value subject = Value::ofMapping({});
    if (own.kind == End::Kind::Endpoint) {
        const verdict::Endpoint &endpoint = m_evaluator.endpoint(ids.front());
        if (endpoint.namespaceIsOpenEnded)
            return Failure{Code::CannotSelect, {endpoint.text(), endpoint.nameSpace}};
        Result<Value> selector = subjectFor(ids.front());
        if (!selector)
            return selector.failure();
        subject = std::move(*selector);
        nameSpace = endpoint.nameSpace;
        name = endpoint.name;
    }
    const Value policy =
        policyValue(freePolicyName(m_draft.workspace(), nameSpace, name),
                    writtenNamespace(m_workspace, nameSpace), std::move(subject), {direction},
                    {{direction, Value::ofSequence({std::move(rule)})}});
    return addObject(anchor(nameSpace, ids), policy, {});
}

} // namespace drawbridge::edit
