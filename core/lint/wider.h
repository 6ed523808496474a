#pragma once

#include "kube/network_policy.h"
#include "lint/requirement_index.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace drawbridge::lint {

/// Finds the peers of a list that may mean all that another one means, without asking each with
/// each: of blocks of addresses those that reach round it, of selectors those that ask for nothing
/// that it does not ask for. May name more than contain it.
class PeerIndex
{
public:
    /// They stay as they are for as long as somebody asks.
    PeerIndex(std::vector<const kube::Peer *> peers, const std::string &nameSpace);

    const kube::Peer &operator[](std::size_t number) const { return *m_peers[number]; }
    /// Also the peer itself, if it is of the list.
    Candidates wider(const kube::Peer &peer) const;
    /// Peers whose block, but for its `except`, may hold all of another.
    Candidates around(const kube::Cidr &block) const;

private:
    using Block = std::tuple<kube::Family, int, kube::AddressValue>; ///< with its prefix

    Candidates around(const Block &block) const;
    RequirementIndex::Requirements asked(const kube::Peer &peer) const;

    const std::string &m_nameSpace;
    std::vector<const kube::Peer *> m_peers;
    Candidates::List m_few; ///< all, if they are few
    std::map<Block, Candidates::List> m_blocks;
    Candidates::List m_allBlocks;
    std::set<int> m_prefixes[2];
    std::optional<RequirementIndex> m_selectors;
};

/// The same for ports.
class PortIndex
{
public:
    explicit PortIndex(std::vector<const kube::PortRule *> ports);

    const kube::PortRule &operator[](std::size_t number) const { return *m_ports[number]; }
    Candidates wider(const kube::PortRule &port) const;

private:
    using Name = std::pair<kube::Protocol, std::string>;
    using Number = std::pair<kube::Protocol, std::uint32_t>;
    struct Range
    {
        std::uint32_t first;
        std::uint32_t last;
        std::size_t number;
    };
    /// Of a protocol and of less than two to that power numbers each, by the first.
    using Ranges = std::map<std::pair<kube::Protocol, int>, std::vector<Range>>;

    bool addRanges(const kube::PortRule &port, Candidates::List &found) const;

    std::vector<const kube::PortRule *> m_ports;
    Candidates::List m_all;
    Candidates::List m_whole[3]; ///< protocols
    std::map<Name, Candidates::List> m_named;
    std::map<Number, Candidates::List> m_single;
    Ranges m_ranges;
};

/// The same for rules, of any number of policies of one namespace.
class RuleIndex
{
public:
    /// They stay as they are for as long as somebody asks.
    RuleIndex(std::vector<const kube::Rule *> rules, const std::string &nameSpace);

    /// Of a rule that has peers or admits from everywhere.
    Candidates wider(const kube::Rule &rule) const;
    /// One of them admits all that another rule admits: contains(), which looks at each peer of one
    /// with each of the other only if they are few.
    bool contains(std::size_t wide, const kube::Rule &narrow) const;
    /// Of the peers or ports of one of them, by their place in it, the first that may mean all that
    /// another one of these means and of which `is` is true.
    using Is = std::function<bool(std::size_t)>;
    std::optional<std::size_t> widerPeer(std::size_t rule, std::size_t peer, const Is &is) const;
    std::optional<std::size_t> widerPort(std::size_t rule, std::size_t port, const Is &is) const;
    /// The rules with a peer whose block, but for its `except`, may hold all of another.
    Candidates around(const kube::Cidr &block) const;

private:
    std::vector<const kube::Rule *> m_rules;
    const std::string &m_nameSpace;
    Candidates::List m_all;
    Candidates::List m_anyPeer;
    Candidates::List m_anyPort;
    // Of the peers and ports of all rules, one after the other.
    Candidates::List m_ruleOfPeer;
    Candidates::List m_ruleOfPort;
    Candidates::List m_firstPeer; ///< by rule; one more at the end
    Candidates::List m_firstPort;
    std::optional<PeerIndex> m_peers;
    std::optional<PortIndex> m_ports;
};

} // namespace drawbridge::lint
