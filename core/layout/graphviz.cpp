#include "layout/box_size.h"
#include "layout/columns.h"

#include <gvc.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <memory>

namespace drawbridge::layout {

namespace {

constexpr double kPointsPerInch = 72;

// dot knows one margin for all four sides; frames need more above than below. A frame's height is
// shared out evenly, and all frames then lie a little higher than dot thinks; and they keep apart.
constexpr double kClusterMargin = kFramePadding + kFrameTitle / 2 + 16;

void set(void *object, const char *name, const std::string &value)
{
    // Attributes that are declared nowhere are made with an empty default. Neither call changes
    // its arguments, but 2.42 asks for mutable ones.
    std::string key(name);
    std::string text(value);
    std::string none;
    agsafeset(object, key.data(), text.data(), none.data());
}

std::string inches(double units)
{
    return std::to_string(units / kPointsPerInch);
}

struct CloseGraph
{
    void operator()(Agraph_t *graph) const { agclose(graph); }
};

Agnode_t *addNode(Agraph_t *graph, std::size_t number)
{
    std::string name = "n" + std::to_string(number);
    return agnode(graph, name.data(), 1);
}

Agraph_t *addCluster(Agraph_t *graph, std::int32_t number)
{
    std::string name = "cluster_" + std::to_string(number);
    Agraph_t *cluster = agsubg(graph, name.data(), 1);
    set(cluster, "margin", std::to_string(kClusterMargin));
    return cluster;
}

/// Only numbers go in: no label, no string of the user's.
std::vector<Agnode_t *> fill(Agraph_t *graph, const Request &request)
{
    set(graph, "rankdir", "LR");
    set(graph, "splines", "none");
    set(graph, "nodesep", inches(48));
    double gap = kColumnGap; // dot knows one for all columns
    for (const Request::Link &link : usableLinks(request))
        gap = std::max(gap, columnGapFor(link.label));
    set(graph, "ranksep", inches(gap));
    std::vector<Agnode_t *> nodes;
    std::map<std::int32_t, Agraph_t *> clusters;
    for (std::size_t i = 0; i < request.boxes.size(); ++i) {
        Agnode_t *node = addNode(graph, i);
        const Size size = usableSize(request.boxes[i]);
        set(node, "label", "");
        set(node, "shape", "box");
        set(node, "fixedsize", "true");
        set(node, "width", inches(size.width));
        set(node, "height", inches(size.height));
        nodes.push_back(node);
        const std::int32_t number = usableCluster(request, i);
        if (number < 0)
            continue;
        Agraph_t *&cluster = clusters[number];
        if (!cluster)
            cluster = addCluster(graph, number);
        agsubnode(cluster, node, 1);
    }
    for (const Request::Link &link : usableLinks(request))
        agedge(graph, nodes[link.from], nodes[link.to], nullptr, 1);
    return nodes;
}

/// Top left corners from dot's centres, whose y grows upwards.
Reply positions(const Request &request, const std::vector<Agnode_t *> &nodes)
{
    Reply reply;
    Position least{INFINITY, INFINITY};
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const Size size = usableSize(request.boxes[i]);
        const pointf centre = ND_coord(nodes[i]);
        reply.push_back({centre.x - size.width / 2, -centre.y - size.height / 2});
        least.x = std::min(least.x, reply.back().x);
        least.y = std::min(least.y, reply.back().y);
    }
    for (Position &position : reply)
        position = {position.x - least.x + kFramePadding,
                    position.y - least.y + kFramePadding + kFrameTitle};
    snap(request, reply);
    return reply;
}

} // namespace

Reply graphviz(const Request &request)
{
    if (request.boxes.empty())
        return {};
    agseterr(AGMAX); // nobody reads its warnings
    GVC_t *context = gvContext();
    if (!context)
        return {};
    Reply reply;
    {
        std::string name = "g";
        const std::unique_ptr<Agraph_t, CloseGraph> graph(
            agopen(name.data(), Agstrictdirected, nullptr));
        if (graph) {
            const std::vector<Agnode_t *> nodes = fill(graph.get(), request);
            if (gvLayout(context, graph.get(), "dot") == 0) {
                reply = positions(request, nodes);
                gvFreeLayout(context, graph.get());
            }
        }
    }
    gvFreeContext(context);
    return reply;
}

} // namespace drawbridge::layout
