#include "edit/planner.h"

#include "kube/names.h"

#include <algorithm>

namespace drawbridge::edit {

using kube::Object;
using yaml::Value;

namespace {

/// What an object to be added would be known by.
struct Identity
{
    std::string group;
    std::string kind;
    std::string nameSpace;
    std::string name;

    std::string text() const { return nameSpace.empty() ? name : nameSpace + '/' + name; }
};

/// The object of a value, read as it will be read once it is written. Null if it is none.
kube::ObjectPtr objectOf(const Value &value)
{
    const auto piece = yaml::parseYaml(yaml::blockYaml(value, 0, {}));
    if (!piece->isParsed || piece->tree.isEmpty() ||
        !yaml::isValue(piece->tree, piece->objectNode(), value))
        return nullptr;
    const auto objects = kube::decode(piece);
    return objects.size() == 1 ? objects.front() : nullptr;
}

bool isNamespaced(const Object &object)
{
    return !object.isClusterScoped();
}

Identity identityOf(const kube::Workspace &workspace, const Object &object)
{
    return {object.meta.group(), object.meta.kind,
            isNamespaced(object) ? workspace.namespaceOf(object) : std::string(), object.meta.name};
}

/// The last object of that identity; null if there is none.
const Object *find(const kube::Workspace &workspace, const Identity &identity)
{
    const Object *found = nullptr;
    for (const kube::ObjectPtr &object : workspace.objects()) {
        const Identity other = identityOf(workspace, *object);
        if (other.kind == identity.kind && other.name == identity.name &&
            other.nameSpace == identity.nameSpace && other.group == identity.group)
            found = object.get();
    }
    return found;
}

std::optional<Failure> faultOf(const kube::ObjectPtr &object)
{
    if (!object || object->meta.kind.empty())
        return Failure{Code::NoObject, {}};
    const std::vector<std::string> faults = kube::subdomainFaults(object->meta.name);
    if (!faults.empty())
        return Failure{Code::InvalidName, {object->meta.name, "RFC 1123"}};
    return {};
}

bool isUntouched(const Object &before, const Object &after)
{
    return &before == &after ||
           (before.meta == after.meta && before.value == after.value &&
            yaml::sameContent(before.piece->tree, before.node, after.piece->tree, after.node));
}

/// Every object is still there as it was, in the same order, and `added` is new among them.
bool isOneMore(const kube::Workspace &before, const kube::Workspace &after, const Object *added)
{
    const std::vector<kube::ObjectPtr> old = before.objects();
    std::vector<kube::ObjectPtr> now = after.objects();
    std::erase_if(now, [&](const kube::ObjectPtr &object) { return object.get() == added; });
    return after.objects().size() == old.size() + 1 && now.size() == old.size() &&
           std::equal(old.begin(), old.end(), now.begin(),
                      [](const auto &a, const auto &b) { return isUntouched(*a, *b); });
}

} // namespace

/// The last policy of a namespace that a new object can stand beside, in `file` if that is valid.
const Object *Planner::lastPolicy(const std::string &nameSpace, FileId file) const
{
    const Object *last = nullptr;
    const kube::Workspace &workspace = m_draft.workspace();
    for (const kube::ObjectPtr &object : workspace.objects()) {
        const kube::Location &at = workspace.location(object.get());
        if (object->policy() && !at.isStale && workspace.namespaceOf(*object) == nameSpace &&
            (!file.isValid() || at.file == file))
            last = object.get();
    }
    return last;
}

/// The object beside which one is expected that names no file: for a policy as decision 24 says.
const Object *Planner::neighbour(const Object &added, const std::string &nameSpace) const
{
    const kube::NetworkPolicy *policy = added.policy();
    std::vector<verdict::EndpointId> near;
    if (policy && policy->subject && !policy->subject->isEmpty())
        for (verdict::EndpointId id : m_evaluator.selected(*policy->subject, nameSpace))
            if (m_evaluator.endpoint(id).kind != verdict::EndpointKind::LikeGroup)
                near.push_back(id);
    const kube::Workspace &workspace = m_draft.workspace();
    const auto isUsable = [&](const Object *object) {
        return object && workspace.contains(object) && !workspace.location(object).isStale;
    };
    if (const Object *found = anchor(nameSpace, near); isUsable(found))
        return found;
    if (const Object *last = lastPolicy(nameSpace, {}))
        return last;
    const Object *workload = nullptr;
    for (const kube::ObjectPtr &object : workspace.objects())
        if (object->workload() && workspace.namespaceOf(*object) == nameSpace &&
            isUsable(object.get()))
            workload = object.get();
    return workload;
}

/// Where nothing of the namespace could be its neighbour: the only file, else a file for policies
/// in the folder of what the namespace has, or of all files.
std::optional<Failure> Planner::addSomewhere(const Value &value, const std::string &nameSpace)
{
    const kube::Workspace &workspace = m_draft.workspace();
    const std::vector<FileId> files = workspace.files();
    if (files.empty())
        return Failure{Code::NothingToRead, {""}};
    if (files.size() == 1)
        return m_draft.append(files.front(), value);
    std::string folder = commonFolder(workspace);
    for (const kube::ObjectPtr &object : workspace.objects()) {
        const bool isNamespace = std::holds_alternative<kube::Namespace>(object->value);
        if ((isNamespace ? object->meta.name : workspace.namespaceOf(*object)) == nameSpace)
            folder = workspace.file(workspace.location(object.get()).file).path();
    }
    return m_draft.addBeside(folder, value);
}

/// `last`: what was added before it; the next of that namespace follows it.
std::optional<Failure> Planner::addWhole(const Value &value, FileId file, const Object *&last)
{
    const kube::ObjectPtr wanted = objectOf(value);
    if (auto failure = faultOf(wanted))
        return failure;
    const kube::Workspace before = m_draft.workspace();
    const Identity identity = identityOf(before, *wanted);
    if (find(before, identity))
        return Failure{Code::NameTaken, {identity.kind, identity.text()}};
    const std::string &nameSpace = before.namespaceOf(*wanted);
    const bool follows = last && before.contains(last) && before.namespaceOf(*last) == nameSpace;
    const Object *beside = follows          ? last
                           : file.isValid() ? lastPolicy(nameSpace, file)
                                            : neighbour(*wanted, nameSpace);
    if (auto failure = beside           ? m_draft.add(beside, value)
                       : file.isValid() ? m_draft.append(file, value)
                                        : addSomewhere(value, nameSpace))
        return failure;
    const kube::Workspace &after = m_draft.workspace();
    last = find(after, identity);
    const bool isRight = last && isOneMore(before, after, last) && last->value == wanted->value &&
                         yaml::isValue(last->piece->tree, last->node, value);
    return isRight ? std::nullopt : std::optional(Failure{Code::EditWouldChangeMore, {}});
}

Result<Rewrite> Planner::addObjects(const AddObjects &intent)
{
    FileId file = m_workspace.contains(intent.file) ? intent.file : FileId();
    if (!intent.newFile.empty()) {
        const FileId known = m_workspace.fileAt(intent.newFile);
        file = known.isValid() ? known : m_draft.addFile(intent.newFile);
    }
    const Object *last = nullptr;
    for (const Value &value : intent.objects)
        if (auto failure = addWhole(value, file, last))
            return *failure;
    return finish(nullptr);
}

} // namespace drawbridge::edit
