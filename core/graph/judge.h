#pragma once

#include "graph/graph.h"
#include "verdict/pair_verdicts.h"

#include <map>
#include <memory>
#include <vector>

namespace drawbridge::graph {

class Asking; ///< see judge.cpp

/// Gives an arrow between two ends its verdict; the ends are nodes that it knows, or frames. A
/// frame stands for the services in it; one without any for a pod that may come, of which nothing
/// but the namespace is known. A node that is added must outlive it, and all are added before the
/// first arrow is judged; the evaluator stays as it is. For one thread.
class Judge
{
public:
    explicit Judge(const verdict::Evaluator &evaluator) : m_evaluator(evaluator) {}

    void add(const Node &node);
    /// Of a namespace that only rules name, with what they say of its labels.
    void addNamespace(const Key &frame, const kube::Labels &labels) { m_named[frame] = labels; }
    /// False for a node that was not added, and for a frame of a namespace that nothing speaks of.
    bool knows(const Key &end) const;

    void judge(Arrow &arrow);
    /// Of all arrows so far: how many pairs of ends were asked about.
    std::size_t pairCount() const { return m_pairCount; }

private:
    using Members = std::vector<verdict::EndpointId>;

    const Members &members(const Key &end) const;
    const std::vector<Members> &kindsOf(const Members &members);
    Members oneOfEachKind(const Members &members);
    template <typename Visit>
    void forPairs(const Members &sources, const Members &targets, const Visit &visit);
    verdict::PairVerdicts *verdictsFor(const Members &sources, const Members &targets);
    const verdict::Stranger &strangerIn(const Key &frame);
    void judgeOutside(Arrow &arrow, const Node &outside, const Key &inside,
                      kube::Direction direction);
    void judgePairs(Arrow &arrow, const Members &sources, const Members &targets);
    template <typename ForAll>
    void judgeAll(Arrow &arrow, Asking &asking, const ForAll &forAll);

    const verdict::Evaluator &m_evaluator;
    std::size_t m_pairCount = 0;
    std::map<Key, Members> m_members; ///< of nodes and frames
    std::map<Key, const Node *> m_outside;
    std::map<Key, kube::Labels> m_named;
    std::map<Key, verdict::Stranger> m_strangers;      ///< of frames, as they are asked for
    std::unique_ptr<verdict::PairVerdicts> m_verdicts; ///< where there are many pairs
    /// Of members that are many: those of each kind, two at most.
    std::map<const Members *, std::vector<Members>> m_kinds;
};

} // namespace drawbridge::graph
