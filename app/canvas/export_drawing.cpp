#include "canvas/export_drawing.h"

#include "canvas/elements.h"
#include "canvas/export_notes.h"
#include "canvas/shapes.h"
#include "messages/graph_words.h"

#include <algorithm>

namespace drawbridge::canvas {

static constexpr double kTitleRoom = 34;
static constexpr double kLeastNotesWidth = 420;

QRectF pageOf(const graph::Picture &picture, double margin, bool hasTitle)
{
    const bool isEmpty = picture.nodes.empty() && picture.frames.empty();
    QRectF page = isEmpty ? QRectF(0, 0, 320, 120) : toQt(picture.bounds());
    page.adjust(-margin, -margin, margin, margin);
    // Whole units keep the numbers in the files short; titles stick out of frames.
    page = QRectF(page.toAlignedRect().adjusted(0, -8, 0, 8));
    if (hasTitle)
        page.setTop(page.top() - kTitleRoom);
    if (!picture.notes.empty())
        page.setWidth(std::max(page.width(), kLeastNotesWidth));
    page.setBottom(page.bottom() + notesHeight(picture.notes, page.width()));
    return page;
}

static void drawFrames(MarkSink &sink, const Scene &scene, DrawingListener &listener)
{
    for (const graph::FrameShape &shape : scene.picture().frames) {
        listener.begin(frameTitle(shape.frame));
        drawFrame(sink, shape);
        listener.end();
    }
}

static void drawArrows(MarkSink &sink, const Scene &scene, DrawingListener &listener)
{
    for (const graph::ArrowShape &shape : scene.picture().arrows) {
        const QString source = titleOf(scene.picture(), shape.arrow.source);
        const QString target = titleOf(scene.picture(), shape.arrow.target);
        listener.begin(arrowTitle(source, target) + QStringLiteral(": ") +
                       verdictWords(shape.arrow, source, target));
        drawArrow(sink, shape);
        listener.end();
    }
}

static void drawWords(MarkSink &sink, const Scene &scene)
{
    for (std::uint32_t i = 0; i < scene.picture().arrows.size(); ++i) {
        const graph::ArrowShape &shape = scene.picture().arrows[i];
        drawPill(sink, shape.arrow, scene.pill(i));
        if (const auto note = scene.note(i))
            drawNote(sink, shape.arrow, scene.noteText(shape), *note);
    }
    for (const graph::FrameShape &shape : scene.picture().frames)
        drawFrameTitle(sink, shape, false);
}

void drawAll(MarkSink &sink, const Scene &scene, const QRectF &page, const QString &title,
             DrawingListener &listener)
{
    drawFrames(sink, scene, listener);
    drawArrows(sink, scene, listener);
    drawWords(sink, scene);
    for (const graph::NodeShape &shape : scene.picture().nodes) {
        listener.begin(nodeTitle(shape.node) + QStringLiteral(": ") +
                       nodeFacts(shape.node).join(QStringLiteral("; ")));
        drawNode(sink, shape);
        listener.end();
    }
    drawSigns(sink, scene);
    const double below = notesHeight(scene.picture().notes, page.width());
    drawNotes(sink, scene.picture().notes,
              QRectF(page.x(), page.bottom() - below, page.width(), below));
    if (!title.isEmpty()) {
        sink.text({title, page.topLeft() + QPointF(20, 30), TextRole::CardTitle, Ink::Title,
                   page.width() - 40});
    }
}

} // namespace drawbridge::canvas
