#pragma once

#include "edit/draft.h"
#include "edit/drawn_halves.h"
#include "edit/reach.h"
#include "edit/snippets.h"

#include <map>

namespace drawbridge::edit {

/// What all planners share: the state before, the draft, and an evaluator of the draft.
class Planner
{
public:
    Planner(const kube::Workspace &workspace, const verdict::Evaluator &evaluator);

    Result<Rewrite> allow(const Allow &intent);
    Result<Rewrite> revoke(const Revoke &intent);
    Result<Rewrite> setPorts(const SetPorts &intent);
    Result<Rewrite> isolate(const Isolate &intent);
    Result<Rewrite> addService(const AddService &intent);
    Result<Rewrite> changePolicy(const ChangePolicy &intent);
    Result<Rewrite> respell(const Respell &intent);
    Result<Rewrite> removeObject(const RemoveObject &intent);
    Result<Rewrite> rename(const Rename &intent);
    Result<Rewrite> moveService(const MoveService &intent);
    Result<Rewrite> removeService(const RemoveService &intent);
    Result<Rewrite> changeLabels(const ChangeLabels &intent);
    Result<Rewrite> changePorts(const ChangePorts &intent);
    Result<Rewrite> paste(const Paste &intent);
    Result<Rewrite> addObjects(const AddObjects &intent);

private:
    using Failed = std::optional<Failure>;

    // Allow: one half of a connection, written into the policies of `own`.
    Failed allowHalf(kube::Direction direction, const End &own, const End &other,
                     const std::vector<PortSpan> &ports);
    std::vector<const kube::Object *> ownPolicies(const End &own) const;
    bool extendRule(const kube::Object &policy, kube::Direction direction, const End &other,
                    const std::vector<PortSpan> &ports, Failed &failed);
    Failed addPorts(const Draft::Handle &handle, kube::Direction direction, std::size_t index,
                    const std::vector<PortSpan> &ports);
    Failed addRule(const kube::Object &policy, kube::Direction direction, yaml::Value rule);
    Failed addPolicy(const End &own, kube::Direction direction, yaml::Value rule);
    Result<yaml::Value> subjectFor(verdict::EndpointId id) const;
    Failed writeTypes(const Draft::Handle &handle, kube::Direction adding);

    // Isolate.
    Failed addWall(const std::string &nameSpace, const std::vector<kube::Direction> &missing,
                   const kube::Object *beside);
    Failed keepDrawn(const std::string &nameSpace, const kube::Object *beside,
                     const std::map<kube::Direction, DrawnHalves> &drawn);
    Failed extendOwn(const kube::Object &policy, kube::Direction direction,
                     const MissingHalf &half);
    const kube::Object *extendable(const std::string &nameSpace, kube::Direction direction,
                                   const MissingHalf &half) const;
    Failed addBehind(const std::string &nameSpace, const kube::Object *beside,
                     const yaml::Value &policy);
    PairChanges lostPairs(const verdict::Evaluator &after) const;

    // Revoke.
    struct Cut
    {
        const kube::Object *policy = nullptr;
        std::size_t rule = 0;
        std::vector<std::size_t>
            peers; ///< among the rule's items, ascending; all of them: the rule
        bool wholeRule = false;
        std::vector<PortSpan> keep; ///< ports that stay for this pair
        bool allPortsGo = true;
        kube::ConnectionSet taken;
    };
    Result<std::vector<Cut>> cuts(kube::Direction direction, const End &own, const End &other,
                                  const kube::ConnectionSet &taken, bool namesTheRest) const;
    Result<Cut> cut(const verdict::RuleUse &use, const End &own, const End &other,
                    const kube::ConnectionSet &taken, bool namesTheRest) const;
    Failed apply(kube::Direction direction, const std::vector<Cut> &cuts);
    Failed applyCut(kube::Direction direction, const Cut &cut);

    // Rename and move.
    Result<Rewrite> renameGroup(verdict::EndpointId id, const std::string &name);
    Result<Rewrite> renameWorkload(verdict::EndpointId id, const std::string &name);
    Failed moveObject(const kube::Object &object, const std::string &nameSpace);
    Failed movePeers(verdict::EndpointId id, const std::string &nameSpace);
    void noteLeftAlone(Rewrite &rewrite, const std::string &name) const;
    /// Policies whose text can be edited, that no cluster would refuse.
    std::vector<const kube::Object *> editablePolicies() const;
    bool isEditable(const kube::Object &object) const;
    /// A peer that picks this endpoint and nothing else, by the labels of its pods.
    bool meansOnly(const kube::Peer &peer, const std::string &policyNamespace,
                   verdict::EndpointId id) const;
    /// Policies whose subject picks this endpoint and nothing else, and is not empty.
    std::vector<const kube::Object *> soleSubjects(verdict::EndpointId id) const;

    /// Intents one after the other, as one rewrite of the files as they are.
    Result<Rewrite> inSteps(const std::vector<Intent> &parts, const Asked *asked) const;
    Failure whyNot(const verdict::Evaluator &after, const Asked &asked,
                   const kube::ConnectionSet &missing) const;
    Result<Rewrite> finish(const Asked *asked,
                           const std::map<std::string, std::string> &renamed = {});
    const kube::Object *anchor(const std::string &nameSpace,
                               const std::vector<verdict::EndpointId> &near) const;
    Failed addObject(const kube::Object *beside, const yaml::Value &value, FileId file);
    const kube::Object *lastPolicy(const std::string &nameSpace, FileId file) const;
    const kube::Object *neighbour(const kube::Object &added, const std::string &nameSpace) const;
    Failed addSomewhere(const yaml::Value &value, const std::string &nameSpace);
    Failed addWhole(const yaml::Value &value, FileId file, const kube::Object *&last);

    bool m_isNarrow = false;                ///< Allow::ownPolicy
    std::vector<PortSpan> m_wholes;         ///< Allow::wholes
    std::vector<DrawnHalves::Pair> m_drawn; ///< what the walls of Isolate may cut
    std::string m_gone;                     ///< the key of what RemoveService takes away
    const kube::Workspace &m_workspace;
    const verdict::Evaluator &m_evaluator;
    Draft m_draft;
};

/// The node of a rule's list, or of the policy's spec; kNoNode if it is not there.
yaml::NodeId specNode(const kube::Object &policy);
yaml::NodeId ruleListNode(const kube::Object &policy, kube::Direction direction);
const char *keyOf(kube::Direction direction); ///< "ingress"

} // namespace drawbridge::edit
