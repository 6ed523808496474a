#include "document/layout_client.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace drawbridge;
using layout::Reply;
using layout::Request;

namespace {

Request chain(std::uint32_t count)
{
    Request request;
    request.clusterCount = 1;
    for (std::uint32_t i = 0; i < count; ++i)
        request.boxes.push_back({190, 72, 0});
    for (std::uint32_t i = 0; i + 1 < count; ++i)
        request.links.push_back({i, i + 1});
    return request;
}

/// Remembers the answers.
struct Answers
{
    explicit Answers(LayoutClient &client)
    {
        QObject::connect(&client, &LayoutClient::finished, &client,
                         [this](const Reply &reply, bool fellBack) {
                             replies.push_back(reply);
                             fallBacks.push_back(fellBack);
                         });
    }
    std::size_t count() const { return replies.size(); }

    std::vector<Reply> replies;
    std::vector<bool> fallBacks;
};

} // namespace

class TestLayoutClient : public QObject
{
    Q_OBJECT

private slots:
    void init() { QVERIFY(m_folder.isValid()); }

    void asksTheWorker()
    {
        // This test's own program is a worker, see main().
        LayoutClient client;
        Answers answers(client);
        const Request request = chain(5);
        client.request(request);
        QVERIFY(client.isBusy());
        QCOMPARE(answers.count(), 0U);
        QTRY_COMPARE(answers.count(), 1U);
        QVERIFY(!client.isBusy());
        QVERIFY(layout::isSound(request, answers.replies[0]));
        QVERIFY(!answers.fallBacks[0]);
    }

    void takesTheAnswerOfTheWorker()
    {
        // Two boxes at places that our own layout would not give.
        const Reply odd{{1, 1}, {5'001, 3}};
        LayoutClient client;
        client.setProgram(script("cat > /dev/null; cat '" + reply(odd) + "'"));
        Answers answers(client);
        client.request(chain(2));
        QTRY_COMPARE(answers.count(), 1U);
        QVERIFY(answers.replies[0] == odd);
        QVERIFY(!answers.fallBacks[0]);
    }

    void fallsBack_data()
    {
        QTest::addColumn<QString>("body");
        const Reply overlapping(3, layout::Position{8, 8});
        const Reply tooFew{{0, 0}, {400, 0}};
        const Reply good = layout::layered(chain(3));
        QTest::newRow("killed") << "kill -9 $$";
        QTest::newRow("aborted") << "cat > /dev/null; kill -ABRT $$";
        QTest::newRow("silent") << "cat > /dev/null";
        QTest::newRow("does not read") << "exit 0";
        QTest::newRow("fails") << "cat > /dev/null; cat '" + reply(good) + "'; exit 3";
        QTest::newRow("nonsense") << "cat > /dev/null; echo hello";
        QTest::newRow("echoes") << "cat";
        QTest::newRow("overlaps") << "cat > /dev/null; cat '" + reply(overlapping) + "'";
        QTest::newRow("too few") << "cat > /dev/null; cat '" + reply(tooFew) + "'";
        QTest::newRow("cut short") << "cat > /dev/null; head -c 30 '" + reply(good) + "'";
        QTest::newRow("twice") << "cat > /dev/null; cat '" + reply(good) + "' '" + reply(good) +
                                      "'";
        QTest::newRow("hangs") << "sleep 60";
        QTest::newRow("answers and hangs")
            << "cat > /dev/null; cat '" + reply(good) + "'; sleep 60";
        QTest::newRow("endless") << "cat /dev/zero";
    }

    void fallsBack()
    {
        QFETCH(QString, body);
        LayoutClient client;
        client.setProgram(script(body));
        client.setTimeLimit(400);
        Answers answers(client);
        const Request request = chain(3);
        QElapsedTimer clock;
        clock.start();
        client.request(request);
        QTRY_COMPARE(answers.count(), 1U);
        QVERIFY(clock.elapsed() < 4'000);
        QVERIFY(answers.fallBacks[0]);
        QVERIFY(answers.replies[0] == layout::layered(request));
        QTest::qWait(20);
        QCOMPARE(answers.count(), 1U);
    }

    void fallsBackWithoutWorker_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("missing") << m_folder.filePath("nothing here");
        QTest::newRow("a folder") << m_folder.path();
        QTest::newRow("not executable") << reply(Reply{});
    }

    void fallsBackWithoutWorker()
    {
        QFETCH(QString, program);
        LayoutClient client;
        client.setProgram(program);
        Answers answers(client);
        client.request(chain(3));
        QCOMPARE(answers.count(), 0U);
        QTRY_COMPARE(answers.count(), 1U);
        QVERIFY(answers.fallBacks[0]);
        QVERIFY(layout::isSound(chain(3), answers.replies[0]));
    }

    void newestWins()
    {
        const QString good = reply(layout::layered(chain(7)));
        LayoutClient client;
        Answers answers(client);
        client.setProgram(script("sleep 60"));
        client.request(chain(3));
        client.request(chain(4));
        QTest::qWait(30);
        client.setProgram(script("cat > /dev/null; cat '" + good + "'"));
        client.request(chain(7));
        QTRY_COMPARE(answers.count(), 1U);
        QCOMPARE(answers.replies[0].size(), 7U);
        QVERIFY(!answers.fallBacks[0]);
        QTest::qWait(50);
        QCOMPARE(answers.count(), 1U);
    }

    void killsWhatTheWorkerStarted()
    {
        const QString idFile = m_folder.filePath("id");
        LayoutClient client;
        client.setProgram(script("sleep 60 & echo $! > '" + idFile + ".new'; mv '" + idFile +
                                 ".new' '" + idFile + "'; wait"));
        client.request(chain(3));
        QTRY_VERIFY(QFile::exists(idFile));
        QFile file(idFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto id = pid_t(file.readAll().trimmed().toInt());
        QVERIFY(isRunning(id));
        client.cancel();
        QVERIFY(!client.isBusy());
        QTRY_VERIFY(!isRunning(id));
    }

    void largeOnesAreAnsweredHere()
    {
        LayoutClient client;
        client.setProgram(m_folder.filePath("nothing here"));
        Answers answers(client);
        const Request request = chain(1'501);
        client.request(request);
        QCOMPARE(answers.count(), 0U);
        QTRY_COMPARE(answers.count(), 1U);
        QVERIFY(!answers.fallBacks[0]);
        QVERIFY(answers.replies[0] == layout::layered(request));
        client.request({});
        QTRY_COMPARE(answers.count(), 2U);
        QVERIFY(answers.replies[1].empty());
    }

    void mayDieWhileBusy()
    {
        auto client = std::make_unique<LayoutClient>();
        client->setProgram(script("sleep 60"));
        client->request(chain(3));
        client.reset();
        QTest::qWait(30);
    }

private:
    /// The state field of /proc/<id>/stat: a zombie nobody has reaped is not running.
    static bool isRunning(pid_t id)
    {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(id));
        if (!stat.open(QIODevice::ReadOnly))
            return false;
        const QByteArray text = stat.readAll();
        const qsizetype end = text.lastIndexOf(')');
        return end > 0 && text.mid(end + 2, 1) != "Z";
    }

    QString fresh(const QString &suffix)
    {
        return m_folder.filePath(QString::number(++m_count) + suffix);
    }

    QString script(const QString &body)
    {
        const QString path = fresh(QStringLiteral(".sh"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write("#!/bin/sh\n" + body.toUtf8() + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

    QString reply(const Reply &reply)
    {
        const QString path = fresh(QStringLiteral(".reply"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(QByteArray::fromStdString(layout::encode(reply)));
        return path;
    }

    QTemporaryDir m_folder;
    int m_count = 0;
};

int main(int argc, char *argv[])
{
    if (argc > 1 && qstrcmp(argv[1], "--layout-worker") == 0)
        return layout::runWorker(STDIN_FILENO, STDOUT_FILENO);
    QCoreApplication application(argc, argv);
    TestLayoutClient test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_layout_client.moc"
