#include "cli/editing.h"

#include "cli/commands.h"
#include "cli/output.h"
#include "document/safe_save.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "report/unified_diff.h"

#include <QFile>

#include <algorithm>

namespace drawbridge::cli {

namespace {

/// One file of a rewrite, before and after.
struct FileChange
{
    std::string path;
    std::optional<std::string> before; ///< nothing: the file is new
    std::string after;
};

std::vector<FileChange> changesOf(const kube::Workspace &workspace, const edit::Rewrite &rewrite)
{
    std::vector<FileChange> changes;
    for (const edit::FilePatches &patches : rewrite.patches) {
        const yaml::File &file = workspace.file(patches.file);
        std::string after = applied(file.bytes(), patches.patches);
        if (after != file.bytes())
            changes.push_back({file.path(), file.bytes(), std::move(after)});
    }
    for (const edit::NewFile &file : rewrite.newFiles)
        changes.push_back({file.path, {}, file.bytes});
    std::sort(changes.begin(), changes.end(),
              [](const FileChange &a, const FileChange &b) { return a.path < b.path; });
    return changes;
}

QByteArray bytesOf(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

std::optional<Failure> save(const FileChange &change)
{
    const QString path = QFile::decodeName(change.path.c_str());
    if (!change.before)
        return createNew(path, bytesOf(change.after));
    return safeSave(path, bytesOf(change.after), bytesOf(*change.before));
}

/// Takes back what was saved before something failed.
void restore(const FileChange &change)
{
    const QString path = QFile::decodeName(change.path.c_str());
    if (!change.before)
        QFile::remove(path);
    else if (const auto failure = safeSave(path, bytesOf(*change.before), bytesOf(change.after)))
        say(Severity::Error, message(*failure));
}

int saveAll(const std::vector<FileChange> &changes, int code)
{
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (const auto failure = save(changes[i])) {
            say(Severity::Error, message(*failure));
            while (i-- > 0)
                restore(changes[i]);
            return Refused;
        }
    }
    for (const FileChange &change : changes)
        say(Tr::tr("saved %1").arg(visible(change.path)));
    return code;
}

bool isNothingToDo(Code code)
{
    return code == Code::AlreadyAllowed || code == Code::AlreadyOpen ||
           code == Code::AlreadyIsolated || code == Code::AlreadyNotAllowed;
}

bool isWrongName(Code code)
{
    return code == Code::UnknownName || code == Code::AmbiguousName || code == Code::InvalidName ||
           code == Code::InvalidAddress || code == Code::InvalidPort;
}

} // namespace

std::variant<edit::Rewrite, int> planned(const Input &input, const edit::Intent &intent)
{
    Result<edit::Rewrite> rewrite = edit::rewrite(input.workspace, input.evaluator, intent);
    if (rewrite)
        return std::move(rewrite.value());
    const Failure &failure = rewrite.failure();
    if (isNothingToDo(failure.code)) {
        say(message(failure));
        return input.with(Done);
    }
    say(Severity::Error, message(failure));
    return isWrongName(failure.code) ? int(Wrong) : int(Refused);
}

int carryOut(const Input &input, const edit::Rewrite &rewrite, bool saves)
{
    const std::vector<FileChange> changes = changesOf(input.workspace, rewrite);
    if (saves) {
        const bool isPiped = std::any_of(changes.begin(), changes.end(),
                                         [](const auto &c) { return c.path == kStandardInput; });
        if (!isPiped)
            return saveAll(changes, input.with(Done));
        say(Severity::Error, Tr::tr("cannot save what was read from standard input; leave -w out"));
        return Wrong;
    }
    std::string diff;
    for (const FileChange &change : changes)
        diff += report::unifiedDiff(change.path, change.before, change.after);
    return printed(diff, input.with(Done));
}

} // namespace drawbridge::cli
