#include "every_dialog.h"
#include "look_fixture.h"
#include "messages/graph_words.h"
#include "messages/language.h"
#include "window/add_service_dialog.h"
#include "window/connect_dialog.h"
#include "window/template_dialog.h"

#include <QImage>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>
#include <QToolTip>
#include <QtMath>

#include <algorithm>

using namespace drawbridge;
using test::kShop;

/// Dialogs, menus and questions as a person sees them: nothing is cut, covered or too pale.
class LookDialogsTest : public test::LookFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare("look-dialogs"); }
    void init() { start(); }
    void cleanup() { m_window.reset(); }
    void cleanupTestCase() { tellCounts(); }

    void everyDialog_data();
    void everyDialog();
    void connectDialog_data() { themes(); }
    void connectDialog();
    void templateDialogs_data() { themes(); }
    void templateDialogs();
    void defaultAnswerIsWhole_data() { everyDialog_data(); }
    void defaultAnswerIsWhole();
    void menus_data() { themes(); }
    void menus();
    void contextMenus_data() { themes(); }
    void contextMenus();
};

void LookDialogsTest::everyDialog_data()
{
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QString>("language");
    for (const char *language : {"en", "de"})
        for (const char *theme : {"light", "dark"})
            QTest::addRow("%s_%s", language, theme)
                << QString::fromLatin1(theme) << QString::fromLatin1(language);
}

void LookDialogsTest::everyDialog()
{
    QFETCH(QString, theme);
    QFETCH(QString, language);
    Language::install(language);
    open(theme);
    test::EveryDialog dialogs(*m_window, [&](QWidget *dialog, const QString &name) {
        QTest::qWait(150); // until it has planned
        look(dialog, QStringLiteral("dialog_%1_%2_%3").arg(name, language, theme));
    });
    dialogs.open();
    m_faults += dialogs.faults();
    QVERIFY(dialogs.count() > 20);
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

/// From what a policy selects, two deployments here: the other is named too.
void LookDialogsTest::connectDialog()
{
    QFETCH(QString, theme);
    open(theme, kShop);
    const auto dialogOf = [this](const std::string &source, const std::string &target) {
        return std::make_unique<ConnectDialog>(
            m_window->document(), endOf(m_window->document().graph(), node(source)),
            endOf(m_window->document().graph(), node(target)), m_window.get());
    };
    const auto lookAt = [&](ConnectDialog &dialog, const QString &ports, const QString &name) {
        dialog.portsEdit()->setText(ports);
        dialog.setVisible(true);
        QTest::qWait(250);
        look(&dialog, QStringLiteral("connect_%1_%2").arg(name, theme));
    };
    lookAt(*dialogOf("gateway", "database"), QStringLiteral("5432"), QStringLiteral("also"));
    lookAt(*dialogOf("api", "gateway"), QStringLiteral("8443"), QStringLiteral("plain"));
    lookAt(*dialogOf("api", "gateway"), QStringLiteral("80-70"), QStringLiteral("refused"));
    lookAt(*dialogOf("api", "gateway"), {}, QStringLiteral("ports"));
    lookAt(*dialogOf("prometheus", "api"), QStringLiteral("8080"), QStringLiteral("metrics"));
    ConnectDialog outside(m_window->document(), edit::End{edit::End::Kind::Internet, {}, {}},
                          endOf(m_window->document().graph(), node("database")), m_window.get());
    lookAt(outside, QStringLiteral("5432"), QStringLiteral("outside"));
    const auto dialog = dialogOf("api", "gateway");
    dialog->setVisible(true);
    lookAtPopup(QStringLiteral("connect_choices_%1").arg(theme),
                [&] { dialog->findChild<QComboBox *>()->showPopup(); });
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

void LookDialogsTest::templateDialogs()
{
    QFETCH(QString, theme);
    open(theme, kShop);
    for (const edit::Template kind : {edit::Template::Traefik, edit::Template::Dns,
                                      edit::Template::Prometheus, edit::Template::ThreeTier}) {
        edit::TemplateWish wish;
        wish.kind = kind;
        wish.nameSpace = "shop";
        wish.service = node("database");
        TemplateDialog dialog(m_window->document(), wish, m_window.get());
        dialog.setVisible(true);
        QTest::qWait(50);
        look(&dialog, QStringLiteral("template_%1_%2").arg(int(kind)).arg(theme));
    }
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

namespace {

/// From the leftmost to the rightmost column that shows something, inside the frame.
int inkWidth(QWidget &widget)
{
    const QImage image = widget.grab().toImage();
    const int frame = qCeil(6 * image.devicePixelRatio());
    const QRect inside = image.rect().adjusted(frame, frame, -frame, -frame);
    const QRgb ground = image.pixel(inside.topLeft());
    int first = image.width();
    int last = -1;
    for (int x = inside.left(); x <= inside.right(); ++x)
        for (int y = inside.top(); y <= inside.bottom(); ++y)
            if (image.pixel(x, y) != ground) {
                first = std::min(first, x);
                last = x;
            }
    return last - first + 1;
}

} // namespace

/// What Return would choose is drawn bolder than its width was measured.
void LookDialogsTest::defaultAnswerIsWhole()
{
    QFETCH(QString, theme);
    QFETCH(QString, language);
    Language::install(language);
    open(theme, kShop);
    AddServiceDialog dialog(m_window->document(), QStringLiteral("shop"), m_window.get());
    dialog.setVisible(true);
    QTest::keyClicks(dialog.nameEdit(), QStringLiteral("cache"));
    int shown = 0;
    int needed = 0;
    QTimer::singleShot(100, this, [&] {
        auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (!question)
            return;
        QPushButton *answer = question->defaultButton();
        shown = inkWidth(*answer);
        answer->setFixedWidth(answer->width() + 60);
        QCoreApplication::processEvents();
        needed = inkWidth(*answer);
        question->close();
    });
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(needed > 40);
    // At other fractions of a pixel its edges may be paler.
    QVERIFY2(shown >= needed - 1,
             qPrintable(QStringLiteral("%1 of %2 columns").arg(shown).arg(needed)));
}

void LookDialogsTest::menus()
{
    QFETCH(QString, theme);
    open(theme);
    m_window->canvas()->reveal(arrow("frontend", "api"));
    const auto menuName = [&](const QMenu *menu) {
        return QStringLiteral("menu_%1_%2").arg(menu->title().remove(QLatin1Char('&')), theme);
    };
    for (QMenu *menu : m_window->findChildren<QMenu *>()) {
        if (menu->title().isEmpty())
            continue;
        lookAtPopup(menuName(menu), [&] {
            menu->popup(m_window->mapToGlobal(QPoint(40, 40)));
            menu->setActiveAction(menu->actions().constFirst());
        });
    }
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

void LookDialogsTest::contextMenus()
{
    QFETCH(QString, theme);
    open(theme);
    const graph::Graph &graph = m_window->document().graph();
    const std::pair<QString, graph::Key> keys[] = {
        {QStringLiteral("node"), node("api")},
        {QStringLiteral("arrow"), arrow("api", "database")},
        {QStringLiteral("frame"), graph.frames.front().key},
        {QStringLiteral("nothing"), {}}};
    for (const auto &[name, key] : keys)
        lookAtPopup(QStringLiteral("context_%1_%2").arg(name, theme), [this, key = key] {
            emit m_window->canvas()->contextMenuRequested(key, QPoint(200, 200));
        });
    QToolTip::showText(QPoint(300, 300), nodeTip(*graph.node(node("api"))));
    for (QWidget *widget : QApplication::topLevelWidgets())
        if (widget->inherits("QTipLabel") && widget->isVisible())
            look(widget, QStringLiteral("tip_%1").arg(theme));
    QToolTip::hideText();
    QVERIFY2(m_faults.isEmpty(), qPrintable(faults()));
}

int main(int argc, char *argv[])
{
    return test::lookMain<LookDialogsTest>(argc, argv);
}

#include "tst_look_dialogs.moc"
