#include "kube/workspace.h"
#include "support/cases.h"
#include "support/text_blocks.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace drawbridge;

/// What people write wrong in manifests is refused at the line where they would look for it:
/// the files of data/broken and the texts of data/broken.txt.
class RefusalsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyRefusalHasItsPlace();
};

namespace {

constexpr int kWrongLines = 13;

struct Wrong
{
    QString name;
    QString path;
    std::string text;
    LineColumn place;
};

LineColumn placeOf(const QString &words)
{
    return {words.section(':', 0, 0).toUInt(), words.section(':', 1, 1).toUInt()};
}

QList<Wrong> wrongTexts()
{
    QList<Wrong> result;
    for (const test::TextBlock &block :
         test::textBlocks(QStringLiteral(DRAWBRIDGE_DATA "/broken.txt")))
        result.push_back({block.name,
                          block.words.contains(QLatin1String("json")) ? QStringLiteral("a.json")
                                                                      : QStringLiteral("a.yaml"),
                          block.text, placeOf(block.words.first())});
    const QDir folder(QStringLiteral(DRAWBRIDGE_DATA "/broken"));
    for (const QFileInfo &info : folder.entryInfoList({"*.yaml", "*.json"}, QDir::Files)) {
        const QString expected = folder.filePath(info.completeBaseName() + ".expect");
        result.push_back({info.fileName(), info.fileName(),
                          test::read(info.filePath()).toStdString(),
                          placeOf(QString::fromUtf8(test::read(expected)))});
    }
    return result;
}

/// Of the first that is worst.
std::optional<LineColumn> refusalOf(const Wrong &wrong)
{
    kube::Workspace workspace;
    const FileId file = workspace.add(wrong.path.toStdString(), wrong.text);
    std::optional<Diagnostic> first;
    for (const Diagnostic &diagnostic : workspace.diagnostics())
        if (diagnostic.code != Code::NotJudged && diagnostic.code != Code::WouldBeRefused &&
            diagnostic.place.file.isValid() && (!first || diagnostic.severity < first->severity))
            first = diagnostic;
    if (!first)
        return std::nullopt;
    return workspace.file(file).lineColumn(first->place.range.begin);
}

} // namespace

/// R4: every one has a place, and at least 240 of 250 are on the line that a reader expects. As
/// many as are not must not become more.
void RefusalsTest::everyRefusalHasItsPlace()
{
    const QList<Wrong> all = wrongTexts();
    int withoutPlace = 0;
    int sameLine = 0;
    int same = 0;
    for (const Wrong &wrong : all) {
        const auto place = refusalOf(wrong);
        if (!place) {
            ++withoutPlace;
            qWarning("%s: nothing is refused", qPrintable(wrong.name));
            continue;
        }
        same += *place == wrong.place;
        sameLine += place->line == wrong.place.line;
        if (!(*place == wrong.place))
            qWarning("%s: %zu:%zu, expected %zu:%zu", qPrintable(wrong.name), place->line,
                     place->column, wrong.place.line, wrong.place.column);
    }
    qInfo("%d texts, %d without a place, %d on the line, %d at the very place", int(all.size()),
          withoutPlace, sameLine, same);
    QVERIFY(all.size() >= 250);
    QCOMPARE(withoutPlace, 0);
    QVERIFY(all.size() - sameLine <= kWrongLines);
}

QTEST_APPLESS_MAIN(RefusalsTest)
#include "tst_refusals.moc"
