#pragma once

#include <QString>

#include <string>

namespace drawbridge {

/// What the YAML parser's words mean, in the user's language, with them in quotes behind. Words
/// that are not known here stay as they are.
QString syntaxWords(const std::string &parsers);

} // namespace drawbridge
