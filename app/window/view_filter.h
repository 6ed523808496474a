#pragma once

#include "canvas/scene.h"
#include "graph/filter.h"

#include <QObject>

#include <functional>
#include <optional>

namespace drawbridge {

class Document;

/// What the window shows of the document: all of it, or what a filter lets through. A look, not a
/// change: nothing of it is saved or undone.
class ViewFilter : public QObject
{
    Q_OBJECT

public:
    /// Runs what only reads the document, perhaps in another thread.
    using Reader = std::function<void(const std::function<void()> &reading)>;

    ViewFilter(const Document &document, Reader read, QObject *parent = nullptr);

    const graph::Filter &filter() const { return m_filter; }
    bool isOn() const { return !m_filter.isEmpty(); }
    void set(graph::Filter filter);
    void clear() { set({}); }
    /// After the document changed; a focus or namespace that is gone is given up.
    void update();

    bool shows(const graph::Key &key) const;
    const graph::Graph &graph() const;
    graph::Picture picture() const;
    canvas::Faded faded() const;
    const graph::NodeLabels &labels();
    std::size_t shownServices() const;

signals:
    void changed();

private:
    void compute();

    const Document &m_document;
    Reader m_read;
    graph::Filter m_filter;
    std::optional<graph::NodeLabels> m_labels; ///< made when asked for
    graph::Shown m_shown;
    graph::Graph m_graph; ///< confined; unused while no filter is on
};

} // namespace drawbridge
