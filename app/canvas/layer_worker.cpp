#include "canvas/layer_worker.h"

#include <utility>

namespace drawbridge::canvas {

LayerWorker::LayerWorker(Done done) : m_done(std::move(done)), m_thread([this] { run(); })
{
}

LayerWorker::~LayerWorker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
        m_next.reset();
    }
    m_changed.notify_all();
    m_thread.join();
}

void LayerWorker::ask(std::uint64_t ticket, RenderJob job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_next = Ticket{ticket, std::move(job)};
    }
    m_changed.notify_all();
}

void LayerWorker::free(std::shared_ptr<const Scene> scene)
{
    {
        const std::lock_guard lock(m_mutex);
        m_toFree.push_back(std::move(scene));
    }
    m_changed.notify_all();
}

bool LayerWorker::isIdle()
{
    const std::lock_guard lock(m_mutex);
    return !m_next && !m_isBusy;
}

void LayerWorker::wait()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_next && !m_isBusy; });
}

void LayerWorker::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_isEnding || m_next || !m_toFree.empty(); });
        if (m_isEnding)
            return;
        if (!m_next) {
            auto freed = std::exchange(m_toFree, {});
            lock.unlock();
            freed.clear();
            lock.lock();
            continue;
        }
        Ticket ticket = std::move(*m_next);
        m_next.reset();
        m_isBusy = true;
        lock.unlock();
        Layers layers = render(ticket.job);
        m_done(ticket.number, std::move(layers));
        ticket = {}; // the scene may be destroyed here: outside the lock
        lock.lock();
        m_isBusy = false;
        m_changed.notify_all();
    }
}

} // namespace drawbridge::canvas
