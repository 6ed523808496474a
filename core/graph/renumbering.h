#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace drawbridge::graph {

/// What becomes of the numbers of a list's elements where some went and others came, and those that
/// stay keep their order. Costs what goes, comes and moves, however long the list is.
class Renumbering
{
public:
    Renumbering() = default;
    /// `gone` as they were numbered, `come` as they are numbered now; both ascending.
    Renumbering(std::size_t before, std::vector<std::size_t> gone, std::vector<std::size_t> come);

    std::size_t before() const { return m_before; } ///< how many there were
    std::size_t after() const { return m_before - m_gone.size() + m_come.size(); }
    const std::vector<std::size_t> &gone() const { return m_gone; }
    const std::vector<std::size_t> &come() const { return m_come; }
    /// The number now; nothing: it went.
    std::optional<std::size_t> now(std::size_t number) const;

    /// How many stay under another number.
    std::size_t countOfMoved() const;
    /// With the number before, and now. None overwrites one that is still to be moved.
    template <typename Visit>
    void forEachMoved(const Visit &visit) const
    {
        for (const Run &run : m_runs)
            for (std::size_t i = run.begin; run.now < run.begin && i < run.end; ++i)
                visit(i, i - run.begin + run.now);
        for (auto run = m_runs.rbegin(); run != m_runs.rend(); ++run)
            for (std::size_t i = run->end; run->now > run->begin && i-- > run->begin;)
                visit(i, i - run->begin + run->now);
    }
    /// Moves what stays to its place. What went is lost; what comes is yet to be put in.
    template <typename Element>
    void applyTo(std::vector<Element> &elements) const
    {
        if (after() > before())
            elements.resize(after());
        forEachMoved([&](std::size_t before, std::size_t now) {
            elements[now] = std::move(elements[before]);
        });
        elements.resize(after());
    }

    /// Where elements with these keys come to stand, in a list sorted by key that those at `gone`
    /// leave; both ascending. `keyOf` gives an element's key.
    template <typename Element, typename Keys, typename KeyOf>
    static std::vector<std::size_t>
    placesFor(const Keys &keys, const std::vector<Element> &elements,
              const std::vector<std::size_t> &gone, const KeyOf &keyOf)
    {
        std::vector<std::size_t> places;
        for (const auto &key : keys) {
            const auto isBefore = [&keyOf](const Element &element, const auto &than) {
                return keyOf(element) < than;
            };
            const auto at = std::lower_bound(elements.begin(), elements.end(), key, isBefore);
            const auto place = std::size_t(at - elements.begin());
            const auto left = std::lower_bound(gone.begin(), gone.end(), place) - gone.begin();
            places.push_back(place - std::size_t(left) + places.size());
        }
        return places;
    }

private:
    /// Neighbours that stay, all as far from where they were.
    struct Run
    {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::size_t now = 0; ///< of the first
    };

    std::size_t m_before = 0;
    std::vector<std::size_t> m_gone;
    std::vector<std::size_t> m_come;
    std::vector<Run> m_runs; ///< ascending; without those that are where they were
};

} // namespace drawbridge::graph
