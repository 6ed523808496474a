#pragma once

#include "base/result.h"
#include "document/saving_progress.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace drawbridge {

/// What a file is to hold.
struct SaveRequest
{
    QString path;
    QByteArray bytes;
    /// What was read; where the disk holds something else, nothing is written (SaveConflict).
    /// Without it the file is overwritten, or made.
    std::optional<QByteArray> expectedOnDisk;
    bool isNew = false;     ///< it must not exist yet, not even as a broken link
    bool isPrivate = false; ///< a file that is made is for its owner alone
};

struct SaveOutcome
{
    std::vector<Failure> failures;
    std::vector<std::optional<Failure>> failureOf; ///< the same ones, by request
    std::vector<bool> isWritten; ///< by request; all or none, unless a failure says otherwise

    void fail(std::size_t request, Failure failure);
    /// Of requests that were called off (SaveCancelled).
    static SaveOutcome cancelled(const std::vector<SaveRequest> &requests);
};

/// Replaces the bytes of files, of all or of none. Whatever happens, each holds the old or the new
/// bytes, and all are known to hold the new ones when there is no failure. Follows a symbolic link
/// and keeps it; keeps the mode, and the owner where that is allowed. The file that is replaced is
/// looked at once more after it has made way: a change of the last moment is put back.
/// Failures: SaveConflict, ReadOnlyFile, SaveFailed (nothing was written) or SaveUnconfirmed. Can
/// be called in any thread, and called off by `progress` until the first file is replaced.
SaveOutcome saveTogether(const std::vector<SaveRequest> &requests,
                         SavingProgress *progress = nullptr);

/// The same for one file.
std::optional<Failure> safeSave(const QString &path, const QByteArray &bytes,
                                const std::optional<QByteArray> &expectedOnDisk);

/// Writes a file that must not exist yet, not even as a broken link.
std::optional<Failure> createNew(const QString &path, const QByteArray &bytes);

} // namespace drawbridge
