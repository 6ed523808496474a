#include "text/text_binding.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window/quick_list.h"
#include "window_user.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>

using namespace drawbridge;

/// Finding and commanding by keyboard alone; neither changes a byte.
class FindTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init()
    {
        openWindow();
        canvas()->setFocus();
    }
    void cleanup() { closeWindow(); }

    void findsAsOneTypes();
    void enterRevealsOnTheCanvas();
    void enterOpensACollapsedNamespace();
    void enterShowsAPolicyInTheText();
    void addressesFindWhoHoldsThem();
    void keysWalkThroughTheList();
    void escapeGivesTheKeyboardBack();
    void clickTakesARow();
    void paletteHasEveryCommand();
    void paletteRunsACommand();
    void paletteTellsWhatIsOff();

private:
    void find(const QString &query);
    QStringList rows(int role = Qt::DisplayRole);
    QListView *list() { return m_window->quickList()->list(); }
    QLineEdit *line() { return m_window->quickList()->line(); }
};

void FindTest::find(const QString &query)
{
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_window->quickList()->isVisible());
    QTest::keyClicks(line(), query);
}

QStringList FindTest::rows(int role)
{
    QStringList result;
    for (int row = 0; row < list()->model()->rowCount(); ++row)
        result += list()->model()->index(row, 0).data(role).toString();
    return result;
}

void FindTest::findsAsOneTypes()
{
    find(QStringLiteral("a"));
    const auto many = rows().size();
    QTest::keyClicks(line(), QStringLiteral("pi"));
    QVERIFY(!rows().isEmpty());
    QVERIFY(rows().size() < many);
    QCOMPARE(rows().front(), QStringLiteral("api"));
    const QString words = rows(Qt::AccessibleTextRole).front();
    QCOMPARE(words, QStringLiteral("api, shop, Service"));
    QCOMPARE(line()->accessibleDescription(), words);
}

void FindTest::enterRevealsOnTheCanvas()
{
    const std::string before = bytes();
    find(QStringLiteral("api"));
    QTest::keyClick(line(), Qt::Key_Return);
    QVERIFY(!m_window->quickList()->isVisible());
    QCOMPARE(canvas()->selection(), std::set{key("api")});
    QCOMPARE(canvas()->current(), key("api"));
    QVERIFY(canvas()->hasFocus());
    QCOMPARE(bytes(), before);
    QCOMPARE(document().undoStack()->index(), 0);
}

void FindTest::enterOpensACollapsedNamespace()
{
    Change change;
    change.side = document().side();
    change.side->collapsed = {"frame:shop"};
    document().push(std::move(change));
    QVERIFY(!canvas()->scene().contains(key("api")));
    find(QStringLiteral("api"));
    QTest::keyClick(line(), Qt::Key_Return);
    QCOMPARE(canvas()->selection(), std::set{key("api")});
    QVERIFY(document().side().collapsed.empty());
    QCOMPARE(document().undoStack()->index(), 2);
}

void FindTest::enterShowsAPolicyInTheText()
{
    find(QStringLiteral("api"));
    const int row = int(rows(Qt::AccessibleTextRole).indexOf(QStringLiteral("api, shop, Policy")));
    QVERIFY(row > 0);
    for (int i = 0; i < row; ++i)
        QTest::keyClick(line(), Qt::Key_Down);
    QTest::keyClick(line(), Qt::Key_Return);
    QVERIFY(m_window->text()->currentEditor()->hasFocus());
    const std::size_t at = bytes().find("name: api\n");
    const Place place = m_window->text()->cursorPlace();
    QVERIFY(place.range.begin <= at && at - place.range.begin < 200);
}

void FindTest::addressesFindWhoHoldsThem()
{
    document().startUntitled(R"(apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: office, namespace: shop}
spec:
  podSelector: {matchLabels: {app: api}}
  policyTypes: [Ingress]
  ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]
)");
    find(QStringLiteral("10.1.2.3"));
    QCOMPARE(rows(), QStringList{QStringLiteral("10.0.0.0/8")});
    QTest::keyClick(line(), Qt::Key_Enter);
    QCOMPARE(canvas()->selection(), std::set{key("10.0.0.0/8")});
}

void FindTest::keysWalkThroughTheList()
{
    find(QStringLiteral("a"));
    const int count = list()->model()->rowCount();
    QVERIFY(count > 3);
    QCOMPARE(list()->currentIndex().row(), 0);
    QTest::keyClick(line(), Qt::Key_Up);
    QCOMPARE(list()->currentIndex().row(), count - 1);
    QTest::keyClick(line(), Qt::Key_Down);
    QTest::keyClick(line(), Qt::Key_Down);
    QCOMPARE(list()->currentIndex().row(), 1);
    QTest::keyClick(line(), Qt::Key_PageDown);
    QVERIFY(list()->currentIndex().row() > 1);
    QTest::keyClick(line(), Qt::Key_PageUp);
    QTest::keyClick(line(), Qt::Key_PageUp);
    QCOMPARE(list()->currentIndex().row(), 0);
}

void FindTest::escapeGivesTheKeyboardBack()
{
    canvas()->setSelection({key("db")});
    find(QStringLiteral("api"));
    QTest::keyClick(line(), Qt::Key_Escape);
    QVERIFY(!m_window->quickList()->isVisible());
    QVERIFY(canvas()->hasFocus());
    canvas()->setFocus();
    find(QStringLiteral("zzz"));
    QVERIFY(rows().isEmpty());
    QTest::keyClick(line(), Qt::Key_Return);
    QVERIFY(m_window->quickList()->isVisible());
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, QPoint(3, canvas()->height() - 3));
    QVERIFY(!m_window->quickList()->isVisible());
    QVERIFY(canvas()->hasFocus());
}

void FindTest::clickTakesARow()
{
    find(QStringLiteral("frontend"));
    const QRect row = list()->visualRect(list()->model()->index(0, 0));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(canvas()->selection(), std::set{key("frontend")});
}

static void collect(const QMenu *menu, QStringList &texts)
{
    for (const QAction *action : menu->actions()) {
        if (action->menu())
            collect(action->menu(), texts);
        else if (!action->isSeparator())
            texts += action->text().remove(QLatin1Char('&'));
    }
}

void FindTest::paletteHasEveryCommand()
{
    QStringList texts;
    for (const QAction *action : m_window->menuBar()->actions())
        collect(action->menu(), texts);
    QVERIFY(texts.size() > 20);
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(rows(), texts);
}

void FindTest::paletteRunsACommand()
{
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(line(), QStringLiteral("act si"));
    QCOMPARE(rows().front(), QStringLiteral("Actual Size"));
    const QString words = rows(Qt::AccessibleTextRole).front();
    QVERIFY2(words.contains(QLatin1String("View")) && words.contains(QLatin1String("Ctrl+0")),
             qPrintable(words));
    canvas()->setZoom(0.5);
    QTest::keyClick(line(), Qt::Key_Return);
    QCOMPARE(canvas()->view().scale(), 1.0);
    QVERIFY(canvas()->hasFocus());
}

void FindTest::paletteTellsWhatIsOff()
{
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(line(), QStringLiteral("undo"));
    QVERIFY(rows().front().startsWith(QLatin1String("Undo")));
    QVERIFY(rows(Qt::AccessibleTextRole).front().contains(QLatin1String("not available now")));
    QTest::keyClick(line(), Qt::Key_Return);
    QVERIFY(m_window->quickList()->isVisible());
}

QTEST_MAIN(FindTest)
#include "tst_find.moc"
