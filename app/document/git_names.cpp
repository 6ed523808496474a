#include "document/git_names.h"

namespace drawbridge {

namespace {

constexpr int kMostCommits = 30;
constexpr int kMostRefs = 200;
constexpr int kMilliseconds = 10'000;

} // namespace

GitNames::GitNames(QObject *parent) : QObject(parent)
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(kMilliseconds);
    connect(&m_limit, &QTimer::timeout, &m_process, &QProcess::kill);
    connect(&m_process, &QProcess::finished, this, &GitNames::finish);
}

GitNames::~GitNames()
{
    m_process.disconnect();
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(1000);
}

void GitNames::list(const GitWorkTree &tree)
{
    m_folder = tree.folder();
    m_names.clear();
    m_isAtRefs = false;
    start(tree.logArguments(kMostCommits));
}

void GitNames::start(const QStringList &arguments)
{
    if (!prepareGit(m_process, m_folder, arguments))
        return;
    m_process.start(QIODevice::ReadOnly);
    m_limit.start();
}

void GitNames::finish()
{
    m_limit.stop();
    const QByteArray out = m_process.readAllStandardOutput();
    if (m_isAtRefs) {
        readRefs(out);
        emit listed();
        return;
    }
    readCommits(out);
    m_isAtRefs = true;
    start({QStringLiteral("for-each-ref"), QStringLiteral("--sort=-creatordate"),
           QStringLiteral("--count=%1").arg(kMostRefs),
           QStringLiteral("--format=%(refname)%09%(refname:short)%09%(creatordate:short)"),
           QStringLiteral("refs/heads"), QStringLiteral("refs/tags"),
           QStringLiteral("refs/remotes")});
}

void GitNames::readCommits(const QByteArray &out)
{
    for (const QString &line : QString::fromUtf8(out).split(QLatin1Char('\n'))) {
        const QStringList parts = line.split(QLatin1Char('\t'));
        if (parts.size() >= 3)
            m_names.push_back({GitName::Kind::Commit, parts[0], parts[1],
                               QStringList(parts.mid(2)).join(QLatin1Char(' '))});
    }
}

void GitNames::readRefs(const QByteArray &out)
{
    for (const QString &line : QString::fromUtf8(out).split(QLatin1Char('\n'))) {
        const QStringList parts = line.split(QLatin1Char('\t'));
        if (parts.size() < 3)
            continue;
        const auto kind = parts[0].startsWith(QLatin1String("refs/tags/")) ? GitName::Kind::Tag
                          : parts[0].startsWith(QLatin1String("refs/remotes/"))
                              ? GitName::Kind::RemoteBranch
                              : GitName::Kind::Branch;
        m_names.push_back({kind, parts[1], parts[2], {}});
    }
}

} // namespace drawbridge
