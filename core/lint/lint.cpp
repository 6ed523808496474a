#include "lint/lint.h"

#include "lint/context.h"
#include "lint/facts.h"
#include "verdict/ways_in.h"

#include <algorithm>
#include <iterator>
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

void checkPolicy(Context &context, const kube::Object &policy)
{
    // Of a document that does not parse at present, places are out of date.
    if (context.workspace.location(&policy).isStale)
        return;
    if (policy.policy()->wouldBeRefused)
        context.add(Severity::Note, Code::WouldBeRefused, policy, policy.meta.nameOrigin,
                    {context.evaluator.namespaceOf(&policy) + '/' + policy.meta.name});
    checkTypes(context, policy);
    checkAddedLabels(context, policy);
    checkSubject(context, policy);
    checkPeers(context, policy);
    checkPorts(context, policy);
    checkServices(context, policy);
}

void checkNamespaces(Context &context)
{
    for (const MissingFact &fact : missingLabels(context.workspace, context.evaluator))
        context.findings.push_back(fact.diagnostic);
}

void checkWaysIn(Context &context)
{
    for (Diagnostic &problem : verdict::waysIn(context.workspace, context.evaluator).problems)
        context.findings.push_back(std::move(problem));
}

void checkKinds(Context &context)
{
    for (Diagnostic &note : unjudgedKinds(context.workspace))
        context.findings.push_back(std::move(note));
    for (Diagnostic &note : nothingJudged(context.workspace, context.evaluator))
        context.findings.push_back(std::move(note));
}

void sort(Context &context)
{
    sortByPlace(context.workspace, context.findings);
}

/// One part after the other, after all policies.
constexpr void (*kParts[])(Context &) = {
    checkClusterPolicies, checkClusterRules, checkEndpoints, checkLabelGaps, checkDns,
    checkPlugin,          checkNamespaces,   checkWaysIn,    checkKinds,     sort};
constexpr Steps (*kInSteps[])(Context &) = {redundancySteps, halfOpenSteps};

} // namespace

struct Linting::State
{
    State(const kube::Workspace &workspace, const verdict::Evaluator &evaluator)
        : context(workspace, evaluator)
    {
    }

    Context context;
    std::size_t policies = 0; ///< that were looked at
    std::size_t inSteps = 0;  ///< that were begun
    Steps steps;              ///< of the last of them
    std::size_t parts = 0;    ///< that are done
};

Linting::Linting(const kube::Workspace &workspace, const verdict::Evaluator &evaluator)
    : m_state(std::make_unique<State>(workspace, evaluator))
{
}

Linting::~Linting() = default;

bool Linting::step()
{
    constexpr std::size_t kAtOnce = 20;
    State &state = *m_state;
    const auto &policies = state.context.evaluator.policies();
    if (state.policies < policies.size()) {
        const std::size_t end = std::min(state.policies + kAtOnce, policies.size());
        for (; state.policies < end; ++state.policies)
            checkPolicy(state.context, *policies[state.policies]);
        return true;
    }
    if (state.steps || state.inSteps < std::size(kInSteps)) {
        if (!state.steps)
            state.steps = kInSteps[state.inSteps++](state.context);
        if (!state.steps())
            state.steps = {};
        return true;
    }
    if (state.parts == std::size(kParts))
        return false;
    kParts[state.parts++](state.context);
    return true;
}

std::vector<Diagnostic> Linting::takeFindings()
{
    return std::move(m_state->context.findings);
}

std::vector<Diagnostic> lint(const kube::Workspace &workspace, const verdict::Evaluator &evaluator)
{
    Linting linting(workspace, evaluator);
    while (linting.step()) {
    }
    return linting.takeFindings();
}

} // namespace drawbridge::lint
