// Opening beside the window, which goes on with what is open until the other is there.
#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "document/opening.h"
#include "document/unsaved.h"
#include "messages/announcer.h"
#include "messages/end_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "panels/notice_bar.h"
#include "window/main_window.h"
#include "window/progress_words.h"
#include "window/wait_beside.h"
#include "window/waiting_input.h"

#include <QApplication>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>

namespace drawbridge {

namespace {

constexpr int kQuietMs = 300; ///< what takes no longer is not told of
constexpr int kTellMs = 100;  ///< how often it is told how far it has come
constexpr int kPauseMs = 700; ///< nobody is asked in the middle of a word
constexpr int kAgainMs = 100; ///< while a dialog, a menu or a mouse button is held

/// What the user holds by a key, a button or a dialog must not be changed under it.
bool isHeld()
{
    return QApplication::activeModalWidget() || QApplication::activePopupWidget() ||
           QApplication::mouseButtons() != Qt::NoButton;
}

} // namespace

void MainWindow::addCancelOpeningAction(QMenu *menu)
{
    m_cancelOpening =
        add(menu, Tr::tr("&Cancel Opening"), Qt::Key_Escape, [this] { cancelOpening(); });
    m_cancelOpening->setEnabled(false);
}

/// Takes no key and moves nothing: it lies over the canvas.
QWidget *MainWindow::buildOpeningBar()
{
    m_openingBar = new NoticeBar(Tr::tr("Cancel"));
    m_openingBar->setObjectName(QStringLiteral("openingBar"));
    m_openingBar->hide();
    connect(m_openingBar, &NoticeBar::leavingRequested, this, &MainWindow::cancelOpening);
    m_openingTimer.setSingleShot(true);
    connect(&m_openingTimer, &QTimer::timeout, this, &MainWindow::showOpening);
    m_takeTimer.setSingleShot(true);
    connect(&m_takeTimer, &QTimer::timeout, this, &MainWindow::takeOpened);
    for (auto signal : {&Document::pictureChanged, &Document::placesChanged})
        connect(m_document, signal, this, [this] { m_sinceChange.start(); });
    m_sinceChange.start();
    return m_openingBar;
}

void MainWindow::beginOpening(const QStringList &paths)
{
    if (!mayDiscard())
        return;
    cancelOpening();
    agreeToLose();
    startOpening(paths);
    m_openingTimer.start(kQuietMs);
}

/// What is not saved now. It may have all that is open.
void MainWindow::agreeToLose()
{
    m_document->freeBeside(
        std::exchange(m_agreed, std::make_shared<UnsavedLater>(m_document->unsavedLater())));
}

void MainWindow::startOpening(const QStringList &paths)
{
    m_writesBefore = m_document->writes();
    m_opening = new Opening(m_document->openingRequest(paths), this);
    connect(m_opening, &Opening::ended, this, &MainWindow::takeOpened);
}

/// What was read may be older than what was saved since, and what was judged by other settings
/// would have to be judged anew. False if neither is so, and for an input, which cannot be read
/// again.
bool MainWindow::restartOpening()
{
    if (m_opening->request().isOfInput())
        return false;
    if (m_document->writes() == m_writesBefore && m_document->hasSettingsOf(m_opening->request()))
        return false;
    const QStringList paths = m_opening->request().paths;
    leaveOpening();
    startOpening(paths);
    return true;
}

void MainWindow::goOnOpening(MainWindow &before)
{
    if (!before.m_opening)
        return;
    m_opening = std::exchange(before.m_opening, nullptr);
    if (isNeutral())
        m_canvas->setHint({});
    m_agreed = std::move(before.m_agreed);
    m_writesBefore = before.m_writesBefore;
    before.m_openingTimer.stop();
    before.m_takeTimer.stop();
    disconnect(m_opening, nullptr, &before, nullptr);
    m_opening->setParent(this);
    connect(m_opening, &Opening::ended, this, &MainWindow::takeOpened);
    m_openingTimer.start(kQuietMs);
    if (m_opening->isEnded())
        m_takeTimer.start(kAgainMs);
}

/// What was read so far is freed beside.
void MainWindow::leaveOpening()
{
    Opening *opening = std::exchange(m_opening, nullptr);
    if (opening->isEnded())
        m_document->freeBeside(opening->take().contents);
    delete opening;
}

void MainWindow::showOpening()
{
    if (!m_opening)
        return;
    restartOpening();
    const OpeningRequest &request = m_opening->request();
    const QString title =
        request.isOfInput() ? Tr::tr("Opening what comes by standard input")
        : request.paths.size() == 1
            ? Tr::tr("Opening %1").arg(visible(QFileInfo(request.paths[0]).fileName()))
            : Tr::tr("Opening");
    m_openingBar->setText(title, progressWords(m_opening->progress()));
    if (!m_openingBar->isVisible()) {
        m_openingBar->show();
        m_cancelOpening->setEnabled(true);
        m_announcer->tell(Tr::tr("%1. Escape cancels it.").arg(title));
    }
    m_openingTimer.start(kTellMs);
}

void MainWindow::hideOpening()
{
    m_openingTimer.stop();
    m_takeTimer.stop();
    m_cancelOpening->setEnabled(false);
    if (m_openingBar->isAncestorOf(QApplication::focusWidget()))
        m_canvas->setFocus();
    m_openingBar->hide();
}

/// Everything stays as it is.
void MainWindow::cancelOpening()
{
    if (!m_opening)
        return;
    if (m_openingBar->isVisible())
        m_announcer->tell(Tr::tr("Opening was cancelled. Everything is as it was."));
    hideOpening();
    leaveOpening();
    m_document->freeBeside(std::exchange(m_agreed, nullptr));
    leaveNeutral();
}

/// What a new sketch is begun by.
void MainWindow::showHint()
{
    m_canvas->setHint(
        QStringLiteral("<h3>%1</h3><p>%2<br>%3</p><p><a href='add'>%4</a> &nbsp;·&nbsp; "
                       "<a href='example'>%5</a> &nbsp;·&nbsp; <a href='open'>%6</a></p>")
            .arg(Tr::tr("Nothing may enter this namespace."),
                 Tr::tr("Add services, then draw the connections that you want to allow."),
                 Tr::tr("The Internet comes by the context menu of a service: %1")
                     .arg(Tr::tr("Allow from the Internet…")),
                 Tr::tr("Add a service"), Tr::tr("Show the three-tier example"),
                 Tr::tr("Open files")));
}

/// While the first is opened there is nothing to be seen yet, least of all a sketch.
void MainWindow::beginNeutral()
{
    if (m_document->isModified())
        return;
    m_canvas->setHint({});
    m_document->startUntitled({});
}

void MainWindow::leaveNeutral()
{
    showHint();
    if (isNeutral())
        startNew();
}

bool MainWindow::isNeutral() const
{
    const std::vector<FileId> files = m_document->workspace().files();
    return files.size() == 1 && m_document->file(files.front()).path.isEmpty() &&
           m_document->workspace().file(files.front()).bytes().empty() &&
           m_document->undoStack()->count() == 0;
}

QStringList MainWindow::pathsUnderWay() const
{
    return m_opening ? m_opening->request().paths : QStringList();
}

/// When the user is at nothing that would be lost: what changed since the question is asked about.
void MainWindow::takeOpened()
{
    if (!m_opening || !m_opening->isEnded() || restartOpening())
        return;
    const bool isLate = isHeld() || m_document->isSaving() || m_document->isBehind() ||
                        isWaitingForPicture() || isWaitingAlive();
    const bool isAsked = !isLate && !m_opening->isEmpty() && m_document->isModified() &&
                         !(m_document->unsavedLater() == *m_agreed);
    if (isLate || (isAsked && m_sinceChange.elapsed() < kPauseMs)) {
        m_takeTimer.start(kAgainMs);
        return;
    }
    if (isAsked && !mayDiscard()) {
        cancelOpening();
        return;
    }
    if (isAsked) // saved, or given up
        agreeToLose();
    if (!m_opening || restartOpening() || !m_opening->isEnded())
        return;
    Opening *opening = std::exchange(m_opening, nullptr);
    const bool wasTold = m_openingBar->isVisible();
    const QString title = m_openingBar->accessibleName();
    hideOpening();
    Opened opened = opening->take();
    const bool isOpened = opened.contents != nullptr;
    delete opening;
    m_document->freeBeside(std::exchange(m_agreed, nullptr));
    const std::vector<Failure> failures = m_document->takeOver(std::move(opened));
    leaveNeutral();
    finishOpening(failures);
    if (wasTold && isOpened)
        m_announcer->tell(Tr::tr("%1: done.").arg(title));
    m_document->lookAtDisk(); // which may have changed since it was read
}

void MainWindow::finishOpening(const std::vector<Failure> &failures)
{
    QStringList sentences;
    for (const Failure &failure : failures)
        sentences += message(failure);
    if (const QString words = openElsewhereWords(); !words.isEmpty())
        sentences += words;
    if (!sentences.isEmpty())
        tell(sentences.join(QLatin1Char('\n')));
}

} // namespace drawbridge
