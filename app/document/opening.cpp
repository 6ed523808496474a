#include "document/opening.h"

#include "document/loader.h"

#include <QDir>
#include <QFileInfo>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace drawbridge {

namespace {

void noteFolders(Contents &contents, const OpeningRequest &request)
{
    if (QFileInfo(request.root).isDir())
        contents.m_root = request.root;
    for (const QString &path : request.paths)
        if (QFileInfo(path).isDir())
            contents.m_folders += QDir::cleanPath(QFileInfo(path).absoluteFilePath());
}

void add(Contents &contents, LoadedFile file)
{
    Contents::DiskState disk;
    disk.path = QString::fromStdString(file.path);
    disk.saved = QByteArray::fromStdString(file.bytes);
    disk.exists = true;
    disk.isReadOnly = !QFileInfo(disk.path).isWritable();
    disk.stamp = file.stamp;
    contents.m_disk[contents.m_workspace.add(file.path, std::move(file.bytes))] = std::move(disk);
}

/// Of all threads; never taken down, since some may outlive everything else.
struct AtWork
{
    std::mutex mutex;
    std::condition_variable oneEnded;
    int count = 0;
};

AtWork &atWork()
{
    static auto *const threads = new AtWork;
    return *threads;
}

LoadReport loaded(const QStringList &paths, OpeningProgress &progress)
{
    std::vector<std::string> absolute;
    for (const QString &path : paths)
        absolute.push_back(QFileInfo(path).absoluteFilePath().toStdString());
    return load(absolute, {}, [&](std::size_t done, std::size_t all) {
        progress.set(OpeningProgress::Step::Reading, done, all);
        return !progress.isCancelled();
    });
}

} // namespace

std::unique_ptr<Contents> emptyContents(const OpeningRequest &settings)
{
    auto contents = std::make_unique<Contents>();
    contents->assumeNamespace(settings.defaultNamespace);
    contents->m_evaluator.setProfile(settings.profile);
    return contents;
}

/// The step last, so that nobody takes the numbers of one for those of another.
void OpeningProgress::set(Step step, std::size_t done, std::size_t all)
{
    m_all = all;
    m_done = done;
    m_step = step;
}

Opened opened(const OpeningRequest &request, OpeningProgress &progress)
{
    using Step = OpeningProgress::Step;
    Opened result;
    LoadReport report = loaded(request.paths, progress);
    result.failures = std::move(report.failures);
    if (report.files.empty() || progress.isCancelled()) {
        result.failures.insert(result.failures.end(), report.notes.begin(), report.notes.end());
        return result;
    }
    auto contents = emptyContents(request);
    for (const Failure &note : report.notes)
        contents->m_notes.push_back({Severity::Note, note.code, {}, note.arguments, {}});
    noteFolders(*contents, request);
    for (std::size_t i = 0; i < report.files.size() && !progress.isCancelled(); ++i) {
        progress.set(Step::Parsing, i, report.files.size());
        add(*contents, std::move(report.files[i]));
    }
    if (progress.isCancelled())
        return result;
    progress.set(Step::Judging);
    if (auto failure = contents->compute())
        result.failures.push_back(std::move(*failure));
    if (progress.isCancelled())
        return result;
    progress.set(Step::Drawing);
    result.moved = contents->draw();
    if (!progress.isCancelled())
        result.contents = std::move(contents);
    return result;
}

Opened openedSketch(const QByteArray &bytes, const SideState &side, const OpeningRequest &settings)
{
    auto contents = emptyContents(settings);
    const FileId id = contents->m_workspace.add("untitled.yaml", bytes.toStdString());
    Contents::DiskState &disk = contents->m_disk[id];
    disk.saved = bytes;
    disk.exists = true; // an untouched sketch need not be saved
    contents->m_side = side;
    contents->computeFresh();
    Opened result;
    result.moved = contents->draw();
    result.contents = std::move(contents);
    return result;
}

/// What the thread and who waits for it share. Whoever is the last to need it frees it.
struct Opening::Work
{
    OpeningProgress progress;
    std::mutex mutex; ///< of what follows
    Opening *waiting = nullptr;
    bool isEnded = false;
    Opened opened;
};

Opening::Opening(OpeningRequest request, QObject *parent)
    : QObject(parent), m_request(std::move(request)), m_work(std::make_shared<Work>())
{
    m_work->waiting = this;
    {
        const std::lock_guard lock(atWork().mutex);
        ++atWork().count;
    }
    std::thread([work = m_work, asked = m_request]() mutable {
        run(work, asked);
        work.reset();
        asked = {};
        AtWork &threads = atWork();
        const std::lock_guard lock(threads.mutex);
        --threads.count;
        threads.oneEnded.notify_all();
    }).detach();
}

Opening::~Opening()
{
    cancel();
    const std::lock_guard lock(m_work->mutex);
    m_work->waiting = nullptr;
}

/// What was called off is freed here, where nobody waits for it.
void Opening::run(const std::shared_ptr<Work> &work, const OpeningRequest &request)
{
    Opened result = drawbridge::opened(request, work->progress);
    const std::lock_guard lock(work->mutex);
    if (!work->progress.isCancelled())
        work->opened = std::move(result);
    work->isEnded = true;
    if (work->waiting)
        QMetaObject::invokeMethod(work->waiting, &Opening::ended, Qt::QueuedConnection);
}

const OpeningProgress &Opening::progress() const
{
    return m_work->progress;
}

void Opening::cancel()
{
    m_work->progress.cancel();
}

bool Opening::isEnded() const
{
    const std::lock_guard lock(m_work->mutex);
    return m_work->isEnded;
}

bool Opening::isEmpty() const
{
    const std::lock_guard lock(m_work->mutex);
    return !m_work->opened.contents;
}

Opened Opening::take()
{
    const std::lock_guard lock(m_work->mutex);
    return m_work->progress.isCancelled() ? Opened() : std::move(m_work->opened);
}

bool Opening::haveAllEnded(int milliseconds)
{
    AtWork &threads = atWork();
    std::unique_lock lock(threads.mutex);
    return threads.oneEnded.wait_for(lock, std::chrono::milliseconds(milliseconds),
                                     [&] { return threads.count == 0; });
}

} // namespace drawbridge
