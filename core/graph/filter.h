#pragma once

#include "graph/picture.h"

#include <optional>

namespace drawbridge::graph {

/// What a look at the picture is confined to: all conditions that are given must hold. A view, not
/// a change: it is neither kept nor undone.
struct Filter
{
    std::set<Key> frames;            ///< these namespaces; empty: all
    std::vector<std::string> labels; ///< as `app=api` or `app`; a service must have all
    bool allowed = false;            ///< with none of these four every verdict is shown
    bool halfOpen = false;
    bool cannotTell = false;
    bool notIsolated = false; ///< services that nothing isolates
    Key focus;                ///< a node or frame, with what is connected with it; empty: all
    int steps = 1;            ///< how many arrows away from the focus, 1 or 2

    bool isEmpty() const { return *this == Filter(); }
    bool hasVerdicts() const { return allowed || halfOpen || cannotTell || notIsolated; }
    bool operator==(const Filter &) const = default;
};

/// What a filter lets through, by key.
struct Shown
{
    std::set<Key> nodes;
    std::set<Key> frames; ///< those that hold something shown, or that an arrow shown ends at
    std::set<Key> arrows;

    bool contains(const Key &key) const
    {
        return nodes.count(key) > 0 || frames.count(key) > 0 || arrows.count(key) > 0;
    }
};

/// A label as `app=api`.
std::string labelText(const std::string &key, const std::string &value);
/// The labels of a service's pods.
std::set<std::string> labelsOf(const verdict::Endpoint &endpoint);
/// The same of all services, by node key.
using NodeLabels = std::map<Key, std::set<std::string>>;
NodeLabels labelsOf(const Graph &graph, const verdict::Evaluator &evaluator);

Shown shown(const Graph &graph, const NodeLabels &labels, const Filter &filter);

/// The graph without what is not shown: for lists.
Graph confined(const Graph &graph, const Shown &shown);
/// The picture without arrows that are not shown; nodes and frames stay where they are.
Picture confined(const Picture &picture, const Shown &shown);
/// The nodes and frames of the picture that are not shown.
std::set<Key> faded(const Picture &picture, const Shown &shown);

} // namespace drawbridge::graph
