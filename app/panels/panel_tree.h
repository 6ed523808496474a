#pragma once

#include <QStyleOptionViewItem>
#include <QTreeView>

#include <optional>

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

    /// While there is one, trees put off laying out their rows until they are painted, or a turn
    /// later: another style is told to each of them, its header and its scroll bars in turn.
    class Resting
    {
    public:
        Resting();
        ~Resting();
        Q_DISABLE_COPY_MOVE(Resting)
    };

    void doItemsLayout() override;

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void updateGeometries() override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void initViewItemOption(QStyleOptionViewItem *option) const override;

private:
    template <typename Work>
    auto measuring(const Work &work) const;
    void frame(QPainter *painter, const QRect &rect) const;

    mutable std::optional<QStyleOptionViewItem> m_look; ///< of all rows while they are measured
};

} // namespace drawbridge
