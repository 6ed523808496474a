#pragma once

#include "kube/labels.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace drawbridge::lint {

/// Numbers of several ascending lists, in order and each once, found as they are asked for: most
/// who ask stop at one of the first.
class Candidates
{
public:
    using List = std::vector<std::size_t>;

    /// The list stays as it is for as long as somebody asks.
    void add(const List &list);
    /// The same of one that nobody else keeps.
    void take(List list);
    /// Of those so far, instead of each number that of what it is a part of, which ascends too.
    void as(const List &wholes);
    /// Of those that are no parts the ones from begin to before end.
    Candidates within(std::size_t begin, std::size_t end) const;

    /// Not fewer than are to come.
    std::size_t most() const;
    std::optional<std::size_t> next();

private:
    struct Rest
    {
        const std::size_t *begin;
        const std::size_t *end;
        const List *wholes = nullptr; ///< null: they are no parts

        std::size_t first() const { return wholes ? (*wholes)[*begin] : *begin; }
    };

    std::vector<Rest> m_rests; ///< none is empty
    std::vector<std::shared_ptr<const List>> m_kept;
};

/// Finds, of numbered sets of requirements, those that another set may imply: what meets all of
/// that meets all of them. Asks only sets with the rarest requirement of which it has a like.
class RequirementIndex
{
public:
    using Requirements = std::vector<kube::Requirement>;

    /// `of(number)` is asked twice of each number below `count`; null if it has no set.
    RequirementIndex(std::size_t count,
                     const std::function<std::optional<Requirements>(std::size_t)> &of);

    /// All that are implied, and perhaps more.
    Candidates wider(const Requirements &narrow) const;

    /// Adds what a selector asks for, with `what` before each key.
    static void append(const kube::LabelSelector &selector, const std::string &what,
                       Requirements &requirements);

private:
    using Counts = std::unordered_map<std::string, std::size_t>;

    void place(std::size_t number, const Requirements &requirements, const Counts &counts);

    std::unordered_map<std::string, Candidates::List> m_by; ///< see likesOf()
    Candidates::List m_ofNothing;
};

} // namespace drawbridge::lint
