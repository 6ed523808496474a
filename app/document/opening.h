#pragma once

#include "document/contents.h"

#include <QObject>
#include <QStringList>

#include <atomic>
#include <memory>

namespace drawbridge {

/// What shall be opened, and by which settings.
struct OpeningRequest
{
    QStringList paths;
    QString root; ///< the folder that the layout belongs to; empty: to a file
    QString defaultNamespace;
    verdict::PluginProfile profile;
};

/// How far it has come. Written by who works and read by who waits, who may call it off.
class OpeningProgress
{
public:
    enum class Step : std::uint8_t { Reading, Parsing, Judging, Drawing };

    void set(Step step, std::size_t done = 0, std::size_t all = 0);
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

/// What a Document takes over.
struct Opened
{
    std::unique_ptr<Contents> contents; ///< null: nothing could be read, or it was called off
    std::vector<graph::Key> moved;      ///< gave way to what is new since the layout was saved
    std::vector<Failure> failures;
};

/// Everything that opening has to do and no window has to wait for. Can be called in any thread.
Opened opened(const OpeningRequest &request, OpeningProgress &progress);
/// Nothing yet, by these settings.
std::unique_ptr<Contents> emptyContents(const OpeningRequest &settings);
/// The same as opened(), of a sketch.
Opened openedSketch(const QByteArray &bytes, const SideState &side, const OpeningRequest &settings);

/// The same in a thread of its own. Changes nothing that is open. The thread is never waited for:
/// it may hang on a disk that does not answer.
class Opening : public QObject
{
    Q_OBJECT

public:
    explicit Opening(OpeningRequest request, QObject *parent = nullptr);
    ~Opening() override; ///< calls it off; what the thread has yet to end it ends alone

    const OpeningRequest &request() const { return m_request; }
    const OpeningProgress &progress() const;
    void cancel();
    bool isEnded() const;
    bool isEmpty() const; ///< there is nothing to be taken over
    /// Once, when it has ended; nothing if it was called off.
    Opened take();
    /// Of all that were called off: false if some are still at work after this time. Then nothing
    /// that they use may go.
    static bool haveAllEnded(int milliseconds);

signals:
    void ended(); ///< also when it was called off

private:
    struct Work;

    static void run(const std::shared_ptr<Work> &work, const OpeningRequest &request);

    const OpeningRequest m_request;
    const std::shared_ptr<Work> m_work; ///< also the thread's
};

} // namespace drawbridge
