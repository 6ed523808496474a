#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

class QProcess;

namespace drawbridge {

/// What a run of git may take.
struct GitLimits
{
    int milliseconds = 20'000;
    std::size_t bytes = std::size_t(1) << 30;      ///< of output
    std::size_t errorBytes = std::size_t(1) << 20; ///< of what it says is wrong
};

/// What a run of git gave that came to its end.
struct GitAnswer
{
    int code = 0;
    QByteArray out;
    QByteArray err;
};

/// Readies a process to run git in a folder, only to read: without shell, pager, prompt, network
/// and locks; and deaf to variables that would lead it to another repository, and to settings of
/// the repository that start programs. False if there is no git.
bool prepareGit(QProcess &process, const QString &folder, const QStringList &arguments);

/// Runs git and waits, at most as long as the limits say.
Result<GitAnswer> runGit(const QString &folder, const QStringList &arguments,
                         const GitLimits &limits = {}, const QByteArray &input = {});

/// The answer of a run that had to succeed, or the failure in git's own words.
Result<QByteArray> gitOutput(const QString &folder, const QStringList &arguments,
                             const GitLimits &limits = {}, const QByteArray &input = {});

/// What git said on standard error, as a failure.
Failure gitFailure(const QByteArray &err);

} // namespace drawbridge
