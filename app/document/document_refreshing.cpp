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
        tell(&*touched);
        return true;
    }
    m_fresh.insert(touched->nodesAdded.begin(), touched->nodesAdded.end());
    if (mayFallBehind) {
        fallBehind(false);
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
    const auto make = [graph = std::make_shared<graph::Graph>(m_graph),
                       places = Contents::placement(), wishes = m_wishes, side = m_side,
                       viewMaker = m_viewMaker, refreshes = m_refreshes](OpeningProgress &) {
        Tidied tidied;
        tidied.picture = graph::compose(*graph, places, side.collapsed, wishes);
        tidied.picture.notes = graph::notes(*graph, side.notes);
        tidied.pills.emplace(tidied.picture);
        if (viewMaker)
            tidied.prepared = viewMaker(*graph, tidied.picture);
        tidied.refreshes = refreshes;
        return tidied;
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
    if (!tidied || !m_isNear || isBehind())
        return;
    if (tidied->refreshes != m_refreshes) {
        tidyLater();
        return;
    }
    std::swap(m_picture, tidied->picture);
    std::swap(m_pills, tidied->pills);
    std::swap(m_prepared, tidied->prepared);
    m_isNear = false;
    freeBeside(std::make_shared<Tidied>(std::move(*tidied)));
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
