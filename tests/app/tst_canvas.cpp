// moc 6.4 cannot read the standard headers of core unless Qt's come first.
#include <QAccessible>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "canvas/canvas_widget.h"
#include "messages/graph_words.h"

#include "tst_canvas_sample.h"

using namespace drawbridge;
using namespace drawbridge::canvas;
using graph::Key;

/// Real mouse and key events to the widget; asserts on its wishes.
class TstCanvas : public QObject
{
    Q_OBJECT

    std::unique_ptr<CanvasWidget> m_canvas;

    QPoint at(const Key &key) const { return m_canvas->rectOf(key).center(); }
    QPoint at(double x, double y) const
    {
        return m_canvas->view().toView(graph::Point{x, y}).toPoint();
    }

    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseMove(m_canvas.get(), from);
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, modifiers, from);
        QTest::mouseMove(m_canvas.get(), (from + to) / 2);
        QTest::mouseMove(m_canvas.get(), to);
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, modifiers, to);
    }

private slots:
    void init()
    {
        m_canvas = std::make_unique<CanvasWidget>();
        m_canvas->resize(1200, 700);
        m_canvas->setPicture(test::samplePicture());
        m_canvas->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
        m_canvas->activateWindow();
        m_canvas->setFocus();
    }
    void cleanup() { m_canvas.reset(); }

    void theWholePictureIsInViewAtFirst()
    {
        for (const Key &key : m_canvas->tabOrder())
            QVERIFY2(m_canvas->rect().contains(m_canvas->rectOf(key)), key.c_str());
    }

    void clickSelects()
    {
        QSignalSpy changed(m_canvas.get(), &CanvasWidget::selectionChanged);
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, at("shop/api"));
        QCOMPARE(m_canvas->selection(), std::set<Key>{"shop/api"});
        QCOMPARE(m_canvas->current(), Key("shop/api"));
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, Qt::ControlModifier, at("shop/db"));
        QCOMPARE(m_canvas->selection(), (std::set<Key>{"shop/api", "shop/db"}));
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, Qt::ControlModifier, at("shop/api"));
        QCOMPARE(m_canvas->selection(), std::set<Key>{"shop/db"});
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, at(780, 600));
        QVERIFY(m_canvas->selection().empty());
        QCOMPARE(changed.count(), 4);
    }

    void arrowsArePickedByLineAndPill()
    {
        const Key key = "shop/gateway\nshop/frontend";
        const graph::ArrowShape *arrow = m_canvas->scene().arrow(key);
        const graph::Point onLine = arrow->at(0.2);
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, at(onLine.x, onLine.y));
        QCOMPARE(m_canvas->selection(), std::set<Key>{key});
        m_canvas->setSelection({});
        const QPointF pill = m_canvas->scene().pill(key).center();
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, at(pill.x() + 20, pill.y() - 4));
        QCOMPARE(m_canvas->selection(), std::set<Key>{key});
    }

    void rubberBandSelectsWhatLiesInside()
    {
        drag(at(215, 300), at(735, 530));
        QCOMPARE(m_canvas->selection(),
                 (std::set<Key>{"shop/api", "shop/db", "shop/api\nshop/db"}));
        QVERIFY(!m_canvas->hasGesture());
    }

    void moveSnapsToTheGrid()
    {
        QSignalSpy moved(m_canvas.get(), &CanvasWidget::moveRequested);
        const QPoint from = at("shop/db") + QPoint(-60, -10);
        drag(from, from + QPoint(31, 18) * m_canvas->view().scale());
        QCOMPARE(moved.count(), 1);
        const auto positions = moved.takeFirst().at(0).value<graph::Placement>();
        QCOMPARE(positions.size(), std::size_t(1));
        QCOMPARE(positions.at("shop/db").x, 552.0);
        QCOMPARE(positions.at("shop/db").y, 456.0);
        // A wish changes nothing.
        QCOMPARE(m_canvas->picture().node("shop/db")->rect.x, 520.0);
    }

    void moveTakesTheWholeSelectionAndFrames()
    {
        QSignalSpy moved(m_canvas.get(), &CanvasWidget::moveRequested);
        m_canvas->setSelection({"shop/api", "shop/db"});
        const QPoint from = at("shop/db") + QPoint(-60, -10);
        drag(from, from + QPoint(80, 0) * m_canvas->view().scale());
        QCOMPARE(moved.count(), 1);
        QCOMPARE(moved.takeFirst().at(0).value<graph::Placement>().size(), std::size_t(2));

        drag(at(280, 20), at(320, 60)); // the title of "shop"
        QCOMPARE(moved.count(), 1);
        const auto positions = moved.takeFirst().at(0).value<graph::Placement>();
        QCOMPARE(positions.size(), std::size_t(4));
        QCOMPARE(positions.at("shop/gateway").x, 280.0);
    }

    void escapeCancelsAMove()
    {
        QSignalSpy moved(m_canvas.get(), &CanvasWidget::moveRequested);
        QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, at("shop/db"));
        QTest::mouseMove(m_canvas.get(), at("shop/db") + QPoint(50, 50));
        QVERIFY(m_canvas->hasGesture());
        QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
        QVERIFY(!m_canvas->hasGesture());
        QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, at("shop/db") + QPoint(50, 50));
        QCOMPARE(moved.count(), 0);
    }

    void connectByHandle()
    {
        QSignalSpy connected(m_canvas.get(), &CanvasWidget::connectRequested);
        const QRect frontend = m_canvas->rectOf("shop/frontend");
        drag(QPoint(frontend.center().x(), frontend.bottom() + 3), at("shop/db"));
        QCOMPARE(connected.count(), 0); // no handle is there before the node is hovered
        QTest::mouseMove(m_canvas.get(), at("shop/frontend"));
        drag(QPoint(frontend.center().x(), frontend.bottom() + 2), at("shop/db"));
        QCOMPARE(connected.count(), 1);
        QCOMPARE(connected.first().at(0).value<Key>(), Key("shop/frontend"));
        QCOMPARE(connected.first().at(1).value<Key>(), Key("shop/db"));
    }

    void connectInConnectMode()
    {
        QSignalSpy connected(m_canvas.get(), &CanvasWidget::connectRequested);
        QSignalSpy moved(m_canvas.get(), &CanvasWidget::moveRequested);
        m_canvas->setConnectMode(true);
        drag(at("shop/frontend"), at("shop/api"));
        QCOMPARE(connected.count(), 1);
        drag(at("shop/frontend"), at(780, 600));                        // nothing there
        drag(at("shop/frontend"), at("shop/frontend") + QPoint(30, 5)); // itself
        QCOMPARE(connected.count(), 1);
        QCOMPARE(moved.count(), 0);
        QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
        QVERIFY(!m_canvas->isConnectMode());
    }

    void outsideIsNotConnectedToOutside()
    {
        graph::Picture picture = test::samplePicture();
        graph::NodeShape range{
            test::makeNode("outside:range", "", graph::Lock::Open, graph::NodeKind::Range),
            {0, 300, 110, 78}};
        picture.nodes.insert(picture.nodes.begin() + 2, range);
        test::nodeOf(picture, "shop/db").node.canConnect = false;
        m_canvas->setPicture(picture);
        QSignalSpy connected(m_canvas.get(), &CanvasWidget::connectRequested);
        m_canvas->setConnectMode(true);
        drag(at("outside:internet"), at("outside:range"));
        drag(at("shop/api"), at("shop/db"));
        drag(at("shop/db"), at("shop/api"));
        QCOMPARE(connected.count(), 0);
        drag(at("outside:range"), at("shop/api"));
        QCOMPARE(connected.count(), 1);
    }

    void connectByKeyboard()
    {
        QSignalSpy connected(m_canvas.get(), &CanvasWidget::connectRequested);
        m_canvas->setCurrent("shop/gateway");
        QTest::keyClick(m_canvas.get(), Qt::Key_C);
        QVERIFY(m_canvas->hasGesture());
        QTest::keyClick(m_canvas.get(), Qt::Key_Down);
        QTest::keyClick(m_canvas.get(), Qt::Key_Return);
        QCOMPARE(connected.count(), 1);
        QCOMPARE(connected.first().at(0).value<Key>(), Key("shop/gateway"));
        QCOMPARE(connected.first().at(1).value<Key>(), Key("shop/api"));
        QVERIFY(!m_canvas->hasGesture());

        m_canvas->setCurrent("shop/gateway");
        QTest::keyClick(m_canvas.get(), Qt::Key_C);
        QTest::keyClick(m_canvas.get(), Qt::Key_Tab);
        QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
        QVERIFY(!m_canvas->hasGesture());
        QCOMPARE(connected.count(), 1);
    }

    void aChangeUnderneathCancels()
    {
        QSignalSpy moved(m_canvas.get(), &CanvasWidget::moveRequested);
        const QPoint target = at("shop/db") + QPoint(50, 50);
        for (const bool isRemoved : {true, false}) {
            QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, at("shop/db"));
            QTest::mouseMove(m_canvas.get(), target);
            QVERIFY(m_canvas->hasGesture());
            graph::Picture picture = test::samplePicture();
            test::nodeOf(picture, "shop/api").rect.x += 8; // of no concern
            m_canvas->setPicture(picture);
            QVERIFY(m_canvas->hasGesture());
            if (isRemoved)
                picture.nodes.erase(picture.nodes.begin() + 3);
            else
                test::nodeOf(picture, "shop/db").rect.y += 80;
            m_canvas->setPicture(picture);
            QVERIFY(!m_canvas->hasGesture());
            QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, target);
            m_canvas->setPicture(test::samplePicture());
        }
        QCOMPARE(moved.count(), 0);

        m_canvas->setCurrent("shop/api");
        QTest::keyClick(m_canvas.get(), Qt::Key_C);
        graph::Picture picture = test::samplePicture();
        picture.nodes.erase(picture.nodes.begin() + 2);
        m_canvas->setPicture(picture);
        QVERIFY(!m_canvas->hasGesture());
        QVERIFY(m_canvas->current() == "frame:shop"); // beside what went
    }

    void touchesOnlyWhatChanged()
    {
        m_canvas->setPicture(test::samplePicture());
        QCOMPARE(m_canvas->lastTouched(), std::size_t(0));
        graph::Picture picture = test::samplePicture();
        test::nodeOf(picture, "shop/api").node.title = "api-2";
        picture.arrows.erase(picture.arrows.begin());
        picture.nodes[0].node.source = {}; // places are not drawn
        m_canvas->setPicture(picture);
        QCOMPARE(m_canvas->lastTouched(), std::size_t(2));
    }

    void refreshesWhatLooksAlike()
    {
        const auto shown = [this] {
            const auto isSharp = [this] { return m_canvas->layers().isSharp(m_canvas->view()); };
            (void)m_canvas->grab();
            return QTest::qWaitFor(isSharp) ? m_canvas->grab().toImage() : QImage();
        };
        m_canvas->setPicture(test::samplePicture());
        const QImage before = shown();
        m_canvas->setPicture(test::samplePicture()); // the same again
        graph::Picture picture = test::samplePicture();
        test::nodeOf(picture, "shop/api").node.title = "otherwise";
        graph::Refreshed touched;
        touched.nodes = {"shop/api"};
        m_canvas->refresh(picture, touched);
        const QImage refreshed = shown();
        QVERIFY(!refreshed.isNull());
        QVERIFY(refreshed != before);
        m_canvas->setPicture(picture);
        QCOMPARE(shown(), refreshed);
    }

    void selectionFollowsKeys()
    {
        m_canvas->setSelection({"shop/api", "shop/db", "no such key"});
        QCOMPARE(m_canvas->selection().size(), std::size_t(2));
        graph::Picture picture = test::samplePicture();
        picture.nodes.erase(picture.nodes.begin() + 3);
        m_canvas->setPicture(picture);
        QCOMPARE(m_canvas->selection(), std::set<Key>{"shop/api"});
    }

    void keysMoveTheFocus()
    {
        const std::vector<Key> order = m_canvas->tabOrder();
        QCOMPARE(order.size(), std::size_t(12));
        m_canvas->setCurrent({});
        for (const Key &key : order) {
            QTest::keyClick(m_canvas.get(), Qt::Key_Tab);
            QCOMPARE(m_canvas->current(), key);
        }
        QTest::keyClick(m_canvas.get(), Qt::Key_Backtab);
        QCOMPARE(m_canvas->current(), order[10]);

        m_canvas->setCurrent("shop/gateway");
        QTest::keyClick(m_canvas.get(), Qt::Key_Down);
        QCOMPARE(m_canvas->current(), Key("shop/api"));
        QTest::keyClick(m_canvas.get(), Qt::Key_Right);
        QCOMPARE(m_canvas->current(), Key("shop/db"));
        QTest::keyClick(m_canvas.get(), Qt::Key_Up);
        QCOMPARE(m_canvas->current(), Key("shop/frontend"));
    }

    void keysAct()
    {
        QSignalSpy moved(m_canvas.get(), &CanvasWidget::moveRequested);
        QSignalSpy deleted(m_canvas.get(), &CanvasWidget::deleteRequested);
        QSignalSpy activated(m_canvas.get(), &CanvasWidget::activated);
        QSignalSpy menu(m_canvas.get(), &CanvasWidget::contextMenuRequested);
        QSignalSpy toggled(m_canvas.get(), &CanvasWidget::frameToggleRequested);
        m_canvas->setCurrent("shop/api");
        QTest::keyClick(m_canvas.get(), Qt::Key_Space);
        QCOMPARE(m_canvas->selection(), std::set<Key>{"shop/api"});
        QTest::keyClick(m_canvas.get(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(moved.takeFirst().at(0).value<graph::Placement>().at("shop/api").x, 248.0);
        QTest::keyClick(m_canvas.get(), Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(moved.takeFirst().at(0).value<graph::Placement>().at("shop/api").y, 280.0);
        QTest::keyClick(m_canvas.get(), Qt::Key_Delete);
        QCOMPARE(deleted.takeFirst().at(0).value<std::vector<Key>>(), std::vector<Key>{"shop/api"});
        QTest::keyClick(m_canvas.get(), Qt::Key_Return);
        QCOMPARE(activated.takeFirst().at(0).value<Key>(), Key("shop/api"));
        QTest::keyClick(m_canvas.get(), Qt::Key_Menu);
        QCOMPARE(menu.takeFirst().at(0).value<Key>(), Key("shop/api"));
        m_canvas->setCurrent("frame:shop");
        QTest::keyClick(m_canvas.get(), Qt::Key_T);
        QCOMPARE(toggled.takeFirst().at(0).value<Key>(), Key("frame:shop"));
    }

    void eStepsThroughArrows()
    {
        m_canvas->setCurrent("shop/frontend");
        QTest::keyClick(m_canvas.get(), Qt::Key_E);
        QCOMPARE(m_canvas->current(), Key("jobs/batch\nshop/frontend"));
        QTest::keyClick(m_canvas.get(), Qt::Key_E);
        QCOMPARE(m_canvas->current(), Key("shop/gateway\nshop/frontend"));
        QTest::keyClick(m_canvas.get(), Qt::Key_E);
        QCOMPARE(m_canvas->current(), Key("shop/frontend"));
    }

    void doubleClicks()
    {
        QSignalSpy activated(m_canvas.get(), &CanvasWidget::activated);
        QSignalSpy added(m_canvas.get(), &CanvasWidget::addServiceRequested);
        QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, at("shop/db"));
        QCOMPARE(activated.count(), 1);
        QTest::mouseDClick(m_canvas.get(), Qt::LeftButton, {}, at(600, 380));
        QCOMPARE(added.count(), 1);
        QVERIFY(std::abs(added.first().at(0).value<graph::Point>().x - 600) < 2);
    }

    void chevronFolds()
    {
        QSignalSpy toggled(m_canvas.get(), &CanvasWidget::frameToggleRequested);
        const Hit hit = m_canvas->scene().hit({290, 20}, 4);
        QCOMPARE(hit.kind, Kind::Frame);
        QVERIFY(!hit.isOnChevron);
        double x = 210;
        while (x < 750 && !m_canvas->scene().hit({x, 20}, 4).isOnChevron)
            x += 4;
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, at(x + 6, 20));
        QCOMPARE(toggled.count(), 1);
    }

    void zoomKeepsThePointBelowTheCursor()
    {
        const QPointF cursor(800, 200);
        for (const int notches : {1, 3, -2, 4}) {
            const graph::Point before = m_canvas->view().toScene(cursor);
            const double scale = m_canvas->view().scale();
            QWheelEvent wheel(cursor, m_canvas->mapToGlobal(cursor), QPoint(),
                              QPoint(0, 120 * notches), Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            QApplication::sendEvent(m_canvas.get(), &wheel);
            QVERIFY(m_canvas->view().scale() != scale);
            const graph::Point after = m_canvas->view().toScene(cursor);
            QVERIFY(std::abs(after.x - before.x) * m_canvas->view().scale() <= 1);
            QVERIFY(std::abs(after.y - before.y) * m_canvas->view().scale() <= 1);
        }
    }

    void zoomHasLimitsAndThePictureStaysInSight()
    {
        for (int i = 0; i < 60; ++i)
            m_canvas->zoomIn();
        QCOMPARE(m_canvas->view().scale(), kMostScale);
        for (int i = 0; i < 90; ++i)
            m_canvas->zoomOut();
        QCOMPARE(m_canvas->view().scale(), kLeastScale);
        QTest::keyClick(m_canvas.get(), Qt::Key_0);
        QCOMPARE(m_canvas->view().scale(), 1.0);
        for (int i = 0; i < 50; ++i) {
            QWheelEvent wheel(QPointF(5, 5), QPointF(5, 5), QPoint(300, 300), QPoint(0, 0),
                              Qt::NoButton, Qt::NoModifier, Qt::ScrollUpdate, false);
            QApplication::sendEvent(m_canvas.get(), &wheel);
        }
        const QRectF shown = m_canvas->view().toView(m_canvas->scene().bounds());
        QVERIFY(shown.intersects(QRectF(m_canvas->rect())));
        QTest::keyClick(m_canvas.get(), Qt::Key_Home);
        theWholePictureIsInViewAtFirst();
    }

    void middleButtonPans()
    {
        const QRect before = m_canvas->rectOf("shop/api");
        QTest::mousePress(m_canvas.get(), Qt::MiddleButton, {}, QPoint(300, 300));
        QMouseEvent move(QEvent::MouseMove, QPointF(340, 320),
                         m_canvas->mapToGlobal(QPointF(340, 320)), Qt::NoButton, Qt::MiddleButton,
                         Qt::NoModifier);
        QApplication::sendEvent(m_canvas.get(), &move);
        QTest::mouseRelease(m_canvas.get(), Qt::MiddleButton, {}, QPoint(340, 320));
        QCOMPARE(m_canvas->rectOf("shop/api").topLeft() - before.topLeft(), QPoint(40, 20));
    }

    void hintHasLinks()
    {
        QSignalSpy link(m_canvas.get(), &CanvasWidget::hintActivated);
        m_canvas->setHint("<a href=\"example\">Open the example</a>");
        auto *label = m_canvas->findChild<QLabel *>();
        QVERIFY(!label->isVisible());
        m_canvas->setPicture({});
        QVERIFY(label->isVisible());
        emit label->linkActivated("example");
        QCOMPARE(link.first().at(0).toString(), QString("example"));
    }

    void tooltipsAreEscaped()
    {
        graph::Node node = test::makeNode("shop/<b>&x", "frame:shop", graph::Lock::Open);
        const QString tip = nodeTip(node);
        QVERIFY(tip.contains("&lt;b&gt;&amp;x"));
        QVERIFY(tip.contains("ingress: nothing isolates it"));
    }

    void accessibleNamesAndFocus()
    {
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_canvas.get());
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 12);
        QStringList names;
        for (int i = 0; i < list->childCount(); ++i) {
            QAccessibleInterface *child = list->child(i);
            names += child->text(QAccessible::Name);
            QVERIFY(!child->text(QAccessible::Description).isEmpty());
            QCOMPARE(child->parent(), list);
            QCOMPARE(list->indexOfChild(child), i);
            QCOMPARE(list->child(i), child);
            QVERIFY(!child->rect().isEmpty());
        }
        QVERIFY(names.contains("api"));
        QVERIFY(names.contains("gateway to frontend"));
        QVERIFY(names.contains("namespace shop"));

        m_canvas->setCurrent("shop/api");
        QAccessibleInterface *focus = list->focusChild();
        QVERIFY(focus);
        QCOMPARE(focus->text(QAccessible::Name), QString("api"));
        QVERIFY(focus->text(QAccessible::Description).contains("ingress: isolated"));
        focus->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(m_canvas->selection(), std::set<Key>{"shop/api"});
        QVERIFY(focus->state().selected);
        QCOMPARE(list->childAt(focus->rect().center().x(), focus->rect().center().y()), focus);
    }

    void accessibleItemsGoWithTheirElements()
    {
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_canvas.get());
        const int index =
            int(std::find(m_canvas->tabOrder().begin(), m_canvas->tabOrder().end(), "shop/db") -
                m_canvas->tabOrder().begin());
        const QAccessible::Id id = QAccessible::uniqueId(list->child(index));
        QVERIFY(QAccessible::accessibleInterface(id));
        graph::Picture picture = test::samplePicture();
        picture.nodes.erase(picture.nodes.begin() + 3);
        m_canvas->setPicture(picture);
        QVERIFY(!QAccessible::accessibleInterface(id));
        QCOMPARE(list->childCount(), 11);
    }

    /// A pill that steps aside for a card stays there when its arrow is told anew and looks alike.
    void pillsStayAside()
    {
        graph::Picture picture = test::samplePicture();
        graph::ArrowShape &shape = picture.arrows[2];
        const graph::Rect card = test::nodeOf(picture, shape.arrow.source).rect;
        shape.pill.x = card.right() - shape.pill.width;
        shape.pill.y = card.y + 26;
        const Key key = shape.arrow.key;
        canvas::Scene scene(picture);
        const QRectF before = scene.pill(key);
        QVERIFY(!before.isEmpty());
        QVERIFY(before.center() != QPointF(shape.pill.center().x, shape.pill.center().y));
        graph::Refreshed touched;
        touched.arrows = {key};
        QCOMPARE(scene.refresh(picture, touched), std::size_t(0));
        QCOMPARE(scene.pill(key), before);
        shape.arrow.label = "TCP 1-5432";
        QCOMPARE(scene.refresh(picture, touched), std::size_t(1));
        QCOMPARE(scene.pill(key), canvas::Scene(picture).pill(key));
    }
};

QTEST_MAIN(TstCanvas)
#include "tst_canvas.moc"
