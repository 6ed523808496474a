#include "layout/box_size.h"

#include <cmath>

namespace drawbridge::layout {

namespace {

double usable(double length)
{
    if (!(length >= 1)) // also where it is not a number
        return 1;
    return length > kLargestSize ? kLargestSize : length;
}

} // namespace

Size usableSize(const Request::Box &box)
{
    return {usable(box.width), usable(box.height)};
}

std::int32_t usableCluster(const Request &request, std::size_t box)
{
    const std::int32_t cluster = request.boxes[box].cluster;
    return cluster >= 0 && std::uint32_t(cluster) < request.clusterCount ? cluster : -1;
}

std::vector<Request::Link> usableLinks(const Request &request)
{
    std::vector<Request::Link> links;
    links.reserve(request.links.size());
    const std::size_t count = request.boxes.size();
    for (const Request::Link &link : request.links)
        if (link.from < count && link.to < count && link.from != link.to)
            links.push_back({link.from, link.to, link.label > 0 ? usable(link.label) : 0});
    return links;
}

void snap(const Request &request, Reply &reply)
{
    constexpr double grid = 4;
    const auto snapped = [](double value) { return std::round(value / grid) * grid; };
    for (std::size_t i = 0; i < reply.size(); ++i) {
        const double half = usableSize(request.boxes[i]).height / 2;
        reply[i] = {snapped(reply[i].x), snapped(reply[i].y + half) - half};
    }
}

} // namespace drawbridge::layout
