#pragma once

#include "cli/input.h"

#include <optional>
#include <string>

namespace drawbridge::cli {

/// Two versions of the same files, judged.
struct Versions
{
    Input before;
    Input after;
    QString nameBefore; ///< for people: "HEAD~1", "old/"
    QString nameAfter;
};

/// Reads OLD and NEW by path. Nothing, and said, if no answer can be given.
std::optional<Versions> readVersions(const Arguments &arguments,
                                     const std::vector<std::string> &before,
                                     const std::vector<std::string> &after);

/// Reads the files of a call as `--rev` says: OLD (and then as they are on disk), OLD..NEW, or
/// OLD...NEW (from where NEW left OLD). Starts git. Nothing, and said, if no answer can be given.
std::optional<Versions> readRevisions(const Arguments &arguments);

} // namespace drawbridge::cli
