#pragma once

#include "base/code.h"

#include <QString>

#include <string>
#include <vector>

namespace drawbridge {

/// A refusal by the API server: what is wrong and the remedy in the user's language, then the
/// server's own words in quotes, as they are searched for. Null for other codes.
QString serverWords(Code code, const std::vector<std::string> &arguments);

} // namespace drawbridge
