#include "edit/valid_value.h"

#include "base/near_name.h"
#include "kube/labels.h"

#include <vector>

namespace drawbridge::edit {

namespace {

/// The words of `"TCP", "UDP", "SCTP"`; those of an operator are not in the server's sentence.
std::vector<std::string> wordsFor(const Diagnostic &finding)
{
    std::vector<std::string> words;
    if (finding.code == Code::UnsupportedValue && finding.arguments.size() > 2) {
        const std::string &text = finding.arguments[2];
        for (std::size_t open = text.find('"'); open != std::string::npos;) {
            const std::size_t close = text.find('"', open + 1);
            if (close == std::string::npos)
                break;
            words.push_back(text.substr(open + 1, close - open - 1));
            open = text.find('"', close + 1);
        }
    }
    if (finding.code == Code::InvalidValue && finding.arguments.size() > 2 &&
        finding.arguments[2] == kube::kNoOperator)
        for (kube::Operator op : kube::kOperators)
            words.emplace_back(kube::nameOf(op));
    return words;
}

/// In lower case, without breaks.
std::string bare(std::string_view word)
{
    std::string result;
    for (const char c : word)
        if (c != '-' && c != '_' && c != ' ')
            result += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    return result;
}

} // namespace

bool hasValidWords(const Diagnostic &finding)
{
    return !wordsFor(finding).empty();
}

std::optional<std::string> validValue(const Diagnostic &finding, std::string_view written)
{
    std::optional<std::string> found;
    const std::vector<std::string> words = wordsFor(finding);
    for (const std::string &word : words)
        if (bare(word) == bare(written))
            return word;
    for (const std::string &word : words) {
        if (!isSlip(bare(written), bare(word)))
            continue;
        if (found)
            return {};
        found = word;
    }
    return found;
}

} // namespace drawbridge::edit
