#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace drawbridge::test {

/// A Git repository of its own, made by git, away from the settings of whoever runs the tests.
class GitRepository
{
public:
    static bool isGitThere()
    {
        return !QStandardPaths::findExecutable(QStringLiteral("git")).isEmpty();
    }

    GitRepository()
    {
        git({QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral("-b"),
             QStringLiteral("main")});
    }

    QString folder() const { return QFileInfo(m_folder.path()).canonicalFilePath(); }
    QString path(const QString &name) const { return folder() + QLatin1Char('/') + name; }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
    }
    void remove(const QString &name) const { QFile::remove(path(name)); }

    /// Commits all that is there.
    void commit(const QString &subject) const
    {
        git({QStringLiteral("add"), QStringLiteral("-A")});
        git({QStringLiteral("commit"), QStringLiteral("-q"), QStringLiteral("--allow-empty"),
             QStringLiteral("-m"), subject});
    }

    /// What it printed; the test ends where it fails.
    QByteArray git(const QStringList &arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : environment.keys())
            if (name.startsWith(QLatin1String("GIT_")))
                environment.remove(name);
        const std::pair<const char *, const char *> fixed[] = {
            {"GIT_CONFIG_NOSYSTEM", "1"},   {"GIT_CONFIG_GLOBAL", "/dev/null"},
            {"GIT_AUTHOR_NAME", "A"},       {"GIT_AUTHOR_EMAIL", "a@example.org"},
            {"GIT_COMMITTER_NAME", "A"},    {"GIT_COMMITTER_EMAIL", "a@example.org"},
            {"GIT_ALLOW_PROTOCOL", "file"},
        };
        for (const auto &[name, value] : fixed)
            environment.insert(QLatin1String(name), QLatin1String(value));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral("git"), arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            qFatal("git %s: %s", qPrintable(arguments.join(QLatin1Char(' '))),
                   process.readAllStandardError().constData());
        return process.readAllStandardOutput();
    }

    /// Everything below .git, by name, size and time: what reading must leave alone.
    QStringList state() const { return stateOf(path(QStringLiteral(".git"))); }

private:
    static QStringList stateOf(const QString &folder)
    {
        QStringList result;
        for (const QFileInfo &info : QDir(folder).entryInfoList(
                 QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name)) {
            result += QStringLiteral("%1 %2 %3")
                          .arg(info.filePath())
                          .arg(info.size())
                          .arg(info.lastModified().toMSecsSinceEpoch());
            if (info.isDir() && !info.isSymLink())
                result += stateOf(info.filePath());
        }
        return result;
    }

    QTemporaryDir m_folder;
};

/// A policy that lets `source` reach `target` in the namespace shop.
inline QByteArray policyText(const char *target, const char *source, int port = 8080)
{
    return QByteArray(
               "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: ") +
           target +
           "\n  namespace: shop\nspec:\n  podSelector:\n    matchLabels:\n      app: " + target +
           "\n  policyTypes:\n    - Ingress\n  ingress:\n    - from:\n        - podSelector:\n"
           "            matchLabels:\n              app: " +
           source +
           "\n      ports:\n        - protocol: TCP\n          port: " + QByteArray::number(port) +
           "\n";
}

} // namespace drawbridge::test
