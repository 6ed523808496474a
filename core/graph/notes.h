#pragma once

#include "graph/graph.h"

#include <map>
#include <string>
#include <vector>

namespace drawbridge::graph {

/// A review note as the side file keeps it.
struct PinnedNote
{
    std::string author; ///< may be empty
    std::string text;
    std::string rest;       ///< JSON: what else the entry says; kept as it is
    bool isUnknown = false; ///< an entry that we do not understand: `rest` is all of it

    bool operator==(const PinnedNote &) const = default;
};

/// By the key of the node, frame or arrow that they are pinned to.
using PinnedNotes = std::map<Key, std::vector<PinnedNote>>;

/// A note as it is shown.
struct Note
{
    std::size_t number = 0; ///< from 1
    Key key;
    std::size_t index = 0; ///< among the entries of its key
    std::string element;   ///< "api", "shop", "frontend → api"
    std::string author;
    std::string text;
    bool isDrawn = true; ///< false: nothing that is drawn has its key

    bool operator==(const Note &) const = default;
};

/// All notes, numbered in the order of their keys; those that belong to nothing drawn come last.
std::vector<Note> notes(const Graph &graph, const PinnedNotes &pinned);

/// What the sign on an element says: "3", or "3–5" of several notes. Empty without notes.
std::string signText(const std::vector<Note> &notes, const Key &key);

} // namespace drawbridge::graph
