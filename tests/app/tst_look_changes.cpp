#include "canvas/canvas_widget.h"
#include "canvas/export_painter.h"
#include "document/document.h"
#include "tst_look_checks.h"
#include "window/main_window.h"
#include "window/note_dialog.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace drawbridge;
using test::Looker;

/// What would change, and review notes, as a person sees them: nothing is cut, covered or too pale.
/// With DRAWBRIDGE_GRABS=FOLDER the pictures are written there.
class LookChangesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QSettings().clear(); }
    void cleanup() { m_window.reset(); }

    void changes_data() { themes(); }
    void changes();
    void notes_data() { themes(); }
    void notes();

private:
    void themes();
    void open(const QString &theme);
    void replace(const QByteArray &from, const QByteArray &to);
    QStringList faults(const QString &name);

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void LookChangesTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("drawbridge-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("look-changes"));
}

void LookChangesTest::themes()
{
    QTest::addColumn<QString>("theme");
    for (const char *theme : {"light", "dark"})
        QTest::newRow(theme) << QString::fromLatin1(theme);
}

void LookChangesTest::open(const QString &theme)
{
    QSettings().setValue(QStringLiteral("theme"), theme);
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    const QString example = QStringLiteral(":/examples/three-tier.yaml");
    const QString path = m_folder.filePath(QStringLiteral("shop.yaml"));
    for (const QString &ending : {QString(), QStringLiteral(".drawbridge.json")}) {
        QFile::remove(path + ending);
        QVERIFY(QFile::copy(example + ending, path + ending));
        QFile::setPermissions(path + ending, QFile::ReadOwner | QFile::WriteOwner);
    }
    m_window->openPaths({path});
    m_window->canvas()->fit();
}

void LookChangesTest::replace(const QByteArray &from, const QByteArray &to)
{
    Document &document = m_window->document();
    const FileId file = document.workspace().files().front();
    const std::string &bytes = document.workspace().file(file).bytes();
    const std::size_t at = bytes.find(from.toStdString());
    QVERIFY(at != std::string::npos);
    Change change;
    change.patches.push_back({file, {{{at, at + std::size_t(from.size())}, to.toStdString()}}});
    document.push(std::move(change));
}

QStringList LookChangesTest::faults(const QString &name)
{
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents();
    m_window->canvas()->finishRendering();
    Looker looker(m_window.get());
    looker.look();
    for (const QString &fault : looker.faults())
        qWarning("%s: %s", qPrintable(name), qPrintable(fault));
    const QString folder = qEnvironmentVariable("DRAWBRIDGE_GRABS");
    if (!folder.isEmpty())
        looker.picture().save(QStringLiteral("%1/%2_%3.png")
                                  .arg(folder, name)
                                  .arg(qRound(100 * looker.picture().devicePixelRatio())));
    return looker.faults();
}

void LookChangesTest::changes()
{
    QFETCH(QString, theme);
    open(theme);
    replace(
        "              app: frontend\n      ports:\n        - protocol: TCP\n          port: 8080",
        "              app: gateway\n      ports:\n        - protocol: TCP\n          port: 8081");
    replace("port: 5432", "port: 5433");
    replace("port: 3000", "port: 3000\n  egress: []");
    QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    m_window->canvas()->fit();
    QCOMPARE(faults(theme + QStringLiteral("-changes")), QStringList());
    replace("  podSelector: {}\n", "  podSelector: {matchLabels: {app: frontend}}\n");
    replace("    matchLabels:\n      app: api\n", "    matchLabels:\n      app: api2\n");
    QTest::qWait(250);
    m_window->canvas()->fit();
    QCOMPARE(faults(theme + QStringLiteral("-changes-wall")), QStringList());
    m_window->resize(1000, 700);
    m_window->canvas()->fit();
    QCOMPARE(faults(theme + QStringLiteral("-changes-small")), QStringList());
}

void LookChangesTest::notes()
{
    QFETCH(QString, theme);
    open(theme);
    Document &document = m_window->document();
    Change change;
    change.side = document.side();
    graph::PinnedNotes &notes = change.side->notes;
    graph::Key api;
    for (const graph::Node &node : document.graph().nodes) {
        if (node.title == "api")
            api = node.key;
        if (node.title == "gateway")
            notes[node.key] = {{"Ada", "Who owns this?", {}, false}, {{}, "Ask.", {}, false}};
    }
    notes[graph::kInternetKey] = {{{}, "All addresses, on purpose.", {}, false}};
    notes["frame:shop"] = {{{}, "The wall stands since May.", {}, false}};
    for (const graph::Arrow &arrow : document.graph().arrows)
        if (arrow.source == api)
            notes[arrow.key] = {{"Grace", "The port of the old database; it must go.", {}, false}};
    notes["shop/gone[Deployment]"] = {{{}, "Left over.", {}, false}};
    document.push(std::move(change));
    m_window->canvas()->fit();
    QCOMPARE(faults(theme + QStringLiteral("-notes")), QStringList());
    m_window->canvas()->reveal(document.graph().arrows.front().key);
    QCOMPARE(faults(theme + QStringLiteral("-notes-arrow")), QStringList());
    NoteDialog dialog(QStringLiteral("frontend → api"), {"Ada", "Who owns this?", {}, false});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    Looker looker(&dialog);
    looker.look();
    for (const QString &fault : looker.faults())
        qWarning("%s", qPrintable(fault));
    const QString folder = qEnvironmentVariable("DRAWBRIDGE_GRABS");
    if (!folder.isEmpty()) {
        looker.picture().save(folder + '/' + theme + QStringLiteral("-note-dialog.png"));
        const canvas::CanvasPalette palette = m_window->canvas()->canvasPalette();
        canvas::image(document.picture(), palette, 1.5)
            .save(folder + '/' + theme + QStringLiteral("-notes-export.png"));
    }
    QCOMPARE(looker.faults(), QStringList());
}

QTEST_MAIN(LookChangesTest)
#include "tst_look_changes.moc"
