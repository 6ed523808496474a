#include "canvas/small_names.h"

#include "canvas/elements.h"
#include "canvas/shapes.h"
#include "messages/graph_words.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace drawbridge::canvas {

using graph::NodeShape;
using graph::Rect;

static constexpr std::size_t kMostNamed = 80; ///< nodes; more names would be a thicket
static constexpr double kLeastNamed = 0.09;   ///< a card is 17 pixels wide

Lod lodOf(const Scene &scene, double scale, std::optional<Lod> before)
{
    const Lod lod = lodAt(scale, before);
    const bool isNamed = scale >= kLeastNamed && scene.picture().nodes.size() <= kMostNamed;
    return isNamed ? std::max(lod, Lod::Names) : lod;
}

/// How far a name may stick out of its box on both sides, in scene units.
static double roomBeside(const Scene &scene, const NodeShape &shape)
{
    constexpr double kMost = 60;
    constexpr double kApart = 6;
    const Rect &rect = shape.rect;
    double room = kMost;
    for (const std::uint32_t i :
         scene.nodesNear({rect.x - 2 * kMost, rect.y, rect.width + 4 * kMost, rect.height})) {
        const Rect &other = scene.picture().nodes[i].rect;
        if (other == rect || other.y >= rect.bottom() || rect.y >= other.bottom())
            continue;
        const double gap = std::max(other.x - rect.right(), rect.x - other.right());
        room = std::min(room, std::max(gap, 0.0) / 2 - kApart);
    }
    return std::max(room, 0.0);
}

/// The longest beginning that ends where names are parted, and fits.
static qsizetype breakOf(const QString &name, const QFontMetricsF &metrics, double width)
{
    qsizetype best = 0;
    for (qsizetype i = 1; i < name.size(); ++i) {
        const bool parts = QStringLiteral("-._/ ").contains(name[i - 1]);
        if (parts && metrics.horizontalAdvance(name.left(i)) <= width)
            best = i;
    }
    return best;
}

static QStringList linesOf(QString name, const QFontMetricsF &metrics, double width, int most)
{
    QStringList lines;
    while (most > 1 && metrics.horizontalAdvance(name) > width) {
        const qsizetype cut = breakOf(name, metrics, width);
        if (cut == 0)
            break;
        lines += name.left(cut).trimmed();
        name.remove(0, cut);
        --most;
    }
    return lines << metrics.elidedText(name, Qt::ElideMiddle, width);
}

SmallName smallName(const RenderJob &job, const NodeShape &shape, const QFontMetricsF &metrics)
{
    const double s = job.deviceScale();
    const QRectF box(shape.rect.x * s - job.area.x(), shape.rect.y * s - job.area.y(),
                     shape.rect.width * s, shape.rect.height * s);
    const bool isBelow = !isCard(shape.node);
    const QString name = nodeTitle(shape.node);
    const double inside = box.width() + (isBelow ? 24 : -8) * job.dpr;
    SmallName result{box, {}};
    const int most =
        isBelow ? 1 : std::max(1, int((box.height() - job.dpr) / metrics.lineSpacing()));
    result.lines = linesOf(name, metrics, inside, most);
    if (!result.lines.join(QString()).contains(QChar(0x2026)))
        return result;
    const double beside = roomBeside(*job.scene, shape) * s;
    result.lines = linesOf(name, metrics, std::max(inside, box.width() + 2 * beside), most);
    return result;
}

void drawSmallName(QPainter &painter, const RenderJob &job, const NodeShape &shape,
                   const QFont &font, const QFontMetricsF &metrics)
{
    const SmallName name = smallName(job, shape, metrics);
    const bool isBelow = !isCard(shape.node);
    double width = 0;
    for (const QString &line : name.lines)
        width = std::max(width, metrics.horizontalAdvance(line));
    const double height = metrics.lineSpacing() * double(name.lines.size());
    const bool sticksOut = width > name.room.width() - 6 * job.dpr || height > name.room.height();
    const double left =
        isBelow || sticksOut ? name.room.center().x() - width / 2 : name.room.x() + 6 * job.dpr;
    double y =
        isBelow ? name.room.bottom() - 20 * job.deviceScale() : name.room.center().y() - height / 2;
    if (sticksOut && !isBelow) { // arrows end below the words, not in them
        painter.setPen(Qt::NoPen);
        painter.setBrush(job.palette.of(Ink::Card));
        painter.drawRoundedRect(QRectF(left - 2 * job.dpr, y, width + 4 * job.dpr, height),
                                2 * job.dpr, 2 * job.dpr);
    }
    painter.setFont(font);
    painter.setPen(job.scene->isFaded(shape.node.key) ? job.palette.subtle : job.palette.title);
    for (const QString &line : name.lines) {
        painter.drawText(QPointF(std::round(left), std::round(y + metrics.ascent())), line);
        y += metrics.lineSpacing();
    }
}

} // namespace drawbridge::canvas
