#pragma once

#include "document/loader.h"

#include <QByteArray>

#include <cstddef>
#include <string>
#include <vector>

namespace drawbridge {

/// A file, link or submodule of a revision.
struct GitEntry
{
    std::string mode; ///< "100644"
    std::string id;   ///< of the blob, in hex
    std::size_t size = 0;
    std::string path; ///< from the top of the work tree
    bool operator==(const GitEntry &) const = default;
};

/// What `git ls-tree -r -z -l` prints.
std::vector<GitEntry> readGitTree(const QByteArray &listing);

/// What a scan of the same folders on disk would find in a revision.
struct GitSelection
{
    std::vector<GitEntry> named;     ///< given by name: read whatever they hold
    std::vector<GitEntry> found;     ///< below a folder that was given
    std::vector<std::string> absent; ///< paths with nothing below them that counts
    std::size_t templates = 0;       ///< of Helm charts, left out
    std::size_t skipped = 0;         ///< symbolic links and submodules that would have counted
};

/// `paths` from the top of the work tree; an empty one is all of it.
GitSelection selectInGitTree(const std::vector<GitEntry> &entries,
                             const std::vector<std::string> &paths, std::size_t depth);

} // namespace drawbridge
