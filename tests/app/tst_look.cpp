#include "look_fixture.h"
#include "panels/connections_panel.h"
#include "panels/problems_panel.h"
#include "panels/services_panel.h"
#include "text/text_editor.h"
#include "text/text_panel.h"

#include <QFontDatabase>
#include <QTabWidget>

using namespace drawbridge;
using test::kShop;
using test::Looker;

namespace {

enum class Selected { Nothing, Node, OpenNode, Outside, Arrow, HalfOpenArrow, Frame };

} // namespace

/// The window as a person sees it: nothing is cut, covered or outside of its parent, and every text
/// stands out 4.5:1.
class LookTest : public test::LookFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare("look"); }
    void init() { start(); }
    void cleanup() { m_window.reset(); }
    void cleanupTestCase() { tellCounts(); }

    void typeface();
    void window_data();
    void window();
    void smallWindow_data() { themes(); }
    void smallWindow();
    void zoomedCanvas_data() { themes(); }
    void zoomedCanvas();
    void emptyWindow_data() { themes(); }
    void emptyWindow();
    void otherTheme();
    void longNames();
    void textIsMeasured();
    void german_data() { themes(); }
    void german();

private:
    graph::Key keyOf(Selected selected, bool isExample) const;
};

graph::Key LookTest::keyOf(Selected selected, bool isExample) const
{
    const graph::Graph &graph = m_window->document().graph();
    const auto outside = std::find_if(graph.nodes.begin(), graph.nodes.end(),
                                      [](const graph::Node &n) { return n.frame.empty(); });
    switch (selected) {
    case Selected::Nothing:
        return {};
    case Selected::Node:
        return node("api");
    case Selected::OpenNode:
        return node("legacy-batch");
    case Selected::Outside:
        return outside->key;
    case Selected::Arrow:
        return isExample ? arrow("frontend", "api") : arrow("api", "database");
    case Selected::HalfOpenArrow:
        return arrow("prometheus", "api");
    case Selected::Frame:
        return graph.frames.front().key;
    }
    return {};
}

/// From the first window on.
void LookTest::typeface()
{
    if (!QFontDatabase::hasFamily(QStringLiteral("Inter")))
        QSKIP("The typeface Inter is not installed.");
    open(QStringLiteral("light"));
    const QList<QWidget *> widgets = m_window->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const bool isCode =
            widget->inherits("drawbridge::TextEditor") ||
            (widget->parent() && widget->parent()->inherits("drawbridge::TextEditor"));
        if (!isCode && widget->isVisible())
            QVERIFY2(widget->font().family() == QLatin1String("Inter"),
                     widget->metaObject()->className());
    }
    const QFontMetrics code(m_window->text()->currentEditor()->font());
    QCOMPARE(code.horizontalAdvance(QStringLiteral("iiii")),
             code.horizontalAdvance(QStringLiteral("MMMM")));
}

void LookTest::window_data()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<bool>("isExample");
    QTest::addColumn<int>("selected");
    const std::pair<const char *, Selected> all[] = {
        {"nothing", Selected::Nothing}, {"node", Selected::Node},
        {"open", Selected::OpenNode},   {"outside", Selected::Outside},
        {"arrow", Selected::Arrow},     {"half", Selected::HalfOpenArrow},
        {"frame", Selected::Frame}};
    for (const char *theme : {"light", "dark"})
        for (const bool isExample : {true, false})
            for (const auto &[name, selected] : all) {
                if (isExample &&
                    (selected == Selected::OpenNode || selected == Selected::HalfOpenArrow))
                    continue;
                QTest::addRow("%s_%s_%s", isExample ? "example" : "shop", name, theme)
                    << QString::fromLatin1(theme) << isExample << int(selected);
            }
}

/// The window and all of its panels, both lists at the bottom.
void LookTest::window()
{
    QFETCH(QString, theme);
    QFETCH(bool, isExample);
    QFETCH(int, selected);
    open(theme, isExample ? QByteArray() : QByteArray(kShop));
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const graph::Key key = keyOf(Selected(selected), isExample);
    if (!key.empty()) {
        m_window->canvas()->reveal(key);
        QVERIFY(!m_window->canvas()->selection().empty());
    }
    QTest::qWait(50);
    const int before = m_texts;
    look(m_window.get(), QStringLiteral("window_") + name);
    QVERIFY(m_texts > before + 80);
    auto *bottom = m_window->findChild<QTabWidget *>();
    bottom->setCurrentIndex(1);
    auto *connections = m_window->findChild<ConnectionsPanel *>();
    connections->setFocus();
    connections->setCurrentIndex(connections->model()->index(0, 0));
    look(m_window.get(), QStringLiteral("connections_") + name);
    bottom->setCurrentIndex(0);
    m_window->services()->setFocus();
    look(m_window.get(), QStringLiteral("services_") + name);
    if (m_window->problems()->count() > 0) {
        m_window->problems()->setFocus();
        m_window->problems()->setCurrentIndex(m_window->problems()->model()->index(0, 0));
        look(m_window.get(), QStringLiteral("problems_") + name);
    }
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

/// As small as it lets itself be made, but not smaller than a small screen.
void LookTest::smallWindow()
{
    QFETCH(QString, theme);
    open(theme, kShop);
    m_window->canvas()->reveal(m_window->document().graph().frames.front().key);
    m_window->resize(QSize(1024, 640).expandedTo(m_window->minimumSizeHint()));
    QVERIFY(m_window->width() <= 1024);
    QTest::qWait(50);
    look(m_window.get(), QStringLiteral("small_") + theme);
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

/// Every card and arrow, large enough to be measured.
void LookTest::zoomedCanvas()
{
    QFETCH(QString, theme);
    open(theme, kShop);
    canvas::CanvasWidget *canvas = m_window->canvas();
    canvas->setZoom(2);
    const std::vector<graph::Key> keys = canvas->tabOrder();
    QVERIFY(keys.size() > 12);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        canvas->reveal(keys[i]);
        look(m_window.get(), QStringLiteral("zoomed_%1_%2").arg(i).arg(theme));
    }
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

void LookTest::emptyWindow()
{
    QFETCH(QString, theme);
    open(theme);
    m_window->startNew();
    m_window->canvas()->setConnectMode(true);
    QTest::qWait(200);
    look(m_window.get(), QStringLiteral("empty_") + theme);
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

/// Nothing keeps a colour of the theme before.
void LookTest::otherTheme()
{
    open(QStringLiteral("light"));
    m_window->startNew();
    const auto choose = [this](const QString &text) {
        for (QAction *action : m_window->findChildren<QAction *>())
            if (action->text() == text)
                action->trigger();
        QTest::qWait(500); // a long text takes its colours bit by bit
    };
    choose(QStringLiteral("&Dark"));
    look(m_window.get(), QStringLiteral("switched_empty_dark"));
    m_window->document().startUntitled(QByteArray("# a long text\n").repeated(3000) + kShop);
    m_window->canvas()->reveal(arrow("api", "database"));
    choose(QStringLiteral("&Light"));
    look(m_window.get(), QStringLiteral("switched_arrow_light"));
    choose(QStringLiteral("&Dark"));
    look(m_window.get(), QStringLiteral("switched_arrow_dark"));
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
    // And none is missing: a window that is made in this theme looks the same.
    const QByteArray text =
        QByteArray::fromStdString(m_window->document()
                                      .workspace()
                                      .file(m_window->document().workspace().files().front())
                                      .bytes());
    const auto grabbed = [this] {
        m_window->canvas()->setFocus();
        m_window->canvas()->finishRendering();
        return m_window->grab().toImage();
    };
    QImage followed = grabbed();
    for (int alike = 0; alike < 3;) { // a long text takes its colours
        QTest::qWait(200);
        const QImage now = grabbed();
        alike = now == followed ? alike + 1 : 0;
        followed = now;
    }
    const QSize size = m_window->size();
    bool isAlike = false; // where the machine is busy the picture may have been laid out in a hurry
    for (int attempt = 0; attempt < 3 && !isAlike; ++attempt) {
        m_window = std::make_unique<MainWindow>();
        m_window->resize(size);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->document().startUntitled(text);
        m_window->canvas()->reveal(arrow("api", "database"));
        isAlike = QTest::qWaitFor([&] { return grabbed() == followed; }, 15'000);
    }
    QVERIFY(isAlike);
}

/// As long as Kubernetes lets names be.
void LookTest::longNames()
{
    const QByteArray api("the-payment-reconciliation-service-with-a-rather-long-name-of63");
    QByteArray text(kShop);
    text.replace("api", api).replace(api + "Version", "apiVersion");
    text.replace("gateway", "our-payment-reconciliation-service-with-a-rather-long-name-of63");
    text.replace(" jobs", " batch-jobs-of-the-payment-reconciliation-of-the-whole-world-now");
    open(QStringLiteral("light"), text);
    const graph::Graph &graph = m_window->document().graph();
    QCOMPARE(graph.arrows.size(), std::size_t(8));
    auto *bottom = m_window->findChild<QTabWidget *>();
    for (const graph::Arrow &shown : graph.arrows) {
        m_window->canvas()->reveal(shown.key);
        bottom->setCurrentIndex(1 - bottom->currentIndex());
        look(m_window.get(), QStringLiteral("long_arrow_%1").arg(&shown - graph.arrows.data()));
    }
    for (const graph::Node &shown : graph.nodes) {
        m_window->canvas()->reveal(shown.key);
        look(m_window.get(), QStringLiteral("long_node_%1").arg(&shown - graph.nodes.data()));
    }
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

/// The measure itself: pale, cut, covered and outside are found.
void LookTest::textIsMeasured()
{
    QWidget window;
    window.resize(400, 200);
    window.setStyleSheet(QStringLiteral("QWidget { background: #ffffff; }"));
    const auto label = [&](const QString &text, const QRect &rect, const char *color) {
        auto *made = new QLabel(text, &window);
        made->setStyleSheet(QStringLiteral("color: %1;").arg(QString::fromLatin1(color)));
        made->setGeometry(rect);
    };
    label(QStringLiteral("readable"), {10, 10, 200, 30}, "#5c6875");
    label(QStringLiteral("pale"), {10, 50, 200, 30}, "#8d98a5");
    label(QStringLiteral("a text that is cut"), {10, 90, 40, 30}, "#000000");
    label(QStringLiteral("covered"), {10, 130, 200, 30}, "#000000");
    label(QStringLiteral("covering"), {150, 140, 200, 30}, "#000000");
    label(QStringLiteral("outside"), {300, 10, 200, 30}, "#000000");
    window.show();
    Looker looker(&window);
    looker.look();
    QStringList found;
    for (const QString &fault : looker.faults())
        found += fault.section(QLatin1Char(','), 0, 0).section(QLatin1Char(':'), 0, 0);
    found.removeDuplicates();
    found.sort();
    const QStringList expected{QStringLiteral("covers another"), QStringLiteral("cut"),
                               QStringLiteral("outside of its parent"), QStringLiteral("pale")};
    QVERIFY2(found == expected, qPrintable(looker.faults().join(QLatin1Char('\n'))));
}

/// Longer words in the same room, whatever is selected.
void LookTest::german()
{
    QFETCH(QString, theme);
    Language::install(QStringLiteral("de"));
    open(theme, kShop);
    auto *bottom = m_window->findChild<QTabWidget *>();
    for (const QSize size : {QSize(1440, 900), QSize(1024, 640)}) {
        m_window->resize(size.expandedTo(m_window->minimumSizeHint()));
        QVERIFY2(m_window->width() <= size.width(), "too wide");
        for (const Selected selected : {Selected::Nothing, Selected::Node, Selected::OpenNode,
                                        Selected::HalfOpenArrow, Selected::Frame}) {
            const graph::Key key = keyOf(selected, false);
            m_window->canvas()->setSelection(key.empty() ? std::set<graph::Key>() : std::set{key});
            bottom->setCurrentIndex(1 - bottom->currentIndex());
            QTest::qWait(50);
            look(m_window.get(),
                 QStringLiteral("german_%1_%2_%3").arg(size.width()).arg(int(selected)).arg(theme));
        }
    }
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

int main(int argc, char *argv[])
{
    return test::lookMain<LookTest>(argc, argv);
}

#include "tst_look.moc"
