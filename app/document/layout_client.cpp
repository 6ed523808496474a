#include "document/layout_client.h"

#include <QCoreApplication>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace drawbridge {

namespace {

constexpr std::size_t kMostBoxesForWorker = 1'500;
constexpr qsizetype kLargestOutput = 64 << 20;

/// Between fork and exec: a process group of its own that dies with us.
void leadGroup()
{
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}

} // namespace

void LayoutClient::KillGroup::operator()(QProcess *process) const
{
    process->disconnect();
    if (const auto id = pid_t(process->processId()); id > 0) {
        kill(-id, SIGKILL); // the group, once it exists
        process->kill();
    }
    // It is dead but not yet reaped; wait for that without holding up the window.
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
    QObject::connect(process, &QProcess::errorOccurred, process, [process](auto error) {
        if (error == QProcess::FailedToStart)
            process->deleteLater();
    });
}

LayoutClient::LayoutClient(QObject *parent)
    : QObject(parent), m_program(QCoreApplication::applicationFilePath())
{
    m_clock.setSingleShot(true);
    connect(&m_clock, &QTimer::timeout, this, [this] { answerOurselves(m_process != nullptr); });
}

LayoutClient::~LayoutClient() = default;

void LayoutClient::cancel()
{
    m_process.reset();
    m_own.reset();
    m_clock.stop();
    m_output.clear();
    m_isBusy = false;
}

void LayoutClient::request(const layout::Request &request)
{
    cancel();
    m_request = request;
    m_isBusy = true;
    if (request.boxes.empty() || request.boxes.size() > kMostBoxesForWorker)
        m_clock.start(0);
    else
        start();
}

void LayoutClient::start()
{
    m_process.reset(new QProcess);
    m_process->setChildProcessModifier(leadGroup);
    m_process->setStandardErrorFile(QProcess::nullDevice());
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &LayoutClient::collect);
    connect(m_process.get(), &QProcess::finished, this, &LayoutClient::processEnded);
    // Also tells when it cannot be started; of a process that ends badly processEnded hears too.
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            m_clock.start(0);
    });
    m_clock.start(m_timeLimit);
    m_process->start(m_program, {QStringLiteral("--layout-worker")});
    m_process->write(QByteArray::fromStdString(layout::encode(m_request)));
    m_process->closeWriteChannel();
}

void LayoutClient::collect()
{
    m_output += m_process->readAllStandardOutput();
    if (m_output.size() > kLargestOutput)
        answerOurselves(true);
}

void LayoutClient::processEnded(int exitCode, QProcess::ExitStatus status)
{
    m_output += m_process->readAllStandardOutput();
    layout::Reply reply;
    const bool isGood = status == QProcess::NormalExit && exitCode == 0 &&
                        layout::decode(m_output.toStdString(), reply) &&
                        layout::isSound(m_request, reply);
    if (isGood)
        answer(reply, false);
    else
        answerOurselves(true);
}

void LayoutClient::answerOurselves(bool fellBack)
{
    m_process.reset();
    m_clock.stop();
    const auto told = [this, fellBack] {
        if (m_own && m_own->isEnded()) // else a newer request is under way
            answer(*m_own->take(), fellBack);
    };
    m_own = std::make_unique<BesideWork<layout::Reply>>(
        [request = m_request](OpeningProgress &) { return layout::layered(request); }, this, told);
}

void LayoutClient::answer(const layout::Reply &reply, bool fellBack)
{
    cancel();
    emit finished(reply, fellBack);
}

} // namespace drawbridge
