#include "layout/layouter.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace drawbridge::layout;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();

struct Shape
{
    unsigned boxes = 0;
    unsigned clusters = 0;
    double linksPerBox = 0;
    unsigned outside = 0; ///< in per cent
};

Request random(unsigned seed, const Shape &shape)
{
    std::mt19937 next(seed);
    Request request;
    request.clusterCount = shape.clusters;
    for (unsigned i = 0; i < shape.boxes; ++i) {
        const bool isOutside = shape.clusters == 0 || next() % 100 < shape.outside;
        request.boxes.push_back({100.0 + next() % 150, 60.0 + next() % 40,
                                 isOutside ? -1 : std::int32_t(next() % shape.clusters)});
    }
    for (unsigned i = 0; i < unsigned(shape.boxes * shape.linksPerBox); ++i)
        request.links.push_back({std::uint32_t(next() % shape.boxes),
                                 std::uint32_t(next() % shape.boxes), double(next() % 400)});
    return request;
}

Request boxes(std::initializer_list<std::int32_t> clusters, std::vector<Request::Link> links)
{
    Request request;
    for (const std::int32_t cluster : clusters) {
        request.boxes.push_back({190, 72, cluster});
        request.clusterCount = std::max(request.clusterCount, std::uint32_t(cluster + 1));
    }
    request.links = std::move(links);
    return request;
}

bool isEqual(const Request &a, const Request &b)
{
    return encode(a) == encode(b);
}

/// Overlaps told the slow way, apart from isSound's sweep.
bool overlapsAnywhere(const Request &request, const Reply &reply)
{
    for (std::size_t i = 0; i < reply.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (reply[i].x < reply[j].x + request.boxes[j].width &&
                reply[j].x < reply[i].x + request.boxes[i].width &&
                reply[i].y < reply[j].y + request.boxes[j].height &&
                reply[j].y < reply[i].y + request.boxes[i].height)
                return true;
    return false;
}

/// Runs the worker in a process of its own, with these bytes at its input.
struct WorkerRun
{
    int status = -1;
    std::string output;
};

WorkerRun runInFork(const std::string &input)
{
    int in[2];
    int out[2];
    if (pipe(in) != 0 || pipe(out) != 0)
        return {};
    const pid_t child = fork();
    if (child == 0) {
        close(in[1]);
        close(out[0]);
        _exit(runWorker(in[0], out[1]));
    }
    close(in[0]);
    close(out[1]);
    WorkerRun run;
    for (std::size_t at = 0; at < input.size();) {
        const ssize_t count = write(in[1], input.data() + at, input.size() - at);
        if (count <= 0)
            break;
        at += std::size_t(count);
    }
    close(in[1]);
    char buffer[4096];
    for (ssize_t count = 0; (count = read(out[0], buffer, sizeof buffer)) > 0;)
        run.output.append(buffer, std::size_t(count));
    close(out[0]);
    waitpid(child, &run.status, 0);
    return run;
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT

private slots:
    void layeredIsSound_data()
    {
        QTest::addColumn<unsigned>("boxes");
        QTest::addColumn<unsigned>("clusters");
        QTest::addColumn<double>("linksPerBox");
        QTest::addColumn<unsigned>("outside");
        QTest::newRow("none") << 0U << 0U << 0.0 << 0U;
        QTest::newRow("one") << 1U << 1U << 1.0 << 0U;
        QTest::newRow("one outside") << 1U << 0U << 1.0 << 0U;
        QTest::newRow("unused clusters") << 3U << 900U << 1.0 << 0U;
        QTest::newRow("no links") << 200U << 9U << 0.0 << 10U;
        QTest::newRow("dense") << 60U << 3U << 12.0 << 10U;
        QTest::newRow("no clusters") << 300U << 0U << 1.5 << 0U;
        QTest::newRow("one cluster") << 1'000U << 1U << 1.5 << 5U;
        QTest::newRow("all clusters of one") << 400U << 4'000U << 1.5 << 5U;
        QTest::newRow("mostly outside") << 400U << 5U << 1.5 << 90U;
        QTest::newRow("5,000") << 5'000U << 250U << 2.0 << 3U;
        QTest::newRow("5,000 in one") << 5'000U << 1U << 3.0 << 3U;
    }

    void layeredIsSound()
    {
        QFETCH(unsigned, boxes);
        QFETCH(unsigned, clusters);
        QFETCH(double, linksPerBox);
        QFETCH(unsigned, outside);
        const Request request = random(boxes + clusters, {boxes, clusters, linksPerBox, outside});
        const Reply reply = layered(request);
        QVERIFY(isSound(request, reply));
        QVERIFY(layered(request) == reply);
        if (boxes <= 1'000)
            QVERIFY(!overlapsAnywhere(request, reply));
    }

    void layeredIsSoundForRandomGraphs()
    {
        for (unsigned seed = 0; seed < 500; ++seed) {
            std::mt19937 next(seed);
            const Shape shape{unsigned(next() % 60), unsigned(next() % 9), double(next() % 30) / 10,
                              unsigned(next() % 50)};
            const Request request = random(seed, shape);
            const Reply reply = layered(request);
            QVERIFY2(isSound(request, reply), qPrintable(QString::number(seed)));
            QVERIFY2(!overlapsAnywhere(request, reply), qPrintable(QString::number(seed)));
        }
    }

    void layeredBearsNonsense()
    {
        Request request;
        request.clusterCount = 2;
        request.boxes = {{-5, 0, 0},
                         {kNoNumber, kInfinity, 1},
                         {1e300, -kInfinity, -7},
                         {190, 72, 2'000'000},
                         {190, 72, 1},
                         {0, 0, 0}};
        request.links = {{0, 0}, {0, 99}, {99, 0}, {1, 0}, {0, 1}, {4, 1}, {4, 1}, {3, 4}};
        QVERIFY(isSound(request, layered(request)));
    }

    void layeredBearsLongChains()
    {
        Request request;
        request.clusterCount = 1;
        for (std::uint32_t i = 0; i < 20'000; ++i) {
            request.boxes.push_back({190, 72, 0});
            request.links.push_back({i, (i + 1) % 20'000});
        }
        QVERIFY(isSound(request, layered(request)));
    }

    void chainFlowsAndLeavesRoomForPorts()
    {
        // Internet, gateway, frontend, api, database.
        Request request = boxes({-1, 0, 0, 0, 0}, {{0, 1}, {1, 2}, {2, 3}, {3, 4}});
        request.boxes[0] = {110, 78, -1};
        const Reply reply = layered(request);
        QVERIFY(reply[0].x + 110 + 28 < reply[1].x); // left of the frame
        QCOMPARE(reply[0].y + 39, reply[1].y + 36);  // level with the gateway
        double right = 0;
        double bottom = 0;
        for (std::size_t i = 1; i < 5; ++i) {
            right = std::max(right, reply[i].x + 190);
            bottom = std::max(bottom, reply[i].y + 72);
            if (i < 2)
                continue;
            QVERIFY(reply[i].y > reply[i - 1].y);
            QVERIFY(std::abs(reply[i].x - reply[i - 1].x) - 190 >= 110);
        }
        const double ratio = (right - reply[0].x) / (bottom - reply[1].y + 90);
        QVERIFY(ratio > 1.2 && ratio < 2.2);
    }

    void layersRunFromLeftToRight()
    {
        const Request request =
            boxes({0, 0, 0, 0, 0, 0}, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}, {3, 5}});
        const Reply reply = layered(request);
        for (const Request::Link &link : request.links)
            QVERIFY(reply[link.to].x - reply[link.from].x - 190 >= 110);
    }

    void labelsHaveRoomBetweenColumns_data()
    {
        QTest::addColumn<double>("label");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::newRow("none") << 0.0 << 118.0 << 126.0;
        QTest::newRow("ports") << 70.0 << 118.0 << 126.0;
        QTest::newRow("half open") << 160.0 << 190.0 << 200.0;
        QTest::newRow("the widest") << 244.0 << 276.0 << 284.0;
        QTest::newRow("too wide for any gap") << 245.0 << 118.0 << 126.0;
        QTest::newRow("no number") << kNoNumber << 118.0 << 126.0;
        QTest::newRow("without end") << kInfinity << 118.0 << 126.0;
    }

    /// Only between the two columns that the link joins, and where a short chain runs to and fro.
    void labelsHaveRoomBetweenColumns()
    {
        QFETCH(double, label);
        QFETCH(double, least);
        QFETCH(double, most);
        const auto gap = [](const Reply &reply, std::size_t from, std::size_t to) {
            return std::abs(reply[to].x - reply[from].x) - 190;
        };
        const Reply tree =
            layered(boxes({0, 0, 0, 0, 0, 0},
                          {{0, 1}, {0, 2}, {1, 3, label}, {3, 1, 20}, {2, 3}, {3, 4}, {3, 5}}));
        QVERIFY(gap(tree, 1, 3) >= least && gap(tree, 1, 3) <= most);
        QVERIFY(std::abs(gap(tree, 0, 1) - 122) <= 4 && std::abs(gap(tree, 3, 4) - 122) <= 4);
        const Reply chain = layered(boxes({0, 0, 0, 0}, {{0, 1}, {1, 2, label}, {2, 3}}));
        QVERIFY(gap(chain, 1, 2) >= least && gap(chain, 1, 2) <= most);
    }

    void labelsHaveRoomInGraphviz()
    {
        const Reply plain = graphviz(boxes({0, 0, 0}, {{0, 1}, {0, 2}}));
        const Reply wide = graphviz(boxes({0, 0, 0}, {{0, 1, 200}, {0, 2}}));
        QVERIFY(wide[1].x - wide[0].x >= plain[1].x - plain[0].x + 100);
    }

    void outsideStandsOnItsSide()
    {
        const Reply reply = layered(boxes({0, 0, -1, -1}, {{0, 1}, {2, 0}, {1, 3}}));
        QVERIFY(reply[2].x + 190 < reply[0].x);
        QVERIFY(reply[3].x > reply[1].x + 190);
    }

    void tellsUnsoundReplies()
    {
        const Request request = boxes({0, 0, 1, -1}, {});
        const Reply good{{0, 0}, {300, 0}, {0, 400}, {800, 0}};
        QVERIFY(isSound(request, good));
        const auto with = [&](std::size_t box, Position position) {
            Reply reply = good;
            reply[box] = position;
            return reply;
        };
        QVERIFY(!isSound(request, {}));
        QVERIFY(!isSound(request, {{0, 0}, {300, 0}, {0, 400}}));
        QVERIFY(!isSound(request, {{0, 0}, {300, 0}, {0, 400}, {800, 0}, {0, 900}}));
        QVERIFY(!isSound(request, with(0, {kNoNumber, 0})));
        QVERIFY(!isSound(request, with(0, {0, kInfinity})));
        QVERIFY(!isSound(request, with(0, {1e12, 0})));
        QVERIFY(!isSound(request, with(1, {100, 50}))); // boxes of one cluster overlap
        QVERIFY(!isSound(request, with(1, {0, 0})));
        QVERIFY(!isSound(request, with(2, {150, 150}))); // the frames overlap
        QVERIFY(!isSound(request, with(3, {200, -40}))); // outside, but inside the frame's title
        QVERIFY(isSound(request, with(3, {200, -200})));
    }

    void graphvizIsSound()
    {
        for (unsigned seed = 0; seed < 12; ++seed) {
            const Request request = random(seed, {10 + 4 * seed, 1 + seed % 5, 1.5, 10});
            QVERIFY(isSound(request, graphviz(request)));
        }
        QVERIFY(graphviz({}).empty());
    }

    void roundTrip()
    {
        for (unsigned seed = 0; seed < 50; ++seed) {
            const Request request = random(seed, {seed * 3, seed % 7, 1.5, 20});
            Request read;
            QVERIFY(decode(encode(request), read));
            QVERIFY(isEqual(read, request));
            const Reply reply = layered(request);
            Reply readReply;
            QVERIFY(decode(encode(reply), readReply));
            QVERIFY(readReply == reply);
            QVERIFY(!decode(encode(reply), read)); // one is not the other
            QVERIFY(!decode(encode(request), readReply));
        }
    }

    void decodeRefusesWhatIsCorrupt()
    {
        const Request request = random(7, {12, 3, 1.5, 20});
        const std::string good = encode(request);
        const std::string goodReply = encode(layered(request));
        Request read;
        Reply readReply;
        for (std::size_t size = 0; size < good.size(); ++size)
            QVERIFY(!decode(good.substr(0, size), read));
        for (std::size_t size = 0; size < goodReply.size(); ++size)
            QVERIFY(!decode(goodReply.substr(0, size), readReply));
        QVERIFY(!decode(good + '\0', read));
        QVERIFY(!decode(goodReply + goodReply, readReply));
        // Flipped bytes: refused, or read as another sound message of the same size.
        std::mt19937 next(1);
        for (int i = 0; i < 3'000; ++i) {
            std::string bad = good;
            bad[next() % bad.size()] = char(next());
            if (decode(bad, read))
                QVERIFY(encode(read).size() == bad.size() && isSound(read, layered(read)));
            bad = goodReply;
            bad[next() % bad.size()] = char(next());
            if (decode(bad, readReply))
                QCOMPARE(readReply.size(), request.boxes.size());
        }
    }

    void decodeRefusesWrongNumbers()
    {
        const auto refused = [](const auto &change) {
            Request request = boxes({0, 1}, {{0, 1}});
            change(request);
            Request read;
            return !decode(encode(request), read);
        };
        QVERIFY(!refused([](Request &) {}));
        QVERIFY(refused([](Request &r) { r.boxes[0].width = kNoNumber; }));
        QVERIFY(refused([](Request &r) { r.boxes[0].height = kInfinity; }));
        QVERIFY(refused([](Request &r) { r.boxes[0].height = -1; }));
        QVERIFY(refused([](Request &r) { r.boxes[0].cluster = 2; }));
        QVERIFY(refused([](Request &r) { r.boxes[0].cluster = -2; }));
        QVERIFY(refused([](Request &r) { r.links[0].to = 2; }));
        QVERIFY(!refused([](Request &r) { r.links[0].label = 90; }));
        QVERIFY(refused([](Request &r) { r.links[0].label = -1; }));
        QVERIFY(refused([](Request &r) { r.links[0].label = kNoNumber; }));
        Reply read;
        QVERIFY(!decode(encode(Reply{{kNoNumber, 0}}), read));
        QVERIFY(!decode(encode(Reply{{0, kInfinity}}), read));
    }

    void workerAnswers()
    {
        const Request request = random(3, {30, 3, 1.2, 10});
        const WorkerRun run = runInFork(encode(request));
        QVERIFY(WIFEXITED(run.status));
        QCOMPARE(WEXITSTATUS(run.status), 0);
        Reply reply;
        QVERIFY(decode(run.output, reply));
        QVERIFY(isSound(request, reply));
    }

    void workerRefusesNonsense()
    {
        for (const std::string &input :
             {std::string(), std::string("hello"), std::string(5'000, 'x')}) {
            const WorkerRun run = runInFork(input);
            QVERIFY(WIFEXITED(run.status));
            QVERIFY(WEXITSTATUS(run.status) != 0);
            QVERIFY(run.output.empty());
        }
    }
};

QTEST_APPLESS_MAIN(TestLayout)
#include "tst_layout.moc"
