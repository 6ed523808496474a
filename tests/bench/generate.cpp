#include "generate.h"

#include "dice.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

namespace drawbridge::bench {

namespace {

constexpr std::array kNames{"gateway",  "orders",  "catalog", "payments", "users",
                            "search",   "cart",    "mailer",  "reports",  "images",
                            "sessions", "pricing", "stock",   "shipping", "reviews",
                            "audit",    "billing", "feeds",   "cache",    "db"};
constexpr std::array kPorts{8080, 8443, 9000, 5432, 6379, 3000, 8125, 50051};
constexpr std::array kTeams{"blue", "green", "amber", "violet", "grey"};

struct Service
{
    std::size_t nameSpace = 0;
    std::string name;
    int port = 0;
    std::vector<std::size_t> callers; ///< indices of services
    std::vector<std::size_t> calls;
};

bool deniesEgress(std::size_t nameSpace)
{
    return nameSpace % 4 == 3;
}

/// Policies of a namespace besides those of its services.
std::size_t ownPolicies(std::size_t nameSpace)
{
    return deniesEgress(nameSpace) ? 3 : 2;
}

std::string namespaceName(std::size_t nameSpace)
{
    return std::string("team-") + kTeams[nameSpace % kTeams.size()] + '-' +
           std::to_string(nameSpace);
}

class Generator
{
public:
    explicit Generator(const Shape &shape) : m_shape(shape), m_dice(shape.seed)
    {
        makeServices();
        makeCalls();
    }

    std::vector<Manifest> run()
    {
        for (std::size_t service = 0, n = 0; n < m_namespaces; ++n) {
            m_file = 0;
            writeNamespace(n);
            for (; service < m_services.size() && m_services[service].nameSpace == n; ++service) {
                writeDeployment(m_services[service]);
                writePolicy(m_services[service]);
            }
        }
        return std::move(m_manifests);
    }

private:
    void makeServices()
    {
        for (std::size_t left = m_shape.policies; left > ownPolicies(m_namespaces);) {
            left -= ownPolicies(m_namespaces);
            const std::size_t count = std::min(left, m_shape.servicesANamespace);
            for (std::size_t i = 0; i < count; ++i) {
                const std::size_t round = i / kNames.size();
                const std::string name = kNames[i % kNames.size()];
                m_services.push_back({m_namespaces,
                                      round == 0 ? name : name + '-' + std::to_string(round + 1),
                                      kPorts[m_dice.below(kPorts.size())],
                                      {},
                                      {}});
            }
            left -= count;
            ++m_namespaces;
        }
    }

    void makeCalls()
    {
        constexpr std::array counts{0, 1, 1, 1, 2, 2, 3}; // callers from the same namespace
        for (std::size_t i = 0; i < m_services.size(); ++i) {
            const std::size_t first = i / m_shape.servicesANamespace * m_shape.servicesANamespace;
            const std::size_t size =
                std::min(m_shape.servicesANamespace, m_services.size() - first);
            for (int n = counts[m_dice.below(counts.size())]; n > 0; --n)
                call(first + m_dice.below(size), i);
            if (m_dice.oneIn(4))
                call(m_dice.below(m_services.size()), i);
        }
    }

    void call(std::size_t from, std::size_t to)
    {
        std::vector<std::size_t> &callers = m_services[to].callers;
        if (from == to || std::find(callers.begin(), callers.end(), from) != callers.end())
            return;
        callers.push_back(from);
        if (!m_dice.oneIn(50)) // else half open, where the caller's egress is denied
            m_services[from].calls.push_back(to);
    }

    void add(std::size_t nameSpace, const std::string &document)
    {
        const std::size_t perFile = m_shape.documentsAFile;
        const bool isNew = perFile == 0 ? m_manifests.empty() : m_file % perFile == 0;
        if (isNew) {
            const std::string part = std::to_string(perFile == 0 ? 0 : m_file / perFile);
            m_manifests.push_back(
                {perFile == 0 ? "all.yaml" : namespaceName(nameSpace) + "/part-" + part + ".yaml",
                 {}});
        }
        ++m_file;
        m_manifests.back().bytes += "---\n" + document;
    }

    static std::string head(const std::string &kind, const std::string &name, std::size_t n)
    {
        return "apiVersion: networking.k8s.io/v1\nkind: " + kind + "\nmetadata:\n  name: " + name +
               "\n  namespace: " + namespaceName(n) +
               "\n  labels:\n    app.kubernetes.io/managed-by: kustomize\n";
    }

    void writeNamespace(std::size_t n)
    {
        const std::string team = kTeams[n % kTeams.size()];
        add(n, "# Owned by team " + team +
                   ".\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: " + namespaceName(n) +
                   "\n  labels:\n    team: " + team + "\n    stage: live\n");
        add(n, "# The wall: nothing comes in unless a policy below says so.\n" +
                   head("NetworkPolicy", "default-deny", n) +
                   "spec:\n  podSelector: {}\n  policyTypes:\n    - Ingress\n" +
                   (deniesEgress(n) ? "    - Egress\n" : ""));
        add(n, head("NetworkPolicy", "allow-metrics", n) +
                   "spec:\n  podSelector: {}\n  policyTypes: [Ingress]\n  ingress:\n"
                   "    - from:\n        - namespaceSelector:\n            matchLabels:\n"
                   "              kubernetes.io/metadata.name: monitoring\n"
                   "          podSelector:\n            matchLabels: {app: prometheus}\n"
                   "      ports:\n        - {protocol: TCP, port: 9090} # scraped every minute\n");
        if (deniesEgress(n))
            add(n, head("NetworkPolicy", "allow-dns", n) +
                       "spec:\n  podSelector: {}\n  policyTypes: [Egress]\n  egress:\n"
                       "    - to:\n        - namespaceSelector:\n            matchLabels:\n"
                       "              kubernetes.io/metadata.name: kube-system\n"
                       "          podSelector:\n            matchLabels:\n"
                       "              k8s-app: kube-dns\n"
                       "      ports:\n        - protocol: UDP\n          port: 53\n"
                       "        - protocol: TCP\n          port: 53\n");
    }

    void writeDeployment(const Service &service)
    {
        const std::string port = std::to_string(service.port);
        add(service.nameSpace,
            "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: " + service.name +
                "\n  namespace: " + namespaceName(service.nameSpace) +
                "\n  labels: &labels\n    app: " + service.name +
                "\n    tier: backend\nspec:\n  replicas: " + std::to_string(1 + m_dice.below(6)) +
                " # raised before every sale\n  selector:\n    matchLabels:\n      app: " +
                service.name + "\n  template:\n    metadata:\n      labels:\n        app: " +
                service.name + "\n        tier: backend\n        version: \"" +
                std::to_string(1 + m_dice.below(9)) +
                "\"\n    spec:\n      serviceAccountName: " + service.name +
                "\n      containers:\n        - name: main\n          image: registry.example/" +
                service.name + ":1." + std::to_string(m_dice.below(40)) +
                "\n          ports:\n            - name: main\n              containerPort: " +
                port +
                "\n          env:\n            - name: LOG_LEVEL\n              value: info\n"
                "            - name: DATABASE_URL\n              valueFrom:\n"
                "                secretKeyRef: {name: " +
                service.name +
                "-db, key: url}\n          resources:\n"
                "            requests: {cpu: 100m, memory: 128Mi}\n"
                "            limits:\n              memory: 256Mi\n"
                "          readinessProbe:\n            httpGet:\n              path: /healthz\n"
                "              port: main\n            periodSeconds: 10\n"
                "          livenessProbe:\n            tcpSocket: {port: main}\n"
                "            # It starts slowly where it has to fill its cache first.\n"
                "            initialDelaySeconds: 30\n"
                "          securityContext:\n            runAsNonRoot: true\n"
                "            allowPrivilegeEscalation: false\n"
                "          volumeMounts:\n            - name: tmp\n              mountPath: /tmp\n"
                "      volumes:\n        - name: tmp\n          emptyDir: {}\n");
    }

    std::string peer(const Service &own, const Service &other, const std::string &list) const
    {
        std::string text = "    - " + list + ":\n        - ";
        if (own.nameSpace != other.nameSpace)
            text += "namespaceSelector:\n            matchLabels:\n"
                    "              kubernetes.io/metadata.name: " +
                    namespaceName(other.nameSpace) + "\n          ";
        return text + "podSelector:\n            matchLabels:\n              app: " + other.name +
               '\n';
    }

    static std::string ports(const Service &target)
    {
        return "      ports:\n        - protocol: TCP\n          port: " +
               std::to_string(target.port) + '\n';
    }

    void writePolicy(const Service &service)
    {
        const bool egress = deniesEgress(service.nameSpace);
        std::string text = "# Who may reach " + service.name +
                           ". Ask its team before you widen this.\n" +
                           head("NetworkPolicy", service.name, service.nameSpace) +
                           "spec:\n  podSelector:\n    matchLabels:\n      app: " + service.name +
                           "\n  policyTypes:\n    - Ingress\n" + (egress ? "    - Egress\n" : "");
        const bool isPublic = m_dice.oneIn(6);
        if (service.callers.empty() && !isPublic)
            text += "  ingress: [] # nobody yet\n";
        else
            text += "  ingress:\n";
        for (std::size_t caller : service.callers)
            text += "    # " + m_services[caller].name + " of " +
                    namespaceName(m_services[caller].nameSpace) + " asks for it at every start\n" +
                    peer(service, m_services[caller], "from") + ports(service);
        if (isPublic)
            text += "    # the office\n    - from:\n        - ipBlock:\n            cidr: 10." +
                    std::to_string(m_dice.below(200)) + ".0.0/16\n" + ports(service);
        if (egress && !service.calls.empty()) {
            text += "  egress:\n";
            for (std::size_t target : service.calls)
                text += peer(service, m_services[target], "to") + ports(m_services[target]);
        }
        add(service.nameSpace, text);
    }

    Shape m_shape;
    Dice m_dice;
    std::size_t m_namespaces = 0;
    std::vector<Service> m_services;
    std::vector<Manifest> m_manifests;
    std::size_t m_file = 0; ///< documents of the namespace up to now
};

} // namespace

std::vector<Manifest> generate(const Shape &shape)
{
    return Generator(shape).run();
}

void write(const std::vector<Manifest> &manifests, const std::string &folder)
{
    for (const Manifest &manifest : manifests) {
        const std::filesystem::path path = std::filesystem::path(folder) / manifest.path;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << manifest.bytes;
    }
}

} // namespace drawbridge::bench
