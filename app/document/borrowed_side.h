#pragma once

#include "base/result.h"
#include "document/side_state.h"

#include <QStringList>

#include <functional>
#include <optional>

namespace drawbridge {

/// A layout that belongs to something else than what is open, and names parts of it. It is read
/// only: what is saved goes to the own side file of what is open.
struct BorrowedSide
{
    SideState side;
    Failure note; ///< says where it comes from
};

/// What is open; asked for where a layout was found.
using GraphNeeded = std::function<const graph::Graph &()>;

/// For a folder without a side file: what those beside its files say of what is in the graph.
/// Layouts that would lie over each other stand beside each other. Of two places the first counts.
std::optional<BorrowedSide> sideBesideFiles(const QStringList &files, const GraphNeeded &graph);

/// For a file without a side file: what the nearest folder's above it says of what is in the graph.
std::optional<BorrowedSide> sideOfFolder(const QString &file, const GraphNeeded &graph);

} // namespace drawbridge
