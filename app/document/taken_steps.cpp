#include "document/taken_steps.h"

#include <algorithm>
#include <limits>

namespace drawbridge {

static constexpr int kNever = std::numeric_limits<int>::max(); ///< no index brings it back

void TakenSteps::begin(int index, const QByteArray &madeFrom)
{
    forgetUndone(index);
    m_steps.push_back({kNever, madeFrom});
}

void TakenSteps::end(int index)
{
    for (Step &step : m_steps)
        step.index = step.index == kNever ? index : step.index;
}

void TakenSteps::branch(int index)
{
    for (Step &step : m_steps)
        step.index = step.index > index ? kNever : step.index;
}

void TakenSteps::forgetUndone(int index)
{
    std::erase_if(m_steps, [index](const Step &step) { return step.index > index; });
}

std::optional<QByteArray> TakenSteps::lackedAt(int index) const
{
    const auto first = std::find_if(m_steps.begin(), m_steps.end(),
                                    [index](const Step &step) { return step.index > index; });
    return first == m_steps.end() ? std::nullopt : std::optional(first->madeFrom);
}

} // namespace drawbridge
