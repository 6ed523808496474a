#pragma once

#include <string>

namespace drawbridge::bench {

/// What yaml-cpp alone takes: its events of every document, made nothing of.
void parseBare(const std::string &bytes);

} // namespace drawbridge::bench
