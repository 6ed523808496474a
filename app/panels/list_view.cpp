#include "panels/list_view.h"

#include "panels/panel_colors.h"

#include <QHeaderView>
#include <QPainter>
#include <QResizeEvent>
#include <QStyledItemDelegate>

#include <algorithm>

namespace drawbridge {

namespace {

constexpr int kWidestColumn = 240; ///< of those that do not stretch; tooltips have the rest
constexpr int kLeastColumn = 60;
constexpr int kLeastSection = 24;
constexpr int kAroundLines = 10;
constexpr int kShortSentence = 48; ///< letters that a column of sentences has room for, or wraps

/// In a narrow view less, so that the last column has room too.
int widestColumn(const QAbstractItemView *view)
{
    const int columns = view && view->model() ? view->model()->columnCount() : 1;
    const int share = view ? view->viewport()->width() / std::max(columns, 1) : kWidestColumn;
    return std::clamp(share * 6 / 5, kLeastColumn, kWidestColumn);
}

/// Gives lines air.
class LineDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index) + QSize(12, 8);
        const auto *list = qobject_cast<const ListView *>(option.widget);
        if (list && list->lines() > 1)
            size.setHeight(list->lines() * option.fontMetrics.lineSpacing() + kAroundLines);
        return size.boundedTo(
            {widestColumn(qobject_cast<const QAbstractItemView *>(option.widget)), size.height()});
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto *view = qobject_cast<const QAbstractItemView *>(option->widget);
        const QSize icon = view ? view->iconSize() : QSize();
        option->decorationSize = icon.isValid() ? icon : QSize(kDotSize, kDotSize);
        option->state &= ~QStyle::State_HasFocus; // the whole line shows it
    }
};

} // namespace

ListView::ListView(QWidget *parent) : PanelTree(parent)
{
    setItemDelegate(new LineDelegate(this));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setTextElideMode(Qt::ElideRight);
    header()->setSectionsClickable(false);
    header()->setStretchLastSection(false);
    header()->setResizeContentsPrecision(
        0); // what is in view; all rows would be asked at every change
    header()->setMinimumSectionSize(kLeastSection); // an empty column takes no room
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void ListView::show(QAbstractItemModel *model, int stretching)
{
    setModel(model);
    m_stretching = stretching;
    connect(model, &QAbstractItemModel::modelReset, this, &ListView::tellWhetherEmpty);
    tellWhetherEmpty();
    for (int column = 0; column < model->columnCount(); ++column)
        header()->setSectionResizeMode(
            column, column == stretching ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
}

void ListView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    tellWhetherEmpty();
}

void ListView::setSummary(const QString &text)
{
    m_summary = text;
    tellWhetherEmpty();
}

void ListView::tellWhetherEmpty()
{
    const bool isEmpty = !model() || model()->rowCount() == 0;
    setAccessibleDescription(isEmpty ? m_emptyText : m_summary);
}

/// Columns that follow their contents measure anew.
void ListView::resizeEvent(QResizeEvent *event)
{
    PanelTree::resizeEvent(event);
    if (header()->count() > 1 && event->size().width() != event->oldSize().width())
        header()->setSectionResizeMode(0, header()->sectionResizeMode(0));
    const int width = header()->sectionSize(m_stretching);
    const int lines = width < kShortSentence * fontMetrics().averageCharWidth() ? 2 : 1;
    if (m_lines == lines)
        return;
    m_lines = lines;
    setWordWrap(lines > 1);
    scheduleDelayedItemsLayout();
}

void ListView::paintEvent(QPaintEvent *event)
{
    PanelTree::paintEvent(event);
    if (!model() || model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(PanelColors::current().subtle);
    painter.drawText(viewport()->rect().adjusted(6, 6, -6, -6), Qt::AlignLeft | Qt::TextWordWrap,
                     m_emptyText);
}

} // namespace drawbridge
