#include "oracle_cluster.h"
#include "oracle_policy.h"

#include <cctype>

namespace oracle {

namespace {

AdminPeer anything()
{
    AdminPeer peer;
    peer.mayBePods = true;
    peer.mayBeOutside = true;
    return peer;
}

AdminRule anyRule()
{
    AdminRule rule;
    rule.peers.push_back(anything());
    rule.hasPorts = true;
    rule.mayBeAnyPort = true;
    rule.unclear = true;
    return rule;
}

// The only member of a mapping that must have exactly one.
const Value *onlyMember(const Value &value, std::string &key)
{
    if (!value.isMap() || value.repeatedKeys)
        return nullptr;
    const Value *found = nullptr;
    for (std::size_t i = 0; i < value.keys.size(); ++i) {
        if (value.items[i].type == Value::Type::Null)
            continue;
        if (found != nullptr)
            return nullptr;
        found = &value.items[i];
        key = value.keys[i];
    }
    return found;
}

// `namespaces` or `pods`; false if it is neither or not readable.
bool readPods(const std::string &key, const Value &value, AdminPeer &peer)
{
    if (key == "namespaces") {
        peer.namespaces = readSelector(value);
        return !peer.namespaces->refused;
    }
    if (key != "pods" || !isMapOf(value, {"namespaceSelector", "podSelector"}))
        return false;
    const Value *namespaces = value.find("namespaceSelector");
    const Value *pods = value.find("podSelector");
    // A selector that is left out is the empty one, as it is for Go.
    peer.namespaces = namespaces == nullptr ? Selector() : readSelector(*namespaces);
    peer.pods = pods == nullptr ? Selector() : readSelector(*pods);
    return !peer.namespaces->refused && !peer.pods->refused;
}

AdminPeer readNetworks(const Value &value)
{
    if (!value.isList() || value.items.empty())
        return anything();
    AdminPeer peer;
    for (const Value &item : value.items) {
        const auto cidr = item.isString() ? Cidr::parse(item.text) : std::nullopt;
        if (cidr)
            peer.networks.push_back(*cidr);
        else
            peer.mayBePods = peer.mayBeOutside = true;
    }
    return peer;
}

// `isOld`: of v1alpha1, whose nodes and names lists pass over.
AdminPeer readPeer(const Value &value, bool egress, bool isOld, bool accepts)
{
    std::string key;
    const Value *member = onlyMember(value, key);
    if (member == nullptr)
        return anything();
    AdminPeer peer;
    if (key == "namespaces" || key == "pods") {
        if (readPods(key, *member, peer))
            return peer;
        AdminPeer anyPod;
        anyPod.mayBePods = true;
        return anyPod;
    }
    if (egress && key == "networks")
        return readNetworks(*member);
    if (egress && (key == "nodes" || key == "domainNames")) {
        // No manifest says which addresses these are.
        peer.mayBeOutside = !isOld || (key == "domainNames" && !accepts);
        return peer;
    }
    return anything();
}

bool isPort(const Value *value, int &port)
{
    if (value == nullptr || !value->isInt() || value->integer < 1 || value->integer > 65535)
        return false;
    port = static_cast<int>(value->integer);
    return true;
}

bool readRange(const Value &value, int least, AdminPort &port)
{
    return value.isMap() && isPort(value.find("start"), port.first) &&
           isPort(value.find("end"), port.last) && port.last - port.first >= least;
}

bool readOne(const Value *value, AdminPort &port)
{
    const bool ok = isPort(value, port.first);
    port.last = port.first;
    return ok;
}

bool readName(const Value &value, AdminPort &port)
{
    port.name = value.isString() ? value.text : std::string();
    return !port.name.empty();
}

// v1alpha1
bool readPort(const Value &value, AdminPort &port)
{
    std::string key;
    const Value *member = onlyMember(value, key);
    if (member == nullptr)
        return false;
    if (key == "namedPort")
        return readName(*member, port);
    if ((key != "portNumber" && key != "portRange") || !member->isMap())
        return false;
    if (const Value *protocol = member->find("protocol"))
        port.protocol = protocol->isString() ? protocol->text : std::string();
    if (port.protocol != "TCP" && port.protocol != "UDP" && port.protocol != "SCTP")
        return false;
    return key == "portRange" ? readRange(*member, 0, port) : readOne(member->find("port"), port);
}

// v1alpha2
bool readProtocol(const Value &value, AdminPort &port)
{
    std::string key;
    const Value *member = onlyMember(value, key);
    if (member == nullptr)
        return false;
    if (key == "destinationNamedPort")
        return readName(*member, port);
    if ((key != "tcp" && key != "udp" && key != "sctp") || !isMapOf(*member, {"destinationPort"}))
        return false;
    port.protocol.clear();
    for (const char c : key)
        port.protocol += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    const Value *destination = member->find("destinationPort");
    std::string sort;
    const Value *number = destination == nullptr ? nullptr : onlyMember(*destination, sort);
    if (number == nullptr)
        return false;
    return sort == "range" ? readRange(*number, 1, port)
                           : sort == "number" && readOne(number, port);
}

void readPorts(const Value *value, bool isNew, AdminRule &rule)
{
    rule.hasPorts = value != nullptr;
    if (value == nullptr)
        return;
    rule.mayBeAnyPort = !value->isList() || value->items.empty();
    if (!value->isList())
        return;
    for (const Value &item : value->items) {
        AdminPort port;
        if (isNew ? readProtocol(item, port) : readPort(item, port))
            rule.ports.push_back(port);
        else
            rule.mayBeAnyPort = true;
    }
}

// An action that is not one of the kind's own admits nothing.
std::string readAction(const std::string &kind, const Value *value)
{
    const bool isNew = kind == "ClusterNetworkPolicy";
    const std::string text = value != nullptr && value->isString() ? value->text : std::string();
    if (text == (isNew ? "Accept" : "Allow"))
        return "Accept";
    return text == "Pass" && kind != "BaselineAdminNetworkPolicy" ? "Pass" : "Deny";
}

AdminRule readRule(const std::string &kind, const Value &value, bool egress)
{
    if (!value.isMap())
        return anyRule();
    const bool isNew = kind == "ClusterNetworkPolicy";
    const char *peersField = egress ? "to" : "from";
    const char *portsField = isNew ? "protocols" : "ports";
    AdminRule rule;
    rule.unclear = !isMapOf(value, {"name", "action", peersField, portsField});
    rule.action = readAction(kind, value.find("action"));
    const Value *peers = value.find(peersField);
    if (peers == nullptr || !peers->isList() || peers->items.empty()) {
        rule.peers.push_back(anything());
    } else {
        for (const Value &item : peers->items)
            rule.peers.push_back(readPeer(item, egress, !isNew, rule.action == "Accept"));
    }
    readPorts(value.find(portsField), isNew, rule);
    return rule;
}

std::vector<AdminRule> readRules(const std::string &kind, const Value *value, bool egress)
{
    if (value == nullptr)
        return {};
    if (!value->isList())
        return {anyRule()};
    std::vector<AdminRule> rules;
    for (const Value &item : value->items)
        rules.push_back(readRule(kind, item, egress));
    return rules;
}

void readPlace(const Value &spec, AdminPolicy &policy)
{
    policy.baseline = policy.kind == "BaselineAdminNetworkPolicy";
    if (policy.baseline)
        return;
    if (policy.kind == "ClusterNetworkPolicy") {
        const Value *tier = spec.find("tier");
        const std::string text = tier != nullptr && tier->isString() ? tier->text : std::string();
        policy.baseline = text == "Baseline";
        policy.placeUnclear = text != "Baseline" && text != "Admin";
    }
    const Value *priority = spec.find("priority");
    if (priority != nullptr && priority->isInt() && priority->integer >= 0 &&
        priority->integer <= 1000)
        policy.priority = static_cast<int>(priority->integer);
    else
        policy.placeUnclear = true;
}

} // namespace

AdminPolicy readAdminPolicySpec(const std::string &kind, const Value *spec)
{
    AdminPolicy policy;
    policy.kind = kind;
    if (spec == nullptr || !spec->isMap()) {
        policy.placeUnclear = true;
        if (spec != nullptr) {
            policy.ingress = {anyRule()};
            policy.egress = {anyRule()};
        }
        return policy;
    }
    readPlace(*spec, policy);
    std::string key;
    const Value *subject = spec->find("subject");
    const Value *member = subject == nullptr ? nullptr : onlyMember(*subject, key);
    AdminPeer peer;
    if (member != nullptr && readPods(key, *member, peer))
        policy.subject = peer;
    policy.ingress = readRules(kind, spec->find("ingress"), false);
    policy.egress = readRules(kind, spec->find("egress"), true);
    return policy;
}

} // namespace oracle
