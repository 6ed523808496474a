#include "messages/fix_words.h"

#include "messages/messages.h"
#include "messages/tr.h"

namespace drawbridge {

namespace {

/// With %1, %2 and %3 still in it.
QString pattern(const edit::Fix &fix)
{
    using Kind = edit::Fix::Kind;
    switch (fix.kind) {
    case Kind::WriteTypes:
        return Tr::tr("Write policyTypes out as they count now");
    case Kind::OnlyEgress:
        return Tr::tr("Write policyTypes: [Egress], so that it no longer restricts ingress");
    case Kind::AddType:
        return Tr::tr("Add %1 to policyTypes: its rules count, and what they do not admit is cut");
    case Kind::RemoveRules:
        return Tr::tr("Remove the %1 rules, which have no effect");
    case Kind::RemoveType:
        return Tr::tr("Remove the policy type that is listed twice");
    case Kind::RemoveEmptyList:
        return Tr::tr("Remove the empty list %1, which means everyone all the same");
    case Kind::AllowDns:
        return Tr::tr("Allow names: UDP and TCP to %1");
    case Kind::AddUdp:
        return Tr::tr("Allow UDP 53 too");
    case Kind::WriteTcp:
        return Tr::tr("Write protocol: TCP, which an empty port means");
    case Kind::PodPort:
        return Tr::tr("Write the pod's port %2 in place of %1");
    case Kind::NearName:
        return fix.mayClose.isEmpty()
                   ? Tr::tr("Write %2 in place of %1, which opens what the rule then means")
                   : Tr::tr("Write %2 in place of %1, which opens and closes what the policy then "
                            "means");
    case Kind::CanonicalCidr:
        return Tr::tr("Write %1, which holds the same addresses");
    case Kind::NameLabel:
        return Tr::tr("Ask for kubernetes.io/metadata.name: %1, which the namespace has");
    case Kind::NamespaceOf:
        return Tr::tr("Mean the pods of namespace %1 instead");
    case Kind::OtherHalf:
        return Tr::tr("Write the other half too: %1 to %2, %3");
    case Kind::JoinPeers:
        return Tr::tr("Make one peer of both, so that both must hold");
    case Kind::JoinRules:
        return Tr::tr("Make one rule of both: these peers on these ports only");
    case Kind::RemoveRule:
        return Tr::tr("Remove this rule, which changes nothing");
    case Kind::RemovePeer:
        return Tr::tr("Remove this peer, which changes nothing");
    case Kind::RemovePort:
        return Tr::tr("Remove this port, which changes nothing");
    case Kind::RemovePolicy:
        return Tr::tr("Remove policy %1, which changes nothing");
    case Kind::ValidValue:
        return Tr::tr("Write %2 in place of %1, which a cluster refuses");
    }
    return {};
}

} // namespace

QString fixTitle(const edit::Fix &fix)
{
    QString text = pattern(fix);
    QStringList names;
    for (const std::string &argument : fix.arguments)
        names.append(visible(argument));
    switch (names.size()) {
    case 0:
        return text;
    case 1:
        return text.arg(names[0]);
    case 2:
        return text.arg(names[0], names[1]);
    default:
        return text.arg(names[0], names[1], names[2]);
    }
}

} // namespace drawbridge
