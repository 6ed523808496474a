#include "cluster.h"

#include "dice.h"

#include <algorithm>

namespace drawbridge::bench {

namespace {

class Cluster
{
public:
    explicit Cluster(const ClusterShape &shape) : m_shape(shape), m_dice(shape.seed) {}

    std::vector<Manifest> run()
    {
        std::vector<Manifest> manifests;
        for (std::size_t n = 0; n < m_shape.namespaces; ++n) {
            const std::string name = nameOf(n);
            std::string text = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: " + name +
                               "\n  labels:\n    team: t" + std::to_string(n % 40) + '\n';
            for (std::size_t i = share(m_shape.pods, n); i > 0; --i)
                text += pod(name, i);
            for (std::size_t i = share(m_shape.policies, n); i > 0; --i)
                text += policy(name, i);
            manifests.push_back({name + ".yaml", std::move(text)});
        }
        return manifests;
    }

private:
    static constexpr std::size_t kApps = 4; ///< of a namespace

    std::size_t share(std::size_t whole, std::size_t n) const
    {
        return whole * (n + 1) / m_shape.namespaces - whole * n / m_shape.namespaces;
    }

    static std::string nameOf(std::size_t n) { return "ns-" + std::to_string(n); }

    std::string app() { return "app-" + std::to_string(m_dice.below(kApps)); }

    static std::string head(const char *version, const char *kind, const std::string &nameSpace,
                            const std::string &name)
    {
        return std::string("---\napiVersion: ") + version + "\nkind: " + kind +
               "\nmetadata:\n  name: " + name + "\n  namespace: " + nameSpace + '\n';
    }

    std::string pod(const std::string &nameSpace, std::size_t i)
    {
        const std::string name = "app-" + std::to_string(i % kApps);
        return head("v1", "Pod", nameSpace, name + "-5d9c7b-" + std::to_string(i)) +
               "  labels:\n    app: " + name + "\n    pod-template-hash: 5d9c7b\n    tier: t" +
               std::to_string(i % 2) +
               "\n  ownerReferences:\n    - apiVersion: apps/v1\n      kind: ReplicaSet\n"
               "      name: " +
               name +
               "-5d9c7b\n      controller: true\nspec:\n  containers:\n    - name: main\n"
               "      image: registry.example/" +
               name +
               ":1.2\n      ports:\n        - name: http\n          containerPort: 8080\n"
               "status:\n  podIP: 10." +
               std::to_string(m_dice.below(250)) + '.' + std::to_string(m_dice.below(250)) + '.' +
               std::to_string(1 + i % 250) + '\n';
    }

    std::string policy(const std::string &nameSpace, std::size_t i)
    {
        std::string text = head("networking.k8s.io/v1", "NetworkPolicy", nameSpace,
                                "policy-" + std::to_string(i)) +
                           "spec:\n  podSelector:" +
                           (m_dice.oneIn(3) ? std::string(" {}\n")
                                            : "\n    matchLabels:\n      app: " + app() + '\n');
        const bool egress = m_dice.oneIn(3);
        text += std::string("  policyTypes:\n    - ") + (egress ? "Egress\n" : "Ingress\n");
        if (m_dice.oneIn(4))
            return text;
        text += egress ? "  egress:\n    - to:\n" : "  ingress:\n    - from:\n";
        if (m_dice.oneIn(2))
            text += peer();
        if (m_dice.oneIn(2))
            text += "        - ipBlock:\n            cidr: 10." +
                    std::to_string(m_dice.below(250)) + '.' + std::to_string(m_dice.below(250)) +
                    ".0/24\n";
        else
            text +=
                "        - podSelector:\n            matchLabels:\n              app: " + app() +
                '\n';
        return text + "      ports:\n        - protocol: TCP\n          port: " +
               std::to_string(8000 + m_dice.below(100)) + '\n';
    }

    std::string peer()
    {
        std::string text = "        - namespaceSelector:\n            matchLabels:\n";
        text += m_dice.oneIn(4) ? "              team: t" + std::to_string(m_dice.below(40))
                                : "              kubernetes.io/metadata.name: " +
                                      nameOf(m_dice.below(m_shape.namespaces));
        return text +
               "\n          podSelector:\n            matchLabels:\n              app: " + app() +
               '\n';
    }

    ClusterShape m_shape;
    Dice m_dice;
};

} // namespace

ClusterShape ClusterShape::part(std::size_t parts)
{
    ClusterShape shape;
    shape.namespaces = std::max<std::size_t>(1, shape.namespaces / parts);
    shape.pods /= parts;
    shape.policies /= parts;
    return shape;
}

std::vector<Manifest> generateCluster(const ClusterShape &shape)
{
    return Cluster(shape).run();
}

} // namespace drawbridge::bench
