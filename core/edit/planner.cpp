#include "edit/planner.h"

#include "base/effort.h"

#include <algorithm>
#include <unordered_set>

namespace drawbridge::edit {

using kube::Direction;
using kube::Object;
using verdict::EndpointId;
using yaml::Value;

Planner::Planner(const kube::Workspace &workspace, const verdict::Evaluator &evaluator)
    : m_workspace(workspace), m_evaluator(evaluator), m_draft(workspace)
{
}

const char *keyOf(Direction direction)
{
    return direction == Direction::Ingress ? "ingress" : "egress";
}

yaml::NodeId specNode(const Object &policy)
{
    return policy.piece->tree.find(policy.node, "spec");
}

yaml::NodeId ruleListNode(const Object &policy, Direction direction)
{
    const yaml::NodeId spec = specNode(policy);
    return spec == yaml::kNoNode ? spec : policy.piece->tree.find(spec, keyOf(direction));
}

/// The object beside which a new policy is written: the last policy that selects one of `near`,
/// else the last policy of the namespace in the same files, else the workload itself.
const Object *Planner::anchor(const std::string &nameSpace,
                              const std::vector<EndpointId> &near) const
{
    const Object *best = nullptr;
    std::unordered_set<const Object *> policies;
    for (EndpointId id : near)
        for (Direction direction : kube::kDirections) {
            const auto about = m_evaluator.policiesOf(id, direction);
            spend(about.size());
            policies.insert(about.begin(), about.end());
        }
    FileId file;
    for (const kube::ObjectPtr &policy : m_evaluator.policies())
        if (policies.count(policy.get()) > 0)
            file = m_workspace.location(policy.get()).file;
    for (const kube::ObjectPtr &policy : m_evaluator.policies()) {
        const bool isHere = !file.isValid() || m_workspace.location(policy.get()).file == file;
        if (isHere && m_workspace.namespaceOf(*policy) == nameSpace)
            best = policy.get();
    }
    if (best && file.isValid())
        return best;
    for (EndpointId id : near)
        for (const Object *object : m_evaluator.endpoint(id).objects)
            return object;
    return best;
}

std::optional<Failure> Planner::addObject(const Object *beside, const Value &value, FileId file)
{
    if (file.isValid())
        return m_draft.append(file, value);
    if (beside)
        return m_draft.add(beside, value);
    const std::vector<FileId> files = m_workspace.files();
    if (files.empty())
        return Failure{Code::NothingToRead, {""}};
    return m_draft.append(files.back(), value);
}

Result<Rewrite> Planner::inSteps(const std::vector<Intent> &parts, const Asked *asked) const
{
    kube::Workspace workspace = m_workspace;
    verdict::Evaluator evaluator(m_evaluator);
    for (const Intent &part : parts) {
        const Result<Rewrite> plan = rewrite(workspace, evaluator, part);
        if (!plan)
            return plan.failure();
        workspace = applied(workspace, *plan);
        evaluator.update(workspace);
    }
    Rewrite result;
    for (FileId id : workspace.files()) {
        const std::string &after = workspace.file(id).bytes();
        if (!m_workspace.contains(id))
            result.newFiles.push_back({workspace.file(id).path(), after});
        else if (const std::string &before = m_workspace.file(id).bytes(); before != after)
            result.patches.push_back({id, lineDifference(before, after)});
    }
    result.alsoChanges = sideEffects(m_evaluator, evaluator, asked);
    return result;
}

/// Why what was asked does not hold after the edit: `missing` is what should be allowed.
Failure Planner::whyNot(const verdict::Evaluator &after, const Asked &asked,
                        const kube::ConnectionSet &missing) const
{
    if (!missing.isEmpty())
        if (auto denied =
                decidedAbove(after, asked.source, asked.target, kube::RuleAction::Deny, missing))
            return *denied;
    if (!asked.taken.isEmpty())
        if (auto granted = decidedAbove(after, asked.source, asked.target, kube::RuleAction::Accept,
                                        asked.taken))
            return *granted;
    return Failure{Code::WouldNotHold,
                   {textOf(m_evaluator, asked.source), textOf(m_evaluator, asked.target)}};
}

Result<Rewrite> Planner::finish(const Asked *asked,
                                const std::map<std::string, std::string> &renamed)
{
    verdict::Evaluator after(m_evaluator);
    after.update(m_draft.workspace());
    if (asked) {
        const Reach reached = asked->half
                                  ? reachHalf(after, *asked->half, asked->source, asked->target)
                                  : reach(after, asked->source, asked->target);
        const bool holds =
            reached.every.contains(asked->added) && (reached.some & asked->taken).isEmpty();
        if (!holds)
            return whyNot(after, *asked, asked->added - reached.every);
    }
    Rewrite result = m_draft.finish();
    const EndpointId gone = m_evaluator.find(m_gone);
    const auto isOfGone = [&](const PairChange &change) {
        return gone.isValid() && change.source == m_evaluator.endpoint(gone).text() &&
               change.before.contains(change.after);
    };
    result.alsoChanges = sideEffects(m_evaluator, after, asked, renamed, isOfGone);
    result.renamed = renamed;
    result.drawnCuts = lostPairs(after);
    for (EndpointId id : vanishedGroups(m_evaluator, after, renamed))
        if (const verdict::Endpoint &group = m_evaluator.endpoint(id);
            after.selected(*group.selector, group.nameSpace).empty() && group.key() != m_gone)
            result.noLongerShown.push_back(group.text());
    return result;
}

namespace {

/// Ids of the picture and objects of the text may outlive what they stood for.
struct Outlived
{
    const kube::Workspace &workspace;
    const verdict::Evaluator &evaluator;
    using Failed = std::optional<Failure>;

    Failed of(const std::string &endpoint) const
    {
        const bool isGone = !evaluator.find(endpoint).isValid();
        return isGone ? Failed(Failure{Code::UnknownName, {endpoint, ""}}) : Failed();
    }
    Failed of(const End &end) const
    {
        return end.kind == End::Kind::Endpoint ? of(end.name) : Failed();
    }
    Failed of(const kube::ObjectPtr &object) const
    {
        if (!object || !workspace.contains(object.get()))
            return Failure{Code::UnknownName, {object ? object->meta.name : std::string(), ""}};
        const kube::Location &at = workspace.location(object.get());
        const std::string &path = workspace.file(at.file).path();
        return at.isStale ? Failed(Failure{Code::EditStale, {path}}) : Failed();
    }

    Failed operator()(const Allow &i) const
    {
        const Failed source = of(i.source);
        return source ? source : of(i.target);
    }
    Failed operator()(const Revoke &i) const
    {
        const Failed source = of(i.source);
        return source ? source : of(i.target);
    }
    Failed operator()(const SetPorts &i) const
    {
        const Failed source = of(i.source);
        return source ? source : of(i.target);
    }
    Failed operator()(const Isolate &) const { return {}; }
    Failed operator()(const AddService &) const { return {}; }
    Failed operator()(const AddObjects &) const { return {}; }
    Failed operator()(const ChangePolicy &i) const { return of(i.policy); }
    Failed operator()(const RemoveObject &i) const { return of(i.object); }
    Failed operator()(const Rename &i) const { return of(i.endpoint); }
    Failed operator()(const MoveService &i) const { return of(i.endpoint); }
    Failed operator()(const RemoveService &i) const { return of(i.endpoint); }
    Failed operator()(const ChangeLabels &i) const { return of(i.object); }
    Failed operator()(const ChangePorts &i) const
    {
        Failed failed;
        for (const auto &part : i.containers)
            failed = failed ? failed : of(part.workload);
        for (const auto &part : i.services)
            failed = failed ? failed : of(part.service);
        return failed;
    }
    Failed operator()(const Paste &) const { return {}; }
    Failed operator()(const Respell &i) const { return of(i.policy); }
};

/// Nobody can say what these would change where no policy is enforced.
bool isAboutVerdicts(const Intent &intent)
{
    return std::holds_alternative<Allow>(intent) || std::holds_alternative<Revoke>(intent) ||
           std::holds_alternative<SetPorts>(intent) || std::holds_alternative<Isolate>(intent);
}

/// As much takes some seconds, and some hundred megabytes for the pairs that change.
constexpr std::size_t kMostEffortOfEdit = 120'000'000;

Result<Rewrite> planWith(Planner &planner, const Intent &intent)
{
    struct
    {
        Planner &planner;
        Result<Rewrite> operator()(const Allow &i) { return planner.allow(i); }
        Result<Rewrite> operator()(const Revoke &i) { return planner.revoke(i); }
        Result<Rewrite> operator()(const SetPorts &i) { return planner.setPorts(i); }
        Result<Rewrite> operator()(const Isolate &i) { return planner.isolate(i); }
        Result<Rewrite> operator()(const AddService &i) { return planner.addService(i); }
        Result<Rewrite> operator()(const ChangePolicy &i) { return planner.changePolicy(i); }
        Result<Rewrite> operator()(const RemoveObject &i) { return planner.removeObject(i); }
        Result<Rewrite> operator()(const Rename &i) { return planner.rename(i); }
        Result<Rewrite> operator()(const MoveService &i) { return planner.moveService(i); }
        Result<Rewrite> operator()(const RemoveService &i) { return planner.removeService(i); }
        Result<Rewrite> operator()(const ChangeLabels &i) { return planner.changeLabels(i); }
        Result<Rewrite> operator()(const ChangePorts &i) { return planner.changePorts(i); }
        Result<Rewrite> operator()(const Paste &i) { return planner.paste(i); }
        Result<Rewrite> operator()(const Respell &i) { return planner.respell(i); }
        Result<Rewrite> operator()(const AddObjects &i) { return planner.addObjects(i); }
    } plan{planner};
    return std::visit(plan, intent);
}

} // namespace

Result<Rewrite> rewrite(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                        const Intent &intent)
{
    if (auto failure = std::visit(Outlived{workspace, evaluator}, intent))
        return *failure;
    if (!evaluator.profile().enforces && isAboutVerdicts(intent))
        return Failure{Code::PluginEnforcesNothing, {evaluator.profile().title()}};
    const EffortLimit limit(kMostEffortOfEdit);
    try {
        Planner planner(workspace, evaluator);
        return planWith(planner, intent);
    } catch (const EffortSpent &) {
        if (!limit.isSpent())
            throw;
        return Failure{Code::EditTooLarge, {}};
    }
}

kube::Workspace applied(const kube::Workspace &workspace, const Rewrite &rewrite)
{
    kube::Workspace result = workspace;
    for (const FilePatches &file : rewrite.patches)
        result.apply(file.file, file.patches);
    for (const NewFile &file : rewrite.newFiles)
        result.add(file.path, file.bytes);
    return result;
}

} // namespace drawbridge::edit
