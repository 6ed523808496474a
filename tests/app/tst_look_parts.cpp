#include "canvas/export_painter.h"
#include "look_fixture.h"
#include "panels/filter_bar.h"
#include "text/file_list.h"
#include "text/folding.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window/note_dialog.h"
#include "window/quick_list.h"

#include <QFile>
#include <QListWidget>

using namespace drawbridge;

/// What comes and goes in the window, as a person sees it: bars, lists, the text, the minimap, what
/// would change, notes. Nothing is cut, covered or too pale, in German neither.
class LookPartsTest : public test::LookFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare("look-parts"); }
    void init() { start(); }
    void cleanup() { m_window.reset(); }
    void cleanupTestCase() { tellCounts(); }

    void searchList_data() { looks(); }
    void searchList();
    void commandPalette_data() { looks(); }
    void commandPalette();
    void filterBar_data() { looks(); }
    void filterBar();
    void minimap_data() { looks(); }
    void minimap();
    void changes_data() { looks(); }
    void changes();
    void notes_data() { looks(); }
    void notes();
    void textBars_data() { looks(); }
    void textBars();
    void textLists_data() { looks(); }
    void textLists();

private:
    static void looks();
    void openLook();
    void openCopy();
    void openFiles();
    void change(const QByteArray &from, const QByteArray &to);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window->focusWidget(), key, modifiers);
    }
    void lookAt(QWidget *widget, const char *name);
    void lookAt(const char *name) { lookAt(m_window.get(), name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void LookPartsTest::looks()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QString>("language");
    for (const char *theme : {"light", "dark"})
        for (const char *language : {"en", "de"})
            QTest::addRow("%s_%s", theme, language)
                << QString::fromLatin1(theme) << QString::fromLatin1(language);
}

void LookPartsTest::openLook()
{
    QFETCH(QString, theme);
    QFETCH(QString, language);
    Language::install(language);
    open(theme);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

/// The example as a file.
void LookPartsTest::openCopy()
{
    openLook();
    m_folder = std::make_unique<QTemporaryDir>();
    const QString example = QStringLiteral(":/examples/three-tier.yaml");
    const QString path = m_folder->filePath(QStringLiteral("shop.yaml"));
    for (const QString &ending : {QString(), QStringLiteral(".drawbridge.json")}) {
        QVERIFY(QFile::copy(example + ending, path + ending));
        QFile::setPermissions(path + ending, QFile::ReadOwner | QFile::WriteOwner);
    }
    m_window->openPaths({path});
    m_window->canvas()->fit();
}

/// Several, with problems.
void LookPartsTest::openFiles()
{
    openLook();
    m_folder = std::make_unique<QTemporaryDir>();
    QStringList paths;
    for (int i = 0; i < 3; ++i) {
        QFile file(m_folder->filePath(QStringLiteral("p%1.yaml").arg(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n"
                   "  name: app\n---\napiVersion: networking.k8s.io/v1\n"
                   "kind: NetworkPolicy\nmetadata:\n  name: b\nspec:\n"
                   "  podSelector:\n    matchLabels: {app: x}\n  foo: 1\n");
        paths.append(file.fileName());
    }
    m_window->openPaths(paths);
    QTRY_VERIFY(!m_window->text()->currentEditor()->marks().empty()); // lint comes later
}

void LookPartsTest::change(const QByteArray &from, const QByteArray &to)
{
    const Document &document = m_window->document();
    const std::string &bytes =
        document.workspace().file(document.workspace().files().front()).bytes();
    const std::size_t at = bytes.find(from.toStdString());
    QVERIFY(at != std::string::npos);
    replace({at, at + std::size_t(from.size())}, to.toStdString());
}

void LookPartsTest::lookAt(QWidget *widget, const char *name)
{
    look(widget, QStringLiteral("%1_%2").arg(QString::fromLatin1(name),
                                             QString::fromLatin1(QTest::currentDataTag())));
}

void LookPartsTest::searchList()
{
    openLook();
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    lookAt(m_window->quickList(), "search_empty");
    QTest::keyClicks(m_window->quickList()->line(), QStringLiteral("api"));
    lookAt(m_window->quickList(), "search");
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

void LookPartsTest::commandPalette()
{
    openLook();
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    lookAt(m_window->quickList(), "commands");
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

void LookPartsTest::filterBar()
{
    openLook();
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    lookAt(m_window->filterBar(), "filter");
    canvas::CanvasWidget *canvas = m_window->canvas();
    canvas->reveal(node("api"));
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_F);
    lookAt("filter_focus");
    m_window->resize(QSize(1000, 700).expandedTo(m_window->minimumSizeHint()));
    canvas->fit();
    lookAt("filter_small");
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

void LookPartsTest::minimap()
{
    QSettings().setValue(QStringLiteral("minimap"), true);
    openLook();
    lookAt("minimap");
    m_window->canvas()->setZoom(2);
    lookAt("minimap_near");
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

void LookPartsTest::changes()
{
    openCopy();
    change(
        "              app: frontend\n      ports:\n        - protocol: TCP\n          port: 8080",
        "              app: gateway\n      ports:\n        - protocol: TCP\n          port: 8081");
    change("port: 5432", "port: 5433");
    change("port: 3000", "port: 3000\n  egress: []");
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    m_window->canvas()->fit();
    lookAt("changes");
    change("  podSelector: {}\n", "  podSelector: {matchLabels: {app: frontend}}\n");
    change("    matchLabels:\n      app: api\n", "    matchLabels:\n      app: api2\n");
    QTest::qWait(250);
    m_window->canvas()->fit();
    lookAt("changes_wall");
    m_window->resize(QSize(1000, 700).expandedTo(m_window->minimumSizeHint()));
    m_window->canvas()->fit();
    lookAt("changes_small");
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

void LookPartsTest::notes()
{
    openCopy();
    Document &document = m_window->document();
    Change noted;
    noted.side = document.side();
    graph::PinnedNotes &notes = noted.side->notes;
    notes[node("gateway")] = {{"Ada", "Who owns this?", {}, false}, {{}, "Ask.", {}, false}};
    notes[graph::kInternetKey] = {{{}, "All addresses, on purpose.", {}, false}};
    notes["frame:shop"] = {{{}, "The wall stands since May.", {}, false}};
    for (const graph::Arrow &arrow : document.graph().arrows)
        if (arrow.source == node("api"))
            notes[arrow.key] = {{"Grace", "The port of the old database; it must go.", {}, false}};
    notes["shop/gone[Deployment]"] = {{{}, "Left over.", {}, false}};
    document.push(std::move(noted));
    m_window->canvas()->fit();
    lookAt("notes");
    m_window->canvas()->reveal(document.graph().arrows.front().key);
    lookAt("notes_arrow");
    NoteDialog dialog(QStringLiteral("frontend → api"), {"Ada", "Who owns this?", {}, false});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    lookAt(&dialog, "note_dialog");
    if (const QString folder = qEnvironmentVariable("DRAWBRIDGE_GRABS"); !folder.isEmpty())
        canvas::image(document.picture(), m_window->canvas()->canvasPalette(), 1.5)
            .save(QStringLiteral("%1/notes_export_%2.png")
                      .arg(folder, QString::fromLatin1(QTest::currentDataTag())));
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

void LookPartsTest::textBars()
{
    openFiles();
    m_window->text()->currentEditor()->setFocus();
    press(Qt::Key_H, Qt::ControlModifier);
    QTest::keyClicks(m_window->focusWidget(), "app");
    lookAt("find");
    QTest::mouseClick(m_window->findChild<QToolButton *>("findPattern"), Qt::LeftButton);
    m_window->findChild<QLineEdit *>("findText")->setText("(app");
    lookAt("wrong_pattern");
    press(Qt::Key_Escape);
    press(Qt::Key_G, Qt::ControlModifier);
    lookAt("go_to");
    press(Qt::Key_Escape);
    m_window->text()->currentEditor()->folding()->foldAll();
    lookAt("folds");
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

void LookPartsTest::textLists()
{
    openFiles();
    m_window->text()->listFiles();
    auto *files = m_window->findChild<FileList *>("fileList");
    QVERIFY(files->isVisible());
    lookAt(files, "files");
    files->hide();
    TextEditor *editor = m_window->text()->currentEditor();
    editor->setFocus();
    editor->moveCursor(QTextCursor::End);
    QTest::keyClicks(editor, "  ");
    press(Qt::Key_Space, Qt::ControlModifier);
    auto *completions = editor->findChild<QListWidget *>("completions");
    QVERIFY(completions->isVisible());
    lookAt(completions, "completions");
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

int main(int argc, char *argv[])
{
    return test::lookMain<LookPartsTest>(argc, argv);
}

#include "tst_look_parts.moc"
