#include "canvas/navigation.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace drawbridge::canvas {

using graph::Key;

template <typename Item, typename RectOf>
static void sortAsRead(std::vector<const Item *> &items, RectOf rectOf)
{
    constexpr double kRow = 40; // what differs less is in one row
    const auto row = [&](const Item *item) { return std::floor(rectOf(*item).y / kRow); };
    std::stable_sort(items.begin(), items.end(), [&](const Item *a, const Item *b) {
        return std::pair(row(a), rectOf(*a).x) < std::pair(row(b), rectOf(*b).x);
    });
}

std::vector<Key> readingOrder(const graph::Picture &picture)
{
    std::vector<const graph::NodeShape *> nodes;
    for (const graph::NodeShape &shape : picture.nodes)
        nodes.push_back(&shape);
    sortAsRead(nodes, [](const graph::NodeShape &shape) { return shape.rect; });
    std::vector<const graph::FrameShape *> frames;
    for (const graph::FrameShape &shape : picture.frames)
        frames.push_back(&shape);
    sortAsRead(frames, [](const graph::FrameShape &shape) { return shape.rect; });

    std::vector<Key> order;
    order.reserve(nodes.size() + picture.arrows.size() + frames.size());
    for (const graph::NodeShape *shape : nodes)
        order.push_back(shape->node.key);
    for (const graph::ArrowShape &shape : picture.arrows)
        order.push_back(shape.arrow.key);
    for (const graph::FrameShape *shape : frames)
        order.push_back(shape->frame.key);
    return order;
}

Key nearestIn(Direction direction, const graph::Rect &from,
              const std::vector<std::pair<Key, graph::Rect>> &candidates)
{
    const graph::Point start = from.center();
    const bool isHorizontal = direction == Direction::Left || direction == Direction::Right;
    const double sign = direction == Direction::Left || direction == Direction::Up ? -1 : 1;
    double least = std::numeric_limits<double>::max();
    Key nearest;
    for (const auto &[key, rect] : candidates) {
        const graph::Point c = rect.center();
        const double along = sign * (isHorizontal ? c.x - start.x : c.y - start.y);
        const double aside = std::abs(isHorizontal ? c.y - start.y : c.x - start.x);
        if (along <= 4)
            continue;
        const double cost = along + 2 * aside;
        if (cost < least) {
            least = cost;
            nearest = key;
        }
    }
    return nearest;
}

} // namespace drawbridge::canvas
