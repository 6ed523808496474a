#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "messages/graph_words.h"
#include "panels/connections_panel.h"
#include "panels/inspector_panel.h"
#include "panels/problems_panel.h"
#include "panels/services_panel.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "tst_look_checks.h"
#include "window/connect_dialog.h"
#include "window/main_window.h"
#include "window/template_dialog.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFontDatabase>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolTip>
#include <QTranslator>

using namespace drawbridge;
using test::Looker;

namespace {

/// Two namespaces and the outside; one half open arrow, an open service, problems of every kind.
const char *const kShop = R"(apiVersion: apps/v1
kind: Deployment
metadata:
  name: gateway
  namespace: shop
spec:
  template:
    metadata:
      labels: {app: gateway, tier: edge}
    spec:
      containers:
        - name: gateway
          image: gateway:1
          ports:
            - containerPort: 8000
            - containerPort: 8443
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ingress-test
  namespace: shop
spec:
  template:
    metadata:
      labels: {app: gateway, tier: edge}
    spec:
      containers:
        - name: gateway
          image: gateway:2
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: shop
spec:
  template:
    metadata:
      labels: {app: api}
    spec:
      containers:
        - name: api
          image: api:1
          ports:
            - containerPort: 8080
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: database
  namespace: shop
spec:
  template:
    metadata:
      labels: {app: db}
    spec:
      containers:
        - name: db
          image: db:1
          ports:
            - containerPort: 5432
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: legacy-batch
  namespace: jobs
spec:
  template:
    metadata:
      labels: {app: legacy-batch}
    spec:
      containers:
        - name: batch
          image: batch:1
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: prometheus
  namespace: jobs
spec:
  template:
    metadata:
      labels: {app: prometheus}
    spec:
      containers:
        - name: prometheus
          image: prometheus:1
          ports:
            - containerPort: 9090
              protocol: TCP
---
# Nothing may enter unless a policy below says so.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: shop
spec:
  podSelector: {}
  policyTypes: [Ingress]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: gateway
  namespace: shop
spec:
  podSelector:
    matchLabels: {app: gateway}
  policyTypes: [Ingress]
  ingress:
    - from:
        - ipBlock: {cidr: 203.0.113.0/24}
        - ipBlock: {cidr: 198.51.100.0/24, except: [198.51.100.128/25]}
      ports:
        - port: 8443
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: api
  namespace: shop
spec:
  podSelector:
    matchLabels: {app: api}
  policyTypes: [Ingress, Egress]
  ingress:
    - from:
        - podSelector:
            matchLabels: {app: gateway}
      ports:
        - port: 8080
  egress:
    - to:
        - podSelector:
            matchLabels: {app: db}
      ports:
        - port: 5432
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: database
  namespace: shop
spec:
  podSelector:
    matchLabels: {app: db}
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector:
            matchLabels: {app: api}
      ports:
        - port: 5432
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: prometheus
  namespace: jobs
spec:
  podSelector:
    matchLabels: {app: prometheus}
  policyTypes: [Ingress, Egress]
  egress:
    - to:
        - namespaceSelector:
            matchLabels: {kubernetes.io/metadata.name: shop}
          podSelector:
            matchLabels: {app: api}
      ports:
        - port: 9102
  ingresss: []
)";

enum class Selected { Nothing, Node, OpenNode, Outside, Arrow, HalfOpenArrow, Frame };

} // namespace

/// What a person sees, measured: nothing is cut, covered or outside of its parent, and every text
/// stands out 4.5:1. With DRAWBRIDGE_GRABS=FOLDER the pictures are written there.
class LookTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void typeface();
    void window_data();
    void window();
    void smallWindow_data() { themes(); }
    void smallWindow();
    void zoomedCanvas_data() { themes(); }
    void zoomedCanvas();
    void emptyWindow_data() { themes(); }
    void emptyWindow();
    void connectDialog_data() { themes(); }
    void connectDialog();
    void templateDialogs_data() { themes(); }
    void templateDialogs();
    void menus_data() { themes(); }
    void menus();
    void contextMenus_data() { themes(); }
    void contextMenus();
    void messages_data() { themes(); }
    void messages();
    void otherTheme();
    void longNames();
    void textIsMeasured();
    void listsWorkByKeyboard();
    void listsKeepStill();
    void largeListsKeepStill();

private:
    void themes();
    QString faults() const;
    void open(const QString &theme, const QByteArray &text = {});
    graph::Key node(const std::string &title) const;
    graph::Key arrow(const std::string &source, const std::string &target) const;
    graph::Key keyOf(Selected selected, bool isExample) const;
    void replace(TextRange range, const std::string &text);
    void look(QWidget *widget, const QString &name);
    void lookAtCanvas(Looker &looker);
    void finish(Looker &looker, const QString &name);
    void lookAtPopup(const QString &name, const std::function<void()> &popUp);

    std::unique_ptr<MainWindow> m_window;
    QStringList m_faults;
    int m_pictures = 0;
    int m_texts = 0;
    int m_words = 0;
    double m_palest = 21;
};

void LookTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("drawbridge-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("look"));
}

void LookTest::init()
{
    m_faults.clear();
    QSettings().clear();
}

void LookTest::cleanup()
{
    m_window.reset();
}

void LookTest::cleanupTestCase()
{
    qInfo("%d pictures, %d texts, %d words; the palest has %.2f:1", m_pictures, m_texts, m_words,
          m_palest);
}

/// Warns of each, since Qt Test cuts long messages.
QString LookTest::faults() const
{
    for (const QString &fault : m_faults)
        qWarning("%s", qPrintable(fault));
    return QStringLiteral("%1 faults").arg(m_faults.size());
}

void LookTest::themes()
{
    QTest::addColumn<QString>("theme");
    for (const char *theme : {"light", "dark"})
        QTest::newRow(theme) << QString::fromLatin1(theme);
}

/// The three-tier example if there is no text.
void LookTest::open(const QString &theme, const QByteArray &text)
{
    QSettings().setValue(QStringLiteral("theme"), theme);
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    if (text.isEmpty())
        m_window->openExample();
    else
        m_window->document().startUntitled(text);
    m_window->canvas()->fit();
    QTest::qWait(200); // lint comes a moment later
}

graph::Key LookTest::node(const std::string &title) const
{
    for (const graph::Node &node : m_window->document().graph().nodes)
        if (node.title == title)
            return node.key;
    return {};
}

graph::Key LookTest::arrow(const std::string &source, const std::string &target) const
{
    return node(source) + '\n' + node(target);
}

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

void LookTest::replace(TextRange range, const std::string &text)
{
    Change change;
    change.patches = {{m_window->document().workspace().files().front(), {{range, text}}}};
    change.label = QStringLiteral("Type");
    m_window->document().push(std::move(change));
}

/// The canvas draws its texts itself: names and second lines of cards, and what arrows carry. Where
/// they are smaller than on a plain screen, their strokes are too thin to be measured.
void LookTest::lookAtCanvas(Looker &looker)
{
    canvas::CanvasWidget *canvas = m_window->canvas();
    if (canvas->view().deviceScale() < 0.9)
        return;
    const auto add = [&](const QRect &rect, const std::string &text) {
        if (canvas->rect().contains(rect))
            looker.addDrawnText(canvas, rect, QString::fromStdString(text));
    };
    const int unit = std::max(1, qRound(canvas->view().scale()));
    for (const graph::NodeShape &shape : canvas->picture().nodes) {
        // Without the bar on the left and the locks on the right.
        const QRect card = canvas->rectOf(shape.node.key);
        if (!shape.node.frame.empty())
            add(card.adjusted(14 * unit, 8 * unit, -card.width() / 4, -8 * unit), shape.node.title);
    }
    for (const graph::ArrowShape &shape : canvas->picture().arrows) {
        const QRectF pill = canvas->scene().pill(shape.arrow.key);
        const graph::Rect scene{pill.x(), pill.y(), pill.width(), pill.height()};
        const QRect rect = canvas->view().toView(scene).toRect();
        add(rect.adjusted(9 * unit, 4 * unit, -9 * unit, -4 * unit), shape.arrow.label);
    }
}

void LookTest::look(QWidget *widget, const QString &name)
{
    for (int i = 0; i < 3; ++i) // what is set, what follows from it, and the layout of that
        QCoreApplication::processEvents();
    if (widget == m_window.get())
        m_window->canvas()->finishRendering();
    Looker looker(widget);
    looker.look();
    if (widget == m_window.get())
        lookAtCanvas(looker);
    finish(looker, name);
}

void LookTest::finish(Looker &looker, const QString &name)
{
    ++m_pictures;
    m_texts += looker.texts();
    m_words += looker.words();
    m_palest = std::min(m_palest, looker.palest());
    for (const QString &fault : looker.faults())
        m_faults += name + QStringLiteral(": ") + fault;
    const QString folder = qEnvironmentVariable("DRAWBRIDGE_GRABS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    const int percent = qRound(100 * looker.picture().devicePixelRatio());
    QVERIFY(looker.picture().save(QStringLiteral("%1/%2_%3.png").arg(folder, name).arg(percent)));
}

/// Looks at the menu or dialog that comes up, and closes it.
void LookTest::lookAtPopup(const QString &name, const std::function<void()> &popUp)
{
    bool wasSeen = false;
    QTimer timer;
    timer.setInterval(20);
    connect(&timer, &QTimer::timeout, this, [&] {
        QWidget *menu = QApplication::activePopupWidget();
        QWidget *widget = menu ? menu : QApplication::activeModalWidget();
        if (!widget || !widget->isVisible())
            return;
        if (!wasSeen)
            look(widget, name);
        wasSeen = true;
        widget->close();
    });
    timer.start();
    popUp();
    QTRY_VERIFY2(wasSeen, qPrintable(name));
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

/// From what a policy selects, two deployments here: the other is named too.
void LookTest::connectDialog()
{
    QFETCH(QString, theme);
    open(theme, kShop);
    const auto dialogOf = [this](const std::string &source, const std::string &target) {
        return std::make_unique<ConnectDialog>(
            m_window->document(), endOf(m_window->document().graph(), node(source)),
            endOf(m_window->document().graph(), node(target)), m_window.get());
    };
    const auto lookAt = [&](ConnectDialog &dialog, const QString &ports, const QString &name) {
        dialog.portsEdit()->setText(ports);
        dialog.setVisible(true);
        QTest::qWait(250);
        look(&dialog, QStringLiteral("connect_%1_%2").arg(name, theme));
    };
    lookAt(*dialogOf("gateway", "database"), QStringLiteral("5432"), QStringLiteral("also"));
    lookAt(*dialogOf("api", "gateway"), QStringLiteral("8443"), QStringLiteral("plain"));
    lookAt(*dialogOf("api", "gateway"), QStringLiteral("80-70"), QStringLiteral("refused"));
    lookAt(*dialogOf("api", "gateway"), {}, QStringLiteral("ports"));
    lookAt(*dialogOf("prometheus", "api"), QStringLiteral("8080"), QStringLiteral("metrics"));
    ConnectDialog outside(m_window->document(), edit::End{edit::End::Kind::Internet, {}, {}},
                          endOf(m_window->document().graph(), node("database")), m_window.get());
    lookAt(outside, QStringLiteral("5432"), QStringLiteral("outside"));
    const auto dialog = dialogOf("api", "gateway");
    dialog->setVisible(true);
    lookAtPopup(QStringLiteral("connect_choices_%1").arg(theme),
                [&] { dialog->findChild<QComboBox *>()->showPopup(); });
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

void LookTest::templateDialogs()
{
    QFETCH(QString, theme);
    open(theme, kShop);
    for (const edit::Template kind : {edit::Template::Traefik, edit::Template::Dns,
                                      edit::Template::Prometheus, edit::Template::ThreeTier}) {
        edit::TemplateWish wish;
        wish.kind = kind;
        wish.nameSpace = "shop";
        wish.service = node("database");
        TemplateDialog dialog(m_window->document(), wish, m_window.get());
        dialog.setVisible(true);
        QTest::qWait(50);
        look(&dialog, QStringLiteral("template_%1_%2").arg(int(kind)).arg(theme));
    }
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

void LookTest::menus()
{
    QFETCH(QString, theme);
    open(theme);
    m_window->canvas()->reveal(arrow("frontend", "api"));
    const auto menuName = [&](const QMenu *menu) {
        return QStringLiteral("menu_%1_%2").arg(menu->title().remove(QLatin1Char('&')), theme);
    };
    for (QMenu *menu : m_window->findChildren<QMenu *>()) {
        if (menu->title().isEmpty())
            continue;
        lookAtPopup(menuName(menu), [&] {
            menu->popup(m_window->mapToGlobal(QPoint(40, 40)));
            menu->setActiveAction(menu->actions().constFirst());
        });
    }
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

void LookTest::contextMenus()
{
    QFETCH(QString, theme);
    open(theme);
    const graph::Graph &graph = m_window->document().graph();
    const std::pair<QString, graph::Key> keys[] = {
        {QStringLiteral("node"), node("api")},
        {QStringLiteral("arrow"), arrow("api", "database")},
        {QStringLiteral("frame"), graph.frames.front().key},
        {QStringLiteral("nothing"), {}}};
    for (const auto &[name, key] : keys)
        lookAtPopup(QStringLiteral("context_%1_%2").arg(name, theme), [this, key = key] {
            emit m_window->canvas()->contextMenuRequested(key, QPoint(200, 200));
        });
    QToolTip::showText(QPoint(300, 300), nodeTip(*graph.node(node("api"))));
    for (QWidget *widget : QApplication::topLevelWidgets())
        if (widget->inherits("QTipLabel") && widget->isVisible())
            look(widget, QStringLiteral("tip_%1").arg(theme));
    QToolTip::hideText();
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

/// What asks and tells.
void LookTest::messages()
{
    QFETCH(QString, theme);
    open(theme, kShop);
    const auto run = [this](const QString &text) {
        for (QAction *action : m_window->findChildren<QAction *>())
            if (action->text() == text)
                action->trigger();
    };
    const auto named = [&](const char *name) {
        return QStringLiteral("message_%1_%2").arg(QString::fromLatin1(name), theme);
    };
    canvas::CanvasWidget *canvas = m_window->canvas();
    lookAtPopup(named("about"), [&] { run(QStringLiteral("&About Drawbridge")); });
    lookAtPopup(named("egress"), [&] { run(QStringLiteral("Deny E&gress by Default…")); });
    lookAtPopup(named("service"), [&] { run(QStringLiteral("&Add Service…")); });
    lookAtPopup(named("remove"), [&] { emit canvas->deleteRequested({node("api")}); });
    lookAtPopup(named("told"), [&] { emit canvas->deleteRequested({graph::kInternetKey}); });
    canvas->setSelection({node("api")});
    lookAtPopup(named("rename"), [&] { run(QStringLiteral("Rena&me…")); });
    lookAtPopup(named("move"), [&] { run(QStringLiteral("&Move to Namespace…")); });
    canvas->setSelection({arrow("api", "database")});
    lookAtPopup(named("ports"), [&] { run(QStringLiteral("C&hange Ports…")); });
    lookAtPopup(named("which"), [&] { run(QStringLiteral("&Edit Policy…")); });
    for (const kube::ObjectPtr &object : m_window->document().workspace().objects())
        if (object->meta.name == "api" && object->policy())
            lookAtPopup(named("policy"),
                        [&] { emit m_window->inspector()->policyEditRequested(object.get()); });
    lookAtPopup(named("revoke"), [&] { emit canvas->deleteRequested({arrow("gateway", "api")}); });
    const FileId file = m_window->document().workspace().files().front();
    const QTemporaryDir folder;
    QVERIFY(!m_window->document().saveAs(file, folder.filePath(QStringLiteral("shop.yaml"))));
    lookAtPopup(named("disk"), [&] { emit m_window->document().diskChanged(file); });
    replace({0, 0}, "# a comment\n");
    lookAtPopup(named("unsaved"), [&] { m_window->close(); });
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

void LookTest::listsWorkByKeyboard()
{
    open(QStringLiteral("light"), kShop);
    canvas::CanvasWidget *canvas = m_window->canvas();
    canvas->setSelection({});
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(m_window->services()->hasFocus());
    for (const Qt::Key key : {Qt::Key_Home, Qt::Key_Down, Qt::Key_Return})
        QTest::keyClick(m_window->services(), key);
    QCOMPARE(canvas->selection(), std::set<graph::Key>{node("legacy-batch")});
    QTest::keyClick(m_window->services(), Qt::Key_Home);
    QTest::keyClick(m_window->services(), Qt::Key_Left);
    QTest::keyClick(m_window->services(), Qt::Key_Down); // past what is folded
    QTest::keyClick(m_window->services(), Qt::Key_Return);
    QCOMPARE(canvas->selection(), std::set<graph::Key>{graph::frameKey("shop")});

    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QTRY_VERIFY(m_window->problems()->hasFocus());
    QTest::keyClick(m_window->problems(), Qt::Key_Down);
    const int row = m_window->problems()->currentIndex().row();
    QSignalSpy chosen(m_window->problems(), &ProblemsPanel::chosen);
    QTest::keyClick(m_window->problems(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].value<Place>(), m_window->problems()->problems()[std::size_t(row)].place);

    auto *connections = m_window->findChild<ConnectionsPanel *>();
    m_window->findChild<QTabWidget *>()->setCurrentWidget(connections);
    connections->setFocus();
    QTest::keyClick(connections, Qt::Key_End);
    QTest::keyClick(connections, Qt::Key_Return);
    QCOMPARE(canvas->selection().size(), std::size_t(1));
    QVERIFY(m_window->document().graph().arrow(*canvas->selection().begin()));
}

/// Typing a comment changes no row; a changed port changes just its rows.
void LookTest::listsKeepStill()
{
    open(QStringLiteral("light"));
    std::vector<std::unique_ptr<QSignalSpy>> spies;
    for (QAbstractItemModel *model :
         {m_window->services()->model(), m_window->findChild<ConnectionsPanel *>()->model()}) {
        spies.push_back(std::make_unique<QSignalSpy>(model, &QAbstractItemModel::modelReset));
        spies.push_back(std::make_unique<QSignalSpy>(model, &QAbstractItemModel::dataChanged));
    }
    const auto counts = [&] {
        QList<int> result;
        for (const auto &spy : spies)
            result += int(spy->count());
        return result;
    };
    Document &document = m_window->document();
    const yaml::File &file = document.workspace().file(document.workspace().files().front());
    replace({0, 0}, "# a comment\n");
    QCOMPARE(counts(), (QList<int>{0, 0, 0, 0}));
    const std::size_t at = file.bytes().find("5432");
    replace({at, at + 4}, "6543");
    QCOMPARE(counts(), (QList<int>{0, 0, 0, 1}));
}

/// 5,000 services and 20,000 arrows: comparing is enough where nothing has changed.
void LookTest::largeListsKeepStill()
{
    graph::Graph graph;
    for (int i = 0; i < 5000; ++i) {
        graph::Node node;
        node.key = QStringLiteral("n%1/app%2").arg(i / 100, 3).arg(i, 5).toStdString();
        node.frame = graph::frameKey(QStringLiteral("n%1").arg(i / 100, 3).toStdString());
        node.title = "app" + std::to_string(i);
        node.labels = "app=" + node.title;
        node.ports = {"8080"};
        if (graph.frames.empty() || graph.frames.back().key != node.frame) {
            graph.frames.emplace_back();
            graph.frames.back().key = node.frame;
            graph.frames.back().title = node.frame.substr(6);
        }
        graph.nodes.push_back(node);
    }
    for (std::size_t i = 0; i < 5000; ++i)
        for (std::size_t j = 0; j < 4; ++j) {
            graph::Arrow arrow;
            arrow.source = graph.nodes[i].key;
            arrow.target = graph.nodes[(i / 10 * 10) + j].key;
            arrow.key = arrow.source + '\n' + arrow.target;
            arrow.label = "TCP 8080";
            graph.arrows.push_back(arrow);
        }
    ServicesPanel services;
    ConnectionsPanel connections;
    services.resize(200, 800);
    services.show();
    connections.setVisible(true);
    const auto time = [&](const char *what) {
        QElapsedTimer timer;
        timer.start();
        services.setGraph(graph);
        const double first = double(timer.nsecsElapsed()) / 1e6;
        connections.setGraph(graph);
        const double both = double(timer.nsecsElapsed()) / 1e6;
        QApplication::processEvents();
        qInfo("%s: services %.1f ms, connections %.1f ms, painting %.1f ms", what, first,
              both - first, double(timer.nsecsElapsed()) / 1e6 - both);
    };
    time("first");
    QTest::qWait(50); // until they are on screen
    QSignalSpy reset(services.model(), &QAbstractItemModel::modelReset);
    QSignalSpy changed(services.model(), &QAbstractItemModel::dataChanged);
    QSignalSpy connectionsReset(connections.model(), &QAbstractItemModel::modelReset);
    time("the same");
    graph.nodes[17].ingress = graph::Lock::Closed;
    time("one changed");
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 1);
    graph.nodes.pop_back();
    time("one less");
    QCOMPARE(reset.count(), 1);
    QCOMPARE(connections.count(), 20000);
    QCOMPARE(services.visualRect(services.model()->index(0, 0)).height() > 0, true);
}

/// A screen that holds everything at 200 % too.
static void useLargeScreen(const QString &file)
{
    QFile config(file);
    if (!config.open(QIODevice::WriteOnly))
        return;
    config.write(R"({"screens": [{"name": "large", "x": 0, "y": 0, "width": 3840, "height": 2400,
        "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})");
    config.close();
    if (qEnvironmentVariable("QT_QPA_PLATFORM") == QLatin1String("offscreen"))
        qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + QFile::encodeName(file));
}

int main(int argc, char *argv[])
{
    const QTemporaryDir folder;
    useLargeScreen(folder.filePath(QStringLiteral("screen.json")));
    QApplication application(argc, argv);
    QTranslator english;
    Q_INIT_RESOURCE(translations);
    if (english.load(QStringLiteral(":/i18n/drawbridge_en")))
        QCoreApplication::installTranslator(&english);
    LookTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_look.moc"
