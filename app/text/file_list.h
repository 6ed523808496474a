#pragma once

#include "base/ids.h"

#include <QFrame>
#include <QString>

#include <vector>

class QLineEdit;
class QSortFilterProxyModel;
class QTreeView;

namespace drawbridge {

class FileListModel;
struct FileInfo;
struct ProblemCount;

/// All files of the workspace, to choose one by a part of its path; shows where the problems are.
class FileList : public QFrame
{
    Q_OBJECT

public:
    explicit FileList(QWidget *parent = nullptr);

    /// Shown below this point of the screen, with the current file chosen. `counts` goes with
    /// `files`.
    void open(std::vector<FileInfo> files, std::vector<ProblemCount> counts, FileId current,
              const QRect &room);

signals:
    void chosen(drawbridge::FileId file);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void move(int rows);
    void chooseRow(int row);
    void tellCurrent();

    QLineEdit *m_filter;
    QTreeView *m_view;
    FileListModel *m_model;
    QSortFilterProxyModel *m_shown;
};

} // namespace drawbridge
