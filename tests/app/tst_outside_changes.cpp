#include "document/document.h"
#include "document/safe_save.h"
#include "panels/notice_bar.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window_user.h"

#include <QDir>
#include <QMessageBox>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <functional>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace drawbridge;

namespace {

enum class Now {
    Other,    ///< bytes: they are read, or asked about
    Gone,     ///< the text is kept, and not saved unasked
    Same,     ///< bytes: nothing is asked
    ReadOnly, ///< and that is told
};

using Outsider = std::function<void(const QString &folder, const QByteArray &theirs)>;

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

std::string local(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

QString inside(const QString &folder)
{
    return folder + QStringLiteral("/files/shop.yaml");
}

void moveFolderAway(const QString &folder)
{
    QVERIFY(QDir().rename(folder + QStringLiteral("/files"), folder + QStringLiteral("/away")));
}

} // namespace

/// R11: what others change is never overwritten unseen; what we did not change follows the disk.
class OutsideChangesTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init();
    void cleanup() { closeWindow(); }

    void patterns_data();
    void patterns();
    void theCaretAndThePlacesStay();
    void comingBackToTheWindowLooks();
    void racesAreNeverLostUnseen();

private:
    QString file() const { return inside(m_folder->path()); }
    QByteArray text() { return QByteArray::fromStdString(bytes()); }
    FileId only() { return document().workspace().files().front(); }
    void type(const char *words)
    {
        Change change;
        change.patches = {{only(), {{{0, 0}, words}}}};
        change.label = QStringLiteral("Type");
        document().push(std::move(change));
    }

    QByteArray m_base;
};

/// The file in a folder that can go away.
void OutsideChangesTest::init()
{
    openWindowOnFile();
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("files")));
    m_base = read(path());
    write(file(), m_base);
    m_window->openPaths({file()});
}

void OutsideChangesTest::patterns_data()
{
    QTest::addColumn<Outsider>("change");
    QTest::addColumn<Now>("now");
    const auto row = [](const char *name, Now now, Outsider change) {
        QTest::newRow(name) << std::move(change) << now;
    };
    row("written in place", Now::Other, [](const QString &folder, const QByteArray &theirs) {
        const int descriptor = open(local(inside(folder)).c_str(), O_WRONLY);
        QCOMPARE(pwrite(descriptor, theirs.constData(), std::size_t(theirs.size()), 0),
                 ssize_t(theirs.size()));
        QCOMPARE(ftruncate(descriptor, theirs.size()), 0);
        close(descriptor);
    });
    row("renamed over", Now::Other, [](const QString &folder, const QByteArray &theirs) {
        write(folder + QStringLiteral("/files/new"), theirs);
        QCOMPARE(rename(local(folder + QStringLiteral("/files/new")).c_str(),
                        local(inside(folder)).c_str()),
                 0);
    });
    row("deleted and made anew", Now::Other, [](const QString &folder, const QByteArray &theirs) {
        QVERIFY(QFile::remove(inside(folder)));
        write(inside(folder), theirs);
    });
    row("cut to nothing", Now::Other, [](const QString &folder, const QByteArray &) {
        QCOMPARE(truncate(local(inside(folder)).c_str(), 0), 0);
    });
    row("appended to", Now::Other, [](const QString &folder, const QByteArray &) {
        QFile file(inside(folder));
        QVERIFY(file.open(QIODevice::Append));
        QCOMPARE(file.write("# theirs\n"), 9);
    });
    row("same size, same time", Now::Other, [](const QString &folder, const QByteArray &) {
        struct stat status = {};
        const std::string name = local(inside(folder));
        QCOMPARE(stat(name.c_str(), &status), 0);
        const int descriptor = open(name.c_str(), O_WRONLY);
        QCOMPARE(pwrite(descriptor, "#!", 2, 0), ssize_t(2));
        close(descriptor);
        const timespec times[] = {status.st_atim, status.st_mtim};
        QCOMPARE(utimensat(AT_FDCWD, name.c_str(), times, 0), 0);
    });
    row("a link to another file", Now::Other, [](const QString &folder, const QByteArray &theirs) {
        write(folder + QStringLiteral("/other"), theirs);
        QVERIFY(QFile::remove(inside(folder)));
        QVERIFY(QFile::link(folder + QStringLiteral("/other"), inside(folder)));
    });
    row("touched", Now::Same, [](const QString &folder, const QByteArray &) {
        const timespec times[] = {{0, UTIME_NOW}, {0, UTIME_NOW}};
        QCOMPARE(utimensat(AT_FDCWD, local(inside(folder)).c_str(), times, 0), 0);
    });
    row("mode taken away", Now::ReadOnly, [](const QString &folder, const QByteArray &) {
        QCOMPARE(chmod(local(inside(folder)).c_str(), 0444), 0);
    });
    row("deleted", Now::Gone,
        [](const QString &folder, const QByteArray &) { QVERIFY(QFile::remove(inside(folder))); });
    row("its folder is gone", Now::Gone,
        [](const QString &folder, const QByteArray &) { moveFolderAway(folder); });
    row("a pipe in its place", Now::Gone, [](const QString &folder, const QByteArray &) {
        QVERIFY(QFile::remove(inside(folder)));
        QCOMPARE(mkfifo(local(inside(folder)).c_str(), 0600), 0);
    });
}

void OutsideChangesTest::patterns()
{
    QFETCH(Outsider, change);
    QFETCH(Now, now);
    const QByteArray theirs = "# theirs\n" + m_base;

    // With changes of ours, straight to saving: seen, and left alone.
    type("# mine\n");
    change(m_folder->path(), theirs);
    const bool isFile = QFileInfo(file()).isFile(); // a pipe is not read
    const QByteArray onDisk = isFile ? read(file()) : QByteArray();
    const auto failure = document().save(only());
    if (now == Now::Same) {
        QVERIFY(!failure);
        QCOMPARE(read(file()), "# mine\n" + m_base);
        return;
    }
    QVERIFY(failure);
    if (now == Now::Other)
        QCOMPARE(failure->code, Code::SaveConflict);
    if (now == Now::ReadOnly)
        QCOMPARE(failure->code, Code::ReadOnlyFile);
    QCOMPARE(isFile ? read(file()) : QByteArray(), onDisk);
    QVERIFY(!document().saveAll().empty());
    QCOMPARE(isFile ? read(file()) : QByteArray(), onDisk);
    QCOMPARE(text(), "# mine\n" + m_base);
    QVERIFY(document().isModified());

    // Without, it follows the disk as one step, or keeps the text and says so.
    document().undoStack()->undo();
    QCOMPARE(text(), m_base);
    const int steps = document().undoStack()->index();
    document().checkDisk();
    QCOMPARE(text(), now == Now::Other ? onDisk : m_base);
    QCOMPARE(document().undoStack()->index(), steps + (now == Now::Other ? 1 : 0));
    QCOMPARE(document().file(only()).changedOnDisk, now == Now::Gone);
    if (now == Now::Gone)
        QVERIFY(document().save(only()));
    document().undoStack()->undo();
    QCOMPARE(text(), m_base);
}

void OutsideChangesTest::theCaretAndThePlacesStay()
{
    const graph::Key api = key("api");
    Change change;
    change.side = document().side();
    change.side->placement[api] = {4321, 1234};
    document().push(std::move(change));
    TextEditor *editor = m_window->text()->currentEditor();
    QVERIFY(editor);
    QTextCursor cursor(editor->document()->findBlockByNumber(40));
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, 3);
    editor->setTextCursor(cursor);
    editor->verticalScrollBar()->setValue(30);
    const QString line = editor->textCursor().block().text();
    const QString top = editor->cursorForPosition({4, 4}).block().text();
    const auto canvasPlace = canvas()->rectOf(api);

    write(file(), "# theirs\n# and more\n" + m_base);
    QTRY_COMPARE(text(), "# theirs\n# and more\n" + m_base);
    QCOMPARE(editor->textCursor().block().text(), line);
    QCOMPARE(editor->textCursor().blockNumber(), 42);
    QCOMPARE(editor->textCursor().positionInBlock(), 3);
    QCOMPARE(editor->cursorForPosition({4, 4}).block().text(), top);
    QCOMPARE(document().side().placement.at(api).x, 4321.0);
    QCOMPARE(canvas()->rectOf(api), canvasPlace);
    QVERIFY(document().isSideModified()); // what was moved is still to be saved
}

/// Also where nobody tells of changes: the files are looked at when the user comes back. A bar
/// tells, and takes no key from what the user is at.
void OutsideChangesTest::comingBackToTheWindowLooks()
{
    type("# mine\n");
    QWidget elsewhere;
    elsewhere.show();
    elsewhere.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&elsewhere));
    const auto bars = m_window->findChildren<NoticeBar *>();
    const auto shown = [](NoticeBar *bar) {
        return bar->isVisible() && bar->accessibleName() == QStringLiteral("Changed on disk");
    };
    QVERIFY(std::none_of(bars.begin(), bars.end(), shown));
    write(file(), "# theirs\n" + m_base);
    activate();
    QTRY_VERIFY(std::any_of(bars.begin(), bars.end(), shown));
    QVERIFY(!QApplication::activeModalWidget());
    NoticeBar *bar = *std::find_if(bars.begin(), bars.end(), shown);
    QVERIFY(!bar->isAncestorOf(QApplication::focusWidget()));
    bool wasAsked = false;
    answer<QMessageBox>([&](QMessageBox *box) {
        wasAsked = box->text().contains(QStringLiteral("changed on disk"));
        QTest::keyClick(box, Qt::Key_Escape);
    });
    QTest::keyClick(bar->focusProxy(), Qt::Key_Space);
    QTRY_VERIFY(wasAsked);
    QVERIFY(bar->isVisible()); // to be decided yet
    QCOMPARE(text(), "# mine\n" + m_base);
    QCOMPARE(read(file()), "# theirs\n" + m_base);
}

/// Somebody replaces the file while it is being saved. They come after us, or we see them: what
/// they wrote is never gone.
void OutsideChangesTest::racesAreNeverLostUnseen()
{
    const int races = std::max(100, qEnvironmentVariableIntValue("DRAWBRIDGE_RACES"));
    int seen = 0;
    int lost = 0;
    const QString name = m_folder->filePath(QStringLiteral("raced"));
    const std::string theirName = local(m_folder->filePath(QStringLiteral("theirs")));
    for (int i = 0; i < races; ++i) {
        write(name, "base");
        write(QFile::decodeName(theirName.c_str()), "theirs");
        const int wait = QRandomGenerator::global()->bounded(400);
        std::thread other([&] {
            usleep(useconds_t(wait));
            std::rename(theirName.c_str(), local(name).c_str());
        });
        seen += safeSave(name, "mine", QByteArray("base")).has_value();
        other.join();
        lost += read(name) != "theirs";
    }
    qInfo().noquote() << QStringLiteral("R11: %1 races, %2 seen while saving, %3 lost")
                             .arg(races)
                             .arg(seen)
                             .arg(lost);
    QCOMPARE(lost, 0);
}

QTEST_MAIN(OutsideChangesTest)
#include "tst_outside_changes.moc"
