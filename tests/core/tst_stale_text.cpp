#include "graph/graph.h"
#include "support/lint_text.h"

#include <QtTest>

using namespace drawbridge;
using namespace drawbridge::test;

/// While a document does not parse its last good state is shown, and marked at what it makes: not
/// at what it only names.
class StaleTextTest : public QObject
{
    Q_OBJECT

private slots:
    void markedAtItsOwn();
};

namespace {

/// The titles of nodes that are marked.
QStringList marked(const std::string &good, const std::string &broken)
{
    kube::Workspace workspace;
    const FileId file = workspace.add("a.yaml", good);
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    const std::size_t at = good.find(broken);
    if (at == std::string::npos)
        return {"nothing to break"};
    workspace.apply(file, {{{at, at}, "[ "}});
    evaluator.update(workspace);
    QStringList titles;
    for (const graph::Node &node : graph::build(workspace, evaluator).nodes)
        if (node.isStale)
            titles += QString::fromStdString(node.title);
    titles.sort();
    return titles;
}

} // namespace

void StaleTextTest::markedAtItsOwn()
{
    const std::string dns = "  - to: [{namespaceSelector: {matchLabels: "
                            "{kubernetes.io/metadata.name: kube-system}}, podSelector: "
                            "{matchLabels: {k8s-app: kube-dns}}}]\n";
    const std::string out = policy("out", kEgress + dns + kToWeb);
    QCOMPARE(marked(out, "spec:"), QStringList{"api"}); // a group that it makes, and not its peers
    QCOMPARE(marked(workload("api") + out, "kind: NetworkPolicy"), QStringList());
    QCOMPARE(marked(workload("api") + out, "kind: Deployment"), QStringList{"api"});
    const std::string web = policy("web", "  podSelector: {matchLabels: {app: web}}\n");
    QCOMPARE(marked(out + web, "metadata: {name: web"), QStringList{"web"});
}

QTEST_APPLESS_MAIN(StaleTextTest)
#include "tst_stale_text.moc"
