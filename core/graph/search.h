#pragma once

#include "graph/graph.h"

#include <functional>
#include <optional>
#include <string_view>

namespace drawbridge::graph {

/// How well a text answers a question; the smaller the better.
enum class MatchRank : std::uint8_t {
    Exact,
    Prefix,
    Word,      ///< a word inside the text begins so
    Substring, ///< somewhere
    Scattered  ///< the words of the question are found apart, also in where it is
};

/// Of one text, in either case; both in lower case is cheapest. Never Scattered.
std::optional<MatchRank> rankOf(std::string_view text, std::string_view query);

enum class FoundKind : std::uint8_t {
    Service,
    Namespace,
    Outside,
    Policy,
    Address,
    Label,
    Port,
    Connection
};

struct Found
{
    FoundKind kind = FoundKind::Service;
    std::string text;       ///< what was found: a name, a label, an address, ports
    std::string owner;      ///< whose; empty if it is the thing itself
    std::string nameSpace;  ///< empty outside of namespaces
    Key key;                ///< on the canvas; empty for a policy
    kube::ObjectPtr policy; ///< in the text
};

struct SearchAnswer
{
    std::vector<Found> found; ///< the best first
    std::size_t total = 0;    ///< also of those that are left out
};

/// Finds services, namespaces, what lies outside, policies, labels, ports and addresses by what
/// people remember of them. A picture of one state: made anew after a change.
class Search
{
public:
    /// `titleOf`: what a node is called on screen.
    Search(const Graph &graph, const kube::Workspace &workspace,
           const verdict::Evaluator &evaluator,
           const std::function<std::string(const Node &)> &titleOf);

    SearchAnswer find(const std::string &query, std::size_t most = 50) const;

private:
    struct Entry
    {
        Found found;
        std::string text;    ///< in lower case, as the next
        std::string context; ///< text, owner and namespace
    };
    struct Holder ///< of addresses
    {
        std::size_t entry = 0;
        kube::AddressSet v4;
        kube::AddressSet v6;
        long double size = 0;
    };
    struct Ported
    {
        std::size_t entry = 0;
        kube::ConnectionSet ports;
    };
    struct Ranked;

    void add(Found found);
    void addNode(const Node &node, const std::string &title, const std::string &nameSpace,
                 const verdict::Evaluator &evaluator);
    void addOutside(const Node &node, const std::string &title);
    void addPolicies(const kube::Workspace &workspace, const verdict::Evaluator &evaluator);
    std::optional<MatchRank> rank(const Entry &entry, const std::string &query,
                                  const std::vector<std::string> &words) const;
    void offerAddresses(const std::string &query, std::vector<Ranked> &ranked) const;
    void offerPorts(const std::string &query, std::vector<Ranked> &ranked) const;

    std::vector<Entry> m_entries;
    std::vector<Holder> m_holders;
    std::vector<Ported> m_ported;
};

} // namespace drawbridge::graph
