#include "edit/planner.h"
#include "edit/policy_writer.h"
#include "kube/names.h"
#include "verdict/endpoints.h"

#include <algorithm>

namespace drawbridge::edit {

using kube::Direction;
using kube::LabelSelector;
using kube::Object;
using verdict::Endpoint;
using verdict::EndpointId;

namespace {

/// The label that a group is called by; empty if it is called by its policy.
std::string namingLabel(const Endpoint &endpoint)
{
    for (const auto &[key, value] : verdict::certainLabels(*endpoint.selector))
        if (value == endpoint.name && verdict::groupName(*endpoint.selector, "") == endpoint.name)
            return key;
    return {};
}

/// The selector with another value of a label that it demands.
LabelSelector relabelled(LabelSelector selector, const std::string &key, const std::string &value)
{
    if (const auto label = selector.matchLabels.find(key); label != selector.matchLabels.end())
        label->second = value;
    for (kube::Requirement &requirement : selector.expressions)
        if (requirement.key == key && requirement.op == kube::Operator::In &&
            requirement.values.size() == 1)
            requirement.values.front() = value;
    return selector;
}

Path peerPath(Direction direction, std::size_t rule, std::size_t peer)
{
    const bool in = direction == Direction::Ingress;
    return Path{"spec", std::string(keyOf(direction)), rule, std::string(in ? "from" : "to"), peer};
}

} // namespace

Result<Rewrite> Planner::rename(const Rename &intent)
{
    const EndpointId id = m_evaluator.find(intent.endpoint);
    const Endpoint &endpoint = m_evaluator.endpoint(id);
    if (intent.name == endpoint.name)
        return Rewrite();
    return endpoint.selector ? renameGroup(id, intent.name) : renameWorkload(id, intent.name);
}

/// Decision 28: its label's value in the subject and in every peer that names it.
Result<Rewrite> Planner::renameGroup(EndpointId id, const std::string &name)
{
    const Endpoint &endpoint = m_evaluator.endpoint(id);
    const std::string key = namingLabel(endpoint);
    const auto faults = key.empty() ? kube::subdomainFaults(name) : kube::labelValueFaults(name);
    if (name.empty() || !faults.empty())
        return Failure{Code::InvalidName, {name, faults.empty() ? "" : faults.front()}};
    Endpoint now = endpoint;
    now.name = name;
    if (!key.empty())
        now.selector = relabelled(*endpoint.selector, key, name);
    if (!key.empty() && !m_evaluator.selected(*now.selector, endpoint.nameSpace).empty())
        return Failure{Code::ServiceExists, {endpoint.nameSpace + '/' + name}};
    const std::string canonical = endpoint.selector->canonical();
    bool isNamed = false;
    for (const Object *object : editablePolicies()) {
        const kube::NetworkPolicy &policy = *object->policy();
        ObjectWriter writer(m_draft, m_draft.handle(object));
        PolicyWriter parts(writer);
        const bool isOwn = m_evaluator.namespaceOf(object) == endpoint.nameSpace &&
                           policy.subject->canonical() == canonical;
        if (isOwn && object->meta.name == endpoint.name && kube::subdomainFaults(name).empty()) {
            writer.set(
                Path{"metadata", "name"},
                yaml::Value::ofText(freePolicyName(m_draft.workspace(), endpoint.nameSpace, name)));
            isNamed = true;
        }
        const auto write = [&](const Path &path, const LabelSelector &selector) {
            if (key.empty())
                return;
            parts.writeSelector(path, selector, relabelled(selector, key, name));
            isNamed = true;
        };
        if (isOwn)
            write(Path{"spec", "podSelector"}, *policy.subject);
        for (Direction direction : kube::kDirections)
            for (std::size_t r = 0; r < policy.rules(direction).size(); ++r)
                for (std::size_t p = 0; p < policy.rules(direction)[r].peers.size(); ++p) {
                    const kube::Peer &peer = policy.rules(direction)[r].peers[p];
                    if (peer.pods && peer.pods->canonical() == canonical &&
                        meansOnly(peer, m_evaluator.namespaceOf(object), id))
                        write(peerPath(direction, r, p) / std::string("podSelector"), *peer.pods);
                }
        if (writer.failure())
            return *writer.failure();
    }
    if (!isNamed)
        return Failure{Code::NoNameToChange, {endpoint.text()}};
    return finish(nullptr, {{endpoint.key(), now.key()}});
}

Result<Rewrite> Planner::renameWorkload(EndpointId id, const std::string &name)
{
    const Endpoint &endpoint = m_evaluator.endpoint(id);
    const auto faults = kube::subdomainFaults(name);
    if (!faults.empty())
        return Failure{Code::InvalidName, {name, faults.front()}};
    Endpoint now = endpoint;
    now.name = name;
    if (m_evaluator.find(now.key()).isValid())
        return Failure{Code::NameTaken, {endpoint.kindName, endpoint.nameSpace + '/' + name}};
    for (const Object *object : endpoint.objects) {
        if (object->meta.kind != endpoint.kindName || object->meta.name != endpoint.name)
            continue;
        ObjectWriter writer(m_draft, m_draft.handle(object));
        writer.set(Path{"metadata", "name"}, yaml::Value::ofText(name));
        if (writer.failure())
            return *writer.failure();
        Result<Rewrite> result = finish(nullptr, {{endpoint.key(), now.key()}});
        if (result)
            noteLeftAlone(*result, endpoint.name);
        return result;
    }
    return Failure{Code::NoNameToChange, {endpoint.text()}};
}

/// Every scalar that is exactly the old name: perhaps a reference, perhaps a label.
void Planner::noteLeftAlone(Rewrite &rewrite, const std::string &name) const
{
    const kube::Workspace now = applied(m_workspace, rewrite);
    for (FileId id : now.files())
        for (const yaml::PlacedPiece &placed : now.file(id).pieces())
            for (yaml::NodeId node = 0; node < placed.piece->tree.size(); ++node) {
                const yaml::Node scalar = placed.piece->tree[node];
                if (scalar.kind == yaml::Kind::Scalar && scalar.value == name)
                    rewrite.leftAlone.push_back(
                        {id, placed.toFile(TextRange{scalar.contentStart, scalar.end})});
            }
}

Result<Rewrite> Planner::moveService(const MoveService &intent)
{
    const EndpointId id = m_evaluator.find(intent.endpoint);
    const Endpoint &endpoint = m_evaluator.endpoint(id);
    if (endpoint.nameSpace == intent.nameSpace)
        return Rewrite();
    const auto faults = kube::dnsLabelFaults(intent.nameSpace);
    if (!faults.empty())
        return Failure{Code::InvalidName, {intent.nameSpace, faults.front()}};
    if (writtenNamespace(m_workspace, intent.nameSpace).empty() ||
        writtenNamespace(m_workspace, endpoint.nameSpace).empty())
        return Failure{Code::NeedsNamespace, {intent.nameSpace}};
    Endpoint now = endpoint;
    now.nameSpace = intent.nameSpace;
    if (m_evaluator.find(now.key()).isValid())
        return Failure{Code::ServiceExists, {intent.nameSpace + '/' + endpoint.name}};
    if (auto failure = movePeers(id, intent.nameSpace))
        return *failure;
    std::vector<const Object *> moving = soleSubjects(id);
    moving.insert(moving.end(), endpoint.objects.begin(), endpoint.objects.end());
    for (const Object *object : moving)
        if (auto failure = moveObject(*object, intent.nameSpace))
            return *failure;
    if (moving.empty())
        return Failure{Code::NoNameToChange, {endpoint.text()}};
    return finish(nullptr, {{endpoint.key(), now.key()}});
}

std::optional<Failure> Planner::moveObject(const Object &object, const std::string &nameSpace)
{
    for (const kube::ObjectPtr &other : m_workspace.objects())
        if (other->meta.kind == object.meta.kind && other->meta.name == object.meta.name &&
            m_workspace.namespaceOf(*other) == nameSpace)
            return Failure{Code::NameTaken, {object.meta.kind, nameSpace + '/' + object.meta.name}};
    ObjectWriter writer(m_draft, m_draft.handle(&object));
    writer.set(Path{"metadata", "namespace"}, yaml::Value::ofText(nameSpace), 1);
    return writer.failure();
}

/// A peer says in which namespace its pods are, seen from the policy's own: both sides of that may
/// change.
std::optional<Failure> Planner::movePeers(EndpointId id, const std::string &nameSpace)
{
    const std::vector<const Object *> own = soleSubjects(id);
    for (const kube::ObjectPtr &object : m_evaluator.policies()) {
        const std::string &policyNow = m_evaluator.namespaceOf(object.get());
        const bool moves = std::find(own.begin(), own.end(), object.get()) != own.end();
        const std::string &policyThen = moves ? nameSpace : policyNow;
        ObjectWriter writer(m_draft, m_draft.handle(object.get()));
        for (Direction direction : kube::kDirections)
            for (std::size_t r = 0; r < object->policy()->rules(direction).size(); ++r)
                for (std::size_t p = 0; p < object->policy()->rules(direction)[r].peers.size();
                     ++p) {
                    const kube::Peer &peer = object->policy()->rules(direction)[r].peers[p];
                    const bool isIt = meansOnly(peer, policyNow, id);
                    const bool isLocal = peer.pods && !peer.namespaces;
                    if (!isIt && !(moves && isLocal))
                        continue;
                    if (object->policy()->wouldBeRefused)
                        return Failure{Code::RefusedPolicy, {policyNow + '/' + object->meta.name}};
                    const Path path = peerPath(direction, r, p) / std::string("namespaceSelector");
                    const std::string &peerThen = isIt ? nameSpace : policyNow;
                    if (peerThen != policyThen)
                        writer.set(path, labelsValue({{kube::kNamespaceNameLabel, peerThen}}), 0);
                    else if (peer.namespaces)
                        writer.remove(path);
                }
        if (writer.failure())
            return writer.failure();
    }
    return {};
}

} // namespace drawbridge::edit
