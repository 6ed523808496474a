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

static QFont smallFont(double scale, double dpr)
{
    const double pixels = 14 * std::max(scale, 0.64);
    return fontOf(TextRole::CardTitle, int(std::lround(pixels * dpr)));
}

SmallNames::SmallNames(const Scene &scene, double scale, double dpr, QPoint origin)
    : m_scene(scene)
    , m_scale(scale * dpr)
    , m_dpr(dpr)
    , m_origin(origin)
    , m_font(smallFont(scale, dpr))
    , m_metrics(m_font)
{
}

SmallName SmallNames::nameOf(const NodeShape &shape) const
{
    const QRectF box(shape.rect.x * m_scale - m_origin.x(), shape.rect.y * m_scale - m_origin.y(),
                     shape.rect.width * m_scale, shape.rect.height * m_scale);
    const bool isBelow = !isCard(shape.node);
    const QString name = nodeTitle(shape.node);
    const double inside = box.width() + (isBelow ? 24 : -8) * m_dpr;
    SmallName result{box, {}, {}, false};
    const int most =
        isBelow ? 1 : std::max(1, int((box.height() - m_dpr) / m_metrics.lineSpacing()));
    result.lines = linesOf(name, m_metrics, inside, most);
    if (result.lines.join(QString()).contains(QChar(0x2026))) {
        const double beside = roomBeside(m_scene, shape) * m_scale;
        result.lines = linesOf(name, m_metrics, std::max(inside, box.width() + 2 * beside), most);
    }
    double width = 0;
    for (const QString &line : result.lines)
        width = std::max(width, m_metrics.horizontalAdvance(line));
    const double height = m_metrics.lineSpacing() * double(result.lines.size());
    result.sticksOut = width > box.width() - 6 * m_dpr || height > box.height();
    const double left =
        isBelow || result.sticksOut ? box.center().x() - width / 2 : box.x() + 6 * m_dpr;
    const double top = isBelow ? box.bottom() - 20 * m_scale : box.center().y() - height / 2;
    result.words = QRectF(left, top, width, height);
    return result;
}

void SmallNames::draw(QPainter &painter, const CanvasPalette &palette, const NodeShape &shape) const
{
    const SmallName name = nameOf(shape);
    if (name.sticksOut && isCard(shape.node)) { // arrows end below the words, not in them
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.of(Ink::Card));
        painter.drawRoundedRect(name.words.adjusted(-2 * m_dpr, 0, 2 * m_dpr, 0), 2 * m_dpr,
                                2 * m_dpr);
    }
    painter.setFont(m_font);
    painter.setPen(m_scene.isFaded(shape.node.key) ? palette.subtle : palette.title);
    double y = name.words.y();
    for (const QString &line : name.lines) {
        painter.drawText(QPointF(std::round(name.words.x()), std::round(y + m_metrics.ascent())),
                         line);
        y += m_metrics.lineSpacing();
    }
}

} // namespace drawbridge::canvas
