#include "graph/rerouting.h"

#include <algorithm>

namespace drawbridge::graph {

namespace {

/// Where the arrow is, or would be.
std::size_t placeOf(const std::vector<ArrowShape> &arrows, const Key &key)
{
    const auto at =
        std::lower_bound(arrows.begin(), arrows.end(), key,
                         [](const ArrowShape &shape, const Key &k) { return shape.arrow.key < k; });
    return std::size_t(at - arrows.begin());
}

} // namespace

Rerouted exchangeArrows(std::vector<ArrowShape> &arrows, const std::vector<Key> &gone,
                        const std::vector<const Arrow *> &come)
{
    std::vector<std::size_t> from;
    for (const Key &key : gone)
        if (const std::size_t place = placeOf(arrows, key);
            place < arrows.size() && arrows[place].arrow.key == key)
            from.push_back(place);
    std::vector<Key> keys;
    keys.reserve(come.size());
    for (const Arrow *arrow : come)
        keys.push_back(arrow->key);
    std::vector<std::size_t> to = Renumbering::placesFor(
        keys, arrows, from, [](const ArrowShape &shape) -> const Key & { return shape.arrow.key; });
    Rerouted result;
    result.numbers = Renumbering(arrows.size(), std::move(from), std::move(to));
    for (const std::size_t i : result.numbers.gone())
        result.removed.emplace_back(i, std::move(arrows[i]));
    result.numbers.applyTo(arrows);
    for (std::size_t i = 0; i < come.size(); ++i) {
        ArrowShape &shape = arrows[result.added()[i]];
        shape = ArrowShape();
        shape.arrow = *come[i];
    }
    return result;
}

} // namespace drawbridge::graph
