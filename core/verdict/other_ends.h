#pragma once

#include "verdict/decide.h"

#include <algorithm>

namespace drawbridge::verdict {

inline Match matchOf(bool holdsIt)
{
    return holdsIt ? Match::All : Match::None;
}

/// All addresses of two sets.
class AddressesEnd : public OtherEnd
{
public:
    AddressesEnd(const kube::AddressSet &v4, const kube::AddressSet &v6) : m_v4(v4), m_v6(v6) {}

    Match of(const CompiledPolicy &policy, std::size_t index,
             kube::Direction direction) const override
    {
        const CompiledRule &rule = policy.rules[int(direction)][index];
        return rule.anyPeer ? Match::All : match(rule);
    }
    Match of(const CompiledClusterRule &rule) const override
    {
        return rule.everyOutside ? Match::All : match(rule);
    }
    std::optional<Addresses> addresses() const override
    {
        if (m_v4.isEmpty() && m_v6.isEmpty())
            return {};
        return Addresses{m_v4, m_v6};
    }
    /// Some rule spoke of a part of them.
    bool differs() const { return m_differs; }

private:
    template <typename Rule>
    Match match(const Rule &rule) const
    {
        if (rule.v4.contains(m_v4) && rule.v6.contains(m_v6))
            return Match::All;
        if ((rule.v4 & m_v4).isEmpty() && (rule.v6 & m_v6).isEmpty())
            return Match::None;
        m_differs = true;
        return Match::Some;
    }

    const kube::AddressSet &m_v4;
    const kube::AddressSet &m_v6;
    mutable bool m_differs = false;
};

/// A peer that means every pod of the cluster.
bool isWholeCluster(const kube::Peer &peer);

/// Every pod, here or not, and perhaps every address too.
class EveryEnd : public OtherEnd
{
public:
    /// `namedApart`: what a rule counts that holds some of them only.
    EveryEnd(bool outsideToo, Match namedApart) : m_outsideToo(outsideToo), m_namedApart(namedApart)
    {
    }

    Match of(const CompiledPolicy &policy, std::size_t index,
             kube::Direction direction) const override
    {
        const CompiledRule &rule = policy.rules[int(direction)][index];
        if (rule.anyPeer)
            return Match::All;
        if (rule.everyPod)
            return matchOf(!m_outsideToo ||
                           rule.v6 == kube::AddressSet({}, kube::lastOf(kube::Family::V6)));
        const auto &peers = policy.policy().rules(direction)[index].peers;
        return matchOf(!m_outsideToo && std::any_of(peers.begin(), peers.end(), isWholeCluster));
    }
    Match of(const CompiledClusterRule &rule) const override
    {
        const bool pods =
            rule.everyPod || std::any_of(rule.values.begin(), rule.values.end(), isWholeCluster);
        const bool addresses =
            rule.everyOutside ||
            (rule.everyV4 && rule.v6 == kube::AddressSet({}, kube::lastOf(kube::Family::V6)));
        if (pods && (addresses || !m_outsideToo))
            return Match::All;
        const bool isEmpty =
            !pods && rule.values.empty() &&
            (!m_outsideToo || (!addresses && rule.v4.isEmpty() && rule.v6.isEmpty()));
        return isEmpty ? Match::None : m_namedApart;
    }

private:
    bool m_outsideToo;
    Match m_namedApart;
};

} // namespace drawbridge::verdict
