#include "random_objects.h"

#include <algorithm>

namespace oracle {

Value RandomObjects::makeExpression()
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

void RandomObjects::spoilExpression(Value &expression)
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

void RandomObjects::addLabelToFind(Value &labels)
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

Value RandomObjects::makeSelector(bool mayBeEmpty)
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

Value RandomObjects::makeNamespaceSelector()
{
    if (!m_dice.percent(35))
        return makeSelector(true);
    const Value name = makeString(m_dice.pick(m_namespaces));
    return makeMap({{"matchLabels", makeMap({{"kubernetes.io/metadata.name", name}})}});
}

Value RandomObjects::makeIpBlock()
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

void RandomObjects::spoilIpBlock(Value &block, Value &except)
{
    static const Strings badCidrs{"10.0.0.1", "10.0.0.0/33", "10.0.0/8", "any", ""};
    if (m_dice.percent(40))
        block.items[0] = makeString(m_dice.pick(badCidrs));
    else if (m_dice.percent(50))
        except.items.push_back(block.items[0]); // no strict subset
    else
        except.items.push_back(makeString("172.16.0.0/12"));
}

Value RandomObjects::makePeer()
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

Value RandomObjects::makePort()
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

Value RandomObjects::makeRefusedPort()
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

Value RandomObjects::makeRule(const std::string &peersField)
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

void RandomObjects::addRules(Value &spec, const std::string &field, const std::string &peersField)
{
    const int sort = m_dice.below(10);
    if (sort < 2)
        return;
    Value rules = makeList();
    for (int n = sort < 4 ? 0 : m_dice.between(1, 2); n > 0; --n)
        rules.items.push_back(makeRule(peersField));
    addMember(spec, field, rules);
}

void RandomObjects::makePolicy(int index)
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

} // namespace oracle
