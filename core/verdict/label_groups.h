#pragma once

#include "base/shared_value.h"
#include "kube/labels.h"
#include "kube/network_policy.h"
#include "verdict/bitset.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace drawbridge::verdict {

using BitsetPtr = std::shared_ptr<const Bitset>;

/// How a namespace that only labels tell is called: "{team=x}"; "{}" for every namespace.
std::string openEndedName(const kube::LabelSelector &namespaces);

/// True if a selector means a namespace: by its labels, or since the namespace is called by it.
bool meansNamespace(const kube::LabelSelector &namespaces, const std::string &name,
                    const kube::Labels &labels);

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
/// Selectors of equal meaning share one answer. May be asked in several threads. Copies share what
/// is numbered.
///
/// A few groups may come late, when selectors have been asked: the answers do not hold them, and
/// who asks looks at these with picks().
class LabelGroups
{
public:
    void setNamespaces(std::map<std::string, kube::Labels> namespaces);
    const std::map<std::string, kube::Labels> &namespaces() const { return m_numbered->namespaces; }

    /// `selector` is the canonical text of the selector that a pod group stands for: that selector
    /// picks it whatever its labels are. While none came late.
    std::uint32_t add(const std::string &nameSpace, const kube::Labels &labels,
                      const std::string &selector = {});
    /// How many are numbered. Late ones have numbers from here on, with gaps, below end().
    std::size_t size() const { return m_numbered->groups.size(); }
    std::size_t end() const { return size() + m_late.size(); }
    const kube::Labels &labels(std::uint32_t group) const { return at(group).labels; }
    const std::string &nameSpace(std::uint32_t group) const { return at(group).nameSpace; }

    /// Of those that are numbered.
    BitsetPtr inNamespace(const kube::LabelSelector &pods, const std::string &nameSpace) const;
    /// A peer without ipBlock, as a policy of `policyNamespace` means it.
    BitsetPtr ofPeer(const kube::Peer &peer, const std::string &policyNamespace) const;
    std::vector<std::string> matchingNamespaces(const kube::LabelSelector &namespaces) const;

    /// Its number is that of a numbered one of the same words, else the first free one.
    std::uint32_t addLate(const std::string &nameSpace, const kube::Labels &labels,
                          const std::string &selector);
    void removeLate(std::uint32_t group);
    bool isLate(std::uint32_t group) const { return group >= size(); }
    std::size_t countOfLate() const;
    /// For any of the groups, what inNamespace() and ofPeer() hold for those that are numbered.
    bool picks(const kube::LabelSelector &pods, const std::string &nameSpace,
               std::uint32_t group) const;
    bool picks(const kube::Peer &peer, const std::string &policyNamespace,
               std::uint32_t group) const;
    template <typename Visit>
    void forEachLate(const Visit &visit) const
    {
        for (std::size_t i = 0; i < m_late.size(); ++i)
            if (m_late[i])
                visit(std::uint32_t(size() + i));
    }

private:
    struct Group
    {
        std::string nameSpace;
        kube::Labels labels;
        std::string selector;
    };

    struct Numbered
    {
        std::map<std::string, kube::Labels> namespaces;
        std::unordered_map<std::string, std::vector<std::string>> namespacesOfLabel; ///< key, value
        std::vector<Group> groups;
        std::unordered_map<std::string, std::uint32_t> index;
        std::unordered_map<std::string, std::vector<std::uint32_t>> ofNamespace;
        std::unordered_map<std::string, std::vector<std::uint32_t>> ofLabel;    ///< ns, key, value
        std::unordered_map<std::string, std::vector<std::uint32_t>> ofKey;      ///< ns, key
        std::unordered_map<std::string, std::vector<std::uint32_t>> ofSelector; ///< ns, canonical
        mutable SelectorAnswers answers;
    };

    using Groups = std::vector<std::uint32_t>; ///< ascending

    static std::string keyOf(const std::string &nameSpace, const kube::Labels &labels,
                             const std::string &selector);
    const Groups &withLabel(const std::string &nameSpace, const std::string &key,
                            const std::string &value) const;
    Groups withAny(const kube::Requirement &wanted, const std::string &nameSpace) const;
    Groups meeting(const kube::LabelSelector &pods, const std::string &nameSpace,
                   const Groups &candidates) const;
    const Group &at(std::uint32_t group) const;
    static bool picks(const kube::LabelSelector &pods, const Group &group);
    BitsetPtr in(const std::vector<std::string> &namespaces, const kube::LabelSelector &pods,
                 const std::string &canonical) const;
    void select(const kube::LabelSelector &pods, const std::string &canonical,
                const std::string &nameSpace, std::vector<std::uint32_t> &result) const;

    SharedValue<Numbered> m_numbered;
    std::vector<std::optional<Group>> m_late;
};

} // namespace drawbridge::verdict
