#pragma once

#include "random_cluster.h"

#include <string>
#include <vector>

namespace oracle {

using Strings = std::vector<std::string>;

inline const Strings labelKeys{"app", "tier", "env", "example.com/team"};
inline const Strings labelValues{"web", "api", "db", "x-1", "8", "true", ""};
inline const Strings protocols{"TCP", "UDP", "SCTP"};
inline const Strings portNames{"http", "metrics", "dns", "web-2"};
inline const std::vector<int> portNumbers{1, 53, 80, 81, 443, 8080, 9090, 65535};
inline const Strings namespaceNames{"default", "shop", "ops", "lab", "y"};

// The objects of a small random cluster, by one pair of dice.
class RandomObjects
{
public:
    RandomObjects(Dice &dice, const RandomOptions &options) : m_dice(dice), m_options(options) {}
    std::vector<Value> objects();

private:
    // What a Service may point at.
    struct Target
    {
        std::string ns;
        Value labels;
        std::vector<Value> ports;
    };

    void add(const std::string &apiVersion, const std::string &kind, Value metadata, Value spec);
    Value makeMetadata(const std::string &ns, const std::string &name);
    Value makeLabels();
    // Some of the namespaces are written, the others exist because something is in them.
    void makeNamespaces();
    // Numbers may be declared twice with other protocols, names in another container at most.
    Value makeContainers();
    Value makePodSpec();
    static std::vector<Value> declaredPorts(const Value &podSpec);
    static std::string versionOf(const std::string &kind);
    Value makeTemplate(const Value &labels, const Value &podSpec);
    Value makeWorkloadSpec(const std::string &kind, const Value &labels, const Value &podSpec);
    static Value ownerReference(const std::string &kind, const std::string &name);
    void makeWorkload(int index);
    // A ReplicaSet of the Deployment, with or without a pod of its own.
    void makeOwned(const std::string &ns, const std::string &deployment, const Value &labels,
                   const Value &podSpec);
    void makePods(const std::string &ns, const std::string &name, const Value &labels,
                  const Value &podSpec);
    void makePod(const std::string &ns, const std::string &name, const Value &labels,
                 const Value &podSpec, Value owner, bool isController);
    Value makeExpression();
    void spoilExpression(Value &expression);
    // Mostly a label that some workload has.
    void addLabelToFind(Value &labels);
    Value makeSelector(bool mayBeEmpty);
    Value makeNamespaceSelector();
    Value makeIpBlock();
    void spoilIpBlock(Value &block, Value &except);
    Value makePeer();
    Value makePort();
    Value makeRefusedPort();
    Value makeRule(const std::string &peersField);
    void addRules(Value &spec, const std::string &field, const std::string &peersField);
    void makePolicy(int index);
    Value makeAdminPods();
    Value makeAdminPeer(bool egress);
    Value makeAdminPort(bool isNew);
    Value makeAdminRule(const std::string &kind, bool egress);
    void makeAdminPolicy(const std::string &kind, const std::string &name, bool baseline);
    // Most clusters have one API only. Priorities are sometimes equal.
    void makeAdminPolicies();
    // Its number may be the targetPort of another: a backend means the port of that number.
    Value makeServicePort(int index, const Target &target);
    Value makeServiceSelector(const Target &target);
    void makeServices();
    // A workload in the middle of an update: its pods have some labels in common, and names of
    // ports that mean other numbers in other pods.
    Value makePartLabels(const Value &common);
    Value makePartPodSpec();
    void makePartedWorkload(int index);
    // Services of some of these pods, which may be some of another Service's, and ways in by them.
    Value makePartSelector(const Value &labels);
    void makePartService(int index, const Target &part);
    void makePartServices();
    void makeIngress(int index, const std::string &ns, const std::string &service,
                     const Value &servicePort);
    void makeRoute(int index, const std::string &ns, const std::string &service,
                   const Value &servicePort);
    bool isRefused() { return m_options.refusedParts && m_dice.percent(6); }
    Dice &m_dice;
    const RandomOptions &m_options;
    Strings m_namespaces;
    Strings m_identities;
    std::vector<Target> m_targets;
    std::vector<std::vector<Target>> m_parts; // the pods of each workload whose pods differ
    std::vector<Value> m_objects;
};

} // namespace oracle
