#include "edit/policy_text.h"

#include "edit/intent.h"
#include "kube/names.h"

#include <algorithm>

namespace drawbridge::edit {

using kube::Operator;

namespace {

constexpr const char *kBlanks = " \t\n\r";
const std::string kEmpty = "\"\""; ///< the empty value in a list

std::string trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos)
        return {};
    return std::string(text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1));
}

/// Cut at commas that stand in no brackets.
std::vector<std::string> parts(const std::string &text)
{
    std::vector<std::string> result(1);
    int depth = 0;
    for (char c : text) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == ',' && depth == 0)
            result.emplace_back();
        else
            result.back() += c;
    }
    for (std::string &part : result)
        part = trimmed(part);
    std::erase_if(result, [](const std::string &part) { return part.empty(); });
    return result;
}

std::vector<std::string> words(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == ',' || c == ';'; }, ' ');
    std::vector<std::string> result;
    std::size_t at = 0;
    while ((at = text.find_first_not_of(kBlanks, at)) != std::string::npos) {
        const std::size_t end = std::min(text.find_first_of(kBlanks, at), text.size());
        result.push_back(text.substr(at, end - at));
        at = end;
    }
    return result;
}

/// `key in (a, b)`; nothing if the text has not that form.
std::optional<kube::Requirement> setRequirement(const std::string &text)
{
    const std::size_t open = text.find('(');
    if (open == std::string::npos || text.back() != ')')
        return {};
    const std::vector<std::string> head = words(text.substr(0, open));
    if (head.size() != 2 || (head[1] != "in" && head[1] != "notin"))
        return {};
    kube::Requirement result{head[0], head[1] == "in" ? Operator::In : Operator::NotIn, {}, {}};
    result.values = words(text.substr(open + 1, text.size() - open - 2));
    for (std::string &value : result.values)
        if (value == kEmpty)
            value.clear();
    return result;
}

std::optional<kube::Requirement> requirement(const std::string &text)
{
    if (auto set = setRequirement(text))
        return set->values.empty() ? std::nullopt : set;
    if (const std::size_t unequal = text.find("!="); unequal != std::string::npos)
        return kube::Requirement{trimmed(text.substr(0, unequal)),
                                 Operator::NotIn,
                                 {trimmed(text.substr(unequal + 2))},
                                 {}};
    if (text.front() == '!')
        return kube::Requirement{trimmed(text.substr(1)), Operator::DoesNotExist, {}, {}};
    const std::size_t equal = text.find('=');
    if (equal == std::string::npos)
        return kube::Requirement{text, Operator::Exists, {}, {}};
    const std::size_t value = equal + (text.compare(equal, 2, "==") == 0 ? 2 : 1);
    return kube::Requirement{
        trimmed(text.substr(0, equal)), Operator::In, {trimmed(text.substr(value))}, {}};
}

bool isRight(const kube::Requirement &requirement)
{
    return kube::labelKeyFaults(requirement.key).empty() &&
           std::all_of(requirement.values.begin(), requirement.values.end(),
                       [](const std::string &v) { return kube::labelValueFaults(v).empty(); });
}

} // namespace

Result<kube::LabelSelector> parseSelector(const std::string &text)
{
    kube::LabelSelector selector;
    if (trimmed(text) == "*")
        return selector;
    const std::vector<std::string> all = parts(text);
    if (all.empty())
        return Failure{Code::InvalidSelector, {text}};
    for (const std::string &part : all) {
        auto one = requirement(part);
        if (!one || !isRight(*one))
            return Failure{Code::InvalidSelector, {part}};
        const bool isLabel = one->op == Operator::In && part.find('(') == std::string::npos;
        if (!isLabel)
            selector.expressions.push_back(std::move(*one));
        else if (!selector.matchLabels.emplace(one->key, one->values.front()).second)
            return Failure{Code::InvalidSelector, {part}}; // two values of one key match nothing
    }
    return selector;
}

std::string selectorText(const kube::LabelSelector &selector)
{
    std::string text = labelsText(selector.matchLabels);
    for (const kube::Requirement &requirement : selector.expressions) {
        text += text.empty() ? "" : ", ";
        if (requirement.op == Operator::DoesNotExist)
            text += '!';
        text += requirement.key;
        if (requirement.values.empty())
            continue;
        text += requirement.op == Operator::In ? " in (" : " notin (";
        for (std::size_t i = 0; i < requirement.values.size(); ++i)
            text +=
                (i ? ", " : "") + (requirement.values[i].empty() ? kEmpty : requirement.values[i]);
        text += ')';
    }
    return text.empty() ? "*" : text;
}

Result<kube::Labels> parseLabels(const std::string &text)
{
    kube::Labels labels;
    if (trimmed(text).empty())
        return labels;
    auto selector = parseSelector(text);
    if (!selector)
        return selector.failure();
    if (!selector->expressions.empty() || selector->isEmpty())
        return Failure{Code::InvalidSelector, {trimmed(text)}};
    return std::move(selector->matchLabels);
}

std::string labelsText(const kube::Labels &labels)
{
    std::string text;
    for (const auto &[key, value] : labels) {
        text += text.empty() ? "" : ", ";
        text.append(key).append("=").append(value);
    }
    return text;
}

namespace {

/// `http` or `UDP/dns`.
std::optional<kube::PortRule> namedPort(const std::string &text)
{
    kube::PortRule rule;
    const std::size_t slash = text.find('/');
    rule.name = text.substr(slash == std::string::npos ? 0 : slash + 1);
    if (slash != std::string::npos) {
        const auto protocol = kube::protocolNamed(text.substr(0, slash));
        if (!protocol)
            return {};
        rule.protocol = *protocol;
    }
    return kube::portNameFaults(rule.name).empty() ? std::optional(rule) : std::nullopt;
}

} // namespace

Result<std::vector<kube::PortRule>> parsePorts(const std::string &text)
{
    std::vector<kube::PortRule> result;
    const std::vector<std::string> all = words(text);
    if (all == std::vector<std::string>{"all"})
        return result;
    if (all.empty())
        return Failure{Code::InvalidPort, {text}};
    for (const std::string &word : all) {
        kube::PortRule rule;
        if (const auto span = parsePort(word)) {
            rule.protocol = span->protocol;
            if (span->first > 0)
                rule.port = span->first;
            if (span->last > span->first)
                rule.endPort = span->last;
        } else if (auto named = namedPort(word); named && word != "all") {
            rule = std::move(*named);
        } else {
            return Failure{Code::InvalidPort, {word}};
        }
        result.push_back(std::move(rule));
    }
    return result;
}

std::string portText(const kube::PortRule &port)
{
    std::string text = port.port            ? std::to_string(*port.port)
                       : !port.name.empty() ? port.name
                                            : "all";
    if (port.endPort)
        text += '-' + std::to_string(*port.endPort);
    const bool isPlain = port.protocol == kube::Protocol::Tcp && text != "all";
    return isPlain ? text : nameOf(port.protocol) + ('/' + text);
}

std::string portsText(const std::vector<kube::PortRule> &ports)
{
    std::string text;
    for (const kube::PortRule &port : ports)
        text += (text.empty() ? "" : ", ") + portText(port);
    return text.empty() ? "all" : text;
}

Result<std::vector<kube::Cidr>> parseCidrs(const std::string &text)
{
    std::vector<kube::Cidr> result;
    for (const std::string &word : words(text)) {
        const auto cidr = kube::parseCidr(word);
        if (!cidr)
            return Failure{Code::InvalidAddress, {word}};
        result.push_back(*cidr);
    }
    return result;
}

namespace {

/// `isAlike` finds what was changed; what is equal comes first. The order of what is known again
/// is that of before.
template <typename T, typename Alike>
void keep(const std::vector<T> &before, std::vector<T> &wanted, Alike isAlike)
{
    std::size_t next = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto from = before.begin() + std::ptrdiff_t(next);
        auto found = std::find(from, before.end(), wanted[i]);
        if (found == before.end())
            found = std::find_if(from, before.end(), [&](const T &old) {
                const bool staysElsewhere =
                    std::find(wanted.begin(), wanted.end(), old) != wanted.end();
                return !staysElsewhere && isAlike(old, wanted[i]);
            });
        if (found == before.end())
            continue;
        wanted[i].origin = found->origin;
        next = std::size_t(found - before.begin()) + 1;
    }
}

} // namespace

void keepOrigins(const kube::LabelSelector &before, kube::LabelSelector &wanted)
{
    // One value is a label to who reads it; where it was written as an expression it stays one.
    for (const kube::Requirement &old : before.expressions) {
        const auto label = wanted.matchLabels.find(old.key);
        const bool isSame =
            old.op == Operator::In && old.values.size() == 1 && label != wanted.matchLabels.end() &&
            label->second == old.values.front() && !before.matchLabels.count(old.key);
        if (!isSame)
            continue;
        wanted.matchLabels.erase(label);
        wanted.expressions.push_back(old);
    }
    std::stable_sort(wanted.expressions.begin(), wanted.expressions.end(),
                     [&](const kube::Requirement &a, const kube::Requirement &b) {
                         const auto place = [&](const kube::Requirement &r) {
                             return std::find_if(
                                        before.expressions.begin(), before.expressions.end(),
                                        [&](const auto &old) { return old.key == r.key; }) -
                                    before.expressions.begin();
                         };
                         return place(a) < place(b);
                     });
    keep(before.expressions, wanted.expressions,
         [](const auto &old, const auto &now) { return old.key == now.key; });
}

void keepOrigins(const std::vector<kube::PortRule> &before, std::vector<kube::PortRule> &wanted)
{
    keep(before, wanted,
         [](const auto &old, const auto &now) { return old.protocol == now.protocol; });
}

} // namespace drawbridge::edit
