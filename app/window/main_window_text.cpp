// The commands for the text of the open file.
#include "messages/tr.h"
#include "text/text_panel.h"
#include "window/main_window.h"

#include <QMenu>
#include <QMenuBar>
#include <QStatusBar>

#include <functional>

namespace drawbridge {

namespace {

constexpr int kToldTime = 8'000; ///< milliseconds

} // namespace

void MainWindow::buildTextMenu()
{
    QMenu *menu = menuBar()->addMenu(Tr::tr("&Text"));
    add(menu, Tr::tr("&Find…"), QKeySequence::Find, [this] { m_text->find(false); });
    add(menu, Tr::tr("Find &Next"), QKeySequence(Qt::Key_F3), [this] { m_text->findNext(false); });
    add(menu, Tr::tr("Find &Previous"), QKeySequence(Qt::SHIFT | Qt::Key_F3),
        [this] { m_text->findNext(true); });
    add(menu, Tr::tr("&Replace…"), QKeySequence(Qt::CTRL | Qt::Key_H),
        [this] { m_text->find(true); });
    add(menu, Tr::tr("&Go to Line…"), QKeySequence(Qt::CTRL | Qt::Key_G),
        [this] { m_text->goToLine(); });
    menu->addSeparator();
    add(menu, Tr::tr("&Comment Out"), QKeySequence(Qt::CTRL | Qt::Key_Slash),
        [this] { m_text->toggleComment(); });
    connect(m_text, &TextPanel::told, this,
            [this](const QString &sentence) { statusBar()->showMessage(sentence, kToldTime); });
}

} // namespace drawbridge
