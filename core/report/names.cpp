#include "report/names.h"

#include <algorithm>

namespace drawbridge::report {

std::string titleOf(const graph::Node &node)
{
    if (!node.title.empty())
        return node.title;
    switch (node.kind) {
    case graph::NodeKind::Internet:
        return "Internet";
    case graph::NodeKind::Cluster:
        return "all pods";
    case graph::NodeKind::Everyone:
        return "everyone";
    case graph::NodeKind::Workload:
    case graph::NodeKind::PodGroup:
    case graph::NodeKind::LikeGroup:
    case graph::NodeKind::Range:
    case graph::NodeKind::WayIn:
        break;
    }
    return node.key;
}

std::string nameOf(const graph::Graph &graph, const graph::Key &end)
{
    if (const graph::Node *node = graph.node(end))
        return node->frame.empty() ? titleOf(*node) : node->key;
    const graph::Frame *frame = graph.frame(end);
    return frame ? "namespace " + frame->title : end;
}

const char *wordOf(graph::NodeKind kind)
{
    switch (kind) {
    case graph::NodeKind::Workload:
        return "workload";
    case graph::NodeKind::PodGroup:
        return "pod group";
    case graph::NodeKind::LikeGroup:
        return "pods like this";
    case graph::NodeKind::Internet:
        return "internet";
    case graph::NodeKind::Range:
        return "range";
    case graph::NodeKind::Cluster:
        return "cluster";
    case graph::NodeKind::Everyone:
        return "everyone";
    case graph::NodeKind::WayIn:
        return "way in";
    }
    return "";
}

const char *wordOf(graph::Lock lock)
{
    switch (lock) {
    case graph::Lock::Open:
        return "open";
    case graph::Lock::Closed:
        return "isolated";
    case graph::Lock::AdmitsEveryone:
        return "admits everyone";
    case graph::Lock::CannotTell:
        return "cannot tell";
    }
    return "";
}

const char *wordOf(graph::Wall wall)
{
    switch (wall) {
    case graph::Wall::Open:
        return "open";
    case graph::Wall::Partial:
        return "some isolated";
    case graph::Wall::Thin:
        return "all isolated";
    case graph::Wall::AdmitsEveryone:
        return "admits everyone";
    case graph::Wall::CannotTell:
        return "cannot tell";
    case graph::Wall::Full:
        return "default deny";
    }
    return "";
}

const char *wordOf(graph::ArrowState state)
{
    switch (state) {
    case graph::ArrowState::Allowed:
        return "allowed";
    case graph::ArrowState::HalfOpenAtSource:
        return "half open at source";
    case graph::ArrowState::HalfOpenAtTarget:
        return "half open at target";
    case graph::ArrowState::CannotTell:
        return "cannot tell";
    }
    return "";
}

const char *stateOf(const graph::Arrow &arrow)
{
    if (arrow.isOnlyStandard)
        return "only standard";
    return arrow.isWayIn() && arrow.isBlocked() ? "not admitted" : wordOf(arrow.state);
}

const char *wordOf(kube::Direction direction)
{
    return direction == kube::Direction::Ingress ? "ingress" : "egress";
}

std::string titleOf(const graph::Frame &frame)
{
    const graph::Wall wall = std::max(frame.ingress, frame.egress);
    std::string words = wordOf(wall);
    if (wall == graph::Wall::Partial)
        words = std::to_string(std::max(frame.isolatedIngress, frame.isolatedEgress)) + " of " +
                std::to_string(frame.services) + " isolated";
    else if (wall != graph::Wall::Open && frame.ingress != frame.egress)
        words += frame.ingress == wall ? ": ingress" : ": egress";
    return frame.title + " · " + words;
}

namespace {

std::string shortName(const graph::Graph &graph, const graph::Key &end)
{
    if (const graph::Node *node = graph.node(end))
        return titleOf(*node);
    const graph::Frame *frame = graph.frame(end);
    return frame ? frame->title : end;
}

/// The ports of an arrow besides what is allowed that only one end admits.
std::string oneSided(const graph::Graph &graph, const graph::Arrow &arrow)
{
    std::string words;
    if (!arrow.onlyAtTarget.isEmpty())
        words += " · half open for " + arrow.onlyAtTarget.label() + ": " +
                 shortName(graph, arrow.source) + " may not send it";
    if (!arrow.onlyAtSource.isEmpty())
        words += " · half open for " + arrow.onlyAtSource.label() + ": " +
                 shortName(graph, arrow.target) + " does not admit it";
    return words;
}

} // namespace

static std::string labelOfWay(const graph::Arrow &arrow)
{
    switch (arrow.state) {
    case graph::ArrowState::Allowed:
        return arrow.differs ? arrow.label + " of " + arrow.leads.label() : arrow.label;
    case graph::ArrowState::HalfOpenAtSource:
    case graph::ArrowState::HalfOpenAtTarget:
        return arrow.label + " · leads here, but the policies admit nothing";
    case graph::ArrowState::CannotTell:
        return arrow.label + " · cannot tell";
    }
    return arrow.label;
}

static std::string labelNow(const graph::Graph &graph, const graph::Arrow &arrow)
{
    if (arrow.isWayIn())
        return labelOfWay(arrow);
    switch (arrow.state) {
    case graph::ArrowState::Allowed:
        return arrow.label +
               (arrow.hasUnseenPairs ? " · varies, more may be allowed"
                : arrow.differs      ? " · varies"
                                     : "") +
               oneSided(graph, arrow);
    case graph::ArrowState::HalfOpenAtSource:
        return arrow.label + " · half open: " + shortName(graph, arrow.source) + " may not send it";
    case graph::ArrowState::HalfOpenAtTarget:
        return arrow.label + " · half open: " + shortName(graph, arrow.target) +
               " does not admit it";
    case graph::ArrowState::CannotTell:
        return arrow.label +
               (arrow.isOnlyStandard ? " · only standard Kubernetes allows it" : " · cannot tell");
    }
    return arrow.label;
}

std::string podsTooWords(const graph::Arrow &arrow)
{
    switch (arrow.podsToo) {
    case graph::PodsToo::No:
        break;
    case graph::PodsToo::Some:
        return "the rule means pods with such addresses too";
    case graph::PodsToo::Every:
        return "the rule means every pod of the cluster too";
    }
    return {};
}

std::string labelOf(const graph::Graph &graph, const graph::Arrow &arrow)
{
    std::string label = labelNow(graph, arrow);
    if (!arrow.alsoNamed.empty())
        label += " · cannot tell: " + arrow.alsoNamed;
    if (const std::string pods = podsTooWords(arrow); !pods.empty())
        label += " · " + pods;
    return label + sinceWords(arrow);
}

const char *wordOf(graph::Since since)
{
    switch (since) {
    case graph::Since::Same:
        return "same";
    case graph::Since::Added:
        return "added";
    case graph::Since::Removed:
        return "removed";
    case graph::Since::Changed:
        return "changed";
    }
    return "";
}

std::string sinceWords(const graph::Arrow &arrow)
{
    if (arrow.since == graph::Since::Changed)
        return " · was " + (arrow.labelBefore.empty() ? "nothing" : arrow.labelBefore);
    return arrow.since == graph::Since::Same ? std::string()
                                             : std::string(" · ") + wordOf(arrow.since);
}

std::string sinceWords(const graph::Node &node)
{
    return node.since == graph::Since::Same ? std::string()
                                            : std::string(" · ") + wordOf(node.since);
}

std::string sinceWords(const graph::Frame &frame)
{
    return frame.since == graph::Since::Same ? std::string()
                                             : std::string(" · ") + wordOf(frame.since);
}

bool isComparison(const graph::Graph &graph)
{
    const auto differs = [](const auto &element) { return element.since != graph::Since::Same; };
    return std::any_of(graph.frames.begin(), graph.frames.end(), differs) ||
           std::any_of(graph.nodes.begin(), graph.nodes.end(), differs) ||
           std::any_of(graph.arrows.begin(), graph.arrows.end(), differs);
}

} // namespace drawbridge::report
