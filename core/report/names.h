#pragma once

#include "graph/graph.h"

#include <string>

namespace drawbridge::report {

/// Names and states as files for other programs hold them: English on every machine.

/// The title of a node; what is outside has no name of its own.
std::string titleOf(const graph::Node &node);
/// "ns/name[Kind]", "namespace shop", "Internet": the end of an arrow.
std::string nameOf(const graph::Graph &graph, const graph::Key &end);
const char *wordOf(graph::NodeKind kind);
const char *wordOf(graph::Lock lock);
const char *wordOf(graph::Wall wall);
const char *wordOf(graph::ArrowState state);
const char *stateOf(const graph::Arrow &arrow); ///< of a blocked way in "not admitted"
const char *wordOf(kube::Direction direction);
/// "shop · default deny"
std::string titleOf(const graph::Frame &frame);
const char *wordOf(graph::Since since);
/// " · added", " · was TCP 80"; empty where nothing changed.
std::string sinceWords(const graph::Arrow &arrow);
std::string sinceWords(const graph::Node &node);
std::string sinceWords(const graph::Frame &frame);
/// It shows two states: something in it was added, removed or changed.
bool isComparison(const graph::Graph &graph);
/// That its rule means pods besides a block of addresses; empty if it does not.
std::string podsTooWords(const graph::Arrow &arrow);
/// The ports and, unless they are allowed, what is wrong: "TCP 80 · half open: db does not admit".
std::string labelOf(const graph::Graph &graph, const graph::Arrow &arrow);

} // namespace drawbridge::report
