#include "edit/planner.h"

namespace drawbridge::edit {

using kube::ConnectionSet;

/// First what is missing, so that the rule is there still when what is too much goes; both are one
/// rewrite of the files as they are.
Result<Rewrite> Planner::setPorts(const SetPorts &intent)
{
    const ConnectionSet wanted = connections(intent.ports);
    const Reach now = reach(m_evaluator, intent.source, intent.target);
    const ConnectionSet extra = now.some - wanted;
    const ConnectionSet missing = wanted - now.every;
    if (missing.isEmpty() && extra.isEmpty())
        return Failure{Code::AlreadyAllowed,
                       {textOf(m_evaluator, intent.source), textOf(m_evaluator, intent.target)}};
    kube::Workspace workspace = m_workspace;
    verdict::Evaluator evaluator(m_evaluator);
    const auto step = [&](const Intent &part) -> std::optional<Failure> {
        const Result<Rewrite> plan = rewrite(workspace, evaluator, part);
        if (!plan)
            return plan.failure();
        workspace = applied(workspace, *plan);
        evaluator.update(workspace);
        return {};
    };
    const std::vector<PortSpan> added = wanted.isAll() ? intent.ports : spansOf(missing);
    if (!missing.isEmpty())
        if (auto failure = step(Allow{intent.source, intent.target, added}))
            return *failure;
    if (!extra.isEmpty())
        if (auto failure = step(Revoke{intent.source, intent.target, spansOf(extra), true}))
            return *failure;
    Rewrite result;
    for (FileId id : workspace.files()) {
        const std::string &after = workspace.file(id).bytes();
        if (!m_workspace.contains(id))
            result.newFiles.push_back({workspace.file(id).path(), after});
        else if (const std::string &before = m_workspace.file(id).bytes(); before != after)
            result.patches.push_back({id, lineDifference(before, after)});
    }
    const Asked asked{intent.source, intent.target, wanted, extra};
    result.alsoChanges = sideEffects(m_evaluator, evaluator, &asked);
    return result;
}

} // namespace drawbridge::edit
