#include "edit/planner.h"
#include "edit/unknown_names.h"

namespace drawbridge::edit {

using kube::ConnectionSet;

/// First what is missing, so that the rule is there still when what is too much goes; both are one
/// rewrite of the files as they are.
Result<Rewrite> Planner::setPorts(const SetPorts &intent)
{
    const ConnectionSet wanted = connections(intent.ports);
    // Whether a name is one of the ports that are wanted, nobody can tell.
    for (const UnknownName &one : unknownNames(m_evaluator, intent.source, intent.target))
        if (!one.isWithin(wanted))
            return Failure{
                Code::RuleIsBroader,
                {m_evaluator.namespaceOf(one.policy) + '/' + one.policy->meta.name, one.name}};
    const Reach now = reach(m_evaluator, intent.source, intent.target);
    const ConnectionSet extra = now.some - wanted;
    const ConnectionSet missing = wanted - now.every;
    if (missing.isEmpty() && extra.isEmpty())
        return Failure{Code::AlreadyAllowed,
                       {textOf(m_evaluator, intent.source), textOf(m_evaluator, intent.target)}};
    std::vector<Intent> parts;
    if (!missing.isEmpty()) {
        Allow allow{intent.source, intent.target, wanted.isAll() ? intent.ports : spansOf(missing)};
        allow.wholes = intent.ports;
        parts.emplace_back(std::move(allow));
    }
    if (!extra.isEmpty())
        parts.emplace_back(Revoke{intent.source, intent.target, spansOf(extra), true});
    const Asked asked{intent.source, intent.target, wanted, extra};
    return inSteps(parts, &asked);
}

} // namespace drawbridge::edit
