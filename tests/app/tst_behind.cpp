#include "canvas/canvas_widget.h"
#include "large_fixture.h"
#include "panels/services_panel.h"

#include <QSignalSpy>
#include <QStandardPaths>
#include <QUndoStack>

using namespace drawbridge;

/// In a large workspace what is computed comes after the text that was typed: nobody sees what is
/// not of the present text, everybody is told once it is there, and nothing waits for it but what
/// needs it.
class BehindTest : public LargeFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { openWithEveryone(); }
    void comesLater();
    void whoAsksWaits();
    void isOvertaken();
    void whatAppliesAtOnceWaitsForIt();
    void anythingElseIsOpened();
    void isClosedMeanwhile();
    void isUndone();
    void isJudgedOtherwise();
    void betterWaysComeLater();
    void clicksWait();
    void caretSelectsThen();
    void staysSelectedWhileItIsRenamed();
    void commandsAreShownWhenTheyReturn();
    void cleanup() { closeWindow(); }
};

void BehindTest::comesLater()
{
    const QSignalSpy behind(m_document.get(), &Document::fellBehind);
    const QSignalSpy picture(m_document.get(), &Document::pictureChanged);
    rename("api", "web");
    QVERIFY(m_document->isBehind());
    QCOMPARE(behind.count(), 1);
    QCOMPARE(picture.count(), 0);
    QVERIFY(m_document->isModified()); // the text is not behind
    QTRY_COMPARE(picture.count(), 1);
    QVERIFY(!m_document->isBehind());
    QVERIFY(has("web"));
    QVERIFY(!has("api"));
}

void BehindTest::whoAsksWaits()
{
    const QSignalSpy picture(m_document.get(), &Document::pictureChanged);
    rename("api", "web");
    QVERIFY(m_document->isBehind());
    QVERIFY(has("web"));
    QVERIFY(!m_document->isBehind());
    QCOMPARE(picture.count(), 0); // whoever asked is not disturbed
    QTRY_COMPARE(picture.count(), 1);
    QTest::qWait(20);
    QCOMPARE(picture.count(), 1);
}

/// By a key that makes no other ends, and one that does.
void BehindTest::isOvertaken()
{
    const QSignalSpy picture(m_document.get(), &Document::pictureChanged);
    rename("api", "web");
    type("# seen\n");
    rename("web", "shop");
    QVERIFY(m_document->isBehind() || has("shop"));
    QTRY_VERIFY(picture.count() > 0 && !m_document->isBehind());
    QVERIFY(has("shop"));
    QVERIFY(!has("web"));
    QCOMPARE(m_document->graph().nodes.size(), std::size_t(1));
    const graph::Node &node = m_document->graph().nodes.front();
    const Place place = node.source.place(m_document->workspace());
    const std::string &bytes = m_document->workspace().file(only()).bytes();
    QVERIFY(bytes.substr(place.range.begin, place.range.size()).find("shop") != std::string::npos);
}

void BehindTest::whatAppliesAtOnceWaitsForIt()
{
    const QSignalSpy picture(m_document.get(), &Document::pictureChanged);
    rename("api", "web");
    QVERIFY(m_document->isBehind());
    type("# seen\n"); // may not fall behind
    QVERIFY(!m_document->isBehind());
    QCOMPARE(picture.count(), 1);
    rename("web", "shop");
    moveNode(400);
    QVERIFY(!m_document->isBehind());
    QCOMPARE(m_document->picture().nodes.front().rect.x, 400.0);
    QVERIFY(has("shop"));
}

void BehindTest::anythingElseIsOpened()
{
    rename("api", "web");
    QVERIFY(m_document->isBehind());
    m_document->startUntitled("kind: NetworkPolicy\napiVersion: networking.k8s.io/v1\n"
                              "metadata: {name: n, namespace: shop}\n"
                              "spec: {podSelector: {matchLabels: {app: other}}}\n");
    QVERIFY(!m_document->isBehind());
    QVERIFY(has("other"));
    QTest::qWait(50); // what was called off has ended
    QVERIFY(has("other"));
    QVERIFY(!has("web"));
}

void BehindTest::isClosedMeanwhile()
{
    rename("api", "web");
    QVERIFY(m_document->isBehind());
    m_document.reset();
    QTest::qWait(50);
}

void BehindTest::isUndone()
{
    rename("api", "web");
    m_document->undoStack()->undo();
    QVERIFY(has("api"));
    QVERIFY(!has("web"));
    QVERIFY(!m_document->isModified());
    m_document->undoStack()->redo();
    QVERIFY(m_document->isBehind());
    QTRY_VERIFY(!m_document->isBehind());
    QVERIFY(has("web"));
}

void BehindTest::isJudgedOtherwise()
{
    const QSignalSpy picture(m_document.get(), &Document::pictureChanged);
    m_document->setProfile(*verdict::PluginProfile::parse("none"));
    QVERIFY(m_document->isBehind());
    QCOMPARE(m_document->profile().text(), std::string("none"));
    rename("api", "web");
    QTRY_VERIFY(picture.count() > 0 && !m_document->isBehind());
    QCOMPARE(m_document->evaluator().profile().text(), std::string("none"));
    QCOMPARE(m_document->graph().nodes.front().ingress, graph::Lock::Open);
    m_document->setProfile({});
    m_document->startUntitled(kPolicy); // judged by what was last said
    QCOMPARE(m_document->graph().nodes.front().ingress, graph::Lock::Closed);
}

/// A key outside the text is for what is drawn then; one in the text waits for nothing.
/// A pod group of another name is there at once; how arrows run best is found when the user pauses.
void BehindTest::betterWaysComeLater()
{
    openLarge();
    const QSignalSpy picture(m_document.get(), &Document::pictureChanged);
    rename("api", "web");
    QVERIFY(!m_document->isBehind());
    QCOMPARE(picture.count(), 1);
    QVERIFY(has("web"));
    const graph::Rect before = m_document->picture().nodes.front().rect;
    QTRY_COMPARE(picture.count(), 2);
    const auto composed = [this] {
        return graph::compose(m_document->graph(), m_document->placement());
    };
    QVERIFY(m_document->picture().nodes == composed().nodes);
    QVERIFY(m_document->picture().nodes.front().rect == before);
    QVERIFY(m_document->picture().frames == composed().frames);
    // Who cannot wait need not.
    rename("web", "shop");
    QCOMPARE(picture.count(), 3);
    m_document->tidy();
    QCOMPARE(picture.count(), 4);
    m_document->tidy();
    QCOMPARE(picture.count(), 4);
    QVERIFY(m_document->picture().nodes == composed().nodes);
}

void BehindTest::clicksWait()
{
    openWindow();
    TextEditor *editor = m_window->text()->currentEditor();
    QTest::keyClick(editor, 'x');
    QVERIFY(m_window->document().isBehind());
    QTest::keyClick(editor, 'y');
    QVERIFY(m_window->document().isBehind());
    QTest::keyClick(m_window->canvas(), Qt::Key_Tab);
    QVERIFY(!m_window->document().isBehind());
    QVERIFY(m_window->canvas()->scene().contains("shop/{app=apixy}"));
}

void BehindTest::caretSelectsThen()
{
    openWindow();
    QTest::keyClick(m_window->text()->currentEditor(), 'x');
    QTRY_VERIFY(!m_window->document().isBehind());
    QTRY_COMPARE(m_window->canvas()->selection(), std::set<graph::Key>{"shop/{app=apix}"});
}

/// Nothing beside it is selected between two letters, in the list neither.
void BehindTest::staysSelectedWhileItIsRenamed()
{
    openLarge();
    openWindow();
    canvas::CanvasWidget *canvas = m_window->canvas();
    QTRY_COMPARE(canvas->selection(), std::set<graph::Key>{"shop/{app=api}"});
    std::vector<std::set<graph::Key>> seen;
    connect(canvas, &canvas::CanvasWidget::selectionChanged, this,
            [&] { seen.push_back(canvas->selection()); });
    QTest::keyClick(m_window->text()->currentEditor(), 'x');
    QVERIFY(!m_window->document().isBehind());
    QVERIFY(seen == std::vector<std::set<graph::Key>>{{"shop/{app=apix}"}});
    QCOMPARE(m_window->services()->selectedKey(), graph::Key("shop/{app=apix}"));
    QTest::keyClick(m_window->text()->currentEditor(), Qt::Key_Backspace);
    QTest::qWait(100); // the caret is looked at
    QCOMPARE(seen.size(), 2);
    QCOMPARE(m_window->services()->selectedKey(), graph::Key("shop/{app=api}"));
}

/// What a command does is shown when it returns, and it is undone and redone.
void BehindTest::commandsAreShownWhenTheyReturn()
{
    openWindow();
    Document &document = m_window->document();
    const QSignalSpy behind(&document, &Document::fellBehind);
    const graph::Rect before = m_window->canvas()->scene().rectOf("shop/{app=api}");
    emit m_window->canvas()->moveRequested({{"shop/{app=api}", {before.x + 80, before.y}}});
    QCOMPARE(behind.count(), 1);
    QVERIFY(!document.isBehind());
    QCOMPARE(m_window->canvas()->scene().rectOf("shop/{app=api}").x, before.x + 80);
    document.undoStack()->undo();
    QTRY_COMPARE(m_window->canvas()->scene().rectOf("shop/{app=api}").x, before.x);
}

QTEST_MAIN(BehindTest)
#include "tst_behind.moc"
