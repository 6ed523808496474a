#include "document/document.h"
#include "document/file_bytes.h"
#include "document/loader.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "window/difference_dialog.h"
#include "window/main_window.h"

#include <QFile>
#include <QMessageBox>
#include <QPushButton>

namespace drawbridge {

/// Never silent: the user's text (or, with the path of the side file, layout) and the disk's
/// differ. Who compares is asked again.
void MainWindow::askAboutDisk(FileId id, const QString &path)
{
    const bool isLayout = path == m_document->sidePath();
    QMessageBox box(QMessageBox::Warning, Tr::tr("Changed on disk"),
                    message(Failure{Code::SaveConflict, {path.toStdString()}}), {}, this);
    box.setTextFormat(Qt::PlainText);
    QPushButton *mine = box.addButton(Tr::tr("Overwrite the Disk"), QMessageBox::DestructiveRole);
    QPushButton *disk = box.addButton(Tr::tr("Reload from Disk"), QMessageBox::AcceptRole);
    QPushButton *compared =
        isLayout ? nullptr : box.addButton(Tr::tr("Compare…"), QMessageBox::ActionRole);
    box.addButton(Tr::tr("Decide Later"), QMessageBox::RejectRole);
    do
        box.exec();
    while (compared && box.clickedButton() == compared && compareWithDisk(id, path));
    std::optional<Failure> failure;
    if (box.clickedButton() == mine)
        failure = isLayout ? m_document->saveLayout(true) : m_document->save(id, true);
    else if (box.clickedButton() == disk)
        failure = isLayout ? m_document->reloadLayout() : m_document->revert(id);
    showTitle(); // a layout that is saved alone tells nobody
    m_problemTimer.start();
    if (failure)
        tell(message(*failure));
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
