// Any bytes as what a program that ended left behind: as they are, and as the body of a journal
// whose checksum is right. What is taken is written so that it reads the same again.

#include "document/journal.h"
#include "fuzz/demand.h"

using namespace drawbridge;
using fuzz::demand;

namespace {

void read(const QByteArray &bytes)
{
    JournalFault fault{};
    const auto journal = readJournal(bytes, fault);
    if (!journal)
        return;
    const QByteArray written = journalBytes(*journal);
    const auto again = readJournal(written, fault);
    demand(again.has_value(), "a journal is read again");
    demand(again->unsaved == journal->unsaved, "a journal keeps what it holds");
    demand(again->written == journal->written, "a journal keeps its time");
    demand(journalBytes(*again) == written, "a journal is written the same again");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (!fuzz::Input::fits(size))
        return 0;
    const fuzz::Input input(data, size);
    const QByteArray bytes = QByteArray::fromStdString(input.bytes);
    read(bytes);
    read("drawbridge-journal 1 " + hashOf(bytes) + '\n' + bytes);
    return 0;
}
