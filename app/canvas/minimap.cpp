#include "canvas/minimap.h"

#include "canvas/canvas_widget.h"
#include "canvas/elements.h"
#include "canvas/shapes.h"
#include "messages/tr.h"

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <map>

namespace drawbridge::canvas {

static constexpr int kMostWidth = 208;
static constexpr int kMostHeight = 140;
static constexpr int kFromCorner = 12;
static constexpr int kInside = 8; ///< between the border and the picture

Minimap::Minimap(CanvasWidget *canvas) : QWidget(canvas), m_canvas(canvas)
{
    setAccessibleName(Tr::tr("Minimap"));
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::ArrowCursor);
    canvas->installEventFilter(this);
    connect(canvas, &CanvasWidget::pictureChanged, this, [this] {
        m_isStale = true;
        update();
    });
    connect(canvas, &CanvasWidget::viewChanged, this, qOverload<>(&QWidget::update));
    place();
}

/// In the lower right corner, smaller on a small canvas.
void Minimap::place()
{
    const QSize size(std::min(kMostWidth, m_canvas->width() / 3),
                     std::min(kMostHeight, m_canvas->height() / 3));
    setGeometry(m_canvas->width() - size.width() - kFromCorner,
                m_canvas->height() - size.height() - kFromCorner, size.width(), size.height());
    m_isStale = true;
}

bool Minimap::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_canvas && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

void Minimap::measure()
{
    const graph::Rect bounds = m_canvas->scene().bounds();
    const QRectF room = QRectF(rect()).adjusted(kInside, kInside, -kInside, -kInside);
    m_scale = std::min(room.width() / std::max(bounds.width, 1.0),
                       room.height() / std::max(bounds.height, 1.0));
    const graph::Point center = bounds.center();
    m_origin = room.center() - QPointF(center.x, center.y) * m_scale;
}

QPointF Minimap::toMap(graph::Point point) const
{
    return m_origin + toQt(point) * m_scale;
}

graph::Point Minimap::toScene(QPointF position) const
{
    return fromQt((position - m_origin) / m_scale);
}

QRectF Minimap::sight() const
{
    const graph::Rect seen = m_canvas->view().visible();
    return QRectF(toMap({seen.x, seen.y}), toMap({seen.right(), seen.bottom()}));
}

/// Boxes in the colours that they have far away.
void Minimap::draw()
{
    const CanvasPalette &palette = m_canvas->canvasPalette();
    const Scene &scene = m_canvas->scene();
    const double dpr = devicePixelRatioF();
    m_image = QImage(size() * dpr, QImage::Format_ARGB32_Premultiplied);
    m_image.setDevicePixelRatio(dpr);
    m_image.fill(Qt::transparent);
    QPainter painter(&m_image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.cardBorder, 1));
    painter.setBrush(palette.background);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    const auto mapped = [this](const graph::Rect &r) {
        return QRectF(toMap({r.x, r.y}), toMap({r.right(), r.bottom()}));
    };
    for (const graph::FrameShape &shape : scene.picture().frames) {
        const bool isFaded = scene.isFaded(shape.frame.key);
        painter.setPen(QPen(palette.of(isFaded ? Ink::CardBorder : wallInk(shape)), 1));
        painter.setBrush(isFaded ? palette.background : palette.frameFill);
        painter.drawRect(mapped(shape.rect));
    }
    std::map<Ink, std::vector<QRectF>> boxes;
    for (const graph::NodeShape &shape : scene.picture().nodes) {
        const Ink ink = scene.isFaded(shape.node.key) ? Ink::CardBorder
                        : isCard(shape.node)          ? barInk(shape.node)
                                                      : Ink::Outside;
        boxes[ink].push_back(mapped(shape.rect));
    }
    for (const auto &[ink, rects] : boxes) {
        const QColor color = mixed(palette.background, palette.of(ink), 0.75);
        const bool isOpen = ink == Ink::NotAllowed; // an outline: known without its colour
        painter.setPen(isOpen ? QPen(color, 1.4) : QPen(Qt::NoPen));
        painter.setBrush(isOpen ? QBrush(Qt::NoBrush) : QBrush(color));
        painter.drawRects(rects.data(), int(rects.size()));
    }
    m_drawnIn = palette;
    m_isStale = false;
    ++m_drawings;
}

void Minimap::paintEvent(QPaintEvent *)
{
    if (m_canvas->scene().picture().nodes.empty() || size().isEmpty())
        return; // the hint has the room
    const CanvasPalette &palette = m_canvas->canvasPalette();
    const graph::Rect bounds = m_canvas->scene().bounds();
    if (m_isStale || m_image.size() != size() * devicePixelRatioF() || !(m_drawnIn == palette)) {
        measure();
        draw();
    }
    QPainter painter(this);
    painter.drawImage(QPointF(), m_image);
    const QRectF all(toMap({bounds.x, bounds.y}), toMap({bounds.right(), bounds.bottom()}));
    if (sight().contains(all))
        return; // nothing lies elsewhere
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette.selection, 1.4));
    painter.setBrush(palette.selectionFill);
    const QRectF room = QRectF(rect()).adjusted(2, 2, -2, -2);
    painter.drawRect(sight().intersected(room));
}

void Minimap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isHeld = true;
    const QRectF seen = sight();
    m_grip = seen.contains(event->position()) ? seen.center() - event->position() : QPointF();
    m_canvas->centerOn(toScene(event->position() + m_grip));
}

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    if (m_isHeld)
        m_canvas->centerOn(toScene(event->position() + m_grip));
}

void Minimap::mouseReleaseEvent(QMouseEvent *)
{
    m_isHeld = false;
}

/// What is below it is not what is meant.
void Minimap::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
}

} // namespace drawbridge::canvas
