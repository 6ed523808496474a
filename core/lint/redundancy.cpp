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

/// Rules and peers that may be looked at, which takes some seconds. No cluster that somebody runs
/// comes near; policies that are made to be much alike do.
constexpr std::size_t kMostLooks = 30'000'000;
/// Those of one namespace may be whatever others took.
constexpr std::size_t kLooksOfEach = 100'000;

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
    /// `looks`: how many it took so far.
    Redundancy(Context &context, const std::string &nameSpace, std::vector<const Object *> policies,
               std::size_t &looks);

    void check();

private:
    /// The rules of one direction of all policies, in order.
    struct Rules
    {
        std::vector<Spot> spots;
        std::vector<std::size_t> firsts; ///< by policy; one more at the end
        std::optional<RuleIndex> index;
    };

    void indexRules(Direction direction);
    std::size_t numberOf(const Spot &spot) const
    {
        return m_rules[int(spot.direction)].firsts[m_numbers.at(spot.policy)] + spot.rule;
    }
    /// A policy holds for all pods of another, in that direction.
    bool holds(const Object &wide, const Object &narrow, Direction direction) const
    {
        ++m_looks;
        return mayLook() && wide.policy()->isolates(direction) &&
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
    /// If not, nothing more is compared, and that is told.
    bool mayLook() const { return m_looks <= m_mostLooks; }
    Candidates mayHold(const Object &narrow) const;
    template <typename Is>
    const Object *holderOf(const Object &narrow, const Is &is) const;
    template <typename Is>
    std::optional<Spot> firstOf(Candidates rules, const Spot &narrow, const Is &is) const;
    bool namesPodGroup(const Object &policy) const;
    std::optional<Spot> wider(const Spot &narrow, bool elsewhere) const;
    std::optional<std::string> coveredBy(const Object &policy) const;
    void noteIfNotCompared(const Object &policy)
    {
        if (!mayLook() && !m_firstNotCompared)
            m_firstNotCompared = &policy;
    }
    void compareAll();
    void checkPolicy(const Object &policy);
    void checkRule(const Spot &spot);
    void checkItems(const Spot &spot);
    void checkExcepts(const Spot &spot);
    void tellAllowAll();

    std::string nameOf(const Object &policy) const { return m_nameSpace + '/' + policy.meta.name; }

    Context &m_context;
    const std::string &m_nameSpace;
    std::vector<const Object *> m_policies;
    std::map<const Object *, std::size_t> m_numbers;
    Rules m_rules[2]; ///< by direction
    std::optional<RequirementIndex> m_subjects;
    mutable std::optional<kube::LabelSelector> m_held; ///< that was asked for last
    mutable Candidates m_holders;                      ///< of it
    std::size_t &m_looks;
    std::size_t m_mostLooks;
    const Object *m_firstNotCompared = nullptr; ///< with all; null if all were
    std::set<const Object *> m_gonePolicies;
    std::set<Spot> m_goneRules;
    std::map<Spot, std::set<std::string>> m_allowAll; ///< a rule, and the policies that it undoes
};

Redundancy::Redundancy(Context &context, const std::string &nameSpace,
                       std::vector<const Object *> policies, std::size_t &looks)
    : m_context(context)
    , m_nameSpace(nameSpace)
    , m_policies(std::move(policies))
    , m_looks(looks)
    , m_mostLooks(std::max(kMostLooks, looks + kLooksOfEach))
{
    for (std::size_t i = 0; i < m_policies.size(); ++i)
        m_numbers[m_policies[i]] = i;
    m_subjects.emplace(m_policies.size(), [this](std::size_t i) {
        RequirementIndex::Requirements asked;
        RequirementIndex::append(*m_policies[i]->policy()->subject, {}, asked);
        return std::optional(std::move(asked));
    });
    for (Direction direction : kube::kDirections)
        indexRules(direction);
}

void Redundancy::indexRules(Direction direction)
{
    Rules &all = m_rules[int(direction)];
    std::vector<const Rule *> rules;
    for (const Object *policy : m_policies) {
        all.firsts.push_back(rules.size());
        for (std::size_t i = 0; i < policy->policy()->rules(direction).size(); ++i) {
            all.spots.push_back({policy, direction, i});
            rules.push_back(&all.spots.back().value());
        }
    }
    all.firsts.push_back(rules.size());
    all.index.emplace(std::move(rules), m_nameSpace);
}

/// The policies that can hold for all pods of another, in order.
Candidates Redundancy::mayHold(const Object &narrow) const
{
    const kube::LabelSelector &subject = *narrow.policy()->subject;
    if (!(m_held == subject)) {
        RequirementIndex::Requirements asked;
        RequirementIndex::append(subject, {}, asked);
        m_holders = m_subjects->wider(asked);
        m_held = subject;
    }
    return m_holders;
}

/// The first of these of which it is true; null if it is true of none.
template <typename Is>
const Object *Redundancy::holderOf(const Object &narrow, const Is &is) const
{
    Candidates policies = mayHold(narrow);
    while (const auto i = policies.next())
        if (const Object *other = m_policies[*i];
            other != &narrow && !m_gonePolicies.count(other) && is(*other))
            return other;
    return nullptr;
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
    const Rules &all = m_rules[int(narrow.direction)];
    const auto isWider = [&](std::size_t number) {
        const Spot &spot = all.spots[number];
        const bool isOther = spot != narrow && !(elsewhere && spot.policy == narrow.policy) &&
                             !m_gonePolicies.count(spot.policy) && !m_goneRules.count(spot) &&
                             holds(*spot.policy, *narrow.policy, narrow.direction);
        if (!isOther)
            return false;
        m_looks += spot.value().peers.size() + spot.value().ports.size();
        return isSure(spot.value()) && all.index->contains(number, rule);
    };
    return firstOf(all.index->wider(rule), narrow, isWider);
}

/// The first of some rules, or of the rules of the policies about the pods of one, if these are
/// fewer, of whose number it is true.
template <typename Is>
std::optional<Spot> Redundancy::firstOf(Candidates rules, const Spot &narrow, const Is &is) const
{
    const Rules &all = m_rules[int(narrow.direction)];
    Candidates policies = mayHold(*narrow.policy);
    std::size_t count = 0;
    while (count < rules.most()) {
        const auto policy = policies.next();
        if (!policy)
            break;
        count += 1 + all.firsts[*policy + 1] - all.firsts[*policy];
    }
    if (count < rules.most()) {
        policies = mayHold(*narrow.policy);
        while (const auto policy = policies.next())
            for (std::size_t i = all.firsts[*policy]; i < all.firsts[*policy + 1]; ++i)
                if (is(i))
                    return all.spots[i];
        return {};
    }
    while (const auto i = rules.next())
        if (is(*i))
            return all.spots[*i];
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
        const Object *other =
            holderOf(policy, [&](const Object &one) { return holds(one, policy, direction); });
        if (!other)
            return {};
        if (spec.rules(direction).empty())
            names.insert(nameOf(*other));
        for (std::size_t i = 0; i < spec.rules(direction).size(); ++i) {
            const auto spot = wider({&policy, direction, i}, true);
            if (!spot || (spot->value().anyPeer && spot->value().anyPort))
                return {};
            names.insert(nameOf(*spot->policy));
        }
    }
    const auto isTwin = [&](const Object &other) {
        ++m_looks;
        return *other.policy() == spec;
    };
    if (names.empty() || (!hasRules && !holderOf(policy, isTwin)))
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

std::size_t exceptsOf(const Peer &peer)
{
    return peer.ipBlock ? peer.ipBlock->except.size() : 0;
}

std::size_t exceptsOf(const kube::PortRule & /*port*/)
{
    return 0;
}

/// Peers and ports of one rule.
void Redundancy::checkItems(const Spot &spot)
{
    const RuleIndex &index = *m_rules[int(spot.direction)].index;
    const std::size_t number = numberOf(spot);
    const auto check = [&](const auto &items, Code code, const auto &find, const auto &holdsAllOf) {
        std::set<std::size_t> gone;
        for (std::size_t i = items.size(); i-- > 0;) {
            const auto wide = (index.*find)(number, i, [&](std::size_t j) {
                m_looks += 1 + exceptsOf(items[i]) + exceptsOf(items[j]);
                return mayLook() && i != j && !gone.count(j) && holdsAllOf(items[j], items[i]);
            });
            if (!wide)
                continue;
            gone.insert(i);
            m_context.addToPolicy(Severity::Hint, code, *spot.policy, items[i].origin,
                                  {std::to_string(*wide + 1)});
            m_context.findings.back().related.push_back(
                m_context.workspace.place(spot.policy, items[*wide].origin));
        }
    };
    const Rule &rule = spot.value();
    check(rule.peers, Code::LintPeerRedundant, &RuleIndex::widerPeer,
          [&](const Peer &a, const Peer &b) { return contains(a, b, m_nameSpace); });
    check(rule.ports, Code::LintPortRedundant, &RuleIndex::widerPort,
          [this](const kube::PortRule &a, const kube::PortRule &b) {
              return isSure(a) && contains(a, b);
          });
}

/// `except` takes nothing from what other peers and rules admit.
void Redundancy::checkExcepts(const Spot &spot)
{
    if (spot.value().peers.size() > kMostCompared)
        return;
    const Rules &all = m_rules[int(spot.direction)];
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
            const auto isUndoing = [&](std::size_t number) {
                const Spot &one = all.spots[number];
                const Rule &rule = one.value();
                if (!holds(*one.policy, *spot.policy, spot.direction) || !isSure(rule) ||
                    !containsPorts(rule, spot.value()))
                    return false;
                m_looks += rule.peers.size();
                return std::any_of(rule.peers.begin(), rule.peers.end(), admits);
            };
            const auto found = firstOf(all.index->around(except), spot, isUndoing);
            if (!found)
                continue;
            m_context.addToPolicy(Severity::Warning, Code::LintExceptUndone, *spot.policy,
                                  peer.origin, {except.text(), nameOf(*found->policy)});
            m_context.findings.back().related.push_back(
                m_context.workspace.place(found->policy, found->value().origin));
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
    compareAll();
    tellAllowAll();
    if (m_firstNotCompared)
        m_context.addToPolicy(Severity::Note, Code::LintNotCompared, *m_firstNotCompared,
                              m_firstNotCompared->meta.nameOrigin, {m_nameSpace});
}

void Redundancy::compareAll()
{
    for (std::size_t i = m_policies.size(); i-- > 0;) {
        checkPolicy(*m_policies[i]);
        noteIfNotCompared(*m_policies[i]);
    }
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
        noteIfNotCompared(policy);
    }
}

} // namespace

/// Traps 18 and 32: policies add up, and nothing takes away what another admits.
Steps redundancySteps(Context &context)
{
    struct Left
    {
        std::map<std::string, std::vector<const Object *>> policies; ///< by namespace
        std::size_t looks = 0;
    };
    const auto left = std::make_shared<Left>();
    for (const kube::ObjectPtr &policy : context.evaluator.policies())
        if (policy->policy()->subject && !policy->policy()->wouldBeRefused)
            left->policies[context.evaluator.namespaceOf(policy.get())].push_back(policy.get());
    return [&context, left] {
        if (left->policies.empty())
            return false;
        auto next = left->policies.extract(left->policies.begin());
        Redundancy(context, next.key(), std::move(next.mapped()), left->looks).check();
        return !left->policies.empty();
    };
}

} // namespace drawbridge::lint
