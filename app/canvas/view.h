#pragma once

#include "graph/picture.h"

#include <QPointF>
#include <QRect>
#include <QSize>

namespace drawbridge::canvas {

inline constexpr double kLeastScale = 0.02;
inline constexpr double kMostScale = 3; ///< glyphs above it leave Qt's cache

/// Which part of the scene is shown, and how large. The origin lies on a whole device pixel, so
/// that cached layers move without blur.
class View
{
public:
    double scale() const { return m_scale; } ///< device-independent pixels a scene unit
    double dpr() const { return m_dpr; }
    QSize size() const { return m_size; }
    double deviceScale() const { return m_scale * m_dpr; }

    graph::Point toScene(QPointF position) const;
    QPointF toView(graph::Point point) const;
    QRectF toView(const graph::Rect &rect) const;
    graph::Rect visible() const;
    /// The viewport in device pixels counted from the scene's origin.
    QRect deviceArea() const;

    void resize(QSize size, double dpr);
    /// `point` keeps its place at `anchor`.
    void setScale(double scale, QPointF anchor);
    /// Shows `point` at `position`.
    void place(graph::Point point, QPointF position);
    void scrollBy(QPointF pixels);
    /// Whole picture with a margin; at most 100 %.
    void fit(const graph::Rect &bounds);
    /// Keeps at least a part of the picture in sight.
    void keepInSight(const graph::Rect &bounds);

    bool operator==(const View &) const = default;

private:
    double m_scale = 1;
    double m_dpr = 1;
    QSize m_size{1, 1};
    double m_left = 0; ///< device pixels, whole
    double m_top = 0;
};

} // namespace drawbridge::canvas
