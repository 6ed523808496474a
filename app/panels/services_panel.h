#pragma once

#include "panels/panel_tree.h"
#include "panels/services_model.h"

#include <QSet>

namespace drawbridge {

/// All services by namespace, and the outside: the list twin of the canvas.
class ServicesPanel : public PanelTree
{
    Q_OBJECT

public:
    explicit ServicesPanel(QWidget *parent = nullptr);

    /// What is folded, selected and in sight stays so.
    void setGraph(const graph::Graph &graph);
    void setRows(ServicesModel::Rows &rows); ///< as the model's
    void refresh(const graph::Graph &graph, const graph::Refreshed &touched);
    graph::Key selectedKey() const; ///< empty for none
    /// A key that is not shown selects nothing.
    void setSelectedKey(const graph::Key &key);

signals:
    void chosen(const drawbridge::graph::Key &key);
    /// Another row is selected, or none.
    void selectedMoved(const drawbridge::graph::Key &key);
    void contextMenuRequestedFor(const drawbridge::graph::Key &key, QPoint globalPosition);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect,
                      const QModelIndex &index) const override;

private:
    void unfold();
    void tell(const QModelIndex &index);

    ServicesModel *m_model;
    QSet<QString> m_folded; ///< keys of namespaces; the outside's is empty
};

} // namespace drawbridge
