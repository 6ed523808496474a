#pragma once

#include "lint/context.h"

namespace drawbridge::lint {

/// A selector for pods by a label that their controllers add, and the workloads of which nobody
/// can tell whether it means some of their pods.
struct AddedLabel
{
    const kube::LabelSelector *selector = nullptr;
    std::string key;
    std::vector<verdict::EndpointId> ends;    ///< at least one
    std::optional<kube::Direction> direction; ///< of the rule; none: it is the policy's subject
};

/// All of a policy, cluster-wide or not; first that of its subject.
std::vector<AddedLabel> addedLabels(const Context &context, const kube::Object &policy);

} // namespace drawbridge::lint
