#pragma once

#include "graph/picture.h"

#include <QTreeWidget>

namespace drawbridge {

/// Every arrow of the picture as a line: from, to, ports, verdict.
class ConnectionsPanel : public QTreeWidget
{
    Q_OBJECT

public:
    explicit ConnectionsPanel(QWidget *parent = nullptr);

    void setPicture(const graph::Picture &picture, const graph::Graph &graph);
    int count() const { return topLevelItemCount(); }

signals:
    void chosen(const drawbridge::graph::Key &arrow);
};

} // namespace drawbridge
