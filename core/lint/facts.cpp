#include "lint/facts.h"

#include "lint/added_labels.h"
#include "lint/context.h"
#include "verdict/doubts.h"
#include "verdict/namespace_answer.h"
#include "verdict/pod_ranges.h"
#include "verdict/twins.h"

#include <algorithm>
#include <set>

namespace drawbridge::lint {

using verdict::EndpointId;

namespace {

/// The one direction that a policy is about.
std::optional<kube::Direction> onlyDirection(const kube::Object &policy)
{
    const auto isAbout = [&](kube::Direction direction) {
        return policy.policy() ? policy.policy()->isolates(direction)
                               : !policy.clusterPolicy()->rules(direction).empty();
    };
    const bool in = isAbout(kube::Direction::Ingress);
    if (in == isAbout(kube::Direction::Egress))
        return {};
    return in ? kube::Direction::Ingress : kube::Direction::Egress;
}

/// Collects what is missing.
class Facts
{
public:
    explicit Facts(const verdict::Evaluator &evaluator) : m_evaluator(evaluator) {}

    void add(MissingFact fact) { m_all.push_back(std::move(fact)); }
    /// As lists print them. Facts that follow each other often are of the same ends.
    MissingFact::Ends endsOf(std::vector<EndpointId> ids)
    {
        if (m_texts && ids == m_ids)
            return m_texts;
        std::vector<std::string> texts;
        texts.reserve(ids.size());
        for (EndpointId id : ids)
            texts.push_back(m_evaluator.endpoint(id).text());
        m_ids = std::move(ids);
        m_texts = std::make_shared<const std::vector<std::string>>(std::move(texts));
        return m_texts;
    }
    std::vector<MissingFact> take() { return std::move(m_all); }

private:
    const verdict::Evaluator &m_evaluator;
    std::vector<MissingFact> m_all;
    std::vector<EndpointId> m_ids; ///< that were asked for last
    MissingFact::Ends m_texts;     ///< theirs
};

MissingFact::Ends onlyEnd(const std::string &end)
{
    return std::make_shared<const std::vector<std::string>>(1, end);
}

/// Namespaces with workloads whose labels nothing states.
struct Unknown
{
    explicit Unknown(const verdict::Evaluator &evaluator)
    {
        std::set<std::string> found;
        std::set<std::string> texts;
        for (const verdict::Endpoint &endpoint : evaluator.endpoints())
            if (!evaluator.namespaceIsDeclared(endpoint.nameSpace)) {
                texts.insert(endpoint.text());
                if (endpoint.kind == verdict::EndpointKind::Workload)
                    found.insert(endpoint.nameSpace);
            }
        names = named({found.begin(), found.end()});
        ends = std::make_shared<const std::set<std::string>>(std::move(texts));
    }

    std::string names;                                 ///< as words; empty if there is none
    std::shared_ptr<const std::set<std::string>> ends; ///< what is in such ones
};

/// Said of each, also where it changes nothing: what both ends leave open stays open.
void addHostNetwork(const Context &context, Facts &facts)
{
    const verdict::Evaluator &evaluator = context.evaluator;
    std::shared_ptr<const std::set<std::string>> closed[2]; // ends, by direction
    const auto closedIn = [&](kube::Direction direction) {
        std::shared_ptr<const std::set<std::string>> &known = closed[int(direction)];
        if (known)
            return known;
        std::set<std::string> texts;
        for (std::uint32_t i = 0; i < evaluator.endpoints().size(); ++i)
            if (!verdict::isOpenToWhomever(evaluator, {i}, direction))
                texts.insert(evaluator.endpoints()[i].text());
        known = std::make_shared<const std::set<std::string>>(std::move(texts));
        return known;
    };
    for (const verdict::Endpoint &endpoint : evaluator.endpoints()) {
        if (!endpoint.hostNetwork || endpoint.objects.empty())
            continue;
        const kube::Object *object = endpoint.objects.front();
        for (const kube::Direction direction : kube::kDirections) {
            const auto opposite = direction == kube::Direction::Ingress ? kube::Direction::Egress
                                                                        : kube::Direction::Ingress;
            const bool isClosed = closedIn(direction)->count(endpoint.text()) > 0;
            facts.add({{Severity::Note,
                        Code::LintHostNetwork,
                        context.workspace.place(object, object->meta.nameOrigin),
                        {endpoint.text()},
                        {}},
                       onlyEnd(endpoint.text()),
                       direction,
                       isClosed ? nullptr : closedIn(opposite)});
        }
    }
}

void addNamespaces(const Context &context, const kube::Object &policy, const Unknown &unknown,
                   Facts &facts)
{
    for (kube::Direction direction : kube::kDirections) {
        if (!policy.policy()->isolates(direction))
            continue;
        for (const kube::Rule &rule : policy.policy()->rules(direction))
            for (const kube::Peer &peer : rule.peers)
                if (peer.namespaces && !verdict::asksOnlyForNames(*peer.namespaces))
                    facts.add({{Severity::Note,
                                Code::LintNamespaceUnknown,
                                context.workspace.place(&policy, peer.namespaces->origin),
                                {context.workspace.namespaceOf(policy) + '/' + policy.meta.name,
                                 peer.namespaces->canonical(), unknown.names},
                                {}},
                               facts.endsOf(context.subjects(policy)),
                               direction,
                               unknown.ends});
    }
}

/// The same for cluster-wide policies, whose subject may ask for labels of namespaces too.
void addNamespaces(const Context &context, const kube::ObjectPtr &object, const Unknown &unknown,
                   Facts &facts)
{
    const kube::ClusterPolicy &policy = *object->clusterPolicy();
    std::vector<const kube::Peer *> peers;
    if (policy.subject)
        peers.push_back(&*policy.subject);
    for (kube::Direction direction : kube::kDirections)
        for (const kube::ClusterRule &rule : policy.rules(direction))
            for (const kube::ClusterPeer &peer : rule.peers)
                if (peer.pods)
                    peers.push_back(&*peer.pods);
    std::vector<EndpointId> ends;
    const auto &endpoints = context.evaluator.endpoints();
    for (std::uint32_t i = 0; i < endpoints.size(); ++i)
        if (!context.evaluator.namespaceIsDeclared(endpoints[i].nameSpace))
            ends.push_back({i});
    for (const kube::Peer *peer : peers)
        if (peer->namespaces && !verdict::asksOnlyForNames(*peer->namespaces))
            facts.add({{Severity::Note,
                        Code::LintNamespaceUnknown,
                        context.workspace.place(object.get(), peer->namespaces->origin),
                        {object->meta.name, peer->namespaces->canonical(), unknown.names},
                        {}},
                       facts.endsOf(ends),
                       {},
                       nullptr});
}

/// Of objects of one name and unlike contents: which of them counts.
void addTwins(const Context &context, Facts &facts)
{
    const verdict::Evaluator &evaluator = context.evaluator;
    for (const verdict::Twin &twin : verdict::twinsOf(context.workspace)) {
        const kube::Object &object = *twin.other;
        if (context.workspace.location(&object).isStale ||
            context.workspace.location(twin.counting.get()).isStale)
            continue;
        std::vector<EndpointId> ends = evaluator.endpointsOf(twin.counting.get());
        if (const kube::NetworkPolicy *policy = object.policy(); policy && policy->subject)
            for (EndpointId id :
                 evaluator.selected(*policy->subject, context.workspace.namespaceOf(object)))
                ends.push_back(id);
        if (const kube::ClusterPolicy *policy = object.clusterPolicy(); policy && policy->subject)
            for (EndpointId id : evaluator.selected(*policy->subject, {}))
                ends.push_back(id);
        if (std::holds_alternative<kube::Namespace>(object.value))
            for (std::uint32_t i = 0; i < evaluator.endpoints().size(); ++i)
                if (evaluator.endpoints()[i].nameSpace == object.meta.name)
                    ends.push_back({i});
        std::sort(ends.begin(), ends.end());
        ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
        ends = context.workloads(std::move(ends));
        if (ends.empty())
            continue;
        std::string name = object.meta.name;
        if (!object.isClusterScoped())
            name.insert(0, context.workspace.namespaceOf(object) + '/');
        const bool arePolicies = object.policy() || object.clusterPolicy();
        std::optional<kube::Direction> direction;
        if (arePolicies && onlyDirection(object) == onlyDirection(*twin.counting))
            direction = onlyDirection(object);
        facts.add({{Severity::Note,
                    Code::DuplicateObject,
                    context.workspace.place(twin.counting.get(), twin.counting->meta.nameOrigin),
                    {object.meta.kind, name},
                    {context.workspace.place(&object, object.meta.nameOrigin)}},
                   facts.endsOf(ends),
                   direction,
                   nullptr});
    }
}

/// Of a policy whose subject cannot be read: whom it is for. The API server would refuse it, so it
/// may be for nobody.
void addUnreadable(const Context &context, const kube::ObjectPtr &policy, Facts &facts)
{
    const bool isOne = policy->policy() ? !policy->policy()->subject.has_value()
                                        : !policy->clusterPolicy()->subject.has_value();
    if (!isOne || context.workspace.location(policy.get()).isStale)
        return;
    std::vector<EndpointId> ends;
    for (std::uint32_t i = 0; i < context.evaluator.endpoints().size(); ++i)
        if (policy->isClusterScoped() ||
            context.evaluator.endpoints()[i].nameSpace == context.workspace.namespaceOf(*policy))
            ends.push_back({i});
    std::string name = policy->meta.name;
    if (!policy->isClusterScoped())
        name.insert(0, context.workspace.namespaceOf(*policy) + '/');
    facts.add({{Severity::Note,
                Code::WouldBeRefused,
                context.workspace.place(policy.get(), policy->meta.nameOrigin),
                {name},
                {}},
               facts.endsOf(context.workloads(std::move(ends))),
               onlyDirection(*policy),
               nullptr});
}

/// Of labels that controllers add: which pods a policy means.
void addAddedLabels(Context &context, const kube::Object &policy, Facts &facts)
{
    context.findings.clear();
    checkAddedLabels(context, policy);
    const std::vector<AddedLabel> found = addedLabels(context, policy);
    for (std::size_t i = 0; i < found.size(); ++i) {
        MissingFact fact{context.findings[i], facts.endsOf(found[i].ends), onlyDirection(policy),
                         nullptr};
        fact.diagnostic.severity = Severity::Note;
        if (found[i].direction) {
            fact.others =
                std::make_shared<const std::set<std::string>>(fact.ends->begin(), fact.ends->end());
            fact.ends = facts.endsOf(context.subjects(policy));
            fact.direction = found[i].direction;
        }
        facts.add(std::move(fact));
    }
    context.findings.clear();
}

/// Pods of which nothing states the address.
std::shared_ptr<const std::set<std::string>> withoutAddress(const verdict::Evaluator &evaluator)
{
    std::set<std::string> texts;
    for (const verdict::Endpoint &endpoint : evaluator.endpoints())
        if (std::any_of(endpoint.variants.begin(), endpoint.variants.end(),
                        [](const auto &variant) { return variant.addresses.empty(); }))
            texts.insert(endpoint.text());
    return std::make_shared<const std::set<std::string>>(std::move(texts));
}

/// Of rules that mean pods by their addresses: whether they mean those.
void addAddresses(const Context &context, const kube::Object &policy,
                  const std::shared_ptr<const std::set<std::string>> &pods, Facts &facts)
{
    const auto add = [&](const kube::Origin &origin, std::string block, kube::Direction direction) {
        std::string name = policy.meta.name;
        if (policy.policy())
            name.insert(0, context.workspace.namespaceOf(policy) + '/');
        facts.add({{Severity::Note,
                    Code::LintIpBlockPods,
                    context.workspace.place(&policy, origin),
                    {std::move(name), std::move(block), context.evaluator.profile().title()},
                    {}},
                   facts.endsOf(policy.policy() ? context.subjects(policy)
                                                : context.evaluator.endpointsOf(&policy)),
                   direction,
                   pods});
    };
    const bool isByAddress =
        context.evaluator.profile().podsByBlock == verdict::PluginProfile::PodsByBlock::ByAddress;
    for (const kube::Direction direction : kube::kDirections) {
        if (policy.policy() && isByAddress && policy.policy()->isolates(direction))
            for (const kube::Rule &rule : policy.policy()->rules(direction))
                for (const kube::Peer &peer : rule.peers)
                    if (peer.ipBlock && !verdict::holdsEveryPod(rule) &&
                        verdict::mayMeanPods(context.evaluator, *peer.ipBlock))
                        add(peer.origin, peer.ipBlock->cidr.text(), direction);
        if (policy.clusterPolicy() &&
            policy.clusterPolicy()->kind == kube::ClusterPolicyKind::ClusterNetworkPolicy)
            for (const kube::ClusterRule &rule : policy.clusterPolicy()->rules(direction))
                for (const kube::ClusterPeer &peer : rule.peers)
                    for (const kube::Cidr &network : peer.networks)
                        if (!verdict::holdsEveryPod(rule))
                            add(peer.origin, network.text(), direction);
    }
}

/// Of rules for addresses that nothing states: whether they decide.
void addUnstated(const Context &context, const kube::ObjectPtr &policy, Facts &facts)
{
    for (const kube::ClusterRule &rule : policy->clusterPolicy()->egress)
        for (const kube::ClusterPeer &peer : rule.peers)
            if (!peer.unstated.empty()) {
                std::vector<std::string> arguments{policy->meta.name, peer.unstated};
                if (!peer.mayMeanOutside)
                    arguments.emplace_back("is passed over");
                facts.add(
                    {{Severity::Note,
                      Code::PeerNotJudged,
                      context.workspace.place(policy.get(), peer.origin),
                      std::move(arguments),
                      {}},
                     facts.endsOf(context.workloads(context.evaluator.endpointsOf(policy.get()))),
                     kube::Direction::Egress,
                     nullptr});
            }
}

/// Of the plugin's; see checkPlugin().
void addUnclearKind(Context &context, const kube::ObjectPtr &policy, Facts &facts)
{
    context.findings.clear();
    context.add(
        Severity::Note, Code::PluginUnclear, *policy, policy->meta.nameOrigin,
        {policy->meta.name, "kind: " + policy->meta.kind, context.evaluator.profile().title()});
    const auto ends = context.workloads(context.evaluator.endpointsOf(policy.get()));
    facts.add({context.findings.front(), facts.endsOf(ends), onlyDirection(*policy), nullptr});
}

/// Findings about what is not known, rather than about what is wrong.
bool isMissing(Code code)
{
    return code == Code::LintNamedPortUndeclared || code == Code::LintClusterNamedPort ||
           code == Code::PluginUnclear || code == Code::PluginSctp || code == Code::PluginNamedPort;
}

/// Those of a policy that were found, told of the pods that it selects.
void takeMissing(Context &context, const kube::Object &policy, Facts &facts)
{
    for (Diagnostic &finding : context.findings)
        if (isMissing(finding.code)) {
            finding.severity = Severity::Note;
            facts.add(
                {finding, facts.endsOf(context.subjects(policy)), onlyDirection(policy), nullptr});
        }
    context.findings.clear();
}

} // namespace

bool MissingFact::mayChange(kube::Direction half, const std::string &other) const
{
    return (!direction || *direction == half) && (!others || others->count(other) > 0);
}

std::vector<MissingFact> missingLabels(const kube::Workspace &workspace,
                                       const verdict::Evaluator &evaluator)
{
    const Unknown unknown(evaluator);
    if (unknown.names.empty() || !evaluator.profile().enforces)
        return {};
    Facts facts(evaluator);
    Context context(workspace, evaluator);
    for (const kube::ObjectPtr &policy : evaluator.clusterPolicies())
        if (evaluator.profile().enforcesKind(policy->clusterPolicy()->kind))
            addNamespaces(context, policy, unknown, facts);
    for (const kube::ObjectPtr &policy : evaluator.policies())
        addNamespaces(context, *policy, unknown, facts);
    return facts.take();
}

std::vector<Diagnostic> labelGaps(const kube::Workspace &workspace,
                                  const verdict::Evaluator &evaluator)
{
    Context context(workspace, evaluator);
    checkLabelGaps(context);
    for (Diagnostic &finding : context.findings)
        finding.severity = Severity::Note;
    return std::move(context.findings);
}

std::vector<MissingFact> missingFacts(const kube::Workspace &workspace,
                                      const verdict::Evaluator &evaluator)
{
    if (!evaluator.profile().enforces)
        return {}; // nothing depends on them
    Context context(workspace, evaluator);
    Facts facts(evaluator);
    addHostNetwork(context, facts);
    addTwins(context, facts);
    for (Diagnostic &gap : labelGaps(workspace, evaluator)) {
        MissingFact::Ends end = onlyEnd(gap.arguments.front());
        facts.add({std::move(gap), std::move(end), {}, nullptr});
    }
    const Unknown unknown(evaluator);
    const auto pods = withoutAddress(evaluator);
    for (const kube::ObjectPtr &policy : evaluator.clusterPolicies()) {
        const verdict::Claim claim = evaluator.profile().claim(policy->clusterPolicy()->kind);
        if (claim != verdict::Claim::No) {
            addUnreadable(context, policy, facts);
            addUnstated(context, policy, facts);
            addAddresses(context, *policy, pods, facts);
            addAddedLabels(context, *policy, facts);
            context.findings.clear();
            checkClusterPorts(context, *policy);
            takeMissing(context, *policy, facts);
        }
        if (claim == verdict::Claim::Unclear)
            addUnclearKind(context, policy, facts);
        if (!unknown.names.empty() && claim != verdict::Claim::No)
            addNamespaces(context, policy, unknown, facts);
    }
    for (const kube::ObjectPtr &policy : evaluator.policies()) {
        addUnreadable(context, policy, facts);
        addAddresses(context, *policy, pods, facts);
        addAddedLabels(context, *policy, facts);
        if (!unknown.names.empty())
            addNamespaces(context, *policy, unknown, facts);
        context.findings.clear();
        checkPorts(context, *policy);
        checkPluginPolicy(context, *policy);
        takeMissing(context, *policy, facts);
    }
    return facts.take();
}

} // namespace drawbridge::lint
