#pragma once

#include "canvas/marks.h"
#include "canvas/scene.h"

#include <QRectF>

namespace drawbridge::canvas {

/// Room that the list of notes takes below a picture of this width; 0 without notes.
double notesHeight(const std::vector<graph::Note> &notes, double width);
/// Every note with its number and what it belongs to.
void drawNotes(MarkSink &sink, const std::vector<graph::Note> &notes, const QRectF &area);
/// The numbers on the elements.
void drawSigns(MarkSink &sink, const Scene &scene);

} // namespace drawbridge::canvas
