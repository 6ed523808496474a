#include "document/journal_keeper.h"

#include "document/beside.h"
#include "document/document.h"
#include "document/saving_progress.h"
#include "document/session.h"
#include "document/unsaved.h"

#include <memory>
#include <utility>

namespace drawbridge {

/// A disk that does not answer for so long holds nobody any longer.
static constexpr int kMostMilliseconds = 2000;

/// A journal on its way to the disk.
struct JournalKeeper::Writing
{
    struct Written
    {
        std::shared_ptr<const Unsaved> unsaved;
        std::optional<Failure> failure;
    };
    using Work = std::function<Written(OpeningProgress &)>;

    Writing(JournalKeeper &keeper, std::shared_ptr<SavingProgress> how, const Work &write)
        : progress(std::move(how)), work(write, &keeper, [&keeper] { keeper.finishWriting(); })
    {
    }

    std::shared_ptr<SavingProgress> progress;
    BesideWork<Written> work;
};

JournalKeeper::JournalKeeper(Session &session, QObject *parent)
    : QObject(parent), m_session(session)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(1000);
    m_latest.setSingleShot(true);
    m_latest.setInterval(3000);
    m_again.setSingleShot(true);
    m_again.setInterval(100);
    for (QTimer *timer : {&m_quiet, &m_latest, &m_again})
        connect(timer, &QTimer::timeout, this, &JournalKeeper::keepSoon);
}

JournalKeeper::~JournalKeeper()
{
    callOff();
}

void JournalKeeper::follow(Document *document)
{
    if (m_document)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    connect(document, &Document::pictureChanged, this, &JournalKeeper::noteChange);
    connect(document, &Document::placesChanged, this, &JournalKeeper::noteChange);
    connect(document, &Document::fellBehind, this, &JournalKeeper::noteChange);
    connect(document, &Document::filesChanged, this, &JournalKeeper::noteChange);
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

void JournalKeeper::stopTimers()
{
    m_quiet.stop();
    m_latest.stop();
    m_again.stop();
    m_waited = 0;
}

bool JournalKeeper::keepNow()
{
    stopTimers();
    if (!m_document)
        return true;
    if (!callOff()) {
        m_isAskedAgain = true;
        return false;
    }
    m_session.setOpen(m_document->roots());
    const bool isKept = tell(m_session.keep(m_document->unsaved()));
    emit ended(isKept);
    return isKept;
}

/// The layout is of what is computed. While that is made beside it is waited for, but not for long.
void JournalKeeper::keepSoon()
{
    constexpr int kMostWaits = 10;
    if (m_document && m_document->isBehind() && m_document->isSideModified() &&
        m_waited < kMostWaits) {
        ++m_waited;
        m_again.start();
    } else {
        keepBeside();
    }
}

void JournalKeeper::keepBeside()
{
    stopTimers();
    if (!m_document)
        return;
    if (m_writing) {
        m_isAskedAgain = true;
        return;
    }
    m_session.setOpen(m_document->roots());
    // Of thousands of files it is much: made once, shared, and freed beside.
    const auto later = std::make_shared<const UnsavedLater>(m_document->unsavedLater());
    if (later->isEmpty()) {
        emit ended(tell(m_session.keep(later->make()))); // only removes
        return;
    }
    const Result<QString> path = m_session.journalPath();
    if (!path) {
        emit ended(tell(path.failure()));
        return;
    }
    const auto progress = std::make_shared<SavingProgress>();
    const auto write = [path = *path, later, kept = m_session.kept(), progress,
                        writer = m_writer](OpeningProgress &) {
        const auto unsaved = std::make_shared<const Unsaved>(later->make());
        Writing::Written written{unsaved, {}};
        if (!kept || *kept != *unsaved)
            written.failure = writer ? writer(path, *unsaved, *progress)
                                     : Session::write(path, *unsaved, progress.get());
        return written;
    };
    m_writing = std::make_unique<Writing>(*this, progress, write);
}

/// Also where it was called off too late.
void JournalKeeper::finishWriting()
{
    if (!m_writing || !m_writing->work.isEnded())
        return;
    auto written = m_writing->work.take();
    const bool isKept = written && !written->failure;
    if (m_document)
        m_document->freeBeside(m_session.kept());
    if (isKept)
        m_session.noteKept(std::move(written->unsaved));
    else
        m_session.noteUnknown();
    m_writing.reset();
    if (written)
        tell(written->failure);
    if (std::exchange(m_isAskedAgain, false))
        keepSoon();
    else
        emit ended(isKept);
}

/// Nothing is being written any more; false if the disk does not answer.
bool JournalKeeper::callOff()
{
    if (!m_writing)
        return true;
    if (!m_writing->progress->cancel() && !m_writing->work.hasEndedWithin(kMostMilliseconds))
        return false;
    m_writing.reset();
    m_isAskedAgain = false;
    m_session.noteUnknown();
    return true;
}

/// True if there is nothing to tell.
bool JournalKeeper::tell(const std::optional<Failure> &failure)
{
    if (failure && !std::exchange(m_isTold, true))
        emit failed(*failure);
    m_isTold &= failure.has_value();
    return !failure;
}

void JournalKeeper::stop()
{
    stopTimers();
    if (m_document)
        disconnect(m_document, nullptr, this, nullptr);
    m_document.clear();
    callOff();
    m_session.forget();
    emit ended(false);
}

} // namespace drawbridge
