#include "document/document.h"
#include "document/file_bytes.h"
#include "document/loader.h"
#include "messages/announcer.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "panels/notice_bar.h"
#include "window/difference_dialog.h"
#include "window/layout_difference.h"
#include "window/main_window.h"
#include "window/problem_finder.h"

#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>

namespace drawbridge {

void MainWindow::saySaved(const QStringList &names)
{
    QString sentence = Tr::tr("Saved the layout, notes and declared ports.");
    if (names.size() == 1)
        sentence = Tr::tr("Saved %1.").arg(visible(names.front()));
    else if (!names.isEmpty())
        sentence = Tr::tr("Saved %n file(s).", nullptr, int(names.size()));
    statusBar()->showMessage(sentence, 5000);
}

/// Tabs say which files are not saved; this says it of the layout, which has no tab.
QWidget *MainWindow::buildUnsavedSign()
{
    m_layoutUnsaved = new QLabel(Tr::tr("Layout not saved"));
    m_layoutUnsaved->setObjectName(QStringLiteral("layoutUnsaved"));
    m_layoutUnsaved->setToolTip(Tr::tr("Places, folded namespaces, notes or declared ports are not "
                                       "as they were saved. Saving a file saves them too."));
    m_layoutUnsaved->hide();
    return m_layoutUnsaved;
}

void MainWindow::showUnsaved()
{
    setWindowModified(m_document->isModified());
    m_layoutUnsaved->setVisible(m_document->isSideModified());
}

/// Says that files are others on disk than was read while they have changes of ours. It takes no
/// key from what the user is at; who wants to decides.
QWidget *MainWindow::buildDiskBar()
{
    m_diskBar = new NoticeBar(Tr::tr("Decide…"));
    m_diskBar->setObjectName(QStringLiteral("diskBar"));
    m_diskBar->hide();
    connect(m_document, &Document::diskChanged, this, [this](FileId file) {
        if (m_document->parent() != this)
            return; // the window that has it tells, and hands it on
        m_othersOnDisk.insert(file);
        showDiskBar();
        m_announcer->tell(m_diskBar->accessibleDescription());
    });
    for (auto signal : {&Document::filesChanged, &Document::workspaceReplaced})
        connect(m_document, signal, this, [this] {
            std::erase_if(m_othersOnDisk, [this](FileId file) {
                return !m_document->workspace().contains(file) ||
                       !m_document->file(file).changedOnDisk;
            });
            showDiskBar();
        });
    connect(m_document, &Document::filesCame, this, [this](const QStringList &paths) {
        if (m_document->parent() != this)
            return;
        const QString sentence = paths.size() == 1
                                     ? Tr::tr("%1 is new in the folder, and is open now.")
                                           .arg(visible(QFileInfo(paths.front()).fileName()))
                                     : Tr::tr("%n file(s) are new in the folder, and are open now.",
                                              nullptr, int(paths.size()));
        statusBar()->showMessage(sentence, 10000);
        m_announcer->tell(sentence);
    });
    connect(m_diskBar, &NoticeBar::leavingRequested, this, [this] {
        const FileId file = *m_othersOnDisk.begin();
        askAboutDisk(file, m_document->file(file).path);
    });
    return m_diskBar;
}

namespace {

struct DiskWords
{
    QString heading;
    QString sentence;
};

DiskWords diskWords(const QString &path, bool isGone)
{
    if (isGone)
        return {Tr::tr("Gone from the disk"),
                Tr::tr("%1 is no longer on disk, or cannot be read. Its text is only here: write "
                       "it again, or save it under another name.")
                    .arg(visible(path))};
    return {Tr::tr("Changed on disk"), message(Failure{Code::SaveConflict, {path.toStdString()}})};
}

} // namespace

void MainWindow::showDiskBar()
{
    m_diskBar->setVisible(!m_othersOnDisk.empty());
    if (m_othersOnDisk.empty())
        return;
    const FileInfo file = m_document->file(*m_othersOnDisk.begin());
    const DiskWords words = diskWords(file.path, file.isGone);
    m_diskBar->setText(words.heading, words.sentence);
}

/// What differs in words, where it is the layout that does: nobody reads its file.
QString MainWindow::layoutDifferenceWords() const
{
    const auto bytes = wholeFile(m_document->sidePath());
    if (!bytes)
        return {};
    const auto onDisk = readSideFile(*bytes);
    if (!onDisk)
        return {};
    const QString words = layoutDifference(*onDisk, m_document->side());
    return words.isEmpty() ? Tr::tr("No place, note or declared port differs.") : words;
}

/// Never silent: the user's text (or, with the path of the side file, layout) and the disk's
/// differ. Who compares and decides nothing is asked again.
void MainWindow::askAboutDisk(FileId id, const QString &path)
{
    const bool isLayout = path == m_document->sidePath();
    const bool isGone = !isLayout && id.isValid() && !QFile::exists(path);
    SeenOnDisk seen = SeenOnDisk::at(path);
    const DiskWords words = diskWords(path, isGone);
    QMessageBox box(QMessageBox::Warning, words.heading, words.sentence, {}, this);
    box.setTextFormat(Qt::PlainText);
    if (isLayout)
        box.setInformativeText(layoutDifferenceWords());
    QPushButton *mine =
        isGone ? box.addButton(Tr::tr("Write It Again"), QMessageBox::AcceptRole)
               : box.addButton(Tr::tr("Overwrite the Disk"), QMessageBox::DestructiveRole);
    QPushButton *disk =
        isGone ? nullptr : box.addButton(Tr::tr("Reload from Disk"), QMessageBox::AcceptRole);
    QPushButton *compared =
        isLayout || isGone ? nullptr : box.addButton(Tr::tr("Compare…"), QMessageBox::ActionRole);
    QPushButton *later = box.addButton(Tr::tr("Decide Later"), QMessageBox::RejectRole);
    box.setDefaultButton(compared ? compared : isGone ? mine : later); // none takes anything away
    box.setEscapeButton(later);
    using Choice = DifferenceDialog::Choice;
    Choice choice = Choice::None;
    do {
        box.exec();
        if (box.clickedButton() == mine)
            choice = Choice::Here;
        else if (disk && box.clickedButton() == disk)
            choice = Choice::OnDisk;
        else if (!compared || box.clickedButton() != compared)
            break;
        else if (const auto chosen = compareWithDisk(id, path, seen))
            choice = *chosen;
        else
            break;
    } while (choice == Choice::None);
    std::optional<Failure> failure;
    if (choice == Choice::Here)
        failure = isLayout ? m_document->saveLayout(seen) : m_document->save(id, seen);
    else if (choice == Choice::OnDisk)
        failure = isLayout ? m_document->reloadLayout() : m_document->revert(id);
    showTitle(); // a layout that is saved alone tells nobody
    m_finder->lookSoon();
    if (failure && failure->code == Code::SaveConflict &&
        failure->arguments.front() == path.toStdString() &&
        SeenOnDisk::at(path).bytes != seen.bytes)
        askAboutDisk(id, path); // it is another one once more
    else if (failure)
        tell(message(*failure));
    else if (choice == Choice::Here)
        saySaved(isLayout ? QStringList() : QStringList(m_document->file(id).name));
}

/// What was chosen; both are taken already. Nothing if there is no more to choose. `seen`: what
/// the disk held.
std::optional<DifferenceDialog::Choice> MainWindow::compareWithDisk(FileId id, const QString &path,
                                                                    SeenOnDisk &seen)
{
    using Choice = DifferenceDialog::Choice;
    if (!m_document->workspace().contains(id))
        return {};
    const auto onDisk = readFile(QFile::encodeName(path).toStdString(), LoadLimits().fileSize);
    if (!onDisk) {
        tell(message(onDisk.failure()));
        return Choice::None;
    }
    seen.bytes = QByteArray::fromStdString(*onDisk);
    const std::string here = m_document->workspace().file(id).bytes();
    DifferenceDialog dialog(path, *onDisk, here, m_document->commonBase(id), this);
    dialog.exec();
    if (dialog.choice() != Choice::Both)
        return dialog.choice();
    if (m_document->workspace().contains(id) && m_document->workspace().file(id).bytes() == here) {
        m_document->takeBoth(id, *onDisk, dialog.both());
        statusBar()->showMessage(
            Tr::tr("Both are in the text now, and not saved. Look at it, then save or undo."),
            10000);
    }
    return {};
}

} // namespace drawbridge
