#include "panels/connections_panel.h"

#include "messages/tr.h"
#include "panels/connections_model.h"

#include <algorithm>

namespace drawbridge {

ConnectionsPanel::ConnectionsPanel(QWidget *parent)
    : ListView(parent), m_model(new ConnectionsModel(this))
{
    setAccessibleName(Tr::tr("Connections"));
    setEmptyText(Tr::tr("Nothing is connected yet."));
    show(m_model, ConnectionsModel::Verdict);
    const auto tell = [this](const QModelIndex &index) {
        emit chosen(graph::Key(m_model->keyAt(index.row())));
    };
    connect(this, &QTreeView::activated, this, tell);
    connect(this, &QTreeView::clicked, this, tell);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { emit selectedMoved(selectedKey()); });
}

void ConnectionsPanel::setGraph(const graph::Graph &graph)
{
    ConnectionsModel::Rows rows(graph);
    setRows(rows);
}

void ConnectionsPanel::setRows(ConnectionsModel::Rows &rows)
{
    const QModelIndex before = currentIndex();
    const graph::Key current = before.isValid() ? m_model->keyAt(before.row()) : graph::Key();
    const graph::Key selected = selectedKey();
    m_model->setRows(rows);
    if (currentIndex().isValid() || current.empty())
        return;
    selectionModel()->setCurrentIndex(m_model->indexOf(current), QItemSelectionModel::NoUpdate);
    setSelectedKey(selected);
}

graph::Key ConnectionsPanel::selectedKey() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? graph::Key() : graph::Key(m_model->keyAt(rows.front().row()));
}

void ConnectionsPanel::setSelectedKey(const graph::Key &arrow)
{
    selectRow(m_model->indexOf(arrow));
}

void ConnectionsPanel::refresh(const graph::Graph &graph, const graph::Refreshed &touched)
{
    constexpr std::size_t kMostRows = 16; // with more the list is made anew sooner
    if (touched.added.size() + touched.removed.size() > kMostRows) {
        setGraph(graph);
        return;
    }
    const QModelIndex current = currentIndex();
    const bool isGoing =
        current.isValid() && std::find(touched.removed.begin(), touched.removed.end(),
                                       m_model->keyAt(current.row())) != touched.removed.end();
    if (isGoing) // else the view would select the line beside it, which nobody chose
        selectionModel()->setCurrentIndex({}, QItemSelectionModel::NoUpdate);
    m_model->refresh(graph, touched);
}

int ConnectionsPanel::count() const
{
    return int(m_model->connectionCount());
}

} // namespace drawbridge
