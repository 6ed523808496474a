#include "edit/reach.h"

#include <algorithm>
#include <set>

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
            add(result, evaluator.admittedEverywhere(id, direction, true), first);
            continue;
        }
        bool differs = false;
        add(result,
            evaluator.admittedOutside(id, direction, addresses(outside, Family::V4),
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

namespace {

/// Compares two states over the pairs that a change of policies can have touched.
class Comparison
{
public:
    Comparison(const Evaluator &before, const Evaluator &after, const Asked *asked,
               const std::map<std::string, std::string> &renamed)
        : m_before(before), m_after(after), m_asked(asked), m_renamed(renamed)
    {
    }

    std::vector<PairChange> run()
    {
        for (std::uint32_t i = 0; i < m_before.endpoints().size(); ++i) {
            const std::string key = m_before.endpoints()[i].key();
            const auto now = m_renamed.find(key);
            const EndpointId other = m_after.find(now == m_renamed.end() ? key : now->second);
            if (other.isValid())
                m_both.push_back({{i}, other});
        }
        std::set<std::pair<std::size_t, std::size_t>> pairs;
        for (std::size_t i = 0; i < m_both.size(); ++i) {
            const bool isOther = isOtherForPeers(m_both[i]);
            const bool ingress = isOther || isTouched(m_both[i], Direction::Ingress);
            const bool egress = isOther || isTouched(m_both[i], Direction::Egress);
            for (std::size_t j = 0; (ingress || egress) && j < m_both.size(); ++j) {
                if (ingress)
                    pairs.insert({j, i});
                if (egress)
                    pairs.insert({i, j});
            }
            if (ingress)
                compareOutside(m_both[i], Direction::Ingress);
            if (egress)
                compareOutside(m_both[i], Direction::Egress);
        }
        for (const auto &[source, target] : pairs)
            if (source != target)
                comparePair(m_both[source], m_both[target]);
        return std::move(m_changes);
    }

private:
    struct Both
    {
        EndpointId before;
        EndpointId after;
    };

    bool isTouched(const Both &both, Direction direction) const
    {
        return m_before.policiesOf(both.before, direction) !=
               m_after.policiesOf(both.after, direction);
    }

    /// The rules of others may pick it now that did not, or the other way.
    bool isOtherForPeers(const Both &both) const
    {
        const verdict::Endpoint &before = m_before.endpoint(both.before);
        const verdict::Endpoint &after = m_after.endpoint(both.after);
        return before.objects != after.objects || before.nameSpace != after.nameSpace ||
               m_before.namespaces().at(before.nameSpace) !=
                   m_after.namespaces().at(after.nameSpace);
    }

    bool isMember(const End &end, EndpointId id) const
    {
        if (end.kind == End::Kind::Everyone)
            return true;
        const std::vector<EndpointId> ids = members(m_before, end);
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    }

    void record(std::string source, std::string target, ConnectionSet before, ConnectionSet after,
                bool isAsked)
    {
        if (before == after)
            return;
        if (isAsked && (before | m_asked->added).contains(after) &&
            after.contains(before - m_asked->taken))
            return;
        m_changes.push_back(
            {std::move(source), std::move(target), std::move(before), std::move(after)});
    }

    void comparePair(const Both &source, const Both &target)
    {
        const bool isAsked = m_asked && isMember(m_asked->source, source.before) &&
                             isMember(m_asked->target, target.before);
        record(m_before.endpoint(source.before).text(), m_before.endpoint(target.before).text(),
               m_before.allowed(Party::of(source.before), Party::of(target.before)),
               m_after.allowed(Party::of(source.after), Party::of(target.after)), isAsked);
    }

    void compareOutside(const Both &both, Direction direction)
    {
        for (Family family : {Family::V4, Family::V6})
            for (const auto &range : ranges(direction, family)) {
                const Party address = Party::of(kube::Address{family, range.first});
                const std::string outside = kube::Address{family, range.first}.text() + '-' +
                                            kube::Address{family, range.last}.text();
                const std::string inside = m_before.endpoint(both.before).text();
                const bool in = direction == Direction::Ingress;
                record(in ? outside : inside, in ? inside : outside,
                       m_before.half(direction, in ? address : Party::of(both.before),
                                     in ? Party::of(both.before) : address),
                       m_after.half(direction, in ? address : Party::of(both.after),
                                    in ? Party::of(both.after) : address),
                       isAskedOutside(both, direction, family, range));
            }
    }

    bool isAskedOutside(const Both &both, Direction direction, Family family,
                        const kube::AddressSet::Interval &range) const
    {
        if (!m_asked)
            return false;
        const bool in = direction == Direction::Ingress;
        return isMember(in ? m_asked->target : m_asked->source, both.before) &&
               addresses(in ? m_asked->source : m_asked->target, family)
                   .contains(kube::AddressSet(range.first, range.last));
    }

    /// Cut at the edges of both states.
    const std::vector<kube::AddressSet::Interval> &ranges(Direction direction, Family family)
    {
        auto &cached = m_ranges[int(direction)][int(family)];
        if (!cached.empty())
            return cached;
        std::set<kube::AddressValue> starts{{}};
        for (const Evaluator *state : {&m_before, &m_after})
            for (const auto &range : state->outsideRanges(direction, family))
                starts.insert(range.first);
        for (auto it = starts.begin(); it != starts.end(); ++it) {
            kube::AddressValue last = kube::lastOf(family);
            if (std::next(it) != starts.end()) {
                last = *std::next(it);
                --last;
            }
            cached.push_back({*it, last});
        }
        return cached;
    }

    const Evaluator &m_before;
    const Evaluator &m_after;
    const Asked *m_asked;
    const std::map<std::string, std::string> &m_renamed;
    std::vector<Both> m_both;
    std::vector<kube::AddressSet::Interval> m_ranges[2][2];
    std::vector<PairChange> m_changes;
};

} // namespace

std::vector<PairChange> sideEffects(const Evaluator &before, const Evaluator &after,
                                    const Asked *asked,
                                    const std::map<std::string, std::string> &renamed)
{
    return Comparison(before, after, asked, renamed).run();
}

std::vector<PairChange> changedPairs(const Evaluator &before, const Evaluator &after)
{
    return sideEffects(before, after, nullptr);
}

} // namespace drawbridge::edit
