#include "verdict/decide.h"

#include <array>
#include <utility>

namespace drawbridge::verdict {

using kube::Direction;

Stranger Evaluator::stranger(std::string nameSpace, kube::Labels namespaceLabels,
                             kube::Labels podLabels) const
{
    Stranger stranger{std::move(nameSpace), std::move(namespaceLabels), std::move(podLabels), {}};
    const auto policies = std::make_shared<Stranger::Policies>();
    std::vector<PolicyPool<CompiledPolicy>::Member> isolating[2];
    if (const auto found = m_state->inNamespace.find(stranger.nameSpace);
        found != m_state->inNamespace.end())
        for (const CompiledPolicy *policy : found->second)
            for (Direction direction : kube::kDirections)
                if (policy->policy().isolates(direction) &&
                    policy->subject().matches(stranger.podLabels))
                    isolating[int(direction)].push_back(m_state->memberOf(policy->object.get()));
    for (Direction direction : kube::kDirections) {
        policies->isolating[int(direction)].resize(1);
        policies->isolating[int(direction)].set(0, std::move(isolating[int(direction)]));
    }
    std::array<State::ClusterMembers, State::kChains> members = m_state->clusterMembers();
    for (std::size_t i = 0; i < State::kChains; ++i) {
        std::erase_if(members[i], [&](const auto &member) {
            const std::optional<kube::Peer> &subject = member.policy->policy().subject;
            return subject && ((subject->pods && !subject->pods->matches(stranger.podLabels)) ||
                               !meansNamespace(*subject->namespaces, stranger.nameSpace,
                                               stranger.namespaceLabels));
        });
        policies->chains[i].resize(1);
        policies->chains[i].set(0, std::move(members[i]));
    }
    stranger.policies = policies;
    return stranger;
}

} // namespace drawbridge::verdict
