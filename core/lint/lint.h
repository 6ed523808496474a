#pragma once

#include "base/diagnostic.h"
#include "kube/workspace.h"
#include "verdict/evaluator.h"

#include <vector>

namespace drawbridge::lint {

/// What is valid and still probably not meant. Warnings are traps that a policy fell into; hints
/// are what its author should know. Ordered by file path, then place; same input, same findings.
std::vector<Diagnostic> lint(const kube::Workspace &workspace, const verdict::Evaluator &evaluator);

} // namespace drawbridge::lint
