#include "document/beside.h"
#include "document/journal_keeper.h"
#include "document/saving_progress.h"
#include "document/session.h"
#include "document/unsaved.h"
#include "document_fixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSemaphore>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>
#include <memory>
#include <sys/stat.h>

using namespace drawbridge;

/// R10: what was not saved comes back after the program ended by surprise, and nothing is guessed.
/// A program that ends is a Session that goes without `forget`: the kernel lets go of its lock.
class RecoveryTest : public DocumentFixture
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { openPolicy(); }
    void cleanup() { closeAll(); }

    void bringsBackWhatWasNotSaved();
    void theJournalIsReadAsWritten();
    void journalsAreForTheirOwnerAlone();
    void nothingIsWrittenBesideTheFiles();
    void tellsAFileThatChangedSince();
    void bringsBackAFileThatIsGone();
    void bringsBackSketches();
    void bringsBackTheLayout();
    void journalsThatCannotBeRead_data();
    void journalsThatCannotBeRead();
    void theLivingAreNotOffered();
    void onlyOneIsOffered();
    void windowsKnowOfEachOther();
    void keepsAfterQuietAndWhileTyping();
    void savedMeansNothingToKeep();
    void tellsWhereNothingCanBeKept();
    void whatWasNotFinishedGoes();
    void nobodyWaitsForTheDisk();
    void savedWhileItIsWritten_data();
    void savedWhileItIsWritten();

private:
    QString state() const { return m_folder->filePath(QStringLiteral("state/recovery")); }
    QByteArray bytes(const Document &document) const
    {
        return QByteArray::fromStdString(
            document.workspace().file(document.workspace().files().front()).bytes());
    }
    /// Keeps what the document has, and ends.
    void die() { QVERIFY(!Session(state()).keep(m_document->unsaved())); }
    /// The only one that there is.
    Unsaved left();
    QStringList journals() const
    {
        return QDir(state()).entryList({QStringLiteral("*.journal")}, QDir::Files);
    }
};

void RecoveryTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

Unsaved RecoveryTest::left()
{
    const Session::Found found = Session(state()).leftBehind();
    return found.journals.size() == 1 ? found.journals.front()->journal().unsaved : Unsaved();
}

void RecoveryTest::bringsBackWhatWasNotSaved()
{
    type("# mine\r\n# \xe2\x82\xac\n");
    die();
    Document again;
    QVERIFY(again.restore(left()).empty());
    QCOMPARE(bytes(again), bytes(*m_document));
    QVERIFY(again.isModified());
    QCOMPARE(again.roots(), m_document->roots());
    QCOMPARE(read(QStringLiteral("api.yaml")), kPolicy);
    QCOMPARE(again.undoStack()->index(), 1);
    again.undoStack()->undo();
    QCOMPARE(bytes(again), kPolicy);
    QVERIFY(!again.isModified());
    again.undoStack()->redo();
    QVERIFY(again.saveAll().empty());
    QCOMPARE(read(QStringLiteral("api.yaml")), bytes(*m_document));
}

void RecoveryTest::theJournalIsReadAsWritten()
{
    Journal journal;
    journal.written = QDateTime::currentDateTimeUtc();
    journal.unsaved.roots = {QStringLiteral("/a b/\u20ac"), QStringLiteral("/c.yaml")};
    journal.unsaved.files = {{QStringLiteral("/c.yaml"),
                              QStringLiteral("/c.yaml"),
                              QByteArray("\xff\0\r\n\"", 5),
                              hashOf("x"),
                              {}},
                             {{}, QStringLiteral("untitled.yaml"), "a: 1", {}, "a: 0"}};
    journal.unsaved.side = SideState();
    journal.unsaved.side->placement["shop/api"] = {3, 4};
    journal.unsaved.sideBase = hashOf("y");
    JournalFault fault{};
    const auto again = readJournal(journalBytes(journal), fault);
    QVERIFY(again);
    QVERIFY(again->unsaved == journal.unsaved);
    QCOMPARE(again->written.toMSecsSinceEpoch(), journal.written.toMSecsSinceEpoch());
}

void RecoveryTest::journalsAreForTheirOwnerAlone()
{
    const mode_t mask = umask(0);
    type("# mine\n");
    die();
    umask(mask);
    QCOMPARE(journals().size(), 1);
    struct stat status = {};
    QCOMPARE(stat(QFile::encodeName(state() + QLatin1Char('/') + journals().front()), &status), 0);
    QCOMPARE(int(status.st_mode & 07777), 0600);
    QCOMPARE(stat(QFile::encodeName(state()), &status), 0);
    QCOMPARE(int(status.st_mode & 07777), 0700);
}

void RecoveryTest::nothingIsWrittenBesideTheFiles()
{
    type("# mine\n");
    die();
    QCOMPARE(
        QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList({QStringLiteral("api.yaml"), QStringLiteral("state")}));
}

/// The base is another one: what the disk has now is not overwritten without a question.
void RecoveryTest::tellsAFileThatChangedSince()
{
    type("# mine\n");
    die();
    const QByteArray theirs = "# theirs\n" + kPolicy;
    write(QStringLiteral("api.yaml"), theirs);
    QCOMPARE(baseNow(left().files.front()), BaseNow::Changed);
    Document again;
    again.restore(left());
    const FileId id = again.workspace().files().front();
    QCOMPARE(bytes(again), "# mine\n" + kPolicy);
    QVERIFY(again.file(id).changedOnDisk);
    again.checkDisk();
    const auto failure = again.save(id);
    QVERIFY(failure);
    QCOMPARE(failure->code, Code::SaveConflict);
    QCOMPARE(again.saveAll().front().code, Code::SaveConflict);
    QCOMPARE(read(QStringLiteral("api.yaml")), theirs);
    again.undoStack()->undo();
    QCOMPARE(bytes(again), theirs);
    QVERIFY(!again.file(id).changedOnDisk);
    again.undoStack()->redo();
    QVERIFY(!again.save(id, SeenOnDisk::at(again.file(id).path)));
    QCOMPARE(read(QStringLiteral("api.yaml")), "# mine\n" + kPolicy);
}

void RecoveryTest::bringsBackAFileThatIsGone()
{
    type("# mine\n");
    die();
    QVERIFY(QFile::remove(path(QStringLiteral("api.yaml"))));
    QCOMPARE(baseNow(left().files.front()), BaseNow::Missing);
    Document again;
    again.restore(left());
    QCOMPARE(bytes(again), "# mine\n" + kPolicy);
    QVERIFY(again.isModified());
    QVERIFY(!again.save(again.workspace().files().front()));
    QCOMPARE(read(QStringLiteral("api.yaml")), "# mine\n" + kPolicy);
}

void RecoveryTest::bringsBackSketches()
{
    m_document->startUntitled("# a sketch\n");
    type("# mine\n");
    die();
    QCOMPARE(baseNow(left().files.front()), BaseNow::Untitled);
    Document again;
    again.restore(left());
    QCOMPARE(bytes(again), QByteArray("# mine\n# a sketch\n"));
    QVERIFY(again.files().front().path.isEmpty());
    again.undoStack()->undo();
    QCOMPARE(bytes(again), QByteArray("# a sketch\n"));
}

void RecoveryTest::bringsBackTheLayout()
{
    moveNode(300);
    QVERIFY(!m_document->saveLayout());
    moveNode(500);
    die();
    QVERIFY(left().files.empty());
    Document again;
    again.restore(left());
    QCOMPARE(again.side(), m_document->side());
    QVERIFY(again.isSideModified());
    QVERIFY(!again.saveLayout());

    moveNode(700);
    const QString side = QStringLiteral("api.yaml.drawbridge.json");
    write(side, sideFileBytes({}));
    Document third;
    third.restore(m_document->unsaved());
    const auto failure = third.saveLayout();
    QVERIFY(failure);
    QCOMPARE(failure->code, Code::SaveConflict);
    QCOMPARE(read(side), sideFileBytes({}));
}

void RecoveryTest::journalsThatCannotBeRead_data()
{
    QTest::addColumn<std::function<QByteArray(QByteArray)>>("spoil");
    QTest::addColumn<bool>("isForeign");
    using Spoil = std::function<QByteArray(QByteArray)>;
    QTest::newRow("cut") << Spoil([](const QByteArray &b) { return b.left(b.size() - 1); })
                         << false;
    QTest::newRow("cut short") << Spoil([](const QByteArray &b) { return b.left(9); }) << false;
    QTest::newRow("empty") << Spoil([](const QByteArray &) { return QByteArray(); }) << false;
    QTest::newRow("one bit") << Spoil([](QByteArray b) {
        b[b.size() / 2] = char(b[b.size() / 2] ^ 1);
        return b;
    }) << false;
    QTest::newRow("longer") << Spoil([](const QByteArray &b) { return b + ' '; }) << false;
    QTest::newRow("something else") << Spoil([](const QByteArray &) { return kPolicy; }) << false;
    QTest::newRow("zeros") << Spoil([](const QByteArray &b) { return QByteArray(b.size(), '\0'); })
                           << false;
    QTest::newRow("a later version") << Spoil([](QByteArray b) {
        return b.replace("drawbridge-journal 1 ", "drawbridge-journal 2 ");
    }) << true;
}

/// They are said and kept, and nothing is made of them.
void RecoveryTest::journalsThatCannotBeRead()
{
    QFETCH(std::function<QByteArray(QByteArray)>, spoil);
    QFETCH(bool, isForeign);
    type("# mine\n");
    die();
    const QString name = QStringLiteral("state/recovery/") + journals().front();
    const QByteArray spoilt = spoil(read(name));
    write(name, spoilt);
    Session now(state());
    Session::Found found = now.leftBehind();
    QVERIFY(found.journals.empty());
    QCOMPARE(found.foreign.size(), isForeign ? 1 : 0);
    QCOMPARE(found.damaged.size(), isForeign ? 0 : 1);
    QFile kept(isForeign ? found.foreign.front() : found.damaged.front());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), spoilt);
    found = now.leftBehind();
    QVERIFY(found.damaged.empty()); // said once
    QVERIFY(kept.exists());
}

void RecoveryTest::theLivingAreNotOffered()
{
    type("# mine\n");
    auto living = std::make_unique<Session>(state());
    QVERIFY(!living->keep(m_document->unsaved()));
    Session other(state());
    QVERIFY(other.leftBehind().journals.empty());
    QCOMPARE(journals().size(), 1);
    living.reset();
    QCOMPARE(other.leftBehind().journals.size(), std::size_t(1));
}

void RecoveryTest::onlyOneIsOffered()
{
    type("# mine\n");
    die();
    Session first(state());
    Session second(state());
    Session::Found found = first.leftBehind();
    QCOMPARE(found.journals.size(), std::size_t(1));
    QVERIFY(second.leftBehind().journals.empty());
    found.journals.clear(); // later
    QCOMPARE(second.leftBehind().journals.size(), std::size_t(1));
    QVERIFY(second.leftBehind().journals.front()->remove());
    QVERIFY(first.leftBehind().journals.empty());
    QVERIFY(journals().empty());
}

void RecoveryTest::windowsKnowOfEachOther()
{
    const QString file = path(QStringLiteral("api.yaml"));
    QVERIFY(QFile::link(file, path(QStringLiteral("link.yaml"))));
    auto first = std::make_unique<Session>(state());
    Session second(state());
    first->setOpen({file});
    QCOMPARE(second.openElsewhere({file}), QStringList{file});
    QCOMPARE(second.openElsewhere({m_folder->path()}), QStringList{m_folder->path()});
    QCOMPARE(second.openElsewhere({path(QStringLiteral("link.yaml"))}).size(), 1);
    QVERIFY(second.openElsewhere({path(QStringLiteral("api.yaml.old"))}).empty());
    QVERIFY(first->openElsewhere({file}).empty());

    // Both have changes: each has its own journal.
    type("# mine\n");
    QVERIFY(!first->keep(m_document->unsaved()));
    type("# and more\n");
    QVERIFY(!second.keep(m_document->unsaved()));
    QCOMPARE(journals().size(), 2);
    first.reset();
    QVERIFY(second.openElsewhere({file}).empty());
    QCOMPARE(second.leftBehind().journals.size(), std::size_t(1));
    second.forget();
    QCOMPARE(journals().size(), 1);
}

void RecoveryTest::keepsAfterQuietAndWhileTyping()
{
    Session session(state());
    JournalKeeper keeper(session);
    keeper.follow(m_document.get());
    QVERIFY(keeper.keepNow());
    QVERIFY(journals().empty());
    type("# mine\n");
    QTRY_COMPARE(journals().size(), 1);
    QVERIFY(QFile::remove(state() + QLatin1Char('/') + journals().front()));
    // There is never a second of quiet.
    QTimer typing;
    connect(&typing, &QTimer::timeout, this, [this] { type("#"); });
    typing.start(100);
    QTRY_COMPARE_WITH_TIMEOUT(journals().size(), 1, 15000);
}

void RecoveryTest::savedMeansNothingToKeep()
{
    Session session(state());
    JournalKeeper keeper(session);
    keeper.follow(m_document.get());
    type("# mine\n");
    QVERIFY(keeper.keepNow());
    QCOMPARE(journals().size(), 1);
    QVERIFY(!m_document->save(only()));
    QVERIFY(journals().empty());
    type("# more\n");
    QVERIFY(keeper.keepNow());
    QCOMPARE(journals().size(), 1);
    m_document->undoStack()->undo();
    QVERIFY(journals().empty());
    m_document->undoStack()->redo();
    QVERIFY(keeper.keepNow());
    keeper.stop(); // discarded
    QVERIFY(QDir(state()).isEmpty());
}

void RecoveryTest::tellsWhereNothingCanBeKept()
{
    write(QStringLiteral("state"), "a file where the folder should be");
    Session session(state());
    JournalKeeper keeper(session);
    int told = 0;
    connect(&keeper, &JournalKeeper::failed, this, [&] { ++told; });
    keeper.follow(m_document.get());
    type("# mine\n");
    QVERIFY(!keeper.keepNow());
    QVERIFY(!keeper.keepNow());
    QCOMPARE(told, 1);
}

/// But not what a program that lives is writing.
void RecoveryTest::whatWasNotFinishedGoes()
{
    Session living(state());
    type("# mine\n");
    QVERIFY(!living.keep(m_document->unsaved()));
    const QString id = journals().front().section(QLatin1Char('.'), 0, 0);
    const QString theirs = QStringLiteral("state/recovery/.%1.journal.drawbridge-a1").arg(id);
    const QString left = QStringLiteral("state/recovery/.0b-c.journal.drawbridge-b2");
    write(theirs, "half");
    write(left, "half");
    QVERIFY(Session(state()).leftBehind().journals.empty());
    QVERIFY(QFile::exists(path(theirs)));
    QVERIFY(!QFile::exists(path(left)));
    QCOMPARE(QDir(state()).entryList({QStringLiteral("0b-c*")}), QStringList());
}

/// What is typed while the disk is slow is kept next.
void RecoveryTest::nobodyWaitsForTheDisk()
{
    const auto gate = std::make_shared<QSemaphore>();
    Session session(state());
    JournalKeeper keeper(session);
    keeper.setWriter([gate](const QString &path, const Unsaved &unsaved, SavingProgress &progress) {
        gate->acquire();
        return Session::write(path, unsaved, &progress);
    });
    keeper.follow(m_document.get());
    type("# mine\n");
    QTRY_VERIFY(keeper.isWriting());
    type("# more\n");
    QTest::qWait(1500); // it is asked again
    QVERIFY(keeper.isWriting());
    QVERIFY(journals().empty());
    const Unsaved latest = m_document->unsaved();
    gate->release(2);
    QTRY_VERIFY(!keeper.isWriting());
    QVERIFY(session.kept() && *session.kept() == latest);
    QCOMPARE(journals().size(), 1);
    keeper.stop();
    QVERIFY(QDir(state()).isEmpty());
}

void RecoveryTest::savedWhileItIsWritten_data()
{
    QTest::addColumn<bool>("isTaking");
    QTest::newRow("called off") << false;
    QTest::newRow("too late to call off") << true;
}

/// It is never offered again.
void RecoveryTest::savedWhileItIsWritten()
{
    QFETCH(bool, isTaking);
    const auto begun = std::make_shared<QSemaphore>();
    const auto gate = std::make_shared<QSemaphore>();
    Session session(state());
    JournalKeeper keeper(session);
    keeper.setWriter([=](const QString &path, const Unsaved &unsaved, SavingProgress &progress) {
        SavingProgress own;
        if (isTaking)
            progress.beginTaking();
        begun->release();
        gate->tryAcquire(1, isTaking ? 300 : 30'000);
        return Session::write(path, unsaved, isTaking ? &own : &progress);
    });
    keeper.follow(m_document.get());
    type("# mine\n");
    QTRY_VERIFY(keeper.isWriting());
    QVERIFY(begun->tryAcquire(1, 10'000));
    m_document->undoStack()->undo();
    QVERIFY(!keeper.isWriting());
    gate->release();
    QVERIFY(Beside::haveAllEnded(10'000));
    QVERIFY(journals().empty());
}

QTEST_GUILESS_MAIN(RecoveryTest)
#include "tst_recovery.moc"
