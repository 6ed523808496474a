#pragma once

#include "document/opening_progress.h"
#include "document/saving_progress.h"

#include <QString>

namespace drawbridge {

/// "Reading 12 of 40 files…"
QString progressWords(const OpeningProgress &progress);
QString progressWords(const SavingProgress &progress);

} // namespace drawbridge
