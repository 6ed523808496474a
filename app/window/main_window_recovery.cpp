#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "document/file_bytes.h"
#include "document/journal_keeper.h"
#include "document/opening.h"
#include "document/session.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "window/main_window.h"
#include "window/progress_words.h"
#include "window/recovery_dialog.h"
#include "window/wait_beside.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStatusBar>

#include <algorithm>

namespace drawbridge {

namespace {

/// Saved after all, or made by somebody else: there is nothing to offer.
bool isOnDisk(const Unsaved &unsaved)
{
    return !unsaved.side &&
           std::all_of(unsaved.files.begin(), unsaved.files.end(), [](const UnsavedFile &file) {
               constexpr std::size_t kLargest = std::size_t(1) << 30;
               const auto bytes = readFile(QFile::encodeName(file.path).toStdString(), kLargest);
               return !file.path.isEmpty() && bytes && *bytes == file.bytes.toStdString();
           });
}

/// Waits until the journal has what is not saved. False if it could not be written, or the user did
/// not want to wait.
bool isKeptSoon(JournalKeeper &keeper, QWidget *window)
{
    QEventLoop loop;
    bool isKept = false;
    QObject::connect(&keeper, &JournalKeeper::ended, &loop, [&](bool isWritten) {
        isKept = isWritten;
        loop.quit();
    });
    keeper.keepBeside();
    SavingProgress progress;
    const auto words = [](const SavingProgress &) { return Tr::tr("Keeping it for a crash"); };
    if (keeper.isWriting())
        waitAlive(
            loop, [&] { return !keeper.isWriting(); }, progress, {Tr::tr("Restoring"), words},
            window);
    return isKept;
}

} // namespace

void MainWindow::keepUnsaved(Session *session, JournalKeeper *keeper)
{
    m_session = session;
    m_keeper = keeper;
    keeper->follow(m_document);
    connect(keeper, &JournalKeeper::failed, this, [this](const Failure &failure) {
        statusBar()->showMessage(
            Tr::tr("What is not saved cannot be kept for a crash: %1. Save often.")
                .arg(QString::fromStdString(failure.arguments.back())));
    });
}

void MainWindow::addRecoverAction(QMenu *menu)
{
    add(menu, Tr::tr("Reco&ver Unsaved Work…"), {}, [this] { offerRecovery(true); });
}

bool MainWindow::offerRecovery(bool wasAsked)
{
    if (!m_session)
        return false;
    Session::Found found = m_session->leftBehind();
    std::erase_if(found.journals, [](const auto &left) {
        return isOnDisk(left->journal().unsaved) && left->remove();
    });
    if (found.journals.empty()) {
        const QString words = wordsOfUnreadable(found);
        if (!words.isEmpty())
            tell(words);
        else if (wasAsked)
            tell(Tr::tr("There is no unsaved work to recover. Everything was saved or discarded."));
        return false;
    }
    RecoveryDialog dialog(std::move(found), this);
    if (dialog.exec() != QDialog::Accepted)
        return false;
    const std::unique_ptr<LeftBehind> chosen = dialog.takeChosen();
    if (!chosen || !mayDiscard())
        return false;
    return restore(*chosen);
}

/// What it was read from goes only when our own journal has it. False if the user called it off.
bool MainWindow::restore(LeftBehind &chosen)
{
    cancelOpening();
    const Unsaved &unsaved = chosen.journal().unsaved;
    const auto reading = std::make_shared<OpeningProgress>();
    const auto read = [unsaved, reading, request = m_document->restoringRequest(unsaved)](
                          SavingProgress &) { return openedAgain(unsaved, request, *reading); };
    const auto words = [reading](const SavingProgress &) { return progressWords(*reading); };
    auto restoring = waitBeside<Restoring>(read, {Tr::tr("Restoring"), words}, this);
    if (!restoring) {
        reading->cancel();
        statusBar()->showMessage(
            Tr::tr("Not restored. It is kept, and “Recover Unsaved Work” offers it again."), 10000);
        return false;
    }
    QStringList sentences;
    for (const Failure &failure : m_document->takeOver(*restoring))
        sentences += message(failure);
    QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents); // it is shown first
    m_document->bringBack(unsaved, std::move(*restoring));
    if (isKeptSoon(*m_keeper, this))
        chosen.remove();
    m_canvas->setFocus();
    statusBar()->showMessage(
        Tr::tr("Restored, and not written to the disk. Look at it, then save or undo."), 10000);
    m_document->lookAtDisk(); // which may have changed since it was read
    sentences += openElsewhereWords();
    sentences.removeAll(QString());
    if (!sentences.isEmpty())
        tell(sentences.join(QLatin1Char('\n')));
    return true;
}

/// Empty if nobody else has them.
QString MainWindow::openElsewhereWords() const
{
    const QStringList paths =
        m_session ? m_session->openElsewhere(m_document->roots()) : QStringList();
    if (paths.isEmpty())
        return {};
    return Tr::tr("%1 is open in another window of Drawbridge. Nothing is saved over what that one "
                  "saves unless you say so; close one of them if you do not need both.")
        .arg(visible(QFileInfo(paths.front()).fileName()));
}

void MainWindow::begin(const QStringList &paths, bool isExample)
{
    const bool isRestored = offerRecovery(false);
    const QStringList open = m_document->roots();
    const auto isOpen = [&](const QString &path) {
        const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
        return std::any_of(open.begin(), open.end(), [&](const QString &root) {
            return absolute == root || absolute.startsWith(root + QLatin1Char('/'));
        });
    };
    if (isExample)
        openExample();
    else if (!paths.isEmpty() && !(isRestored && std::all_of(paths.begin(), paths.end(), isOpen))) {
        if (!isRestored)
            beginNeutral();
        beginOpening(paths);
    }
}

} // namespace drawbridge
