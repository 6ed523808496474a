#pragma once

#include "base/ids.h"

#include <QTabBar>

#include <vector>

namespace drawbridge {

struct FileInfo;

/// A tab for each file that is open in an editor.
class FileTabs : public QTabBar
{
    Q_OBJECT

public:
    explicit FileTabs(QWidget *parent = nullptr);

    FileId fileAt(int tab) const;
    FileId current() const { return fileAt(currentIndex()); }
    int tabOf(FileId file) const;

    /// Tabs for these and no others. The current one stays if it can, else the one in its place
    /// follows. `names` has the title of each.
    void setFiles(const std::vector<FileInfo> &files, const QStringList &names);

private:
    bool match(const std::vector<FileInfo> &files) const;
    void rebuild(const std::vector<FileInfo> &files);
    void addCloser(FileId file);
};

} // namespace drawbridge
