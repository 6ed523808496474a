#include "edit/monitoring.h"

#include <algorithm>
#include <array>

namespace drawbridge::edit {

namespace {

constexpr std::array kNameLabels{"app.kubernetes.io/name", "app", "k8s-app"};
constexpr std::array kGatherers{"prometheus",        "prometheus-pushgateway",  "pushgateway",
                                "prometheus-server", "opentelemetry-collector", "otel-collector"};

bool isGatherer(const std::string &name)
{
    return std::find(kGatherers.begin(), kGatherers.end(), name) != kGatherers.end();
}

bool isNamedSo(const kube::Labels &labels)
{
    return std::any_of(kNameLabels.begin(), kNameLabels.end(), [&](const char *key) {
        const auto label = labels.find(key);
        return label != labels.end() && isGatherer(label->second);
    });
}

} // namespace

bool gathersMetrics(const verdict::Evaluator &evaluator, const End &end)
{
    if (end.kind != End::Kind::Endpoint)
        return false;
    const verdict::EndpointId id = evaluator.find(end.name);
    if (!id.isValid())
        return false;
    const verdict::Endpoint &endpoint = evaluator.endpoint(id);
    if (isGatherer(endpoint.name) ||
        (endpoint.selector && isNamedSo(endpoint.selector->matchLabels)))
        return true;
    return std::any_of(endpoint.objects.begin(), endpoint.objects.end(),
                       [](const kube::Object *object) {
                           return object->workload() && isNamedSo(object->workload()->podLabels);
                       });
}

} // namespace drawbridge::edit
