#include "messages/language.h"
#include "panels/inspector_panel.h"
#include "panels/notice_bar.h"
#include "panels/services_panel.h"
#include "text/folding.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window/isolate_dialog.h"
#include "window/settings_dialog.h"
#include "window/side_panels.h"
#include "window/template_dialog.h"
#include "window/window_shell.h"
#include "window_user.h"

#include <QComboBox>
#include <QScrollBar>
#include <QSplitter>
#include <QTabWidget>
#include <QTextBlock>
#include <QTimer>

#include <algorithm>
#include <vector>

using namespace drawbridge;

namespace {

/// The window is made anew.
void chooseGerman(WindowShell &shell)
{
    Settings settings = Settings::stored();
    settings.language = QStringLiteral("de");
    settings.store();
    MainWindow *old = &shell.window();
    emit old->languageChosen();
    QTRY_VERIFY(&shell.window() != old);
    QTest::qWait(100);
}

} // namespace

/// What the user looks at stays in sight, whatever changes around it.
class ViewKeptTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init()
    {
        QSettings().clear();
        openWindow();
    }
    void cleanup()
    {
        closeWindow();
        QSettings().clear();
        Language::install(QStringLiteral("en"));
    }

    void aFittedPictureStaysFitted();
    void aChosenViewStays();
    void denyingEgressShowsWhatItAdds();
    void aTemplateShowsWhatItAdds();
    void whatIsAddedIsBroughtIntoAChosenView();
    void panelsGetTheirWidthsBack();
    void draggedWidthsComeBack();
    void anotherThemeKeepsTheUsersPlace();
    void anotherLanguageKeepsTheUsersPlace();
    void anotherLanguageKeepsThePlaceInALargeText();
    void anotherLanguageKeepsFoldsAndTheComparison();
    void anotherLanguageKeepsWhatHasToBeDecided();
    void nothingClosesWhileAnotherLanguageComes();

private:
    bool isAllInSight()
    {
        const QRectF shown = canvas()->view().toView(canvas()->scene().bounds());
        return QRectF(canvas()->rect()).contains(shown);
    }
    QAction *action(const QString &text)
    {
        for (QAction *action : m_window->findChildren<QAction *>())
            if (action->text().remove(QLatin1Char('&')) == text)
                return action;
        return nullptr;
    }
    void resize(int width, int height)
    {
        const QSize size(width, height);
        for (int i = 0; i < 10 && m_window->size() != size; ++i) {
            m_window->resize(size);
            QTest::qWait(200);
        }
        QCOMPARE(m_window->size(), size);
        QTest::qWait(50);
    }
    void denyEgress()
    {
        answer<IsolateDialog>([](IsolateDialog *dialog) {
            QTest::qWait(300); // until it has planned
            QTest::keyClick(dialog, Qt::Key_Return);
        });
        action(QStringLiteral("Deny Egress by Default…"))->trigger();
    }
};

void ViewKeptTest::aFittedPictureStaysFitted()
{
    const int before = canvas()->height();
    QVERIFY(isAllInSight());
    canvas()->setSelection({arrow("frontend", "api")});
    press(Qt::Key_F7);
    QTRY_VERIFY(canvas()->height() < before);
    QVERIFY(isAllInSight());
    QVERIFY(canvas()->isFitted());
    press(Qt::Key_3, Qt::ControlModifier | Qt::AltModifier); // the text is put away
    QTRY_VERIFY(!m_window->text()->isVisible());
    const canvas::View kept = canvas()->view();
    canvas()->fit();
    QVERIFY(canvas()->view() == kept);
}

void ViewKeptTest::aChosenViewStays()
{
    canvas()->setZoom(1.4);
    canvas()->centerOn(document().picture().node(key("api"))->rect.center());
    QVERIFY(!canvas()->isFitted());
    const double scale = canvas()->view().scale();
    const graph::Point corner = canvas()->view().toScene({0, 0});
    const int before = canvas()->width();
    press(Qt::Key_3, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(canvas()->width() > before);
    QCOMPARE(canvas()->view().scale(), scale);
    QVERIFY(canvas()->view().toScene({0, 0}) == corner);
}

void ViewKeptTest::denyingEgressShowsWhatItAdds()
{
    QVERIFY(canvas()->isFitted());
    denyEgress();
    QTRY_VERIFY(document().graph().frame("frame:kube-system"));
    QTRY_VERIFY(isAllInSight());
    QVERIFY(canvas()->isFitted());
}

void ViewKeptTest::aTemplateShowsWhatItAdds()
{
    answer<TemplateDialog>([](TemplateDialog *dialog) {
        QTest::qWait(300);
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    action(QStringLiteral("DNS for a namespace…"))->trigger();
    QTRY_VERIFY(document().graph().frame("frame:kube-system"));
    QTRY_VERIFY(isAllInSight());
}

void ViewKeptTest::whatIsAddedIsBroughtIntoAChosenView()
{
    canvas()->setZoom(0.9);
    canvas()->centerOn(document().picture().node(key("gateway"))->rect.center());
    denyEgress();
    QTRY_VERIFY(document().graph().frame("frame:kube-system"));
    graph::Key dns;
    for (const graph::Node &node : document().graph().nodes)
        if (node.frame == "frame:kube-system")
            dns = node.key;
    QVERIFY(!canvas()->isFitted());
    QTRY_VERIFY(canvas()->rect().intersects(canvas()->rectOf(dns)));
}

void ViewKeptTest::panelsGetTheirWidthsBack()
{
    resize(1500, 950);
    const int left = m_window->services()->width();
    const int right = m_window->text()->width();
    const int below = m_window->findChild<QTabWidget *>()->height();
    for (const QSize small : {QSize(960, 600), QSize(720, 450)}) {
        resize(small.width(), small.height());
        resize(1500, 950);
        QCOMPARE(m_window->services()->width(), left);
        QCOMPARE(m_window->text()->width(), right);
        QCOMPARE(m_window->findChild<QTabWidget *>()->height(), below);
    }
}

void ViewKeptTest::draggedWidthsComeBack()
{
    resize(1500, 950);
    auto *across = qobject_cast<QSplitter *>(m_window->centralWidget());
    QSplitterHandle *handle = across->handle(2);
    const QPoint at = handle->rect().center();
    const int before = m_window->text()->width();
    QTest::mousePress(handle, Qt::LeftButton, {}, at);
    QTest::mouseMove(handle, at - QPoint(60, 0));
    QTest::mouseMove(handle, at - QPoint(120, 0));
    QTest::mouseRelease(handle, Qt::LeftButton, {}, at - QPoint(120, 0));
    const int dragged = m_window->text()->width();
    QVERIFY2(dragged > before + 80, qPrintable(QString::number(dragged - before)));
    resize(960, 600);
    QVERIFY(m_window->text()->width() < dragged);
    resize(1500, 950);
    QCOMPARE(m_window->text()->width(), dragged);
}

void ViewKeptTest::anotherThemeKeepsTheUsersPlace()
{
    click("api");
    TextEditor *editor = m_window->text()->currentEditor();
    const int caret = editor->textCursor().position();
    const int scroll = editor->verticalScrollBar()->value();
    const std::set<graph::Key> selection = canvas()->selection();
    QCOMPARE(selection, std::set{key("api")});
    QVERIFY(caret > 0);
    answer<SettingsDialog>([](SettingsDialog *dialog) {
        auto *theme = dialog->findChildren<QComboBox *>().at(1);
        theme->setCurrentIndex(theme->count() - 1);
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    press(Qt::Key_Comma, Qt::ControlModifier);
    QTRY_COMPARE(m_answered, 1);
    QTest::qWait(300);
    QCOMPARE(canvas()->selection(), selection);
    QCOMPARE(editor->textCursor().position(), caret);
    QCOMPARE(editor->verticalScrollBar()->value(), scroll);
    QCOMPARE(m_window->services()->selectedKey(), key("api"));
}

void ViewKeptTest::anotherLanguageKeepsTheUsersPlace()
{
    closeWindow();
    QSettings().setValue(QStringLiteral("language"), QStringLiteral("en"));
    const QTemporaryDir folder;
    for (const char *name : {"a.yaml", "shop.yaml"})
        QVERIFY(QFile::copy(QStringLiteral(":/examples/three-tier.yaml"),
                            folder.filePath(QString::fromLatin1(name))));
    WindowShell shell;
    shell.window().resize(1400, 900);
    shell.window().show();
    QVERIFY(QTest::qWaitForWindowActive(&shell.window()));
    shell.window().openPaths({folder.path()});
    const std::vector<FileId> files = shell.window().document().workspace().files();
    QCOMPARE(files.size(), 2u);
    shell.window().text()->showFile(files[1]);
    shell.window().findChild<QTabWidget *>()->setCurrentIndex(1);
    const graph::Key api = "shop/{app=api}";
    shell.window().canvas()->setFocus();
    shell.window().canvas()->reveal(api);
    QVERIFY(shell.window().canvas()->selection() == std::set{api});
    shell.window().canvas()->setZoom(1.3);
    const canvas::View view = shell.window().canvas()->view();
    shell.window().text()->showFile(files[1]);
    TextEditor *editor = shell.window().text()->currentEditor();
    QTextCursor caret = editor->textCursor();
    caret.setPosition(700);
    caret.setPosition(720, QTextCursor::KeepAnchor);
    editor->setTextCursor(caret);
    editor->verticalScrollBar()->setValue(11);
    const int scroll = editor->verticalScrollBar()->value();

    chooseGerman(shell);
    MainWindow &now = shell.window();
    QVERIFY(now.canvas()->selection() == std::set{api});
    QVERIFY(now.services()->selectedKey() == api);
    QCOMPARE(now.canvas()->view().scale(), view.scale());
    QVERIFY(now.canvas()->view().toScene({0, 0}) == view.toScene({0, 0}));
    QCOMPARE(now.findChild<QTabWidget *>()->currentIndex(), 1);
    QCOMPARE(now.text()->currentFile(), files[1]);
    const TextEditor *shown = now.text()->currentEditor();
    QCOMPARE(shown->textCursor().position(), 720);
    QCOMPARE(shown->textCursor().anchor(), 700);
    QCOMPARE(shown->verticalScrollBar()->value(), scroll);
}

/// More than comes in at once.
void ViewKeptTest::anotherLanguageKeepsThePlaceInALargeText()
{
    closeWindow();
    QSettings().setValue(QStringLiteral("language"), QStringLiteral("en"));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("large.yaml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 20'000; ++i)
        file.write("# Some words about nothing at all\n");
    file.close();
    WindowShell shell;
    shell.window().resize(1400, 900);
    shell.window().show();
    QVERIFY(QTest::qWaitForWindowActive(&shell.window()));
    shell.window().openPaths({path});
    const FileId id = shell.window().document().workspace().files().front();
    constexpr std::size_t kPlace = 34 * 15'000 + 7;
    shell.window().text()->show(id, {kPlace, kPlace});
    QCOMPARE(shell.window().text()->cursorPlace().range.begin, kPlace);
    const int scroll = shell.window().text()->currentEditor()->verticalScrollBar()->value();
    QVERIFY(scroll > 10'000);

    chooseGerman(shell);
    QCOMPARE(shell.window().text()->cursorPlace().range.begin, kPlace);
    QCOMPARE(shell.window().text()->currentEditor()->verticalScrollBar()->value(), scroll);
}

void ViewKeptTest::anotherLanguageKeepsFoldsAndTheComparison()
{
    closeWindow();
    QSettings().setValue(QStringLiteral("language"), QStringLiteral("en"));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("shop.yaml"));
    QVERIFY(QFile::copy(QStringLiteral(":/examples/three-tier.yaml"), path));
    WindowShell shell;
    shell.window().resize(1400, 900);
    shell.window().show();
    QVERIFY(QTest::qWaitForWindowActive(&shell.window()));
    shell.window().openPaths({path});
    const auto lineOf = [&](int line) {
        return shell.window().text()->currentEditor()->document()->findBlockByNumber(line);
    };
    std::vector<int> folded;
    Folding *folding = shell.window().text()->currentEditor()->folding();
    for (int line = 0; line < lineOf(0).document()->blockCount() && folded.size() < 3; ++line)
        if (Folding::canFold(lineOf(line)) && lineOf(line).text().contains("spec:"))
            folded.push_back(line);
    QCOMPARE(folded.size(), 3u);
    for (const int line : folded)
        folding->toggle(lineOf(line));
    const auto isShown = [&] {
        const auto *bar = shell.window().findChild<NoticeBar *>();
        return bar->isVisible() ? bar->accessibleName() : QString();
    };
    QTest::keyClick(&shell.window(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(isShown(), QStringLiteral("What would change"));

    chooseGerman(shell);
    for (int line = 0; line < lineOf(0).document()->blockCount(); ++line)
        QCOMPARE(Folding::isFolded(lineOf(line)),
                 std::find(folded.begin(), folded.end(), line) != folded.end());
    QCOMPARE(isShown(), QStringLiteral("Vorschau der Änderungen"));
    QTest::keyClick(&shell.window(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(isShown(), QString());
}

void ViewKeptTest::anotherLanguageKeepsWhatHasToBeDecided()
{
    closeWindow();
    QSettings().setValue(QStringLiteral("language"), QStringLiteral("en"));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("shop.yaml"));
    QVERIFY(QFile::copy(QStringLiteral(":/examples/three-tier.yaml"), path));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    WindowShell shell;
    shell.window().show();
    QVERIFY(QTest::qWaitForWindowActive(&shell.window()));
    shell.window().openPaths({path});
    Document &document = shell.window().document();
    const FileId id = document.workspace().files().front();
    Change ours;
    ours.patches = {{id, {{{0, 0}, "# ours\n"}}}};
    document.push(std::move(ours));
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write("# of others\n");
    file.close();
    document.checkDisk();
    const auto bar = [&] {
        return shell.window().findChild<NoticeBar *>(QStringLiteral("diskBar"));
    };
    QTRY_VERIFY(bar()->isVisible());

    chooseGerman(shell);
    QVERIFY(&shell.window().document() == &document);
    QVERIFY(bar()->isVisible());
    QVERIFY(bar()->accessibleDescription().contains(QStringLiteral("shop.yaml")));
    document.undoStack()->undo();
    document.checkDisk(); // nothing of ours would be lost
    QVERIFY(bar()->isHidden());
}

void ViewKeptTest::nothingClosesWhileAnotherLanguageComes()
{
    closeWindow();
    QSettings().setValue(QStringLiteral("language"), QStringLiteral("en"));
    WindowShell shell;
    shell.window().show();
    QVERIFY(QTest::qWaitForWindowActive(&shell.window()));
    MainWindow *old = &shell.window();
    std::vector<bool> closed;
    emit old->languageChosen();
    QTimer::singleShot(0, old, [&] { closed.push_back(old->close()); }); // in its first turn
    QTRY_VERIFY(&shell.window() != old);
    QCOMPARE(closed, std::vector<bool>{false});
    QVERIFY(shell.window().isVisible());
    QVERIFY(shell.window().close());
}

QTEST_MAIN(ViewKeptTest)
#include "tst_view_kept.moc"
