#include "kube/labels.h"

#include <algorithm>

namespace drawbridge::kube {

const char *nameOf(Operator op)
{
    switch (op) {
    case Operator::In:
        return "In";
    case Operator::NotIn:
        return "NotIn";
    case Operator::Exists:
        return "Exists";
    case Operator::DoesNotExist:
        return "DoesNotExist";
    }
    return "";
}

namespace {

std::vector<std::string> distinct(std::vector<std::string> values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

/// One requirement in canonical form: what it orders by (equal and `in` first, then by key), and
/// its text.
struct Term
{
    int rank = 0;
    std::string key;
    std::string text;

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes what `= default` writes for a 0
    auto operator<=>(const Term &) const = default;
};

std::string joined(const std::vector<std::string> &values)
{
    std::string text;
    for (const std::string &value : values) {
        if (&value != &values.front())
            text += ',';
        text += value;
    }
    return text;
}

Term termOf(const Requirement &requirement)
{
    const std::string &key = requirement.key;
    const std::vector<std::string> values = distinct(requirement.values);
    switch (requirement.op) {
    case Operator::In:
        if (values.size() == 1)
            return {0, key, key + '=' + values.front()};
        return {0, key, key + " in (" + joined(values) + ')'};
    case Operator::NotIn:
        return {1, key, key + " notin (" + joined(values) + ')'};
    case Operator::Exists:
        return {2, key, key};
    case Operator::DoesNotExist:
        return {3, key, '!' + key};
    }
    return {};
}

} // namespace

bool Requirement::matches(const Labels &labels) const
{
    const auto label = labels.find(key);
    const bool has = label != labels.end();
    const auto isListed = [&] {
        return std::find(values.begin(), values.end(), label->second) != values.end();
    };
    switch (op) {
    case Operator::In:
        return has && isListed();
    case Operator::NotIn:
        return !has || !isListed();
    case Operator::Exists:
        return has;
    case Operator::DoesNotExist:
        return !has;
    }
    return false;
}

bool LabelSelector::matches(const Labels &labels) const
{
    for (const auto &[key, value] : matchLabels) {
        const auto label = labels.find(key);
        if (label == labels.end() || label->second != value)
            return false;
    }
    return std::all_of(expressions.begin(), expressions.end(),
                       [&labels](const Requirement &r) { return r.matches(labels); });
}

std::optional<Labels> LabelSelector::asLabels() const
{
    Labels labels = matchLabels;
    for (const Requirement &requirement : expressions) {
        const std::vector<std::string> values = distinct(requirement.values);
        if (requirement.op != Operator::In || values.size() != 1)
            return std::nullopt;
        const auto [label, isNew] = labels.emplace(requirement.key, values.front());
        if (!isNew && label->second != values.front())
            return std::nullopt;
    }
    return labels;
}

std::string LabelSelector::canonical() const
{
    if (expressions.empty()) { // then they are in order already
        std::string text;
        for (const auto &[key, value] : matchLabels)
            text.append(text.empty() ? "" : ",").append(key).append(1, '=').append(value);
        return text;
    }
    std::vector<Term> terms;
    for (const auto &[key, value] : matchLabels)
        terms.push_back({0, key, std::string(key).append(1, '=').append(value)});
    for (const Requirement &requirement : expressions)
        terms.push_back(termOf(requirement));
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    std::vector<std::string> texts;
    texts.reserve(terms.size());
    for (Term &term : terms)
        texts.push_back(std::move(term.text));
    return joined(texts);
}

} // namespace drawbridge::kube
