#include "graph/refresh.h"
#include "graph/rerouting.h"
#include "graph/routing.h"

#include <algorithm>
#include <set>

namespace drawbridge::graph {

namespace {

/// The index of a shape that a picture gave; nothing for none.
template <typename Shape>
std::optional<std::size_t> indexIn(const std::vector<Shape> &shapes, const Shape *shape)
{
    return shape ? std::optional(std::size_t(shape - shapes.data())) : std::nullopt;
}

} // namespace

bool refresh(Picture &picture, const Graph &graph, Pills &pills, Refreshed &touched)
{
    for (const Key &key : touched.nodes)
        if (const auto i = indexIn(picture.nodes, picture.node(key)))
            picture.nodes[*i].node = *graph.node(key);
    for (const Key &key : touched.frames)
        if (const auto i = indexIn(picture.frames, picture.frame(key)))
            picture.frames[*i].frame = *graph.frame(key);
    std::optional<Rerouted> rerouted;
    if (!touched.keepsArrows()) {
        rerouted = reroute(graph, picture, touched.added, touched.removed);
        if (!rerouted)
            return false;
    }
    std::vector<std::size_t> resized;
    for (const Key &key : touched.arrows) {
        const auto i = indexIn(picture.arrows, picture.arrow(key));
        if (!i)
            continue;
        ArrowShape &shape = picture.arrows[*i];
        shape.arrow = *graph.arrow(key);
        if (pillWidth(shape.arrow) != shape.pill.width)
            resized.push_back(*i);
    }
    std::vector<std::size_t> moved = rerouted ? pills.placeAgain(picture, *rerouted, resized)
                                              : pills.placeAgain(picture, resized);
    std::set<std::size_t> added;
    if (rerouted) {
        added.insert(rerouted->added.begin(), rerouted->added.end());
        for (const auto &[i, shape] : rerouted->bent)
            moved.push_back(i);
    }
    for (const std::size_t i : moved)
        if (added.count(i) == 0)
            touched.arrows.push_back(picture.arrows[i].arrow.key);
    std::sort(touched.arrows.begin(), touched.arrows.end());
    touched.arrows.erase(std::unique(touched.arrows.begin(), touched.arrows.end()),
                         touched.arrows.end());
    return true;
}

} // namespace drawbridge::graph
