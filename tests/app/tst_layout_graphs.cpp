#include "document/layout_client.h"

#include "layout/layouter.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <csignal>
#include <optional>
#include <random>
#include <unistd.h>

using namespace drawbridge;
using layout::Reply;
using layout::Request;

namespace {

constexpr int kGraphs = 500; // DRAWBRIDGE_GRAPHS=20000 for more
constexpr qint64 kMostMilliseconds = 6'000;

int graphs()
{
    const int wanted = qEnvironmentVariableIntValue("DRAWBRIDGE_GRAPHS");
    return wanted > 0 ? wanted : kGraphs;
}

/// Of nothing to 60 boxes, in none to eight clusters, with loops and links that are there twice;
/// now and then boxes without size or of the largest.
Request random(std::mt19937 &next)
{
    Request request;
    request.clusterCount = next() % 9;
    const std::uint32_t count = next() % 61;
    for (std::uint32_t i = 0; i < count; ++i) {
        const bool isOdd = next() % 40 == 0;
        const double size = isOdd ? (next() % 2 ? 0.0 : 10'000.0) : 60.0 + next() % 200;
        request.boxes.push_back({size, isOdd ? size : 40.0 + next() % 60,
                                 std::int32_t(next() % (request.clusterCount + 1)) - 1});
    }
    for (std::uint32_t i = count ? next() % (3 * count) : 0; i > 0; --i)
        request.links.push_back({std::uint32_t(next() % count), std::uint32_t(next() % count)});
    return request;
}

/// A layout process that does not do what it should, in a way that the request decides.
int faultyWorker(unsigned way)
{
    std::string bytes;
    char buffer[4096];
    for (ssize_t size = 0; (size = read(STDIN_FILENO, buffer, sizeof buffer)) > 0;)
        bytes.append(buffer, std::size_t(size));
    Request request;
    if (!layout::decode(bytes, request))
        return 2;
    Reply reply = layout::layered(request);
    std::mt19937 next(way);
    if (way % 8 == 0)
        raise(SIGKILL);
    if (way % 8 == 1)
        raise(SIGABRT);
    if (way % 8 == 2 && !reply.empty())
        reply[next() % reply.size()] = reply[next() % reply.size()];
    if (way % 8 == 3 && !reply.empty())
        reply[next() % reply.size()].x = next() % 2 ? NAN : INFINITY;
    if (way % 8 == 4)
        reply.push_back({});
    std::string answer = layout::encode(reply);
    if (way % 8 == 5)
        answer.resize(next() % answer.size());
    if (way % 8 == 6)
        answer[next() % answer.size()] ^= char(1 << next() % 8);
    for (std::size_t at = 0; at < answer.size();) {
        const ssize_t size = write(STDOUT_FILENO, answer.data() + at, answer.size() - at);
        if (size <= 0)
            return 1;
        at += std::size_t(size);
    }
    if (way % 8 == 7)
        sleep(60);
    return 0;
}

struct Tally
{
    int answered = 0;
    int fellBack = 0;
    qint64 slowest = 0;
};

/// Asks for all graphs, one after the other; every one must get a sound answer.
Tally askAll(LayoutClient &client, int count, const char *way)
{
    Tally tally;
    std::mt19937 next(5);
    for (int i = 0; i < count; ++i) {
        qputenv(way, QByteArray::number(i));
        const Request request = random(next);
        std::optional<Reply> reply;
        bool fellBack = false;
        const auto connection = QObject::connect(&client, &LayoutClient::finished, &client,
                                                 [&](const Reply &answer, bool isOurs) {
                                                     reply = answer;
                                                     fellBack = isOurs;
                                                 });
        QElapsedTimer clock;
        clock.start();
        client.request(request);
        const bool came = QTest::qWaitFor([&] { return reply.has_value(); }, 60'000);
        QObject::disconnect(connection);
        if (!came || !layout::isSound(request, *reply))
            return tally;
        ++tally.answered;
        tally.fellBack += fellBack;
        tally.slowest = std::max(tally.slowest, clock.elapsed());
    }
    qunsetenv(way);
    return tally;
}

} // namespace

/// Whatever is to be laid out, and whatever the layout process does: the window gets a sound
/// answer.
class TestLayoutGraphs : public QObject
{
    Q_OBJECT

private slots:
    void everyGraphIsAnswered()
    {
        LayoutClient client; // its worker is this program, see main()
        const Tally tally = askAll(client, graphs(), "DRAWBRIDGE_TEST_HONEST");
        qInfo("%d of %d graphs answered, %d by our own layout, the slowest in %lld ms",
              tally.answered, graphs(), tally.fellBack, tally.slowest);
        QCOMPARE(tally.answered, graphs());
        QVERIFY(tally.fellBack * 10 < graphs());
        QVERIFY(tally.slowest < 10 * kMostMilliseconds);
    }

    void everyFaultIsAnswered()
    {
        LayoutClient client;
        client.setTimeLimit(300);
        const int count = graphs() / 5;
        const Tally tally = askAll(client, count, "DRAWBRIDGE_TEST_FAULT");
        qInfo("%d of %d answered, %d by our own layout", tally.answered, count, tally.fellBack);
        QCOMPARE(tally.answered, count);
        QVERIFY(tally.fellBack > count / 2);
    }

    void largeOnes()
    {
        LayoutClient client;
        for (std::uint32_t boxes : {0u, 1u, 1'500u, 5'000u}) {
            Request request;
            request.clusterCount = 20;
            for (std::uint32_t i = 0; i < boxes; ++i)
                request.boxes.push_back({190, 72, std::int32_t(i % 21) - 1});
            for (std::uint32_t i = 0; i + 1 < boxes; ++i)
                request.links.push_back({i, (i * 7 + 1) % boxes});
            std::optional<Reply> reply;
            const auto connection =
                QObject::connect(&client, &LayoutClient::finished, &client,
                                 [&](const Reply &answer, bool) { reply = answer; });
            client.request(request);
            QVERIFY(QTest::qWaitFor([&] { return reply.has_value(); }, 60'000));
            QObject::disconnect(connection);
            QVERIFY(layout::isSound(request, *reply));
        }
    }
};

int main(int argc, char *argv[])
{
    if (argc > 1 && qstrcmp(argv[1], "--layout-worker") == 0)
        return qEnvironmentVariableIsSet("DRAWBRIDGE_TEST_FAULT")
                   ? faultyWorker(unsigned(qEnvironmentVariableIntValue("DRAWBRIDGE_TEST_FAULT")))
                   : layout::runWorker(STDIN_FILENO, STDOUT_FILENO);
    QCoreApplication application(argc, argv);
    TestLayoutGraphs test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_layout_graphs.moc"
