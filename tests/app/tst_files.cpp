#include "document_fixture.h"
#include "graph/graph.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace drawbridge;

namespace {

QByteArray policyOf(const QByteArray &name)
{
    QByteArray text = kPolicy;
    return text.replace("api", name).replace(name + "Version", "apiVersion");
}

std::optional<Code> codeOf(const std::optional<Failure> &failure)
{
    return failure ? std::optional(failure->code) : std::nullopt;
}

} // namespace

/// Files on disk and the open workspace: nothing is lost, overwritten unseen or half read.
class FilesTest : public DocumentFixture
{
    Q_OBJECT

private slots:
    void init() { openPolicy(); }
    void cleanup() { closeAll(); }

    void followsTheDisk();
    void asksOnceWhereBothChanged();
    void noticesAFileThatIsGone();
    void revertIsAnUndoStep();
    void savesNothingOverAChangeOnDisk();
    void savesOnlyWhatChanged();
    void savesAllOrNone();
    void whatCannotBeSavedThroughALinkIsTold();
    void aFileThatIsGoneIsNotSavedUnasked();
    void stalePlansAreNotPushed();
    void sideFileGoesWithTheFile();
    void sideFileStaysBesideItsFile();
    void foreignSideFileIsLeftAlone();
    void sideFileChangedByAnother();
    void sideFileMadeByAnother();
    void savingAsLeavesTheFoldersSideFile();
    void savingAsMayChangeWhatCounts();
    void folderKeepsItsSideFileInside();
    void badFileAmongGoodOnes_data();
    void badFileAmongGoodOnes();
    void nothingToOpenKeepsTheWorkspace();

private:
    QByteArray bytes(FileId id) const
    {
        return QByteArray::fromStdString(m_document->workspace().file(id).bytes());
    }
};

void FilesTest::followsTheDisk()
{
    const QByteArray theirs = "# theirs\n" + kPolicy;
    write(QStringLiteral("api.yaml"), theirs);
    QTRY_COMPARE(bytes(only()), theirs);
    QVERIFY(!m_document->isModified());
    QCOMPARE(m_document->undoStack()->index(), 1);
    m_document->undoStack()->undo();
    QCOMPARE(bytes(only()), kPolicy);
    QVERIFY(m_document->isModified()); // the disk holds theirs
}

void FilesTest::asksOnceWhereBothChanged()
{
    QSignalSpy asked(m_document.get(), &Document::diskChanged);
    type("# mine\n");
    write(QStringLiteral("api.yaml"), "# theirs\n" + kPolicy);
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(bytes(only()), "# mine\n" + kPolicy);
    QVERIFY(m_document->file(only()).changedOnDisk);
    write(QStringLiteral("other.txt"), "the folder changed, the file did not");
    QTest::qWait(400);
    QCOMPARE(asked.size(), 1);
    write(QStringLiteral("api.yaml"), "# theirs again\n" + kPolicy);
    QTRY_COMPARE(asked.size(), 2);
}

void FilesTest::noticesAFileThatIsGone()
{
    QVERIFY(QFile::remove(path(QStringLiteral("api.yaml"))));
    QTRY_VERIFY(m_document->file(only()).changedOnDisk);
    QCOMPARE(bytes(only()), kPolicy);
}

void FilesTest::revertIsAnUndoStep()
{
    type("# mine\n");
    QVERIFY(!m_document->revert(only()));
    QCOMPARE(bytes(only()), kPolicy);
    QVERIFY(!m_document->isModified());
    QCOMPARE(m_document->undoStack()->index(), 2);
    m_document->undoStack()->undo();
    QCOMPARE(bytes(only()), "# mine\n" + kPolicy);
}

void FilesTest::savesNothingOverAChangeOnDisk()
{
    type("# mine\n");
    const QByteArray theirs = "# theirs\n" + kPolicy;
    write(QStringLiteral("api.yaml"), theirs);
    QCOMPARE(codeOf(m_document->save(only())), Code::SaveConflict);
    QCOMPARE(read(QStringLiteral("api.yaml")), theirs);
    QVERIFY(!m_document->save(only(), SeenOnDisk::at(path(QStringLiteral("api.yaml")))));
    QCOMPARE(read(QStringLiteral("api.yaml")), "# mine\n" + kPolicy);
}

void FilesTest::savesOnlyWhatChanged()
{
    write(QStringLiteral("web.yaml"), policyOf("web"));
    QVERIFY(m_document->open({m_folder->path()}).empty());
    const QDateTime before = QFileInfo(path(QStringLiteral("web.yaml"))).lastModified();
    QTest::qWait(20);
    type("# mine\n");
    QVERIFY(m_document->saveAll().empty());
    QCOMPARE(read(QStringLiteral("api.yaml")), "# mine\n" + kPolicy);
    QCOMPARE(QFileInfo(path(QStringLiteral("web.yaml"))).lastModified(), before);
    QVERIFY(!QFile::exists(path(QStringLiteral(".drawbridge.json")))); // nothing was moved
}

void FilesTest::savesAllOrNone()
{
    write(QStringLiteral("web.yaml"), policyOf("web"));
    QVERIFY(m_document->open({m_folder->path()}).empty());
    moveNode(300);
    Change change;
    for (FileId id : m_document->workspace().files())
        change.patches.push_back({id, {{{0, 0}, "# mine\n"}}});
    m_document->push(std::move(change));
    const QByteArray theirs = "# theirs\n" + policyOf("web");
    write(QStringLiteral("web.yaml"), theirs);
    const auto failures = m_document->saveAll();
    QCOMPARE(failures.size(), std::size_t(1));
    QCOMPARE(failures.front().code, Code::SaveConflict);
    QCOMPARE(read(QStringLiteral("api.yaml")), kPolicy);
    QCOMPARE(read(QStringLiteral("web.yaml")), theirs);
    QVERIFY(!QFile::exists(path(QStringLiteral(".drawbridge.json"))));
    write(QStringLiteral("web.yaml"), policyOf("web"));
    QVERIFY(m_document->saveAll().empty());
    QVERIFY(!m_document->isModified());
    QCOMPARE(read(QStringLiteral("api.yaml")), "# mine\n" + kPolicy);
    QCOMPARE(read(QStringLiteral("web.yaml")), "# mine\n" + policyOf("web"));
    QVERIFY(read(QStringLiteral(".drawbridge.json")).contains("300"));
}

void FilesTest::whatCannotBeSavedThroughALinkIsTold()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("real")));
    write(QStringLiteral("real/api.yaml"), kPolicy);
    QVERIFY(QFile::link(QStringLiteral("real"), path(QStringLiteral("link"))));
    QVERIFY(m_document->open({path(QStringLiteral("link"))}).empty());
    type("# mine\n");
    QVERIFY(QFile::remove(path(QStringLiteral("real/api.yaml"))));
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("real/api.yaml")));
    const auto failures = m_document->saveAll();
    QCOMPARE(failures.size(), std::size_t(1));
    QCOMPARE(failures.front().code, Code::NotARegularFile);
    QVERIFY(failures.front().arguments.front().find("/link/") != std::string::npos);
    QVERIFY(m_document->isModified());
}

void FilesTest::aFileThatIsGoneIsNotSavedUnasked()
{
    QVERIFY(QFile::remove(path(QStringLiteral("api.yaml"))));
    m_document->checkDisk();
    QCOMPARE(codeOf(m_document->save(only())), Code::SaveConflict);
    QVERIFY(!m_document->save(only(), SeenOnDisk::at(path(QStringLiteral("api.yaml")))));
    QCOMPARE(read(QStringLiteral("api.yaml")), kPolicy);
}

void FilesTest::stalePlansAreNotPushed()
{
    const auto plan = m_document->plan(edit::AddService{"shop", "web", "app", {}});
    QVERIFY(plan.isOk());
    type("# typed while a question was open\n");
    const QByteArray before = bytes(only());
    QVERIFY(!m_document->push(*plan, QStringLiteral("Add")));
    QCOMPARE(bytes(only()), before);
}

void FilesTest::sideFileGoesWithTheFile()
{
    moveNode(300);
    QCOMPARE(read(QStringLiteral("api.yaml")), kPolicy);
    QVERIFY(!m_document->save(only()));
    const QByteArray side = read(QStringLiteral("api.yaml.drawbridge.json"));
    QVERIFY(side.contains("300"));
    QVERIFY(!m_document->saveAs(only(), path(QStringLiteral("copy.yaml"))));
    QCOMPARE(read(QStringLiteral("copy.yaml.drawbridge.json")), side);
    Document again;
    QVERIFY(again.open({path(QStringLiteral("copy.yaml"))}).empty());
    QCOMPARE(again.side(), m_document->side());
}

/// A file that comes before it in path order does not take the layout away.
void FilesTest::sideFileStaysBesideItsFile()
{
    moveNode(320);
    QVERIFY(!m_document->saveLayout());
    const QString side = path(QStringLiteral("api.yaml.drawbridge.json"));
    QCOMPARE(m_document->sidePath(), side);
    const QByteArray saved = read(QStringLiteral("api.yaml.drawbridge.json"));

    Change change;
    change.newFiles.push_back(
        {path(QStringLiteral("a.yaml")).toStdString(), policyOf("a").toStdString()});
    m_document->push(std::move(change));
    const FileId fresh =
        m_document->workspace().fileAt(path(QStringLiteral("a.yaml")).toStdString());
    QVERIFY(fresh.isValid());
    QVERIFY(!m_document->saveAs(fresh, path(QStringLiteral("a.yaml"))));
    QCOMPARE(m_document->sidePath(), side);
    moveNode(640);
    QVERIFY(!m_document->saveLayout());
    QVERIFY(read(QStringLiteral("api.yaml.drawbridge.json")) != saved);
    QVERIFY(!QFile::exists(path(QStringLiteral("a.yaml.drawbridge.json"))));

    Document again;
    QVERIFY(again.open({path(QStringLiteral("a.yaml")), path(QStringLiteral("api.yaml"))}).empty());
    QCOMPARE(again.sidePath(), side);
    QVERIFY(again.side().placement == m_document->side().placement);
}

void FilesTest::foreignSideFileIsLeftAlone()
{
    const QByteArray newer = "{\"version\": 99, \"notes\": [\"of a later version\"]}\n";
    write(QStringLiteral("api.yaml.drawbridge.json"), newer);
    const auto failures = m_document->open({path(QStringLiteral("api.yaml"))});
    QCOMPARE(failures.size(), std::size_t(1));
    QCOMPARE(failures.front().code, Code::SideFileUnknown);
    moveNode(300);
    type("# mine\n");
    QVERIFY(!m_document->save(only())); // it was told when the file was opened
    QVERIFY(!m_document->isModified());
    QCOMPARE(read(QStringLiteral("api.yaml")), "# mine\n" + kPolicy); // the policies are saved
    QCOMPARE(read(QStringLiteral("api.yaml.drawbridge.json")), newer);
}

void FilesTest::sideFileChangedByAnother()
{
    moveNode(300);
    QVERIFY(!m_document->save(only()));
    SideState theirs = m_document->side();
    theirs.collapsed.insert("frame:shop");
    write(QStringLiteral("api.yaml.drawbridge.json"), sideFileBytes(theirs));
    moveNode(500);
    QCOMPARE(codeOf(m_document->save(only())), Code::SaveConflict);
    QCOMPARE(read(QStringLiteral("api.yaml.drawbridge.json")), sideFileBytes(theirs));
    const SideState mine = m_document->side();
    QVERIFY(!m_document->reloadLayout());
    QCOMPARE(m_document->side(), theirs);
    QVERIFY(!m_document->isModified());
    m_document->undoStack()->undo();
    QCOMPARE(m_document->side(), mine);
    QVERIFY(
        !m_document->saveLayout(SeenOnDisk::at(path(QStringLiteral("api.yaml.drawbridge.json")))));
    QCOMPARE(read(QStringLiteral("api.yaml.drawbridge.json")), sideFileBytes(mine));
}

void FilesTest::sideFileMadeByAnother()
{
    moveNode(300);
    write(QStringLiteral("api.yaml.drawbridge.json"), sideFileBytes({}));
    QCOMPARE(codeOf(m_document->save(only())), Code::SaveConflict);
    QCOMPARE(read(QStringLiteral("api.yaml.drawbridge.json")), sideFileBytes({}));
}

/// Saving one file under another name says nothing about the layout of the folder.
void FilesTest::savingAsLeavesTheFoldersSideFile()
{
    QVERIFY(m_document->open({m_folder->path()}).empty());
    SideState theirs;
    theirs.collapsed.insert("frame:shop");
    write(QStringLiteral(".drawbridge.json"), sideFileBytes(theirs));
    QVERIFY(!m_document->saveAs(only(), path(QStringLiteral("copy.yaml"))));
    QCOMPARE(read(QStringLiteral(".drawbridge.json")), sideFileBytes(theirs));
}

/// Of two objects with one name the last in path order counts.
void FilesTest::savingAsMayChangeWhatCounts()
{
    write(QStringLiteral("b.yaml"), policyOf("api").replace("app: api", "app: other"));
    QVERIFY(m_document->open({m_folder->path()}).empty());
    QVERIFY(m_document->graph().node("shop/{app=other}"));
    QVERIFY(!m_document->graph().node("shop/{app=api}"));
    QVERIFY(!m_document->saveAs(only(), path(QStringLiteral("z.yaml"))));
    QVERIFY(m_document->graph().node("shop/{app=api}"));
    QVERIFY(!m_document->graph().node("shop/{app=other}"));
}

void FilesTest::folderKeepsItsSideFileInside()
{
    QVERIFY(m_document->open({m_folder->path()}).empty());
    moveNode(300);
    QVERIFY(m_document->saveAll().empty());
    QVERIFY(read(QStringLiteral(".drawbridge.json")).contains("300"));
    QVERIFY(!m_document->isModified());
}

void FilesTest::badFileAmongGoodOnes_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<Code>("code");
    QTest::newRow("not UTF-8") << QByteArray("a: caf\xe9\n") << Code::InvalidUtf8;
    QTest::newRow("one comma") << QByteArray(",") << Code::ContentAfterDocument;
    QTest::newRow("broken document") << "kind: [\n---\n" + policyOf("worker") << Code::YamlSyntax;
    QTest::newRow("refused policy")
        << policyOf("worker").replace("[Ingress]", "[Sideways]") << Code::UnsupportedValue;
}

/// One clear diagnostic with its place; the rest goes on working, and no byte changes.
void FilesTest::badFileAmongGoodOnes()
{
    QFETCH(QByteArray, bad);
    QFETCH(Code, code);
    write(QStringLiteral("bad.yaml"), bad);
    QVERIFY(m_document->open({m_folder->path()}).empty());
    QCOMPARE(m_document->files().size(), std::size_t(2));
    const FileId badId =
        m_document->workspace().fileAt(path(QStringLiteral("bad.yaml")).toStdString());
    int told = 0;
    for (const Diagnostic &diagnostic : m_document->diagnostics())
        told += diagnostic.place.file == badId && diagnostic.code == code &&
                diagnostic.severity == Severity::Error;
    QCOMPARE(told, 1);
    QVERIFY(m_document->graph().node("shop/{app=api}"));
    QVERIFY(m_document->plan(edit::AddService{"shop", "web", "app", {}}).isOk());
    QCOMPARE(bytes(badId), bad);
    if (bad.contains("worker")) // drawn also behind a broken document, and though it is refused
        QVERIFY(m_document->graph().node("shop/{app=worker}"));
}

void FilesTest::nothingToOpenKeepsTheWorkspace()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("empty")));
    const auto failures = m_document->open({path(QStringLiteral("empty"))});
    QCOMPARE(failures.size(), std::size_t(1));
    QCOMPARE(failures.front().code, Code::NothingToRead);
    QCOMPARE(bytes(only()), kPolicy);
}

QTEST_GUILESS_MAIN(FilesTest)
#include "tst_files.moc"
