#include "window/shortcuts_dialog.h"

#include "messages/tr.h"
#include "window/dialog_room.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace drawbridge {

namespace {

QString withoutMnemonic(QString text)
{
    return text.remove(QLatin1Char('&'));
}

QString keysOf(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action.shortcuts())
        keys += sequence.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral(", "));
}

/// Keys that the canvas takes itself; those in menus are not said twice.
std::vector<std::pair<QString, QString>> canvasKeys()
{
    return {{Tr::tr("Tab, arrow keys"), Tr::tr("go from element to element")},
            {Tr::tr("E"), Tr::tr("go through the connections of a service")},
            {Tr::tr("Space"), Tr::tr("select; held down, drag the picture")},
            {Tr::tr("C"), Tr::tr("connect: choose the target, then Enter")},
            {Tr::tr("Enter"), Tr::tr("open: the text of a service, the ports of a connection")},
            {Tr::tr("T"), Tr::tr("collapse or expand a namespace")},
            {Tr::tr("Alt with arrow keys"), Tr::tr("move what is selected; with Shift, further")},
            {Tr::tr("Delete"), Tr::tr("revoke a connection, remove a service")},
            {Tr::tr("Home"), Tr::tr("fit the picture into the window")},
            {Tr::tr("+, -, 0"), Tr::tr("zoom in, zoom out, actual size")},
            {Tr::tr("Menu, Shift+F10"), Tr::tr("what can be done with an element")},
            {Tr::tr("Escape"), Tr::tr("leave what was begun, the filter, the selection")}};
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar &menus, QWidget *parent)
    : QDialog(parent), m_table(new QTreeWidget)
{
    setWindowTitle(Tr::tr("Keyboard Shortcuts"));
    m_table->setHeaderLabels({Tr::tr("Command"), Tr::tr("Keys")});
    m_table->setAccessibleName(Tr::tr("Keyboard Shortcuts"));
    m_table->setUniformRowHeights(true);
    for (const QAction *action : menus.actions())
        if (action->menu())
            addMenu(*action->menu(), withoutMnemonic(action->text()));
    addCanvas();
    m_table->expandAll();
    m_table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_table->header()->setStretchLastSection(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &ShortcutsDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_table);
    layout->addWidget(buttons);
    resize(roomFor(*this, {620, 640}));
    m_table->setCurrentItem(m_table->topLevelItem(0));
}

void ShortcutsDialog::addMenu(const QMenu &menu, const QString &title)
{
    auto *group = new QTreeWidgetItem({title});
    for (const QAction *action : menu.actions())
        if (!action->menu() && !action->shortcut().isEmpty())
            group->addChild(
                new QTreeWidgetItem({withoutMnemonic(action->text()), keysOf(*action)}));
    if (group->childCount() > 0)
        m_table->addTopLevelItem(group);
    else
        delete group;
    for (const QAction *action : menu.actions())
        if (action->menu())
            addMenu(*action->menu(),
                    title + QStringLiteral(" › ") + withoutMnemonic(action->text()));
}

void ShortcutsDialog::addCanvas()
{
    auto *group = new QTreeWidgetItem({Tr::tr("On the canvas")});
    for (const auto &[keys, meaning] : canvasKeys())
        group->addChild(new QTreeWidgetItem({meaning, keys}));
    m_table->addTopLevelItem(group);
}

} // namespace drawbridge
