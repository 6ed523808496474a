// How graph and picture follow an edit that few things have to do with.
#include "document/beside.h"
#include "document/document.h"

#include <memory>
#include <utility>

namespace drawbridge {

static constexpr int kPause = 300; ///< ms

/// Where frames stay, most of the graph and of the picture holds.
bool Document::refresh(bool parsesOtherwise, bool mayFallBehind)
{
    std::optional<graph::Refreshed> touched =
        graph::refresh(m_graph, m_workspace, m_evaluator, parsesOtherwise, m_side.ports);
    if (!touched)
        return false;
    ++m_refreshes;
    if (!touched->keepsNodes())
        followNodes(*touched);
    if (redraw(*touched, mayFallBehind) != graph::Redrawn::No) {
        if (m_isNear)
            tidyLater();
        // Views of the picture follow what is touched. One that lacks what came before is made
        // beside, but not twice in a row: who types on would see nothing.
        const bool canFollow = !m_isUntold || m_lastOld == Old::View;
        if (!mayFallBehind || (canFollow && !m_isViewOther) || !fallBehindForView())
            tell(&*touched);
        return true;
    }
    m_fresh.insert(touched->nodesAdded.begin(), touched->nodesAdded.end());
    if (mayFallBehind) {
        fallBehind(Old::Picture);
    } else {
        noteGaveWay(drawAnew());
        tell();
    }
    return true;
}

void Document::tidyLater()
{
    m_tidyTimer.start(kPause);
}

void Document::tidySoon()
{
    m_tidyTimer.start(0);
}

void Document::tidyBeside()
{
    if (m_tidying && !m_tidying->isEnded())
        tidyLater();
    else if (m_tidying)
        endTidying();
    if (m_tidying || !m_isNear || isBehind())
        return;
    const auto contents = std::make_shared<Contents>();
    contents->m_graph = m_graph;
    contents->m_automatic = m_automatic;
    contents->m_wishes = m_wishes;
    contents->m_side = m_side;
    const auto make = [contents, refreshes = m_refreshes,
                       viewMaker = m_isViewOther ? ViewMaker() : m_viewMaker](OpeningProgress &) {
        contents->setPicture(graph::compose(contents->m_graph, contents->placement(),
                                            contents->m_side.collapsed, contents->m_wishes));
        contents->m_picture.notes = graph::notes(contents->m_graph, contents->m_side.notes);
        contents->m_pills.emplace(contents->m_picture);
        if (viewMaker)
            contents->m_prepared = viewMaker(*contents);
        return Tidied{contents, refreshes};
    };
    m_tidying = std::make_unique<BesideWork<Tidied>>(make, this, [this] { endTidying(); });
}

void Document::endTidying()
{
    if (!m_tidying || !m_tidying->isEnded())
        return;     // another is at work
    if (isRead()) { // by one who looks at the picture
        tidyLater();
        return;
    }
    auto tidied = m_tidying->take();
    m_tidying.reset();
    if (!tidied)
        return;
    if (!m_isNear || isBehind() || tidied->refreshes != m_refreshes) {
        freeBeside(std::move(tidied->contents));
        if (m_isNear && !isBehind())
            tidyLater();
        return;
    }
    std::swap(m_picture, tidied->contents->m_picture);
    std::swap(m_pills, tidied->contents->m_pills);
    std::swap(m_prepared, tidied->contents->m_prepared);
    m_isNear = false;
    freeBeside(std::move(tidied->contents));
    if ((m_prepared && !m_isViewOther) || !fallBehindForView())
        tell();
}

void Document::tidy()
{
    settle();
    if (!m_isNear)
        return;
    letReadingEnd();
    ++m_refreshes;
    setPicture(graph::compose(m_graph, Contents::placement(), m_side.collapsed, m_wishes));
    m_picture.notes = graph::notes(m_graph, m_side.notes);
    tell();
}

} // namespace drawbridge
