#include "random_cluster.h"

#include <algorithm>

namespace oracle {

namespace {

using Strings = std::vector<std::string>;

const Strings labelKeys{"app", "tier", "env", "example.com/team"};
const Strings labelValues{"web", "api", "db", "x-1", "8", "true", ""};
const Strings protocols{"TCP", "UDP", "SCTP"};
const Strings portNames{"http", "metrics", "dns", "web-2"};
const std::vector<int> portNumbers{1, 53, 80, 81, 443, 8080, 9090, 65535};
const Strings namespaceNames{"default", "shop", "ops", "lab", "y"};

// What a Service may point at.
struct Target
{
    std::string ns;
    Value labels;
    std::vector<Value> ports;
};

class Generator
{
public:
    Generator(Dice &dice, const RandomOptions &options) : m_dice(dice), m_options(options) {}

    std::vector<Value> objects()
    {
        makeNamespaces();
        const int workloads = m_dice.between(1, std::max(1, m_options.maxWorkloads));
        for (int i = 0; i < workloads; ++i)
            makeWorkload(i);
        const int policies = m_dice.between(0, std::max(0, m_options.maxPolicies));
        for (int i = 0; i < policies; ++i)
            makePolicy(i);
        if (m_options.services && !m_targets.empty())
            makeServices();
        if (m_options.adminPolicies)
            makeAdminPolicies();
        return m_objects;
    }

private:
    void add(const std::string &apiVersion, const std::string &kind, Value metadata, Value spec)
    {
        Value object = makeMap();
        if (!m_dice.percent(3))
            addMember(object, "apiVersion", makeString(apiVersion));
        addMember(object, "kind", makeString(kind));
        addMember(object, "metadata", std::move(metadata));
        addMember(object, "spec", std::move(spec));
        m_objects.push_back(std::move(object));
    }

    Value makeMetadata(const std::string &ns, const std::string &name)
    {
        Value metadata = makeMap({{"name", makeString(name)}});
        if (ns != "default" || m_dice.percent(50))
            addMember(metadata, "namespace", makeString(ns));
        if (m_dice.percent(10))
            addMember(metadata, "annotations",
                      makeMap({{"example.com/note", makeString("it's \"quoted\": {yes}, #1")}}));
        return metadata;
    }

    Value makeLabels()
    {
        Value labels = makeMap();
        for (const std::string &key : labelKeys) {
            if (m_dice.percent(40))
                addMember(labels, key, makeString(m_dice.pick(labelValues)));
        }
        return labels;
    }

    // Some of the namespaces are written, the others exist because something is in them.
    void makeNamespaces()
    {
        const int count = m_dice.between(1, std::max(1, m_options.maxNamespaces));
        while (static_cast<int>(m_namespaces.size()) < count &&
               m_namespaces.size() < namespaceNames.size()) {
            const std::string name = m_dice.pick(namespaceNames);
            if (std::find(m_namespaces.begin(), m_namespaces.end(), name) != m_namespaces.end())
                continue;
            m_namespaces.push_back(name);
            if (m_dice.percent(40))
                continue;
            Value metadata = makeMap({{"name", makeString(name)}});
            Value labels = makeLabels();
            if (m_dice.percent(50))
                addMember(labels, "kubernetes.io/metadata.name", makeString(name));
            if (!labels.items.empty() || m_dice.percent(50))
                addMember(metadata, "labels", labels);
            add("v1", "Namespace", std::move(metadata), makeMap());
        }
    }

    // Numbers may be declared twice with other protocols, names never.
    Value makeContainers()
    {
        Strings freeNames = portNames;
        Value containers = makeList();
        const int count = m_dice.between(1, 2);
        for (int i = 0; i < count; ++i) {
            Value container = makeMap({{"name", makeString("c" + std::to_string(i))},
                                       {"image", makeString("example.com/app:1.0")}});
            Value ports = makeList();
            for (int n = m_dice.between(0, 3); n > 0; --n) {
                Value port = makeMap({{"containerPort", makeInt(m_dice.pick(portNumbers))}});
                if (!freeNames.empty() && m_dice.percent(60)) {
                    const int at = m_dice.below(static_cast<int>(freeNames.size()));
                    addMember(port, "name", makeString(freeNames[static_cast<std::size_t>(at)]));
                    freeNames.erase(freeNames.begin() + at);
                }
                if (m_dice.percent(60))
                    addMember(port, "protocol", makeString(m_dice.pick(protocols)));
                ports.items.push_back(port);
            }
            if (!ports.items.empty() || m_dice.percent(20))
                addMember(container, "ports", ports);
            containers.items.push_back(container);
        }
        return containers;
    }

    Value makePodSpec()
    {
        Value spec = makeMap({{"containers", makeContainers()}});
        if (m_dice.percent(10))
            addMember(spec, "initContainers", makeContainers());
        if (m_options.adminPolicies && m_dice.percent(10))
            addMember(spec, "hostNetwork", makeBool(true));
        return spec;
    }

    static std::vector<Value> declaredPorts(const Value &podSpec)
    {
        std::vector<Value> result;
        for (const Value &container : podSpec.find("containers")->items) {
            const Value *ports = container.find("ports");
            if (ports != nullptr)
                result.insert(result.end(), ports->items.begin(), ports->items.end());
        }
        return result;
    }

    static std::string versionOf(const std::string &kind)
    {
        if (kind == "Pod" || kind == "ReplicationController")
            return "v1";
        return kind == "Job" || kind == "CronJob" ? "batch/v1" : "apps/v1";
    }

    Value makeTemplate(const Value &labels, const Value &podSpec)
    {
        Value metadata = makeMap();
        if (!labels.items.empty() || m_dice.percent(50))
            addMember(metadata, "labels", labels);
        return makeMap({{"metadata", metadata}, {"spec", podSpec}});
    }

    Value makeWorkloadSpec(const std::string &kind, const Value &labels, const Value &podSpec)
    {
        Value podTemplate = makeTemplate(labels, podSpec);
        if (kind == "CronJob") {
            const Value jobSpec = makeMap({{"template", podTemplate}});
            return makeMap({{"schedule", makeString("*/5 * * * *")},
                            {"jobTemplate", makeMap({{"spec", jobSpec}})}});
        }
        Value spec = makeMap();
        if (kind != "Job" && kind != "DaemonSet" && m_dice.percent(50))
            addMember(spec, "replicas", makeInt(m_dice.between(0, 3)));
        if (kind != "Job" && m_dice.percent(70)) {
            const Value other = m_dice.percent(80) ? labels : makeLabels();
            addMember(spec, "selector",
                      kind == "ReplicationController" ? other : makeMap({{"matchLabels", other}}));
        }
        addMember(spec, "template", std::move(podTemplate));
        return spec;
    }

    static Value ownerReference(const std::string &kind, const std::string &name)
    {
        return makeMap({{"apiVersion", makeString(versionOf(kind))},
                        {"kind", makeString(kind)},
                        {"name", makeString(name)},
                        {"uid", makeString("00000000-0000-0000-0000-000000000000")}});
    }

    void makeWorkload(int index)
    {
        static const Strings kinds{"Pod",        "Pod",         "ReplicaSet",
                                   "Deployment", "StatefulSet", "DaemonSet",
                                   "Job",        "CronJob",     "ReplicationController"};
        const std::string kind = m_dice.pick(kinds);
        // Now and then a Deployment and a Job of one name: two workloads.
        const int number = m_dice.percent(10) && index > 0 && kind != "Pod" ? index - 1 : index;
        const std::string name = (kind == "Pod" ? "pod-" : "w-") + std::to_string(number);
        const std::string ns = m_dice.pick(m_namespaces);
        const std::string identity = kind + " " + ns + " " + name;
        if (std::find(m_identities.begin(), m_identities.end(), identity) != m_identities.end())
            return;
        m_identities.push_back(identity);
        const Value labels = makeLabels();
        const Value podSpec = makePodSpec();
        m_targets.push_back({ns, labels, declaredPorts(podSpec)});
        if (kind == "Pod") {
            makePods(ns, name, labels, podSpec);
            return;
        }
        const Value metadata = makeMetadata(ns, name);
        add(versionOf(kind), kind, metadata, makeWorkloadSpec(kind, labels, podSpec));
        if (kind == "Deployment" && m_options.ownerChains && m_dice.percent(60))
            makeOwned(ns, name, labels, podSpec);
    }

    // A ReplicaSet of the Deployment, with or without a pod of its own.
    void makeOwned(const std::string &ns, const std::string &deployment, const Value &labels,
                   const Value &podSpec)
    {
        const std::string name = deployment + "-5d4f8c";
        Value owner = ownerReference("Deployment", deployment);
        addMember(owner, "controller", makeBool(true));
        Value metadata = makeMetadata(ns, name);
        addMember(metadata, "ownerReferences", makeList({owner}));
        add("apps/v1", "ReplicaSet", metadata, makeWorkloadSpec("ReplicaSet", labels, podSpec));
        if (m_dice.percent(60))
            makePod(ns, name + "-abcde", labels, podSpec, ownerReference("ReplicaSet", name), true);
    }

    void makePods(const std::string &ns, const std::string &name, const Value &labels,
                  const Value &podSpec)
    {
        static const Strings owners{"ReplicaSet", "StatefulSet", "Job", "Node", "VendorSet"};
        if (m_dice.percent(40)) {
            makePod(ns, name, labels, podSpec, makeMap(), false);
            return;
        }
        const std::string owner = m_dice.pick(owners);
        const bool isController = m_dice.percent(70);
        Value reference = ownerReference(owner, name + "-owner");
        if (m_dice.percent(8)) // not valid, but found in exported files
            reference.items[1] = makeString("");
        const int count = m_dice.between(1, 2);
        for (int i = 0; i < count; ++i)
            makePod(ns, name + "-" + std::to_string(i), labels, podSpec, reference, isController);
    }

    void makePod(const std::string &ns, const std::string &name, const Value &labels,
                 const Value &podSpec, Value owner, bool isController)
    {
        Value metadata = makeMetadata(ns, name);
        if (!labels.items.empty() || m_dice.percent(50))
            addMember(metadata, "labels", labels);
        if (!owner.items.empty()) {
            if (isController || m_dice.percent(50))
                addMember(owner, "controller", makeBool(isController));
            addMember(metadata, "ownerReferences", makeList({owner}));
        }
        add("v1", "Pod", metadata, podSpec);
        if (!m_options.podAddresses || !m_dice.percent(40))
            return;
        const int net = m_dice.below(2);
        const int host = m_dice.between(1, 9);
        const Value address =
            makeString("10.0." + std::to_string(net) + "." + std::to_string(host));
        Value status = makeMap({{"phase", makeString("Running")}});
        if (m_dice.percent(70))
            addMember(status, "podIP", address);
        addMember(status, "podIPs", makeList({makeMap({{"ip", address}})}));
        addMember(m_objects.back(), "status", status);
    }

    Value makeExpression()
    {
        static const Strings operators{"In", "NotIn", "Exists", "DoesNotExist"};
        const std::string op = m_dice.pick(operators);
        Value expression =
            makeMap({{"key", makeString(m_dice.pick(labelKeys))}, {"operator", makeString(op)}});
        if (op == "In" || op == "NotIn") {
            Value values = makeList();
            for (int n = m_dice.between(1, 2); n > 0; --n)
                values.items.push_back(makeString(m_dice.pick(labelValues)));
            addMember(expression, "values", values);
        } else if (m_dice.percent(15)) {
            addMember(expression, "values", makeList());
        }
        if (isRefused())
            spoilExpression(expression);
        return expression;
    }

    void spoilExpression(Value &expression)
    {
        switch (m_dice.below(3)) {
        case 0:
            expression.items[1] = makeString(m_dice.percent(50) ? "Gt" : "in");
            break;
        case 1: {
            const bool hadValues = expression.keys.size() == 3;
            if (hadValues) {
                expression.keys.pop_back();
                expression.items.pop_back();
            }
            const bool needsValues = expression.items[1].text.find("In") != std::string::npos;
            if (!needsValues)
                addMember(expression, "values", makeList({makeString("web")}));
            break;
        }
        default:
            expression.items[0] = makeInt(7);
        }
    }

    // Mostly a label that some workload has.
    void addLabelToFind(Value &labels)
    {
        if (!m_targets.empty() && m_dice.percent(60)) {
            const Value &existing = m_dice.pick(m_targets).labels;
            if (!existing.items.empty()) {
                const auto at =
                    static_cast<std::size_t>(m_dice.below(static_cast<int>(existing.items.size())));
                addMember(labels, existing.keys[at], existing.items[at]);
                return;
            }
        }
        const std::string key = m_dice.pick(labelKeys);
        addMember(labels, key, makeString(m_dice.pick(labelValues)));
    }

    Value makeSelector(bool mayBeEmpty)
    {
        Value selector = makeMap();
        if (mayBeEmpty && m_dice.percent(30))
            return selector;
        if (m_dice.percent(70)) {
            Value labels = makeMap();
            addLabelToFind(labels);
            const std::string second = m_dice.pick(labelKeys);
            if (m_dice.percent(15) && second != labels.keys[0])
                addMember(labels, second, makeString(m_dice.pick(labelValues)));
            if (isRefused())
                labels.items[0] = m_dice.percent(50) ? makeInt(5) : makeString("not a label!");
            addMember(selector, "matchLabels", labels);
        }
        if (selector.items.empty() || m_dice.percent(25)) {
            Value expressions = makeList();
            for (int n = m_dice.between(1, 2); n > 0; --n)
                expressions.items.push_back(makeExpression());
            addMember(selector, "matchExpressions", expressions);
        }
        return selector;
    }

    Value makeNamespaceSelector()
    {
        if (!m_dice.percent(35))
            return makeSelector(true);
        const Value name = makeString(m_dice.pick(m_namespaces));
        return makeMap({{"matchLabels", makeMap({{"kubernetes.io/metadata.name", name}})}});
    }

    Value makeIpBlock()
    {
        struct Choice
        {
            std::string cidr;
            Strings except;
        };
        static const std::vector<Choice> v4{
            {"0.0.0.0/0", {"10.0.0.0/8", "10.0.0.0/16", "0.0.0.0/1", "255.255.255.255/32"}},
            {"10.0.0.0/8", {"10.0.0.0/9", "10.128.0.0/9", "10.0.1.0/24"}},
            {"10.0.0.7/16", {"10.0.0.0/24", "10.0.1.3/32", "10.0.255.0/24"}},
            {"10.0.0.4/32", {}},
            {"192.168.0.0/24", {"192.168.0.128/25", "192.168.0.0/32"}},
        };
        static const std::vector<Choice> v6{
            {"::/0", {"fd00::/8", "2001:db8::/32"}},
            {"2001:db8::/32", {"2001:db8:0:1::/64", "2001:db8::1/128"}},
            {"fd00:1:2:3::5/64", {}},
        };
        const Choice &choice = m_dice.pick(m_options.ipv6 && m_dice.percent(30) ? v6 : v4);
        Value block = makeMap({{"cidr", makeString(choice.cidr)}});
        Value except = makeList();
        for (const std::string &hole : choice.except) {
            if (m_dice.percent(35))
                except.items.push_back(makeString(hole));
        }
        if (isRefused())
            spoilIpBlock(block, except);
        if (!except.items.empty() || m_dice.percent(10))
            addMember(block, "except", except);
        return block;
    }

    void spoilIpBlock(Value &block, Value &except)
    {
        static const Strings badCidrs{"10.0.0.1", "10.0.0.0/33", "10.0.0/8", "any", ""};
        if (m_dice.percent(40))
            block.items[0] = makeString(m_dice.pick(badCidrs));
        else if (m_dice.percent(50))
            except.items.push_back(block.items[0]); // no strict subset
        else
            except.items.push_back(makeString("172.16.0.0/12"));
    }

    Value makePeer()
    {
        Value peer = makeMap();
        const int sort = m_dice.below(10);
        if (sort < 3) {
            addMember(peer, "podSelector", makeSelector(true));
        } else if (sort < 5) {
            addMember(peer, "namespaceSelector", makeNamespaceSelector());
        } else if (sort < 7) {
            addMember(peer, "namespaceSelector", makeNamespaceSelector());
            addMember(peer, "podSelector", makeSelector(true));
        } else {
            addMember(peer, "ipBlock", makeIpBlock());
        }
        if (isRefused()) {
            if (m_dice.percent(50))
                return makeMap();
            if (sort >= 7)
                addMember(peer, "podSelector", makeMap());
            else
                peer.items[0] = makeString("all");
        }
        return peer;
    }

    Value makePort()
    {
        Value port = makeMap();
        if (m_dice.percent(60))
            addMember(port, "protocol", makeString(m_dice.pick(protocols)));
        const int sort = m_dice.below(10);
        if (sort < 3) {
            addMember(port, "port", makeString(m_dice.pick(portNames)));
        } else if (sort < 8) {
            const int number = m_dice.pick(portNumbers);
            addMember(port, "port", makeInt(number));
            if (m_dice.percent(30))
                addMember(port, "endPort",
                          makeInt(std::min(65535, number + m_dice.pick(portNumbers) - 1)));
        }
        if (isRefused())
            return makeRefusedPort();
        return port;
    }

    Value makeRefusedPort()
    {
        switch (m_dice.below(8)) {
        case 0:
            return makeMap({{"port", makeInt(m_dice.percent(50) ? 0 : 65536)}});
        case 1:
            return makeMap({{"port", makeInt(90)}, {"endPort", makeInt(80)}});
        case 2:
            return makeMap({{"port", makeString("http")}, {"endPort", makeInt(90)}});
        case 3:
            return makeMap({{"endPort", makeInt(90)}});
        case 4:
            return makeMap({{"protocol", makeString(m_dice.percent(50) ? "tcp" : "ICMP")}});
        case 5:
            return makeMap({{"port", makeString("80")}});
        case 6:
            return makeMap({{"port", makeBool(true)}});
        default:
            return makeString("80");
        }
    }

    Value makeRule(const std::string &peersField)
    {
        Value rule = makeMap();
        if (m_dice.percent(75)) {
            Value peers = makeList();
            for (int n = m_dice.percent(10) ? 0 : m_dice.between(1, 2); n > 0; --n)
                peers.items.push_back(makePeer());
            addMember(rule, peersField, isRefused() ? makeString("everybody") : peers);
        }
        if (m_dice.percent(60)) {
            Value ports = makeList();
            for (int n = m_dice.percent(10) ? 0 : m_dice.between(1, 2); n > 0; --n)
                ports.items.push_back(makePort());
            addMember(rule, "ports", isRefused() ? makeInt(80) : ports);
        }
        return rule;
    }

    void addRules(Value &spec, const std::string &field, const std::string &peersField)
    {
        const int sort = m_dice.below(10);
        if (sort < 2)
            return;
        Value rules = makeList();
        for (int n = sort < 4 ? 0 : m_dice.between(1, 2); n > 0; --n)
            rules.items.push_back(makeRule(peersField));
        addMember(spec, field, rules);
    }

    void makePolicy(int index)
    {
        Value spec = makeMap();
        if (!m_dice.percent(8)) {
            // Many policies are about everybody in its namespace.
            const bool isEverybody = m_dice.percent(20);
            addMember(spec, "podSelector", isEverybody ? makeMap() : makeSelector(true));
        }
        switch (m_dice.below(6)) {
        case 0:
            break;
        case 1:
            addMember(spec, "policyTypes", makeList());
            break;
        case 2:
            addMember(spec, "policyTypes", makeList({makeString("Ingress")}));
            break;
        case 3:
            addMember(spec, "policyTypes", makeList({makeString("Egress")}));
            break;
        default:
            addMember(spec, "policyTypes", makeList({makeString("Ingress"), makeString("Egress")}));
        }
        addRules(spec, "ingress", "from");
        addRules(spec, "egress", "to");
        add("networking.k8s.io/v1", "NetworkPolicy",
            makeMetadata(m_dice.pick(m_namespaces), "policy-" + std::to_string(index)), spec);
    }

    Value makeAdminPods()
    {
        Value pods = makeMap();
        if (m_dice.percent(50)) {
            addMember(pods, "namespaces", makeNamespaceSelector());
        } else {
            const Value both = makeMap({{"namespaceSelector", makeNamespaceSelector()},
                                        {"podSelector", makeSelector(true)}});
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

    Value makeAdminPeer(bool egress)
    {
        if (!egress || m_dice.percent(60))
            return makeAdminPods();
        if (m_dice.percent(15))
            return makeMap({{m_dice.percent(50) ? "nodes" : "domainNames", makeMap()}});
        static const Strings networks{"0.0.0.0/0",      "10.0.0.0/8",     "10.0.0.0/24",
                                      "10.0.1.3/32",    "192.168.0.0/16", "0.0.0.0/1",
                                      "255.255.0.0/16", "128.0.0.0/1"};
        static const Strings networks6{"::/0", "fd00::/8", "2001:db8::/32"};
        Value list = makeList();
        for (int n = m_dice.between(1, 2); n > 0; --n)
            list.items.push_back(makeString(
                m_dice.pick(m_options.ipv6 && m_dice.percent(30) ? networks6 : networks)));
        if (isRefused())
            list.items.push_back(makeString("10.0.0/8"));
        return makeMap({{"networks", list}});
    }

    Value makeAdminPort(bool isNew)
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

    Value makeAdminRule(const std::string &kind, bool egress)
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

    void makeAdminPolicy(const std::string &kind, const std::string &name, bool baseline)
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
        add("policy.networking.k8s.io/" + version, kind, makeMap({{"name", makeString(name)}}),
            spec);
    }

    // Most clusters have one API only. Priorities are sometimes equal.
    void makeAdminPolicies()
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

    // A port number is never the targetPort of a port before it, so that the number in a backend
    // means one port only.
    Value makeServicePort(int index, const Target &target)
    {
        Value port = makeMap(
            {{"name", makeString("p" + std::to_string(index))}, {"port", makeInt(1000 + index)}});
        const Value *declared = target.ports.empty() ? nullptr : &m_dice.pick(target.ports);
        const Value *name = declared == nullptr ? nullptr : declared->find("name");
        const bool isRandom = declared == nullptr || m_dice.percent(20);
        const Value number =
            isRandom ? makeInt(m_dice.pick(portNumbers)) : *declared->find("containerPort");
        if (name != nullptr && m_dice.percent(60))
            addMember(port, "targetPort", isRandom ? makeString(m_dice.pick(portNames)) : *name);
        else if (index % 2 == 1 || m_dice.percent(50))
            addMember(port, "targetPort", number);
        else
            port.items[1] = number;
        return port;
    }

    Value makeServiceSelector(const Target &target)
    {
        if (target.labels.items.empty() || m_dice.percent(15))
            return makeMap({{m_dice.pick(labelKeys), makeString(m_dice.pick(labelValues))}});
        const auto at =
            static_cast<std::size_t>(m_dice.below(static_cast<int>(target.labels.items.size())));
        return makeMap({{target.labels.keys[at], target.labels.items[at]}});
    }

    void makeServices()
    {
        const int services = m_dice.between(0, 3);
        for (int i = 0; i < services; ++i) {
            const Target &target = m_dice.pick(m_targets);
            const std::string ns = m_dice.percent(90) ? target.ns : m_dice.pick(m_namespaces);
            const std::string name = "service-" + std::to_string(i);
            Value ports = makeList({makeServicePort(2 * i, target)});
            if (m_dice.percent(40))
                ports.items.push_back(makeServicePort(2 * i + 1, target));
            Value spec = makeMap();
            if (!m_dice.percent(10))
                addMember(spec, "selector", makeServiceSelector(target));
            addMember(spec, "ports", ports);
            add("v1", "Service", makeMetadata(ns, name), spec);
            if (m_dice.percent(70)) {
                const std::string other = m_dice.percent(90) ? ns : m_dice.pick(m_namespaces);
                makeIngress(i, other, name, m_dice.pick(ports.items));
            }
        }
    }

    void makeIngress(int index, const std::string &ns, const std::string &service,
                     const Value &servicePort)
    {
        const Value port = m_dice.percent(50) ? makeMap({{"number", servicePort.items[1]}})
                                              : makeMap({{"name", servicePort.items[0]}});
        const Value backend =
            makeMap({{"service", makeMap({{"name", makeString(service)}, {"port", port}})}});
        Value spec = makeMap();
        if (m_dice.percent(30)) {
            addMember(spec, "defaultBackend", backend);
        } else {
            const Value path = makeMap({{"path", makeString("/")},
                                        {"pathType", makeString("Prefix")},
                                        {"backend", backend}});
            const Value http = makeMap({{"paths", makeList({path})}});
            addMember(spec, "rules", makeList({makeMap({{"http", http}})}));
        }
        add("networking.k8s.io/v1", "Ingress", makeMetadata(ns, "ingress-" + std::to_string(index)),
            spec);
    }

    bool isRefused() { return m_options.refusedParts && m_dice.percent(6); }

    Dice &m_dice;
    const RandomOptions &m_options;
    Strings m_namespaces;
    Strings m_identities;
    std::vector<Target> m_targets;
    std::vector<Value> m_objects;
};

std::string stringOf(const Value &object, const std::string &key)
{
    const Value *value = object.find(key);
    return value == nullptr ? std::string() : value->text;
}

// Takes `kind` and `apiVersion` away, as the items of a PodList have it.
Value withoutType(const Value &object)
{
    Value result = makeMap();
    for (std::size_t i = 0; i < object.keys.size(); ++i) {
        if (object.keys[i] != "kind" && object.keys[i] != "apiVersion")
            addMember(result, object.keys[i], object.items[i]);
    }
    return result;
}

// Packs neighbours of one kind into `<X>List`, and now and then any neighbours into `List`.
std::vector<Value> packIntoLists(const std::vector<Value> &objects, Dice &dice)
{
    std::vector<Value> result;
    for (std::size_t i = 0; i < objects.size();) {
        std::size_t count = 1;
        const std::string kind = stringOf(objects[i], "kind");
        const std::string version = stringOf(objects[i], "apiVersion");
        const bool typed = dice.percent(50);
        while (i + count < objects.size() &&
               (!typed || (stringOf(objects[i + count], "kind") == kind &&
                           stringOf(objects[i + count], "apiVersion") == version)))
            ++count;
        count = static_cast<std::size_t>(
            dice.between(1, static_cast<int>(std::min<std::size_t>(count, 4))));
        if (!dice.percent(25)) {
            result.push_back(objects[i]);
            ++i;
            continue;
        }
        Value items = makeList();
        for (std::size_t k = i; k < i + count; ++k)
            items.items.push_back(typed ? withoutType(objects[k]) : objects[k]);
        Value list = makeMap();
        if (!typed)
            addMember(list, "apiVersion", makeString("v1"));
        else if (!version.empty())
            addMember(list, "apiVersion", makeString(version));
        addMember(list, "kind", makeString(typed ? kind + "List" : "List"));
        addMember(list, "items", items);
        result.push_back(list);
        i += count;
    }
    return result;
}

TextStyle pickStyle(Dice &dice)
{
    static const std::vector<TextStyle> styles{
        TextStyle::Block, TextStyle::Block, TextStyle::Mixed,    TextStyle::Mixed,
        TextStyle::Flow,  TextStyle::Json,  TextStyle::JsonLines};
    return dice.pick(styles);
}

std::string withCrLf(const std::string &text)
{
    std::string result;
    for (const char c : text)
        result += c == '\n' ? "\r\n" : std::string(1, c);
    return result;
}

// One text of several documents, with varied line ends and markers.
std::string joined(const Strings &documents, Dice &dice)
{
    std::string text = dice.percent(50) ? "---\n" : "";
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (i > 0)
            text += dice.percent(10) ? "...\n---\n" : dice.percent(10) ? "--- # next\n" : "---\n";
        text += documents[i];
        if (dice.percent(5))
            text += "---\n# nothing in this one\n";
    }
    if (dice.percent(10))
        text = withCrLf(text);
    if (dice.percent(15))
        text.erase(text.find_last_not_of("\r\n") + 1);
    if (dice.percent(5))
        text = "\xEF\xBB\xBF" + text;
    return text;
}

} // namespace

RandomCluster::RandomCluster(std::uint64_t seed, const RandomOptions &options)
{
    Dice dice(seed);
    std::vector<Value> objects = Generator(dice, options).objects();
    if (!options.variedText) {
        for (const Value &object : objects)
            m_text += "---\n" + writeText(object, TextStyle::Block, dice);
        m_files.emplace_back("all.yaml", m_text);
        return;
    }
    for (std::size_t i = objects.size(); i > 1; --i)
        std::swap(objects[i - 1],
                  objects[static_cast<std::size_t>(dice.below(static_cast<int>(i)))]);
    Strings yaml;
    std::vector<Strings> parts(static_cast<std::size_t>(dice.between(1, 3)));
    for (const Value &value : packIntoLists(objects, dice)) {
        const TextStyle style = pickStyle(dice);
        yaml.push_back(writeText(value, style, dice));
        if ((style == TextStyle::Json || style == TextStyle::JsonLines) && dice.percent(50))
            m_files.emplace_back("json/" + std::to_string(m_files.size()) + ".json", yaml.back());
        else
            parts[static_cast<std::size_t>(dice.below(static_cast<int>(parts.size())))].push_back(
                yaml.back());
    }
    m_text = joined(yaml, dice);
    for (std::size_t i = 0; i < parts.size(); ++i)
        m_files.emplace_back("part-" + std::to_string(i) + (i % 2 == 0 ? ".yaml" : ".yml"),
                             joined(parts[i], dice));
}

} // namespace oracle
