#include "verdict/decide.h"

#include "base/effort.h"
#include "verdict/rule_ports.h"

#include <algorithm>
#include <array>

namespace drawbridge::verdict {

namespace {

using kube::ConnectionSet;
using kube::Direction;
using kube::RuleAction;

/// What a question takes that no rule is asked for; see base/effort.h.
constexpr std::size_t kEffortOfQuestion = 8;

/// Names are looked up on the destination; see rule_ports.h.
ConnectionSet portsTo(const CompiledRule &rule, const Variant *destination)
{
    ConnectionSet ports = rule.ports;
    for (const kube::PortRule &named : rule.named)
        addNamed(named, destination, ports);
    return ports;
}

/// Of a cluster-wide policy the name alone counts (v1alpha2, destinationNamedPort).
ConnectionSet portsTo(const CompiledClusterRule &rule, const Variant *destination)
{
    ConnectionSet ports = rule.ports;
    if (!destination)
        return ports;
    for (const std::string &name : rule.named)
        for (const kube::ContainerPort &port : destination->ports)
            if (port.name == name)
                ports.insert(port.protocol, port.port, port.port);
    return ports;
}

/// The policies that speak of the pod that is asked about.
class Own
{
public:
    Own(const Evaluator::State &state, const Variant &variant)
        : m_isolating(state.isolating)
        , m_chains(state.chains)
        , m_group(variant.group)
        , m_hostNetwork(variant.hostNetwork)
    {
    }
    explicit Own(const Stranger &stranger)
        : m_isolating(stranger.policies->isolating), m_chains(stranger.policies->chains)
    {
    }

    const PolicyList<CompiledPolicy> &isolating(Direction direction) const
    {
        return m_isolating[int(direction)].of(m_group);
    }
    bool meets(Evaluator::State::Chain chain) const
    {
        return !m_chains[chain].isEmpty() && !m_hostNetwork;
    }
    /// That it meets.
    const PolicyList<CompiledClusterPolicy> &chain(Evaluator::State::Chain chain) const
    {
        return m_chains[chain].of(m_group);
    }

private:
    const PolicyLists<CompiledPolicy> *m_isolating;
    const PolicyLists<CompiledClusterPolicy> *m_chains;
    std::uint32_t m_group = 0;
    bool m_hostNetwork = false;
};

/// One question on its way through the tiers.
class Decision
{
public:
    Decision(Direction direction, const Own &own, const OtherEnd &other, const Variant *destination,
             const OnRule &onRule, const std::vector<const kube::Object *> *leftOut)
        : m_direction(direction)
        , m_own(own)
        , m_other(other)
        , m_destination(destination)
        , m_onRule(onRule)
        , m_leftOut(leftOut)
    {
    }

    ConnectionSet run()
    {
        if (!m_own.meets(State::Admin))
            return behindAdmin(ConnectionSet::all());
        const Outcome admin = ask(State::Admin, ConnectionSet::all());
        const ConnectionSet left = admin.open | admin.passed;
        if (left.isEmpty())
            return ConnectionSet::all() - admin.denied;
        return ConnectionSet::all() - admin.denied - (left - behindAdmin(left));
    }

    ConnectionSet leftByAdmin() const
    {
        if (!m_own.meets(State::Admin))
            return ConnectionSet::all();
        const Outcome admin = ask(State::Admin, ConnectionSet::all());
        return admin.open | admin.passed;
    }

private:
    using State = Evaluator::State;

    template <typename Policy>
    bool counts(const Policy &policy) const
    {
        return !m_leftOut || std::find(m_leftOut->begin(), m_leftOut->end(), policy.object.get()) ==
                                 m_leftOut->end();
    }

    /// Those that may hold something of the other end, in order; perhaps more.
    template <typename List, typename Look>
    void forEachRule(const List &list, const Look &look) const
    {
        if (const auto addresses = m_other.addresses())
            list.forEachRule(m_direction, addresses->v4, addresses->v6, look);
        else
            list.forEachRule(m_direction, m_other.pod(), look);
    }

    /// What became of the ports that entered a chain, for one or the other of the other end.
    struct Outcome
    {
        ConnectionSet open; ///< no rule has decided yet
        ConnectionSet denied;
        ConnectionSet passed;
    };

    struct Use
    {
        const CompiledClusterPolicy *policy;
        std::size_t rule;
        RuleAction action;
        ConnectionSet ports;
    };

    /// What NetworkPolicies or the Baseline tier leave of `asked`.
    ConnectionSet behindAdmin(const ConnectionSet &asked) const
    {
        const PolicyList<CompiledPolicy> &list = m_own.isolating(m_direction);
        if (list.anyOf([this](const auto &policy) { return counts(policy); }))
            return admitted(list, asked);
        if (!m_own.meets(State::Baseline))
            return asked;
        return asked - ask(State::Baseline, asked).denied - ask(State::OldBaseline, asked).denied;
    }

    ConnectionSet admitted(const PolicyList<CompiledPolicy> &policies,
                           const ConnectionSet &asked) const
    {
        const bool isAll = asked.isAll();
        kube::ConnectionSum sum;
        std::size_t looks = 0;
        const auto look = [&](const CompiledPolicy &policy, std::size_t i) {
            ++looks;
            if (!counts(policy) || m_other.of(policy, i, m_direction) != Match::All)
                return true;
            ++looks; // its ports take as long again
            const CompiledRule &rule = policy.rules[int(m_direction)][i];
            if (isAll && rule.named.empty() && !m_onRule) {
                sum.add(rule.ports);
            } else {
                ConnectionSet ports = portsTo(rule, m_destination);
                if (!isAll)
                    ports = ports & asked;
                if (m_onRule && !ports.isEmpty())
                    m_onRule(policy.object, i, RuleAction::Accept, ports);
                sum.add(ports);
            }
            return m_onRule || !m_other.pod() || !sum.isAll(); // AddressesEnd learns from each
        };
        forEachRule(policies, look);
        ConnectionSet result = sum.take();
        spend(looks + result.rangeCount());
        return result;
    }

    /// What policies of one rank say. They may be asked in any order: each is asked for itself, and
    /// of their answers the one that admits least counts.
    struct Rank
    {
        const CompiledClusterPolicy *last = nullptr; ///< that was asked
        ConnectionSet open;                          ///< what that one has not decided yet
        std::array<ConnectionSet, 3> given;          ///< by action
        ConnectionSet decided;
        std::vector<Use> uses;
    };

    Outcome ask(State::Chain chain, const ConnectionSet &asked) const
    {
        Outcome outcome{asked, {}, {}};
        Rank rank;
        const auto look = [&](const CompiledClusterPolicy &policy, std::size_t i) {
            spend(1);
            if (rank.last && rank.last->rank != policy.rank) {
                settle(rank, outcome);
                rank = {};
                if (outcome.open.isEmpty()) // what comes behind is not asked
                    return false;
            }
            const CompiledClusterRule &rule = policy.rules[int(m_direction)][i];
            const Match match = m_other.of(rule);
            if (match == Match::None || !counts(policy))
                return true;
            if (rank.last != &policy) {
                rank.last = &policy;
                rank.open = outcome.open;
            }
            add(rule, match, rank);
            return true;
        };
        forEachRule(m_own.chain(chain), look);
        settle(rank, outcome);
        outcome.passed = outcome.passed - outcome.denied;
        return outcome;
    }

    void settle(Rank &rank, Outcome &outcome) const
    {
        const ConnectionSet &denied = rank.given[std::size_t(RuleAction::Deny)];
        const ConnectionSet &passed = rank.given[std::size_t(RuleAction::Pass)];
        outcome.denied |= denied;
        outcome.passed |= passed;
        outcome.open = outcome.open - rank.decided;
        for (Use &use : rank.uses) {
            if (use.action != RuleAction::Deny)
                use.ports = use.ports - denied;
            if (use.action == RuleAction::Accept)
                use.ports = use.ports - passed;
            if (!use.ports.isEmpty())
                m_onRule(use.policy->object, use.rule, use.action, use.ports);
        }
    }

    void add(const CompiledClusterRule &rule, Match match, Rank &rank) const
    {
        ConnectionSet ports = portsTo(rule, m_destination) & rank.open;
        // What it accepts for some of them only, all of them cannot rely on.
        if (ports.isEmpty() || (match == Match::Some && rule.action == RuleAction::Accept))
            return;
        rank.given[std::size_t(rule.action)] |= ports;
        if (match == Match::All) {
            rank.decided |= ports;
            rank.open = rank.open - ports;
        }
        if (m_onRule)
            rank.uses.push_back({rank.last, rule.index, rule.action, std::move(ports)});
    }

    Direction m_direction;
    const Own &m_own;
    const OtherEnd &m_other;
    const Variant *m_destination;
    const OnRule &m_onRule;
    const std::vector<const kube::Object *> *m_leftOut;
};

} // namespace

ConnectionSet decide(const Evaluator::State &state, Direction direction, const Variant &own,
                     const OtherEnd &other, const Variant *destination, const OnRule &onRule,
                     const std::vector<const kube::Object *> *leftOut)
{
    spend(kEffortOfQuestion);
    return Decision(direction, Own(state, own), other, destination, onRule, leftOut).run();
}

ConnectionSet decide(Direction direction, const Stranger &own, const OtherEnd &other,
                     const Variant *destination, const OnRule &onRule,
                     const std::vector<const kube::Object *> *leftOut)
{
    spend(kEffortOfQuestion);
    return Decision(direction, Own(own), other, destination, onRule, leftOut).run();
}

ConnectionSet leftByAdmin(const Evaluator::State &state, Direction direction, const Variant &own,
                          const OtherEnd &other, const Variant *destination)
{
    const OnRule onRule;
    return Decision(direction, Own(state, own), other, destination, onRule, nullptr).leftByAdmin();
}

} // namespace drawbridge::verdict
