#include "messages/sentences.h"

#include "messages/tr.h"

namespace drawbridge {

QString fileSentence(Code code)
{
    switch (code) {
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
    case Code::WayWithoutSelector:
        return Tr::tr(
            "%1 leads to the Service %2, which selects no pods: its addresses are written "
            "by hand, and nobody can tell here where they lead.");
    case Code::WayUndeclaredPort:
        return Tr::tr("%1 leads to the port %3 of the pods of the Service %2, which none of them "
                      "has by that name, so it leads nowhere. Mend the Service's targetPort.");
    case Code::WayForNamedPods:
        return Tr::tr("%1 leads to %2 on %3, but the policies there admit certain pods alone, and "
                      "nothing says that the controller is one of them. Lists leave this "
                      "connection out; allow the controller's namespace if it is meant.");
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
    default:
        return {};
    }
}

} // namespace drawbridge
