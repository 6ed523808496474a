#include "document/document.h"
#include "text/text_binding.h"
#include "text/text_editor.h"
#include "text/text_panel.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>

using namespace drawbridge;

namespace {

const char *const kPolicy = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n"
                            "  name: api\nspec:\n  podSelector: {}\n";

QString longText()
{
    QString text;
    for (int i = 0; i < 300; ++i)
        text += QStringLiteral("# line %1\n").arg(i);
    return text + QLatin1String(kPolicy);
}

} // namespace

class TestTextPanel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath("one") && QDir(m_folder->path()).mkpath("two"));
        write("one/policy.yaml", kPolicy);
        write("two/policy.yaml", longText().toUtf8());
        write("R&D <b>.yaml", kPolicy);
        m_document = std::make_unique<Document>();
        m_document->open({m_folder->filePath("R&D <b>.yaml"), m_folder->filePath("one/policy.yaml"),
                          m_folder->filePath("two/policy.yaml")});
        QCOMPARE(m_document->files().size(), 3U);
        m_panel = std::make_unique<TextPanel>(m_document.get());
        m_document->announce();
        m_panel->resize(420, 400);
        m_panel->show();
    }

    void cleanup()
    {
        m_panel.reset();
        m_document.reset();
    }

    void namesTheFiles()
    {
        QCOMPARE(titles(), (QStringList{"R&&D <b>.yaml", "one/policy.yaml", "two/policy.yaml"}));
        const QString tip = tabs()->tabToolTip(0);
        QVERIFY(tip.contains("R&amp;D &lt;b&gt;.yaml"));
        QVERIFY(tip.startsWith(m_folder->path()));
        QTest::keyClicks(m_panel->currentEditor(), "#");
        QCOMPARE(titles().at(0), QStringLiteral("R&&D <b>.yaml •"));
        m_document->undoStack()->undo();
        QCOMPARE(titles().at(0), QStringLiteral("R&&D <b>.yaml"));
    }

    void goesToARange()
    {
        const FileId file = fileAt(2);
        const QByteArray text = longText().toUtf8();
        const auto begin = std::size_t(text.indexOf("spec:"));
        m_panel->show(file, {begin, begin + 5});
        QVERIFY(m_panel->currentFile() == file);
        QVERIFY((m_panel->cursorPlace() == Place{file, {begin, begin}}));
        QCOMPARE(m_panel->statusText(), QStringLiteral("Ln 305, Col 1"));
        const TextEditor *editor = m_panel->currentEditor();
        QVERIFY(editor->viewport()->rect().contains(editor->cursorRect()));
    }

    void countsCharacters()
    {
        m_document->startUntitled("a😀é: x\n");
        QVERIFY(m_panel->currentEditor());
        const FileId file = m_panel->currentFile();
        m_panel->show(file, {8, 8});
        QCOMPARE(m_panel->statusText(), QStringLiteral("Ln 1, Col 5"));
    }

    void highlightsInEveryFile()
    {
        m_panel->setHighlights({{fileAt(0), {0, 10}}, {fileAt(1), {33, 40}}});
        QCOMPARE(m_panel->currentEditor()->highlights().size(), 1U);
        m_panel->showFile(fileAt(1)); // its editor is made only now
        QCOMPARE(m_panel->currentEditor()->highlights().size(), 1U);
        QCOMPARE(m_panel->currentEditor()->highlights()[0].selectionStart(), 33);
        m_panel->highlight(fileAt(0), {0, 3});
        QVERIFY(m_panel->currentEditor()->highlights().empty());
        m_panel->clearHighlights();
        m_panel->showFile(fileAt(0));
        QVERIFY(m_panel->currentEditor()->highlights().empty());
    }

    void marksProblems()
    {
        m_panel->setProblems({{Severity::Error, {fileAt(0), {0, 10}}, "one"},
                              {Severity::Hint, {fileAt(1), {5, 5}}, "two"}});
        QCOMPARE(m_panel->currentEditor()->marks().size(), 1U);
        m_panel->showFile(fileAt(1));
        QCOMPARE(m_panel->currentEditor()->marks().size(), 1U);
        QVERIFY(m_panel->currentEditor()->marks()[0].range.hasSelection());
        m_panel->setProblems({});
        QVERIFY(m_panel->currentEditor()->marks().empty());
    }

    void tellsWhereTheUserGoes()
    {
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        std::vector<std::size_t> offsets;
        QStringList status;
        connect(m_panel.get(), &TextPanel::cursorMoved, this,
                [&](FileId, std::size_t offset) { offsets.push_back(offset); });
        connect(m_panel.get(), &TextPanel::statusChanged, this,
                [&](const QString &text) { status.append(text); });
        // Without the focus, a change from elsewhere tells the place but not that the user went
        // there.
        m_panel->setFocusPolicy(Qt::StrongFocus);
        tabs()->setFocus();
        m_panel->show(fileAt(0), {33, 33});
        QTRY_COMPARE(status.isEmpty() ? QString() : status.last(), QStringLiteral("Ln 2, Col 1"));
        QVERIFY(offsets.empty());
        m_panel->currentEditor()->setFocus();
        QTest::keyClick(m_panel->currentEditor(), Qt::Key_Right);
        QTRY_VERIFY(!offsets.empty());
        QCOMPARE(offsets.back(), 34U);
        QTest::sendKeyEvent(QTest::Click, m_panel->currentEditor(), Qt::Key_unknown,
                            QStringLiteral("é"), Qt::NoModifier);
        QTRY_COMPARE(offsets.back(), 36U);
    }

    void followsTheWorkspace()
    {
        m_panel->showFile(fileAt(1));
        m_document->startUntitled("a: 1\n");
        QCOMPARE(titles().size(), 1);
        QVERIFY(titles().at(0).startsWith("Untitled"));
        QCOMPARE(m_panel->currentEditor()->document()->firstBlock().text(), QStringLiteral("a: 1"));
        QTest::keyClicks(m_panel->currentEditor(), "x");
        QCOMPARE(m_document->workspace().file(m_panel->currentFile()).bytes(),
                 std::string("xa: 1\n"));
        QVERIFY(m_panel->currentBinding()->isEqual());
    }

    void saysWhyItIsReadOnly()
    {
        m_document->startUntitled(QByteArray(300'000, 'x'));
        const auto *note = m_panel->findChild<QLabel *>("textNote");
        QVERIFY(note && note->isVisible() && note->text().contains("200,000"));
        m_document->startUntitled("a: 1\n");
        QVERIFY(!note->isVisible());
    }

private:
    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    QTabBar *tabs() const { return m_panel->findChild<QTabBar *>("textTabs"); }
    QStringList titles() const
    {
        QStringList result;
        for (int i = 0; i < tabs()->count(); ++i)
            result.append(tabs()->tabText(i));
        return result;
    }
    FileId fileAt(int index) const { return m_document->files().at(std::size_t(index)).id; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<TextPanel> m_panel;
};

QTEST_MAIN(TestTextPanel)
#include "tst_text_panel.moc"
