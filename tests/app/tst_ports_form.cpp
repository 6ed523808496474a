#include "messages/messages.h"
#include "panels/inspector_panel.h"
#include "window/ports_dialog.h"
#include "window/target_file_field.h"
#include "window/template_dialog.h"
#include "window_user.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace drawbridge;

/// Ports of containers and Services in a form, and the file that a template goes to, by mouse and
/// keys: the bytes and the undo count.
class PortsFormTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowUser::prepare(); }
    void init() { m_user = std::make_unique<WindowUser>(); }
    void cleanup() { m_user.reset(); }

    void changesBothInOneStep();
    void addsAndRemovesPorts();
    void wrongPortsAreAsked();
    void inspectorLeadsToIt();
    void saysWhatIsNoLongerAllowed();
    void templateGoesToAFile_data();
    void templateGoesToAFile();
    void templateNeedsAName();

private:
    void load();
    void open();
    QAction *action(const QString &text);

    std::unique_ptr<WindowUser> m_user;
};

namespace {

const char *const kShop = R"(apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: shop
spec:
  template:
    metadata:
      labels: {app: api}
    spec:
      initContainers:
        - name: wait
          ports: [{containerPort: 1}]
      containers:
        - name: api
          ports:
            - name: http # by name
              containerPort: 8080
        - name: proxy # beside it
---
apiVersion: v1
kind: Service
metadata:
  name: front
  namespace: shop
spec:
  selector: {app: api}
  ports:
    - port: 80 # public
      targetPort: http
)";

QString lines(const std::string &text, const char *a, const char *b)
{
    return QString::fromStdString(text).replace(QLatin1String(a), QLatin1String(b));
}

void write(const QString &path, const char *text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

void PortsFormTest::load()
{
    m_user->document().startUntitled(kShop);
    m_user->canvas()->fit();
    m_user->click("api");
}

QAction *PortsFormTest::action(const QString &text)
{
    for (QAction *action : m_user->window().findChildren<QAction *>())
        if (action->text() == text)
            return action;
    return nullptr;
}

void PortsFormTest::open()
{
    QVERIFY(action(QStringLiteral("&Ports of the Service…")));
    action(QStringLiteral("&Ports of the Service…"))->trigger();
}

void PortsFormTest::changesBothInOneStep()
{
    load();
    m_user->answer<PortsDialog>([](PortsDialog *dialog) {
        const auto &parts = dialog->parts();
        QCOMPARE(parts.size(), std::size_t(3)); // the init container is none of them
        QVERIFY(parts[0].title.contains("api") && parts[1].title.contains("proxy"));
        QVERIFY(parts[2].title.contains("front"));
        for (const auto &part : parts) {
            bool isShown = false;
            for (const QLabel *label : dialog->findChildren<QLabel *>())
                isShown |= label->isVisible() && label->text() == part.title;
            QVERIFY(isShown);
        }
        retype(parts[0].rows[0].port, "9090");
        retype(parts[0].rows[0].name, "web");
        retype(parts[2].rows[0].target, "web");
        QTest::keyClick(parts[2].rows[0].target, Qt::Key_Return);
    });
    open();
    QTRY_COMPARE(m_user->undoCount(), 1);
    QString wanted = lines(kShop, "name: http # by", "name: web # by");
    wanted.replace("containerPort: 8080", "containerPort: 9090");
    wanted.replace("targetPort: http", "targetPort: web");
    QCOMPARE(m_user->text(), wanted);
    m_user->document().undoStack()->undo();
    QCOMPARE(m_user->bytes(), std::string(kShop));
}

void PortsFormTest::addsAndRemovesPorts()
{
    load();
    m_user->answer<PortsDialog>([](PortsDialog *dialog) {
        const auto &parts = dialog->parts();
        parts[1].add->setFocus();
        QTest::keyClick(parts[1].add, Qt::Key_Space);
        QVERIFY(parts[1].rows[0].port->hasFocus());
        QTest::keyClicks(parts[1].rows[0].port, "53");
        parts[1].rows[0].protocol->setFocus();
        QTest::keyClick(parts[1].rows[0].protocol, Qt::Key_Down);
        QTest::mouseClick(parts[0].rows[0].remove, Qt::LeftButton);
        QTest::keyClick(parts[1].rows[0].port, Qt::Key_Return);
    });
    open();
    QTRY_COMPARE(m_user->undoCount(), 1);
    QString wanted = lines(kShop,
                           "          ports:\n            - name: http # by name\n"
                           "              containerPort: 8080\n",
                           "");
    wanted.replace("        - name: proxy # beside it\n",
                   "        - name: proxy # beside it\n          ports:\n"
                   "            - containerPort: 53\n              protocol: UDP\n");
    QCOMPARE(m_user->text(), wanted);
}

void PortsFormTest::wrongPortsAreAsked()
{
    load();
    int refusals = 0;
    m_user->answer<PortsDialog>([&](PortsDialog *dialog) {
        const auto &parts = dialog->parts();
        for (const char *text : {"0", "70000", "http"}) {
            retype(parts[0].rows[0].port, text);
            QTest::keyClick(parts[0].rows[0].port, Qt::Key_Return);
            refusals += dialog->isVisible();
            bool isTold = false;
            for (const QLabel *label : dialog->findChildren<QLabel *>())
                isTold |= label->isVisible() && label->text().contains("from 1 to 65535");
            QVERIFY(isTold);
        }
        retype(parts[0].rows[0].port, "8081");
        QTest::mouseClick(parts[2].add, Qt::LeftButton); // of two ports each needs a name
        QTest::keyClicks(parts[2].rows[1].port, "81");
        QTest::keyClick(parts[2].rows[1].port, Qt::Key_Return);
        refusals += dialog->isVisible();
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    open();
    QCOMPARE(refusals, 4);
    QCOMPARE(m_user->undoCount(), 0);
    QCOMPARE(m_user->bytes(), std::string(kShop));
}

void PortsFormTest::inspectorLeadsToIt()
{
    load();
    bool wasOpen = false;
    m_user->answer<PortsDialog>([&](PortsDialog *dialog) {
        wasOpen = true;
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    for (QPushButton *button : m_user->window().inspector()->findChildren<QPushButton *>())
        if (button->text() == QStringLiteral("Ports…"))
            QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(wasOpen);
}

/// In every form's list of what else would change.
void PortsFormTest::saysWhatIsNoLongerAllowed()
{
    const kube::ConnectionSet none;
    const kube::ConnectionSet all = kube::ConnectionSet::all();
    const auto port = kube::ConnectionSet::of(kube::Protocol::Tcp, 5432, 5432);
    const auto other = kube::ConnectionSet::of(kube::Protocol::Tcp, 80, 80);
    const auto wordsOf = [](edit::PairChange change) {
        edit::PairChanges changes;
        changes.pairs.push_back(std::move(change));
        return pairChanges(changes);
    };
    QCOMPARE(wordsOf({"a", "b", port, none}),
             QStringLiteral("a → b: TCP 5432 is no longer allowed"));
    QCOMPARE(wordsOf({"a", "b", all, none}),
             QStringLiteral("a → b: nothing is allowed any longer"));
    QCOMPARE(wordsOf({"a", "b", none, port}), QStringLiteral("a → b: TCP 5432 is newly allowed"));
    QCOMPARE(wordsOf({"a", "b", none, all}), QStringLiteral("a → b: everything is newly allowed"));
    QCOMPARE(wordsOf({"a", "b", port, other}),
             QStringLiteral("a → b: TCP 80 is allowed instead of TCP 5432"));
}

void PortsFormTest::templateGoesToAFile_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("file");
    QTest::newRow("default") << QString() << QStringLiteral("policies.yaml");
    QTest::newRow("open file") << QStringLiteral("z.yaml") << QStringLiteral("z.yaml");
    QTest::newRow("new file") << QStringLiteral("A new file") << QStringLiteral("dns.yaml");
}

void PortsFormTest::templateGoesToAFile()
{
    QFETCH(QString, choice);
    QFETCH(QString, file);
    const QTemporaryDir folder;
    write(folder.filePath("policies.yaml"),
          "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: api\n"
          "  namespace: shop\nspec:\n  podSelector: {}\n");
    write(folder.filePath("z.yaml"), "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\n");
    m_user->window().openPaths({folder.path()});
    m_user->canvas()->setSelection({"frame:shop"});
    m_user->answer<TemplateDialog>([&](TemplateDialog *dialog) {
        QComboBox *box = dialog->fileField()->choice();
        box->setFocus();
        for (int i = 0; i < box->count() && !choice.isEmpty() && box->currentText() != choice; ++i)
            QTest::keyClick(box, Qt::Key_Down);
        if (dialog->fileField()->newName()->isVisible())
            retype(dialog->fileField()->newName(), "dns.yaml");
        QTest::qWait(200); // so that it has planned
        QTest::keyClick(dialog, Qt::Key_Return);
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    for (QAction *candidate : m_user->window().findChildren<QAction *>())
        if (candidate->text().contains("DNS"))
            candidate->trigger();
    QTRY_COMPARE(m_user->undoCount(), 1);
    const kube::Workspace &workspace = m_user->document().workspace();
    for (FileId id : workspace.files()) {
        const bool isIt =
            QString::fromStdString(workspace.file(id).path()) == folder.filePath(file);
        QCOMPARE(workspace.file(id).bytes().find("allow-dns") != std::string::npos, isIt);
    }
    m_user->document().undoStack()->undo();
    QCOMPARE(workspace.files().size(), std::size_t(2));
}

void PortsFormTest::templateNeedsAName()
{
    bool staysOpen = false;
    m_user->canvas()->setSelection({"frame:shop"});
    m_user->answer<TemplateDialog>([&](TemplateDialog *dialog) {
        QComboBox *box = dialog->fileField()->choice();
        box->setFocus();
        QTest::keyClick(box, Qt::Key_End);
        retype(dialog->fileField()->newName(), "policies.txt");
        QTest::keyClick(dialog, Qt::Key_Return);
        staysOpen = dialog->isVisible();
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    for (QAction *candidate : m_user->window().findChildren<QAction *>())
        if (candidate->text().contains("DNS"))
            candidate->trigger();
    QVERIFY(staysOpen);
    QCOMPARE(m_user->undoCount(), 0);
}

QTEST_MAIN(PortsFormTest)
#include "tst_ports_form.moc"
