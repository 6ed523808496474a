#pragma once

#include "document/beside.h"
#include "layout/layouter.h"

#include <QObject>
#include <QProcess>
#include <QString>
#include <QTimer>

#include <memory>

namespace drawbridge {

/// Has pictures laid out by a process of our own, because Graphviz may crash or never end. Every
/// request that no newer one overtakes is answered with a sound layout.
class LayoutClient : public QObject
{
    Q_OBJECT

public:
    explicit LayoutClient(QObject *parent = nullptr);
    ~LayoutClient() override;

    /// Answers by finished(), always later. Forgets a request that is under way.
    void request(const layout::Request &request);
    /// Forgets the request that is under way.
    void cancel();
    bool isBusy() const { return m_isBusy; }

    /// For tests: what to start in place of this program, and how long it may take.
    void setProgram(const QString &program) { m_program = program; }
    void setTimeLimit(int milliseconds) { m_timeLimit = milliseconds; }

signals:
    /// `fellBack`: the worker was of no use and the built-in layout, made in another thread,
    /// answered in its place.
    void finished(const drawbridge::layout::Reply &reply, bool fellBack);

private:
    struct KillGroup
    {
        void operator()(QProcess *process) const;
    };

    void start();
    void collect();
    void processEnded(int exitCode, QProcess::ExitStatus status);
    void answerOurselves(bool fellBack);
    void answer(const layout::Reply &reply, bool fellBack);

    QString m_program;
    int m_timeLimit = 5'000;
    layout::Request m_request;
    bool m_isBusy = false;
    QByteArray m_output;
    std::unique_ptr<QProcess, KillGroup> m_process;
    QTimer m_clock;
    std::unique_ptr<BesideWork<layout::Reply>> m_own; ///< the built-in layout, on its way
};

} // namespace drawbridge
