#include "document/disk_watcher.h"

#include <QFileInfo>
#include <QSet>

namespace drawbridge {

DiskWatcher::DiskWatcher(QObject *parent) : QObject(parent)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(200);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_quiet, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_quiet,
            qOverload<>(&QTimer::start));
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        rewatch();
        emit mayHaveChanged();
    });
}

void DiskWatcher::setFiles(const QStringList &paths)
{
    m_paths = paths;
    rewatch();
}

void DiskWatcher::rewatch()
{
    QSet<QString> wanted;
    for (const QString &path : m_paths) {
        if (QFileInfo::exists(path))
            wanted += path;
        wanted += QFileInfo(path).absolutePath();
    }
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    const QSet<QString> now(watched.begin(), watched.end());
    const QStringList gone = (now - wanted).values();
    const QStringList added = (wanted - now).values();
    if (!gone.isEmpty())
        m_watcher.removePaths(gone);
    if (!added.isEmpty())
        m_watcher.addPaths(added);
}

} // namespace drawbridge
