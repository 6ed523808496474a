#include "messages/messages.h"

#include "messages/tr.h"

namespace drawbridge {

QString visible(const QString &text)
{
    QString result;
    for (const QChar &c : text) {
        const char16_t u = c.unicode();
        const bool isControl = u < 0x20 || (u >= 0x7F && u < 0xA0);
        const bool isFormat = (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) ||
                              u == 0x2028 || u == 0x2029;
        if (isControl || isFormat)
            result += QStringLiteral("\\u{%1}").arg(uint(u), 0, 16);
        else
            result += c;
    }
    return result;
}

QString visible(const std::string &text)
{
    return visible(QString::fromStdString(text));
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Tr::tr("error");
    case Severity::Warning:
        return Tr::tr("warning");
    case Severity::Hint:
        return Tr::tr("hint");
    case Severity::Note:
        return Tr::tr("note");
    }
    return {};
}

namespace {

/// A template with as many %n as the code has arguments.
QString sentence(Code code)
{
    switch (code) {
    case Code::FileTooLarge:
        return Tr::tr("The file has %1 bytes; the limit is %2. Split it into smaller files.");
    case Code::DocumentTooLarge:
        return Tr::tr("The document has %1 bytes; the limit is %2. Split it with ---.");
    case Code::TooManyDocuments:
        return Tr::tr("The file has more than %1 documents. Split it into smaller files.");
    case Code::TooManyFlowItems:
        return Tr::tr("The document has more than %1 entries in brackets. Split it with ---.");
    case Code::TooManyValues:
        return Tr::tr("The document has more than %1 values. Split it into smaller ones.");
    case Code::TooDeeplyNested:
        return Tr::tr("The text is nested deeper than %1 levels. Kubernetes objects never are; "
                      "look for an unclosed bracket.");
    case Code::InvalidUtf8:
        return Tr::tr("The byte %1 is not UTF-8. Save the file as UTF-8.");
    case Code::ControlCharacter:
        return Tr::tr("The control character %1 is not allowed in YAML. Remove it.");
    case Code::MisplacedByteOrderMark:
        return Tr::tr("A byte order mark stands inside the text. Remove it.");
    case Code::LoneCarriageReturn:
        return Tr::tr("A carriage return stands without a line feed. Use LF or CRLF line ends.");
    case Code::Utf16OrUtf32:
        return Tr::tr("The file is UTF-16 or UTF-32. Save it as UTF-8.");
    case Code::KubectlSplitsHere:
        return Tr::tr("kubectl starts a new document at this line and drops its rest, YAML does "
                      "not: %1. Put --- on a line of its own.");
    case Code::KubectlRefusesDirective:
        return Tr::tr("kubectl refuses a file with a YAML directive: %1. Remove the line.");
    case Code::YamlSyntax:
        return Tr::tr("The YAML cannot be read: %1. Correct it; the other documents are used.");
    case Code::ContentAfterDocument:
        return Tr::tr("There is text after the end of the document. Remove it, or put --- before "
                      "it.");
    case Code::UnknownAlias:
        return Tr::tr("The alias *%1 has no anchor. Define &%1 before it.");
    case Code::AliasCycle:
        return Tr::tr("The alias *%1 contains itself. Write its value out.");
    case Code::TooManyAliasNodes:
        return Tr::tr("The aliases stand for more than %1 values. Write the values out.");
    case Code::DuplicateKey:
        return Tr::tr("The key %1 is there twice. Remove one; it is open which would count.");
    case Code::MergeKey:
        return Tr::tr("The merge key << is not merged by kubectl. Write the keys out.");
    case Code::NotEditable:
        return Tr::tr("This document can be edited as text only: its layout is too unusual to be "
                      "changed safely from the canvas.");
    case Code::JsonSyntax:
        return Tr::tr("The JSON cannot be read: %1. Correct it.");
    case Code::JsonTrailingText:
        return Tr::tr("There is text after the end of the JSON value. Remove it.");
    case Code::EditWouldChangeMore:
        return Tr::tr("The change could not be written without touching other text, so nothing "
                      "was changed. Make it in the text.");
    case Code::EditInsideAlias:
        return Tr::tr("Cannot make the change. It lies in text shared through the anchor or alias "
                      "%1; write its value there.");
    case Code::EditReadOnly:
        return Tr::tr("Cannot make the change. The document in %1 can be edited as text only.");
    case Code::EditStale:
        return Tr::tr("Cannot make the change. A document in %1 cannot be read at present; "
                      "correct it first.");
    case Code::WrongType:
        return QStringLiteral("%1: Invalid value: %2: must be of type %3");
    case Code::UnknownField:
        return Tr::tr("%1: unknown field. kubectl refuses it; correct its name or its indent.");
    case Code::NoObject:
        return Tr::tr("This document is no Kubernetes object: it has no kind.");
    case Code::RequiredValue:
        return QStringLiteral("%1: Required value: %2");
    case Code::InvalidValue:
        return QStringLiteral("%1: Invalid value: %2: %3");
    case Code::UnsupportedValue:
        return QStringLiteral("%1: Unsupported value: %2: supported values: %3");
    case Code::ForbiddenValue:
        return QStringLiteral("%1: Forbidden: %2");
    case Code::TooMany:
        return QStringLiteral("%1: Too many: %2: %3");
    case Code::CidrHostBits:
        return Tr::tr("%1: %2 has bits set beyond the prefix; newer clusters refuse it. Write %3.");
    case Code::CidrNotCanonical:
        return Tr::tr("%1: %2 is not in canonical form. Write %3.");
    case Code::Yaml11Boolean:
        return Tr::tr("%1: kubectl reads %2 as a truth value, not as text. Put it in quotes.");
    case Code::Yaml11Number:
        return Tr::tr("%1: kubectl reads %2 as the number %3. Write that number.");
    case Code::DuplicateObject:
        return Tr::tr("%1 %2 is there twice, with different content. Remove one; "
                      "the last one in path order is shown.");
    case Code::EqualCopy:
        return Tr::tr("%1 %2 is there twice, with equal content.");
    case Code::NotJudged:
        return Tr::tr("%1 of %2 is present, but not judged. Objects of this kind: %3.");
    case Code::WouldBeRefused:
        return Tr::tr("The API server would refuse %1; what is refused admits nothing here.");
    case Code::EqualPriority:
        return Tr::tr(
            "%1 and %2 have the same priority %3: which one comes first is undefined. Here "
            "Deny comes before Pass, and Pass before Accept. Give one of them another "
            "priority.");
    case Code::PeerNotJudged:
        return Tr::tr("%1: manifests do not say which addresses %2 means. Here an Accept or Allow "
                      "rule admits none of them, and any other rule denies every address outside.");
    case Code::EmptyPorts:
        return Tr::tr("%1 is empty: some clusters take that for no port, others for every port. "
                      "Leave it out to mean every port.");
    case Code::NoRules:
        return Tr::tr("%1 has no rules and does nothing. Add a rule, or remove it.");
    case Code::WayWithoutService:
        return Tr::tr("%1 leads to the Service %2, which is not in the open files. Open its file "
                      "too, or mend the name; until then it leads nowhere here.");
    case Code::WayWithoutPort:
        return Tr::tr("%1 names the port %3 of the Service %2, which has no such port, so it leads "
                      "nowhere. Name one of its ports.");
    case Code::WayWithoutPods:
        return Tr::tr("%1 leads to the Service %2, which selects no pod of the open files. Open "
                      "the workload's file too, or mend the Service's selector.");
    case Code::WayNeedsGrant:
        return Tr::tr("%1 names the Service %2, and no ReferenceGrant in the namespace %3 lets it, "
                      "so it leads nowhere. Add one there, or open its file too.");
    case Code::WayWithoutGateway:
        return Tr::tr("%1 hangs on the Gateway %2, which is not in the open files, so nobody can "
                      "tell whether it leads anywhere. Open its file too.");
    case Code::WayNotAttached:
        return Tr::tr("No listener of the Gateway %2 takes %1, so it leads nowhere there. Mend its "
                      "section, port or host names, or the listener's allowedRoutes.");
    case Code::WayMayNotAttach:
        return Tr::tr(
            "The Gateway %2 asks for labels of the namespace %3, which no file states, so "
            "nobody can tell whether it takes %1. Add its Namespace.");
    case Code::WayDenied:
        return Tr::tr("%1 leads to %2 on %3, but the policies there admit nobody who may come in. "
                      "Allow it, or remove the way in.");
    case Code::FileNotFound:
        return Tr::tr("There is no file or folder %1. Check the path.");
    case Code::FileUnreadable:
        return Tr::tr("Cannot read %1: %2.");
    case Code::NotARegularFile:
        return Tr::tr("%1 is no regular file. Give a file or a folder.");
    case Code::NothingToRead:
        return Tr::tr("There is no .yaml, .yml or .json file in %1. Give a folder that holds "
                      "manifests.");
    case Code::NoKubernetesObjects:
        return Tr::tr("Files without Kubernetes objects, left out: %1.");
    case Code::TooManyFiles:
        return Tr::tr("There are more than %1 files. Give a smaller folder.");
    case Code::HelmTemplate:
        return Tr::tr("Files that are Helm templates, left out: %1. Render them first: helm "
                      "template CHART | drawbridge list -");
    case Code::HelmChart:
        return Tr::tr("%1 is a Helm chart. To see what it installs, render it: helm template %2 | "
                      "drawbridge -");
    case Code::Kustomization:
        return Tr::tr("%1 holds a kustomization; its files are read without what that changes. To "
                      "see the result, render it: kubectl kustomize %2 | drawbridge -");
    case Code::GitMissing:
        return Tr::tr("There is no program git. Install it, or compare with a file or folder.");
    case Code::GitFailed:
        return Tr::tr("git cannot read the repository: %1");
    case Code::GitTimedOut:
        return Tr::tr("git gave no answer within %1 seconds and was stopped. Try again, or compare "
                      "with a file or folder.");
    case Code::GitTooMuch:
        return Tr::tr("The revision holds more than %1 bytes here. Open a smaller folder.");
    case Code::NoWorkTree:
        return Tr::tr("%1 lies in no Git work tree. Compare with a file or folder.");
    case Code::SeveralWorkTrees:
        return Tr::tr("%1 and %2 lie in different Git work trees. Compare the files of one of "
                      "them, or with a folder.");
    case Code::NoFileOnDisk:
        return Tr::tr("None of the open files is on disk, so there is no Git work tree. Save "
                      "first, or compare with a file or folder.");
    case Code::UnknownRevision:
        return Tr::tr("There is no revision %1. Give a branch, a tag or a commit.");
    case Code::NotInRevision:
        return Tr::tr("In revision %2 there are no manifests at %1.");
    case Code::SkippedInRevision:
        return Tr::tr("Symbolic links and submodules of revision %2, left out: %1.");
    case Code::UnknownName:
        return Tr::tr("There is no service called %1. Known are: %2.");
    case Code::AmbiguousName:
        return Tr::tr("The name %1 fits several services. Say which one: %2.");
    case Code::InvalidName:
        return Tr::tr("%1 is no valid name. Use lower case letters, digits and hyphens, at most 63 "
                      "(%2).");
    case Code::InvalidPort:
        return Tr::tr("%1 is no port. Write for example TCP/8080, UDP/53, TCP/8000-8010 or all.");
    case Code::InvalidAddress:
        return Tr::tr("%1 is no address. Write for example 10.0.0.0/8.");
    case Code::InvalidSelector:
        return Tr::tr("%1 is no selector. Write app=web, tier in (a, b), !old, or * for all.");
    case Code::SelfConnection:
        return Tr::tr("%1 always reaches itself; no policy can forbid it.");
    case Code::OutsideToOutside:
        return Tr::tr("%1 and %2 both lie outside the cluster. Choose a service as one end.");
    case Code::AlreadyAllowed:
        return Tr::tr("%1 may already connect to %2 on these ports.");
    case Code::AlreadyOpen:
        return Tr::tr("%1 is already open to everyone: no policy isolates it. Isolate it first to "
                      "keep only what you choose.");
    case Code::AlreadyIsolated:
        return Tr::tr("%1 is already isolated by default.");
    case Code::AlreadyNotAllowed:
        return Tr::tr("%1 may not connect to %2 on these ports anyway.");
    case Code::OpenByDefault:
        return Tr::tr("Nothing isolates %1, so there is no rule to take away. Isolate it, then "
                      "allow what it needs.");
    case Code::RuleIsBroader:
        return Tr::tr("A rule of policy %1 admits more than this connection (%2). Change that rule "
                      "in the text, or revoke what it names.");
    case Code::AlsoChanges:
        return Tr::tr("Other connections would change too: %1. Accept that with --also.");
    case Code::SelectorCannotBeNarrowed:
        return Tr::tr("The labels of %1 also pick %2. Give it a label of its own.");
    case Code::CannotSelect:
        return Tr::tr("No plain labels name %1 (%2). Give it a label of its own.");
    case Code::ServiceExists:
        return Tr::tr("The service %1 is already there. Choose another name.");
    case Code::NamedPortDiffers:
        return Tr::tr("The pods of %2 do not all give the name %1 to one port. Give the number.");
    case Code::UnknownPortName:
        return Tr::tr("%1 is neither a port nor the name of one on %2; the names there are: %3. "
                      "Give the number.");
    case Code::NeedsNamespace:
        return Tr::tr("The rule would have to name the namespace %1, which no document states. Say "
                      "which namespace it is (-n).");
    case Code::DeniedByPolicy:
        return Tr::tr(
            "%1 cannot be allowed to connect to %2: %3 denies it before any NetworkPolicy "
            "counts (%4 rule %5 %6). Change that rule first.");
    case Code::GrantedByPolicy:
        return Tr::tr("%1 cannot be kept from %2 by a NetworkPolicy: %3 admits it (%4 rule %5 %6). "
                      "Change that rule.");
    case Code::WouldNotHold:
        return Tr::tr("No edit of these files gives the asked result between %1 and %2, so nothing "
                      "was changed. Another policy or a named port decides.");
    case Code::RefusedPolicy:
        return Tr::tr("A cluster would refuse the policy %1 as it is written now. Mend what the "
                      "problems say about it, then change it here.");
    case Code::RuleNeedsPeers:
        return Tr::tr(
            "No peer is left in rule %2 of %1, which would mean everyone. Name a peer, or "
            "choose everyone.");
    case Code::RuleNeedsPorts:
        return Tr::tr("No port is left in rule %2 of %1, which would mean every port. Name a port, "
                      "or choose every port.");
    case Code::NameTaken:
        return Tr::tr("There is a %1 called %2 already. Choose another name.");
    case Code::NoNameToChange:
        return Tr::tr("No manifest and no label here gives %1 its name. Change it in the text.");
    case Code::LabelInUse:
        return Tr::tr("The workload's own selector demands the label %1. Change both in the text.");
    case Code::LastOfFile:
        return Tr::tr("Nothing would be left in %1. Delete the file itself.");
    case Code::NothingToRemove:
        return Tr::tr(
            "No policy is about %1 alone, so there is nothing to remove but its manifests.");
    case Code::NothingToPaste:
        return Tr::tr(
            "The clipboard holds no Kubernetes object. Copy a service or YAML text first.");
    case Code::RefusedPorts:
        return Tr::tr(
            "A cluster would refuse ports of the %1 %2 as they are written now. Mend what "
            "the problems say about them, then change them here.");
    case Code::PortNeedsName:
        return Tr::tr("The Service %1 has several ports, so each needs a name. Give every port a "
                      "name.");
    case Code::PortTwice:
        return Tr::tr("%1 stands twice among the ports of %2. Change one of the two.");
    case Code::LastPort:
        return Tr::tr("The Service %1 would have no port, and a cluster would refuse it. Keep one "
                      "port.");
    case Code::PasteBroken:
        return Tr::tr("The text on the clipboard is broken at its line %1 (%2). Mend it first.");
    case Code::SaveConflict:
        return Tr::tr("%1 changed on disk since it was read. Compare, then reload or overwrite.");
    case Code::SaveFailed:
        return Tr::tr("Cannot save %1: %2. Nothing was written.");
    case Code::ReadOnlyFile:
        return Tr::tr("%1 is read-only. Save it under another name, or change its mode.");
    case Code::SaveUnconfirmed:
        return Tr::tr("%1 was written, but whether it lasts is unknown: %2. Look at the disk, then "
                      "save again.");
    case Code::SideFileUnknown:
        return Tr::tr("%1 was not written by this version of Drawbridge. The picture is laid out "
                      "afresh, and the file is left as it is; move it away to save positions.");
    case Code::LayoutOfFiles:
        return Tr::tr("The folder has no layout of its own, so places and notes were read from %1, "
                      "kept beside single files (%2 in all). Saving the layout writes "
                      ".drawbridge.json in the folder, and these stay as they are.");
    case Code::LayoutOfFolder:
        return Tr::tr("The file has no layout of its own, so places and notes were read from the "
                      "folder's, %1. Saving the layout writes a file beside this one, and the "
                      "folder's stays as it is.");
    case Code::NoRoomForFrame:
        return Tr::tr("There is no room for %1 between what you have placed, so it lies over %2. "
                      "Move one of them away, or arrange everything anew.");
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
        return Tr::tr("In policy %1 the named port %2 is declared by none of the targets, so it "
                      "admits nothing.");
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
    case Code::FixChangesMore:
        return Tr::tr("This fix would also change what %1 may send to %2. Change it by hand.");
    case Code::PluginNamedPortOpens:
        return Tr::tr("%4 does not look up the named port %2 of policy %1: every %3 port is open. "
                      "Write its number.");
    case Code::PluginNamedPort:
        return Tr::tr("%3 needs a Service that calls the port %2 of policy %1 the same, and no "
                      "file has one. Write its number, or give the Service's port this name.");
    case Code::PluginEndPort:
        return Tr::tr("%4 takes only the first port, %3, of the range %2 in policy %1, and says "
                      "nothing. List the ports one by one, or use Cilium 1.17 or newer.");
    case Code::PluginUnclear:
        return Tr::tr("It is not known whether %3 enforces %2 of policy %1: that depends on its "
                      "version or its settings. Try it in the cluster, or do without it.");
    case Code::PluginSctp:
        return Tr::tr("It is not known whether %2 enforces the SCTP ports of policy %1. Try it in "
                      "the cluster; Cilium needs the setting sctp.enabled=true.");
    case Code::PluginIpBlockPods:
        return Tr::tr("With %3 the ipBlock %2 of policy %1 never matches pods, only what is "
                      "outside. If pods are meant too, add a peer with namespaceSelector: {}.");
    case Code::PluginTooManyPorts:
        return Tr::tr(
            "With this rule of policy %1 one peer has %2 ports of the same pods; %4 takes "
            "%3 at most. Allow fewer.");
    case Code::PluginServicePort:
        return Tr::tr("Service %1 has port %2 for pod port %3; with %4 both must be equal where "
                      "policies restrict the pods. Give the Service port %3.");
    case Code::PluginIgnores:
        return Tr::tr("%3 does not enforce policies of kind %2: %1 does nothing. Say it by a "
                      "NetworkPolicy in each namespace.");
    case Code::PluginIpBlockMeansPods:
        return Tr::tr("With %3, %2 in %1 means pods with such an address too, not only addresses "
                      "outside the cluster. Leave the addresses of pods out with except if they "
                      "are not meant.");
    case Code::PluginEnforcesNothing:
        return Tr::tr("Judged as %1, no policy is enforced: every connection is allowed, whatever "
                      "policies say. Install a network plugin that enforces them, or judge as "
                      "another.");
    }
    return {};
}

/// Some say more where more is known.
QString sentenceOf(Code code, std::size_t arguments)
{
    if (code == Code::LintNamedPortUndeclared && arguments > 2)
        return Tr::tr("In policy %1 the named port %2 is declared by none of the targets, so it "
                      "admits nothing. Did you mean %3?");
    if (code == Code::WayDenied && arguments > 3)
        return Tr::tr("%1 leads to %2 on %3, but the policies there admit nobody who may come in, "
                      "unless it comes by the pod's own node, which is always let in. Allow it, or "
                      "remove the way in.");
    return sentence(code);
}

} // namespace

QString message(Code code, const std::vector<std::string> &arguments)
{
    // One pass, so that a %1 inside an argument stays what it is.
    const QString text = sentenceOf(code, arguments.size());
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPlace =
            text[i] == QLatin1Char('%') && i + 1 < text.size() && text[i + 1].isDigit();
        if (!isPlace) {
            result += text[i];
            continue;
        }
        const std::size_t index = std::size_t(text[++i].digitValue()) - 1;
        result += index < arguments.size() ? visible(arguments[index]) : QStringLiteral("?");
    }
    return result;
}

QString portsLabel(const std::string &label)
{
    static const std::string everything = kube::ConnectionSet::all().label();
    return label == everything ? Tr::tr("all ports") : visible(label);
}

} // namespace drawbridge
