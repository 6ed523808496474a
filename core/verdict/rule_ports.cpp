#include "verdict/rule_ports.h"

namespace drawbridge::verdict {

std::pair<std::uint32_t, std::uint32_t> numbersOf(const kube::PortRule &item,
                                                  const PluginProfile &profile)
{
    if (!item.port)
        return {1, kube::kLastPort};
    const bool isRange = item.endPort && profile.endPort == PluginProfile::EndPort::Honoured;
    return {*item.port, isRange ? *item.endPort : *item.port};
}

void addNamed(const kube::PortRule &item, const Variant *destination, kube::ConnectionSet &ports)
{
    if (!destination)
        return;
    for (const kube::ContainerPort &port : destination->ports)
        if (port.name == item.name && port.protocol == item.protocol)
            ports.insert(port.protocol, port.port, port.port);
}

kube::ConnectionSet portsOf(const kube::Rule &rule, const Variant *destination,
                            const PluginProfile &profile)
{
    if (rule.anyPort)
        return kube::ConnectionSet::all();
    kube::ConnectionSum numbers;
    kube::ConnectionSet named;
    for (const kube::PortRule &item : rule.ports) {
        if (item.name.empty() || profile.namedPorts == PluginProfile::NamedPorts::EveryPort) {
            const auto [first, last] = numbersOf(item, profile);
            numbers.add(kube::ConnectionSet::of(item.protocol, first, last));
        } else {
            addNamed(item, destination, named);
        }
    }
    numbers.add(named);
    return numbers.take();
}

kube::ConnectionSet portsOf(const kube::Rule &rule, const Evaluator &evaluator, const Party &target)
{
    if (target.isOutside())
        return portsOf(rule, nullptr, evaluator.profile());
    kube::ConnectionSet ports;
    for (const Variant &pods : evaluator.endpoint(target.endpoint).variants)
        ports |= portsOf(rule, &pods, evaluator.profile());
    return ports;
}

} // namespace drawbridge::verdict
