#pragma once

#include "kube/labels.h"
#include "kube/network_policy.h"
#include "verdict/bitset.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace drawbridge::verdict {

using BitsetPtr = std::shared_ptr<const Bitset>;

/// What selectors picked, by their text; may be asked and added to in several threads.
class SelectorAnswers
{
public:
    SelectorAnswers() = default;
    SelectorAnswers(const SelectorAnswers &other);
    SelectorAnswers(SelectorAnswers &&other) noexcept;
    SelectorAnswers &operator=(SelectorAnswers other) noexcept;
    ~SelectorAnswers() = default;

    BitsetPtr find(const std::string &text) const; ///< null if it was not asked before
    void add(std::string text, BitsetPtr answer);
    void clear();

private:
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, BitsetPtr> m_answers;
};

/// The distinct (namespace, label set) pairs of a cluster, and which of them a selector picks.
/// Selectors of equal meaning share one answer. May be asked in several threads.
class LabelGroups
{
public:
    void setNamespaces(std::map<std::string, kube::Labels> namespaces);
    const std::map<std::string, kube::Labels> &namespaces() const { return m_namespaces; }

    /// `selector` is the canonical text of the selector that a pod group stands for: that selector
    /// picks it whatever its labels are.
    std::uint32_t add(const std::string &nameSpace, const kube::Labels &labels,
                      const std::string &selector = {});
    std::size_t size() const { return m_groups.size(); }
    const kube::Labels &labels(std::uint32_t group) const { return m_groups[group].labels; }

    BitsetPtr inNamespace(const kube::LabelSelector &pods, const std::string &nameSpace) const;
    /// A peer without ipBlock, as a policy of `policyNamespace` means it.
    BitsetPtr ofPeer(const kube::Peer &peer, const std::string &policyNamespace) const;
    std::vector<std::string> matchingNamespaces(const kube::LabelSelector &namespaces) const;

private:
    struct Group
    {
        std::string nameSpace;
        kube::Labels labels;
        std::string selector;
    };

    BitsetPtr in(const std::vector<std::string> &namespaces, const kube::LabelSelector &pods,
                 const std::string &canonical) const;
    void select(const kube::LabelSelector &pods, const std::string &canonical,
                const std::string &nameSpace, Bitset &result) const;

    std::map<std::string, kube::Labels> m_namespaces;
    std::unordered_map<std::string, std::vector<std::string>> m_namespacesOfLabel; ///< key, value
    std::vector<Group> m_groups;
    std::unordered_map<std::string, std::uint32_t> m_index;
    std::unordered_map<std::string, std::vector<std::uint32_t>> m_ofNamespace;
    std::unordered_map<std::string, std::vector<std::uint32_t>> m_ofLabel;    ///< ns, key, value
    std::unordered_map<std::string, std::vector<std::uint32_t>> m_ofSelector; ///< ns, canonical
    mutable SelectorAnswers m_answers;
};

} // namespace drawbridge::verdict
