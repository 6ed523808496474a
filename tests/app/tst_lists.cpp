#include "panels/connections_model.h"
#include "panels/connections_panel.h"
#include "panels/problems_panel.h"
#include "panels/services_panel.h"
#include "shop_text.h"
#include "window_user.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTabWidget>

using namespace drawbridge;

/// The lists of services, problems and connections: they work by keyboard and change no row that
/// says the same.
class ListsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { m_user = std::make_unique<WindowUser>(); }
    void cleanup() { m_user.reset(); }

    void listsWorkByKeyboard();
    void listsKeepStill();
    void largeListsKeepStill();
    void signsAreMadeOnce();
    void tellsWaysAndHalfOpenPorts();

private:
    void replace(TextRange range, const std::string &text);

    std::unique_ptr<WindowUser> m_user;
};

void ListsTest::initTestCase()
{
    WindowUser::prepare();
}

void ListsTest::replace(TextRange range, const std::string &text)
{
    Change change;
    change.patches = {{m_user->document().workspace().files().front(), {{range, text}}}};
    change.label = QStringLiteral("Type");
    m_user->document().push(std::move(change));
}

void ListsTest::listsWorkByKeyboard()
{
    m_user->document().startUntitled(test::kShop);
    QTest::qWait(200); // lint comes a moment later
    canvas::CanvasWidget *canvas = m_user->canvas();
    canvas->setSelection({});
    QTest::keyClick(&m_user->window(), Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(m_user->window().services()->hasFocus());
    for (const Qt::Key key : {Qt::Key_Home, Qt::Key_Down, Qt::Key_Return})
        QTest::keyClick(m_user->window().services(), key);
    QCOMPARE(canvas->selection(), std::set<graph::Key>{m_user->key("legacy-batch")});
    QTest::keyClick(m_user->window().services(), Qt::Key_Home);
    QTest::keyClick(m_user->window().services(), Qt::Key_Left);
    QTest::keyClick(m_user->window().services(), Qt::Key_Down); // past what is folded
    QTest::keyClick(m_user->window().services(), Qt::Key_Return);
    QCOMPARE(canvas->selection(), std::set<graph::Key>{graph::frameKey("shop")});

    QTest::keyClick(&m_user->window(), Qt::Key_4, Qt::ControlModifier);
    QTRY_VERIFY(m_user->window().problems()->hasFocus());
    QTest::keyClick(m_user->window().problems(), Qt::Key_Down);
    const int row = m_user->window().problems()->currentIndex().row();
    QSignalSpy chosen(m_user->window().problems(), &ProblemsPanel::chosen);
    QTest::keyClick(m_user->window().problems(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].value<Place>(),
             m_user->window().problems()->problems()[std::size_t(row)].place);

    auto *connections = m_user->window().findChild<ConnectionsPanel *>();
    m_user->window().findChild<QTabWidget *>()->setCurrentWidget(connections);
    connections->setFocus();
    QTest::keyClick(connections, Qt::Key_End);
    QTest::keyClick(connections, Qt::Key_Return);
    QCOMPARE(canvas->selection().size(), std::size_t(1));
    QVERIFY(m_user->document().graph().arrow(*canvas->selection().begin()));
}

/// Typing a comment changes no row; a changed port changes just its rows.
void ListsTest::listsKeepStill()
{
    std::vector<std::unique_ptr<QSignalSpy>> spies;
    for (QAbstractItemModel *model : {m_user->window().services()->model(),
                                      m_user->window().findChild<ConnectionsPanel *>()->model()}) {
        spies.push_back(std::make_unique<QSignalSpy>(model, &QAbstractItemModel::modelReset));
        spies.push_back(std::make_unique<QSignalSpy>(model, &QAbstractItemModel::dataChanged));
    }
    const auto counts = [&] {
        QList<int> result;
        for (const auto &spy : spies)
            result += int(spy->count());
        return result;
    };
    Document &document = m_user->document();
    const yaml::File &file = document.workspace().file(document.workspace().files().front());
    replace({0, 0}, "# a comment\n");
    QCOMPARE(counts(), (QList<int>{0, 0, 0, 0}));
    const std::size_t at = file.bytes().find("5432");
    replace({at, at + 4}, "6543");
    QCOMPARE(counts(), (QList<int>{0, 0, 0, 1}));
}

/// Qt keeps what it paints of an icon: of one that is made anew for each row, for ever more.
void ListsTest::signsAreMadeOnce()
{
    m_user->document().startUntitled(test::kShop);
    const QAbstractItemModel &model = *m_user->window().problems()->model();
    QTRY_VERIFY(model.rowCount() > 0); // lint comes a moment later
    const auto sign = [&] {
        return model.index(0, 0).data(Qt::DecorationRole).value<QIcon>().cacheKey();
    };
    const qint64 light = sign();
    QCOMPARE(sign(), light);
    const QPalette before = QApplication::palette();
    QApplication::setPalette(QPalette(Qt::white, QColor(0x20, 0x24, 0x28)));
    const qint64 dark = sign();
    QVERIFY(dark != light);
    QCOMPARE(sign(), dark);
    QApplication::setPalette(before);
    QVERIFY(sign() != dark);
}

/// 5,000 services and 20,000 arrows: comparing is enough where nothing has changed.
void ListsTest::largeListsKeepStill()
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

/// Also where nothing but that changes.
void ListsTest::tellsWaysAndHalfOpenPorts()
{
    graph::Graph graph;
    graph.arrows.emplace_back();
    graph::Arrow &arrow = graph.arrows.back();
    arrow.key = "a\nb";
    arrow.source = "a";
    arrow.target = "b";
    arrow.label = "TCP 8080";
    ConnectionsModel model;
    ConnectionsModel::Rows rows(graph);
    model.setRows(rows);
    const QModelIndex index = model.index(0, ConnectionsModel::Verdict);
    const auto says = [&](const char *words) {
        graph::Refreshed touched;
        touched.arrows = {arrow.key};
        model.refresh(graph, touched);
        return index.data().toString().contains(QLatin1String(words));
    };
    QVERIFY(!index.data(Qt::ForegroundRole).isValid());
    arrow.onlyAtTarget = kube::ConnectionSet::of(kube::Protocol::Tcp, 9090, 9090);
    QVERIFY(says("9090"));
    QVERIFY(index.data(Qt::ForegroundRole).isValid());
    arrow.onlyAtTarget = {};
    arrow.onlyAtSource = kube::ConnectionSet::of(kube::Protocol::Tcp, 7070, 7070);
    QVERIFY(says("7070"));
    QVERIFY(index.data(Qt::ForegroundRole).isValid());
    arrow.onlyAtSource = {};
    arrow.state = graph::ArrowState::CannotTell;
    arrow.way = graph::WayIn::Controller;
    QVERIFY(says("nothing says which the controller has"));
    arrow.way = graph::WayIn::Address;
    QVERIFY(says("the source address may be rewritten"));
    arrow.unstated = "shop";
    QVERIFY(says("labels of the namespace shop"));
    arrow.isUnseen = true;
    QVERIFY(says("its Gateway is not in the open files"));
    arrow.state = graph::ArrowState::Allowed;
    arrow.differs = true;
    arrow.leads = kube::ConnectionSet::of(kube::Protocol::Tcp, 6060, 6060);
    QVERIFY(says("6060"));
}

QTEST_MAIN(ListsTest)
#include "tst_lists.moc"
