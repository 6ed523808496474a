#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace drawbridge {

/// How far reading and judging files has come. Written by who works and read by who waits, who may
/// call it off.
class OpeningProgress
{
public:
    enum class Step : std::uint8_t { Reading, Parsing, Judging, Drawing };

    /// The step last, so that nobody takes the numbers of one for those of another.
    void set(Step step, std::size_t done = 0, std::size_t all = 0)
    {
        m_all = all;
        m_done = done;
        m_step = step;
    }
    Step step() const { return m_step; }
    std::size_t done() const { return m_done; } ///< files, while they are read or parsed
    std::size_t all() const { return m_all; }

    void cancel() { m_isCancelled = true; }
    bool isCancelled() const { return m_isCancelled; }

private:
    std::atomic<Step> m_step = Step::Reading;
    std::atomic<std::size_t> m_done = 0;
    std::atomic<std::size_t> m_all = 0;
    std::atomic<bool> m_isCancelled = false;
};

} // namespace drawbridge
