#include "canvas/canvas_widget.h"
#include "canvas/minimap.h"
#include "window/add_service_dialog.h"
#include "window/connect_dialog.h"
#include "window/template_dialog.h"

#include "picture_faults.h"
#include "window_user.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>

using namespace drawbridge;

/// What is new is seen, on free room, and nothing that was there moves for it.
class NewPlacesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowUser::prepare(); }
    void init()
    {
        QSettings().clear();
        m_user = std::make_unique<WindowUser>();
    }
    void cleanup() { m_user.reset(); }

    void aServiceOnTopOfAnotherStandsBesideIt();
    void aServiceByMenuIsInSight();
    void aServiceStandsBesideTheSelection();
    void aTemplateOnAServiceIsOnFreeRoom();
    void pastedServicesAreInSight();
    void comingBackByUndo();
    void whatIsGoneSwallowsNothing();
    void foldedNamespacesAreLaidOutFolded();
    void namespacesOpenWithoutCoveringOthers();
    void whatIsFoldedGoesWithItsNamespace();
    void minimapGivesWay();
    void whatAConnectionAddsIsInSight();
    void manyAreShownFromFartherAway();
    void typingMovesNoView();

private:
    Document &document() { return m_user->document(); }
    canvas::CanvasWidget *canvas() { return m_user->canvas(); }
    graph::Rect rectOf(const std::string &title)
    {
        const graph::NodeShape *shape = document().picture().node(m_user->key(title));
        return shape ? shape->rect : graph::Rect();
    }
    graph::Placement places()
    {
        graph::Placement result;
        for (const graph::NodeShape &shape : document().picture().nodes)
            result[shape.node.key] = {shape.rect.x, shape.rect.y};
        return result;
    }
    bool isSeen(const std::string &title)
    {
        return canvas()->rect().contains(canvas()->rectOf(m_user->key(title)));
    }
    void nameService(const char *name)
    {
        m_user->answer<AddServiceDialog>([name](AddServiceDialog *dialog) {
            QTest::keyClicks(dialog->nameEdit(), name);
            QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
        });
    }
    QAction *action(const QString &text)
    {
        for (QAction *action : m_user->window().findChildren<QAction *>())
            if (action->text().remove(QLatin1Char('&')) == text)
                return action;
        return nullptr;
    }
    void expectUnmoved(const graph::Placement &before)
    {
        const graph::Placement now = places();
        for (const auto &[key, point] : before)
            if (now.count(key) > 0)
                QVERIFY2(now.at(key) == point, key.c_str());
    }

    std::unique_ptr<WindowUser> m_user;
};

/// A double click just beside a card would put the new one half over it.
void NewPlacesTest::aServiceOnTopOfAnotherStandsBesideIt()
{
    const graph::Placement before = places();
    const QRect api = canvas()->rectOf(m_user->key("api"));
    nameService("worker");
    emit canvas()->addServiceRequested(canvas()->view().toScene(api.bottomLeft() + QPoint(20, 6)));
    QVERIFY(!m_user->key("worker").empty());
    QCOMPARE(pictureFaults(document().picture()), QString());
    QVERIFY(isSeen("worker"));
    const graph::Rect worker = rectOf("worker");
    const graph::Rect near = rectOf("api");
    QVERIFY(std::hypot(worker.x - near.x, worker.y - near.y) < 360);
    expectUnmoved(before);
    QCOMPARE(document().side().placement.size(), 1u);
}

/// Zoomed in on one end of a namespace, which has free room only elsewhere.
void NewPlacesTest::aServiceByMenuIsInSight()
{
    const graph::Placement before = places();
    canvas()->setZoom(2);
    canvas()->centerOn({rectOf("database").center()});
    const double scale = canvas()->view().scale();
    nameService("worker");
    action(QStringLiteral("Add Service…"))->trigger();
    QVERIFY(!m_user->key("worker").empty());
    QVERIFY(isSeen("worker"));
    QCOMPARE(canvas()->view().scale(), scale);
    QCOMPARE(pictureFaults(document().picture()), QString());
    expectUnmoved(before);
    QVERIFY(document().side().placement.empty());
}

void NewPlacesTest::aServiceStandsBesideTheSelection()
{
    m_user->click("gateway");
    nameService("worker");
    action(QStringLiteral("Add Service…"))->trigger();
    const graph::Rect gateway = rectOf("gateway");
    const graph::Rect worker = rectOf("worker");
    QVERIFY(std::hypot(worker.x - gateway.x, worker.y - gateway.y) < 420);
    QVERIFY(worker.x == gateway.x || worker.y == gateway.y || worker.x == rectOf("frontend").x);
    QCOMPARE(pictureFaults(document().picture()), QString());
}

void NewPlacesTest::aTemplateOnAServiceIsOnFreeRoom()
{
    const graph::Placement before = places();
    m_user->answer<TemplateDialog>(
        [](TemplateDialog *dialog) { QTest::keyClick(dialog, Qt::Key_Return); });
    action(QStringLiteral("Kong…"))->trigger();
    QVERIFY(document().graph().nodes.size() > before.size());
    QCOMPARE(pictureFaults(document().picture()), QString());
    expectUnmoved(before);
}

void NewPlacesTest::pastedServicesAreInSight()
{
    const graph::Placement before = places();
    canvas()->setZoom(1.6);
    canvas()->centerOn({rectOf("gateway").center()});
    QGuiApplication::clipboard()->setText(
        QStringLiteral("apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: one}\nspec: "
                       "{selector: {matchLabels: {app: one}}, template: {metadata: {labels: {app: "
                       "one}}, spec: {containers: [{name: a, image: a}]}}}\n"));
    m_user->press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(!m_user->key("one").empty());
    QVERIFY(isSeen("one"));
    QCOMPARE(pictureFaults(document().picture()), QString());
    expectUnmoved(before);
}

void NewPlacesTest::comingBackByUndo()
{
    const graph::Placement before = places();
    nameService("worker");
    action(QStringLiteral("Add Service…"))->trigger();
    const graph::Rect worker = rectOf("worker");
    document().undoStack()->undo();
    QVERIFY(m_user->key("worker").empty());
    document().undoStack()->redo();
    QVERIFY(rectOf("worker") == worker);
    document().undoStack()->undo();
    QVERIFY(places() == before);
}

/// Removed after everything was moved away: it must not stretch its namespace to where it was.
void NewPlacesTest::whatIsGoneSwallowsNothing()
{
    Change change;
    change.side = document().side();
    for (const graph::NodeShape &shape : document().picture().nodes)
        if (shape.node.key != m_user->key("database"))
            change.side->placement[shape.node.key] = {shape.rect.x + 1400, shape.rect.y};
    change.side->placement["outside:internet"] = {700, 100};
    change.label = QStringLiteral("Move");
    document().push(std::move(change));
    graph::Graph both = document().graph();
    for (graph::Node &node : both.nodes)
        if (node.title == "database")
            node.since = graph::Since::Removed;
    const graph::Picture picture =
        graph::compose(both, document().placement(), {}, document().wishes());
    QCOMPARE(pictureFaults(picture), QString());
    QVERIFY(picture.frame("frame:shop")->rect.width < 900);
}

void NewPlacesTest::foldedNamespacesAreLaidOutFolded()
{
    QByteArray text;
    for (int i = 0; i < 12; ++i)
        text += "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: n" +
                QByteArray::number(i) +
                ", namespace: large}\nspec: {podSelector: {matchLabels: "
                "{app: a" +
                QByteArray::number(i) + "}}}\n";
    text += "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: b, "
            "namespace: small}\nspec: {podSelector: {matchLabels: {app: b}}}\n";
    SideState side;
    document().startUntitled(text, side);
    const graph::Rect open = document().picture().bounds();
    side.collapsed = {"frame:large"};
    document().startUntitled(text, side);
    const graph::Rect folded = document().picture().bounds();
    QVERIFY(folded.width < 800 && folded.height < 400);
    QVERIFY(folded.width * folded.height < open.width * open.height);
    QCOMPARE(pictureFaults(document().picture()), QString());
}

void NewPlacesTest::namespacesOpenWithoutCoveringOthers()
{
    foldedNamespacesAreLaidOutFolded();
    const graph::Placement before = places();
    emit canvas()->frameToggleRequested("frame:large");
    QCOMPARE(document().picture().nodes.size(), 13u);
    QCOMPARE(pictureFaults(document().picture()), QString());
    expectUnmoved(before);
    const graph::Placement opened = places();
    emit canvas()->frameToggleRequested("frame:large");
    emit canvas()->frameToggleRequested("frame:large");
    QVERIFY(places() == opened);
}

/// Whether its services were moved or not.
void NewPlacesTest::whatIsFoldedGoesWithItsNamespace()
{
    for (const bool isMoved : {false, true}) {
        const graph::Rect before = document().picture().frame("frame:shop")->rect;
        const auto text = [](const graph::Rect &rect) {
            return QStringLiteral("%1,%2 %3x%4")
                .arg(rect.x)
                .arg(rect.y)
                .arg(rect.width)
                .arg(rect.height);
        };
        if (isMoved) {
            const graph::Rect api = rectOf("api");
            emit canvas()->moveRequested({{m_user->key("api"), {api.x + 8, api.y + 8}}});
        }
        emit canvas()->frameToggleRequested("frame:shop");
        emit canvas()->moveRequested({{"frame:shop", {before.x + 2000, before.y + 1000}}});
        emit canvas()->frameToggleRequested("frame:shop");
        const graph::Rect after = document().picture().frame("frame:shop")->rect;
        const double slack = isMoved ? 8 : 0;
        QVERIFY(std::abs(after.x - before.x - 2000) <= slack);
        QVERIFY(std::abs(after.y - before.y - 1000) <= slack);
        QVERIFY(std::abs(after.width - before.width) <= slack);
        QCOMPARE(pictureFaults(document().picture()), QString());
        while (document().undoStack()->canUndo())
            document().undoStack()->undo();
        QCOMPARE(text(document().picture().frame("frame:shop")->rect), text(before));
    }
}

void NewPlacesTest::minimapGivesWay()
{
    canvas::Minimap *map = m_user->window().minimap();
    QAction *toggle = action(QStringLiteral("Minimap"));
    toggle->trigger();
    QVERIFY(map->isOn() && !map->isVisible()); // all is in sight
    canvas()->setZoom(2);
    QVERIFY(map->isVisible());
    const QRect corner = map->geometry();
    const graph::Rect api = rectOf("api");
    const graph::Rect seen = canvas()->view().visible();
    canvas()->centerOn(
        {api.center().x - seen.width / 2 + 40, api.center().y - seen.height / 2 + 40});
    canvas()->setSelection({m_user->key("api")});
    QVERIFY(!map->geometry().intersects(canvas()->rectOf(m_user->key("api"))));
    QVERIFY(map->geometry() != corner);
    canvas()->setSelection({});
    QCOMPARE(map->geometry(), corner);
    const QPoint from(canvas()->rect().center());
    QTest::mousePress(canvas(), Qt::LeftButton, {}, from);
    QTest::mouseMove(canvas(), from + QPoint(20, 20));
    QTest::mouseMove(canvas(), corner.center());
    QVERIFY(!map->isVisible());
    QTest::mouseRelease(canvas(), Qt::LeftButton, {}, corner.center());
    QVERIFY(map->isVisible());
    QVERIFY(toggle->isChecked());
}

/// The cloud of the first connection from outside comes beside the namespace, out of sight.
void NewPlacesTest::whatAConnectionAddsIsInSight()
{
    document().startUntitled(
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: api, namespace: "
        "shop}\nspec: {podSelector: {matchLabels: {app: api}}, policyTypes: [Ingress]}\n");
    const graph::Key api = m_user->key("api");
    canvas()->setZoom(1.4);
    const QRectF seen = canvas()->rect();
    const graph::Rect rect = rectOf("api");
    canvas()->centerOn({rect.x + seen.width() / 2.8 - 12, rect.center().y});
    const canvas::View before = canvas()->view();
    m_user->answer<ConnectDialog>([](ConnectDialog *dialog) {
        retype(dialog->portsEdit(), "8080");
        QTest::keyClick(dialog->portsEdit(), Qt::Key_Return);
    });
    emit canvas()->connectRequested(graph::kInternetKey, api, {});
    QVERIFY(document().graph().node(graph::kInternetKey));
    QVERIFY(canvas()->rect().contains(canvas()->rectOf(graph::kInternetKey)));
    QCOMPARE(canvas()->view().scale(), before.scale());
    QVERIFY(!(canvas()->view() == before)); // or this test shows nothing
    QVERIFY(canvas()->rect().contains(canvas()->rectOf(api)));
    // What is wholly in sight moves nothing.
    const canvas::View after = canvas()->view();
    document().undoStack()->undo();
    QVERIFY(canvas()->view() == after);
}

void NewPlacesTest::manyAreShownFromFartherAway()
{
    canvas()->setZoom(2.5);
    canvas()->centerOn(rectOf("gateway").center());
    QByteArray pods;
    for (int i = 0; i < 12; ++i)
        pods += "---\napiVersion: v1\nkind: Pod\nmetadata: {name: one-" + QByteArray::number(i) +
                ", namespace: jobs, labels: {app: a" + QByteArray::number(i) + "}}\n";
    QGuiApplication::clipboard()->setText(QString::fromUtf8(pods));
    m_user->press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(!m_user->key("one-11").empty());
    QVERIFY(canvas()->view().scale() < 2.5);
    for (int i = 0; i < 12; ++i)
        QVERIFY2(isSeen("one-" + std::to_string(i)), qPrintable(QString::number(i)));
}

void NewPlacesTest::typingMovesNoView()
{
    canvas()->setZoom(2.5);
    canvas()->centerOn(rectOf("gateway").center());
    const canvas::View before = canvas()->view();
    QGuiApplication::clipboard()->setText(
        QStringLiteral("\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: typed}\n"));
    m_user->press(Qt::Key_3, Qt::ControlModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_End, Qt::ControlModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(!m_user->key("typed").empty());
    QVERIFY(canvas()->view() == before);
}

QTEST_MAIN(NewPlacesTest)
#include "tst_new_places.moc"
