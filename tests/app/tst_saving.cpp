#include "document/safe_save.h"
#include "document_fixture.h"
#include "support/cases.h"
#include "support/text_corpus.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <map>
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

/// As where the folder cannot be synced.
SaveOutcome saveWithoutConfirming(const std::vector<SaveRequest> &requests)
{
    SaveOutcome outcome = saveTogether(requests);
    outcome.fail(0, {Code::SaveUnconfirmed, {requests.front().path.toStdString(), "a test"}});
    return outcome;
}

} // namespace

/// What is saved is what is open, over what was read or seen and over nothing else, and what may
/// not be on the disk counts as unsaved.
class SavingTest : public DocumentFixture
{
    Q_OBJECT

private slots:
    void init() { openPolicy(); }
    void cleanup() { closeAll(); }

    void whatIsSavedIsWhatWasOpened();
    void savingAsOverAnOpenFileIsRefused();
    void onlyWhatWasSeenIsOverwritten();
    void whatMayNotLastStaysUnsaved();
    void whatWasMadeOnceMoreIsNoConflict();
    void sideFileAtAnotherPathIsNotOverwritten();
    void sideFileOfANewFileIsNotOverwritten();
    void sideFileThatMovedAlongIsKnown();
    void layoutThatMayNotLastStaysUnsaved();
    void conflictOfALayoutStaysWhereItWas();
    void whatCannotBeReadIsNotOverwritten();
    void revertedSketchIsNotModified();

private:
    QByteArray bytes(FileId id) const
    {
        return QByteArray::fromStdString(m_document->workspace().file(id).bytes());
    }
};

/// R5, as far as the disk: every sample is written with a comment more, and as it was.
void SavingTest::whatIsSavedIsWhatWasOpened()
{
    constexpr std::size_t kAtOnce = 100;
    const QByteArray comment = "\n# mine\n";
    const std::vector<test::Sample> &samples = test::textSamples();
    int written = 0;
    for (std::size_t begin = 0; begin < samples.size(); begin += kAtOnce) {
        const QTemporaryDir folder;
        QStringList paths;
        std::map<QString, QByteArray> first;
        for (std::size_t i = begin; i < std::min(begin + kAtOnce, samples.size()); ++i) {
            const bool isJson = samples[i].path.ends_with(".json");
            const QString path = folder.filePath(QStringLiteral("%1.%2").arg(i).arg(
                isJson ? QStringLiteral("json") : QStringLiteral("yaml")));
            paths += path;
            first[path] = QByteArray::fromStdString(samples[i].bytes);
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(first[path]), first[path].size());
        }
        static_cast<void>(m_document->open(paths)); // some are no text
        Change change;
        for (const FileId id : m_document->workspace().files()) {
            const std::size_t end = m_document->workspace().file(id).bytes().size();
            change.patches.push_back({id, {{{end, end}, comment.toStdString()}}});
        }
        m_document->push(std::move(change));
        const std::vector<FileId> open = m_document->workspace().files();
        for (const bool isUndone : {false, true}) {
            if (isUndone)
                m_document->undoStack()->undo();
            QCOMPARE(m_document->saveAll().size(), std::size_t(0));
            for (const FileId id : open) {
                const QString path = m_document->file(id).path;
                QFile file(path);
                QVERIFY(file.open(QIODevice::ReadOnly));
                QVERIFY2(file.readAll() == first.at(path) + (isUndone ? QByteArray() : comment),
                         samples[QFileInfo(path).baseName().toUInt()].path.c_str());
                written += isUndone;
            }
        }
    }
    qInfo("%d of %zu samples written twice", written, samples.size());
    QVERIFY(written * 10 >= int(samples.size()) * 9);
    QVERIFY(written >= 300 || !test::hasShared());
}

/// Two open files at one path could never be told apart again.
void SavingTest::savingAsOverAnOpenFileIsRefused()
{
    write(QStringLiteral("web.yaml"), policyOf("web"));
    QVERIFY(QFile::link(path(QStringLiteral("web.yaml")), path(QStringLiteral("link.yaml"))));
    QVERIFY(m_document->open({path(QStringLiteral("api.yaml")), path(QStringLiteral("web.yaml"))})
                .empty());
    const FileId api =
        m_document->workspace().fileAt(path(QStringLiteral("api.yaml")).toStdString());
    for (const char *name : {"web.yaml", "./web.yaml", "link.yaml"}) {
        QCOMPARE(codeOf(m_document->saveAs(api, path(QLatin1String(name)), true)),
                 Code::FileIsOpen);
        QCOMPARE(read(QStringLiteral("web.yaml")), policyOf("web"));
        QCOMPARE(m_document->file(api).path, path(QStringLiteral("api.yaml")));
    }
    QVERIFY(!m_document->saveAs(api, path(QStringLiteral("api.yaml"))));
    QVERIFY(!m_document->saveAs(api, path(QStringLiteral("other.yaml"))));
}

/// What came while the user was asked was not asked about.
void SavingTest::onlyWhatWasSeenIsOverwritten()
{
    const QString file = path(QStringLiteral("api.yaml"));
    type("# mine\n");
    write(QStringLiteral("api.yaml"), "# first\n" + kPolicy);
    const SeenOnDisk seen = SeenOnDisk::at(file);
    write(QStringLiteral("api.yaml"), "# second\n" + kPolicy);
    QCOMPARE(codeOf(m_document->save(only(), seen)), Code::SaveConflict);
    QCOMPARE(read(QStringLiteral("api.yaml")), "# second\n" + kPolicy);
    QVERIFY(QFile::remove(file));
    const SeenOnDisk gone = SeenOnDisk::at(file);
    write(QStringLiteral("api.yaml"), "# third\n" + kPolicy);
    QCOMPARE(codeOf(m_document->save(only(), gone)), Code::SaveConflict);
    QCOMPARE(read(QStringLiteral("api.yaml")), "# third\n" + kPolicy);
    QVERIFY(!m_document->save(only(), SeenOnDisk::at(file)));
    QCOMPARE(read(QStringLiteral("api.yaml")), "# mine\n" + kPolicy);

    const QString side = path(QStringLiteral("api.yaml.drawbridge.json"));
    moveNode(300);
    write(QStringLiteral("api.yaml.drawbridge.json"), sideFileBytes({}));
    const SeenOnDisk theirs = SeenOnDisk::at(side);
    SideState newer;
    newer.collapsed.insert("frame:shop");
    write(QStringLiteral("api.yaml.drawbridge.json"), sideFileBytes(newer));
    QCOMPARE(codeOf(m_document->saveLayout(theirs)), Code::SaveConflict);
    QCOMPARE(read(QStringLiteral("api.yaml.drawbridge.json")), sideFileBytes(newer));
}

/// The disk holds what was undone since: nobody may take that for saved.
void SavingTest::whatMayNotLastStaysUnsaved()
{
    m_document->setWriter(saveWithoutConfirming);
    type("# mine\n");
    QCOMPARE(codeOf(m_document->save(only())), Code::SaveUnconfirmed);
    m_document->setWriter({});
    QCOMPARE(read(QStringLiteral("api.yaml")), "# mine\n" + kPolicy);
    m_document->undoStack()->undo();
    QVERIFY(m_document->isModified());
    m_document->checkDisk();
    QVERIFY(m_document->isModified());
    QVERIFY(!m_document->save(only()));
    QCOMPARE(read(QStringLiteral("api.yaml")), kPolicy);
    QVERIFY(!m_document->isModified());

    m_document->setWriter(saveWithoutConfirming);
    type("# mine\n");
    QCOMPARE(codeOf(m_document->save(only())), Code::SaveUnconfirmed);
    m_document->setWriter({});
    m_document->undoStack()->undo();
    write(QStringLiteral("api.yaml"), kPolicy); // as after a disk that lost it
    m_document->lookAtDisk();
    QTRY_VERIFY(!m_document->isModified());
}

/// Saved, undone and redone, a new file is on the disk as it is here.
void SavingTest::whatWasMadeOnceMoreIsNoConflict()
{
    const QString file = path(QStringLiteral("a.yaml"));
    Change change;
    change.newFiles.push_back({file.toStdString(), policyOf("a").toStdString()});
    m_document->push(std::move(change));
    QVERIFY(m_document->saveAll().empty());
    m_document->undoStack()->undo();
    m_document->undoStack()->redo();
    m_document->checkDisk();
    const FileId again = m_document->workspace().fileAt(file.toStdString());
    QVERIFY(!m_document->file(again).changedOnDisk);
    QVERIFY(!m_document->isModified());
    m_document->undoStack()->undo();
    m_document->undoStack()->redo();
    QVERIFY(m_document->saveAll().empty());
    QVERIFY(!m_document->isModified());

    m_document->undoStack()->undo();
    write(QStringLiteral("a.yaml"), policyOf("b"));
    m_document->undoStack()->redo();
    const FileId id = m_document->workspace().fileAt(file.toStdString());
    QCOMPARE(codeOf(m_document->save(id)), Code::SaveConflict);
    QVERIFY(!m_document->revert(id));
    QCOMPARE(bytes(id), policyOf("b"));
    QVERIFY(!m_document->isModified());
}

void SavingTest::sideFileAtAnotherPathIsNotOverwritten()
{
    SideState theirs;
    theirs.collapsed.insert("frame:shop");
    write(QStringLiteral("other.yaml"), policyOf("other"));
    write(QStringLiteral("other.yaml.drawbridge.json"), sideFileBytes(theirs));
    moveNode(300);
    QVERIFY(!m_document->saveAs(only(), path(QStringLiteral("other.yaml"))));
    QCOMPARE(read(QStringLiteral("other.yaml")), kPolicy);
    QCOMPARE(read(QStringLiteral("other.yaml.drawbridge.json")), sideFileBytes(theirs));
    QVERIFY(m_document->isSideModified());
    QCOMPARE(codeOf(m_document->save(only())), Code::SaveConflict);
    QCOMPARE(read(QStringLiteral("other.yaml.drawbridge.json")), sideFileBytes(theirs));
    QVERIFY(!m_document->saveLayout(
        SeenOnDisk::at(path(QStringLiteral("other.yaml.drawbridge.json")))));
    QVERIFY(read(QStringLiteral("other.yaml.drawbridge.json")).contains("300"));
}

/// It comes before the others in path order, and so does its layout.
void SavingTest::sideFileOfANewFileIsNotOverwritten()
{
    const QDir folder(m_folder->path());
    QVERIFY(folder.mkdir(QStringLiteral("x")) && folder.mkdir(QStringLiteral("y")));
    write(QStringLiteral("x/api.yaml"), kPolicy);
    write(QStringLiteral("y/web.yaml"), policyOf("web"));
    QVERIFY(m_document->open({path(QStringLiteral("x")), path(QStringLiteral("y"))}).empty());
    m_document->lookAtDisk(); // as the window does
    QTest::qWait(100);
    SideState theirs;
    theirs.collapsed.insert("frame:shop");
    write(QStringLiteral("x/0.yaml.drawbridge.json"), sideFileBytes(theirs));
    write(QStringLiteral("x/0.yaml"), policyOf("first"));
    QTRY_COMPARE(m_document->files().size(), std::size_t(3));
    QCOMPARE(m_document->sidePath(), path(QStringLiteral("x/0.yaml.drawbridge.json")));
    moveNode(300);
    QCOMPARE(m_document->saveAll().size(), std::size_t(1));
    QCOMPARE(read(QStringLiteral("x/0.yaml.drawbridge.json")), sideFileBytes(theirs));
}

/// Others renamed a file with its layout: that is the one that was read.
void SavingTest::sideFileThatMovedAlongIsKnown()
{
    const QDir folder(m_folder->path());
    QVERIFY(folder.mkdir(QStringLiteral("x")) && folder.mkdir(QStringLiteral("y")));
    write(QStringLiteral("x/api.yaml"), kPolicy);
    SideState side;
    side.collapsed.insert("frame:shop");
    write(QStringLiteral("x/api.yaml.drawbridge.json"), sideFileBytes(side));
    write(QStringLiteral("y/web.yaml"), policyOf("web"));
    QVERIFY(m_document->open({path(QStringLiteral("x")), path(QStringLiteral("y"))}).empty());
    QCOMPARE(m_document->side(), side);
    m_document->lookAtDisk();
    QTest::qWait(100);
    moveNode(300);
    QVERIFY(QDir(path(QStringLiteral("x")))
                .rename("api.yaml.drawbridge.json", "b.yaml.drawbridge.json"));
    QVERIFY(QDir(path(QStringLiteral("x"))).rename("api.yaml", "b.yaml"));
    QTRY_COMPARE(m_document->sidePath(), path(QStringLiteral("x/b.yaml.drawbridge.json")));
    QVERIFY(m_document->saveAll().empty());
    QVERIFY(read(QStringLiteral("x/b.yaml.drawbridge.json")).contains("300"));
}

void SavingTest::layoutThatMayNotLastStaysUnsaved()
{
    m_document->setWriter(saveWithoutConfirming);
    moveNode(300);
    QCOMPARE(codeOf(m_document->saveLayout()), Code::SaveUnconfirmed);
    m_document->setWriter({});
    m_document->undoStack()->undo();
    QVERIFY(m_document->isSideModified());
    QVERIFY(!m_document->saveLayout());
    QVERIFY(!m_document->isSideModified());
    QVERIFY(!read(QStringLiteral("api.yaml.drawbridge.json")).contains("300"));
}

/// At another path it is about nothing any longer.
void SavingTest::conflictOfALayoutStaysWhereItWas()
{
    moveNode(300);
    QVERIFY(!m_document->save(only()));
    SideState theirs;
    theirs.collapsed.insert("frame:shop");
    write(QStringLiteral("api.yaml.drawbridge.json"), sideFileBytes(theirs));
    QVERIFY(!m_document->reloadLayout());
    m_document->undoStack()->undo();
    QCOMPARE(codeOf(m_document->saveLayout()), Code::SaveConflict);
    QVERIFY(!m_document->saveAs(only(), path(QStringLiteral("fresh.yaml"))));
    QVERIFY(read(QStringLiteral("fresh.yaml.drawbridge.json")).contains("300"));
    QVERIFY(!m_document->isModified());
    QCOMPARE(read(QStringLiteral("api.yaml.drawbridge.json")), sideFileBytes(theirs));
}

/// It was not seen, and why not is said.
void SavingTest::whatCannotBeReadIsNotOverwritten()
{
    const QString side = path(QStringLiteral("api.yaml.drawbridge.json"));
    moveNode(300);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("api.yaml.drawbridge.json")));
    QCOMPARE(codeOf(m_document->saveLayout(SeenOnDisk::at(side))), Code::NotARegularFile);
    QVERIFY(QFileInfo(side).isDir());
}

void SavingTest::revertedSketchIsNotModified()
{
    m_document->startUntitled(kPolicy);
    QVERIFY(!m_document->isModified());
    type("# mine\n");
    QVERIFY(m_document->isModified());
    QVERIFY(!m_document->revert(only()));
    QVERIFY(!m_document->isModified());
}

QTEST_GUILESS_MAIN(SavingTest)
#include "tst_saving.moc"
