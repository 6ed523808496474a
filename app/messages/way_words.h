#pragma once

#include "graph/graph.h"

#include <QString>
#include <QStringList>

namespace drawbridge {

/// What a way in is, and what it says of itself.
QStringList wayFacts(const graph::Node &node);

/// The verdict on an arrow of a way in, and what it is not sure about; `source` is its title.
QString wayWords(const graph::Arrow &arrow, const QString &source);

} // namespace drawbridge
