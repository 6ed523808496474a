#include "canvas/export_part.h"

#include <algorithm>

namespace drawbridge::canvas {

graph::Picture surroundings(const graph::Picture &picture, const std::set<graph::Key> &selection)
{
    if (selection.empty())
        return picture;
    std::set<graph::Key> centre = selection;
    for (const graph::NodeShape &shape : picture.nodes)
        if (selection.count(shape.node.frame) > 0)
            centre.insert(shape.node.key);
    graph::Picture part;
    std::set<graph::Key> shown = centre;
    for (const graph::ArrowShape &shape : picture.arrows) {
        const graph::Arrow &arrow = shape.arrow;
        if (centre.count(arrow.key) == 0 && centre.count(arrow.source) == 0 &&
            centre.count(arrow.target) == 0)
            continue;
        part.arrows.push_back(shape);
        shown.insert({arrow.source, arrow.target});
    }
    for (const graph::NodeShape &shape : picture.nodes)
        if (shown.count(shape.node.key) > 0) {
            part.nodes.push_back(shape);
            shown.insert(shape.node.frame);
        }
    for (const graph::FrameShape &shape : picture.frames)
        if (shown.count(shape.frame.key) > 0)
            part.frames.push_back(shape);
    return part;
}

} // namespace drawbridge::canvas
