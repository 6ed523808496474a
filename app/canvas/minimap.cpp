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
#include <set>

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
        place();
        update();
    });
    connect(canvas, &CanvasWidget::viewChanged, this, [this] {
        place();
        update();
    });
    connect(canvas, &CanvasWidget::selectionChanged, this, &Minimap::place);
    connect(canvas, &CanvasWidget::currentChanged, this, &Minimap::place);
    hide();
}

void Minimap::setOn(bool on)
{
    m_isOn = on;
    place();
}

bool Minimap::isNeeded() const
{
    const Scene &scene = m_canvas->scene();
    if (scene.picture().nodes.empty()) // the hint has the room
        return false;
    View view = m_canvas->view(); // that may not know the new size yet
    view.resize(m_canvas->size(), m_canvas->devicePixelRatioF());
    const graph::Rect seen = view.visible();
    const graph::Rect all = scene.bounds();
    return all.x < seen.x || all.y < seen.y || all.right() > seen.right() ||
           all.bottom() > seen.bottom();
}

/// The lower right one first.
std::array<QRect, 4> Minimap::corners() const
{
    const QSize size(std::min(kMostWidth, m_canvas->width() / 3),
                     std::min(kMostHeight, m_canvas->height() / 3));
    const int right = m_canvas->width() - size.width() - kFromCorner;
    const int bottom = m_canvas->height() - size.height() - kFromCorner;
    return {QRect(QPoint(right, bottom), size), QRect(QPoint(kFromCorner, bottom), size),
            QRect(QPoint(right, kFromCorner), size), QRect(QPoint(kFromCorner, kFromCorner), size)};
}

bool Minimap::coversChosen(const QRect &corner) const
{
    const Scene &scene = m_canvas->scene();
    const View &view = m_canvas->view();
    const auto covers = [&](const graph::Key &key) {
        const QRectF rect = scene.node(key)    ? view.toView(scene.rectOf(key))
                            : scene.arrow(key) ? view.toView(fromQt(scene.pill(key)))
                                               : QRectF();
        return rect.intersects(corner);
    };
    const std::set<graph::Key> &keys = m_canvas->selection();
    return covers(m_canvas->current()) || std::any_of(keys.begin(), keys.end(), covers);
}

/// Stays where it is held.
void Minimap::place()
{
    if (m_isHeld)
        return;
    const std::array<QRect, 4> all = corners();
    const auto free =
        std::find_if(all.begin(), all.end(), [this](const QRect &r) { return !coversChosen(r); });
    const QRect corner = free == all.end() ? all.front() : *free;
    m_isStale = m_isStale || corner.size() != size();
    setGeometry(corner);
    setVisible(m_isOn && !m_isInTheWay && isNeeded());
}

bool Minimap::eventFilter(QObject *watched, QEvent *event)
{
    const auto setInTheWay = [this](bool is) {
        if (is == m_isInTheWay)
            return;
        m_isInTheWay = is;
        place();
    };
    if (watched == m_canvas && event->type() == QEvent::Resize)
        place();
    if (watched == m_canvas && event->type() == QEvent::MouseButtonRelease)
        setInTheWay(false);
    if (watched == m_canvas && event->type() == QEvent::MouseMove) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->buttons() != Qt::NoButton && geometry().contains(mouse->position().toPoint()))
            setInTheWay(true);
    }
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
    place();
}

/// What is below it is not what is meant.
void Minimap::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
}

} // namespace drawbridge::canvas
