#pragma once

#include "graph/graph.h"
#include "graph/picture.h"

#include <QByteArray>

#include <optional>
#include <set>

namespace drawbridge {

/// What the side file keeps: the picture, never the policies.
struct SideState
{
    graph::Placement placement; ///< of the nodes that the user moved
    std::set<graph::Key> collapsed;
    graph::DeclaredPorts ports; ///< of pod groups

    bool isEmpty() const { return *this == SideState(); }
    /// What belongs to an element that goes on under another key goes with it.
    SideState renamed(const std::map<graph::Key, graph::Key> &keys) const;
    bool operator==(const SideState &) const = default;
};

/// The side file's bytes (JSON, resources/schemas/side-file.schema.json): fixed order, two blanks a
/// level, so that version control shows small differences.
QByteArray sideFileBytes(const SideState &side);
/// Nothing if the bytes are no side file of a version that we know. Unknown keys are ignored.
std::optional<SideState> readSideFile(const QByteArray &bytes);

} // namespace drawbridge
