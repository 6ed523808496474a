#include "support/cases.h"
#include "verdict/evaluator.h"

#include <QtTest>

#include <map>

using namespace drawbridge;
using kube::ConnectionSet;
using kube::Direction;
using verdict::Evaluator;
using verdict::Party;

/// What published recipes for policies do to a cluster of our own: for each pod that one isolates,
/// who may do what. Every table was read against what its recipe says that it does.
class RecipesTest : public QObject
{
    Q_OBJECT

private slots:
    void tables_data();
    void tables();
};

namespace {

std::string nameOf(const verdict::Endpoint &endpoint)
{
    return endpoint.nameSpace + '/' + endpoint.name;
}

/// "ingress of default/web", then a line for each set of ports: "  TCP 80: default/a default/b".
std::string tableOf(const Evaluator &evaluator, verdict::EndpointId id, Direction direction)
{
    const bool isIngress = direction == Direction::Ingress;
    const auto half = [&](Party other) {
        return isIngress ? evaluator.half(direction, other, Party::of(id))
                         : evaluator.half(direction, Party::of(id), other);
    };
    std::map<std::string, std::string> byPorts;
    for (std::uint32_t i = 0; i < evaluator.endpoints().size(); ++i)
        if (evaluator.endpoints()[i].kind == verdict::EndpointKind::Workload && i != id.value)
            byPorts[half(Party::of({i})).text()] += ' ' + nameOf(evaluator.endpoints()[i]);
    byPorts[half(Party::of(*kube::parseAddress("203.0.113.7"))).text()] += " outside";
    std::string text = (isIngress ? "ingress of " : "egress of ") + nameOf(evaluator.endpoint(id));
    text += '\n';
    for (const auto &[ports, ends] : byPorts)
        text += "  " + ports + ':' + ends + '\n';
    return text;
}

} // namespace

void RecipesTest::tables_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &name : test::folders(test::shared("cases/recipes"))) {
        const QString folder = test::shared("cases/recipes/" + name);
        for (const QString &path : test::manifests(folder))
            QTest::newRow(qPrintable(name + QFileInfo(path).baseName().remove("policy"))) << path;
    }
}

void RecipesTest::tables()
{
    if (!test::hasShared())
        QSKIP("the cases of others are not here (../shared)");
    QFETCH(QString, path);
    kube::Workspace workspace;
    workspace.add("cluster.yaml", test::read(test::data("recipes/cluster.yaml")).toStdString());
    workspace.add("policy.yaml", test::read(path).toStdString());
    Evaluator evaluator;
    evaluator.update(workspace);
    std::string found;
    for (std::uint32_t i = 0; i < evaluator.endpoints().size(); ++i)
        for (Direction direction : kube::kDirections)
            if (evaluator.isIsolated({i}, direction))
                found += tableOf(evaluator, {i}, direction);
    const QString golden =
        test::data(QStringLiteral("recipes/%1.txt").arg(QTest::currentDataTag()));
    if (qEnvironmentVariableIsSet("DRAWBRIDGE_GOLDENS")) {
        QFile file(golden);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(found));
    }
    QVERIFY(QFile::exists(golden));
    QCOMPARE(QString::fromStdString(found), QString::fromUtf8(test::read(golden)));
}

QTEST_APPLESS_MAIN(RecipesTest)
#include "tst_recipes.moc"
