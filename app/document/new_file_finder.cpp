#include "document/new_file_finder.h"

#include "document/folder_scan.h"

#include <filesystem>
#include <set>
#include <utility>

namespace drawbridge {

namespace {

constexpr qsizetype kMostWatched = 500; ///< the folders, and files that may become manifests

/// One file, whichever links lead to it.
std::string identityOf(const std::string &path)
{
    std::error_code error;
    const std::filesystem::path canonical = std::filesystem::canonical(path, error);
    return error ? path : canonical.string();
}

std::vector<std::string> plain(const QStringList &paths)
{
    std::vector<std::string> result;
    result.reserve(std::size_t(paths.size()));
    for (const QString &path : paths)
        result.push_back(path.toStdString());
    return result;
}

} // namespace

void NewFileFinder::look(const QStringList &folders, const QStringList &known)
{
    Request request{plain(folders), plain(known), {}};
    if (m_work)
        m_next = std::move(request);
    else
        begin(std::move(request));
}

void NewFileFinder::forget()
{
    m_work.reset();
    m_next.reset();
    m_leftOut.clear();
}

void NewFileFinder::begin(Request request)
{
    request.leftOut = m_leftOut;
    const auto work = [request = std::move(request)](const OpeningProgress &progress) {
        return lookNow(request, progress);
    };
    m_work = std::make_unique<BesideWork<Result>>(work, this, [this] { end(); });
}

void NewFileFinder::end()
{
    if (!m_work || !m_work->isEnded())
        return;
    std::optional<Result> result = m_work->take();
    m_work.reset();
    if (result)
        m_leftOut = std::move(result->leftOut);
    if (m_next)
        begin(*std::exchange(m_next, std::nullopt));
    if (!result)
        return;
    emit watchWanted(result->watched);
    if (!result->files.empty())
        emit found(result->files);
}

NewFileFinder::Result NewFileFinder::lookNow(const Request &request,
                                             const OpeningProgress &progress)
{
    const LoadLimits limits;
    const std::set<std::string> known(request.known.begin(), request.known.end());
    std::set<std::string> identities; // of those; they are seldom needed
    Result result;
    std::size_t size = 0;
    for (const std::string &folder : request.folders) {
        const FolderScan scan =
            scanFolder(folder, limits.depth, limits.files, [&] { return !progress.isCancelled(); });
        for (const std::string &visited : scan.folders)
            if (result.watched.size() < kMostWatched)
                result.watched += QString::fromStdString(visited);
        for (const std::string &path : scan.paths) {
            if (known.contains(path))
                continue;
            if (identities.empty())
                for (const std::string &one : known)
                    identities.insert(identityOf(one));
            if (progress.isCancelled() || !identities.insert(identityOf(path)).second)
                continue;
            const std::optional<FileStamp> stamp = stampOf(path);
            if (result.watched.size() < kMostWatched)
                result.watched += QString::fromStdString(path);
            if (const auto it = request.leftOut.find(path);
                stamp && it != request.leftOut.end() && it->second == *stamp) {
                result.leftOut.insert(*it);
                continue;
            }
            auto bytes = readFile(path, std::min(limits.fileSize, limits.totalSize - size));
            if (!bytes)
                continue; // it is told when it is opened
            for (LoadedFile &file : sifted({}, {{path, std::move(*bytes), stamp}}, 0).files) {
                size += file.bytes.size();
                result.files.push_back(std::move(file));
            }
            const bool isLeftOut = result.files.empty() || result.files.back().path != path;
            if (isLeftOut && stamp)
                result.leftOut.emplace(path, *stamp);
        }
    }
    if (known.size() + result.files.size() > limits.files)
        result.files.clear();
    return result;
}

} // namespace drawbridge
