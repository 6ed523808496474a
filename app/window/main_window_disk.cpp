#include "document/document.h"
#include "document/file_bytes.h"
#include "document/loader.h"
#include "messages/messages.h"
#include "window/difference_dialog.h"
#include "window/main_window.h"

#include <QFile>

namespace drawbridge {

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
