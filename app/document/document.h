#pragma once

#include "document/contents.h"
#include "edit/intent.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QUndoStack>

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace drawbridge {

class DiskWatcher;
class NewFileFinder;
template <typename Result>
class BesideWork;
struct Opened;
struct OpeningRequest;
struct SaveOutcome;
struct SaveRequest;
struct Restoring;
struct Unsaved;
class UnsavedLater;

/// The one way to change anything: text patches, new files, side-file state, and a label for undo.
struct Change
{
    std::vector<edit::FilePatches> patches;
    std::vector<edit::NewFile> newFiles;
    std::optional<SideState> side; ///< the whole state afterwards; small enough
    QString label;
    int mergeId = -1; ///< changes with equal ids (>= 0) that follow within a second are one step
    /// Who pushes this needs nothing that is computed of it right then.
    bool mayFallBehind = false;
};

/// A planned edit, good for the text that it was planned on.
struct Plan : edit::Rewrite
{
    std::uint64_t revision = 0;
};

/// What somebody saw on the disk and lets go: these bytes, or that there is no file.
struct SeenOnDisk
{
    std::optional<QByteArray> bytes;

    static SeenOnDisk at(const QString &path); ///< what is there now
};

/// A file as the user sees it in tabs and titles.
struct FileInfo
{
    FileId id;
    QString path;            ///< on disk; empty for an untitled file
    QString name;            ///< for tabs and titles
    bool isModified = false; ///< also where nothing is on disk any longer
    bool isReadOnly = false;
    bool changedOnDisk = false;
    bool isGone = false; ///< from the disk, or not to be read there; the text is only here
};

/// The open workspace: the text of the files and the layout are the truth, and both change only
/// through push(). Everything else (verdicts, graph, picture, problems) is computed from them
/// before push() returns, or, in a large workspace, beside where that may fall behind for a moment.
/// Whoever asks for it meanwhile waits: nobody ever sees what is not of the present text.
class Document : public QObject, private Contents
{
    Q_OBJECT

public:
    explicit Document(QObject *parent = nullptr);
    ~Document() override;

    const kube::Workspace &workspace() const { return m_workspace; }
    const verdict::Evaluator &evaluator() const { return settled().m_evaluator; }
    const graph::Graph &graph() const { return settled().m_graph; }
    /// In a large workspace arrows may wait for better ways; tidy() finds them at once.
    const graph::Picture &picture() const { return settled().m_picture; }
    void tidy();
    /// While pictureChanged() is emitted: what alone is different in graph and picture, in which no
    /// frame came or went. Null if anything may be different.
    const graph::Refreshed *refreshed() const { return m_refreshed; }
    const SideState &side() const { return m_side; }
    graph::Placement placement() const { return settled().Contents::placement(); }
    /// Where what is gone stood, and what comes next would like to stand.
    const graph::Placement &wishes() const { return settled().m_wishes; }
    /// For the next push: taken where there is room, and else what is near.
    void wishPlaces(const graph::Placement &wishes);
    /// What is on disk, as last read or written; made when asked for. Untitled and new files are
    /// not in it.
    std::shared_ptr<const SavedState> saved() const;
    /// Of the workspace and of lint, by place.
    std::vector<Diagnostic> diagnostics() const;
    /// Those of them that neither the workspace nor lint tells: of files and of the picture.
    std::vector<Diagnostic> diagnosticsOfFiles() const;
    QUndoStack *undoStack() { return &m_undoStack; }
    /// What is computed, or made to show it, is not of the present text yet: fellBehind() was
    /// emitted, and pictureChanged() will be.
    bool isBehind() const { return m_catchingUp != nullptr; }
    /// Waits until it is, and tells. Does nothing otherwise.
    void catchUp();
    /// No arrow waits for a better way. What makes it so comes by itself in a quiet moment.
    bool isTidy() const { return !m_isNear; }
    /// Begins with it now; pictureChanged() tells when it is done.
    void tidySoon();
    /// Of what is made beside takePrepared() gives what this made of it, once. Where `isOther`, it
    /// shows another graph or picture than these, which no refreshed() tells: in a large workspace
    /// it is made beside after each change of them, before pictureChanged().
    /// `ofOpened` is for what is opened in its place, if that is another.
    void setViewMaker(ViewMaker viewMaker, bool isOther = false, ViewMaker ofOpened = {});
    std::shared_ptr<void> takePrepared();
    /// The same, made of contents() by whoever wants it later.
    void setPrepared(std::shared_ptr<void> prepared);
    /// What a view can be made of. Only to be looked at, and as evaluator(), graph() and picture().
    const Contents &contents() const { return settled(); }
    /// Runs what only reads the document in another thread. Nothing changes meanwhile: whoever is
    /// about to change something waits. readEnded() tells; one at a time, and not while behind.
    void readBeside(std::function<void()> reading);
    bool isRead() const { return m_reading != nullptr; }
    /// Reads what the text becomes by patches of many files, which takes a while: for the step
    /// that follows and has just these, before any other. Changes nothing that anybody sees, and
    /// is meant for readBeside().
    void foresee(std::vector<edit::FilePatches> patches);
    /// The patches of undoing, or of redoing; null where there is nothing or several after another.
    const std::vector<edit::FilePatches> *patchesOfUndo() const;
    const std::vector<edit::FilePatches> *patchesOfRedo() const;
    /// Counts changes of the text, and of how it is read.
    std::uint64_t revision() const { return m_revision; }
    bool isLarge() const { return m_workspace.size() >= m_large; }
    /// Of how many objects on a workspace is large: from about there on drawing holds a window.
    void setLarge(std::size_t objects) { m_large = objects; }

    std::vector<FileInfo> files() const; ///< in path order
    FileInfo file(FileId id) const;
    /// On disk, in whatever folders.
    int countOfFilesCalled(const QString &name) const { return m_disk.countOf(name); }
    /// The folders that were opened, and the files on disk that are in none of them.
    QStringList roots() const;
    bool isModified() const; ///< some file, or the side state
    bool isSideModified() const;

    /// Does nothing (and adds no undo step) if the change changes nothing.
    void push(Change change);
    Result<Plan> plan(const edit::Intent &intent) const;
    /// False once the text has changed since: what the plan says of it no longer fits.
    bool isCurrent(const Plan &plan) const { return plan.revision == m_revision; }
    /// Does nothing and gives false if the text has changed since the plan was made.
    /// With `side` the layout changes in the same step. May fall behind.
    bool push(const Plan &plan, const QString &label, std::optional<SideState> side = {});

    /// Replaces everything by an untitled sketch with this text.
    void startUntitled(const QByteArray &bytes, const SideState &side = {});
    /// Replaces everything by these files and folders (recursively). What cannot be read comes
    /// back; if nothing can be read, the workspace stays as it was. What was left out is among the
    /// diagnostics; where it is all that there is, it comes back too.
    std::vector<Failure> open(const QStringList &paths);
    /// The same in two steps: who wants to wait beside makes an Opening of it, and until that is
    /// taken everything stays as it is.
    OpeningRequest openingRequest(const QStringList &paths) const;
    std::vector<Failure> takeOver(Opened opened);
    /// What is opened by this request is what would be opened now.
    bool hasSettingsOf(const OpeningRequest &request) const;
    /// Counts what was written to the disk: what was read before may be old.
    std::uint64_t writes() const { return m_writes; }
    /// In another thread, if nobody else has it. It may be null.
    void freeBeside(std::shared_ptr<const void> last);
    /// How files are saved; by saveTogether() if not said. Other things may happen meanwhile, but
    /// who writes sees to it that the user changes nothing.
    using Writer = std::function<SaveOutcome(const std::vector<SaveRequest> &)>;
    void setWriter(Writer writer);
    bool isSaving() const { return m_isSaving; }
    /// Writes one file atomically; refuses (SaveConflict) if the disk holds other bytes than were
    /// read, or some that were taken into the text by a step that is undone, unless they are those
    /// that `over` names. Writes the side file too.
    std::optional<Failure> save(FileId id, const std::optional<SeenOnDisk> &over = {});
    /// Over whatever is there, but for what was taken into the text by a step that is undone
    /// (SaveConflict, unless `overwrite`), and for a file that is open (FileIsOpen). Where a layout
    /// lies beside it, ours is not saved yet.
    std::optional<Failure> saveAs(FileId id, const QString &path, bool overwrite = false);
    /// All files that have a path, and the side file; or none of them, unless a failure says that
    /// some are written.
    std::vector<Failure> saveAll();
    /// The side file alone. Of a version that we do not know it is neither written nor read, and
    /// what was moved does not count as modified.
    std::optional<Failure> saveLayout(const std::optional<SeenOnDisk> &over = {});
    std::optional<Failure> reloadLayout(); ///< as an undo step
    using Contents::sidePath;
    /// Back to the bytes on disk, as an undo step.
    std::optional<Failure> revert(FileId id);
    /// What the text and the disk's bytes were both made from; nothing where that is not known.
    std::optional<std::string> commonBase(FileId id) const;
    /// `both` holds what `onDisk` changed and what was changed here: it becomes the text as an undo
    /// step, to be saved over those bytes and no others.
    void takeBoth(FileId id, const std::string &onDisk, const std::string &both);
    /// What would be lost if the program ended now.
    Unsaved unsaved() const;
    UnsavedLater unsavedLater() const; ///< the same, with most of the work left to do
    /// Replaces everything by what was open, and brings back what was not saved as an undo step.
    /// Where the disk holds something else than it was made from, saving asks (SaveConflict).
    std::vector<Failure> restore(const Unsaved &unsaved);
    /// The same in three steps: openedAgain() with this request, which can be called in another
    /// thread, taking over what was open, and bringing back what was not saved.
    OpeningRequest restoringRequest(const Unsaved &unsaved) const;
    std::vector<Failure> takeOver(Restoring &restoring);
    void bringBack(const Unsaved &unsaved, Restoring restoring);
    /// Compares the files with the disk. One without changes of ours follows it, as an undo step;
    /// one with changes is marked, and told.
    void checkDisk();
    /// The same, and where many files are open in slices, so that the window stays alive.
    void lookAtDisk();
    /// Of documents that name none, in this and in later workspaces; not said if empty.
    void setDefaultNamespace(const QString &name);
    /// Judges as this network plugin enforces policies, in this and in later workspaces. No change
    /// of the text: nothing to undo.
    void setProfile(const verdict::PluginProfile &profile);
    const verdict::PluginProfile &profile() const { return m_profile; }
    /// Tells everything anew, for views that came later.
    void announce();

    /// Lays everything out anew, as an undo step that forgets the moved nodes. May fall behind.
    void arrange(const graph::Placement &placement);

signals:
    /// The bytes of a file changed by these patches (offsets before the change).
    void textChanged(drawbridge::FileId file, const drawbridge::Patches &patches);
    /// Graph, picture and problems are new.
    void pictureChanged();
    /// The text, the layout, the profile or the picture changed, and pictureChanged() comes later:
    /// until then nothing that was taken from evaluator, graph and picture may be looked at.
    void fellBehind();
    /// The text changed, but nothing that it means: graph and picture hold, places and problems are
    /// new. Every change is followed by this or by pictureChanged().
    void placesChanged();
    /// What readBeside() ran has ended.
    void readEnded();
    void filesChanged();  ///< opened, closed, renamed, saved, modified flag
    void workspaceGoes(); ///< everything is about to be replaced
    /// Everything is new: open, startUntitled. With pictureChanged(), and without filesChanged().
    void workspaceReplaced();
    void diskChanged(drawbridge::FileId file);
    /// These files came to a folder that is open, and are open now, too.
    void filesCame(const QStringList &paths);
    /// These namespaces and outside nodes, which the user had not placed, gave way to new services.
    void roomMade(const std::vector<drawbridge::graph::Key> &moved);

private:
    friend class ChangeCommand;

    /// What was applied since derive() has changed.
    enum class Stirred : std::uint8_t { Places, Text, Everything };

    /// How much of what is computed these objects may have to do with.
    static Stirred stirredBy(const std::vector<kube::ObjectPtr> &objects);
    static Stirred stirredByFile(const kube::Workspace &workspace, FileId id);
    void dropWithoutChange(std::vector<edit::FilePatches> &patches) const;
    void applyText(const std::vector<edit::FilePatches> &patches);
    void noteText(const edit::FilePatches &file, const kube::Workspace::Change &change);
    FileId addFile(FileId id, const edit::NewFile &file);
    void removeFile(FileId id);
    void applySide(const SideState &side);
    /// Brings all that is computed up to date, or begins to.
    void derive(bool mayFallBehind = false);
    void deriveNow(bool mayFallBehind);

    // document_refreshing.cpp
    /// A picture whose arrows have the ways that compose() chooses.
    struct Tidied
    {
        std::shared_ptr<Contents> contents; ///< the picture and what was made of it
        std::uint64_t refreshes = 0;        ///< of the picture that it was made for
    };
    bool refresh(bool parsesOtherwise, bool mayFallBehind);
    void tidyLater();
    void tidyBeside();
    void endTidying();

    void tell(const graph::Refreshed *touched = nullptr);

    // document_behind.cpp
    struct CatchingUp;
    const Document &settled() const;
    void settle();
    /// What is of an earlier state.
    enum class Old : std::uint8_t { View, Picture, Everything };
    void fallBehind(Old old);
    bool fallBehindForView();
    void tellSettled();
    void takeComputed();
    void noteGaveWay(const std::vector<graph::Key> &keys);
    void endCatchingUp();
    void forgetBehind();

    // document_reading.cpp
    struct Foreseen;
    struct DiskReading;
    struct DiskRound;
    std::unique_ptr<Foreseen> takeForeseen(const std::vector<edit::FilePatches> &patches);
    void letReadingEnd();
    void endReading();

    // document_new_files.cpp
    void followFolders();
    void forgetNewFiles();
    QStringList knownPaths() const;
    void lookForNewFiles();
    bool followMove(const LoadedFile &file);
    void takeNewFiles();

    void replaceBy(std::unique_ptr<Contents> contents);
    void dropSaved();
    void noteSaved(DiskState &disk, QByteArray bytes);
    void beginTaking(FileId id, const QByteArray &bytes, QByteArray savedHash = {});
    void endTaking(FileId id);
    std::optional<QByteArray> foreignBase(const DiskState &disk) const;
    bool isContested(const DiskState &disk) const;
    bool isSideContested() const;
    QByteArray sideBase() const;
    void tellContested();
    void noteModified(FileId id);
    void tellFiles();
    void forgetContested();
    std::optional<Failure> take(FileId id, const SaveRequest &request, bool isWritten,
                                std::optional<Failure> failure, int step);
    SaveOutcome write(const std::vector<SaveRequest> &requests);
    SaveRequest requestFor(const DiskState &disk, const QByteArray &bytes,
                           const std::optional<SeenOnDisk> &over) const;
    std::optional<SaveRequest> sideRequest(const std::optional<SeenOnDisk> &over) const;
    FileId otherOpenAt(const QString &path, FileId id) const;
    void savePicture();
    void noteSidePath();
    void noteSideWritten(const SaveRequest &request, bool isWritten);
    void noteSideSaved(const SaveRequest &request, const SideState &side, int step);
    void lookOn();
    static bool isAsSeen(DiskState &disk);
    void lookAgain();
    static DiskReading readDisk(FileId id, const QString &path);
    void checkDisk(const std::vector<FileId> &files);
    void rereadBeside(const std::vector<FileId> &files);
    void endRereading();
    void follow(DiskRound &round);
    bool followDisk(const DiskReading &now, Change &reload, std::vector<FileId> &conflicts);
    void noteContested(const Unsaved &unsaved, const Restoring &restoring);
    void watch();

    QString m_defaultNamespace;
    QUndoStack m_undoStack;
    DiskWatcher *m_watcher;
    std::uint64_t m_revision = 0;
    Stirred m_stirred = Stirred::Places;
    bool m_parsesOtherwise = false; ///< some document, since derive()
    bool m_areFilesStirred = false; ///< some were modified or no longer are, and nobody was told
    bool m_isLayoutStirred = false; ///< where things stand and what is folded, since derive()
    const graph::Refreshed *m_refreshed = nullptr;
    bool m_isUntold = false;           ///< what is computed is new, and nobody was told
    std::vector<graph::Key> m_gaveWay; ///< and who gave way
    ViewMaker m_viewMaker;
    bool m_isViewOther = false; ///< it shows other than the picture
    ViewMaker m_openedViewMaker;
    std::size_t m_large = 100;
    std::unique_ptr<CatchingUp> m_catchingUp;
    Old m_lastOld = Old::View; ///< when it last fell behind
    std::unique_ptr<BesideWork<Tidied>> m_tidying;
    std::uint64_t m_refreshes = 0; ///< counts them
    QTimer m_tidyTimer;            ///< until the user pauses
    std::unique_ptr<BesideWork<bool>> m_reading;
    std::unique_ptr<Foreseen> m_foreseen;
    QTimer m_lookTimer;                                 ///< for the next slice
    std::vector<FileId> m_toLookAt;                     ///< the next at the end
    std::vector<FileId> m_doubtful;                     ///< of those that were looked at
    bool m_isToBeLookedAgain = false;                   ///< once more when all were looked at
    std::unique_ptr<BesideWork<DiskRound>> m_rereading; ///< what the disk holds now
    int m_rereadings = 0;                               ///< since it was looked at
    NewFileFinder *m_finder;
    std::vector<LoadedFile> m_newFiles; ///< that are to be taken in, the next at the end
    QStringList m_taken;                ///< of these, those that were
    QTimer m_takeTimer;                 ///< for the next slice
    QStringList m_letGo;                ///< paths of files that were open and are not: they stay so
    Writer m_writer;
    bool m_isSaving = false;
    std::uint64_t m_writes = 0;
    std::thread m_freeing;        ///< what was open before
    std::promise<void> m_isGoing; ///< whoever frees need not wait for a quiet moment
    std::shared_future<void> m_goes = m_isGoing.get_future().share();
};

} // namespace drawbridge
