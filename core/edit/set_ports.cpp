#include "edit/planner.h"
#include "edit/unknown_names.h"

#include <algorithm>

namespace drawbridge::edit {

using kube::ConnectionSet;

namespace {

/// What is missing; of a span of which several pieces are, the span itself, so that it becomes one
/// entry.
std::vector<PortSpan> entriesFor(const ConnectionSet &missing, const std::vector<PortSpan> &wholes)
{
    std::vector<PortSpan> entries;
    ConnectionSet written;
    for (const PortSpan &whole : wholes)
        if (spansOf(connections({whole}) & missing).size() > 1) {
            entries.push_back(whole);
            written |= connections({whole});
        }
    for (const PortSpan &span : spansOf(missing - written))
        entries.push_back(span);
    return entries;
}

/// A span that is there in part, beside ports that go: its entry is narrowed first and widened
/// then.
bool movesRange(const ConnectionSet &now, const ConnectionSet &missing,
                const std::vector<PortSpan> &wholes)
{
    return std::any_of(wholes.begin(), wholes.end(), [&](const PortSpan &whole) {
        const ConnectionSet all = connections({whole});
        return whole.last > whole.first && !(all & now).isEmpty() && !(all & missing).isEmpty();
    });
}

} // namespace

/// First what is missing, so that the rule is there still when what is too much goes; both are one
/// rewrite of the files as they are.
Result<Rewrite> Planner::setPorts(const SetPorts &intent)
{
    if (auto failure = nobodyBetween(m_evaluator, intent.source, intent.target))
        return *failure;
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
        Allow allow{intent.source, intent.target,
                    wanted.isAll() ? intent.ports : entriesFor(missing, intent.ports)};
        allow.wholes = intent.ports;
        parts.emplace_back(std::move(allow));
    }
    if (!extra.isEmpty())
        parts.emplace_back(Revoke{intent.source, intent.target, spansOf(extra), true});
    const Asked asked{intent.source, intent.target, wanted, extra};
    if (parts.size() > 1 && movesRange(now.every, missing, intent.ports)) {
        const std::vector<Intent> narrowedFirst(parts.rbegin(), parts.rend());
        if (auto plan = inSteps(narrowedFirst, &asked))
            return plan;
    }
    return inSteps(parts, &asked);
}

} // namespace drawbridge::edit
