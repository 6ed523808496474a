#include "yaml/piece.h"

#include <QTest>

using namespace drawbridge;

/// Which tags are taken: a handle that no directive declares is refused, as by kubectl.
class TagHandlesTest : public QObject
{
    Q_OBJECT

private slots:
    void declared_data();
    void declared();
};

void TagHandlesTest::declared_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isTaken");
    const auto row = [](const char *name, const char *text, bool isTaken) {
        QTest::newRow(name) << QByteArray(text) << isTaken;
    };
    row("no handle", "a: !x b\n", true);
    row("undeclared", "a: !e!x b\n", false);
    row("undeclared, behind an anchor", "a: &c!d !e!x b\n", false);
    row("undeclared, before an anchor", "a: !e!x &c b\n", false);
    row("undeclared, of a mapping", "a: !e!x\n  b: c\n", false);
    row("undeclared, on a line of its own", "a: &c # ! no\n  !e!x\n  b: c\n", false);
    row("verbatim", "a: !<!b!c> d\n", true);
    row("verbatim, behind an anchor", "a: &c !<!b!c> d\n", true);
    row("verbatim, of a mapping", "a: !<!b!c>\n  b: c\n", true);
    row("declared", "%TAG !e! tag:example.com,2000:\n---\na: !e!x b\n", true);
    row("declared, with a local prefix", "%TAG !e! !f!\n---\na: !e!x b\n", true);
    row("another declared", "%TAG !f! !f!\n---\na: !e!x b\n", false);
    row("a longer one declared", "%TAG !ef! !f!\n---\na: !e!x b\n", false);
    row("declared behind a comment", "# c\n%TAG  !e!  !f!\n---\na: !e!x b\n", true);
    row("in the content only", "a: |\n  %TAG !e! !f!\nb: !e!x b\n", false);
}

void TagHandlesTest::declared()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isTaken);
    const auto piece = yaml::parseYaml(text.toStdString(), yaml::Role::Document);
    QCOMPARE(piece->isParsed, isTaken);
}

QTEST_APPLESS_MAIN(TagHandlesTest)
#include "tst_tag_handles.moc"
