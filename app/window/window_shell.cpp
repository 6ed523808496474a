#include "window/window_shell.h"

#include "document/document.h"
#include "messages/language.h"
#include "window/main_window.h"
#include "window/settings.h"
#include "window/waiting_input.h"

#include <utility>

namespace drawbridge {

WindowShell::WindowShell(QObject *parent) : QObject(parent), m_keeper(m_session)
{
    Language::install(Settings::stored().language);
    m_window = std::make_unique<MainWindow>();
    adopt();
}

WindowShell::~WindowShell() = default;

void WindowShell::adopt()
{
    // The window is replaced only when its own command has returned.
    connect(m_window.get(), &MainWindow::languageChosen, this, &WindowShell::renew,
            Qt::QueuedConnection);
    m_window->keepUnsaved(&m_session, &m_keeper);
}

/// In turns of their own, since each takes as long as the window may be held.
void WindowShell::renew()
{
    if (std::exchange(m_isRenewing, true))
        return; // it sees what is wanted now
    std::unique_ptr<MainWindow> next;
    QString language;
    do {
        language = Settings::stored().language;
        Language::install(language);
        letTurnPass();
        m_window->prepareNext();
        letTurnPass();
        next = std::make_unique<MainWindow>(&m_window->document());
        letTurnPass();
    } while (Settings::stored().language != language || !m_window->isNextPrepared());
    m_isRenewing = false;
    next->takePlaceOf(*m_window);
    m_window = std::move(next);
    adopt();
}

} // namespace drawbridge
