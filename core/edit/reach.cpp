#include "edit/reach.h"

#include "verdict/endpoints.h"

#include "verdict/differences.h"

#include <algorithm>

namespace drawbridge::edit {

namespace {

using kube::ConnectionSet;
using kube::Direction;
using kube::Family;
using verdict::EndpointId;
using verdict::Evaluator;
using verdict::Party;

void add(Reach &reach, const ConnectionSet &ports, bool &first)
{
    reach.every = first ? ports : reach.every & ports;
    reach.some |= ports;
    first = false;
}

/// An outside end against the endpoints of the inside end.
Reach outsideReach(const Evaluator &evaluator, Direction direction, const End &outside,
                   const End &inside)
{
    Reach result;
    bool first = true;
    for (EndpointId id : members(evaluator, inside)) {
        if (outside.kind == End::Kind::Everyone) {
            add(result, evaluator.admittedEverywhere(Party::of(id), direction, true), first);
            continue;
        }
        bool differs = false;
        add(result,
            evaluator.admittedOutside(Party::of(id), direction, addresses(outside, Family::V4),
                                      addresses(outside, Family::V6), differs),
            first);
        for (Family family : {Family::V4, Family::V6}) {
            const kube::AddressSet set = addresses(outside, family);
            for (const auto &interval : set.intervals()) {
                const Party party = Party::of(kube::Address{family, interval.first});
                result.some |= direction == Direction::Ingress
                                   ? evaluator.half(direction, party, Party::of(id))
                                   : evaluator.half(direction, Party::of(id), party);
            }
        }
    }
    return result;
}

template <typename Ask>
Reach pairReach(const Evaluator &evaluator, const End &source, const End &target, Ask ask)
{
    Reach result;
    bool first = true;
    for (EndpointId from : members(evaluator, source))
        for (EndpointId to : members(evaluator, target))
            if (from != to)
                add(result, ask(Party::of(from), Party::of(to)), first);
    return result;
}

} // namespace

std::vector<EndpointId> members(const Evaluator &evaluator, const End &end)
{
    std::vector<EndpointId> result;
    if (end.kind == End::Kind::Endpoint) {
        const EndpointId id = evaluator.find(end.name);
        if (id.isValid())
            result.push_back(id);
    } else if (end.kind == End::Kind::Namespace) {
        for (std::uint32_t i = 0; i < evaluator.endpoints().size(); ++i)
            if (evaluator.endpoints()[i].nameSpace == end.name)
                result.push_back({i});
    }
    return result;
}

bool isOutside(const End &end)
{
    return end.kind != End::Kind::Endpoint && end.kind != End::Kind::Namespace;
}

std::optional<Failure> nobodyBetween(const Evaluator &evaluator, const End &source,
                                     const End &target)
{
    const std::vector<EndpointId> sources = members(evaluator, source);
    const std::vector<EndpointId> targets = members(evaluator, target);
    const bool isNobody = (!isOutside(source) && sources.empty()) ||
                          (!isOutside(target) && targets.empty()) ||
                          (sources.size() == 1 && sources == targets);
    if (!isNobody)
        return {};
    return Failure{Code::NoServicesBetween, {textOf(evaluator, source), textOf(evaluator, target)}};
}

kube::AddressSet addresses(const End &end, Family family)
{
    if (end.kind == End::Kind::Range)
        return end.cidr.family == family ? end.cidr.set() : kube::AddressSet();
    return isOutside(end) ? kube::AddressSet({}, kube::lastOf(family)) : kube::AddressSet();
}

std::string textOf(const Evaluator &evaluator, const End &end)
{
    switch (end.kind) {
    case End::Kind::Endpoint: {
        const EndpointId id = evaluator.find(end.name);
        return id.isValid() ? evaluator.endpoint(id).text() : end.name;
    }
    case End::Kind::Namespace:
        return end.name + "/*";
    case End::Kind::Internet:
        return "internet";
    case End::Kind::Range:
        return end.cidr.text();
    case End::Kind::Everyone:
        return "anyone";
    }
    return {};
}

Reach reach(const Evaluator &evaluator, const End &source, const End &target)
{
    if (isOutside(source))
        return outsideReach(evaluator, Direction::Ingress, source, target);
    if (isOutside(target))
        return outsideReach(evaluator, Direction::Egress, target, source);
    return pairReach(evaluator, source, target,
                     [&](Party from, Party to) { return evaluator.allowed(from, to); });
}

Reach reachHalf(const Evaluator &evaluator, Direction direction, const End &source,
                const End &target)
{
    if (isOutside(source) || isOutside(target))
        return reach(evaluator, source, target);
    return pairReach(evaluator, source, target,
                     [&](Party from, Party to) { return evaluator.half(direction, from, to); });
}

std::vector<Party> parties(const Evaluator &evaluator, Direction direction, const End &end)
{
    std::vector<Party> result;
    for (EndpointId id : members(evaluator, end))
        result.push_back(Party::of(id));
    for (Family family : {Family::V4, Family::V6}) {
        const kube::AddressSet set = addresses(end, family);
        for (const auto &range : evaluator.outsideRanges(direction, family)) {
            const kube::AddressSet part = set & kube::AddressSet(range.first, range.last);
            if (!part.isEmpty())
                result.push_back(Party::of(kube::Address{family, part.intervals().front().first}));
        }
    }
    if (end.kind == End::Kind::Everyone)
        for (std::uint32_t i = 0; i < evaluator.endpoints().size(); ++i)
            result.push_back(Party::of(EndpointId{i}));
    return result;
}

std::optional<Failure> decidedAbove(const Evaluator &evaluator, const End &source,
                                    const End &target, kube::RuleAction action,
                                    const ConnectionSet &ports)
{
    for (Direction direction : kube::kDirections)
        for (const Party &from : parties(evaluator, direction, source))
            for (const Party &to : parties(evaluator, direction, target))
                for (const verdict::RuleUse &use : evaluator.rules(direction, from, to)) {
                    const kube::ClusterPolicy *policy = use.policy->clusterPolicy();
                    if (!policy || policy->tier != kube::Tier::Admin || use.action != action ||
                        (use.ports & ports).isEmpty())
                        continue;
                    return Failure{action == kube::RuleAction::Deny ? Code::DeniedByPolicy
                                                                    : Code::GrantedByPolicy,
                                   {textOf(evaluator, source), textOf(evaluator, target),
                                    use.policy->meta.kind + ' ' + use.policy->meta.name,
                                    direction == Direction::Ingress ? "ingress" : "egress",
                                    std::to_string(use.rule + 1),
                                    policy->rules(direction)[use.rule].name}};
                }
    return {};
}

namespace {

/// Which changes an intent asked for.
class Wanted
{
public:
    Wanted(const Evaluator &before, const Asked &asked)
        : m_asked(asked)
        , m_sources(members(before, asked.source))
        , m_targets(members(before, asked.target))
    {
    }

    bool contains(const verdict::VerdictChange &change) const
    {
        return isEnd(m_asked.source, m_sources, change.source) &&
               isEnd(m_asked.target, m_targets, change.target) &&
               (change.before | m_asked.added).contains(change.after) &&
               change.after.contains(change.before - m_asked.taken);
    }

private:
    static bool isEnd(const End &end, const std::vector<EndpointId> &ids,
                      const verdict::CommonEnd &asked)
    {
        if (asked.isOutside())
            return addresses(end, asked.family)
                .contains(kube::AddressSet(asked.range.first, asked.range.last));
        return end.kind == End::Kind::Everyone ||
               std::find(ids.begin(), ids.end(), asked.before) != ids.end();
    }

    const Asked &m_asked;
    std::vector<EndpointId> m_sources;
    std::vector<EndpointId> m_targets;
};

std::string textOf(const Evaluator &before, const verdict::CommonEnd &end)
{
    if (!end.isOutside())
        return before.endpoint(end.before).text();
    return kube::Address{end.family, end.range.first}.text() + '-' +
           kube::Address{end.family, end.range.last}.text();
}

} // namespace

namespace {

/// Pods that have these labels are isolated in the later state, whatever it knows of them.
bool isIsolatedIn(const Evaluator &after, const verdict::Endpoint &group, Direction direction)
{
    const kube::Labels labels = verdict::certainLabels(*group.selector);
    for (const kube::ObjectPtr &policy : after.policies()) {
        const auto &subject = policy->policy()->subject;
        if (policy->policy()->isolates(direction) &&
            after.namespaceOf(policy.get()) == group.nameSpace &&
            (!subject || subject->matches(labels)))
            return true;
    }
    return false;
}

/// What is open in the later state of pods that it does not know any more.
void addOpened(const Evaluator &before, const Evaluator &after, EndpointId id,
               std::vector<PairChange> &result)
{
    const verdict::Endpoint &group = before.endpoint(id);
    for (Direction direction : kube::kDirections) {
        if (!before.isIsolated(id, direction) || isIsolatedIn(after, group, direction))
            continue;
        const bool in = direction == Direction::Ingress;
        ConnectionSet was = before.admittedEverywhere(Party::of(id), direction, true);
        if (!was.isAll())
            result.push_back({in ? "anyone" : group.text(), in ? group.text() : "anyone",
                              std::move(was), ConnectionSet::all()});
    }
}

/// What such pods reach no longer, because a rule that named them is gone.
void addClosed(const Evaluator &before, const Evaluator &after, EndpointId id, const Asked *asked,
               std::vector<PairChange> &result)
{
    const verdict::Endpoint &group = before.endpoint(id);
    const auto labels = before.namespaces().find(group.nameSpace);
    const bool isTold = !group.namespaceIsOpenEnded && labels != before.namespaces().end() &&
                        group.selector->asLabels() && // else its pods may have any others
                        after.selected(*group.selector, group.nameSpace).empty();
    if (!isTold)
        return;
    const auto isAsked = [&](EndpointId target) {
        const auto isOf = [&](EndpointId one, const End &end) {
            const auto ids = members(before, end);
            return std::find(ids.begin(), ids.end(), one) != ids.end();
        };
        return asked && isOf(id, asked->source) && isOf(target, asked->target);
    };
    for (std::uint32_t i = 0; i < before.endpoints().size(); ++i) {
        const verdict::Endpoint &target = before.endpoints()[i];
        const EndpointId later = after.find(target.key());
        if (!later.isValid() || isAsked({i}))
            continue;
        ConnectionSet was = before.allowed(Party::of(id), Party::of(EndpointId{i}));
        ConnectionSet now =
            was & after.ingressFromStranger(later, group.nameSpace, labels->second,
                                            verdict::certainLabels(*group.selector));
        if (now != was)
            result.push_back({group.text(), target.text(), std::move(was), std::move(now)});
    }
}

} // namespace

std::vector<EndpointId> vanishedGroups(const Evaluator &before, const Evaluator &after,
                                       const std::map<std::string, std::string> &renamed)
{
    std::vector<EndpointId> result;
    if (renamed.empty() && after.sharesEndsWith(before))
        return result;
    for (std::uint32_t i = 0; i < before.endpoints().size(); ++i) {
        const verdict::Endpoint &group = before.endpoints()[i];
        const std::string key = group.key();
        if (group.selector && !renamed.count(key) && !after.find(key).isValid())
            result.push_back({i});
    }
    return result;
}

PairChanges sideEffects(const Evaluator &before, const Evaluator &after, const Asked *asked,
                        const std::map<std::string, std::string> &renamed,
                        const std::function<bool(const PairChange &)> &isAsked)
{
    std::optional<Wanted> wanted;
    if (asked)
        wanted.emplace(before, *asked);
    std::vector<PairChange> vanished;
    for (EndpointId id : vanishedGroups(before, after, renamed)) {
        addOpened(before, after, id, vanished);
        addClosed(before, after, id, asked, vanished);
    }
    PairChanges result;
    std::size_t kept[] = {0, 0}; // between services, with an address
    const auto add = [&](PairChange change, bool hasAddress) {
        if (isAsked && isAsked(change))
            return;
        result.opened |= change.after - change.before;
        result.closed |= change.before - change.after;
        if (kept[hasAddress]++ < kMostChangesKept)
            result.pairs.push_back(std::move(change));
        else
            ++result.leftOut;
    };
    for (PairChange &change : vanished)
        add(std::move(change), false);
    verdict::forEachVerdictChange(before, after, renamed, [&](verdict::VerdictChange change) {
        if (!wanted || !wanted->contains(change))
            add({textOf(before, change.source), textOf(before, change.target),
                 std::move(change.before), std::move(change.after)},
                change.source.isOutside() || change.target.isOutside());
    });
    return result;
}

PairChanges changedPairs(const Evaluator &before, const Evaluator &after)
{
    return sideEffects(before, after, nullptr);
}

} // namespace drawbridge::edit
