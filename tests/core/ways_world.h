#pragma once

#include "verdict/ways_in.h"

#include <string>
#include <vector>

/// Texts about ways in from outside, and what becomes of them.
namespace drawbridge::test {

struct World
{
    explicit World(const std::string &text)
    {
        workspace.add("a.yaml", text);
        evaluator.update(workspace);
        ways = verdict::waysIn(workspace, evaluator);
    }

    /// "Ingress shop/web -> shop/api[Deployment]: TCP 80 (TCP 80; TCP 80)", one a line: what it
    /// leads to, what is allowed, what is possible.
    std::string text() const
    {
        std::string result;
        for (const verdict::Way &way : ways.ways)
            result += std::string(nameOf(way.kind)) + ' ' + way.nameSpace + '/' + way.name +
                      " -> " + evaluator.endpoint(way.target).key() + ": " + way.leads.text() +
                      " (" + way.allowed.text() + "; " + way.possible.text() + ')' +
                      (way.isUnseen() ? " unseen" : "") + '\n';
        return result;
    }

    std::vector<Code> codes() const
    {
        std::vector<Code> result;
        for (const Diagnostic &problem : ways.problems)
            result.push_back(problem.code);
        return result;
    }

    kube::Workspace workspace;
    verdict::Evaluator evaluator;
    verdict::WaysIn ways;
};

inline const std::string kApi = R"(
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: api, namespace: shop}
spec:
  selector: {matchLabels: {app: api}}
  template:
    metadata: {labels: {app: api}}
    spec: {containers: [{name: c, image: i, ports: [{name: web, containerPort: 8080}]}]}
)";

inline std::string service(const std::string &more = "",
                           const std::string &ports = "{port: 80, targetPort: web}",
                           const std::string &nameSpace = "shop")
{
    return "\n---\napiVersion: v1\nkind: Service\nmetadata: {name: api, namespace: " + nameSpace +
           "}\nspec: {selector: {app: api}, ports: [" + ports + "]" + more + "}\n";
}

inline std::string ingress(const std::string &service, const std::string &port)
{
    return "\n---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: front, "
           "namespace: "
           "shop}\nspec: {defaultBackend: {service: {name: " +
           service + ", port: " + port + "}}}\n";
}

inline std::string gateway(const std::string &listener = "name: http, port: 80, protocol: HTTP",
                           const std::string &nameSpace = "shop")
{
    return "\n---\napiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: edge, "
           "namespace: " +
           nameSpace + "}\nspec: {gatewayClassName: c, listeners: [{" + listener + "}]}\n";
}

inline std::string route(const std::string &parent, const std::string &backend,
                         const std::string &more = "", const std::string &kind = "HTTPRoute")
{
    return "\n---\napiVersion: gateway.networking.k8s.io/v1\nkind: " + kind +
           "\nmetadata: {name: r, namespace: shop}\nspec: {parentRefs: [{" + parent +
           "}], rules: [" + "{backendRefs: [{" + backend + "}]}]" + more + "}\n";
}

inline std::string policy(const std::string &from)
{
    return "\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, "
           "namespace: shop}\nspec: {podSelector: {}, policyTypes: [Ingress], ingress: [" +
           from + "]}\n";
}

inline std::string grant(const std::string &from, const std::string &to)
{
    return "\n---\napiVersion: gateway.networking.k8s.io/v1beta1\nkind: ReferenceGrant\nmetadata: "
           "{name: g, namespace: shop}\nspec: {from: [{" +
           from + "}], to: [{" + to + "}]}\n";
}

inline const std::string kOpen = "TCP 8080 (TCP 8080; TCP 8080)\n";
inline const std::string kFront = "Ingress shop/front -> shop/api[Deployment]: ";
inline const std::string kEdge = "Gateway shop/edge -> shop/api[Deployment]: ";
inline const std::string kBackend = "name: api, port: 80";
inline const std::string kIngress = ingress("api", "{number: 80}");
inline const std::string kRoute = route("name: edge", kBackend);
inline const std::string kLoadBalancer = service(", type: LoadBalancer");
inline const std::string kBalanced = "LoadBalancer shop/api -> shop/api[Deployment]: ";
inline const std::string kUnsure = "TCP 8080 (No Connections; TCP 8080)\n";
inline const std::string kShut = "TCP 8080 (No Connections; No Connections)\n";

} // namespace drawbridge::test
