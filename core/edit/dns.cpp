#include "edit/dns.h"

#include "edit/snippets.h"

#include <algorithm>

namespace drawbridge::edit {

using kube::Direction;
using yaml::Value;

namespace {

constexpr const char *kOpenShiftDns = "openshift-dns";
constexpr const char *kNodeLocalDns = "node-local-dns";

Value pods(const char *nameSpace, const kube::Labels &labels)
{
    return Value::ofMapping(
        {{"namespaceSelector", labelsValue({{kube::kNamespaceNameLabel, nameSpace}})},
         {"podSelector", labelsValue(labels)}});
}

/// Labels as in upstream manifests: kubernetes cluster/addons/dns, openshift/cluster-dns-operator.
Value dnsPeer(DnsServer server)
{
    switch (server) {
    case DnsServer::KubeDns:
        break;
    case DnsServer::NodeLocal:
        return Value::ofMapping(
            {{"ipBlock", Value::ofMapping({{"cidr", Value::ofText("169.254.20.10/32")}})}});
    case DnsServer::OpenShift:
        return pods(kOpenShiftDns, {{"dns.operator.openshift.io/daemonset-dns", "default"}});
    }
    return pods("kube-system", {{"k8s-app", "kube-dns"}});
}

bool isNodeLocal(const kube::Object &object)
{
    const kube::Workload *workload = object.workload();
    if (!workload)
        return false;
    const auto label = workload->podLabels.find("k8s-app");
    return object.meta.name == kNodeLocalDns ||
           (label != workload->podLabels.end() && label->second == kNodeLocalDns);
}

bool isOpenShift(const kube::Object &object)
{
    return object.meta.nameSpace == kOpenShiftDns ||
           (std::holds_alternative<kube::Namespace>(object.value) &&
            object.meta.name == kOpenShiftDns);
}

} // namespace

Value dnsRule(DnsServer server)
{
    // The Service of OpenShift's DNS leads from 53 to this port of its pods.
    const std::uint32_t port = server == DnsServer::OpenShift ? 5353 : 53;
    return ruleValue(Direction::Egress, {dnsPeer(server)},
                     {{kube::Protocol::Udp, port, port}, {kube::Protocol::Tcp, port, port}});
}

kube::Rule dnsRuleAsRead(DnsServer server)
{
    const auto read =
        kube::decode(yaml::parseYaml(yaml::blockYaml(dnsPolicy("dns", "any", server), 0, {})));
    kube::Rule rule = read.front()->policy()->egress.front();
    rule.origin = {};
    for (kube::Peer &peer : rule.peers)
        peer.origin = {};
    for (kube::PortRule &port : rule.ports)
        port.origin = {};
    return rule;
}

Value dnsPolicy(const std::string &name, const std::string &nameSpace, DnsServer server)
{
    return policyValue(name, nameSpace, Value::ofMapping({}), {Direction::Egress},
                       {{Direction::Egress, Value::ofSequence({dnsRule(server)})}});
}

bool isDnsAllowed(const verdict::Evaluator &evaluator, const std::string &nameSpace,
                  DnsServer server)
{
    const kube::Rule rule = dnsRuleAsRead(server);
    const auto &policies = evaluator.policies();
    return std::any_of(policies.begin(), policies.end(), [&](const kube::ObjectPtr &object) {
        const kube::NetworkPolicy &policy = *object->policy();
        return evaluator.namespaceOf(object.get()) == nameSpace && policy.isolatesEgress &&
               policy.subject && policy.subject->isEmpty() &&
               std::find(policy.egress.begin(), policy.egress.end(), rule) != policy.egress.end();
    });
}

DnsServer likelyDns(const kube::Workspace &workspace)
{
    DnsServer server = DnsServer::KubeDns;
    for (const kube::ObjectPtr &object : workspace.objects()) {
        if (isNodeLocal(*object))
            return DnsServer::NodeLocal;
        if (isOpenShift(*object))
            server = DnsServer::OpenShift;
    }
    return server;
}

} // namespace drawbridge::edit
