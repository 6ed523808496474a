#include "output/finding_fixes.h"

#include "edit/fixes.h"
#include "messages/fix_words.h"

#include <string_view>

namespace drawbridge::output {

namespace {

/// An edit changes whole lines; of long ones, as in JSON on a single line, only what differs.
Patches withoutLongLines(const Patch &patch, const std::string &bytes)
{
    constexpr std::size_t kLong = 1000;
    if (patch.range.size() < kLong && patch.text.size() < kLong)
        return {patch};
    Patches shorter = difference(
        std::string_view(bytes).substr(patch.range.begin, patch.range.size()), patch.text);
    for (Patch &one : shorter)
        one.range = {one.range.begin + patch.range.begin, one.range.end + patch.range.begin};
    return shorter;
}

std::vector<report::TextEdit> editsOf(const kube::Workspace &workspace,
                                      const edit::Rewrite &rewrite)
{
    std::vector<report::TextEdit> edits;
    for (const edit::FilePatches &changed : rewrite.patches) {
        const yaml::File &file = workspace.file(changed.file);
        for (const Patch &whole : changed.patches)
            for (const Patch &patch : withoutLongLines(whole, file.bytes()))
                edits.push_back({{file.path(), file.lineColumn(patch.range.begin),
                                  file.lineColumn(patch.range.end)},
                                 patch.text});
    }
    return edits;
}

} // namespace

std::vector<report::FindingFix> fixesOf(const kube::Workspace &workspace,
                                        const verdict::Evaluator &evaluator,
                                        const Diagnostic &problem)
{
    std::vector<report::FindingFix> result;
    for (const edit::Fix &fix : edit::fixesOf(workspace, evaluator, problem)) {
        const auto made = edit::planned(workspace, evaluator, fix);
        if (made && !made->rewrite.patches.empty() && made->rewrite.newFiles.empty())
            result.push_back({fixTitle(fix).toStdString(), editsOf(workspace, made->rewrite)});
    }
    return result;
}

} // namespace drawbridge::output
