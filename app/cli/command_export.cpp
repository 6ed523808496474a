#include "canvas/export_painter.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/output.h"
#include "document/auto_layout.h"
#include "document/file_bytes.h"
#include "document/safe_save.h"
#include "document/side_state.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "report/dot.h"
#include "report/list.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>

#include <array>
#include <filesystem>

namespace drawbridge::cli {

namespace {

constexpr std::array kFormats{"svg", "png", "pdf", "dot", "csv", "json"};
constexpr std::array kPlannedFormats{"mmd", "drawio", "html", "md"};
constexpr double kPngScale = 2;
constexpr std::size_t kLargestSideFile = 64u << 20;

template <typename Formats>
bool contains(const Formats &formats, const std::string &format)
{
    for (const char *known : formats)
        if (format == known)
            return true;
    return false;
}

std::string formatOf(const Arguments &arguments)
{
    const std::string path = arguments.value("-o");
    const std::string ending = std::filesystem::path(path).extension().string();
    return arguments.value("--format", ending.empty() ? "" : ending.substr(1));
}

/// The layout that the user made, as the window would read it.
SideState sideState(const Arguments &arguments, const Input &input)
{
    namespace fs = std::filesystem;
    std::error_code error;
    const std::vector<std::string> &paths = arguments.words();
    std::string path;
    if (paths.size() == 1 && fs::is_directory(paths.front(), error))
        path = (fs::path(paths.front()) / ".drawbridge.json").string();
    else
        path = input.workspace.file(input.workspace.files().front()).path() + ".drawbridge.json";
    const Result<std::string> bytes = readFile(path, kLargestSideFile);
    if (!bytes)
        return {};
    const auto side = readSideFile(QByteArray::fromStdString(*bytes));
    if (!side)
        say(Severity::Warning, message(Failure{Code::SideFileUnknown, {path}}));
    return side.value_or(SideState());
}

graph::Picture pictureOf(const Arguments &arguments, const Input &input)
{
    const SideState side = sideState(arguments, input);
    const graph::Graph graph = graph::build(input.workspace, input.evaluator, side.ports);
    graph::Placement placement = side.placement;
    const graph::Placement automatic = automaticPlacement(graph);
    placement.insert(automatic.begin(), automatic.end());
    graph::Picture picture = graph::compose(graph, placement, side.collapsed);
    picture.notes = graph::notes(graph, side.notes);
    return picture;
}

QString titleOf(const Arguments &arguments)
{
    if (arguments.words().size() != 1 || arguments.words().front() == kStandardInput)
        return {};
    return visible(QFileInfo(QFile::decodeName(arguments.words().front().c_str())).fileName());
}

/// Empty if it cannot be drawn. Text in pixels needs fonts, and so an application object; a display
/// it does not.
QByteArray drawn(const graph::Picture &picture, const std::string &format, const QString &title)
{
    const canvas::CanvasPalette palette = canvas::CanvasPalette::light();
    if (format == "svg")
        return canvas::svg(picture, palette, title);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int count = 1;
    std::array<char, 11> name{"drawbridge"};
    std::array<char *, 2> words{name.data(), nullptr};
    const QGuiApplication application(count, words.data());
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    canvas::ExportOptions options;
    options.title = title;
    const bool isDrawn = format == "png" ? canvas::png(picture, palette, kPngScale, buffer, options)
                                         : canvas::pdf(picture, palette, buffer, options);
    return isDrawn ? buffer.data() : QByteArray();
}

QByteArray exported(const Arguments &arguments, const Input &input, const std::string &format)
{
    if (format == "dot")
        return QByteArray::fromStdString(
            report::dot(graph::build(input.workspace, input.evaluator)));
    if (format == "csv" || format == "json") {
        const report::List list = report::list(input.workspace, input.evaluator);
        return QByteArray::fromStdString(format == "csv" ? report::listCsv(list)
                                                         : report::listJson(list));
    }
    return drawn(pictureOf(arguments, input), format, titleOf(arguments));
}

/// A slip must not replace a manifest by its picture.
bool isInput(const Input &input, const std::string &path)
{
    std::error_code error;
    for (FileId file : input.workspace.files())
        if (std::filesystem::equivalent(input.workspace.file(file).path(), path, error))
            return true;
    return false;
}

} // namespace

int runExport(const Arguments &arguments)
{
    const std::string path = arguments.value("-o");
    if (path.empty())
        return wrongUsage("export", Tr::tr("say where to write: -o FILE"));
    const std::string format = formatOf(arguments);
    if (contains(kPlannedFormats, format))
        return notYet("export", "--format " + format);
    if (!contains(kFormats, format))
        return wrongUsage("export", Tr::tr("the formats are svg, png, pdf, dot, csv and json"));
    const std::optional<Input> input = readInput(arguments, arguments.words());
    if (!input)
        return Wrong;
    if (isInput(*input, path)) {
        say(Severity::Error, Tr::tr("%1 is one of the files to be read").arg(visible(path)));
        return Refused;
    }
    const QByteArray bytes = exported(arguments, *input, format);
    if (bytes.isEmpty() && format != "csv" && format != "json") {
        say(Severity::Error, Tr::tr("the picture could not be drawn"));
        return Refused;
    }
    if (path == kStandardInput)
        return printed({bytes.constData(), std::size_t(bytes.size())}, input->with(Done));
    if (const auto failure = safeSave(QFile::decodeName(path.c_str()), bytes, std::nullopt)) {
        say(Severity::Error, message(*failure));
        return Refused;
    }
    return input->with(Done);
}

} // namespace drawbridge::cli
