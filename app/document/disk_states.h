#pragma once

#include "base/ids.h"
#include "document/file_bytes.h"
#include "document/taken_steps.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace drawbridge {

/// How a file that is open stands to the disk.
class DiskState
{
public:
    explicit DiskState(QString path) : m_path(std::move(path)) {}
    DiskState(const DiskState &) = default;
    DiskState(DiskState &&) = default;
    DiskState &operator=(const DiskState &) = delete; // DiskStates would not see it
    DiskState &operator=(DiskState &&) = delete;
    ~DiskState() = default;

    const QString &path() const { return m_path; } ///< empty: untitled
    QByteArray saved;
    bool exists = false;
    bool changedOnDisk = false;
    bool isReadOnly = false;
    bool isContested = false;              ///< restored over other bytes than it was made from
    QByteArray base;                       ///< the hash of those that it was made from
    TakenSteps taken;                      ///< what others wrote, into the text
    std::map<QString, TakenSteps> takenAt; ///< the same at paths that it had before
    bool wasContested = false;             ///< when it was last told
    std::optional<QByteArray> askedAbout;  ///< what the disk held when the user was last asked
    std::optional<QByteArray> unconfirmed; ///< what we wrote, and may not be there for good
    std::optional<FileStamp> stamp;        ///< when the disk was last seen to hold `saved`

    bool isModified() const { return m_isModified; } ///< the text differs from `saved`
    bool isGone() const { return m_isGone; }         ///< from the disk, or not to be read there
    bool isOnlyHere() const { return m_isModified || m_isGone; }

private:
    friend class DiskStates;

    QString m_path;
    bool m_isModified = false;
    bool m_isGone = false;
};

/// Those of all files that are open. Knows at any time, without looking at them all, of which the
/// text is nowhere else, and which are in no folder that was opened.
class DiskStates
{
public:
    auto begin() const { return m_states.begin(); }
    auto end() const { return m_states.end(); }
    auto begin() { return m_states.begin(); }
    auto end() { return m_states.end(); }
    std::size_t size() const { return m_states.size(); }
    auto find(FileId file) const { return m_states.find(file); }
    auto find(FileId file) { return m_states.find(file); }
    const DiskState &at(FileId file) const { return m_states.at(file); }
    DiskState &at(FileId file) { return m_states.at(file); }

    /// Takes the place of the one that was there. References to that are no longer good.
    DiskState &put(FileId file, DiskState state);
    void erase(FileId file);
    void setPath(FileId file, const QString &path);
    void setModified(FileId file, bool isModified);
    void setGone(FileId file, bool isGone);
    const std::set<FileId> &onlyHere() const { return m_onlyHere; }
    /// With those that have no path, whether the text is as it began or not.
    std::set<FileId> onlyHereOrUntitled() const;

    /// Absolute and clean.
    void addFolder(const QString &path);
    const QStringList &folders() const { return m_folders; } ///< as they were added
    /// Files that have a path, in none of them.
    const std::set<FileId> &outside() const { return m_outside; }
    /// How many paths end with this name, in whatever folder.
    int countOf(const QString &name) const { return m_names.value(name); }

private:
    void note(FileId file);
    void notePath(FileId file);
    void countName(const QString &path, int by);

    std::map<FileId, DiskState> m_states;
    std::set<FileId> m_onlyHere;
    std::set<FileId> m_untitled;
    std::set<FileId> m_outside;
    QStringList m_folders;
    QHash<QString, int> m_names; ///< those that there are, with how many have them
};

} // namespace drawbridge
