#include "cli/commands.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/versions.h"
#include "document/auto_layout.h"
#include "document/borrowed_side.h"
#include "document/file_bytes.h"
#include "document/safe_save.h"
#include "document/side_state.h"
#include "graph/compare.h"
#include "graph/making_room.h"
#include "graph/standard.h"
#include "lint/lint.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "output/exporting.h"

#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>

#include <algorithm>
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
    std::vector<std::string> files;
    if (arguments.words().size() == 1)
        files = arguments.words(); // also where it is read from a revision
    for (FileId file : input.workspace.files())
        files.push_back(input.workspace.file(file).path());
    for (const std::string &file : files) {
        std::error_code error;
        std::string path = file + ".drawbridge.json";
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
    std::optional<graph::Graph> made;
    const GraphNeeded graph = [&]() -> const graph::Graph & {
        if (!made)
            made = graph::build(input.workspace, input.evaluator);
        return *made;
    };
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
    FreshPlaces places = freshPlaces(graph, side);
    places.automatic.insert(side.placement.begin(), side.placement.end());
    for (const graph::Node &node : graph.nodes) // what is gone gives way to what is there
        if (const auto it = places.automatic.find(node.key);
            node.since == graph::Since::Removed && it != places.automatic.end())
            places.wishes.insert(*it);
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

QString titleOf(const Arguments &arguments, const output::Differences *differences)
{
    if (arguments.has("--title"))
        return visible(arguments.value("--title"));
    if (differences)
        return Tr::tr("From %1 to %2").arg(differences->before, differences->after);
    if (arguments.words().size() != 1 || arguments.words().front() == kStandardInput)
        return {};
    return visible(QFileInfo(QFile::decodeName(arguments.words().front().c_str())).fileName());
}

/// What is compared, and the new version's graph with what the old one had marked in it.
struct Compared
{
    output::Differences differences;
    graph::Graph graph;
};

Compared compared(const Versions &versions, const graph::Graph &before, const graph::Graph &after)
{
    const Input &old = versions.before;
    const Input &now = versions.after;
    const graph::Changes changes = graph::compare({old.evaluator, before}, {now.evaluator, after});
    std::vector<Diagnostic> errors = old.diagnostics;
    std::erase_if(errors, [](const auto &one) { return one.severity != Severity::Error; });
    Compared result;
    result.differences = {versions.nameBefore, versions.nameAfter, summaryOfVersions(changes),
                          problemWords(old.workspace, errors, versions.nameBefore)};
    std::vector<ChangeWords> &lines = result.differences.lines;
    for (const std::vector<ChangeWords> &more :
         {changeWords(changes, {old.workspace, before, now.workspace, after}),
          policyChangeWords(old.workspace, now.workspace)})
        lines.insert(lines.end(), more.begin(), more.end());
    result.graph = graph::marked(before, after, changes);
    return result;
}

/// Said, if it is so.
bool hasTooManyShapes(const graph::Graph &graph, output::Format format)
{
    const std::size_t count = output::countOfShapes(graph);
    if (!output::usesPlaces(format) || count <= output::kMostShapes)
        return false;
    say(Severity::Error, Tr::tr("the picture would have %1 services, addresses and arrows, more "
                                "than %2; give fewer files")
                             .arg(qulonglong(count))
                             .arg(qulonglong(output::kMostShapes)));
    return true;
}

/// Said, if it is so.
bool hasTooManyRules(const Input &input, const verdict::Evaluator &evaluator)
{
    constexpr std::size_t kMostRules = 2'000'000;
    if (!graph::namesMoreThan(input.workspace, evaluator, kMostRules))
        return false;
    say(Severity::Error, Tr::tr("rules would stand at arrows more than %1 times; give fewer files")
                             .arg(qulonglong(kMostRules)));
    return true;
}

/// Nothing, and said, if too many pairs of services are unlike each other.
std::optional<graph::Graph> graphOf(const Input &input, const graph::DeclaredPorts &ports)
{
    constexpr std::size_t kMostPairs = 50'000'000;
    std::optional<graph::Graph> graph =
        graph::buildWithin(input.workspace, input.evaluator, ports, kMostPairs);
    if (!graph)
        say(Severity::Error,
            Tr::tr("arrows would stand for more than %1 pairs of services; give fewer files")
                .arg(qulonglong(kMostPairs)));
    return graph;
}

/// Nothing if there is too much to draw, which is said; empty if it cannot be drawn. Text in pixels
/// needs fonts, and so an application object; a display it does not.
std::optional<QByteArray> exported(const Arguments &arguments, const Input &input,
                                   const Versions *versions, output::Format format)
{
    if (hasTooManyRules(input, input.evaluator) ||
        (versions && hasTooManyRules(versions->before, versions->before.evaluator)))
        return {};
    std::optional<verdict::Evaluator> standard;
    if (!input.evaluator.profile().isStandard() &&
        hasTooManyRules(input, standard.emplace(standardOf(input))))
        return {};
    const SideState side = sideState(arguments, input);
    std::optional<graph::Graph> graph = graphOf(input, side.ports);
    if (!graph)
        return {};
    if (standard)
        graph::markUnlikeStandard(*graph, input.workspace, input.evaluator, *standard);
    std::optional<Compared> both;
    if (versions) {
        const std::optional<graph::Graph> before = graphOf(versions->before, side.ports);
        if (!before)
            return {};
        both = compared(*versions, *before, *graph);
    }
    const graph::Graph &drawn = both ? both->graph : *graph;
    if (hasTooManyShapes(drawn, format))
        return {};
    graph::Picture picture;
    if (output::usesPlaces(format))
        picture = pictureOf(drawn, side);
    picture.notes = graph::notes(drawn, side.notes);
    std::vector<Diagnostic> diagnostics;
    if (output::tellsProblems(format)) {
        diagnostics = lint::lint(input.workspace, input.evaluator);
        diagnostics.insert(diagnostics.begin(), input.diagnostics.begin(), input.diagnostics.end());
    }
    const output::Differences *differences = both ? &both->differences : nullptr;
    const output::Subject subject{
        input.workspace, input.evaluator,        *graph, picture, diagnostics, {},
        differences,     both ? &drawn : nullptr};
    const output::Options options{titleOf(arguments, differences), !arguments.has("--no-legend"),
                                  false};
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
bool isInput(const Arguments &arguments, const Input &input, const std::string &path)
{
    std::error_code error;
    for (FileId file : input.workspace.files())
        if (std::filesystem::equivalent(input.workspace.file(file).path(), path, error))
            return true;
    const std::vector<std::string> &words = arguments.words();
    return std::any_of(words.begin(), words.end(), [&](const std::string &word) {
        return std::filesystem::equivalent(word, path, error);
    });
}

/// NEW with OLD beside it. Nothing, and said, if they cannot be read.
std::optional<Versions> versionsOf(const Arguments &arguments)
{
    if (arguments.has("--rev"))
        return readRevisions(arguments);
    return readVersions(arguments, {arguments.value("--compare")}, arguments.words());
}

bool comparesWell(const Arguments &arguments)
{
    if (!arguments.has("--compare") || !arguments.has("--rev"))
        return true;
    wrongUsage("export", Tr::tr("--compare and --rev contradict each other; give one of them"));
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
    const bool isCompared = arguments.has("--compare") || arguments.has("--rev");
    if (isCompared && !comparesWell(arguments))
        return Wrong;
    std::optional<Versions> versions;
    std::optional<Input> alone;
    if (isCompared)
        versions = versionsOf(arguments);
    else
        alone = readInput(arguments, arguments.words());
    if (!versions && !alone)
        return Wrong;
    if (path.ends_with(".drawbridge.json")) { // the window would take it for one
        say(Severity::Error,
            Tr::tr("%1 is the name of a layout; give the output another one").arg(visible(path)));
        return Refused;
    }
    const Input &input = versions ? versions->after : *alone;
    const int done = versions ? input.with(versions->before.code) : input.with(Done);
    if (isInput(arguments, input, path) ||
        (versions && isInput(arguments, versions->before, path))) {
        say(Severity::Error, Tr::tr("%1 is one of the files to be read").arg(visible(path)));
        return Refused;
    }
    const std::optional<QByteArray> made =
        exported(arguments, input, versions ? &*versions : nullptr, *format);
    if (!made)
        return Refused;
    const QByteArray &bytes = *made;
    if (bytes.isEmpty() && *format == output::Format::Json)
        return refusedAsTooLong();
    if (bytes.isEmpty()) {
        say(Severity::Error, Tr::tr("the picture could not be drawn"));
        return Refused;
    }
    if (path == kStandardInput)
        return printed({bytes.constData(), std::size_t(bytes.size())}, done);
    if (const auto failure = safeSave(QFile::decodeName(path.c_str()), bytes, std::nullopt)) {
        say(Severity::Error, message(*failure));
        return Refused;
    }
    return done;
}

} // namespace drawbridge::cli
