// Work that only reads what is open, in another thread.
#include "document/beside.h"
#include "document/document.h"

#include <limits>
#include <memory>
#include <utility>

namespace drawbridge {

void Document::readBeside(std::function<void()> reading)
{
    settle();
    letReadingEnd();
    m_workspace.effectiveObjects(); // made now, not by two threads that ask for them
    const auto run = [reading = std::move(reading)](OpeningProgress &) {
        reading();
        return true;
    };
    m_reading = std::make_unique<BesideWork<bool>>(run, this, [this] { endReading(); });
}

void Document::endReading()
{
    if (!m_reading || !m_reading->isEnded())
        return; // somebody waited for it
    m_reading.reset();
    emit readEnded();
}

/// Before anything that it may look at changes.
void Document::letReadingEnd()
{
    if (!m_reading)
        return;
    m_reading->hasEndedWithin(std::numeric_limits<int>::max());
    m_reading.reset();
    emit readEnded();
}

} // namespace drawbridge
