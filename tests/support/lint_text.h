#pragma once

#include "lint/lint.h"

#include <algorithm>
#include <string>
#include <vector>

namespace drawbridge::test {

/// A Deployment `name` with label app and one port.
inline std::string workload(const std::string &name, const std::string &port = "8080",
                            const std::string &more = "", const std::string &nameSpace = "shop")
{
    return "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name +
           ", namespace: " + nameSpace +
           "}\nspec:\n  template:\n    metadata: {labels: {app: " + name + "}}\n    spec:\n" +
           more + "      containers: [{name: c, ports: [" +
           (port.empty() ? "" : "{containerPort: " + port + "}") + "]}]\n";
}

/// A NetworkPolicy with this spec, in lines of two blanks more.
inline std::string policy(const std::string &name, const std::string &spec,
                          const std::string &nameSpace = ", namespace: shop")
{
    return "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: " + name +
           nameSpace + "}\nspec:\n" + spec;
}

/// A Service for the pods with that label app.
inline std::string service(const std::string &name, const std::string &spec,
                           const std::string &nameSpace = "shop")
{
    return "---\napiVersion: v1\nkind: Service\nmetadata: {name: " + name +
           ", namespace: " + nameSpace + "}\nspec:\n  selector: {app: " + name + "}\n" + spec;
}

inline std::string nameSpace(const std::string &name, const std::string &labels = "")
{
    return "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: " + name + ", labels: {" +
           labels + "}}\n";
}

inline const std::string kApi = "  podSelector: {matchLabels: {app: api}}\n";
inline const std::string kIngress = kApi + "  policyTypes: [Ingress]\n  ingress:\n";
inline const std::string kEgress = kApi + "  policyTypes: [Egress]\n  egress:\n";
inline const std::string kFromWeb = "  - from: [{podSelector: {matchLabels: {app: web}}}]\n";
inline const std::string kToWeb = "  - to: [{podSelector: {matchLabels: {app: web}}}]\n";
inline const std::string kDnsRule = "  - ports: [{port: 53, protocol: UDP}, {port: 53}]\n";

inline std::vector<Diagnostic> findings(const std::string &text)
{
    kube::Workspace workspace;
    workspace.add("a.yaml", text);
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    return lint::lint(workspace, evaluator);
}

inline std::size_t count(const std::vector<Diagnostic> &all, Code code)
{
    return std::size_t(
        std::count_if(all.begin(), all.end(), [&](const Diagnostic &d) { return d.code == code; }));
}

} // namespace drawbridge::test
