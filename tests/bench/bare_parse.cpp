#include "bare_parse.h"

#include "source/split.h"
#include "yaml/deaf_handler.h"

#include <yaml-cpp/parser.h>

#include <sstream>

namespace drawbridge::bench {

/// One call a document, never a loop: of some texts the parser makes documents without end.
void parseBare(const std::string &bytes)
{
    std::vector<Problem> problems;
    for (const DocumentRange &document : splitDocuments(bytes, problems)) {
        std::istringstream text(bytes.substr(document.range.begin, document.range.size()));
        yaml::DeafHandler nothing;
        YAML::Parser(text).HandleNextDocument(nothing);
    }
}

} // namespace drawbridge::bench
