#include "messages/sentences.h"

#include "messages/tr.h"

namespace drawbridge {

QString findingSentence(Code code)
{
    switch (code) {
    case Code::LintNobodyIsolates:
        return Tr::tr(
            "%1 accepts connections from everywhere: policies guard its namespace, but none "
            "isolates it. Isolate it, then allow what it needs.");
    case Code::LintDnsBlocked:
        return Tr::tr("Egress of %1 is restricted but DNS is not allowed, so names will not "
                      "resolve. Allow UDP and TCP 53 to the cluster's DNS.");
    case Code::LintSelectsNothing:
        return Tr::tr(
            "Policy %1 selects no workload that is here. Check its labels and namespace.");
    case Code::LintPeerMatchesNothing:
        return Tr::tr("In policy %1 the selector %2 matches nothing that is here.");
    case Code::LintRulesOutsideTypes:
        return Tr::tr("Policy %1 has %2 rules without effect: policyTypes does not list them. Add "
                      "the type or remove the rules.");
    case Code::LintEgressListNoType:
        return Tr::tr(
            "Policy %1 has an empty egress list but no policyTypes, so egress stays open. "
            "Write policyTypes: [Ingress, Egress].");
    case Code::LintEgressOnlyDeniesIngress:
        return Tr::tr("Policy %1 has only egress rules and no policyTypes, so it also denies all "
                      "ingress. Write policyTypes out.");
    case Code::LintPortsWithoutPeer:
        return Tr::tr("In policy %1 a rule with ports only admits everyone on them, next to a rule "
                      "with peers on every port. Probably one rule was meant: remove the dash "
                      "before ports.");
    case Code::LintOrPeers:
        return Tr::tr("In policy %1 two peers, namespaceSelector and podSelector, mean either of "
                      "them. If both must hold, make them one item.");
    case Code::LintEmptyFromOpens:
        return Tr::tr("In policy %1 the empty list %2 means everyone, not no one.");
    case Code::LintDnsTcpOnly:
        return Tr::tr("In policy %1 port 53 is TCP only, because no protocol means TCP. DNS needs "
                      "UDP too.");
    case Code::LintServicePort:
        return Tr::tr(
            "In policy %1 port %2 is a Service's port; policies count the pod's port %3.");
    case Code::LintNamedPortUndeclared:
        return Tr::tr(
            "In policy %1 the named port %2 is declared for %3 by none of the targets, so "
            "it admits nothing.");
    case Code::LintHostNetwork:
        return Tr::tr("%1 runs in the host network: what policies do to it depends on the network "
                      "plugin.");
    case Code::LintNamespaceNameLabel:
        return Tr::tr("In policy %1 the label %2 holds only if somebody sets it on the namespace. "
                      "kubernetes.io/metadata.name is always there.");
    case Code::LintDuplicatePolicyTypes:
        return Tr::tr("Policy %1 lists a policy type twice. Remove one.");
    case Code::LintHalfOpen:
        return Tr::tr("%1 to %2 is half open for %3: one end allows it, the other does not.");
    case Code::LintIpBlockPods:
        return Tr::tr("In policy %1 the ipBlock %2 covers private addresses. Whether it matches "
                      "pods depends on the network plugin; use selectors for pods.");
    case Code::LintNotInMatchesMissing:
        return Tr::tr("In policy %1 the expression on %2 also matches pods without that label.");
    case Code::LintEverythingAllowed:
        return Tr::tr(
            "Policy %1 admits everyone for %2 on every port, so what %3 restricts for the "
            "same pods is open. Keep one of them.");
    case Code::LintNamespaceUnknown:
        return Tr::tr("Policy %1 asks for namespaces with %2, but nothing here states the labels "
                      "of %3. Add the Namespace objects.");
    case Code::LintAddedLabel:
        return Tr::tr("Policy %1 asks for the label %2, which each pod of %3 gets as it is made; "
                      "no file states its values. Add the pods.");
    case Code::LintLabelsDiffer:
        return Tr::tr("Pods of %1 differ in the label %2, by which policy %3 selects. Each set of "
                      "labels is judged by itself. Give them equal labels.");
    case Code::LintRuleRedundant:
        return Tr::tr("Policy %1 has a rule for %2 that changes nothing: rule %4 of policy %3 "
                      "admits all of it to the same pods. Remove one of them.");
    case Code::LintPeerRedundant:
        return Tr::tr("In policy %1 this peer changes nothing: peer %2 of the rule means all that "
                      "it means. Remove one of them.");
    case Code::LintPolicyRedundant:
        return Tr::tr("Policy %1 changes nothing: for the same pods %2 restricts and admits all "
                      "that it does. Remove one of them.");
    case Code::LintExceptUndone:
        return Tr::tr("Policy %1 leaves out %2, but policy %3 admits these addresses to the same "
                      "pods. What is left out is not denied: narrow the other rule.");
    case Code::LintSourceRewritten:
        return Tr::tr("Policy %1 admits the addresses %2, but Service %3 is a %4: pods may see the "
                      "address of a node in place of the client's. Set externalTrafficPolicy: "
                      "Local on the Service, and try it out.");
    case Code::LintClusterRuleShadowed:
        return Tr::tr("Policy %1 has a rule for %2 that never decides: rule %4 of policy %3 is "
                      "asked first and decides all of it. Move it up, or remove it.");
    case Code::LintServiceAddress:
        return Tr::tr("Policy %1 admits %2, the address of Service %3. Most network plugins judge "
                      "the addresses of its pods: select the pods.");
    case Code::LintPortRedundant:
        return Tr::tr("In policy %1 this port changes nothing: port %2 of the rule means all that "
                      "it means. Remove one of them.");
    case Code::LintNotCompared:
        return Tr::tr(
            "Policy %1 was not compared with all others in %2, which are too many and too "
            "much alike: what changes nothing is not all told. Check fewer files at "
            "once.");
    case Code::LintAndPeer:
        return Tr::tr("In policy %1 a peer means pods with %2 in the selected namespaces, and none "
                      "is there; such pods are in %3, the policy's own namespace. If either was "
                      "meant, make the two selectors two items.");
    case Code::LintPodsElsewhere:
        return Tr::tr("In policy %1 the peer %2 means pods of %3 alone, where none matches; such "
                      "pods are in %4. Add a namespaceSelector.");
    case Code::LintAllTcpPorts:
        return Tr::tr("In policy %1 an empty port means every TCP port, not every port. Write "
                      "protocol: TCP, or leave ports out for every protocol.");
    case Code::LintNoNamespace:
        return Tr::tr("Policy %1 names no namespace, so that it goes to %2, where no workload is; "
                      "those that are here are in %3. Write metadata.namespace.");
    case Code::LintNearName:
        return Tr::tr("Policy %1 asks for %2, and nothing here has that; there is %3. If that was "
                      "meant, mend the selector.");
    case Code::LintNamedPortOfAddress:
        return Tr::tr("In policy %1 the named port %2 is no port of an address: only pods have "
                      "names for ports. Write the number.");
    case Code::LintClusterNamedPort:
        return Tr::tr("In policy %1 the named port %2 is declared by none of the targets, so the "
                      "rule decides nothing by it. Check the name.");
    case Code::FixChangesMore:
        return Tr::tr("This fix would also change what %1 may send to %2. Change it by hand.");
    default:
        return {};
    }
}

} // namespace drawbridge
