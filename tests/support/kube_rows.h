#pragma once

#include "support/kube_text.h"

#include <QTest>

#include <algorithm>

/// Rows of a table: a policy that the API server takes, or one that it refuses with this problem.
/// In the text of a refused one, ^ stands before the place that the problem must point at.
namespace drawbridge::test {

inline void addColumns()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<int>("code");
    QTest::addColumn<QStringList>("arguments");
}

inline void accept(const char *name, const std::string &yaml)
{
    QTest::newRow((std::string(name) + ", accepted").c_str())
        << QByteArray::fromStdString(yaml) << -1 << QStringList();
}

inline void refuse(const char *name, const std::string &yaml, Code code,
                   const std::vector<std::string> &arguments)
{
    QStringList list;
    for (const std::string &argument : arguments)
        list << QString::fromStdString(argument);
    QTest::newRow((std::string(name) + ", refused").c_str())
        << QByteArray::fromStdString(yaml) << int(code) << list;
}

inline std::string quote(const std::string &text)
{
    return '"' + text + '"';
}

inline std::string spec(const std::string &text)
{
    return policyText(text);
}

inline std::string metadata(const std::string &text)
{
    const bool marksKey = text.front() == '^';
    return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n" +
           std::string(marksKey ? "^" : "") + "metadata: " + text.substr(marksKey ? 1 : 0) +
           "\nspec: {podSelector: {}}\n";
}

inline void checkAccepted(const kube::Object &object)
{
    QVERIFY2(object.problems.empty(),
             argumentsOf(object.problems.empty() ? Problem{} : object.problems.front())
                 .join(" | ")
                 .toUtf8());
    QVERIFY(!object.policy()->wouldBeRefused);
}

inline void checkRow()
{
    QFETCH(QByteArray, yaml);
    QFETCH(int, code);
    QFETCH(QStringList, arguments);
    const auto mark = yaml.indexOf('^');
    if (mark >= 0)
        yaml.remove(mark, 1);
    const std::string text = yaml.toStdString();
    const auto object = objectIn(text);
    QVERIFY(object && object->policy());
    if (code < 0) {
        checkAccepted(*object);
        return;
    }
    QVERIFY2(mark >= 0, "the row has no ^");
    QVERIFY(object->policy()->wouldBeRefused);
    const auto found =
        std::find_if(object->problems.begin(), object->problems.end(), [&](const Problem &p) {
            return int(p.code) == code && argumentsOf(p) == arguments;
        });
    QStringList all;
    for (const Problem &problem : object->problems)
        all << argumentsOf(problem).join(" | ");
    QVERIFY2(found != object->problems.end(), all.join('\n').toUtf8());
    QCOMPARE(int(found->severity), int(Severity::Error));
    QCOMPARE(placeOf(text, found->range.begin), placeOf(text, std::size_t(mark)));
    QVERIFY(found->range.end >= found->range.begin && found->range.end <= text.size());
}

} // namespace drawbridge::test
