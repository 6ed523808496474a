#include "messages/sentences.h"

#include "messages/tr.h"

namespace drawbridge {

QString textSentence(Code code)
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
        return Tr::tr("The merge key << is merged as kubectl does it; not every tool does, and "
                      "what it merges cannot be edited here. Write the keys out.");
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
    case Code::UnknownField:
        return Tr::tr("%1: unknown field. kubectl refuses it; correct its name or its indent, or "
                      "remove it.");
    case Code::NoObject:
        return Tr::tr("This document is no Kubernetes object: it has no kind.");
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
        return Tr::tr(
            "The API server would refuse the policy %1 as a whole: a cluster keeps what it "
            "had before. Here its other rules count as if the rest were mended, and what "
            "is refused admits nothing. Mend what its errors say.");
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
    case Code::ObjectLeftOut:
        return Tr::tr("%1 %2 cannot be decoded, so it is not used: lists and picture are without "
                      "it. Correct what is wrong in it.");
    case Code::NoApiVersion:
        return Tr::tr("%1 has no apiVersion, so kubectl refuses it. Here it counts all the same. "
                      "Write apiVersion: %2.");
    case Code::NoPolicies:
        return Tr::tr("Workloads are here, but no network policy that is judged, so every "
                      "connection between them is open.");
    case Code::NoWorkloads:
        return Tr::tr("Neither a workload nor a network policy is here, so there is nothing to "
                      "judge.");
    default:
        return {};
    }
}

} // namespace drawbridge
