#include "panels/connections_panel.h"
#include "panels/filter_bar.h"
#include "panels/services_panel.h"
#include "window_user.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStatusBar>
#include <QToolButton>

using namespace drawbridge;

/// Focus and filters by keys and mouse: a look that changes neither text nor layout.
class FilterViewTest : public WindowFixture
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

    void neighboursByKey();
    void twoSteps();
    void theSameKeyLeaves();
    void nothingSelectedNothingHidden();
    void byContextMenu();
    void listsFollow();
    void tabLeavesOutWhatIsFaded();
    void hiddenArrowsAreNotHit();
    void labelsByTyping();
    void verdictsByMenu();
    void namespacesByMenu();
    void filtersWorkTogether();
    void whatIsAskedForIsShown();
    void survivesEdits();
    void goesWithItsSubject();
    void anotherWorkspaceIsShownWhole();
    void fadedShowsNoVerdict();

private:
    QString shownNodes();
    std::size_t shownArrows() { return canvas()->picture().arrows.size(); }
    int services();
    void focus(const std::string &title);
    void choose(const QString &button, const QString &entry);

    std::string m_before;
};

QString FilterViewTest::shownNodes()
{
    QStringList titles;
    for (const graph::NodeShape &shape : canvas()->picture().nodes)
        if (!canvas()->scene().isFaded(shape.node.key))
            titles += shape.node.title.empty() ? QStringLiteral("Internet")
                                               : QString::fromStdString(shape.node.title);
    titles.sort();
    return titles.join(QLatin1Char(' '));
}

/// Rows below the namespaces.
int FilterViewTest::services()
{
    int count = 0;
    const QAbstractItemModel *model = m_window->services()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        count += model->rowCount(model->index(row, 0));
    return count;
}

void FilterViewTest::focus(const std::string &title)
{
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, canvas()->rectOf(key(title)).center());
    QTest::keyClick(canvas(), Qt::Key_F);
}

/// By mouse in the menu of a button of the bar.
void FilterViewTest::choose(const QString &button, const QString &entry)
{
    for (QToolButton *found : m_window->filterBar()->findChildren<QToolButton *>()) {
        if (found->accessibleName() != button)
            continue;
        for (QAction *action : found->menu()->actions()) {
            if (action->text() != entry)
                continue;
            found->menu()->popup(QPoint(10, 10));
            QTest::mouseClick(found->menu(), Qt::LeftButton, {},
                              found->menu()->actionGeometry(action).center());
            return;
        }
    }
    QFAIL(qPrintable(button + entry));
}

void FilterViewTest::neighboursByKey()
{
    const std::string before =
        document().workspace().file(document().workspace().files().front()).bytes();
    QVERIFY(!m_window->filterBar()->isVisible());
    focus("api");
    QCOMPARE(shownNodes(), QStringLiteral("api database frontend"));
    QCOMPARE(shownArrows(), std::size_t(2));
    QVERIFY(m_window->filterBar()->isVisible());
    QStringList words;
    for (const QLabel *label : m_window->filterBar()->findChildren<QLabel *>())
        words += label->text();
    QVERIFY(words.contains(QStringLiteral("Neighbours of api")));
    QVERIFY(canvas()->hasFocus());
    QTest::keyClick(canvas(), Qt::Key_Escape);
    QVERIFY(!m_window->filterBar()->isVisible());
    QCOMPARE(shownNodes(), QStringLiteral("Internet api database frontend gateway"));
    QCOMPARE(shownArrows(), std::size_t(4));
    QCOMPARE(document().undoStack()->count(), 0);
    QVERIFY(!document().isModified());
    QCOMPARE(document().workspace().file(document().workspace().files().front()).bytes(), before);
}

void FilterViewTest::twoSteps()
{
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, canvas()->rectOf(key("api")).center());
    QTest::keyClick(canvas(), Qt::Key_F, Qt::ShiftModifier);
    QCOMPARE(shownNodes(), QStringLiteral("api database frontend gateway"));
    QCOMPARE(shownArrows(), std::size_t(3));
}

void FilterViewTest::theSameKeyLeaves()
{
    focus("api");
    focus("api");
    QVERIFY(!m_window->filterBar()->isVisible());
    QCOMPARE(shownArrows(), std::size_t(4));
    focus("database");
    focus("frontend"); // another one: its neighbours
    QCOMPARE(shownNodes(), QStringLiteral("api frontend gateway"));
}

void FilterViewTest::nothingSelectedNothingHidden()
{
    canvas()->setSelection({});
    canvas()->setCurrent({});
    QTest::keyClick(canvas(), Qt::Key_F);
    QVERIFY(!canvas()->scene().isFiltered());
    QVERIFY(!m_window->statusBar()->currentMessage().isEmpty());
}

void FilterViewTest::byContextMenu()
{
    QTimer timer;
    timer.setInterval(20);
    bool isChosen = false;
    connect(&timer, &QTimer::timeout, this, [&] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return;
        for (QAction *action : menu->actions())
            if (action->text() == QLatin1String("Show Only Neighbours")) {
                isChosen = true;
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                return;
            }
        menu->close();
    });
    timer.start();
    QContextMenuEvent event(QContextMenuEvent::Mouse, canvas()->rectOf(key("database")).center(),
                            QPoint(200, 200));
    QCoreApplication::sendEvent(canvas(), &event);
    QVERIFY(isChosen);
    QCOMPARE(shownNodes(), QStringLiteral("api database"));
}

void FilterViewTest::listsFollow()
{
    auto *connections = m_window->findChild<ConnectionsPanel *>();
    QCOMPARE(connections->count(), 4);
    QCOMPARE(services(), 5);
    focus("database");
    QCOMPARE(connections->count(), 1);
    QCOMPARE(services(), 2);
    QTest::keyClick(canvas(), Qt::Key_Escape);
    QCOMPARE(connections->count(), 4);
    QCOMPARE(services(), 5);
}

void FilterViewTest::tabLeavesOutWhatIsFaded()
{
    focus("database");
    std::set<graph::Key> seen;
    for (int i = 0; i < 10; ++i) {
        seen.insert(canvas()->current());
        QTest::keyClick(canvas(), Qt::Key_Tab);
        if (!canvas()->hasFocus())
            break;
    }
    QCOMPARE(seen.count(key("gateway")), std::size_t(0));
    QCOMPARE(seen.count(key("database")), std::size_t(1));
}

void FilterViewTest::hiddenArrowsAreNotHit()
{
    const QPoint middle = canvas()->rectOf(arrow("gateway", "frontend")).center();
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, middle);
    QCOMPARE(canvas()->selection(), std::set{arrow("gateway", "frontend")});
    focus("database");
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, middle);
    QVERIFY(canvas()->selection().empty());
}

void FilterViewTest::labelsByTyping()
{
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_window->filterBar()->isVisible());
    auto *line = m_window->filterBar()->findChild<QLineEdit *>();
    line->setFocus();
    QTest::keyClicks(line, QStringLiteral("app=gateway"));
    QCOMPARE(shownNodes(), QStringLiteral("Internet gateway"));
    QTest::keyClick(line, Qt::Key_Escape); // the list of the completer
    if (m_window->filterBar()->isVisible())
        QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(!m_window->filterBar()->isVisible());
    QVERIFY(line->text().isEmpty());
    QCOMPARE(shownArrows(), std::size_t(4));
    QVERIFY(canvas()->hasFocus());
}

void FilterViewTest::verdictsByMenu()
{
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    choose(QStringLiteral("Verdicts"), QStringLiteral("Half open"));
    QCOMPARE(shownNodes(), QString());
    choose(QStringLiteral("Verdicts"), QStringLiteral("Allowed"));
    QCOMPARE(shownArrows(), std::size_t(4));
}

void FilterViewTest::namespacesByMenu()
{
    document().startUntitled(R"(apiVersion: v1
kind: Pod
metadata: {name: a, namespace: one, labels: {app: a}}
---
apiVersion: v1
kind: Pod
metadata: {name: b, namespace: two, labels: {app: b}}
)");
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    choose(QStringLiteral("Namespaces"), QStringLiteral("two"));
    QCOMPARE(shownNodes(), QStringLiteral("b"));
    QVERIFY(canvas()->scene().isFaded("frame:one"));
    QVERIFY(!canvas()->scene().isFaded("frame:two"));
    choose(QStringLiteral("Namespaces"), QStringLiteral("two"));
    QCOMPARE(shownNodes(), QStringLiteral("a b"));
}

void FilterViewTest::filtersWorkTogether()
{
    focus("api");
    auto *line = m_window->filterBar()->findChild<QLineEdit *>();
    QTest::keyClicks(line, QStringLiteral("app=frontend"));
    QCOMPARE(shownNodes(), QStringLiteral("api frontend"));
    QCOMPARE(shownArrows(), std::size_t(1));
}

void FilterViewTest::whatIsAskedForIsShown()
{
    focus("database");
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("gateway"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(canvas()->selection(), std::set{key("gateway")});
    QVERIFY(!canvas()->scene().isFiltered());
}

void FilterViewTest::survivesEdits()
{
    focus("database");
    QTest::mouseClick(canvas(), Qt::LeftButton, {},
                      canvas()->rectOf(arrow("api", "database")).center());
    QCOMPARE(canvas()->selection(), std::set{arrow("api", "database")});
    QTest::keyClick(canvas(), Qt::Key_Delete);
    QCOMPARE(document().undoStack()->count(), 1);
    QCOMPARE(shownArrows(), std::size_t(0));
    QCOMPARE(shownNodes(), QStringLiteral("database"));
    document().undoStack()->undo();
    QCOMPARE(shownNodes(), QStringLiteral("api database"));
}

void FilterViewTest::goesWithItsSubject()
{
    focus("database");
    const FileId file = document().workspace().files().front();
    std::string bytes = document().workspace().file(file).bytes();
    Change change;
    edit::FilePatches patches{file, {}};
    for (std::size_t at = bytes.find("app: database"); at != std::string::npos;
         at = bytes.find("app: database", at + 1))
        patches.patches.push_back({{at, at + 13}, "app: store"});
    change.patches = {patches};
    document().push(std::move(change));
    QVERIFY(!canvas()->scene().isFiltered());
    QCOMPARE(shownArrows(), std::size_t(4));
}

void FilterViewTest::anotherWorkspaceIsShownWhole()
{
    focus("database");
    m_window->startNew();
    m_window->openExample();
    QVERIFY(!canvas()->scene().isFiltered());
    QCOMPARE(shownArrows(), std::size_t(4));
}

/// None of the colours that say something is left on a faded card.
void FilterViewTest::fadedShowsNoVerdict()
{
    const canvas::CanvasPalette &palette = canvas()->canvasPalette();
    const auto says = [&] {
        canvas()->finishRendering();
        const QImage image = canvas()->grab().toImage();
        const QRect card = canvas()->rectOf(key("gateway")).adjusted(-2, -2, 2, 2);
        for (int y = card.top(); y <= card.bottom(); ++y)
            for (int x = card.left(); x <= card.right(); ++x) {
                const QColor colour = image.pixelColor(x, y);
                if (colour == palette.allowed || colour == palette.notAllowed ||
                    colour == palette.lock)
                    return true;
            }
        return false;
    };
    canvas()->setSelection({});
    QVERIFY(says());
    focus("database");
    QTest::mouseMove(canvas(), QPoint(2, 2));
    QVERIFY(!says());
}

QTEST_MAIN(FilterViewTest)
#include "tst_filter_view.moc"
