#include "document/git_work_tree.h"

#include "messages/tr.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <map>
#include <optional>

namespace drawbridge {

namespace {

/// More names than this do not go into a call; then git tells of all files.
constexpr std::size_t kMostPathArguments = 200;

QString withoutLineEnd(const QByteArray &out)
{
    return QFile::decodeName(out.endsWith('\n') ? out.chopped(1) : out);
}

/// The innermost folder of a path that is there.
QString standingFolder(const QString &path)
{
    QFileInfo info(path);
    while (!info.isDir() && info.absolutePath() != info.absoluteFilePath())
        info.setFile(info.absolutePath());
    return info.canonicalFilePath();
}

/// Folders with the same one are in the same work tree.
QString nearestGit(const QString &folder)
{
    QDir at(folder);
    while (!QFileInfo::exists(at.filePath(QStringLiteral(".git"))))
        if (!at.cdUp())
            return {};
    return at.path();
}

Result<QString> topOf(const QString &folder, const QString &path, const GitLimits &limits)
{
    const Result<GitAnswer> answer =
        runGit(folder, {QStringLiteral("rev-parse"), QStringLiteral("--show-toplevel")}, limits);
    if (!answer)
        return answer.failure();
    if (answer->code == 0)
        return QFileInfo(withoutLineEnd(answer->out)).canonicalFilePath();
    if (answer->err.contains("not a git repository") || answer->err.contains("in a work tree"))
        return Failure{Code::NoWorkTree, {path.toStdString()}};
    return gitFailure(answer->err);
}

/// From the top, also where the path is not there any longer.
std::optional<std::string> pathBelow(const QString &top, const QString &standing,
                                     const QString &path)
{
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    QFileInfo info(absolute);
    QStringList rest;
    while (!info.isDir() && info.absolutePath() != info.absoluteFilePath()) {
        rest.prepend(info.fileName());
        info.setFile(info.absolutePath());
    }
    QString whole = standing;
    for (const QString &name : rest)
        whole += QLatin1Char('/') + name;
    if (whole == top)
        return std::string();
    if (!whole.startsWith(top + QLatin1Char('/')))
        return {};
    return whole.mid(top.size() + 1).toStdString();
}

/// A revision that git cannot take for an option, nor for more than one line.
bool isPlainRevision(const QString &revision)
{
    return !revision.isEmpty() && !revision.startsWith(QLatin1Char('-')) &&
           std::none_of(revision.begin(), revision.end(),
                        [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7F; });
}

} // namespace

Result<GitWorkTree> GitWorkTree::around(const QStringList &paths, const GitLimits &limits)
{
    if (paths.isEmpty())
        return Failure{Code::NoFileOnDisk, {}};
    GitWorkTree tree;
    tree.m_limits = limits;
    std::map<QString, QString> tops;
    for (const QString &path : paths) {
        const QString standing = standingFolder(path);
        const QString git = nearestGit(standing);
        QString &top = tops[git.isEmpty() ? standing : git];
        if (top.isEmpty()) {
            Result<QString> found = topOf(standing, path, limits);
            if (!found)
                return found.failure();
            top = *found;
        }
        if (tree.m_folder.isEmpty())
            tree.m_folder = top;
        if (top != tree.m_folder)
            return Failure{Code::SeveralWorkTrees,
                           {paths.front().toStdString(), path.toStdString()}};
        const std::optional<std::string> below = pathBelow(top, standing, path);
        if (!below)
            return Failure{Code::NoWorkTree, {path.toStdString()}};
        tree.m_paths.push_back(*below);
    }
    return tree;
}

Result<std::string> GitWorkTree::commit(const QString &revision) const
{
    const Failure unknown{Code::UnknownRevision, {revision.toStdString()}};
    if (!isPlainRevision(revision))
        return unknown;
    const Result<GitAnswer> answer =
        runGit(m_folder,
               {QStringLiteral("rev-parse"), QStringLiteral("--verify"), QStringLiteral("--quiet"),
                revision + QStringLiteral("^{commit}")},
               m_limits);
    if (!answer)
        return answer.failure();
    const QByteArray id = answer->out.trimmed();
    return answer->code == 0 && !id.isEmpty() ? Result<std::string>(id.toStdString()) : unknown;
}

Result<std::string> GitWorkTree::mergeBase(const QString &one, const QString &other) const
{
    Result<std::string> first = commit(one);
    if (!first)
        return first;
    Result<std::string> second = commit(other);
    if (!second)
        return second;
    const Result<GitAnswer> answer =
        runGit(m_folder,
               {QStringLiteral("merge-base"), QString::fromStdString(*first),
                QString::fromStdString(*second)},
               m_limits);
    if (!answer)
        return answer.failure();
    if (answer->code == 0)
        return answer->out.trimmed().toStdString();
    if (answer->code == 1) // they share no commit
        return Failure{Code::UnknownRevision,
                       {(one + QStringLiteral("...") + other).toStdString()}};
    return gitFailure(answer->err);
}

QStringList GitWorkTree::pathArguments() const
{
    QStringList result;
    const bool isAll = std::find(m_paths.begin(), m_paths.end(), std::string()) != m_paths.end();
    if (!isAll && m_paths.size() <= kMostPathArguments)
        for (const std::string &path : m_paths)
            result += QString::fromStdString(path);
    return result;
}

QStringList GitWorkTree::logArguments(int most) const
{
    return QStringList{QStringLiteral("log"), QStringLiteral("--no-show-signature"),
                       QStringLiteral("--max-count=%1").arg(most),
                       QStringLiteral("--format=%h%x09%cs%x09%s"), QStringLiteral("--")} +
           pathArguments();
}

/// Takes out what is too large, and says so.
std::vector<GitEntry> GitWorkTree::withinLimits(std::vector<GitEntry> entries,
                                                const std::string &prefix, const LoadLimits &limits,
                                                LoadReport &report) const
{
    std::erase_if(entries, [&](const GitEntry &entry) {
        if (entry.size <= limits.fileSize)
            return false;
        const QString reason =
            Tr::tr("it is too large; at most %1 bytes are read").arg(qulonglong(limits.fileSize));
        report.failures.push_back(
            {Code::FileUnreadable, {prefix + entry.path, reason.toStdString()}});
        return true;
    });
    return entries;
}

/// By their ids, in one call: no name is passed, and no filter of the repository's settings runs.
Result<GitWorkTree::Blobs> GitWorkTree::readBlobs(const std::vector<GitEntry> &entries,
                                                  const std::string &prefix) const
{
    Blobs blobs;
    if (entries.empty())
        return blobs;
    QByteArray ids;
    for (const GitEntry &entry : entries)
        ids += QByteArray::fromStdString(entry.id) + '\n';
    const Result<QByteArray> out =
        gitOutput(m_folder, {QStringLiteral("cat-file"), QStringLiteral("--batch")}, m_limits, ids);
    if (!out)
        return out.failure();
    qsizetype at = 0;
    for (const GitEntry &entry : entries) {
        const qsizetype end = out->indexOf('\n', at);
        const QByteArray header = out->mid(at, end - at);
        const QList<QByteArray> words = header.split(' ');
        const qsizetype size = words.value(2).toLongLong();
        if (end < 0 || words.size() != 3 || words[1] != "blob" || end + 1 + size > out->size())
            return gitFailure(header); // "... missing", as in a clone without all objects
        blobs.push_back(
            {prefix + entry.path, std::string(out->constData() + end + 1, std::size_t(size))});
        at = end + 1 + size + 1;
    }
    return blobs;
}

Result<LoadReport> GitWorkTree::read(const QString &revision, const LoadLimits &limits) const
{
    const Result<std::string> id = commit(revision);
    if (!id)
        return id.failure();
    const Result<QByteArray> listing =
        gitOutput(m_folder,
                  QStringList{QStringLiteral("ls-tree"), QStringLiteral("-r"), QStringLiteral("-z"),
                              QStringLiteral("-l"), QStringLiteral("--full-tree"),
                              QString::fromStdString(*id), QStringLiteral("--")} +
                      pathArguments(),
                  m_limits);
    if (!listing)
        return listing.failure();
    GitSelection selection = selectInGitTree(readGitTree(*listing), m_paths, limits.depth);
    if (selection.named.size() + selection.found.size() > limits.files)
        return Failure{Code::TooManyFiles, {std::to_string(limits.files)}};
    const std::string name = revision.toStdString();
    const std::string prefix = name + ':';
    LoadReport told;
    std::size_t total = 0;
    for (std::vector<GitEntry> *entries : {&selection.named, &selection.found}) {
        *entries = withinLimits(std::move(*entries), prefix, limits, told);
        for (const GitEntry &entry : *entries)
            total += entry.size;
    }
    if (total > limits.totalSize)
        return Failure{Code::GitTooMuch, {std::to_string(limits.totalSize)}};
    Result<Blobs> named = readBlobs(selection.named, prefix);
    if (!named)
        return named.failure();
    Result<Blobs> found = readBlobs(selection.found, prefix);
    if (!found)
        return found.failure();
    LoadReport report =
        sifted(std::move(named.value()), std::move(found.value()), selection.templates);
    report.failures = std::move(told.failures);
    for (const std::string &path : selection.absent)
        report.notes.push_back(
            {Code::NotInRevision, {path.empty() ? m_folder.toStdString() : path, name}});
    if (selection.skipped > 0)
        report.notes.push_back(
            {Code::SkippedInRevision, {std::to_string(selection.skipped), name}});
    return report;
}

} // namespace drawbridge
