#include "verdict/rule_ports.h"

namespace drawbridge::verdict {

kube::ConnectionSet portsOf(const kube::Rule &rule, const Variant *destination)
{
    if (rule.anyPort)
        return kube::ConnectionSet::all();
    kube::ConnectionSet ports;
    for (const kube::PortRule &item : rule.ports) {
        if (item.name.empty()) {
            ports.insert(item.protocol, item.port.value_or(1),
                         item.endPort.value_or(item.port.value_or(kube::kLastPort)));
        } else if (destination) {
            for (const kube::ContainerPort &port : destination->ports)
                if (port.name == item.name && port.protocol == item.protocol)
                    ports.insert(port.protocol, port.port, port.port);
        }
    }
    return ports;
}

const Variant *variantOf(const Evaluator &evaluator, const Party &party)
{
    return party.isOutside() ? nullptr : &evaluator.endpoint(party.endpoint).variants.front();
}

} // namespace drawbridge::verdict
