#pragma once

#include "graph/ends.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace drawbridge::graph {

/// What one NetworkPolicy names, in the same way as build() takes what all of them name.
class NamedBy
{
public:
    NamedBy(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
            const StatedPods &pods, const kube::Object &object);

    /// An arrow, and the rules that name it in their order.
    struct Named
    {
        Key source;
        Key target;
        std::vector<RuleSource> rules;
    };
    const std::map<Key, Named> &arrows() const { return m_arrows; }

    /// Where a node that policies bring stands in the policy, the first place of several.
    struct Naming
    {
        bool isSubject = false; ///< which counts before the peers of all policies
        Source source;
    };
    const Naming *naming(const Key &node) const; ///< null if it does not name it
    const std::map<Key, Naming> &namings() const { return m_namings; }

    const std::map<Key, Node> &outside() const { return m_ends.outsideNodes(); }
    const std::map<Key, kube::Labels> &namedFrames() const { return m_ends.namedFrames(); }
    const std::string &nameSpace() const { return m_nameSpace; }
    const std::set<Key> &subjects() const
    {
        return m_subjects;
    } ///< and the frames that they are in

private:
    void takeSubjects();
    void takeGroups();
    void takeRule(const RuleSource &rule, const std::vector<Key> &subjects,
                  const std::vector<Key> &peers);
    void takeArrow(const RuleSource &rule, const Key &source, const Key &target);

    const verdict::Evaluator &m_evaluator;
    const kube::Object &m_policy;
    std::string m_nameSpace;
    Ends m_ends;
    std::set<Key> m_subjects;
    std::map<Key, Named> m_arrows;
    std::map<Key, Naming> m_namings;
};

} // namespace drawbridge::graph
