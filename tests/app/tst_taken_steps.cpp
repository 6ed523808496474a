#include "document/unsaved.h"
#include "document_fixture.h"

#include <functional>

using namespace drawbridge;

/// What others wrote and we took in is not lost by undoing that step: saving asks.
class TakenStepsTest : public DocumentFixture
{
    Q_OBJECT

private slots:
    void init() { openPolicy(); }
    void cleanup() { closeAll(); }

    void undoneAndSavedAsks_data();
    void undoneAndSavedAsks();
    void redoneItIsFine();
    void whatLacksAChangeIsNotMerged();
    void whatIsTypedInsteadLacksItStill();
    void overwritingSettlesIt();
    void savedElsewhereAndBackItAsks();
    void savedElsewhereAndRedoneItIsFine();
    void savedInBetweenItAsksToo();
    void plainRevertsDoNotAsk();
    void ownSavesDoNotAsk();
    void theLayoutIsTreatedAlike();
    void aCrashDoesNotForgetIt();

private:
    using Take = std::function<void(Document &, FileId, const QByteArray &theirs)>;

    QByteArray text() const
    {
        return QByteArray::fromStdString(m_document->workspace().file(only()).bytes());
    }
    QByteArray onDisk() const { return read(QStringLiteral("api.yaml")); }
    void theyWrite(const QByteArray &bytes) { write(QStringLiteral("api.yaml"), bytes); }
    void undo() { m_document->undoStack()->undo(); }
    void redo() { m_document->undoStack()->redo(); }
    bool asks()
    {
        const QByteArray before = onDisk();
        const auto all = m_document->saveAll();
        const auto failure = m_document->save(only());
        return failure && failure->code == Code::SaveConflict && all.size() == 1 &&
               all.front().code == Code::SaveConflict && onDisk() == before;
    }
    void takeBoth()
    {
        type("# mine\n");
        theyWrite(kPolicy + "# theirs\n");
        m_document->takeBoth(only(), (kPolicy + "# theirs\n").toStdString(),
                             ("# mine\n" + kPolicy + "# theirs\n").toStdString());
    }
};

void TakenStepsTest::undoneAndSavedAsks_data()
{
    QTest::addColumn<Take>("take");
    QTest::addColumn<bool>("isTyped");
    QTest::newRow("both") << Take([](Document &document, FileId id, const QByteArray &theirs) {
        document.takeBoth(id, theirs.toStdString(), "# mine\n" + theirs.toStdString());
    }) << true;
    QTest::newRow("revert") << Take([](Document &document, FileId id, const QByteArray &) {
        QVERIFY(!document.revert(id));
    }) << true;
    QTest::newRow("follows the disk")
        << Take([](Document &document, FileId, const QByteArray &) { document.checkDisk(); })
        << false;
}

void TakenStepsTest::undoneAndSavedAsks()
{
    QFETCH(Take, take);
    QFETCH(bool, isTyped);
    if (isTyped)
        type("# mine\n");
    const QByteArray mine = text();
    const QByteArray theirs = kPolicy + "# theirs\n";
    theyWrite(theirs);
    take(*m_document, only(), theirs);
    QVERIFY(!m_document->file(only()).changedOnDisk);
    undo();
    QCOMPARE(text(), mine);
    QVERIFY(m_document->file(only()).isModified);
    QVERIFY(m_document->file(only()).changedOnDisk);
    QVERIFY(!m_document->commonBase(only()));
    QVERIFY(asks());
    QCOMPARE(onDisk(), theirs);
    redo();
    QVERIFY(!m_document->file(only()).changedOnDisk);
    QVERIFY(!m_document->save(only()));
}

void TakenStepsTest::redoneItIsFine()
{
    takeBoth();
    undo();
    QVERIFY(asks());
    redo();
    QCOMPARE(m_document->commonBase(only()), (kPolicy + "# theirs\n").toStdString());
    QVERIFY(!m_document->save(only()));
    QCOMPARE(onDisk(), "# mine\n" + kPolicy + "# theirs\n");
}

/// With `saved` as the base, what the text lacks would seem to be taken away here.
void TakenStepsTest::whatLacksAChangeIsNotMerged()
{
    theyWrite(kPolicy + "# theirs\n");
    m_document->checkDisk();
    undo();
    theyWrite(kPolicy + "# theirs\n# more\n");
    QVERIFY(!m_document->commonBase(only()));
    QVERIFY(asks());
    QVERIFY(!m_document->revert(only()));
    QVERIFY(m_document->commonBase(only()));
    undo();
    QVERIFY(!m_document->commonBase(only()));
}

void TakenStepsTest::whatIsTypedInsteadLacksItStill()
{
    takeBoth();
    undo();
    type("# more\n");
    QVERIFY(asks());
    undo();
    undo();
    QCOMPARE(text(), kPolicy);
    QVERIFY(asks());
    redo();
    QVERIFY(asks());
}

void TakenStepsTest::savedElsewhereAndBackItAsks()
{
    takeBoth();
    undo();
    const QString here = m_document->file(only()).path;
    const QByteArray theirs = onDisk();
    QVERIFY(!m_document->saveAs(only(), path(QStringLiteral("other.yaml"))));
    type("# more\n");
    const auto failure = m_document->saveAs(only(), here);
    QVERIFY(failure && failure->code == Code::SaveConflict);
    QCOMPARE(onDisk(), theirs);
    QVERIFY(m_document->file(only()).path.endsWith(QStringLiteral("other.yaml")));
    QVERIFY(!m_document->saveAs(only(), here, true));
    QCOMPARE(onDisk(), text());
    type("# again\n");
    QVERIFY(!m_document->save(only()));
}

void TakenStepsTest::savedElsewhereAndRedoneItIsFine()
{
    takeBoth();
    const QString here = m_document->file(only()).path;
    QVERIFY(!m_document->saveAs(only(), path(QStringLiteral("other.yaml"))));
    undo();
    QVERIFY(m_document->saveAs(only(), here));
    redo();
    QVERIFY(!m_document->saveAs(only(), here));
    undo();
    type("# more\n");
    QVERIFY(asks());
}

void TakenStepsTest::overwritingSettlesIt()
{
    takeBoth();
    undo();
    QVERIFY(!m_document->save(only(), SeenOnDisk::at(m_document->file(only()).path)));
    QCOMPARE(onDisk(), "# mine\n" + kPolicy);
    type("# more\n");
    QVERIFY(!m_document->file(only()).changedOnDisk);
    QVERIFY(!m_document->save(only()));
}

void TakenStepsTest::savedInBetweenItAsksToo()
{
    takeBoth();
    QVERIFY(!m_document->save(only()));
    undo();
    QVERIFY(asks());
    QVERIFY(onDisk().contains("# theirs"));
}

void TakenStepsTest::plainRevertsDoNotAsk()
{
    type("# mine\n");
    QVERIFY(!m_document->revert(only()));
    undo();
    QCOMPARE(text(), "# mine\n" + kPolicy);
    QVERIFY(m_document->commonBase(only()));
    QVERIFY(!m_document->save(only()));
}

void TakenStepsTest::ownSavesDoNotAsk()
{
    type("# mine\n");
    QVERIFY(!m_document->save(only()));
    undo();
    QVERIFY(!m_document->file(only()).changedOnDisk);
    QVERIFY(!m_document->save(only()));
    QCOMPARE(onDisk(), kPolicy);
}

void TakenStepsTest::theLayoutIsTreatedAlike()
{
    const QString side = QStringLiteral("api.yaml.drawbridge.json");
    moveNode(100);
    QVERIFY(!m_document->saveLayout());
    const QByteArray first = read(side);
    moveNode(200);
    QVERIFY(!m_document->saveLayout());
    const QByteArray theirs = read(side);
    write(side, first);
    QVERIFY(!m_document->reloadLayout());
    QVERIFY(!m_document->isSideModified());
    undo();
    const auto failure = m_document->saveLayout();
    QVERIFY(failure);
    QCOMPARE(failure->code, Code::SaveConflict);
    QCOMPARE(read(side), first);
    redo();
    moveNode(300);
    QVERIFY(!m_document->saveLayout());
}

void TakenStepsTest::aCrashDoesNotForgetIt()
{
    takeBoth();
    undo();
    const Unsaved left = m_document->unsaved();
    QCOMPARE(left.files.size(), 1u);
    QCOMPARE(left.files.front().base, hashOf(kPolicy));
    m_document = std::make_unique<Document>();
    QVERIFY(m_document->restore(left).empty());
    QVERIFY(asks());
}

QTEST_MAIN(TakenStepsTest)
#include "tst_taken_steps.moc"
