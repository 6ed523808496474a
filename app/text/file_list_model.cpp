#include "text/file_list_model.h"

#include "messages/messages.h"
#include "messages/tr.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace drawbridge {

/// Of all files that are on disk.
static QString commonFolder(const std::vector<FileInfo> &files)
{
    QString common;
    bool isFirst = true;
    for (const FileInfo &file : files) {
        if (file.path.isEmpty())
            continue;
        const QString folder = QFileInfo(file.path).path() + u'/';
        if (std::exchange(isFirst, false))
            common = folder;
        while (!folder.startsWith(common))
            common.truncate(common.lastIndexOf(u'/', -2) + 1);
    }
    return common;
}

QString countText(const ProblemCount &count)
{
    QStringList parts;
    if (count.errors > 0)
        parts.append(Tr::tr("%n error(s)", nullptr, count.errors));
    if (count.warnings > 0)
        parts.append(Tr::tr("%n warning(s)", nullptr, count.warnings));
    return parts.join(QStringLiteral(", "));
}

void FileListModel::setFiles(std::vector<FileInfo> files, std::vector<ProblemCount> counts)
{
    beginResetModel();
    m_files = std::move(files);
    m_counts = std::move(counts);
    m_common = commonFolder(m_files);
    endResetModel();
}

int FileListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_files.size());
}

int FileListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString FileListModel::name(const FileInfo &file) const
{
    QString name = file.path.isEmpty() ? Tr::tr("Untitled") : file.name;
    if (file.isModified)
        name += QStringLiteral(" •");
    return name;
}

QString FileListModel::folder(const FileInfo &file) const
{
    const qsizetype end = file.path.lastIndexOf(u'/') + 1;
    return file.path.mid(m_common.size(), std::max<qsizetype>(0, end - m_common.size()));
}

QVariant FileListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const FileInfo &file = m_files[std::size_t(index.row())];
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
        case Name:
            return visible(name(file));
        case Folder:
            return visible(folder(file));
        default:
            return countText(m_counts[std::size_t(index.row())]);
        }
    }
    if (index.column() != Name)
        return {};
    switch (role) {
    case IdRole:
        return file.id.value;
    case PathRole:
        return QString(folder(file) + name(file));
    case Qt::ToolTipRole:
        return QStringLiteral("<qt>%1</qt>").arg(visible(file.path).toHtmlEscaped());
    default:
        return {};
    }
}

} // namespace drawbridge
