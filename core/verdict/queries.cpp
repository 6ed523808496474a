#include "base/effort.h"
#include "verdict/by_address.h"
#include "verdict/decide.h"
#include "verdict/evaluator.h"
#include "verdict/other_ends.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace drawbridge::verdict {

namespace {

using kube::ConnectionSet;
using kube::Direction;
using kube::RuleAction;

/// One end of a pair: a variant of an endpoint, an address, or a stranger.
struct Side
{
    const Variant *variant = nullptr;
    const kube::Address *address = nullptr;
    const Stranger *stranger = nullptr;
};

template <typename Rule>
bool contains(const Rule &rule, const kube::Address &address)
{
    return (address.family == kube::Family::V4 ? rule.v4 : rule.v6).contains(address.value);
}

template <typename Rule>
bool containsPod(const Rule &rule, const Variant &pod)
{
    return addressesHold(rule.v4, rule.v6, pod);
}

/// The ends to ask for: a pod of each kind that the policies of the other end can tell apart, as
/// pods of one workload often differ in their addresses alone. `direction` is that of the other
/// end's policies.
std::vector<Side> sidesOf(const Evaluator::State &state, const Party &party, const Party &other,
                          Direction direction)
{
    if (party.stranger)
        return {{nullptr, nullptr, party.stranger}};
    if (party.isOutside())
        return {{nullptr, &party.address}};
    const auto &variants = (*state.endpoints)[party.endpoint.value].variants;
    if (variants.size() == 1)
        return {{&variants.front(), nullptr}};
    std::vector<std::vector<std::size_t>> marks(variants.size());
    if (other.endpoint.isValid())
        marks =
            ByAddress(state, direction, (*state.endpoints)[other.endpoint.value]).marks(variants);
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < variants.size(); ++i)
        if (std::none_of(kept.begin(), kept.end(), [&](std::size_t known) {
                return marks[known] == marks[i] && variants[known].isAlike(variants[i]);
            }))
            kept.push_back(i);
    std::vector<Side> sides;
    sides.reserve(kept.size());
    for (const std::size_t i : kept)
        sides.push_back({&variants[i], nullptr});
    return sides;
}

bool holds(const std::vector<BitsetPtr> &peers, std::uint32_t group)
{
    return std::any_of(peers.begin(), peers.end(),
                       [group](const BitsetPtr &groups) { return groups->test(group); });
}

/// The same for a group that came after the peers were turned into sets.
bool holdsLate(const LabelGroups &groups, const std::vector<kube::Peer> &peers,
               const std::string &policyNamespace, std::uint32_t group)
{
    return std::any_of(peers.begin(), peers.end(), [&](const kube::Peer &peer) {
        return !peer.ipBlock && groups.picks(peer, policyNamespace, group);
    });
}

/// One pod or one address.
class OneEnd : public OtherEnd
{
public:
    OneEnd(const LabelGroups &groups, const Side &side)
        : m_groups(groups)
        , m_side(side)
        , m_isLate(side.variant && groups.isLate(side.variant->group))
    {
        if (side.address)
            m_address[int(side.address->family)] =
                kube::AddressSet(side.address->value, side.address->value);
    }

    Match of(const CompiledPolicy &policy, std::size_t index, Direction direction) const override
    {
        const CompiledRule &rule = policy.rules[int(direction)][index];
        if (rule.anyPeer)
            return Match::All;
        if (!m_side.variant)
            return matchOf(contains(rule, *m_side.address));
        const std::uint32_t group = m_side.variant->group;
        const bool isPicked =
            m_isLate ? holdsLate(m_groups, policy.policy().rules(direction)[index].peers,
                                 policy.nameSpace, group)
                     : holds(rule.peers, group);
        return matchOf(rule.everyPod || isPicked ||
                       (rule.meansPods && containsPod(rule, *m_side.variant)));
    }
    Match of(const CompiledClusterRule &rule) const override
    {
        if (!m_side.variant)
            return matchOf(rule.everyOutside || contains(rule, *m_side.address));
        const Variant &pod = *m_side.variant;
        const bool isPicked = pod.hostNetwork ? rule.everyOutside
                              : m_isLate      ? holdsLate(m_groups, rule.values, {}, pod.group)
                                              : holds(rule.peers, pod.group);
        return matchOf(rule.everyPod || isPicked || (rule.meansPods && containsPod(rule, pod)));
    }
    const Variant *pod() const override
    {
        const Variant *pod = m_side.variant;
        return pod && !m_isLate && !pod->hostNetwork ? pod : nullptr;
    }
    std::optional<Addresses> addresses() const override
    {
        if (!m_side.address)
            return {};
        return Addresses{m_address[int(kube::Family::V4)], m_address[int(kube::Family::V6)]};
    }

private:
    const LabelGroups &m_groups;
    Side m_side;
    bool m_isLate;
    kube::AddressSet m_address[2]; ///< by family; empty for a pod
};

/// A pod that is not in the workspace.
class StrangerEnd : public OtherEnd
{
public:
    StrangerEnd(const std::string &nameSpace, const kube::Labels &namespaceLabels,
                const kube::Labels &podLabels)
        : m_nameSpace(nameSpace), m_namespaceLabels(namespaceLabels), m_podLabels(podLabels)
    {
    }
    explicit StrangerEnd(const Stranger &stranger)
        : StrangerEnd(stranger.nameSpace, stranger.namespaceLabels, stranger.podLabels)
    {
    }

    Match of(const CompiledPolicy &policy, std::size_t index, Direction direction) const override
    {
        const kube::Rule &rule = policy.policy().rules(direction)[index];
        return matchOf(
            rule.anyPeer || policy.rules[int(direction)][index].everyPod ||
            std::any_of(rule.peers.begin(), rule.peers.end(),
                        [&](const kube::Peer &peer) { return picks(peer, policy.nameSpace); }));
    }
    Match of(const CompiledClusterRule &rule) const override
    {
        return matchOf(rule.everyPod ||
                       std::any_of(rule.values.begin(), rule.values.end(),
                                   [&](const kube::Peer &peer) { return picks(peer, {}); }));
    }

private:
    bool picks(const kube::Peer &peer, const std::string &policyNamespace) const
    {
        if (peer.ipBlock || (peer.pods && !peer.pods->matches(m_podLabels)))
            return false;
        return peer.namespaces ? meansNamespace(*peer.namespaces, m_nameSpace, m_namespaceLabels)
                               : policyNamespace == m_nameSpace;
    }

    const std::string &m_nameSpace;
    const kube::Labels &m_namespaceLabels;
    const kube::Labels &m_podLabels;
};

ConnectionSet halfOf(const Evaluator::State &state, Direction direction, const Side &source,
                     const Side &target, const OnRule &onRule = {},
                     const std::vector<const kube::Object *> *leftOut = nullptr)
{
    const Side &own = direction == Direction::Ingress ? target : source;
    const Side &other = direction == Direction::Ingress ? source : target;
    const auto decided = [&](const OtherEnd &end) {
        return own.stranger
                   ? decide(direction, *own.stranger, end, target.variant, onRule, leftOut)
                   : decide(state, direction, *own.variant, end, target.variant, onRule, leftOut);
    };
    if (!own.variant && !own.stranger)
        return ConnectionSet::all();
    return other.stranger ? decided(StrangerEnd(*other.stranger))
                          : decided(OneEnd(*state.groups, other));
}

/// What all variants of an endpoint may exchange with the other end, together.
ConnectionSet together(const Evaluator::State &state, const Endpoint &endpoint, Direction direction,
                       const OtherEnd &other)
{
    ConnectionSet result;
    std::vector<const Variant *> asked;
    for (const Variant &variant : endpoint.variants) {
        if (std::any_of(asked.begin(), asked.end(),
                        [&](const Variant *known) { return known->isAlike(variant); }))
            continue; // its own addresses are no matter
        asked.push_back(&variant);
        result |= decide(state, direction, variant, other,
                         direction == Direction::Ingress ? &variant : nullptr);
    }
    return result;
}

/// The same for an end that may be a stranger.
ConnectionSet together(const Evaluator::State &state, const Party &pod, Direction direction,
                       const OtherEnd &other)
{
    return pod.stranger ? decide(direction, *pod.stranger, other, nullptr)
                        : together(state, (*state.endpoints)[pod.endpoint.value], direction, other);
}

bool isSelf(const Party &source, const Party &target)
{
    return source.endpoint.isValid() && source.endpoint == target.endpoint;
}

} // namespace

kube::ConnectionSet Evaluator::allowed(Party source, Party target) const
{
    if (isSelf(source, target) || (source.isOutside() && target.isOutside()))
        return ConnectionSet::all();
    ConnectionSet result;
    for (const Side &from : sidesOf(*m_state, source, target, Direction::Ingress))
        for (const Side &to : sidesOf(*m_state, target, source, Direction::Egress)) {
            const ConnectionSet ingress = halfOf(*m_state, Direction::Ingress, from, to);
            if (!ingress.isEmpty())
                result |= ingress & halfOf(*m_state, Direction::Egress, from, to);
        }
    return result;
}

std::optional<std::vector<EndpointId>> Evaluator::mayMeet(EndpointId id, Direction direction) const
{
    std::vector<EndpointId> ends;
    std::vector<bool> isIn(endpoints().size());
    const auto addEnd = [&](EndpointId end) {
        if (!isIn[end.value])
            ends.push_back(end);
        isIn[end.value] = true;
    };
    const auto addGroup = [&](std::size_t group) {
        for (const EndpointId end : (*m_state->byGroup)[group])
            addEnd(end);
    };
    const auto addPicked = [&](const CompiledPolicy &policy, std::size_t index) {
        const CompiledRule &rule = policy.rules[int(direction)][index];
        for (const BitsetPtr &groups : rule.peers)
            groups->forEach(addGroup);
        m_state->groups->forEachLate([&](std::uint32_t group) {
            if (holdsLate(*m_state->groups, policy.policy().rules(direction)[index].peers,
                          policy.nameSpace, group))
                addGroup(group);
        });
        if (!rule.meansPods || (rule.v4.isEmpty() && rule.v6.isEmpty()))
            return;
        for (std::uint32_t i = 0; i < endpoints().size(); ++i) {
            const auto &variants = endpoints()[i].variants;
            if (std::any_of(variants.begin(), variants.end(),
                            [&](const Variant &pods) { return containsPod(rule, pods); }))
                addEnd({i});
        }
    };
    constexpr std::size_t kFew = 64;
    const std::size_t mostEnds = std::max(kFew, endpoints().size() / 2);
    std::size_t looks = 0; // at rules that add nothing new too
    const auto isOfMany = [&](const CompiledPolicy &policy) {
        for (std::size_t i = 0; i < policy.rules[int(direction)].size(); ++i) {
            const CompiledRule &rule = policy.rules[int(direction)][i];
            if (rule.anyPeer || rule.everyPod || ends.size() > mostEnds ||
                ++looks > kFew + 4 * endpoints().size())
                return true;
            addPicked(policy, i);
        }
        return false;
    };
    const auto &admin = m_state->chains[State::Admin];
    std::vector<std::uint32_t> asked;
    for (const Variant &own : endpoint(id).variants) {
        if (std::find(asked.begin(), asked.end(), own.group) != asked.end())
            continue;
        asked.push_back(own.group);
        const auto &policies = m_state->isolating[int(direction)].of(own.group);
        if (policies.isEmpty() || (!admin.isEmpty() && !admin.of(own.group).isEmpty()) ||
            policies.anyOf(isOfMany))
            return {};
    }
    std::sort(ends.begin(), ends.end());
    return ends;
}

kube::ConnectionSet Evaluator::half(Direction direction, Party source, Party target) const
{
    ConnectionSet result;
    for (const Side &from : sidesOf(*m_state, source, target, Direction::Ingress))
        for (const Side &to : sidesOf(*m_state, target, source, Direction::Egress))
            result |= halfOf(*m_state, direction, from, to);
    return result;
}

kube::ConnectionSet Evaluator::halfWithout(const std::vector<const kube::Object *> &policies,
                                           Direction direction, Party source, Party target) const
{
    ConnectionSet result;
    for (const Side &from : sidesOf(*m_state, source, target, Direction::Ingress))
        for (const Side &to : sidesOf(*m_state, target, source, Direction::Egress))
            result |= halfOf(*m_state, direction, from, to, {}, &policies);
    return result;
}

/// Keeping it apart from all others; see base/effort.h.
static constexpr std::size_t kEffortOfUse = 4;

std::vector<RuleUse> Evaluator::rules(Direction direction, Party source, Party target) const
{
    std::vector<RuleUse> uses;
    std::map<std::tuple<const kube::Object *, std::size_t, RuleAction>, std::size_t> places;
    const OnRule add = [&](const kube::ObjectPtr &policy, std::size_t rule, RuleAction action,
                           const ConnectionSet &ports) {
        const auto [place, isNew] = places.try_emplace({policy.get(), rule, action}, uses.size());
        if (isNew)
            uses.push_back({policy.get(), direction, rule, ports, action});
        else
            uses[place->second].ports |= ports;
    };
    for (const Side &from : sidesOf(*m_state, source, target, Direction::Ingress))
        for (const Side &to : sidesOf(*m_state, target, source, Direction::Egress))
            halfOf(*m_state, direction, from, to, add);
    spend(uses.size() * kEffortOfUse);
    return uses;
}

kube::ConnectionSet Evaluator::decided(Direction direction, const Variant &own,
                                       const OtherEnd &other, const Variant *destination) const
{
    return decide(*m_state, direction, own, other, destination);
}

kube::ConnectionSet Evaluator::leftByAdmin(Direction direction, const Variant &own,
                                           const OtherEnd &other, const Variant *destination) const
{
    return verdict::leftByAdmin(*m_state, direction, own, other, destination);
}

kube::ConnectionSet Evaluator::ingressFromStranger(EndpointId target, const std::string &nameSpace,
                                                   const kube::Labels &namespaceLabels,
                                                   const kube::Labels &podLabels) const
{
    return together(*m_state, endpoint(target), Direction::Ingress,
                    StrangerEnd(nameSpace, namespaceLabels, podLabels));
}

kube::ConnectionSet Evaluator::ingressFromStranger(const Variant &target,
                                                   const std::string &nameSpace,
                                                   const kube::Labels &namespaceLabels,
                                                   const kube::Labels &podLabels) const
{
    return decide(*m_state, Direction::Ingress, target,
                  StrangerEnd(nameSpace, namespaceLabels, podLabels), &target);
}

kube::ConnectionSet Evaluator::admittedOutside(const Party &pod, Direction direction,
                                               const kube::AddressSet &v4,
                                               const kube::AddressSet &v6, bool &differs) const
{
    const AddressesEnd addresses(v4, v6);
    ConnectionSet result = together(*m_state, pod, direction, addresses);
    differs = differs || addresses.differs();
    return result;
}

kube::ConnectionSet Evaluator::admittedEverywhere(const Party &pod, Direction direction,
                                                  bool outsideToo) const
{
    return together(*m_state, pod, direction, EveryEnd(outsideToo, Match::Some));
}

kube::ConnectionSet Evaluator::admittedUnnamed(const Party &pod, Direction direction,
                                               bool outsideToo) const
{
    return together(*m_state, pod, direction, EveryEnd(outsideToo, Match::None));
}

bool Evaluator::isIsolated(EndpointId id, Direction direction) const
{
    const auto &lists = m_state->isolating[int(direction)];
    const auto &variants = endpoint(id).variants;
    return std::all_of(variants.begin(), variants.end(),
                       [&](const Variant &variant) { return !lists.of(variant.group).isEmpty(); });
}

bool Evaluator::admitsEveryone(EndpointId id, Direction direction) const
{
    const auto admits = [&](const Variant &variant) {
        return decide(*m_state, direction, variant, EveryEnd(true, Match::Some), nullptr).isAll();
    };
    const auto &variants = endpoint(id).variants;
    return isIsolated(id, direction) && std::any_of(variants.begin(), variants.end(), admits);
}

bool Evaluator::isDeniedByDefault(EndpointId id, Direction direction) const
{
    return !clusterPoliciesOf(id, direction).empty() &&
           admittedUnnamed(Party::of(id), direction, false).isEmpty();
}

bool Evaluator::isRestricted(EndpointId id, Direction direction) const
{
    const auto denies = [&](const kube::Object *policy) {
        const auto &rules = m_state->compiledCluster.at(policy)->rules[int(direction)];
        return std::any_of(rules.begin(), rules.end(), [](const CompiledClusterRule &rule) {
            return rule.action == RuleAction::Deny;
        });
    };
    const auto policies = clusterPoliciesOf(id, direction);
    return isIsolated(id, direction) || std::any_of(policies.begin(), policies.end(), denies);
}

std::vector<const kube::Object *> Evaluator::clusterPoliciesOf(EndpointId id,
                                                               Direction direction) const
{
    std::vector<const kube::Object *> result;
    std::unordered_set<const CompiledClusterPolicy *> seen;
    for (const auto &chain : m_state->chains)
        for (const Variant &variant : endpoint(id).variants) {
            if (chain.isEmpty() || variant.hostNetwork)
                continue;
            chain.of(variant.group).forEach([&](const CompiledClusterPolicy &policy) {
                if (!policy.rules[int(direction)].empty() && seen.insert(&policy).second)
                    result.push_back(policy.object.get());
            });
        }
    return result;
}

std::vector<const kube::Object *> Evaluator::policiesOf(EndpointId id, Direction direction) const
{
    std::vector<const kube::Object *> result;
    const auto &lists = m_state->isolating[int(direction)];
    const auto &variants = endpoint(id).variants;
    std::unordered_set<const CompiledPolicy *> seen;
    for (const Variant &variant : variants)
        lists.of(variant.group).forEach([&](const CompiledPolicy &policy) {
            if (variants.size() == 1 || seen.insert(&policy).second)
                result.push_back(policy.object.get());
        });
    return result;
}

bool Evaluator::hasFullWall(const std::string &nameSpace, Direction direction) const
{
    return wholeWall(nameSpace, direction).policy != nullptr;
}

bool Evaluator::isIsolationUnsure(EndpointId id, Direction direction) const
{
    bool isUnsure = false;
    for (const Variant &variant : endpoint(id).variants) {
        const auto &policies = m_state->isolating[int(direction)].of(variant.group);
        isUnsure = isUnsure || !policies.isEmpty();
        if (policies.anyOf(
                [](const CompiledPolicy &policy) { return policy.policy().subject.has_value(); }))
            return false;
    }
    return isUnsure;
}

Evaluator::WholeWall Evaluator::wholeWall(const std::string &nameSpace, Direction direction) const
{
    WholeWall wall;
    const auto &walls = m_state->walls[int(direction)];
    const auto found = walls.find(nameSpace);
    if (found == walls.end())
        return wall;
    for (const CompiledPolicy *policy : found->second) {
        const bool isUnsure = !policy->policy().subject;
        if (!wall.policy || (wall.isUnsure && !isUnsure)) {
            wall.policy = policy->object.get();
            wall.isUnsure = isUnsure;
        }
        const auto &rules = policy->rules[int(direction)];
        wall.admitsEveryone |=
            std::any_of(rules.begin(), rules.end(), [](const CompiledRule &rule) {
                return rule.anyPeer && rule.ports.isAll();
            });
    }
    return wall;
}

} // namespace drawbridge::verdict
