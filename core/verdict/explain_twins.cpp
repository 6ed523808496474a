#include "verdict/explain.h"

#include "verdict/added_labels.h"
#include "verdict/twins.h"

#include <algorithm>

namespace drawbridge::verdict {

namespace {

using kube::ConnectionSet;
using kube::ObjectPtr;

constexpr std::size_t kMostChoices = 64; ///< combinations that are tried

/// The label sets that pods of this end have, whichever of several objects counts.
std::vector<kube::Labels> labelsOf(const Evaluator &evaluator, const Endpoint &end,
                                   const std::vector<Twin> &twins)
{
    std::vector<kube::Labels> all;
    for (const Variant &variant : end.variants)
        all.push_back(evaluator.labelsOf(variant));
    for (const Twin &twin : twins)
        if (const kube::Workload *workload = twin.other->workload();
            workload && std::find(end.objects.begin(), end.objects.end(), twin.counting.get()) !=
                            end.objects.end())
            all.push_back(workload->podLabels);
    return all;
}

/// One of them may be for pods of the end, which have some of these labels.
bool maySelect(const Evaluator &evaluator, const Twin &twin, const Endpoint &end,
               const std::vector<kube::Labels> &all)
{
    for (const ObjectPtr &object : {twin.counting, twin.other}) {
        const kube::NetworkPolicy *policy = object->policy();
        if (!policy || !policy->subject ||
            std::any_of(all.begin(), all.end(),
                        [policy](const kube::Labels &labels) {
                            return policy->subject->matches(labels);
                        }) ||
            !addedLabel(evaluator, *policy->subject, end).empty())
            return true;
    }
    return false;
}

/// An end, and the label sets that its pods may have.
struct AskedEnd
{
    Party party;
    std::vector<kube::Labels> labels = {};
};

AskedEnd askedEnd(const Evaluator &evaluator, const Party &party, const std::vector<Twin> &twins)
{
    if (party.isOutside())
        return {party};
    return {party, labelsOf(evaluator, evaluator.endpoint(party.endpoint), twins)};
}

/// It can say something about connections of this end.
bool concerns(const kube::Workspace &workspace, const Evaluator &evaluator, const Twin &twin,
              const AskedEnd &asked)
{
    const kube::Object &object = *twin.counting;
    if (object.clusterPolicy() || asked.party.isOutside())
        return object.clusterPolicy() != nullptr;
    const Endpoint &end = evaluator.endpoint(asked.party.endpoint);
    if (std::holds_alternative<kube::Namespace>(object.value))
        return object.meta.name == end.nameSpace;
    if (object.workload())
        return std::find(end.objects.begin(), end.objects.end(), &object) != end.objects.end();
    if (workspace.namespaceOf(object) != end.nameSpace)
        return false;
    if (std::holds_alternative<kube::Service>(object.value))
        return evaluator.profile().namedPorts == PluginProfile::NamedPorts::IfServiceNames;
    // A group of pods is there because of policies.
    return object.policy() &&
           (end.kind != EndpointKind::Workload || maySelect(evaluator, twin, end, asked.labels));
}

/// The same end in another state; nothing if it is not there.
std::optional<Party> sameIn(const Evaluator &other, const Evaluator &evaluator, const Party &party)
{
    if (party.isOutside())
        return party;
    const EndpointId id = other.find(evaluator.endpoint(party.endpoint).key());
    return id.isValid() ? std::optional(Party::of(id)) : std::nullopt;
}

class TwinSearch
{
public:
    TwinSearch(const kube::Workspace &workspace, const Evaluator &evaluator, Party source,
               Party target)
        : m_workspace(workspace)
        , m_evaluator(evaluator)
        , m_other(evaluator)
        , m_source(source)
        , m_target(target)
    {
    }

    void run(Explanation &explanation, const ConnectionSet &ports)
    {
        const std::vector<Twin> all = twinsOf(m_workspace);
        const AskedEnd source = askedEnd(m_evaluator, m_source, all);
        const AskedEnd target = askedEnd(m_evaluator, m_target, all);
        for (const Twin &twin : all)
            if (concerns(m_workspace, m_evaluator, twin, source) ||
                concerns(m_workspace, m_evaluator, twin, target))
                m_twins.push_back(twin);
        if (m_twins.empty())
            return;
        std::vector<bool> matters(m_twins.size(), false);
        for (std::size_t i = 0; i < m_twins.size() && i < kMostChoices; ++i)
            matters[i] = !isSameWith({m_twins[i]}, ports, explanation);
        const auto isAny = [&matters] {
            return std::find(matters.begin(), matters.end(), true) != matters.end();
        };
        if (!isAny())
            tryTogether(ports, explanation, matters);
        if (!isAny())
            return;
        explanation.verdict = Explanation::Verdict::CannotTell;
        for (std::size_t i = 0; i < m_twins.size(); ++i)
            if (matters[i])
                explanation.doubts.push_back(doubtOf(m_twins[i]));
    }

private:
    static Doubt doubtOf(const Twin &twin)
    {
        return {Doubt::Kind::Twin, {}, twin.other.get(), twin.other->meta.nameOrigin, {}};
    }

    /// Each choice among those of one name with each of the others. Too many to be tried: nobody
    /// can tell.
    void tryTogether(const ConnectionSet &ports, const Explanation &explanation,
                     std::vector<bool> &matters)
    {
        std::vector<std::vector<std::size_t>> choices; // by object that counts
        std::size_t count = 1;
        for (std::size_t i = 0; i < m_twins.size() && count <= kMostChoices; ++i) {
            const auto same = std::find_if(choices.begin(), choices.end(), [&](const auto &one) {
                return m_twins[one.front()].counting == m_twins[i].counting;
            });
            if (same == choices.end())
                choices.push_back({i});
            else
                same->push_back(i);
            count = 1;
            for (const auto &one : choices)
                count *= one.size() + 1;
        }
        if (count > kMostChoices) {
            matters.assign(m_twins.size(), true);
            return;
        }
        for (std::size_t choice = 1; choice < count; ++choice) {
            std::vector<std::size_t> taken;
            std::size_t rest = choice;
            for (const auto &one : choices) {
                const std::size_t at = rest % (one.size() + 1);
                rest /= one.size() + 1;
                if (at > 0)
                    taken.push_back(one[at - 1]);
            }
            if (taken.size() < 2) // tried already
                continue;
            std::vector<Twin> twins;
            twins.reserve(taken.size());
            for (std::size_t i : taken)
                twins.push_back(m_twins[i]);
            if (!isSameWith(twins, ports, explanation))
                for (std::size_t i : taken)
                    matters[i] = true;
        }
    }

    /// Also where an end is not there then.
    bool isSameWith(const std::vector<Twin> &twins, const ConnectionSet &ports,
                    const Explanation &explanation)
    {
        std::vector<ObjectPtr> objects = m_workspace.effectiveObjects();
        for (const Twin &twin : twins)
            std::replace(objects.begin(), objects.end(), twin.counting, twin.other);
        m_other.update(m_workspace, objects);
        const auto source = sameIn(m_other, m_evaluator, m_source);
        const auto target = sameIn(m_other, m_evaluator, m_target);
        if (!source || !target)
            return true;
        const Explanation other = explain(m_other, *source, *target, ports, 0);
        return other.verdict == explanation.verdict && other.allowed == explanation.allowed;
    }

    const kube::Workspace &m_workspace;
    const Evaluator &m_evaluator;
    Evaluator m_other;
    Party m_source;
    Party m_target;
    std::vector<Twin> m_twins;
};

} // namespace

Explanation explain(const kube::Workspace &workspace, const Evaluator &evaluator, Party source,
                    Party target, const ConnectionSet &ports, std::size_t mostMisses)
{
    Explanation result = explain(evaluator, source, target, ports, mostMisses);
    if (!result.isSelf && !result.isBetweenOthers &&
        result.verdict != Explanation::Verdict::CannotTell)
        TwinSearch(workspace, evaluator, source, target).run(result, ports);
    return result;
}

} // namespace drawbridge::verdict
