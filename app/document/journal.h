#pragma once

#include "base/result.h"
#include "document/unsaved.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace drawbridge {

/// What is not saved, as it is kept for a program that ends by surprise: one line with a version
/// and a checksum, then JSON. It is read whole or not at all.
struct Journal
{
    QDateTime written;
    Unsaved unsaved;
};

enum class JournalFault {
    Damaged, ///< cut off, or other bytes than were written
    Foreign, ///< of another version
};

QByteArray journalBytes(const Journal &journal);
/// Nothing, and the fault, if these are not the bytes of a journal.
std::optional<Journal> readJournal(const QByteArray &bytes, JournalFault &fault);

} // namespace drawbridge
