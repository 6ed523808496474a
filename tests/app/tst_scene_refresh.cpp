#include "canvas/scene.h"
#include "support/mesh.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace drawbridge;

/// A scene in which arrows came and went is the one that is made anew.
class SceneRefreshTest : public QObject
{
    Q_OBJECT

private slots:
    void arrowsComeAndGo_data();
    void arrowsComeAndGo();
};

namespace {

using canvas::Scene;

template <typename Indices>
bool holds(const Indices &indices, std::uint32_t index)
{
    return std::binary_search(indices.begin(), indices.end(), index);
}

/// Empty if none does.
std::string differing(const Scene &scene, const Scene &anew)
{
    const auto &arrows = anew.picture().arrows;
    if (scene.picture().arrows != arrows || scene.picture().nodes != anew.picture().nodes ||
        scene.picture().frames != anew.picture().frames)
        return "the picture";
    if (scene.bounds() != anew.bounds())
        return "the bounds";
    for (const graph::NodeShape &shape : anew.picture().nodes)
        if (scene.arrowsOf(shape.node.key) != anew.arrowsOf(shape.node.key))
            return "the arrows of " + shape.node.key;
    for (std::uint32_t i = 0; i < arrows.size(); ++i) {
        const graph::Key &key = arrows[i].arrow.key;
        if (scene.arrow(key) != &scene.picture().arrows[i] ||
            scene.arrowsOf(arrows[i].arrow.source) != anew.arrowsOf(arrows[i].arrow.source))
            return "the index of " + key;
        if (scene.pill(i) != anew.pill(i) || scene.note(i) != anew.note(i))
            return "the words on " + key;
        const graph::Point middle = arrows[i].at(0.5);
        if (!holds(scene.arrowsNear({middle.x, middle.y, 1, 1}), i) ||
            !holds(scene.arrowsNear(arrows[i].pill), i))
            return "the grid at " + key;
    }
    return {};
}

} // namespace

void SceneRefreshTest::arrowsComeAndGo_data()
{
    QTest::addColumn<int>("services");
    QTest::addColumn<bool>("isFolded");
    QTest::newRow("words step aside") << 70 << false;
    QTest::newRow("around which words are left out") << 105 << false;
    QTest::newRow("folded") << 120 << true;
    QTest::newRow("many") << 200 << false;
}

void SceneRefreshTest::arrowsComeAndGo()
{
    QFETCH(int, services);
    QFETCH(bool, isFolded);
    const std::set<graph::Key> folded{"frame:n1"};
    support::Mesh mesh(services, 10, isFolded ? folded : std::set<graph::Key>());
    auto scene = std::make_unique<Scene>(mesh.picture());
    std::mt19937 random(5);
    int refreshed = 0;
    for (int i = 0; i < 80; ++i) {
        refreshed += mesh.changeSome(random);
        std::vector<graph::Key> gone;
        if (mesh.touched()) {
            gone = mesh.touched()->removed;
            scene->refresh(mesh.picture(), *mesh.touched());
        } else {
            scene = std::make_unique<Scene>(mesh.picture());
        }
        const std::string what = differing(*scene, Scene(mesh.picture()));
        QVERIFY2(
            what.empty(),
            qPrintable(QStringLiteral("%1, edit %2").arg(QString::fromStdString(what)).arg(i)));
        for (const graph::Key &key : gone)
            QVERIFY(!scene->contains(key));
    }
    qInfo("%zu arrows, %d times refreshed", mesh.picture().arrows.size(), refreshed);
    QVERIFY(refreshed > 20);
}

QTEST_MAIN(SceneRefreshTest)
#include "tst_scene_refresh.moc"
