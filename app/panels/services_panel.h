#pragma once

#include "graph/graph.h"

#include <QTreeWidget>

namespace drawbridge {

/// All services by namespace, and the outside: the list twin of the canvas.
class ServicesPanel : public QTreeWidget
{
    Q_OBJECT

public:
    explicit ServicesPanel(QWidget *parent = nullptr);

    void setGraph(const graph::Graph &graph);
    /// Selects without telling.
    void setCurrentKey(const graph::Key &key);

signals:
    void chosen(const drawbridge::graph::Key &key);
    void contextMenuRequestedFor(const drawbridge::graph::Key &key, QPoint globalPosition);

private:
    QTreeWidgetItem *itemOf(const graph::Key &key) const;
    void tell(QTreeWidgetItem *item);
};

} // namespace drawbridge
