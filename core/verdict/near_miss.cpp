#include "verdict/near_miss.h"

#include "verdict/added_labels.h"
#include "verdict/pod_ranges.h"
#include "verdict/rule_ports.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace drawbridge::verdict {

namespace {

using kube::ConnectionSet;
using kube::Direction;
using kube::Labels;

/// A miss is told up to this weight; see weightOf().
constexpr int kFarthest = 3;

/// How many characters have to be put in, left out or replaced (Levenshtein).
std::size_t distance(const std::string &a, const std::string &b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t(0));
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, replaced});
        }
    }
    return row.back();
}

/// A third of the characters at most.
bool isSlip(const std::string &a, const std::string &b)
{
    return 3 * distance(a, b) <= std::max(a.size(), b.size());
}

/// What of a selector the labels do not hold.
std::vector<Obstacle> labelObstacles(const kube::LabelSelector &selector, const Labels &labels,
                                     Obstacle::Kind kind)
{
    std::vector<kube::Requirement> all = selector.expressions;
    for (const auto &[key, value] : selector.matchLabels)
        all.push_back({key, kube::Operator::In, {value}, selector.origin});
    std::vector<Obstacle> obstacles;
    for (kube::Requirement &wanted : all) {
        if (wanted.matches(labels))
            continue;
        Obstacle obstacle{kind};
        const auto found = labels.find(wanted.key);
        if (found != labels.end())
            obstacle.value = found->second;
        obstacle.origin = wanted.origin;
        obstacle.wanted = std::move(wanted);
        obstacles.push_back(std::move(obstacle));
    }
    return obstacles;
}

/// Looks for the rules that nearly admit one half of a pair.
class Search
{
public:
    Search(const Evaluator &evaluator, Direction direction, Party source, Party target,
           const ConnectionSet &wanted)
        : m_evaluator(evaluator)
        , m_direction(direction)
        , m_own(evaluator.endpoint((direction == Direction::Egress ? source : target).endpoint))
        , m_other(direction == Direction::Egress ? target : source)
        , m_target(target)
        , m_wanted(wanted)
    {
    }

    std::vector<NearMiss> run(std::size_t most)
    {
        if (most == 0)
            return {};
        for (const kube::ObjectPtr &policy : m_evaluator.policies())
            if (m_evaluator.namespaceOf(policy.get()) == m_own.nameSpace &&
                policy->policy()->isolates(m_direction) && policy->policy()->subject)
                look(*policy);
        std::stable_sort(m_found.begin(), m_found.end(),
                         [](const Found &a, const Found &b) { return a.weight < b.weight; });
        std::vector<NearMiss> misses;
        for (Found &found : m_found)
            if (misses.size() < most)
                misses.push_back(std::move(found.miss));
        return misses;
    }

private:
    struct Found
    {
        int weight = 0;
        NearMiss miss;
    };

    void look(const kube::Object &policy)
    {
        const kube::NetworkPolicy &value = *policy.policy();
        const auto ofSubject = leastObstacles(*value.subject, m_own, Obstacle::Kind::SubjectLabel);
        if (!ofSubject)
            return;
        const std::vector<Obstacle> &subject = *ofSubject;
        const bool subjectBacked =
            !subject.empty() &&
            isBacked(m_evaluator.selected(*value.subject, m_own.nameSpace), m_own);
        const auto &rules = value.rules(m_direction);
        for (std::size_t i = 0; i < rules.size(); ++i) {
            std::vector<Obstacle> obstacles = subject;
            int weight = weightOf(subject, subjectBacked ? kFarthest + 1 : 1);
            weight += addPeer(rules[i], policy, obstacles);
            weight += addPorts(rules[i], obstacles);
            if (!obstacles.empty() && weight <= kFarthest)
                m_found.push_back({weight, {&policy, m_direction, i, std::move(obstacles)}});
        }
    }

    /// Of the label sets of an endpoint that to which the selector is nearest.
    /// Nothing where nobody can tell.
    std::optional<std::vector<Obstacle>> leastObstacles(const kube::LabelSelector &selector,
                                                        const Endpoint &end,
                                                        Obstacle::Kind kind) const
    {
        std::optional<std::vector<Obstacle>> least;
        for (const Variant &variant : end.variants) {
            auto obstacles = labelObstacles(selector, m_evaluator.labelsOf(variant), kind);
            if (std::any_of(obstacles.begin(), obstacles.end(), [&](const Obstacle &one) {
                    return isAddedLabel(m_evaluator, one.wanted.key, end);
                }))
                return std::nullopt; // it has the label, of a value that is not known
            if (!least || obstacles.size() < least->size())
                least = std::move(obstacles);
        }
        return least;
    }

    /// The nearer a miss the likelier it is a mistake: labels that are nearly equal, and selectors
    /// that pick nothing, weigh 1; those that pick others `otherwise`.
    static int weightOf(const std::vector<Obstacle> &obstacles, int otherwise)
    {
        int weight = 0;
        for (const Obstacle &obstacle : obstacles) {
            bool isNear = false;
            if (obstacle.value && obstacle.wanted.op == kube::Operator::In)
                for (const std::string &value : obstacle.wanted.values)
                    isNear = isNear || isSlip(value, *obstacle.value);
            weight += isNear ? 1 : otherwise;
        }
        return weight;
    }

    /// True if it picks some that are as real as the end that it does not pick: then they are
    /// meant. A selector that only a policy knows picks no workload.
    bool isBacked(const std::vector<EndpointId> &picked, const Endpoint &instead) const
    {
        return std::any_of(picked.begin(), picked.end(), [&](EndpointId id) {
            return m_evaluator.endpoint(id).kind <= instead.kind;
        });
    }

    /// Adds what is missing of the peer that lacks least. Gives its weight.
    int addPeer(const kube::Rule &rule, const kube::Object &policy,
                std::vector<Obstacle> &obstacles) const
    {
        if (rule.anyPeer)
            return 0;
        int least = kFarthest + 1; // a rule whose peers are all refused admits nobody
        std::vector<Obstacle> best;
        for (const kube::Peer &peer : rule.peers) {
            if (isOfUnknownAddress(peer))
                continue;
            std::optional<std::vector<Obstacle>> found = lacksOf(peer, policy);
            if (!found)
                continue;
            std::vector<Obstacle> &lacks = *found;
            const bool picksNone = !peer.ipBlock && !m_other.isOutside() &&
                                   !isBacked(m_evaluator.selected(peer, m_own.nameSpace),
                                             m_evaluator.endpoint(m_other.endpoint));
            const int weight = weightOf(lacks, picksNone ? 1 : 2);
            if (weight < least) {
                least = weight;
                best = std::move(lacks);
            }
        }
        obstacles.insert(obstacles.end(), best.begin(), best.end());
        return least;
    }

    /// Pods are meant by addresses, and nobody knows the pod's: that is a doubt, if anything, and
    /// it would be untrue that the block means no pods.
    bool isOfUnknownAddress(const kube::Peer &peer) const
    {
        if (!peer.ipBlock || m_other.isOutside() ||
            m_evaluator.profile().podsByBlock != PluginProfile::PodsByBlock::ByAddress ||
            holdsEveryPod(*peer.ipBlock))
            return false;
        const auto &variants = m_evaluator.endpoint(m_other.endpoint).variants;
        return std::any_of(variants.begin(), variants.end(),
                           [](const Variant &variant) { return variant.addresses.empty(); });
    }

    std::optional<std::vector<Obstacle>> lacksOf(const kube::Peer &peer,
                                                 const kube::Object &policy) const
    {
        if (peer.ipBlock)
            return blockLacks(peer);
        if (m_other.isOutside())
            return std::vector<Obstacle>{one(Obstacle::Kind::PodsOnly, peer.origin)};
        const Endpoint &other = m_evaluator.endpoint(m_other.endpoint);
        std::vector<Obstacle> lacks;
        if (!peer.namespaces && other.nameSpace != m_evaluator.namespaceOf(&policy))
            lacks.push_back(
                one(Obstacle::Kind::OtherNamespace, peer.origin, m_evaluator.namespaceOf(&policy)));
        if (peer.namespaces) {
            const auto &namespaces = m_evaluator.namespaces();
            const auto labels = namespaces.find(other.nameSpace);
            lacks = labelObstacles(*peer.namespaces,
                                   labels == namespaces.end() ? Labels() : labels->second,
                                   Obstacle::Kind::NamespaceLabel);
        }
        if (peer.pods) {
            const auto more = leastObstacles(*peer.pods, other, Obstacle::Kind::PeerLabel);
            if (!more)
                return std::nullopt;
            lacks.insert(lacks.end(), more->begin(), more->end());
        }
        return lacks;
    }

    std::vector<Obstacle> blockLacks(const kube::Peer &peer) const
    {
        if (m_other.isOutside())
            return addressLacks(peer, m_other.address);
        std::vector<kube::Address> addresses;
        for (const Variant &variant : m_evaluator.endpoint(m_other.endpoint).variants)
            addresses.insert(addresses.end(), variant.addresses.begin(), variant.addresses.end());
        const auto meansPods = m_evaluator.profile().podsByBlock;
        if (meansPods == PluginProfile::PodsByBlock::ByAddress && holdsEveryPod(*peer.ipBlock))
            return {};
        if (addresses.empty() || meansPods == PluginProfile::PodsByBlock::Never)
            return {one(Obstacle::Kind::AddressesOnly, peer.origin, peer.ipBlock->cidr.text())};
        std::vector<Obstacle> lacks;
        for (const kube::Address &address : addresses) {
            lacks = addressLacks(peer, address);
            if (lacks.empty())
                break;
        }
        return lacks;
    }

    static std::vector<Obstacle> addressLacks(const kube::Peer &peer, const kube::Address &address)
    {
        const kube::IpBlock &block = *peer.ipBlock;
        for (const kube::Cidr &except : block.except)
            if (except.family == address.family && except.set().contains(address.value))
                return {one(Obstacle::Kind::AddressExcepted, peer.origin, except.text())};
        if (block.cidr.family != address.family || !block.cidr.set().contains(address.value))
            return {one(Obstacle::Kind::AddressOutside, peer.origin, block.cidr.text())};
        return {};
    }

    static Obstacle one(Obstacle::Kind kind, kube::Origin origin, std::string text = {})
    {
        Obstacle obstacle{kind};
        obstacle.origin = origin;
        obstacle.text = std::move(text);
        return obstacle;
    }

    int addPorts(const kube::Rule &rule, std::vector<Obstacle> &obstacles) const
    {
        const ConnectionSet ports = portsOf(rule, m_evaluator, m_target);
        if (ports.contains(m_wanted) || (!(ports & m_wanted).isEmpty() && m_wanted.isAll()))
            return 0;
        Obstacle obstacle{Obstacle::Kind::Ports};
        obstacle.ports = ports;
        obstacle.origin = rule.ports.empty() ? rule.origin : rule.ports.front().origin;
        obstacles.push_back(std::move(obstacle));
        return 1;
    }

    const Evaluator &m_evaluator;
    Direction m_direction;
    const Endpoint &m_own;
    Party m_other;
    Party m_target;
    ConnectionSet m_wanted;
    std::vector<Found> m_found;
};

} // namespace

std::vector<NearMiss> nearMisses(const Evaluator &evaluator, Direction direction, Party source,
                                 Party target, const ConnectionSet &wanted, std::size_t most)
{
    return Search(evaluator, direction, source, target, wanted).run(most);
}

} // namespace drawbridge::verdict
