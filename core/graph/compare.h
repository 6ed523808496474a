#pragma once

#include "graph/graph.h"

namespace drawbridge::graph {

/// One state of a workspace, as far as it is compared. The objects must outlive what compare()
/// gives: sources point to them.
struct State
{
    const verdict::Evaluator &evaluator;
    const Graph &graph;
};

/// What is allowed from one end to another: an arrow's ports, unless it is half open.
kube::ConnectionSet allowedBy(const Arrow &arrow);

/// Its ports are known by name alone: `label` tells the names, and `ports` what they may be.
bool isByName(const Arrow &arrow);

/// A connection that an arrow of either state tells, and whose verdict differs; or that is half
/// open, or known by the names of its ports alone, in one of them only. Where a state has no arrow
/// for it, the evaluator was asked.
struct ConnectionChange
{
    Key key;
    Since since = Since::Changed; ///< by verdict: Added where nothing was allowed before
    Arrow before; ///< no ports: nothing is allowed; rules are empty where it is not drawn
    Arrow after;

    bool operator==(const ConnectionChange &) const = default;
};

/// Pairs whose verdict differs though no arrow tells it, as when a wall goes: what one service
/// exchanges with others.
struct PairsChange
{
    Key service;
    kube::Direction direction = kube::Direction::Ingress; ///< Ingress: it is the target
    std::vector<Key> others;                              ///< nodes, sorted
    kube::AddressSet v4;                                  ///< and addresses outside the cluster
    kube::AddressSet v6;
    kube::ConnectionSet before;
    kube::ConnectionSet after;
    Source sourceBefore; ///< a policy that isolated the service in that direction
    Source sourceAfter;

    bool isWider() const { return after.contains(before); }
    bool operator==(const PairsChange &) const = default;
};

/// A workload or pod group that came or went, or whose isolation differs. In one of the states it
/// may be no more than "pods like this".
struct ServiceChange
{
    Key key;
    Since since = Since::Changed;
    Node before;
    Node after;

    /// Nothing isolates it in that direction, and something did or it is new.
    bool isOpened(kube::Direction direction) const;
    bool isNewlyIsolated(kube::Direction direction) const;
    bool operator==(const ServiceChange &) const = default;
};

/// A namespace that came or went, or whose wall differs.
struct NamespaceChange
{
    Key key;
    Since since = Since::Changed;
    Frame before;
    Frame after;

    bool operator==(const NamespaceChange &) const = default;
};

/// What differs between two states. Each list is sorted by key; the same states give the same
/// lists.
struct Changes
{
    std::vector<NamespaceChange> namespaces;
    std::vector<ServiceChange> services;
    std::vector<ConnectionChange> connections;
    std::vector<PairsChange> pairs;
    bool isComplete = true; ///< false: there were too many pairs to judge them all
    /// Of some connection of either state nobody can tell which ports it has.
    bool isUnsure = false;

    std::size_t size() const
    {
        return namespaces.size() + services.size() + connections.size() + pairs.size();
    }
    bool operator==(const Changes &) const = default;
};

/// Compares by verdicts, at most `mostPairs` pairs of them; two states need not share objects.
/// Pairs of a service that only one state knows are not told one by one.
Changes compare(const State &before, const State &after, std::size_t mostPairs = SIZE_MAX);

/// The later graph with the differences marked (`since`), and with what is gone still in it,
/// without sources.
/// Changes of an element that `after` says otherwise by now are left out.
Graph marked(const Graph &before, Graph after, const Changes &changes);

} // namespace drawbridge::graph
