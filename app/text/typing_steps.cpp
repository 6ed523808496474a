#include "text/typing_steps.h"

namespace drawbridge {

namespace {

constexpr int kFirstId = 1 << 28; // far from the ids of others
constexpr int kIdsPerFile = 1 << 12;
constexpr std::size_t kLongestLetter = 16; ///< bytes; more was pasted

} // namespace

bool TypingSteps::goesOn(const Patch &patch) const
{
    const bool isInsertion = patch.range.size() == 0;
    if (isInsertion != m_wasInsertion || patch.text.find('\n') != std::string::npos)
        return false;
    if (isInsertion)
        return patch.range.begin == m_end && patch.text.size() <= kLongestLetter;
    return patch.text.empty() && (patch.range.end == m_end || patch.range.begin == m_end);
}

int TypingSteps::idFor(const Patch &patch)
{
    if (!goesOn(patch))
        ++m_count;
    m_wasInsertion = patch.range.size() == 0;
    m_end = patch.range.begin + patch.text.size();
    return kFirstId + int(m_file.value % (1 << 15)) * kIdsPerFile + m_count % kIdsPerFile;
}

} // namespace drawbridge
