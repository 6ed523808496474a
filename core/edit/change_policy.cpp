#include "edit/planner.h"
#include "edit/policy_writer.h"

#include <algorithm>

namespace drawbridge::edit {

using kube::Direction;
using kube::NetworkPolicy;
using kube::Object;

namespace {

/// A list that is left without entries would mean everyone: who wants that says so.
std::optional<Failure> emptied(const NetworkPolicy &wanted)
{
    for (Direction direction : kube::kDirections) {
        const auto &rules = wanted.rules(direction);
        for (std::size_t i = 0; i < rules.size(); ++i) {
            const std::vector<std::string> place{keyOf(direction), std::to_string(i + 1)};
            if (rules[i].anyPeer != rules[i].peers.empty())
                return Failure{Code::RuleNeedsPeers, place};
            if (rules[i].anyPort != rules[i].ports.empty())
                return Failure{Code::RuleNeedsPorts, place};
        }
    }
    return {};
}

/// Why the new text does not say what was wanted; nothing if it does.
std::optional<Failure> difference(const Object &object, NetworkPolicy wanted,
                                  const std::string &name)
{
    for (const Problem &problem : object.problems)
        if (problem.severity == Severity::Error)
            return Failure{problem.code, problem.arguments};
    wanted.hasPolicyTypes = object.policy() && object.policy()->hasPolicyTypes;
    const bool isRight = object.policy() && *object.policy() == wanted && object.meta.name == name;
    return isRight ? std::nullopt : std::optional(Failure{Code::EditWouldChangeMore, {}});
}

bool isTaken(const kube::Workspace &workspace, const Object &object, const std::string &name)
{
    for (const kube::ObjectPtr &other : workspace.objects())
        if (other.get() != &object && other->meta.kind == object.meta.kind &&
            other->meta.name == name &&
            workspace.namespaceOf(*other) == workspace.namespaceOf(object))
            return true;
    return false;
}

} // namespace

Result<Rewrite> Planner::changePolicy(const ChangePolicy &intent)
{
    const Object &object = *intent.policy;
    const std::string nameSpace = m_workspace.namespaceOf(object);
    if (!object.policy() || object.policy()->wouldBeRefused || !object.policy()->subject)
        return Failure{Code::RefusedPolicy, {nameSpace + '/' + object.meta.name}};
    if (auto failure = emptied(intent.wanted))
        return *failure;
    const bool isRenamed = intent.name != object.meta.name;
    if (isRenamed && isTaken(m_workspace, object, intent.name))
        return Failure{Code::NameTaken, {object.meta.kind, nameSpace + '/' + intent.name}};
    const Draft::Handle handle = m_draft.handle(&object);
    ObjectWriter writer(m_draft, handle);
    if (isRenamed)
        writer.set(Path{"metadata", "name"}, yaml::Value::ofText(intent.name));
    PolicyWriter(writer).write(*object.policy(), intent.wanted);
    if (writer.failure())
        return *writer.failure();
    if (auto failure = difference(writer.object(), intent.wanted, intent.name))
        return *failure;
    return finish(nullptr);
}

Result<Rewrite> Planner::removeObject(const RemoveObject &intent)
{
    if (auto failure = m_draft.remove(m_draft.handle(intent.object.get())))
        return *failure;
    return finish(nullptr);
}

bool Planner::isEditable(const Object &object) const
{
    const kube::Location &at = m_workspace.location(&object);
    return !at.isStale && m_workspace.file(at.file).pieces()[at.piece].piece->isEditable;
}

std::vector<const Object *> Planner::editablePolicies() const
{
    std::vector<const Object *> result;
    for (const kube::ObjectPtr &policy : m_evaluator.policies())
        if (isEditable(*policy) && !policy->policy()->wouldBeRefused)
            result.push_back(policy.get());
    return result;
}

std::vector<const Object *> Planner::soleSubjects(verdict::EndpointId id) const
{
    std::vector<const Object *> result;
    for (const kube::ObjectPtr &policy : m_evaluator.policies()) {
        const auto &subject = policy->policy()->subject;
        if (subject && !subject->isEmpty() &&
            m_evaluator.endpointsOf(policy.get()) == std::vector{id})
            result.push_back(policy.get());
    }
    return result;
}

bool Planner::meansOnly(const kube::Peer &peer, const std::string &policyNamespace,
                        verdict::EndpointId id) const
{
    return peer.pods && !peer.pods->isEmpty() &&
           m_evaluator.selected(peer, policyNamespace) == std::vector{id};
}

} // namespace drawbridge::edit
