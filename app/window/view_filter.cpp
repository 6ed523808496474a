#include "window/view_filter.h"

#include "document/document.h"

#include <utility>

namespace drawbridge {

Filtered::Filtered(const graph::Graph &all, const verdict::Evaluator &evaluator,
                   graph::Filter wanted)
    : filter(std::move(wanted))
{
    if (!all.node(filter.focus) && !all.frame(filter.focus)) {
        filter.focus.clear();
        filter.steps = 1;
    }
    std::erase_if(filter.frames, [&](const graph::Key &key) { return !all.frame(key); });
    labels = graph::labelsOf(all, evaluator);
    if (!isOn())
        return;
    shown = graph::shown(all, *labels, filter);
    graph = graph::confined(all, shown);
}

graph::Picture Filtered::picture(const graph::Picture &all) const
{
    return isOn() ? graph::confined(all, shown) : all;
}

canvas::Faded Filtered::faded(const graph::Picture &all) const
{
    return isOn() ? graph::faded(all, shown) : canvas::Faded();
}

ViewFilter::ViewFilter(const Document &document, QObject *parent)
    : QObject(parent), m_document(document)
{
}

void ViewFilter::set(graph::Filter filter)
{
    if (filter.focus.empty())
        filter.steps = 1;
    if (filter == m_filtered.filter)
        return;
    m_filtered.filter = std::move(filter);
    emit changed();
}

const graph::NodeLabels &ViewFilter::labels()
{
    if (!m_filtered.labels)
        m_filtered.labels = graph::labelsOf(m_document.graph(), m_document.evaluator());
    return *m_filtered.labels;
}

bool ViewFilter::shows(const graph::Key &key) const
{
    return !isOn() || m_filtered.shown.contains(key);
}

std::size_t ViewFilter::shownServices() const
{
    std::size_t count = 0;
    for (const graph::Node &node : (isOn() ? m_filtered.graph : m_document.graph()).nodes)
        count += !node.frame.empty();
    return count;
}

} // namespace drawbridge
