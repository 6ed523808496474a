#include "report/findings.h"

#include "report/escape.h"

#include <algorithm>
#include <map>

namespace drawbridge::report {

namespace {

std::string placeJson(const FilePlace &place)
{
    return "\"path\": " + jsonText(place.path) + ", \"line\": " + std::to_string(place.begin.line) +
           ", \"column\": " + std::to_string(place.begin.column) +
           ", \"endLine\": " + std::to_string(place.end.line) +
           ", \"endColumn\": " + std::to_string(place.end.column);
}

std::string fixJson(const FindingFix &fix)
{
    std::string text = "{\"title\": " + jsonText(fix.title) + ", \"edits\": [";
    const char *separator = "";
    for (const TextEdit &edit : fix.edits) {
        text += separator + ("{" + placeJson(edit)) + ", \"text\": " + jsonText(edit.text) + '}';
        separator = ", ";
    }
    return text + "]}";
}

std::string findingJson(const Finding &finding)
{
    std::string text = "  {\"id\": " + jsonText(finding.id) +
                       ", \"severity\": " + jsonText(finding.severity) + ", " + placeJson(finding) +
                       ", \"message\": " + jsonText(finding.message) + ", \"related\": [";
    const char *separator = "";
    for (const FilePlace &place : finding.related) {
        text += separator + ("{" + placeJson(place)) + '}';
        separator = ", ";
    }
    text += "], \"fixes\": [";
    separator = "";
    for (const FindingFix &fix : finding.fixes) {
        text += separator + fixJson(fix);
        separator = ", ";
    }
    return text + (finding.fixesLeftOut ? "], \"fixesLeftOut\": true}" : "]}");
}

/// A path as a relative or absolute URI (RFC 3986).
std::string uriOf(const std::string &path)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isPlain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                             (c >= 'a' && c <= 'z') || c == '/' || c == '-' || c == '.' ||
                             c == '_' || c == '~';
        if (isPlain)
            uri += c;
        else
            ((uri += '%') += digits[byte >> 4]) += digits[byte & 15];
    }
    return uri;
}

std::string regionSarif(const FilePlace &place)
{
    return "{\"startLine\": " + std::to_string(place.begin.line) +
           ", \"startColumn\": " + std::to_string(place.begin.column) +
           ", \"endLine\": " + std::to_string(place.end.line) +
           ", \"endColumn\": " + std::to_string(place.end.column) + "}";
}

std::string locationSarif(const FilePlace &place, const std::string &more = {})
{
    return "{" + more +
           "\"physicalLocation\": {\"artifactLocation\": {\"uri\": " + jsonText(uriOf(place.path)) +
           "}, \"region\": " + regionSarif(place) + "}}";
}

/// A `fix` object (SARIF 2.1.0, 3.55): an artifactChange a file, a replacement an edit.
std::string fixSarif(const FindingFix &fix)
{
    std::string text =
        "{\"description\": {\"text\": " + jsonText(fix.title) + "}, \"artifactChanges\": [";
    for (std::size_t i = 0; i < fix.edits.size(); ++i) {
        const TextEdit &edit = fix.edits[i];
        const bool isNewFile = i == 0 || fix.edits[i - 1].path != edit.path;
        if (isNewFile)
            text += (i > 0 ? std::string("]}, ") : std::string()) +
                    "{\"artifactLocation\": {\"uri\": " + jsonText(uriOf(edit.path)) +
                    "}, \"replacements\": [";
        else
            text += ", ";
        text += "{\"deletedRegion\": " + regionSarif(edit);
        if (!edit.text.empty())
            text += ", \"insertedContent\": {\"text\": " + jsonText(edit.text) + "}";
        text += '}';
    }
    return text + "]}]}";
}

const char *levelOf(const Finding &finding)
{
    if (finding.severity == "error" || finding.severity == "warning")
        return finding.severity == "error" ? "error" : "warning";
    return "note";
}

std::string resultSarif(const Finding &finding, std::size_t rule)
{
    std::string text = "        {\"ruleId\": " + jsonText(finding.id) +
                       ", \"ruleIndex\": " + std::to_string(rule) + ", \"level\": \"" +
                       levelOf(finding) +
                       "\", \"message\": {\"text\": " + jsonText(finding.message) + "}";
    if (!finding.path.empty())
        text += ", \"locations\": [" + locationSarif(finding) + "]";
    const char *separator = ", \"relatedLocations\": [";
    std::size_t id = 1;
    for (const FilePlace &place : finding.related) {
        text += separator + locationSarif(place, "\"id\": " + std::to_string(id++) + ", ");
        separator = ", ";
    }
    text += id > 1 ? "]" : "";
    separator = ", \"fixes\": [";
    for (const FindingFix &fix : finding.fixes) {
        text += separator + fixSarif(fix);
        separator = ", ";
    }
    text += finding.fixes.empty() ? "" : "]";
    return text + (finding.fixesLeftOut ? ", \"properties\": {\"fixesLeftOut\": true}}" : "}");
}

/// Text of a workflow command: `isProperty` for what stands before the `::`.
std::string commandText(std::string_view text, bool isProperty)
{
    std::string result;
    for (char c : shownText(text)) {
        if (c == '%')
            result += "%25";
        else if (isProperty && c == ':')
            result += "%3A";
        else if (isProperty && c == ',')
            result += "%2C";
        else
            result += c;
    }
    return result;
}

std::string caseJunit(const Finding &finding, bool fails)
{
    const std::string place = finding.path + ':' + std::to_string(finding.begin.line) + ':' +
                              std::to_string(finding.begin.column);
    const std::string kind = fails ? "failure" : "skipped";
    std::string text = "    <testcase classname=\"" + xmlText(finding.path) + "\" name=\"" +
                       xmlText(finding.id + " at " + place) + "\">\n      <" + kind;
    if (fails)
        text += " type=\"" + xmlText(finding.severity) + "\"";
    return text + " message=\"" + xmlText(finding.message) + "\"/>\n    </testcase>\n";
}

} // namespace

std::string findingsJson(const std::vector<Finding> &findings)
{
    std::string text = "[";
    const char *separator = "\n";
    for (const Finding &finding : findings) {
        text += separator + findingJson(finding);
        separator = ",\n";
    }
    text += findings.empty() ? "]\n" : "\n]\n";
    return text;
}

std::string findingsSarif(const std::vector<Finding> &findings, const std::string &version)
{
    std::map<std::string, std::size_t> rules;
    for (const Finding &finding : findings)
        rules.emplace(finding.id, 0);
    std::string text = "{\n  \"version\": \"2.1.0\",\n"
                       "  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n"
                       "  \"runs\": [\n    {\n      \"columnKind\": \"unicodeCodePoints\",\n"
                       "      \"tool\": {\"driver\": {\"name\": \"Drawbridge\", \"version\": " +
                       jsonText(version) + ", \"rules\": [";
    std::size_t count = 0;
    for (auto &[id, index] : rules) {
        text += (count > 0 ? ", {\"id\": " : "{\"id\": ") + jsonText(id) + "}";
        index = count++;
    }
    text += "]}},\n      \"results\": [";
    const char *separator = "\n";
    for (const Finding &finding : findings) {
        text += separator + resultSarif(finding, rules[finding.id]);
        separator = ",\n";
    }
    text += findings.empty() ? "]\n" : "\n      ]\n";
    text += "    }\n  ]\n}\n";
    return text;
}

std::string findingsJunit(const std::vector<Finding> &findings,
                          const std::vector<std::string> &paths,
                          const std::vector<std::string> &failing)
{
    std::map<std::string, std::vector<const Finding *>> suites;
    for (const std::string &path : paths)
        suites[path];
    for (const Finding &finding : findings)
        suites[finding.path].push_back(&finding);
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<testsuites name=\"drawbridge lint\">\n";
    for (const auto &[path, members] : suites) {
        std::string cases;
        std::size_t failures = 0;
        for (const Finding *finding : members) {
            const bool fails =
                std::find(failing.begin(), failing.end(), finding->severity) != failing.end();
            failures += fails ? 1 : 0;
            cases += caseJunit(*finding, fails);
        }
        if (members.empty())
            cases = "    <testcase classname=\"" + xmlText(path) + "\" name=\"no problems\"/>\n";
        const std::size_t tests = std::max<std::size_t>(members.size(), 1);
        text += "  <testsuite name=\"" + xmlText(path) + "\" tests=\"" + std::to_string(tests) +
                "\" failures=\"" + std::to_string(failures) + "\" skipped=\"" +
                std::to_string(members.size() - failures) + "\">\n" + cases + "  </testsuite>\n";
    }
    return text + "</testsuites>\n";
}

std::string findingsGithub(const std::vector<Finding> &findings)
{
    std::string text;
    for (const Finding &finding : findings) {
        const std::string level = levelOf(finding);
        text += "::" + (level == "note" ? "notice" : level) + " ";
        if (!finding.path.empty())
            text += "file=" + commandText(finding.path, true) +
                    ",line=" + std::to_string(finding.begin.line) +
                    ",col=" + std::to_string(finding.begin.column) +
                    ",endLine=" + std::to_string(finding.end.line) +
                    ",endColumn=" + std::to_string(finding.end.column) + ',';
        text += "title=" + commandText(finding.id, true) +
                "::" + commandText(finding.message, false) + '\n';
    }
    return text;
}

} // namespace drawbridge::report
