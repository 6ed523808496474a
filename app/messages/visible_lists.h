#pragma once

#include "report/diff.h"
#include "report/exposure.h"
#include "report/list.h"

#include <string>

namespace drawbridge {

/// `text` with control and bidirectional characters made visible; cheap where there are none.
std::string shown(std::string text);

// Names from files may hold anything; a terminal and a line must not be led astray. Not for JSON,
// which has escapes of its own.
void makeVisible(report::List &list);
void makeVisible(report::Exposures &exposures);
void makeVisible(report::Diff &diff);

} // namespace drawbridge
