#include "edit/object_writer.h"
#include "edit/planner.h"

#include <algorithm>

namespace drawbridge::edit {

namespace {

yaml::Value typesValue(const kube::NetworkPolicy &policy)
{
    std::vector<yaml::Value> types;
    for (kube::Direction direction : kube::kDirections)
        if (policy.isolates(direction))
            types.push_back(
                yaml::Value::ofText(direction == kube::Direction::Ingress ? "Ingress" : "Egress"));
    return yaml::Value::ofSequence(std::move(types));
}

/// The way to a node of an object; nothing if it is elsewhere, as what an alias stands for may be.
std::optional<Path> pathTo(const kube::Object &object, yaml::NodeId node)
{
    const yaml::Tree &tree = object.piece->tree;
    Path path;
    for (; node != object.node; node = tree[node].parent) {
        if (node == yaml::kNoNode || tree[node].parent == yaml::kNoNode)
            return {};
        const yaml::Node parent = tree[tree[node].parent];
        const auto at = std::find(parent.children.begin(), parent.children.end(), node);
        const Step step = parent.kind == yaml::Kind::Mapping
                              ? Step(std::string(tree[tree.keyOf(node)].value))
                              : Step(std::size_t(at - parent.children.begin()));
        path.insert(path.begin(), step);
    }
    return path;
}

/// Nothing that a cluster would refuse stands in these places.
bool isMended(const ObjectWriter &writer, const std::vector<Path> &places)
{
    const kube::Object &object = writer.object();
    const auto isMeant = [&](const Problem &problem) {
        return problem.severity == Severity::Error &&
               std::any_of(places.begin(), places.end(), [&](const Path &place) {
                   const yaml::NodeId node = writer.find(place);
                   return node == yaml::kNoNode ||
                          object.range({node}, object.piece->tree) == problem.range;
               });
    };
    return std::none_of(object.problems.begin(), object.problems.end(), isMeant);
}

} // namespace

/// The last part first, so that the numbers of items before it hold.
Result<Rewrite> Planner::respell(const Respell &intent)
{
    const kube::Object &object = *intent.policy;
    const bool isTaken =
        object.policy() && !object.policy()->wouldBeRefused && object.policy()->subject;
    if (!isTaken && !intent.mends)
        return Failure{Code::RefusedPolicy,
                       {m_workspace.namespaceOf(object) + '/' + object.meta.name}};
    ObjectWriter writer(m_draft, m_draft.handle(&object));
    std::vector<Path> written;
    for (auto part = intent.parts.rbegin(); part != intent.parts.rend(); ++part) {
        const auto path = pathTo(object, part->at.node);
        if (!path || path->empty())
            return Failure{Code::EditInsideAlias, {object.meta.name}};
        if (part->value) {
            writer.set(*path, *part->value);
            written.push_back(*path);
        } else {
            writer.remove(*path);
        }
    }
    if (intent.writesTypes)
        writer.set(Path{"spec", "policyTypes"}, typesValue(*object.policy()), 1);
    if (writer.failure())
        return *writer.failure();
    if (intent.mends)
        return writer.object().meta == object.meta && isMended(writer, written)
                   ? finish(nullptr)
                   : Failure{Code::EditWouldChangeMore, {}};
    const kube::NetworkPolicy *now = writer.object().policy();
    kube::NetworkPolicy wanted = *object.policy();
    wanted.hasPolicyTypes = now && now->hasPolicyTypes;
    if (!now || *now != wanted || writer.object().meta != object.meta)
        return Failure{Code::EditWouldChangeMore, {}};
    return finish(nullptr);
}

} // namespace drawbridge::edit
