#include "output/exporting.h"

#include "messages/messages.h"
#include "messages/tr.h"
#include "output/findings.h"
#include "report/dot.h"
#include "report/drawio.h"
#include "report/json.h"
#include "report/mermaid.h"

#include <QBuffer>

#include <string_view>

namespace drawbridge::output {

namespace {

constexpr double kPngScale = 2;

canvas::CanvasPalette palette(bool isDark)
{
    return isDark ? canvas::CanvasPalette::dark() : canvas::CanvasPalette::light();
}

canvas::ExportOptions pictureOptions(const Subject &subject, const Options &options)
{
    canvas::ExportOptions result;
    result.title = judgedTitle(options.title, subject.evaluator.profile());
    result.hasLegend = options.hasLegend;
    result.isCalledOff = options.isCalledOff;
    return result;
}

QByteArray painted(Format format, const Subject &subject, const Options &options)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const canvas::ExportOptions picture = pictureOptions(subject, options);
    const bool isPainted =
        format == Format::Png
            ? canvas::png(subject.picture, palette(options.isDark), kPngScale, buffer, picture)
            : canvas::pdf(subject.picture, palette(false), buffer, picture);
    return isPainted ? buffer.data() : QByteArray();
}

std::string html(const Subject &subject, const Options &options)
{
    canvas::ExportOptions picture = pictureOptions(subject, options);
    picture.title.clear();    // the page has it,
    picture.hasNotes = false; // and a table of notes
    const QByteArray svg = canvas::svg(subject.picture, palette(false), picture);
    return report::html(reportOf(subject, options.title),
                        std::string_view(svg.constData(), std::size_t(svg.size())));
}

const graph::Graph &drawnGraph(const Subject &subject)
{
    return subject.marked ? *subject.marked : subject.graph;
}

std::string json(const Subject &subject)
{
    const report::List list = report::list(subject.workspace, subject.evaluator);
    if (list.isTooLong)
        return {};
    return report::json({subject.workspace, drawnGraph(subject), list, findingsOf(subject),
                         subject.picture.notes, inputFilesOf(subject), subject.base,
                         subject.differences != nullptr});
}

std::string text(Format format, const Subject &subject, const Options &options)
{
    switch (format) {
    case Format::Html:
        return html(subject, options);
    case Format::Md:
        return report::markdown(reportOf(subject, options.title));
    case Format::Csv:
        return report::arrowsCsv(drawnGraph(subject), subject.differences != nullptr);
    case Format::Json:
        return json(subject);
    case Format::Drawio:
        return report::drawio(drawnGraph(subject), subject.picture);
    case Format::Mmd:
        return report::mermaid(drawnGraph(subject));
    case Format::Dot:
        return report::dot(drawnGraph(subject));
    case Format::Svg:
    case Format::Png:
    case Format::Pdf:
        break;
    }
    return {};
}

} // namespace

QString judgedTitle(const QString &title, const verdict::PluginProfile &profile)
{
    if (profile.isStandard())
        return title;
    const QString plugin = visible(profile.title());
    const QString words = profile.enforces
                              ? Tr::tr("judged as %1").arg(plugin)
                              : Tr::tr("judged as %1: no policy is enforced").arg(plugin);
    return title.isEmpty() ? words : title + QStringLiteral(" · ") + words;
}

std::size_t countOfShapes(const graph::Graph &graph)
{
    return graph.nodes.size() + graph.arrows.size();
}

QByteArray bytesOf(Format format, const Subject &subject, const Options &options)
{
    if (format == Format::Svg)
        return canvas::svg(subject.picture, palette(options.isDark),
                           pictureOptions(subject, options));
    if (needsFonts(format))
        return painted(format, subject, options);
    return QByteArray::fromStdString(text(format, subject, options));
}

} // namespace drawbridge::output
