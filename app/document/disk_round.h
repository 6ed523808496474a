#pragma once

#include "document/file_bytes.h"
#include "document/foreseen.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace drawbridge {

/// What the disk holds of a file.
struct Document::DiskReading
{
    FileId id;
    QString path;
    std::optional<FileStamp> stamp; ///< taken before the bytes, as is the next
    std::optional<FileStamp> lateStamp;
    std::optional<QByteArray> bytes;
    bool isWritable = false;
    /// Of the text, if it follows the disk and they are known; then also what hash it had.
    std::optional<Patches> patches = {};
    QByteArray savedHash = {};
};

/// The same of some files, and the text as following them makes it; null if that is not known.
struct Document::DiskRound
{
    std::vector<DiskReading> readings;
    std::shared_ptr<Foreseen> foreseen;
};

} // namespace drawbridge
