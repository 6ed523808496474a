#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace drawbridge {

/// Says that files may have changed on disk: only a hint, compare the bytes. Watches the files and
/// their folders, because replacing a file ends the watch on it.
class DiskWatcher : public QObject
{
    Q_OBJECT

public:
    explicit DiskWatcher(QObject *parent = nullptr);

    void setFiles(const QStringList &paths);

signals:
    void mayHaveChanged();

private:
    void rewatch();

    QFileSystemWatcher m_watcher;
    QTimer m_quiet;
    QTimer m_poll; ///< runs where files are on a network
    QStringList m_paths;
};

} // namespace drawbridge
