#include "graph/placing.h"

#include "graph/spatial_hash.h"

#include <algorithm>
#include <optional>

namespace drawbridge::graph {

Rect sizeOf(const Node &node)
{
    if (node.frame.empty())
        return {0, 0, metrics().outsideWidth, metrics().outsideHeight};
    return {0, 0, metrics().cardWidth, metrics().cardHeight};
}

Rect frameAround(const Rect &nodes)
{
    const Metrics &m = metrics();
    return {nodes.x - m.framePadding, nodes.y - m.framePadding - m.frameTitle,
            nodes.width + 2 * m.framePadding, nodes.height + 2 * m.framePadding + m.frameTitle};
}

namespace {

constexpr double kGapX = 90;
constexpr double kGapY = 56;

Rect at(Rect rect, Point p)
{
    rect.x = p.x;
    rect.y = p.y;
    return rect;
}

Rect inflated(const Rect &rect, double by)
{
    return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
}

/// The nodes of one frame, placed or not.
struct Members
{
    std::vector<const Node *> all;
    std::optional<Rect> box; ///< of those that have a place
};

class Placer
{
public:
    Placer(const Graph &graph, const Placement &placement, const std::set<Key> &collapsed,
           Picture &picture)
        : m_placement(placement), m_collapsed(collapsed), m_picture(picture)
    {
        for (const Frame &frame : graph.frames)
            m_members[frame.key];
        for (const Node &node : graph.nodes)
            m_members[node.frame].all.push_back(&node);
        for (auto &[frame, members] : m_members)
            for (const Node *node : members.all)
                if (const auto it = placement.find(node->key); it != placement.end())
                    take(members, at(sizeOf(*node), it->second));
    }

    void place(const Graph &graph)
    {
        for (const Frame &frame : graph.frames)
            placeFrame(frame);
        placeOutside();
        const auto byKey = [](const NodeShape &a, const NodeShape &b) {
            return a.node.key < b.node.key;
        };
        std::sort(m_picture.nodes.begin(), m_picture.nodes.end(), byKey);
    }

private:
    void take(Members &members, const Rect &rect)
    {
        members.box = members.box ? members.box->united(rect) : rect;
        m_taken.insert(rect);
        m_bottom = std::max(m_bottom, rect.bottom());
    }

    Rect freePlace(Members &members, const Rect &size)
    {
        if (!members.box) {
            const bool isFirst = m_bottom == 0;
            return at(size, {metrics().framePadding,
                             isFirst ? 64 : m_bottom + 2 * metrics().framePadding + 64});
        }
        // Cells around the placed ones, row by row.
        const double stepX = size.width + kGapX;
        const double stepY = size.height + kGapY;
        const int columns = std::max(3, int(members.box->width / stepX) + 1);
        for (int row = 0;; ++row)
            for (int column = 0; column < columns; ++column) {
                const Rect rect =
                    at(size, {members.box->x + column * stepX, members.box->y + row * stepY});
                if (!m_taken.intersects(inflated(rect, 20)))
                    return rect;
            }
    }

    void placeFrame(const Frame &frame)
    {
        Members &members = m_members[frame.key];
        FrameShape shape{frame, {}, m_collapsed.count(frame.key) > 0};
        std::vector<NodeShape> nodes;
        for (const Node *node : members.all) {
            const auto it = m_placement.find(node->key);
            const bool isPlaced = it != m_placement.end();
            const Rect rect =
                isPlaced ? at(sizeOf(*node), it->second) : freePlace(members, sizeOf(*node));
            if (!isPlaced)
                take(members, rect);
            nodes.push_back({*node, rect});
        }
        if (members.box)
            shape.rect = frameAround(*members.box);
        if (!members.box || shape.isCollapsed)
            shape.rect = smallFrame(frame.key, members);
        else
            m_picture.nodes.insert(m_picture.nodes.end(), nodes.begin(), nodes.end());
        m_picture.frames.push_back(std::move(shape));
    }

    Rect smallFrame(const Key &key, Members &members)
    {
        Rect rect{0, 0, metrics().emptyFrameWidth, metrics().emptyFrameHeight};
        if (const auto it = m_placement.find(key); it != m_placement.end())
            rect = at(rect, it->second);
        else if (members.box)
            rect = at(rect, {frameAround(*members.box).x, frameAround(*members.box).y});
        else
            rect = at(rect, {0, m_bottom == 0 ? 0 : m_bottom + 64});
        m_bottom = std::max(m_bottom, rect.bottom());
        m_taken.insert(rect);
        return rect;
    }

    void placeOutside()
    {
        const auto outside = m_members.find(Key());
        if (outside == m_members.end())
            return;
        const Rect all = m_picture.bounds();
        double y = all.y;
        for (const Node *node : outside->second.all) {
            Rect rect = sizeOf(*node);
            if (const auto it = m_placement.find(node->key); it != m_placement.end()) {
                rect = at(rect, it->second);
            } else {
                for (rect = at(rect, {all.x - rect.width - 90, y}); m_taken.intersects(rect);)
                    rect.y += rect.height + 40;
                y = rect.bottom() + 40;
                m_taken.insert(rect);
            }
            m_picture.nodes.push_back({*node, rect});
        }
    }

    const Placement &m_placement;
    const std::set<Key> &m_collapsed;
    Picture &m_picture;
    std::map<Key, Members> m_members;
    SpatialHash m_taken;
    double m_bottom = 0;
};

} // namespace

void placeNodes(const Graph &graph, const Placement &placement, const std::set<Key> &collapsed,
                Picture &picture)
{
    Placer(graph, placement, collapsed, picture).place(graph);
}

} // namespace drawbridge::graph
