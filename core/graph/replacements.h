#pragma once

#include "graph/named_by.h"

#include <unordered_map>
#include <vector>

namespace drawbridge::graph {

/// Policies that went and came, with what they name; and what came in place of what went.
class Replacements
{
public:
    struct Entry
    {
        const kube::Object *policy;
        NamedBy named;
    };

    Replacements(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                 const StatedPods &pods);

    const std::vector<Entry> &removed() const { return m_removed; }
    const std::vector<Entry> &added() const { return m_added; }
    /// Some object that ways in lead through.
    bool hasSteps() const { return m_hasSteps; }
    bool isGone(const kube::Object *object) const { return m_successors.count(object) > 0; }
    /// Of the same kind and name; null if there is none.
    const kube::Object *successor(const kube::Object *gone) const { return m_successors.at(gone); }

    /// What a policy of these says of a node; null for nothing.
    static const NamedBy::Naming *naming(const std::vector<Entry> &entries,
                                         const kube::Object *policy, const Key &node);

private:
    std::vector<Entry> m_removed;
    std::vector<Entry> m_added;
    std::unordered_map<const kube::Object *, const kube::Object *> m_successors;
    bool m_hasSteps = false;
};

} // namespace drawbridge::graph
