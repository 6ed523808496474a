#pragma once

#include "base/result.h"
#include "document/file_bytes.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace drawbridge {

/// The path that stands for standard input.
inline constexpr const char *kStandardInput = "-";

struct LoadedFile
{
    std::string path; ///< as the user gave it, with what was found below a folder joined to it
    std::string bytes;
    std::optional<FileStamp> stamp = {}; ///< from before it was read
};

/// What a set of paths holds.
struct LoadReport
{
    std::vector<LoadedFile> files; ///< in path order (bytewise); each file once
    std::vector<Failure> failures; ///< what could not be read; the rest was
    std::vector<Failure> notes;    ///< what files are left out, and what has to be rendered
};

struct LoadLimits
{
    std::size_t files = 10'000;
    std::size_t depth = 16; ///< folders below a given one
    std::size_t fileSize = std::size_t(256) << 20;
    std::size_t totalSize = std::size_t(1) << 30;
};

/// Asked before each file, with how many were read of those that were found; false: that is enough.
using LoadWatch = std::function<bool(std::size_t done, std::size_t all)>;

/// Reads files, folders (recursively: .yaml, .yml and .json) and `-`. Never blocks on what is no
/// regular file (but for `-`), and does not follow symbolic links to folders. In a folder, Helm
/// templates and files without Kubernetes objects are only counted; a file that is given by name is
/// always read.
LoadReport load(const std::vector<std::string> &paths, const LoadLimits &limits = {},
                const LoadWatch &watch = {});

/// The same of files that were read elsewhere: those that were `named`, and of those that were only
/// found in a folder the ones with Kubernetes objects. `templates` were left out already.
LoadReport sifted(std::vector<LoadedFile> named, std::vector<LoadedFile> found,
                  std::size_t templates);

} // namespace drawbridge
