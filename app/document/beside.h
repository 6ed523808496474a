#pragma once

#include "document/opening_progress.h"

#include <QObject>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace drawbridge {

/// Threads beside the window's that nobody waits for: they may hang on a disk that does not answer.
class Beside
{
public:
    static void run(std::function<void()> work);
    /// Where processors are busy the window's thread goes before the calling one, and before those
    /// that this one starts from now on.
    static void stepBack();
    /// Of all: false if some are still at work after this time. Then nothing that they use may go.
    static bool haveAllEnded(int milliseconds);
};

/// Work in such a thread, with a result that can be taken once. Destroying this calls the work off;
/// what the thread has yet to end it ends alone.
template <typename Result>
class BesideWork
{
public:
    /// `told` is called in the thread of `context`, which owns this, when the work has ended, also
    /// when it was called off.
    BesideWork(const std::function<Result(OpeningProgress &)> &work, QObject *context,
               const std::function<void()> &told)
        : m_shared(std::make_shared<Shared>())
    {
        m_shared->context = context;
        m_shared->told = told;
        Beside::run([shared = m_shared, work] { run(*shared, work); });
    }
    ~BesideWork()
    {
        cancel();
        const std::lock_guard lock(m_shared->mutex);
        m_shared->context = nullptr;
    }
    BesideWork(const BesideWork &) = delete;
    BesideWork &operator=(const BesideWork &) = delete;

    const OpeningProgress &progress() const { return m_shared->progress; }
    void cancel() { m_shared->progress.cancel(); }
    bool isEnded() const
    {
        const std::lock_guard lock(m_shared->mutex);
        return m_shared->isEnded;
    }
    /// False if it has not ended after this time.
    bool hasEndedWithin(int milliseconds) const
    {
        std::unique_lock lock(m_shared->mutex);
        return m_shared->ended.wait_for(lock, std::chrono::milliseconds(milliseconds),
                                        [&] { return m_shared->isEnded; });
    }
    /// There is a result, and it is such a one.
    bool holds(const std::function<bool(const Result &)> &such) const
    {
        const std::lock_guard lock(m_shared->mutex);
        return m_shared->result && such(*m_shared->result);
    }
    /// Nothing before it has ended, a second time, and if it was called off.
    std::optional<Result> take()
    {
        const std::lock_guard lock(m_shared->mutex);
        auto result = std::exchange(m_shared->result, std::nullopt);
        return progress().isCancelled() ? std::nullopt : std::move(result);
    }

private:
    /// Whoever is the last to need it frees it.
    struct Shared
    {
        OpeningProgress progress;
        std::mutex mutex; ///< of what follows
        QObject *context = nullptr;
        std::function<void()> told;
        bool isEnded = false;
        std::condition_variable ended;
        std::optional<Result> result;
    };

    /// What was called off is freed here, where nobody waits for it.
    static void run(Shared &shared, const std::function<Result(OpeningProgress &)> &work)
    {
        Result result = work(shared.progress);
        const std::lock_guard lock(shared.mutex);
        if (!shared.progress.isCancelled())
            shared.result = std::move(result);
        shared.isEnded = true;
        shared.ended.notify_all();
        if (shared.context)
            QMetaObject::invokeMethod(shared.context, shared.told, Qt::QueuedConnection);
    }

    const std::shared_ptr<Shared> m_shared; ///< also the thread's
};

} // namespace drawbridge
