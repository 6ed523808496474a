#include "base/effort.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace drawbridge {

static thread_local std::size_t t_effort = 0;
static thread_local std::size_t t_mostEffort = SIZE_MAX;

std::size_t effort()
{
    return t_effort;
}

void spend(std::size_t units)
{
    t_effort += units;
    if (t_effort > t_mostEffort)
        throw EffortSpent();
}

EffortLimit::EffortLimit(std::size_t units)
    : m_most(t_effort + units), m_outer(std::exchange(t_mostEffort, std::min(t_mostEffort, m_most)))
{
}

EffortLimit::~EffortLimit()
{
    t_mostEffort = m_outer;
}

bool EffortLimit::isSpent() const
{
    return t_effort > m_most;
}

} // namespace drawbridge
