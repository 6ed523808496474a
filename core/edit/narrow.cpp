#include "edit/snippets.h"

#include <algorithm>
#include <set>

namespace drawbridge::edit {

using verdict::Endpoint;
using verdict::EndpointId;
using verdict::Evaluator;
using yaml::Value;

namespace {

/// The label sets of a workload; none for pod groups, whose pods may have any others.
std::vector<const kube::Labels *> labelSets(const Endpoint &endpoint)
{
    std::vector<const kube::Labels *> sets;
    if (!endpoint.selector)
        for (const kube::Object *object : endpoint.objects)
            sets.push_back(&object->workload()->podLabels);
    return sets;
}

bool hasSomewhere(const std::vector<const kube::Labels *> &sets, const std::string &key)
{
    return std::any_of(sets.begin(), sets.end(),
                       [&](const kube::Labels *labels) { return labels->count(key) > 0; });
}

/// A label that all pods of `other` have and none of `own`; empty if there is none.
std::string tellingKey(const Endpoint &own, const Endpoint &other)
{
    const auto ownSets = labelSets(own);
    const auto otherSets = labelSets(other);
    if (otherSets.empty() || ownSets.empty())
        return {};
    for (const auto &[key, value] : *otherSets.front()) {
        const bool isEverywhere = std::all_of(
            otherSets.begin(), otherSets.end(),
            [&key = key](const kube::Labels *labels) { return labels->count(key) > 0; });
        if (isEverywhere && !isVolatileLabel(key) && !hasSomewhere(ownSets, key))
            return key;
    }
    return {};
}

/// As exactSelector(), as a value to ask with.
Result<kube::LabelSelector> exactLabels(const Evaluator &evaluator, EndpointId id)
{
    const Endpoint &own = evaluator.endpoint(id);
    Result<kube::Labels> labels = selectorFor(evaluator, id);
    if (!labels)
        return labels.failure();
    kube::LabelSelector selector;
    selector.matchLabels = *labels;
    std::set<std::string> keys;
    for (EndpointId other : evaluator.selected(selector, own.nameSpace)) {
        if (other == id)
            continue;
        const std::string key = tellingKey(own, evaluator.endpoint(other));
        if (key.empty())
            return Failure{Code::SelectorCannotBeNarrowed,
                           {own.text(), evaluator.endpoint(other).text()}};
        keys.insert(key);
    }
    for (const std::string &key : keys)
        selector.expressions.push_back({key, kube::Operator::DoesNotExist, {}, {}});
    return selector;
}

} // namespace

Result<Value> exactSelector(const Evaluator &evaluator, EndpointId id)
{
    const Result<kube::LabelSelector> selector = exactLabels(evaluator, id);
    if (!selector)
        return selector.failure();
    return selectorValue(*selector);
}

std::optional<kube::LabelSelector> closestSelector(const Evaluator &evaluator, EndpointId id)
{
    if (evaluator.endpoint(id).selector)
        return evaluator.endpoint(id).selector;
    if (auto exact = exactLabels(evaluator, id))
        return *exact;
    Result<kube::Labels> labels = selectorFor(evaluator, id);
    if (!labels)
        return {};
    kube::LabelSelector selector;
    selector.matchLabels = std::move(*labels);
    return selector;
}

Result<std::vector<Value>> exactPeersFor(const kube::Workspace &workspace,
                                         const Evaluator &evaluator, const End &end,
                                         const std::string &nameSpace)
{
    Result<std::vector<Value>> peers = peersFor(workspace, evaluator, end, nameSpace);
    if (!peers || end.kind != End::Kind::Endpoint)
        return peers;
    Result<Value> selector = exactSelector(evaluator, evaluator.find(end.name));
    if (!selector)
        return selector.failure();
    for (Value &peer : *peers)
        for (auto &[key, value] : peer.pairs)
            if (key == "podSelector")
                value = *selector;
    return peers;
}

} // namespace drawbridge::edit
