#pragma once

#include <QFont>
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
    /// Of one line of each kind; thousands of rows ask for them.
    struct Heights
    {
        QFont font; ///< of which they are
        int name = 0;
        int nameSpace = 0;
        int heading = 0;
        int detail = 0;
    };
    const Heights &heights(const QFont &font) const;
    static std::pair<QRect, QRect> lines(const QStyleOptionViewItem &row, const QModelIndex &index);

    mutable Heights m_heights; ///< of the font that was asked for last
};

} // namespace drawbridge
