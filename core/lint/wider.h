#pragma once

#include "kube/network_policy.h"

#include <map>
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
    /// Selectors by a label that they ask for, as `pods app=web`.
    std::unordered_map<std::string, std::vector<std::size_t>> m_byLabel;
    std::vector<std::size_t> m_others; ///< that ask by expressions, or for nothing
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

/// As contains(), in about the time that it takes to read both.
bool containsQuickly(const kube::Rule &wide, const kube::Rule &narrow,
                     const std::string &nameSpace);

} // namespace drawbridge::lint
