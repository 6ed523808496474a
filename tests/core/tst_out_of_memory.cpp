#include "edit/intent.h"
#include "support/intent_world.h"
#include "yaml/file.h"

#include <QTest>

#include <cstdlib>
#include <functional>
#include <new>

using namespace drawbridge;

namespace {

/// Of the thread that is watched: how many blocks it took and has not given back, and at which
/// request there is no memory any more.
thread_local bool isWatched = false;
thread_local long taken = 0;
thread_local long asked = 0;
thread_local long failsAt = 0; ///< 0: never

void *take(std::size_t size)
{
    if (isWatched && ++asked == failsAt)
        throw std::bad_alloc();
    void *block = std::malloc(size == 0 ? 1 : size);
    if (!block)
        throw std::bad_alloc();
    if (isWatched)
        ++taken;
    return block;
}

void give(void *block) noexcept
{
    if (block && isWatched)
        --taken;
    std::free(block);
}

} // namespace

void *operator new(std::size_t size)
{
    return take(size);
}
void *operator new[](std::size_t size)
{
    return take(size);
}
void *operator new(std::size_t size, const std::nothrow_t &) noexcept
{
    try {
        return take(size);
    } catch (const std::bad_alloc &) {
        return nullptr;
    }
}
void *operator new[](std::size_t size, const std::nothrow_t &nothrow) noexcept
{
    return operator new(size, nothrow);
}
void operator delete(void *block) noexcept
{
    give(block);
}
void operator delete[](void *block) noexcept
{
    give(block);
}
void operator delete(void *block, std::size_t) noexcept
{
    give(block);
}
void operator delete[](void *block, std::size_t) noexcept
{
    give(block);
}

/// Where memory ends, whatever was begun is given up: std::bad_alloc, nothing left behind, and what
/// was there before is what it was. Tried at every single request for memory.
class OutOfMemoryTest : public QObject
{
    Q_OBJECT

private slots:
    void reading_data();
    void reading();
    void judging();
    void planning();
    void editing();

private:
    void tryAll(const char *what, const std::function<std::string()> &act);
};

namespace {

/// How an act ended: how often it asked for memory, how many blocks it left.
struct Outcome
{
    long asked = 0;
    long left = 0;
    bool isDone = false;
    bool isRight = false; ///< with what was expected, if it is done
};

Outcome watch(const std::function<std::string()> &act, const std::string &expected, long failAt)
{
    taken = asked = 0;
    failsAt = failAt;
    Outcome outcome;
    isWatched = true;
    try {
        outcome.isRight = act() == expected;
        outcome.isDone = true;
    } catch (const std::bad_alloc &) { // what was asked for
    }
    isWatched = false;
    outcome.asked = asked;
    outcome.left = taken;
    return outcome;
}

std::string example()
{
    return "# Who may reach the API.\n" +
           serviceText("api", "  ingress:\n"
                              "    - from: # the front\n"
                              "        - podSelector:\n"
                              "            matchLabels: {app: web}\n"
                              "      ports:\n"
                              "        - port: 8080\n") +
           "---\n" + serviceText("web") +
           "---\n"
           "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: shop\n"
           "spec:\n  selector:\n    matchLabels: {app: web}\n  template:\n    metadata:\n"
           "      labels: {app: web}\n    spec:\n      containers:\n        - name: web\n"
           "          image: web\n          ports:\n            - containerPort: 80\n"
           "---\n"
           "apiVersion: v1\nkind: Service\nmetadata:\n  name: api\n  namespace: shop\n"
           "spec:\n  selector: {app: api}\n  ports:\n    - port: 8080\n";
}

} // namespace

/// `act` gives what it came to.
void OutOfMemoryTest::tryAll(const char *what, const std::function<std::string()> &act)
{
    const std::string expected = act(); // what is made once, as tables, is there from now on
    const Outcome all = watch(act, expected, 0);
    QVERIFY(all.isRight);
    QCOMPARE(all.left, 0L);
    long ended = 0;
    for (long at = 1; at <= all.asked; ++at) {
        Outcome outcome = watch(act, expected, at);
        if (outcome.left > 0) // answers that are remembered; the same ones once
            outcome = watch(act, expected, at);
        const auto words = QStringLiteral("%1: request %2").arg(QLatin1String(what)).arg(at);
        QVERIFY2(outcome.left == 0, qPrintable(words + QStringLiteral(" leaves blocks")));
        // Where it goes without, as sorting does, it is done as well.
        QVERIFY2(!outcome.isDone || outcome.isRight, qPrintable(words + QStringLiteral(" lies")));
        ended += outcome.isDone ? 0 : 1;
    }
    QVERIFY(ended > 0);
    qInfo("%s: %ld requests for memory, each refused in turn; it ended %ld times", what, all.asked,
          ended);
}

void OutOfMemoryTest::reading_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("manifests") << QByteArray::fromStdString(example());
    QTest::newRow("list") << QByteArray(
        "apiVersion: v1\nkind: List\nitems:\n"
        "  - {apiVersion: v1, kind: Namespace, metadata: {name: a}}\n"
        "  - {apiVersion: v1, kind: Namespace, metadata: {name: b}}\n");
    QTest::newRow("json") << QByteArray(R"({"apiVersion": "v1", "kind": "Namespace", )"
                                        R"("metadata": {"name": "a", "labels": {"a": "b"}}})");
    QTest::newRow("broken") << QByteArray("a: [b, c\n---\nd: 'e\n---\n<<: *f\n");
    QTest::newRow("anchors") << QByteArray("a: &a {b: c, d: [e, f]}\ng: *a\nh:\n  <<: *a\n");
}

void OutOfMemoryTest::reading()
{
    QFETCH(QByteArray, text);
    const std::string bytes = text.toStdString();
    tryAll(QTest::currentDataTag(), [&] {
        kube::Workspace workspace;
        const FileId id = workspace.add("a.yaml", bytes);
        std::string said = std::to_string(workspace.objects().size());
        for (const Diagnostic &diagnostic : workspace.diagnostics())
            said += ' ' + std::to_string(int(diagnostic.code)) + '@' +
                    std::to_string(diagnostic.place.range.begin);
        return said + workspace.file(id).bytes();
    });
}

void OutOfMemoryTest::judging()
{
    const IntentWorld world(example());
    const std::string list = world.list();
    tryAll("verdicts", [&] {
        verdict::Evaluator evaluator;
        evaluator.update(world.workspace);
        return report::listText(report::list(world.workspace, evaluator));
    });
    QCOMPARE(world.list(), list);
}

void OutOfMemoryTest::planning()
{
    const IntentWorld world(example());
    const std::string text = world.text();
    const std::vector<std::pair<const char *, edit::Intent>> intents{
        {"allow", edit::Allow{world.end("shop/web"), world.end("shop/api"), world.ports("9090")}},
        {"revoke", edit::Revoke{world.end("shop/web"), world.end("shop/api"), {}}},
        {"rename", edit::Rename{"shop/web[Deployment]", "front"}},
        {"move", edit::MoveService{"shop/web[Deployment]", "other"}},
        {"paste", edit::Paste{serviceText("more"), "shop"}},
    };
    for (const auto &[what, intent] : intents) {
        QVERIFY2(world.plan(intent).isOk(), what);
        tryAll(what, [&world, &wanted = intent] {
            const auto plan = world.plan(wanted);
            std::string said = std::to_string(int(codeOf(plan)));
            for (const edit::FilePatches &file :
                 plan ? plan->patches : std::vector<edit::FilePatches>())
                said += applied(world.workspace.file(file.file).bytes(), file.patches);
            return said;
        });
        QCOMPARE(world.text(), text);
    }
}

/// A copy that could not be changed leaves what it shares as it was.
void OutOfMemoryTest::editing()
{
    const IntentWorld world(example());
    const std::string text = world.text();
    const std::string list = world.list();
    const auto plan =
        world.plan(edit::Allow{world.end("shop/web"), world.end("shop/api"), world.ports("9090")});
    QVERIFY(plan.isOk());
    tryAll("edit", [&] {
        const kube::Workspace after = edit::applied(world.workspace, *plan);
        verdict::Evaluator evaluator(world.evaluator);
        evaluator.update(after);
        return after.file(after.files().front()).bytes() +
               report::listText(report::list(after, evaluator));
    });
    QCOMPARE(world.text(), text);
    QCOMPARE(world.list(), list);
}

QTEST_APPLESS_MAIN(OutOfMemoryTest)
#include "tst_out_of_memory.moc"
