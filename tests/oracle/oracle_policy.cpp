#include "oracle_policy.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace oracle {

namespace {

bool isLowerOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool isAlphanumeric(char c)
{
    return isLowerOrDigit(c) || (c >= 'A' && c <= 'Z');
}

// ([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9], at most 63 characters
bool isNamePart(const std::string &text)
{
    return !text.empty() && text.size() <= 63 && isAlphanumeric(text.front()) &&
           isAlphanumeric(text.back()) && std::all_of(text.begin(), text.end(), [](char c) {
               return isAlphanumeric(c) || c == '-' || c == '_' || c == '.';
           });
}

// Labels of lower case letters, digits and inner dashes, joined by dots; at most 253 characters.
bool isDnsSubdomain(const std::string &text)
{
    if (text.empty() || text.size() > 253)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool first = i == 0 || text[i - 1] == '.';
        const bool last = i + 1 == text.size() || text[i + 1] == '.';
        const bool inner = !first && !last;
        if (!isLowerOrDigit(text[i]) && !(inner && (text[i] == '-' || text[i] == '.')))
            return false;
    }
    return true;
}

// apimachinery pkg/util/validation: IsQualifiedName
bool isLabelKey(const std::string &text)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos)
        return isNamePart(text);
    return isDnsSubdomain(text.substr(0, slash)) && isNamePart(text.substr(slash + 1));
}

// apimachinery pkg/util/validation: IsValidLabelValue
bool isLabelValue(const std::string &text)
{
    return text.empty() || isNamePart(text);
}

// apimachinery pkg/util/validation: IsValidPortName
bool isPortName(const std::string &text)
{
    if (text.empty() || text.size() > 15 || text.front() == '-' || text.back() == '-' ||
        text.find("--") != std::string::npos)
        return false;
    const bool hasLetter =
        std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return hasLetter && std::all_of(text.begin(), text.end(),
                                    [](char c) { return isLowerOrDigit(c) || c == '-'; });
}

bool isPortNumber(const Value &value)
{
    return value.isInt() && value.integer >= 1 && value.integer <= 65535;
}

} // namespace

bool isMapOf(const Value &value, std::initializer_list<std::string_view> fields)
{
    if (!value.isMap() || value.repeatedKeys)
        return false;
    return std::all_of(value.keys.begin(), value.keys.end(), [&fields](const std::string &key) {
        return std::find(fields.begin(), fields.end(), key) != fields.end();
    });
}

namespace {

bool readMatchLabels(const Value &value, Labels &labels)
{
    if (!value.isMap() || value.repeatedKeys)
        return false;
    for (std::size_t i = 0; i < value.keys.size(); ++i) {
        const Value &item = value.items[i];
        if (!item.isString() && item.type != Value::Type::Null)
            return false;
        const std::string text = item.isString() ? item.text : std::string();
        if (!isLabelKey(value.keys[i]) || !isLabelValue(text))
            return false;
        labels[value.keys[i]] = text;
    }
    return true;
}

// apimachinery pkg/apis/meta/v1/validation: ValidateLabelSelectorRequirement
bool readRequirement(const Value &value, Requirement &requirement)
{
    if (!isMapOf(value, {"key", "operator", "values"}))
        return false;
    const Value *key = value.find("key");
    const Value *op = value.find("operator");
    const Value *values = value.find("values");
    if (key == nullptr || !key->isString() || !isLabelKey(key->text))
        return false;
    if (op == nullptr || !op->isString())
        return false;
    requirement.key = key->text;
    requirement.op = op->text;
    if (values != nullptr) {
        if (!values->isList())
            return false;
        for (const Value &item : values->items) {
            if (!item.isString() || !isLabelValue(item.text))
                return false;
            requirement.values.push_back(item.text);
        }
    }
    if (requirement.op == "In" || requirement.op == "NotIn")
        return !requirement.values.empty();
    if (requirement.op == "Exists" || requirement.op == "DoesNotExist")
        return requirement.values.empty();
    return false;
}

bool readSelectorParts(const Value &value, Selector &selector)
{
    if (!isMapOf(value, {"matchLabels", "matchExpressions"}))
        return false;
    const Value *labels = value.find("matchLabels");
    if (labels != nullptr && !readMatchLabels(*labels, selector.matchLabels))
        return false;
    const Value *expressions = value.find("matchExpressions");
    if (expressions == nullptr)
        return true;
    if (!expressions->isList())
        return false;
    for (const Value &item : expressions->items) {
        Requirement requirement;
        if (!readRequirement(item, requirement))
            return false;
        selector.matchExpressions.push_back(requirement);
    }
    return true;
}

} // namespace

Selector readSelector(const Value &value)
{
    Selector selector;
    selector.refused = !readSelectorParts(value, selector);
    return selector;
}

namespace {

// validation.go, ValidateIPBlock: every `except` lies inside of the cidr and is smaller than it.
bool readIpBlock(const Value &value, IpBlock &block)
{
    if (!isMapOf(value, {"cidr", "except"}))
        return false;
    const Value *cidr = value.find("cidr");
    if (cidr == nullptr || !cidr->isString())
        return false;
    const std::optional<Cidr> parsed = Cidr::parse(cidr->text);
    if (!parsed)
        return false;
    block.cidr = *parsed;
    const Value *except = value.find("except");
    if (except == nullptr)
        return true;
    if (!except->isList())
        return false;
    for (const Value &item : except->items) {
        const std::optional<Cidr> hole = item.isString() ? Cidr::parse(item.text) : std::nullopt;
        if (!hole || !block.cidr.contains(hole->address) ||
            hole->prefixLength <= block.cidr.prefixLength)
            return false;
        block.except.push_back(*hole);
    }
    return true;
}

// validation.go, ValidateNetworkPolicyPeer: something must be set, and an ipBlock stands alone.
Peer readPeer(const Value &value)
{
    Peer peer;
    if (!isMapOf(value, {"podSelector", "namespaceSelector", "ipBlock"})) {
        peer.refused = true;
        return peer;
    }
    if (const Value *pods = value.find("podSelector")) {
        peer.podSelector = readSelector(*pods);
        peer.refused = peer.refused || peer.podSelector->refused;
    }
    if (const Value *namespaces = value.find("namespaceSelector")) {
        peer.namespaceSelector = readSelector(*namespaces);
        peer.refused = peer.refused || peer.namespaceSelector->refused;
    }
    const Value *block = value.find("ipBlock");
    const bool selects = peer.podSelector.has_value() || peer.namespaceSelector.has_value();
    if (block != nullptr) {
        IpBlock parsed;
        if (selects || !readIpBlock(*block, parsed))
            peer.refused = true;
        else
            peer.ipBlock = parsed;
    } else if (!selects) {
        peer.refused = true;
    }
    return peer;
}

// validation.go, ValidateNetworkPolicyPort
bool readPortParts(const Value &value, PolicyPort &port)
{
    if (!isMapOf(value, {"protocol", "port", "endPort"}))
        return false;
    if (const Value *protocol = value.find("protocol")) {
        if (!protocol->isString())
            return false;
        port.protocol = protocol->text;
        if (port.protocol != "TCP" && port.protocol != "UDP" && port.protocol != "SCTP")
            return false;
    }
    if (const Value *number = value.find("port")) {
        if (isPortNumber(*number))
            port.number = static_cast<int>(number->integer);
        else if (number->isString() && isPortName(number->text))
            port.name = number->text;
        else
            return false;
    }
    if (const Value *end = value.find("endPort")) {
        if (!isPortNumber(*end) || !port.number || end->integer < *port.number)
            return false;
        port.endPort = static_cast<int>(end->integer);
    }
    return true;
}

PolicyPort readPort(const Value &value)
{
    PolicyPort port;
    port.refused = !readPortParts(value, port);
    return port;
}

// In Kubernetes' JSON a null in a list of objects is an object without members.
Value nullAsEmptyMap(const Value &value)
{
    if (value.type != Value::Type::Null)
        return value;
    Value map;
    map.type = Value::Type::Map;
    return map;
}

Rule readRule(const Value &value, std::string_view peersField)
{
    Rule rule;
    if (!isMapOf(value, {peersField, "ports"})) {
        rule.refused = true;
        return rule;
    }
    if (const Value *peers = value.find(peersField)) {
        rule.refused = rule.refused || !peers->isList();
        for (const Value &item : peers->items)
            rule.peers.push_back(readPeer(nullAsEmptyMap(item)));
    }
    if (const Value *ports = value.find("ports")) {
        rule.refused = rule.refused || !ports->isList();
        for (const Value &item : ports->items)
            rule.ports.push_back(readPort(nullAsEmptyMap(item)));
    }
    return rule;
}

std::vector<Rule> readRules(const Value *value, std::string_view peersField)
{
    std::vector<Rule> rules;
    if (value == nullptr || !value->isList())
        return rules;
    for (const Value &item : value->items)
        rules.push_back(readRule(nullAsEmptyMap(item), peersField));
    return rules;
}

// defaults.go, SetDefaults_NetworkPolicy: Ingress always, Egress if there is an egress rule.
// What is written but not understood may mean either direction, so it isolates both.
void readPolicyTypes(const Value &spec, Policy &policy)
{
    const Value *types = spec.find("policyTypes");
    if (types == nullptr || (types->isList() && types->items.empty())) {
        const Value *egress = spec.find("egress");
        policy.isolatesIngress = true;
        policy.isolatesEgress = egress != nullptr && !(egress->isList() && egress->items.empty());
        return;
    }
    policy.isolatesIngress = !types->isList();
    policy.isolatesEgress = !types->isList();
    if (!types->isList())
        return;
    for (const Value &item : types->items) {
        const bool isIngress = item.isString() && item.text == "Ingress";
        const bool isEgress = item.isString() && item.text == "Egress";
        policy.isolatesIngress = policy.isolatesIngress || !isEgress;
        policy.isolatesEgress = policy.isolatesEgress || !isIngress;
    }
}

} // namespace

Policy readPolicySpec(const Value *spec)
{
    Policy policy;
    if (spec == nullptr)
        return policy;
    if (!spec->isMap()) {
        policy.podSelector.refused = true;
        policy.isolatesEgress = true;
        return policy;
    }
    if (const Value *subject = spec->find("podSelector"))
        policy.podSelector = readSelector(*subject);
    readPolicyTypes(*spec, policy);
    policy.ingress = readRules(spec->find("ingress"), "from");
    policy.egress = readRules(spec->find("egress"), "to");
    return policy;
}

} // namespace oracle
