#pragma once

#include <QTreeView>

namespace drawbridge {

/// A tree as all panels show it: the whole line is marked, and the line that has the keyboard is
/// framed; an empty tree that has it is framed as a whole.
class PanelTree : public QTreeView
{
    Q_OBJECT

public:
    explicit PanelTree(QWidget *parent = nullptr);

    /// Alone; where the index is not valid nothing is selected, and the keyboard stays where it is.
    void selectRow(const QModelIndex &index);

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void frame(QPainter *painter, const QRect &rect) const;
};

} // namespace drawbridge
