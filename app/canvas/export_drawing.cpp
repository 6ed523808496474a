#include "canvas/export_drawing.h"

#include "canvas/elements.h"
#include "canvas/export_legend.h"
#include "canvas/export_notes.h"
#include "canvas/shapes.h"
#include "messages/graph_words.h"
#include "messages/tr.h"

#include <algorithm>
#include <functional>

namespace drawbridge::canvas {

static constexpr double kTitleRoom = 34;
static constexpr double kLeastNotesWidth = 420;

/// Something in it was added, removed or changed.
static bool isCompared(const graph::Picture &picture)
{
    const auto differs = [](const auto &shapes, auto partOf) {
        return std::any_of(shapes.begin(), shapes.end(), [partOf](const auto &shape) {
            return (shape.*partOf).since != graph::Since::Same;
        });
    };
    return differs(picture.arrows, &graph::ArrowShape::arrow) ||
           differs(picture.nodes, &graph::NodeShape::node) ||
           differs(picture.frames, &graph::FrameShape::frame);
}

static bool hasWays(const graph::Picture &picture)
{
    return std::any_of(picture.nodes.begin(), picture.nodes.end(),
                       [](const auto &shape) { return shape.node.kind == graph::NodeKind::WayIn; });
}

static bool hasDenials(const graph::Picture &picture)
{
    return std::any_of(picture.nodes.begin(), picture.nodes.end(), [](const auto &shape) {
        return isDeniedInPart(shape.node.ingress, shape.node.ingressDenial) ||
               isDeniedInPart(shape.node.egress, shape.node.egressDenial);
    });
}

static LegendParts partsOf(const graph::Picture &picture)
{
    const auto has = [&](auto accepts) {
        return std::any_of(picture.arrows.begin(), picture.arrows.end(),
                           [&](const graph::ArrowShape &shape) { return accepts(shape.arrow); });
    };
    return {isCompared(picture), hasWays(picture), hasDenials(picture),
            has([](const graph::Arrow &arrow) { return arrow.isOnlyStandard; }),
            has([](const graph::Arrow &arrow) {
                return arrow.state == graph::ArrowState::CannotTell && !arrow.isOnlyStandard &&
                       !arrow.isWayIn();
            })};
}

Sheet sheetOf(const graph::Picture &picture, const ExportOptions &options)
{
    const bool isEmpty = picture.nodes.empty() && picture.frames.empty();
    const double margin = options.margin;
    QRectF page = isEmpty ? QRectF(0, 0, 320, 120) : toQt(picture.bounds());
    page.adjust(-margin, -margin, margin, margin);
    // Whole units keep the numbers in the files short; titles stick out of frames.
    page = QRectF(page.toAlignedRect().adjusted(0, -8, 0, 8));
    if (!options.title.isEmpty())
        page.setTop(page.top() - kTitleRoom);
    Sheet sheet{page, {}, {}};
    if (options.hasLegend) {
        sheet.page.setWidth(std::max(page.width(), kLeastLegendWidth));
        sheet.legend = QRectF(page.bottomLeft(), legendSize(sheet.page.width(), partsOf(picture)));
        sheet.page.setBottom(sheet.legend.bottom());
    }
    if (options.hasNotes && !picture.notes.empty()) {
        sheet.page.setWidth(std::max(sheet.page.width(), kLeastNotesWidth));
        const double height = notesHeight(picture.notes, sheet.page.width());
        sheet.notes = QRectF(sheet.page.left(), sheet.page.bottom(), sheet.page.width(), height);
        sheet.page.setBottom(sheet.notes.bottom());
    }
    return sheet;
}

using IsCalledOff = std::function<bool()>;

static void drawFrames(MarkSink &sink, const Scene &scene, DrawingListener &listener)
{
    for (const graph::FrameShape &shape : scene.picture().frames) {
        listener.begin(frameTitle(shape.frame));
        drawFrame(sink, shape);
        listener.end();
    }
}

static void drawArrows(MarkSink &sink, const Scene &scene, const IsCalledOff &isCalledOff,
                       DrawingListener &listener)
{
    for (const graph::ArrowShape &shape : scene.picture().arrows) {
        if (isCalledOff())
            return;
        const QString source = titleOf(scene.picture(), shape.arrow.source);
        const QString target = titleOf(scene.picture(), shape.arrow.target);
        listener.begin(arrowTitle(source, target) + QStringLiteral(": ") +
                       verdictWords(shape.arrow, source, target));
        drawArrow(sink, shape);
        listener.end();
    }
}

static void drawWords(MarkSink &sink, const Scene &scene, const IsCalledOff &isCalledOff)
{
    for (std::uint32_t i = 0; i < scene.picture().arrows.size() && !isCalledOff(); ++i) {
        const graph::ArrowShape &shape = scene.picture().arrows[i];
        drawPill(sink, shape.arrow, scene.pill(i));
        if (const auto note = scene.note(i))
            drawNote(sink, shape.arrow, scene.noteText(shape), *note);
    }
    for (const graph::FrameShape &shape : scene.picture().frames)
        drawFrameTitle(sink, shape, false);
}

static void drawNodes(MarkSink &sink, const Scene &scene, const IsCalledOff &isCalledOff,
                      DrawingListener &listener)
{
    for (const graph::NodeShape &shape : scene.picture().nodes) {
        if (isCalledOff())
            return;
        listener.begin(nodeTitle(shape.node) + QStringLiteral(": ") +
                       nodeFacts(shape.node).join(QStringLiteral("; ")));
        drawNode(sink, shape);
        listener.end();
    }
}

void drawAll(MarkSink &sink, const Scene &scene, const Sheet &sheet, const ExportOptions &options,
             DrawingListener &listener)
{
    const IsCalledOff isCalledOff =
        options.isCalledOff ? options.isCalledOff : [] { return false; };
    drawFrames(sink, scene, listener);
    drawArrows(sink, scene, isCalledOff, listener);
    drawWords(sink, scene, isCalledOff);
    drawNodes(sink, scene, isCalledOff, listener);
    if (isCalledOff())
        return;
    drawSigns(sink, scene);
    if (!sheet.notes.isNull())
        drawNotes(sink, scene.picture().notes, sheet.notes);
    if (!options.title.isEmpty()) {
        sink.text({options.title, sheet.page.topLeft() + QPointF(20, 30), TextRole::CardTitle,
                   Ink::Title, sheet.page.width() - 40});
    }
    if (!sheet.legend.isNull()) {
        listener.begin(Tr::tr("Legend"));
        drawLegend(sink, sheet.legend, partsOf(scene.picture()));
        listener.end();
    }
}

} // namespace drawbridge::canvas
