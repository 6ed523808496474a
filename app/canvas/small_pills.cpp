#include "canvas/small_pills.h"

#include "canvas/elements.h"
#include "canvas/shapes.h"
#include "graph/routing.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <vector>

namespace drawbridge::canvas {

using graph::ArrowShape;

static constexpr std::size_t kMostArrows = 200; ///< more ports would be a thicket
static constexpr double kSmallestScale = 0.3;

static QSizeF sizeAt(const ArrowShape &arrow, double scale)
{
    return pillRect(arrow).size() * (kLeastPillScale / scale);
}

static bool isOverAny(const QRectF &rect, const SmallPills &pills)
{
    return std::any_of(pills.begin(), pills.end(),
                       [&](const auto &pill) { return pill.second.intersects(rect); });
}

/// Clear of cards, of the names of namespaces and of arrow heads.
static bool isFree(const Scene &scene, const QRectF &rect, double scale)
{
    const double air = 2 / scale;
    const graph::Rect room = fromQt(rect.adjusted(-air, -air, air, air));
    for (const std::uint32_t i : scene.nodesNear(room))
        if (scene.picture().nodes[i].rect.intersects(room))
            return false;
    for (const graph::FrameShape &frame : scene.picture().frames) {
        const double height = 10 / scale; // of a name, above and below the wall
        const graph::Rect title{frame.rect.x, frame.rect.y - height, frame.rect.width, 2 * height};
        if (title.intersects(room))
            return false;
    }
    for (const std::uint32_t i : scene.arrowsNear(room))
        if (graph::headRect(scene.picture().arrows[i]).intersects(room))
            return false;
    return true;
}

namespace {

/// Where the lines of all arrows run, to tell whether words would stand at another's.
class Lines
{
public:
    Lines(const std::vector<ArrowShape> &arrows, double step)
    {
        for (std::uint32_t i = 0; i < arrows.size(); ++i) {
            const graph::Rect bounds = arrows[i].bounds();
            const int parts = std::clamp(int((bounds.width + bounds.height) / step), 8, 400);
            for (int part = 0; part <= parts; ++part) {
                const graph::Point point = arrows[i].at(double(part) / parts);
                m_cells[cellOf(cell(point.x), cell(point.y))].push_back({point, i});
            }
        }
    }

    /// By an arrow that is not its own.
    bool cross(const QRectF &rect, std::uint32_t own) const
    {
        for (std::int32_t x = cell(rect.left()); x <= cell(rect.right()); ++x)
            for (std::int32_t y = cell(rect.top()); y <= cell(rect.bottom()); ++y)
                if (const auto it = m_cells.find(cellOf(x, y)); it != m_cells.end())
                    for (const Spot &spot : it->second)
                        if (spot.arrow != own && rect.contains(toQt(spot.point)))
                            return true;
        return false;
    }

private:
    struct Spot
    {
        graph::Point point;
        std::uint32_t arrow = 0;
    };
    static std::int32_t cell(double v) { return std::int32_t(std::floor(v / 64)); }
    static std::uint64_t cellOf(std::int32_t x, std::int32_t y)
    {
        return std::uint64_t(std::uint32_t(x)) << 32 | std::uint32_t(y);
    }

    std::unordered_map<std::uint64_t, std::vector<Spot>> m_cells;
};

/// Places for the words of one arrow where nobody takes them for another's: on its line and on no
/// other, else close beside it and farther from all others, else on it where no other is near the
/// middle.
class OwnPlaces
{
public:
    OwnPlaces(const Lines &lines, std::uint32_t own, QSizeF size)
        : m_lines(lines), m_own(own), m_size(size)
    {
    }

    std::vector<QRectF> of(const ArrowShape &arrow) const
    {
        std::vector<QRectF> result;
        std::vector<QRectF> shared;
        for (const graph::Point place : graph::placesOnLine(arrow)) {
            const QRectF rect = rectAt(place);
            if (!m_lines.cross(rect, m_own))
                result.push_back(rect);
            else if (const double by = m_size.height() / 4; !m_lines.cross(
                         rect.adjusted(m_size.width() / 4, -by, -m_size.width() / 4, by), m_own))
                shared.push_back(rect);
        }
        const double away = m_size.height(); // from the line, at most
        for (const graph::Point place :
             graph::placesBeside(arrow, m_size.width(), m_size.height())) {
            const QRectF rect = rectAt(place);
            const QRectF wide = rect.adjusted(-away, -away, away, away);
            if (isAt(arrow, wide) && !m_lines.cross(wide, m_own))
                result.push_back(rect);
        }
        result.insert(result.end(), shared.begin(), shared.end());
        return result;
    }

private:
    QRectF rectAt(graph::Point place) const
    {
        QRectF rect(QPointF(), m_size);
        rect.moveCenter(toQt(place));
        return rect;
    }
    static bool isAt(const ArrowShape &arrow, const QRectF &rect)
    {
        constexpr int kParts = 40;
        for (int i = 0; i <= kParts; ++i)
            if (rect.contains(toQt(arrow.at(double(i) / kParts))))
                return true;
        return false;
    }

    const Lines &m_lines;
    std::uint32_t m_own;
    QSizeF m_size;
};

} // namespace

SmallPills smallPills(const Scene &scene, double scale)
{
    SmallPills pills;
    const auto &arrows = scene.picture().arrows;
    if (arrows.size() > kMostArrows || scale < kSmallestScale)
        return pills;
    const Lines lines(arrows, 5 / scale);
    for (std::uint32_t i = 0; i < arrows.size(); ++i) {
        const QSizeF size = sizeAt(arrows[i], scale);
        if (size.isEmpty())
            continue;
        for (const QRectF &rect : OwnPlaces(lines, i, size).of(arrows[i])) {
            if (isOverAny(rect, pills) || !isFree(scene, rect, scale))
                continue;
            pills.insert({i, rect});
            break;
        }
    }
    return pills;
}

SmallPills pillsOf(const Scene &scene, const Scene::Indices &arrows, double scale,
                   const QRectF &besides)
{
    SmallPills pills;
    for (const std::uint32_t i : arrows) {
        const ArrowShape &arrow = scene.picture().arrows[i];
        const QSizeF size = sizeAt(arrow, std::min(scale, kLeastPillScale));
        for (const double at : {0.5, 0.35, 0.65, 0.25, 0.75}) {
            QRectF rect(QPointF(), size);
            rect.moveCenter(toQt(arrow.at(at)));
            if (size.isEmpty() || rect.intersects(besides) || isOverAny(rect, pills))
                continue;
            pills.insert({i, rect});
            break;
        }
    }
    return pills;
}

} // namespace drawbridge::canvas
