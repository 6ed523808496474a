#include "lint/ids.h"
#include "lint/lint.h"
#include "report/list.h"
#include "support/cases.h"
#include "verdict/evaluator.h"

#include <QTest>

using namespace drawbridge;

/// Input that others refuse or warn of: here each has a diagnostic with its place, what is fatal
/// there is an error, and the rest is used. Places are goldens of our own (data/invalid).
class InvalidTest : public QObject
{
    Q_OBJECT

private slots:
    void diagnostics_data();
    void diagnostics();
    void nothingIsWidened_data() { diagnostics_data(); }
    void nothingIsWidened();
};

namespace {

const char *wordOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return "error";
    case Severity::Warning:
        return "warning";
    case Severity::Note:
        return "note";
    default:
        return "hint";
    }
}

/// Findings of lint about what is refused or warned of elsewhere.
bool isSaidByOthers(Code code)
{
    return code == Code::LintLabelsDiffer || code == Code::LintClusterNamedPort ||
           code == Code::NoPolicies;
}

struct Case
{
    kube::Workspace workspace;
    verdict::Evaluator evaluator;
    std::vector<Diagnostic> found; ///< errors and warnings of text and kinds, and some of lint

    explicit Case(const QString &folder) : workspace(test::load(folder + "/manifests"))
    {
        evaluator.update(workspace);
        found = workspace.diagnostics();
        for (const Diagnostic &finding : lint::lint(workspace, evaluator))
            if (isSaidByOthers(finding.code))
                found.push_back(finding);
        std::erase_if(found, [](const Diagnostic &d) {
            return d.severity > Severity::Warning && !isSaidByOthers(d.code);
        });
    }

    bool has(Severity severity) const
    {
        return std::any_of(found.begin(), found.end(),
                           [&](const Diagnostic &d) { return d.severity == severity; });
    }
};

} // namespace

void InvalidTest::diagnostics_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : test::folders(test::shared("cases/invalid")))
        QTest::newRow(qPrintable(name)) << name;
}

void InvalidTest::diagnostics()
{
    if (!test::hasShared())
        QSKIP("the cases of others are not here (../shared)");
    QFETCH(QString, name);
    const QString folder = test::shared("cases/invalid/" + name);
    const Case seen(folder);
    QByteArray text;
    for (const Diagnostic &finding : seen.found) {
        const yaml::File &file = seen.workspace.file(finding.place.file);
        const LineColumn at = file.lineColumn(finding.place.range.begin);
        text += QByteArray::fromStdString(file.path()) + ':' + QByteArray::number(at.line) + ':' +
                QByteArray::number(at.column) + ' ' + wordOf(finding.severity) + ' ' +
                lint::idOf(finding.code) + '\n';
    }
    const QString golden = test::data("invalid/" + name + ".txt");
    if (qEnvironmentVariableIsSet("DRAWBRIDGE_GOLDENS")) {
        QFile file(golden);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    QCOMPARE(text, test::read(golden));

    const QByteArray expected = test::read(folder + "/expected_error.txt");
    if (name == "file-no-yaml-at-all") // the loader's to say
        QVERIFY(seen.workspace.files().empty());
    else if (name.contains("label-gap"))
        QVERIFY(seen.has(Severity::Warning) && !seen.has(Severity::Error));
    else if (expected.startsWith("severity: fatal"))
        QVERIFY(seen.has(Severity::Error));
    else if (expected.startsWith("severity: warning"))
        QVERIFY(!seen.found.empty());
    if (expected.contains("result-not-empty"))
        QVERIFY(!report::list(seen.workspace, seen.evaluator).connections.empty());
}

/// Without the objects that are wrong nothing less may be allowed than with them, but for those
/// that isolate: what is refused admits nothing.
void InvalidTest::nothingIsWidened()
{
    if (!test::hasShared())
        QSKIP("the cases of others are not here (../shared)");
    QFETCH(QString, name);
    const Case seen(test::shared("cases/invalid/" + name));
    for (const kube::ObjectPtr &object : seen.evaluator.policies()) {
        if (!object->policy()->wouldBeRefused)
            continue;
        for (const verdict::EndpointId id : seen.evaluator.endpointsOf(object.get()))
            for (kube::Direction direction : kube::kDirections)
                if (object->policy()->isolates(direction))
                    QVERIFY(seen.evaluator.isIsolated(id, direction));
    }
}

QTEST_GUILESS_MAIN(InvalidTest)
#include "tst_invalid.moc"
