#pragma once

#include "verdict/explain.h"
#include "verdict/namespace_answer.h"

#include <map>

namespace drawbridge::verdict {

/// What surely comes of a question, and what may, once facts that are missing are known.
struct Span
{
    kube::ConnectionSet sure;
    kube::ConnectionSet possible;
    bool operator==(const Span &) const = default;
};

/// One half on its way through the tiers of cluster-wide policies, where it may be open whether a
/// rule holds. First match decides: what a rule that surely holds takes is no question behind it.
class ClusterSpan
{
public:
    ClusterSpan(const Evaluator &evaluator, kube::Direction direction, Party source, Party target);

    /// `policies`: what the NetworkPolicies admit if some isolate the pod, and whether some do.
    Span run(const Span &policies, Answer isIsolated);
    /// What stood in the way of an answer.
    const std::vector<Doubt> &doubts() const { return m_doubts; }

private:
    using Policies = std::vector<const kube::Object *>;

    /// What a rule does if it holds.
    struct Step
    {
        Answer holds = Answer::No;
        kube::RuleAction action = kube::RuleAction::Deny;
        kube::ConnectionSet ports;
    };

    Span through(const Span &policies, Answer isIsolated);
    Span baseline();
    Span chain(bool isAdmin, bool isOld, const Span &behind);
    Span throughTied(const Policies &tied, const Span &next, const Span &behind);
    Span throughOne(const kube::Object &object, const Span &next, const Span &behind);
    std::vector<Step> stepsOf(const kube::Object &object, const kube::ClusterRule &rule);
    bool isAsked(const kube::Object &object) const;
    Answer subject(const kube::Object &object);
    Answer picks(const kube::Peer &peer, const Party &party, const kube::Object &object);
    Answer picks(const kube::ClusterRule &rule, const kube::Object &object);
    Answer holdsAddress(const kube::ClusterRule &rule, const kube::Object &object);
    kube::ConnectionSet portsOf(const kube::ClusterRule &rule) const;
    void addDoubt(Doubt doubt);
    void addKindDoubts(const std::vector<kube::ClusterPolicyKind> &kinds);

    const Evaluator &m_evaluator;
    kube::Direction m_direction;
    Party m_target;
    Party m_own;
    Party m_other;
    std::vector<kube::ClusterPolicyKind> m_without; ///< kinds that are taken as not enforced
    std::vector<Doubt> m_doubts;
};

} // namespace drawbridge::verdict
