#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace drawbridge {

/// How far saving has come. Written by who saves and read by who waits, who may call it off until
/// the first file takes its place.
class SavingProgress
{
public:
    /// Written beside their places, of all files.
    void set(std::size_t done, std::size_t all)
    {
        m_all = all;
        m_done = done;
    }
    std::size_t done() const { return m_done; }
    std::size_t all() const { return m_all; }

    /// Once; false if it was called off, and then nothing may take its place.
    bool beginTaking() { return goOn(Stage::Taking); }
    bool isTaking() const { return m_stage == Stage::Taking; }
    /// False if it is too late.
    bool cancel() { return goOn(Stage::Cancelled); }
    bool isCancelled() const { return m_stage == Stage::Cancelled; }

private:
    enum class Stage : std::uint8_t { Preparing, Taking, Cancelled };

    bool goOn(Stage next)
    {
        Stage expected = Stage::Preparing;
        return m_stage.compare_exchange_strong(expected, next);
    }

    std::atomic<Stage> m_stage = Stage::Preparing;
    std::atomic<std::size_t> m_done = 0;
    std::atomic<std::size_t> m_all = 0;
};

} // namespace drawbridge
