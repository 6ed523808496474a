#include "kube/decode.h"

namespace drawbridge::kube {

namespace {

/// A null item is a zero value for the API server (Go decodes null into a struct as nothing).
void warnOfNull(Reader &reader, const Field &field)
{
    if (field.state == Field::State::Null)
        reader.report(Severity::Warning, Code::WrongType, reader.range(field),
                      {field.path, "null", "object"});
}

struct Rules
{
    std::vector<Rule> rules;
    bool isAny = false; ///< there is a rule, or what may be one
};

Rules decodeRules(Reader &reader, const Field &field, std::string_view peers)
{
    const Items items = reader.items(field);
    Rules result;
    result.isAny = items.isBroken || !items.fields.empty();
    for (const Field &item : items.fields) {
        warnOfNull(reader, item);
        if (auto rule = decodeRule(reader, item, peers))
            result.rules.push_back(std::move(*rule));
    }
    return result;
}

bool equalsIgnoringCase(std::string_view text, std::string_view lower)
{
    if (text.size() != lower.size())
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i] >= 'A' && text[i] <= 'Z' ? char(text[i] + 32) : text[i];
        if (c != lower[i])
            return false;
    }
    return true;
}

/// Isolates in every direction that the text may mean: `ingress` is refused, but plain enough.
void isolateByTypes(NetworkPolicy &policy, const std::vector<std::string> &types)
{
    for (const std::string &type : types) {
        policy.isolatesIngress = policy.isolatesIngress || equalsIgnoringCase(type, "ingress");
        policy.isolatesEgress = policy.isolatesEgress || equalsIgnoringCase(type, "egress");
    }
    if (!policy.isolatesIngress && !policy.isolatesEgress) {
        policy.isolatesIngress = true;
        policy.isolatesEgress = true;
    }
}

void checkTypes(Reader &reader, const Field &field, const Items &items)
{
    const bool isTooMany = items.fields.size() > 2;
    for (const Field &item : items.fields) {
        const auto text = reader.text(item);
        const std::string type = text.value.value_or("");
        // Of too many the server looks at no value.
        if (!text.isBroken && !isTooMany && type != "Ingress" && type != "Egress")
            reader.unsupported(item, quoted(type), "\"Ingress\", \"Egress\"");
    }
    if (isTooMany)
        reader.report(reader.severity(), Code::TooMany, reader.range(field),
                      {field.path, std::to_string(items.fields.size()),
                       "may not specify more than two policyTypes"});
}

/// kubernetes pkg/apis/networking/v1/defaults.go, SetDefaults_NetworkPolicy.
void decodeTypes(Reader &reader, const Field &field, bool hasEgress, NetworkPolicy &policy)
{
    const Items items = reader.items(field);
    policy.hasPolicyTypes = items.isBroken || !items.fields.empty();
    if (!policy.hasPolicyTypes) {
        policy.isolatesIngress = true;
        policy.isolatesEgress = hasEgress;
        return;
    }
    checkTypes(reader, field, items);
    std::vector<std::string> types;
    for (const Field &item : items.fields)
        types.push_back(reader.scalar(item).text);
    isolateByTypes(policy, types);
}

} // namespace

std::optional<Rule> decodeRule(Reader &reader, const Field &field, std::string_view peers)
{
    const Mapping mapping = reader.mapping(field, {"ports", peers});
    if (mapping.isBroken)
        return std::nullopt;
    Rule rule;
    rule.origin = field.origin();
    const Items ports = reader.items(mapping.member("ports"));
    rule.anyPort = !ports.isBroken && ports.fields.empty();
    for (const Field &item : ports.fields) {
        warnOfNull(reader, item);
        if (auto port = decodePortRule(reader, item))
            rule.ports.push_back(std::move(*port));
    }
    const Items items = reader.items(mapping.member(peers));
    rule.anyPeer = !items.isBroken && items.fields.empty();
    for (const Field &item : items.fields) {
        if (auto peer = decodePeer(reader, item))
            rule.peers.push_back(std::move(*peer));
    }
    return rule;
}

NetworkPolicy decodePolicy(Reader &reader, const Field &object)
{
    const Mapping root = reader.mapping(object, {"apiVersion", "kind", "metadata", "spec"});
    const Mapping spec =
        reader.mapping(root.member("spec"), {"podSelector", "policyTypes", "ingress", "egress"});
    if (root.isBroken || spec.isBroken)
        return unreadablePolicy();
    NetworkPolicy policy;
    policy.subject = decodeSelector(reader, spec.member("podSelector"));
    Rules ingress = decodeRules(reader, spec.member("ingress"), "from");
    Rules egress = decodeRules(reader, spec.member("egress"), "to");
    decodeTypes(reader, spec.member("policyTypes"), egress.isAny, policy);
    policy.ingress = std::move(ingress.rules);
    policy.egress = std::move(egress.rules);
    policy.wouldBeRefused = reader.hasErrors();
    return policy;
}

NetworkPolicy unreadablePolicy()
{
    NetworkPolicy policy;
    policy.isolatesIngress = true;
    policy.isolatesEgress = true;
    policy.wouldBeRefused = true;
    return policy;
}

} // namespace drawbridge::kube
