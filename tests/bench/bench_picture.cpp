// What readers would take wrongly in pictures, counted: arrows behind cards and titles, words that
// lie over something, are cut or left out. Arguments: folders, each of which is one picture; then
// so many random clusters (`-r 30`), and `-d` tells each picture apart. With
// NAMES set it names the arrows. Fails nothing.

#include "random_cluster.h"

#include "canvas/elements.h"
#include "canvas/scene.h"
#include "canvas/shapes.h"
#include "document/auto_layout.h"
#include "document/loader.h"
#include "graph/routing.h"
#include "messages/graph_words.h"

#include <QElapsedTimer>

#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace drawbridge;

namespace {

struct Faults
{
    int pictures = 0;
    int arrows = 0;
    int behindCards = 0;
    int behindTitles = 0;
    int words = 0;
    int wordsOverWords = 0;
    int wordsOverCards = 0;
    int wordsLeftOut = 0;
    int wordsCut = 0;
    double milliseconds = 0;

    void add(const Faults &o)
    {
        pictures += o.pictures;
        arrows += o.arrows;
        behindCards += o.behindCards;
        behindTitles += o.behindTitles;
        words += o.words;
        wordsOverWords += o.wordsOverWords;
        wordsOverCards += o.wordsOverCards;
        wordsLeftOut += o.wordsLeftOut;
        wordsCut += o.wordsCut;
        milliseconds += o.milliseconds;
    }
    void print(const char *name) const
    {
        std::printf("%-34.34s %4d %6d %7d %7d %6d %7d %7d %7d %6d %8.1f\n", name, pictures, arrows,
                    behindCards, behindTitles, words, wordsOverWords, wordsOverCards, wordsLeftOut,
                    wordsCut, milliseconds);
    }
};

template <typename Shapes, typename RectOf>
bool runsBehind(const graph::ArrowShape &arrow, const Shapes &shapes, RectOf rectOf)
{
    constexpr double kInside = 1.5;
    for (const auto &shape : shapes) {
        const graph::Rect rect = rectOf(shape);
        const graph::Rect inner{rect.x + kInside, rect.y + kInside, rect.width - 2 * kInside,
                                rect.height - 2 * kInside};
        for (int i = 1; i < 200; ++i)
            if (inner.contains(arrow.at(i / 200.0)))
                return true;
    }
    return false;
}

Faults faultsOf(const kube::Workspace &workspace)
{
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    const graph::Graph graph = graph::build(workspace, evaluator);
    const FreshPlaces places = freshPlaces(graph, {});
    QElapsedTimer timer;
    timer.start();
    graph::Picture picture = graph::compose(graph, places.automatic, {}, places.wishes);
    Faults faults;
    faults.milliseconds = double(timer.nsecsElapsed()) * 1e-6;
    faults.pictures = 1;
    const canvas::Scene scene(std::move(picture));
    const graph::Picture &drawn = scene.picture();
    for (const graph::ArrowShape &arrow : drawn.arrows) {
        ++faults.arrows;
        const bool isBehind =
            runsBehind(arrow, drawn.nodes, [](const graph::NodeShape &s) { return s.rect; });
        faults.behindCards += isBehind;
        if (isBehind && std::getenv("NAMES"))
            std::printf("behind a card: %s -> %s\n", arrow.arrow.source.c_str(),
                        arrow.arrow.target.c_str());
        faults.behindTitles += runsBehind(arrow, drawn.frames, [](const graph::FrameShape &s) {
            return canvas::fromQt(canvas::titleRect(s));
        });
        const QString text = pillText(arrow.arrow);
        faults.words += !text.isEmpty();
        faults.wordsCut += text.contains(QStringLiteral("…"));
    }
    for (std::uint32_t i = 0; i < drawn.arrows.size(); ++i) {
        const QRectF &pill = scene.pill(i);
        if (pillText(drawn.arrows[i].arrow).isEmpty())
            continue;
        faults.wordsLeftOut += pill.isEmpty();
        for (std::uint32_t j = 0; j < i; ++j)
            faults.wordsOverWords += pill.intersects(scene.pill(j));
        for (const graph::NodeShape &node : drawn.nodes)
            faults.wordsOverCards +=
                canvas::toQt(node.rect).adjusted(4, 2, -4, -2).intersects(pill);
    }
    return faults;
}

} // namespace

int main(int count, char **words)
{
    Faults all;
    bool tellsEach = false;
    std::printf("%-34s %4s %6s %7s %7s %6s %7s %7s %7s %6s %8s\n", "", "sets", "arrows", "b.card",
                "b.title", "words", "o.words", "o.card", "left", "cut", "ms");
    const auto take = [&](const kube::Workspace &workspace, const char *name) {
        const Faults faults = faultsOf(workspace);
        if (tellsEach)
            faults.print(name);
        all.add(faults);
    };
    for (int i = 1; i < count; ++i) {
        if (std::strcmp(words[i], "-d") == 0) {
            tellsEach = true;
        } else if (std::strcmp(words[i], "-r") == 0 && i + 1 < count) {
            const int most = std::atoi(words[++i]);
            oracle::RandomOptions options;
            options.maxWorkloads = 12;
            options.maxPolicies = 12;
            options.adminPolicies = true;
            for (int seed = 1; seed <= most; ++seed) {
                kube::Workspace workspace;
                workspace.add("a.yaml", oracle::RandomCluster(std::uint64_t(seed), options).text());
                take(workspace, ("random " + std::to_string(seed)).c_str());
            }
        } else {
            kube::Workspace workspace;
            for (LoadedFile &file : load({words[i]}).files)
                workspace.add(std::move(file.path), std::move(file.bytes));
            take(workspace, words[i]);
        }
    }
    all.print("all");
    return 0;
}
