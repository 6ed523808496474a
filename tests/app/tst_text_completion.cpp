#include "document/document.h"
#include "text/suggestions.h"
#include "text/text_binding.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "text/text_path.h"
#include "window/main_window.h"

#include <QListWidget>
#include <QPlainTextDocumentLayout>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QToolTip>

using namespace drawbridge;

namespace {

const char *const kHead = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n";

/// A text whose "|" is the caret.
struct Caret
{
    explicit Caret(QString marked)
    {
        const int at = int(marked.indexOf(u'|'));
        text.setPlainText(marked.remove(at, 1));
        place = QTextCursor(&text);
        place.setPosition(at);
    }
    TextPath path(bool isJson = false) const
    {
        return TextPath::at(place.block(), place.positionInBlock(), isJson);
    }
    QTextDocument text;
    QTextCursor place;
};

} // namespace

class TestTextCompletion : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void findsThePath_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, const char *text, const char *path,
                            const char *word) { QTest::newRow(name) << text << path << word; };
        row("root", "ki|", "", "ki");
        row("key", "spec:\n  podS|", "spec", "podS");
        row("blank line", "spec:\n  a: 1\n  |", "spec", "");
        row("value", "kind: Net|work", "kind=", "Network");
        row("no value yet", "spec:\n  x:|", "spec/x=", "");
        row("item", "spec:\n  policyTypes:\n    - In|", "spec/policyTypes/[]", "In");
        row("item at the key's indent", "spec:\n  policyTypes:\n  - In|", "spec/policyTypes/[]",
            "In");
        row("item alone", "spec:\n  ingress:\n  - |", "spec/ingress/[]", "");
        row("second key of an item", "spec:\n  ingress:\n    - from:\n        - a: 1\n      po|",
            "spec/ingress/[]", "po");
        row("item in an item", "spec:\n  ingress:\n    - from:\n        - po|",
            "spec/ingress/[]/from/[]", "po");
        row("behind a broken line", "spec:\n  [ {\n  ingress:\n    - from: \"\n      po|",
            "spec/ingress/[]", "po");
        row("comments and blanks", "spec:\n# x\n\n  # y:\n  po|", "spec", "po");
        row("document", "a:\n  b: 1\n---\nc|", "", "c");
        row("flow", "spec:\n  podSelector: {matchLabels: {app: x, ti|",
            "spec/podSelector/matchLabels", "ti");
        row("flow value", "spec: {a: [1, {b: c|", "spec/a/[]/b=", "c");
        row("flow list", "  policyTypes: [Ing|]", "policyTypes/[]", "Ing");
        row("block of text", "a: |-\n  b:\n", "a=", "");
        row("List", "kind: List\nitems:\n  - kind: X\n    me|", "", "me");
        row("quoted", "kind: \"Ne|\"", "kind=", "Ne");
        row("before more", "spec:\n  po|\n  egress: []", "spec", "po");
    }

    void findsThePath()
    {
        QFETCH(QString, text);
        QFETCH(QString, path);
        QFETCH(QString, word);
        const TextPath found = Caret(text).path();
        QVERIFY(found.isValid);
        QCOMPARE(found.keys.join('/') + (found.isValue ? "=" : ""), path);
        QCOMPARE(found.word, word);
    }

    void findsThePathInJson()
    {
        const TextPath path =
            Caret("{\"kind\": \"NetworkPolicy\",\n \"spec\": {\"ingress\": [{\"fr|").path(true);
        QCOMPARE(path.keys, (QStringList{"spec", "ingress", "[]"}));
        QCOMPARE(path.kind(), QStringLiteral("NetworkPolicy"));
        QVERIFY(path.isQuoted && !path.isValue);
    }

    void saysNothingInCommentsAndText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("comment") << "spec:\n  # po|";
        QTest::newRow("behind a value") << "a: 1 # x|";
        QTest::newRow("marker") << "---|";
    }

    void saysNothingInCommentsAndText()
    {
        QFETCH(QString, text);
        QVERIFY(!Caret(text).path().isValid);
    }

    void suggests_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("names");
        const auto row = [](const char *name, const char *text, const char *names) {
            QTest::newRow(name) << kHead + QString(text) << names;
        };
        row("object", "|", "metadata spec");
        row("spec", "spec:\n  |\n  egress: []", "podSelector policyTypes ingress");
        row("peer", "spec:\n  ingress:\n  - from:\n    - |",
            "namespaceSelector podSelector ipBlock");
        row("block", "spec:\n  egress:\n  - to:\n    - ipBlock:\n        |", "cidr except");
        row("port", "spec:\n  egress:\n  - ports:\n    - port: 1\n      |", "protocol endPort");
        row("types", "spec:\n  policyTypes:\n  - |", "Ingress Egress");
        row("types in flow", "spec:\n  policyTypes: [|]", "Ingress Egress");
        row("protocol", "spec:\n  egress:\n  - ports:\n    - protocol: |", "TCP UDP SCTP");
        row("operator",
            "spec:\n  podSelector:\n    matchExpressions:\n    - key: app\n      operator: |",
            "In NotIn Exists DoesNotExist");
        row("values",
            "spec:\n  podSelector:\n    matchExpressions:\n    - key: app\n      values: [|]",
            "api web");
        row("values as items",
            "spec:\n  podSelector:\n    matchExpressions:\n    - key: app\n      values:\n      - "
            "|",
            "api web");
        row("label keys", "spec:\n  podSelector:\n    matchLabels:\n      |", "app tier");
        row("other label keys", "spec:\n  podSelector:\n    matchLabels:\n      app: api\n      |",
            "tier");
        row("label values", "spec:\n  podSelector:\n    matchLabels:\n      app: |", "api web");
        row("namespaces by name",
            "spec:\n  ingress:\n  - from:\n    - namespaceSelector:\n        matchLabels:\n"
            "          kubernetes.io/metadata.name: |",
            "ops shop");
        row("namespace", "metadata:\n  namespace: |", "ops shop");
        row("named ports", "spec:\n  ingress:\n  - ports:\n    - port: |", "http");
        row("nothing", "spec:\n  foo:\n    |", "");
        row("no mapping behind a colon", "spec: |", "");
    }

    void suggests()
    {
        QFETCH(QString, text);
        QFETCH(QString, names);
        const Caret caret(text);
        QStringList found;
        for (const Suggestion &suggestion :
             suggestionsAt(caret.path(), caret.place.block().text(), false, known))
            found.append(suggestion.name);
        QCOMPARE(found.join(' '), names);
    }

    void writesWhatFits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isJson");
        QTest::addColumn<QString>("inserted");
        QTest::newRow("mapping") << "spec|" << false << "spec:";
        QTest::newRow("value") << "kind|" << false << "kind: ";
        QTest::newRow("colon is there") << "kind|: X" << false << "kind";
        QTest::newRow("JSON") << "{|" << true << "\"apiVersion\": ";
        QTest::newRow("JSON in quotes") << "{\"ap|\": 1}" << true << "apiVersion";
    }

    void writesWhatFits()
    {
        QFETCH(QString, text);
        QFETCH(bool, isJson);
        QFETCH(QString, inserted);
        const Caret caret(text);
        const auto all =
            suggestionsAt(caret.path(isJson), caret.place.block().text(), isJson, known);
        QVERIFY(std::any_of(all.begin(), all.end(),
                            [&](const Suggestion &one) { return one.inserted == inserted; }));
    }

    void completesByKeys()
    {
        start(QString(kHead) + "spec:\n  ");
        press(Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(list()->isVisible());
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QVERIFY(!list()->isVisible());
        QVERIFY(bytes().ends_with("spec:\n  policyTypes:"));
        press(Qt::Key_Return);
        type("- ");
        press(Qt::Key_Space, Qt::ControlModifier);
        type("e");
        press(Qt::Key_Tab);
        QVERIFY(bytes().ends_with("policyTypes:\n    - Egress"));
        QVERIFY(m_window->text()->currentBinding()->isEqual());
    }

    void opensWhileAKeyIsTyped()
    {
        start(QString(kHead) + "spec:\n  ");
        type("po");
        QVERIFY(list()->isVisible());
        QCOMPARE(list()->currentRow(), -1);
        press(Qt::Key_Return); // nothing was chosen: a new line, as ever
        QVERIFY(!list()->isVisible());
        QVERIFY(bytes().ends_with("spec:\n  po\n  "));
        type("pod");
        QVERIFY(list()->isVisible());
        press(Qt::Key_Escape);
        QVERIFY(!list()->isVisible());
        QVERIFY(bytes().ends_with("po\n  pod"));
        QVERIFY(editor()->hasFocus());
    }

    void chosenByMouse()
    {
        start(QString(kHead) + "spec:\n  ");
        press(Qt::Key_Space, Qt::ControlModifier);
        const QRect row = list()->visualItemRect(list()->item(0));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, row.center());
        QVERIFY(bytes().ends_with("spec:\n  podSelector:"));
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(bytes().ends_with("spec:\n  "));
    }

    void saysThatNothingIsKnown()
    {
        start("foo:\n  ");
        press(Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(!list()->isVisible());
        QVERIFY(!m_window->statusBar()->currentMessage().isEmpty());
    }

    void describes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("begin");
        QTest::newRow("key") << "spec:\n  podSel|ector: {}"
                             << "The pods that this policy protects";
        QTest::newRow("peer's") << "spec:\n  ingress:\n  - from:\n    - podSel|ector: {}"
                                << "The pods that are meant";
        QTest::newRow("value") << "spec:\n  policyTypes:\n  - Ing|ress"
                               << "The directions";
        QTest::newRow("item's value") << "spec:\n  egress:\n  - ports:\n    - protocol: TC|P"
                                      << "TCP, UDP or SCTP";
        QTest::newRow("label") << "spec:\n  podSelector:\n    matchLabels:\n      a|pp: x"
                               << "The value that the label app has";
        QTest::newRow("unknown") << "spec:\n  fo|o: 1"
                                 << "";
    }

    void describes()
    {
        QFETCH(QString, text);
        QFETCH(QString, begin);
        const QString said = fieldSentence(Caret(kHead + text).path());
        QVERIFY2(said.left(begin.size()) == begin && said.isEmpty() == begin.isEmpty(),
                 qPrintable(said));
    }

    void describesByKeyAndMouse()
    {
        start(QString(kHead) + "spec:\n  podSelector: {}\n  policyTypes: [Foo]\n");
        QTextCursor at(editor()->document()->findBlockByNumber(3));
        at.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, 5);
        editor()->setTextCursor(at);
        press(Qt::Key_I, Qt::ControlModifier);
        QTRY_VERIFY(QToolTip::text().contains("The pods that this policy protects"));
        // A problem at the place comes first.
        QTRY_VERIFY(!editor()->marks().empty());
        QTextCursor wrong = editor()->document()->find("Foo");
        const QRect word = editor()->cursorRect(wrong);
        const QPoint point = editor()->viewport()->mapTo(editor(), word.center() - QPoint(4, 0));
        QHelpEvent help(QEvent::ToolTip, point, editor()->mapToGlobal(point));
        QCoreApplication::sendEvent(editor(), &help);
        QTRY_VERIFY(QToolTip::text().contains("The directions"));
        QVERIFY(QToolTip::text().contains("<br>"));
        QVERIFY(!editor()->tipAt(wrong).contains("<script"));
    }

    void init()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

private:
    static const KnownNames &known()
    {
        static const KnownNames names{{{"app", {"api", "web"}}, {"tier", {"db"}}},
                                      {{"kubernetes.io/metadata.name", {"shop", "ops"}}},
                                      {"shop", "ops"},
                                      {"http"}};
        return names;
    }
    void start(const QString &text)
    {
        m_window->document().startUntitled(text.toUtf8());
        editor()->moveCursor(QTextCursor::End);
        editor()->setFocus();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window->focusWidget(), key, modifiers);
        QCoreApplication::processEvents();
    }
    void type(const QString &text)
    {
        QTest::keyClicks(m_window->focusWidget(), text);
        QCoreApplication::processEvents();
    }
    TextEditor *editor() { return m_window->text()->currentEditor(); }
    QListWidget *list() { return editor()->findChild<QListWidget *>("completions"); }
    std::string bytes()
    {
        return m_window->document().workspace().file(m_window->text()->currentFile()).bytes();
    }

    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestTextCompletion)
#include "tst_text_completion.moc"
