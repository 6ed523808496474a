#pragma once

#include "graph/graph.h"

#include <QColor>
#include <QString>

/// Pieces of the inspector's text.
namespace drawbridge::inspector {

QString heading(const QString &text);
QString line(const QString &html);
QString strong(const QString &text, const QColor &color);
QString sentence(const QString &text);
/// Of a node or namespace, also of those that are folded away in the picture.
QString titleOf(const graph::Graph &graph, const graph::Key &key);

} // namespace drawbridge::inspector
