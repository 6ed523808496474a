#pragma once

#include "base/diagnostic.h"
#include "kube/workspace.h"
#include "verdict/evaluator.h"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace drawbridge::lint {

/// A fact that the input does not state and that verdicts depend on: they are judged without it.
struct MissingFact
{
    using Ends = std::shared_ptr<const std::vector<std::string>>;

    Diagnostic diagnostic; ///< a note
    Ends ends;             ///< whose connections it may change, as lists print them
    std::optional<kube::Direction> direction; ///< of theirs; none: both
    /// Those at the other end, if it says nothing about the others.
    std::shared_ptr<const std::set<std::string>> others;

    /// Of one of those ends: what its half says about another end.
    bool mayChange(kube::Direction half, const std::string &other) const;
};

/// Workloads in the host network, labels of namespaces that nothing declares, named ports that
/// nothing declares, objects of one name and unlike contents, pods of one owner that differ, labels
/// that controllers add, and policies for nobody knows whom.
/// In file path and text order.
std::vector<MissingFact> missingFacts(const kube::Workspace &workspace,
                                      const verdict::Evaluator &evaluator);

/// Those of them that are labels of namespaces.
std::vector<MissingFact> missingLabels(const kube::Workspace &workspace,
                                       const verdict::Evaluator &evaluator);

/// Notes on ends whose pods policies treat apart (the first argument is the end, as lists print
/// it): what is said of it is what some of its pods may do.
std::vector<Diagnostic> labelGaps(const kube::Workspace &workspace,
                                  const verdict::Evaluator &evaluator);

/// Notes on what is present and not judged: one a kind, at its first object.
std::vector<Diagnostic> unjudgedKinds(const kube::Workspace &workspace);

/// A note where there is nothing to judge: workloads without any policy, or neither of them.
std::vector<Diagnostic> nothingJudged(const kube::Workspace &workspace,
                                      const verdict::Evaluator &evaluator);

/// Why an Ingress or Route has no line in lists (list-format 30), or fewer than one thinks.
std::vector<Diagnostic> linesLeftOut(const kube::Workspace &workspace,
                                     const verdict::Evaluator &evaluator);

} // namespace drawbridge::lint
