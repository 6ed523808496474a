#pragma once

#include "base/result.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace drawbridge {

/// The manifests below a folder, by their names alone.
struct FolderScan
{
    std::vector<std::string> paths; ///< ascending, bytewise
    std::vector<Failure> failures;
    std::vector<std::string> charts;         ///< folders of Helm charts that are in no other chart
    std::vector<std::string> kustomizations; ///< folders with a kustomization
    std::vector<std::string> folders;        ///< that were gone through, this one too
    std::size_t templates = 0; ///< files of Helm charts' `templates` folders, left out of `paths`
};

/// Looks for .yaml, .yml and .json. Leaves out hidden folders, node_modules, our side files and
/// folders that are symbolic links. Asked before each entry, `goesOn` ends it by false.
FolderScan scanFolder(const std::string &folder, std::size_t depth, std::size_t mostFiles,
                      const std::function<bool()> &goesOn = {});

bool isManifestName(std::string_view name);
bool isSkippedFolder(const std::string &name);

} // namespace drawbridge
