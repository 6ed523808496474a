#pragma once

#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <optional>

class QThread;

namespace drawbridge {

/// Says that files may have changed on disk: only a hint, compare the bytes. Watches the files and
/// their folders, because replacing a file ends the watch on it. Thousands of files are taken under
/// watch in slices, so that the window stays alive; what changes meanwhile is told at the end.
class DiskWatcher : public QObject
{
    Q_OBJECT

public:
    explicit DiskWatcher(QObject *parent = nullptr);
    ~DiskWatcher() override;

    void setFiles(const QStringList &paths);
    /// Files and folders besides, of which the folders that they are in are not watched.
    void setMore(const QStringList &paths);

signals:
    void mayHaveChanged();

private:
    void noteChange();
    void renew();
    void waitForFreeing();
    void takeFiles();
    void rewatch();
    void begin();
    void watchOn();
    void want(const QString &path);

    std::unique_ptr<QFileSystemWatcher> m_watcher;
    std::unique_ptr<QThread> m_freeing; ///< of the one before
    QTimer m_quiet;
    QElapsedTimer m_sinceFirst; ///< of the changes that are to be told
    QTimer m_poll;              ///< runs where files are on a network
    QTimer m_slice;             ///< for the next files
    QStringList m_paths;
    std::optional<QStringList> m_newPaths; ///< until they are taken
    QStringList m_more;
    bool m_isBegun = false; ///< a round of them
    qsizetype m_next = 0;
    QSet<QString> m_watched; ///< as it was when this round began
    QSet<QString> m_wanted;
};

} // namespace drawbridge
