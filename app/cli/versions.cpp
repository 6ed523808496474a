#include "cli/versions.h"

#include "cli/commands.h"
#include "cli/output.h"
#include "document/git_work_tree.h"
#include "messages/messages.h"
#include "messages/tr.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <array>

namespace drawbridge::cli {

namespace {

constexpr qsizetype kShortId = 12;

/// What stands behind `--rev`.
struct Range
{
    QString before;
    std::optional<QString> after; ///< nothing: as on disk
    bool isFromBase = false;      ///< three dots
};

Range rangeOf(const std::string &text)
{
    const QString all = QFile::decodeName(text.c_str());
    const qsizetype dots = all.indexOf(QLatin1String(".."));
    if (dots < 0)
        return {all, {}, false};
    const bool isFromBase = all.mid(dots).startsWith(QLatin1String("..."));
    const auto orHead = [](const QString &name) {
        return name.isEmpty() ? QStringLiteral("HEAD") : name;
    };
    return {orHead(all.left(dots)), orHead(all.mid(dots + (isFromBase ? 3 : 2))), isFromBase};
}

std::nullopt_t told(const Failure &failure)
{
    say(Severity::Error, message(failure));
    return std::nullopt;
}

/// git is a process, and those need an application object.
class Application
{
public:
    Application()
    {
        if (!QCoreApplication::instance())
            m_application.emplace(m_count, m_words.data());
    }

private:
    int m_count = 1;
    std::array<char, 11> m_name{"drawbridge"};
    std::array<char *, 2> m_words{m_name.data(), nullptr};
    std::optional<QCoreApplication> m_application;
};

bool hasStandardInput(const std::vector<std::string> &paths)
{
    return std::find(paths.begin(), paths.end(), kStandardInput) != paths.end();
}

/// A slip in the path would else look as if nothing were allowed.
bool isInNeither(const LoadReport &before, const LoadReport &after)
{
    return before.files.empty() && after.files.empty() && before.failures.empty() &&
           after.failures.empty();
}

} // namespace

std::optional<Versions> readVersions(const Arguments &arguments,
                                     const std::vector<std::string> &before,
                                     const std::vector<std::string> &after)
{
    if (hasStandardInput(before) && hasStandardInput(after)) { // which ends but once
        wrongUsage(arguments.command(), Tr::tr("only one of the two can be standard input"));
        return {};
    }
    std::optional<Input> old = readInput(arguments, before);
    std::optional<Input> now = readInput(arguments, after, {true, false});
    if (!old || !now)
        return {};
    const auto nameOf = [](const std::vector<std::string> &paths) {
        QStringList names;
        for (const std::string &path : paths)
            names += visible(QFile::decodeName(path.c_str()));
        return names.join(QLatin1Char(' '));
    };
    return Versions{std::move(*old), std::move(*now), nameOf(before), nameOf(after)};
}

std::optional<Versions> readRevisions(const Arguments &arguments)
{
    const std::vector<std::string> &paths = arguments.words();
    if (paths.empty()) {
        wrongUsage(arguments.command(), Tr::tr("no file or folder was given"));
        return {};
    }
    if (hasStandardInput(paths)) {
        wrongUsage(arguments.command(), Tr::tr("standard input has no revisions"));
        return {};
    }
    const Application application;
    QStringList names;
    for (const std::string &path : paths)
        names += QFile::decodeName(path.c_str());
    const Result<GitWorkTree> tree = GitWorkTree::around(names);
    if (!tree)
        return told(tree.failure());
    Range range = rangeOf(arguments.value("--rev"));
    if (range.isFromBase) {
        const Result<std::string> base = tree->mergeBase(range.before, *range.after);
        if (!base)
            return told(base.failure());
        range.before = QString::fromStdString(*base).left(kShortId);
    }
    Result<LoadReport> old = tree->read(range.before);
    if (!old)
        return told(old.failure());
    Result<LoadReport> now = range.after ? tree->read(*range.after) : load(paths);
    if (!now)
        return told(now.failure());
    if (isInNeither(*old, *now)) {
        say(Severity::Error, message(old->notes.empty() ? Failure{Code::NothingToRead, {paths[0]}}
                                                        : old->notes.front()));
        return {};
    }
    std::optional<Input> before = takeInput(arguments, std::move(old.value()));
    std::optional<Input> after = takeInput(arguments, std::move(now.value()), {true, false});
    if (!before || !after)
        return {};
    const QString nameAfter = range.after ? visible(*range.after) : Tr::tr("the files on disk");
    return Versions{std::move(*before), std::move(*after), visible(range.before), nameAfter};
}

} // namespace drawbridge::cli
