#include "document/disk_watcher.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <algorithm>
#include <sys/vfs.h>

namespace drawbridge {

static constexpr int kSliceTime = 8;         ///< milliseconds: half a frame
static constexpr qsizetype kManyPaths = 500; ///< these wait for a turn of their own

/// Nobody is told there of what others change.
static bool isOnNetwork(const QString &folder)
{
    constexpr quint32 kKinds[] = {0x6969, 0xff534d42, 0xfe534d42, 0x517b, 0x65735546, 0x01021997};
    struct statfs system = {};
    return statfs(QFile::encodeName(folder).constData(), &system) == 0 &&
           std::find(std::begin(kKinds), std::end(kKinds), quint32(system.f_type)) !=
               std::end(kKinds);
}

DiskWatcher::DiskWatcher(QObject *parent) : QObject(parent)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(200);
    m_poll.setInterval(3000);
    m_slice.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &DiskWatcher::mayHaveChanged);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        rewatch();
        emit mayHaveChanged();
    });
    connect(&m_slice, &QTimer::timeout, this, [this] {
        if (m_newPaths)
            takeFiles();
        else
            watchOn();
        if (!m_slice.isActive())
            emit mayHaveChanged();
    });
    renew();
}

DiskWatcher::~DiskWatcher()
{
    waitForFreeing();
}

void DiskWatcher::waitForFreeing()
{
    if (m_freeing)
        m_freeing->wait();
}

/// After a quiet moment, but not later than that where there is none.
void DiskWatcher::noteChange()
{
    constexpr int kLatest = 2000; // milliseconds
    if (!m_quiet.isActive())
        m_sinceFirst.start();
    if (m_sinceFirst.elapsed() < kLatest)
        m_quiet.start();
}

/// To forget thousands of files takes its time: another thread does so.
void DiskWatcher::renew()
{
    if (m_watcher) {
        waitForFreeing();
        m_watcher->disconnect();
        m_freeing.reset(QThread::create([last = m_watcher.get()] { delete last; }));
        m_watcher.release()->moveToThread(m_freeing.get()); // it may be deleted there only
        m_freeing->start();
    }
    m_watcher = std::make_unique<QFileSystemWatcher>();
    for (auto signal : {&QFileSystemWatcher::fileChanged, &QFileSystemWatcher::directoryChanged})
        connect(m_watcher.get(), signal, this, &DiskWatcher::noteChange);
}

void DiskWatcher::setFiles(const QStringList &paths)
{
    m_newPaths = paths;
    if (m_paths.size() + paths.size() > kManyPaths)
        m_slice.start(0); // a workspace that is opened has much to do at once
    else
        takeFiles();
}

void DiskWatcher::takeFiles()
{
    const QStringList paths = std::move(*m_newPaths);
    m_newPaths.reset();
    // A new one is quicker than to take away thousands of files one by one.
    const auto &[fewer, more] = std::minmax(
        paths, m_paths, [](const auto &a, const auto &b) { return a.size() < b.size(); });
    const QSet<QString> known(fewer.begin(), fewer.end());
    const auto kept = std::count_if(more.begin(), more.end(),
                                    [&](const QString &path) { return known.contains(path); });
    if (2 * kept <= m_paths.size())
        renew();
    m_paths = paths;
    m_poll.stop();
    rewatch();
}

void DiskWatcher::setMore(const QStringList &paths)
{
    if (paths == m_more)
        return;
    m_more = paths;
    rewatch();
}

void DiskWatcher::rewatch()
{
    if (m_newPaths)
        return; // what is watched next comes with them
    m_isBegun = false;
    if (m_paths.size() + m_more.size() > kManyPaths)
        m_slice.start(0);
    else
        watchOn();
}

void DiskWatcher::begin()
{
    m_isBegun = true;
    m_watched.clear();
    for (const QStringList &paths : {m_watcher->files(), m_watcher->directories()})
        for (const QString &path : paths)
            m_watched.insert(path);
    m_wanted.clear();
    m_next = 0;
}

/// The next files; what is wanted no longer goes at the end.
void DiskWatcher::watchOn()
{
    m_slice.stop();
    if (!m_isBegun)
        begin();
    const QDeadlineTimer deadline(kSliceTime);
    for (; m_next < m_paths.size(); ++m_next) {
        if (deadline.hasExpired()) {
            m_slice.start(0);
            return;
        }
        const QFileInfo info(m_paths[m_next]);
        if (info.exists())
            want(m_paths[m_next]);
        const QString folder = info.absolutePath();
        if (!m_wanted.contains(folder) && !m_poll.isActive() && isOnNetwork(folder))
            m_poll.start();
        want(folder);
    }
    for (; m_next < m_paths.size() + m_more.size(); ++m_next) {
        if (deadline.hasExpired()) {
            m_slice.start(0);
            return;
        }
        if (const QString &path = m_more[m_next - m_paths.size()]; QFileInfo::exists(path))
            want(path);
    }
    const QStringList gone = (m_watched - m_wanted).values();
    for (const QString &path : gone) {
        if (deadline.hasExpired()) {
            m_slice.start(0);
            return;
        }
        m_watcher->removePath(path);
        m_watched.remove(path);
    }
}

void DiskWatcher::want(const QString &path)
{
    if (m_wanted.contains(path))
        return;
    m_wanted.insert(path);
    if (!m_watched.contains(path))
        m_watcher->addPath(path);
}

} // namespace drawbridge
