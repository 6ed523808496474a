#include "panels/services_panel.h"

#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"

#include <QHeaderView>
#include <QSet>

#include <map>

namespace drawbridge {

namespace {

constexpr int kKey = Qt::UserRole;

QTreeWidgetItem *makeItem(const graph::Key &key, const QString &title, const QString &detail)
{
    auto *item = new QTreeWidgetItem({title});
    item->setData(0, kKey, QString::fromStdString(key));
    item->setToolTip(0, detail.toHtmlEscaped());
    item->setData(0, Qt::AccessibleDescriptionRole, detail);
    return item;
}

QString itemTitle(const graph::Node &node)
{
    const bool isOpen = node.ingress == graph::Lock::Open && !node.frame.empty();
    return isOpen ? nodeTitle(node) + QStringLiteral(" · ") + Tr::tr("open") : nodeTitle(node);
}

} // namespace

ServicesPanel::ServicesPanel(QWidget *parent) : QTreeWidget(parent)
{
    setHeaderLabel(Tr::tr("Services"));
    setAccessibleName(Tr::tr("Services"));
    setContextMenuPolicy(Qt::CustomContextMenu);
    setUniformRowHeights(true);
    connect(this, &QTreeWidget::itemActivated, this, &ServicesPanel::tell);
    connect(this, &QTreeWidget::itemClicked, this, &ServicesPanel::tell);
    connect(this, &QWidget::customContextMenuRequested, this, [this](QPoint position) {
        if (QTreeWidgetItem *item = itemAt(position))
            emit contextMenuRequestedFor(item->data(0, kKey).toString().toStdString(),
                                         viewport()->mapToGlobal(position));
    });
}

void ServicesPanel::setGraph(const graph::Graph &graph)
{
    const QTreeWidgetItem *current = currentItem();
    const QString selected = current ? current->data(0, kKey).toString() : QString();
    QSet<QString> closed;
    for (int i = 0; i < topLevelItemCount(); ++i)
        if (!topLevelItem(i)->isExpanded())
            closed += topLevelItem(i)->data(0, kKey).toString();
    clear();
    std::map<graph::Key, QTreeWidgetItem *> frames;
    for (const graph::Frame &frame : graph.frames) {
        QTreeWidgetItem *item = makeItem(frame.key, visible(frame.title), wallWords(frame));
        addTopLevelItem(item);
        item->setExpanded(!closed.contains(QString::fromStdString(frame.key)));
        frames[frame.key] = item;
    }
    QTreeWidgetItem *outside = nullptr;
    for (const graph::Node &node : graph.nodes) {
        QTreeWidgetItem *item =
            makeItem(node.key, itemTitle(node), nodeFacts(node).join(QLatin1Char('\n')));
        if (const auto it = frames.find(node.frame); it != frames.end()) {
            it->second->addChild(item);
            continue;
        }
        if (!outside) {
            outside = makeItem({}, Tr::tr("Outside"), {});
            addTopLevelItem(outside);
            outside->setExpanded(true);
        }
        outside->addChild(item);
    }
    setCurrentKey(selected.toStdString());
}

QTreeWidgetItem *ServicesPanel::itemOf(const graph::Key &key) const
{
    const QString wanted = QString::fromStdString(key);
    for (QTreeWidgetItemIterator it(const_cast<ServicesPanel *>(this)); *it; ++it)
        if (!wanted.isEmpty() && (*it)->data(0, kKey).toString() == wanted)
            return *it;
    return nullptr;
}

void ServicesPanel::setCurrentKey(const graph::Key &key)
{
    if (QTreeWidgetItem *item = itemOf(key))
        setCurrentItem(item);
}

void ServicesPanel::tell(QTreeWidgetItem *item)
{
    const graph::Key key = item->data(0, kKey).toString().toStdString();
    if (!key.empty())
        emit chosen(key);
}

} // namespace drawbridge
