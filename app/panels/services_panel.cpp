#include "panels/services_panel.h"

#include "messages/tr.h"
#include "panels/services_delegate.h"
#include "panels/services_model.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QScrollBar>

namespace drawbridge {

static QString keyOf(const QModelIndex &index)
{
    return index.data(ServicesModel::KeyRole).toString();
}

ServicesPanel::ServicesPanel(QWidget *parent) : PanelTree(parent), m_model(new ServicesModel(this))
{
    setAccessibleName(Tr::tr("Services"));
    setModel(m_model);
    setItemDelegate(new ServicesDelegate(this));
    setIndentation(12);
    setVerticalScrollMode(ScrollPerPixel);
    header()->setStretchLastSection(true);
    header()->setSectionsClickable(false);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { emit selectedMoved(selectedKey()); });
    connect(this, &QTreeView::activated, this, &ServicesPanel::tell);
    connect(this, &QTreeView::clicked, this, &ServicesPanel::tell);
    connect(this, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { m_folded.insert(keyOf(index)); });
    connect(this, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { m_folded.remove(keyOf(index)); });
    connect(m_model, &QAbstractItemModel::modelReset, this, &ServicesPanel::unfold);
}

void ServicesPanel::setGraph(const graph::Graph &graph)
{
    ServicesModel::Rows rows(graph);
    setRows(rows);
}

void ServicesPanel::setRows(ServicesModel::Rows &rows)
{
    const graph::Key current = keyOf(currentIndex()).toStdString();
    const graph::Key selected = selectedKey();
    const int scrolled = verticalScrollBar()->value();
    m_model->setRows(rows);
    if (currentIndex().isValid() || current.empty())
        return;
    selectionModel()->setCurrentIndex(m_model->indexOf(current), QItemSelectionModel::NoUpdate);
    setSelectedKey(selected);
    verticalScrollBar()->setValue(scrolled);
}

void ServicesPanel::refresh(const graph::Graph &graph, const graph::Refreshed &touched)
{
    const graph::Key current = keyOf(currentIndex()).toStdString();
    const bool isGoing = std::any_of(
        touched.nodesRemoved.begin(), touched.nodesRemoved.end(),
        [&current](const graph::Refreshed::Gone &gone) { return gone.node == current; });
    if (isGoing &&
        !m_model->keepsRows(
            graph, touched)) // else the view would select the line beside it, which nobody chose
        selectionModel()->setCurrentIndex({}, QItemSelectionModel::NoUpdate);
    m_model->refresh(graph, touched);
}

/// A reset folds everything.
void ServicesPanel::unfold()
{
    const QSet<QString> folded = m_folded;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex branch = m_model->index(row, 0);
        setExpanded(branch, !folded.contains(keyOf(branch)));
    }
}

graph::Key ServicesPanel::selectedKey() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? graph::Key() : keyOf(rows.front()).toStdString();
}

void ServicesPanel::setSelectedKey(const graph::Key &key)
{
    selectRow(key.empty() ? QModelIndex() : m_model->indexOf(key));
}

void ServicesPanel::tell(const QModelIndex &index)
{
    const graph::Key key = keyOf(index).toStdString();
    if (!key.empty())
        emit chosen(key);
}

/// The triangle beside the text of the row.
void ServicesPanel::drawBranches(QPainter *painter, const QRect &rect,
                                 const QModelIndex &index) const
{
    QTreeView::drawBranches(painter, rect.adjusted(0, ServicesDelegate::roomAbove(index), 0, 0),
                            index);
}

/// By mouse of what is below it, by keyboard of the current row.
void ServicesPanel::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isByKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const QPoint at = isByKey ? visualRect(index).center() : event->pos();
    emit contextMenuRequestedFor(keyOf(index).toStdString(), viewport()->mapToGlobal(at));
}

} // namespace drawbridge
