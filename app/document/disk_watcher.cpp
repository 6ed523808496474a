#include "document/disk_watcher.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <sys/vfs.h>

namespace drawbridge {

/// Nobody is told there of what others change.
static bool isOnNetwork(const QString &path)
{
    constexpr quint32 kKinds[] = {0x6969, 0xff534d42, 0xfe534d42, 0x517b, 0x65735546, 0x01021997};
    struct statfs system = {};
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    return statfs(folder.constData(), &system) == 0 &&
           std::find(std::begin(kKinds), std::end(kKinds), quint32(system.f_type)) !=
               std::end(kKinds);
}

DiskWatcher::DiskWatcher(QObject *parent) : QObject(parent)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(200);
    m_poll.setInterval(3000);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_quiet, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_quiet,
            qOverload<>(&QTimer::start));
    connect(&m_poll, &QTimer::timeout, this, &DiskWatcher::mayHaveChanged);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        rewatch();
        emit mayHaveChanged();
    });
}

void DiskWatcher::setFiles(const QStringList &paths)
{
    m_paths = paths;
    if (std::any_of(paths.begin(), paths.end(), isOnNetwork))
        m_poll.start();
    else
        m_poll.stop();
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
