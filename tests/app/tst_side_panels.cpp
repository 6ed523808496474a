#include "panels/changes_panel.h"
#include "panels/explain_panel.h"
#include "panels/exposure_panel.h"
#include "panels/notice_bar.h"
#include "panels/services_panel.h"
#include "text/text_panel.h"
#include "window/side_panels.h"
#include "window_user.h"

#include <QAction>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>

using namespace drawbridge;

/// Small windows: the canvas keeps most of them, and what is put away is one step away.
class SidePanelsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowUser::prepare(); }

    void theCanvasHasMostOfASmallWindow_data();
    void theCanvasHasMostOfASmallWindow();
    void whatIsAwayIsBroughtBack();
    void theUserDecides();
    void answersComeUp();
    void differencesComeUp();
    void exposureComesUp();
    void theBarMovesNothing();
    void theToolBarSaysThatThereIsMore();

private:
    static void resize(WindowUser &user, int width, int height)
    {
        // What is put away on the way makes it possible to be so small.
        const QSize size(width, height);
        for (int i = 0; i < 10 && user.window().size() != size; ++i) {
            user.window().resize(size);
            QTest::qWait(300); // forms and lists find their least sizes
        }
        QCOMPARE(user.window().size(), size);
    }
    static bool isShown(WindowUser &user, SidePanels::Where where)
    {
        return user.window().sidePanels()->action(where)->isChecked();
    }
};

void SidePanelsTest::theCanvasHasMostOfASmallWindow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QSize>("least");
    QTest::newRow("720 x 450") << QSize(720, 450) << QSize(400, 280);
    QTest::newRow("1280 x 720") << QSize(1280, 720) << QSize(560, 360);
}

void SidePanelsTest::theCanvasHasMostOfASmallWindow()
{
    QFETCH(QSize, size);
    QFETCH(QSize, least);
    WindowUser user;
    resize(user, size.width(), size.height());
    const QSize canvas = user.canvas()->size();
    QVERIFY2(canvas.width() >= least.width() && canvas.height() >= least.height(),
             qPrintable(QStringLiteral("%1 x %2").arg(canvas.width()).arg(canvas.height())));
}

void SidePanelsTest::whatIsAwayIsBroughtBack()
{
    WindowUser user;
    resize(user, 720, 450);
    QVERIFY(!user.window().services()->isVisible());
    QToolButton *button = user.window().sidePanels()->button(SidePanels::Left);
    QVERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(user.window().services()->isVisible());
    QVERIFY(!button->isVisible());
    user.press(Qt::Key_1, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(!user.window().services()->isVisible());
    user.press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(user.window().services()->isVisible());
    QVERIFY(user.window().services()->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(user.window().text()->isVisible());
}

/// What was chosen stays so; all else goes by the room.
void SidePanelsTest::theUserDecides()
{
    WindowUser user;
    resize(user, 1280, 720);
    for (const auto where : {SidePanels::Left, SidePanels::Right, SidePanels::Below})
        QVERIFY(isShown(user, where));
    user.press(Qt::Key_3, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(!user.window().text()->isVisible());
    resize(user, 720, 450);
    QVERIFY(!isShown(user, SidePanels::Left) && !isShown(user, SidePanels::Below));
    resize(user, 1280, 720);
    QVERIFY(isShown(user, SidePanels::Left) && isShown(user, SidePanels::Below));
    QVERIFY(!isShown(user, SidePanels::Right));
}

void SidePanelsTest::answersComeUp()
{
    WindowUser user;
    resize(user, 720, 450);
    user.canvas()->setSelection({user.arrow("frontend", "api")});
    user.press(Qt::Key_F7);
    QVERIFY(user.window().explanation()->isVisible());
}

void SidePanelsTest::differencesComeUp()
{
    WindowUser user;
    resize(user, 720, 450);
    QVERIFY(!isShown(user, SidePanels::Below));
    user.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(isShown(user, SidePanels::Below));
    QVERIFY(user.window().findChild<ChangesPanel *>()->isVisible());
}

void SidePanelsTest::exposureComesUp()
{
    WindowUser user;
    resize(user, 720, 450);
    QVERIFY(!isShown(user, SidePanels::Below));
    user.press(Qt::Key_X, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(isShown(user, SidePanels::Below));
    QVERIFY(user.window().findChild<ExposurePanel *>()->isVisible());
}

void SidePanelsTest::theBarMovesNothing()
{
    WindowUser user;
    resize(user, 1280, 720); // which has room for the list of the differences
    const QRect before = user.canvas()->geometry();
    QAction *compare = nullptr;
    for (QAction *action : user.window().findChildren<QAction *>())
        if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D))
            compare = action;
    QVERIFY(compare);
    compare->trigger();
    auto *bar = user.window().findChild<NoticeBar *>();
    QVERIFY(bar->isVisible());
    QCoreApplication::processEvents();
    QCOMPARE(user.canvas()->geometry(), before);
    QVERIFY2(bar->height() < 60, qPrintable(QString::number(bar->height())));
    QVERIFY(!bar->accessibleDescription().isEmpty());
    user.canvas()->fit();
    const QRectF shown = user.canvas()->view().toView(user.canvas()->scene().bounds());
    QVERIFY2(shown.top() - 13 >= bar->height(), qPrintable(QString::number(shown.top())));
    QVERIFY(shown.bottom() <= user.canvas()->height());
}

/// What has no room in the tool bar is behind a button that can be seen, and works from there.
void SidePanelsTest::theToolBarSaysThatThereIsMore()
{
    WindowUser user;
    auto *bar = user.window().findChild<QToolBar *>(QStringLiteral("tools"));
    auto *more = bar->findChild<QToolButton *>(QStringLiteral("qt_toolbar_ext_button"));
    QVERIFY(more && !more->isVisible());
    resize(user, 640, 450);
    QVERIFY(more->isVisible());
    QCOMPARE(more->text(), QStringLiteral("»"));
    QVERIFY(more->width() >= 24 && bar->rect().contains(more->geometry()));
    const QImage shot = more->grab().toImage();
    int inked = 0; // of the sign
    for (int y = 4; y < shot.height() - 4; ++y)
        for (int x = 4; x < shot.width() - 4; ++x)
            inked += qGray(shot.pixel(x, y)) < 160;
    QVERIFY2(inked > 10, qPrintable(QString::number(inked)));
    QTest::mouseClick(more, Qt::LeftButton);
    for (QAction *action : bar->actions()) {
        if (action->isSeparator())
            continue;
        const QWidget *button = bar->widgetForAction(action);
        const QMenu *menu = more->menu();
        QTRY_VERIFY2((button && button->isVisible()) || (menu && menu->actions().contains(action)),
                     qPrintable(action->text()));
    }
}

QTEST_MAIN(SidePanelsTest)
#include "tst_side_panels.moc"
