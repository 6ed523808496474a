#pragma once

#include "document/document.h"

#include <algorithm>
#include <vector>

namespace drawbridge {

/// The workspace as it is after patches of many files, made before they are applied.
struct Document::Foreseen
{
    std::vector<edit::FilePatches> patches;
    std::uint64_t revision = 0; ///< of the text that they are for
    kube::Workspace workspace;
    std::vector<kube::Workspace::Change> changes; ///< one a file

    bool isOf(const std::vector<edit::FilePatches> &others) const
    {
        return std::equal(patches.begin(), patches.end(), others.begin(), others.end(),
                          [](const edit::FilePatches &a, const edit::FilePatches &b) {
                              return a.file == b.file && a.patches == b.patches;
                          });
    }
};

} // namespace drawbridge
