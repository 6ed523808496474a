#pragma once

#include <QStyledItemDelegate>

#include <utility>

namespace drawbridge {

/// Draws a row of the services: a dot for its state, its name, and a small second line.
class ServicesDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// Sets a heading off from the rows before.
    static int roomAbove(const QModelIndex &index);
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    static std::pair<QRect, QRect> lines(const QStyleOptionViewItem &row, const QModelIndex &index);
};

} // namespace drawbridge
