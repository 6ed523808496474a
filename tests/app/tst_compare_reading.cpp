#include "compare_fixture.h"
#include "document/beside.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeWidget>

using namespace drawbridge;

/// "Compare With...": what the dialog asks of git and of the disk, and that nobody waits for it.
class CompareReadingTest : public CompareFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { openVersions(); }
    void cleanup() { closeVersions(); }

    void unknownRevisionCanBeCorrected();
    void readingHoldsNobody();
    void withoutWorkTree();
    void untitledHasNoRevision();
    void gitStartsWhenAsked();
};

void CompareReadingTest::unknownRevisionCanBeCorrected()
{
    compare([](CompareDialog *dialog) {
        pressLetter(dialog, Qt::Key_R);
        retype(dialog->revisionEdit(), "nothing");
        QTest::keyClick(dialog->revisionEdit(), Qt::Key_Return);
        QTRY_VERIFY(dialog->problem()->isVisible());
        QVERIFY(dialog->isVisible());
        QCOMPARE(dialog->problem()->text(),
                 QStringLiteral("There is no revision nothing. Give a branch, a tag or a commit."));
        QTest::keyClicks(dialog->revisionEdit(), "v1"); // it is selected
        QVERIFY(!dialog->problem()->isVisible());
        QTest::keyClick(dialog->revisionEdit(), Qt::Key_Return);
        QTRY_VERIFY(!dialog->isVisible());
    });
    QCOMPARE(lines().size(), kSinceV1.size());
}

/// Beside the window, which goes on; Escape calls it off.
void CompareReadingTest::readingHoldsNobody()
{
    const QByteArray path = qgetenv("PATH");
    m_repository->write("bin/git", "#!/bin/sh\ncase \"$*\" in *ls-tree*) sleep 2;; esac\nPATH='" +
                                       path + "' exec git \"$@\"\n");
    QFile::setPermissions(m_repository->path("bin/git"),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("PATH", m_repository->path("bin").toUtf8() + ':' + path);
    int turns = 0;
    bool isClosed = false;
    compare([&](CompareDialog *dialog) {
        pressLetter(dialog, Qt::Key_R);
        QTRY_COMPARE(dialog->names()->topLevelItemCount(), 4);
        QTest::keyClick(dialog->revisionEdit(), Qt::Key_Return);
        QVERIFY(dialog->isReading());
        QVERIFY(!dialog->revisionEdit()->isEnabled());
        QCOMPARE(dialog->revisionEdit()->text(), QStringLiteral("HEAD"));
        QTimer clock;
        connect(&clock, &QTimer::timeout, dialog, [&turns] { ++turns; });
        clock.start(10);
        QTest::qWait(400);
        QVERIFY(dialog->isVisible());
        QTest::keyClick(dialog, Qt::Key_Return); // a second time: nothing
        QVERIFY(dialog->isReading());
        QTest::keyClick(dialog, Qt::Key_Escape);
        isClosed = !dialog->isVisible();
    });
    qputenv("PATH", path);
    QVERIFY2(turns > 10, QByteArray::number(turns).constData());
    QVERIFY(isClosed);
    QVERIFY(!bar()->isVisible());
    QVERIFY(Beside::haveAllEnded(30'000));
    QVERIFY(!bar()->isVisible());
}

void CompareReadingTest::withoutWorkTree()
{
    const QTemporaryDir plain;
    QVERIFY(QFile::copy(m_repository->path("k8s/api.yaml"), plain.filePath("api.yaml")));
    m_window->openPaths({plain.filePath("api.yaml")});
    compare([](CompareDialog *dialog) {
        pressLetter(dialog, Qt::Key_R);
        QVERIFY(!dialog->revisionEdit()->isEnabled());
        QStringList told;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            if (label->isVisible())
                told += label->text();
        QVERIFY(told.join('\n').contains("lies in no Git work tree. Compare with a file"));
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    QVERIFY(!bar()->isVisible());
}

void CompareReadingTest::untitledHasNoRevision()
{
    m_window->startNew();
    compare([](CompareDialog *dialog) {
        pressLetter(dialog, Qt::Key_R);
        QVERIFY(!dialog->revisionEdit()->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
}

/// Not before the user chooses what needs it.
void CompareReadingTest::gitStartsWhenAsked()
{
    const QString mark = m_repository->path("ran");
    m_repository->write("bin/git", "#!/bin/sh\ntouch '" + mark.toUtf8() + "'\nexit 1\n");
    QFile::setPermissions(m_repository->path("bin/git"),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", m_repository->path("bin").toUtf8() + ':' + path);
    bool ranBefore = true;
    bool ranAfter = false;
    compare([&](CompareDialog *dialog) {
        pressLetter(dialog, Qt::Key_F);
        ranBefore = QFile::exists(mark);
        pressLetter(dialog, Qt::Key_R);
        ranAfter = QFile::exists(mark);
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    qputenv("PATH", path);
    QVERIFY(!ranBefore);
    QVERIFY(ranAfter);
}

QTEST_MAIN(CompareReadingTest)
#include "tst_compare_reading.moc"
