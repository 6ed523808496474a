#include "output/format.h"

#include "messages/tr.h"

namespace drawbridge::output {

const std::vector<Format> &formats()
{
    static const std::vector<Format> all{Format::Svg, Format::Png, Format::Pdf,  Format::Html,
                                         Format::Md,  Format::Csv, Format::Json, Format::Drawio,
                                         Format::Mmd, Format::Dot};
    return all;
}

const char *endingOf(Format format)
{
    switch (format) {
    case Format::Svg:
        return "svg";
    case Format::Png:
        return "png";
    case Format::Pdf:
        return "pdf";
    case Format::Html:
        return "html";
    case Format::Md:
        return "md";
    case Format::Csv:
        return "csv";
    case Format::Json:
        return "json";
    case Format::Drawio:
        return "drawio";
    case Format::Mmd:
        return "mmd";
    case Format::Dot:
        return "dot";
    }
    return "";
}

std::optional<Format> formatNamed(const std::string &name)
{
    for (Format format : formats())
        if (name == endingOf(format))
            return format;
    return {};
}

QString titleOf(Format format)
{
    switch (format) {
    case Format::Svg:
        return Tr::tr("Picture as vectors (SVG)");
    case Format::Png:
        return Tr::tr("Picture as pixels (PNG)");
    case Format::Pdf:
        return Tr::tr("Picture as a page (PDF)");
    case Format::Html:
        return Tr::tr("Report for browsers (HTML)");
    case Format::Md:
        return Tr::tr("Tables for wikis and reviews (Markdown)");
    case Format::Csv:
        return Tr::tr("Connections for spreadsheets (CSV)");
    case Format::Json:
        return Tr::tr("Everything for programs (JSON)");
    case Format::Drawio:
        return Tr::tr("Drawing for draw.io");
    case Format::Mmd:
        return Tr::tr("Flowchart for Mermaid");
    case Format::Dot:
        return Tr::tr("Graph for Graphviz (DOT)");
    }
    return {};
}

bool showsPicture(Format format)
{
    return format == Format::Svg || format == Format::Png || format == Format::Pdf ||
           format == Format::Html;
}

bool usesPlaces(Format format)
{
    return showsPicture(format) || format == Format::Drawio;
}

bool tellsProblems(Format format)
{
    return format == Format::Html || format == Format::Md || format == Format::Json;
}

bool needsFonts(Format format)
{
    return format == Format::Png || format == Format::Pdf;
}

} // namespace drawbridge::output
