#include "kube/workload.h"

namespace drawbridge::kube {

namespace {

constexpr WorkloadKind kKinds[] = {
    WorkloadKind::Pod,       WorkloadKind::Deployment, WorkloadKind::StatefulSet,
    WorkloadKind::DaemonSet, WorkloadKind::ReplicaSet, WorkloadKind::ReplicationController,
    WorkloadKind::Job,       WorkloadKind::CronJob,
};

} // namespace

const char *nameOf(WorkloadKind kind)
{
    switch (kind) {
    case WorkloadKind::Pod:
        return "Pod";
    case WorkloadKind::Deployment:
        return "Deployment";
    case WorkloadKind::StatefulSet:
        return "StatefulSet";
    case WorkloadKind::DaemonSet:
        return "DaemonSet";
    case WorkloadKind::ReplicaSet:
        return "ReplicaSet";
    case WorkloadKind::ReplicationController:
        return "ReplicationController";
    case WorkloadKind::Job:
        return "Job";
    case WorkloadKind::CronJob:
        return "CronJob";
    }
    return "";
}

std::optional<WorkloadKind> workloadKindNamed(std::string_view kind)
{
    for (WorkloadKind candidate : kKinds) {
        if (kind == nameOf(candidate))
            return candidate;
    }
    return std::nullopt;
}

} // namespace drawbridge::kube
