#include "document/document.h"
#include "many_files.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <functional>
#include <memory>

using namespace drawbridge;

/// Another program changes very many files at once, as a change of branch does: they are read
/// beside the window and follow as one step, or none is taken in unseen.
class ManyChangedTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void followAsOneStep();
    void whatWasTypedMeanwhileStays();
    void whatChangesAgainIsReadAgain();
    void whatIsSavedMeanwhileStays();
    void whatIsChangedHereAsks();
    void whatIsGoneIsTold();
    void anotherWorkspaceIsLeftAlone();

private:
    static constexpr int kFiles = 120;
    static QByteArray changedText(int number) { return policyText(number) + "# by others\n"; }
    QString pathOf(int number) const
    {
        return QStringLiteral("%1/d%2/p%3.yaml").arg(m_files).arg(number % 5).arg(number);
    }
    FileId fileOf(int number) const
    {
        return m_document->workspace().fileAt(pathOf(number).toStdString());
    }
    QByteArray textOf(int number) const
    {
        return QByteArray::fromStdString(m_document->workspace().file(fileOf(number)).bytes());
    }
    void changeAll() const
    {
        for (int i = 0; i < kFiles; ++i)
            writeFile(pathOf(i), changedText(i));
    }
    void type(int number)
    {
        Change change;
        change.patches = {{fileOf(number), {{{0, 0}, "# mine\n"}}}};
        change.label = QStringLiteral("Type");
        m_document->push(std::move(change));
    }
    bool isDone(const std::function<bool(int)> &isSo) const
    {
        for (int i = 0; i < kFiles; ++i)
            if (!isSo(i))
                return false;
        return true;
    }
    bool hasFollowed() const
    {
        return isDone([this](int i) { return textOf(i).endsWith("# by others\n"); });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_files;
    std::unique_ptr<Document> m_document;
};

void ManyChangedTest::init()
{
    m_document.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_files = manyFiles(m_folder->path(), kFiles);
    m_document = std::make_unique<Document>();
    QVERIFY(m_document->open({m_files}).empty());
}

void ManyChangedTest::followAsOneStep()
{
    const QSignalSpy asked(m_document.get(), &Document::diskChanged);
    changeAll();
    m_document->lookAtDisk();
    QVERIFY(!hasFollowed()); // it is read beside
    QTRY_VERIFY(hasFollowed());
    QCOMPARE(m_document->undoStack()->count(), 1);
    QCOMPARE(asked.count(), 0);
    QVERIFY(!m_document->isModified());
    QVERIFY(isDone([this](int i) { return textOf(i) == changedText(i); }));
    // All that is computed is of that text.
    verdict::Evaluator anew;
    anew.update(m_document->workspace());
    QCOMPARE(m_document->evaluator().policies().size(), anew.policies().size());
    for (const kube::ObjectPtr &policy : m_document->evaluator().policies())
        QVERIFY(m_document->workspace().location(policy.get()).file.isValid());
    m_document->undoStack()->undo();
    QVERIFY(isDone([this](int i) { return textOf(i) == policyText(i); }));
    QVERIFY(m_document->isModified());
    m_document->undoStack()->redo();
    QVERIFY(hasFollowed() && !m_document->isModified());
}

void ManyChangedTest::whatWasTypedMeanwhileStays()
{
    changeAll();
    m_document->lookAtDisk();
    type(3);
    const QSignalSpy asked(m_document.get(), &Document::diskChanged);
    QTRY_COMPARE(asked.count(), 1);
    QCOMPARE(asked.front().front().value<FileId>(), fileOf(3));
    QCOMPARE(textOf(3), "# mine\n" + policyText(3));
    QVERIFY(isDone([this](int i) { return i == 3 || textOf(i) == changedText(i); }));
    QVERIFY(m_document->file(fileOf(3)).isModified && m_document->file(fileOf(3)).changedOnDisk);
}

void ManyChangedTest::whatChangesAgainIsReadAgain()
{
    changeAll();
    m_document->lookAtDisk();
    writeFile(pathOf(7), "# the last\n");
    QTRY_VERIFY(isDone([this](int i) {
        return textOf(i) == (i == 7 ? QByteArray("# the last\n") : changedText(i));
    }));
    QVERIFY(!m_document->isModified());
}

void ManyChangedTest::whatIsSavedMeanwhileStays()
{
    type(5);
    for (int i = 0; i < kFiles; ++i)
        if (i != 5)
            writeFile(pathOf(i), changedText(i));
    m_document->lookAtDisk();
    QVERIFY(!m_document->save(fileOf(5)));
    QTRY_VERIFY(isDone([this](int i) {
        return textOf(i) == (i == 5 ? "# mine\n" + policyText(5) : changedText(i));
    }));
    QVERIFY(!m_document->isModified());
}

void ManyChangedTest::whatIsChangedHereAsks()
{
    type(0);
    type(1);
    const QSignalSpy asked(m_document.get(), &Document::diskChanged);
    changeAll();
    m_document->lookAtDisk();
    QTRY_COMPARE(asked.count(), 2);
    QVERIFY(isDone([this](int i) {
        return textOf(i) == (i < 2 ? "# mine\n" + policyText(i) : changedText(i));
    }));
    // Nothing of ours goes over it unasked.
    const auto failure = m_document->save(fileOf(0));
    QVERIFY(failure && failure->code == Code::SaveConflict);
}

void ManyChangedTest::whatIsGoneIsTold()
{
    const QSignalSpy asked(m_document.get(), &Document::diskChanged);
    changeAll();
    QVERIFY(QFile::remove(pathOf(9)));
    m_document->lookAtDisk();
    QTRY_COMPARE(asked.count(), 1);
    QVERIFY(m_document->file(fileOf(9)).isGone);
    QCOMPARE(textOf(9), policyText(9));
    QVERIFY(isDone([this](int i) { return i == 9 || textOf(i) == changedText(i); }));
}

void ManyChangedTest::anotherWorkspaceIsLeftAlone()
{
    changeAll();
    m_document->lookAtDisk();
    const QString other = manyFiles(m_folder->path() + QStringLiteral("/more"), kFiles);
    QVERIFY(m_document->open({other}).empty());
    QTest::qWait(500);
    QCOMPARE(m_document->undoStack()->count(), 0);
    QVERIFY(!m_document->isModified());
}

QTEST_MAIN(ManyChangedTest)
#include "tst_many_changed.moc"
