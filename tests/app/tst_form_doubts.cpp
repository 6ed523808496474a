#include "panels/explain_panel.h"
#include "panels/inspector_panel.h"
#include "panels/problems_page.h"
#include "panels/problems_panel.h"
#include "shop_text.h"
#include "window/add_service_dialog.h"
#include "window/connect_dialog.h"
#include "window/difference_dialog.h"
#include "window/difference_view.h"
#include "window/file_patterns.h"
#include "window/named_ends.h"
#include "window/ports_field.h"
#include "window_user.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

using namespace drawbridge;

/// Where somebody who is new to forms would stop and doubt.
class FormDoubtsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowUser::prepare(); }
    void init() { m_user = std::make_unique<WindowUser>(); }
    void cleanup() { m_user.reset(); }

    void serviceIsAddedWithItsPorts();
    void refusedServiceStaysInTheForm();
    void connectFormBeginsInOneField();
    void portsFieldOffersWhatItTakes();
    void keepEditingGivesTheFieldBack_data();
    void keepEditingGivesTheFieldBack();
    void drawingSaysHowItEnds();
    void shortPreviewIsWhole();
    void problemCanBeReadByKeyboard();
    void fixesNameEndsAsFieldsDo();
    void deniedNamespaceNeedsNoDenial();
    void namespaceWithoutNameTakesNothing();
    void namespaceWithoutNameOffersNothing();
    void returnSaysWhatIsMissing();
    void isolationIsOfferedWhereItCanBe();
    void explanationSaysWhoIsOutside();
    void diskIsCompared();
    void openDialogHidesSideFiles_data();
    void openDialogHidesSideFiles();

private:
    void trigger(const QString &text);

    std::unique_ptr<WindowUser> m_user;
};

namespace {

/// What is written in a form, apart from its fields.
QString said(const QWidget *form)
{
    QStringList texts;
    for (const QLabel *label : form->findChildren<QLabel *>())
        if (label->isVisible())
            texts += label->text();
    return texts.join(QLatin1Char('\n'));
}

} // namespace

void FormDoubtsTest::trigger(const QString &text)
{
    for (QAction *action : m_user->window().findChildren<QAction *>())
        if (action->text() == text) {
            action->trigger();
            return;
        }
    QFAIL(qPrintable(text));
}

void FormDoubtsTest::serviceIsAddedWithItsPorts()
{
    const std::string before = m_user->bytes();
    const SideState side = m_user->document().side();
    m_user->answer<AddServiceDialog>([](AddServiceDialog *dialog) {
        QVERIFY(dialog->nameEdit()->hasFocus());
        QTest::keyClicks(dialog->nameEdit(), "cache");
        QTest::keyClick(dialog->nameEdit(), Qt::Key_Tab);
        QVERIFY(dialog->portsEdit()->hasFocus());
        QTest::keyClicks(dialog->portsEdit(), "redis 6379, UDP/53");
        QTest::keyClick(dialog->portsEdit(), Qt::Key_Return);
    });
    m_user->press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(!m_user->key("cache").empty());
    QCOMPARE(m_user->undoCount(), 1);
    QCOMPARE(m_user->document().side().ports.at(m_user->key("cache")),
             (std::vector<std::string>{"redis 6379", "53/UDP"}));
    QVERIFY(m_user->bytes().find("6379") == std::string::npos);
    m_user->document().undoStack()->undo();
    QCOMPARE(m_user->bytes(), before);
    QCOMPARE(m_user->document().side(), side);
}

void FormDoubtsTest::refusedServiceStaysInTheForm()
{
    const std::string before = m_user->bytes();
    m_user->answer<AddServiceDialog>([](AddServiceDialog *dialog) {
        QTest::keyClicks(dialog->nameEdit(), "My Cache");
        QTest::keyClicks(dialog->portsEdit(), "http");
        QTest::keyClick(dialog->portsEdit(), Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        QVERIFY2(said(dialog).contains("http has no number"), qPrintable(said(dialog)));
        retype(dialog->portsEdit(), "http 8080");
        QTest::keyClick(dialog->portsEdit(), Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        QCOMPARE(dialog->nameEdit()->text(), QStringLiteral("My Cache"));
        QCOMPARE(dialog->portsEdit()->text(), QStringLiteral("http 8080"));
        QVERIFY2(said(dialog).contains("My Cache"), qPrintable(said(dialog)));
        retype(dialog->nameEdit(), "api"); // there is one
        QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        QVERIFY2(said(dialog).contains("api"), qPrintable(said(dialog)));
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    m_user->press(Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(m_user->bytes(), before);
    QCOMPARE(m_user->undoCount(), 0);
}

/// Whether an arrow, a service or nothing is selected.
void FormDoubtsTest::connectFormBeginsInOneField()
{
    const std::set<graph::Key> selections[] = {
        {}, {m_user->key("api")}, {m_user->arrow("api", "database")}};
    int seen = 0;
    for (const std::set<graph::Key> &selection : selections) {
        m_user->canvas()->setSelection(selection);
        m_user->answer<ConnectDialog>([&](ConnectDialog *dialog) {
            ++seen;
            QVERIFY(dialog->sourceBox()->hasFocus());
            QTest::keyClick(dialog, Qt::Key_Escape);
        });
        m_user->press(Qt::Key_T, Qt::ControlModifier);
        QTRY_COMPARE(seen, int(&selection - selections) + 1);
    }
    // Who drew one has said both ends.
    m_user->answer<ConnectDialog>([&](ConnectDialog *dialog) {
        ++seen;
        QVERIFY(dialog->portsEdit()->hasFocus());
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    emit m_user->canvas()->connectRequested(m_user->key("api"), m_user->key("gateway"), {});
    QTRY_COMPARE(seen, 4);
}

void FormDoubtsTest::portsFieldOffersWhatItTakes()
{
    int seen = 0;
    m_user->answer<ConnectDialog>([&](ConnectDialog *dialog) {
        ++seen;
        QVERIFY(!dialog->portsEdit()->placeholderText().contains("http"));
        retype(dialog->portsEdit(), "http");
        QTRY_VERIFY2(said(dialog).contains("none of the ports there has a name"),
                     qPrintable(said(dialog)));
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    emit m_user->canvas()->connectRequested(m_user->key("api"), m_user->key("gateway"), {});
    QTRY_COMPARE(seen, 1);
    Change change;
    change.side = m_user->document().side();
    change.side->ports[m_user->key("gateway")] = {"web 8443"};
    m_user->document().push(std::move(change));
    m_user->answer<ConnectDialog>([&](ConnectDialog *dialog) {
        ++seen;
        QVERIFY(dialog->portsEdit()->placeholderText().contains("web"));
        retype(dialog->portsEdit(), "http");
        QTRY_VERIFY2(said(dialog).contains("the names there are: web"), qPrintable(said(dialog)));
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    emit m_user->canvas()->connectRequested(m_user->key("api"), m_user->key("gateway"), {});
    QTRY_COMPARE(seen, 2);
}

void FormDoubtsTest::keepEditingGivesTheFieldBack_data()
{
    QTest::addColumn<bool>("byMouse");
    QTest::newRow("Escape") << false;
    QTest::newRow("Cancel by mouse") << true;
}

void FormDoubtsTest::keepEditingGivesTheFieldBack()
{
    QFETCH(bool, byMouse);
    m_user->discardWhatIsAsked(false);
    int asked = 0;
    m_user->answer<AddServiceDialog>([&](AddServiceDialog *dialog) {
        QTest::keyClicks(dialog->nameEdit(), "cache");
        dialog->portsEdit()->setFocus();
        QTest::keyClicks(dialog->portsEdit(), "63");
        m_user->answer<QMessageBox>([&](QMessageBox *box) {
            ++asked;
            pressLetter(box, Qt::Key_K);
        });
        if (byMouse)
            QTest::mouseClick(
                dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel),
                Qt::LeftButton);
        else
            QTest::keyClick(dialog->portsEdit(), Qt::Key_Escape);
        QTRY_COMPARE(asked, 1);
        QVERIFY(dialog->isVisible());
        QTRY_VERIFY(dialog->portsEdit()->hasFocus());
        m_user->discardWhatIsAsked(true);
        QTest::keyClick(dialog->portsEdit(), Qt::Key_Escape);
    });
    m_user->press(Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(asked, 1);
    QCOMPARE(m_user->undoCount(), 0);
}

/// The form and the mode are told apart by name.
void FormDoubtsTest::drawingSaysHowItEnds()
{
    const auto saysHow = [this] {
        for (const QLabel *label : m_user->window().findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains("Esc ends drawing"))
                return true;
        return false;
    };
    QToolButton *mode = nullptr;
    for (QToolButton *button :
         m_user->window().findChild<QToolBar *>("tools")->findChildren<QToolButton *>())
        if (button->text() == "Draw")
            mode = button;
    QVERIFY(mode && mode->isVisible());
    QVERIFY(!saysHow());
    m_user->window().inspector()->setFocus();
    QTest::mouseClick(mode, Qt::LeftButton);
    QVERIFY(m_user->canvas()->isConnectMode());
    QVERIFY(saysHow());
    QVERIFY(m_user->canvas()->hasFocus());
    QTest::keyClick(m_user->window().focusWidget(), Qt::Key_Escape);
    QVERIFY(!m_user->canvas()->isConnectMode());
    QVERIFY(!mode->isChecked());
    QVERIFY(!saysHow());
}

void FormDoubtsTest::shortPreviewIsWhole()
{
    m_user->answer<ConnectDialog>([](ConnectDialog *dialog) {
        retype(dialog->portsEdit(), "9090");
        for (QCheckBox *box : dialog->findChildren<QCheckBox *>())
            if (box->text().startsWith("Show the text"))
                QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        auto *text = dialog->findChild<DifferenceView *>();
        QVERIFY(text && text->isVisible());
        QTRY_VERIFY(text->blockCount() > 8);
        QTRY_VERIFY(!text->verticalScrollBar()->isVisible());
        QCOMPARE(text->verticalScrollBar()->maximum(), 0);
        QVERIFY(text->visibleRegion().boundingRect().height() == text->height());
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    emit m_user->canvas()->connectRequested(m_user->key("api"), m_user->key("gateway"), {});
}

void FormDoubtsTest::problemCanBeReadByKeyboard()
{
    m_user->document().startUntitled(test::kShop);
    ProblemsPanel *list = m_user->window().problems();
    QTRY_VERIFY(list->count() > 2);
    const auto *page = qobject_cast<ProblemsPage *>(list->parentWidget());
    QVERIFY(page && !page->whole()->isVisible());
    m_user->window().resize(900, 700);
    m_user->press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(list->hasFocus());
    bool wasCut = false;
    for (int row = 0; row < list->count(); ++row) {
        QTest::keyClick(list, row == 0 ? Qt::Key_Home : Qt::Key_Down);
        QCOMPARE(list->currentIndex().row(), row);
        const QString sentence =
            list->currentIndex().siblingAtColumn(ProblemsModel::Sentence).data().toString();
        wasCut |= page->whole()->isVisible();
        if (!wasCut)
            continue;
        QCOMPARE(page->whole()->text(), sentence);
        const int width = page->whole()->width();
        QTRY_VERIFY2(page->whole()->height() >= page->whole()->heightForWidth(width),
                     qPrintable(sentence));
        QTRY_VERIFY(list->viewport()->rect().contains(list->visualRect(list->currentIndex())));
    }
    QVERIFY(wasCut);
}

void FormDoubtsTest::fixesNameEndsAsFieldsDo()
{
    m_user->document().startUntitled(test::kShop);
    ProblemsPanel *list = m_user->window().problems();
    QTRY_VERIFY(list->count() > 0);
    bool isSeen = false;
    for (std::size_t row = 0; row < list->problems().size(); ++row)
        if (list->problems()[row].code == Code::LintHalfOpen) {
            const QString fixes =
                list->model()->index(int(row), ProblemsModel::Fix).data(Qt::ToolTipRole).toString();
            isSeen |= fixes.contains("(shop)");
            QVERIFY2(!fixes.contains('['), qPrintable(fixes));
        }
    QVERIFY(isSeen);
}

void FormDoubtsTest::deniedNamespaceNeedsNoDenial()
{
    const QString text = QStringLiteral("Deny &Ingress by Default");
    const auto actions = m_user->window().findChildren<QAction *>();
    const auto deny = std::find_if(actions.begin(), actions.end(),
                                   [&](const QAction *action) { return action->text() == text; });
    QVERIFY(deny != actions.end());
    m_user->canvas()->setSelection({m_user->key("api")});
    QVERIFY(!(*deny)->isEnabled());
    QVERIFY2((*deny)->statusTip().contains("shop is denied by default already"),
             qPrintable((*deny)->statusTip()));
    m_user->document().startUntitled(
        "kind: Pod\napiVersion: v1\nmetadata: {name: a, namespace: one}\n");
    QTRY_VERIFY((*deny)->isEnabled());
}

/// What is known by its labels alone has no name that a policy or a service could bear.
void FormDoubtsTest::namespaceWithoutNameTakesNothing()
{
    const auto actions = m_user->window().findChildren<QAction *>();
    const auto deny = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
        return action->text() == QStringLiteral("Deny &Ingress by Default");
    });
    QVERIFY(deny != actions.end());
    m_user->document().startUntitled(
        "kind: NetworkPolicy\napiVersion: networking.k8s.io/v1\n"
        "metadata: {name: api, namespace: shop}\nspec:\n  podSelector: {matchLabels: {app: api}}\n"
        "  ingress:\n    - from:\n        - namespaceSelector: {matchLabels: {team: x}}\n"
        "          podSelector: {matchLabels: {app: web}}\n");
    const auto &frames = m_user->document().graph().frames;
    const auto open = std::find_if(frames.begin(), frames.end(),
                                   [](const graph::Frame &frame) { return frame.isOpenEnded; });
    QVERIFY(open != frames.end());
    m_user->canvas()->setSelection({open->key});
    QTRY_VERIFY(!(*deny)->isEnabled());
    QCOMPARE((*deny)->statusTip(),
             QStringLiteral("{team=x} is known by its labels alone, and a policy needs the name."));
    m_user->answer<AddServiceDialog>([](AddServiceDialog *dialog) {
        QTest::keyClicks(dialog->nameEdit(), "cache");
        QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
    });
    trigger("&Add Service…");
    const graph::Node *cache = m_user->document().graph().node(m_user->key("cache"));
    QVERIFY(cache);
    QCOMPARE(cache->frame, graph::frameKey("shop"));
}

/// Neither its details nor its menu offer what would have to go elsewhere, or nowhere.
void FormDoubtsTest::namespaceWithoutNameOffersNothing()
{
    m_user->document().startUntitled(
        "kind: NetworkPolicy\napiVersion: networking.k8s.io/v1\n"
        "metadata: {name: api, namespace: shop}\nspec:\n  podSelector: {matchLabels: {app: api}}\n"
        "  ingress:\n    - from:\n        - namespaceSelector: {matchLabels: {team: x}}\n"
        "          podSelector: {matchLabels: {app: web}}\n");
    m_user->canvas()->fit();
    const QStringList additions{QStringLiteral("Add Service…"),
                                QStringLiteral("Deny Ingress by Default"),
                                QStringLiteral("Deny Egress by Default…"),
                                QStringLiteral("New Policy…"), QStringLiteral("Paste")};
    const auto &frames = m_user->document().graph().frames;
    QCOMPARE(frames.size(), std::size_t(2));
    for (const graph::Frame &frame : frames) {
        const QString title = QString::fromStdString(frame.title);
        m_user->canvas()->setSelection({frame.key});
        QStringList offered;
        for (const QPushButton *button :
             m_user->window().inspector()->findChildren<QPushButton *>())
            if (button->isVisible() && additions.contains(button->text()))
                offered += button->text();
        QCOMPARE(offered.size(), frame.isOpenEnded ? 0 : 3);
        QStringList words;
        for (const QLabel *label : m_user->window().inspector()->findChildren<QLabel *>())
            words += label->text();
        QCOMPARE(words.join(' ').contains("is known by its labels alone"), frame.isOpenEnded);

        offered.clear();
        bool isMenu = false;
        QTimer::singleShot(0, this, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            isMenu = menu != nullptr;
            if (!menu)
                return;
            for (const QAction *action : menu->actions())
                if (additions.contains(action->text()))
                    offered += action->text();
            QTest::keyClick(menu, Qt::Key_Escape);
        });
        const QPoint at = m_user->canvas()->rectOf(frame.key).topLeft() + QPoint(12, 8);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, m_user->canvas()->mapToGlobal(at));
        QApplication::sendEvent(m_user->canvas(), &event);
        QVERIFY(isMenu);
        QVERIFY2(offered.size() == (frame.isOpenEnded ? 0 : 5), qPrintable(title));
    }
}

/// A form that has just opened blames nobody, until Return asks.
void FormDoubtsTest::returnSaysWhatIsMissing()
{
    AddServiceDialog dialog(m_user->document(), QStringLiteral("shop"), &m_user->window());
    dialog.setVisible(true);
    const auto problem = [&] {
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            if (label->isVisible() && label->property("role") == QStringLiteral("error"))
                return label->text();
        return QString();
    };
    QTest::qWait(50);
    QCOMPARE(problem(), QString());
    QTest::keyClick(dialog.nameEdit(), Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QVERIFY(!problem().isEmpty());
    QTest::keyClicks(dialog.nameEdit(), "cache");
    QTRY_COMPARE(problem(), QString());
}

void FormDoubtsTest::isolationIsOfferedWhereItCanBe()
{
    m_user->document().startUntitled(
        "kind: NetworkPolicy\napiVersion: networking.k8s.io/v1\n"
        "metadata: {name: api, namespace: shop}\nspec:\n  podSelector: {matchLabels: {app: api}}\n"
        "  ingress:\n    - from:\n        - namespaceSelector: {matchLabels: {team: x}}\n"
        "          podSelector: {matchLabels: {app: web}}\n"
        "        - podSelector: {matchLabels: {app: job}}\n");
    const graph::Graph &graph = m_user->document().graph();
    for (const char *name : {"web", "job"}) { // web's namespace has no name
        ConnectDialog dialog(m_user->document(), endOf(graph, m_user->key("api")),
                             endOf(graph, m_user->key(name)), &m_user->window());
        dialog.setVisible(true);
        QTest::keyClicks(dialog.portsEdit(), "80");
        const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
        QTRY_VERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains("already open to everyone");
        }));
        QCOMPARE(dialog.isolateBox()->isVisible(), QByteArray(name) == "job");
    }
}

void FormDoubtsTest::explanationSaysWhoIsOutside()
{
    m_user->canvas()->setSelection(
        {std::string(graph::kInternetKey) + '\n' + m_user->key("gateway")});
    trigger("E&xplain…");
    const QString answer = m_user->window().explanation()->answer()->toPlainText();
    QVERIFY2(answer.contains("every IPv4 address outside"), qPrintable(answer));
    QVERIFY2(answer.contains("gateway (shop)"), qPrintable(answer));
    QVERIFY2(!answer.contains("0.0.0.0 "), qPrintable(answer));
}

/// The question is asked again behind the comparison.
void FormDoubtsTest::diskIsCompared()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("shop.yaml"));
    Document &document = m_user->document();
    const FileId file = document.workspace().files().front();
    QVERIFY(!document.saveAs(file, path));
    const std::string before = m_user->bytes();
    QFile disk(path);
    QVERIFY(disk.open(QIODevice::Append));
    disk.write("# from elsewhere\n");
    disk.close();
    Change change;
    change.patches = {{file, {{{0, 0}, "# from here\n"}}}};
    change.label = QStringLiteral("Type");
    document.push(std::move(change));
    QString seen;
    int asked = 0;
    m_user->answer<QMessageBox>([&](QMessageBox *box) {
        ++asked;
        m_user->answer<DifferenceDialog>([&](DifferenceDialog *dialog) {
            seen = dialog->view()->toPlainText();
            m_user->answer<QMessageBox>([&](QMessageBox *again) {
                ++asked;
                QTest::keyClick(again, Qt::Key_Escape);
            });
            QTest::keyClick(dialog, Qt::Key_Escape);
        });
        for (QAbstractButton *button : box->buttons())
            if (button->text() == QStringLiteral("Compare…"))
                QTest::mouseClick(button, Qt::LeftButton);
    });
    m_user->press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(asked, 2);
    QVERIFY2(seen.contains("\n-# from elsewhere"), qPrintable(seen));
    QVERIFY2(seen.contains("\n+# from here"), qPrintable(seen));
    QCOMPARE(m_user->bytes(), "# from here\n" + before);
    QVERIFY(disk.open(QIODevice::ReadOnly));
    QCOMPARE(disk.readAll().toStdString(), before + "# from elsewhere\n");
    document.undoStack()->undo();
}

void FormDoubtsTest::openDialogHidesSideFiles_data()
{
    QTest::addColumn<bool>("isShown");
    for (const char *name : {"a.yaml", "a.yml", "a.json", "e.json", "edge.json", "drawbridge.json",
                             "a-drawbridge.json", "drawbridge.yaml", "a.drawbridge.yaml"})
        QTest::newRow(name) << true;
    for (const char *name :
         {"a.yaml.drawbridge.json", ".drawbridge.json", "a.drawbridge.json", "a.txt", "json"})
        QTest::newRow(name) << false;
}

void FormDoubtsTest::openDialogHidesSideFiles()
{
    QFETCH(bool, isShown);
    QCOMPARE(QDir::match(manifestPatterns(), QString::fromLatin1(QTest::currentDataTag())),
             isShown);
}

QTEST_MAIN(FormDoubtsTest)
#include "tst_form_doubts.moc"
