#include "document/borrowed_side.h"
#include "document/disk_watcher.h"
#include "document/document.h"
#include "document/file_bytes.h"
#include "document/loader.h"
#include "document/safe_save.h"
#include "messages/tr.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace drawbridge {

namespace {

/// Namespaces with more services than this start collapsed.
constexpr std::size_t kMostOpenServices = 60;

constexpr std::size_t kLargest = std::size_t(1) << 30;

/// Nothing, too, where only a part could be read.
std::optional<QByteArray> readAll(const QString &path)
{
    const Result<std::string> bytes = readFile(QFile::encodeName(path).toStdString(), kLargest);
    return bytes ? std::optional(QByteArray::fromStdString(*bytes)) : std::nullopt;
}

} // namespace

void Document::startUntitled(const QByteArray &bytes, const SideState &side)
{
    clear();
    const FileId id = m_workspace.add("untitled.yaml", bytes.toStdString());
    m_disk[id] = {};
    m_disk[id].saved = bytes;
    m_disk[id].exists = true; // an untouched sketch need not be saved
    m_side = side;
    m_evaluator.update(m_workspace);
    m_graph = graph::build(m_workspace, m_evaluator, m_side.ports);
    takeFreshPlaces();
    m_savedSide = m_side;
    m_graph = {};
    derive();
    watch();
    emit workspaceReplaced();
}

std::vector<Failure> Document::open(const QStringList &paths)
{
    return open(paths, rootOf(paths));
}

/// A folder that is opened alone has the layout of all that is in it.
QString Document::rootOf(const QStringList &paths)
{
    return paths.size() == 1 && QFileInfo(paths.front()).isDir()
               ? QFileInfo(paths.front()).absoluteFilePath()
               : QString();
}

std::vector<Failure> Document::open(const QStringList &paths, const QString &root)
{
    std::vector<std::string> absolute;
    for (const QString &path : paths)
        absolute.push_back(QFileInfo(path).absoluteFilePath().toStdString());
    LoadReport report = load(absolute);
    if (report.files.empty()) {
        report.failures.insert(report.failures.end(), report.notes.begin(), report.notes.end());
        return report.failures;
    }
    clear();
    for (const Failure &note : report.notes)
        m_notes.push_back({Severity::Note, note.code, {}, note.arguments, {}});
    if (QFileInfo(root).isDir())
        m_root = root;
    for (const QString &path : paths)
        if (QFileInfo(path).isDir())
            m_folders += QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    for (LoadedFile &file : report.files) {
        DiskState disk;
        disk.path = QString::fromStdString(file.path);
        disk.saved = QByteArray::fromStdString(file.bytes);
        disk.exists = true;
        disk.isReadOnly = !QFileInfo(disk.path).isWritable();
        m_disk[m_workspace.add(file.path, std::move(file.bytes))] = std::move(disk);
    }
    m_evaluator.update(m_workspace);
    m_graph = graph::build(m_workspace, m_evaluator);
    if (auto failure = readSide())
        report.failures.push_back(std::move(*failure));
    if (!m_sideOnDisk)
        collapseLarge();
    takeFreshPlaces();
    m_savedSide = m_side;
    m_graph = {};
    derive();
    watch();
    emit workspaceReplaced();
    return report.failures;
}

/// But for what a borrowed layout shows open.
void Document::collapseLarge()
{
    std::set<graph::Key> placed;
    for (const graph::Node &node : m_graph.nodes)
        if (m_side.placement.count(node.key) > 0)
            placed.insert(node.frame);
    for (const graph::Frame &frame : m_graph.frames)
        if (frame.services > kMostOpenServices && placed.count(frame.key) == 0)
            m_side.collapsed.insert(frame.key);
}

/// Beside the first file that has one already, else beside the first; and it stays there when a
/// file comes that is before it.
QString Document::sidePath() const
{
    if (!m_root.isEmpty())
        return m_root + QStringLiteral("/.drawbridge.json");
    QString first;
    for (FileId id : m_workspace.files()) {
        const auto it = m_disk.find(id);
        if (it == m_disk.end() || it->second.path.isEmpty())
            continue;
        QString path = it->second.path + QStringLiteral(".drawbridge.json");
        if (path == m_sidePath)
            return path;
        if (first.isEmpty())
            first = path;
    }
    return first;
}

QStringList Document::roots() const
{
    QStringList result = m_folders;
    for (const auto &[id, disk] : m_disk) {
        const auto holds = [&path = disk.path](const QString &folder) {
            return path.startsWith(folder + QLatin1Char('/'));
        };
        if (!disk.path.isEmpty() && std::none_of(m_folders.begin(), m_folders.end(), holds))
            result += disk.path;
    }
    return result;
}

std::optional<Failure> Document::readSide()
{
    for (FileId id : m_workspace.files())
        if (const auto it = m_disk.find(id); it != m_disk.end() && !it->second.path.isEmpty())
            if (const QString path = it->second.path + QStringLiteral(".drawbridge.json");
                m_sidePath.isEmpty() && QFileInfo::exists(path))
                m_sidePath = path;
    const QString path = sidePath();
    m_sideOnDisk = readAll(path);
    m_elsewhere.clear();
    forgetBorrowed();
    if (!m_sideOnDisk) {
        borrowSide();
        return {};
    }
    const std::optional<SideState> side = readSideFile(*m_sideOnDisk);
    m_isSideForeign = !side;
    if (!side)
        return Failure{Code::SideFileUnknown, {path.toStdString()}};
    m_side = *side;
    for (const auto &[key, point] : side->automatic)
        if (!m_graph.node(key) && !m_graph.frame(key))
            m_elsewhere[key] = point;
    return {};
}

void Document::forgetBorrowed()
{
    std::erase_if(m_notes, [](const Diagnostic &note) {
        return note.code == Code::LayoutOfFiles || note.code == Code::LayoutOfFolder;
    });
}

/// Decision 32 has one side file for what is open; while there is none, others may know it.
void Document::borrowSide()
{
    QStringList paths;
    for (const FileInfo &info : files())
        if (!info.path.isEmpty())
            paths += info.path;
    if (paths.isEmpty())
        return;
    auto borrowed =
        m_root.isEmpty() ? sideOfFolder(paths.front(), m_graph) : sideBesideFiles(paths, m_graph);
    if (!borrowed)
        return;
    m_side = std::move(borrowed->side);
    m_notes.push_back({Severity::Note, borrowed->note.code, {}, borrowed->note.arguments, {}});
}

std::optional<Failure> Document::reloadLayout()
{
    SideState theirs = std::exchange(m_side, {});
    auto failure = readSide();
    std::swap(theirs, m_side);
    if (failure)
        return failure;
    const graph::Placement known = placement();
    std::erase_if(theirs.automatic, [&](const auto &place) {
        const auto it = known.find(place.first);
        return it != known.end() && it->second == place.second;
    });
    m_savedSide = theirs;
    m_isSideContested = false;
    m_savedSide.automatic.clear();
    Change change;
    change.side = std::move(theirs);
    change.label = Tr::tr("Reload from disk");
    push(std::move(change));
    emit filesChanged();
    return {};
}

/// A file that must be new, and is not: somebody else made it.
static Failure conflictWhereMade(Failure failure, const SaveRequest &request)
{
    if (request.isNew && failure.code == Code::SaveFailed && QFileInfo::exists(request.path))
        return {Code::SaveConflict, {request.path.toStdString()}};
    return failure;
}

/// What has to be written for the layout; nothing if all is saved or must not be.
std::optional<SaveRequest> Document::sideRequest(bool overwrite) const
{
    const QString path = sidePath();
    if (m_side == m_savedSide || path.isEmpty() || (m_isSideForeign && QFileInfo::exists(path)))
        return {};
    SaveRequest request{path, sideFileBytes(sideToSave()), {}, false, false};
    if (!overwrite) {
        request.expectedOnDisk = m_sideOnDisk;
        request.isNew = !m_sideOnDisk;
    }
    return request;
}

void Document::noteSideSaved(const SaveRequest &request)
{
    m_sidePath = request.path;
    m_sideOnDisk = request.bytes;
    forgetBorrowed();
    m_isSideForeign = false;
    m_isSideContested = m_isPictureNew = false;
    m_savedSide = m_side;
}

/// Where the user changed no layout, what cannot be written is no loss, and what others wrote
/// stays.
void Document::savePicture()
{
    const bool isPictureNew = std::exchange(m_isPictureNew, false);
    if (!isPictureNew || m_isSideForeign || m_isSideContested || !m_sideOnDisk)
        return;
    const QByteArray bytes = sideFileBytes(sideToSave());
    if (bytes == *m_sideOnDisk)
        return;
    const SaveOutcome outcome = saveTogether({{sidePath(), bytes, m_sideOnDisk, false, false}});
    if (outcome.isWritten.front())
        m_sideOnDisk = bytes;
}

std::optional<Failure> Document::saveLayout(bool overwrite)
{
    const auto request = sideRequest(overwrite);
    if (!request) {
        savePicture();
        return {};
    }
    if (m_isSideContested && !overwrite)
        return Failure{Code::SaveConflict, {request->path.toStdString()}};
    SaveOutcome outcome = saveTogether({*request});
    if (outcome.isWritten.front())
        m_sideOnDisk = request->bytes;
    if (!outcome.failures.empty())
        return conflictWhereMade(std::move(outcome.failures.front()), *request);
    noteSideSaved(*request);
    return {};
}

void Document::noteSaved(DiskState &disk, QByteArray bytes)
{
    disk.saved = std::move(bytes);
    disk.unconfirmed.reset();
    disk.stamp.reset();
    m_saved.reset();
}

/// Files that are as they were saved are shared, and so is what was compiled of them.
const SavedState &Document::saved() const
{
    if (m_saved)
        return *m_saved;
    kube::Workspace workspace = m_workspace;
    for (const auto &[id, disk] : m_disk) {
        if (!disk.isModified && !disk.path.isEmpty())
            continue;
        // Read anew, since a document that was saved broken has no last good state.
        std::string path = workspace.file(id).path();
        workspace.remove(id);
        if (disk.exists && !disk.path.isEmpty())
            workspace.add(std::move(path), disk.saved.toStdString(), id);
    }
    m_saved = std::make_unique<SavedState>(
        SavedState{std::move(workspace), verdict::Evaluator(m_evaluator), {}});
    m_saved->evaluator.update(m_saved->workspace);
    m_saved->graph = graph::build(m_saved->workspace, m_saved->evaluator, m_side.ports);
    return *m_saved;
}

SaveRequest Document::requestFor(const DiskState &disk, const QByteArray &bytes,
                                 bool overwrite) const
{
    SaveRequest request{disk.path, bytes, {}, false, false};
    if (overwrite)
        return request;
    request.isNew = !disk.exists && !disk.unconfirmed;
    if (!request.isNew)
        request.expectedOnDisk = disk.saved;
    if (disk.unconfirmed && readAll(disk.path) == disk.unconfirmed)
        request.expectedOnDisk = *disk.unconfirmed;
    return request;
}

/// Notes how the saving of a file went.
std::optional<Failure> Document::take(FileId id, const SaveRequest &request, bool isWritten,
                                      std::optional<Failure> failure)
{
    DiskState &disk = m_disk.at(id);
    if (isWritten && failure)
        disk.unconfirmed = request.bytes;
    if (failure)
        return conflictWhereMade(std::move(*failure), request);
    if (!isWritten)
        return {};
    noteSaved(disk, request.bytes);
    m_isPictureNew = true;
    disk.exists = true;
    disk.changedOnDisk = disk.isGone = disk.isContested = false;
    noteModified(id);
    return {};
}

std::optional<Failure> Document::save(FileId id, bool overwrite)
{
    DiskState &disk = m_disk.at(id);
    const QByteArray bytes = QByteArray::fromStdString(m_workspace.file(id).bytes());
    if (disk.isContested && disk.isModified && !overwrite)
        return Failure{Code::SaveConflict, {disk.path.toStdString()}};
    if (!disk.exists || bytes != disk.saved || disk.isGone) {
        const SaveRequest request = requestFor(disk, bytes, overwrite);
        SaveOutcome outcome = saveTogether({request});
        std::optional<Failure> failure;
        if (!outcome.failures.empty())
            failure = std::move(outcome.failures.front());
        if (auto told = take(id, request, outcome.isWritten.front(), std::move(failure)))
            return told;
    }
    auto failure = saveLayout();
    watch();
    emit filesChanged();
    return failure;
}

std::optional<Failure> Document::saveAs(FileId id, const QString &path)
{
    const QByteArray bytes = QByteArray::fromStdString(m_workspace.file(id).bytes());
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (auto failure = safeSave(absolute, bytes, std::nullopt))
        return failure;
    const QString before = sidePath();
    m_workspace.setPath(id, absolute.toStdString());
    DiskState disk;
    disk.path = absolute;
    disk.saved = bytes;
    disk.exists = true;
    m_disk[id] = std::move(disk);
    m_saved.reset();
    std::optional<Failure> failure;
    if (sidePath() == before) {
        failure = saveLayout();
    } else { // the side file goes with it: to the new place, and there all of it is new
        m_sideOnDisk = readAll(sidePath());
        m_isSideForeign = m_sideOnDisk && !readSideFile(*m_sideOnDisk);
        m_savedSide = {};
        if (m_isSideForeign)
            failure = Failure{Code::SideFileUnknown, {sidePath().toStdString()}};
        else
            failure = saveLayout(true);
    }
    // Of equal objects the last in path order counts.
    ++m_revision;
    m_stirred = Stirred::Everything;
    derive();
    watch();
    emit filesChanged();
    return failure;
}

std::vector<Failure> Document::saveAll()
{
    std::vector<Failure> failures;
    std::vector<FileId> ids;
    std::vector<SaveRequest> requests;
    for (const auto &[id, disk] : m_disk) {
        if (!disk.isModified || disk.path.isEmpty())
            continue;
        ids.push_back(id);
        requests.push_back(
            requestFor(disk, QByteArray::fromStdString(m_workspace.file(id).bytes()), false));
        if (disk.isContested)
            failures.push_back({Code::SaveConflict, {disk.path.toStdString()}});
    }
    const auto side = sideRequest(false);
    if (side)
        requests.push_back(*side);
    if (side && m_isSideContested)
        failures.push_back({Code::SaveConflict, {side->path.toStdString()}});
    if (!failures.empty())
        return failures;
    const SaveOutcome outcome = saveTogether(requests);
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (auto failure = take(ids[i], requests[i], outcome.isWritten[i], outcome.failureOf[i]))
            failures.push_back(std::move(*failure));
    if (side) {
        if (outcome.isWritten.back())
            m_sideOnDisk = side->bytes;
        if (const auto &failure = outcome.failureOf.back())
            failures.push_back(conflictWhereMade(*failure, *side));
        else if (outcome.isWritten.back())
            noteSideSaved(*side);
    } else {
        savePicture();
    }
    watch();
    emit filesChanged();
    return failures;
}

std::optional<Failure> Document::revert(FileId id)
{
    DiskState &disk = m_disk.at(id);
    QByteArray bytes = disk.saved;
    if (!disk.path.isEmpty()) {
        const auto read = readAll(disk.path);
        if (!read)
            return Failure{Code::FileNotFound, {disk.path.toStdString()}};
        bytes = *read;
    }
    noteSaved(disk, bytes);
    disk.changedOnDisk = disk.isGone = disk.isContested = false;
    Change change;
    change.patches.push_back(
        {id, lineDifference(m_workspace.file(id).bytes(), bytes.toStdString())});
    change.label = Tr::tr("Revert");
    push(std::move(change));
    noteModified(id);
    emit filesChanged();
    return {};
}

void Document::watch()
{
    QStringList paths;
    for (const auto &[id, disk] : m_disk)
        if (!disk.path.isEmpty())
            paths += disk.path;
    m_watcher->setFiles(paths);
}

/// True if there is something new to show.
bool Document::followDisk(FileId id, DiskState &disk, Change &reload,
                          std::vector<FileId> &conflicts)
{
    const std::string path = QFile::encodeName(disk.path).toStdString();
    const auto stamp = stampOf(path);
    if (stamp && stamp == disk.stamp)
        return false;
    const auto bytes = readAll(disk.path);
    const DiskState before = disk;
    disk.isReadOnly = bytes ? !QFileInfo(disk.path).isWritable() : disk.isReadOnly;
    disk.isGone = !bytes && disk.exists;
    if (!bytes || *bytes == disk.saved || bytes == disk.unconfirmed) {
        disk.changedOnDisk = disk.isGone;
        disk.askedAbout.reset();
    } else if (disk.isModified) {
        disk.changedOnDisk = true;
        if (std::exchange(disk.askedAbout, *bytes) != *bytes)
            conflicts.push_back(id);
    } else {
        disk.changedOnDisk = disk.isContested = false;
        reload.patches.push_back(
            {id, lineDifference(m_workspace.file(id).bytes(), bytes->toStdString())});
        noteSaved(disk, *bytes);
    }
    disk.stamp = bytes && *bytes == disk.saved ? stamp : std::nullopt;
    return before.isReadOnly != disk.isReadOnly || before.changedOnDisk != disk.changedOnDisk;
}

void Document::checkDisk()
{
    std::vector<FileId> conflicts;
    Change reload;
    bool isNew = false;
    for (auto &[id, disk] : m_disk)
        if (!disk.path.isEmpty())
            isNew |= followDisk(id, disk, reload, conflicts);
    std::vector<FileId> reloaded;
    for (const edit::FilePatches &file : reload.patches)
        reloaded.push_back(file.file);
    reload.label = Tr::tr("Reload from disk");
    push(std::move(reload));
    for (FileId id : reloaded)
        noteModified(id);
    for (FileId id : conflicts)
        emit diskChanged(id);
    if (isNew || !reloaded.empty() || !conflicts.empty())
        emit filesChanged();
}

} // namespace drawbridge
