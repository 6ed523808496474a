#include "lint/wider.h"

#include "lint/containment.h"

#include <algorithm>
#include <numeric>

namespace drawbridge::lint {

namespace {

constexpr std::size_t kFew = 64; ///< are asked each with each

std::vector<std::size_t> numbers(std::size_t count)
{
    std::vector<std::size_t> all(count);
    std::iota(all.begin(), all.end(), std::size_t(0));
    return all;
}

/// As `pods app=web`; `in` for those of namespaces.
std::string labelText(const char *what, const std::string &key, const std::string &value)
{
    std::string text = what;
    text += key;
    text += '=';
    text += value;
    return text;
}

template <typename Visit>
void forEachSelector(const kube::Peer &peer, const Visit &visit)
{
    if (peer.pods)
        visit("pods ", *peer.pods);
    if (peer.namespaces)
        visit("in ", *peer.namespaces);
}

/// The labels of which a peer's pods or namespaces have one, by an expression; empty if none says
/// so.
std::vector<std::string> oneOf(const kube::Peer &peer)
{
    std::vector<std::string> labels;
    forEachSelector(peer, [&](const char *what, const kube::LabelSelector &selector) {
        for (const kube::Requirement &wanted : selector.expressions)
            if (labels.empty() && wanted.op == kube::Operator::In)
                for (const std::string &value : wanted.values)
                    labels.push_back(labelText(what, wanted.key, value));
    });
    return labels;
}

/// The labels that a peer asks for exactly; one that only expressions ask for is not among them.
std::vector<std::string> labelsOf(const kube::Peer &peer)
{
    std::vector<std::string> labels;
    forEachSelector(peer, [&](const char *what, const kube::LabelSelector &selector) {
        for (const auto &[key, value] : selector.matchLabels)
            labels.push_back(labelText(what, key, value));
    });
    return labels;
}

/// The keys of which a peer's expressions ask for something, as `pods app`.
std::vector<std::string> keysOf(const kube::Peer &peer)
{
    std::vector<std::string> keys;
    forEachSelector(peer, [&](const char *what, const kube::LabelSelector &selector) {
        for (const kube::Requirement &wanted : selector.expressions)
            keys.push_back(what + wanted.key);
    });
    return keys;
}

kube::AddressValue masked(kube::AddressValue value, kube::Family family, int prefix)
{
    const int bits = family == kube::Family::V4 ? 32 : 128;
    const int free = bits - prefix;
    if (free >= 128)
        return {};
    if (free >= 64)
        return {free == 64 ? value.high : value.high >> (free - 64) << (free - 64), 0};
    value.low = free == 0 ? value.low : value.low >> free << free;
    return value;
}

/// Each once. Most come in order.
void makeAscending(std::vector<std::size_t> &numbers)
{
    if (!std::is_sorted(numbers.begin(), numbers.end()))
        std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

} // namespace

PeerIndex::PeerIndex(const std::vector<kube::Peer> &peers, const std::string &nameSpace)
    : m_nameSpace(nameSpace), m_count(peers.size())
{
    for (std::size_t i = 0; i < peers.size(); ++i) {
        if (!peers[i].ipBlock) {
            addSelector(i, peers[i]);
            continue;
        }
        const kube::Cidr &cidr = peers[i].ipBlock->cidr;
        m_blocks[{cidr.family, cidr.prefix, cidr.first}].push_back(i);
        m_prefixes[int(cidr.family)].insert(cidr.prefix);
    }
}

void PeerIndex::addSelector(std::size_t number, const kube::Peer &peer)
{
    std::vector<std::string> labels = labelsOf(peer);
    if (!labels.empty())
        labels.resize(1);
    else if ((labels = oneOf(peer)).empty() && !(labels = keysOf(peer)).empty())
        labels.resize(1); // but of one of several values under each
    if (labels.empty())
        m_others.push_back(number);
    for (const std::string &label : labels)
        m_byLabel[label].push_back(number);
}

std::vector<std::size_t> PeerIndex::wider(const kube::Peer &peer) const
{
    if (m_count <= kFew)
        return numbers(m_count);
    std::vector<std::size_t> result;
    const auto add = [&](const std::vector<std::size_t> &more) {
        result.insert(result.end(), more.begin(), more.end());
    };
    if (peer.ipBlock) {
        const kube::Cidr &cidr = peer.ipBlock->cidr;
        for (int prefix : m_prefixes[int(cidr.family)]) {
            if (prefix > cidr.prefix)
                break;
            const auto found =
                m_blocks.find({cidr.family, prefix, masked(cidr.first, cidr.family, prefix)});
            if (found != m_blocks.end())
                add(found->second);
        }
    } else {
        // What contains it asks for nothing of a key that it does not ask for, in words or in
        // expressions; of several values each has to be among those that are asked for.
        std::vector<std::string> labels = labelsOf(peer);
        const std::vector<std::string> keys = keysOf(peer);
        labels.insert(labels.end(), keys.begin(), keys.end());
        const std::string name = kube::kNamespaceNameLabel;
        if (!peer.namespaces) {
            labels.push_back(labelText("in ", name, m_nameSpace));
            labels.push_back("in " + name);
        }
        forEachSelector(peer, [&](const char *what, const kube::LabelSelector &selector) {
            for (const auto &[key, value] : selector.matchLabels)
                labels.push_back(what + key);
            for (const kube::Requirement &wanted : selector.expressions)
                if (wanted.op == kube::Operator::In && !wanted.values.empty())
                    labels.push_back(labelText(what, wanted.key, wanted.values.front()));
        });
        for (const std::string &label : labels)
            if (const auto found = m_byLabel.find(label); found != m_byLabel.end())
                add(found->second);
        add(m_others);
    }
    makeAscending(result);
    return result;
}

namespace {

std::string nameOf(const kube::PortRule &port)
{
    return port.name.empty() ? std::to_string(port.port.value_or(0)) : port.name;
}

} // namespace

PortIndex::PortIndex(const std::vector<kube::PortRule> &ports)
{
    for (std::size_t i = 0; i < ports.size(); ++i)
        if (ports[i].name.empty() && (!ports[i].port || ports[i].endPort))
            m_wide.push_back(i);
        else
            m_same[{ports[i].protocol, nameOf(ports[i])}].push_back(i);
}

std::vector<std::size_t> PortIndex::wider(const kube::PortRule &port) const
{
    std::vector<std::size_t> result = m_wide;
    if (const auto found = m_same.find({port.protocol, nameOf(port)}); found != m_same.end())
        result.insert(result.end(), found->second.begin(), found->second.end());
    makeAscending(result);
    return result;
}

RuleIndex::RuleIndex(const std::vector<const kube::Rule *> &rules, const std::string &nameSpace)
    : m_count(rules.size())
{
    std::vector<kube::Peer> peers;
    std::vector<kube::PortRule> ports;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const kube::Rule &rule = *rules[i];
        if (rule.anyPeer)
            m_anyPeer.push_back(i);
        if (rule.anyPort)
            m_anyPort.push_back(i);
        peers.insert(peers.end(), rule.peers.begin(), rule.peers.end());
        m_ruleOfPeer.resize(peers.size(), i);
        ports.insert(ports.end(), rule.ports.begin(), rule.ports.end());
        m_ruleOfPort.resize(ports.size(), i);
    }
    m_peers = std::make_unique<PeerIndex>(peers, nameSpace);
    m_ports = std::make_unique<PortIndex>(ports);
}

namespace {

/// The rules that these items are of, and more rules.
std::vector<std::size_t> rulesOf(const std::vector<std::size_t> &items,
                                 const std::vector<std::size_t> &ruleOf,
                                 std::vector<std::size_t> rules)
{
    for (std::size_t item : items)
        rules.push_back(ruleOf[item]);
    makeAscending(rules);
    return rules;
}

} // namespace

std::vector<std::size_t> RuleIndex::byPort(const kube::Rule &rule) const
{
    if (rule.anyPort)
        return m_anyPort;
    if (rule.ports.empty())
        return numbers(m_count);
    return rulesOf(m_ports->wider(rule.ports.front()), m_ruleOfPort, m_anyPort);
}

std::vector<std::size_t> RuleIndex::byPeer(const kube::Rule &rule) const
{
    if (rule.anyPeer)
        return m_anyPeer;
    return rulesOf(m_peers->wider(rule.peers.front()), m_ruleOfPeer, m_anyPeer);
}

const std::vector<std::size_t> &RuleIndex::wider(const kube::Rule &rule)
{
    kube::Rule asked;
    asked.anyPeer = rule.anyPeer;
    if (!rule.anyPeer)
        asked.peers = {rule.peers.front()};
    if (!(asked == m_byPeer.asked))
        m_byPeer = {std::move(asked), byPeer(rule)};
    if (m_byPeer.rules.size() <= kFew)
        return m_byPeer.rules;
    asked = {};
    asked.anyPort = rule.anyPort;
    if (!rule.ports.empty())
        asked.ports = {rule.ports.front()};
    if (!(asked == m_byPort.asked) || m_byPort.rules.empty())
        m_byPort = {std::move(asked), byPort(rule)};
    return m_byPort.rules.size() < m_byPeer.rules.size() ? m_byPort.rules : m_byPeer.rules;
}

bool containsQuickly(const kube::Rule &wide, const kube::Rule &narrow, const std::string &nameSpace)
{
    if (wide.anyPeer || narrow.anyPeer || wide.peers.size() <= kFew)
        return contains(wide, narrow, nameSpace);
    const auto isHeld = [&](const kube::Peer &one) {
        return std::any_of(wide.peers.begin(), wide.peers.end(), [&](const kube::Peer &other) {
            return contains(other, one, nameSpace);
        });
    };
    if (!containsPorts(wide, narrow) || (!narrow.peers.empty() && !isHeld(narrow.peers.front())))
        return false; // as most are
    const PeerIndex index(wide.peers, nameSpace);
    return std::all_of(narrow.peers.begin(), narrow.peers.end(), [&](const kube::Peer &one) {
        const auto candidates = index.wider(one);
        return std::any_of(candidates.begin(), candidates.end(),
                           [&](std::size_t i) { return contains(wide.peers[i], one, nameSpace); });
    });
}

} // namespace drawbridge::lint
