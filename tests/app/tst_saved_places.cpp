#include "window_user.h"

#include "canvas/scene.h"
#include "document/side_state.h"

using namespace drawbridge;

namespace {

QByteArray policyOf(const char *name, const char *spaceName = "shop")
{
    return QByteArray(
               "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: "
               "more-") +
           name + ", namespace: " + spaceName +
           "}\nspec: {podSelector: {matchLabels: {app: " + name + "}}}\n";
}

} // namespace

/// What comes back on opening is the picture that was saved, and what nobody placed still gives
/// way.
class SavedPlacesTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { openWindowOnFile(); }
    void cleanup() { closeWindow(); }

    void thePictureComesBack();
    void aSavedTextBringsTheLayoutUpToDate();
    void nothingIsWrittenWithoutNeed();
    void anotherNodeMovesNothing();
    void aNamespaceThatIsNewIsLaidOutAsAWhole();
    void whatIsNotOpenKeepsItsPlace();
    void reloadingIsUndone();
    void theirsIsNotOverwritten();

private:
    QString sidePath() const { return path() + QStringLiteral(".drawbridge.json"); }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    void moveDown(const std::string &title)
    {
        const QPoint from = center(title);
        drag(from, from + QPoint(30, 90));
    }
    void addToText(const QByteArray &more)
    {
        const FileId file = document().workspace().files().front();
        const std::size_t end = document().workspace().file(file).bytes().size();
        Change change;
        change.patches.push_back({file, {{{end, end}, more.toStdString()}}});
        document().push(std::move(change));
    }
    void expectTheSame(const graph::Picture &before, const graph::Picture &after)
    {
        QCOMPARE(after.nodes.size(), before.nodes.size());
        QCOMPARE(after.arrows.size(), before.arrows.size());
        QCOMPARE(canvas::countOfChanges(before, after), std::size_t(0));
    }
};

void SavedPlacesTest::thePictureComesBack()
{
    moveDown("api");
    QCOMPARE(document().side().placement.size(), std::size_t(1));
    addToText(policyOf("worker"));
    const graph::Picture saved = document().picture();
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!document().isModified());
    QVERIFY(read(sidePath()).contains("\"automatic\""));
    Document again;
    QVERIFY(again.open({path()}).empty());
    expectTheSame(saved, again.picture());
    QVERIFY(!again.isModified());
    QVERIFY(again.side() == document().side());
    QVERIFY(again.saveAll().empty());
    m_window->openPaths({path()}); // by the window as well
    expectTheSame(saved, document().picture());
    QVERIFY(!document().isModified());
}

/// The layout itself is as it was saved; but what came since stands somewhere.
void SavedPlacesTest::aSavedTextBringsTheLayoutUpToDate()
{
    moveDown("api");
    press(Qt::Key_S, Qt::ControlModifier);
    addToText(policyOf("worker") + policyOf("other"));
    QVERIFY(!document().isSideModified());
    const graph::Picture saved = document().picture();
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(read(sidePath()).contains("app=worker"));
    Document again;
    QVERIFY(again.open({path()}).empty());
    expectTheSame(saved, again.picture());
}

void SavedPlacesTest::nothingIsWrittenWithoutNeed()
{
    addToText(policyOf("worker"));
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!document().isModified());
    QVERIFY(!QFile::exists(sidePath())); // nobody placed anything
    // One of an earlier version, with what was moved alone.
    SideState side;
    side.placement[key("api")] = {600, 400};
    write(sidePath(), sideFileBytes(side));
    m_window->openPaths({path()});
    press(Qt::Key_S, Qt::ControlModifier);
    press(Qt::Key_S, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(read(sidePath()), sideFileBytes(side));
    QVERIFY(!document().isModified());
}

void SavedPlacesTest::anotherNodeMovesNothing()
{
    moveDown("api");
    press(Qt::Key_S, Qt::ControlModifier);
    const graph::Picture before = document().picture();
    write(path(), read(path()) + policyOf("aaa") + policyOf("zzz"));
    Document again;
    QVERIFY(again.open({path()}).empty());
    QCOMPARE(again.picture().nodes.size(), before.nodes.size() + 2);
    for (const graph::NodeShape &shape : before.nodes)
        QVERIFY2(again.picture().node(shape.node.key)->rect == shape.rect, shape.node.key.c_str());
    QVERIFY(!again.isModified());
}

void SavedPlacesTest::aNamespaceThatIsNewIsLaidOutAsAWhole()
{
    moveDown("api");
    press(Qt::Key_S, Qt::ControlModifier);
    const graph::Picture before = document().picture();
    write(path(), read(path()) + policyOf("one", "jobs") + policyOf("two", "jobs"));
    Document again;
    QVERIFY(again.open({path()}).empty());
    const graph::FrameShape *jobs = again.picture().frame("frame:jobs");
    QVERIFY(jobs);
    QVERIFY(jobs->rect.y > before.bounds().y + before.bounds().height / 2);
    for (const graph::FrameShape &shape : before.frames)
        QVERIFY(!jobs->rect.intersects(again.picture().frame(shape.frame.key)->rect));
}

/// The layout was saved with other files open as well.
void SavedPlacesTest::whatIsNotOpenKeepsItsPlace()
{
    moveDown("api");
    press(Qt::Key_S, Qt::ControlModifier);
    auto side = readSideFile(read(sidePath()));
    QVERIFY(side);
    side->automatic["elsewhere"] = {1200, 80.5};
    side->oddAutomatic["odd"] = "[1, 2, 3]";
    write(sidePath(), sideFileBytes(*side));
    m_window->openPaths({path()});
    QVERIFY(!document().isModified());
    addToText(policyOf("worker"));
    press(Qt::Key_S, Qt::ControlModifier); // the text alone
    auto saved = readSideFile(read(sidePath()));
    QVERIFY(saved && saved->automatic.count(key("worker")) == 1);
    QVERIFY(saved->automatic["elsewhere"] == side->automatic["elsewhere"]);
    QVERIFY(saved->oddAutomatic == side->oddAutomatic);
    QVERIFY(!document().reloadLayout());
    moveDown("database");
    press(Qt::Key_S, Qt::ControlModifier);
    saved = readSideFile(read(sidePath()));
    QCOMPARE(saved->placement.size(), std::size_t(2));
    QVERIFY(saved->automatic["elsewhere"] == side->automatic["elsewhere"]);
    QVERIFY(saved->oddAutomatic == side->oddAutomatic);
}

void SavedPlacesTest::reloadingIsUndone()
{
    moveDown("api");
    press(Qt::Key_S, Qt::ControlModifier);
    const graph::Picture mine = document().picture();
    auto theirs = readSideFile(read(sidePath()));
    QVERIFY(theirs && theirs->automatic.count(key("database")) == 1);
    theirs->automatic[key("database")].y += 400.25;
    const double y = theirs->automatic[key("database")].y;
    write(sidePath(), sideFileBytes(*theirs));
    QVERIFY(!document().reloadLayout());
    QCOMPARE(document().picture().node(key("database"))->rect.y, y);
    QVERIFY(!document().isModified());
    press(Qt::Key_Z, Qt::ControlModifier);
    expectTheSame(mine, document().picture());
}

/// Where the user changed no layout, nobody is asked about it.
void SavedPlacesTest::theirsIsNotOverwritten()
{
    moveDown("api");
    press(Qt::Key_S, Qt::ControlModifier);
    auto theirs = readSideFile(read(sidePath()));
    theirs->placement[key("database")] = {10, 900};
    write(sidePath(), sideFileBytes(*theirs));
    addToText(policyOf("worker"));
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!document().isModified());
    QCOMPARE(read(sidePath()), sideFileBytes(*theirs));
}

QTEST_MAIN(SavedPlacesTest)
#include "tst_saved_places.moc"
