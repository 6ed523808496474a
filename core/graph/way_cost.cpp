#include "graph/way_cost.h"

#include "graph/routing.h"

#include <algorithm>
#include <cmath>

namespace drawbridge::graph {

void WayCost::takeObstacles()
{
    for (const NodeShape &shape : m_picture.nodes)
        m_cards.insert(shape.rect);
    for (const FrameShape &shape : m_picture.frames)
        m_titles.insert(titlePlate(shape));
}

const Key &WayCost::drawn(const Key &end) const
{
    const auto it = m_standIns.find(end);
    return it == m_standIns.end() ? end : it->second;
}

double WayCost::tiring(const ArrowShape &shape)
{
    const double length = std::hypot(shape.to.x - shape.from.x, shape.to.y - shape.from.y);
    return 0.01 * length + 0.02 * turningOf(shape);
}

double WayCost::of(const ArrowShape &shape, const Rect *frame) const
{
    constexpr double kHalfTurn = 186;
    constexpr double kBend = 0.3;
    return harm(shape, frame) + kBend * std::max(turningOf(shape) - kHalfTurn, 0.0);
}

const Rect *WayCost::commonFrame(const Arrow &arrow) const
{
    const NodeShape *source = m_picture.node(arrow.source);
    const NodeShape *target = m_picture.node(arrow.target);
    const bool isCommon = source && target && source->node.frame == target->node.frame;
    const FrameShape *frame = isCommon ? m_picture.frame(source->node.frame) : nullptr;
    return frame ? &frame->rect : nullptr;
}

int WayCost::harm(const ArrowShape &shape, const Rect *frame) const
{
    const std::vector<Rect> others = framesBetween(shape);
    constexpr int kParts = 32;
    int sum = 0;
    for (int i = 1; i < kParts; ++i) {
        const Point point = shape.at(double(i) / kParts);
        sum += m_cards.covers(point) ? 100 : 0;
        sum += frame && !frame->contains(point) ? 50 : 0;
        sum += m_titles.covers(point) ? 20 : 0;
        for (const Rect &other : others)
            sum += other.contains(point) ? 3 : 0;
    }
    return sum;
}

std::vector<Rect> WayCost::framesBetween(const ArrowShape &shape) const
{
    const Rect bounds = shape.bounds();
    std::vector<Rect> result;
    for (const FrameShape &frame : m_picture.frames)
        if (frame.rect.intersects(bounds) && !isInside(frame, drawn(shape.arrow.source)) &&
            !isInside(frame, drawn(shape.arrow.target)))
            result.push_back(frame.rect);
    return result;
}

bool WayCost::isInside(const FrameShape &frame, const Key &end) const
{
    const NodeShape *node = m_picture.node(end);
    return (node ? node->node.frame : end) == frame.frame.key;
}

bool WayCost::runsBehindCard(const ArrowShape &shape) const
{
    const Rect bounds = shape.bounds();
    const int parts = std::clamp(int((bounds.width + bounds.height) / 5), 32, 600);
    for (int i = 1; i < parts; ++i)
        if (m_cards.covers(shape.at(double(i) / parts)))
            return true;
    return false;
}

} // namespace drawbridge::graph
