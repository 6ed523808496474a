#include "support/intent_world.h"

using namespace drawbridge;

/// Intents that write beside what is there, or take it away: the rest says what it said.
class DraftTest : public QObject
{
    Q_OBJECT

private slots:
    void newPolicyBesideOneThatWasExtended_data();
    void newPolicyBesideOneThatWasExtended();
    void textWithoutLastLineEnd_data();
    void textWithoutLastLineEnd();
    void documentsThatEndInDots();
    void firstOfDocumentsThatEndInDots();
    void besideOneThatDoesNotParse();
    void commentAboveTheNextDocument();
    void listWithAnAnchorIsEmptied_data();
    void listWithAnAnchorIsEmptied();
    void commentsBetweenBracketsStay_data();
    void commentsBetweenBracketsStay();
    void commentsOfAPeerAreNotParted_data();
    void commentsOfAPeerAreNotParted();
    void copiesSayWhatTheirObjectsSay_data();
    void copiesSayWhatTheirObjectsSay();
};

namespace {

const char *const kRestricted =
    "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
    "metadata: {name: a, namespace: shop}\n"
    "spec:\n  podSelector: {matchLabels: {app: a}}\n  policyTypes: [Egress]\n"
    "  egress:\n  - to:\n    - podSelector: {matchLabels: {app: b}}\n    ports: [{port: 53}]\n";

std::string asItem(const std::string &text)
{
    const QString lines = QString::fromStdString(text).trimmed().replace("\n", "\n  ");
    return "kind: List\napiVersion: v1\nitems:\n- " + lines.toStdString() + "\n";
}

/// A policy of a service whose rules are these, in the usual style.
std::string policyOf(const std::string &name, const std::string &rules,
                     const std::string &ns = "shop")
{
    return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: " + name +
           "\n  namespace: " + ns + "\nspec:\n  podSelector:\n    matchLabels: {app: " + name +
           "}\n  policyTypes: [Ingress]\n" + rules;
}

const char *const kNotesWithoutEnd =
    "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: notes, namespace: shop}\ndata:\n"
    "  note: |\n    reviewed";

QByteArray shown(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

} // namespace

void DraftTest::newPolicyBesideOneThatWasExtended_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("document") << kRestricted;
    QTest::newRow("item of a list") << QString::fromStdString(asItem(kRestricted));
}

/// The source's policy gets a rule, and the target, which nothing isolates, a policy beside it.
void DraftTest::newPolicyBesideOneThatWasExtended()
{
    QFETCH(QString, text);
    IntentWorld world(text.toStdString());
    edit::Allow allow{world.end("shop/a"), world.end("shop/b"), world.ports("TCP/8080")};
    allow.isolates = true;
    world.take(world.plan(allow));
    QCOMPARE(world.evaluator.policies().size(), std::size_t(2));
    QCOMPARE(world.workspace.files().size(), std::size_t(1));
    QVERIFY(world.workspace.diagnostics().empty());
    const QString list = QString::fromStdString(world.list());
    QVERIFY2(list.contains("shop/a[Pods] => shop/b[Pods] : TCP 8080\n"), qPrintable(list));
}

void DraftTest::textWithoutLastLineEnd_data()
{
    QTest::addColumn<QString>("text");
    const std::string web = policyOf("web", "  ingress:\n  - from: [{podSelector: {matchLabels: "
                                            "{app: db}}}]\n");
    QTest::newRow("another's value")
        << QString::fromStdString("apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n") +
               kNotesWithoutEnd;
    QTest::newRow("an item's")
        << "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Namespace\n"
           "  metadata: {name: shop}\n- apiVersion: v1\n  kind: ConfigMap\n"
           "  metadata: {name: notes, namespace: shop}\n  data:\n    note: |\n      reviewed";
    QTest::newRow("the policy's own") << QString::fromStdString(
        web + "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nspec:\n"
              "  podSelector: {matchLabels: {app: db}}\n  policyTypes: [Ingress]\nmetadata:\n"
              "  name: db\n  namespace: shop\n  annotations:\n    note: |\n      reviewed");
}

/// A line end would become part of the text, so the new policy goes to a file of its own.
void DraftTest::textWithoutLastLineEnd()
{
    QFETCH(QString, text);
    IntentWorld world(text.toStdString());
    const std::string before = world.text();
    edit::Isolate isolate{"shop", true};
    isolate.keepsDrawn = true;
    world.take(world.plan(isolate));
    QCOMPARE(world.workspace.files().size(), std::size_t(2));
    QVERIFY2(world.text().ends_with("reviewed"), world.text().c_str());
    const std::string own = world.workspace.file(world.workspace.files().back()).bytes();
    QVERIFY2(own.find("name: default-deny") != std::string::npos, own.c_str());
    QVERIFY2(own.find("to:") == std::string::npos, own.c_str()); // the wall lets nobody out
    QVERIFY(world.workspace.diagnostics().empty());

    // By its own name there is no file beside it that takes it either.
    kube::Workspace alone;
    alone.add("networkpolicies.yaml", before);
    IntentWorld other(std::move(alone));
    other.take(other.plan(edit::Isolate{"shop"}));
    QCOMPARE(other.workspace.files().size(), std::size_t(2));
    QVERIFY(other.workspace.fileAt("networkpolicies-2.yaml").isValid());
}

/// The document behind `...` needs no `---`, and is none of the new one's.
void DraftTest::documentsThatEndInDots()
{
    for (const char *next : {"", "%YAML 1.1\n---\n", "# about api\n---\n"}) {
        IntentWorld world(policyOf("web", "") + "...\n" + next + policyOf("api", "", "other"));
        const std::size_t told = world.workspace.diagnostics().size(); // kubectl reads less
        world.take(world.plan(edit::Isolate{"shop"}));
        QCOMPARE(world.workspace.diagnostics().size(), told);
        QCOMPARE(world.evaluator.policies().size(), std::size_t(3));
        QVERIFY2(
            world.text().ends_with(std::string("\n...\n") + next + policyOf("api", "", "other")),
            world.text().c_str());
    }
}

/// libyaml reads no file that begins with `...`.
void DraftTest::firstOfDocumentsThatEndInDots()
{
    const std::string api = policyOf("api", "");
    for (const char *before : {"", "# head\n\n"}) {
        IntentWorld world(before + policyOf("web", "") + "...\n---\n" + api);
        edit::RemoveObject remove{world.workspace.objects().front()};
        world.take(world.plan(remove));
        QCOMPARE(shown(world.text()), shown(before + ("---\n" + api)));
    }
    // Of a later one it ends what stands before.
    IntentWorld world(policyOf("web", "") + "---\n" + policyOf("db", "") + "...\n" + api);
    world.take(world.plan(edit::RemoveObject{world.workspace.objects()[1]}));
    QCOMPARE(shown(world.text()), shown(policyOf("web", "") + "...\n" + api));
}

/// A document that does not parse keeps its lines; what goes leaves it nothing but comments.
void DraftTest::besideOneThatDoesNotParse()
{
    const std::string broken = "---\nspec: ]\n  port: 80\n";
    for (const char *behind : {"", "# of web\n", "\n# of api\n\n"}) {
        IntentWorld world(broken + "---\n" + policyOf("web", "") + behind + "---\n" +
                          policyOf("api", ""));
        world.take(world.plan(edit::RemoveObject{world.workspace.objects().front()}));
        QCOMPARE(shown(world.text()), shown(broken + behind + "---\n" + policyOf("api", "")));
        QVERIFY(!world.workspace.file(world.workspace.files().front()).pieces()[0].piece->lastGood);
    }
    // A line end is no change to it, whichever it is.
    for (const char *lineEnd : {"\n", "\r\n"}) {
        kube::Workspace files;
        files.add("pods.json", R"({"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web",
            "namespace": "shop"}, "spec": {"containers": [{"name": "c", "image": "i"}]}})");
        files.add("networkpolicies.yaml", std::string("spec: ]") + lineEnd + "  port: 80");
        const auto wall = IntentWorld(std::move(files)).plan(edit::Isolate{"shop"});
        QVERIFY(wall);
        QCOMPARE(wall->newFiles.size(), std::size_t(0));
    }
    // A line that is no content, nor a comment.
    IntentWorld world(broken + "---\n" + policyOf("web", "") + "wwww");
    const auto plan = world.plan(edit::RemoveObject{world.workspace.objects().front()});
    QVERIFY(!plan);
    QCOMPARE(plan.failure().code, Code::EditWouldChangeMore);
}

void DraftTest::commentAboveTheNextDocument()
{
    const std::string next = "\n# The api of the other team. Ask bob before changing.\n---\n" +
                             policyOf("api", "", "other");
    IntentWorld world(policyOf("web", "") + "# of web\n" + next);
    world.take(world.plan(edit::Isolate{"shop"}));
    QVERIFY2(world.text().starts_with(policyOf("web", "") + "# of web\n---\n"),
             world.text().c_str());
    QVERIFY2(world.text().ends_with(next), world.text().c_str());
    QCOMPARE(world.evaluator.policies().size(), std::size_t(3));
}

void DraftTest::listWithAnAnchorIsEmptied_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const char *const item = "  - from:\n    - podSelector: {matchLabels: {app: web}}\n";
    QTest::newRow("anchor") << QString("  ingress: &in\n%1").arg(item) << "  ingress: &in []\n";
    QTest::newRow("tag, comment") << QString("  ingress: !!seq # rules\n%1").arg(item)
                                  << "  ingress: !!seq [] # rules\n";
    QTest::newRow("comment above") << QString("  ingress: &in\n  # from web\n%1").arg(item)
                                   << "  ingress: &in []\n  # from web\n";
    QTest::newRow("no line end") << QString("  ingress: &in\n%1").arg(item).chopped(1)
                                 << "  ingress: &in []";
}

void DraftTest::listWithAnAnchorIsEmptied()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const std::string web = policyOf("web", "") + "---\n";
    IntentWorld world(web + policyOf("db", before.toStdString()));
    world.take(world.revoke("shop/web", "shop/db"));
    QCOMPARE(shown(world.text()), shown(web + policyOf("db", after.toStdString())));
}

void DraftTest::commentsBetweenBracketsStay_data()
{
    QTest::addColumn<QString>("without");
    QTest::addColumn<QString>("with");
    const QString item = "{from: [{podSelector: {matchLabels: {app: web}}}], "
                         "ports: [{protocol: TCP, port: 80}]}";
    QTest::newRow("above") << "  ingress: [\n    # ask security\n  ]\n"
                           << "  ingress: [\n    # ask security\n    " + item + "\n  ]\n";
    QTest::newRow("on the line") << "  ingress: [ # ask security\n  ]\n"
                                 << "  ingress: [ # ask security\n    " + item + "\n  ]\n";
}

/// Allowed and revoked again: each gives the other.
void DraftTest::commentsBetweenBracketsStay()
{
    QFETCH(QString, without);
    QFETCH(QString, with);
    const std::string web = policyOf("web", "") + "---\n";
    IntentWorld world(web + policyOf("db", without.toStdString()));
    world.take(world.allow("shop/web", "shop/db", "TCP/80"));
    QCOMPARE(shown(world.text()), shown(web + policyOf("db", with.toStdString())));
    world.take(world.revoke("shop/web", "shop/db"));
    QCOMPARE(shown(world.text()), shown(web + policyOf("db", without.toStdString())));
}

void DraftTest::commentsOfAPeerAreNotParted_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("above") << "    # TICKET-123\n    - podSelector: {matchLabels: {app: web}}\n"
                           << true;
    QTest::newRow("behind") << "    - podSelector: {matchLabels: {app: web}} # TICKET-123\n"
                            << true;
    QTest::newRow("behind the dash")
        << "    - # TICKET-123\n      podSelector: {matchLabels: {app: web}}\n"
        << true;
    QTest::newRow("within") << "    - podSelector: # alice\n        matchLabels: {app: web}\n"
                            << true;
    QTest::newRow("none") << "    - podSelector: {matchLabels: {app: web}}\n" << false;
}

/// Some ports of one of several peers: it goes to a rule of its own, where its comments would not.
void DraftTest::commentsOfAPeerAreNotParted()
{
    QFETCH(QString, peer);
    QFETCH(bool, isRefused);
    IntentWorld world(policyOf("web", "") + "---\n" + policyOf("batch", "") + "---\n" +
                      policyOf("db", "  ingress:\n  - from:\n" + peer.toStdString() +
                                         "    - podSelector: {matchLabels: {app: batch}}\n"
                                         "    ports:\n    - port: 80 # http\n    - port: 443\n"));
    const auto plan = world.revoke("shop/web", "shop/db", "TCP/80");
    QCOMPARE(codeOf(plan), isRefused ? Code::CommentsWouldPart : Code{});
    world.take(world.revoke("shop/web", "shop/db")); // all of it goes, which is what was asked
}

void DraftTest::copiesSayWhatTheirObjectsSay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("copy");
    const QString flow = "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: "
                         "shop}, spec: {template: {metadata: {labels: {app: web}}}}}\n";
    QTest::newRow("on the marker's line") << "--- " + flow << flow;
    QTest::newRow("comment on it") << "--- # alice\n" + flow << "# alice\n" + flow;
    const QString block = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n"
                          "  namespace: shop\nspec:\n  template:\n    metadata:\n      labels: &l\n"
                          "        app: web\n";
    QTest::newRow("in a List with an anchor")
        << "apiVersion: v1\nkind: List\nitems:\n- " +
               QString(block).replace("\n", "\n  ").trimmed() + "\n"
        << block;
    QTest::newRow("lines that a text keeps") << block + "  note: |+\n    a\n\n\n"
                                             << block + "  note: |+\n    a\n\n\n";
}

void DraftTest::copiesSayWhatTheirObjectsSay()
{
    QFETCH(QString, text);
    QFETCH(QString, copy);
    const IntentWorld world(text.toStdString());
    QCOMPARE(shown(edit::copied(world.workspace, world.evaluator, {"shop/web[Deployment]"})),
             copy.toUtf8());
}

QTEST_APPLESS_MAIN(DraftTest)
#include "tst_draft.moc"
