#include "canvas/line_raster.h"

#include <algorithm>
#include <cmath>

#if defined(__GNUC__) && !defined(__clang__) && !defined(__OPTIMIZE__)
#pragma GCC optimize("O2") // debug builds draw too
#endif

namespace drawbridge::canvas {

LineRaster::LineRaster(QImage &image, QPoint origin)
    : m_bits(reinterpret_cast<QRgb *>(image.bits()))
    , m_stride(image.bytesPerLine() / qsizetype(sizeof(QRgb)))
    , m_width(image.width())
    , m_height(image.height())
    , m_origin(origin)
{
}

/// Mixes two channels at once: red and blue, then green. Coverage from 0 to 256.
static inline void blend(QRgb &pixel, QRgb colour, unsigned coverage)
{
    const unsigned rest = 256 - coverage;
    const unsigned redBlue =
        ((colour & 0xff00ffu) * coverage + (pixel & 0xff00ffu) * rest) >> 8 & 0xff00ffu;
    const unsigned green =
        ((colour & 0xff00u) * coverage + (pixel & 0xff00u) * rest) >> 8 & 0xff00u;
    pixel = 0xff000000u | redBlue | green;
}

bool LineRaster::isOutOfSight(QPointF a, QPointF b, double reach) const
{
    const double left = m_origin.x() - reach;
    const double top = m_origin.y() - reach;
    const double right = m_origin.x() + m_width + reach;
    const double bottom = m_origin.y() + m_height + reach;
    return std::max(a.x(), b.x()) < left || std::min(a.x(), b.x()) > right ||
           std::max(a.y(), b.y()) < top || std::min(a.y(), b.y()) > bottom;
}

/// Walks along the longer axis over whole pixels, first included and last not, so that pieces of a
/// curve meet without a pixel drawn twice. Clipping only skips pixels.
void LineRaster::segment(QPointF from, QPointF to, const Stroke &stroke)
{
    if (isOutOfSight(from, to, stroke.width + 2))
        return;
    const bool isSteep = std::abs(to.y() - from.y()) > std::abs(to.x() - from.x());
    double a0 = isSteep ? from.y() - m_origin.y() : from.x() - m_origin.x();
    double a1 = isSteep ? to.y() - m_origin.y() : to.x() - m_origin.x();
    double b0 = isSteep ? from.x() - m_origin.x() : from.y() - m_origin.y();
    double b1 = isSteep ? to.x() - m_origin.x() : to.y() - m_origin.y();
    if (a0 > a1) {
        std::swap(a0, a1);
        std::swap(b0, b1);
    }
    if (!(a1 - a0 > 1e-9))
        return;
    const double slope = (b1 - b0) / (a1 - a0);
    const double half = stroke.width / 2 * std::sqrt(1 + slope * slope);
    const int aCount = isSteep ? m_height : m_width;
    const int bCount = isSteep ? m_width : m_height;
    double begin = std::max(std::ceil(a0 - 0.5), 0.0);
    double end = std::min(std::ceil(a1 - 0.5), double(aCount));
    if (std::abs(slope) > 1e-6) { // where it enters and leaves the image sideways
        const double enters = a0 + (-half - 2 - b0) / slope;
        const double leaves = a0 + (bCount + half + 2 - b0) / slope;
        begin = std::max(begin, std::floor(std::min(enters, leaves)));
        end = std::min(end, std::ceil(std::max(enters, leaves)));
    }
    if (begin >= end)
        return;
    const Walk walk{int(begin), int(end), bCount, isSteep ? m_stride : qsizetype(1),
                    isSteep ? qsizetype(1) : m_stride};
    constexpr double kOne = 4294967296.0; // 32 bits of fraction
    fill(walk, qint64((b0 + (begin + 0.5 - a0) * slope) * kOne), qint64(slope * kOne),
         stroke.isAntialiased ? qint64(half * kOne) : 0, stroke.colour);
}

void LineRaster::fill(const Walk &walk, qint64 middle, qint64 step, qint64 half, QRgb colour)
{
    const auto coverage = [](qint64 part) { return unsigned(part >> 24); };
    constexpr qint64 kOne = qint64(1) << 32;
    for (int a = walk.begin; a < walk.end; ++a, middle += step) {
        QRgb *line = m_bits + a * walk.alongStride;
        if (half == 0) {
            const auto b = int(middle >> 32);
            if (b >= 0 && b < walk.acrossCount)
                line[b * walk.acrossStride] = colour;
            continue;
        }
        const qint64 low = middle - half;
        const qint64 high = middle + half;
        const auto first = int(low >> 32);
        const auto last = int(high >> 32);
        for (int b = std::max(first, 0); b <= std::min(last, walk.acrossCount - 1); ++b) {
            const qint64 top = b == first ? low & (kOne - 1) : 0;
            const qint64 bottom = b == last ? high & (kOne - 1) : kOne;
            blend(line[b * walk.acrossStride], colour, coverage(bottom - top));
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
        const QPointF now = i == pieces ? to
                                        : s * s * s * from + 3 * s * s * t * c1 +
                                              3 * s * t * t * c2 + t * t * t * to;
        if (stroke.dash > 0)
            dashed(before, now, stroke, walked);
        else
            segment(before, now, stroke);
        before = now;
    }
}

} // namespace drawbridge::canvas
