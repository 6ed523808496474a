#include "edit/intent.h"
#include "edit/snippets.h"
#include "support/cases.h"
#include "verdict/evaluator.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace drawbridge;
using yaml::Value;

/// Whole objects go where they belong, as they are, and touch nothing else.
class AddObjectsTest : public QObject
{
    Q_OBJECT

private slots:
    void stands_data();
    void stands();
    void followsThePoliciesOfItsNamespace();
    void goesWhereItIsExpected();
    void newFileIsMade();
    void proposesNames();
    void keepsTheOrderOfWhatIsAdded();
    void givenFileIsUsed();
    void listsGetItems();
    void jsonGetsAFileBesideIt();
    void typedListsTakeTheirKindOnly();
    void takenNamesAreRefused();
    void nonsenseIsRefused();
    void pairsThatWereThereAreNamed();
    void copiesOfRealObjectsMeanTheSame_data();
    void copiesOfRealObjectsMeanTheSame();
};

namespace {

struct World
{
    kube::Workspace workspace;
    verdict::Evaluator evaluator;

    explicit World(const std::vector<std::pair<std::string, std::string>> &files)
    {
        for (const auto &[path, bytes] : files)
            workspace.add(path, bytes);
        evaluator.update(workspace);
    }

    Result<edit::Rewrite> add(std::vector<Value> objects, FileId file = {}) const
    {
        return edit::rewrite(workspace, evaluator, edit::AddObjects{std::move(objects), file});
    }

    /// The text of a file afterwards; why not, if it was refused.
    std::string after(const Result<edit::Rewrite> &rewrite, const std::string &path) const
    {
        if (!rewrite)
            return "refused with " + std::to_string(int(rewrite.failure().code));
        const kube::Workspace now = edit::applied(workspace, *rewrite);
        const FileId file = now.fileAt(path);
        return file.isValid() ? now.file(file).bytes() : "no such file";
    }
};

Value policy(const std::string &name, const std::string &nameSpace)
{
    return edit::policyValue(name, nameSpace, edit::labelsValue({{"app", name}}),
                             {kube::Direction::Ingress}, {});
}

Value settings(const std::string &name, const std::string &nameSpace)
{
    return Value::ofMapping(
        {{"apiVersion", Value::ofText("v1")},
         {"kind", Value::ofText("ConfigMap")},
         {"metadata", Value::ofMapping({{"name", Value::ofText(name)},
                                        {"namespace", Value::ofText(nameSpace)}})},
         {"data", Value::ofMapping({{"on", Value::ofText("yes")}})}});
}

std::string text(const std::string &name, const std::string &nameSpace)
{
    return yaml::blockYaml(policy(name, nameSpace), 0, {});
}

} // namespace

void AddObjectsTest::stands_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const QString a = QString::fromStdString(text("a", "shop"));
    const QString n = QString::fromStdString(text("new", "shop"));
    QString crlf = a + QStringLiteral("---\n") + n;
    crlf.replace(QStringLiteral("\n"), QStringLiteral("\r\n"));
    QTest::newRow("one document") << a << a + "---\n" + n;
    QTest::newRow("no newline at the end") << a.chopped(1) << a + "---\n" + n;
    QTest::newRow("comment before the next")
        << a + "---\n# of a map\nkind: ConfigMap\n"
        << a + "---\n" + n + "---\n# of a map\nkind: ConfigMap\n";
    QTest::newRow("empty file") << QString() << n;
    QTest::newRow("comment only") << QStringLiteral("# nothing yet\n") << "# nothing yet\n" + n;
    QTest::newRow("line ends of Windows") << crlf.left(crlf.indexOf(QStringLiteral("---"))) << crlf;
    QTest::newRow("broken document before") << "a: [\n---\n" + a << "a: [\n---\n" + a + "---\n" + n;
}

void AddObjectsTest::stands()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const World world({{"a.yaml", before.toStdString()}});
    const auto plan = world.add({policy("new", "shop")});
    QCOMPARE(QString::fromStdString(world.after(plan, "a.yaml")), after);
}

void AddObjectsTest::followsThePoliciesOfItsNamespace()
{
    const World world({{"a.yaml", text("a", "shop") + "---\n" + text("b", "bank")},
                       {"z.yaml", "kind: ConfigMap\napiVersion: v1\nmetadata:\n  name: m\n"}});
    const auto plan = world.add({policy("new", "shop")});
    QCOMPARE(world.after(plan, "a.yaml"),
             text("a", "shop") + "---\n" + text("new", "shop") + "---\n" + text("b", "bank"));
    const auto elsewhere = world.add({policy("new", "park")});
    QCOMPARE(world.after(elsewhere, "networkpolicies.yaml"), text("new", "park"));
    QVERIFY(elsewhere->patches.empty());
}

/// As decision 24: the file of the target's policies, else its workload's, else one for policies.
void AddObjectsTest::goesWhereItIsExpected()
{
    const std::string shop = "  namespace: shop\n  labels:\n    app: ";
    const std::string pod = "apiVersion: v1\nkind: Pod\nmetadata:\n";
    const std::string workload = pod + shop + "web\n  name: web\n";
    const World world({{"k/policies.yaml", text("a", "shop")},
                       {"k/web.yaml", workload},
                       {"k/z.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: park}\n"},
                       {"x/y.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\n"}});
    QCOMPARE(world.after(world.add({policy("a-2", "shop")}), "k/policies.yaml"),
             text("a", "shop") + "---\n" + text("a-2", "shop"));
    QCOMPARE(world.after(world.add({policy("web", "shop")}), "k/web.yaml"),
             workload + "---\n" + text("web", "shop"));
    QCOMPARE(world.after(world.add({policy("any", "park")}), "k/networkpolicies.yaml"),
             text("any", "park"));
    QCOMPARE(world.after(world.add({policy("any", "zoo")}), "networkpolicies.yaml"),
             text("any", "zoo"));
    const World first({{"web.yaml", workload}, {"z.yaml", ""}});
    QCOMPARE(first.after(first.add({policy("all", "shop")}), "web.yaml"),
             workload + "---\n" + text("all", "shop"));
}

void AddObjectsTest::newFileIsMade()
{
    const World world({{"a.yaml", text("a", "shop")}, {"b.yaml", text("b", "bank")}});
    const auto plan = edit::rewrite(
        world.workspace, world.evaluator,
        edit::AddObjects{{policy("one", "shop"), policy("two", "bank")}, {}, "deny/all.yaml"});
    QCOMPARE(world.after(plan, "deny/all.yaml"),
             text("one", "shop") + "---\n" + text("two", "bank"));
    QVERIFY(plan->patches.empty());
    QCOMPARE(plan->newFiles.size(), std::size_t(1));
    const auto known = edit::rewrite(world.workspace, world.evaluator,
                                     edit::AddObjects{{policy("one", "shop")}, {}, "b.yaml"});
    QCOMPARE(world.after(known, "b.yaml"), text("b", "bank") + "---\n" + text("one", "shop"));
    QVERIFY(known->newFiles.empty());
}

void AddObjectsTest::proposesNames()
{
    const World world({{"a.yaml", text("web", "shop") + "---\n" + text("default-deny", "shop")}});
    const auto name = [&](const kube::Labels &labels) {
        kube::LabelSelector subject;
        subject.matchLabels = labels;
        return edit::proposedPolicyName(world.workspace, "shop", subject);
    };
    QCOMPARE(name({{"app", "api"}, {"a", "b"}}), std::string("api"));
    QCOMPARE(name({{"app", "web"}}), std::string("web-2"));
    QCOMPARE(name({{"app", "Not_A_Name."}}), std::string("not-a-name"));
    QCOMPARE(name({{"tier", "back"}}), std::string("back"));
    QCOMPARE(name({}), std::string("default-deny-2"));
    kube::LabelSelector some;
    some.expressions.push_back({"tier", kube::Operator::In, {"x", "y"}, {}});
    QCOMPARE(edit::proposedPolicyName(world.workspace, "shop", some), std::string("x"));
    some.expressions[0] = {"tier", kube::Operator::Exists, {}, {}};
    QCOMPARE(edit::proposedPolicyName(world.workspace, "shop", some), std::string("policy"));
}

void AddObjectsTest::keepsTheOrderOfWhatIsAdded()
{
    const World world({{"a.yaml", text("a", "shop") + "---\n" + text("b", "bank")}});
    const auto plan = world.add({policy("one", "shop"), settings("two", "shop"),
                                 policy("three", "shop"), policy("four", "bank")});
    QCOMPARE(world.after(plan, "a.yaml"),
             text("a", "shop") + "---\n" + text("one", "shop") + "---\n" +
                 yaml::blockYaml(settings("two", "shop"), 0, {}) + "---\n" + text("three", "shop") +
                 "---\n" + text("b", "bank") + "---\n" + text("four", "bank"));
    QVERIFY(world.after(plan, "a.yaml").find("\"yes\"") != std::string::npos);
}

void AddObjectsTest::givenFileIsUsed()
{
    const World world({{"a.yaml", text("a", "shop")}, {"b.yaml", text("b", "bank")}});
    const auto plan = world.add({policy("new", "shop")}, world.workspace.fileAt("b.yaml"));
    QCOMPARE(world.after(plan, "b.yaml"), text("b", "bank") + "---\n" + text("new", "shop"));
    QCOMPARE(world.after(plan, "a.yaml"), text("a", "shop"));
}

void AddObjectsTest::listsGetItems()
{
    const std::string list = "apiVersion: v1\nkind: List\nitems:\n"
                             "- apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: m\n";
    const World world({{"a.yaml", list}});
    const auto plan = world.add({policy("new", "shop"), policy("newer", "shop")});
    const std::string after = world.after(plan, "a.yaml");
    QVERIFY2(after.starts_with(list + "- apiVersion: networking.k8s.io/v1\n"), after.c_str());
    QCOMPARE(after.find("---"), std::string::npos);
    QVERIFY(after.find("name: new\n") < after.find("name: newer\n"));

    const std::string flow =
        R"({"kind": "List", "apiVersion": "v1", "items": [{"kind": "ConfigMap"}]})";
    const World json(std::vector{std::pair<std::string, std::string>("a.json", flow)});
    const std::string inJson = json.after(json.add({policy("new", "shop")}), "a.json");
    QVERIFY2(inJson.find(R"(,{"apiVersion": "networking.k8s.io/v1")") != std::string::npos,
             inJson.c_str());
}

void AddObjectsTest::jsonGetsAFileBesideIt()
{
    const std::string json =
        R"({"kind": "ConfigMap", "apiVersion": "v1", "metadata": {"name": "m"}})";
    const World world({{"dir/a.json", json}});
    const auto plan = world.add({policy("one", "shop"), policy("two", "shop")});
    QCOMPARE(world.after(plan, "dir/networkpolicies.yaml"),
             text("one", "shop") + "---\n" + text("two", "shop"));
    QVERIFY(plan->patches.empty());
    const World taken({{"dir/networkpolicies.yaml", json}});
    QCOMPARE(taken.after(taken.add({policy("one", "shop")}), "dir/networkpolicies-2.yaml"),
             text("one", "shop"));
}

void AddObjectsTest::typedListsTakeTheirKindOnly()
{
    const std::string list = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicyList\nitems:\n"
                             "- metadata:\n    name: a\n    namespace: shop\n"
                             "  spec:\n    podSelector: {}\n";
    const World world({{"a.yaml", list}});
    QVERIFY(world.after(world.add({policy("new", "shop")}), "a.yaml").starts_with(list + "- "));
    const auto plan = world.add({settings("new", "shop")});
    QCOMPARE(world.after(plan, "a.yaml"), list);
    QVERIFY(world.after(plan, "networkpolicies.yaml").find("ConfigMap") != std::string::npos);
}

void AddObjectsTest::takenNamesAreRefused()
{
    const World world({{"a.yaml", text("a", "shop")}});
    const auto plan = world.add({policy("a", "shop")});
    QVERIFY(!plan);
    QCOMPARE(plan.failure(), (Failure{Code::NameTaken, {"NetworkPolicy", "shop/a"}}));
    QVERIFY(world.add({policy("a", "bank")}).isOk());
    QVERIFY(world.add({settings("a", "shop")}).isOk());
    const auto twice = world.add({policy("n", "shop"), policy("n", "shop")});
    QVERIFY(!twice && twice.failure().code == Code::NameTaken);
    // Without a namespace it is one of the default namespace.
    QVERIFY(!World({{"a.yaml", text("a", "default")}}).add({policy("a", "")}));
}

void AddObjectsTest::nonsenseIsRefused()
{
    const World world({{"a.yaml", text("a", "shop")}});
    QCOMPARE(world.add({Value::ofText("a")}).failure().code, Code::NoObject);
    QCOMPARE(world.add({Value::ofMapping({{"a", Value::ofText("b")}})}).failure().code,
             Code::NoObject);
    QCOMPARE(world.add({policy("Not_A_Name", "shop")}).failure().code, Code::InvalidName);
    QCOMPARE(world.add({policy("", "shop")}).failure().code, Code::InvalidName);
}

void AddObjectsTest::pairsThatWereThereAreNamed()
{
    const std::string pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  namespace: shop\n  labels:\n"
                            "    app: ";
    const World world({{"a.yaml", pod + "a\n  name: a\n---\n" + pod + "b\n  name: b\n"}});
    const auto plan = world.add({policy("a", "shop"), policy("c", "shop")});
    QVERIFY(plan.isOk());
    bool isNamed = false;
    for (const edit::PairChange &change : plan->alsoChanges) {
        QCOMPARE(change.target, std::string("shop/a[Pod]"));
        QVERIFY(change.before.isAll() && change.after.isEmpty());
        isNamed |= change.source == "shop/b[Pod]";
    }
    QVERIFY(isNamed);
}

void AddObjectsTest::copiesOfRealObjectsMeanTheSame_data()
{
    QTest::addColumn<QString>("folder");
    for (const char *set : {"realworld", "recipes"})
        QTest::newRow(set) << QStringLiteral(DRAWBRIDGE_SHARED "/cases/%1").arg(set);
    QTest::newRow("ours") << QStringLiteral(DRAWBRIDGE_DATA "/manifests");
}

/// Every object there is, written anew under another name into the file that it came from.
void AddObjectsTest::copiesOfRealObjectsMeanTheSame()
{
    QFETCH(QString, folder);
    if (!QDir(folder).exists())
        QSKIP("these cases are absent");
    int copied = 0;
    QDirIterator files(folder, {"*.yaml", "*.yml", "*.json"}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const World world({{file.fileName().toStdString(), file.readAll().toStdString()}});
        for (const kube::ObjectPtr &object : world.workspace.objects()) {
            if (world.workspace.location(object.get()).isStale || object->meta.name.empty())
                continue;
            Value copy = yaml::valueOf(object->piece->tree, object->node);
            for (auto &[key, value] : copy.pairs)
                for (auto &[name, text] : value.pairs)
                    if (key == "metadata" && name == "name")
                        text = Value::ofText("copy-of-it");
            const auto plan = world.add({copy}, world.workspace.location(object.get()).file);
            if (!plan) // a copy with duplicate keys or the like is not made
                continue;
            ++copied;
            const kube::Workspace after = edit::applied(world.workspace, *plan);
            QCOMPARE(after.objects().size(), world.workspace.objects().size() + 1);
            const auto now = after.objects();
            const bool isEqual =
                std::any_of(now.begin(), now.end(), [&](const kube::ObjectPtr &other) {
                    return other->meta.name == "copy-of-it" && other->value == object->value;
                });
            QVERIFY2(isEqual, qPrintable(file.fileName()));
        }
    }
    QVERIFY2(copied >= 5, qPrintable(QString::number(copied)));
}

QTEST_GUILESS_MAIN(AddObjectsTest)
#include "tst_add_objects.moc"
