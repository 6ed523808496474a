#include "cli_folder.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <sys/stat.h>

using namespace drawbridge::test;

class TestCliEdit : public QObject, private CliFolder
{
    Q_OBJECT

private slots:
    void init() { renewFolder(); }

    void newOnStandardOutput();
    void newWritesTheSideFile();
    void newOverwritesNothing();

    void allowPrintsADiff();
    void allowSaves();
    void allowWhatIsAllowed();
    void allowUnknownName();
    void allowReadOnlyFile();
    void revoke();
    void isolate();
};

void TestCliEdit::newOnStandardOutput()
{
    const CliRun result = run({"new", "-n", "shop", "--egress", "web:80", "api:8080/TCP"});
    EXPECT_CODE(result, 0);
    write("a.yaml", result.out);
    const CliRun listed = run({"list", "a.yaml"});
    EXPECT_CODE(listed, 0);
    EXPECT_CODE(run({"lint", "a.yaml"}), 0);
    QCOMPARE(result.out.count("kind: NetworkPolicy"), 4);
}

void TestCliEdit::newWritesTheSideFile()
{
    EXPECT_CODE(run({"new", "-n", "shop", "-o", "a.yaml", "web:80", "dns:53/UDP", "dns:53"}), 0);
    QCOMPARE(read("a.yaml"), run({"new", "-n", "shop", "web", "dns"}).out);
    const QByteArray side = read("a.yaml.drawbridge.json");
    QVERIFY(QJsonDocument::fromJson(side).isObject());
    QVERIFY2(side.contains("53/UDP"), side.constData());
}

void TestCliEdit::newOverwritesNothing()
{
    write("a.yaml", "mine");
    EXPECT_CODE(run({"new", "-o", "a.yaml", "web"}), 3);
    QCOMPARE(read("a.yaml"), QByteArray("mine"));
    QFile::remove(path("a.yaml"));
    write("a.yaml.drawbridge.json", "mine");
    EXPECT_CODE(run({"new", "-o", "a.yaml", "web:80"}), 3);
    QVERIFY(!QFileInfo::exists(path("a.yaml")));
}

void TestCliEdit::allowPrintsADiff()
{
    write("a.yaml", kSketch);
    const CliRun result = run({"allow", "web", "shop/api", "--port", "TCP/8080", "a.yaml"});
    EXPECT_CODE(result, 0);
    QVERIFY2(result.out.startsWith("--- a.yaml\n+++ a.yaml\n@@ -"), result.out.constData());
    QVERIFY(!result.out.contains("\n-"));
    QVERIFY(result.out.contains("\n+"));
    QCOMPARE(read("a.yaml"), kSketch);
}

void TestCliEdit::allowSaves()
{
    QByteArray text = kSketch;
    text.replace("\n", "\r\n");
    write("a.yaml", text);
    EXPECT_CODE(run({"allow", "web", "api", "--port", "8080", "--port", "UDP/53", "a.yaml", "-w"}),
                0);
    const QByteArray now = read("a.yaml");
    QCOMPARE(now.count('\n'), now.count("\r\n"));
    // What was there is there: the new lines taken out, the bytes are the old ones.
    qsizetype head = 0;
    while (head < text.size() && text[head] == now[head])
        ++head;
    QVERIFY(now.endsWith(text.mid(head)));
    QVERIFY(run({"list", "a.yaml"})
                .out.contains("shop/web[Pods] => shop/api[Pods] : TCP 8080,UDP 53\n"));
}

void TestCliEdit::allowWhatIsAllowed()
{
    write("a.yaml", kSketch);
    EXPECT_CODE(run({"allow", "web", "api", "--port", "8080", "a.yaml", "-w"}), 0);
    const QByteArray now = read("a.yaml");
    const CliRun again = run({"allow", "web", "api", "--port", "8080", "a.yaml", "-w"});
    EXPECT_CODE(again, 0);
    QCOMPARE(read("a.yaml"), now);
    QCOMPARE(again.out, QByteArray());
    QVERIFY(!again.err.isEmpty());
}

void TestCliEdit::allowUnknownName()
{
    write("a.yaml", kSketch);
    const CliRun result = run({"allow", "wep", "api", "--port", "8080", "a.yaml", "-w"});
    EXPECT_CODE(result, 2);
    QVERIFY(result.err.contains("shop/web"));
    write("b.yaml", QByteArray(kSketch).replace("shop", "stock"));
    const CliRun ambiguous = run({"allow", "web", "api", "--port", "8080", "a.yaml", "b.yaml"});
    EXPECT_CODE(ambiguous, 2);
    QVERIFY(ambiguous.err.contains("stock/web"));
    QCOMPARE(read("a.yaml"), kSketch);
}

void TestCliEdit::allowReadOnlyFile()
{
    write("a.yaml", kSketch);
    QCOMPARE(chmod(QFile::encodeName(path("a.yaml")), 0444), 0);
    EXPECT_CODE(run({"allow", "web", "api", "--port", "8080", "a.yaml", "-w"}), 3);
    QCOMPARE(read("a.yaml"), kSketch);
}

void TestCliEdit::revoke()
{
    write("a.yaml", kSketch);
    EXPECT_CODE(run({"revoke", "web", "api", "a.yaml", "-w"}), 0);
    QCOMPARE(read("a.yaml"), kSketch);
    EXPECT_CODE(run({"allow", "web", "api", "--port", "all", "a.yaml", "-w"}), 0);
    QVERIFY(run({"list", "a.yaml"}).out.contains("shop/web[Pods] => shop/api[Pods] : "));
    EXPECT_CODE(run({"revoke", "web", "api", "a.yaml", "-w"}), 0);
    QVERIFY(!run({"list", "a.yaml"}).out.contains("shop/web[Pods] => shop/api[Pods] : "));
}

void TestCliEdit::isolate()
{
    write("a.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  namespace: n\n---\n"
                    "apiVersion: v1\nkind: Pod\nmetadata:\n  name: b\n  namespace: n\n");
    const CliRun dry = run({"isolate", "n", "a.yaml"});
    EXPECT_CODE(dry, 0);
    QVERIFY2(dry.err.contains("n/a[Pod]"), dry.err.constData());
    QVERIFY(dry.out.contains("\n+kind: NetworkPolicy\n"));
    EXPECT_CODE(run({"isolate", "n", "a.yaml", "-w"}), 0);
    QVERIFY(!run({"list", "."}).out.contains("n/a[Pod] => n/b[Pod]"));
    const CliRun again = run({"isolate", "n", ".", "-w"});
    EXPECT_CODE(again, 0);
    QCOMPARE(again.out, QByteArray());
}

QTEST_GUILESS_MAIN(TestCliEdit)
#include "tst_cli_edit.moc"
