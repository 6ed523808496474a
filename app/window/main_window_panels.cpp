// The way from panel to panel by keyboard, and what screen readers are told of those elsewhere.
#include "canvas/canvas_widget.h"
#include "messages/announcer.h"
#include "messages/tr.h"
#include "panels/connections_panel.h"
#include "panels/filter_bar.h"
#include "panels/inspector_panel.h"
#include "panels/notice_bar.h"
#include "panels/palette_panel.h"
#include "panels/problems_panel.h"
#include "panels/services_panel.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window/main_window.h"
#include "window/side_panels.h"

#include <QApplication>
#include <QMenu>
#include <QStatusBar>
#include <QTabWidget>

#include <algorithm>

namespace drawbridge {

void MainWindow::addPanelActions(QMenu *menu)
{
    QMenu *shown = menu->addMenu(Tr::tr("Pane&ls"));
    for (const SidePanels::Where where : {SidePanels::Left, SidePanels::Right, SidePanels::Below})
        shown->addAction(m_sidePanels->action(where));
    const auto goTo = [this](QWidget *panel) {
        m_sidePanels->bringUp(panel);
        panel->setFocus();
    };
    const auto goToTab = [this](QWidget *tab) {
        m_sidePanels->bringUp(tab);
        for (int i = 0; i < m_bottom->count(); ++i)
            if (m_bottom->widget(i) == tab || m_bottom->widget(i)->isAncestorOf(tab))
                m_bottom->setCurrentIndex(i);
        tab->setFocus();
    };
    add(menu, Tr::tr("Go to &Services"), QKeySequence(Qt::CTRL | Qt::Key_1),
        [this, goTo] { goTo(m_services); });
    add(menu, Tr::tr("Go to Can&vas"), QKeySequence(Qt::CTRL | Qt::Key_2),
        [this] { m_canvas->setFocus(); });
    add(menu, Tr::tr("Go to Te&xt"), QKeySequence(Qt::CTRL | Qt::Key_3), [this] {
        m_sidePanels->bringUp(m_text);
        if (TextEditor *editor = m_text->currentEditor())
            editor->setFocus();
    });
    add(menu, Tr::tr("Go to &Problems"), QKeySequence(Qt::CTRL | Qt::Key_4),
        [this, goToTab] { goToTab(m_problems); });
    add(menu, Tr::tr("Go to Connections"), QKeySequence(Qt::CTRL | Qt::Key_5),
        [this, goToTab] { goToTab(m_connections); });
    add(menu, Tr::tr("Go to Palette"), QKeySequence(Qt::CTRL | Qt::Key_6),
        [this, goTo] { goTo(m_palette); });
    add(menu, Tr::tr("Go to Details"), QKeySequence(Qt::CTRL | Qt::Key_7),
        [this, goTo] { goTo(m_inspector); });
    add(menu, Tr::tr("Next Panel"), QKeySequence(Qt::Key_F6), [this] { stepPanel(true); });
    add(menu, Tr::tr("Previous Panel"), QKeySequence(Qt::SHIFT | Qt::Key_F6),
        [this] { stepPanel(false); });
}

/// Those in sight, as one reads: down on the left, in the middle, on the right.
std::vector<QWidget *> MainWindow::panels() const
{
    std::vector<QWidget *> result{m_services,
                                  m_palette,
                                  m_filterBar,
                                  m_changesBar,
                                  m_canvas,
                                  m_bottom->currentWidget(),
                                  m_text->currentEditor(),
                                  m_inspector};
    std::erase_if(result, [](const QWidget *panel) { return !panel || !panel->isVisible(); });
    return result;
}

void MainWindow::stepPanel(bool forward)
{
    const std::vector<QWidget *> all = panels();
    const QWidget *focus = QApplication::focusWidget();
    const auto now = std::find_if(all.begin(), all.end(), [focus](const QWidget *panel) {
        return panel == focus || panel->isAncestorOf(focus);
    });
    const std::size_t count = all.size();
    const std::size_t at =
        now == all.end() ? (forward ? count - 1 : 0) : std::size_t(now - all.begin());
    all[(at + (forward ? 1 : count - 1)) % count]->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::connectAnnouncer()
{
    connect(statusBar(), &QStatusBar::messageChanged, m_announcer, &Announcer::tell);
}

} // namespace drawbridge
