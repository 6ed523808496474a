#include "edit/templates.h"

#include "edit/dns.h"
#include "edit/products.h"
#include "edit/reach.h"
#include "edit/snippets.h"
#include "kube/names.h"

#include <algorithm>
#include <set>

namespace drawbridge::edit {

using kube::Direction;
using verdict::EndpointId;
using verdict::Evaluator;
using yaml::Value;

namespace {

using Ports = std::vector<PortSpan>;

/// Gathers the policies of one template.
class Builder
{
public:
    Builder(const kube::Workspace &workspace, const Evaluator &evaluator, const TemplateWish &wish)
        : m_workspace(workspace), m_evaluator(evaluator), m_wish(wish)
    {
    }

    Result<TemplateObjects> run()
    {
        auto failure = isGateway(m_wish.kind) ? gateway() : other();
        if (failure)
            return *failure;
        if (m_result.objects.empty())
            return Failure{Code::AlreadyAllowed, {m_source, m_target}};
        return std::move(m_result);
    }

private:
    using Failed = std::optional<Failure>;

    Failed other()
    {
        switch (m_wish.kind) {
        case Template::Dns:
            return dns();
        case Template::Prometheus:
            return metrics();
        default:
            return threeTier();
        }
    }

    Failed gateway();
    Failed dns();
    Failed metrics();
    Failed threeTier();

    Failed readService();
    Failed ingressFrom(const Host &host, const Product &product);
    Failed egressTo(const Host &host, const Product &product);
    bool admitsOutside(const Host &host, const Ports &ports) const;
    bool isRestricted(const std::string &nameSpace, const std::vector<EndpointId> &ids,
                      Direction direction) const;
    bool mayAlready(const Host &host, Direction direction, const Ports &ports) const;
    std::vector<Value> hostPeer(const Host &host, const std::string &seenFrom) const;
    std::string freeName(const std::string &nameSpace, const std::string &wanted);
    void add(const std::string &nameSpace, const std::string &name, Value subject,
             const std::vector<std::pair<Direction, std::vector<Value>>> &rules);

    const kube::Workspace &m_workspace;
    const Evaluator &m_evaluator;
    const TemplateWish &m_wish;
    TemplateObjects m_result;
    std::set<std::pair<std::string, std::string>> m_names; ///< given to what is added
    std::string m_source;                                  ///< of what holds already
    std::string m_target;
    EndpointId m_service;
    kube::Labels m_serviceLabels;
};

std::optional<Failure> invalidNamespace(const std::string &name)
{
    return kube::dnsLabelFaults(name).empty()
               ? std::nullopt
               : std::optional(Failure{Code::InvalidName, {name, "RFC 1123"}});
}

std::optional<Failure> Builder::readService()
{
    m_service = m_evaluator.find(m_wish.service);
    if (!m_service.isValid())
        return Failure{Code::UnknownName, {m_wish.service, ""}};
    const verdict::Endpoint &endpoint = m_evaluator.endpoint(m_service);
    if (endpoint.namespaceIsOpenEnded)
        return Failure{Code::CannotSelect, {endpoint.text(), endpoint.nameSpace}};
    Result<kube::Labels> labels = selectorFor(m_evaluator, m_service);
    if (!labels)
        return labels.failure();
    m_serviceLabels = std::move(*labels);
    return {};
}

std::string Builder::freeName(const std::string &nameSpace, const std::string &wanted)
{
    std::string name = freePolicyName(m_workspace, nameSpace, wanted);
    for (int i = 2; !m_names.emplace(nameSpace, name).second; ++i)
        name = freePolicyName(m_workspace, nameSpace, wanted + '-' + std::to_string(i));
    return name;
}

void Builder::add(const std::string &nameSpace, const std::string &name, Value subject,
                  const std::vector<std::pair<Direction, std::vector<Value>>> &rules)
{
    std::vector<Direction> types;
    std::vector<std::pair<Direction, Value>> lists;
    for (const auto &[direction, items] : rules) {
        types.push_back(direction);
        if (!items.empty())
            lists.emplace_back(direction, Value::ofSequence(items));
    }
    m_result.objects.push_back(policyValue(freeName(nameSpace, name),
                                           writtenNamespace(m_workspace, nameSpace),
                                           std::move(subject), types, std::move(lists)));
}

bool Builder::isRestricted(const std::string &nameSpace, const std::vector<EndpointId> &ids,
                           Direction direction) const
{
    if (ids.empty())
        return m_evaluator.hasFullWall(nameSpace, direction);
    return std::any_of(ids.begin(), ids.end(),
                       [&](EndpointId id) { return m_evaluator.isIsolated(id, direction); });
}

/// True if that half between the host and the service holds, by a rule and not by default.
bool Builder::mayAlready(const Host &host, Direction direction, const Ports &ports) const
{
    const bool toService =
        m_wish.kind != Template::Prometheus || m_wish.metrics == Metrics::Scraped;
    const auto service = verdict::Party::of(m_service);
    return !host.endpoints.empty() &&
           std::all_of(host.endpoints.begin(), host.endpoints.end(), [&](EndpointId id) {
               const auto pods = verdict::Party::of(id);
               const auto &from = toService ? pods : service;
               const auto &to = toService ? service : pods;
               const auto &own = direction == Direction::Ingress ? to : from;
               return m_evaluator.isIsolated(own.endpoint, direction) &&
                      m_evaluator.half(direction, from, to).contains(connections(ports));
           });
}

bool Builder::admitsOutside(const Host &host, const Ports &ports) const
{
    const End outside{m_wish.admitsPods ? End::Kind::Everyone : End::Kind::Internet, {}, {}};
    return !host.endpoints.empty() &&
           std::all_of(host.endpoints.begin(), host.endpoints.end(), [&](EndpointId id) {
               const End inside{End::Kind::Endpoint, m_evaluator.endpoint(id).key(), {}};
               return m_evaluator.isIsolated(id, Direction::Ingress) &&
                      reach(m_evaluator, outside, inside).every.contains(connections(ports));
           });
}

std::vector<Value> Builder::hostPeer(const Host &host, const std::string &seenFrom) const
{
    std::vector<std::pair<std::string, Value>> pairs;
    if (host.nameSpace != seenFrom)
        pairs.emplace_back("namespaceSelector",
                           labelsValue({{kube::kNamespaceNameLabel, host.nameSpace}}));
    pairs.emplace_back("podSelector", labelsValue(host.labels));
    return {Value::ofMapping(std::move(pairs))};
}

std::string keyOf(const std::string &nameSpace, const kube::Labels &labels)
{
    return nameSpace + "/{" + selectorOf(labels).canonical() + '}';
}

/// The connection from the host to the service: into the service, and out of the host where that
/// is restricted.
std::optional<Failure> Builder::ingressFrom(const Host &host, const Product &product)
{
    const verdict::Endpoint &service = m_evaluator.endpoint(m_service);
    m_target = service.text();
    if (!mayAlready(host, Direction::Ingress, m_wish.ports))
        add(service.nameSpace, "allow-" + std::string(product.policy) + "-to-" + service.name,
            labelsValue(m_serviceLabels),
            {{Direction::Ingress,
              {ruleValue(Direction::Ingress, hostPeer(host, service.nameSpace), m_wish.ports)}}});
    if (!isRestricted(host.nameSpace, host.endpoints, Direction::Egress) ||
        mayAlready(host, Direction::Egress, m_wish.ports))
        return {};
    Result<std::vector<Value>> peers = peersFor(
        m_workspace, m_evaluator, {End::Kind::Endpoint, service.key(), {}}, host.nameSpace);
    if (!peers)
        return peers.failure();
    add(host.nameSpace, std::string(product.policy) + "-to-" + service.name,
        labelsValue(host.labels),
        {{Direction::Egress, {ruleValue(Direction::Egress, std::move(*peers), m_wish.ports)}}});
    return {};
}

/// The connection from the service to the host, on the host's ports.
std::optional<Failure> Builder::egressTo(const Host &host, const Product &product)
{
    const verdict::Endpoint &service = m_evaluator.endpoint(m_service);
    m_source = service.text();
    if (!mayAlready(host, Direction::Ingress, product.ports)) {
        Result<std::vector<Value>> peers = peersFor(
            m_workspace, m_evaluator, {End::Kind::Endpoint, service.key(), {}}, host.nameSpace);
        if (!peers)
            return peers.failure();
        add(host.nameSpace, "allow-" + service.name + "-to-" + product.policy,
            labelsValue(host.labels),
            {{Direction::Ingress,
              {ruleValue(Direction::Ingress, std::move(*peers), product.ports)}}});
    }
    if (isRestricted(service.nameSpace, {m_service}, Direction::Egress) &&
        !mayAlready(host, Direction::Egress, product.ports))
        add(service.nameSpace, service.name + "-to-" + product.policy, labelsValue(m_serviceLabels),
            {{Direction::Egress,
              {ruleValue(Direction::Egress, hostPeer(host, service.nameSpace), product.ports)}}});
    return {};
}

std::optional<Failure> Builder::gateway()
{
    const Product &product = *productFor(m_wish.kind, {});
    const Host host = hostOf(m_evaluator, product, m_wish.hostNamespace);
    if (auto failure = invalidNamespace(host.nameSpace))
        return failure;
    m_source = product.text;
    if (!admitsOutside(host, product.ports)) {
        std::vector<Value> peers;
        if (!m_wish.admitsPods)
            peers = *peersFor(m_workspace, m_evaluator, {End::Kind::Internet, {}, {}}, {});
        add(host.nameSpace, product.policy, labelsValue(host.labels),
            {{Direction::Ingress,
              {ruleValue(Direction::Ingress, std::move(peers), product.ports)}}});
        m_result.listens[keyOf(host.nameSpace, host.labels)] = product.ports;
    }
    if (m_wish.service.empty())
        return {};
    if (auto failure = readService())
        return failure;
    return ingressFrom(host, product);
}

std::optional<Failure> Builder::dns()
{
    if (auto failure = invalidNamespace(m_wish.nameSpace))
        return failure;
    if (isDnsAllowed(m_evaluator, m_wish.nameSpace, m_wish.dns)) {
        m_source = m_wish.nameSpace + "/*";
        m_target = "DNS";
        return {};
    }
    m_result.objects.push_back(dnsPolicy(freeName(m_wish.nameSpace, "allow-dns"),
                                         writtenNamespace(m_workspace, m_wish.nameSpace),
                                         m_wish.dns));
    return {};
}

std::optional<Failure> Builder::metrics()
{
    if (auto failure = readService())
        return failure;
    const Product &product = *productFor(m_wish.kind, m_wish.metrics);
    const Host host = hostOf(m_evaluator, product, m_wish.hostNamespace);
    if (auto failure = invalidNamespace(host.nameSpace))
        return failure;
    m_source = m_target = product.text;
    m_result.listens[keyOf(host.nameSpace, host.labels)] = product.ports;
    return m_wish.metrics == Metrics::Scraped ? ingressFrom(host, product)
                                              : egressTo(host, product);
}

struct Tier
{
    const char *name;
    std::uint32_t port;
};
constexpr std::array kTiers{Tier{"gateway", 8443}, Tier{"frontend", 3000}, Tier{"api", 8080},
                            Tier{"db", 5432}};

/// What makes all names of the application free: "", "-2", ...
std::string freeSuffix(const kube::Workspace &workspace, const Evaluator &evaluator,
                       const std::string &nameSpace)
{
    for (int i = 1;; ++i) {
        std::string suffix = i == 1 ? std::string() : '-' + std::to_string(i);
        const bool isFree = std::all_of(kTiers.begin(), kTiers.end(), [&](const Tier &tier) {
            const std::string name = tier.name + suffix;
            return evaluator.selected(selectorOf({{"app", name}}), nameSpace).empty() &&
                   freePolicyName(workspace, nameSpace, name) == name;
        });
        if (isFree)
            return suffix;
    }
}

std::optional<Failure> Builder::threeTier()
{
    const std::string &nameSpace = m_wish.nameSpace;
    if (auto failure = invalidNamespace(nameSpace))
        return failure;
    if (!m_evaluator.hasFullWall(nameSpace, Direction::Ingress))
        add(nameSpace, "default-deny", Value::ofMapping({}), {{Direction::Ingress, {}}});
    const bool restrictsEgress = m_evaluator.hasFullWall(nameSpace, Direction::Egress);
    const std::string suffix = freeSuffix(m_workspace, m_evaluator, nameSpace);
    const auto labels = [&](std::size_t tier) {
        return kube::Labels{{"app", kTiers[tier].name + suffix}};
    };
    const auto podsOf = [&](std::size_t tier) {
        return std::vector{Value::ofMapping({{"podSelector", labelsValue(labels(tier))}})};
    };
    for (std::size_t i = 0; i < kTiers.size(); ++i) {
        const Ports ports{tcp(kTiers[i].port)};
        std::vector<Value> peers =
            i == 0 ? *peersFor(m_workspace, m_evaluator, {End::Kind::Internet, {}, {}}, nameSpace)
                   : podsOf(i - 1);
        std::vector<std::pair<Direction, std::vector<Value>>> rules{
            {Direction::Ingress, {ruleValue(Direction::Ingress, std::move(peers), ports)}}};
        if (restrictsEgress && i + 1 < kTiers.size())
            rules.push_back(
                {Direction::Egress,
                 {ruleValue(Direction::Egress, podsOf(i + 1), {tcp(kTiers[i + 1].port)})}});
        add(nameSpace, kTiers[i].name + suffix, labelsValue(labels(i)), rules);
        m_result.listens[keyOf(nameSpace, labels(i))] = ports;
    }
    return {};
}

} // namespace

bool isGateway(Template kind)
{
    return kind != Template::Dns && kind != Template::Prometheus && kind != Template::ThreeTier;
}

Result<TemplateObjects> templateObjects(const kube::Workspace &workspace,
                                        const Evaluator &evaluator, const TemplateWish &wish)
{
    return Builder(workspace, evaluator, wish).run();
}

} // namespace drawbridge::edit
