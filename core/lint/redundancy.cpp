#include "lint/containment.h"
#include "lint/context.h"
#include "lint/wider.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>

namespace drawbridge::lint {

using kube::Direction;
using kube::NetworkPolicy;
using kube::Object;
using kube::Peer;
using kube::Rule;

namespace {

/// Of longer lists, as published ranges of addresses are, what `except` loses is not looked for.
constexpr std::size_t kMostCompared = 300;

/// Policies that are looked through one by one.
constexpr std::size_t kMostOneByOne = 16;

/// One rule of a policy.
struct Spot
{
    const Object *policy = nullptr;
    Direction direction = Direction::Ingress;
    std::size_t rule = 0;

    const Rule &value() const { return policy->policy()->rules(direction)[rule]; }
    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes what `= default` writes for a 0
    auto operator<=>(const Spot &) const = default;
};

/// Finds what could be removed from the policies of one namespace without changing any verdict,
/// whatever pods there are. The later of two that say the same is told; what is told counts as
/// removed from then on, so that all of it can be removed together.
class Redundancy
{
public:
    Redundancy(Context &context, const std::string &nameSpace, std::vector<const Object *> policies)
        : m_context(context), m_nameSpace(nameSpace), m_policies(std::move(policies))
    {
        indexSubjects();
        if (m_policies.size() > kMostOneByOne)
            for (Direction direction : kube::kDirections)
                indexRules(direction);
    }

    void check();

private:
    /// The rules of one direction of all policies, in order.
    struct Rules
    {
        std::vector<Spot> spots;
        std::unique_ptr<RuleIndex> index;
    };

    void indexSubjects();
    void indexRules(Direction direction);
    /// A policy holds for all pods of another, in that direction.
    static bool holds(const Object &wide, const Object &narrow, Direction direction)
    {
        return wide.policy()->isolates(direction) &&
               contains(*wide.policy()->subject, *narrow.policy()->subject);
    }
    /// Whether a range of ports holds more than its first is for the network plugin to say.
    bool isSure(const kube::PortRule &wide) const
    {
        return !wide.endPort ||
               m_context.evaluator.profile().endPort == verdict::PluginProfile::EndPort::Honoured;
    }
    bool isSure(const Rule &wide) const
    {
        return std::all_of(wide.ports.begin(), wide.ports.end(),
                           [this](const kube::PortRule &port) { return isSure(port); });
    }
    bool isStale(const Object &policy) const
    {
        return m_context.workspace.location(&policy).isStale;
    }
    const std::vector<const Object *> &mayHold(const Object &narrow) const;
    bool namesPodGroup(const Object &policy) const;
    std::optional<Spot> wider(const Spot &narrow, bool elsewhere) const;
    std::optional<std::string> coveredBy(const Object &policy) const;
    void checkPolicy(const Object &policy);
    void checkRule(const Spot &spot);
    void checkItems(const Spot &spot);
    void checkExcepts(const Spot &spot);
    void tellAllowAll();

    std::string nameOf(const Object &policy) const { return m_nameSpace + '/' + policy.meta.name; }

    Context &m_context;
    const std::string &m_nameSpace;
    std::vector<const Object *> m_policies;
    Rules m_rules[2]; ///< by direction
    /// Indexes of the policies whose subject asks for a label, each under the one that the fewest
    /// ask for, or under all of which it asks for one; ascending. Of those that ask for something
    /// else of a key, under the first. And of the others.
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> m_byLabel;
    std::map<std::string, std::vector<std::size_t>> m_byKey;
    std::vector<std::size_t> m_ofAnyLabel;
    mutable std::optional<kube::LabelSelector> m_held; ///< that was asked for last
    mutable std::vector<const Object *> m_holders;     ///< of it
    std::set<const Object *> m_gonePolicies;
    std::set<Spot> m_goneRules;
    std::map<Spot, std::set<std::string>> m_allowAll; ///< a rule, and the policies that it undoes
};

void Redundancy::indexSubjects()
{
    std::map<std::pair<std::string, std::string>, std::size_t> counts;
    for (const Object *policy : m_policies)
        for (const auto &label : policy->policy()->subject->matchLabels)
            ++counts[label];
    for (std::size_t i = 0; i < m_policies.size(); ++i) {
        const kube::Labels &labels = m_policies[i]->policy()->subject->matchLabels;
        const auto rarest =
            std::min_element(labels.begin(), labels.end(), [&](const auto &a, const auto &b) {
                return counts.at(a) < counts.at(b);
            });
        const auto &expressions = m_policies[i]->policy()->subject->expressions;
        const auto oneOf =
            std::find_if(expressions.begin(), expressions.end(), [](const auto &wanted) {
                return wanted.op == kube::Operator::In && !wanted.values.empty();
            });
        if (!labels.empty())
            m_byLabel[*rarest].push_back(i);
        else if (expressions.empty())
            m_ofAnyLabel.push_back(i);
        else if (oneOf == expressions.end())
            m_byKey[expressions.front().key].push_back(i);
        else // under each
            for (const std::string &value : std::set(oneOf->values.begin(), oneOf->values.end()))
                m_byLabel[{oneOf->key, value}].push_back(i);
    }
}

void Redundancy::indexRules(Direction direction)
{
    Rules &all = m_rules[int(direction)];
    std::vector<const Rule *> rules;
    for (const Object *policy : m_policies)
        for (std::size_t i = 0; i < policy->policy()->rules(direction).size(); ++i) {
            all.spots.push_back({policy, direction, i});
            rules.push_back(&all.spots.back().value());
        }
    all.index = std::make_unique<RuleIndex>(rules, m_nameSpace);
}

/// The policies that can hold for all pods of another, in order: there are many policies, and most
/// of them ask for a label that the other's pods do not have, or for something of a key that its
/// subject does not speak of.
const std::vector<const Object *> &Redundancy::mayHold(const Object &narrow) const
{
    if (m_held == *narrow.policy()->subject)
        return m_holders;
    std::vector<std::size_t> found = m_ofAnyLabel;
    const auto add = [&found](const auto &index, const auto &key) {
        if (const auto those = index.find(key); those != index.end())
            found.insert(found.end(), those->second.begin(), those->second.end());
    };
    for (const auto &label : narrow.policy()->subject->matchLabels) {
        add(m_byLabel, std::pair<std::string, std::string>(label));
        add(m_byKey, label.first);
    }
    for (const kube::Requirement &one : narrow.policy()->subject->expressions) {
        add(m_byKey, one.key);
        for (const std::string &value : one.values)
            add(m_byLabel, std::pair(one.key, value));
    }
    if (!std::is_sorted(found.begin(), found.end()))
        std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    m_holders.clear();
    for (std::size_t i : found)
        m_holders.push_back(m_policies[i]);
    m_held = *narrow.policy()->subject;
    return m_holders;
}

/// A sketch has no other word for such a service than the policy that selects it.
bool Redundancy::namesPodGroup(const Object &policy) const
{
    const std::string subject = policy.policy()->subject->canonical();
    for (verdict::EndpointId id :
         m_context.evaluator.selected(*policy.policy()->subject, m_nameSpace)) {
        const verdict::Endpoint &endpoint = m_context.evaluator.endpoint(id);
        if (endpoint.kind == verdict::EndpointKind::PodGroup && endpoint.selector &&
            endpoint.selector->canonical() == subject)
            return true;
    }
    return false;
}

/// A rule that admits all that another admits to the same pods, and more pods perhaps.
std::optional<Spot> Redundancy::wider(const Spot &narrow, bool elsewhere) const
{
    const Rule &rule = narrow.value();
    if (rule.peers.empty() && !rule.anyPeer)
        return {};
    const auto isWider = [&](const Spot &spot) {
        return spot != narrow && !m_goneRules.count(spot) && isSure(spot.value()) &&
               containsQuickly(spot.value(), rule, m_nameSpace);
    };
    const auto mayBeIn = [&](const Object *policy) {
        return !(elsewhere && policy == narrow.policy) && !m_gonePolicies.count(policy) &&
               holds(*policy, *narrow.policy, narrow.direction);
    };
    // Of the policies about its pods and the rules that speak of its peers and ports those that
    // are fewer.
    const std::vector<const Object *> &policies = mayHold(*narrow.policy);
    const Rules &all = m_rules[int(narrow.direction)];
    if (policies.size() > kMostOneByOne) {
        const std::vector<std::size_t> &rules = all.index->wider(rule);
        if (rules.size() < policies.size()) {
            for (std::size_t i : rules)
                if (mayBeIn(all.spots[i].policy) && isWider(all.spots[i]))
                    return all.spots[i];
            return {};
        }
    }
    for (const Object *policy : policies) {
        if (!mayBeIn(policy))
            continue;
        for (std::size_t i = 0; i < policy->policy()->rules(narrow.direction).size(); ++i)
            if (const Spot spot{policy, narrow.direction, i}; isWider(spot))
                return spot;
    }
    return {};
}

/// The policies that say all that a policy says. One without rules is a wall, which stands for
/// itself: only its equal makes it redundant.
std::optional<std::string> Redundancy::coveredBy(const Object &policy) const
{
    const NetworkPolicy &spec = *policy.policy();
    std::set<std::string> names;
    bool hasRules = false;
    for (Direction direction : kube::kDirections) {
        if (!spec.isolates(direction))
            continue;
        hasRules = hasRules || !spec.rules(direction).empty();
        const auto &others = mayHold(policy);
        const auto other = std::find_if(others.begin(), others.end(), [&](const Object *o) {
            return o != &policy && !m_gonePolicies.count(o) && holds(*o, policy, direction);
        });
        if (other == others.end())
            return {};
        if (spec.rules(direction).empty())
            names.insert(nameOf(**other));
        for (std::size_t i = 0; i < spec.rules(direction).size(); ++i) {
            const auto spot = wider({&policy, direction, i}, true);
            if (!spot || (spot->value().anyPeer && spot->value().anyPort))
                return {};
            names.insert(nameOf(*spot->policy));
        }
    }
    const auto hasTwin = [&] {
        const auto &others = mayHold(policy);
        return std::any_of(others.begin(), others.end(), [&](const Object *other) {
            return other != &policy && !m_gonePolicies.count(other) && *other->policy() == spec;
        });
    };
    if (names.empty() || (!hasRules && !hasTwin()))
        return {};
    return named({names.begin(), names.end()});
}

void Redundancy::checkPolicy(const Object &policy)
{
    if (isStale(policy))
        return;
    const auto names = coveredBy(policy);
    if (!names || namesPodGroup(policy))
        return;
    m_gonePolicies.insert(&policy);
    m_context.addToPolicy(Severity::Hint, Code::LintPolicyRedundant, policy, policy.meta.nameOrigin,
                          {*names});
}

void Redundancy::checkRule(const Spot &spot)
{
    const auto other = wider(spot, false);
    if (!other)
        return;
    m_goneRules.insert(spot);
    const Rule &rule = other->value();
    if (rule.anyPeer && rule.anyPort && other->policy != spot.policy) {
        m_allowAll[*other].insert(nameOf(*spot.policy));
        return;
    }
    m_context.addToPolicy(
        Severity::Hint, Code::LintRuleRedundant, *spot.policy, spot.value().origin,
        {rulesKey(spot.direction), nameOf(*other->policy), std::to_string(other->rule + 1)});
    m_context.findings.back().related.push_back(
        m_context.workspace.place(other->policy, rule.origin));
}

/// Peers and ports of one rule.
void Redundancy::checkItems(const Spot &spot)
{
    const auto check = [&](const auto &items, Code code, const auto &candidates,
                           const auto &holdsAllOf) {
        std::set<std::size_t> gone;
        for (std::size_t i = items.size(); i-- > 0;)
            for (std::size_t j : candidates(i)) {
                if (i == j || gone.count(j) || !holdsAllOf(items[j], items[i]))
                    continue;
                gone.insert(i);
                m_context.addToPolicy(Severity::Hint, code, *spot.policy, items[i].origin,
                                      {std::to_string(j + 1)});
                m_context.findings.back().related.push_back(
                    m_context.workspace.place(spot.policy, items[j].origin));
                break;
            }
    };
    const Rule &rule = spot.value();
    const PeerIndex peers(rule.peers, m_nameSpace);
    check(
        rule.peers, Code::LintPeerRedundant,
        [&](std::size_t i) { return peers.wider(rule.peers[i]); },
        [&](const Peer &a, const Peer &b) { return contains(a, b, m_nameSpace); });
    const PortIndex ports(rule.ports);
    check(
        rule.ports, Code::LintPortRedundant,
        [&](std::size_t i) { return ports.wider(rule.ports[i]); },
        [this](const kube::PortRule &a, const kube::PortRule &b) {
            return isSure(a) && contains(a, b);
        });
}

/// `except` takes nothing from what other peers and rules admit.
void Redundancy::checkExcepts(const Spot &spot)
{
    if (spot.value().peers.size() > kMostCompared)
        return;
    for (const Peer &peer : spot.value().peers)
        for (const kube::Cidr &except : peer.ipBlock &&peer.ipBlock->except.size() <= kMostCompared
                                            ? peer.ipBlock->except
                                            : std::vector<kube::Cidr>()) {
            const auto admits = [&](const Peer &other) {
                // What holds the whole block makes the peer redundant, which is told.
                return &other != &peer && other.ipBlock &&
                       other.ipBlock->cidr.family == except.family &&
                       other.ipBlock->cidr.set().contains(except.set()) &&
                       other.ipBlock->addresses().contains(except.set()) &&
                       !contains(other, peer, m_nameSpace);
            };
            for (const Object *policy : mayHold(*spot.policy)) {
                if (!holds(*policy, *spot.policy, spot.direction))
                    continue;
                const auto &rules = policy->policy()->rules(spot.direction);
                const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Rule &one) {
                    return isSure(one) && containsPorts(one, spot.value()) &&
                           std::any_of(one.peers.begin(), one.peers.end(), admits);
                });
                if (rule == rules.end())
                    continue;
                m_context.addToPolicy(Severity::Warning, Code::LintExceptUndone, *spot.policy,
                                      peer.origin, {except.text(), nameOf(*policy)});
                m_context.findings.back().related.push_back(
                    m_context.workspace.place(policy, rule->origin));
                break;
            }
        }
}

/// What one rule undoes is told once, where it stands: that is what has to be decided.
void Redundancy::tellAllowAll()
{
    for (const auto &[spot, names] : m_allowAll) {
        if (!isStale(*spot.policy))
            m_context.addToPolicy(Severity::Hint, Code::LintEverythingAllowed, *spot.policy,
                                  spot.value().origin,
                                  {rulesKey(spot.direction), named({names.begin(), names.end()})});
    }
}

void Redundancy::check()
{
    for (std::size_t i = m_policies.size(); i-- > 0;)
        checkPolicy(*m_policies[i]);
    for (std::size_t i = m_policies.size(); i-- > 0;) {
        const Object &policy = *m_policies[i];
        if (m_gonePolicies.count(&policy) || isStale(policy))
            continue;
        for (Direction direction : kube::kDirections) {
            if (!policy.policy()->isolates(direction))
                continue;
            for (std::size_t rule = policy.policy()->rules(direction).size(); rule-- > 0;) {
                const Spot spot{&policy, direction, rule};
                checkRule(spot);
                if (m_goneRules.count(spot))
                    continue;
                checkItems(spot);
                checkExcepts(spot);
            }
        }
    }
    tellAllowAll();
}

} // namespace

/// Traps 18 and 32: policies add up, and nothing takes away what another admits.
Steps redundancySteps(Context &context)
{
    using Policies = std::vector<const Object *>;
    const auto left = std::make_shared<std::map<std::string, Policies>>();
    for (const kube::ObjectPtr &policy : context.evaluator.policies())
        if (policy->policy()->subject && !policy->policy()->wouldBeRefused)
            (*left)[context.evaluator.namespaceOf(policy.get())].push_back(policy.get());
    return [&context, left] {
        if (left->empty())
            return false;
        auto next = left->extract(left->begin());
        Redundancy(context, next.key(), std::move(next.mapped())).check();
        return !left->empty();
    };
}

} // namespace drawbridge::lint
