#include "verdict/explain.h"

#include "verdict/twins.h"

#include <algorithm>

namespace drawbridge::verdict {

namespace {

using kube::ConnectionSet;
using kube::ObjectPtr;

constexpr std::size_t kMost = 32; ///< that are tried one by one

/// It can say something about connections of one of these ends.
bool concerns(const kube::Workspace &workspace, const Evaluator &evaluator, const ObjectPtr &object,
              const Party &party)
{
    if (party.isOutside())
        return object->clusterPolicy() != nullptr;
    const Endpoint &end = evaluator.endpoint(party.endpoint);
    if (object->clusterPolicy() || std::holds_alternative<kube::Namespace>(object->value))
        return true;
    if (object->workload())
        return std::find(end.objects.begin(), end.objects.end(), object.get()) != end.objects.end();
    return workspace.namespaceOf(*object) == end.nameSpace &&
           (object->policy() || std::holds_alternative<kube::Service>(object->value));
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
        std::vector<Twin> twins = twinsOf(m_workspace);
        std::erase_if(twins, [this](const Twin &twin) {
            return !concerns(m_workspace, m_evaluator, twin.counting, m_source) &&
                   !concerns(m_workspace, m_evaluator, twin.counting, m_target);
        });
        std::vector<Doubt> doubts;
        for (std::size_t i = 0; i < twins.size() && i < kMost; ++i)
            if (!isSameWith({twins[i]}, ports, explanation))
                doubts.push_back(doubtOf(twins[i]));
        if (doubts.empty() && twins.size() > 1 && !isSameWith(twins, ports, explanation))
            for (const Twin &twin : twins)
                doubts.push_back(doubtOf(twin));
        if (doubts.empty())
            return;
        explanation.verdict = Explanation::Verdict::CannotTell;
        explanation.doubts.insert(explanation.doubts.end(), doubts.begin(), doubts.end());
    }

private:
    static Doubt doubtOf(const Twin &twin)
    {
        return {Doubt::Kind::Twin, {}, twin.other.get(), twin.other->meta.nameOrigin, {}};
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
