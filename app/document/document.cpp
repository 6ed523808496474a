#include "document/document.h"

#include "document/catching_up.h"
#include "document/change_command.h"
#include "document/disk_round.h"
#include "document/disk_watcher.h"
#include "document/new_file_finder.h"
#include "lint/lint.h"
#include "messages/tr.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace drawbridge {

Document::Document(QObject *parent)
    : QObject(parent), m_watcher(new DiskWatcher(this)), m_finder(new NewFileFinder(this))
{
    followFolders();
    connect(m_watcher, &DiskWatcher::mayHaveChanged, this, &Document::lookAtDisk);
    m_lookTimer.setSingleShot(true);
    connect(&m_lookTimer, &QTimer::timeout, this, &Document::lookOn);
    m_tidyTimer.setSingleShot(true);
    connect(&m_tidyTimer, &QTimer::timeout, this, &Document::tidyBeside);
    connect(&m_undoStack, &QUndoStack::indexChanged, this, &Document::tellContested);
}

Document::~Document()
{
    m_undoStack.disconnect();
    disconnect(); // nobody is told of what ends here
    letReadingEnd();
    m_undoStack.clear(); // may free beside
    m_isGoing.set_value();
    if (m_freeing.joinable())
        m_freeing.join();
}

std::vector<Diagnostic> Document::diagnosticsOfFiles() const
{
    std::vector<Diagnostic> result = m_notes;
    const std::vector<Diagnostic> crowded = settled().crowdedNotes();
    result.insert(result.end(), crowded.begin(), crowded.end());
    return result;
}

std::vector<Diagnostic> Document::diagnostics() const
{
    std::vector<Diagnostic> result = m_workspace.diagnostics();
    for (const auto &more : {diagnosticsOfFiles(), lint::lint(m_workspace, evaluator())})
        result.insert(result.end(), more.begin(), more.end());
    return result;
}

FileInfo Document::file(FileId id) const
{
    const DiskState &disk = m_disk.at(id);
    FileInfo info;
    info.id = id;
    info.path = disk.path();
    // The workspace's path has the same name, but lies elsewhere in memory: of thousands that
    // counts.
    info.name =
        QFileInfo(disk.path().isEmpty() ? QString::fromStdString(m_workspace.file(id).path())
                                        : disk.path())
            .fileName();
    info.isModified = disk.isOnlyHere();
    info.isReadOnly = disk.isReadOnly;
    info.changedOnDisk = disk.changedOnDisk || isContested(disk);
    info.isGone = disk.isGone();
    return info;
}

std::vector<FileInfo> Document::files() const
{
    std::vector<FileInfo> result;
    for (FileId id : m_workspace.files())
        result.push_back(file(id));
    return result;
}

bool Document::isModified() const
{
    return !m_disk.onlyHere().empty() || isSideModified();
}

bool Document::isSideModified() const
{
    return !m_isSideForeign && (m_isSideUnconfirmed || !(m_side == m_savedSide));
}

void Document::dropWithoutChange(std::vector<edit::FilePatches> &patches) const
{
    for (edit::FilePatches &file : patches) {
        const std::string &bytes = m_workspace.file(file.file).bytes();
        std::erase_if(file.patches, [&](const Patch &patch) {
            return bytes.compare(patch.range.begin, patch.range.size(), patch.text) == 0;
        });
    }
    std::erase_if(patches, [](const auto &file) { return file.patches.empty(); });
}

void Document::push(Change change)
{
    dropWithoutChange(change.patches);
    if (change.side && *change.side == m_side)
        change.side.reset();
    if (change.patches.empty() && change.newFiles.empty() && !change.side)
        return;
    forgetContested();
    m_undoStack.push(new ChangeCommand(*this, std::move(change)));
}

/// What was restored was undone, and the change that comes takes its place: it is made on what the
/// disk holds. Before that, redoing may bring it back.
void Document::forgetContested()
{
    if (m_mayBeContested)
        for (auto &[id, disk] : m_disk) {
            disk.taken.branch(m_undoStack.index());
            for (auto &[path, taken] : disk.takenAt)
                taken.branch(m_undoStack.index());
        }
    m_sideTaken.branch(m_undoStack.index());
    if (m_undoStack.index() > 0)
        return;
    if (m_mayBeContested)
        for (auto &[id, disk] : m_disk)
            disk.isContested &= disk.isModified();
    m_isSideContested &= !(m_side == m_savedSide);
}

Result<Plan> Document::plan(const edit::Intent &intent) const
{
    Result<edit::Rewrite> rewrite = edit::rewrite(m_workspace, evaluator(), intent);
    if (!rewrite)
        return rewrite.failure();
    return Plan{std::move(*rewrite), m_revision};
}

bool Document::push(const Plan &plan, const QString &label, std::optional<SideState> side)
{
    if (!isCurrent(plan))
        return false;
    Change change;
    change.patches = plan.patches;
    change.newFiles = plan.newFiles;
    change.side = std::move(side);
    change.label = label;
    change.mayFallBehind = true;
    if (!plan.renamed.empty())
        change.side = m_side.renamed(plan.renamed);
    push(std::move(change));
    return true;
}

void Document::arrange(const graph::Placement &placement)
{
    Change change;
    change.side = m_side;
    change.side->placement = placement;
    change.label = Tr::tr("Arrange");
    change.mayFallBehind = true;
    push(std::move(change));
}

/// Kinds that are not judged are no part of any picture; but a way in leads nowhere for another
/// reason where one cannot be read.
Document::Stirred Document::stirredBy(const std::vector<kube::ObjectPtr> &objects)
{
    Stirred stirred = Stirred::Places;
    for (const kube::ObjectPtr &object : objects)
        if (!std::holds_alternative<kube::Other>(object->value))
            stirred = std::max(stirred, Stirred::Text);
        else if (object->meta.kind == "Gateway" || object->meta.kind == "Service")
            stirred = Stirred::Everything;
    return stirred;
}

Document::Stirred Document::stirredByFile(const kube::Workspace &workspace, FileId id)
{
    Stirred stirred = Stirred::Places;
    for (std::size_t i = 0; i < workspace.file(id).pieces().size(); ++i)
        stirred = std::max(stirred, stirredBy(workspace.objectsOf(id, i)));
    return stirred;
}

void Document::applyText(const std::vector<edit::FilePatches> &patches)
{
    letReadingEnd();
    std::unique_ptr<Foreseen> foreseen = takeForeseen(patches);
    ++m_revision;
    for (std::size_t i = 0; i < patches.size(); ++i)
        noteText(patches[i], foreseen ? foreseen->changes[i]
                                      : m_workspace.apply(patches[i].file, patches[i].patches));
    if (foreseen)
        freeBeside(std::move(foreseen));
}

void Document::noteText(const edit::FilePatches &file, const kube::Workspace::Change &change)
{
    m_stirred = std::max({m_stirred, stirredBy(change.removed), stirredBy(change.added),
                          change.parsesOtherwise ? Stirred::Text : Stirred::Places});
    m_parsesOtherwise |= change.parsesOtherwise;
    emit textChanged(file.file, file.patches);
    noteModified(file.file);
}

FileId Document::addFile(FileId id, const edit::NewFile &file)
{
    letReadingEnd();
    ++m_revision;
    id = m_workspace.add(file.path, file.bytes, id);
    m_stirred = std::max({m_stirred, Stirred::Text, stirredByFile(m_workspace, id)});
    const QString path = QString::fromStdString(file.path);
    m_disk.put(id, DiskState(QFileInfo(path).isAbsolute() ? path : QString()));
    noteModified(id);
    tellFiles();
    return id;
}

/// Modified is a comparison with the saved bytes, so that undo back to them is clean again, unless
/// the disk may hold others that we wrote.
void Document::noteModified(FileId id)
{
    const DiskState &disk = m_disk.at(id);
    const std::string &bytes = m_workspace.file(id).bytes();
    const bool isModified = !disk.exists || disk.unconfirmed ||
                            QByteArrayView(bytes.data(), qsizetype(bytes.size())) != disk.saved;
    if (isModified == disk.isModified())
        return;
    m_disk.setModified(id, isModified);
    m_areFilesStirred = true;
}

/// Once for all files that an edit or a save changed: who shows them looks at all of them.
void Document::tellFiles()
{
    m_areFilesStirred = false;
    emit filesChanged();
}

void Document::removeFile(FileId id)
{
    letReadingEnd();
    ++m_revision;
    m_stirred = std::max({m_stirred, Stirred::Text, stirredBy(m_workspace.remove(id).removed)});
    const DiskState &disk = m_disk.at(id);
    if (disk.exists)
        m_letGo += disk.path();
    for (const auto &[before, taken] : disk.takenAt)
        m_letGo += before;
    m_disk.erase(id);
    dropSaved();
    tellFiles();
}

void Document::derive(bool mayFallBehind)
{
    if (m_areFilesStirred)
        tellFiles();
    if (!isBehind())
        deriveNow(mayFallBehind);
    else if (!mayFallBehind)
        catchUp();
    else
        emit fellBehind(); // further
}

void Document::deriveNow(bool mayFallBehind)
{
    const Stirred stirred = std::exchange(m_stirred, Stirred::Places);
    const bool parsesOtherwise = std::exchange(m_parsesOtherwise, false);
    const bool isLayoutStirred = std::exchange(m_isLayoutStirred, false);
    const bool isGraphStirred = stirred != Stirred::Places;
    if (!isGraphStirred && !isLayoutStirred) {
        if (m_isUntold)
            tell();
        else
            emit placesChanged();
        return;
    }
    mayFallBehind &= isLarge();
    if (stirred == Stirred::Text && !isLayoutStirred) {
        if (!mayFallBehind)
            m_evaluator.update(m_workspace);
        if ((!mayFallBehind || m_evaluator.updateFew(m_workspace)) &&
            refresh(parsesOtherwise, mayFallBehind))
            return;
    }
    if (mayFallBehind) {
        fallBehind(isGraphStirred ? Old::Everything : Old::Picture);
        return;
    }
    noteGaveWay(Contents::bringUpToDate(isGraphStirred));
    tell();
}

/// `touched`: what alone is different. Whoever was not told of what was before knows more that is.
void Document::tell(const graph::Refreshed *touched)
{
    m_refreshed = m_isUntold ? nullptr : touched;
    m_isUntold = false;
    emit pictureChanged();
    m_refreshed = nullptr;
    if (!m_gaveWay.empty())
        emit roomMade(std::exchange(m_gaveWay, {}));
}

void Document::setDefaultNamespace(const QString &name)
{
    if (name == m_defaultNamespace)
        return;
    letReadingEnd();
    ++m_revision; // what was planned holds by the other one
    m_defaultNamespace = name;
    assumeNamespace(name);
    dropSaved();
    m_stirred = Stirred::Everything;
    derive(true);
}

void Document::setProfile(const verdict::PluginProfile &profile)
{
    if (profile == m_profile)
        return;
    letReadingEnd();
    ++m_revision; // what was planned holds by the other profile
    m_profile = profile;
    dropSaved();
    m_stirred = Stirred::Everything;
    derive(true);
}

/// Also of the others, if the state says where they stood.
void Document::applySide(const SideState &side)
{
    letReadingEnd();
    settle();                         // where things stand changes with it
    if (side.ports != m_side.ports) { // they are written on nodes, also on those of what is saved
        m_stirred = Stirred::Everything;
        dropSaved();
    }
    m_side = side;
    for (const auto &[key, point] : std::exchange(m_side.automatic, {}))
        m_automatic[key] = point;
    m_isLayoutStirred = true;
}

void Document::wishPlaces(const graph::Placement &wishes)
{
    letReadingEnd();
    settle();
    for (const auto &[key, point] : wishes)
        m_wishes[key] = point;
}

void Document::announce()
{
    emit workspaceReplaced();
    emit pictureChanged();
}

} // namespace drawbridge
