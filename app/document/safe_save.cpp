#include "document/safe_save.h"

#include "document/prepared_file.h"
#include "messages/tr.h"

#include <QFile>

#include <memory>

namespace drawbridge {

namespace {

using Files = std::vector<std::unique_ptr<PreparedFile>>;

/// A file that cannot be put back is said by name.
void takeBack(const Files &files, SaveOutcome &outcome)
{
    for (std::size_t i = files.size(); i-- > 0;) {
        if (!outcome.isWritten[i])
            continue;
        outcome.isWritten[i] = !files[i]->takeBack();
        if (!outcome.isWritten[i])
            continue;
        const std::string &kept = files[i]->keptName();
        const std::string reason =
            kept.empty() ? Tr::tr("another file could not be saved with it").toStdString()
                         : keptReason(kept);
        outcome.fail(i, {Code::SaveUnconfirmed,
                         {QFile::encodeName(files[i]->path()).toStdString(), reason}});
    }
}

bool takeAll(const Files &files, SaveOutcome &outcome)
{
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (auto failure = files[i]->take()) {
            outcome.fail(i, std::move(*failure));
            takeBack(files, outcome);
            return false;
        }
        outcome.isWritten[i] = true;
    }
    return true;
}

} // namespace

void SaveOutcome::fail(std::size_t request, Failure failure)
{
    failures.push_back(failure);
    failureOf[request] = std::move(failure);
}

static SaveOutcome noneOf(const std::vector<SaveRequest> &requests)
{
    SaveOutcome outcome;
    outcome.isWritten.assign(requests.size(), false);
    outcome.failureOf.resize(requests.size());
    return outcome;
}

SaveOutcome SaveOutcome::cancelled(const std::vector<SaveRequest> &requests)
{
    SaveOutcome outcome = noneOf(requests);
    for (std::size_t i = 0; i < requests.size(); ++i)
        outcome.fail(i, {Code::SaveCancelled, {}});
    return outcome;
}

SaveOutcome saveTogether(const std::vector<SaveRequest> &requests, SavingProgress *progress)
{
    SaveOutcome outcome = noneOf(requests);
    Files files;
    for (const SaveRequest &request : requests)
        files.push_back(std::make_unique<PreparedFile>(request));
    for (std::size_t i = 0; i < files.size() && !(progress && progress->isCancelled()); ++i) {
        if (progress)
            progress->set(i, files.size());
        if (auto failure = files[i]->prepare())
            outcome.fail(i, std::move(*failure));
    }
    if (!outcome.failures.empty())
        return outcome;
    if (progress && !progress->beginTaking())
        return SaveOutcome::cancelled(requests);
    if (!takeAll(files, outcome))
        return outcome;
    for (std::size_t i = 0; i < files.size(); ++i)
        if (auto failure = files[i]->confirm())
            outcome.fail(i, std::move(*failure));
    return outcome;
}

static std::optional<Failure> saveOne(SaveRequest request)
{
    SaveOutcome outcome = saveTogether({std::move(request)});
    if (outcome.failures.empty())
        return {};
    return std::move(outcome.failures.front());
}

std::optional<Failure> safeSave(const QString &path, const QByteArray &bytes,
                                const std::optional<QByteArray> &expectedOnDisk)
{
    return saveOne({path, bytes, expectedOnDisk, false, false});
}

std::optional<Failure> createNew(const QString &path, const QByteArray &bytes)
{
    return saveOne({path, bytes, {}, true, false});
}

} // namespace drawbridge
