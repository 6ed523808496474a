#pragma once

#include "graph/picture.h"

#include <optional>
#include <vector>

namespace drawbridge::graph {

/// What a way has to join: it leaves `from` and arrives at `to` in these directions.
struct Joined
{
    Point from;
    Point out; ///< a unit vector along an axis, as is `in`
    Point to;
    Point in;                     ///< away from the end, where the way comes from
    const Rect *frame = nullptr;  ///< the namespace of both ends: best not left
    std::vector<Rect> namespaces; ///< that it has nothing to do with: best not entered
};

/// A way between two ends.
struct Way
{
    std::vector<Point> corners;
    double clear = 0; ///< how near it comes to cards
};

/// Finds ways round cards, in right angles: where one cubic would run behind a card. Ways found
/// before are shunned, so that arrows do not lie over each other.
class Detours
{
public:
    explicit Detours(const Picture &picture) : m_picture(picture) {}

    /// Nothing if there is no way, or if finding one would take too long.
    std::optional<Way> way(const Joined &ends);

private:
    std::optional<std::vector<Point>> wayIn(const Joined &ends, double reach, double clear);

    const Picture &m_picture;
    std::vector<Rect> m_taken;       ///< thin, along the ways found
    std::size_t m_steps = 1'500'000; ///< that are left for all ways of the picture
};

/// Makes the arrow follow the way; its corners are rounded, but no nearer to cards.
void follow(ArrowShape &shape, const Way &way);

} // namespace drawbridge::graph
