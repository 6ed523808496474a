#pragma once

#include "graph/picture.h"

#include <algorithm>
#include <string>

namespace drawbridge::test {

inline graph::Node makeNode(const std::string &key, const std::string &frame, graph::Lock ingress,
                            graph::NodeKind kind = graph::NodeKind::Workload)
{
    graph::Node node;
    node.key = key;
    node.kind = kind;
    node.frame = frame;
    node.title = key.substr(key.find('/') + 1);
    node.kindName = kind == graph::NodeKind::Workload ? "Deployment" : "";
    node.labels = kind == graph::NodeKind::Workload ? "app=" + node.title : "";
    node.ports = {"8080"};
    node.ingress = ingress;
    return node;
}

inline graph::Arrow makeArrow(const std::string &source, const std::string &target,
                              const std::string &label,
                              graph::ArrowState state = graph::ArrowState::Allowed)
{
    graph::Arrow arrow;
    arrow.key = source + "\n" + target;
    arrow.source = source;
    arrow.target = target;
    arrow.label = label;
    arrow.state = state;
    return arrow;
}

/// Four services in "shop" behind a full wall, one outside it, the Internet, and four arrows.
inline graph::Picture samplePicture()
{
    using graph::Lock;
    using graph::Rect;
    graph::Picture picture;
    const auto node = [&picture](const graph::Node &n, Rect rect) {
        picture.nodes.push_back({n, rect});
    };
    node(makeNode("jobs/batch", "frame:jobs", Lock::Open), {840, 80, 190, 72});
    node(makeNode("outside:internet", "", Lock::Open, graph::NodeKind::Internet), {0, 80, 110, 78});
    picture.nodes.back().node.title = "Internet";
    node(makeNode("shop/api", "frame:shop", Lock::Closed), {240, 320, 190, 72});
    node(makeNode("shop/db", "frame:shop", Lock::Closed), {520, 440, 190, 72});
    node(makeNode("shop/frontend", "frame:shop", Lock::Closed), {520, 200, 190, 72});
    node(makeNode("shop/gateway", "frame:shop", Lock::AdmitsEveryone), {240, 80, 190, 72});

    graph::Frame jobs;
    jobs.key = "frame:jobs";
    jobs.title = "jobs";
    jobs.services = 1;
    graph::Frame shop;
    shop.key = "frame:shop";
    shop.title = "shop";
    shop.services = 4;
    shop.isolatedIngress = 4;
    shop.ingress = graph::Wall::Full;
    picture.frames = {{jobs, {812, 20, 246, 180}, false}, {shop, {200, 20, 550, 520}, false}};

    const auto arrow = [&picture](const graph::Arrow &a, graph::Point from, graph::Point to) {
        const graph::Point m{(from.x + to.x) / 2, (from.y + to.y) / 2};
        picture.arrows.push_back(
            {a, from, {m.x, from.y}, {m.x, to.y}, to, {}, {m.x - 40, m.y - 10, 80, 20}});
    };
    arrow(makeArrow("jobs/batch", "shop/frontend", "TCP 3000", graph::ArrowState::HalfOpenAtTarget),
          {840, 116}, {710, 236});
    arrow(makeArrow("outside:internet", "shop/gateway", "TCP 443"), {110, 116}, {240, 116});
    arrow(makeArrow("shop/api", "shop/db", "TCP 5432"), {430, 356}, {520, 476});
    arrow(makeArrow("shop/gateway", "shop/frontend", "TCP 3000"), {430, 116}, {520, 236});
    return picture;
}

inline graph::NodeShape &nodeOf(graph::Picture &picture, const std::string &key)
{
    return *std::find_if(picture.nodes.begin(), picture.nodes.end(),
                         [&key](const graph::NodeShape &s) { return s.node.key == key; });
}

} // namespace drawbridge::test
