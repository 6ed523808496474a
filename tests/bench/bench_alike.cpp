// How lint and the list of all connections grow where thousands of policies of one namespace are
// alike in one thing or the other, in milliseconds of one processor. Arguments: numbers of
// policies, 1000 2000 4000 8000 if not given.

#include "figures.h"

#include "lint/lint.h"
#include "report/list.h"
#include "verdict/evaluator.h"

#include <cstdlib>

using namespace drawbridge;
using namespace drawbridge::bench;

namespace {

/// What all policies have, and each has of its own.
struct Alike
{
    const char *name;
    const char *subject; ///< a selector; `#` is the policy's number
    const char *peer;
    const char *port;
};

constexpr Alike kAlike[] = {
    {"same pods and peers", "matchLabels: {app: api}", "podSelector: {matchLabels: {app: web}}",
     "port: #"},
    {"same pods, other peers", "matchLabels: {app: api}", "podSelector: {matchLabels: {app: w#}}",
     "port: 80"},
    {"same pods, one of two peers", "matchLabels: {app: api}",
     "podSelector: {matchExpressions: [{key: app, operator: In, values: [v#, w#]}]}", "port: 80"},
    {"same pods, other namespaces", "matchLabels: {app: api}",
     "namespaceSelector: {matchLabels: {team: t#}}", "port: 80"},
    {"same peers, other pods", "matchLabels: {app: a#}", "podSelector: {matchLabels: {app: web}}",
     "port: 80"},
    {"same pods, any value of another label", "matchLabels: {app: api}",
     "podSelector: {matchExpressions: [{key: w#, operator: Exists}]}", "port: 80"},
    // Each selects nearly every other one's pods: here the answer itself grows with the square.
    {"pods without another label", "matchExpressions: [{key: w#, operator: DoesNotExist}]",
     "podSelector: {matchLabels: {app: web}}", "port: 80"},
    {"nothing but one label", "matchLabels: {app: api, part: p#}",
     "podSelector: {matchLabels: {app: w#}}", "port: #"}};

std::string numbered(std::string text, std::size_t number)
{
    for (std::size_t at = 0; (at = text.find('#')) != std::string::npos;)
        text.replace(at, 1, std::to_string(number));
    return text;
}

std::string policies(const Alike &alike, std::size_t count)
{
    const std::string one = std::string("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
                                        "metadata: {name: p#, namespace: shop}\nspec:\n"
                                        "  podSelector: {") +
                            alike.subject +
                            "}\n  policyTypes: [Ingress]\n  ingress:\n  - from: [{" + alike.peer +
                            "}]\n    ports: [{" + alike.port + "}]\n---\n";
    std::string text;
    for (std::size_t i = 1; i <= count; ++i)
        text += numbered(one, i);
    return text;
}

} // namespace

int main(int argc, char *argv[])
{
    std::vector<std::size_t> sizes;
    for (int i = 1; i < argc; ++i)
        sizes.push_back(std::strtoul(argv[i], nullptr, 10));
    if (sizes.empty())
        sizes = {1'000, 2'000, 4'000, 8'000};
    std::vector<Table> tables;
    for (const std::size_t count : sizes) {
        Table table;
        for (const Alike &alike : kAlike) {
            kube::Workspace workspace;
            workspace.add("policies.yaml", policies(alike, count));
            verdict::Evaluator evaluator;
            evaluator.update(workspace);
            const std::string name = alike.name;
            table["lint: " + name].add(processorOf([&] { lint::lint(workspace, evaluator); }));
            table["list: " + name].add(processorOf([&] { report::list(workspace, evaluator); }));
        }
        tables.push_back(std::move(table));
    }
    print("policies", sizes, tables);
    return 0;
}
