#pragma once

#include "kube/network_policy.h"
#include "verdict/evaluator.h"

#include <utility>
#include <vector>

namespace drawbridge::edit {

/// A policy to be: the rules that mirror what other ends say about the pods of one subject.
struct MissingHalf
{
    kube::LabelSelector subject; ///< seen from the namespace that is walled
    std::vector<kube::Rule> rules;
};

/// What a namespace needs so that a wall in one direction cuts no connection that is drawn: where
/// the rule of the other end names its pods, that rule turned round, with the same selectors and
/// ports. So it admits those pairs and no others. Address blocks name no pods: they draw nothing
/// that the wall could cut. Pods of one workload may differ: where a policy isolates some of them,
/// rules are for the others alone; those are cut off from what that policy draws for all.
class DrawnHalves
{
public:
    using Pair = std::pair<verdict::EndpointId, verdict::EndpointId>; ///< source and target

    DrawnHalves(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                const std::string &nameSpace, kube::Direction direction);

    const std::vector<MissingHalf> &halves() const { return m_halves; }
    /// All pairs that a rule names and whose half in the namespace is open now, also those that no
    /// half of halves() keeps.
    const std::vector<Pair> &pairs() const { return m_pairs; }

private:
    using Ids = std::vector<verdict::EndpointId>;
    using Policies = std::vector<const kube::Object *>;

    void unite();
    void uniteIfMany();
    void mirror(const kube::Object &policy, std::size_t rule);
    void drawOwn(const kube::Object &policy, const kube::Rule &rule);
    std::vector<kube::LabelSelector> subjects(const kube::Object &policy,
                                              const kube::Rule &rule) const;
    void mirror(const kube::Object &policy, std::size_t rule, const kube::LabelSelector &subject,
                const Ids &others);
    std::vector<kube::LabelSelector> ofOpenPods(verdict::EndpointId own,
                                                const kube::LabelSelector &subject) const;
    bool makesAGroup(const kube::LabelSelector &subject, const Ids &picked) const;
    Ids inBlocks(const kube::Rule &rule, const Ids &among) const;
    Ids cutOf(const kube::Object &policy, std::size_t rule, const Ids &picked, const Ids &others);
    bool wouldOpen(const kube::Object &policy, std::size_t rule, const kube::LabelSelector &subject,
                   verdict::EndpointId own, const Ids &others) const;
    Policies isolating(verdict::EndpointId own, const verdict::Variant &pods) const;
    bool isMixed(verdict::EndpointId own) const;
    kube::ConnectionSet ports(const kube::Object &policy, std::size_t rule, const Pair &pair) const;
    Pair pair(verdict::EndpointId own, verdict::EndpointId other) const;
    bool isOpen(verdict::EndpointId own) const;
    void add(const kube::LabelSelector &subject, const kube::Object &policy,
             const kube::Rule &rule);

    const kube::Workspace &m_workspace;
    const verdict::Evaluator &m_evaluator;
    std::string m_nameSpace;
    kube::Direction m_direction;
    kube::Direction m_opposite;
    Ids m_all;
    Ids m_here; ///< those of the namespace
    std::vector<MissingHalf> m_halves;
    std::vector<Pair> m_pairs;
    std::size_t m_united = 0; ///< how many there were when last each was kept once
};

} // namespace drawbridge::edit
