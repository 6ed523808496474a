#include "text/tab_titles.h"

#include "document/document.h"
#include "messages/tr.h"

#include <QDir>
#include <QFileInfo>

namespace drawbridge {

namespace {

QString nameOf(const FileInfo &file)
{
    return file.path.isEmpty() ? Tr::tr("Untitled") : QFileInfo(file.path).fileName();
}

} // namespace

QStringList tabTitles(const std::vector<FileInfo> &files, const Document &document)
{
    QStringList titles;
    for (const FileInfo &file : files) {
        QString title = nameOf(file);
        if (!file.path.isEmpty() && document.countOfFilesCalled(title) > 1)
            title = QFileInfo(file.path).dir().dirName() + u'/' + title;
        title.replace(u'&', QStringLiteral("&&")); // else it would mark a key
        titles.append(file.isModified ? title + QStringLiteral(" •") : title);
    }
    return titles;
}

QString tabTip(const FileInfo &file)
{
    QString tip = (file.path.isEmpty() ? nameOf(file) : file.path).toHtmlEscaped();
    if (file.isModified)
        tip += QStringLiteral("<br>") + Tr::tr("Has changes that are not saved.").toHtmlEscaped();
    if (file.changedOnDisk)
        tip += QStringLiteral("<br>") +
               Tr::tr("Another program has changed it on disk.").toHtmlEscaped();
    return tip;
}

} // namespace drawbridge
