// How what is computed of a large workspace comes after the text.
#include "document/catching_up.h"

#include <limits>
#include <utility>

namespace drawbridge {

void Document::setViewMaker(ViewMaker viewMaker, bool isOther, ViewMaker ofOpened)
{
    std::swap(m_viewMaker, viewMaker);
    if (std::exchange(m_isViewOther, isOther)) // it may be the last that has another version
        freeBeside(std::make_shared<ViewMaker>(std::move(viewMaker)));
    m_openedViewMaker = ofOpened ? std::move(ofOpened) : m_viewMaker;
}

void Document::fallBehind(Old old)
{
    const auto contents = std::make_shared<Contents>();
    swapComputed(*contents);
    contents->m_workspace = m_workspace;
    contents->m_side = m_side;
    contents->m_profile = m_profile;
    m_catchingUp = std::make_unique<CatchingUp>(*this, contents, old);
    m_lastOld = old;
    emit fellBehind();
}

/// Graph and picture are new, but no view is made of them. False where that takes no time.
bool Document::fallBehindForView()
{
    if (!isLarge() || !m_viewMaker)
        return false;
    fallBehind(Old::View);
    return true;
}

/// Once it has ended.
void Document::takeComputed()
{
    CatchingUp::Computed computed = *m_catchingUp->work.take();
    m_catchingUp.reset();
    swapComputed(*computed.contents);
    noteGaveWay(computed.gaveWay);
    m_isUntold = true;
    if (m_isNear)
        tidyLater();
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
    QMetaObject::invokeMethod(this, &Document::tellSettled, Qt::QueuedConnection);
}

void Document::tellSettled()
{
    if (!m_isUntold || isBehind())
        return;
    if (isRead()) // by one who looks at it
        connect(this, &Document::readEnded, this, &Document::tellSettled,
                Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    else if (m_prepared || !fallBehindForView())
        tell();
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

void Document::setPrepared(std::shared_ptr<void> prepared)
{
    settle();
    freeBeside(std::exchange(m_prepared, std::move(prepared)));
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
