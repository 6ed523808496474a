#include "every_dialog.h"
#include "messages/language.h"
#include "panels/explain_panel.h"
#include "panels/problems_panel.h"
#include "window_user.h"

#include <QComboBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QTabWidget>
#include <QTextBrowser>

using namespace drawbridge;

/// A window of 720 to 450 in German, where words are long: what is said can be read, what can be
/// pressed is wholly there, and no dialog begins larger than the window.
class SmallWindowTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        prepare();
        Language::install(QStringLiteral("de"));
    }
    void init();
    void cleanup() { closeWindow(); }

    void problemsHaveTwoLines();
    void explainFieldsAreWhole();
    void buttonsAreReached();
    void buttonsAreWholeWhereThereIsRoom();
    void dialogsFit();
};

void SmallWindowTest::init()
{
    openWindow();
    m_window->resize(720, 450);
    QTest::qWait(50);
}

void SmallWindowTest::problemsHaveTwoLines()
{
    document().startUntitled(test::kShop);
    for (QTabWidget *tabs : m_window->findChildren<QTabWidget *>())
        if (tabs->isAncestorOf(m_window->problems()))
            tabs->setVisible(true);
    QTRY_VERIFY(m_window->problems()->count() > 0);
    ProblemsPanel *problems = m_window->problems();
    QTRY_COMPARE(problems->lines(), 2);
    const QModelIndex first = problems->model()->index(0, 0);
    QTRY_VERIFY(problems->visualRect(first).height() >= 2 * problems->fontMetrics().lineSpacing());
    m_window->resize(1500, 950);
    QTRY_COMPARE(problems->lines(), 1);
}

void SmallWindowTest::explainFieldsAreWhole()
{
    canvas()->setSelection({arrow("frontend", "api")});
    press(Qt::Key_F7);
    ExplainPanel *panel = m_window->explanation();
    QTest::qWait(50);
    for (QWidget *field : std::initializer_list<QWidget *>{panel->source(), panel->target(),
                                                           panel->ports(), panel->swapButton()}) {
        const QRect rect(field->mapTo(panel, QPoint()), field->size());
        QVERIFY2(panel->rect().contains(rect), field->metaObject()->className());
        QVERIFY(!panel->answer()->geometry().intersects(rect));
    }
    QVERIFY(panel->answer()->height() >= panel->fontMetrics().lineSpacing());
    QCOMPARE(m_window->height(), 450);
}

/// Some scroll; Tab brings each into sight.
void SmallWindowTest::buttonsAreReached()
{
    canvas()->setSelection({key("api")});
    QTest::qWait(50);
    InspectorPanel *inspector = m_window->inspector();
    int seen = 0;
    for (QPushButton *button : inspector->findChildren<QPushButton *>()) {
        if (!button->isVisible() || !button->isEnabled())
            continue;
        ++seen;
        button->setFocus(Qt::TabFocusReason);
        for (QWidget *above = button->parentWidget(); above; above = above->parentWidget())
            if (auto *area = qobject_cast<QScrollArea *>(above))
                area->ensureWidgetVisible(button, 0, 0); // as Tab does
        QVERIFY2(button->visibleRegion().boundingRect().height() == button->height(),
                 qPrintable(button->text()));
    }
    QVERIFY(seen >= 4);
}

void SmallWindowTest::buttonsAreWholeWhereThereIsRoom()
{
    for (const QSize size : {QSize(1440, 900), QSize(1280, 800)}) {
        m_window->resize(size);
        canvas()->setSelection({key("frontend")});
        canvas()->setSelection({key("api")});
        QTest::qWait(50);
        int seen = 0;
        for (QPushButton *button : m_window->inspector()->findChildren<QPushButton *>()) {
            if (!button->isVisible())
                continue;
            ++seen;
            QVERIFY2(button->visibleRegion() == button->rect(), qPrintable(button->text()));
        }
        QVERIFY(seen >= 4);
    }
}

void SmallWindowTest::dialogsFit()
{
    QStringList larger;
    test::EveryDialog dialogs(*m_window, [&](QWidget *dialog, const QString &name) {
        QTest::qWait(150); // until it has planned
        if (name == QLatin1String("compare") || name == QLatin1String("recovery"))
            return; // they hold lists that say little in less room
        if (dialog->width() > m_window->width() || dialog->height() > m_window->height())
            larger +=
                QStringLiteral("%1: %2 x %3").arg(name).arg(dialog->width()).arg(dialog->height());
    });
    dialogs.open();
    QVERIFY(dialogs.count() > 20);
    QVERIFY2(larger.isEmpty(), qPrintable(larger.join('\n')));
}

QTEST_MAIN(SmallWindowTest)
#include "tst_small_window.moc"
