#pragma once

#include "graph/picture.h"
#include "graph/spatial_hash.h"

#include <map>
#include <vector>

namespace drawbridge::graph {

/// How much a way of an arrow misleads or tires a reader, in a picture whose nodes and frames stay
/// as they are. Refers to the picture and to the frames that stand in for nodes.
class WayCost
{
public:
    WayCost(const Picture &picture, const std::map<Key, Key> &standIns)
        : m_picture(picture), m_standIns(standIns)
    {
    }

    /// What is in the way; before this nothing is.
    void takeObstacles();
    /// Of an end that is drawn as another.
    const Key &drawn(const Key &end) const;

    /// Harm, and bends that lead nowhere: a way out and a way in are at most half a turn. `frame`:
    /// the common one, or null.
    double of(const ArrowShape &shape, const Rect *frame) const;
    /// What a reader follows: how far and round how many bends. Decides between ways that are as
    /// good else.
    static double tiring(const ArrowShape &shape);
    bool runsBehindCard(const ArrowShape &shape) const;
    /// The frame that both ends are nodes of; null if there is none.
    const Rect *commonFrame(const Arrow &arrow) const;
    /// The frames near the arrow that none of its ends is or is in.
    std::vector<Rect> framesBetween(const ArrowShape &shape) const;

private:
    /// What a reader would take wrongly: an arrow behind cards, its own included, one that leaves
    /// the frame of both its ends (who crosses a wall leaves the namespace), one that runs behind
    /// titles or through namespaces that it has nothing to do with. 0: nothing of that.
    int harm(const ArrowShape &shape, const Rect *frame) const;
    bool isInside(const FrameShape &frame, const Key &end) const;

    const Picture &m_picture;
    const std::map<Key, Key> &m_standIns;
    SpatialHash m_cards;
    SpatialHash m_titles;
};

} // namespace drawbridge::graph
