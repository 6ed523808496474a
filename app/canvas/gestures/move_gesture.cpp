#include "canvas/gestures/move_gesture.h"

#include "canvas/elements.h"
#include "canvas/painter_sink.h"
#include "canvas/render_arrows.h"

#include <cmath>

namespace drawbridge::canvas {

using graph::Key;

std::map<Key, graph::Rect> MoveGesture::movable(const Scene &scene, const std::set<Key> &keys)
{
    std::map<Key, graph::Rect> held;
    for (const Key &key : keys) {
        if (const graph::NodeShape *node = scene.node(key)) {
            held.insert({key, node->rect});
            continue;
        }
        const graph::FrameShape *frame = scene.frame(key);
        if (!frame)
            continue;
        const std::vector<Key> nodes = scene.nodesOf(key);
        for (const Key &node : nodes)
            held.insert({node, scene.node(node)->rect});
        if (nodes.empty())
            held.insert({key, frame->rect});
    }
    return held;
}

MoveGesture::MoveGesture(const Scene &scene, const std::set<Key> &keys, const Key &held,
                         graph::Point start)
    : m_held(movable(scene, keys)), m_start(start)
{
    for (const Key &key : keys) {
        if (scene.frame(key) && m_held.count(key) == 0)
            m_frames.insert(key);
    }
    if (m_held.count(held) > 0)
        m_leader = held;
    else if (!m_held.empty())
        m_leader = m_held.begin()->first;
    for (const auto &[key, rect] : m_held) {
        for (const std::uint32_t i : scene.arrowsOf(key))
            m_arrows.insert(scene.picture().arrows[i].arrow.key);
    }
    for (const Key &key : m_frames) {
        for (const std::uint32_t i : scene.arrowsOf(key))
            m_arrows.insert(scene.picture().arrows[i].arrow.key);
    }
}

void MoveGesture::moveTo(const Scene &, graph::Point point, double)
{
    if (m_leader.empty())
        return;
    const double step = graph::metrics().gridStep;
    const graph::Rect &rect = m_held.at(m_leader);
    m_dx = std::round((rect.x + point.x - m_start.x) / step) * step - rect.x;
    m_dy = std::round((rect.y + point.y - m_start.y) / step) * step - rect.y;
}

static graph::Placement shifted(const std::map<Key, graph::Rect> &held, double dx, double dy)
{
    graph::Placement positions;
    for (const auto &[key, rect] : held)
        positions.insert({key, {rect.x + dx, rect.y + dy}});
    return positions;
}

Wish MoveGesture::finish(const Scene &)
{
    if (m_held.empty() || (m_dx == 0 && m_dy == 0))
        return {};
    return MoveWish{shifted(m_held, m_dx, m_dy)};
}

graph::Placement MoveGesture::moved(const Scene &scene, const std::set<Key> &keys, double dx,
                                    double dy)
{
    return shifted(movable(scene, keys), dx, dy);
}

bool MoveGesture::survives(const Scene &now) const
{
    for (const auto &[key, rect] : m_held) {
        if (!now.contains(key) || !(now.rectOf(key) == rect))
            return false;
    }
    return !m_held.empty();
}

std::set<Key> MoveGesture::hidden() const
{
    std::set<Key> keys = m_arrows;
    keys.insert(m_frames.begin(), m_frames.end());
    for (const auto &[key, rect] : m_held)
        keys.insert(key);
    return keys;
}

graph::ArrowShape MoveGesture::bent(const graph::ArrowShape &shape) const
{
    const auto isHeld = [this](const Key &key) {
        return m_held.count(key) > 0 || m_frames.count(key) > 0;
    };
    const auto shift = [this](graph::Point &point) { point = {point.x + m_dx, point.y + m_dy}; };
    graph::ArrowShape bent = shape;
    bent.between.clear(); // it finds its way anew where it is dropped
    if (isHeld(shape.arrow.source)) {
        shift(bent.from);
        shift(bent.control1);
    }
    if (isHeld(shape.arrow.target)) {
        shift(bent.to);
        shift(bent.control2);
    }
    return bent;
}

/// Goes with the middle of the bent arrow.
QRectF MoveGesture::pillOf(const Scene &scene, const graph::ArrowShape &shape) const
{
    const graph::Point before = shape.at(0.5);
    const graph::Point now = bent(shape).at(0.5);
    return scene.pill(shape.arrow.key).translated(now.x - before.x, now.y - before.y);
}

static void toScene(const Draft &draft)
{
    draft.painter.translate(draft.view.toView(graph::Point{0, 0}));
    draft.painter.scale(draft.view.scale(), draft.view.scale());
}

void MoveGesture::paintBelow(const Draft &draft) const
{
    draft.painter.save();
    toScene(draft);
    PainterSink sink(draft.painter, draft.palette);
    const auto drawFrameAt = [&](const Key &key) {
        if (const graph::FrameShape *found = draft.scene.frame(key)) {
            graph::FrameShape shape = *found;
            shape.rect.x += m_dx;
            shape.rect.y += m_dy;
            drawFrame(sink, shape);
            drawFrameTitle(sink, shape, true);
        }
    };
    for (const Key &key : m_frames)
        drawFrameAt(key);
    for (const auto &[key, rect] : m_held)
        drawFrameAt(key);
    if (m_arrows.size() <= kMostHighlighted) {
        for (const Key &key : m_arrows) {
            if (const graph::ArrowShape *shape = draft.scene.arrow(key))
                drawArrow(sink, bent(*shape), kArrowWidth);
        }
    }
    draft.painter.restore();
}

/// A hub has hundreds.
std::vector<graph::ArrowShape> MoveGesture::manyArrows(const Scene &scene) const
{
    std::vector<graph::ArrowShape> arrows;
    if (m_arrows.size() > kMostHighlighted)
        for (const Key &key : m_arrows)
            if (const graph::ArrowShape *shape = scene.arrow(key))
                arrows.push_back(bent(*shape));
    return arrows;
}

void MoveGesture::paintAbove(const Draft &draft) const
{
    draft.painter.save();
    toScene(draft);
    PainterSink sink(draft.painter, draft.palette);
    const bool isReadable = draft.view.scale() >= 0.4;
    if (isReadable && m_arrows.size() <= kMostHighlighted) {
        for (const Key &key : m_arrows) {
            if (const graph::ArrowShape *shape = draft.scene.arrow(key))
                drawPill(sink, shape->arrow, pillOf(draft.scene, *shape));
        }
    }
    for (const auto &[key, rect] : m_held) {
        const graph::NodeShape *found = draft.scene.node(key);
        if (!found)
            continue;
        graph::NodeShape shape = *found;
        shape.rect.x += m_dx;
        shape.rect.y += m_dy;
        if (isReadable || !isCard(shape.node))
            drawNode(sink, shape);
        else
            drawCardBody(sink, shape.node,
                         QRectF(shape.rect.x, shape.rect.y, shape.rect.width, shape.rect.height));
    }
    draft.painter.restore();
}

} // namespace drawbridge::canvas
