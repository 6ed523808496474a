#include "graph/filter.h"

#include "graph/connections.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace drawbridge::graph {

namespace {

bool hasLabel(const std::set<std::string> &labels, const std::string &wanted)
{
    if (wanted.find('=') != std::string::npos)
        return labels.count(wanted) > 0;
    const auto at = labels.lower_bound(wanted + '=');
    return at != labels.end() && at->compare(0, wanted.size() + 1, wanted + '=') == 0;
}

/// Goes through the conditions one after the other, each on what the one before has left.
class Sieve
{
public:
    Sieve(const Graph &graph, const NodeLabels &labels, const Filter &filter)
        : m_graph(graph), m_labels(labels), m_filter(filter)
    {
        for (const Node &node : graph.nodes)
            if (!node.frame.empty())
                m_members[node.frame].push_back(&node);
    }

    Shown run()
    {
        chooseNodes();
        chooseArrows();
        if (!m_filter.focus.empty())
            confineToFocus();
        if (m_filter.hasVerdicts())
            chooseVerdicts();
        dropLooseNodes();
        addFrames();
        return std::move(m_shown);
    }

private:
    const std::vector<const Node *> &members(const Key &frame) const
    {
        static const std::vector<const Node *> none;
        const auto it = m_members.find(frame);
        return it == m_members.end() ? none : it->second;
    }

    bool isWanted(const Node &node) const
    {
        if (node.frame.empty() || node.key == m_filter.focus)
            return true; // what lies outside stays if an arrow shown ends there
        if (!m_filter.frames.empty() && m_filter.frames.count(node.frame) == 0)
            return false;
        static const std::set<std::string> none;
        const auto it = m_labels.find(node.key);
        const std::set<std::string> &labels = it == m_labels.end() ? none : it->second;
        return std::all_of(m_filter.labels.begin(), m_filter.labels.end(),
                           [&](const std::string &label) { return hasLabel(labels, label); });
    }

    void chooseNodes()
    {
        for (const Node &node : m_graph.nodes)
            if (isWanted(node))
                m_shown.nodes.insert(node.key);
    }

    /// What the standard alone allows is nothing that one could not tell.
    bool isVerdictWanted(const Arrow &arrow) const
    {
        if (!isConnection(arrow))
            return false;
        switch (arrow.state) {
        case ArrowState::Allowed:
            return m_filter.allowed;
        case ArrowState::HalfOpenAtSource:
        case ArrowState::HalfOpenAtTarget:
            return m_filter.halfOpen;
        case ArrowState::CannotTell:
            return m_filter.cannotTell;
        }
        return false;
    }

    /// A frame as an end is there if one of its services is, or if it is wanted itself.
    bool isThere(const Key &end) const
    {
        if (m_shown.nodes.count(end) > 0)
            return true;
        if (!m_graph.frame(end))
            return false;
        const auto &nodes = members(end);
        const bool isWantedEmpty = nodes.empty() && m_filter.labels.empty() &&
                                   (m_filter.frames.empty() || m_filter.frames.count(end) > 0);
        return isWantedEmpty || std::any_of(nodes.begin(), nodes.end(), [this](const Node *node) {
                   return m_shown.nodes.count(node->key) > 0;
               });
    }

    void chooseArrows()
    {
        for (const Arrow &arrow : m_graph.arrows)
            if (isThere(arrow.source) && isThere(arrow.target))
                m_shown.arrows.insert(arrow.key);
    }

    void chooseVerdicts()
    {
        for (const Arrow &arrow : m_graph.arrows)
            if (!isVerdictWanted(arrow) && !(m_filter.halfOpen && arrow.hasHalfOpenPorts()))
                m_shown.arrows.erase(arrow.key);
    }

    /// The ends whose arrows are those of `key`: itself and its namespace, or all in it.
    std::vector<Key> endsOf(const Key &key) const
    {
        std::vector<Key> ends{key};
        if (const Node *node = m_graph.node(key); node && !node->frame.empty())
            ends.push_back(node->frame);
        for (const Node *node : members(key))
            ends.push_back(node->key);
        return ends;
    }

    /// Nodes and arrows at most `steps` away. What lies outside leads no further: who shares the
    /// Internet has nothing in common.
    void confineToFocus()
    {
        std::unordered_map<Key, std::vector<const Arrow *>> arrowsOf;
        for (const Arrow &arrow : m_graph.arrows) {
            if (m_shown.arrows.count(arrow.key) == 0)
                continue;
            arrowsOf[arrow.source].push_back(&arrow);
            arrowsOf[arrow.target].push_back(&arrow);
        }
        std::set<Key> reached{m_filter.focus};
        std::set<Key> arrows;
        std::set<Key> ring{m_filter.focus};
        for (int step = 0; step < m_filter.steps; ++step) {
            std::set<Key> next;
            for (const Key &key : ring)
                for (const Key &end : endsOf(key))
                    for (const Arrow *arrow : arrowsOf[end]) {
                        arrows.insert(arrow->key);
                        next.insert(arrow->source == end ? arrow->target : arrow->source);
                    }
            ring.clear();
            for (const Key &key : next)
                if (reached.insert(key).second && leadsOn(key))
                    ring.insert(key);
        }
        takeReached(reached);
        m_shown.arrows = std::move(arrows);
    }

    bool leadsOn(const Key &key) const
    {
        const Node *node = m_graph.node(key);
        return !node || !node->frame.empty();
    }

    void takeReached(const std::set<Key> &reached)
    {
        std::set<Key> nodes;
        for (const Key &key : reached) {
            if (m_shown.nodes.count(key) > 0 || key == m_filter.focus)
                nodes.insert(key);
            for (const Node *node : members(key))
                if (m_shown.nodes.count(node->key) > 0)
                    nodes.insert(node->key);
        }
        std::erase_if(nodes, [this](const Key &key) { return !m_graph.node(key); });
        m_shown.nodes = std::move(nodes);
    }

    /// With verdicts asked for a service needs one of them; what lies outside needs an arrow.
    void dropLooseNodes()
    {
        std::set<Key> ends;
        for (const Arrow &arrow : m_graph.arrows)
            if (m_shown.arrows.count(arrow.key) > 0)
                ends.insert({arrow.source, arrow.target});
        std::erase_if(m_shown.nodes, [&](const Key &key) {
            const Node &node = *m_graph.node(key);
            if (key == m_filter.focus || ends.count(key) > 0)
                return false;
            if (node.frame.empty())
                return true;
            if (!m_filter.hasVerdicts())
                return false;
            const bool isOpen = m_filter.notIsolated && node.ingress == Lock::Open;
            return !isOpen && ends.count(node.frame) == 0;
        });
    }

    void addFrames()
    {
        for (const Key &key : m_shown.nodes)
            if (const Node *node = m_graph.node(key); !node->frame.empty())
                m_shown.frames.insert(node->frame);
        for (const Arrow &arrow : m_graph.arrows)
            if (m_shown.arrows.count(arrow.key) > 0)
                for (const Key &end : {arrow.source, arrow.target})
                    if (m_graph.frame(end))
                        m_shown.frames.insert(end);
        if (m_graph.frame(m_filter.focus))
            m_shown.frames.insert(m_filter.focus);
        const bool isByNamespaceAlone =
            m_filter.labels.empty() && !m_filter.hasVerdicts() && m_filter.focus.empty();
        for (const Frame &frame : m_graph.frames)
            if (isByNamespaceAlone &&
                (m_filter.frames.empty() || m_filter.frames.count(frame.key) > 0))
                m_shown.frames.insert(frame.key);
    }

    const Graph &m_graph;
    const NodeLabels &m_labels;
    const Filter &m_filter;
    std::unordered_map<Key, std::vector<const Node *>> m_members;
    Shown m_shown;
};

} // namespace

std::string labelText(const std::string &key, const std::string &value)
{
    std::string text = key;
    text += '=';
    text += value;
    return text;
}

std::set<std::string> labelsOf(const verdict::Endpoint &endpoint)
{
    std::set<std::string> result;
    const auto take = [&](const kube::Labels &labels) {
        for (const auto &[key, value] : labels)
            result.insert(labelText(key, value));
    };
    for (const kube::Object *object : endpoint.objects)
        if (object->workload())
            take(object->workload()->podLabels);
    if (endpoint.selector)
        take(endpoint.selector->matchLabels);
    return result;
}

NodeLabels labelsOf(const Graph &graph, const verdict::Evaluator &evaluator)
{
    NodeLabels result;
    for (const Node &node : graph.nodes)
        if (node.endpoint.isValid() && node.endpoint.value < evaluator.endpoints().size())
            result[node.key] = labelsOf(evaluator.endpoint(node.endpoint));
    return result;
}

Shown shown(const Graph &graph, const NodeLabels &labels, const Filter &filter)
{
    return Sieve(graph, labels, filter).run();
}

Graph confined(const Graph &graph, const Shown &shown)
{
    Graph result;
    std::copy_if(graph.nodes.begin(), graph.nodes.end(), std::back_inserter(result.nodes),
                 [&](const Node &node) { return shown.nodes.count(node.key) > 0; });
    std::copy_if(graph.frames.begin(), graph.frames.end(), std::back_inserter(result.frames),
                 [&](const Frame &frame) { return shown.frames.count(frame.key) > 0; });
    std::copy_if(graph.arrows.begin(), graph.arrows.end(), std::back_inserter(result.arrows),
                 [&](const Arrow &arrow) { return shown.arrows.count(arrow.key) > 0; });
    return result;
}

Picture confined(const Picture &picture, const Shown &shown)
{
    Picture result{picture.frames, picture.nodes, {}, picture.notes};
    std::copy_if(picture.arrows.begin(), picture.arrows.end(), std::back_inserter(result.arrows),
                 [&](const ArrowShape &shape) { return shown.arrows.count(shape.arrow.key) > 0; });
    return result;
}

std::set<Key> faded(const Picture &picture, const Shown &shown)
{
    std::set<Key> result;
    for (const NodeShape &shape : picture.nodes)
        if (shown.nodes.count(shape.node.key) == 0)
            result.insert(shape.node.key);
    for (const FrameShape &shape : picture.frames)
        if (shown.frames.count(shape.frame.key) == 0)
            result.insert(shape.frame.key);
    return result;
}

} // namespace drawbridge::graph
