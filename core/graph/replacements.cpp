#include "graph/replacements.h"

#include <algorithm>

namespace drawbridge::graph {

using kube::Object;
using verdict::Evaluator;

static const Object *successorOf(const kube::Workspace &workspace, const Object &gone,
                                 const std::vector<kube::ObjectPtr> &added)
{
    const auto found = std::find_if(added.begin(), added.end(), [&](const auto &object) {
        return object->value.index() == gone.value.index() && object->meta.kind == gone.meta.kind &&
               object->meta.name == gone.meta.name &&
               workspace.namespaceOf(*object) == workspace.namespaceOf(gone);
    });
    return found == added.end() ? nullptr : found->get();
}

Replacements::Replacements(const kube::Workspace &workspace, const Evaluator &evaluator,
                           const StatedPods &pods)
{
    const Evaluator::Replaced &replaced = *evaluator.lastReplaced();
    const auto sort = [&](const std::vector<kube::ObjectPtr> &objects,
                          std::vector<Entry> &policies) {
        for (const kube::ObjectPtr &object : objects)
            if (object->policy())
                policies.push_back({object.get(), NamedBy(workspace, evaluator, pods, *object)});
    };
    sort(replaced.removed, m_removed);
    sort(replaced.added, m_added);
    for (const kube::ObjectPtr &object : replaced.removed) {
        m_successors.emplace(object.get(), successorOf(workspace, *object, replaced.added));
        m_hasSteps |= !object->policy() && !object->workload();
    }
}

const NamedBy::Naming *Replacements::naming(const std::vector<Entry> &entries, const Object *policy,
                                            const Key &node)
{
    const auto found = std::find_if(entries.begin(), entries.end(), [policy](const Entry &entry) {
        return entry.policy == policy;
    });
    return found == entries.end() ? nullptr : found->named.naming(node);
}

} // namespace drawbridge::graph
