#pragma once

#include "edit/object_writer.h"

namespace drawbridge::edit {

/// A container of a workload's pods with its ports; initContainers are none.
struct ContainerPorts
{
    std::string name;
    Path path; ///< from the object to the container
    std::vector<kube::ContainerPort> ports;
    bool isComplete = true; ///< every item of its ports could be read
};

/// In text order. A container that stands behind an alias has no ports here and is not complete.
std::vector<ContainerPorts> containersOf(const kube::Object &workload);

/// The Services of a workload's namespace that select its pods.
std::vector<kube::ObjectPtr> servicesOf(const kube::Workspace &workspace,
                                        const kube::Object &workload);

} // namespace drawbridge::edit
