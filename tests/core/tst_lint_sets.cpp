#include "lint/ids.h"
#include "lint/lint.h"
#include "support/cases.h"

#include <QtTest>

#include <algorithm>

using namespace drawbridge;

/// What lint says of policies that others wrote. Each line of the goldens was judged by reading the
/// manifests: ids and places, since words may change.
class LintSetsTest : public QObject
{
    Q_OBJECT

private slots:
    void judged_data();
    void judged();
};

void LintSetsTest::judged_data()
{
    QTest::addColumn<QString>("name");
    for (const char *set : {"recipes", "realworld"})
        for (const QString &name : test::folders(test::shared(QStringLiteral("cases/") + set)))
            QTest::newRow(qPrintable(QStringLiteral("%1/%2").arg(set, name)))
                << QStringLiteral("%1/%2").arg(set, name);
}

void LintSetsTest::judged()
{
    if (!test::hasShared())
        QSKIP("the cases of others are not here (../shared)");
    QFETCH(QString, name);
    const kube::Workspace workspace = test::load(test::shared("cases/" + name));
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    QByteArray found;
    for (const Diagnostic &finding : lint::lint(workspace, evaluator)) {
        if (finding.code == Code::NotJudged)
            continue;
        const yaml::File &file = workspace.file(finding.place.file);
        const LineColumn at = file.lineColumn(finding.place.range.begin);
        found += QByteArray(lint::idOf(finding.code)) + ' ' + file.path().c_str() + ':' +
                 QByteArray::number(qulonglong(at.line)) + ':' +
                 QByteArray::number(qulonglong(at.column)) + '\n';
    }
    const QString golden = test::data("lint/" + name + ".txt");
    if (qEnvironmentVariableIsSet("DRAWBRIDGE_GOLDENS")) {
        QFile file(golden);
        QVERIFY(QDir().mkpath(QFileInfo(golden).path()) && file.open(QIODevice::WriteOnly));
        file.write(found);
    }
    QVERIFY(QFile::exists(golden));
    QCOMPARE(QString::fromUtf8(found), QString::fromUtf8(test::read(golden)));
}

QTEST_APPLESS_MAIN(LintSetsTest)
#include "tst_lint_sets.moc"
