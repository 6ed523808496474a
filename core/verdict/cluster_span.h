#pragma once

#include "verdict/explain.h"
#include "verdict/namespace_answer.h"

#include <map>
#include <unordered_map>

namespace drawbridge::verdict {

/// What surely comes of a question, and what may, once facts that are missing are known.
struct Span
{
    kube::ConnectionSet sure;
    kube::ConnectionSet possible;
    bool operator==(const Span &) const = default;
};

/// An end of a question: one label set of an endpoint, or an address.
struct OneParty
{
    Party party;
    const Variant *variant = nullptr; ///< null for an address

    bool isOutside() const { return party.isOutside(); }
};

/// Whether a selector means the pods of an end, as the evaluator takes it: a group of pods meets
/// the selector that it was made of, too. Where a label decides that a controller adds, `doubts`
/// gets why it may; it is for `policy`.
Answer podsAnswer(const Evaluator &evaluator, const kube::LabelSelector &pods, const OneParty &end,
                  const kube::Object &policy, std::vector<Doubt> &doubts);

/// One half on its way through the tiers of cluster-wide policies, where it may be open whether a
/// rule holds. First match decides: what a rule that surely holds takes is no question behind it.
class ClusterSpan
{
public:
    /// `asked`: the ports for which doubts are told.
    ClusterSpan(const Evaluator &evaluator, kube::Direction direction, OneParty source,
                OneParty target, kube::ConnectionSet asked);

    /// `policies`: what the NetworkPolicies admit if some isolate the pod, and whether some do.
    Span run(const Span &policies, Answer isIsolated);
    /// What stood in the way of an answer, in the order in which it is asked.
    const std::vector<Doubt> &doubts() const { return m_doubts; }
    /// Of what was asked, what the Admin tier may leave to NetworkPolicies.
    const kube::ConnectionSet &behindAdmin() const { return m_behindAdmin; }
    /// Of what was asked, what rules take away if they hold, and nothing sure takes before them.
    const kube::ConnectionSet &perhapsDenied() const { return m_perhapsDenied; }

private:
    using Policies = std::vector<const kube::Object *>;

    /// What a rule does if it holds.
    struct Step
    {
        Answer holds = Answer::No;
        kube::RuleAction action = kube::RuleAction::Deny;
        kube::ConnectionSet ports;
        std::vector<Doubt> doubts; ///< why it is not sure
    };

    /// A policy as this pair meets it.
    struct Reading
    {
        Answer isSubject = Answer::No;
        std::vector<Doubt> doubts; ///< why that is not sure
        std::vector<Step> steps;
    };

    /// What a policy makes of a span that comes behind it: `given`, and of the span what is `kept`.
    struct Effect
    {
        Span given;
        Span kept{kube::ConnectionSet::all(), kube::ConnectionSet::all()};

        Span of(const Span &next) const;
        Effect of(const Effect &next) const;
    };

    /// Ports and names of ports of a rule; `perhaps` is what the names may mean.
    struct RulePorts
    {
        kube::ConnectionSet certain;
        kube::ConnectionSet perhaps;
        std::vector<Doubt> doubts;
    };

    Span through(const Span &policies, Answer isIsolated);
    Span baseline();
    std::map<int, Policies> ranked(bool isAdmin, bool isOld) const;
    Span chain(bool isAdmin, bool isOld, const Span &behind);
    Span throughTied(const Policies &tied, const Span &next, const Span &behind);
    Effect effectOf(const Reading &reading, const Span &behind) const;
    const Reading &reading(const kube::Object &object);
    void addSteps(const kube::Object &object, const kube::ClusterRule &rule,
                  std::vector<Step> &steps) const;
    bool isAsked(const kube::Object &object) const;
    Answer subject(const kube::Object &object, std::vector<Doubt> &doubts) const;
    Answer picks(const kube::Peer &peer, const OneParty &end, const kube::Object &object,
                 std::vector<Doubt> &doubts) const;
    Answer picks(const kube::ClusterRule &rule, const kube::Object &object,
                 std::vector<Doubt> &doubts) const;
    Answer holdsAddress(const kube::ClusterRule &rule, const kube::Object &object,
                        std::vector<Doubt> &doubts) const;
    RulePorts portsOf(const kube::ClusterRule &rule, const kube::Object &object) const;
    void collectDoubts(Answer isIsolated);
    void collectChain(bool isAdmin, bool isOld, kube::ConnectionSet &open,
                      kube::ConnectionSet &passed);
    kube::ConnectionSet collectOne(const kube::Object &object, kube::ConnectionSet open,
                                   kube::ConnectionSet &passed);
    void addDoubts(const std::vector<Doubt> &doubts);
    void addKindDoubts(const std::vector<kube::ClusterPolicyKind> &kinds);

    const Evaluator &m_evaluator;
    kube::Direction m_direction;
    OneParty m_target;
    OneParty m_own;
    OneParty m_other;
    kube::ConnectionSet m_asked;
    std::vector<kube::ClusterPolicyKind> m_without; ///< kinds that are taken as not enforced
    std::unordered_map<const kube::Object *, Reading> m_readings;
    std::vector<Doubt> m_doubts;
    kube::ConnectionSet m_behindAdmin;
    kube::ConnectionSet m_perhapsDenied;
};

} // namespace drawbridge::verdict
