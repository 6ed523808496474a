#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace drawbridge {

/// Replaces a file's bytes so that it holds the old or the new ones whatever happens, and is known
/// to hold the new ones when this returns nothing. Follows a symbolic link and keeps it; keeps the
/// mode. `expectedOnDisk`: what was read; where the disk holds something else, nothing is written
/// (SaveConflict). Without it the file is overwritten, or made.
/// Fails with SaveConflict, ReadOnlyFile, SaveFailed (nothing was written) or SaveUnconfirmed.
std::optional<Failure> safeSave(const QString &path, const QByteArray &bytes,
                                const std::optional<QByteArray> &expectedOnDisk);

/// Writes a file that must not exist yet, not even as a broken link.
std::optional<Failure> createNew(const QString &path, const QByteArray &bytes);

} // namespace drawbridge
