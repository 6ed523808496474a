#include "verdict/near_names.h"

#include "base/near_name.h"

#include <algorithm>

namespace drawbridge::verdict {

std::string NearLabel::text() const
{
    return isKey ? written : key + '=' + written;
}

std::string NearLabel::nearText() const
{
    return isKey ? instead : key + '=' + instead;
}

kube::LabelSelector mended(kube::LabelSelector selector, const NearLabel &near)
{
    if (!near.isKey) {
        selector.matchLabels[near.key] = near.instead;
        return selector;
    }
    auto label = selector.matchLabels.extract(near.written);
    label.key() = near.instead;
    selector.matchLabels.insert(std::move(label));
    return selector;
}

NearLabels::NearLabels(const Evaluator &evaluator, bool workloadsOnly)
    : m_evaluator(evaluator), m_workloadsOnly(workloadsOnly)
{
    for (const Endpoint &endpoint : evaluator.endpoints()) {
        if (!counts(endpoint))
            continue;
        for (const Variant &variant : endpoint.variants)
            for (const auto &[key, value] : evaluator.labelsOf(variant)) {
                m_keys.insert(key);
                m_values[key].insert(value);
            }
    }
}

/// "Pods like this" are nothing but what a selector asks for.
bool NearLabels::counts(const Endpoint &endpoint) const
{
    return endpoint.kind == EndpointKind::Workload ||
           (!m_workloadsOnly && endpoint.kind == EndpointKind::PodGroup);
}

bool NearLabels::selects(const kube::Peer &peer, const std::string &nameSpace) const
{
    return m_evaluator.selectsAny(
        peer, nameSpace, [this](EndpointId id) { return counts(m_evaluator.endpoint(id)); });
}

std::optional<std::string> NearLabels::nearOf(const std::string &name,
                                              const std::set<std::string> &known) const
{
    if (known.size() > m_comparisonsLeft)
        return {};
    m_comparisonsLeft -= known.size();
    return nearName(name, known);
}

std::optional<NearLabel> NearLabels::of(const kube::Peer &peer, const std::string &nameSpace) const
{
    if (!peer.pods || peer.pods->matchLabels.empty() || m_values.empty() ||
        selects(peer, nameSpace))
        return {};
    const auto helps = [&](const NearLabel &near) {
        kube::Peer other = peer;
        other.pods = mended(*peer.pods, near);
        return selects(other, nameSpace);
    };
    for (const auto &[key, value] : peer.pods->matchLabels) {
        std::optional<std::string> instead;
        if (const auto values = m_values.find(key); values != m_values.end())
            instead = nearOf(value, values->second);
        if (instead && helps({key, value, *instead, false}))
            return NearLabel{key, value, *instead, false};
        instead = nearOf(key, m_keys);
        if (instead && peer.pods->matchLabels.count(*instead) == 0 &&
            helps({key, key, *instead, true}))
            return NearLabel{key, key, *instead, true};
    }
    return {};
}

std::optional<std::string> nearPortName(const Evaluator &evaluator,
                                        const std::vector<EndpointId> &targets,
                                        const std::string &name,
                                        std::optional<kube::Protocol> protocol)
{
    std::set<std::string> known;
    for (EndpointId id : targets)
        for (const Variant &variant : evaluator.endpoint(id).variants)
            for (const kube::ContainerPort &declared : variant.ports)
                if (!declared.name.empty() &&
                    protocol.value_or(declared.protocol) == declared.protocol)
                    known.insert(declared.name);
    return nearName(name, known);
}

} // namespace drawbridge::verdict
