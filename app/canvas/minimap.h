#pragma once

#include "canvas/palette.h"
#include "graph/picture.h"

#include <QImage>
#include <QWidget>
#include <array>

namespace drawbridge::canvas {

class CanvasWidget;

/// The whole picture in a corner of the canvas, with what is in sight; a click or drag goes there.
/// Shows itself only while something lies out of sight, in a corner where it covers nothing that is
/// selected, and gets out of the way of drags. Drawn once a picture, then copied. For the mouse
/// alone: the keyboard has other ways.
class Minimap : public QWidget
{
    Q_OBJECT

public:
    explicit Minimap(CanvasWidget *canvas);

    void setOn(bool on);
    bool isOn() const { return m_isOn; }

    std::size_t drawings() const { return m_drawings; } ///< test probe
    /// Where a place of the scene is in the map.
    QPointF toMap(graph::Point point) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override { mousePressEvent(event); }
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void place();
    bool isNeeded() const;
    std::array<QRect, 4> corners() const;
    bool coversChosen(const QRect &corner) const;
    void measure();
    void draw();
    QRectF sight() const;
    graph::Point toScene(QPointF position) const;

    CanvasWidget *m_canvas;
    QImage m_image;
    CanvasPalette m_drawnIn; ///< the colours of the image
    bool m_isStale = true;
    std::size_t m_drawings = 0;
    double m_scale = 1; ///< pixels of the map a scene unit
    QPointF m_origin;   ///< of the scene, in the map
    QPointF m_grip;     ///< from the pointer to the middle of what is in sight
    bool m_isHeld = false;
    bool m_isOn = false;
    bool m_isInTheWay = false; ///< of what is dragged
};

} // namespace drawbridge::canvas
