#include "document/document.h"
#include "document/opening.h"
#include "many_files.h"
#include "messages/announcer.h"
#include "panels/filter_bar.h"
#include "panels/notice_bar.h"
#include "text/find_bar.h"
#include "text/go_to_bar.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window/settings.h"
#include "window/window_shell.h"
#include "window_user.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QWindow>

using namespace drawbridge;

/// Opening beside the window: what is open stays until the other is there.
class OpeningTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void cleanupTestCase() { QVERIFY(Beside::haveAllEnded(60'000)); }
    void init()
    {
        openWindowOnFile();
        m_before = bytes();
    }
    void cleanup() { closeWindow(); }

    void theResultIsTheSame();
    void theOldOneStaysUntilItIsTaken();
    void smallOnesShowNoBar();
    void escapeCancels();
    void escapeFirstEndsWhatIsBegun();
    void theButtonCancels();
    void whatIsTypedMeanwhileIsNotLost();
    void whatIsSavedMeanwhileIsNotAskedAbout();
    void whatWasAgreedToIsNotAskedAgain();
    void theLaterWishWins();
    void aSketchIsALaterWish();
    void failuresAreTold();
    void nothingIsTakenUnderADialog();
    void closingEndsIt();
    void settingsOfMeanwhileHold();
    void whatChangesMeanwhileIsSeen();
    void whatIsSavedMeanwhileIsThere();
    void otherSettingsBeginAnew();
    void anotherLanguageAsksNothingAgain();
    void failuresAreNotDone();
    void theFirstIsOpenedOverANeutralWindow();
    void aFirstThatFailsGivesANewSketch();

private:
    /// So many files of a policy each, in another folder.
    QString other(int files) { return manyFiles(m_folder->path(), files); }
    /// Nothing is taken while the box is open; the bar is there.
    void beginUnder(QMessageBox &box, const QString &path)
    {
        box.open();
        QVERIFY(QTest::qWaitForWindowActive(&box));
        m_window->beginOpening({path});
        QTRY_VERIFY(bar()->isVisible());
    }
    bool isOpen(const QString &path) { return document().roots() == QStringList(path); }
    NoticeBar *bar() { return m_window->findChild<NoticeBar *>(QStringLiteral("openingBar")); }
    void type(const char *text)
    {
        Change change;
        const FileId file = document().workspace().files().front();
        change.patches = {{file, {{{0, 0}, text}}}};
        change.label = QStringLiteral("Type");
        document().push(change);
    }
    std::string m_before;
};

void OpeningTest::theResultIsTheSame()
{
    const QString folder = other(300);
    writeFile(folder + QStringLiteral("/.drawbridge.json"),
              R"({"version": 1, "collapsed": ["n1"], "positions": {}})");
    Document once;
    QVERIFY(once.open({folder}).empty());
    m_window->beginOpening({folder});
    QTRY_VERIFY(isOpen(folder));
    QCOMPARE(document().files().size(), once.files().size());
    for (std::size_t i = 0; i < once.files().size(); ++i) {
        QCOMPARE(document().files()[i].path, once.files()[i].path);
        QCOMPARE(document().files()[i].isReadOnly, once.files()[i].isReadOnly);
    }
    QVERIFY(document().graph().nodes == once.graph().nodes);
    QVERIFY(document().graph().arrows == once.graph().arrows);
    QVERIFY(!once.graph().arrows.empty());
    QVERIFY(document().picture().nodes == once.picture().nodes);
    QVERIFY(document().picture().frames == once.picture().frames);
    QVERIFY(document().picture().arrows == once.picture().arrows);
    QVERIFY(document().side() == once.side());
    QVERIFY(document().placement() == once.placement());
    QCOMPARE(document().sidePath(), once.sidePath());
    QVERIFY(!document().isModified());
    QCOMPARE(undoCount(), 0);
    QVERIFY(document().diagnostics() == once.diagnostics());
}

void OpeningTest::theOldOneStaysUntilItIsTaken()
{
    QSignalSpy replaced(&document(), &Document::workspaceReplaced);
    m_window->beginOpening({other(50)});
    QCOMPARE(replaced.size(), 0);
    QCOMPARE(bytes(), m_before);
    type("# a\n");
    QCOMPARE(bytes(), "# a\n" + m_before);
    document().undoStack()->undo();
    QTRY_COMPARE(replaced.size(), 1);
}

void OpeningTest::smallOnesShowNoBar()
{
    const QString folder = other(5);
    m_window->beginOpening({folder});
    QVERIFY(!bar()->isVisible());
    QTRY_VERIFY(isOpen(folder));
    QVERIFY(!bar()->isVisible());
    QTest::qWait(400); // nor does it come later
    QVERIFY(!bar()->isVisible());
}

/// What is read waits while a mouse button is held, so that there is something to cancel.
void OpeningTest::escapeCancels()
{
    const QPoint corner(m_window->width() / 2, m_window->height() - 3);
    QTest::mousePress(m_window->windowHandle(), Qt::LeftButton, {}, corner);
    m_window->beginOpening({other(20)});
    QTRY_VERIFY(bar()->isVisible());
    QVERIFY(bar()->accessibleName().contains(QStringLiteral("other20")));
    QVERIFY(!bar()->accessibleDescription().isEmpty());
    QVERIFY(isOpen(path()));
    canvas()->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(m_window->pathsUnderWay().isEmpty());
    QVERIFY(!bar()->isVisible());
    QTest::mouseRelease(m_window->windowHandle(), Qt::LeftButton, {}, corner);
    QTest::qWait(300);
    QVERIFY(isOpen(path()));
    QCOMPARE(bytes(), m_before);
    QCOMPARE(undoCount(), 0);
}

/// What has something to cancel has the key before the opening has.
void OpeningTest::escapeFirstEndsWhatIsBegun()
{
    const QPoint corner(m_window->width() / 2, m_window->height() - 3);
    QTest::mousePress(m_window->windowHandle(), Qt::LeftButton, {}, corner);
    m_window->beginOpening({other(20)});
    QTRY_VERIFY(bar()->isVisible());

    canvas()->setConnectMode(true);
    canvas()->setFocus();
    QTest::keyClick(canvas(), Qt::Key_Escape);
    QVERIFY(!canvas()->isConnectMode());
    QVERIFY(!m_window->pathsUnderWay().isEmpty());

    auto *find = m_window->findChild<FindBar *>();
    auto *text = m_window->findChild<TextPanel *>();
    text->find(false);
    QVERIFY(find->isVisible());
    QTest::keyClick(find->findChild<QLineEdit *>(), Qt::Key_Escape);
    QVERIFY(!find->isVisible());
    QVERIFY(!m_window->pathsUnderWay().isEmpty());

    auto *place = m_window->findChild<GoToBar *>();
    text->goToLine();
    QVERIFY(place->isVisible());
    QTest::keyClick(place->findChild<QLineEdit *>(), Qt::Key_Escape);
    QVERIFY(!place->isVisible());
    QVERIFY(!m_window->pathsUnderWay().isEmpty());

    auto *filter = m_window->findChild<FilterBar *>();
    filter->show();
    QSignalSpy left(filter, &FilterBar::leaveRequested);
    QTest::keyClick(filter->findChild<QLineEdit *>(), Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
    QVERIFY(!m_window->pathsUnderWay().isEmpty());

    auto *editor = m_window->findChild<TextEditor *>();
    QTextCursor caret = editor->textCursor();
    caret.setPosition(int(editor->toPlainText().indexOf(QStringLiteral("\nkind:"))) + 2);
    editor->setTextCursor(caret);
    text->complete();
    const auto *list = editor->findChild<QListWidget *>(QStringLiteral("completions"));
    QVERIFY(list->isVisible());
    QTest::keyClick(editor, Qt::Key_Escape);
    QVERIFY(!list->isVisible());
    QVERIFY(!m_window->pathsUnderWay().isEmpty());
    QTest::keyClick(editor, Qt::Key_Escape);
    QVERIFY(m_window->pathsUnderWay().isEmpty());
    QTest::mouseRelease(m_window->windowHandle(), Qt::LeftButton, {}, corner);
}

void OpeningTest::theButtonCancels()
{
    const QString folder = other(20);
    QMessageBox box(m_window.get());
    beginUnder(box, folder);
    bar()->findChild<QPushButton *>()->click();
    QVERIFY(m_window->pathsUnderWay().isEmpty());
    QVERIFY(!bar()->isVisible());
    box.close();
    QTest::qWait(300);
    QVERIFY(isOpen(path()));
}

void OpeningTest::whatIsTypedMeanwhileIsNotLost()
{
    const QString folder = other(20);
    answer<QMessageBox>([](QMessageBox *box) { box->button(QMessageBox::Cancel)->click(); });
    m_window->beginOpening({folder});
    type("# a\n");
    QTRY_COMPARE(m_answered, 1);
    QTRY_VERIFY(m_window->pathsUnderWay().isEmpty());
    QVERIFY(isOpen(path()));
    QCOMPARE(bytes(), "# a\n" + m_before);

    answer<QMessageBox>([](QMessageBox *box) { box->button(QMessageBox::Discard)->click(); });
    answer<QMessageBox>([](QMessageBox *box) { box->button(QMessageBox::SaveAll)->click(); });
    m_window->beginOpening({folder}); // asked at once: it is modified
    QCOMPARE(m_answered, 2);
    type("# b\n");
    QTRY_VERIFY(isOpen(folder));
    QCOMPARE(m_answered, 3);
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().toStdString(), "# b\n# a\n" + m_before);
}

void OpeningTest::whatIsSavedMeanwhileIsNotAskedAbout()
{
    const QString folder = other(20);
    m_window->beginOpening({folder});
    type("# a\n");
    QVERIFY(document().saveAll().empty());
    QTRY_VERIFY(isOpen(folder));
    QCOMPARE(m_answered, 0);
}

void OpeningTest::whatWasAgreedToIsNotAskedAgain()
{
    const QString folder = other(20);
    type("# a\n");
    answer<QMessageBox>([](QMessageBox *box) { box->button(QMessageBox::Discard)->click(); });
    m_window->beginOpening({folder});
    QCOMPARE(m_answered, 1);
    QTRY_VERIFY(isOpen(folder));
    QCOMPARE(m_answered, 1);
}

void OpeningTest::theLaterWishWins()
{
    const QString first = other(200);
    const QString second = other(10);
    QSignalSpy replaced(&document(), &Document::workspaceReplaced);
    m_window->beginOpening({first});
    m_window->beginOpening({second});
    QCOMPARE(m_window->pathsUnderWay(), QStringList(second));
    QTRY_VERIFY(isOpen(second));
    QTest::qWait(300);
    QVERIFY(isOpen(second));
    QCOMPARE(replaced.size(), 1);
}

void OpeningTest::aSketchIsALaterWish()
{
    m_window->beginOpening({other(20)});
    m_window->openExample();
    QVERIFY(m_window->pathsUnderWay().isEmpty());
    QTest::qWait(300);
    QVERIFY(document().roots().isEmpty());
}

void OpeningTest::failuresAreTold()
{
    QString told;
    answer<QMessageBox>([&](QMessageBox *box) {
        told = box->text();
        box->accept();
    });
    m_window->beginOpening({m_folder->filePath(QStringLiteral("nowhere.yaml"))});
    QTRY_COMPARE(m_answered, 1);
    QVERIFY2(told.contains(QStringLiteral("nowhere.yaml")), qPrintable(told));
    QVERIFY(isOpen(path()));
    QCOMPARE(bytes(), m_before);
}

void OpeningTest::nothingIsTakenUnderADialog()
{
    const QString folder = other(20);
    QMessageBox box(m_window.get());
    beginUnder(box, folder);
    QVERIFY(isOpen(path()));
    box.close();
    QTRY_VERIFY(isOpen(folder));
    QVERIFY(!bar()->isVisible());
}

void OpeningTest::closingEndsIt()
{
    m_window->beginOpening({other(200)});
    QVERIFY(m_window->close());
    QVERIFY(m_window->pathsUnderWay().isEmpty());
    m_window.reset();

    openWindowOnFile(); // nor does it matter if nobody closes it first
    m_window->beginOpening({other(200)});
    m_window.reset();
    QTest::qWait(50);
}

void OpeningTest::settingsOfMeanwhileHold()
{
    const QString file = m_folder->filePath(QStringLiteral("plain/p.yaml"));
    writeFile(file, policyText(1).replace("\n  namespace: n1", ""));
    m_window->beginOpening({file});
    document().setDefaultNamespace(QStringLiteral("meanwhile"));
    QTRY_VERIFY(isOpen(file));
    QCOMPARE(document().workspace().defaultNamespace(), std::string("meanwhile"));
    QCOMPARE(document().graph().frames.size(), std::size_t(1));
    QCOMPARE(document().graph().frames.front().title, std::string("meanwhile"));
}

void OpeningTest::whatChangesMeanwhileIsSeen()
{
    const QString file = m_folder->filePath(QStringLiteral("plain/p.yaml"));
    writeFile(file, policyText(1));
    QMessageBox box(m_window.get());
    beginUnder(box, file); // it has been read by now
    writeFile(file, policyText(2));
    box.close();
    QTRY_COMPARE(QByteArray::fromStdString(bytes()), policyText(2));
}

/// The same folder again: what was read before the saving is not taken.
void OpeningTest::whatIsSavedMeanwhileIsThere()
{
    const QString folder = QFileInfo(path()).path();
    QMessageBox box(m_window.get());
    beginUnder(box, folder); // it has been read by now
    QTest::qWait(200);
    const FileId file = document().workspace().files().front();
    const QString copy = m_folder->filePath(QStringLiteral("copy.yaml"));
    QVERIFY(!document().saveAs(file, copy));
    Change change;
    change.side = document().side();
    change.side->placement[key("api")] = {4321, 1234};
    document().push(std::move(change));
    QVERIFY(!document().saveLayout());
    box.close();
    QTRY_VERIFY(isOpen(folder));
    QCOMPARE(document().files().size(), std::size_t(2));
    QCOMPARE(m_answered, 0);
}

void OpeningTest::otherSettingsBeginAnew()
{
    const QString folder = other(20);
    QMessageBox box(m_window.get());
    beginUnder(box, folder);
    const auto *before = m_window->findChild<Opening *>();
    QVERIFY(before->request().defaultNamespace.isEmpty());
    document().setDefaultNamespace(QStringLiteral("meanwhile"));
    QTRY_COMPARE(m_window->findChild<Opening *>()->request().defaultNamespace,
                 QStringLiteral("meanwhile"));
    QVERIFY(bar()->isVisible());
    box.close();
    QTRY_VERIFY(isOpen(folder));
}

void OpeningTest::anotherLanguageAsksNothingAgain()
{
    const QString folder = other(20);
    const QString file = path();
    m_window.reset();
    QSettings().setValue(QStringLiteral("language"), QStringLiteral("en"));
    WindowShell shell;
    shell.window().show();
    QVERIFY(QTest::qWaitForWindowActive(&shell.window()));
    shell.window().openPaths({file});
    Change change;
    change.patches = {{shell.window().document().workspace().files().front(), {{{0, 0}, "# a\n"}}}};
    shell.window().document().push(std::move(change));
    int asked = 0;
    QTimer answers;
    connect(&answers, &QTimer::timeout, this, [&] {
        if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
            ++asked;
            box->button(QMessageBox::Discard)->click();
        }
    });
    answers.start(20);
    shell.window().beginOpening({folder});
    QCOMPARE(asked, 1);
    MainWindow *old = &shell.window();
    emit old->languageChosen();
    QTRY_VERIFY(&shell.window() != old);
    QTRY_COMPARE(shell.window().document().roots(), QStringList(folder));
    QCOMPARE(asked, 1);
}

void OpeningTest::failuresAreNotDone()
{
    const Announcer *announcer = nullptr;
    for (const QObject *child : m_window->findChildren<QObject *>())
        announcer = announcer ? announcer : dynamic_cast<const Announcer *>(child);
    QVERIFY(announcer);
    QMessageBox box(m_window.get());
    beginUnder(box, m_folder->filePath(QStringLiteral("nowhere.yaml")));
    box.close();
    answer<QMessageBox>([](QMessageBox *told) { told->accept(); });
    QTRY_COMPARE(m_answered, 1);
    QTest::qWait(200);
    QVERIFY2(!announcer->told().contains(QStringLiteral("done")), qPrintable(announcer->told()));
}

void OpeningTest::theFirstIsOpenedOverANeutralWindow()
{
    const QString folder = other(300);
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(!document().graph().frames.empty());
    QMessageBox box(m_window.get());
    box.open();
    QVERIFY(QTest::qWaitForWindowActive(&box));
    m_window->begin({folder}, false);
    QVERIFY(document().graph().frames.empty());
    const auto hints = m_window->canvas()->findChildren<QLabel *>();
    const auto isSeen = [](const QLabel *label) { return label->isVisible(); };
    QVERIFY(std::none_of(hints.begin(), hints.end(), isSeen));
    QTRY_VERIFY(bar()->isVisible());
    box.close();
    QTRY_VERIFY(isOpen(folder));
}

void OpeningTest::aFirstThatFailsGivesANewSketch()
{
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    answer<QMessageBox>([](QMessageBox *told) { told->accept(); });
    m_window->begin({m_folder->filePath(QStringLiteral("nowhere.yaml"))}, false);
    QVERIFY(document().graph().frames.empty());
    QTRY_COMPARE(m_answered, 1);
    QCOMPARE(document().graph().frames.size(), 1u);
    QMessageBox box(m_window.get());
    box.open();
    QVERIFY(QTest::qWaitForWindowActive(&box));
    m_window->begin({other(300)}, false);
    QVERIFY(document().graph().frames.empty());
    QTRY_VERIFY(bar()->isVisible());
    bar()->findChild<QPushButton *>()->click();
    box.close();
    QCOMPARE(document().graph().frames.size(), 1u);
}

QTEST_MAIN(OpeningTest)
#include "tst_opening.moc"
