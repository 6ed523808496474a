#pragma once

#include "base/ids.h"
#include "base/patch.h"

namespace drawbridge {

/// Says which of the patches that typing makes belong to one undo step: letters that follow each
/// other, or deletions that do.
class TypingSteps
{
public:
    explicit TypingSteps(FileId file) : m_file(file) {}

    /// The merge id of the next patch; equal to the last one's if it goes on.
    int idFor(const Patch &patch);

private:
    bool goesOn(const Patch &patch) const;

    FileId m_file;
    int m_count = 0;
    bool m_wasInsertion = false;
    std::size_t m_end = SIZE_MAX; ///< where the last patch left the caret
};

} // namespace drawbridge
