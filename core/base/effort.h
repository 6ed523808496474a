#pragma once

#include <cstddef>
#include <exception>

namespace drawbridge {

/// How much this thread has done so far: counted and not timed, so that what ends for it ends at
/// the same place on every machine. A unit is about what asking one rule about one pair takes, some
/// tens of nanoseconds. Reading, editing and judging count; other threads that help with them do
/// not, nor does what only looks at their results.
std::size_t effort();

/// Counts what is done, or is about to be. Throws EffortSpent behind a limit.
void spend(std::size_t units);

inline constexpr std::size_t kEffortOfParsedByte = 8;
inline constexpr std::size_t kBytesMovedForUnit = 16; ///< where a text is copied or looked through

/// More was done than an EffortLimit allows.
class EffortSpent : public std::exception
{
public:
    const char *what() const noexcept override { return "too much to do"; }
};

/// While there is one, this thread may do that much more. For what is better left than waited for:
/// whatever was begun is given up by the exception, as where memory ends.
class EffortLimit
{
public:
    /// An outer one that ends earlier counts still.
    explicit EffortLimit(std::size_t units);
    ~EffortLimit();
    EffortLimit(const EffortLimit &) = delete;
    EffortLimit &operator=(const EffortLimit &) = delete;

    bool isSpent() const; ///< this one, and not only an outer one

private:
    std::size_t m_most;
    std::size_t m_outer;
};

} // namespace drawbridge
