#pragma once

#include "graph/picture.h"
#include "graph/renumbering.h"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace drawbridge::graph {

/// What became of the arrows of a picture where some came or went.
struct Rerouted
{
    using Before = std::pair<std::size_t, ArrowShape>;

    Renumbering numbers;
    std::vector<Before> removed; ///< with the places that they had
    std::vector<Before> bent;    ///< that have another way, by their places now, ascending

    const std::vector<std::size_t> &added() const { return numbers.come(); }
};

/// Takes arrows out of those of a picture, and puts others in, in the order of keys; these have no
/// way yet, and nothing is bent.
Rerouted exchangeArrows(std::vector<ArrowShape> &arrows, const std::vector<Key> &gone,
                        const std::vector<const Arrow *> &come);

/// What became of the cards of a picture before.
struct Reseated
{
    std::map<Key, Key> gone; ///< cards, and the frames that they were in
    std::set<Key> frames;    ///< that are elsewhere or have another size
    bool cardsStay = true;   ///< none came either
    bool mayBeNear = false;  ///< ways that serve are enough
};

/// Leaves the arrows of a picture as routeArrows() would make them, but for the words, where some
/// came to its graph and others went: only those are routed again that share a side with one of
/// them. Arrows at frames that are otherwise are to be among both. Nothing where that is not
/// enough; then the picture has to be composed anew. `ends` are those of the picture's arrows
/// before.
std::optional<Rerouted> reroute(const Graph &graph, Picture &picture, const std::vector<Key> &added,
                                const std::vector<Key> &removed, const ArrowEnds &ends,
                                const Reseated &reseated = {});
/// So many arrows are routed whatever others there are, and whatever is in their way.
bool areRoutedAlone(std::size_t arrows, bool cardsStay);

} // namespace drawbridge::graph
