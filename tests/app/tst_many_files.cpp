#include "document/disk_watcher.h"
#include "document_fixture.h"

#include <QCoreApplication>
#include <QDir>
#include <QSignalSpy>

using namespace drawbridge;

/// More files than can be looked at in one slice.
class ManyFilesTest : public DocumentFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { closeAll(); }

    void askingAgainAndAgainHindersNothing();
    void whatIsWatchedNoLongerIsSilent_data();
    void whatIsWatchedNoLongerIsSilent();
    void whatWaitsForItsTurnIsWatched();

private:
    static constexpr int kFiles = 1500;

    static QString name(int number)
    {
        return QStringLiteral("p%1.yaml").arg(number, 4, 10, QLatin1Char('0'));
    }
};

void ManyFilesTest::init()
{
    openPolicy();
    for (int i = 0; i < kFiles; ++i) {
        QByteArray text = kPolicy;
        write(name(i), text.replace("name: api", "name: p" + QByteArray::number(i)));
    }
}

/// As where each look takes long: every slice is followed by another wish to look.
void ManyFilesTest::askingAgainAndAgainHindersNothing()
{
    // A long path, so that a look takes long.
    const QString folder = QStringLiteral("a/").repeated(300);
    QVERIFY(QDir(m_folder->path()).mkpath(folder));
    for (int i = 0; i < 2500; ++i)
        write(folder + name(i), "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c" +
                                    QByteArray::number(i) + "}\n");
    QVERIFY(m_document->open({path(QStringLiteral("api.yaml")), path(folder)}).empty());
    const QByteArray theirs = "# theirs\n" + kPolicy;
    write(QStringLiteral("api.yaml"), theirs);
    const auto text = [&] {
        const FileId id =
            m_document->workspace().fileAt(path(QStringLiteral("api.yaml")).toStdString());
        return QByteArray::fromStdString(m_document->workspace().file(id).bytes());
    };
    for (int i = 0; i < 300 && text() != theirs; ++i) {
        m_document->lookAtDisk();
        QCoreApplication::processEvents();
    }
    QCOMPARE(text(), theirs);
}

void ManyFilesTest::whatIsWatchedNoLongerIsSilent_data()
{
    QTest::addColumn<int>("first");
    QTest::newRow("most go") << kFiles - 10;
    QTest::newRow("few go") << 10;
    QTest::newRow("almost half go") << kFiles / 2 - 10;
}

void ManyFilesTest::whatIsWatchedNoLongerIsSilent()
{
    QFETCH(int, first);
    QStringList all;
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("kept")));
    for (int i = 0; i < kFiles; ++i) { // folders are watched too
        all += path(i < first ? name(i) : QStringLiteral("kept/") + name(i));
        if (i >= first)
            QVERIFY(QFile::rename(path(name(i)), all.back()));
    }
    DiskWatcher watcher;
    watcher.setFiles(all);
    QSignalSpy told(&watcher, &DiskWatcher::mayHaveChanged);
    QTest::qWait(1000);
    watcher.setFiles(all.mid(first));
    QTest::qWait(1000);
    told.clear();
    write(name(0), "# theirs\n");
    QTest::qWait(500);
    QCOMPARE(told.size(), 0);
    write(QStringLiteral("kept/") + name(kFiles - 1), "# theirs\n");
    QTRY_VERIFY(!told.isEmpty()); // perhaps twice: a file is emptied before it is written
}

/// What is looked for besides is told of while the files of a folder wait for their turn.
void ManyFilesTest::whatWaitsForItsTurnIsWatched()
{
    QStringList all;
    for (int i = 0; i < kFiles; ++i)
        all += path(name(i));
    DiskWatcher watcher;
    QSignalSpy told(&watcher, &DiskWatcher::mayHaveChanged);
    watcher.setFiles(all);
    watcher.setMore({m_folder->path()});
    QTRY_VERIFY(!told.isEmpty()); // once all are watched
    QTest::qWait(500);
    told.clear();
    write(name(kFiles - 1), "# theirs\n");
    QTRY_VERIFY(!told.isEmpty());
}

QTEST_MAIN(ManyFilesTest)
#include "tst_many_files.moc"
