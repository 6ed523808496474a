#pragma once

#include "base/result.h"
#include "document/journal.h"
#include "document/saving_progress.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace drawbridge {

/// A file that is locked as long as this object, or this program, lives: the kernel lets go of it,
/// whatever happens to the program.
class FileLock
{
public:
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    /// Makes the file if it is not there. Null if somebody else has the lock, or if there is none
    /// to be had.
    static std::unique_ptr<FileLock> take(const QString &path);

    void write(const QByteArray &bytes) const;
    /// With the file; for the next one to make.
    void remove() const;

private:
    FileLock(QString path, int descriptor) : m_path(std::move(path)), m_descriptor(descriptor) {}

    QString m_path;
    int m_descriptor;
};

/// What a program that is gone has left; nobody else is offered it while this lives.
class LeftBehind
{
public:
    LeftBehind(QString journalPath, std::unique_ptr<FileLock> lock, Journal journal)
        : m_path(std::move(journalPath)), m_lock(std::move(lock)), m_journal(std::move(journal))
    {
    }

    const Journal &journal() const { return m_journal; }
    /// For good: it is discarded, or kept by another journal.
    bool remove();

private:
    QString m_path;
    std::unique_ptr<FileLock> m_lock;
    Journal m_journal;
};

/// A running program's place in the user's state folder: its journal, which files it has open, and
/// what others there have. Nothing is ever written beside the user's files.
class Session
{
public:
    /// The folder is made when it is needed.
    explicit Session(QString folder = standardFolder());
    ~Session();

    /// $XDG_STATE_HOME/drawbridge/recovery; another one while tests run.
    static QString standardFolder();

    /// Replaces the journal; an empty one is removed.
    std::optional<Failure> keep(const Unsaved &unsaved);
    std::shared_ptr<const Unsaved> kept() const { return m_kept; } ///< null: nobody knows

    /// For who writes the journal in a thread of its own: where it is to be, the writing (in any
    /// thread; `progress` may call it off, and then nothing was written), and what has come of it.
    Result<QString> journalPath();
    static std::optional<Failure> write(const QString &path, const Unsaved &unsaved,
                                        SavingProgress *progress);
    void noteKept(std::shared_ptr<const Unsaved> unsaved) { m_kept = std::move(unsaved); }
    void noteUnknown() { m_kept.reset(); } ///< nobody knows: the next keep() writes or removes

    /// Nothing is left behind by this program.
    void forget();

    /// Tells other windows what is open here.
    void setOpen(const QStringList &roots);
    /// Those of the paths that another living program has open, alone or in a folder.
    QStringList openElsewhere(const QStringList &roots) const;

    struct Found
    {
        std::vector<std::unique_ptr<LeftBehind>> journals; ///< the latest first
        QStringList damaged; ///< where they were put: they are never offered again, nor removed
        QStringList foreign; ///< left where they are
    };
    /// Of programs that are gone.
    Found leftBehind() const;

private:
    QString pathOf(const QString &id, const char *suffix) const;
    std::optional<Failure> begin();
    void look(const QString &id, Found &found) const;

    QString m_folder;
    QString m_id;
    std::unique_ptr<FileLock> m_lock;
    QStringList m_roots;
    std::shared_ptr<const Unsaved> m_kept;
};

} // namespace drawbridge
