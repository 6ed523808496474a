#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace drawbridge {

/// The bytes of a regular file of at most `limit` bytes; its size is looked at before anything is
/// read, and nothing else (a pipe, a device) is ever opened for more than a look.
Result<std::string> readFile(const std::string &path, std::size_t limit);

/// The same as Qt has it; nothing, too, where only a part could be read.
std::optional<QByteArray> wholeFile(const QString &path);

/// What tells without reading that a file's bytes are as they were. The time of the last change is
/// the kernel's own: nobody can set it back.
struct FileStamp
{
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = 0;
    std::int64_t modified = 0; ///< nanoseconds
    std::int64_t changed = 0;

    bool operator==(const FileStamp &) const = default;
};

/// Nothing if there is no such file, or if it changed so lately that another change could have the
/// same times.
std::optional<FileStamp> stampOf(const std::string &path);
/// The same of any file that is there: of two changes at one moment it does not tell the second.
std::optional<FileStamp> lateStampOf(const std::string &path);

/// All of standard input, at most `limit` bytes.
Result<std::string> readStandardInput(std::size_t limit);

/// The system's own words for an error number.
std::string systemReason(int error);

} // namespace drawbridge
