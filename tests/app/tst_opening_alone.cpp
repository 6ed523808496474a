#include "document/beside.h"
#include "document/document.h"
#include "document/folder_scan.h"
#include "document/loader.h"
#include "document/opening.h"
#include "many_files.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <unistd.h>
#include <utility>

using namespace drawbridge;

/// Standard input is what is written to a pipe, while this lives.
class Input
{
public:
    Input() : m_before(dup(STDIN_FILENO))
    {
        std::array<int, 2> ends{};
        m_isOpen = m_before >= 0 && pipe(ends.data()) == 0 && dup2(ends[0], STDIN_FILENO) >= 0;
        close(ends[0]);
        m_end = ends[1];
    }
    ~Input()
    {
        end();
        dup2(m_before, STDIN_FILENO);
        close(m_before);
    }
    Input(const Input &) = delete;
    Input &operator=(const Input &) = delete;

    bool isOpen() const { return m_isOpen; }
    bool write(const QByteArray &bytes) const
    {
        return ::write(m_end, bytes.constData(), std::size_t(bytes.size())) == bytes.size();
    }
    void end()
    {
        if (m_end >= 0)
            close(std::exchange(m_end, -1));
    }

private:
    int m_before = -1;
    int m_end = -1;
    bool m_isOpen = false;
};

/// Opening without a window: what it counts, and how it ends when it is called off.
class OpeningAloneTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanupTestCase() { QVERIFY(Beside::haveAllEnded(60'000)); }
    void progressIsCounted();
    void calledOffItGivesNothing();
    void nobodyWaitsForOneThatIsLeft();
    void callingOffEndsTheSearch();
    void inputIsWaitedForBeside();
    void inputThatDoesNotEndHoldsNobody();

private:
    QString other(int files) const { return manyFiles(m_folder.path(), files); }

    QTemporaryDir m_folder;
};

void OpeningAloneTest::progressIsCounted()
{
    const QString folder = other(40);
    Document document;
    OpeningProgress progress;
    const Opened result = opened(document.openingRequest({folder}), progress);
    QVERIFY(result.contents);
    QVERIFY(progress.step() == OpeningProgress::Step::Drawing);
    QCOMPARE(result.contents->m_disk.size(), std::size_t(40));
}

void OpeningAloneTest::calledOffItGivesNothing()
{
    Document document;
    OpeningProgress progress;
    progress.cancel();
    QVERIFY(!opened(document.openingRequest({other(40)}), progress).contents);
    Opening opening(document.openingRequest({other(40)}));
    opening.cancel();
    QSignalSpy ended(&opening, &Opening::ended);
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(opening.isEnded());
    QVERIFY(document.takeOver(opening.take()).empty());
    QVERIFY(document.files().empty());
}

void OpeningAloneTest::nobodyWaitsForOneThatIsLeft()
{
    Document document;
    int ended = 0;
    for (int i = 0; i < 20; ++i) {
        Opening opening(document.openingRequest({other(40)}));
        connect(&opening, &Opening::ended, this, [&] { ++ended; });
    }
    QVERIFY(Beside::haveAllEnded(60'000));
    QCoreApplication::processEvents();
    QCOMPARE(ended, 0);
}

void OpeningAloneTest::callingOffEndsTheSearch()
{
    const std::string folder = QFile::encodeName(other(40)).toStdString();
    int asked = 0;
    const FolderScan scan = scanFolder(folder, 16, 1000, [&] { return ++asked < 3; });
    QVERIFY(scan.paths.size() < 5);
    QVERIFY(scan.failures.empty());
    asked = 0;
    const LoadReport report =
        load({folder}, {}, [&](std::size_t, std::size_t) { return ++asked < 3; });
    QVERIFY(report.files.empty());
    QVERIFY(report.failures.empty());
    QCOMPARE(asked, 3);
}

void OpeningAloneTest::inputIsWaitedForBeside()
{
    Input input;
    QVERIFY(input.isOpen());
    Document document;
    Opening opening(document.openingRequest({QStringLiteral("-")}));
    const QByteArray text = policyText(1);
    QVERIFY(input.write(text.first(20)));
    QTest::qWait(100);
    QVERIFY(!opening.isEnded());
    QVERIFY(input.write(text.sliced(20)));
    input.end();
    QTRY_VERIFY(opening.isEnded());
    QVERIFY(document.takeOver(opening.take()).empty());
    QCOMPARE(document.files().size(), std::size_t(1));
    QVERIFY(document.files().front().path.isEmpty());
    QVERIFY(!document.isModified());
    QCOMPARE(document.workspace().file(document.files().front().id).bytes(), text.toStdString());
}

void OpeningAloneTest::inputThatDoesNotEndHoldsNobody()
{
    Input input;
    QVERIFY(input.isOpen());
    Document document;
    {
        Opening opening(document.openingRequest({QStringLiteral("-")}));
        QVERIFY(input.write("kind: List\n"));
        QTest::qWait(50);
        QVERIFY(!opening.isEnded());
    }
    QVERIFY(!Beside::haveAllEnded(100));
    input.end();
    QVERIFY(Beside::haveAllEnded(60'000));
    QVERIFY(document.files().empty());
}

QTEST_GUILESS_MAIN(OpeningAloneTest)
#include "tst_opening_alone.moc"
