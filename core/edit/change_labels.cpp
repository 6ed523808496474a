#include "edit/planner.h"
#include "edit/policy_writer.h"

namespace drawbridge::edit {

using kube::Object;

namespace {

/// Where the labels of a Namespace, or of a workload's pods, stand.
Path labelsPath(const Object &object)
{
    const kube::Workload *workload = object.workload();
    if (!workload || workload->kind == kube::WorkloadKind::Pod)
        return Path{"metadata", "labels"};
    if (workload->kind == kube::WorkloadKind::CronJob)
        return Path{"spec", "jobTemplate", "spec", "template", "metadata", "labels"};
    return Path{"spec", "template", "metadata", "labels"};
}

/// A label that the workload's own selector demands: without it the API server refuses the
/// template (apps validation: selector does not match template labels).
std::string demanded(const ObjectWriter &writer, const kube::Labels &labels)
{
    const yaml::Tree &tree = writer.object().piece->tree;
    for (const Path &path : {Path{"spec", "selector", "matchLabels"}, Path{"spec", "selector"}}) {
        const yaml::NodeId node = writer.find(path);
        if (node == yaml::kNoNode || tree[node].kind != yaml::Kind::Mapping)
            continue;
        const auto children = tree[node].children;
        for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
            const yaml::Node value = tree[children[i + 1]];
            const auto label = labels.find(tree[children[i]].value);
            if (value.kind == yaml::Kind::Scalar &&
                (label == labels.end() || label->second != value.value))
                return std::string(tree[children[i]].value);
        }
    }
    return {};
}

} // namespace

Result<Rewrite> Planner::changeLabels(const ChangeLabels &intent)
{
    const Object &object = *intent.object;
    const kube::Workload *workload = object.workload();
    const kube::Labels &before = workload ? workload->podLabels : object.meta.labels;
    ObjectWriter writer(m_draft, m_draft.handle(&object));
    if (workload)
        if (const std::string key = demanded(writer, intent.labels); !key.empty())
            return Failure{Code::LabelInUse, {key}};
    PolicyWriter(writer).writeLabels(labelsPath(object), before, intent.labels);
    if (writer.failure())
        return *writer.failure();
    const Object &now = writer.object();
    for (const Problem &problem : now.problems)
        if (problem.severity == Severity::Error)
            return Failure{problem.code, problem.arguments};
    if ((now.workload() ? now.workload()->podLabels : now.meta.labels) != intent.labels)
        return Failure{Code::EditWouldChangeMore, {}};
    return finish(nullptr);
}

} // namespace drawbridge::edit
