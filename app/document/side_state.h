#pragma once

#include "edit/intent.h"
#include "graph/graph.h"
#include "graph/notes.h"
#include "graph/picture.h"

#include <QByteArray>

#include <map>
#include <optional>
#include <set>
#include <string>

namespace drawbridge {

/// What the side file keeps: the picture, never the policies.
struct SideState
{
    graph::Placement placement; ///< of the nodes that the user moved
    /// Of the others, as they stood when it was saved. Only while it is read or written: a document
    /// keeps these places itself.
    graph::Placement automatic;
    std::set<graph::Key> collapsed;
    graph::DeclaredPorts ports; ///< of pod groups
    graph::PinnedNotes notes;
    /// Places that are not two numbers within bounds, as JSON: kept as they are.
    std::map<graph::Key, std::string> oddPlacement;
    std::map<graph::Key, std::string> oddAutomatic;
    /// What else the file says, key and value as JSON: kept as it is.
    std::vector<std::pair<std::string, std::string>> others;

    bool isEmpty() const { return *this == SideState(); }
    /// What belongs to an element that goes on under another key goes with it.
    SideState renamed(const std::map<graph::Key, graph::Key> &keys) const;
    bool operator==(const SideState &) const = default;
};

/// A declared port as it is kept and as cards show it: "8080", "53/UDP".
std::string declaredPortText(const edit::PortSpan &span);

/// The side file's bytes (JSON, resources/schemas/side-file.schema.json): fixed order, two blanks a
/// level, so that version control shows small differences.
QByteArray sideFileBytes(const SideState &side);
/// Nothing if the bytes are no side file of a version that we know. Unknown keys are kept.
std::optional<SideState> readSideFile(const QByteArray &bytes);

} // namespace drawbridge
