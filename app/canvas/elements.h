#pragma once

#include "canvas/marks.h"
#include "graph/picture.h"

#include <QRectF>

namespace drawbridge::canvas {

/// The drawings of the picture's elements, said once for screen, PNG, PDF and SVG. All sizes are in
/// scene units and do not depend on fonts.

inline constexpr double kHeadLength = 13;
inline constexpr double kHeadWidth = 11;
inline constexpr double kArrowWidth = 1.8;

void drawNode(MarkSink &sink, const graph::NodeShape &shape);
bool isCard(const graph::Node &node);
/// With the title of an outside node, which may be wider.
QRectF titledRect(const graph::NodeShape &shape);
/// The word on the edge that says what would change, or how open it is; empty if there is none.
QRectF tagRect(const graph::NodeShape &shape);
/// A card without its words: what stays readable when it is small.
void drawCardBody(MarkSink &sink, const graph::Node &node, const QRectF &rect);
Ink barInk(const graph::Node &node);
/// The mark of a way in.
void drawGate(MarkSink &sink, const QRectF &box);
/// A cloud or what else stands for an outside end, without its title.
void drawOutsideBody(MarkSink &sink, const graph::NodeShape &shape);

/// What a filter does not show: a pale outline and the name, without any sign of a verdict.
void drawFadedNode(MarkSink &sink, const graph::NodeShape &shape, bool withWords);
void drawFadedFrame(MarkSink &sink, const graph::FrameShape &shape);
void drawFadedTitle(MarkSink &sink, const graph::FrameShape &shape);

/// Fill and wall; the title comes later, above arrows.
void drawFrame(MarkSink &sink, const graph::FrameShape &shape, bool withWords = true);
void drawFrameTitle(MarkSink &sink, const graph::FrameShape &shape, bool withChevron);
/// Where the title is; a click there is on the frame.
QRectF titleRect(const graph::FrameShape &shape);
/// The triangle in the title that folds the frame.
QRectF chevronRect(const graph::FrameShape &shape);
/// Line width of a frame's wall.
double wallWidth(const graph::FrameShape &shape);
/// With its top left corner at `at`.
void drawPadlock(MarkSink &sink, QPointF at, graph::Lock lock, Ink ink);
Ink wallInk(const graph::FrameShape &shape);

void drawArrow(MarkSink &sink, const graph::ArrowShape &shape, double width = kArrowWidth);
Ink arrowInk(const graph::Arrow &arrow);
Dash arrowDash(const graph::Arrow &arrow);

/// The pill that the arrow asks for: as the picture says, wider if its words need it. Empty if it
/// has no words. Where it is in the end says the scene.
QRectF pillRect(const graph::ArrowShape &shape);
void drawPill(MarkSink &sink, const graph::Arrow &arrow, const QRectF &rect);
/// Room for the words beside a pill.
QRectF noteRect(const QRectF &pill, const QString &note, bool below);
void drawNote(MarkSink &sink, const graph::Arrow &arrow, const QString &note, const QRectF &rect);

/// The sign of a note, around a point; inverse, so that nothing else looks like it.
QRectF signRect(QPointF center, const QString &text);
void drawSign(MarkSink &sink, const QRectF &rect, const QString &text);

/// Width by the fixed table of the core.
double widthOf(const QString &text, TextRole role);

} // namespace drawbridge::canvas
