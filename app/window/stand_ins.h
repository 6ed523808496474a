#pragma once

#include "graph/graph.h"

#include <QString>

namespace drawbridge {

/// Whom a question can be asked about in place of an end of an arrow that is many: a namespace,
/// every pod, everyone.
struct StandIn
{
    graph::Key key; ///< a service or the Internet; empty if nothing can stand for the end
    QString words;  ///< says who stands for whom, or what to choose; empty for an end that is one
};

/// `other`: what is asked about at the other end, which the stand-in is not, or is not like.
StandIn standInOf(const graph::Graph &graph, const graph::Key &end, const graph::Key &other);

} // namespace drawbridge
