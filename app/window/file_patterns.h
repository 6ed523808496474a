#pragma once

#include <QStringList>

namespace drawbridge {

/// Patterns of a file dialog for manifests. None of them is for side files, whose names end with
/// ".drawbridge.json".
QStringList manifestPatterns();

} // namespace drawbridge
