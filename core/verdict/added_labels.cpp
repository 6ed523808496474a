#include "verdict/added_labels.h"

#include "kube/added_to_pods.h"

#include <algorithm>

namespace drawbridge::verdict {

namespace {

/// Some workload of the endpoint has its controller add it.
template <typename Check>
bool hasAdder(const std::string &key, const Endpoint &endpoint, const Check &check)
{
    return std::any_of(endpoint.objects.begin(), endpoint.objects.end(),
                       [&](const kube::Object *object) {
                           return kube::isAddedToPods(key, object->meta.kind) && check(*object);
                       });
}

bool mayBe(const std::string &key, const std::string &value, const Endpoint &endpoint)
{
    return hasAdder(key, endpoint, [&](const kube::Object &object) {
        return kube::mayBeAddedToPods(key, value, object.meta.kind, object.meta.name);
    });
}

} // namespace

bool isAddedLabel(const Evaluator &evaluator, const std::string &key, const Endpoint &endpoint)
{
    const auto isPod = [](const kube::Object *object) { return object->meta.kind == "Pod"; };
    return hasAdder(key, endpoint, [](const kube::Object &) { return true; }) &&
           std::none_of(endpoint.objects.begin(), endpoint.objects.end(), isPod) &&
           std::none_of(
               endpoint.variants.begin(), endpoint.variants.end(),
               [&](const Variant &variant) { return evaluator.labelsOf(variant).count(key) > 0; });
}

std::string addedLabel(const Evaluator &evaluator, const kube::LabelSelector &pods,
                       const Endpoint &endpoint, const Variant &variant)
{
    const kube::Labels &labels = evaluator.labelsOf(variant);
    std::string added;
    for (const auto &[key, value] : pods.matchLabels) {
        const auto label = labels.find(key);
        if (label != labels.end() && label->second == value)
            continue;
        if (!isAddedLabel(evaluator, key, endpoint) || !mayBe(key, value, endpoint))
            return {};
        added = key;
    }
    for (const kube::Requirement &wanted : pods.expressions) {
        const bool isOfValues =
            wanted.op == kube::Operator::In || wanted.op == kube::Operator::NotIn;
        const bool mayBeOne =
            !isOfValues ||
            std::any_of(wanted.values.begin(), wanted.values.end(), [&](const std::string &value) {
                return mayBe(wanted.key, value, endpoint);
            });
        if (mayBeOne && isAddedLabel(evaluator, wanted.key, endpoint))
            added = wanted.key;
        else if (!wanted.matches(labels))
            return {};
    }
    return added;
}

std::string addedLabel(const Evaluator &evaluator, const kube::LabelSelector &pods,
                       const Endpoint &endpoint)
{
    for (const Variant &variant : endpoint.variants)
        if (std::string key = addedLabel(evaluator, pods, endpoint, variant); !key.empty())
            return key;
    return {};
}

} // namespace drawbridge::verdict
