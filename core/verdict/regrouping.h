#pragma once

#include "verdict/state.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace drawbridge::verdict {

/// Brings the pod groups of a state to what its policies ask for, where few policies went and came.
/// Guarantees: the ends are, in order, those that rebuildGroups() would make.
class Regrouping
{
public:
    using WantedGroups = Evaluator::State::WantedGroups;

    explicit Regrouping(Evaluator::State &state) : m_state(state) {}

    /// False where it has to be told from all policies: where namespaces come or go with groups,
    /// where policies ask for one group in other words, and where very many came late.
    bool find(const std::vector<WantedGroups> &removed, const std::vector<WantedGroups> &added);

    /// Takes the groups that went out, and puts those that came in. Between the two the policies
    /// are exchanged; those that stay select what comes already.
    void takeOut();
    void putIn();

    /// By endpoint key; one that says something else is in both.
    const std::vector<std::string> &gone() const { return m_gone; }
    const std::vector<std::string> &come() const { return m_come; }

private:
    using Words = std::vector<Evaluator::State::Asked>;

    Words wordsAfter(const std::string &key, const std::vector<WantedGroups> &removed,
                     const std::vector<WantedGroups> &added);
    static bool say(const Words &words, std::optional<WantedGroup> &group);
    bool keepsNamespaces() const;
    bool isAskedForIn(const std::string &nameSpace) const;
    const WantedGroup *wantedAfter(const std::string &key) const;
    bool isEndpoint(const std::string &key) const;
    void findEndpoints();
    void findLikeGroups();
    bool isBacked(const WantedGroup &like) const;
    bool picks(const WantedGroup &like, const WantedGroup &group) const;
    void fillLists(std::uint32_t group);
    void number(std::size_t from);

    Evaluator::State &m_state;
    std::map<std::string, std::optional<WantedGroup>> m_after; ///< of what is asked for otherwise
    std::vector<std::string> m_gone;
    std::vector<std::string> m_come;
};

} // namespace drawbridge::verdict
