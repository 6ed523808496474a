#include "edit/planner.h"

#include <algorithm>

namespace drawbridge::edit {

using kube::Direction;
using kube::Object;
using verdict::EndpointId;

/// Decision 29.
Result<Rewrite> Planner::removeService(const RemoveService &intent)
{
    m_gone = intent.endpoint;
    const EndpointId id = m_evaluator.find(intent.endpoint);
    const verdict::Endpoint &endpoint = m_evaluator.endpoint(id);
    std::vector<const Object *> gone = soleSubjects(id);
    if (intent.manifests)
        gone.insert(gone.end(), endpoint.objects.begin(), endpoint.objects.end());
    for (const kube::ObjectPtr &policy : m_evaluator.policies()) {
        if (std::find(gone.begin(), gone.end(), policy.get()) != gone.end())
            continue;
        for (Direction direction : kube::kDirections) {
            std::vector<Cut> cuts;
            const auto &rules = policy->policy()->rules(direction);
            for (std::size_t r = 0; r < rules.size(); ++r) {
                Cut cut{policy.get(), r, {}, false, {}, true, {}};
                for (std::size_t p = 0; p < rules[r].peers.size(); ++p)
                    if (meansOnly(rules[r].peers[p], m_evaluator.namespaceOf(policy.get()), id))
                        cut.peers.push_back(p);
                cut.wholeRule = !cut.peers.empty() && cut.peers.size() == rules[r].peers.size();
                if (!cut.peers.empty())
                    cuts.push_back(std::move(cut));
            }
            if (!cuts.empty() && policy->policy()->wouldBeRefused)
                return Failure{Code::RefusedPolicy,
                               {m_evaluator.namespaceOf(policy.get()) + '/' + policy->meta.name}};
            if (auto failure = apply(direction, cuts))
                return *failure;
        }
    }
    for (const Object *object : gone)
        if (auto failure = m_draft.remove(m_draft.handle(object)))
            return *failure;
    if (m_draft.finish().isEmpty())
        return Failure{Code::NothingToRemove, {endpoint.text()}};
    return finish(nullptr);
}

} // namespace drawbridge::edit
