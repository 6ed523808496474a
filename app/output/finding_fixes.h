#pragma once

#include "base/diagnostic.h"
#include "kube/workspace.h"
#include "report/report.h"
#include "verdict/evaluator.h"

#include <vector>

namespace drawbridge::output {

/// The fixes of a problem as edits of the files that are there; those that would need a new file
/// are left out.
std::vector<report::FindingFix> fixesOf(const kube::Workspace &workspace,
                                        const verdict::Evaluator &evaluator,
                                        const Diagnostic &problem);

} // namespace drawbridge::output
