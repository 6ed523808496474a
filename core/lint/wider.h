#pragma once

#include "kube/network_policy.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace drawbridge::lint {

/// Finds the peers of a list that may mean all that another one means, without asking each with
/// each: of blocks of addresses those that reach round it, of selectors those that ask for nothing
/// that it does not ask for. May name more than contain it. In a long list it misses a block that
/// is narrower by its `except` alone.
class PeerIndex
{
public:
    PeerIndex(const std::vector<kube::Peer> &peers, const std::string &nameSpace);

    /// Ascending; also the peer itself, if it is of the list.
    std::vector<std::size_t> wider(const kube::Peer &peer) const;

private:
    using Block = std::tuple<kube::Family, int, kube::AddressValue>; ///< with its prefix

    void addSelector(std::size_t number, const kube::Peer &peer);

    const std::string &m_nameSpace;
    std::size_t m_count; ///< of the list
    std::map<Block, std::vector<std::size_t>> m_blocks;
    std::set<int> m_prefixes[2];
    /// Selectors by a label that they ask for, as `pods app=web`, or by each of which they ask for
    /// one, or by a key of which they ask for something else.
    std::unordered_map<std::string, std::vector<std::size_t>> m_byLabel;
    std::vector<std::size_t> m_others; ///< that ask for nothing
};

/// The same for ports.
class PortIndex
{
public:
    explicit PortIndex(const std::vector<kube::PortRule> &ports);

    std::vector<std::size_t> wider(const kube::PortRule &port) const;

private:
    using Key = std::pair<kube::Protocol, std::string>; ///< a name, or a number as text

    std::map<Key, std::vector<std::size_t>> m_same;
    std::vector<std::size_t> m_wide; ///< ranges and whole protocols
};

/// The same for rules, of any number of policies of one namespace.
class RuleIndex
{
public:
    RuleIndex(const std::vector<const kube::Rule *> &rules, const std::string &nameSpace);

    /// Of a rule that has peers or admits from everywhere. Good until the next question; a first
    /// peer or port that was asked for last is not looked up again.
    const std::vector<std::size_t> &wider(const kube::Rule &rule);

private:
    std::vector<std::size_t> byPort(const kube::Rule &rule) const;
    std::vector<std::size_t> byPeer(const kube::Rule &rule) const;

    std::size_t m_count;
    std::vector<std::size_t> m_anyPeer;
    std::vector<std::size_t> m_anyPort;
    std::vector<std::size_t> m_ruleOfPeer; ///< of the peers of all rules, one after the other
    std::vector<std::size_t> m_ruleOfPort;
    std::unique_ptr<PeerIndex> m_peers;
    std::unique_ptr<PortIndex> m_ports;
    struct Answer
    {
        kube::Rule asked; ///< for last: a first peer or port alone
        std::vector<std::size_t> rules;
    };
    Answer m_byPeer;
    Answer m_byPort;
};

/// As contains(), in about the time that it takes to read both.
bool containsQuickly(const kube::Rule &wide, const kube::Rule &narrow,
                     const std::string &nameSpace);

} // namespace drawbridge::lint
