#include "graph/room.h"

#include <algorithm>
#include <cmath>

namespace drawbridge::graph {

namespace {

/// More would take long, and what is far away is no place for what belongs here.
constexpr std::size_t kMostSteps = 40;

/// One axis of a box.
struct Span
{
    double begin = 0;
    double size = 0;
};

/// Ways along one axis, the shortest first; the longest both ways too, because beyond everything
/// there is always room.
std::vector<double> steps(Span box, const std::vector<Span> &around, double gap)
{
    std::vector<double> result{0};
    for (const Span &other : around) {
        result.push_back(other.begin - box.begin);
        result.push_back(other.begin + other.size + gap - box.begin);
        result.push_back(other.begin - gap - box.size - box.begin);
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    const double least = result.front();
    const double most = result.back();
    std::stable_sort(result.begin(), result.end(),
                     [](double a, double b) { return std::abs(a) < std::abs(b); });
    if (result.size() > kMostSteps) {
        result.resize(kMostSteps);
        result.insert(result.end(), {least, most});
    }
    return result;
}

} // namespace

std::optional<Point> shortestShift(const Rect &box, const std::vector<Rect> &around, Gap gap,
                                   const std::function<bool(Point)> &fits)
{
    if (fits({0, 0})) // nearly always
        return Point{0, 0};
    std::vector<Span> across;
    std::vector<Span> down;
    for (const Rect &rect : around) {
        across.push_back({rect.x, rect.width});
        down.push_back({rect.y, rect.height});
    }
    std::vector<Point> ways;
    const std::vector<double> rows = steps({box.y, box.height}, down, gap.y);
    for (const double x : steps({box.x, box.width}, across, gap.x))
        for (const double y : rows)
            ways.push_back({x, y});
    const auto length = [](Point way) { return way.x * way.x + way.y * way.y; };
    std::stable_sort(ways.begin(), ways.end(),
                     [&](Point a, Point b) { return length(a) < length(b); });
    const auto found = std::find_if(ways.begin(), ways.end(), fits);
    return found == ways.end() ? std::nullopt : std::optional(*found);
}

} // namespace drawbridge::graph
