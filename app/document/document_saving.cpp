#include "document/document.h"
#include "document/file_bytes.h"
#include "document/safe_save.h"
#include "messages/tr.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace drawbridge {

/// A file that must be new, and is not: somebody else made it.
static Failure conflictWhereMade(Failure failure, const SaveRequest &request)
{
    if (request.isNew && failure.code == Code::SaveFailed && wholeFile(request.path))
        return {Code::SaveConflict, {request.path.toStdString()}};
    return failure;
}

SeenOnDisk SeenOnDisk::at(const QString &path)
{
    return {wholeFile(path)};
}

/// To be written over these bytes, or as a file that is not there, and else not at all.
static void expect(const std::optional<QByteArray> &onDisk, SaveRequest &request)
{
    request.expectedOnDisk = onDisk;
    request.isNew = !onDisk;
}

/// The same. What is there and cannot be read has not been seen: that fails, and says why. A link
/// to nothing is no file, and what it names can be made.
static void expect(const SeenOnDisk &seen, SaveRequest &request)
{
    expect(seen.bytes, request);
    const QFileInfo info(request.path);
    if (request.isNew && (info.exists() || info.isSymLink()))
        request.isNew = wholeFile(request.path).has_value();
}

/// What has to be written for the layout; nothing if all is saved or must not be.
std::optional<SaveRequest> Document::sideRequest(const std::optional<SeenOnDisk> &over) const
{
    const QString path = sidePath();
    if ((m_side == m_savedSide && !m_isSideUnconfirmed) || path.isEmpty() ||
        (m_isSideForeign && QFileInfo::exists(path)))
        return {};
    SaveRequest request{path, sideFileBytes(settled().sideToSave()), {}, false, false};
    if (over)
        expect(*over, request);
    else
        expect(m_sideOnDisk, request);
    return request;
}

void Document::setWriter(Writer writer)
{
    m_writer = std::move(writer);
}

/// What is looked for on the disk meanwhile is looked for afterwards.
SaveOutcome Document::write(const std::vector<SaveRequest> &requests)
{
    letReadingEnd();
    m_isSaving = true;
    SaveOutcome outcome = m_writer ? m_writer(requests) : saveTogether(requests);
    m_isSaving = false;
    if (std::exchange(m_isToBeLookedAgain, false))
        QTimer::singleShot(0, this, &Document::lookAtDisk);
    return outcome;
}

/// Until noteSideSaved() it may not last.
void Document::noteSideWritten(const SaveRequest &request, bool isWritten)
{
    m_writes += isWritten;
    m_isSideUnconfirmed |= isWritten;
    if (isWritten)
        m_sideOnDisk = request.bytes;
}

/// `side` and `step`: the layout that was written, and where the undo stack was then.
void Document::noteSideSaved(const SaveRequest &request, const SideState &side, int step)
{
    m_sidePath = request.path;
    m_sideOnDisk = request.bytes;
    forgetBorrowed();
    m_isSideForeign = false;
    m_isSideContested = m_isSideUnconfirmed = m_isPictureNew = false;
    m_sideTaken.forgetUndone(step);
    m_savedSide = side;
}

/// Where the user changed no layout, what cannot be written is no loss, and what others wrote
/// stays.
void Document::savePicture()
{
    const bool isPictureNew = std::exchange(m_isPictureNew, false);
    if (!isPictureNew || m_isSideForeign || isSideContested() || !m_sideOnDisk)
        return;
    const QByteArray bytes = sideFileBytes(settled().sideToSave());
    if (bytes == *m_sideOnDisk)
        return;
    const SaveOutcome outcome = write({{sidePath(), bytes, m_sideOnDisk, false, false}});
    if (!outcome.isWritten.front())
        return;
    m_sideOnDisk = bytes;
    ++m_writes;
}

std::optional<Failure> Document::saveLayout(const std::optional<SeenOnDisk> &over)
{
    const auto request = sideRequest(over);
    if (!request) {
        savePicture();
        return {};
    }
    if (isSideContested() && !over)
        return Failure{Code::SaveConflict, {request->path.toStdString()}};
    const SideState side = m_side;
    const int step = m_undoStack.index();
    SaveOutcome outcome = write({*request});
    noteSideWritten(*request, outcome.isWritten.front());
    if (!outcome.failures.empty())
        return conflictWhereMade(std::move(outcome.failures.front()), *request);
    noteSideSaved(*request, side, step);
    return {};
}

void Document::noteSaved(DiskState &disk, QByteArray bytes)
{
    disk.saved = std::move(bytes);
    disk.unconfirmed.reset();
    disk.stamp.reset();
    dropSaved();
}

SaveRequest Document::requestFor(const DiskState &disk, const QByteArray &bytes,
                                 const std::optional<SeenOnDisk> &over) const
{
    SaveRequest request{disk.path(), bytes, {}, false, false};
    if (over) {
        expect(*over, request);
    } else if (disk.unconfirmed && wholeFile(disk.path()) == disk.unconfirmed) {
        expect(disk.unconfirmed, request);
    } else if (disk.exists || disk.unconfirmed) {
        expect(disk.saved, request);
    } else { // a new one; made, undone and redone it may be there as it is
        const auto onDisk = wholeFile(disk.path());
        expect(onDisk == bytes ? onDisk : std::nullopt, request);
    }
    return request;
}

/// Notes how the saving of a file went.
std::optional<Failure> Document::take(FileId id, const SaveRequest &request, bool isWritten,
                                      std::optional<Failure> failure, int step)
{
    DiskState &disk = m_disk.at(id);
    m_writes += isWritten;
    if (isWritten && failure) {
        disk.unconfirmed = request.bytes;
        noteModified(id);
    }
    if (failure)
        return conflictWhereMade(std::move(*failure), request);
    if (!isWritten)
        return {};
    noteSaved(disk, request.bytes);
    m_isPictureNew = true;
    disk.exists = true;
    m_disk.setGone(id, false);
    disk.changedOnDisk = disk.isContested = false;
    disk.taken.forgetUndone(step);
    noteModified(id);
    return {};
}

std::optional<Failure> Document::save(FileId id, const std::optional<SeenOnDisk> &over)
{
    DiskState &disk = m_disk.at(id);
    const QByteArray bytes = QByteArray::fromStdString(m_workspace.file(id).bytes());
    if (isContested(disk) && !over)
        return Failure{Code::SaveConflict, {disk.path().toStdString()}};
    const bool isMissing =
        disk.isGone() || !QFileInfo::exists(disk.path()); // perhaps since a moment
    if (disk.isModified() || isMissing || over) {
        const SaveRequest request = requestFor(disk, bytes, over);
        const int step = m_undoStack.index();
        SaveOutcome outcome = write({request});
        std::optional<Failure> failure;
        if (!outcome.failures.empty())
            failure = std::move(outcome.failures.front());
        if (auto told = take(id, request, outcome.isWritten.front(), std::move(failure), step))
            return told;
    }
    auto failure = saveLayout();
    watch();
    tellFiles();
    return failure;
}

/// The side file is another one. What that holds was not read, and is not written over unasked.
void Document::noteSidePath()
{
    const std::optional<QByteArray> onDisk = wholeFile(sidePath());
    if (onDisk && onDisk == m_sideOnDisk)
        return; // the one that was read, moved by others
    std::optional<SideState> theirs = onDisk ? readSideFile(*onDisk) : std::nullopt;
    if (theirs)
        theirs->automatic.clear();
    const bool isSame = theirs == m_side && !(m_side == SideState());
    m_isSideForeign = onDisk && !theirs;
    m_sideOnDisk = isSame ? onDisk : std::nullopt;
    m_savedSide = isSame ? m_side : SideState();
    m_isSideContested = m_isSideUnconfirmed = false;
    m_sideTaken = {};
}

/// Another one that is open, and that a text which is saved there would take the place of.
FileId Document::otherOpenAt(const QString &path, FileId id) const
{
    if (const FileId named = m_workspace.fileAt(path.toStdString()); named.isValid())
        return named == id ? FileId() : named;
    const auto stampAt = [](const QString &file) {
        return lateStampOf(QFile::encodeName(file).toStdString());
    };
    const auto there = stampAt(path);
    if (!there)
        return {};
    for (const auto &[other, disk] : m_disk) {
        if (other == id || disk.path().isEmpty())
            continue;
        const auto stamp = stampAt(disk.path());
        if (stamp && stamp->device == there->device && stamp->inode == there->inode &&
            QFileInfo(path).canonicalFilePath() == QFileInfo(disk.path()).canonicalFilePath())
            return other; // by a link
    }
    return {};
}

std::optional<Failure> Document::saveAs(FileId id, const QString &path, bool overwrite)
{
    const QByteArray bytes = QByteArray::fromStdString(m_workspace.file(id).bytes());
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    if (otherOpenAt(absolute, id).isValid())
        return Failure{Code::FileIsOpen, {absolute.toStdString()}};
    const DiskState &old = m_disk.at(id);
    const bool isBack = absolute != old.path() && old.takenAt.count(absolute) > 0;
    if (isBack && !overwrite && QFileInfo::exists(absolute) && wholeFile(absolute) != bytes &&
        old.takenAt.at(absolute).lackedAt(m_undoStack.index()))
        return Failure{Code::SaveConflict, {absolute.toStdString()}};
    const SaveOutcome outcome = write({{absolute, bytes, {}, false, false}});
    if (!outcome.failures.empty()) {
        if (outcome.isWritten.front() && absolute == old.path()) {
            m_disk.at(id).unconfirmed = bytes;
            noteModified(id);
        }
        return outcome.failures.front();
    }
    ++m_writes;
    const QString before = sidePath();
    m_workspace.setPath(id, absolute.toStdString());
    DiskState disk(absolute);
    disk.saved = bytes;
    disk.exists = true;
    disk.takenAt = old.takenAt;
    if (absolute == old.path())
        disk.taken = old.taken;
    else if (!old.path().isEmpty())
        disk.takenAt[old.path()] = old.taken;
    if (isBack) {
        disk.taken = disk.takenAt.at(absolute);
        disk.takenAt.erase(absolute);
    }
    disk.taken.forgetUndone(m_undoStack.index());
    m_disk.put(id, std::move(disk));
    dropSaved();
    std::optional<Failure> failure;
    if (sidePath() == before) {
        failure = saveLayout();
    } else { // the side file goes with it: to the new place, and there all of it is new
        noteSidePath();
        if (m_isSideForeign)
            failure = Failure{Code::SideFileUnknown, {sidePath().toStdString()}};
        else if (!QFileInfo::exists(sidePath())) // else somebody has to say so
            failure = saveLayout();
    }
    // Of equal objects the last in path order counts.
    ++m_revision;
    m_stirred = Stirred::Everything;
    derive();
    watch();
    tellFiles();
    return failure;
}

std::vector<Failure> Document::saveAll()
{
    std::vector<Failure> failures;
    std::vector<FileId> ids;
    std::vector<SaveRequest> requests;
    for (const FileId id : m_disk.onlyHere()) {
        const DiskState &disk = m_disk.at(id);
        if (disk.path().isEmpty())
            continue;
        ids.push_back(id);
        requests.push_back(
            requestFor(disk, QByteArray::fromStdString(m_workspace.file(id).bytes()), {}));
        if (isContested(disk))
            failures.push_back({Code::SaveConflict, {disk.path().toStdString()}});
    }
    const auto side = sideRequest({});
    if (side)
        requests.push_back(*side);
    if (side && isSideContested())
        failures.push_back({Code::SaveConflict, {side->path.toStdString()}});
    if (!failures.empty())
        return failures;
    const SideState written = m_side;
    const int step = m_undoStack.index();
    const SaveOutcome outcome = write(requests);
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (auto failure =
                take(ids[i], requests[i], outcome.isWritten[i], outcome.failureOf[i], step))
            failures.push_back(std::move(*failure));
    if (side) {
        noteSideWritten(*side, outcome.isWritten.back());
        if (const auto &failure = outcome.failureOf.back())
            failures.push_back(conflictWhereMade(*failure, *side));
        else if (outcome.isWritten.back())
            noteSideSaved(*side, written, step);
    } else {
        savePicture();
    }
    watch();
    tellFiles();
    return failures;
}

std::optional<Failure> Document::revert(FileId id)
{
    DiskState &disk = m_disk.at(id);
    QByteArray bytes = disk.saved;
    if (!disk.path().isEmpty()) {
        const auto read = wholeFile(disk.path());
        if (!read)
            return Failure{Code::FileNotFound, {disk.path().toStdString()}};
        bytes = *read;
    }
    beginTaking(id, bytes);
    Change change;
    change.patches.push_back(
        {id, lineDifference(m_workspace.file(id).bytes(), bytes.toStdString())});
    change.label = Tr::tr("Revert");
    push(std::move(change));
    endTaking(id);
    tellFiles();
    return {};
}

} // namespace drawbridge
