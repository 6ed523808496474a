#pragma once

#include "document/document.h"

#include <QAbstractTableModel>
#include <QString>

#include <vector>

namespace drawbridge {

/// How many problems a file has.
struct ProblemCount
{
    int errors = 0;
    int warnings = 0;
};

/// "2 errors, 1 warning"; empty if there are none.
QString countText(const ProblemCount &count);

/// Files with their folders and problems. What a row says is made when it is asked for: of
/// thousands only some are ever in sight.
class FileListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Folder, Problems, ColumnCount };
    /// A FileId's value, and what a part of the path is looked for in.
    enum Role { IdRole = Qt::UserRole, PathRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// `counts` goes with `files`.
    void setFiles(std::vector<FileInfo> files, std::vector<ProblemCount> counts);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString name(const FileInfo &file) const;
    QString folder(const FileInfo &file) const;

    std::vector<FileInfo> m_files;
    std::vector<ProblemCount> m_counts;
    QString m_common; ///< the folder that all have in common, with a slash at its end
};

} // namespace drawbridge
