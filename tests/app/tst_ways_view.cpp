#include "canvas/elements.h"
#include "canvas/shapes.h"
#include "messages/graph_words.h"
#include "messages/language.h"
#include "panels/exposure_panel.h"
#include "panels/inspector_panel.h"
#include "text/text_panel.h"
#include "window_user.h"

#include <QAccessible>
#include <QAction>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QScopeGuard>
#include <QTabWidget>

using namespace drawbridge;

namespace {

const QByteArray kWays = R"(---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: front, namespace: shop}
spec: {defaultBackend: {service: {name: lb, port: {number: 443}}}}
---
apiVersion: v1
kind: Service
metadata: {name: lb, namespace: shop}
spec: {type: LoadBalancer, selector: {app: database}, ports: [{port: 443, targetPort: 5432}]}
)";

} // namespace

/// Ways in from outside and exposure in the window, by mouse and keys: seen, told, never changed.
class WaysViewTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init();
    void cleanup() { closeWindow(); }

    void areDrawnAndToldInWords();
    void canBeSelectedButNotChanged();
    void enterGoesToTheText();
    void explainThemselves();
    void theMenuOffersNoEdits();
    void goWithTheirText();
    void theExampleHasNone();
    void serviceTellsItsExposure();
    void exposureByKey();
    void exposureReachesNoNeighbour_data();
    void exposureReachesNoNeighbour();
    void exposureFollowsEdits();
    void aLineLeadsToItsService();

private:
    QString inspected();
    QTabWidget *bottom()
    {
        for (QWidget *widget = panel(); widget; widget = widget->parentWidget())
            if (auto *tabs = qobject_cast<QTabWidget *>(widget))
                return tabs;
        return nullptr;
    }
    ExposurePanel *panel() { return m_window->findChild<ExposurePanel *>(); }
    bool isTabShown() { return bottom()->isTabVisible(bottom()->indexOf(panel())); }
    std::string tagOf(const std::string &title);

    std::string m_before;
};

void WaysViewTest::init()
{
    openWindowOnFile();
    QFile file(path());
    QVERIFY(file.open(QIODevice::Append));
    file.write(kWays);
    file.close();
    m_window->openPaths({path()});
    canvas()->fit();
    canvas()->setFocus();
    m_before = bytes();
}

QString WaysViewTest::inspected()
{
    QString text;
    for (const QLabel *label : m_window->findChild<InspectorPanel *>()->findChildren<QLabel *>())
        text += label->text() + QLatin1Char('\n');
    return text;
}

std::string WaysViewTest::tagOf(const std::string &title)
{
    const graph::NodeShape *shape = canvas()->scene().node(key(title));
    return shape ? shape->node.tag : "not drawn";
}

void WaysViewTest::areDrawnAndToldInWords()
{
    const graph::Key balancer = key("LoadBalancer lb :443→5432");
    QVERIFY(!balancer.empty());
    QVERIFY(canvas()->scene().node(balancer));
    const graph::Key blocked = balancer + '\n' + key("database");
    const graph::ArrowShape *arrow = canvas()->scene().arrow(blocked);
    QVERIFY(arrow);
    QVERIFY(pillText(arrow->arrow).contains("not admitted"));
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(canvas());
    QStringList told;
    for (int i = 0; i < list->childCount(); ++i)
        told += list->child(i)->text(QAccessible::Name) + QStringLiteral(": ") +
                list->child(i)->text(QAccessible::Description);
    const auto isTold = [&](const char *words) {
        return std::any_of(told.begin(), told.end(),
                           [&](const QString &one) { return one.contains(QLatin1String(words)); });
    };
    QVERIFY2(isTold("a Service of type LoadBalancer"), qPrintable(told.join('\n')));
    QVERIFY2(isTold("leads here, but the policies admit nothing: TCP 5432"),
             qPrintable(told.join('\n')));
}

void WaysViewTest::canBeSelectedButNotChanged()
{
    click("Ingress front");
    QVERIFY(canvas()->selection().count(key("Ingress front")));
    answer<QMessageBox>([](QMessageBox *box) {
        QVERIFY2(box->text().contains("Change it in the text"), qPrintable(box->text()));
        QTest::keyClick(box, Qt::Key_Escape);
    });
    QTest::keyClick(canvas(), Qt::Key_Delete);
    QTRY_COMPARE(m_answered, 1);
    canvas()->setSelection({key("Ingress front") + '\n' + key("database")});
    answer<QMessageBox>([](QMessageBox *box) {
        QVERIFY2(box->text().contains("only be changed in the text"), qPrintable(box->text()));
        QTest::keyClick(box, Qt::Key_Escape);
    });
    QTest::keyClick(canvas(), Qt::Key_Delete);
    QTRY_COMPARE(m_answered, 2);
    canvas()->setSelection({key("Ingress front") + '\n' + key("database")});
    press(Qt::Key_F7); // nothing explains it but the inspector
    QCOMPARE(bytes(), m_before);
    QCOMPARE(undoCount(), 0);
}

void WaysViewTest::enterGoesToTheText()
{
    canvas()->setSelection({key("Ingress front") + '\n' + key("database")});
    const graph::Node *node = document().graph().node(key("Ingress front"));
    QVERIFY(node);
    const Place place = node->source.place(document().workspace());
    canvas()->setCurrent(key("Ingress front") + '\n' + key("database"));
    QTest::keyClick(canvas(), Qt::Key_Return);
    QTRY_COMPARE(int(m_window->text()->cursorPlace().range.begin), int(place.range.begin));
    QCOMPARE(bytes(), m_before);
}

void WaysViewTest::explainThemselves()
{
    click("Ingress front");
    QVERIFY2(inspected().contains("WAY IN"), qPrintable(inspected()));
    QVERIFY2(inspected().contains("shop.yaml · line"), qPrintable(inspected()));
    QVERIFY2(inspected().contains("Leads to"), qPrintable(inspected()));
    canvas()->setSelection({key("Ingress front") + '\n' + key("database")});
    QVERIFY2(inspected().contains("Ingress shop/front · shop.yaml · line"),
             qPrintable(inspected()));
    QVERIFY2(inspected().contains("Service shop/lb · shop.yaml · line"), qPrintable(inspected()));
    click("database");
    QVERIFY2(inspected().contains("Led to from outside by"), qPrintable(inspected()));
}

void WaysViewTest::theMenuOffersNoEdits()
{
    QStringList entries;
    auto *timer = new QTimer(m_window.get());
    timer->setInterval(20);
    connect(timer, &QTimer::timeout, m_window.get(), [&] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return;
        timer->stop();
        for (const QAction *action : menu->actions())
            entries += action->text();
        menu->close();
    });
    timer->start();
    const QPoint at = center("Ingress front");
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, canvas()->mapToGlobal(at));
    QApplication::sendEvent(canvas(), &event);
    QTRY_VERIFY(!entries.isEmpty());
    QVERIFY2(entries.contains("Show in YAML"), qPrintable(entries.join(' ')));
    for (const char *edit : {"Connect to…", "Allow from…", "Remove Service…"})
        QVERIFY(!entries.contains(QString::fromUtf8(edit)));
}

void WaysViewTest::goWithTheirText()
{
    const FileId file = document().workspace().files().front();
    const std::string text = bytes();
    const std::size_t at = text.find("type: LoadBalancer, ");
    Change change;
    change.patches.push_back({file, {{{at, at + 20}, ""}}});
    document().push(std::move(change));
    QVERIFY(key("LoadBalancer lb :443→5432").empty());
    QVERIFY(!key("Ingress front").empty());
    document().undoStack()->undo();
    QVERIFY(!key("LoadBalancer lb :443→5432").empty());
}

void WaysViewTest::theExampleHasNone()
{
    m_window->openExample();
    for (const graph::Node &node : document().graph().nodes)
        QVERIFY(node.kind != graph::NodeKind::WayIn);
}

void WaysViewTest::serviceTellsItsExposure()
{
    click("database");
    QVERIFY2(inspected().contains("Pods that do not exist yet"), qPrintable(inspected()));
    QVERIFY2(inspected().contains("No pod that does not exist yet could reach it."),
             qPrintable(inspected()));
}

void WaysViewTest::exposureByKey()
{
    QVERIFY(!isTabShown());
    QCOMPARE(tagOf("database"), std::string());
    press(Qt::Key_X, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(isTabShown());
    QVERIFY(bottom()->currentWidget() == panel());
    QVERIFY2(tagOf("database").find("new pods: in none") == 0, tagOf("database").c_str());
    QCOMPARE(tagOf("Ingress front"), std::string());
    QVERIFY(panel()->accessibleDescription().contains("services could meet pods"));
    press(Qt::Key_X, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(!isTabShown());
    QCOMPARE(tagOf("database"), std::string());
    QCOMPARE(bytes(), m_before);
    QCOMPARE(undoCount(), 0);
}

void WaysViewTest::exposureReachesNoNeighbour_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("German") << QStringLiteral("de");
}

void WaysViewTest::exposureReachesNoNeighbour()
{
    QFETCH(QString, language);
    Language::install(language);
    const auto english = qScopeGuard([] { Language::install(QStringLiteral("en")); });
    openWindow();
    const graph::Rect api = document().picture().node(key("api"))->rect;
    Change change;
    change.side = document().side();
    change.side->placement[key("frontend")] = {api.x - api.width - 16, api.y}; // close beside it
    change.label = QStringLiteral("Move");
    document().push(std::move(change));
    press(Qt::Key_X, Qt::ControlModifier | Qt::AltModifier);
    int tags = 0;
    for (const graph::NodeShape &shape : canvas()->scene().picture().nodes) {
        const QRectF tag = canvas::tagRect(shape);
        tags += !tag.isEmpty();
        for (const graph::NodeShape &other : canvas()->scene().picture().nodes)
            QVERIFY2(&other == &shape || !tag.intersects(canvas::toQt(other.rect)),
                     shape.node.key.c_str());
    }
    QVERIFY(tags > 3);
    canvas()->finishRendering();
    if (const QString folder = qEnvironmentVariable("DRAWBRIDGE_GRABS"); !folder.isEmpty())
        canvas()->grab().save(QStringLiteral("%1/exposure_%2.png").arg(folder, language));
}

void WaysViewTest::exposureFollowsEdits()
{
    press(Qt::Key_X, Qt::ControlModifier | Qt::AltModifier);
    const int lines = panel()->count();
    Change change;
    const std::string rule =
        "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: "
        "{name: more, namespace: shop}\nspec: {podSelector: {matchLabels: {app: "
        "database}}, ingress: [{from: [{podSelector: {matchLabels: {app: later}}}]}]}\n";
    const FileId file = document().workspace().files().front();
    change.patches.push_back({file, {{{m_before.size(), m_before.size()}, rule}}});
    document().push(std::move(change));
    QVERIFY2(tagOf("database").find("new pods: in 1,") == 0, tagOf("database").c_str());
    QVERIFY(panel()->count() > lines);
    document().undoStack()->undo();
    QCOMPARE(panel()->count(), lines);
}

void WaysViewTest::aLineLeadsToItsService()
{
    press(Qt::Key_X, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(panel()->count() > 0);
    panel()->setFocus();
    panel()->setCurrentIndex(panel()->model()->index(0, 0));
    QTest::keyClick(panel(), Qt::Key_Return);
    QCOMPARE(canvas()->selection().size(), std::size_t(1));
    const QString title = panel()->model()->index(0, 0).data().toString();
    const graph::Node *node = document().graph().node(*canvas()->selection().begin());
    QVERIFY(node && title.startsWith(QString::fromStdString(node->title)));
}

QTEST_MAIN(WaysViewTest)
#include "tst_ways_view.moc"
