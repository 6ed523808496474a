// How what is computed of a large workspace comes after the text.
#include "document/catching_up.h"

#include <limits>
#include <utility>

namespace drawbridge {

void Document::fallBehind(bool isGraphStirred)
{
    const auto contents = std::make_shared<Contents>();
    swapComputed(*contents);
    contents->m_workspace = m_workspace;
    contents->m_side = m_side;
    contents->m_profile = m_profile;
    m_catchingUp = std::make_unique<CatchingUp>(*this, contents, isGraphStirred);
    emit fellBehind();
}

/// Once it has ended.
void Document::takeComputed()
{
    CatchingUp::Computed computed = *m_catchingUp->work.take();
    m_catchingUp.reset();
    swapComputed(*computed.contents);
    noteGaveWay(computed.gaveWay);
    m_isUntold = true;
}

/// To be told with the next picture.
void Document::noteGaveWay(const std::vector<graph::Key> &keys)
{
    m_gaveWay.insert(m_gaveWay.end(), keys.begin(), keys.end());
}

void Document::endCatchingUp()
{
    if (!isBehind() || !m_catchingUp->work.isEnded())
        return; // somebody waited for it
    takeComputed();
    deriveNow(true); // the text may have changed since
}

const Document &Document::settled() const
{
    if (isBehind())
        const_cast<Document *>(this)->settle(); // what is computed is no state of its own
    return *this;
}

/// Whoever waited here is in the midst of something: views are told when that is done.
void Document::settle()
{
    if (!isBehind())
        return;
    m_catchingUp->work.hasEndedWithin(std::numeric_limits<int>::max());
    takeComputed();
    const Stirred stirred = std::exchange(m_stirred, Stirred::Places);
    m_parsesOtherwise = false;
    const bool isLayoutStirred = std::exchange(m_isLayoutStirred, false);
    if (stirred != Stirred::Places || isLayoutStirred)
        noteGaveWay(Contents::bringUpToDate(stirred != Stirred::Places));
    const auto tellThen = [this] {
        if (m_isUntold && !isBehind())
            tell();
    };
    QMetaObject::invokeMethod(this, tellThen, Qt::QueuedConnection);
}

void Document::catchUp()
{
    settle();
    if (m_isUntold)
        tell();
}

std::shared_ptr<void> Document::takePrepared()
{
    settle();
    return std::exchange(m_prepared, nullptr);
}

/// For something else is open.
void Document::forgetBehind()
{
    m_catchingUp.reset();
    m_tidyTimer.stop();
    m_tidying.reset();
    m_isUntold = false;
    m_gaveWay.clear();
}

} // namespace drawbridge
