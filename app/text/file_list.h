#pragma once

#include "base/ids.h"

#include <QFrame>
#include <QString>

#include <vector>

class QLineEdit;
class QSortFilterProxyModel;
class QStandardItemModel;
class QTreeView;

namespace drawbridge {

struct FileInfo;

/// How many problems a file has.
struct ProblemCount
{
    int errors = 0;
    int warnings = 0;
};

/// "2 errors, 1 warning"; empty if there are none.
QString countText(const ProblemCount &count);

/// All files of the workspace, to choose one by a part of its path; shows where the problems are.
class FileList : public QFrame
{
    Q_OBJECT

public:
    explicit FileList(QWidget *parent = nullptr);

    /// Shown below this point of the screen, with the current file chosen. `counts` goes with
    /// `files`.
    void open(const std::vector<FileInfo> &files, const std::vector<ProblemCount> &counts,
              FileId current, const QRect &room);

signals:
    void chosen(drawbridge::FileId file);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill(const std::vector<FileInfo> &files, const std::vector<ProblemCount> &counts);
    void choose(const QModelIndex &index);
    void move(int rows);
    void chooseRow(int row);
    void tellCurrent();

    QLineEdit *m_filter;
    QTreeView *m_view;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_shown;
};

} // namespace drawbridge
