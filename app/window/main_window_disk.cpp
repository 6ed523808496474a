#include "document/document.h"
#include "document/file_bytes.h"
#include "document/loader.h"
#include "messages/announcer.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "panels/notice_bar.h"
#include "window/difference_dialog.h"
#include "window/main_window.h"

#include <QFile>

namespace drawbridge {

/// Says that files are others on disk than was read while they have changes of ours. It takes no
/// key from what the user is at; who wants to decides.
QWidget *MainWindow::buildDiskBar()
{
    m_diskBar = new NoticeBar(Tr::tr("Decide…"));
    m_diskBar->hide();
    connect(m_document, &Document::diskChanged, this, [this](FileId file) {
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
    connect(m_diskBar, &NoticeBar::leavingRequested, this, [this] {
        const FileId file = *m_othersOnDisk.begin();
        askAboutDisk(file, m_document->file(file).path);
    });
    return m_diskBar;
}

void MainWindow::showDiskBar()
{
    m_diskBar->setVisible(!m_othersOnDisk.empty());
    if (m_othersOnDisk.empty())
        return;
    const QString path = m_document->file(*m_othersOnDisk.begin()).path;
    m_diskBar->setText(Tr::tr("Changed on disk"),
                       message(Failure{Code::SaveConflict, {path.toStdString()}}));
}

/// False if the file is open no longer.
bool MainWindow::compareWithDisk(FileId id, const QString &path)
{
    if (!m_document->workspace().contains(id))
        return false;
    const auto onDisk = readFile(QFile::encodeName(path).toStdString(), LoadLimits().fileSize);
    if (onDisk)
        DifferenceDialog(path, *onDisk, m_document->workspace().file(id).bytes(), this).exec();
    else
        tell(message(onDisk.failure()));
    return true;
}

} // namespace drawbridge
