#include "verdict/namespace_answer.h"

#include "verdict/label_groups.h"

#include <algorithm>

namespace drawbridge::verdict {

bool asksOnlyForNames(const kube::LabelSelector &namespaces)
{
    const auto isName = [](const std::string &key) { return key == kube::kNamespaceNameLabel; };
    return std::all_of(namespaces.matchLabels.begin(), namespaces.matchLabels.end(),
                       [&](const auto &label) { return isName(label.first); }) &&
           std::all_of(namespaces.expressions.begin(), namespaces.expressions.end(),
                       [&](const auto &wanted) { return isName(wanted.key); });
}

Answer namespaceAnswer(const Evaluator &evaluator, const kube::LabelSelector &namespaces,
                       const std::string &name)
{
    if (name.starts_with('{') && name == openEndedName(namespaces))
        return Answer::Yes;
    const auto found = evaluator.namespaces().find(name);
    const kube::Labels known =
        found == evaluator.namespaces().end() ? kube::Labels() : found->second;
    if (evaluator.namespaceIsDeclared(name))
        return namespaces.matches(known) ? Answer::Yes : Answer::No;
    Answer answer = Answer::Yes;
    const auto ask = [&](const std::string &key, bool matches) {
        answer = std::min(answer, known.count(key) == 0 ? Answer::Maybe
                                  : matches             ? Answer::Yes
                                                        : Answer::No);
    };
    for (const auto &[key, value] : namespaces.matchLabels) {
        const auto label = known.find(key);
        ask(key, label != known.end() && label->second == value);
    }
    for (const kube::Requirement &wanted : namespaces.expressions)
        ask(wanted.key, wanted.matches(known));
    return answer;
}

} // namespace drawbridge::verdict
