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
    add(menu, Tr::tr("Go to F&ile…"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_F),
        [this] { m_text->listFiles(); });
    add(menu, Tr::tr("Close &Tab"), QKeySequence(Qt::CTRL | Qt::Key_W),
        [this] { m_text->closeCurrentTab(); });
    menu->addSeparator();
    add(menu, Tr::tr("&Comment Out"), QKeySequence(Qt::CTRL | Qt::Key_Slash),
        [this] { m_text->toggleComment(); });
    add(menu, Tr::tr("Co&mplete"), QKeySequence(Qt::CTRL | Qt::Key_Space),
        [this] { m_text->complete(); });
    add(menu, Tr::tr("&Describe Field"), QKeySequence(Qt::CTRL | Qt::Key_I),
        [this] { m_text->describe(); });
    menu->addSeparator();
    using Wish = TextPanel::FoldWish;
    add(menu, Tr::tr("Fo&ld"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_BracketLeft),
        [this] { m_text->fold(Wish::Fold); });
    add(menu, Tr::tr("&Unfold"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_BracketRight),
        [this] { m_text->fold(Wish::Unfold); });
    add(menu, Tr::tr("Fold &All"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_BracketLeft),
        [this] { m_text->fold(Wish::FoldAll); });
    add(menu, Tr::tr("Unfold All"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_BracketRight),
        [this] { m_text->fold(Wish::UnfoldAll); });
    connect(m_text, &TextPanel::told, this,
            [this](const QString &sentence) { statusBar()->showMessage(sentence, kToldTime); });
}

} // namespace drawbridge
