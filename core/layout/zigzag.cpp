#include "layout/zigzag.h"

#include <algorithm>

namespace drawbridge::layout {

namespace {

constexpr double kStep = 100;
constexpr double kSmallStep = 72; ///< where there are three places
constexpr std::size_t kLongest = 8;

} // namespace

bool isShortChain(const Layers &layers)
{
    return layers.boxCount >= 3 && layers.boxCount <= kLongest &&
           layers.columns.size() == layers.boxCount;
}

Arranged inZigzag(const Layers &layers)
{
    const std::size_t count = layers.boxCount;
    const std::size_t places = count <= 4 ? 2 : 3;
    double width = 0;
    double height = 0;
    for (std::size_t i = 0; i < count; ++i) {
        width = std::max(width, layers.nodes[i].width);
        height = std::max(height, layers.nodes[i].height);
    }
    double gap = kColumnGap;
    for (const Request::Link &link : layers.links)
        gap = std::max(gap, columnGapFor(link.label));
    const double across = width + gap;
    // Boxes of one place follow after two steps at the soonest.
    const double step = std::max(places == 2 ? kStep : kSmallStep, (height + kRowGap) / 2);
    Arranged result{std::vector<Position>(count), {}};
    for (std::size_t i = 0; i < layers.columns.size(); ++i) {
        const std::size_t phase = i % (2 * places - 2);
        const std::size_t place = phase < places ? phase : 2 * places - 2 - phase;
        for (const std::uint32_t node : layers.columns[i])
            if (!layers.isBend(node))
                result.boxes[node] = {double(place) * across, double(i) * step};
    }
    result.size = {double(places - 1) * across + width, double(count - 1) * step + height};
    return result;
}

} // namespace drawbridge::layout
