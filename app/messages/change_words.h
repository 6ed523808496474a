#pragma once

#include "graph/compare.h"

#include <QString>
#include <QStringList>

namespace drawbridge {

/// One difference between what is saved and what is open, in words.
struct ChangeWords
{
    QString what;   ///< "added", "opened", "isolated"
    QString where;  ///< "frontend → api", "namespace shop"
    QString before; ///< "nothing", "TCP 80"
    QString after;
    QString more;   ///< what there is no room for; may be empty
    graph::Key key; ///< of the element that tells it
    Place place;    ///< in the later workspace; invalid if nothing there says it
    Place placeBefore;

    bool operator==(const ChangeWords &) const = default;
};

/// The two states that were compared.
struct ComparedStates
{
    const kube::Workspace &workspaceBefore;
    const graph::Graph &before;
    const kube::Workspace &workspaceAfter;
    const graph::Graph &after;
};

/// Namespaces first, then services, connections, and pairs that no arrow tells.
std::vector<ChangeWords> changeWords(const graph::Changes &changes, const ComparedStates &states);

/// "3 connections added, 1 removed; 2 services isolated, no service opened"
QString summaryOf(const graph::Changes &changes);

} // namespace drawbridge
