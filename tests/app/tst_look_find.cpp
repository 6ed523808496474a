#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "panels/filter_bar.h"
#include "tst_look_checks.h"
#include "window/main_window.h"
#include "window/quick_list.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace drawbridge;
using test::Looker;

/// What lies over and around the canvas while one looks for something: nothing is cut, covered or
/// too pale. With DRAWBRIDGE_GRABS=FOLDER the pictures are written there.
class LookFindTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QSettings().clear(); }
    void cleanup() { m_window.reset(); }

    void searchList_data() { themes(); }
    void searchList();
    void palette_data() { themes(); }
    void palette();
    void filterBar_data() { themes(); }
    void filterBar();
    void minimap_data() { themes(); }
    void minimap();

private:
    void themes();
    void open(const QString &theme);
    QStringList faults(QWidget *widget, const QString &name);
    static void keep(const QImage &picture, const QString &name);

    std::unique_ptr<MainWindow> m_window;
};

void LookFindTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("drawbridge-tests"));
    QCoreApplication::setApplicationName(QStringLiteral("look-find"));
}

void LookFindTest::themes()
{
    QTest::addColumn<QString>("theme");
    for (const char *theme : {"light", "dark"})
        QTest::newRow(theme) << QString::fromLatin1(theme);
}

void LookFindTest::open(const QString &theme)
{
    QSettings().setValue(QStringLiteral("theme"), theme);
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->openExample();
    m_window->canvas()->fit();
}

void LookFindTest::keep(const QImage &picture, const QString &name)
{
    const QString folder = qEnvironmentVariable("DRAWBRIDGE_GRABS");
    if (!folder.isEmpty())
        picture.save(QDir(folder).filePath(
            QStringLiteral("%1-%2.png")
                .arg(name, QString::number(qRound(picture.devicePixelRatio() * 100)))));
}

/// Of a part of the window; the picture that is kept is of all of it.
QStringList LookFindTest::faults(QWidget *widget, const QString &name)
{
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents();
    m_window->canvas()->finishRendering();
    keep(m_window->grab().toImage(), name);
    Looker looker(widget);
    looker.look();
    for (const QString &fault : looker.faults())
        qWarning("%s: %s", qPrintable(name), qPrintable(fault));
    return looker.faults();
}

void LookFindTest::searchList()
{
    QFETCH(QString, theme);
    open(theme);
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(faults(m_window->quickList(), theme + "-search-empty"), QStringList());
    QTest::keyClicks(m_window->quickList()->line(), QStringLiteral("api"));
    QCOMPARE(faults(m_window->quickList(), theme + "-search"), QStringList());
}

void LookFindTest::palette()
{
    QFETCH(QString, theme);
    open(theme);
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(faults(m_window->quickList(), theme + "-palette"), QStringList());
}

void LookFindTest::filterBar()
{
    QFETCH(QString, theme);
    open(theme);
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(faults(m_window->filterBar(), theme + "-bar"), QStringList());
    canvas::CanvasWidget *canvas = m_window->canvas();
    for (const graph::NodeShape &shape : canvas->picture().nodes)
        if (shape.node.title == "api")
            canvas->reveal(shape.node.key);
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_F);
    QCOMPARE(faults(m_window.get(), theme + "-focus"), QStringList());
    m_window->resize(1000, 700);
    canvas->fit();
    QCOMPARE(faults(m_window->filterBar(), theme + "-focus-small"), QStringList());
}

void LookFindTest::minimap()
{
    QFETCH(QString, theme);
    QSettings().setValue(QStringLiteral("minimap"), true);
    open(theme);
    QCOMPARE(faults(m_window.get(), theme + "-minimap"), QStringList());
    m_window->canvas()->setZoom(2);
    QCOMPARE(faults(m_window.get(), theme + "-minimap-near"), QStringList());
}

QTEST_MAIN(LookFindTest)
#include "tst_look_find.moc"
