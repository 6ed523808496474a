#include "panels/panel_tree.h"

#include "panels/panel_colors.h"

#include <QFocusEvent>
#include <QPainter>
#include <QScopeGuard>

namespace drawbridge {

static int s_resting = 0;

PanelTree::Resting::Resting()
{
    ++s_resting;
}

PanelTree::Resting::~Resting()
{
    --s_resting;
}

PanelTree::PanelTree(QWidget *parent) : QTreeView(parent)
{
    setAllColumnsShowFocus(false); // drawRow() shows it
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void PanelTree::selectRow(const QModelIndex &index)
{
    if (!index.isValid())
        clearSelection();
    else if (index != currentIndex() || !selectionModel()->isSelected(index))
        setCurrentIndex(index);
}

void PanelTree::doItemsLayout()
{
    if (s_resting > 0)
        scheduleDelayedItemsLayout();
    else
        QTreeView::doItemsLayout();
}

void PanelTree::frame(QPainter *painter, const QRect &rect) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(PanelColors::current().link);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter->restore();
}

void PanelTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    QTreeView::drawRow(painter, option, index);
    if (hasFocus() && index.siblingAtColumn(0) == currentIndex().siblingAtColumn(0))
        frame(painter, option.rect);
}

void PanelTree::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (!hasFocus() || !model() || model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    frame(&painter, viewport()->rect());
}

/// There is always a line that has the keyboard.
void PanelTree::focusInEvent(QFocusEvent *event)
{
    QTreeView::focusInEvent(event);
    if (model() && !currentIndex().isValid())
        selectionModel()->setCurrentIndex(model()->index(0, 0), QItemSelectionModel::NoUpdate);
    viewport()->update();
}

/// Thousands of rows are measured one by one, and each would be asked anew how rows look.
template <typename Work>
auto PanelTree::measuring(const Work &work) const
{
    const std::optional before = m_look;
    if (!before)
        initViewItemOption(&m_look.emplace());
    const auto leave = qScopeGuard([&] { m_look = before; });
    return work();
}

void PanelTree::updateGeometries()
{
    if (s_resting > 0)
        scheduleDelayedItemsLayout(); // which comes here
    else
        measuring([this] { QTreeView::updateGeometries(); });
}

QRegion PanelTree::visualRegionForSelection(const QItemSelection &selection) const
{
    return measuring([&] { return QTreeView::visualRegionForSelection(selection); });
}

void PanelTree::initViewItemOption(QStyleOptionViewItem *option) const
{
    if (m_look && option != &*m_look)
        *option = *m_look;
    else
        QTreeView::initViewItemOption(option);
}

} // namespace drawbridge
