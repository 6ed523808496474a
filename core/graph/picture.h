#pragma once

#include "graph/notes.h"

#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace drawbridge::graph {

struct Point
{
    double x = 0;
    double y = 0;
    bool operator==(const Point &) const = default;
};

struct Rect
{
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    Point center() const { return {x + width / 2, y + height / 2}; }
    bool contains(Point p) const
    {
        return p.x >= x && p.x <= right() && p.y >= y && p.y <= bottom();
    }
    bool intersects(const Rect &o) const
    {
        return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
    }
    Rect united(const Rect &o) const;
    bool operator==(const Rect &) const = default;
};

/// Where nodes are: the top left corner of each, in scene units. A frame without nodes has one too.
using Placement = std::map<Key, Point>;

/// Sizes in scene units that do not depend on the machine's fonts, so that exports are stable.
struct Metrics
{
    double cardWidth = 190;
    double cardHeight = 72;
    double outsideWidth = 110;
    double outsideHeight = 78;
    double framePadding = 28;
    double frameTitle = 34; ///< room for the title above the nodes
    double emptyFrameWidth = 260;
    double emptyFrameHeight = 150;
    double gridStep = 8;
};
const Metrics &metrics();
/// Width of `text` at a font size in scene units, from a fixed table.
double textWidth(const std::string &text, double fontSize, bool bold = false);
/// `text` cut with an ellipsis so that it fits.
std::string elided(const std::string &text, double width, double fontSize, bool bold = false);

struct NodeShape
{
    Node node;
    Rect rect;
    bool operator==(const NodeShape &) const = default;
};

struct FrameShape
{
    Frame frame;
    Rect rect;
    bool isCollapsed = false;
    bool operator==(const FrameShape &) const = default;
};

/// A cubic from `from` to `to`, or several in a row; the head is at `to`.
struct ArrowShape
{
    Arrow arrow;
    Point from;
    Point control1; ///< of the first cubic
    Point control2; ///< of the last one
    Point to;
    /// What lies between the first and the last control point where the arrow goes round something:
    /// a control point, where cubics meet, a control point, and so on. Mostly empty.
    std::vector<Point> between;
    Rect pill;             ///< where the ports are written
    bool isBehind = false; ///< there is no way round some card
    bool operator==(const ArrowShape &) const = default;

    Point at(double t) const; ///< t from 0 to 1
    /// The cubics, four points each.
    std::vector<std::array<Point, 4>> cubics() const;
    Rect bounds() const;
};

/// The picture in scene units: what the canvas, SVG, PNG and PDF draw. Same input, same picture.
struct Picture
{
    std::vector<FrameShape> frames; ///< sorted by key, as are the others
    std::vector<NodeShape> nodes;
    std::vector<ArrowShape> arrows;
    std::vector<Note> notes; ///< by number; compose() knows none

    Rect bounds() const;
    const NodeShape *node(const Key &key) const;
    const FrameShape *frame(const Key &key) const;
    const ArrowShape *arrow(const Key &key) const;
};

/// Routes arrows and spans frames. Nodes missing in the placement get free room: where they wish to
/// be or near it, else beside the others of their frame; nothing placed is moved. What is gone
/// (Since::Removed) has no place, only a wish. Nodes of collapsed frames are left out, their arrows
/// go to the frame.
Picture compose(const Graph &graph, const Placement &placement, const std::set<Key> &collapsed = {},
                const Placement &wishes = {});
/// Nodes and frames where compose() has them; no arrows, whose ways take most of the time.
Picture composeCards(const Graph &graph, const Placement &placement,
                     const std::set<Key> &collapsed = {}, const Placement &wishes = {});

} // namespace drawbridge::graph
