#include "document/borrowed_side.h"
#include "document/document.h"
#include "document_fixture.h"

#include <QDir>

using namespace drawbridge;
using graph::Point;

namespace {

QByteArray podIn(const QByteArray &nameSpace, const QByteArray &name)
{
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: " + name + ", namespace: " + nameSpace +
           ", labels: {app: " + name + "}}\n";
}

graph::Key keyOf(const char *nameSpace, const char *name)
{
    return std::string(nameSpace) + '/' + name + "[Pod]";
}

bool tells(const Document &document, Code code)
{
    const auto diagnostics = document.diagnostics();
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [code](const Diagnostic &d) { return d.code == code; });
}

} // namespace

/// Places are found where others saved them: beside a file of the folder, in the folder of a file.
class BorrowedSideTest : public DocumentFixture
{
    Q_OBJECT

private slots:
    void init();
    void aFolderUsesThoseBesideItsFiles();
    void layoutsOfTwoFilesAreApart();
    void theOwnLayoutCounts();
    void aFileUsesItsFolders();
    void nothingIsTakenThatNamesNothingHere();
};

void BorrowedSideTest::init()
{
    openFolder();
    write(QStringLiteral("a.yaml"), podIn("one", "api"));
    write(QStringLiteral("b.yaml"), podIn("two", "web"));
}

void BorrowedSideTest::aFolderUsesThoseBesideItsFiles()
{
    SideState side;
    side.placement[keyOf("one", "api")] = {400, 560};
    side.notes["frame:one"] = {{"why?", {}, {}, {}}};
    side.placement["gone/away[Pod]"] = {5000, 5000};
    const QByteArray theirs = sideFileBytes(side);
    write(QStringLiteral("a.yaml.drawbridge.json"), theirs);
    Document document;
    QVERIFY(document.open({m_folder->path()}).empty());
    const graph::NodeShape *node = document.picture().node(keyOf("one", "api"));
    QCOMPARE(node->rect.x, 400.0);
    QCOMPARE(node->rect.y, 560.0);
    QCOMPARE(document.picture().notes.size(), std::size_t(1));
    QVERIFY(tells(document, Code::LayoutOfFiles));
    QVERIFY(!document.isModified());

    Change change;
    change.side = document.side();
    change.side->placement[keyOf("two", "web")] = {900, 560};
    document.push(std::move(change));
    QVERIFY(!document.saveLayout());
    QCOMPARE(read(QStringLiteral("a.yaml.drawbridge.json")), theirs);
    const auto saved = readSideFile(read(QStringLiteral(".drawbridge.json")));
    QVERIFY(saved);
    const Point api{400, 560};
    QCOMPARE(saved->placement.at(keyOf("one", "api")), api);
    QCOMPARE(saved->placement.size(), std::size_t(2));
    QVERIFY(!tells(document, Code::LayoutOfFiles)); // it is no longer so
}

/// Each was made alone, and both begin at the same place.
void BorrowedSideTest::layoutsOfTwoFilesAreApart()
{
    for (const auto &[file, key] :
         {std::pair{"a.yaml", keyOf("one", "api")}, std::pair{"b.yaml", keyOf("two", "web")}}) {
        SideState side;
        side.placement[key] = {0, 0};
        write(QString::fromLatin1(file) + QStringLiteral(".drawbridge.json"), sideFileBytes(side));
    }
    Document document;
    QVERIFY(document.open({m_folder->path()}).empty());
    QCOMPARE(document.side().placement.size(), std::size_t(2));
    QVERIFY(!document.picture()
                 .frame("frame:one")
                 ->rect.intersects(document.picture().frame("frame:two")->rect));
}

void BorrowedSideTest::theOwnLayoutCounts()
{
    SideState side;
    side.placement[keyOf("one", "api")] = {400, 560};
    write(QStringLiteral("a.yaml.drawbridge.json"), sideFileBytes(side));
    side.placement[keyOf("one", "api")] = {16, 24};
    write(QStringLiteral(".drawbridge.json"), sideFileBytes(side));
    Document document;
    QVERIFY(document.open({m_folder->path()}).empty());
    QCOMPARE(document.picture().node(keyOf("one", "api"))->rect.x, 16.0);
    QVERIFY(!tells(document, Code::LayoutOfFiles));
    QVERIFY(document.open({path(QStringLiteral("a.yaml"))}).empty());
    QCOMPARE(document.picture().node(keyOf("one", "api"))->rect.x, 400.0);
    QVERIFY(!tells(document, Code::LayoutOfFolder));
}

void BorrowedSideTest::aFileUsesItsFolders()
{
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("inner")));
    write(QStringLiteral("inner/c.yaml"), podIn("one", "deep"));
    SideState side;
    side.placement[keyOf("one", "api")] = {400, 560};
    side.placement[keyOf("one", "deep")] = {800, 560};
    side.placement[keyOf("two", "web")] = {1200, 560};
    side.notes[keyOf("two", "web")] = {{"not of this file", {}, {}, {}}};
    const QByteArray theirs = sideFileBytes(side);
    write(QStringLiteral(".drawbridge.json"), theirs);
    for (const char *name : {"a.yaml", "inner/c.yaml"}) {
        Document document;
        QVERIFY(document.open({path(QString::fromLatin1(name))}).empty());
        QCOMPARE(document.picture().nodes.size(), std::size_t(1));
        QVERIFY(document.picture().nodes.front().rect.x >= 400);
        QCOMPARE(document.side().placement.size(), std::size_t(1));
        QVERIFY(document.side().notes.empty());
        QVERIFY(tells(document, Code::LayoutOfFolder));
        QVERIFY(!document.isModified());
    }
    QCOMPARE(read(QStringLiteral(".drawbridge.json")), theirs);
}

void BorrowedSideTest::nothingIsTakenThatNamesNothingHere()
{
    SideState side;
    side.placement["other/thing[Pod]"] = {1, 2};
    write(QStringLiteral("a.yaml.drawbridge.json"), sideFileBytes(side));
    write(QStringLiteral("b.yaml.drawbridge.json"), "{\"version\": 99}");
    Document document;
    QVERIFY(document.open({m_folder->path()}).empty());
    QVERIFY(document.side().isEmpty());
    QVERIFY(!tells(document, Code::LayoutOfFiles));
}

QTEST_GUILESS_MAIN(BorrowedSideTest)
#include "tst_borrowed_side.moc"
