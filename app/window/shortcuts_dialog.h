#pragma once

#include <QDialog>

class QMenuBar;
class QTreeWidget;

namespace drawbridge {

/// All keys on one sheet: those of the menus, read from the menu bar, and those of the canvas.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(const QMenuBar &menus, QWidget *parent = nullptr);

    QTreeWidget *table() const { return m_table; }

private:
    void addMenu(const class QMenu &menu, const QString &title);
    void addCanvas();

    QTreeWidget *m_table;
};

} // namespace drawbridge
