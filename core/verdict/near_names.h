#pragma once

#include "verdict/evaluator.h"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace drawbridge::verdict {

/// A slip in a selector of pods: with `instead` in place of `written` it would select some.
struct NearLabel
{
    std::string key;
    std::string written; ///< value, or key where `isKey`
    std::string instead;
    bool isKey = false;

    std::string text() const;     ///< "app=fronted"
    std::string nearText() const; ///< "app=frontend"
};

/// Finds slips among the labels that services have. What it was made of must stay as it is. Among
/// very many names and labels it stops finding any, so that it takes no longer than about a second.
class NearLabels
{
public:
    /// `workloadsOnly`: what a policy alone speaks of does not count.
    explicit NearLabels(const Evaluator &evaluator, bool workloadsOnly = false);

    /// Of a peer that selects nothing: the one label of matchLabels that is nearly one which
    /// services have there, so that the peer would mean them. `nameSpace`: the policy's.
    std::optional<NearLabel> of(const kube::Peer &peer, const std::string &nameSpace) const;

private:
    bool counts(const Endpoint &endpoint) const;
    bool selects(const kube::Peer &peer, const std::string &nameSpace) const;
    std::optional<std::string> nearOf(const std::string &name,
                                      const std::set<std::string> &known) const;

    const Evaluator &m_evaluator;
    bool m_workloadsOnly;
    mutable std::size_t m_comparisonsLeft = 20'000'000;
    std::set<std::string> m_keys;
    std::map<std::string, std::set<std::string>> m_values; ///< by key
};

/// The selector with the slip mended.
kube::LabelSelector mended(kube::LabelSelector selector, const NearLabel &near);

/// The one name of a port of these endpoints that is nearly this one; of that protocol, if one is
/// given.
std::optional<std::string> nearPortName(const Evaluator &evaluator,
                                        const std::vector<EndpointId> &targets,
                                        const std::string &name,
                                        std::optional<kube::Protocol> protocol);

} // namespace drawbridge::verdict
