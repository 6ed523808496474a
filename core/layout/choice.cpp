#include "layout/choice.h"

#include "layout/box_size.h"

#include <algorithm>
#include <cmath>

namespace drawbridge::layout {

namespace {

constexpr double kMargin = 0.85;
constexpr std::size_t kMostLinks = 400; ///< more are judged by a sample of them

struct Line
{
    Position from;
    Position to;
    std::uint32_t source;
    std::uint32_t target;
};

Position centre(const Request &request, const Reply &reply, std::uint32_t box)
{
    const Size size = usableSize(request.boxes[box]);
    return {reply[box].x + size.width / 2, reply[box].y + size.height / 2};
}

std::vector<Line> linesOf(const Request &request, const Reply &reply)
{
    std::vector<Line> lines;
    const std::vector<Request::Link> links = usableLinks(request);
    const std::size_t step = links.size() / kMostLinks + 1;
    for (std::size_t i = 0; i < links.size(); i += step)
        lines.push_back({centre(request, reply, links[i].from), centre(request, reply, links[i].to),
                         links[i].from, links[i].to});
    return lines;
}

double side(Position a, Position b, Position point)
{
    return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
}

bool cross(const Line &a, const Line &b)
{
    return side(a.from, a.to, b.from) * side(a.from, a.to, b.to) < 0 &&
           side(b.from, b.to, a.from) * side(b.from, b.to, a.to) < 0;
}

/// True if the line runs through the box.
bool runsBehind(const Line &line, Position corner, Size size)
{
    double first = 0;
    double last = 1;
    const auto clip = [&](double start, double delta, double low, double high) {
        if (delta == 0)
            return start > low && start < high;
        const double a = (low - start) / delta;
        const double b = (high - start) / delta;
        first = std::max(first, std::min(a, b));
        last = std::min(last, std::max(a, b));
        return first < last;
    };
    return clip(line.from.x, line.to.x - line.from.x, corner.x, corner.x + size.width) &&
           clip(line.from.y, line.to.y - line.from.y, corner.y, corner.y + size.height);
}

/// Crossings and lines behind boxes, a line.
double clutter(const Request &request, const Reply &reply)
{
    const std::vector<Line> lines = linesOf(request, reply);
    if (lines.empty())
        return 0;
    double count = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (std::size_t j = i + 1; j < lines.size(); ++j)
            count += cross(lines[i], lines[j]) ? 1 : 0;
        for (std::uint32_t box = 0; box < reply.size(); ++box)
            if (box != lines[i].source && box != lines[i].target &&
                runsBehind(lines[i], reply[box], usableSize(request.boxes[box])))
                count += 2;
    }
    return count / double(lines.size());
}

/// The height of the screen, in units, that shows all of it.
double extent(const Request &request, const Reply &reply)
{
    Position least{INFINITY, INFINITY};
    Position most{-INFINITY, -INFINITY};
    for (std::size_t i = 0; i < reply.size(); ++i) {
        const Size size = usableSize(request.boxes[i]);
        least = {std::min(least.x, reply[i].x), std::min(least.y, reply[i].y)};
        most = {std::max(most.x, reply[i].x + size.width),
                std::max(most.y, reply[i].y + size.height)};
    }
    return std::max((most.x - least.x) / kScreen, most.y - least.y);
}

double cost(const Request &request, const Reply &reply)
{
    return extent(request, reply) * (1 + clutter(request, reply) / 4);
}

} // namespace

Reply better(const Request &request, Reply first, Reply second)
{
    if (!isSound(request, first))
        return second;
    if (!isSound(request, second))
        return first;
    return cost(request, first) < kMargin * cost(request, second) ? first : second;
}

} // namespace drawbridge::layout
