#include "edit/found_part.h"
#include "edit/planner.h"
#include "edit/policy_writer.h"
#include "edit/unknown_names.h"

#include <algorithm>

namespace drawbridge::edit {

using kube::ConnectionSet;
using kube::Direction;
using kube::Object;
using verdict::EndpointId;
using verdict::Party;
using yaml::Value;

namespace {

/// An address inside an outside end, to ask the evaluator about.
Party partyOf(const verdict::Evaluator &evaluator, const End &end)
{
    const std::vector<EndpointId> ids = members(evaluator, end);
    if (!ids.empty())
        return Party::of(ids.front());
    const kube::Family family = end.kind == End::Kind::Range ? end.cidr.family : kube::Family::V4;
    return Party::of(kube::Address{family, addresses(end, family).intervals().front().first});
}

bool isExactly(const kube::Peer &peer, const End &end)
{
    if (!peer.ipBlock || !peer.ipBlock->except.empty())
        return false;
    if (end.kind == End::Kind::Internet)
        return peer.ipBlock->cidr.prefix == 0;
    return end.kind == End::Kind::Range && peer.ipBlock->cidr == end.cidr;
}

bool touches(const kube::Peer &peer, const End &end)
{
    if (!peer.ipBlock)
        return false;
    const kube::Family family = peer.ipBlock->cidr.family;
    return !(peer.ipBlock->addresses() & addresses(end, family)).isEmpty();
}

} // namespace

Result<Rewrite> Planner::revoke(const Revoke &intent)
{
    const std::string source = textOf(m_evaluator, intent.source);
    const std::string target = textOf(m_evaluator, intent.target);
    if (isOutside(intent.source) && isOutside(intent.target))
        return Failure{Code::OutsideToOutside, {source, target}};
    if (intent.source == intent.target)
        return Failure{Code::SelfConnection, {source}};
    if (auto failure = nobodyBetween(m_evaluator, intent.source, intent.target))
        return *failure;
    const ConnectionSet taken = connections(intent.ports);
    const auto names = unknownNames(m_evaluator, intent.source, intent.target);
    const bool isNamed = std::any_of(names.begin(), names.end(),
                                     [&](const UnknownName &one) { return one.mayMeet(taken); });
    if (!isNamed && (reach(m_evaluator, intent.source, intent.target).some & taken).isEmpty())
        return Failure{Code::AlreadyNotAllowed, {source, target}};

    bool isCut = false;
    std::optional<Failure> why;
    for (Direction direction : {Direction::Ingress, Direction::Egress}) {
        const End &own = direction == Direction::Ingress ? intent.target : intent.source;
        const End &other = direction == Direction::Ingress ? intent.source : intent.target;
        if (isOutside(own))
            continue;
        Result<std::vector<Cut>> plan = cuts(direction, own, other, taken, intent.namesTheRest);
        if (!plan) {
            if (!why || why->code == Code::OpenByDefault)
                why = plan.failure();
            continue;
        }
        if (auto failure = apply(direction, *plan))
            return *failure;
        isCut = true;
    }
    if (!isCut)
        if (auto granted = decidedAbove(m_evaluator, intent.source, intent.target,
                                        kube::RuleAction::Accept, taken))
            return *granted;
    if (!isCut)
        return why.value_or(Failure{Code::OpenByDefault, {target}});
    const Asked asked{intent.source, intent.target, {}, taken};
    return finish(&asked);
}

/// What to take from which rules so that one half admits none of `taken`; fails if the half is open
/// or some rule also serves others.
Result<std::vector<Planner::Cut>> Planner::cuts(Direction direction, const End &own,
                                                const End &other, const ConnectionSet &taken,
                                                bool namesTheRest) const
{
    const std::vector<EndpointId> ids = members(m_evaluator, own);
    if (ids.empty() || std::any_of(ids.begin(), ids.end(), [&](EndpointId id) {
            return !m_evaluator.isIsolated(id, direction);
        }))
        return Failure{Code::OpenByDefault, {textOf(m_evaluator, own)}};
    std::vector<Cut> result;
    const bool in = direction == Direction::Ingress;
    std::vector<EndpointId> others = members(m_evaluator, other);
    std::vector<Party> parties;
    parties.reserve(others.size());
    for (EndpointId id : others)
        parties.push_back(Party::of(id));
    if (others.empty())
        parties.push_back(partyOf(m_evaluator, other));
    std::optional<Failure> why;
    const auto take = [&](const verdict::RuleUse &use) {
        const bool isKnown = std::any_of(result.begin(), result.end(), [&](const Cut &c) {
            return c.policy == use.policy && c.rule == use.rule;
        });
        if (isKnown || why)
            return;
        Result<Cut> one = cut(use, own, other, taken, namesTheRest);
        if (one)
            result.push_back(std::move(*one));
        else
            why = one.failure();
    };
    for (EndpointId id : ids)
        for (const Party &party : parties)
            for (const verdict::RuleUse &use : m_evaluator.rules(
                     direction, in ? party : Party::of(id), in ? Party::of(id) : party))
                if (!use.policy->clusterPolicy() && !(use.ports & taken).isEmpty())
                    take(use);
    // Rules that no verdict shows, since nobody can tell which ports they mean.
    for (const UnknownName &one : unknownNames(m_evaluator, in ? other : own, in ? own : other))
        if (one.direction == direction && one.mayMeet(taken))
            take({one.policy, direction, one.rule, {}, kube::RuleAction::Accept});
    if (why)
        return *why;
    return result;
}

Result<Planner::Cut> Planner::cut(const verdict::RuleUse &use, const End &own, const End &other,
                                  const ConnectionSet &taken, bool namesTheRest) const
{
    const Object &policy = *use.policy;
    const kube::Rule &rule = policy.policy()->rules(use.direction)[use.rule];
    const std::string name = m_evaluator.namespaceOf(&policy) + '/' + policy.meta.name;
    Cut result{&policy, use.rule, {}, false, {}, true, taken};
    const auto sorted = [](std::vector<EndpointId> v) {
        std::sort(v.begin(), v.end());
        return v;
    };
    if (sorted(m_evaluator.endpointsOf(&policy)) != sorted(members(m_evaluator, own)))
        return Failure{Code::RuleIsBroader, {name, textOf(m_evaluator, own)}};
    const std::vector<EndpointId> others = sorted(members(m_evaluator, other));
    for (std::size_t i = 0; i < rule.peers.size(); ++i) {
        const kube::Peer &peer = rule.peers[i];
        if (isOutside(other) ? !touches(peer, other) : peer.ipBlock.has_value())
            continue;
        const std::vector<EndpointId> picked =
            sorted(m_evaluator.selected(peer, m_evaluator.namespaceOf(&policy)));
        std::vector<EndpointId> common;
        std::set_intersection(picked.begin(), picked.end(), others.begin(), others.end(),
                              std::back_inserter(common));
        if (!isOutside(other) && common.empty())
            continue;
        if (isOutside(other) ? !isExactly(peer, other) : picked != others)
            return Failure{Code::RuleIsBroader, {name, textOf(m_evaluator, other)}};
        result.peers.push_back(i);
    }
    const bool meansEveryone = rule.anyPeer && other.kind == End::Kind::Everyone;
    if (!meansEveryone && (rule.anyPeer || result.peers.empty()))
        return Failure{Code::RuleIsBroader, {name, textOf(m_evaluator, other)}};
    result.wholeRule = meansEveryone || result.peers.size() == rule.peers.size();
    result.allPortsGo = taken.contains(use.ports);
    result.keep = spansOf(use.ports - taken);
    const bool hasNamed = std::any_of(rule.ports.begin(), rule.ports.end(),
                                      [](const kube::PortRule &p) { return !p.name.empty(); });
    // A part of "every port", or of named ports that differ by pod, is not taken out by guessing.
    const bool isForAll = rule.anyPort && !(namesTheRest && result.wholeRule);
    if (!result.allPortsGo && (isForAll || hasNamed))
        return Failure{Code::RuleIsBroader, {name, use.ports.label()}};
    const bool in = use.direction == Direction::Ingress;
    for (const UnknownName &one :
         unknownNames(m_evaluator, policy, use.direction, use.rule, in ? own : other))
        if (!one.isWithin(taken)) // it may be another port
            return Failure{Code::RuleIsBroader, {name, one.name}};
    return result;
}

namespace {

std::vector<kube::PortRule> portRules(const std::vector<PortSpan> &ports, kube::Origin origin = {})
{
    std::vector<kube::PortRule> result;
    for (const PortSpan &span : ports) {
        kube::PortRule rule{span.protocol, {}, {}, {}, result.empty() ? origin : kube::Origin()};
        if (span.first > 0)
            rule.port = span.first;
        if (span.last > span.first)
            rule.endPort = span.last;
        result.push_back(std::move(rule));
    }
    return result;
}

/// What stays of each item; what is left of one keeps its place and its comments.
std::vector<kube::PortRule> portsWithout(const std::vector<kube::PortRule> &ports,
                                         const ConnectionSet &taken)
{
    std::vector<kube::PortRule> result;
    for (const kube::PortRule &port : ports) {
        const ConnectionSet own =
            ConnectionSet::of(port.protocol, port.port.value_or(1),
                              port.port ? port.endPort.value_or(*port.port) : kube::kLastPort);
        if (!port.name.empty() || (own & taken).isEmpty()) {
            result.push_back(port);
            continue;
        }
        for (kube::PortRule &rest : portRules(spansOf(own - taken), port.origin))
            result.push_back(std::move(rest));
    }
    return result;
}

/// True if a comment is about a peer alone: one in it, on its line or right above.
bool isExplained(const kube::Workspace &workspace, const Object &policy, kube::Origin peer)
{
    const yaml::Tree &tree = policy.piece->tree;
    const TextRange range = workspace.place(&policy, peer).range;
    const std::string &bytes = workspace.file(workspace.location(&policy).file).bytes();
    if (tree[tree[peer.node].parent].style == yaml::Style::Flow)
        return bytes.substr(range.begin, range.size()).find('#') != std::string::npos;
    const std::size_t line = bytes.rfind('\n', range.begin);
    const std::size_t above =
        line == std::string::npos || line == 0 ? 0 : bytes.rfind('\n', line - 1) + 1;
    const std::size_t ink = bytes.find_first_not_of(" \t-", above);
    return bytes[ink] == '#' || hasComment(workspace, policy, peer);
}

} // namespace

std::optional<Failure> Planner::apply(Direction direction, const std::vector<Cut> &cuts)
{
    // From the last rule to the first, so that the numbers of those still to come stay right.
    std::vector<Cut> ordered = cuts;
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Cut &a, const Cut &b) { return a.rule > b.rule; });
    for (const Cut &cut : ordered)
        if (auto failure = applyCut(direction, cut))
            return failure;
    return {};
}

std::optional<Failure> Planner::applyCut(Direction direction, const Cut &cut)
{
    const Draft::Handle handle = m_draft.handle(cut.policy);
    const auto ruleNow = [&]() -> const kube::Rule & {
        return m_draft.object(handle).policy()->rules(direction)[cut.rule];
    };
    if (cut.wholeRule && cut.allPortsGo) {
        // Without policyTypes an empty egress list would isolate no longer.
        if (!m_draft.object(handle).policy()->hasPolicyTypes)
            if (auto failure = writeTypes(handle, direction))
                return failure;
        return m_draft.edit(handle, yaml::Remove{ruleNow().origin.node});
    }
    if (cut.wholeRule) {
        ObjectWriter writer(m_draft, handle);
        // A copy, since each step of the writing reads the policy anew.
        const auto before = kube::Rule(ruleNow());
        kube::Rule wanted = before;
        wanted.ports = before.anyPort ? portRules(cut.keep) : portsWithout(before.ports, cut.taken);
        wanted.anyPort = false;
        PolicyWriter(writer).writeRule(Path{"spec", std::string(keyOf(direction)), cut.rule},
                                       direction, before, wanted);
        return writer.failure();
    }
    std::vector<kube::Peer> keptPeers;
    if (!cut.allPortsGo) // the peers are written anew, in a rule of their own
        for (std::size_t i : cut.peers)
            if (isExplained(m_draft.workspace(), m_draft.object(handle), ruleNow().peers[i].origin))
                return Failure{Code::CommentsWouldPart, {m_draft.object(handle).meta.name}};
    for (std::size_t i = cut.peers.size(); i-- > 0;) {
        keptPeers.push_back(ruleNow().peers[cut.peers[i]]);
        if (auto failure =
                m_draft.edit(handle, yaml::Remove{ruleNow().peers[cut.peers[i]].origin.node}))
            return failure;
    }
    if (cut.allPortsGo)
        return {};
    std::vector<Value> items;
    items.reserve(keptPeers.size());
    for (const kube::Peer &peer : keptPeers)
        items.push_back(peerValue(peer));
    const yaml::NodeId list = ruleListNode(m_draft.object(handle), direction);
    return m_draft.edit(handle, yaml::InsertItem{list, cut.rule + 1,
                                                 ruleValue(direction, std::move(items), cut.keep)});
}

} // namespace drawbridge::edit
