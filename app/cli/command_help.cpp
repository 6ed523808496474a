#include "cli/commands.h"
#include "cli/output.h"
#include "messages/messages.h"
#include "messages/tr.h"

namespace drawbridge::cli {

namespace {

struct Page
{
    const char *name;
    const char *call;
    const char *text;
};

constexpr Page kPages[] = {
    {"new", "new [-n NS] [--egress] [--label KEY] [-o FILE] NAME[:PORT[/PROTO]]...",
     QT_TRANSLATE_NOOP("Tr", "Writes a sketch: default deny, then one isolated policy a service.\n"
                             "\n"
                             "  -n NS        its namespace (default: default)\n"
                             "  --egress     deny egress too, and allow DNS\n"
                             "  --label KEY  the label that names a service (default: app)\n"
                             "  -o FILE      write FILE, and the ports into FILE.drawbridge.json")},
    {"list", "list PATH... [-o txt|json|csv|md|dot] [--groups] [--exposure]",
     QT_TRANSLATE_NOOP("Tr", "Lists every allowed connection.\n"
                             "\n"
                             "  -o FORMAT    txt (default), json, csv, md or dot\n"
                             "  --groups     list pod groups beside workloads\n"
                             "  --exposure   also what pods that do not exist yet could reach")},
    {"explain", "explain SRC DST PATH... [--port PROTO/PORT] [-o txt|json]",
     QT_TRANSLATE_NOOP(
         "Tr", "Says whether SRC may connect to DST and why: what both ends admit, the\n"
               "rules with their places, and where the answer is no, the rules that nearly\n"
               "admit it. Exits with 1 if it is not allowed or cannot be told.\n"
               "\n"
               "  --port P     TCP/8080, UDP/53 or TCP/8000-8010; without it: any port\n"
               "  -o FORMAT    txt (default) or json")},
    {"diff", "diff OLD NEW | --rev OLD[..NEW] PATH... [-o txt|json|csv|md|dot]",
     QT_TRANSLATE_NOOP(
         "Tr", "Lists what two versions (files or folders) let connect differently.\n"
               "Exits with 1 if there is a difference.\n"
               "\n"
               "  -o FORMAT    txt (default), json, csv, md or dot\n"
               "  --rev R      compare PATH as it was in the Git revision R with the files on\n"
               "               disk; OLD..NEW compares two revisions, OLD...NEW what NEW has\n"
               "               changed since it left OLD. Only then git is started, to read.")},
    {"lint", "lint PATH... [-o txt|json|sarif|junit|github] [--fail-on error|warning|hint]",
     QT_TRANSLATE_NOOP("Tr",
                       "Lists problems: id, place and remedy. Exits with 1 if there is one.\n"
                       "\n"
                       "  -o FORMAT    txt (default), json, sarif (2.1.0), junit or github; json\n"
                       "               and sarif carry the edits that mend a problem\n"
                       "  --fail-on S  exit with 1 only from this severity on (default: hint)")},
    {"allow", "allow SRC DST --port PROTO/PORT[-END]|all ... PATH... [-w] [--also]",
     QT_TRANSLATE_NOOP("Tr",
                       "Lets SRC connect to DST, and changes nothing else.\n"
                       "\n"
                       "  --port P     TCP/8080, UDP/53, TCP/8000-8010 or all; may be repeated\n"
                       "  -w           save; without it a diff is printed\n"
                       "  --also       go on where connections of others would change too\n"
                       "\n"
                       "SRC and DST: namespace/name, a name that is unique, an address or CIDR,\n"
                       "internet, anyone, or namespace:NS.")},
    {"revoke", "revoke SRC DST [--port PROTO/PORT[-END]]... PATH... [-w] [--also]",
     QT_TRANSLATE_NOOP("Tr", "Takes connections from SRC to DST away, and changes nothing else.\n"
                             "\n"
                             "  --port P     only these ports; may be repeated\n"
                             "  -w           save; without it a diff is printed\n"
                             "  --also       go on where connections of others would change too")},
    {"isolate", "isolate NS [--egress] [--dns] PATH... [-w]",
     QT_TRANSLATE_NOOP("Tr",
                       "Writes the default-deny baseline of a namespace where it is missing, and\n"
                       "says which connections that cuts.\n"
                       "\n"
                       "  --egress     egress too\n"
                       "  --dns        with --egress: allow DNS\n"
                       "  -w           save; without it a diff is printed")},
    {"export",
     "export PATH... -o FILE [--format FORMAT] [--title TEXT] [--no-legend] "
     "[--compare OLD | --rev OLD[..NEW]]",
     QT_TRANSLATE_NOOP(
         "Tr", "Writes the picture, a report or the data to a file.\n"
               "\n"
               "  -o FILE      its ending says the format; - is standard output\n"
               "  --format F   svg, png, pdf, html, md, csv, json, drawio, mmd or dot\n"
               "  --title TEXT the title (default: the name of the file or folder)\n"
               "  --no-legend  leave out what lines and marks of the picture mean\n"
               "  --compare P  mark what was added, removed or changed since the file or folder\n"
               "               P\n"
               "  --rev R      the same since a Git revision, or from one to another; see diff\n"
               "\n"
               "html is one page with the picture, all connections, who is open, the\n"
               "problems, and the SHA-256 of the files; md is the same without a picture.")},
    {"help", "help [SUBCOMMAND]", QT_TRANSLATE_NOOP("Tr", "Prints this.")},
};

std::string sharedText()
{
    return Tr::tr("PATH is a file, a folder (recursive: .yaml, .yml, .json) or - for standard "
                  "input:\n"
                  "\n"
                  "  helm template CHART | drawbridge list -\n"
                  "  kubectl kustomize FOLDER | drawbridge list -\n"
                  "  kubectl get networkpolicies,pods,namespaces -A -o yaml | drawbridge list -\n"
                  "\n"
                  "  -n NS         the namespace of documents that name none (default: default)\n"
                  "  --plugin NAME judge as this network plugin enforces policies: kubernetes\n"
                  "                (default), calico, cilium, antrea, ovn-kubernetes,\n"
                  "                kube-router, aws, azure-npm, gke-v2, flannel or none; with a\n"
                  "                version: cilium@1.15\n"
                  "  --keep-going  broken documents do not make the exit code 2\n"
                  "\n"
                  "Exit codes: 0 done, nothing found; 1 findings; 2 wrong usage or unreadable\n"
                  "input; 3 refused or failed, and nothing was written.\n")
        .toStdString();
}

std::string overview()
{
    std::string text = Tr::tr("Drawbridge designs Kubernetes NetworkPolicies.\n\n").toStdString();
    text += "  drawbridge [PATH...]   (- alone shows standard input)\n";
    for (const Page &page : kPages)
        text += std::string("  drawbridge ") + page.call + '\n';
    return text + "  drawbridge --version\n\n" + sharedText();
}

} // namespace

int printHelp(const std::string &name)
{
    if (name.empty())
        return printed(overview(), Done);
    for (const Page &page : kPages) {
        if (name != page.name)
            continue;
        std::string text = std::string("drawbridge ") + page.call + "\n\n";
        text += QCoreApplication::translate("Tr", page.text).toStdString() + '\n';
        if (commandNamed(name)->readsFiles)
            text += '\n' + sharedText();
        return printed(text, Done);
    }
    return wrongUsage({}, Tr::tr("there is no subcommand %1").arg(visible(name)));
}

int runHelp(const Arguments &arguments)
{
    if (arguments.words().size() > 1)
        return wrongUsage("help", Tr::tr("one subcommand at a time"));
    return printHelp(arguments.words().empty() ? std::string() : arguments.words().front());
}

} // namespace drawbridge::cli
