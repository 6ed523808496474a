#include "verdict/near_names.h"

#include "base/near_name.h"

#include <algorithm>
#include <map>
#include <set>

namespace drawbridge::verdict {

namespace {

/// What services say whose labels are known. "Pods like this" are nothing but what a selector asks
/// for.
class Known
{
public:
    Known(const Evaluator &evaluator, bool workloadsOnly)
        : m_evaluator(evaluator), m_workloadsOnly(workloadsOnly)
    {
    }

    bool selects(const kube::Peer &peer, const std::string &nameSpace) const
    {
        const auto selected = m_evaluator.selected(peer, nameSpace);
        return std::any_of(selected.begin(), selected.end(),
                           [&](EndpointId id) { return counts(m_evaluator.endpoint(id)); });
    }

    void collect()
    {
        for (const Endpoint &endpoint : m_evaluator.endpoints()) {
            if (!counts(endpoint))
                continue;
            for (const Variant &variant : endpoint.variants)
                for (const auto &[key, value] : m_evaluator.labelsOf(variant)) {
                    keys.insert(key);
                    values[key].insert(value);
                }
        }
    }

    std::set<std::string> keys;
    std::map<std::string, std::set<std::string>> values; ///< by key

private:
    bool counts(const Endpoint &endpoint) const
    {
        return endpoint.kind == EndpointKind::Workload ||
               (!m_workloadsOnly && endpoint.kind == EndpointKind::PodGroup);
    }

    const Evaluator &m_evaluator;
    bool m_workloadsOnly;
};

} // namespace

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

std::optional<NearLabel> nearLabel(const Evaluator &evaluator, const kube::Peer &peer,
                                   const std::string &nameSpace, bool workloadsOnly)
{
    Known known(evaluator, workloadsOnly);
    if (!peer.pods || known.selects(peer, nameSpace))
        return {};
    known.collect();
    const auto helps = [&](const NearLabel &near) {
        kube::Peer other = peer;
        other.pods = mended(*peer.pods, near);
        return known.selects(other, nameSpace);
    };
    for (const auto &[key, value] : peer.pods->matchLabels) {
        std::optional<std::string> instead;
        if (const auto values = known.values.find(key); values != known.values.end())
            instead = nearName(value, values->second);
        if (instead && helps({key, value, *instead, false}))
            return NearLabel{key, value, *instead, false};
        instead = nearName(key, known.keys);
        if (instead && peer.pods->matchLabels.count(*instead) == 0 &&
            helps({key, key, *instead, true}))
            return NearLabel{key, key, *instead, true};
    }
    return {};
}

std::optional<std::string> nearPortName(const Evaluator &evaluator,
                                        const std::vector<EndpointId> &targets,
                                        const kube::PortRule &port)
{
    std::set<std::string> known;
    for (EndpointId id : targets)
        for (const Variant &variant : evaluator.endpoint(id).variants)
            for (const kube::ContainerPort &declared : variant.ports)
                if (!declared.name.empty() && declared.protocol == port.protocol)
                    known.insert(declared.name);
    return nearName(port.name, known);
}

} // namespace drawbridge::verdict
