#include "lint/lint.h"

#include "lint/context.h"
#include "lint/facts.h"
#include "verdict/ways_in.h"

#include <algorithm>
#include <tuple>

namespace drawbridge::lint {

namespace {

void sortByPlace(const kube::Workspace &workspace, std::vector<Diagnostic> &findings)
{
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const Diagnostic &a, const Diagnostic &b) {
                         const std::string &x = workspace.file(a.place.file).path();
                         const std::string &y = workspace.file(b.place.file).path();
                         return std::tie(x, a.place.range.begin, a.code) <
                                std::tie(y, b.place.range.begin, b.code);
                     });
}

} // namespace

std::vector<Diagnostic> lint(const kube::Workspace &workspace, const verdict::Evaluator &evaluator)
{
    Context context(workspace, evaluator);
    for (const kube::ObjectPtr &policy : evaluator.policies()) {
        // Of a document that does not parse at present, places are out of date.
        if (workspace.location(policy.get()).isStale)
            continue;
        checkTypes(context, *policy);
        checkSubject(context, *policy);
        checkPeers(context, *policy);
        checkPorts(context, *policy);
        checkServices(context, *policy);
    }
    checkRedundancy(context);
    checkClusterRules(context);
    checkEndpoints(context);
    checkLabelGaps(context);
    checkDns(context);
    checkHalfOpen(context);
    checkPlugin(context);
    for (const MissingFact &fact : missingFacts(workspace, evaluator))
        if (fact.diagnostic.code == Code::LintNamespaceUnknown)
            context.findings.push_back(fact.diagnostic);
    for (Diagnostic &problem : verdict::waysIn(workspace, evaluator).problems)
        context.findings.push_back(std::move(problem));
    for (Diagnostic &note : unjudgedKinds(workspace))
        context.findings.push_back(std::move(note));
    sortByPlace(workspace, context.findings);
    return std::move(context.findings);
}

} // namespace drawbridge::lint
