#include "document/file_bytes.h"
#include "document/prepared_file.h"
#include "document/safe_save.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

using namespace drawbridge;

class TestSafeSave : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void replacesTheBytes();
    void leavesEqualBytesAlone();
    void makesAFileWhereNoneIsExpected();
    void refusesWhereTheDiskChanged();
    void refusesWhereTheFileIsGone();
    void refusesAReadOnlyFile();
    void keepsTheMode();
    void keepsTheModeOfNewFilesUsual();
    void keepsTheOwner();
    void followsALink();
    void allOrNoneAreSaved();
    void refusesWhatIsNoFile();
    void failsWithAReasonWhereThereIsNoRoom();
    void createsNothingOverAFile();
    void createsNothingOverABrokenLink();
    void makesWhatABrokenLinkNames();
    void leavesNoStrayFiles();
    void takingBackLosesNothingOfOthers();
    void leavesWhatOnlyLooksLikeAStray();
    void onlyWhatIsQuietHasAStamp();

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    void write(const QString &file, const QByteArray &bytes) const;
    QByteArray read(const QString &file) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSafeSave::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestSafeSave::write(const QString &file, const QByteArray &bytes) const
{
    QFile target(file);
    QVERIFY(target.open(QIODevice::WriteOnly));
    QCOMPARE(target.write(bytes), bytes.size());
}

QByteArray TestSafeSave::read(const QString &file) const
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray("(unreadable)");
}

void TestSafeSave::replacesTheBytes()
{
    const QByteArray bytes("\xEF\xBB\xBF"
                           "a: 1\r\n\0b",
                           11);
    write(path("a.yaml"), "old");
    QVERIFY(!safeSave(path("a.yaml"), bytes, QByteArray("old")));
    QCOMPARE(read(path("a.yaml")), bytes);
}

void TestSafeSave::leavesEqualBytesAlone()
{
    write(path("a.yaml"), "same");
    struct stat before = {};
    struct stat after = {};
    QCOMPARE(stat(QFile::encodeName(path("a.yaml")), &before), 0);
    QVERIFY(!safeSave(path("a.yaml"), "same", QByteArray("same")));
    QCOMPARE(stat(QFile::encodeName(path("a.yaml")), &after), 0);
    QCOMPARE(after.st_ino, before.st_ino);
}

void TestSafeSave::makesAFileWhereNoneIsExpected()
{
    QVERIFY(!safeSave(path("new.yaml"), "text", std::nullopt));
    QCOMPARE(read(path("new.yaml")), QByteArray("text"));
}

void TestSafeSave::refusesWhereTheDiskChanged()
{
    write(path("a.yaml"), "theirs");
    const auto failure = safeSave(path("a.yaml"), "mine", QByteArray("base"));
    QVERIFY(failure);
    QCOMPARE(failure->code, Code::SaveConflict);
    QCOMPARE(read(path("a.yaml")), QByteArray("theirs"));
    QVERIFY(!safeSave(path("a.yaml"), "mine", std::nullopt));
    QCOMPARE(read(path("a.yaml")), QByteArray("mine"));
}

void TestSafeSave::refusesWhereTheFileIsGone()
{
    const auto failure = safeSave(path("gone.yaml"), "mine", QByteArray("base"));
    QVERIFY(failure);
    QCOMPARE(failure->code, Code::SaveConflict);
    QVERIFY(!QFileInfo::exists(path("gone.yaml")));
}

void TestSafeSave::refusesAReadOnlyFile()
{
    write(path("a.yaml"), "old");
    QCOMPARE(chmod(QFile::encodeName(path("a.yaml")), 0444), 0);
    const auto failure = safeSave(path("a.yaml"), "new", QByteArray("old"));
    QVERIFY(failure);
    QCOMPARE(failure->code, Code::ReadOnlyFile);
    QCOMPARE(read(path("a.yaml")), QByteArray("old"));
}

void TestSafeSave::keepsTheMode()
{
    write(path("a.yaml"), "old");
    QCOMPARE(chmod(QFile::encodeName(path("a.yaml")), 0640), 0);
    QVERIFY(!safeSave(path("a.yaml"), "new", QByteArray("old")));
    struct stat status = {};
    QCOMPARE(stat(QFile::encodeName(path("a.yaml")), &status), 0);
    QCOMPARE(int(status.st_mode & 07777), 0640);
}

void TestSafeSave::keepsTheModeOfNewFilesUsual()
{
    const mode_t mask = umask(022);
    QVERIFY(!createNew(path("a.yaml"), "new"));
    SaveRequest secret{path("secret"), "new", {}, false, true};
    QVERIFY(saveTogether({secret}).failures.empty());
    umask(mask);
    struct stat status = {};
    QCOMPARE(stat(QFile::encodeName(path("a.yaml")), &status), 0);
    QCOMPARE(int(status.st_mode & 07777), 0644);
    QCOMPARE(stat(QFile::encodeName(path("secret")), &status), 0);
    QCOMPARE(int(status.st_mode & 07777), 0600);
}

void TestSafeSave::keepsTheOwner()
{
    constexpr uid_t kSomebody = 12345;
    write(path("a.yaml"), "old");
    if (chown(QFile::encodeName(path("a.yaml")), kSomebody, kSomebody) != 0)
        return; // only root can give files away, and only then there is something to keep
    QVERIFY(!safeSave(path("a.yaml"), "new", QByteArray("old")));
    struct stat status = {};
    QCOMPARE(stat(QFile::encodeName(path("a.yaml")), &status), 0);
    QCOMPARE(status.st_uid, kSomebody);
    QCOMPARE(status.st_gid, gid_t(kSomebody));
}

void TestSafeSave::allOrNoneAreSaved()
{
    write(path("a.yaml"), "old a");
    write(path("b.yaml"), "theirs");
    std::vector<SaveRequest> requests{{path("a.yaml"), "new a", QByteArray("old a"), false, false},
                                      {path("b.yaml"), "new b", QByteArray("old b"), false, false},
                                      {path("c.yaml"), "new c", {}, true, false}};
    SaveOutcome outcome = saveTogether(requests);
    QCOMPARE(outcome.failures.size(), std::size_t(1));
    QCOMPARE(outcome.failures.front().code, Code::SaveConflict);
    QCOMPARE(read(path("a.yaml")), QByteArray("old a"));
    QVERIFY(!QFileInfo::exists(path("c.yaml")));

    // One that appears while the others are being renamed: what is renamed already goes back.
    requests[1].expectedOnDisk = "theirs";
    write(path("c.yaml"), "made by another");
    outcome = saveTogether(requests);
    QCOMPARE(outcome.failures.size(), std::size_t(1));
    QCOMPARE(outcome.isWritten, std::vector<bool>(3, false));
    QCOMPARE(read(path("a.yaml")), QByteArray("old a"));
    QCOMPARE(read(path("b.yaml")), QByteArray("theirs"));
    QCOMPARE(read(path("c.yaml")), QByteArray("made by another"));

    QVERIFY(QFile::remove(path("c.yaml")));
    QVERIFY(saveTogether(requests).failures.empty());
    QCOMPARE(read(path("a.yaml")), QByteArray("new a"));
    QCOMPARE(read(path("b.yaml")), QByteArray("new b"));
    QCOMPARE(read(path("c.yaml")), QByteArray("new c"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), qsizetype(3));
}

void TestSafeSave::followsALink()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("real")));
    write(path("real/a.yaml"), "old");
    QVERIFY(QFile::link(QStringLiteral("real/a.yaml"), path("link.yaml")));
    QVERIFY(!safeSave(path("link.yaml"), "new", QByteArray("old")));
    QVERIFY(QFileInfo(path("link.yaml")).isSymLink());
    QCOMPARE(read(path("real/a.yaml")), QByteArray("new"));
}

void TestSafeSave::refusesWhatIsNoFile()
{
    QCOMPARE(mkfifo(QFile::encodeName(path("pipe")), 0600), 0);
    const auto failure = safeSave(path("pipe"), "new", std::nullopt);
    QVERIFY(failure);
    QCOMPARE(failure->code, Code::NotARegularFile);
}

void TestSafeSave::failsWithAReasonWhereThereIsNoRoom()
{
    const auto failure = safeSave(path("no/such/folder/a.yaml"), "new", std::nullopt);
    QVERIFY(failure);
    QCOMPARE(failure->code, Code::SaveFailed);
    QCOMPARE(failure->arguments.size(), std::size_t(2));
    QVERIFY(failure->arguments[1].find("No such file") != std::string::npos);
}

void TestSafeSave::createsNothingOverAFile()
{
    QVERIFY(!createNew(path("a.yaml"), "first"));
    QCOMPARE(read(path("a.yaml")), QByteArray("first"));
    const auto failure = createNew(path("a.yaml"), "second");
    QVERIFY(failure);
    QCOMPARE(failure->code, Code::SaveFailed);
    QCOMPARE(read(path("a.yaml")), QByteArray("first"));
}

void TestSafeSave::createsNothingOverABrokenLink()
{
    QVERIFY(QFile::link(QStringLiteral("elsewhere"), path("link.yaml")));
    QVERIFY(createNew(path("link.yaml"), "text"));
    QVERIFY(!QFileInfo::exists(path("elsewhere")));
}

void TestSafeSave::makesWhatABrokenLinkNames()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("real")));
    QVERIFY(QFile::link(QStringLiteral("real/second"), path("first")));
    QVERIFY(QFile::link(QStringLiteral("../a.yaml"), path("real/second")));
    QVERIFY(!safeSave(path("first"), "text", std::nullopt));
    QVERIFY(QFileInfo(path("first")).isSymLink() && QFileInfo(path("real/second")).isSymLink());
    QCOMPARE(read(path("a.yaml")), QByteArray("text"));
    QVERIFY(QFile::link(QStringLiteral("circle"), path("circle")));
    const auto failure = safeSave(path("circle"), "text", std::nullopt);
    QVERIFY(failure);
    QCOMPARE(failure->code, Code::SaveFailed);
}

void TestSafeSave::leavesNoStrayFiles()
{
    write(path("a.yaml"), "old");
    QVERIFY(!safeSave(path("a.yaml"), "new", QByteArray("old")));
    QVERIFY(safeSave(path("a.yaml"), "newer", QByteArray("old")));
    QVERIFY(!createNew(path("b.yaml"), "text"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
             QStringList({QStringLiteral("a.yaml"), QStringLiteral("b.yaml")}));
}

/// A formatter that rewrites a file as soon as it is saved.
void TestSafeSave::takingBackLosesNothingOfOthers()
{
    write(path("a.yaml"), "old");
    {
        PreparedFile file({path("a.yaml"), "new", QByteArray("old"), false, false});
        QVERIFY(!file.prepare());
        QVERIFY(!file.take());
        write(path("a.yaml"), "formatted");
        QVERIFY(!file.takeBack());
    }
    QCOMPARE(read(path("a.yaml")), QByteArray("formatted"));
    write(path("a.yaml"), "old");
    {
        PreparedFile file({path("a.yaml"), "new", QByteArray("old"), false, false});
        QVERIFY(!file.prepare());
        QVERIFY(!file.take());
        QVERIFY(file.takeBack());
    }
    QCOMPARE(read(path("a.yaml")), QByteArray("old"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
             QStringList(QStringLiteral("a.yaml")));
}

/// Old by the time that can be set; the name of the last one has the form, but it is young.
void TestSafeSave::leavesWhatOnlyLooksLikeAStray()
{
    const QStringList names{QStringLiteral(".a.yaml.drawbridge-notes"),
                            QStringLiteral(".a.yaml.drawbridge-notes-of-mine"),
                            QStringLiteral(".a.yaml.drawbridge-0123abcd")};
    write(path("a.yaml"), "old");
    for (const QString &name : names) {
        write(m_folder->filePath(name), "mine");
        const timeval longAgo[] = {{1'000'000'000, 0}, {1'000'000'000, 0}};
        QCOMPARE(utimes(QFile::encodeName(m_folder->filePath(name)), longAgo), 0);
    }
    QVERIFY(!safeSave(path("a.yaml"), "new", QByteArray("old")));
    for (const QString &name : names)
        QCOMPARE(read(m_folder->filePath(name)), QByteArray("mine"));
}

/// Of two changes at one moment the second could have the times of the first.
void TestSafeSave::onlyWhatIsQuietHasAStamp()
{
    const QString file = path("a.yaml");
    const std::string name = QFile::encodeName(file).toStdString();
    QVERIFY(!stampOf(name) && !lateStampOf(name));
    write(file, "one");
    QVERIFY(!stampOf(name));
    const auto late = lateStampOf(name);
    QVERIFY(late);
    QTRY_VERIFY(stampOf(name));
    QVERIFY(stampOf(name) == late);
    write(file, "two");
    QVERIFY(lateStampOf(name) && !(lateStampOf(name) == late));
}

QTEST_GUILESS_MAIN(TestSafeSave)
#include "tst_safe_save.moc"
