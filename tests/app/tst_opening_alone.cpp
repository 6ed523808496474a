#include "document/document.h"
#include "document/folder_scan.h"
#include "document/loader.h"
#include "document/opening.h"
#include "many_files.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace drawbridge;

/// Opening without a window: what it counts, and how it ends when it is called off.
class OpeningAloneTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanupTestCase() { QVERIFY(Opening::haveAllEnded(60'000)); }
    void progressIsCounted();
    void calledOffItGivesNothing();
    void nobodyWaitsForOneThatIsLeft();
    void callingOffEndsTheSearch();

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
    QVERIFY(Opening::haveAllEnded(60'000));
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

QTEST_GUILESS_MAIN(OpeningAloneTest)
#include "tst_opening_alone.moc"
