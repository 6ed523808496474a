#include "document/document.h"
#include "document/journal_keeper.h"
#include "messages/end_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "text/text_panel.h"
#include "window/file_patterns.h"
#include "window/main_window.h"
#include "window/wait_beside.h"
#include "window/waiting_input.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStatusBar>

#include <algorithm>

namespace drawbridge {

void MainWindow::tell(const QString &sentence)
{
    QMessageBox box(QMessageBox::Information, Tr::tr("Drawbridge"), withWindowNames(sentence),
                    QMessageBox::Ok, this);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

/// What is not saved, a line each; the first ones if there are many.
static QString unsavedLines(const Document &document)
{
    constexpr qsizetype kMost = 10;
    QStringList names;
    for (const FileInfo &file : document.files())
        if (file.isModified)
            names += visible(file.name);
    if (document.isSideModified())
        names += Tr::tr("the layout, notes and declared ports");
    QStringList lines;
    for (const QString &name : names.mid(0, kMost))
        lines += QStringLiteral("• ") + name;
    if (names.size() > kMost)
        lines += Tr::tr("and %n more", nullptr, int(names.size() - kMost));
    return lines.join(QLatin1Char('\n'));
}

bool MainWindow::mayDiscard()
{
    if (!m_document->isModified())
        return true;
    QMessageBox box(QMessageBox::Question, Tr::tr("Unsaved changes"),
                    Tr::tr("There are changes that are not saved:") + QLatin1Char('\n') +
                        unsavedLines(*m_document),
                    QMessageBox::SaveAll | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::SaveAll);
    switch (box.exec()) {
    case QMessageBox::SaveAll:
        return saveAll() && !m_document->isModified();
    case QMessageBox::Discard:
        return true;
    default:
        return false;
    }
}

/// From here on nobody waits for the disk in the window's thread.
void MainWindow::letSaveBeside()
{
    m_document->setWriter([this](const std::vector<SaveRequest> &requests) {
        const auto save = [requests](SavingProgress &progress) {
            return saveTogether(requests, &progress);
        };
        const auto outcome = saveBeside(save, this);
        return outcome ? *outcome : SaveOutcome::cancelled(requests);
    });
}

void MainWindow::openPaths(const QStringList &paths)
{
    if (!mayDiscard())
        return;
    cancelOpening();
    finishOpening(m_document->open(paths));
}

void MainWindow::chooseFiles()
{
    QFileDialog dialog(this, Tr::tr("Open"));
    dialog.setFileMode(QFileDialog::ExistingFiles);
    dialog.setOption(QFileDialog::HideNameFilterDetails);
    dialog.setNameFilters(
        {QStringLiteral("%1 (%2)").arg(Tr::tr("Manifests"), manifestPatterns().join(u' ')),
         QStringLiteral("%1 (*)").arg(Tr::tr("All files"))});
    if (dialog.exec() == QDialog::Accepted)
        beginOpening(dialog.selectedFiles());
}

void MainWindow::chooseFolder()
{
    const QString path = QFileDialog::getExistingDirectory(this, Tr::tr("Open Folder"));
    if (!path.isEmpty())
        beginOpening({path});
}

/// Not at the layout that is saved with it.
static bool isConflictAt(const Failure &failure, const QString &path)
{
    return failure.code == Code::SaveConflict &&
           failure.arguments.front() ==
               QDir::cleanPath(QFileInfo(path).absoluteFilePath()).toStdString();
}

/// Asks before it takes away what others wrote there.
std::optional<Failure> MainWindow::saveTo(FileId id, const QString &path)
{
    auto failure = m_document->saveAs(id, path);
    if (!failure || !isConflictAt(*failure, path))
        return failure;
    QMessageBox box(QMessageBox::Warning, Tr::tr("Save As"),
                    Tr::tr("%1 holds changes by others that the open text lacks, since you undid "
                           "taking them in. Saving there takes them away. Redo first to keep them.")
                        .arg(visible(QFileInfo(path).fileName())),
                    QMessageBox::Cancel, this);
    box.setTextFormat(Qt::PlainText);
    const QPushButton *over = box.addButton(Tr::tr("Save Over"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == over ? m_document->saveAs(id, path, true) : failure;
}

/// What the user called off needs no dialog.
void MainWindow::tellUnsaved(const std::vector<Failure> &failures, bool isOfAll)
{
    if (failures.front().code == Code::SaveCancelled) {
        statusBar()->showMessage(message(failures.front()), 5000);
        return;
    }
    QStringList sentences;
    for (const Failure &failure : failures)
        sentences += message(failure);
    const bool isPartial = std::any_of(failures.begin(), failures.end(), [](const auto &failure) {
        return failure.code == Code::SaveUnconfirmed;
    });
    if (isOfAll && !isPartial)
        sentences += Tr::tr("All files or none are saved together: none was.");
    tell(sentences.join(QLatin1Char('\n')));
}

bool MainWindow::saveOne(FileId id)
{
    const FileInfo info = m_document->file(id);
    QString path = info.path;
    std::optional<Failure> failure;
    if (path.isEmpty()) {
        path = QFileDialog::getSaveFileName(this, Tr::tr("Save As"), info.name,
                                            Tr::tr("YAML (*.yaml *.yml)"));
        if (path.isEmpty())
            return false;
        failure = saveTo(id, path);
    } else {
        failure = m_document->save(id);
    }
    if (failure && failure->code == Code::SaveConflict) {
        askAboutDisk(id, QString::fromStdString(failure->arguments.front()));
        return !m_document->file(id).isModified;
    }
    if (failure)
        tellUnsaved({*failure}, false);
    else
        saySaved({m_document->file(id).name});
    return !failure;
}

bool MainWindow::save()
{
    if (m_document->isSaving())
        return false;
    const FileId id = m_text->currentFile();
    if (!id.isValid())
        return false;
    // What was drawn may have changed files that are not in view: half of it on disk helps nobody.
    const std::vector<FileInfo> files = m_document->files();
    const bool areOthersModified =
        std::any_of(files.begin(), files.end(),
                    [id](const FileInfo &file) { return file.id != id && file.isModified; });
    if (!areOthersModified)
        return saveOne(id);
    return (!m_document->file(id).path.isEmpty() || saveOne(id)) && saveAll();
}

bool MainWindow::saveAs()
{
    if (m_document->isSaving())
        return false;
    const FileId id = m_text->currentFile();
    if (!id.isValid())
        return false;
    const QString path = QFileDialog::getSaveFileName(
        this, Tr::tr("Save As"), m_document->file(id).path, Tr::tr("YAML (*.yaml *.yml)"));
    if (path.isEmpty())
        return false;
    const auto failure = saveTo(id, path);
    if (failure && isConflictAt(*failure, path))
        return false; // the user wants it so
    if (failure && failure->code == Code::SaveConflict) {
        askAboutDisk(id, QString::fromStdString(failure->arguments.front()));
        return !m_document->isSideModified();
    }
    if (failure)
        tellUnsaved({*failure}, false);
    else
        saySaved({m_document->file(id).name});
    return !failure;
}

/// False if the user decides later.
bool MainWindow::settleConflict(const Failure &failure)
{
    const std::string &path = failure.arguments.front();
    const FileId id = m_document->workspace().fileAt(path);
    askAboutDisk(id, QString::fromStdString(path));
    return id.isValid() ? !m_document->file(id).isModified : !m_document->isSideModified();
}

bool MainWindow::saveAll()
{
    if (m_document->isSaving())
        return false;
    for (const FileInfo &info : m_document->files())
        if (info.isModified && info.path.isEmpty() && !saveOne(info.id))
            return false;
    for (;;) {
        QStringList names;
        for (const FileInfo &info : m_document->files())
            if (info.isModified)
                names += info.name;
        const bool isSideModified = m_document->isSideModified();
        const std::vector<Failure> failures = m_document->saveAll();
        if (failures.empty()) {
            if (!names.isEmpty() || (isSideModified && !m_document->isSideModified()))
                saySaved(names);
            return true;
        }
        const auto conflict =
            std::find_if(failures.begin(), failures.end(),
                         [](const auto &failure) { return failure.code == Code::SaveConflict; });
        if (conflict != failures.end()) {
            if (!settleConflict(*conflict))
                return false;
            continue;
        }
        tellUnsaved(failures, true);
        return false;
    }
}

void MainWindow::revert()
{
    const FileId id = m_text->currentFile();
    if (!id.isValid())
        return;
    if (const auto failure = m_document->revert(id))
        tell(message(*failure));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(!m_document->isSaving() && !isWaitingForPicture() && !isWaitingAlive() &&
                       mayDiscard());
    if (!event->isAccepted())
        return;
    cancelOpening();
    if (m_keeper)
        m_keeper->stop();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    // What happened while the user was elsewhere, also where nothing is told of changes.
    if (event->type() == QEvent::ActivationChange && isActiveWindow() &&
        !QApplication::activeModalWidget())
        QTimer::singleShot(0, this, [this] {
            if (m_document && !QApplication::activeModalWidget())
                m_document->lookAtDisk();
        });
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths += url.toLocalFile();
    if (!paths.isEmpty())
        beginOpening(paths);
}

} // namespace drawbridge
