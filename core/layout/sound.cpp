#include "layout/block.h"
#include "layout/box_size.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace drawbridge::layout {

namespace {

/// Positions may be off by rounding.
constexpr double kTolerance = 0.01;

/// True if no two areas overlap: one sweep from left to right.
bool areApart(std::vector<Area> areas)
{
    struct Event
    {
        double x;
        bool isBegin;
        std::size_t area;
    };
    std::vector<Event> events;
    events.reserve(2 * areas.size());
    for (std::size_t i = 0; i < areas.size(); ++i) {
        events.push_back({areas[i].left + kTolerance, true, i});
        events.push_back({areas[i].right - kTolerance, false, i});
    }
    std::sort(events.begin(), events.end(), [](const Event &a, const Event &b) {
        return a.x != b.x ? a.x < b.x : a.isBegin < b.isBegin;
    });
    std::map<double, std::size_t> open; // by top: those under the sweep line, all apart
    for (const Event &event : events) {
        const Area &area = areas[event.area];
        if (!event.isBegin) {
            open.erase(area.top);
            continue;
        }
        const auto [at, isNew] = open.emplace(area.top, event.area);
        if (!isNew)
            return false;
        const auto below = std::next(at);
        if (below != open.end() && below->first < area.bottom - kTolerance)
            return false;
        if (at != open.begin() && areas[std::prev(at)->second].bottom - kTolerance > area.top)
            return false;
    }
    return true;
}

void include(Area &frame, bool isFirst, const Area &box)
{
    const Area padded{box.left - kFramePadding, box.top - kFramePadding - kFrameTitle,
                      box.right + kFramePadding, box.bottom + kFramePadding};
    frame = isFirst
                ? padded
                : Area{std::min(frame.left, padded.left), std::min(frame.top, padded.top),
                       std::max(frame.right, padded.right), std::max(frame.bottom, padded.bottom)};
}

bool isSane(double coordinate)
{
    return std::isfinite(coordinate) && std::abs(coordinate) <= kLargestCoordinate;
}

} // namespace

bool isSound(const Request &request, const Reply &reply)
{
    if (reply.size() != request.boxes.size())
        return false;
    std::vector<Area> boxes;
    std::vector<Area> blocks; // frames, and boxes without one
    std::map<std::int32_t, Area> frames;
    for (std::size_t i = 0; i < reply.size(); ++i) {
        if (!isSane(reply[i].x) || !isSane(reply[i].y))
            return false;
        const Size size = usableSize(request.boxes[i]);
        boxes.push_back(
            {reply[i].x, reply[i].y, reply[i].x + size.width, reply[i].y + size.height});
        const std::int32_t cluster = usableCluster(request, i);
        if (cluster < 0) {
            blocks.push_back(boxes.back());
        } else {
            const auto [frame, isFirst] = frames.try_emplace(cluster);
            include(frame->second, isFirst, boxes.back());
        }
    }
    for (const auto &[cluster, frame] : frames)
        blocks.push_back(frame);
    return areApart(std::move(boxes)) && areApart(std::move(blocks));
}

} // namespace drawbridge::layout
