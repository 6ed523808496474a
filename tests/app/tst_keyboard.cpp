#include "every_dialog.h"
#include "messages/language.h"
#include "messages/tr.h"
#include "panels/connections_panel.h"
#include "panels/filter_bar.h"
#include "panels/inspector_panel.h"
#include "panels/palette_panel.h"
#include "panels/problems_panel.h"
#include "panels/services_panel.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window/add_service_dialog.h"
#include "window/connect_dialog.h"
#include "window_user.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QButtonGroup>
#include <QClipboard>
#include <QDialog>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScopeGuard>
#include <QStatusBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <set>

using namespace drawbridge;

namespace {

QString named(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return QStringLiteral("%1 '%2'").arg(
        QString::fromLatin1(widget->metaObject()->className()),
        button && !button->text().isEmpty() ? button->text() : widget->accessibleName());
}

QChar mnemonicOf(const QWidget *widget)
{
    QString text;
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        text = button->text();
    else if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
        text = label->text();
    text.replace(QStringLiteral("&&"), QStringLiteral("  "));
    const qsizetype at = text.indexOf('&');
    return at < 0 || at + 1 >= text.size() ? QChar() : text[at + 1].toLower();
}

QStringList doubleMnemonics(const QWidget *top)
{
    QStringList faults;
    std::map<QChar, const QWidget *> taken;
    for (const QWidget *widget : top->findChildren<QWidget *>()) {
        const QChar letter = widget->isVisible() ? mnemonicOf(widget) : QChar();
        if (!letter.isNull() && !taken.emplace(letter, widget).second)
            faults += QStringLiteral("Alt+%1 twice: %2, %3")
                          .arg(letter)
                          .arg(named(widget), named(taken[letter]));
    }
    return faults;
}

bool takesTab(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && !widget->focusProxy() &&
           (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

/// Of radio buttons that belong together Tab reaches the one that is on; arrow keys the others.
bool isReachedThrough(const QWidget *widget, const std::set<QWidget *> &reached)
{
    const auto *radio = qobject_cast<const QRadioButton *>(widget);
    return radio && std::any_of(reached.begin(), reached.end(), [&](const QWidget *other) {
               const auto *also = qobject_cast<const QRadioButton *>(other);
               return also && also->group() == radio->group() &&
                      also->parentWidget() == radio->parentWidget();
           });
}

/// True if two pictures differ where a widget is, and not by a shade.
bool differ(const QImage &a, const QImage &b, const QRect &rect)
{
    int pixels = 0;
    for (int y = std::max(0, rect.top()); y <= std::min(rect.bottom(), a.height() - 1); ++y)
        for (int x = std::max(0, rect.left()); x <= std::min(rect.right(), a.width() - 1); ++x) {
            const QColor p = a.pixelColor(x, y);
            const QColor q = b.pixelColor(x, y);
            pixels += std::abs(p.red() - q.red()) + std::abs(p.green() - q.green()) +
                          std::abs(p.blue() - q.blue()) >
                      60;
        }
    return pixels >= 10;
}

/// Goes round by Tab. What it does not reach, and where the focus is not to be seen.
QStringList tabFaults(QWidget *top)
{
    QStringList faults;
    std::set<QWidget *> reached;
    QPointer<QWidget> before = QApplication::focusWidget();
    for (int step = 0; step < 120 && before; ++step) {
        reached.insert(before);
        const QImage on = top->grab().toImage();
        QTest::keyClick(before.data(), Qt::Key_Tab);
        QWidget *now = QApplication::focusWidget();
        if (now == before) { // nothing else is there, or it is a trap
            for (QWidget *other : top->findChildren<QWidget *>())
                if (other != now && takesTab(other))
                    faults += QStringLiteral("Tab does not leave ") + named(now);
            break;
        }
        const QImage off = top->grab().toImage();
        const QRect rect(before->mapTo(top, QPoint()), before->size());
        if (before && !differ(on, off, rect.adjusted(-2, -2, 2, 2)))
            faults += QStringLiteral("focus is not to be seen on ") + named(before);
        before = now;
        if (now && reached.count(now))
            break;
    }
    for (QWidget *widget : top->findChildren<QWidget *>())
        if (takesTab(widget) && !reached.count(widget) && !isReachedThrough(widget, reached) &&
            !widget->inherits("QLineEditIconButton"))
            faults += QStringLiteral("Tab does not reach ") + named(widget);
    faults.removeDuplicates();
    return faults;
}

} // namespace

/// The whole job by keyboard alone.
class KeyboardTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { closeWindow(); }

    void everyCommandIsInAMenu();
    void noShortcutIsTakenTwice();
    void noMnemonicIsTakenTwice_data();
    void noMnemonicIsTakenTwice();
    void faultsAreFound();
    void dialogs_data();
    void dialogs();
    void panelsOneAfterTheOther();
    void panelsByNumber();
    void aNewSketchIsBegunByKeys();
    void fromNothingToAConnection();
    void theInspectorAddsToItsNamespace_data();
    void theInspectorAddsToItsNamespace();
    void focusIsOnWhatWasPasted();
    void focusStaysBesideWhatGoes();
    void focusShowsOnTheCanvas();
    void unsavedFilesAreListed();
};

void KeyboardTest::initTestCase()
{
    prepare();
    QApplication::setCursorFlashTime(0); // or pictures differ by chance
}

void KeyboardTest::init()
{
    QSettings().clear();
    openWindow();
}

void KeyboardTest::everyCommandIsInAMenu()
{
    int commands = 0;
    for (QAction *menu : m_window->menuBar()->actions()) {
        QVERIFY(menu->text().contains('&'));
        for (QAction *action : menu->menu()->actions())
            commands += !action->isSeparator();
    }
    QVERIFY(commands > 20);
}

void KeyboardTest::noShortcutIsTakenTwice()
{
    std::map<QString, QString> taken;
    for (const QAction *action : m_window->findChildren<QAction *>())
        for (const QKeySequence &keys : action->shortcuts()) {
            const QString name = keys.toString();
            QVERIFY2(name.isEmpty() || taken.emplace(name, action->text()).second,
                     qPrintable(name + ": " + action->text() + ", " + taken[name]));
        }
    QVERIFY(taken.size() > 20);
}

void KeyboardTest::noMnemonicIsTakenTwice_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << QStringLiteral("en");
    QTest::newRow("de") << QStringLiteral("de");
}

void KeyboardTest::noMnemonicIsTakenTwice()
{
    QFETCH(QString, language);
    Language::install(language);
    const auto english = qScopeGuard([] { Language::install(QStringLiteral("en")); });
    openWindow();
    const auto mnemonic = [](const QString &text) {
        const qsizetype at = QString(text).replace("&&", "  ").indexOf('&');
        return at < 0 ? QChar() : text[at + 1].toLower();
    };
    const QList<QMenu *> menus = m_window->menuBar()->findChildren<QMenu *>();
    QVERIFY(menus.size() > 4);
    QStringList faults;
    for (const QMenu *menu : menus) {
        std::map<QChar, QString> taken;
        for (const QAction *action : menu->actions()) {
            const QChar letter = mnemonic(action->text());
            if (!letter.isNull() && !taken.emplace(letter, action->text()).second)
                faults += menu->title() + ": " + action->text() + ", " + taken[letter];
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
}

/// The measure itself: a key twice, a trap and what lies behind it, focus that does not show.
void KeyboardTest::faultsAreFound()
{
    QDialog dialog;
    auto *layout = new QVBoxLayout(&dialog);
    auto *behind = new QPushButton(QStringLiteral("Behind"));
    auto *blind = new QWidget;
    blind->setFocusPolicy(Qt::StrongFocus);
    blind->setMinimumHeight(20);
    blind->setAccessibleName(QStringLiteral("Blind"));
    auto *trap = new QPlainTextEdit;
    auto *first = new QPushButton(QStringLiteral("&But"));
    auto *second = new QPushButton(QStringLiteral("&By"));
    for (QWidget *widget : std::initializer_list<QWidget *>{first, second, blind, trap, behind})
        layout->addWidget(widget);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QCOMPARE(doubleMnemonics(&dialog).size(), 1);
    first->setFocus(Qt::TabFocusReason);
    const QString faults = tabFaults(&dialog).join('\n');
    QVERIFY2(faults.contains("Tab does not leave QPlainTextEdit"), qPrintable(faults));
    QVERIFY2(faults.contains("Tab does not reach QPushButton 'Behind'"), qPrintable(faults));
    QVERIFY2(faults.contains("is not to be seen on QWidget 'Blind'"), qPrintable(faults));
}

void KeyboardTest::dialogs_data()
{
    QTest::addColumn<QString>("language");
    for (const char *code : {"en", "de"})
        QTest::newRow(code) << QString::fromLatin1(code);
}

/// In every dialog: no key twice, Tab reaches everything, and it is seen where the keyboard is.
void KeyboardTest::dialogs()
{
    QFETCH(QString, language);
    Language::install(language);
    openWindow();
    QStringList faults;
    test::EveryDialog dialogs(*m_window, [&](QWidget *dialog, const QString &name) {
        const QStringList found =
            doubleMnemonics(dialog) + (language == "en" ? tabFaults(dialog) : QStringList());
        for (const QString &fault : found)
            faults += name + QStringLiteral(": ") + fault;
    });
    dialogs.open();
    faults += dialogs.faults();
    Language::install(QStringLiteral("en"));
    QVERIFY(dialogs.count() > 20);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
}

void KeyboardTest::panelsOneAfterTheOther()
{
    MainWindow &window = *m_window;
    QWidget *bottom = window.problems();
    const std::vector<QWidget *> all{
        window.services(), window.palettePanel(), canvas(), bottom, window.text()->currentEditor(),
        window.inspector()};
    press(Qt::Key_1, Qt::ControlModifier);
    const auto isIn = [](const QWidget *panel) {
        return panel->hasFocus() || panel->isAncestorOf(QApplication::focusWidget());
    };
    for (std::size_t i = 0; i <= all.size(); ++i) {
        QVERIFY(isIn(all[i % all.size()]));
        const QImage on = window.grab().toImage();
        const QRect rect(QApplication::focusWidget()->mapTo(&window, QPoint()),
                         QApplication::focusWidget()->size());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QVERIFY2(differ(on, window.grab().toImage(), rect), qPrintable(named(all[i % all.size()])));
    }
    QTest::keyClick(&window, Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(isIn(all[0]));
    QTest::keyClick(&window, Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(isIn(all.back()));
    // The Tab key goes the same way.
    std::vector<QWidget *> met;
    QWidget *first = window.services();
    for (QWidget *at = first; met.empty() || at != first; at = at->nextInFocusChain())
        for (QWidget *panel : all)
            if (panel == at || panel->isAncestorOf(at))
                if (std::find(met.begin(), met.end(), panel) == met.end())
                    met.push_back(panel);
    QCOMPARE(met, all);
}

void KeyboardTest::aNewSketchIsBegunByKeys()
{
    MainWindow window;
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.canvas()->setFocus();
    QTest::keyClick(&window, Qt::Key_D, Qt::ControlModifier);
    const QAccessibleInterface *canvas = QAccessible::queryAccessibleInterface(window.canvas());
    const QString told = canvas->text(QAccessible::Description);
    QVERIFY2(!told.contains(QStringLiteral(".;")), qPrintable(told));
    const auto labels = window.statusBar()->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains(QStringLiteral("press C on one"));
    }));
    QTest::keyClick(window.canvas(), Qt::Key_Escape);
    const auto hint = [&] { return qobject_cast<QLabel *>(QApplication::focusWidget()); };
    for (int i = 0; i < 5 && !hint(); ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(hint());
    QCOMPARE(hint()->selectedText(), Tr::tr("Add a service"));
    QTest::keyClick(hint(), Qt::Key_Tab);
    QCOMPARE(hint()->selectedText(), Tr::tr("Show the three-tier example"));
    QTest::keyClick(hint(), Qt::Key_Return);
    QVERIFY(!window.document().graph().nodes.empty());
}

void KeyboardTest::panelsByNumber()
{
    MainWindow &window = *m_window;
    const std::pair<Qt::Key, QWidget *> all[] = {
        {Qt::Key_1, window.services()},
        {Qt::Key_2, canvas()},
        {Qt::Key_3, window.text()->currentEditor()},
        {Qt::Key_4, window.problems()},
        {Qt::Key_5, window.findChild<ConnectionsPanel *>()},
        {Qt::Key_6, window.palettePanel()},
        {Qt::Key_7, window.inspector()->focusProxy()}};
    for (const auto &[key, panel] : all) {
        QTest::keyClick(&window, key, Qt::ControlModifier);
        QVERIFY2(panel->hasFocus(), qPrintable(named(panel)));
    }
}

void KeyboardTest::fromNothingToAConnection()
{
    press(Qt::Key_N, Qt::ControlModifier);
    for (const char *name : {"web", "db"}) {
        answer<AddServiceDialog>([name](AddServiceDialog *dialog) {
            QTest::keyClicks(dialog->focusWidget(), name);
            QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        });
        press(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(!key(name).empty());
        QCOMPARE(canvas()->current(), key(name));
    }
    answer<ConnectDialog>([](ConnectDialog *dialog) {
        QVERIFY(dialog->portsEdit()->hasFocus());
        QTest::keyClicks(dialog->portsEdit(), "5432");
        QTest::keyClick(dialog->portsEdit(), Qt::Key_Return);
    });
    activate();
    canvas()->setFocus();
    canvas()->setCurrent(key("web"));
    QTest::keyClick(canvas(), Qt::Key_C);
    for (int i = 0; i < 9 && canvas()->current() != key("db"); ++i)
        QTest::keyClick(canvas(), Qt::Key_Tab);
    QTest::keyClick(canvas(), Qt::Key_Return);
    QCOMPARE(undoCount(), 3);
    const graph::Key drawn = arrow("web", "db");
    QVERIFY(!drawn.empty());
    QCOMPARE(canvas()->current(), drawn);
    QTest::keyClick(canvas(), Qt::Key_Delete);
    QVERIFY(arrow("web", "db").empty());
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(arrow("web", "db"), drawn);
}

void KeyboardTest::theInspectorAddsToItsNamespace_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("words");
    QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("Add Service…");
    QTest::newRow("German") << QStringLiteral("de") << QStringLiteral("Dienst hinzufügen…");
}

/// As the context menu of the namespace does. One that is known by labels alone has no name yet.
void KeyboardTest::theInspectorAddsToItsNamespace()
{
    QFETCH(QString, language);
    QFETCH(QString, words);
    Language::install(language);
    const auto english = qScopeGuard([] { Language::install(QStringLiteral("en")); });
    openWindow();
    document().startUntitled(R"(apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web, namespace: front}
spec: {podSelector: {matchLabels: {app: web}}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db, namespace: data}
spec:
  podSelector: {matchLabels: {app: db}}
  ingress: [{from: [{namespaceSelector: {matchLabels: {team: x}}}]}]
)");
    const auto button = [&] {
        const auto buttons = m_window->inspector()->findChildren<QPushButton *>();
        const auto found = std::find_if(buttons.begin(), buttons.end(), [&](QPushButton *one) {
            return one->text() == words && one->isVisible();
        });
        return found == buttons.end() ? nullptr : *found;
    };
    for (const char *name : {"data", "front"}) {
        const graph::Key frame = graph::frameKey(name);
        canvas()->reveal(frame);
        press(Qt::Key_7, Qt::ControlModifier);
        QVERIFY(button());
        for (int i = 0; i < 9 && !button()->hasFocus(); ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(button()->hasFocus());
        answer<AddServiceDialog>([](AddServiceDialog *dialog) {
            QTest::keyClicks(dialog->focusWidget(), "worker");
            QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        });
        const std::size_t before = document().graph().nodes.size();
        QTest::keyClick(button(), Qt::Key_Space);
        QCOMPARE(document().graph().nodes.size(), before + 1);
        const graph::Node *added = document().graph().node(canvas()->current());
        QVERIFY(added);
        QCOMPARE(added->title, std::string("worker"));
        QCOMPARE(added->frame, frame);
    }
    canvas()->reveal(graph::frameKey("{team=x}"));
    QVERIFY(document().graph().frame(m_window->inspector()->element()));
    QVERIFY(!button());
    canvas()->reveal(key("web"));
    QVERIFY(!button());
}

void KeyboardTest::focusIsOnWhatWasPasted()
{
    const std::size_t before = document().graph().nodes.size();
    canvas()->reveal(key("api"));
    press(Qt::Key_C, Qt::ControlModifier);
    m_window->services()->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(document().graph().nodes.size(), before + 1);
    QVERIFY(canvas()->hasFocus());
    QVERIFY(canvas()->current() != key("api"));
    QCOMPARE(canvas()->selection(), std::set<graph::Key>{canvas()->current()});
    QVERIFY(canvas()->rect().contains(canvas()->rectOf(canvas()->current())));
}

void KeyboardTest::focusStaysBesideWhatGoes()
{
    canvas()->setFocus();
    canvas()->reveal(arrow("api", "database"));
    QTest::keyClick(canvas(), Qt::Key_Delete);
    QVERIFY2(canvas()->current() == key("api"), canvas()->current().c_str());
    QVERIFY(canvas()->selection().empty());
    canvas()->reveal(key("api"));
    const graph::Key frame = canvas()->scene().node(canvas()->current())->node.frame;
    Change folded;
    folded.side = document().side();
    folded.side->collapsed.insert(frame);
    document().push(std::move(folded));
    QCOMPARE(canvas()->current(), frame);
}

/// As a ring around an element, beside what shows the selection, or around the canvas.
void KeyboardTest::focusShowsOnTheCanvas()
{
    const graph::Key api = key("api");
    const auto picture = [&](const graph::Key &current, bool isSelected, bool hasFocus) {
        canvas()->setSelection(isSelected ? std::set{api} : std::set<graph::Key>());
        canvas()->setCurrent(current);
        if (hasFocus)
            canvas()->setFocus();
        else
            m_window->services()->setFocus();
        canvas()->finishRendering();
        return canvas()->grab().toImage();
    };
    const QRect card = canvas()->rectOf(api).adjusted(-8, -8, 8, 8);
    for (const bool isSelected : {false, true})
        QVERIFY(differ(picture(api, isSelected, false), picture(api, isSelected, true), card));
    QVERIFY(differ(picture(api, false, true), picture(api, true, true), card));
    QVERIFY(differ(picture({}, false, false), picture({}, false, true), canvas()->rect()));
    canvas()->centerOn({9000, 9000}); // out of sight
    QVERIFY(differ(picture(api, false, false), picture(api, false, true), canvas()->rect()));
}

void KeyboardTest::unsavedFilesAreListed()
{
    const QTemporaryDir folder;
    for (int i = 0; i < 13; ++i) {
        QFile file(folder.filePath(QStringLiteral("part-%1.yaml").arg(i, 2, 10, QChar('0'))));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: n}\n");
    }
    m_window->openPaths({folder.path()});
    Change change;
    for (const FileId file : document().workspace().files())
        change.patches.push_back({file, {{{0, 0}, "# a\n"}}});
    change.label = QStringLiteral("Edit");
    document().push(std::move(change));
    QString told;
    answer<QMessageBox>([&](QMessageBox *box) {
        told = box->text();
        QTest::keyClick(box, Qt::Key_Escape);
    });
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY2(told.contains("part-00.yaml") && told.contains("part-09.yaml"), qPrintable(told));
    QVERIFY2(!told.contains("part-10.yaml") && told.contains("and 3 more"), qPrintable(told));
    QVERIFY(document().isModified()); // Escape did nothing
}

QTEST_MAIN(KeyboardTest)
#include "tst_keyboard.moc"
