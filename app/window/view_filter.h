#pragma once

#include "canvas/scene.h"
#include "graph/filter.h"

#include <QObject>

#include <optional>
#include <utility>

namespace drawbridge {

class Document;

/// What a filter lets through of a graph. Can be made in any thread.
struct Filtered
{
    Filtered() = default;
    /// A focus or namespace that is gone is given up.
    Filtered(const graph::Graph &all, const verdict::Evaluator &evaluator, graph::Filter wanted);

    bool isOn() const { return !filter.isEmpty(); }
    graph::Picture picture(const graph::Picture &all) const;
    canvas::Faded faded(const graph::Picture &all) const;

    graph::Filter filter;
    std::optional<graph::NodeLabels> labels; ///< of all; nothing before they are asked for
    graph::Shown shown;
    graph::Graph graph; ///< confined; empty while no filter is on
};

/// What the window shows of the document: all of it, or what a filter lets through. A look, not a
/// change: nothing of it is saved or undone.
class ViewFilter : public QObject
{
    Q_OBJECT

public:
    explicit ViewFilter(const Document &document, QObject *parent = nullptr);

    /// The one that is asked for; what it lets through comes by take().
    const graph::Filter &filter() const { return m_filtered.filter; }
    bool isOn() const { return m_filtered.isOn(); }
    void set(graph::Filter filter);
    void clear() { set({}); }
    void take(Filtered &filtered) { std::swap(m_filtered, filtered); } ///< gives back the former
    /// After nodes of the document changed while no filter is on.
    void forgetLabels() { m_filtered.labels.reset(); }

    bool shows(const graph::Key &key) const;
    const graph::NodeLabels &labels();
    std::size_t shownServices() const;

signals:
    void changed();

private:
    const Document &m_document;
    Filtered m_filtered;
};

} // namespace drawbridge
