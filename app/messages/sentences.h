#pragma once

#include "base/code.h"

#include <QString>

namespace drawbridge {

// The sentences of codes by subject, each a template with as many %n as the code has arguments;
// null for codes of another subject. message() (messages.h) asks them all; what the API server
// refuses is said by serverWords() (server_words.h).
QString textSentence(Code code);    ///< of YAML, JSON and the objects in them
QString fileSentence(Code code);    ///< of ways in, files and revisions
QString editSentence(Code code);    ///< of names, edits and saving
QString findingSentence(Code code); ///< of lint
QString pluginSentence(Code code);  ///< of network plugins

} // namespace drawbridge
