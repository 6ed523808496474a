#pragma once

#include "kube/workspace.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace drawbridge::verdict {

/// Which NetworkPolicies may have to do with a pod of given labels: by one label of each selector
/// for pods, of subjects and of peers. Tells too many, never too few; selectors that are empty pick
/// by their namespaces alone and are left out.
class SelectorIndex
{
public:
    explicit SelectorIndex(const std::vector<kube::ObjectPtr> &policies);

    /// Those with a selector that may pick such a pod, or be the very one that it stands for;
    /// ascending, each once.
    std::vector<const kube::Object *> mayPick(const kube::Labels &labels) const;

private:
    void add(const kube::LabelSelector &pods, const kube::Object *policy);

    std::unordered_map<std::size_t, std::vector<const kube::Object *>> m_byLabel; ///< its hash
    std::vector<const kube::Object *> m_others; ///< with selectors that no one label stands for
};

} // namespace drawbridge::verdict
