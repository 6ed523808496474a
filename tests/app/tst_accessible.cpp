#include "canvas/canvas_accessible.h"
#include "every_dialog.h"
#include "messages/language.h"
#include "panels/changes_panel.h"
#include "panels/connections_panel.h"
#include "panels/filter_bar.h"
#include "panels/problems_panel.h"
#include "panels/services_panel.h"
#include "text/text_binding.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window/add_service_dialog.h"
#include "window/connect_dialog.h"
#include "window/line_dialog.h"
#include "window_user.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QScopeGuard>
#include <QStatusBar>
#include <QTabWidget>
#include <QTimer>

#include <algorithm>
#include <cstring>
#include <vector>

using namespace drawbridge;

namespace {

/// What canvases told assistive technology, in order.
struct Told
{
    QAccessible::Event type;
    QPointer<QObject> object;
    int child = -1;
};
std::vector<Told> s_told;

void note(const QAccessibleEvent &event)
{
    s_told.push_back({event.type(), event.object(), event.child()});
}

bool wasTold(QAccessible::Event type, const QObject *object, int child = -1)
{
    return std::any_of(s_told.begin(), s_told.end(), [&](const Told &told) {
        return told.type == type && told.object == object && told.child == child;
    });
}

QString textOf(QObject *object, QAccessible::Text text)
{
    QAccessibleInterface *told = QAccessible::queryAccessibleInterface(object);
    return told ? told->text(text) : QString();
}

bool hasWords(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

/// What can be used but does not say what it is.
QStringList nameless(QWidget *top)
{
    QStringList result;
    for (QWidget *widget : top->findChildren<QWidget *>()) {
        const bool isUsed =
            widget->focusPolicy() != Qt::NoFocus || qobject_cast<QAbstractButton *>(widget);
        const bool isPart = widget->focusProxy() || widget->inherits("QLineEditIconButton") ||
                            widget->objectName().startsWith(QLatin1String("qt_"));
        if (!isUsed || isPart || !widget->isVisible() || widget->window() != top->window())
            continue;
        if (!hasWords(textOf(widget, QAccessible::Name)))
            result += QStringLiteral("%1 '%2'").arg(
                QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
    }
    return result;
}

} // namespace

/// What a screen reader finds and is told: in the window, on the canvas, in every dialog.
class AccessibleTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void dialogsHaveNames();
    void panelsHaveNames();
    void elementsSayWhatTheyAre();
    void ghostsAndChangesAreTold();
    void countsAreTold_data();
    void countsAreTold();
    void filterIsTold();
    void selectionAndFocusAreTold();
    void changesOfTheCurrentElementAreTold();
    void hintOfAnEmptyCanvasIsThere();
    void hintTellsTheWayToTheInternet();
    void completionIsTold();
    void fileListIsTold();
    void problemsAreTold();
    void problemOfTheLineIsTold();
    void refusalsAreTold();
    void statusIsTold();

private:
    QAccessibleInterface *list() { return QAccessible::queryAccessibleInterface(canvas()); }
    canvas::CanvasWidget *canvas() { return m_user->canvas(); }
    QAccessibleInterface *item(const graph::Key &key);
    int indexOf(const graph::Key &key);
    QString description(const graph::Key &key)
    {
        return item(key) ? item(key)->text(QAccessible::Description) : QString();
    }
    void replace(const char *from, const char *to);

    std::unique_ptr<WindowUser> m_user;
};

void AccessibleTest::initTestCase()
{
    WindowUser::prepare();
    canvas::watchEvents(note);
}

void AccessibleTest::init()
{
    QSettings().clear();
    m_user = std::make_unique<WindowUser>();
    QVERIFY(list()); // somebody listens
    s_told.clear();
}

void AccessibleTest::cleanup()
{
    m_user.reset();
}

int AccessibleTest::indexOf(const graph::Key &key)
{
    const std::vector<graph::Key> &order = canvas()->tabOrder();
    const auto at = std::find(order.begin(), order.end(), key);
    return at == order.end() ? -1 : int(at - order.begin());
}

QAccessibleInterface *AccessibleTest::item(const graph::Key &key)
{
    const int index = indexOf(key);
    return index < 0 ? nullptr : list()->child(index);
}

void AccessibleTest::replace(const char *from, const char *to)
{
    const std::size_t at = m_user->bytes().find(from);
    QVERIFY(at != std::string::npos);
    Change change;
    change.patches = {
        {m_user->document().workspace().files().front(), {{{at, at + std::strlen(from)}, to}}}};
    change.label = QStringLiteral("Edit");
    m_user->document().push(std::move(change));
}

void AccessibleTest::dialogsHaveNames()
{
    QStringList faults;
    test::EveryDialog dialogs(m_user->window(), [&](QWidget *dialog, const QString &name) {
        for (const QString &fault : nameless(dialog))
            faults += name + QStringLiteral(": ") + fault;
        if (!hasWords(dialog->windowTitle()))
            faults += name + QStringLiteral(" has no title");
    });
    dialogs.open();
    faults += dialogs.faults();
    QVERIFY(dialogs.count() > 20);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
}

/// With everything open that can be.
void AccessibleTest::panelsHaveNames()
{
    MainWindow &window = m_user->window();
    m_user->press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    m_user->press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    m_user->press(Qt::Key_H, Qt::ControlModifier);
    m_user->press(Qt::Key_G, Qt::ControlModifier);
    canvas()->reveal(m_user->key("api"));
    canvas()->setFocus();
    QTest::keyClick(canvas(), Qt::Key_F);
    QVERIFY(window.filterBar()->isVisible());
    QVERIFY(window.findChild<ChangesPanel *>()->isVisible());
    QCOMPARE(nameless(&window), QStringList());
    m_user->press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(nameless(&window), QStringList());
}

void AccessibleTest::elementsSayWhatTheyAre()
{
    m_user->document().startUntitled(test::kShop);
    const graph::Key api = m_user->key("api");
    QCOMPARE(item(api)->text(QAccessible::Name), QStringLiteral("api"));
    const QString locks = description(api);
    QVERIFY2(locks.contains("in namespace shop") && locks.contains("ingress: isolated") &&
                 locks.contains("egress: isolated"),
             qPrintable(locks));
    QVERIFY(description(m_user->key("legacy-batch")).contains("ingress: nothing isolates it"));
    const graph::Key half = m_user->arrow("prometheus", "api");
    QCOMPARE(item(half)->text(QAccessible::Name), QStringLiteral("prometheus to api"));
    QVERIFY2(description(half).contains("Half open: TCP 9102; api does not admit it"),
             qPrintable(description(half)));

    const graph::Key shop = graph::frameKey("shop");
    QVERIFY(description(shop).contains("default deny: ingress"));
    QVERIFY(item(shop)->state().expanded);
    canvas()->setCurrent(shop);
    canvas()->setFocus();
    QTest::keyClick(canvas(), Qt::Key_T);
    QVERIFY(item(shop)->state().collapsed);
    QVERIFY(description(shop).contains("4 services; collapsed"));
    QVERIFY(!item(api)); // it is inside

    Change change;
    change.side = m_user->document().side();
    change.side->notes[shop] = {{"Ada", "who owns this?", {}, false}};
    m_user->document().push(std::move(change));
    QVERIFY(description(shop).contains("note 1: who owns this? (Ada)"));
    QVERIFY(list()->text(QAccessible::Description).contains("notes on 1"));
}

void AccessibleTest::ghostsAndChangesAreTold()
{
    const QTemporaryDir folder;
    Document &document = m_user->document();
    QVERIFY(!document.saveAs(document.workspace().files().front(),
                             folder.filePath(QStringLiteral("shop.yaml"))));
    const graph::Key gone = m_user->arrow("api", "database");
    canvas()->reveal(gone);
    canvas()->setFocus();
    QTest::keyClick(canvas(), Qt::Key_Delete);
    QVERIFY(!item(gone));
    QCOMPARE(canvas()->current(), m_user->key("api")); // beside what went
    s_told.clear();
    m_user->press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(item(gone));
    QVERIFY2(description(gone).startsWith("Removed. "), qPrintable(description(gone)));
    const QString all = list()->text(QAccessible::Description);
    QVERIFY2(all.contains("1 of them changed"), qPrintable(all));
    QVERIFY(all.contains("What would change: ")); // the canvas has the keyboard
    QVERIFY(wasTold(QAccessible::DescriptionChanged, canvas()));
    auto *changes = m_user->window().findChild<ChangesPanel *>();
    const QString before = textOf(changes, QAccessible::Description);
    QVERIFY(hasWords(before));
    document.undoStack()->undo();
    QTRY_VERIFY(textOf(changes, QAccessible::Description) != before);
}

void AccessibleTest::countsAreTold_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("two");
    QTest::newRow("English") << QStringLiteral("en")
                             << QStringLiteral("1 node, 0 connections, 1 namespace")
                             << QStringLiteral("2 nodes, 1 connection, 1 namespace");
    QTest::newRow("German") << QStringLiteral("de")
                            << QStringLiteral("1 Knoten, 0 Verbindungen, 1 Namespace")
                            << QStringLiteral("2 Knoten, 1 Verbindung, 1 Namespace");
}

/// Of one there is no plural.
void AccessibleTest::countsAreTold()
{
    QFETCH(QString, language);
    QFETCH(QString, one);
    QFETCH(QString, two);
    Language::install(language);
    const auto english = qScopeGuard([] { Language::install(QStringLiteral("en")); });
    const QByteArray closed = R"(apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: a, namespace: n}
spec: {podSelector: {matchLabels: {app: a}}, policyTypes: [Ingress]PORTS}
)";
    const auto told = [&](const char *admitted) {
        m_user->document().startUntitled(QByteArray(closed).replace("PORTS", admitted));
        return list()->text(QAccessible::Description);
    };
    const QString first = told("");
    QVERIFY2(first.contains(one), qPrintable(first));
    const QString second = told(", ingress: [{from: [{ipBlock: {cidr: 192.0.2.0/24}}]}]");
    QVERIFY2(second.contains(two), qPrintable(second));
}

void AccessibleTest::filterIsTold()
{
    const int before = list()->childCount();
    canvas()->reveal(m_user->key("database"));
    canvas()->setFocus();
    s_told.clear();
    QTest::keyClick(canvas(), Qt::Key_F);
    QVERIFY(list()->childCount() < before);
    QVERIFY(!item(m_user->key("frontend"))); // faded
    QVERIFY(list()->text(QAccessible::Description).contains("a filter is on"));
    QVERIFY(wasTold(QAccessible::DescriptionChanged, canvas()));
    QVERIFY(wasTold(QAccessible::ObjectReorder, canvas()));
    QTest::keyClick(canvas(), Qt::Key_Escape);
    QCOMPARE(list()->childCount(), before);
    QVERIFY(!list()->text(QAccessible::Description).contains("filter"));
}

void AccessibleTest::selectionAndFocusAreTold()
{
    const graph::Key api = m_user->key("api");
    const graph::Key database = m_user->key("database");
    canvas()->setFocus();
    canvas()->reveal(api);
    QVERIFY(wasTold(QAccessible::Focus, canvas(), indexOf(api)));
    QVERIFY(wasTold(QAccessible::SelectionAdd, canvas(), indexOf(api)));
    QVERIFY(item(api)->state().selected && item(api)->state().focused);
    s_told.clear();
    canvas()->reveal(database);
    QVERIFY(wasTold(QAccessible::SelectionRemove, canvas(), indexOf(api)));
    QVERIFY(wasTold(QAccessible::SelectionAdd, canvas(), indexOf(database)));
    QVERIFY(!item(api)->state().selected);
    QCOMPARE(list()->focusChild(), item(database));
}

void AccessibleTest::changesOfTheCurrentElementAreTold()
{
    const graph::Key arrow = m_user->arrow("api", "database");
    canvas()->setFocus();
    canvas()->reveal(arrow);
    QVERIFY(list());
    s_told.clear();
    replace("port: 5432", "port: 6543");
    QVERIFY(description(arrow).contains("6543"));
    QVERIFY(wasTold(QAccessible::DescriptionChanged, canvas(), indexOf(arrow)));
    s_told.clear();
    replace("port: 6543", "port: 6543 # the same");
    QVERIFY(!wasTold(QAccessible::DescriptionChanged, canvas(), indexOf(arrow)));
}

void AccessibleTest::hintOfAnEmptyCanvasIsThere()
{
    m_user->window().startNew();
    QVERIFY(list()->childCount() > 1);
    QAccessibleInterface *hint = list()->child(list()->childCount() - 1);
    QVERIFY(hint);
    const QString words = hint->text(QAccessible::Name);
    QVERIFY2(words.contains("Add services"), qPrintable(words));
    QVERIFY2(words.contains("context menu of a service: Allow from the Internet…"),
             qPrintable(words));
    QCOMPARE(list()->indexOfChild(hint), list()->childCount() - 1);
    m_user->window().openExample();
    for (int i = 0; i < list()->childCount(); ++i)
        QVERIFY(list()->child(i) && list()->child(i) != hint);
}

/// By the menu key, and without the mouse to the end.
void AccessibleTest::hintTellsTheWayToTheInternet()
{
    m_user->window().startNew();
    m_user->answer<AddServiceDialog>([](AddServiceDialog *dialog) {
        QTest::keyClicks(dialog->nameEdit(), "web");
        QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
    });
    m_user->press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(!m_user->key("web").empty());
    bool wasOffered = false;
    QTimer::singleShot(50, &m_user->window(), [&] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return;
        for (QAction *entry : menu->actions())
            if (entry->text() == QStringLiteral("Allow from the Internet…")) {
                wasOffered = true;
                menu->setActiveAction(entry);
            }
        QTest::keyClick(menu, Qt::Key_Return);
    });
    m_user->answer<ConnectDialog>([](ConnectDialog *dialog) {
        QTest::keyClicks(dialog->portsEdit(), "443");
        QTest::keyClick(dialog->portsEdit(), Qt::Key_Return);
    });
    QCOMPARE(canvas()->current(), m_user->key("web"));
    QTest::keyClick(canvas(), Qt::Key_Menu);
    QVERIFY(wasOffered);
    const graph::Key drawn = graph::kInternetKey + std::string("\n") + m_user->key("web");
    QTRY_VERIFY2(m_user->document().graph().arrow(drawn), m_user->bytes().c_str());
}

/// The list has no keyboard: the editor tells of it.
void AccessibleTest::completionIsTold()
{
    TextEditor *editor = m_user->window().text()->currentEditor();
    editor->setFocus();
    QTextCursor end = editor->textCursor();
    end.movePosition(QTextCursor::End);
    editor->setTextCursor(end);
    QTest::keyClick(editor, Qt::Key_Return);
    QTest::keyClicks(editor, "---");
    QTest::keyClick(editor, Qt::Key_Return);
    QTest::keyClick(editor, Qt::Key_Space, Qt::ControlModifier);
    const QString first = editor->accessibleDescription();
    QVERIFY2(first.contains(", 1 of "), qPrintable(first));
    QTest::keyClick(editor, Qt::Key_Down);
    QVERIFY2(editor->accessibleDescription().contains(", 2 of "),
             qPrintable(editor->accessibleDescription()));
    QTest::keyClick(editor, Qt::Key_Escape);
    QCOMPARE(editor->accessibleDescription(), QString());
    auto *choices = m_user->window().findChild<QWidget *>(QStringLiteral("completions"));
    QVERIFY(hasWords(textOf(choices, QAccessible::Name)));
}

void AccessibleTest::fileListIsTold()
{
    const QTemporaryDir folder;
    for (const char *name : {"a.yaml", "b.yaml"}) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: n}\n");
    }
    m_user->window().openPaths({folder.path()});
    m_user->window().text()->listFiles();
    auto *filter = m_user->window().findChild<QLineEdit *>(QStringLiteral("fileFilter"));
    QVERIFY(filter && filter->isVisible());
    QVERIFY2(filter->accessibleDescription().startsWith("a.yaml"),
             qPrintable(filter->accessibleDescription()));
    QTest::keyClick(filter, Qt::Key_Down);
    QVERIFY2(filter->accessibleDescription().startsWith("b.yaml"),
             qPrintable(filter->accessibleDescription()));
    QTest::keyClick(filter, Qt::Key_Escape);
}

void AccessibleTest::problemsAreTold()
{
    ProblemsPanel *problems = m_user->window().problems();
    const QString before = textOf(problems, QAccessible::Description);
    canvas()->setFocus();
    replace("port: 5432", "port: 543210");
    QTRY_VERIFY(textOf(problems, QAccessible::Description) != before);
    const QString now = textOf(problems, QAccessible::Description);
    QVERIFY(now.contains("problem"));
    // Who works on the canvas hears it there.
    QVERIFY(list()->text(QAccessible::Description).contains(now));
}

void AccessibleTest::problemOfTheLineIsTold()
{
    TextEditor *editor = m_user->window().text()->currentEditor();
    editor->setFocus();
    replace("port: 5432", "port: 543210");
    QTRY_VERIFY(!editor->marks().empty());
    QTextCursor at = editor->textCursor();
    at.setPosition(0);
    editor->setTextCursor(at);
    QVERIFY(!editor->accessibleDescription().startsWith("error"));
    at.setPosition(editor->marks().front().range.selectionStart());
    editor->setTextCursor(at);
    const QString told = editor->accessibleDescription();
    QVERIFY2(told.contains(": ") && told.contains(editor->marks().front().sentence),
             qPrintable(told));
}

/// Of a form, the field that has the keyboard says what is wrong with it.
void AccessibleTest::refusalsAreTold()
{
    canvas()->setSelection({m_user->key("api")});
    QString told;
    QString afterwards;
    m_user->answer<LineDialog>([&](LineDialog *dialog) {
        auto *edit = dialog->findChild<QLineEdit *>();
        retype(edit, "No Name");
        QTest::qWait(300);
        told = textOf(edit, QAccessible::Description);
        retype(edit, "other");
        QTest::qWait(300);
        afterwards = textOf(edit, QAccessible::Description);
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    m_user->press(Qt::Key_F2);
    QVERIFY(hasWords(told));
    QVERIFY(told != afterwards);
}

void AccessibleTest::statusIsTold()
{
    canvas()->setFocus();
    canvas()->setSelection({});
    canvas()->setCurrent({});
    m_user->press(Qt::Key_M, Qt::ControlModifier | Qt::AltModifier);
    const QString message = m_user->window().statusBar()->currentMessage();
    QVERIFY(!message.isEmpty());
    QVERIFY(list()->text(QAccessible::Description).startsWith(message));
}

QTEST_MAIN(AccessibleTest)
#include "tst_accessible.moc"
