#include "graph/detour.h"

#include "graph/room.h"
#include "graph/routing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

namespace drawbridge::graph {

namespace {

constexpr double kCorner = 70; ///< what a corner costs, as length
constexpr double kOutside = 8; ///< how much longer a way seems outside its namespace
constexpr double kTitle = 5;
constexpr double kForeign = 1.6;
constexpr double kTaken = 2;
constexpr double kMost = 60; ///< of all that together
constexpr double kBlocked = 1e12;
constexpr double kHaste = 1.15;         ///< finds a way sooner that may be so much longer
constexpr double kNever = 1e6;          ///< no step that is not blocked costs so much
constexpr std::size_t kMostCards = 120; ///< near a way; more take long
constexpr double kLane = 10;            ///< between ways that go round the same card

std::vector<double> sorted(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    values.erase(
        std::unique(values.begin(), values.end(), [](double a, double b) { return b - a < 1e-6; }),
        values.end());
    return values;
}

std::size_t indexOf(const std::vector<double> &values, double value)
{
    return std::size_t(std::lower_bound(values.begin(), values.end(), value - 1e-6) -
                       values.begin());
}

/// Lines beside everything that is to be gone round, and what it costs to go along them.
class Grid
{
public:
    Grid(std::vector<double> xs, std::vector<double> ys)
        : m_xs(sorted(std::move(xs)))
        , m_ys(sorted(std::move(ys)))
        , m_across(size(), 1.0F)
        , m_down(size(), 1.0F)
    {
    }

    std::size_t size() const { return m_xs.size() * m_ys.size(); }
    std::size_t columns() const { return m_xs.size(); }
    std::size_t at(Point p) const { return indexOf(m_ys, p.y) * columns() + indexOf(m_xs, p.x); }
    Point point(std::size_t node) const { return {m_xs[node % columns()], m_ys[node / columns()]}; }

    /// What lies inside costs so much more.
    void weigh(const Rect &rect, double factor)
    {
        weigh(rect, factor, true);
        weigh(rect, factor, false);
    }
    void weighAll(double factor)
    {
        std::fill(m_across.begin(), m_across.end(), float(factor));
        std::fill(m_down.begin(), m_down.end(), float(factor));
    }

    struct Step
    {
        std::size_t node = 0;
        double cost = kNever;
    };
    /// One line on, `forward` or back; blocked at the edge.
    Step step(std::size_t node, bool isAcross, bool forward) const
    {
        const std::size_t width = columns();
        const std::size_t place = isAcross ? node % width : node / width;
        const std::vector<double> &lines = isAcross ? m_xs : m_ys;
        if (forward ? place + 1 >= lines.size() : place == 0)
            return {};
        const std::size_t by = isAcross ? 1 : width;
        const std::size_t next = forward ? node + by : node - by;
        const double length =
            forward ? lines[place + 1] - lines[place] : lines[place] - lines[place - 1];
        return {next, length * (isAcross ? m_across : m_down)[std::min(node, next)]};
    }

private:
    static void weigh(float &cost, double factor)
    {
        if (factor >= kBlocked)
            cost = float(kBlocked);
        else if (cost < float(kBlocked))
            cost = std::min(cost * float(factor), float(kMost));
    }

    void weigh(const Rect &rect, double factor, bool isAcross)
    {
        const auto lies = [](double value, double begin, double end) {
            return value > begin + 1e-6 && value < end - 1e-6;
        };
        const std::vector<double> &along = isAcross ? m_xs : m_ys;
        const std::vector<double> &lines = isAcross ? m_ys : m_xs;
        const double begin = isAcross ? rect.x : rect.y;
        const double end = isAcross ? rect.right() : rect.bottom();
        const double near = isAcross ? rect.y : rect.x;
        const double far = isAcross ? rect.bottom() : rect.right();
        std::vector<float> &costs = isAcross ? m_across : m_down;
        for (std::size_t line = indexOf(lines, near); line < lines.size(); ++line) {
            if (lines[line] >= far)
                break;
            if (!lies(lines[line], near, far))
                continue;
            std::size_t i = indexOf(along, begin);
            for (i = i > 0 ? i - 1 : 0; i + 1 < along.size() && along[i] < end - 1e-6; ++i)
                if (along[i + 1] > begin + 1e-6)
                    weigh(costs[isAcross ? line * columns() + i : i * columns() + line], factor);
        }
    }

    std::vector<double> m_xs;
    std::vector<double> m_ys;
    std::vector<float> m_across; ///< of the edge from a node to the right
    std::vector<float> m_down;   ///< and of that downwards
};

/// The cheapest way between two nodes of the grid. A state is a node and how it was entered.
class WaySearch
{
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

public:
    WaySearch(const Grid &grid, std::size_t begin, bool beginsAcross, std::size_t end,
              bool endsAcross)
        : m_grid(grid), m_end(stateOf(end, endsAcross)), m_goal(grid.point(end))
    {
        m_costs.assign(2 * grid.size(), std::numeric_limits<float>::max());
        m_before.assign(2 * grid.size(), kNone);
        offer(stateOf(begin, beginsAcross), 0, kNone);
    }

    std::vector<Point> run(std::size_t &steps)
    {
        while (!m_open.empty() && steps > 0) {
            const auto [guess, state] = m_open.top();
            m_open.pop();
            if (state == m_end)
                return found();
            const float cost = m_costs[state];
            if (guess > cost + rest(state))
                continue; // a cheaper one was found since
            --steps;
            const bool isAcross = (state & 1U) != 0;
            offer(state ^ 1U, cost + float(kCorner), state);
            for (const bool forward : {true, false}) {
                const Grid::Step step = m_grid.step(state / 2, isAcross, forward);
                if (step.cost < kNever)
                    offer(stateOf(step.node, isAcross), cost + float(step.cost), state);
            }
        }
        return {};
    }

private:
    static std::uint32_t stateOf(std::size_t node, bool isAcross)
    {
        return std::uint32_t(2 * node + (isAcross ? 1 : 0));
    }

    float rest(std::uint32_t state) const
    {
        const Point point = m_grid.point(state / 2);
        return float(kHaste * (std::abs(point.x - m_goal.x) + std::abs(point.y - m_goal.y)));
    }

    void offer(std::uint32_t state, float cost, std::uint32_t before)
    {
        if (cost >= m_costs[state])
            return;
        m_costs[state] = cost;
        m_before[state] = before;
        m_open.push({cost + rest(state), state});
    }

    std::vector<Point> found() const
    {
        std::vector<Point> points;
        for (std::uint32_t state = m_end; state != kNone; state = m_before[state]) {
            const Point point = m_grid.point(state / 2);
            const std::size_t count = points.size();
            if (count > 0 && points.back() == point)
                continue;
            const bool isStraight =
                count > 1 && ((points[count - 2].x == point.x && points[count - 1].x == point.x) ||
                              (points[count - 2].y == point.y && points[count - 1].y == point.y));
            if (isStraight)
                points.back() = point;
            else
                points.push_back(point);
        }
        std::reverse(points.begin(), points.end());
        return points;
    }

    using Open = std::pair<float, std::uint32_t>;

    const Grid &m_grid;
    std::uint32_t m_end;
    Point m_goal;
    std::vector<float> m_costs;
    std::vector<std::uint32_t> m_before;
    std::priority_queue<Open, std::vector<Open>, std::greater<>> m_open;
};

Rect spanned(Point a, Point b)
{
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
}

Point moved(Point point, Point way, double by)
{
    return {point.x + way.x * by, point.y + way.y * by};
}

} // namespace

std::optional<Way> Detours::way(const Joined &ends)
{
    for (const double clear : {12.0, 4.0})
        for (const double reach : {160.0, 800.0})
            if (auto found = wayIn(ends, reach, clear)) {
                std::vector<Point> corners{ends.from};
                corners.insert(corners.end(), found->begin(), found->end());
                corners.push_back(ends.to);
                for (std::size_t i = 1; i < corners.size(); ++i)
                    m_taken.push_back(inflated(spanned(corners[i - 1], corners[i]), 4, 4));
                return Way{std::move(*found), clear};
            }
    return {};
}

std::optional<std::vector<Point>> Detours::wayIn(const Joined &ends, double reach, double clear)
{
    const Rect region = inflated(spanned(ends.from, ends.to), reach, reach);
    const Point begin = moved(ends.from, ends.out, clear);
    const Point end = moved(ends.to, ends.in, clear);
    std::vector<double> xs{begin.x, end.x};
    std::vector<double> ys{begin.y, end.y};
    std::size_t cards = 0;
    for (const NodeShape &node : m_picture.nodes) {
        if (!node.rect.intersects(region))
            continue;
        ++cards;
        for (int lane = 0; lane < (clear > 5 ? 2 : 1); ++lane) {
            const double away = clear + lane * kLane;
            xs.insert(xs.end(), {node.rect.x - away, node.rect.right() + away});
            ys.insert(ys.end(), {node.rect.y - away, node.rect.bottom() + away});
        }
    }
    if (cards > kMostCards || m_steps == 0)
        return {};
    Grid grid(std::move(xs), std::move(ys));
    if (ends.frame) {
        grid.weighAll(kOutside);
        grid.weigh(inflated(*ends.frame, -2, -2), 1 / kOutside);
    }
    for (const Rect &foreign : ends.namespaces)
        grid.weigh(foreign, kForeign);
    for (const FrameShape &frame : m_picture.frames)
        if (frame.rect.intersects(region))
            grid.weigh(inflated(titlePlate(frame), 2, 4), kTitle);
    for (const Rect &taken : m_taken)
        if (taken.intersects(region))
            grid.weigh(taken, kTaken);
    for (const NodeShape &node : m_picture.nodes) // the grid may reach out of the region
        grid.weigh(inflated(node.rect, clear - 1, clear - 1), kBlocked);
    std::vector<Point> corners =
        WaySearch(grid, grid.at(begin), ends.out.x != 0, grid.at(end), ends.in.x != 0).run(m_steps);
    if (corners.empty())
        return {};
    return corners;
}

void follow(ArrowShape &shape, const Way &way)
{
    const double mostRound = std::min(18.0, 2.5 * way.clear); // more would cut into a card
    constexpr double kBow = 0.552; // makes a cubic nearly a quarter of a circle
    std::vector<Point> line{shape.from};
    for (const Point corner : way.corners)
        if (std::hypot(corner.x - line.back().x, corner.y - line.back().y) > 0.5)
            line.push_back(corner);
    line.push_back(shape.to);
    const auto between = [](Point a, Point b, double share) {
        return Point{a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
    };
    std::vector<Point> points{shape.from}; // of all cubics
    const auto goTo = [&](Point to) {
        const Point from = points.back();
        points.insert(points.end(), {between(from, to, 1 / 3.0), between(from, to, 2 / 3.0), to});
    };
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        const double before = std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        const double after = std::hypot(line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
        const bool turns = (line[i].x - line[i - 1].x) * (line[i + 1].y - line[i].y) !=
                           (line[i].y - line[i - 1].y) * (line[i + 1].x - line[i].x);
        if (!turns)
            continue;
        const double round = std::min({mostRound, before / 2, after / 2});
        const Point enter = between(line[i], line[i - 1], round / before);
        const Point leave = between(line[i], line[i + 1], round / after);
        goTo(enter);
        points.insert(points.end(),
                      {between(enter, line[i], kBow), between(leave, line[i], kBow), leave});
    }
    goTo(shape.to);
    shape.control1 = points[1];
    shape.control2 = points[points.size() - 2];
    shape.between.assign(points.begin() + 2, points.end() - 2);
}

} // namespace drawbridge::graph
