#pragma once

#include "graph/picture.h"
#include "graph/rerouting.h"
#include "graph/spatial_hash.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace drawbridge::graph {

/// Finds places for the words on arrows, clear of cards, titles, heads, and of the pills of arrows
/// before. Belongs to one picture: what becomes of its cards, frames and arrows has to be told.
class Pills
{
public:
    explicit Pills(const Picture &picture); ///< perhaps with pills as placeAll() left them

    /// Of the picture's arrows.
    const ArrowEnds &ends() const { return m_ends; }

    /// In the order of the arrows.
    void placeAll(Picture &picture);
    /// Leaves the pills where placeAll() would, after the words of these arrows changed: of the
    /// others only those are looked at that could give way or get room. Gives the indices of all
    /// whose pill is another. `changed` is ascending.
    std::vector<std::size_t> placeAgain(Picture &picture, const std::vector<std::size_t> &changed);
    /// Cards and titles that went, and those that came.
    struct Exchanged
    {
        std::vector<Rect> gone;
        std::vector<Rect> come;
    };
    /// The same after arrows came, went and got other ways, and cards or titles did. `changed`
    /// names, ascending, all that stay and have other words, and may name more.
    std::vector<std::size_t> placeAgain(Picture &picture, const Rerouted &rerouted,
                                        std::vector<std::size_t> changed,
                                        const Exchanged &exchanged = {});

private:
    /// A rectangle that words keep clear of; a pill only for arrows after its own.
    struct Obstacle
    {
        Rect rect;
        std::size_t from = 0; ///< the first arrow that keeps clear
    };

    using Stirred = std::vector<Rect>; ///< what heads and pills have left and taken

    /// The words of `changed` are looked at, those of `reworded` have others too.
    std::vector<std::size_t> placeAgain(Picture &picture, const std::vector<std::size_t> &changed,
                                        const std::vector<std::size_t> &reworded, Stirred stirred);
    void eraseFixed(const Rect &rect);
    void renumber(const Picture &picture, const Renumbering &numbers);
    void insert(const Rect &rect, std::size_t from);
    void erase(const Rect &rect, std::size_t from);
    bool isFree(const Rect &rect, std::size_t arrow) const;
    void place(const Picture &picture, std::size_t arrow, ArrowShape &shape, double width);

    std::unordered_map<std::uint64_t, std::vector<Obstacle>> m_cells;
    ArrowEnds m_ends;
    std::vector<Rect> m_reaches; ///< by arrow: the curve and all places for its words
};

} // namespace drawbridge::graph
