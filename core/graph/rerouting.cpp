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
    result.numbers.assign(arrows.size(), std::size_t(0));
    for (const Key &key : keys)
        if (const auto number = numberOf(arrows, key))
            result.numbers[*number].reset();
    std::size_t kept = 0;
    for (std::size_t i = 0; i < arrows.size(); ++i) {
        if (!result.numbers[i]) {
            result.removed.emplace_back(i, std::move(arrows[i]));
            continue;
        }
        result.numbers[i] = kept;
        if (kept != i)
            arrows[kept] = std::move(arrows[i]);
        ++kept;
    }
    arrows.resize(kept);
    return result;
}

/// In the order of their keys, as are those of the picture.
void putIn(std::vector<ArrowShape> &before, const std::vector<const Arrow *> &come,
           Rerouted &result)
{
    if (come.empty())
        return;
    std::vector<ArrowShape> arrows;
    std::vector<std::size_t> now; // where those of before are
    arrows.reserve(before.size() + come.size());
    now.reserve(before.size());
    auto next = come.begin();
    const auto putNext = [&] {
        result.added.push_back(arrows.size());
        arrows.emplace_back().arrow = **next++;
    };
    for (ArrowShape &shape : before) {
        while (next != come.end() && (*next)->key < shape.arrow.key)
            putNext();
        now.push_back(arrows.size());
        arrows.push_back(std::move(shape));
    }
    while (next != come.end())
        putNext();
    before = std::move(arrows);
    for (auto &number : result.numbers)
        if (number)
            *number = now[*number];
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
