#include "graph/rerouting.h"

#include <algorithm>

namespace drawbridge::graph {

namespace {

/// The index of an arrow; nothing where it is not drawn.
std::optional<std::size_t> numberOf(const std::vector<ArrowShape> &arrows, const Key &key)
{
    const auto at =
        std::lower_bound(arrows.begin(), arrows.end(), key,
                         [](const ArrowShape &shape, const Key &k) { return shape.arrow.key < k; });
    const bool isFound = at != arrows.end() && at->arrow.key == key;
    return isFound ? std::optional(std::size_t(at - arrows.begin())) : std::nullopt;
}

Rerouted takeOut(std::vector<ArrowShape> &arrows, const std::vector<Key> &keys)
{
    Rerouted result;
    result.numbers.reserve(arrows.size());
    for (std::size_t i = 0; i < arrows.size(); ++i)
        result.numbers.emplace_back(i);
    std::size_t kept = arrows.size();
    for (const Key &key : keys)
        if (const auto number = numberOf(arrows, key)) {
            result.numbers[*number].reset();
            kept = std::min(kept, *number);
        }
    for (std::size_t i = kept; i < arrows.size(); ++i) {
        if (!result.numbers[i]) {
            result.removed.emplace_back(i, std::move(arrows[i]));
            continue;
        }
        result.numbers[i] = kept;
        arrows[kept++] = std::move(arrows[i]);
    }
    arrows.resize(kept);
    return result;
}

/// In the order of their keys, as are those of the picture.
void putIn(std::vector<ArrowShape> &arrows, const std::vector<const Arrow *> &come,
           Rerouted &result)
{
    std::vector<std::size_t> places; // before which of those that are there
    for (const Arrow *arrow : come) {
        const auto isBefore = [](const ArrowShape &shape, const Key &k) {
            return shape.arrow.key < k;
        };
        const auto at = std::lower_bound(arrows.begin(), arrows.end(), arrow->key, isBefore);
        result.added.push_back(std::size_t(at - arrows.begin()) + places.size());
        places.push_back(std::size_t(at - arrows.begin()));
    }
    auto end = arrows.size();
    arrows.resize(end + come.size());
    for (std::size_t i = come.size(); i-- > 0; end = places[i]) {
        const auto at = arrows.begin();
        std::move_backward(at + long(places[i]), at + long(end), at + long(end + i + 1));
        arrows[result.added[i]] = ArrowShape();
        arrows[result.added[i]].arrow = *come[i];
    }
    if (!come.empty())
        for (auto &number : result.numbers)
            if (number)
                *number += std::size_t(std::upper_bound(places.begin(), places.end(), *number) -
                                       places.begin());
}

} // namespace

Rerouted exchangeArrows(std::vector<ArrowShape> &arrows, const std::vector<Key> &gone,
                        const std::vector<const Arrow *> &come)
{
    Rerouted result = takeOut(arrows, gone);
    putIn(arrows, come, result);
    return result;
}

} // namespace drawbridge::graph
