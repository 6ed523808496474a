// How long it takes to open a workspace, to type in it, to draw an arrow, and to show the first
// window, in milliseconds. The parts are measured by the same calls on copies; what they do not
// explain is the rest.
// Arguments: numbers of policies, 100 1000 5000 if not given; --help tells the others.

#include "bare_parse.h"
#include "figures.h"
#include "generate.h"
#include "window_session.h"

#include "document/auto_layout.h"
#include "document/loader.h"
#include "source/split.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTemporaryDir>

#include <cstdio>
#include <memory>
#include <random>
#include <sys/resource.h>

using namespace drawbridge;
using namespace drawbridge::bench;

struct Options
{
    std::vector<std::size_t> sizes;
    Shape shape;
    int repetitions = 100;
    QStringList only; ///< of open, type, draw, start; empty: all

    bool wants(const char *what) const
    {
        return only.isEmpty() || only.contains(QLatin1String(what));
    }
};

/// At least five times; else until five seconds have gone.
static void repeat(int most, const std::function<void(int)> &work)
{
    const double begin = wallTime();
    for (int i = 0; i < std::max(most, 5) && (i < 5 || wallTime() - begin < 5'000); ++i)
        work(i);
}

struct Cost
{
    double wall = 0;
    double processor = 0; ///< of all threads: files are parsed by several
};

static Cost costOf(const std::function<void()> &work)
{
    const double processor = processorTimeOfProcess();
    const double wall = wallOf(work);
    return {wall, processorTimeOfProcess() - processor};
}

static Cost open(const QString &folder)
{
    Document document;
    return costOf([&] { document.open({folder}); });
}

static Cost parse(const std::vector<LoadedFile> &files)
{
    std::vector<yaml::File> parsed;
    return costOf([&] {
        for (const LoadedFile &file : files)
            parsed.push_back(yaml::File::parse(file.path, file.bytes));
    });
}

static void openInParts(const QString &folder, Table &table)
{
    const Cost whole = open(folder);
    table["open, on the wall"].add(whole.wall);
    double rest = whole.wall;
    const auto part = [&](const char *name, double ms) {
        table[name].add(ms);
        rest -= ms;
    };
    LoadReport report;
    part("  read", wallOf([&] { report = load({folder.toStdString()}); }));
    const Cost parsing = parse(report.files);
    part("  parse", parsing.wall);
    kube::Workspace workspace;
    const double adding = wallOf([&] {
        for (const LoadedFile &file : report.files)
            workspace.add(file.path, file.bytes);
    });
    part("  decode", adding - parsing.wall);
    verdict::Evaluator evaluator;
    part("  evaluate", wallOf([&] { evaluator.update(workspace); }));
    graph::Graph graph;
    part("  graph", wallOf([&] { graph = graph::build(workspace, evaluator); }));
    graph::Placement placement;
    part("  layout", wallOf([&] { placement = automaticPlacement(graph); }));
    part("  picture", wallOf([&] { graph::compose(graph, placement); }));
    table["  rest"].add(rest);
    const Cost bare = costOf([&] {
        for (const LoadedFile &file : report.files)
            parseBare(file.bytes);
    });
    table["yaml-cpp, events alone, on the wall"].add(bare.wall);
    table["open : yaml-cpp"].add(whole.wall / bare.wall);
    table["open : yaml-cpp, processor time"].add(whole.processor / bare.processor);
    table["parse : yaml-cpp"].add(parsing.wall / bare.wall);
    table["parse : yaml-cpp, processor time"].add(parsing.processor / bare.processor);
}

static void benchOpen(const Options &options)
{
    Shape shape = options.shape;
    shape.policies = 2'600;
    for (const std::size_t documentsAFile : {std::size_t(0), std::size_t(10)}) {
        shape.documentsAFile = documentsAFile;
        const std::vector<Manifest> manifests = generate(shape);
        const QTemporaryDir folder;
        write(manifests, folder.path().toStdString());
        std::size_t bytes = 0;
        std::size_t documents = 0;
        std::vector<Problem> problems;
        for (const Manifest &manifest : manifests) {
            bytes += manifest.bytes.size();
            documents += splitDocuments(manifest.bytes, problems).size();
        }
        std::printf("\n%.1f MB, %zu documents; the column is the number of files\n",
                    double(bytes) / 1e6, documents);
        Table table;
        repeat(std::min(options.repetitions, 30), [&](int) { openInParts(folder.path(), table); });
        print("open", {manifests.size()}, {table});
    }
}

/// Two workloads without an arrow between them, in one namespace if `i` is even.
static std::pair<graph::Key, graph::Key> freePair(const graph::Graph &graph, int i,
                                                  std::mt19937 &random)
{
    std::vector<const graph::Node *> workloads;
    for (const graph::Node &node : graph.nodes)
        if (node.kind == graph::NodeKind::Workload)
            workloads.push_back(&node);
    for (;;) {
        const graph::Node &from = *workloads[random() % workloads.size()];
        const graph::Node &to = *workloads[random() % workloads.size()];
        const bool isFree = from.key != to.key && !graph.arrow(from.key + '\n' + to.key);
        if (isFree && (from.frame == to.frame) == (i % 2 == 0))
            return {from.key, to.key};
    }
}

/// Draws an arrow, then revokes it.
static void draw(WindowSession &session, const graph::Key &from, const graph::Key &to, Table &allow,
                 Table &revoke)
{
    const edit::End source{edit::End::Kind::Endpoint, from, {}};
    const edit::End target{edit::End::Kind::Endpoint, to, {}};
    const auto isShown = [&] { return session.canvas().picture().arrow(from + '\n' + to); };
    if (!session.edit(allow, edit::Allow{source, target, {{kube::Protocol::Tcp, 7070, 7070}}}) ||
        !isShown())
        std::fprintf(stderr, "%s to %s is not drawn\n", from.c_str(), to.c_str());
    else if (!session.edit(revoke, edit::Revoke{source, target, {}}) || isShown())
        std::fprintf(stderr, "%s to %s is not revoked\n", from.c_str(), to.c_str());
}

static void benchChanges(const Options &options)
{
    constexpr const char *kOther = "zz-settings.yaml";
    std::vector<Table> opening, comment, port, portFar, selector, image, config, allow, revoke;
    for (const std::size_t size : options.sizes) {
        Shape shape = options.shape;
        shape.policies = size;
        const QTemporaryDir folder;
        std::vector<Manifest> manifests = generate(shape);
        manifests.push_back({kOther, "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n"
                                     "data:\n  level: info\n"});
        write(manifests, folder.path().toStdString());
        WindowSession session(folder.path());
        const graph::Graph &graph = session.document().graph();
        std::printf("\n%zu policies: %zu files, %zu nodes, %zu arrows", size,
                    session.document().files().size(), graph.nodes.size(), graph.arrows.size());
        std::fflush(stdout);
        for (std::vector<Table> *tables :
             {&opening, &comment, &port, &portFar, &selector, &image, &config, &allow, &revoke})
            tables->emplace_back();
        opening.back()["from files to sharp"].add(session.opening());
        session.lookAtPolicy();
        if (options.wants("type")) {
            Table first; // makes the file modified
            session.typeComment(first);
            repeat(options.repetitions, [&](int) { session.typeComment(comment.back()); });
            repeat(5, [&](int) { session.pause(comment.back()); });
            repeat(options.repetitions, [&](int) { session.typePort(port.back()); });
            repeat(options.repetitions, [&](int) { session.typeImage(image.back()); });
            repeat(options.repetitions, [&](int) { session.typeConfigMap(config.back(), kOther); });
        }
        std::mt19937 random(options.shape.seed);
        if (options.wants("draw"))
            repeat(options.repetitions, [&](int i) {
                const auto [from, to] = freePair(graph, i, random);
                draw(session, from, to, allow.back(), revoke.back());
            });
        session.lookAtAll();
        if (options.wants("type"))
            repeat(options.repetitions / 4, [&](int) { session.typePort(portFar.back()); });
        if (options.wants("type"))
            repeat(options.repetitions / 10, [&](int) { session.typeSelector(selector.back()); });
    }
    std::printf("\n");
    print("opened in the window", options.sizes, opening);
    print("keystroke in a comment, 100 %", options.sizes, comment);
    print("keystroke in a port, 100 %", options.sizes, port);
    print("keystroke in a port, whole picture", options.sizes, portFar);
    print("keystroke in an image, 100 %", options.sizes, image);
    print("keystroke in a ConfigMap, 100 %", options.sizes, config);
    print("keystroke in a selector, whole picture", options.sizes, selector);
    print("arrow drawn", options.sizes, allow);
    print("arrow revoked", options.sizes, revoke);
}

/// A process of its own: shows a window, prints its peak of resident memory, and ends.
static int showFirst(int argc, char *argv[], bool isEmpty)
{
    QApplication application(argc, argv);
    const auto window = isEmpty ? std::make_unique<QMainWindow>() : std::make_unique<MainWindow>();
    window->resize(1440, 900);
    window->show();
    QApplication::processEvents();
    window->repaint();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%ld\n", usage.ru_maxrss);
    std::fflush(stdout);
    return 0;
}

static void benchStart()
{
    Table times;
    Table memory;
    const std::string program = QApplication::applicationFilePath().toStdString();
    for (int i = 0; i < 10; ++i)
        for (const char *what : {"window", "empty"}) {
            const double begin = wallTime();
            FILE *out = popen(("exec '" + program + "' --first-" + what).c_str(), "r");
            long kilobytes = 0;
            const bool isShown = out && std::fscanf(out, "%ld", &kilobytes) == 1;
            const double ms = wallTime() - begin;
            if (out)
                pclose(out);
            if (!isShown || i == 0) // the first fills the caches of the disk
                continue;
            times[what].add(ms);
            memory[what].add(double(kilobytes) / 1024);
        }
    std::printf("\n%-36s%10s %9s %9s %9s\n", "first window, median of 9", "window", "empty", "more",
                "ratio");
    for (const auto &[name, table] : {std::pair{"from exec to painted, ms", &times},
                                      std::pair{"peak of resident memory, MB", &memory}}) {
        const double own = (*table)["window"].median();
        const double empty = (*table)["empty"].median();
        std::printf("  %-36s%10.1f %9.1f %9.1f %8.2fx\n", name, own, empty, own - empty,
                    own / empty);
    }
}

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QCoreApplication::setOrganizationName(QStringLiteral("drawbridge-bench"));
    if (argc == 2 && std::string(argv[1]).starts_with("--first-"))
        return showFirst(argc, argv, argv[1] == std::string("--first-empty"));

    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument("policies", "how many, for each size of workspace");
    parser.addOptions({{"seed", "of the generator", "number", "1"},
                       {"repetitions", "at most", "number", "100"},
                       {"one-file", "all documents of a workspace in one file"},
                       {"only", "open, type, draw or start; may be given again", "what"}});
    parser.process(application);
    Options options;
    for (const QString &size : parser.positionalArguments())
        options.sizes.push_back(size.toULong());
    if (options.sizes.empty())
        options.sizes = {100, 1'000, 5'000};
    options.shape.seed = parser.value("seed").toUInt();
    options.repetitions = std::max(5, parser.value("repetitions").toInt());
    if (parser.isSet("one-file"))
        options.shape.documentsAFile = 0;
    options.only = parser.values("only");

    if (options.wants("start"))
        benchStart();
    if (options.wants("open"))
        benchOpen(options);
    if (options.wants("type") || options.wants("draw"))
        benchChanges(options);
    return 0;
}
