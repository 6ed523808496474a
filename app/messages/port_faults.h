#pragma once

#include <QString>

#include <string>

namespace drawbridge {

/// Why a word that looks like a port, a range or the name of a port is none, and what to write.
/// Null where it looks like none of these.
QString portFault(const std::string &word);

} // namespace drawbridge
