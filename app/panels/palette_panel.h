#pragma once

#include "panels/list_view.h"
#include "panels/palette_icons.h"

namespace drawbridge {

class PaletteModel;

/// What can be inserted: dragged to a place, or chosen by double click or Enter. The drag is its
/// own and not the desktop's: it never leaves the window.
class PalettePanel : public ListView
{
    Q_OBJECT

public:
    explicit PalettePanel(QWidget *parent = nullptr);

    static QString nameOf(const PaletteEntry &entry);
    QModelIndex indexOf(const PaletteEntry &entry) const;
    bool isDragging() const { return m_isDragging; }

    QSize sizeHint() const override;

signals:
    void chosen(const drawbridge::PaletteEntry &entry);
    /// Clicked once, which does nothing: somebody may wonder.
    void hinted(const drawbridge::PaletteEntry &entry);
    void dragged(const drawbridge::PaletteEntry &entry, QPoint globalPosition);
    void dropped(const drawbridge::PaletteEntry &entry, QPoint globalPosition);
    void dragCancelled();

protected:
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void cancelDrag();
    PaletteEntry entryOf(const QModelIndex &index) const;

    PaletteModel *m_model;
    QPersistentModelIndex m_pressed;
    QPoint m_pressedAt;
    bool m_isDragging = false;
};

} // namespace drawbridge
