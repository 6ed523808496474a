#pragma once

#include "document/git_process.h"
#include "document/git_tree.h"
#include "document/loader.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace drawbridge {

/// The Git work tree that files and folders lie in, to read them as they were in a revision.
/// Nothing is ever written. Only made, and git only started, when the user asks for it.
class GitWorkTree
{
public:
    /// The paths need not exist any longer; a folder of each must.
    static Result<GitWorkTree> around(const QStringList &paths, const GitLimits &limits = {});

    const QString &folder() const { return m_folder; } ///< its top
    /// The full id of the commit that a name, a tag, `HEAD~2`, ... means.
    Result<std::string> commit(const QString &revision) const;
    /// The commit at which two revisions parted.
    Result<std::string> mergeBase(const QString &one, const QString &other) const;
    /// The files below the paths, as load() would have found them then; with `HEAD:deploy/api.yaml`
    /// as their paths. What was not there yet is among the notes.
    Result<LoadReport> read(const QString &revision, const LoadLimits &limits = {}) const;
    /// For a list of the last commits that touched the paths: git's arguments.
    QStringList logArguments(int most) const;

private:
    using Blobs = std::vector<LoadedFile>;

    Result<Blobs> readBlobs(const std::vector<GitEntry> &entries, const std::string &prefix) const;
    std::vector<GitEntry> withinLimits(std::vector<GitEntry> entries, const std::string &prefix,
                                       const LoadLimits &limits, LoadReport &report) const;
    QStringList pathArguments() const;

    QString m_folder;
    std::vector<std::string> m_paths; ///< from the top; an empty one is all of it
    GitLimits m_limits;
};

} // namespace drawbridge
