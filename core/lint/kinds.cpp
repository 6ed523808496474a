#include "lint/facts.h"
#include "verdict/ways_in.h"

#include <map>
#include <utility>

namespace drawbridge::lint {

std::vector<Diagnostic> unjudgedKinds(const kube::Workspace &workspace)
{
    struct Seen
    {
        kube::ObjectPtr first;
        std::size_t count = 0;
    };
    std::map<std::pair<std::string, std::string>, Seen> kinds;
    for (const kube::ObjectPtr &object : workspace.objects()) {
        const kube::ObjectMeta &meta = object->meta;
        const bool isOther = std::holds_alternative<kube::Other>(object->value);
        const bool isUnread = !object->problems.empty(); // of a kind that is judged, and told
        if (!isOther || isUnread || meta.kind.empty() || meta.kind == "List")
            continue;
        Seen &seen = kinds[{meta.kind, meta.apiVersion}];
        if (seen.count++ == 0)
            seen.first = object;
    }
    std::vector<Diagnostic> notes;
    notes.reserve(kinds.size());
    for (const auto &[kind, seen] : kinds)
        notes.push_back({Severity::Note,
                         Code::NotJudged,
                         workspace.place(seen.first.get(), seen.first->meta.nameOrigin),
                         {kind.first, kind.second, std::to_string(seen.count)},
                         {}});
    return notes;
}

std::vector<Diagnostic> nothingJudged(const kube::Workspace &workspace,
                                      const verdict::Evaluator &evaluator)
{
    if (!evaluator.profile().enforces || !evaluator.policies().empty() ||
        !evaluator.clusterPolicies().empty())
        return {};
    const kube::Object *first = nullptr;
    bool hasWorkloads = false;
    for (const kube::ObjectPtr &object : workspace.objects()) {
        if (object->meta.kind.empty() || workspace.location(object.get()).isStale)
            continue;
        if (!first || (object->workload() && !hasWorkloads))
            first = object.get();
        hasWorkloads = hasWorkloads || object->workload();
    }
    if (!first)
        return {};
    return {{Severity::Note,
             hasWorkloads ? Code::NoPolicies : Code::NoWorkloads,
             workspace.place(first, first->meta.nameOrigin),
             {},
             {}}};
}

std::vector<Diagnostic> linesLeftOut(const kube::Workspace &workspace,
                                     const verdict::Evaluator &evaluator)
{
    std::vector<Diagnostic> result;
    for (Diagnostic &problem : verdict::waysIn(workspace, evaluator).problems) {
        const std::string &object = problem.arguments.front(); // kind and name
        if (object.rfind("Ingress ", 0) != 0 && object.rfind("Route ", 0) != 0)
            continue;
        if (problem.code == Code::WayForNamedPods)
            problem.severity = Severity::Warning; // the list takes a side
        result.push_back(std::move(problem));
    }
    return result;
}

} // namespace drawbridge::lint
