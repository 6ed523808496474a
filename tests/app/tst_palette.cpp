#include "panels/palette_panel.h"
#include "report/list.h"
#include "window/add_service_dialog.h"
#include "window/ports_field.h"
#include "window/template_dialog.h"
#include "window_user.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QRadioButton>

using namespace drawbridge;
using edit::Template;

/// The palette by real mouse and keys: what counts are the bytes, the places and the undo count.
class PaletteTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void serviceIsPlacedWhereItIsDropped();
    void serviceByKeyboard();
    void cancelledDragChangesNothing();
    void dropBesideTheCanvasChangesNothing();
    void cancelledDialogChangesNothing();
    void gatewayOnAService();
    void gatewayOnBareCanvas();
    void threeTierOnAFrame();
    void threeTierByMenu();
    void dnsSaysThatItRestricts();
    void prometheusAsksForTheDirection();
    void prometheusGuessesNoService();
    void previewIsWhatIsWritten();
    void everyEntryOpensItsDialog();

private:
    PalettePanel *palette() { return m_window->palettePanel(); }
    graph::Rect rectOf(const std::string &title);
    QPoint bareCanvas();
    bool may(const std::string &from, const std::string &to, const std::string &ports);
    void dragEntry(const PaletteEntry &entry, QPoint onCanvas);
};

graph::Rect PaletteTest::rectOf(const std::string &title)
{
    const graph::NodeShape *node = document().picture().node(key(title));
    return node ? node->rect : graph::Rect{};
}

/// A point where nothing is drawn.
QPoint PaletteTest::bareCanvas()
{
    for (int y = canvas()->height() - 12; y > 0; y -= 8) {
        const QPoint at(60, y);
        const graph::Point point = canvas()->view().toScene(at);
        if (canvas()->scene().frameAt(point).empty() &&
            canvas()->scene().hit(point, 6).kind == canvas::Kind::None)
            return at;
    }
    return {};
}

bool PaletteTest::may(const std::string &from, const std::string &to, const std::string &ports)
{
    const QString line = QString::fromStdString("shop/" + from + "[Pods] => shop/" + to +
                                                "[Pods] : " + ports + '\n');
    return QString::fromStdString(
               report::listText(report::list(document().workspace(), document().evaluator())))
        .contains(line);
}

void PaletteTest::dragEntry(const PaletteEntry &entry, QPoint onCanvas)
{
    QWidget *list = palette()->viewport();
    const QPoint from = palette()->visualRect(palette()->indexOf(entry)).center();
    const QPoint to = list->mapFromGlobal(canvas()->mapToGlobal(onCanvas));
    QTest::mousePress(list, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 8; ++i)
        QTest::mouseMove(list, from + (to - from) * i / 8, 2);
    QTest::mouseRelease(list, Qt::LeftButton, {}, to);
}

void PaletteTest::serviceIsPlacedWhereItIsDropped()
{
    const std::string before = bytes();
    const SideState side = document().side();
    const QPoint at = canvas()->rectOf(key("api")).center() + QPoint(0, 110);
    const graph::Point point = canvas()->view().toScene(at);
    answer<AddServiceDialog>([](AddServiceDialog *dialog) {
        QTest::keyClicks(dialog->nameEdit(), "worker");
        QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
    });
    dragEntry({}, at);
    QCOMPARE(m_answered, 1);
    QCOMPARE(undoCount(), 1);
    QVERIFY(bytes().starts_with(before));
    QVERIFY(bytes().find("      app: worker\n") != std::string::npos);
    const graph::Point middle = rectOf("worker").center();
    QVERIFY(std::abs(middle.x - point.x) <= 8 && std::abs(middle.y - point.y) <= 8);
    document().undoStack()->undo();
    QCOMPARE(bytes(), before);
    QCOMPARE(document().side(), side);
}

void PaletteTest::serviceByKeyboard()
{
    answer<AddServiceDialog>([](AddServiceDialog *dialog) {
        QTest::keyClicks(dialog->nameEdit(), "worker");
        QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
    });
    QTest::keyClick(m_window.get(), Qt::Key_6, Qt::ControlModifier);
    QTRY_VERIFY(palette()->hasFocus());
    QTest::keyClick(palette(), Qt::Key_Home);
    QTest::keyClick(palette(), Qt::Key_Return);
    QCOMPARE(m_answered, 1);
    QVERIFY(!key("worker").empty());
    QCOMPARE(undoCount(), 1);
}

void PaletteTest::cancelledDragChangesNothing()
{
    const std::string before = bytes();
    QWidget *list = palette()->viewport();
    const QPoint from = palette()->visualRect(palette()->indexOf({})).center();
    const QPoint to =
        list->mapFromGlobal(canvas()->mapToGlobal(canvas()->rectOf(key("api")).center()));
    QTest::mousePress(list, Qt::LeftButton, {}, from);
    QTest::mouseMove(list, to, 2);
    QVERIFY(palette()->isDragging());
    QVERIFY(canvas()->hasGesture());
    QTest::keyClick(palette(), Qt::Key_Escape);
    QVERIFY(!palette()->isDragging());
    QVERIFY(!canvas()->hasGesture());
    QTest::mouseRelease(list, Qt::LeftButton, {}, to);
    QCOMPARE(undoCount(), 0);
    QCOMPARE(bytes(), before);
}

void PaletteTest::dropBesideTheCanvasChangesNothing()
{
    dragEntry({}, QPoint(-20, 40));
    QVERIFY(!canvas()->hasGesture());
    QCOMPARE(undoCount(), 0);
}

void PaletteTest::cancelledDialogChangesNothing()
{
    const std::string before = bytes();
    answer<TemplateDialog>([](TemplateDialog *dialog) { QTest::keyClick(dialog, Qt::Key_Escape); });
    dragEntry(Template::Traefik, canvas()->rectOf(key("api")).center());
    QCOMPARE(m_answered, 1);
    QCOMPARE(undoCount(), 0);
    QCOMPARE(bytes(), before);
}

void PaletteTest::gatewayOnAService()
{
    const std::string before = bytes();
    answer<TemplateDialog>([this](TemplateDialog *dialog) {
        QCOMPARE(dialog->serviceBox()->currentData().toString().toStdString(), key("api"));
        QCOMPARE(dialog->portsField()->edit()->text(), QStringLiteral("8080"));
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    dragEntry(Template::Traefik, canvas()->rectOf(key("api")).center());
    QCOMPARE(m_answered, 1);
    QCOMPARE(undoCount(), 1);
    QVERIFY(bytes().find("name: allow-traefik-to-api\n") != std::string::npos);
    const graph::Node *gateway = document().graph().node(key("traefik"));
    QVERIFY(gateway && gateway->frame == "frame:traefik");
    QCOMPARE(gateway->ports, (std::vector<std::string>{"8000", "8443"}));
    QVERIFY(document().graph().arrow(gateway->key + '\n' + key("api")));
    QVERIFY(document().graph().arrow("outside:internet\n" + gateway->key));
    document().undoStack()->undo();
    QCOMPARE(bytes(), before);
    QVERIFY(document().side().ports.count("traefik/{app.kubernetes.io/name=traefik}") == 0);
}

void PaletteTest::gatewayOnBareCanvas()
{
    const QPoint at = bareCanvas();
    QVERIFY(!at.isNull());
    const graph::Point point = canvas()->view().toScene(at);
    answer<TemplateDialog>([](TemplateDialog *dialog) {
        QCOMPARE(dialog->serviceBox()->currentIndex(), 0);
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    dragEntry(Template::IngressNginx, at);
    QCOMPARE(m_answered, 1);
    QCOMPARE(undoCount(), 1);
    QCOMPARE(bytes().find("allow-ingress-nginx-to"), std::string::npos);
    const graph::Point middle = rectOf("ingress-nginx").center();
    QVERIFY(std::abs(middle.x - point.x) <= 8 && std::abs(middle.y - point.y) <= 8);
}

void PaletteTest::threeTierOnAFrame()
{
    m_window->startNew();
    canvas()->fit();
    const QPoint at = canvas()->rectOf("frame:shop").center();
    const graph::Point point = canvas()->view().toScene(at);
    answer<TemplateDialog>([](TemplateDialog *dialog) {
        QCOMPARE(dialog->preview()->toPlainText().count(QStringLiteral("kind: NetworkPolicy")), 4);
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    dragEntry(Template::ThreeTier, at);
    QCOMPARE(m_answered, 1);
    QCOMPARE(undoCount(), 1);
    QVERIFY(may("gateway", "frontend", "TCP 3000"));
    QVERIFY(may("frontend", "api", "TCP 8080"));
    QVERIFY(may("api", "db", "TCP 5432"));
    const graph::Point first = rectOf("gateway").center();
    QVERIFY(std::abs(first.x - point.x) <= 8 && std::abs(first.y - point.y) <= 8);
    QVERIFY(rectOf("gateway").right() < rectOf("frontend").x); // as a chain is laid out
    QVERIFY(rectOf("gateway").bottom() <= rectOf("api").y);
    QVERIFY(rectOf("api").right() < rectOf("db").x);
    QVERIFY(rectOf("frontend").bottom() <= rectOf("db").y);
    QCOMPARE(document().graph().node(key("db"))->ports, std::vector<std::string>{"5432"});
}

void PaletteTest::threeTierByMenu()
{
    m_window->startNew();
    QAction *action = nullptr;
    for (QAction *candidate : m_window->findChildren<QAction *>())
        if (candidate->text() == QStringLiteral("Three-tier application…"))
            action = candidate;
    QVERIFY(action);
    answer<TemplateDialog>([](TemplateDialog *dialog) { QTest::keyClick(dialog, Qt::Key_Return); });
    action->trigger();
    QCOMPARE(m_answered, 1);
    QCOMPARE(undoCount(), 1);
    QVERIFY(may("api", "db", "TCP 5432"));
}

void PaletteTest::dnsSaysThatItRestricts()
{
    const std::string before = bytes();
    answer<TemplateDialog>([](TemplateDialog *dialog) {
        QStringList texts;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            if (label->isVisible())
                texts += label->text();
        const QString all = texts.join('\n');
        QVERIFY2(all.contains(QStringLiteral("Egress of shop is not denied")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("→")), qPrintable(all));
        QVERIFY(dialog->preview()->toPlainText().contains(QStringLiteral("k8s-app: kube-dns")));
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    dragEntry(Template::Dns, canvas()->rectOf(key("api")).center());
    QCOMPARE(m_answered, 1);
    QCOMPARE(undoCount(), 1);
    QVERIFY(bytes().find("name: allow-dns\n") != std::string::npos);
}

void PaletteTest::prometheusAsksForTheDirection()
{
    answer<TemplateDialog>([](TemplateDialog *dialog) {
        const auto choices = dialog->findChildren<QRadioButton *>();
        QCOMPARE(choices.size(), 2);
        QVERIFY(choices[0]->isChecked() && choices[0]->isVisible());
        choices[1]->setFocus();
        QTest::keyClick(choices[1], Qt::Key_Space);
        QVERIFY(choices[1]->isChecked());
        QTest::keyClick(dialog, Qt::Key_Return); // what else changes is shown first
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    dragEntry(Template::Prometheus, canvas()->rectOf(key("api")).center());
    QCOMPARE(m_answered, 1);
    QCOMPARE(undoCount(), 1);
    const graph::Key gateway = key("prometheus-pushgateway");
    QVERIFY(document().graph().arrow(key("api") + '\n' + gateway));
    QVERIFY(!document().graph().arrow(gateway + '\n' + key("api")));
    document().undoStack()->undo();
    answer<TemplateDialog>([](TemplateDialog *dialog) { QTest::keyClick(dialog, Qt::Key_Return); });
    dragEntry(Template::Prometheus, canvas()->rectOf(key("api")).center());
    QVERIFY(document().graph().arrow(key("prometheus") + '\n' + key("api")));
}

/// Dropped on nothing, it watches none of several until one is chosen.
void PaletteTest::prometheusGuessesNoService()
{
    bool isChosen = true;
    answer<TemplateDialog>([&](TemplateDialog *dialog) {
        for (const QComboBox *box : dialog->findChildren<QComboBox *>())
            if (!box->placeholderText().isEmpty())
                isChosen = box->currentIndex() >= 0 || !box->hasFocus();
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        dialog->reject();
    });
    dragEntry(Template::Prometheus, bareCanvas());
    QCOMPARE(m_answered, 1);
    QVERIFY(!isChosen);
    QCOMPARE(undoCount(), 0);
}

void PaletteTest::previewIsWhatIsWritten()
{
    const std::string before = bytes();
    QString shown;
    answer<TemplateDialog>([&](TemplateDialog *dialog) {
        shown = dialog->preview()->toPlainText();
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    dragEntry(Template::Kong, bareCanvas());
    QCOMPARE(m_answered, 1);
    QCOMPARE(QString::fromStdString(bytes()), QString::fromStdString(before) + shown);
}

void PaletteTest::everyEntryOpensItsDialog()
{
    for (Template kind : edit::kTemplates) {
        const int answered = m_answered;
        answer<TemplateDialog>(
            [](TemplateDialog *dialog) { QTest::keyClick(dialog, Qt::Key_Escape); });
        palette()->setCurrentIndex(palette()->indexOf(kind));
        QTest::keyClick(palette(), Qt::Key_Return);
        QCOMPARE(m_answered, answered + 1);
    }
    QCOMPARE(undoCount(), 0);
}

QTEST_MAIN(PaletteTest)
#include "tst_palette.moc"
