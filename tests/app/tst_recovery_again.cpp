#include "document/document.h"
#include "document/journal.h"
#include "document/session.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace drawbridge;

namespace {

QByteArray policyOf(const char *name)
{
    return QByteArray("---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: "
                      "{name: ") +
           name + ", namespace: shop}\nspec: {podSelector: {matchLabels: {app: " + name + "}}}\n";
}

const QByteArray kPolicy = policyOf("api") + policyOf("web") + policyOf("jobs");

/// What is known of the document after the program ended.
Unsaved left(const Document &document)
{
    JournalFault fault{};
    const auto journal =
        readJournal(journalBytes({QDateTime::currentDateTimeUtc(), document.unsaved()}), fault);
    return journal ? journal->unsaved : Unsaved();
}

FileId firstOf(const Document &document)
{
    return document.workspace().files().front();
}

QByteArray bytesOf(const Document &document)
{
    return QByteArray::fromStdString(document.workspace().file(firstOf(document)).bytes());
}

void type(Document &document, const QByteArray &text)
{
    Change change;
    change.patches.push_back({firstOf(document), {{{0, 0}, text.toStdString()}}});
    change.label = QStringLiteral("Type");
    document.push(std::move(change));
}

void moveNode(Document &document, double x)
{
    Change change;
    change.side = document.side();
    change.side->placement[document.graph().nodes.front().key] = {x, 40};
    change.label = QStringLiteral("Move");
    document.push(std::move(change));
}

bool isConflict(const std::optional<Failure> &failure)
{
    return failure && failure->code == Code::SaveConflict;
}

} // namespace

/// Restoring goes on where the program ended: what was asked is asked again, and nothing else is.
class RecoveryAgainTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();

    void aSecondCrashIsNoAnswer();
    void norForTheLayout();
    void aSketchComesWithItsLayout();
    void whatNobodyPlacedStaysWhereItWas();
    void theSketchToo();
    void theFolderKeepsItsLayout();
    void twoFoldersHaveNone();
    void theDeadHaveNothingOpen();
    void whatIsMadeAfterUndoingIsNoConflict();
    void norIsTheLayout();
    void norWhatIsMadeAfterReloading();
    void redoingIsOne();

private:
    QString path(const QString &name = QStringLiteral("api.yaml")) const
    {
        return m_folder->filePath(name);
    }
    QString sidePath() const { return path(QStringLiteral("api.yaml.drawbridge.json")); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QByteArray read(const QString &name) const
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void open(Document &document) { QVERIFY(document.open({path()}).empty()); }
    /// Ours was made from what the disk had before theirs.
    void restoreContested(Document &document)
    {
        Document before;
        open(before);
        type(before, "# ours\n");
        write(path(), "# theirs\n" + kPolicy);
        document.restore(left(before));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void RecoveryAgainTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(path(), kPolicy);
}

void RecoveryAgainTest::aSecondCrashIsNoAnswer()
{
    Document first;
    restoreContested(first);
    Document second;
    second.restore(left(first));
    Document third;
    third.restore(left(second));
    QCOMPARE(bytesOf(third), "# ours\n" + kPolicy);
    QVERIFY(third.file(firstOf(third)).changedOnDisk);
    QVERIFY(isConflict(third.save(firstOf(third))));
    QCOMPARE(third.saveAll().size(), std::size_t(1));
    QCOMPARE(read(path()), "# theirs\n" + kPolicy);
    QVERIFY(!third.save(firstOf(third), SeenOnDisk::at(path())));
    type(third, "# more\n"); // what was answered is not asked again
    Document fourth;
    fourth.restore(left(third));
    QVERIFY(!fourth.save(firstOf(fourth)));
    QCOMPARE(read(path()), "# more\n# ours\n" + kPolicy);
}

void RecoveryAgainTest::norForTheLayout()
{
    Document first;
    open(first);
    moveNode(first, 300);
    QVERIFY(!first.saveLayout());
    moveNode(first, 500);
    const QByteArray theirs = sideFileBytes({});
    write(sidePath(), theirs);
    Document second;
    second.restore(left(first));
    Document third;
    third.restore(left(second));
    QVERIFY(isConflict(third.saveLayout()));
    QCOMPARE(read(sidePath()), theirs);
    QVERIFY(!third.saveLayout(SeenOnDisk::at(sidePath())));
    QVERIFY(read(sidePath()) != theirs);
}

void RecoveryAgainTest::aSketchComesWithItsLayout()
{
    Document before;
    before.startUntitled(kPolicy);
    QVERIFY(before.unsaved().isEmpty());
    moveNode(before, 300);
    Document again;
    again.restore(left(before));
    QCOMPARE(again.files().size(), std::size_t(1));
    QCOMPARE(bytesOf(again), kPolicy);
    QCOMPARE(again.side(), before.side());
    QVERIFY(!again.files().front().isModified);
    again.undoStack()->undo();
    QCOMPARE(bytesOf(again), kPolicy);
    QVERIFY(!again.isModified());
}

void RecoveryAgainTest::whatNobodyPlacedStaysWhereItWas()
{
    Document first;
    open(first);
    moveNode(first, 300);
    QVERIFY(!first.saveLayout());
    auto side = readSideFile(read(sidePath()));
    QVERIFY(side && side->automatic.size() > 1);
    side->automatic.rbegin()->second.y += 400.25; // where no layouter puts it
    write(sidePath(), sideFileBytes(*side));
    Document before;
    open(before);
    type(before, "# ours\n");
    QCOMPARE(before.placement().at(side->automatic.rbegin()->first).y,
             side->automatic.rbegin()->second.y);
    Document again;
    again.restore(left(before));
    QVERIFY(again.placement() == before.placement());
    moveNode(before, 500);
    Document third;
    third.restore(left(before));
    QVERIFY(third.placement() == before.placement());
}

void RecoveryAgainTest::theSketchToo()
{
    SideState side;
    Document before;
    before.startUntitled(kPolicy);
    side.automatic = before.placement();
    side.automatic.begin()->second.y += 400.25;
    before.startUntitled(kPolicy, side);
    moveNode(before, 300);
    Document again;
    again.restore(left(before));
    QVERIFY(again.placement() == before.placement());
}

void RecoveryAgainTest::theFolderKeepsItsLayout()
{
    const QString folder = path(QStringLiteral("all"));
    QVERIFY(QDir().mkpath(folder));
    write(folder + QStringLiteral("/a.yaml"), policyOf("a"));
    write(folder + QStringLiteral("/b.yaml"), policyOf("b"));
    Document before;
    QVERIFY(before.open({folder}).empty());
    QVERIFY(!before.saveAs(before.workspace().files().back(), path(QStringLiteral("out.yaml"))));
    QCOMPARE(before.roots(), QStringList({folder, path(QStringLiteral("out.yaml"))}));
    moveNode(before, 300);
    Document again;
    again.restore(left(before));
    QCOMPARE(again.roots(), before.roots());
    QCOMPARE(again.sidePath(), folder + QStringLiteral("/.drawbridge.json"));
    QVERIFY(!again.saveLayout());
    QVERIFY(QFile::exists(folder + QStringLiteral("/.drawbridge.json")));
}

/// One that was opened with a file in it has no layout of its own, nor gets one.
void RecoveryAgainTest::twoFoldersHaveNone()
{
    Document before;
    QVERIFY(before.open({m_folder->path(), path()}).empty());
    QCOMPARE(before.roots(), QStringList{m_folder->path()});
    moveNode(before, 300);
    Document again;
    again.restore(left(before));
    QCOMPARE(again.sidePath(), before.sidePath());
}

void RecoveryAgainTest::theDeadHaveNothingOpen()
{
    const QString state = path(QStringLiteral("state"));
    Document document;
    open(document);
    type(document, "# ours\n");
    auto dead = std::make_unique<Session>(state);
    dead->setOpen({path()});
    QVERIFY(!dead->keep(document.unsaved()));
    Session living(state);
    QCOMPARE(living.openElsewhere({path()}).size(), 1);
    dead.reset();
    const Session::Found found = living.leftBehind(); // somebody looks at it
    QCOMPARE(found.journals.size(), std::size_t(1));
    QVERIFY(living.openElsewhere({path()}).empty());
    QVERIFY(Session(state).openElsewhere({path()}).empty());
}

void RecoveryAgainTest::whatIsMadeAfterUndoingIsNoConflict()
{
    Document document;
    restoreContested(document);
    document.undoStack()->undo();
    type(document, "# new\n");
    QVERIFY(!document.file(firstOf(document)).changedOnDisk);
    QVERIFY(!document.save(firstOf(document)));
    QCOMPARE(read(path()), "# new\n# theirs\n" + kPolicy);
}

void RecoveryAgainTest::norIsTheLayout()
{
    Document before;
    open(before);
    moveNode(before, 300);
    write(sidePath(), sideFileBytes({}));
    Document again;
    again.restore(left(before));
    QVERIFY(isConflict(again.saveLayout()));
    again.undoStack()->undo();
    again.undoStack()->redo();
    QVERIFY(isConflict(again.saveLayout()));
    again.undoStack()->undo();
    moveNode(again, 700);
    QVERIFY(!again.saveLayout());
}

void RecoveryAgainTest::norWhatIsMadeAfterReloading()
{
    Document document;
    restoreContested(document);
    document.undoStack()->undo();
    write(path(), "# theirs, and more\n" + kPolicy);
    document.checkDisk();
    QCOMPARE(bytesOf(document), "# theirs, and more\n" + kPolicy);
    type(document, "# new\n");
    QVERIFY(!document.save(firstOf(document)));
}

void RecoveryAgainTest::redoingIsOne()
{
    Document document;
    restoreContested(document);
    type(document, "# new\n");
    QVERIFY(isConflict(document.save(firstOf(document))));
    document.undoStack()->undo();
    document.undoStack()->undo();
    QVERIFY(!document.save(firstOf(document)));
    document.undoStack()->redo();
    QVERIFY(document.file(firstOf(document)).changedOnDisk);
    QVERIFY(isConflict(document.save(firstOf(document))));
    QCOMPARE(read(path()), "# theirs\n" + kPolicy);
}

QTEST_GUILESS_MAIN(RecoveryAgainTest)
#include "tst_recovery_again.moc"
