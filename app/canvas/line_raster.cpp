#include "canvas/line_raster.h"

#include <algorithm>
#include <cmath>

#if defined(__GNUC__) && !defined(__clang__) && !defined(__OPTIMIZE__)
#pragma GCC optimize("O2") // debug builds draw too
#endif

namespace drawbridge::canvas {

LineRaster::LineRaster(QImage &image, QPoint origin)
    : m_bits(image.bits())
    , m_stride(image.bytesPerLine())
    , m_width(image.width())
    , m_height(image.height())
    , m_origin(origin)
{
}

inline void LineRaster::blend(int x, int y, QRgb colour, unsigned coverage)
{
    if (x < 0 || y < 0 || x >= m_width || y >= m_height)
        return;
    QRgb &pixel = reinterpret_cast<QRgb *>(m_bits + y * m_stride)[x];
    if (coverage >= 255) {
        pixel = colour;
        return;
    }
    // Two channels at once: red and blue, then alpha and green.
    const unsigned rest = 256 - coverage;
    const unsigned redBlue
        = ((colour & 0xff00ffu) * coverage + (pixel & 0xff00ffu) * rest) >> 8 & 0xff00ffu;
    const unsigned green = ((colour & 0xff00u) * coverage + (pixel & 0xff00u) * rest) >> 8 & 0xff00u;
    pixel = 0xff000000u | redBlue | green;
}

bool LineRaster::isOutOfSight(QPointF a, QPointF b, double reach) const
{
    const double left = m_origin.x() - reach;
    const double top = m_origin.y() - reach;
    const double right = m_origin.x() + m_width + reach;
    const double bottom = m_origin.y() + m_height + reach;
    return std::max(a.x(), b.x()) < left || std::min(a.x(), b.x()) > right
        || std::max(a.y(), b.y()) < top || std::min(a.y(), b.y()) > bottom;
}

/// Walks along the longer axis over whole pixels, first included and last not, so that pieces of a
/// curve meet without a pixel drawn twice. Clipping only skips pixels.
void LineRaster::segment(QPointF from, QPointF to, const Stroke &stroke)
{
    if (isOutOfSight(from, to, stroke.width + 2))
        return;
    const bool isSteep = std::abs(to.y() - from.y()) > std::abs(to.x() - from.x());
    double a0 = isSteep ? from.y() : from.x();
    double a1 = isSteep ? to.y() : to.x();
    double b0 = isSteep ? from.x() : from.y();
    double b1 = isSteep ? to.x() : to.y();
    if (a0 > a1) {
        std::swap(a0, a1);
        std::swap(b0, b1);
    }
    if (!(a1 - a0 > 1e-9))
        return;
    const double slope = (b1 - b0) / (a1 - a0);
    const double half = stroke.width / 2 * std::sqrt(1 + slope * slope);
    const int aOrigin = isSteep ? m_origin.y() : m_origin.x();
    const int bOrigin = isSteep ? m_origin.x() : m_origin.y();
    const int aCount = isSteep ? m_height : m_width;
    const int first = int(std::max(std::ceil(a0 - 0.5), double(aOrigin)));
    const int last = int(std::min(std::ceil(a1 - 0.5), double(aOrigin + aCount)));
    for (int a = first; a < last; ++a) {
        const double middle = b0 + (a + 0.5 - a0) * slope - bOrigin;
        if (!stroke.isAntialiased) {
            const int b = int(std::floor(middle));
            isSteep ? blend(b, a - aOrigin, stroke.colour, 255)
                    : blend(a - aOrigin, b, stroke.colour, 255);
            continue;
        }
        const double low = middle - half;
        const double high = middle + half;
        if (high < 0 || low > (isSteep ? m_width : m_height))
            continue;
        const int end = int(std::floor(high));
        for (int b = int(std::floor(low)); b <= end; ++b) {
            const double covered = std::min(high, b + 1.0) - std::max(low, double(b));
            const auto coverage = unsigned(covered * 255 + 0.5);
            isSteep ? blend(b, a - aOrigin, stroke.colour, coverage)
                    : blend(a - aOrigin, b, stroke.colour, coverage);
        }
    }
}

void LineRaster::dashed(QPointF from, QPointF to, const Stroke &stroke, double &walked)
{
    const QPointF d = to - from;
    const double length = std::hypot(d.x(), d.y());
    const double period = stroke.dash + stroke.gap;
    if (length < 1e-9 || length > 1e6)
        return;
    if (isOutOfSight(from, to, stroke.width + 2)) {
        walked += length;
        return;
    }
    double at = 0;
    while (at < length) {
        const double phase = std::fmod(walked + at, period);
        const bool isDrawn = phase < stroke.dash;
        const double step = std::max((isDrawn ? stroke.dash : period) - phase, 0.01);
        const double end = std::min(at + step, length);
        if (isDrawn)
            segment(from + d * (at / length), from + d * (end / length), stroke);
        at = end;
    }
    walked += length;
}

static bool isSane(QPointF p)
{
    return std::abs(p.x()) < 1e8 && std::abs(p.y()) < 1e8; // false for NaN too
}

void LineRaster::line(QPointF from, QPointF to, const Stroke &stroke)
{
    if (!isSane(from) || !isSane(to))
        return;
    double walked = 0;
    if (stroke.dash > 0)
        dashed(from, to, stroke, walked);
    else
        segment(from, to, stroke);
}

void LineRaster::curve(QPointF from, QPointF c1, QPointF c2, QPointF to, const Stroke &stroke)
{
    if (!isSane(from) || !isSane(c1) || !isSane(c2) || !isSane(to))
        return;
    const QPointF low(std::min({from.x(), c1.x(), c2.x(), to.x()}),
                      std::min({from.y(), c1.y(), c2.y(), to.y()}));
    const QPointF high(std::max({from.x(), c1.x(), c2.x(), to.x()}),
                       std::max({from.y(), c1.y(), c2.y(), to.y()}));
    if (isOutOfSight(low, high, stroke.width + 2))
        return;
    const auto length = [](QPointF d) { return std::hypot(d.x(), d.y()); };
    const double bend = length(from - 2 * c1 + c2) + length(c1 - 2 * c2 + to);
    const int pieces = std::clamp(int(std::sqrt(bend) * 0.9) + 1, 1, 96);
    const double step = 1.0 / pieces;
    QPointF before = from;
    double walked = 0;
    for (int i = 1; i <= pieces; ++i) {
        const double t = i * step;
        const double s = 1 - t;
        const QPointF now = i == pieces
            ? to
            : s * s * s * from + 3 * s * s * t * c1 + 3 * s * t * t * c2 + t * t * t * to;
        if (stroke.dash > 0)
            dashed(before, now, stroke, walked);
        else
            segment(before, now, stroke);
        before = now;
    }
}

} // namespace drawbridge::canvas
