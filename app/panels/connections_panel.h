#pragma once

#include "panels/connections_model.h"
#include "panels/list_view.h"

namespace drawbridge {

/// Every arrow as a line: from, to, ports, verdict; those of folded namespaces too.
class ConnectionsPanel : public ListView
{
    Q_OBJECT

public:
    explicit ConnectionsPanel(QWidget *parent = nullptr);

    /// The current line stays current as long as its arrow is there.
    void setGraph(const graph::Graph &graph);
    void setRows(ConnectionsModel::Rows &rows); ///< as the model's
    void refresh(const graph::Graph &graph, const graph::Refreshed &touched);
    /// Lines, but for those that only the standard would allow.
    int count() const;
    graph::Key selectedKey() const; ///< empty for none
    /// A key that is not shown selects nothing.
    void setSelectedKey(const graph::Key &arrow);

signals:
    /// Another line is selected, or none.
    void selectedMoved(const drawbridge::graph::Key &arrow);
    void chosen(const drawbridge::graph::Key &arrow);

private:
    ConnectionsModel *m_model;
};

} // namespace drawbridge
