#include "edit/fixes.h"
#include "messages/fix_words.h"
#include "panels/problems_panel.h"
#include "text/text_editor.h"
#include "window/confirm_dialog.h"
#include "window_user.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QSet>
#include <QStatusBar>

#include <algorithm>

using namespace drawbridge;

/// Problems are fixed from the list and from the text, by mouse and by keys: one undo step each.
class QuickFixesTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }
    void byKeysInTheList();
    void byMouseInTheList();
    void byContextMenu();
    void inTheText();
    void whatElseChangesIsShownFirst();
    void whereNothingIsOffered();
    void everyFixHasWords();

private:
    void open(const std::string &spec);
    QModelIndex row(Code code);
    void take(int number);
    ProblemsPanel *problems() { return m_window->problems(); }

    std::string m_text;
    QStringList m_offered;
};

namespace {

const std::string kHead = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
                          "metadata:\n  name: api\n  namespace: shop\nspec:\n"
                          "  podSelector:\n    matchLabels:\n      app: api\n";
const std::string kTwice = "  policyTypes: [Ingress, Ingress] # once\n  ingress:\n"
                           "    - from:\n        - podSelector:\n            matchLabels:\n"
                           "              app: web\n";
const std::string kNoTypes = "  egress: [] # none\n";

} // namespace

void QuickFixesTest::open(const std::string &spec)
{
    m_text = kHead + spec;
    document().startUntitled(QByteArray::fromStdString(m_text));
    QTRY_VERIFY(problems()->count() > 0);
    m_offered.clear();
}

/// The row of a problem, shown and current.
QModelIndex QuickFixesTest::row(Code code)
{
    const auto &all = problems()->problems();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Diagnostic &one) { return one.code == code; });
    if (found == all.end())
        return {};
    activate();
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    problems()->setCurrentIndex(problems()->model()->index(int(found - all.begin()), 0));
    return problems()->currentIndex();
}

/// Takes an entry of the menu that opens next, by keys; the first is 0, -1 leaves it.
void QuickFixesTest::take(int number)
{
    auto *timer = new QTimer(m_window.get());
    timer->setInterval(20);
    connect(timer, &QTimer::timeout, m_window.get(), [this, timer, number] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return;
        timer->deleteLater();
        timer->stop();
        for (const QAction *action : menu->actions())
            m_offered += action->text();
        for (int i = 0; i < number; ++i)
            QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, number < 0 ? Qt::Key_Escape : Qt::Key_Return);
    });
    timer->start();
}

void QuickFixesTest::byKeysInTheList()
{
    open(kTwice);
    QVERIFY(row(Code::LintDuplicatePolicyTypes).isValid());
    take(-1);
    QTest::keyClick(problems(), Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(m_offered.size(), 1);
    QCOMPARE(bytes(), m_text);
    take(0);
    QTest::keyClick(problems(), Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(undoCount(), 1);
    QVERIFY(bytes().find("policyTypes: [Ingress] # once\n") != std::string::npos);
    QTRY_VERIFY(!row(Code::LintDuplicatePolicyTypes).isValid());
    document().undoStack()->undo();
    QCOMPARE(bytes(), m_text);
}

void QuickFixesTest::byMouseInTheList()
{
    open(kTwice);
    const QModelIndex fix = row(Code::LintDuplicatePolicyTypes).siblingAtColumn(ProblemsModel::Fix);
    QVERIFY(!fix.data().toString().isEmpty());
    QVERIFY(!fix.data(Qt::ToolTipRole).toString().isEmpty());
    take(0);
    QTest::mouseClick(problems()->viewport(), Qt::LeftButton, {},
                      problems()->visualRect(fix).center());
    QCOMPARE(undoCount(), 1);
    QVERIFY(bytes().find("[Ingress, Ingress]") == std::string::npos);
}

void QuickFixesTest::byContextMenu()
{
    open(kTwice);
    QVERIFY(row(Code::LintDuplicatePolicyTypes).isValid());
    take(0);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5),
                            problems()->viewport()->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(problems()->viewport(), &event);
    QCOMPARE(undoCount(), 1);
}

void QuickFixesTest::inTheText()
{
    open(kTwice);
    activate();
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    auto *editor = qobject_cast<TextEditor *>(QApplication::focusWidget());
    QVERIFY(editor);
    QTest::keyClick(editor, Qt::Key_Home, Qt::ControlModifier);
    for (int i = 0; i < 9; ++i)
        QTest::keyClick(editor, Qt::Key_Down);
    take(0);
    QTest::keyClick(editor, Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(m_offered.size(), 1);
    QCOMPARE(undoCount(), 1);
    QVERIFY(bytes().find("policyTypes: [Ingress] # once\n") != std::string::npos);
}

/// The second way to mend it closes what was open.
void QuickFixesTest::whatElseChangesIsShownFirst()
{
    open(kNoTypes);
    QVERIFY(row(Code::LintEgressListNoType).isValid());
    take(1);
    answer<ConfirmDialog>([](ConfirmDialog *dialog) { dialog->reject(); });
    QTest::keyClick(problems(), Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(m_answered, 1);
    QCOMPARE(bytes(), m_text);
    QVERIFY(row(Code::LintEgressListNoType).isValid());
    take(1);
    answer<ConfirmDialog>(
        [](ConfirmDialog *dialog) { QTest::keyClick(dialog->focusWidget(), Qt::Key_Return); });
    QTest::keyClick(problems(), Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(m_answered, 2);
    QCOMPARE(undoCount(), 1);
    QVERIFY(bytes().find("    - Egress\n") != std::string::npos);
    QVERIFY(bytes().find("egress: [] # none\n") != std::string::npos);
}

void QuickFixesTest::whereNothingIsOffered()
{
    open("  policyTypes: [Ingress]\n  ingress:\n    - from:\n        - ipBlock:\n"
         "            cidr: 10.0.0.0/8\n");
    const QModelIndex index = row(Code::LintIpBlockPods);
    QVERIFY(index.isValid());
    QVERIFY(index.siblingAtColumn(ProblemsModel::Fix).data().toString().isEmpty());
    QTest::keyClick(problems(), Qt::Key_Period, Qt::ControlModifier);
    QVERIFY(!m_window->statusBar()->currentMessage().isEmpty());
    QCOMPARE(undoCount(), 0);
    QCOMPARE(bytes(), m_text);
}

void QuickFixesTest::everyFixHasWords()
{
    QSet<QString> seen;
    for (int kind = 0; kind <= int(edit::Fix::Kind::ValidValue); ++kind) {
        const QString title = fixTitle({edit::Fix::Kind(kind), {}, edit::Isolate{}});
        QVERIFY(!title.isEmpty() && !seen.contains(title));
        seen.insert(title);
    }
    const QString named = fixTitle({edit::Fix::Kind::OtherHalf, {"%2", "b", "c"}, edit::Isolate{}});
    QVERIFY(named.contains("%2") && named.contains("b"));
}

QTEST_MAIN(QuickFixesTest)
#include "tst_quick_fixes.moc"
