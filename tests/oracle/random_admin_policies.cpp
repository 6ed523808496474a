#include "random_objects.h"

#include <algorithm>

namespace oracle {

Value RandomObjects::makeAdminPods()
{
    Value pods = makeMap();
    if (m_dice.percent(50)) {
        addMember(pods, "namespaces", makeNamespaceSelector());
    } else {
        const Value both = makeMap(
            {{"namespaceSelector", makeNamespaceSelector()}, {"podSelector", makeSelector(true)}});
        addMember(pods, "pods", both);
    }
    if (!isRefused())
        return pods;
    switch (m_dice.below(4)) {
    case 0:
        return makeMap();
    case 1:
        return makeMap({{"namespaces", makeMap()}, {"pods", makeMap()}});
    case 2:
        return makeMap({{"pods", makeMap({{"podSelector", makeMap()}})}});
    default:
        return makeMap({{"namespaces", makeString("all")}});
    }
}

Value RandomObjects::makeAdminPeer(bool egress)
{
    if (!egress || m_dice.percent(60))
        return makeAdminPods();
    if (m_dice.percent(15))
        return makeMap({{m_dice.percent(50) ? "nodes" : "domainNames", makeMap()}});
    static const Strings networks{"0.0.0.0/0",      "10.0.0.0/8", "10.0.0.0/24",    "10.0.1.3/32",
                                  "192.168.0.0/16", "0.0.0.0/1",  "255.255.0.0/16", "128.0.0.0/1"};
    static const Strings networks6{"::/0", "fd00::/8", "2001:db8::/32"};
    Value list = makeList();
    for (int n = m_dice.between(1, 2); n > 0; --n)
        list.items.push_back(
            makeString(m_dice.pick(m_options.ipv6 && m_dice.percent(30) ? networks6 : networks)));
    if (isRefused())
        list.items.push_back(makeString("10.0.0/8"));
    return makeMap({{"networks", list}});
}

Value RandomObjects::makeAdminPort(bool isNew)
{
    if (isRefused())
        return m_dice.percent(50) ? makeMap() : makeMap({{"port", makeInt(80)}});
    const std::string name = m_dice.pick(portNames);
    if (m_dice.percent(25))
        return makeMap({{isNew ? "destinationNamedPort" : "namedPort", makeString(name)}});
    const int start = m_dice.pick(portNumbers);
    const int number = isRefused() ? 0 : start;
    const int end = std::min(65535, start + m_dice.pick(portNumbers));
    const bool isRange = m_dice.percent(40) && start < 65535;
    const std::string protocol = m_dice.pick(protocols);
    Value numbers = isRange ? makeMap({{"start", makeInt(number)}, {"end", makeInt(end)}})
                            : makeMap({{isNew ? "number" : "port", makeInt(number)}});
    if (!isNew) {
        if (m_dice.percent(60))
            addMember(numbers, "protocol", makeString(protocol));
        return makeMap({{isRange ? "portRange" : "portNumber", numbers}});
    }
    std::string lower = protocol;
    for (char &c : lower)
        c = static_cast<char>(c - 'A' + 'a');
    const Value port =
        makeMap({{isRange ? "range" : "number", isRange ? numbers : numbers.items.front()}});
    return makeMap({{lower, makeMap({{"destinationPort", port}})}});
}

Value RandomObjects::makeAdminRule(const std::string &kind, bool egress)
{
    const bool isNew = kind == "ClusterNetworkPolicy";
    Strings actions{isNew ? "Accept" : "Allow", "Deny"};
    if (kind != "BaselineAdminNetworkPolicy")
        actions.emplace_back("Pass");
    if (isRefused())
        actions = {"allow", "Reject"};
    Value rule = makeMap({{"action", makeString(m_dice.pick(actions))}});
    if (m_dice.percent(40))
        addMember(rule, "name", makeString("rule"));
    Value peers = makeList();
    for (int n = isRefused() ? 0 : m_dice.between(1, 2); n > 0; --n)
        peers.items.push_back(makeAdminPeer(egress));
    addMember(rule, egress ? "to" : "from", isRefused() ? makeString("all") : peers);
    if (m_dice.percent(70)) {
        Value ports = makeList();
        for (int n = isRefused() ? 0 : m_dice.between(1, 2); n > 0; --n)
            ports.items.push_back(makeAdminPort(isNew));
        addMember(rule, isNew ? "protocols" : "ports", isRefused() ? makeInt(80) : ports);
    }
    return isRefused() ? makeString("deny") : rule;
}

void RandomObjects::makeAdminPolicy(const std::string &kind, const std::string &name, bool baseline)
{
    static const std::vector<int> priorities{0, 1, 7, 10, 50, 99, 100, 1000};
    Value spec = makeMap();
    if (kind == "ClusterNetworkPolicy")
        addMember(spec, "tier",
                  makeString(isRefused() ? "Default"
                             : baseline  ? "Baseline"
                                         : "Admin"));
    if (kind != "BaselineAdminNetworkPolicy")
        addMember(spec, "priority", makeInt(isRefused() ? 1001 : m_dice.pick(priorities)));
    addMember(spec, "subject", makeAdminPods());
    for (const bool egress : {false, true}) {
        Value rules = makeList();
        for (int n = m_dice.between(0, 3); n > 0; --n)
            rules.items.push_back(makeAdminRule(kind, egress));
        if (!rules.items.empty() || m_dice.percent(20))
            addMember(spec, egress ? "egress" : "ingress", rules);
    }
    const std::string version = kind == "ClusterNetworkPolicy" ? "v1alpha2" : "v1alpha1";
    add("policy.networking.k8s.io/" + version, kind, makeMap({{"name", makeString(name)}}), spec);
}

void RandomObjects::makeAdminPolicies()
{
    const int api = m_dice.below(5);
    const auto isNew = [&] { return api == 4 ? m_dice.percent(50) : api > 1; };
    for (int i = m_dice.between(0, 3); i > 0; --i)
        makeAdminPolicy(isNew() ? "ClusterNetworkPolicy" : "AdminNetworkPolicy",
                        "admin-" + std::to_string(i), false);
    for (int i = m_dice.between(0, 2); i > 0 && (api > 1); --i)
        makeAdminPolicy("ClusterNetworkPolicy", "base-" + std::to_string(i), true);
    if ((api < 2 || api == 4) && m_dice.percent(60))
        makeAdminPolicy("BaselineAdminNetworkPolicy", "default", true);
}

} // namespace oracle
