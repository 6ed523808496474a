#include "verdict/added_labels.h"

#include "kube/added_to_pods.h"

#include <algorithm>

namespace drawbridge::verdict {

namespace {

bool isAdded(const Evaluator &evaluator, const std::string &key, const Endpoint &endpoint)
{
    return std::any_of(endpoint.objects.begin(), endpoint.objects.end(),
                       [&key](const kube::Object *object) {
                           return kube::isAddedToPods(key, object->meta.kind);
                       }) &&
           std::none_of(
               endpoint.variants.begin(), endpoint.variants.end(),
               [&](const Variant &variant) { return evaluator.labelsOf(variant).count(key) > 0; });
}

} // namespace

std::string addedLabel(const Evaluator &evaluator, const kube::LabelSelector &pods,
                       const Endpoint &endpoint, const Variant &variant)
{
    const kube::Labels &labels = evaluator.labelsOf(variant);
    std::string added;
    for (const auto &[key, value] : pods.matchLabels) {
        const auto label = labels.find(key);
        if (label != labels.end() && label->second == value)
            continue;
        if (!isAdded(evaluator, key, endpoint))
            return {};
        added = key;
    }
    for (const kube::Requirement &wanted : pods.expressions) {
        if (isAdded(evaluator, wanted.key, endpoint))
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
