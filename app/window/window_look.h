#pragma once

#include "canvas/view.h"
#include "graph/filter.h"
#include "text/text_look.h"
#include "window/side_panels.h"

#include <QList>

#include <memory>
#include <set>
#include <vector>

namespace drawbridge {

class OtherVersion;

/// Where the user is in a window, for the one that takes its place.
struct WindowLook
{
    canvas::View view;
    bool isFitted = false;
    std::set<graph::Key> selection;
    graph::Key current;
    graph::Key foldedSelection; ///< of the lists alone
    graph::Filter filter;
    TextLook text;
    int tabBelow = 0;
    bool isComparing = false;
    bool isSwapped = false;
    std::shared_ptr<OtherVersion> other; ///< that it is compared with; null: what is saved
    SidePanels::Look panels;
    std::vector<QList<int>> sizes; ///< of the columns at the sides
};

} // namespace drawbridge
