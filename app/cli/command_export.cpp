#include "cli/commands.h"
#include "cli/input.h"
#include "cli/output.h"
#include "document/auto_layout.h"
#include "document/borrowed_side.h"
#include "document/file_bytes.h"
#include "document/safe_save.h"
#include "document/side_state.h"
#include "graph/making_room.h"
#include "lint/lint.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "output/exporting.h"

#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>

#include <array>
#include <filesystem>

namespace drawbridge::cli {

namespace {

constexpr std::size_t kLargestSideFile = 64u << 20;

std::optional<output::Format> formatOf(const Arguments &arguments)
{
    const std::string path = arguments.value("-o");
    const std::string ending = std::filesystem::path(path).extension().string();
    return output::formatNamed(arguments.value("--format", ending.empty() ? "" : ending.substr(1)));
}

QString formatNames()
{
    QStringList names;
    for (output::Format format : output::formats())
        names += QLatin1String(output::endingOf(format));
    const QString last = names.takeLast();
    return Tr::tr("%1 and %2").arg(names.join(QStringLiteral(", ")), last);
}

bool isFolder(const Arguments &arguments)
{
    std::error_code error;
    const std::vector<std::string> &paths = arguments.words();
    return paths.size() == 1 && std::filesystem::is_directory(paths.front(), error);
}

/// A folder's, else of the first file that has one; as the window would read it.
std::string sidePath(const Arguments &arguments, const Input &input)
{
    if (isFolder(arguments))
        return (std::filesystem::path(arguments.words().front()) / ".drawbridge.json").string();
    for (FileId file : input.workspace.files()) {
        std::error_code error;
        std::string path = input.workspace.file(file).path() + ".drawbridge.json";
        if (std::filesystem::exists(path, error))
            return path;
    }
    return {};
}

/// Places that a layout of something else knows.
SideState borrowedState(const Arguments &arguments, const Input &input)
{
    QStringList files;
    for (FileId file : input.workspace.files())
        if (input.workspace.file(file).path() != kStandardInput)
            files += QFile::decodeName(input.workspace.file(file).path().c_str());
    if (files.isEmpty())
        return {};
    const graph::Graph graph = graph::build(input.workspace, input.evaluator);
    auto borrowed =
        isFolder(arguments) ? sideBesideFiles(files, graph) : sideOfFolder(files.front(), graph);
    if (!borrowed)
        return {};
    say(Severity::Note, message(borrowed->note));
    return std::move(borrowed->side);
}

/// The layout that the user made.
SideState sideState(const Arguments &arguments, const Input &input)
{
    const std::string path = sidePath(arguments, input);
    std::error_code error;
    if (path.empty() || !std::filesystem::exists(path, error))
        return borrowedState(arguments, input);
    const Result<std::string> bytes = readFile(path, kLargestSideFile);
    if (!bytes)
        return {};
    const auto side = readSideFile(QByteArray::fromStdString(*bytes));
    if (!side)
        say(Severity::Warning, message(Failure{Code::SideFileUnknown, {path}}));
    return side.value_or(SideState());
}

graph::Picture pictureOf(const graph::Graph &graph, const SideState &side)
{
    FreshPlaces places = freshPlaces(graph, side.placement, side.collapsed);
    places.automatic.insert(side.placement.begin(), side.placement.end());
    graph::Picture picture = graph::compose(graph, places.automatic, side.collapsed, places.wishes);
    std::set<graph::Key> fresh;
    for (const graph::Node &node : graph.nodes)
        if (places.automatic.count(node.key) == 0)
            fresh.insert(node.key);
    const graph::MadeRoom made =
        graph::makeRoom(picture, fresh, graph::pinnedBy(graph, side.placement));
    if (made.places.empty())
        return picture;
    for (const auto &[key, point] : made.places)
        places.automatic[key] = point;
    return graph::compose(graph, places.automatic, side.collapsed, places.wishes);
}

QString titleOf(const Arguments &arguments)
{
    if (arguments.has("--title"))
        return visible(arguments.value("--title"));
    if (arguments.words().size() != 1 || arguments.words().front() == kStandardInput)
        return {};
    return visible(QFileInfo(QFile::decodeName(arguments.words().front().c_str())).fileName());
}

/// Empty if it cannot be drawn. Text in pixels needs fonts, and so an application object; a display
/// it does not.
QByteArray exported(const Arguments &arguments, const Input &input, output::Format format)
{
    const SideState side = sideState(arguments, input);
    const graph::Graph graph = graph::build(input.workspace, input.evaluator, side.ports);
    graph::Picture picture;
    if (output::usesPlaces(format))
        picture = pictureOf(graph, side);
    picture.notes = graph::notes(graph, side.notes);
    std::vector<Diagnostic> diagnostics;
    if (output::tellsProblems(format)) {
        diagnostics = lint::lint(input.workspace, input.evaluator);
        diagnostics.insert(diagnostics.begin(), input.diagnostics.begin(), input.diagnostics.end());
    }
    const output::Subject subject{input.workspace, input.evaluator, graph, picture, diagnostics};
    const output::Options options{titleOf(arguments), !arguments.has("--no-legend"), false};
    if (!output::needsFonts(format))
        return output::bytesOf(format, subject, options);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int count = 1;
    std::array<char, 11> name{"drawbridge"};
    std::array<char *, 2> words{name.data(), nullptr};
    const QGuiApplication application(count, words.data());
    return output::bytesOf(format, subject, options);
}

/// A slip must not replace a manifest by its picture.
bool isInput(const Input &input, const std::string &path)
{
    std::error_code error;
    if (QString::fromStdString(path).endsWith(QLatin1String(".drawbridge.json")) &&
        std::filesystem::exists(path, error))
        return true;
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
    const std::optional<output::Format> format = formatOf(arguments);
    if (!format)
        return wrongUsage("export", Tr::tr("the formats are %1").arg(formatNames()));
    const std::optional<Input> input = readInput(arguments, arguments.words());
    if (!input)
        return Wrong;
    if (isInput(*input, path)) {
        say(Severity::Error, Tr::tr("%1 is one of the files to be read").arg(visible(path)));
        return Refused;
    }
    const QByteArray bytes = exported(arguments, *input, *format);
    if (bytes.isEmpty()) {
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
