#include "window/view_filter.h"

#include "document/document.h"

#include <utility>

namespace drawbridge {

ViewFilter::ViewFilter(const Document &document, Reader read, QObject *parent)
    : QObject(parent), m_document(document), m_read(std::move(read))
{
}

void ViewFilter::set(graph::Filter filter)
{
    if (filter.focus.empty())
        filter.steps = 1;
    if (filter == m_filter)
        return;
    m_filter = std::move(filter);
    if (isOn())
        m_read([this] { compute(); });
    else
        compute();
    emit changed();
}

void ViewFilter::update()
{
    const graph::Graph &graph = m_document.graph();
    m_labels.reset();
    if (!graph.node(m_filter.focus) && !graph.frame(m_filter.focus)) {
        m_filter.focus.clear();
        m_filter.steps = 1;
    }
    std::erase_if(m_filter.frames, [&](const graph::Key &key) { return !graph.frame(key); });
    compute();
}

void ViewFilter::compute()
{
    m_shown = {};
    m_graph = {};
    if (!isOn())
        return;
    m_shown = graph::shown(m_document.graph(), labels(), m_filter);
    m_graph = graph::confined(m_document.graph(), m_shown);
}

const graph::NodeLabels &ViewFilter::labels()
{
    if (!m_labels)
        m_labels = graph::labelsOf(m_document.graph(), m_document.evaluator());
    return *m_labels;
}

bool ViewFilter::shows(const graph::Key &key) const
{
    return !isOn() || m_shown.contains(key);
}

const graph::Graph &ViewFilter::graph() const
{
    return isOn() ? m_graph : m_document.graph();
}

graph::Picture ViewFilter::picture() const
{
    return isOn() ? graph::confined(m_document.picture(), m_shown) : m_document.picture();
}

canvas::Faded ViewFilter::faded() const
{
    if (!isOn())
        return {};
    return graph::faded(m_document.picture(), m_shown);
}

std::size_t ViewFilter::shownServices() const
{
    std::size_t count = 0;
    for (const graph::Node &node : graph().nodes)
        count += !node.frame.empty();
    return count;
}

} // namespace drawbridge
