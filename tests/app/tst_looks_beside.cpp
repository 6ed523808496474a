#include "canvas/canvas_widget.h"
#include "document/journal_keeper.h"
#include "document/session.h"
#include "large_fixture.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTimer>
#include <QUndoStack>

#include <memory>
#include <set>

using namespace drawbridge;

/// What is looked at in a large workspace (a filter, exposure, a comparison) is made beside the
/// window, of each change, and nothing of a look stays that was left.
class LooksBesideTest : public LargeFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { openLarge(); }
    void looksAreMadeBeside();
    void looksFollowKeysBeside_data();
    void looksFollowKeysBeside();
    void looksAreKeptByWhatIsOpened();
    void editorsAreMadeInATurnOfTheirOwn();
    void nobodyWaitsForALookToKeepTheLayout();
    void cleanup() { closeWindow(); }
};

/// What is compared, exposed and filtered is shown when the command returns, and what comes
/// meanwhile is not overtaken by it.
void LooksBesideTest::looksAreMadeBeside()
{
    openWindow();
    Document &document = m_window->document();
    canvas::CanvasWidget &canvas = *m_window->canvas();
    const QSignalSpy ended(&document, &Document::readEnded);
    QTest::keyClick(m_window->text()->currentEditor(), 'x');
    QTRY_VERIFY(!document.isBehind());
    command("What Would Change");
    QVERIFY(ended.count() >= 2); // the comparison, and what is drawn of it
    QVERIFY(canvas.scene().contains("shop/{app=api}"));
    QVERIFY(canvas.scene().contains("shop/{app=apix}"));
    const auto late = std::make_shared<bool>(false);
    QTimer::singleShot(0, this, [&document, late] {
        *late = document.isRead();
        document.undoStack()->undo();
    });
    command("What Would Change"); // leaves it
    QTRY_VERIFY(!document.isBehind());
    QVERIFY(*late);
    QVERIFY(canvas.scene().contains("shop/{app=api}"));
    QVERIFY(!canvas.scene().contains("shop/{app=apix}"));
    QVERIFY(canvas.picture().nodes == document.picture().nodes); // without marks
    command("Exposure to New Pods");
    QVERIFY(!canvas.scene().node("shop/{app=api}")->node.tag.empty());
}

void LooksBesideTest::looksFollowKeysBeside_data()
{
    QTest::addColumn<QString>("look");
    QTest::addColumn<bool>("isBeside");
    QTest::newRow("none") << QString() << false;
    for (const char *look : {"Exposure to New Pods", "Filter Bar", "What Would Change"})
        QTest::newRow(look) << look << true;
    QTest::newRow("filter") << QStringLiteral("Show Only Neighbours") << true;
}

/// A key changes little of the diagram at once, but a look at it is made as a whole.
void LooksBesideTest::looksFollowKeysBeside()
{
    QFETCH(const QString, look);
    QFETCH(const bool, isBeside);
    openWindow();
    Document &document = m_window->document();
    canvas::CanvasWidget &canvas = *m_window->canvas();
    canvas.setSelection({"shop/{app=api}"});
    canvas.setCurrent("shop/{app=api}");
    if (!look.isEmpty())
        command(qPrintable(look));
    QTRY_VERIFY(!document.isBehind());
    QTest::keyClick(m_window->text()->currentEditor(), 'x');
    QCOMPARE(document.isBehind(), isBeside);
    QTRY_VERIFY(!document.isBehind());
    QTRY_VERIFY(canvas.scene().contains("shop/{app=apix}"));
    QCOMPARE(!canvas.scene().node("shop/{app=apix}")->node.tag.empty(),
             look == QLatin1String("Exposure to New Pods"));
    document.undoStack()->undo();
    QTRY_VERIFY(!document.isBehind());
    QTRY_VERIFY(!canvas.scene().contains("shop/{app=apix}"));
    QVERIFY(canvas.scene().contains("shop/{app=api}"));
}

void LooksBesideTest::looksAreKeptByWhatIsOpened()
{
    openWindow();
    Document &document = m_window->document();
    canvas::CanvasWidget &canvas = *m_window->canvas();
    command("Exposure to New Pods");
    canvas.setSelection({"shop/{app=api}"});
    canvas.setCurrent("shop/{app=api}");
    command("Show Only Neighbours");
    command("What Would Change");
    QTRY_VERIFY(!document.isBehind());
    QVERIFY(canvas.scene().contains("shop/{app=api}"));
    const auto isComparing = [&] {
        for (const QAction *action : m_window->findChildren<QAction *>())
            if (action->iconText() == QLatin1String("Stop Comparing"))
                return action->isEnabled();
        return true;
    };
    QVERIFY(isComparing());
    m_window->openPaths({path(QStringLiteral("api.yaml"))});
    QTRY_VERIFY(!isComparing());
    QVERIFY(!canvas.scene().isFiltered());
    QVERIFY(!canvas.scene().node("shop/{app=api}")->node.tag.empty());
}

/// Of what is opened; the one that goes is bound to nothing any more.
void LooksBesideTest::editorsAreMadeInATurnOfTheirOwn()
{
    openWindow();
    TextPanel &text = *m_window->text();
    const QPointer<TextEditor> before = text.currentEditor();
    write(QStringLiteral("other.yaml"), "# another file\n");
    m_window->openPaths({path(QStringLiteral("other.yaml"))});
    QVERIFY(!text.currentEditor());
    QVERIFY(before && before->isHidden());
    before->insertPlainText(QStringLiteral("lost"));
    QTRY_VERIFY(text.currentEditor());
    QVERIFY(!before);
    QCOMPARE(text.currentEditor()->toPlainText(), QStringLiteral("# another file\n"));
    QCOMPARE(m_window->document().undoStack()->count(), 0);
    m_window->openPaths({path(QStringLiteral("api.yaml"))});
    text.showFile(m_window->document().workspace().files().front()); // is not waited for
    QVERIFY(text.currentEditor());
    QTest::qWait(50);
    QVERIFY(text.currentEditor()->isVisible());
}

/// The journal has the layout, which is with who makes the look.
void LooksBesideTest::nobodyWaitsForALookToKeepTheLayout()
{
    Change move;
    move.side = m_document->side();
    move.side->placement["shop/{app=api}"] = {4'000, 4'000};
    m_document->push(std::move(move));
    const auto gate = std::make_shared<QSemaphore>();
    const auto wait = [gate](const Contents &) {
        gate->acquire();
        return std::shared_ptr<void>();
    };
    m_document->setViewMaker(wait, true);
    Session session(path(QStringLiteral("state")));
    JournalKeeper keeper(session);
    QSignalSpy ended(&keeper, &JournalKeeper::ended);
    keeper.follow(m_document.get());
    rename("api", "web");
    QVERIFY(m_document->isBehind());
    QTimer::singleShot(1'300, this, [&] { // nobody would come here
        QVERIFY(m_document->isBehind());
        QVERIFY(ended.isEmpty());
        gate->release();
    });
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(!m_document->isBehind());
    QVERIFY(session.kept() && session.kept()->side);
    QCOMPARE(session.kept()->files.size(), std::size_t(1));
    keeper.stop();
}

QTEST_MAIN(LooksBesideTest)
#include "tst_looks_beside.moc"
