#include "panels/connections_panel.h"

#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"

#include <QHeaderView>

namespace drawbridge {

ConnectionsPanel::ConnectionsPanel(QWidget *parent) : QTreeWidget(parent)
{
    setAccessibleName(Tr::tr("Connections"));
    setHeaderLabels({Tr::tr("From"), Tr::tr("To"), Tr::tr("Ports"), Tr::tr("Verdict")});
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    header()->setSectionResizeMode(QHeaderView::Interactive);
    header()->setDefaultSectionSize(160);
    const auto tell = [this](QTreeWidgetItem *item) {
        emit chosen(item->data(0, Qt::UserRole).toString().toStdString());
    };
    connect(this, &QTreeWidget::itemActivated, this, tell);
    connect(this, &QTreeWidget::itemClicked, this, tell);
}

void ConnectionsPanel::setPicture(const graph::Picture &picture, const graph::Graph &graph)
{
    clear();
    QList<QTreeWidgetItem *> items;
    for (const graph::Arrow &arrow : graph.arrows) {
        const QString source = titleOf(picture, arrow.source);
        const QString target = titleOf(picture, arrow.target);
        auto *item = new QTreeWidgetItem(
            {source, target, visible(arrow.label), verdictWords(arrow, source, target)});
        item->setData(0, Qt::UserRole, QString::fromStdString(arrow.key));
        items += item;
    }
    addTopLevelItems(items);
}

} // namespace drawbridge
