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
    using Work = std::function<std::optional<Failure>(OpeningProgress &)>;

    Writing(JournalKeeper &keeper, Unsaved what, std::shared_ptr<SavingProgress> how,
            const Work &write)
        : unsaved(std::move(what))
        , progress(std::move(how))
        , work(write, &keeper, [&keeper] { keeper.finishWriting(); })
    {
    }

    Unsaved unsaved;
    std::shared_ptr<SavingProgress> progress;
    BesideWork<std::optional<Failure>> work;
};

JournalKeeper::JournalKeeper(Session &session, QObject *parent)
    : QObject(parent), m_session(session)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(1000);
    m_latest.setSingleShot(true);
    m_latest.setInterval(3000);
    connect(&m_quiet, &QTimer::timeout, this, &JournalKeeper::keepBeside);
    connect(&m_latest, &QTimer::timeout, this, &JournalKeeper::keepBeside);
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
    if (!callOff()) {
        m_isAskedAgain = true;
        return false;
    }
    m_session.setOpen(m_document->roots());
    return tell(m_session.keep(m_document->unsaved()));
}

void JournalKeeper::keepBeside()
{
    m_quiet.stop();
    m_latest.stop();
    if (!m_document)
        return;
    if (m_writing) {
        m_isAskedAgain = true;
        return;
    }
    m_session.setOpen(m_document->roots());
    Unsaved unsaved = m_document->unsaved();
    if (m_session.hasKept(unsaved))
        return;
    if (unsaved.isEmpty()) {
        tell(m_session.keep(unsaved)); // only removes
        return;
    }
    const Result<QString> path = m_session.journalPath();
    if (!path) {
        tell(path.failure());
        return;
    }
    const auto progress = std::make_shared<SavingProgress>();
    const auto write = [path = *path, unsaved, progress, writer = m_writer](OpeningProgress &) {
        return writer ? writer(path, unsaved, *progress)
                      : Session::write(path, unsaved, progress.get());
    };
    m_writing = std::make_unique<Writing>(*this, std::move(unsaved), progress, write);
}

/// Also where it was called off too late.
void JournalKeeper::finishWriting()
{
    if (!m_writing || !m_writing->work.isEnded())
        return;
    const auto written = m_writing->work.take();
    if (written && !*written)
        m_session.noteKept(std::move(m_writing->unsaved));
    else
        m_session.noteUnknown();
    m_writing.reset();
    if (written)
        tell(*written);
    if (std::exchange(m_isAskedAgain, false))
        keepBeside();
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
    m_quiet.stop();
    m_latest.stop();
    if (m_document)
        disconnect(m_document, nullptr, this, nullptr);
    m_document.clear();
    callOff();
    m_session.forget();
}

} // namespace drawbridge
