#pragma once

#include "edit/intent.h"
#include "graph/graph.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace drawbridge {

/// The end of a connection that an element of the picture stands for; nothing for an end that no
/// edit can name (an address range with exceptions, every pod of the cluster).
std::optional<edit::End> endOf(const graph::Graph &graph, const graph::Key &key);

/// The element of the picture that stands for an end, if there is one.
graph::Key keyOf(const edit::End &end);

/// All ends that can be chosen, with the texts that people choose them by.
std::vector<std::pair<QString, edit::End>> choosableEnds(const graph::Graph &graph);

/// How an end is called in the window.
QString nameOf(const graph::Graph &graph, const edit::End &end);

} // namespace drawbridge
