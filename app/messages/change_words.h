#pragma once

#include "graph/compare.h"

#include <QString>
#include <QStringList>

namespace drawbridge {

/// One difference between two versions, in words.
struct ChangeWords
{
    QString what;   ///< "added", "opened", "isolated"
    QString where;  ///< "frontend → api", "namespace shop"
    QString before; ///< "nothing", "TCP 80"
    QString after;
    QString more;   ///< what there is no room for; may be empty
    graph::Key key; ///< of the element that tells it; empty if none does
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

/// Policies that only one of two versions has, or that say something else; also where the same is
/// allowed.
std::vector<ChangeWords> policyChangeWords(const kube::Workspace &before,
                                           const kube::Workspace &after);

/// What cannot be read in a version, as lines beside its differences; `name` is the version's.
std::vector<ChangeWords> problemWords(const kube::Workspace &workspace,
                                      const std::vector<Diagnostic> &problems, const QString &name);

/// "3 connections added, 1 removed; 2 services isolated, no service opened"
QString summaryOf(const graph::Changes &changes);
/// The same of two versions, of which neither needs to be the saved one.
QString summaryOfVersions(const graph::Changes &changes);
/// Instead of a list of nothing.
QString noDifferenceWords(const graph::Changes &changes);

} // namespace drawbridge
