#include "document/journal_keeper.h"

#include "document/document.h"
#include "document/session.h"
#include "document/unsaved.h"

#include <utility>

namespace drawbridge {

JournalKeeper::JournalKeeper(Session &session, QObject *parent)
    : QObject(parent), m_session(session)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(1000);
    m_latest.setSingleShot(true);
    m_latest.setInterval(3000);
    connect(&m_quiet, &QTimer::timeout, this, &JournalKeeper::keepNow);
    connect(&m_latest, &QTimer::timeout, this, &JournalKeeper::keepNow);
}

void JournalKeeper::follow(Document *document)
{
    if (m_document)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    connect(document, &Document::pictureChanged, this, &JournalKeeper::noteChange);
    connect(document, &Document::placesChanged, this, &JournalKeeper::noteChange);
    connect(document, &Document::filesChanged, this, &JournalKeeper::noteChange);
    connect(document, &Document::workspaceReplaced, this, &JournalKeeper::noteChange);
    noteChange();
}

/// What is saved or taken back must not be offered again, not even for a second.
void JournalKeeper::noteChange()
{
    if (!m_document->isModified()) {
        keepNow();
        return;
    }
    m_quiet.start();
    if (!m_latest.isActive())
        m_latest.start();
}

bool JournalKeeper::keepNow()
{
    m_quiet.stop();
    m_latest.stop();
    if (!m_document)
        return true;
    m_session.setOpen(m_document->roots());
    const auto failure = m_session.keep(m_document->unsaved());
    if (failure && !std::exchange(m_isTold, true))
        emit failed(*failure);
    m_isTold &= failure.has_value();
    return !failure;
}

void JournalKeeper::stop()
{
    m_quiet.stop();
    m_latest.stop();
    if (m_document)
        disconnect(m_document, nullptr, this, nullptr);
    m_document.clear();
    m_session.forget();
}

} // namespace drawbridge
