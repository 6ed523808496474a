#include "messages/visible_lists.h"

#include "messages/messages.h"

#include <algorithm>
#include <utility>

namespace drawbridge {

std::string shown(std::string text)
{
    const bool isPlain =
        std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
    return isPlain ? text : visible(text).toStdString();
}

void makeVisible(report::List &list)
{
    for (report::Connection &connection : list.connections) {
        connection.source = shown(std::move(connection.source));
        connection.target = shown(std::move(connection.target));
    }
}

void makeVisible(report::Exposures &exposures)
{
    for (std::vector<report::Exposure> *all : {&exposures.egress, &exposures.ingress})
        for (report::Exposure &one : *all) {
            one.workload = shown(std::move(one.workload));
            one.peer = shown(std::move(one.peer));
            one.connections = shown(std::move(one.connections));
        }
    for (report::Unprotected &one : exposures.unprotected)
        one.workload = shown(std::move(one.workload));
}

void makeVisible(report::Diff &diff)
{
    for (report::Difference &one : diff.differences) {
        one.source = shown(std::move(one.source));
        one.target = shown(std::move(one.target));
    }
}

} // namespace drawbridge
