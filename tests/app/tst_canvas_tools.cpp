#include "canvas/canvas_widget.h"
#include "canvas/minimap.h"
#include "document/document.h"
#include "window/main_window.h"
#include "window/quick_list.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>

using namespace drawbridge;

namespace {

/// Three namespaces; the arrow from batch is half open, and legacy is open to everybody.
const char *const kThree = R"(apiVersion: v1
kind: Pod
metadata: {name: batch, namespace: jobs, labels: {app: batch}}
---
apiVersion: v1
kind: Pod
metadata: {name: legacy, namespace: old, labels: {app: legacy}}
---
apiVersion: v1
kind: Pod
metadata: {name: api, namespace: shop, labels: {app: api}}
---
apiVersion: v1
kind: Pod
metadata: {name: db, namespace: shop, labels: {app: db}}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: wall, namespace: shop}
spec: {podSelector: {}, policyTypes: [Ingress]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: api, namespace: shop}
spec:
  podSelector: {matchLabels: {app: api}}
  policyTypes: [Ingress]
  ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: batch, namespace: jobs}
spec:
  podSelector: {matchLabels: {app: batch}}
  policyTypes: [Ingress, Egress]
  egress:
  - to: [{namespaceSelector: {}, podSelector: {matchLabels: {app: db}}}]
)";

} // namespace

/// The smaller tools of the canvas, by keys, menus and mouse.
class CanvasToolsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void minimapIsRemembered();
    void minimapGoesWhereItIsClicked();
    void minimapDragsTheView();
    void minimapIsDrawnOncePerPicture();
    void collapsesAndExpandsAll();
    void collapsesOthers();
    void largeNamespacesStartCollapsed();
    void alignsInOneStep();
    void alignsNothingWithoutRoom();
    void zoomsToTheSelection();
    void showsWhatCame();
    void goesThroughProblems();

private:
    canvas::CanvasWidget *canvas() { return m_window->canvas(); }
    Document &document() { return m_window->document(); }
    int undoCount() { return document().undoStack()->index(); }
    graph::Key key(const std::string &title);
    void command(const QString &words);
    QAction *action(const QString &text);

    std::unique_ptr<MainWindow> m_window;
};

void CanvasToolsTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("drawbridge-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("canvas-tools"));
    QSettings().clear();
}

void CanvasToolsTest::init()
{
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1500, 950);
    m_window->show();
    document().startUntitled(kThree);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    canvas()->fit();
    canvas()->setFocus();
}

void CanvasToolsTest::cleanup()
{
    m_window.reset();
    QSettings().clear();
}

graph::Key CanvasToolsTest::key(const std::string &title)
{
    for (const graph::Node &node : document().graph().nodes)
        if (node.title == title)
            return node.key;
    return {};
}

/// By the palette, as one who knows no menu.
void CanvasToolsTest::command(const QString &words)
{
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(m_window->quickList()->line(), words);
    QTest::keyClick(m_window->quickList()->line(), Qt::Key_Return);
}

QAction *CanvasToolsTest::action(const QString &text)
{
    for (QAction *action : m_window->findChildren<QAction *>())
        if (action->text().remove(QLatin1Char('&')) == text)
            return action;
    return nullptr;
}

void CanvasToolsTest::minimapIsRemembered()
{
    QVERIFY(!m_window->minimap()->isOn());
    command(QStringLiteral("minimap"));
    QVERIFY(m_window->minimap()->isOn());
    QVERIFY(canvas()->hasFocus());
    QCOMPARE(undoCount(), 0);
    m_window.reset();
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(m_window->minimap()->isOn());
    QVERIFY(action(QStringLiteral("Minimap"))->isChecked());
    command(QStringLiteral("minimap"));
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(!m_window->minimap()->isOn());
}

void CanvasToolsTest::minimapGoesWhereItIsClicked()
{
    command(QStringLiteral("minimap"));
    canvas()->setZoom(2);
    canvas()->repaint();
    const graph::Point wanted = canvas()->scene().rectOf(key("batch")).center();
    canvas()->centerOn(canvas()->scene().rectOf(key("web")).center());
    QVERIFY(!canvas()->rect().contains(canvas()->rectOf(key("batch"))));
    QTest::mouseClick(m_window->minimap(), Qt::LeftButton, {},
                      m_window->minimap()->toMap(wanted).toPoint());
    const QPointF middle = canvas()->view().toView(wanted);
    QVERIFY(canvas()->rect().contains(middle.toPoint()));
    QVERIFY(QLineF(middle, QPointF(canvas()->rect().center())).length() < 60);
    QVERIFY(canvas()->selection().empty());
}

void CanvasToolsTest::minimapDragsTheView()
{
    command(QStringLiteral("minimap"));
    canvas()->setZoom(1.5);
    canvas()->repaint();
    canvas::Minimap *map = m_window->minimap();
    const graph::Rect seen = canvas()->view().visible();
    const QPoint from = map->toMap({seen.x + seen.width / 3, seen.center().y}).toPoint();
    QTest::mousePress(map, Qt::LeftButton, {}, from);
    QCOMPARE(qRound(canvas()->view().visible().x), qRound(seen.x)); // it is held where it was taken
    QTest::mouseMove(map, from + QPoint(10, 5));
    QTest::mouseRelease(map, Qt::LeftButton, {}, from + QPoint(10, 5));
    QVERIFY(canvas()->view().visible().x > seen.x);
    QVERIFY(canvas()->view().visible().y > seen.y);
    QCOMPARE(undoCount(), 0);
}

void CanvasToolsTest::minimapIsDrawnOncePerPicture()
{
    canvas()->setZoom(2);
    command(QStringLiteral("minimap"));
    m_window->minimap()->repaint();
    const std::size_t before = m_window->minimap()->drawings();
    QVERIFY(before > 0);
    for (int i = 0; i < 20; ++i) {
        canvas()->setZoom(0.5 + i * 0.05);
        canvas()->centerOn({i * 10.0, 0});
        m_window->minimap()->repaint();
    }
    QCOMPARE(m_window->minimap()->drawings(), before);
    canvas()->setSelection({key("api")});
    canvas()->setCurrent(key("api"));
    QTest::keyClick(canvas(), Qt::Key_Right, Qt::AltModifier);
    m_window->minimap()->repaint();
    QCOMPARE(m_window->minimap()->drawings(), before + 1);
}

void CanvasToolsTest::collapsesAndExpandsAll()
{
    command(QStringLiteral("collapse all"));
    QVERIFY(canvas()->picture().nodes.empty());
    QCOMPARE(undoCount(), 1);
    command(QStringLiteral("expand all"));
    QCOMPARE(canvas()->picture().nodes.size(), std::size_t(5));
    QCOMPARE(undoCount(), 2);
    command(QStringLiteral("expand all")); // nothing to do: no step
    QCOMPARE(undoCount(), 2);
    document().undoStack()->undo();
    QVERIFY(canvas()->picture().nodes.empty());
    document().undoStack()->undo();
    QCOMPARE(canvas()->picture().nodes.size(), std::size_t(5));
}

void CanvasToolsTest::collapsesOthers()
{
    canvas()->setSelection({key("api")});
    command(QStringLiteral("collapse others"));
    QCOMPARE(canvas()->picture().nodes.size(), std::size_t(3));
    QVERIFY(!canvas()->picture().frame("frame:shop")->isCollapsed);
    QVERIFY(canvas()->picture().frame("frame:jobs")->isCollapsed);
    QCOMPARE(undoCount(), 1);
}

void CanvasToolsTest::largeNamespacesStartCollapsed()
{
    QTemporaryDir folder;
    const auto write = [&](const QString &name, int count) {
        QFile file(folder.filePath(name + QStringLiteral(".yaml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < count; ++i)
            file.write(QStringLiteral("---\napiVersion: v1\nkind: Pod\nmetadata: {name: p%1, "
                                      "namespace: %2, labels: {app: p%1}}\n")
                           .arg(i)
                           .arg(name)
                           .toUtf8());
    };
    write(QStringLiteral("large"), 61);
    write(QStringLiteral("small"), 60);
    m_window->openPaths({folder.path()});
    QCOMPARE(document().side().collapsed, std::set<graph::Key>{"frame:large"});
    QCOMPARE(canvas()->picture().nodes.size(), std::size_t(60));
    QVERIFY(!document().isModified());
}

void CanvasToolsTest::alignsInOneStep()
{
    const std::string before =
        document().workspace().file(document().workspace().files().front()).bytes();
    canvas()->setSelection({key("api"), key("db"), key("web")});
    command(QStringLiteral("align top"));
    QCOMPARE(undoCount(), 1);
    const graph::Picture &picture = canvas()->picture();
    const double y = picture.node(key("api"))->rect.y;
    QCOMPARE(picture.node(key("db"))->rect.y, y);
    QCOMPARE(picture.node(key("web"))->rect.y, y);
    const graph::Rect frame = picture.frame("frame:shop")->rect;
    for (const char *title : {"api", "db", "web"}) {
        const graph::Rect rect = picture.node(key(title))->rect;
        QVERIFY(frame.x < rect.x && rect.right() < frame.right());
    }
    QCOMPARE(document().workspace().file(document().workspace().files().front()).bytes(), before);
    command(QStringLiteral("distribute horizontally"));
    document().undoStack()->undo();
    document().undoStack()->undo();
    QVERIFY(document().side().placement.empty());
    QVERIFY(!document().isModified());
}

void CanvasToolsTest::alignsNothingWithoutRoom()
{
    canvas()->setSelection({key("api")});
    command(QStringLiteral("align top"));
    QVERIFY(m_window->statusBar()->currentMessage().contains(QLatin1String("Select at least")));
    QCOMPARE(undoCount(), 0);
}

void CanvasToolsTest::zoomsToTheSelection()
{
    canvas()->setZoom(0.2);
    canvas()->setSelection({key("db")});
    QTest::keyClick(m_window.get(), Qt::Key_8, Qt::ControlModifier);
    QCOMPARE(canvas()->view().scale(), 1.0);
    QVERIFY(
        QLineF(QPointF(canvas()->rectOf(key("db")).center()), QPointF(canvas()->rect().center()))
            .length() < 4);
}

/// One service is brought into sight; for very many the whole picture is.
void CanvasToolsTest::showsWhatCame()
{
    const auto add = [&](const QString &name, int count) {
        const FileId file = document().workspace().files().front();
        const std::size_t end = document().workspace().file(file).bytes().size();
        std::string pods;
        for (int i = 0; i < count; ++i)
            pods += QStringLiteral("---\napiVersion: v1\nkind: Pod\nmetadata: {name: %1%2, "
                                   "namespace: %1%3, labels: {app: %1%2}}\n")
                        .arg(name)
                        .arg(i)
                        .arg(i / 50)
                        .toStdString();
        Change change;
        change.patches = {{file, {{{end, end}, pods}}}};
        document().push(std::move(change));
        QTRY_VERIFY(!document().isBehind());
        QCOMPARE(canvas()->lastAdded().empty(), false);
    };
    canvas()->setZoom(4);
    add(QStringLiteral("one"), 1);
    QVERIFY(!canvas()->isFitted());
    QVERIFY(canvas()->rect().contains(canvas()->rectOf(key("one0"))));
    add(QStringLiteral("many"), 600);
    QVERIFY(canvas()->isFitted());
    QVERIFY(canvas()->rect().contains(canvas()->rectOf(key("many0"))));
    QVERIFY(canvas()->rect().contains(canvas()->rectOf(key("many599"))));
}

void CanvasToolsTest::goesThroughProblems()
{
    std::set<graph::Key> halfOpen;
    for (const graph::Arrow &arrow : document().graph().arrows)
        if (arrow.isHalfOpen())
            halfOpen.insert(arrow.key);
    QCOMPARE(halfOpen.size(), std::size_t(1));
    std::vector<graph::Key> seen;
    for (int i = 0; i < 10; ++i) {
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        QCOMPARE(canvas()->selection(), std::set{canvas()->current()});
        QVERIFY(!m_window->statusBar()->currentMessage().isEmpty());
        if (!seen.empty() && canvas()->current() == seen.front())
            break;
        seen.push_back(canvas()->current());
    }
    QVERIFY(std::count(seen.begin(), seen.end(), *halfOpen.begin()) == 1);
    QVERIFY(std::count(seen.begin(), seen.end(), key("web")) == 0);
    QTest::keyClick(m_window.get(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(canvas()->current(), seen.back());
    m_window->openExample();
    canvas()->setSelection({});
    QTest::keyClick(m_window.get(), Qt::Key_F8);
    QVERIFY(canvas()->selection().empty());
}

QTEST_MAIN(CanvasToolsTest)
#include "tst_canvas_tools.moc"
