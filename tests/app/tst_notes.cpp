#include "canvas/export_painter.h"
#include "document/side_state.h"
#include "panels/inspector_panel.h"
#include "window/declared_ports_dialog.h"
#include "window/note_dialog.h"
#include "window_user.h"

#include <QAccessible>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace drawbridge;

/// Review notes by real keys and clicks: one undo step each, and never a byte in the YAML.
class NotesTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init()
    {
        QSettings().clear();
        openWindowOnFile();
        m_before = bytes();
    }
    void cleanup() { closeWindow(); }

    void addByKeyboard();
    void addByContextMenu();
    void cancelledAddsNothing();
    void nothingSelectedIsSaid();
    void editAndRemoveInTheInspector();
    void numbersFollowTheKeys();
    void savedAndReadBack();
    void notesOfGoneElementsAreKept();
    void toldToScreenReaders();
    void exported();
    void declaredPorts();

private:
    QByteArray bytes()
    {
        return QByteArray::fromStdString(
            document().workspace().file(document().workspace().files().front()).bytes());
    }
    void select(const graph::Key &element)
    {
        canvas()->reveal(element);
        canvas()->setFocus();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        activate();
        QTest::keyClick(m_window.get(), key, modifiers);
    }
    void pressAdd() { press(Qt::Key_M, Qt::ControlModifier | Qt::AltModifier); }
    void addNote(const graph::Key &element, const QString &text);
    QLabel *body();
    void follow(const QString &word);

    QByteArray m_before;
};

void NotesTest::addNote(const graph::Key &element, const QString &text)
{
    select(element);
    activate();
    answer<NoteDialog>([text](NoteDialog *dialog) {
        auto *edit = dialog->findChild<QPlainTextEdit *>();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    });
    pressAdd();
}

QLabel *NotesTest::body()
{
    for (QLabel *label : m_window->inspector()->findChildren<QLabel *>())
        if (label->textFormat() == Qt::RichText)
            return label;
    return nullptr;
}

/// As Enter on the link does.
void NotesTest::follow(const QString &word)
{
    QCoreApplication::processEvents(); // after a change the inspector follows
    const QString html = body()->text();
    const auto at = html.indexOf(word);
    QVERIFY2(at >= 0, qPrintable(html));
    const auto end = html.indexOf(QLatin1Char('\''), at);
    emit body()->linkActivated(html.mid(at, end - at));
}

void NotesTest::addByKeyboard()
{
    select(key("api"));
    answer<NoteDialog>([](NoteDialog *dialog) {
        auto *edit = dialog->findChild<QPlainTextEdit *>();
        QVERIFY(edit->hasFocus());
        auto *author = dialog->findChild<QLineEdit *>();
        QTest::keyClicks(edit, QStringLiteral("why this port?"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTest::keyClicks(edit, QStringLiteral("ask the owner"));
        QTest::keyClicks(author, QStringLiteral("Ada"));
        QTest::keyClick(author, Qt::Key_Return);
    });
    pressAdd();
    QCOMPARE(document().side().notes.size(), 1u);
    const graph::PinnedNote note = document().side().notes.at(key("api")).front();
    QCOMPARE(note.text, "why this port?\nask the owner");
    QCOMPARE(note.author, "Ada");
    QCOMPARE(bytes(), m_before);
    QCOMPARE(document().undoStack()->index(), 1);
    QVERIFY(document().isModified());
    QCOMPARE(canvas()->scene().signs().at(key("api")), QStringLiteral("1"));
    QVERIFY(!canvas()->scene().signRect(key("api")).isEmpty());
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(document().side().notes.empty());
    QVERIFY(canvas()->scene().signs().empty());
    QVERIFY(!document().isModified());
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(document().side().notes.size(), 1u);
}

void NotesTest::addByContextMenu()
{
    const graph::Key arrow = document().graph().arrows.front().key;
    select(arrow);
    QTimer::singleShot(0, this, [this] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction *action : menu->actions())
            if (action->text() == QStringLiteral("Add Note…"))
                menu->setActiveAction(action);
        answer<NoteDialog>([](NoteDialog *dialog) {
            QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(), QStringLiteral("too wide"));
            for (QPushButton *button : dialog->findChildren<QPushButton *>())
                if (button->text() == QStringLiteral("Add Note"))
                    QTest::mouseClick(button, Qt::LeftButton);
        });
        QTest::keyClick(menu, Qt::Key_Return);
    });
    QTest::keyClick(canvas(), Qt::Key_Menu);
    QCOMPARE(document().side().notes.count(arrow), 1u);
    QCOMPARE(document().side().notes.at(arrow).front().text, "too wide");
    QCOMPARE(bytes(), m_before);
    QCOMPARE(document().undoStack()->index(), 1);
}

void NotesTest::cancelledAddsNothing()
{
    select(key("api"));
    answer<NoteDialog>([](NoteDialog *dialog) {
        auto *edit = dialog->findChild<QPlainTextEdit *>();
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier); // nothing is typed yet
        QVERIFY(dialog->isVisible());
        QTest::keyClicks(edit, QStringLiteral("never mind"));
        QTest::keyClick(edit, Qt::Key_Escape);
    });
    pressAdd();
    QVERIFY(document().side().notes.empty());
    QCOMPARE(document().undoStack()->count(), 0);
}

void NotesTest::nothingSelectedIsSaid()
{
    canvas()->setSelection({});
    canvas()->setCurrent({});
    pressAdd(); // no dialog: it would wait here
    QCOMPARE(document().undoStack()->count(), 0);
}

void NotesTest::editAndRemoveInTheInspector()
{
    addNote(key("api"), QStringLiteral("first"));
    addNote(key("api"), QStringLiteral("second <b>"));
    QCOMPARE(canvas()->scene().signs().at(key("api")), QStringLiteral("1–2"));
    QTRY_VERIFY(body()->text().contains(QStringLiteral("2: second &lt;b&gt;")));
    answer<NoteDialog>([](NoteDialog *dialog) {
        auto *edit = dialog->findChild<QPlainTextEdit *>();
        QCOMPARE(edit->toPlainText(), QStringLiteral("second <b>"));
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("changed"));
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    });
    follow(QStringLiteral("edit:1"));
    QCOMPARE(document().side().notes.at(key("api"))[1].text, "changed");
    QCOMPARE(document().undoStack()->index(), 3);
    follow(QStringLiteral("drop:0"));
    QCOMPARE(document().side().notes.at(key("api")).size(), 1u);
    QCOMPARE(document().side().notes.at(key("api"))[0].text, "changed");
    follow(QStringLiteral("drop:0"));
    QVERIFY(document().side().notes.empty());
    QCOMPARE(document().undoStack()->index(), 5);
    QCOMPARE(bytes(), m_before);
    for (int i = 0; i < 5; ++i)
        press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!document().isModified());
}

void NotesTest::numbersFollowTheKeys()
{
    addNote(key("gateway"), QStringLiteral("later"));
    addNote("frame:shop", QStringLiteral("the wall"));
    addNote(key("api"), QStringLiteral("earlier"));
    const std::vector<graph::Note> notes =
        graph::notes(document().graph(), document().side().notes);
    QCOMPARE(notes.size(), 3u);
    for (std::size_t i = 0; i < notes.size(); ++i)
        QCOMPARE(notes[i].number, i + 1);
    QCOMPARE(notes[0].element, "shop");
    QCOMPARE(notes[1].element, "api");
    QCOMPARE(notes[2].element, "gateway");
    canvas()->setSelection({});
    for (const char *text : {"1: the wall", "2: earlier", "3: later"})
        QVERIFY(body()->text().contains(QString::fromLatin1(text)));
    follow(QStringLiteral("element:"));
    QCOMPARE(canvas()->selection(), std::set<graph::Key>{"frame:shop"});
}

void NotesTest::savedAndReadBack()
{
    addNote(key("api"), QStringLiteral("kept"));
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!document().isModified());
    QFile yaml(path());
    QVERIFY(yaml.open(QIODevice::ReadOnly));
    QCOMPARE(yaml.readAll(), m_before);
    m_window->openPaths({path()});
    QCOMPARE(document().side().notes.at(key("api")).front().text, "kept");
    QCOMPARE(canvas()->scene().signs().size(), 1u);
}

void NotesTest::notesOfGoneElementsAreKept()
{
    addNote(key("database"), QStringLiteral("back it up"));
    const auto cut = m_before.lastIndexOf("---");
    Change change;
    change.patches.push_back({document().workspace().files().front(),
                              {{{std::size_t(cut), std::size_t(m_before.size())}, ""}}});
    document().push(std::move(change));
    QVERIFY(key("database").empty());
    QCOMPARE(document().side().notes.size(), 1u);
    QVERIFY(canvas()->scene().signs().empty());
    canvas()->setSelection({});
    QTRY_VERIFY(body()->text().contains(QStringLiteral("belong to nothing that is drawn")));
    QVERIFY(body()->text().contains(QStringLiteral("back it up")));
    follow(QStringLiteral("drop:0"));
    QVERIFY(document().side().notes.empty());
}

void NotesTest::toldToScreenReaders()
{
    addNote(key("api"), QStringLiteral("why"));
    QAccessibleInterface *view = QAccessible::queryAccessibleInterface(canvas());
    QStringList told;
    for (int i = 0; i < view->childCount(); ++i)
        told += view->child(i)->text(QAccessible::Description);
    QCOMPARE(told.filter(QStringLiteral("; note 1: why")).size(), 1);
}

void NotesTest::exported()
{
    const graph::Picture plain = document().picture();
    addNote(key("api"), QStringLiteral("why <this> & that"));
    const graph::Picture &noted = document().picture();
    const canvas::CanvasPalette palette = canvas::CanvasPalette::light();
    const QByteArray before = canvas::svg(plain, palette, {});
    const QByteArray after = canvas::svg(noted, palette, {});
    QVERIFY(!before.contains("why"));
    QVERIFY(after.contains("api: why &lt;this&gt; &amp; that"));
    QCOMPARE(canvas::svg(noted, palette, {}), after);
    const canvas::ExportOptions options;
    QVERIFY(canvas::exportSize(noted, options).height() >
            canvas::exportSize(plain, options).height() + 40);
}

/// Of a pod group, by the button in the inspector: also only in the side file.
void NotesTest::declaredPorts()
{
    select(key("api"));
    QPushButton *open = nullptr;
    for (QPushButton *button : m_window->inspector()->findChildren<QPushButton *>())
        if (button->isVisible() && button->text() == QStringLiteral("Ports…"))
            open = button;
    QVERIFY(open);
    const auto type = [this](const QString &text, std::function<void(QWidget *)> after) {
        QTimer::singleShot(0, this, [text, after = std::move(after)] {
            auto *dialog = qobject_cast<DeclaredPortsDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            auto *line = dialog->edit();
            line->selectAll();
            QTest::keyClicks(line, text);
            after(dialog);
            QTest::keyClick(line, Qt::Key_Return);
        });
    };
    type(QStringLiteral("8080, 53/UDP 8080"), [](QWidget *) {});
    QTest::mouseClick(open, Qt::LeftButton);
    QCOMPARE(document().graph().node(key("api"))->ports,
             (std::vector<std::string>{"8080", "53/UDP"}));
    QCOMPARE(document().undoStack()->index(), 1);
    QCOMPARE(bytes(), m_before);
    // What is no port is said in the form, which stays.
    int said = 0;
    type(QStringLiteral("99999"), [this, &said](QWidget *widget) {
        QTimer::singleShot(0, this, [widget, &said] {
            auto *dialog = qobject_cast<DeclaredPortsDialog *>(widget);
            said += dialog->isVisible() && dialog->problemLabel()->text().contains("99999");
            dialog->edit()->selectAll();
            QTest::keyClicks(dialog->edit(), QStringLiteral("8080, UDP/53")); // as it was
            QTest::keyClick(dialog, Qt::Key_Escape);
        });
    });
    QTest::mouseClick(open, Qt::LeftButton);
    QCOMPARE(said, 1);
    QCOMPARE(document().undoStack()->index(), 1);
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!document().isModified());
}

QTEST_MAIN(NotesTest)
#include "tst_notes.moc"
