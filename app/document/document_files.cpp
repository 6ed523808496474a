#include "document/borrowed_side.h"
#include "document/disk_watcher.h"
#include "document/document.h"
#include "document/file_bytes.h"
#include "document/loader.h"
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
    m_sideOnDisk = wholeFile(path);
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
    const auto bytes = wholeFile(disk.path);
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
