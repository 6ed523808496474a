#include "random_objects.h"

namespace oracle {

namespace {

const Strings partPortNames{"http", "web-2"};
const Strings partValues{"web", "api"};

} // namespace

Value RandomObjects::makePartLabels(const Value &common)
{
    Value labels = makeMap();
    for (std::size_t i = 0; i < common.keys.size(); ++i) {
        if (!m_dice.percent(8))
            addMember(labels, common.keys[i], common.items[i]);
    }
    for (const std::string &key : labelKeys) {
        if (common.find(key) == nullptr && m_dice.percent(60))
            addMember(labels, key, makeString(m_dice.pick(partValues)));
    }
    return labels;
}

Value RandomObjects::makePartPodSpec()
{
    if (m_dice.percent(15))
        return makePodSpec();
    Value ports = makeList();
    for (const std::string &name : partPortNames) {
        if (m_dice.percent(15))
            continue;
        Value port = makeMap(
            {{"name", makeString(name)}, {"containerPort", makeInt(m_dice.pick(portNumbers))}});
        if (m_dice.percent(25))
            addMember(port, "protocol", makeString(m_dice.pick(protocols)));
        ports.items.push_back(port);
    }
    const Value container = makeMap({{"name", makeString("c")},
                                     {"image", makeString("example.com/app:1.0")},
                                     {"ports", ports}});
    Value spec = makeMap({{"containers", makeList({container})}});
    if (m_dice.percent(8))
        addMember(spec, "hostNetwork", makeBool(true));
    return spec;
}

void RandomObjects::makePartedWorkload(int index)
{
    static const Strings owners{"ReplicaSet", "StatefulSet", "Deployment", "VendorSet"};
    const std::string kind = m_dice.pick(owners);
    const std::string name = "parts-" + std::to_string(index);
    const std::string ns = m_dice.pick(m_namespaces);
    const Value common = makeMap({{m_dice.pick(labelKeys), makeString(m_dice.pick(partValues))}});
    if (kind == "Deployment")
        add(versionOf(kind), kind, makeMetadata(ns, name),
            makeWorkloadSpec(kind, makePartLabels(common), makePartPodSpec()));
    std::vector<Target> parts;
    const int count = m_dice.between(2, 4);
    for (int i = 0; i < count; ++i) {
        const std::string part = name + "-" + std::to_string(i);
        const Value labels = makePartLabels(common);
        const Value podSpec = makePartPodSpec();
        Value owner = ownerReference(kind, name);
        if (kind == "Deployment") { // its old and its new pods
            addMember(owner, "controller", makeBool(true));
            Value metadata = makeMetadata(ns, part);
            addMember(metadata, "ownerReferences", makeList({owner}));
            add("apps/v1", "ReplicaSet", metadata, makeWorkloadSpec("ReplicaSet", labels, podSpec));
            owner = ownerReference("ReplicaSet", part);
        }
        parts.push_back({ns, labels, declaredPorts(podSpec)});
        if (kind != "Deployment" || m_dice.percent(80))
            makePod(ns, part + "-x", labels, podSpec, owner, true);
    }
    m_targets.insert(m_targets.end(), parts.begin(), parts.end());
    m_parts.push_back(std::move(parts));
}

Value RandomObjects::makePartSelector(const Value &labels)
{
    Value selector = makeMap();
    for (std::size_t i = 0; i < labels.keys.size(); ++i) {
        if (m_dice.percent(45))
            addMember(selector, labels.keys[i], labels.items[i]);
    }
    if (selector.items.empty())
        addMember(selector, m_dice.pick(labelKeys), makeString(m_dice.pick(partValues)));
    return selector;
}

void RandomObjects::makePartService(int index, const Target &part)
{
    static const Strings types{"ClusterIP", "NodePort", "LoadBalancer"};
    Value ports = makeList();
    const int count = m_dice.between(1, 2);
    for (int n = 0; n < count; ++n) {
        if (m_dice.percent(30)) {
            ports.items.push_back(makeServicePort(2 * index + n, part));
            continue;
        }
        Value port = makeMap({{"name", makeString("p" + std::to_string(n))},
                              {"port", makeInt(m_dice.pick(portNumbers))},
                              {"targetPort", makeString(m_dice.pick(partPortNames))}});
        if (m_dice.percent(15))
            addMember(port, "protocol", makeString(m_dice.pick(protocols)));
        ports.items.push_back(port);
    }
    const std::string name = "service-" + std::to_string(index);
    const Value spec = makeMap({{"selector", makePartSelector(part.labels)},
                                {"ports", ports},
                                {"type", makeString(m_dice.pick(types))}});
    add("v1", "Service", makeMetadata(part.ns, name), spec);
    if (m_dice.percent(70))
        makeIngress(index, part.ns, name, m_dice.pick(ports.items));
    if (m_dice.percent(35))
        makeRoute(index, part.ns, name, m_dice.pick(ports.items));
}

void RandomObjects::makePartServices()
{
    int index = 10; // above those of makeServices
    for (const std::vector<Target> &parts : m_parts) {
        for (int n = m_dice.between(2, 3); n > 0; --n)
            makePartService(index++, m_dice.pick(parts));
    }
}

} // namespace oracle
