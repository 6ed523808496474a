#include "output/finding_fixes.h"

#include "edit/fixes.h"
#include "messages/fix_words.h"

namespace drawbridge::output {

namespace {

std::vector<report::TextEdit> editsOf(const kube::Workspace &workspace,
                                      const edit::Rewrite &rewrite)
{
    std::vector<report::TextEdit> edits;
    for (const edit::FilePatches &changed : rewrite.patches) {
        const yaml::File &file = workspace.file(changed.file);
        for (const Patch &patch : changed.patches)
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
