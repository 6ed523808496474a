#include "bare_parse.h"

#include "source/split.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#include <sstream>

namespace drawbridge::bench {

namespace {

class Nothing : public YAML::EventHandler
{
public:
    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark &, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark &, const std::string &, YAML::anchor_t,
                  const std::string &) override
    {
    }
    void OnSequenceStart(const YAML::Mark &, const std::string &, YAML::anchor_t,
                         YAML::EmitterStyle::value) override
    {
    }
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark &, const std::string &, YAML::anchor_t,
                    YAML::EmitterStyle::value) override
    {
    }
    void OnMapEnd() override {}
};

} // namespace

/// One call a document, never a loop: of some texts the parser makes documents without end.
void parseBare(const std::string &bytes)
{
    std::vector<Problem> problems;
    for (const DocumentRange &document : splitDocuments(bytes, problems)) {
        std::istringstream text(bytes.substr(document.range.begin, document.range.size()));
        Nothing nothing;
        YAML::Parser(text).HandleNextDocument(nothing);
    }
}

} // namespace drawbridge::bench
