#pragma once

#include "document/opening_progress.h"

#include <QString>

namespace drawbridge {

/// "Reading 12 of 40 files…"
QString progressWords(const OpeningProgress &progress);

} // namespace drawbridge
