#include "canvas/canvas_widget.h"
#include "large_fixture.h"
#include "panels/inspector_panel.h"
#include "panels/problems_panel.h"
#include "text/text_binding.h"
#include "window/plan_dialog.h"
#include "window/waiting_input.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>
#include <QUndoStack>

#include <algorithm>
#include <atomic>

using namespace drawbridge;

/// What only reads a large workspace does so beside the window: nobody reads what half is of
/// another text, and what was overtaken meanwhile is neither shown nor done.
class BesideTest : public LargeFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { openLarge(); }
    void changesWaitForWhoReads();
    void whatTheDiskHoldsWaitsForWhoReads();
    void readsBesideTheWindow();
    void isClosedWhileItIsRead();
    void plansThatAreOvertakenAreMadeAnew();
    void plansOfAnotherTextAreNotPushed();
    void longStepsAreForeseen();
    void whatIsForeseenIsOfOneText();
    void undoingIsOvertaken();
    void problemsAreOfThePresentText();
    void problemsAreWaitedForWhereTheyAreAskedFor();
    void whomRulesNameIsSaidLater();
    void cleanup() { closeWindow(); }

private:
    void openWithLongStep();
    std::string textOfWindow() const;
};

/// Nobody reads what half is of another text.
void BesideTest::changesWaitForWhoReads()
{
    const QSignalSpy ended(m_document.get(), &Document::readEnded);
    std::atomic<bool> hasBegun = false;
    bool sawChange = true;
    m_document->readBeside([&] {
        hasBegun = true;
        QTest::qSleep(50);
        sawChange = has("web");
    });
    QVERIFY(m_document->isRead());
    QTRY_VERIFY(hasBegun);
    rename("api", "web");
    QVERIFY(!m_document->isRead());
    QVERIFY(!sawChange);
    QCOMPARE(ended.count(), 1);
    QTRY_VERIFY(!m_document->isBehind());
    QVERIFY(has("web"));
    QCOMPARE(ended.count(), 1);
}

/// Nor what half is of another state of the files: a file that vanishes is only here from then on.
void BesideTest::whatTheDiskHoldsWaitsForWhoReads()
{
    std::atomic<bool> hasEnded = false;
    const auto read = [&] {
        m_document->readBeside([&] {
            QTest::qSleep(50);
            hasEnded = true;
        });
    };
    bool wasModified = true;
    connect(m_document.get(), &Document::readEnded, this,
            [&] { wasModified = m_document->isModified(); });
    read();
    QVERIFY(QFile::remove(path(QStringLiteral("api.yaml"))));
    m_document->checkDisk();
    QVERIFY(hasEnded && !wasModified && m_document->isModified());
    hasEnded = false;
    read();
    m_document->checkDisk(); // nothing is new
    QVERIFY(m_document->isRead());
    QTRY_VERIFY(hasEnded && !m_document->isRead());
}

/// Timers go on, keys wait.
void BesideTest::readsBesideTheWindow()
{
    openWindow();
    Document &document = m_window->document();
    QWidget *canvas = m_window->canvas();
    canvas->setFocus();
    std::atomic<bool> mayEnd = false;
    int turns = 0;
    bool isKeyTaken = false;
    QTimer timer;
    timer.setInterval(1);
    connect(&timer, &QTimer::timeout, this, [&] {
        if (++turns != 5)
            return;
        mayEnd = true;
        QTest::keyClick(canvas, Qt::Key_Tab); // comes back when nobody reads any longer
        isKeyTaken = !document.isRead();
    });
    timer.start();
    const QThread *thread = nullptr;
    beside(document, [&] {
        thread = QThread::currentThread();
        while (!mayEnd)
            QTest::qSleep(1);
        QTest::qSleep(20);
    });
    QVERIFY(turns >= 5);
    QVERIFY(isKeyTaken);
    QVERIFY(thread && thread != QThread::currentThread());
    document.setLarge(1'000);
    beside(document, [&] { thread = QThread::currentThread(); });
    QVERIFY(thread == QThread::currentThread());
}

void BesideTest::isClosedWhileItIsRead()
{
    std::atomic<bool> hasEnded = false;
    m_document->readBeside([&] {
        QTest::qSleep(50);
        hasEnded = true;
    });
    m_document.reset();
    QVERIFY(hasEnded);
}

namespace {

/// While its first plan is made, the document changes.
class OvertakenDialog : public PlanDialog
{
public:
    OvertakenDialog(Document &document, std::function<void()> overtake)
        : PlanDialog(document, QStringLiteral("Overtaken"), nullptr)
        , m_overtake(std::move(overtake))
    {
        planNow();
    }
    bool hasPlan() const { return m_hasPlan; }

protected:
    std::optional<edit::Intent> intent(QString &) const override
    {
        return edit::Rename{"shop/{app=api}", "web"};
    }
    Result<Plan> planOf(const edit::Intent &intent) override
    {
        auto plan = PlanDialog::planOf(intent);
        std::exchange(m_overtake, [] {})();
        return plan;
    }
    QString undoLabel() const override { return QStringLiteral("Rename"); }
    void showPlan(const Plan *plan) override { m_hasPlan = plan != nullptr; }

private:
    std::function<void()> m_overtake;
    bool m_hasPlan = false;
};

} // namespace

void BesideTest::plansThatAreOvertakenAreMadeAnew()
{
    OvertakenDialog dialog(*m_document, [this] { type("# seen\n"); });
    QVERIFY(!dialog.hasPlan());
    QTRY_VERIFY(dialog.hasPlan());
    dialog.accept();
    QVERIFY(has("web"));
    const std::string &bytes = m_document->workspace().file(only()).bytes();
    QVERIFY(bytes.find("# seen") != std::string::npos);
}

/// The plan that was shown is of the text before; what it becomes has to be seen.
void BesideTest::plansOfAnotherTextAreNotPushed()
{
    openWithEveryone();
    OvertakenDialog dialog(*m_document, [] {});
    QVERIFY(dialog.hasPlan());
    Change change;
    const std::size_t end = m_document->workspace().file(only()).bytes().size();
    const std::string other = QByteArray(kPolicy).replace("api", "db").toStdString();
    change.patches.push_back({only(), {{{end, end}, "---\n" + other}}});
    change.label = QStringLiteral("Add");
    change.mayFallBehind = true;
    m_document->push(std::move(change));
    QVERIFY(m_document->isBehind());
    dialog.accept();
    QVERIFY(dialog.result() != QDialog::Accepted);
    QVERIFY(has("api"));
    QTRY_VERIFY(!m_document->isBehind());
    QTRY_VERIFY(dialog.hasPlan());
    QTest::qWait(300); // planned anew
    dialog.accept();
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QVERIFY(has("web"));
    QVERIFY(has("db"));
}

/// A window on sixty policies, the pods of all of which a step called web.
void BesideTest::openWithLongStep()
{
    QByteArray text;
    for (int i = 0; i < 60; ++i)
        text +=
            QByteArray(kPolicy).replace("name: api", "name: p" + QByteArray::number(i)) + "---\n";
    write(QStringLiteral("api.yaml"), text);
    m_document->checkDisk();
    openWindow();
    Change change;
    change.patches.push_back({m_window->document().workspace().files().front(), {}});
    const std::string bytes = text.toStdString();
    for (std::size_t at = bytes.find("app: api"); at != std::string::npos;
         at = bytes.find("app: api", at + 1))
        change.patches[0].patches.push_back({{at + 5, at + 8}, "web"});
    change.label = QStringLiteral("Rename");
    QVERIFY(foresee(m_window->document(), change.patches));
    QCOMPARE(text.toStdString(), textOfWindow()); // nobody sees what is foreseen
    m_window->document().push(std::move(change));
}

std::string BesideTest::textOfWindow() const
{
    const kube::Workspace &workspace = m_window->document().workspace();
    return workspace.file(workspace.files().front()).bytes();
}

/// They are read beside the window, and what anybody sees is what it would be without.
void BesideTest::longStepsAreForeseen()
{
    openWithLongStep();
    Document &document = m_window->document();
    const QSignalSpy read(&document, &Document::readEnded);
    const auto shows = [&](const std::string &name) {
        kube::Workspace anew(document.workspace().defaultNamespace());
        anew.add("api.yaml", textOfWindow());
        return m_window->text()->currentBinding()->isEqual() &&
               document.workspace().size() == anew.size() && document.graph().nodes.size() == 1 &&
               document.graph().nodes.front().key == "shop/{app=" + name + "}";
    };
    QVERIFY(shows("web"));
    command("Undo");
    QCOMPARE(read.count(), 1);
    QVERIFY(shows("api"));
    command("Redo");
    QCOMPARE(read.count(), 2);
    QVERIFY(shows("web"));
}

/// What was foreseen and then overtaken, or of other patches, is nothing; what is taken is there
/// at once, in all files.
void BesideTest::whatIsForeseenIsOfOneText()
{
    write(QStringLiteral("web.yaml"), kPolicy);
    QVERIFY(m_document->open({path(QStringLiteral("api.yaml")), path(QStringLiteral("web.yaml"))})
                .empty());
    const std::vector<FileId> files = m_document->workspace().files();
    const auto text = [&](std::size_t file) {
        return m_document->workspace().file(files[file]).bytes();
    };
    std::string seen; // of the second file, when the first is told
    connect(m_document.get(), &Document::textChanged, this, [&](FileId file) {
        if (file == files[0])
            seen = text(1);
    });
    const auto put = [&](const std::string &line) {
        Change change;
        for (const FileId file : files)
            change.patches.push_back({file, {{{0, 0}, line}}});
        change.label = QStringLiteral("Put");
        return change;
    };
    const std::string policy = kPolicy.toStdString();
    m_document->push(put("# one\n"));
    QCOMPARE(seen, policy);
    m_document->foresee(put("# two\n").patches);
    QCOMPARE(text(1), "# one\n" + policy);
    m_document->push(put("# two\n"));
    QCOMPARE(seen, "# two\n# one\n" + policy);
    QCOMPARE(text(0), seen);

    m_document->foresee(put("# three\n").patches);
    m_document->push(put("# four\n"));
    m_document->push(put("# three\n"));
    QCOMPARE(text(0), "# three\n# four\n# two\n# one\n" + policy);
    QCOMPARE(text(1), text(0));

    m_document->foresee(put("# five\n").patches);
    m_document->setDefaultNamespace(QStringLiteral("other"));
    m_document->push(put("# five\n"));
    QCOMPARE(m_document->workspace().defaultNamespace(), std::string("other"));
    QCOMPARE(text(1), "# five\n# three\n# four\n# two\n# one\n" + policy);
}

/// What would be undone then is what somebody else wrote.
void BesideTest::undoingIsOvertaken()
{
    openWithLongStep();
    Document &document = m_window->document();
    const std::string before = textOfWindow();
    bool isTold = false;
    QTimer::singleShot(0, this, [&] {
        Change change;
        change.patches.push_back({document.workspace().files().front(), {{{0, 0}, "# theirs\n"}}});
        change.label = QStringLiteral("Reload");
        document.push(std::move(change));
        QTimer *look = new QTimer(m_window.get());
        connect(look, &QTimer::timeout, this, [&isTold, look] {
            if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
                isTold = box->text().contains(QLatin1String("nothing was done"));
                look->stop();
                box->accept();
            }
        });
        look->start(10);
    });
    command("Undo");
    QVERIFY(isTold);
    QCOMPARE(textOfWindow(), "# theirs\n" + before);
    command("Undo");
    QCOMPARE(textOfWindow(), before);
}

/// They are looked for on a copy; what is typed meanwhile is looked at once more.
void BesideTest::problemsAreOfThePresentText()
{
    openWindow();
    const auto areShown = [&] {
        const auto &shown = m_window->problems()->problems();
        const auto all = m_window->document().diagnostics();
        return std::is_permutation(shown.begin(), shown.end(), all.begin(), all.end());
    };
    TextEditor *editor = m_window->text()->currentEditor();
    const auto press = [&](Qt::Key key, int pause) {
        QTest::keyClick(editor, key);
        QTest::qWait(pause);
    };
    for (int pause : {0, 155, 160, 170}) {
        press(Qt::Key_Exclam, pause); // no label has it
        press(Qt::Key_Backspace, pause);
        press(Qt::Key_Exclam, 0);
        QTRY_VERIFY(areShown());
        QTest::qWait(200);
        QVERIFY(areShown()); // nothing older came after it
        QVERIFY(m_window->problems()->count() > 0);
        press(Qt::Key_Backspace, 0);
        QTRY_COMPARE(m_window->problems()->count(), 0);
        QVERIFY(areShown());
    }
}

void BesideTest::problemsAreWaitedForWhereTheyAreAskedFor()
{
    openWindow();
    QTest::keyClick(m_window->text()->currentEditor(), 'x');
    QTRY_VERIFY(!m_window->document().isBehind());
    const QSignalSpy read(&m_window->document(), &Document::readEnded);
    QTest::keyClick(m_window->canvas(), Qt::Key_F8);
    QCOMPARE(read.count(), 2); // for the problems, and for what they are about
    const auto isKnown = [&] {
        const auto before = read.count();
        QTest::keyClick(m_window->canvas(), Qt::Key_F8);
        return read.count() == before + 1; // they were told
    };
    QTRY_VERIFY(isKnown());
}

/// All rules are asked for them, beside the window.
void BesideTest::whomRulesNameIsSaidLater()
{
    openWindow();
    const auto says = [&](const char *text) {
        const auto labels = m_window->findChild<InspectorPanel *>()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [text](const QLabel *label) {
            return label->text().contains(QLatin1String(text));
        });
    };
    m_window->canvas()->setSelection({});
    QTest::keyClick(m_window->text()->currentEditor(), 'x');
    QTRY_VERIFY(!m_window->document().isBehind());
    m_window->canvas()->setSelection({"shop/{app=apix}"});
    QVERIFY(says("Looking for"));
    QTRY_VERIFY(!says("Looking for"));
    QVERIFY(says("Pods that do not exist yet"));
    m_window->canvas()->setSelection({});
    m_window->canvas()->setSelection({"shop/{app=apix}"});
    QVERIFY(!says("Looking for")); // known until something changes
    m_window->document().setLarge(1'000);
    QTest::keyClick(m_window->text()->currentEditor(), 'x');
    QTRY_VERIFY(!m_window->document().isBehind());
    m_window->canvas()->setSelection({"shop/{app=apixx}"});
    QVERIFY(!says("Looking for"));
    QVERIFY(says("Pods that do not exist yet"));
}

QTEST_MAIN(BesideTest)
#include "tst_beside.moc"
