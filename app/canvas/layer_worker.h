#pragma once

#include "canvas/render.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace drawbridge::canvas {

/// Renders jobs in a thread of its own. Of jobs that wait only the latest is kept. `done` is called
/// in that thread. Destroying it waits for the job at work.
class LayerWorker
{
public:
    using Done = std::function<void(std::uint64_t ticket, Layers layers)>;
    explicit LayerWorker(Done done);
    ~LayerWorker();
    LayerWorker(const LayerWorker &) = delete;
    LayerWorker &operator=(const LayerWorker &) = delete;

    void ask(std::uint64_t ticket, RenderJob job);
    /// Where nobody waits for it.
    void free(std::shared_ptr<const Scene> scene);
    /// No job is waiting or at work: nobody reads the scenes of those before.
    bool isIdle();
    /// Waits until that is so.
    void wait();

private:
    struct Ticket
    {
        std::uint64_t number = 0;
        RenderJob job;
    };
    void run();

    Done m_done;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<Ticket> m_next;
    std::vector<std::shared_ptr<const Scene>> m_toFree;
    bool m_isBusy = false;
    bool m_isEnding = false;
    std::thread m_thread; ///< last: starts when all else is there
};

} // namespace drawbridge::canvas
