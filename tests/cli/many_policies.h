#pragma once

#include "cli/hostile_inputs.h"

#include <cstddef>
#include <functional>
#include <string>

namespace drawbridge::test {

// Pods and policies of which each has to do with each, or each is much like each other one.

inline std::string manyPods(std::size_t count)
{
    return joined(count, "---\n", numberedPod) + "---\n";
}

/// Each isolates all pods and lets in those of one label or of another.
inline std::string manyWalls(std::size_t count, const std::string &other)
{
    return joined(count, "---\n", [&](std::size_t i) {
        const std::string n = std::to_string(i);
        return hostilePolicy(
            "n" + n, "  podSelector: {}\n  ingress: [{from: [{podSelector: "
                     "{matchLabels: {app: " +
                         other + n + "}}}], ports: [{port: " + std::to_string(i + 1) + "}]}]\n");
    });
}

inline std::string manyTiers(std::size_t count)
{
    return joined(count, "---\n", [](std::size_t i) {
        const std::string n = std::to_string(i);
        return "apiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\n"
               "metadata: {name: n" +
               n + "}\nspec: {priority: " + n +
               ", subject: {namespaces: {}}, ingress: [{action: Allow, from: [{pods: "
               "{namespaceSelector: {}, podSelector: {matchLabels: {app: a" +
               n + "}}}}], ports: [{portNumber: {protocol: TCP, port: " + std::to_string(i + 1) +
               "}}]}]}\n";
    });
}

inline std::string manyOthers(std::size_t count)
{
    return joined(count, "---\n", [](std::size_t i) {
        const auto notIn = [](std::size_t number) {
            return "{matchExpressions: [{key: app, operator: NotIn, values: [a" +
                   std::to_string(number) + "]}]}";
        };
        return hostilePolicy("n" + std::to_string(i),
                             "  podSelector: " + notIn(i) +
                                 "\n  ingress: [{from: [{podSelector: " + notIn(i + 1) + "}]}]\n");
    });
}

/// One policy that isolates all pods, with some text for each of many.
inline std::string oneWall(const std::string &before, std::size_t count, const char *between,
                           const std::function<std::string(std::size_t)> &each,
                           const std::string &after)
{
    return hostilePolicy("n",
                         "  podSelector: {}\n" + before + joined(count, between, each) + after);
}

inline std::string podsLike(std::size_t i)
{
    return "{podSelector: {matchLabels: {app: a" + std::to_string(i) + "}}}";
}

/// Each isolates all pods but one, and lets in that one by a port of its own.
inline std::string manyWallsButOne(std::size_t pods, std::size_t count)
{
    return joined(count, "---\n", [pods](std::size_t i) {
        return hostilePolicy("n" + std::to_string(i),
                             "  podSelector: {matchExpressions: [{key: app, operator: NotIn, "
                             "values: [a" +
                                 std::to_string(i % pods) + "]}]}\n  ingress: [{from: [" +
                                 podsLike(i % pods) + "], ports: [{port: " + std::to_string(i + 1) +
                                 "}]}]\n");
    });
}

/// Each isolates all pods in both directions, for one of them and a port.
inline std::string manyWallsBothWays(std::size_t count)
{
    return joined(count, "---\n", [](std::size_t i) {
        const std::string ports = "], ports: [{port: " + std::to_string(i + 1) + "}]}]\n";
        return hostilePolicy("n" + std::to_string(i),
                             "  podSelector: {}\n  policyTypes: [Ingress, Egress]\n  ingress: "
                             "[{from: [" +
                                 podsLike(i) + ports + "  egress: [{to: [" + podsLike(i) + ports);
    });
}

inline std::string podOfDaemonSet(std::size_t i)
{
    const std::string set = std::to_string(i % 3);
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: d" + std::to_string(i) +
           ", labels: {app: d" + set +
           "}, ownerReferences: [{apiVersion: apps/v1, kind: DaemonSet, name: d" + set +
           ", uid: u" + set +
           ", controller: true}]}\nspec: {containers: [{name: c, image: x}]}\n"
           "status: {podIP: 10.1." +
           std::to_string(i / 250) + '.' + std::to_string(i % 250 + 1) + "}\n";
}

inline std::string blockOfPod(std::size_t i)
{
    return "{ipBlock: {cidr: 10.1." + std::to_string(i / 125) + '.' +
           std::to_string(i % 125 * 2 + 1) + "/32}}";
}

/// A Service for each pod, and a policy that names a port.
inline std::string manyNamedPorts(std::size_t count)
{
    return joined(count, "---\n", [](std::size_t i) {
        const std::string n = std::to_string(i);
        return "apiVersion: v1\nkind: Service\nmetadata: {name: s" + n +
               "}\nspec: {selector: {app: a" + n +
               "}, ports: [{port: 8080, targetPort: web}]}\n---\n" +
               hostilePolicy("n" + n, "  podSelector: {}\n  ingress: [{from: [" + podsLike(i) +
                                          "], ports: [{port: web}, {port: 8080}]}]\n");
    });
}

/// A policy of one wall, `rules` in its list of ingress, for each of many.
inline std::string manyWith(std::size_t count, const std::function<std::string(std::size_t)> &rules)
{
    return joined(count, "---\n", [&](std::size_t i) {
        return hostilePolicy("n" + std::to_string(i),
                             "  podSelector: {}\n  ingress: [" + rules(i) + "]\n");
    });
}

/// Policies with rules for one pod each, beside as many policies whose rules hold twenty pods.
inline std::string hubs(std::size_t pods, std::size_t count)
{
    const std::string rules = joined(pods, ", ", [](std::size_t i) {
        return "{from: [" + podsLike(i) + "], ports: [{port: " + std::to_string(1000 + i) + "}]}";
    });
    return joined(pods, "---\n",
                  [](std::size_t i) {
                      const std::string n = std::to_string(i);
                      return "apiVersion: v1\nkind: Pod\nmetadata: {name: p" + n +
                             ", labels: {app: a" + n + ", tier: " + (i < 20 ? "front" : "back") +
                             "}}\nspec: {containers: [{name: c, image: x}]}\n---\n" +
                             hostilePolicy("n" + n, "  podSelector: {matchLabels: {app: a" + n +
                                                        "}}\n  ingress: [{from: [{podSelector: "
                                                        "{matchLabels: {tier: front}}}]}]\n");
                  }) +
           "---\n" + joined(count, "---\n", [&](std::size_t i) {
               return hostilePolicy("hub" + std::to_string(i),
                                    "  podSelector: {matchLabels: {app: a" + std::to_string(i) +
                                        "}}\n  ingress: [" + rules + "]\n");
           });
}

/// Each selects pods by what all others ask for too, and by something of its own.
inline std::string manySubjects(std::size_t count, const std::string &before,
                                const std::string &after)
{
    return joined(count, "---\n", [&](std::size_t i) {
        return hostilePolicy("n" + std::to_string(i),
                             "  podSelector: {matchExpressions: [" + before + std::to_string(i) +
                                 after + "]}\n  ingress: [{from: [" + podsLike(i) + "]}]\n");
    });
}

/// Rules for two kinds of pods each, of which no two are the same two.
inline std::string pairsOfPeers(std::size_t kinds, std::size_t policies)
{
    return manyWith(policies, [&](std::size_t policy) {
        return joined(kinds * kinds / policies, ", ", [&](std::size_t i) {
            const std::size_t number = policy * (kinds * kinds / policies) + i;
            return "{from: [" + podsLike(number / kinds) + ", " + podsLike(kinds + number % kinds) +
                   "]}";
        });
    });
}

inline std::string manyBlocks(std::size_t count)
{
    return hostilePolicy("n", "  podSelector: {}\n  policyTypes: [Egress]\n  egress:\n  - to:\n") +
           joined(count, "", [](std::size_t i) {
               return "    - ipBlock: {cidr: 10." + std::to_string(i / 128) + '.' +
                      std::to_string(i % 128 * 2) + ".0/24}\n";
           });
}

} // namespace drawbridge::test
