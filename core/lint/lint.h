#pragma once

#include "base/diagnostic.h"
#include "kube/workspace.h"
#include "verdict/evaluator.h"

#include <memory>
#include <vector>

namespace drawbridge::lint {

/// What is valid and still probably not meant. Warnings are traps that a policy fell into; hints
/// are what its author should know. Ordered by file path, then place; same input, same findings.
std::vector<Diagnostic> lint(const kube::Workspace &workspace, const verdict::Evaluator &evaluator);

/// The same in parts, for a thread that must not be held long. Workspace and evaluator must stay as
/// they are until it is done.
class Linting
{
public:
    Linting(const kube::Workspace &workspace, const verdict::Evaluator &evaluator);
    ~Linting();

    /// Does a part of it; false if nothing is left to do.
    bool step();
    /// Once, when all is done.
    std::vector<Diagnostic> takeFindings();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace drawbridge::lint
