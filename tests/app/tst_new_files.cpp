#include "document_fixture.h"
#include "many_files.h"
#include "window_user.h"

#include <QDir>
#include <QSignalSpy>
#include <QStatusBar>

using namespace drawbridge;

/// What comes to a folder that is open belongs to what the folder allows: it is opened, and what is
/// not saved and can be undone stays as it was.
class NewFilesTest : public DocumentFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { closeAll(); }

    void isOpened();
    void workGoesOn();
    void comesInANewFolder();
    void othersAreLeftOut();
    void becomesOneLater();
    void ourOwnAreNot();
    void linksAreNot();
    void isFollowedWhereItWasMoved();
    void thoseThatWereAlikeAreNotMixedUp();
    void whatWasNeverSavedIsNotLetGo();
    void thousandsCome();
    void isSaid();

private:
    QStringList names() const
    {
        QStringList result;
        for (const FileInfo &file : m_document->files())
            result += QDir(m_folder->path()).relativeFilePath(file.path);
        return result;
    }
    /// Nothing comes, though it was looked for.
    void looksInVain()
    {
        const QStringList before = names();
        m_document->lookAtDisk();
        QTest::qWait(400);
        QCOMPARE(names(), before);
    }
    bool isDrawn(const char *key) const { return m_document->graph().node(key) != nullptr; }
};

void NewFilesTest::init()
{
    openFolder();
    write(QStringLiteral("api.yaml"), kPolicy);
    m_document = std::make_unique<Document>();
    QVERIFY(m_document->open({m_folder->path()}).empty());
    m_document->lookAtDisk(); // as the window does
    QTest::qWait(100);
}

void NewFilesTest::isOpened()
{
    QSignalSpy came(m_document.get(), &Document::filesCame);
    write(QStringLiteral("p1.yaml"), policyText(1));
    QTRY_COMPARE(names(), QStringList({"api.yaml", "p1.yaml"}));
    QCOMPARE(came.size(), 1);
    QCOMPARE(came[0][0].toStringList(), QStringList(path(QStringLiteral("p1.yaml"))));
    QTRY_VERIFY(isDrawn("n1/{app=a1}"));
    QVERIFY(!m_document->isModified());
    QCOMPARE(m_document->undoStack()->count(), 0);
    // It is watched like all others.
    write(QStringLiteral("p1.yaml"), policyText(2));
    QTRY_VERIFY(isDrawn("n2/{app=a2}"));
}

void NewFilesTest::workGoesOn()
{
    type("# typed\n");
    write(QStringLiteral("p1.yaml"), policyText(1));
    QTRY_COMPARE(names().size(), 2);
    QVERIFY(m_document->isModified());
    QCOMPARE(m_document->undoStack()->count(), 1);
    const FileId api = m_document->workspace().fileAt(path("api.yaml").toStdString());
    QCOMPARE(QByteArray::fromStdString(m_document->workspace().file(api).bytes()),
             "# typed\n" + kPolicy);
    m_document->undoStack()->undo();
    QVERIFY(!m_document->isModified());
    QCOMPARE(names().size(), 2);
    QVERIFY(m_document->saved()->workspace.size() == 2);
}

void NewFilesTest::comesInANewFolder()
{
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("a/b")));
    QTest::qWait(300); // seen while there is nothing in it
    writeFile(path(QStringLiteral("a/b/p1.yaml")), policyText(1));
    QTRY_COMPARE(names(), QStringList({"a/b/p1.yaml", "api.yaml"}));
}

void NewFilesTest::othersAreLeftOut()
{
    write(QStringLiteral("values.yaml"), "replicas: 3\n");
    write(QStringLiteral("notes.txt"), policyText(1));
    write(QStringLiteral("p.yaml~"), policyText(1));
    writeFile(path(QStringLiteral(".git/p1.yaml")), policyText(1));
    writeFile(path(QStringLiteral("chart/Chart.yaml")), "name: chart\nversion: 1.0.0\n");
    writeFile(path(QStringLiteral("chart/templates/p1.yaml")), policyText(1));
    looksInVain();
}

void NewFilesTest::becomesOneLater()
{
    write(QStringLiteral("p1.yaml"), "");
    looksInVain();
    write(QStringLiteral("p1.yaml"), policyText(1));
    QTRY_COMPARE(names(), QStringList({"api.yaml", "p1.yaml"}));
}

/// What was let go stays so: whoever undid a new file, or saved one under another name, means it.
void NewFilesTest::ourOwnAreNot()
{
    Change change;
    change.newFiles.push_back(
        {path(QStringLiteral("new.yaml")).toStdString(), policyText(1).toStdString()});
    change.label = QStringLiteral("Add");
    m_document->push(std::move(change));
    QVERIFY(m_document->saveAll().empty());
    looksInVain();
    m_document->undoStack()->undo();
    QCOMPARE(names(), QStringList(QStringLiteral("api.yaml")));
    looksInVain();
    m_document->undoStack()->redo();
    QCOMPARE(names().size(), 2);
    const FileId made = m_document->workspace().fileAt(path("new.yaml").toStdString());
    QVERIFY(!m_document->saveAs(made, path(QStringLiteral("other.yaml"))));
    QVERIFY(QFile::exists(path(QStringLiteral("new.yaml"))));
    looksInVain();
}

void NewFilesTest::linksAreNot()
{
    QVERIFY(QFile::link(path(QStringLiteral("api.yaml")), path(QStringLiteral("link.yaml"))));
    looksInVain();
}

void NewFilesTest::isFollowedWhereItWasMoved()
{
    QSignalSpy came(m_document.get(), &Document::filesCame);
    type("# typed\n");
    QVERIFY(QFile::rename(path(QStringLiteral("api.yaml")), path(QStringLiteral("b.yaml"))));
    QTRY_COMPARE(names(), QStringList(QStringLiteral("b.yaml")));
    QVERIFY(!m_document->file(only()).isGone);
    QCOMPARE(came.size(), 0);
    QVERIFY(m_document->saveAll().empty());
    QCOMPARE(read(QStringLiteral("b.yaml")), "# typed\n" + kPolicy);
    QVERIFY(!QFile::exists(path(QStringLiteral("api.yaml"))));
    m_document->undoStack()->undo();
    QVERIFY(QFile::rename(path(QStringLiteral("b.yaml")), path(QStringLiteral("api.yaml"))));
    QTRY_COMPARE(names(), QStringList(QStringLiteral("api.yaml")));
}

void NewFilesTest::thoseThatWereAlikeAreNotMixedUp()
{
    writeFile(path(QStringLiteral("all/dev/deny.yaml")), policyText(1));
    writeFile(path(QStringLiteral("all/prod/deny.yaml")), policyText(1));
    QTRY_COMPARE(names().size(), 3);
    const auto idAt = [this](const char *name) {
        return m_document->workspace().fileAt(path(QString::fromLatin1(name)).toStdString());
    };
    Change change;
    change.patches.push_back({idAt("all/dev/deny.yaml"), {{{0, 0}, "# of dev\n"}}});
    m_document->push(std::move(change));
    QVERIFY(QDir(m_folder->path()).rename(QStringLiteral("all"), QStringLiteral("envs")));
    QTRY_COMPARE(names(), QStringList({"api.yaml", "envs/dev/deny.yaml", "envs/prod/deny.yaml"}));
    QVERIFY(m_document->file(idAt("envs/dev/deny.yaml")).isModified);
    QVERIFY(!m_document->file(idAt("envs/prod/deny.yaml")).isModified);
    QVERIFY(m_document->saveAll().empty());
    QCOMPARE(read(QStringLiteral("envs/dev/deny.yaml")), "# of dev\n" + policyText(1));
    QCOMPARE(read(QStringLiteral("envs/prod/deny.yaml")), policyText(1));
}

void NewFilesTest::whatWasNeverSavedIsNotLetGo()
{
    Change change;
    change.newFiles.push_back(
        {path(QStringLiteral("new.yaml")).toStdString(), policyText(1).toStdString()});
    m_document->push(std::move(change));
    m_document->undoStack()->undo();
    write(QStringLiteral("new.yaml"), policyText(2));
    QTRY_COMPARE(names(), QStringList({"api.yaml", "new.yaml"}));
    m_document->undoStack()->redo();
    QCOMPARE(names(), QStringList({"api.yaml", "new-2.yaml", "new.yaml"}));
    m_document->undoStack()->undo();
    QCOMPARE(names(), QStringList({"api.yaml", "new.yaml"}));
    QCOMPARE(read(QStringLiteral("new.yaml")), policyText(2));
}

void NewFilesTest::thousandsCome()
{
    constexpr int kFiles = 1500;
    QSignalSpy came(m_document.get(), &Document::filesCame);
    manyFiles(m_folder->path(), kFiles);
    QTRY_COMPARE_WITH_TIMEOUT(names().size(), kFiles + 1, 60'000);
    QTRY_VERIFY(!m_document->isBehind());
    Document anew;
    QVERIFY(anew.open({m_folder->path()}).empty());
    QVERIFY(m_document->graph().nodes == anew.graph().nodes);
    QVERIFY(m_document->graph().arrows == anew.graph().arrows);
    int told = 0;
    for (const QList<QVariant> &one : came)
        told += int(one[0].toStringList().size());
    QCOMPARE(told, kFiles);
}

void NewFilesTest::isSaid()
{
    MainWindow window;
    window.show();
    window.openPaths({m_folder->path()});
    QTRY_COMPARE(window.document().files().size(), std::size_t(1));
    write(QStringLiteral("p1.yaml"), policyText(1));
    QTRY_COMPARE(window.document().files().size(), std::size_t(2));
    QCOMPARE(window.statusBar()->currentMessage(),
             QStringLiteral("p1.yaml is new in the folder, and is open now."));
}

QTEST_MAIN(NewFilesTest)
#include "tst_new_files.moc"
