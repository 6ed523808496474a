#include "edit/intent.h"
#include "support/intent_world.h"

#include <QTest>

using namespace drawbridge;

/// Rename, move, remove, relabel, copy and paste of services.
class ServiceEditsTest : public QObject
{
    Q_OBJECT

private slots:
    void renamesAGroupEverywhere();
    void renameKeepsOtherPeers();
    void renameOfAWorkloadLeavesReferences();
    void renameRefusesTakenAndBadNames();
    void movesWithItsPeers();
    void moveNeedsANamedNamespace();
    void removesPoliciesAndPeers();
    void removeNeverTakesAManifestUnasked();
    void removeSaysWhatOpens();
    void removeOfTheLastPeerRemovesTheRule();
    void removesADocumentWithoutItsNeighboursComments();
    void removesAListItem();
    void refusesTheLastOfAJsonFile();
    void removesOneOfTwoJsonDocuments();
    void labelsOfANamespace();
    void labelsOfAWorkload();
    void labelInUseIsRefused();
    void copiesAndPastes();
    void pasteRenamesWhatIsThere();
    void pasteIntoAnotherNamespace();
    void pasteRefusesNonsense_data();
    void pasteRefusesNonsense();
    void pasteOfAListItem();
    void pasteBesideAListNamedAsOurs();
    void pasteKeepsOtherKinds();
    void pasteDropsADirective();
    void duplicatesAreEditedWhereTheyStand();
    void removeSaysWhichGroupOpens();
    void removesTheLastOfSeveralInAPiece();
    void keepsTheHeadBehindAMarker();
};

namespace {

std::string ingressFrom(const std::string &app)
{
    return "  ingress:\n    - from:\n        - podSelector:\n            matchLabels:\n            "
           "  app: " +
           app + " # " + app + " may\n      ports:\n        - port: 8080\n";
}

std::string deployment(const std::string &name)
{
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: " + name +
           "\n  namespace: shop\n  labels:\n    app: " + name +
           "\nspec:\n  selector:\n    matchLabels:\n      app: " + name +
           "\n  template:\n    metadata:\n      labels:\n        app: " + name +
           "\n        zone: a # where\n    spec:\n      containers:\n        - name: main\n";
}

QString textOf(const IntentWorld &world)
{
    return QString::fromStdString(world.text());
}

std::string keyOf(const IntentWorld &world, const std::string &name)
{
    for (const verdict::Endpoint &endpoint : world.evaluator.endpoints())
        if (endpoint.name == name)
            return endpoint.key();
    return "?";
}

kube::ObjectPtr object(const IntentWorld &world, const std::string &kind, const std::string &name)
{
    for (const kube::ObjectPtr &object : world.workspace.objects())
        if (object->meta.name == name && object->meta.kind == kind)
            return object;
    return {};
}

} // namespace

void ServiceEditsTest::renamesAGroupEverywhere()
{
    IntentWorld world("# head\n" + serviceText("web") + "---\n# the api\n" +
                      serviceText("api", ingressFrom("web")) + "---\n" +
                      serviceText("db", ingressFrom("api")));
    const std::string list = world.list();
    const auto plan = world.plan(edit::Rename{keyOf(world, "api"), "core"});
    QVERIFY(plan.isOk());
    QVERIFY(plan->alsoChanges.empty());
    QCOMPARE(plan->renamed.size(), std::size_t(1));
    world.take(plan);
    const QString text = textOf(world);
    QVERIFY(!text.contains("app: api"));
    QVERIFY(text.contains("name: core\n"));
    QVERIFY(text.contains("# head\n") && text.contains("# the api\n") &&
            text.contains("# api may"));
    QVERIFY(world.evaluator.find(plan->renamed.begin()->second).isValid());
    const auto sorted = [](const std::string &lineText) {
        QStringList lines = QString::fromStdString(lineText).split('\n');
        lines.sort();
        return lines;
    };
    QCOMPARE(
        sorted(
            QString::fromStdString(world.list()).replace("shop/core[", "shop/api[").toStdString()),
        sorted(list));
}

void ServiceEditsTest::renameKeepsOtherPeers()
{
    const std::string wide =
        policyText("wide", "  podSelector: {}\n  policyTypes: [Ingress]\n  ingress:\n    - from:\n"
                           "        - namespaceSelector: {}\n          podSelector:\n"
                           "            matchLabels: {app: api}\n");
    IntentWorld world(serviceText("api") + "---\n" + wide + "---\n" +
                      policyText("api", "  podSelector:\n    matchLabels: {app: api}\n", "other"));
    const auto plan = world.plan(edit::Rename{"shop/{app=api}", "core"});
    QVERIFY(plan.isOk());
    world.take(plan);
    QVERIFY(textOf(world).contains("namespaceSelector: {}\n          podSelector:\n"
                                   "            matchLabels: {app: api}\n"));
}

void ServiceEditsTest::renameOfAWorkloadLeavesReferences()
{
    IntentWorld world(deployment("api") + "---\n" + serviceText("api"));
    const auto plan = world.plan(edit::Rename{keyOf(world, "api"), "core"});
    QVERIFY(plan.isOk());
    QVERIFY(plan->alsoChanges.empty());
    QCOMPARE(plan->leftAlone.size(), std::size_t(5)); // 3 labels, the policy's name and selector
    world.take(plan);
    QVERIFY(object(world, "Deployment", "core"));
    QCOMPARE(textOf(world).count("app: api\n"), 4);
}

void ServiceEditsTest::renameRefusesTakenAndBadNames()
{
    IntentWorld world(serviceText("a") + "---\n" + serviceText("b"));
    QCOMPARE(codeOf(world.plan(edit::Rename{keyOf(world, "a"), "b"})), Code::ServiceExists);
    QCOMPARE(codeOf(world.plan(edit::Rename{keyOf(world, "a"), "not a name"})), Code::InvalidName);
    QCOMPARE(codeOf(world.plan(edit::Rename{"shop/{app=gone}", "x"})), Code::UnknownName);
}

void ServiceEditsTest::movesWithItsPeers()
{
    IntentWorld world(serviceText("web") + "---\n" + serviceText("api", ingressFrom("web")) +
                      "---\n" + serviceText("db", ingressFrom("api")));
    const auto plan = world.plan(edit::MoveService{keyOf(world, "api"), "backend"});
    QVERIFY(plan.isOk());
    QVERIFY(plan->alsoChanges.empty());
    world.take(plan);
    const QString list = QString::fromStdString(world.list());
    QVERIFY2(list.contains("backend/api[Pods] => shop/db[Pods] : TCP 8080"), qPrintable(list));
    QVERIFY2(list.contains("shop/web[Pods] => backend/api[Pods] : TCP 8080"), qPrintable(list));
    world.take(world.plan(edit::MoveService{keyOf(world, "api"), "shop"}));
    QCOMPARE(textOf(world).count("namespaceSelector"), 1); // api's own peer is right as it is
    QVERIFY(textOf(world).contains("# api may") && textOf(world).contains("# web may"));
}

void ServiceEditsTest::moveNeedsANamedNamespace()
{
    IntentWorld world(
        "kind: NetworkPolicy\napiVersion: networking.k8s.io/v1\nmetadata:\n  name: a\n"
        "spec:\n  podSelector:\n    matchLabels: {app: a}\n");
    QCOMPARE(codeOf(world.plan(edit::MoveService{keyOf(world, "a"), "shop"})),
             Code::NeedsNamespace);
    QCOMPARE(codeOf(world.plan(edit::MoveService{keyOf(world, "a"), "No"})), Code::InvalidName);
}

void ServiceEditsTest::removesPoliciesAndPeers()
{
    IntentWorld world("# head\n\n" + serviceText("web") + "# about api\n---\n" +
                      serviceText("api", ingressFrom("web")) + "---\n" +
                      serviceText("db", ingressFrom("api") + ingressFrom("cron").substr(11)));
    const auto plan = world.plan(edit::RemoveService{keyOf(world, "api"), false});
    QVERIFY(plan.isOk());
    world.take(plan);
    const QString text = textOf(world);
    QVERIFY(!text.contains("app: api"));
    QVERIFY(text.contains("app: cron # cron may"));
    QVERIFY(text.startsWith("# head\n\n"));
    QVERIFY(text.contains("# about api\n"));
    QVERIFY(world.workspace.diagnostics().empty());
}

void ServiceEditsTest::removeNeverTakesAManifestUnasked()
{
    const std::string text = deployment("api") + "---\n" + serviceText("api");
    IntentWorld kept(text);
    kept.take(kept.plan(edit::RemoveService{keyOf(kept, "api"), false}));
    QCOMPARE(kept.text(), deployment("api"));
    IntentWorld gone(text);
    gone.take(gone.plan(edit::RemoveService{keyOf(gone, "api"), true}));
    QVERIFY(gone.workspace.objects().empty());
    QCOMPARE(codeOf(kept.plan(edit::RemoveService{keyOf(kept, "api"), false})),
             Code::NothingToRemove);
}

void ServiceEditsTest::removeSaysWhatOpens()
{
    IntentWorld world(deployment("api") + "---\n" + deployment("web") + "---\n" +
                      serviceText("api"));
    const auto plan = world.plan(edit::RemoveService{keyOf(world, "api"), false});
    QVERIFY(plan.isOk());
    bool isSaid = false;
    for (const edit::PairChange &change : plan->alsoChanges)
        isSaid |= change.source == "shop/web[Deployment]" && change.after.isAll();
    QVERIFY(isSaid);
}

void ServiceEditsTest::removeOfTheLastPeerRemovesTheRule()
{
    IntentWorld world(serviceText("web") + "---\n" + serviceText("api", ingressFrom("web")));
    world.take(world.plan(edit::RemoveService{keyOf(world, "web"), false}));
    QVERIFY(!textOf(world).contains("from:"));
    QVERIFY(world.evaluator.isIsolated({0}, kube::Direction::Ingress));
    QVERIFY(!world.evaluator.admitsEveryone({0}, kube::Direction::Ingress));
}

void ServiceEditsTest::removesADocumentWithoutItsNeighboursComments()
{
    const std::string a = serviceText("a");
    const std::string b = serviceText("b");
    const std::string c = serviceText("c");
    IntentWorld world("# licence\n\n# a's\n" + a + "# about b\n---\n" + b + "\n# about c\n---\n" +
                      c);
    const auto removed = [&](const char *name) {
        IntentWorld other(world.text());
        other.take(other.plan(edit::RemoveObject{object(other, "NetworkPolicy", name)}));
        return other.text();
    };
    QCOMPARE(removed("a"), "# licence\n\n# about b\n---\n" + b + "\n# about c\n---\n" + c);
    QCOMPARE(removed("b"), "# licence\n\n# a's\n" + a + "# about b\n\n# about c\n---\n" + c);
    QCOMPARE(removed("c"), "# licence\n\n# a's\n" + a + "# about b\n---\n" + b + "\n# about c\n");
}

void ServiceEditsTest::removesAListItem()
{
    const std::string item =
        "- apiVersion: networking.k8s.io/v1\n  kind: NetworkPolicy\n  metadata:\n"
        "    name: NAME\n    namespace: shop\n  spec:\n    podSelector: {}\n";
    const auto named = [&](const char *name) {
        return QString::fromStdString(item).replace("NAME", name).toStdString();
    };
    IntentWorld world("apiVersion: v1\nkind: List\nitems:\n" + named("a") + "# between\n" +
                      named("b"));
    world.take(world.plan(edit::RemoveObject{object(world, "NetworkPolicy", "a")}));
    QCOMPARE(world.text(), "apiVersion: v1\nkind: List\nitems:\n# between\n" + named("b"));
}

void ServiceEditsTest::refusesTheLastOfAJsonFile()
{
    IntentWorld world{kube::Workspace()};
    world.open({{"a.json", R"({"apiVersion":"networking.k8s.io/v1","kind":"NetworkPolicy",
"metadata":{"name":"a","namespace":"shop"},"spec":{"podSelector":{}}})"}});
    QCOMPARE(codeOf(world.plan(edit::RemoveObject{object(world, "NetworkPolicy", "a")})),
             Code::LastOfFile);
}

void ServiceEditsTest::removesOneOfTwoJsonDocuments()
{
    const QByteArray policy = R"({"apiVersion":"networking.k8s.io/v1","kind":"NetworkPolicy",
"metadata":{"name":"NAME","namespace":"shop"},"spec":{"podSelector":{}}}
)";
    const std::string a = QByteArray(policy).replace("NAME", "a").toStdString();
    const std::string b = QByteArray(policy).replace("NAME", "b").toStdString();
    const auto open = [&](IntentWorld &world) { world.open({{"a.json", a + b}}); };
    const auto removed = [&](const char *name) {
        IntentWorld other{kube::Workspace()};
        open(other);
        other.take(other.plan(edit::RemoveObject{object(other, "NetworkPolicy", name)}));
        return other.text();
    };
    QCOMPARE(removed("a"), b);
    QCOMPARE(removed("b"), a);
    IntentWorld world{kube::Workspace()};
    open(world);
    world.take(world.plan(edit::RemoveObject{object(world, "NetworkPolicy", "b")}));
    QCOMPARE(codeOf(world.plan(edit::RemoveObject{object(world, "NetworkPolicy", "a")})),
             Code::LastOfFile);
}

void ServiceEditsTest::labelsOfANamespace()
{
    IntentWorld world("apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop # it\n---\n" +
                      serviceText("a", "  ingress:\n    - from:\n        - namespaceSelector:\n"
                                       "            matchLabels: {team: red}\n") +
                      "---\n" + serviceText("b"));
    const auto plan =
        world.plan(edit::ChangeLabels{object(world, "Namespace", "shop"), {{"team", "red"}}});
    QVERIFY(plan.isOk());
    QCOMPARE(plan->alsoChanges.size(), std::size_t(1));
    world.take(plan);
    QVERIFY(textOf(world).contains("  labels:\n    team: red\n"));
    QVERIFY(textOf(world).contains("name: shop # it\n"));
}

void ServiceEditsTest::labelsOfAWorkload()
{
    IntentWorld world(deployment("api"));
    world.take(world.plan(edit::ChangeLabels{object(world, "Deployment", "api"),
                                             {{"app", "api"}, {"zone", "b"}, {"x/y", "z"}}}));
    QVERIFY(textOf(world).contains("        zone: b # where\n        x/y: z\n"));
}

void ServiceEditsTest::labelInUseIsRefused()
{
    IntentWorld world(deployment("api"));
    QCOMPARE(codeOf(world.plan(edit::ChangeLabels{object(world, "Deployment", "api"),
                                                  {{"app", "core"}, {"zone", "a"}}})),
             Code::LabelInUse);
}

void ServiceEditsTest::copiesAndPastes()
{
    IntentWorld world(serviceText("web") + "---\n# api's own\n" +
                      serviceText("api", ingressFrom("web")));
    const std::string text = edit::copied(world.workspace, world.evaluator, {keyOf(world, "api")});
    QCOMPARE(text, "# api's own\n" + serviceText("api", ingressFrom("web")));
    IntentWorld other(serviceText("web"));
    const auto plan = other.plan(edit::Paste{text, "shop"});
    QVERIFY(plan.isOk());
    QVERIFY(plan->alsoChanges.empty());
    other.take(plan);
    QCOMPARE(other.text(), serviceText("web") + "---\n" + text);
}

void ServiceEditsTest::pasteRenamesWhatIsThere()
{
    IntentWorld world(deployment("api") + "---\n" + serviceText("api", ingressFrom("web")));
    const std::string text = edit::copied(world.workspace, world.evaluator, {keyOf(world, "api")});
    for (const char *name : {"api-2", "api-3"}) {
        const auto plan = world.plan(edit::Paste{text, "shop"});
        QVERIFY(plan.isOk());
        QVERIFY(plan->alsoChanges.empty());
        world.take(plan);
        QVERIFY(object(world, "Deployment", name));
        QVERIFY(object(world, "NetworkPolicy", name));
        QVERIFY(textOf(world).contains(QString("      app: %1\n").arg(name)));
    }
    QVERIFY(textOf(world).contains("app: web # web may"));
    QVERIFY(world.workspace.diagnostics().empty());
    // A copy of a copy goes on counting.
    const std::string copy =
        edit::copied(world.workspace, world.evaluator, {world.end("api-2").name});
    world.take(world.plan(edit::Paste{copy, "shop"}));
    QVERIFY(object(world, "Deployment", "api-4"));
    QVERIFY(!textOf(world).contains("api-2-2"));
}

void ServiceEditsTest::pasteIntoAnotherNamespace()
{
    IntentWorld world(serviceText("api", ingressFrom("web")) + "---\n" +
                      policyText("x", "  podSelector:\n    matchLabels: {app: x}\n", "other"));
    const std::string text = edit::copied(world.workspace, world.evaluator, {keyOf(world, "api")});
    world.take(world.plan(edit::Paste{text, "other"}));
    QVERIFY(world.evaluator.find("other/{app=api}").isValid());
    QVERIFY(world.evaluator.find("shop/{app=api}").isValid());
}

void ServiceEditsTest::pasteRefusesNonsense_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing") << "" << int(Code::NothingToPaste);
    QTest::newRow("prose") << "hello there" << int(Code::NothingToPaste);
    QTest::newRow("broken") << "a: [" << int(Code::PasteBroken);
    QTest::newRow("refused") << QString::fromStdString(policyText("a", "  podSelector: 3\n"))
                             << int(Code::PasteBroken);
}

void ServiceEditsTest::pasteRefusesNonsense()
{
    QFETCH(QString, text);
    QFETCH(int, code);
    IntentWorld world(serviceText("a"));
    QCOMPARE(int(codeOf(world.plan(edit::Paste{text.toStdString(), "shop"}))), code);
}

void ServiceEditsTest::pasteOfAListItem()
{
    IntentWorld world(
        "apiVersion: v1\nkind: List\nitems:\n- apiVersion: networking.k8s.io/v1\n"
        "  kind: NetworkPolicy\n  metadata:\n    name: a\n    namespace: shop\n  spec:\n"
        "    podSelector:\n      matchLabels:\n        app: a # a\n");
    const std::string text = edit::copied(world.workspace, world.evaluator, {keyOf(world, "a")});
    QVERIFY(QString::fromStdString(text).startsWith("apiVersion: networking"));
    const auto plan = world.plan(edit::Paste{text, "shop"});
    QVERIFY(plan.isOk());
    QCOMPARE(plan->newFiles.size(), std::size_t(1));
    world.take(plan);
    QVERIFY(world.evaluator.find("shop/{app=a-2}").isValid());
}

void ServiceEditsTest::pasteBesideAListNamedAsOurs()
{
    IntentWorld world{kube::Workspace()};
    world.open({{"networkpolicies.yaml",
                 "apiVersion: v1\nkind: List\nitems:\n- apiVersion: networking.k8s.io/v1\n"
                 "  kind: NetworkPolicy\n  metadata:\n    name: a\n    namespace: shop\n  spec:\n"
                 "    podSelector:\n      matchLabels:\n        app: a\n"}});
    const std::string text = edit::copied(world.workspace, world.evaluator, {keyOf(world, "a")});
    const auto plan = world.plan(edit::Paste{text, "shop"});
    QVERIFY(plan.isOk());
    QCOMPARE(plan->newFiles.size(), std::size_t(1));
    QCOMPARE(plan->newFiles.front().path, std::string("networkpolicies-2.yaml"));
}

void ServiceEditsTest::pasteKeepsOtherKinds()
{
    const std::string map = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: conf\n"
                            "  namespace: shop\ndata:\n  values: [a, b]\n  labels: {x: a}\n";
    IntentWorld world(serviceText("a"));
    world.take(world.plan(edit::Paste{serviceText("a") + "---\n" + map, "shop"}));
    QVERIFY(textOf(world).endsWith(QString::fromStdString(map)));
    QCOMPARE(codeOf(world.plan(edit::Paste{map, "shop"})), Code::NameTaken);
    // A Service gets another name, as a workload does.
    const std::string service = "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n"
                                "  namespace: shop\nspec:\n  selector:\n    app: web\n";
    world.take(world.plan(edit::Paste{service, "shop"}));
    world.take(world.plan(edit::Paste{service, "shop"}));
    QVERIFY(object(world, "Service", "web-2"));
    QVERIFY(world.workspace.diagnostics().empty());
}

void ServiceEditsTest::pasteDropsADirective()
{
    IntentWorld world(serviceText("a"));
    world.take(world.plan(edit::Paste{"%YAML 1.2\n---\n" + serviceText("b"), "shop"}));
    QVERIFY(world.workspace.diagnostics().empty());
    QVERIFY(world.evaluator.find("shop/{app=b}").isValid());
}

void ServiceEditsTest::duplicatesAreEditedWhereTheyStand()
{
    const std::string first = serviceText("a");
    const std::string second = serviceText("a", ingressFrom("x") + ingressFrom("x").substr(11));
    IntentWorld world(first + "---\n" + second);
    world.take(world.plan(edit::RemoveService{keyOf(world, "x"), false}));
    QVERIFY(!textOf(world).contains("app: x"));
    QVERIFY(textOf(world).startsWith(QString::fromStdString(first)));
    IntentWorld moved(first + "---\n" + second);
    const auto plan = moved.plan(edit::MoveService{keyOf(moved, "a"), "data"});
    if (plan) {
        moved.take(plan);
        QVERIFY(textOf(moved).startsWith(QString::fromStdString(first)));
    }
}

void ServiceEditsTest::removeSaysWhichGroupOpens()
{
    IntentWorld world(serviceText("api") + "---\n" + serviceText("web"));
    const auto opens = [](const Result<edit::Rewrite> &plan) {
        for (const edit::PairChange &change : plan->alsoChanges)
            if (change.source == "anyone" && change.target == "shop/api[Pods]" &&
                change.after.isAll())
                return true;
        return false;
    };
    const auto removed = world.plan(edit::RemoveService{keyOf(world, "api"), false});
    QVERIFY(removed.isOk() && opens(removed));
    const auto gone = world.plan(edit::RemoveObject{object(world, "NetworkPolicy", "api")});
    QVERIFY(gone.isOk() && opens(gone));
    kube::NetworkPolicy wanted = *object(world, "NetworkPolicy", "api")->policy();
    wanted.subject->matchLabels["app"] = "apii";
    const auto changed =
        world.plan(edit::ChangePolicy{object(world, "NetworkPolicy", "api"), "api", wanted});
    QVERIFY(changed.isOk() && opens(changed));
    // Behind a wall nothing opens.
    IntentWorld walled(policyText("wall", "  podSelector: {}\n  policyTypes: [Ingress]\n") +
                       "---\n" + serviceText("api"));
    const auto safe = walled.plan(edit::RemoveService{keyOf(walled, "api"), false});
    QVERIFY(safe.isOk() && !opens(safe));
}

void ServiceEditsTest::removesTheLastOfSeveralInAPiece()
{
    const char *item = "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: "
                       "%1, namespace: shop}, spec: {podSelector: {}}}";
    const QString text = QStringLiteral("{apiVersion: v1, kind: List, items: [%1, %2]}\n")
                             .arg(QString(item).arg("a"), QString(item).arg("b"));
    for (const char *name : {"a", "b"}) {
        IntentWorld world(text.toStdString());
        world.take(world.plan(edit::RemoveObject{object(world, "NetworkPolicy", name)}));
        QCOMPARE(world.workspace.objects().size(), std::size_t(1));
    }
}

void ServiceEditsTest::keepsTheHeadBehindAMarker()
{
    IntentWorld world("---\n# Copyright\n\n" + serviceText("a") + "---\n" + serviceText("b"));
    world.take(world.plan(edit::RemoveObject{object(world, "NetworkPolicy", "a")}));
    QCOMPARE(world.text(), "---\n# Copyright\n\n---\n" + serviceText("b"));
}

QTEST_APPLESS_MAIN(ServiceEditsTest)
#include "tst_service_edits.moc"
