#include "graph/routing.h"

#include <algorithm>
#include <cmath>

namespace drawbridge::graph {

namespace {

/// The unit vector along the curve.
Point along(const ArrowShape &shape, double t)
{
    const Point a = shape.at(std::max(t - 0.02, 0.0));
    const Point b = shape.at(std::min(t + 0.02, 1.0));
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    return length > 1e-9 ? Point{(b.x - a.x) / length, (b.y - a.y) / length} : Point{1, 0};
}

} // namespace

Rect headRect(const ArrowShape &shape)
{
    constexpr double kReach = 8;
    const Point way = along(shape, 1);
    const Point middle{shape.to.x - way.x * kReach, shape.to.y - way.y * kReach};
    return {middle.x - kReach, middle.y - kReach, 2 * kReach, 2 * kReach};
}

Rect titlePlate(const FrameShape &shape)
{
    constexpr double kHeight = 26;
    constexpr double kWords = 190; ///< about what is said of the wall, with padlock and chevron
    const double width = std::min(textWidth(shape.frame.title, 12, true) + kWords,
                                  std::max(shape.rect.width - 32, 60.0));
    return {shape.rect.x + 16, shape.rect.y - kHeight / 2, width, kHeight};
}

std::vector<Point> placesOnLine(const ArrowShape &shape)
{
    std::vector<Point> places;
    for (const double t :
         {0.5, 0.46, 0.54, 0.42, 0.58, 0.38, 0.62, 0.34, 0.66, 0.3, 0.7, 0.26, 0.74, 0.2, 0.8})
        places.push_back(shape.at(t));
    return places;
}

std::vector<Point> placesAcrossLine(const ArrowShape &shape, double width)
{
    constexpr double kEnd = 14; // of the words that stay before the line and behind it
    std::vector<Point> places;
    const double most = width / 2 - kEnd;
    if (most <= 0)
        return places;
    for (const double part : {0.5, 1.0})
        for (const Point place : placesOnLine(shape))
            for (const double side : {1.0, -1.0})
                places.push_back({place.x + side * part * most, place.y});
    return places;
}

std::vector<Point> placesBeside(const ArrowShape &shape, double width, double height)
{
    std::vector<Point> places;
    for (const double more : {6.0, 28.0, 52.0, 76.0, 96.0, 116.0})
        for (const double t : {0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95}) {
            const Point middle = shape.at(t);
            const Point way = along(shape, t);
            const double away = std::abs(way.y) * width / 2 + std::abs(way.x) * height / 2 + more;
            for (const double side : {1.0, -1.0})
                places.push_back({middle.x + side * way.y * away, middle.y - side * way.x * away});
        }
    return places;
}

std::vector<Point> pillPlaces(const ArrowShape &shape, double width, double height)
{
    std::vector<Point> places = placesOnLine(shape);
    const std::vector<Point> beside = placesBeside(shape, width, height);
    places.insert(places.end(), beside.begin(), beside.end());
    return places;
}

} // namespace drawbridge::graph
