#include "messages/sentences.h"

#include "messages/tr.h"

namespace drawbridge {

QString editSentence(Code code)
{
    switch (code) {
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
    case Code::CommentsWouldPart:
        return Tr::tr(
            "In policy %1 comments are about what would move to a rule of its own, where "
            "they would be lost or stand at something else. Make the change in the text.");
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
    case Code::NoServicesBetween:
        return Tr::tr("No two services are known between %1 and %2, so that no edit could be "
                      "checked. Add what runs there, or change the policy in the text.");
    case Code::EditTooLarge:
        return Tr::tr("This change concerns so many services, rules or bytes that nothing was "
                      "planned: it would take too long. Do it in the text, or open fewer files.");
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
    case Code::SaveCancelled:
        return Tr::tr("Saving was cancelled. Nothing was written.");
    case Code::FileIsOpen:
        return Tr::tr("%1 is open already, as another file. Nothing was written: give another "
                      "name, or change the file where it is open.");
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
    default:
        return {};
    }
}

} // namespace drawbridge
