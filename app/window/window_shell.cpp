#include "window/window_shell.h"

#include "document/document.h"
#include "messages/language.h"
#include "window/main_window.h"
#include "window/settings.h"
#include "window/window_look.h"

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

void WindowShell::renew()
{
    if (std::exchange(m_isRenewing, true))
        return; // it sees what is wanted now
    QString language;
    do {
        language = Settings::stored().language;
        Language::install(language);
        m_window->prepareNext();
    } while (Settings::stored().language != language);
    m_isRenewing = false;
    const QByteArray geometry = m_window->saveGeometry();
    const WindowLook look = m_window->look();
    auto next = std::make_unique<MainWindow>(m_window->takeDocument());
    next->restoreGeometry(geometry);
    next->show();
    next->take(look);
    next->goOnOpening(*m_window);
    m_window = std::move(next);
    adopt();
}

} // namespace drawbridge
