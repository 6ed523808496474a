#include "kube/workspace.h"

#include <QtTest>

using namespace drawbridge;

/// What does not parse is told where a person would look: what was mistyped, which may be lines
/// above the place where the parser gives up.
class ErrorPlaceTest : public QObject
{
    Q_OBJECT

private slots:
    void typos_data();
    void typos();
};

namespace {

const char *const kPolicy = R"(apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: api
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: api
  policyTypes:
    - Ingress
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: web
      ports:
        - protocol: TCP
          port: 8080
)";

} // namespace

void ErrorPlaceTest::typos_data()
{
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("line");
    const auto row = [](const char *name, const char *right, const char *typed, int line) {
        QVERIFY2(QString(kPolicy).contains(right), name);
        QTest::newRow(name) << right << typed << line;
    };
    row("no colon: kind", "kind: N", "kind N", 2);
    row("no colon: first line", "apiVersion: n", "apiVersion n", 1);
    row("no colon: metadata", "metadata:\n", "metadata\n", 3);
    row("no colon: name", "name: api", "name api", 4);
    row("no colon: spec", "spec:\n", "spec\n", 6);
    row("no colon: podSelector", "  podSelector:\n", "  podSelector\n", 7);
    row("no colon: matchLabels", "    matchLabels:\n", "    matchLabels\n", 8);
    row("no colon: policyTypes", "policyTypes:\n", "policyTypes\n", 10);
    row("no colon: ingress", "  ingress:\n", "  ingress\n", 12);
    row("no colon: from", "- from:\n", "- from\n", 13);
    row("no colon: peer", "- podSelector:\n", "- podSelector\n", 14);
    row("no colon: ports", "      ports:\n", "      ports\n", 17);
    row("no colon: protocol", "protocol: TCP", "protocol TCP", 18);
    row("no colon, then a comment", "  podSelector:\n", "  podSelector\n  # these\n", 7);
    row("no blank: name", "name: api", "name:api", 4);
    row("no blank: namespace", "namespace: shop", "namespace:shop", 5);
    row("no blank: protocol", "protocol: TCP", "protocol:TCP", 18);
    row("no blank behind a dash: rule", "    - from:", "    -from:", 13);
    row("no blank behind a dash: port", "        - protocol", "        -protocol", 18);
    row("another colon", "name: api", "name： api", 4);
    row("a key begun", "  policyTypes:\n", "  poli\n  policyTypes:\n", 10);
    row("no indent: name", "  name: api", "name: api", 4);
    row("no indent: port", "        - protocol", "    - protocol", 18);
    row("too little: namespace", "  namespace", " namespace", 5);
    row("too little: policyTypes", "  policyTypes", " policyTypes", 10);
    row("too little: ports", "      ports", "     ports", 17);
    row("too little: port", "          port", "         port", 19);
    row("too little: item", "        - protocol", "     - protocol", 18);
    row("too much: namespace", "  namespace", "   namespace", 5);
    row("too much: policyTypes", "  policyTypes", "   policyTypes", 10);
    row("too much: ports", "      ports", "       ports", 17);
    row("too much: port", "          port", "           port", 19);
    row("tab: metadata", "  name: api", "\tname: api", 4);
    row("tab: podSelector", "  podSelector:\n    m", "\tpodSelector:\n    m", 7);
    row("tab behind blanks", "  podSelector:\n    m", "  \tpodSelector:\n    m", 7);
    row("tab: matchLabels", "    matchLabels:\n      app: api", "\tmatchLabels:\n      app: api",
        8);
    row("tab: label", "      app: api", "\tapp: api", 9);
    row("tab: item", "    - Ingress", "\t- Ingress", 11);
    row("tab: rule", "    - from", "\t- from", 13);
    row("tab: ports", "      ports", "\tports", 17);
    row("tab: port", "          port", "\t  port", 19);
    row("quote left open", "name: api", "name: \"api", 4);
    row("text behind quotes", "name: api", "name: \"api\" x", 4);
    row("bracket left open", "policyTypes:\n    - Ingress", "policyTypes: [Ingress", 10);
    row("brace left open", "matchLabels:\n      app: api", "matchLabels: {app: api", 8);
    row("closed twice", "policyTypes:\n    - Ingress", "policyTypes: [Ingress]]", 10);
    row("two colons", "name: api", "name: api: x", 4);
    row("a star", "app: api", "app: *", 9);
    row("a reserved character", "app: api", "app: @api", 9);
    row("item beside its key", "policyTypes:\n    - Ingress", "policyTypes: - Ingress", 10);
    row("a value and what is below", "podSelector:\n    m", "podSelector: {}\n    m", 8);
    row("left of a merge", "spec:\n", "<<<<<<< HEAD\nspec:\n", 6);
    row("between in a merge", "spec:\n", "=======\nspec:\n", 6);
    row("right of a merge", "spec:\n", ">>>>>>> branch\nspec:\n", 6);
    row("text that goes on", "  name: api\n", "  name: api\n    and more\n    deep: x\n", 6);
}

void ErrorPlaceTest::typos()
{
    QFETCH(QString, right);
    QFETCH(QString, typed);
    QFETCH(int, line);
    for (const char *lineEnd : {"\n", "\r\n"}) {
        QString text(kPolicy);
        text.replace(text.indexOf(right), right.size(), typed);
        text.replace("\n", lineEnd);
        kube::Workspace workspace;
        const FileId file = workspace.add("a.yaml", text.toStdString());
        int found = 0;
        for (const Diagnostic &problem : workspace.diagnostics())
            if (problem.severity == Severity::Error && found == 0)
                found = int(workspace.file(file).lineColumn(problem.place.range.begin).line);
        QCOMPARE(found, line);
    }
}

QTEST_APPLESS_MAIN(ErrorPlaceTest)
#include "tst_error_place.moc"
