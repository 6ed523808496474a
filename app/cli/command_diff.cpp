#include "cli/commands.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/versions.h"
#include "messages/tr.h"
#include "messages/visible_lists.h"
#include "report/diff.h"

#include <algorithm>
#include <map>

namespace drawbridge::cli {

namespace {

using Format = std::string (*)(const report::Diff &);

const std::map<std::string, Format> &formats()
{
    static const std::map<std::string, Format> all{{"txt", report::diffText},
                                                   {"json", report::diffJson},
                                                   {"csv", report::diffCsv},
                                                   {"md", report::diffMarkdown},
                                                   {"dot", report::diffDot}};
    return all;
}

} // namespace

int runDiff(const Arguments &arguments)
{
    const auto format = formats().find(arguments.value("-o", "txt"));
    if (format == formats().end())
        return wrongUsage("diff", Tr::tr("the formats are txt, json, csv, md and dot"));
    const std::vector<std::string> &paths = arguments.words();
    const bool isByRevision = arguments.has("--rev");
    if (!isByRevision && paths.size() != 2)
        return wrongUsage("diff", Tr::tr("two files or folders are compared: OLD and NEW"));
    const std::optional<Versions> versions =
        isByRevision ? readRevisions(arguments) : readVersions(arguments, {paths[0]}, {paths[1]});
    if (!versions)
        return Wrong;
    const Input &before = versions->before;
    const Input &after = versions->after;
    sayDoubts(before);
    sayDoubts(after);
    report::Diff diff =
        report::diff({before.workspace, before.evaluator}, {after.workspace, after.evaluator});
    if (diff.isTooLong)
        return refusedAsTooLong();
    if (diff.groupsLeftOut > 0)
        say(Severity::Note, Tr::tr("pod groups left out: %1").arg(diff.groupsLeftOut));
    if (format->first != "json")
        makeVisible(diff);
    const int code = diff.differences.empty() ? Done : Found;
    return printed(format->second(diff), std::max(before.with(code), after.with(code)));
}

} // namespace drawbridge::cli
