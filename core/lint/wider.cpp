#include "lint/wider.h"

#include "lint/containment.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace drawbridge::lint {

namespace {

constexpr std::size_t kFew = 64; ///< are asked each with each

Candidates::List numbers(std::size_t count)
{
    Candidates::List all(count);
    std::iota(all.begin(), all.end(), std::size_t(0));
    return all;
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

} // namespace

PeerIndex::PeerIndex(std::vector<const kube::Peer *> peers, const std::string &nameSpace)
    : m_nameSpace(nameSpace), m_peers(std::move(peers))
{
    if (m_peers.size() <= kFew) {
        m_few = numbers(m_peers.size());
        return;
    }
    for (std::size_t i = 0; i < m_peers.size(); ++i)
        if (m_peers[i]->ipBlock) {
            const kube::Cidr &cidr = m_peers[i]->ipBlock->cidr;
            m_blocks[{cidr.family, cidr.prefix, cidr.first}].push_back(i);
            m_allBlocks.push_back(i);
            m_prefixes[int(cidr.family)].insert(cidr.prefix);
        }
    using Asked = std::optional<RequirementIndex::Requirements>;
    m_selectors.emplace(m_peers.size(), [this](std::size_t i) {
        return m_peers[i]->ipBlock ? Asked() : Asked(asked(*m_peers[i]));
    });
}

RequirementIndex::Requirements PeerIndex::asked(const kube::Peer &peer) const
{
    RequirementIndex::Requirements result;
    if (peer.pods)
        RequirementIndex::append(*peer.pods, "pods ", result);
    if (peer.namespaces)
        RequirementIndex::append(*peer.namespaces, "in ", result);
    else
        result.push_back({std::string("in ") + kube::kNamespaceNameLabel,
                          kube::Operator::In,
                          {m_nameSpace},
                          {}});
    return result;
}

Candidates PeerIndex::wider(const kube::Peer &peer) const
{
    if (!m_selectors) {
        Candidates result;
        result.add(m_few);
        return result;
    }
    if (!peer.ipBlock)
        return m_selectors->wider(asked(peer));
    const kube::Cidr &cidr = peer.ipBlock->cidr;
    if (peer.ipBlock->except.empty())
        return around(cidr);
    // The smallest block round what `except` leaves.
    const kube::AddressSet left = peer.ipBlock->addresses();
    if (left.isEmpty()) {
        Candidates result;
        result.add(m_allBlocks);
        return result;
    }
    const auto start = [&](kube::AddressValue value, int prefix) {
        return masked(value, cidr.family, prefix);
    };
    const kube::AddressValue first = left.intervals().front().first;
    const kube::AddressValue last = left.intervals().back().last;
    const int longest = cidr.family == kube::Family::V4 ? 32 : 128;
    int prefix = cidr.prefix;
    while (prefix < longest && start(first, prefix + 1) == start(last, prefix + 1))
        ++prefix;
    return around(Block(cidr.family, prefix, start(first, prefix)));
}

Candidates PeerIndex::around(const kube::Cidr &block) const
{
    return around(Block(block.family, block.prefix, block.first));
}

Candidates PeerIndex::around(const Block &block) const
{
    const auto &[family, longest, first] = block;
    Candidates result;
    result.add(m_few);
    for (int prefix : m_prefixes[int(family)]) {
        if (prefix > longest)
            break;
        if (const auto found = m_blocks.find({family, prefix, masked(first, family, prefix)});
            found != m_blocks.end())
            result.add(found->second);
    }
    return result;
}

namespace {

int powerFor(std::uint32_t count)
{
    return int(std::bit_width(count));
}

} // namespace

PortIndex::PortIndex(std::vector<const kube::PortRule *> ports)
    : m_ports(std::move(ports)), m_all(numbers(m_ports.size()))
{
    for (std::size_t i = 0; i < m_ports.size(); ++i) {
        const kube::PortRule &port = *m_ports[i];
        if (!port.name.empty())
            m_named[{port.protocol, port.name}].push_back(i);
        else if (!port.port)
            m_whole[int(port.protocol)].push_back(i);
        else if (const std::uint32_t last = port.endPort.value_or(*port.port); last > *port.port)
            m_ranges[{port.protocol, powerFor(last - *port.port + 1)}].push_back(
                {*port.port, last, i});
        else
            m_single[{port.protocol, *port.port}].push_back(i);
    }
    for (auto &[of, ranges] : m_ranges)
        std::stable_sort(ranges.begin(), ranges.end(),
                         [](const Range &a, const Range &b) { return a.first < b.first; });
}

/// The ranges that hold all of another; false, and not all, if it takes long to tell.
bool PortIndex::addRanges(const kube::PortRule &port, Candidates::List &found) const
{
    constexpr std::size_t kMostRanges = 500;
    const std::uint32_t first = *port.port;
    const std::uint32_t last = port.endPort.value_or(first);
    for (auto it =
             m_ranges.lower_bound({port.protocol, last < first ? 0 : powerFor(last - first + 1)});
         it != m_ranges.end() && it->first.first == port.protocol; ++it) {
        const std::uint32_t longest = (1U << it->first.second) - 1;
        const std::vector<Range> &ranges = it->second;
        const auto isBefore = [](const Range &one, std::uint32_t number) {
            return one.first < number;
        };
        const auto begin = std::lower_bound(ranges.begin(), ranges.end(),
                                            last < longest ? 0 : last - longest + 1, isBefore);
        const auto end = std::lower_bound(begin, ranges.end(), first + 1, isBefore);
        if (std::size_t(end - begin) > kMostRanges)
            return false;
        for (auto one = begin; one < end; ++one)
            if (one->last >= last)
                found.push_back(one->number);
    }
    std::sort(found.begin(), found.end());
    return true;
}

Candidates PortIndex::wider(const kube::PortRule &port) const
{
    Candidates result;
    result.add(m_whole[int(port.protocol)]);
    if (!port.name.empty()) {
        if (const auto same = m_named.find({port.protocol, port.name}); same != m_named.end())
            result.add(same->second);
        return result;
    }
    if (!port.port)
        return result;
    Candidates::List ranges;
    if (!addRanges(port, ranges)) {
        result = {};
        result.add(m_all);
        return result;
    }
    result.take(std::move(ranges));
    if (const auto same = m_single.find({port.protocol, *port.port}); same != m_single.end())
        result.add(same->second);
    return result;
}

RuleIndex::RuleIndex(std::vector<const kube::Rule *> rules, const std::string &nameSpace)
    : m_rules(std::move(rules)), m_nameSpace(nameSpace), m_all(numbers(m_rules.size()))
{
    std::vector<const kube::Peer *> peers;
    std::vector<const kube::PortRule *> ports;
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        const kube::Rule &rule = *m_rules[i];
        if (rule.anyPeer)
            m_anyPeer.push_back(i);
        if (rule.anyPort)
            m_anyPort.push_back(i);
        m_firstPeer.push_back(peers.size());
        for (const kube::Peer &peer : rule.peers)
            peers.push_back(&peer);
        m_ruleOfPeer.resize(peers.size(), i);
        m_firstPort.push_back(ports.size());
        for (const kube::PortRule &port : rule.ports)
            ports.push_back(&port);
        m_ruleOfPort.resize(ports.size(), i);
    }
    m_firstPeer.push_back(peers.size());
    m_firstPort.push_back(ports.size());
    m_peers.emplace(std::move(peers), m_nameSpace);
    m_ports.emplace(std::move(ports));
}

Candidates RuleIndex::wider(const kube::Rule &rule) const
{
    constexpr std::size_t kMostOffered = 16; ///< peers or ports
    Candidates best;
    best.add(rule.anyPeer ? m_anyPeer : m_all);
    const auto offer = [&best](Candidates other) {
        if (other.most() < best.most())
            best = std::move(other);
    };
    if (rule.anyPort) {
        Candidates all;
        all.add(m_anyPort);
        offer(std::move(all));
    }
    const auto offerRulesOf = [&](Candidates parts, const Candidates::List &wholes,
                                  const Candidates::List &any) {
        parts.as(wholes);
        parts.add(any);
        offer(std::move(parts));
    };
    for (std::size_t i = 0; i < std::min(kMostOffered, rule.peers.size()); ++i)
        offerRulesOf(m_peers->wider(rule.peers[i]), m_ruleOfPeer, m_anyPeer);
    for (std::size_t i = 0; i < std::min(kMostOffered, rule.ports.size()); ++i)
        offerRulesOf(m_ports->wider(rule.ports[i]), m_ruleOfPort, m_anyPort);
    return best;
}

bool RuleIndex::contains(std::size_t wide, const kube::Rule &narrow) const
{
    const kube::Rule &rule = *m_rules[wide];
    if (rule.peers.size() <= kFew && rule.ports.size() <= kFew)
        return lint::contains(rule, narrow, m_nameSpace);
    const auto isHeld = [](Candidates those, const auto &holds) {
        while (const auto number = those.next())
            if (holds(*number))
                return true;
        return false;
    };
    const auto isPeerHeld = [&](const kube::Peer &peer) {
        return isHeld(m_peers->wider(peer).within(m_firstPeer[wide], m_firstPeer[wide + 1]),
                      [&](std::size_t other) {
                          return lint::contains((*m_peers)[other], peer, m_nameSpace);
                      });
    };
    const auto isPortHeld = [&](const kube::PortRule &port) {
        return isHeld(m_ports->wider(port).within(m_firstPort[wide], m_firstPort[wide + 1]),
                      [&](std::size_t other) { return lint::contains((*m_ports)[other], port); });
    };
    return (rule.anyPeer || (!narrow.anyPeer &&
                             std::all_of(narrow.peers.begin(), narrow.peers.end(), isPeerHeld))) &&
           (rule.anyPort ||
            (!narrow.anyPort && std::all_of(narrow.ports.begin(), narrow.ports.end(), isPortHeld)));
}

namespace {

/// Of candidates from `begin` to before `end` the first of which it is true, from there.
std::optional<std::size_t> firstOf(const Candidates &all, std::size_t begin, std::size_t end,
                                   const RuleIndex::Is &is)
{
    Candidates those = all.within(begin, end);
    while (const auto number = those.next())
        if (is(*number - begin))
            return *number - begin;
    return {};
}

} // namespace

std::optional<std::size_t> RuleIndex::widerPeer(std::size_t rule, std::size_t peer,
                                                const Is &is) const
{
    return firstOf(m_peers->wider(m_rules[rule]->peers[peer]), m_firstPeer[rule],
                   m_firstPeer[rule + 1], is);
}

std::optional<std::size_t> RuleIndex::widerPort(std::size_t rule, std::size_t port,
                                                const Is &is) const
{
    return firstOf(m_ports->wider(m_rules[rule]->ports[port]), m_firstPort[rule],
                   m_firstPort[rule + 1], is);
}

Candidates RuleIndex::around(const kube::Cidr &block) const
{
    Candidates result = m_peers->around(block);
    result.as(m_ruleOfPeer);
    return result;
}

} // namespace drawbridge::lint
