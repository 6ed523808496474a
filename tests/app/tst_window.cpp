#include "panels/inspector_panel.h"
#include "panels/problems_panel.h"
#include "report/list.h"
#include "text/text_binding.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window/add_service_dialog.h"
#include "window/connect_dialog.h"
#include "window_user.h"

#include <QCheckBox>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>

using namespace drawbridge;

/// The main job by real mouse and keys: what counts are the bytes and the undo count.
class WindowTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void newShowsTheWall();
    void exampleIsOneClickAway();
    void drawByMouse();
    void drawByKeyboard();
    void cancelledDrawingChangesNothing();
    void portsThatAreNoPortsAreRefused();
    void revokeByDelete();
    void typingChangesThePicture();
    void brokenTextKeepsTheLastPicture();
    void undoFromTheEditor();
    void selectionGoesBothWays();
    void touchedElementsEqualTheDifference();
    void arrangeIsUndoable();
    void lateArrangementsAreDropped();
    void dropOpensFiles();
    void popoverNamesOtherPairs();
    void popoverOffersToIsolate();
    void addServiceByDialog();
    void moveIsUndoableAndNeverInTheText();
    void saveAndReopen();
};

namespace {

std::string listOf(Document &document)
{
    return report::listText(report::list(document.workspace(), document.evaluator()));
}

} // namespace

void WindowTest::newShowsTheWall()
{
    m_window->startNew();
    QCOMPARE(document().graph().nodes.size(), std::size_t(0));
    QCOMPARE(document().graph().frames.size(), std::size_t(1));
    QCOMPARE(document().graph().frames.front().ingress, graph::Wall::Full);
    QVERIFY(!document().isModified());
}

void WindowTest::exampleIsOneClickAway()
{
    m_window->startNew();
    emit canvas()->hintActivated(QStringLiteral("example"));
    QCOMPARE(document().graph().arrows.size(), std::size_t(4));
    QVERIFY(!document().isModified());
    QCOMPARE(undoCount(), 0);
}

void WindowTest::drawByMouse()
{
    const std::string before = bytes();
    canvas()->setConnectMode(true);
    answer<ConnectDialog>([](ConnectDialog *dialog) {
        dialog->portsEdit()->setFocus();
        QTest::keyClicks(dialog->portsEdit(), "5432");
        QTest::keyClick(dialog->portsEdit(), Qt::Key_Return);
        if (dialog->isVisible())
            QTest::keyClick(dialog, Qt::Key_Escape);
    });
    drag(center("gateway"), center("database"));
    QCOMPARE(undoCount(), 1);
    QVERIFY(QString::fromStdString(listOf(document()))
                .contains("shop/gateway[Pods] => shop/database[Pods] : TCP 5432\n"));
    for (const Patch &patch : lineDifference(before, bytes()))
        QCOMPARE(patch.range.size(), std::size_t(0)); // only new lines
    document().undoStack()->undo();
    QCOMPARE(bytes(), before);
}

void WindowTest::drawByKeyboard()
{
    const std::string before = bytes();
    canvas()->setFocus();
    canvas()->setCurrent(key("gateway"));
    // The targets come one after the other; some need no rule.
    for (int tabs = 1; tabs <= 5 && undoCount() == 0; ++tabs) {
        answer<ConnectDialog>([](ConnectDialog *dialog) {
            QTest::keyClicks(dialog->portsEdit(), "udp/53 8000-8010");
            QTest::keyClick(dialog->portsEdit(), Qt::Key_Return);
            if (dialog->isVisible())
                QTest::keyClick(dialog, Qt::Key_Escape);
        });
        canvas()->setCurrent(key("gateway"));
        QTest::keyClick(canvas(), Qt::Key_C);
        QVERIFY(canvas()->hasGesture());
        for (int i = 0; i < tabs; ++i)
            QTest::keyClick(canvas(), Qt::Key_Down);
        QTest::keyClick(canvas(), Qt::Key_Return);
        canvas()->cancelGesture();
    }
    QCOMPARE(undoCount(), 1);
    QVERIFY(bytes() != before);
    QVERIFY(QString::fromStdString(listOf(document())).contains("TCP 8000-8010"));
}

void WindowTest::cancelledDrawingChangesNothing()
{
    const std::string before = bytes();
    canvas()->setConnectMode(true);
    answer<ConnectDialog>([](ConnectDialog *dialog) { QTest::keyClick(dialog, Qt::Key_Escape); });
    drag(center("gateway"), center("database"));
    QCOMPARE(undoCount(), 0);
    QCOMPARE(bytes(), before);
}

void WindowTest::portsThatAreNoPortsAreRefused()
{
    const std::string before = bytes();
    canvas()->setConnectMode(true);
    bool wasRefused = false;
    answer<ConnectDialog>([&](ConnectDialog *dialog) {
        QTest::keyClicks(dialog->portsEdit(), "80-70");
        QTest::keyClick(dialog->portsEdit(), Qt::Key_Return);
        wasRefused = dialog->isVisible();
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    drag(center("gateway"), center("database"));
    QVERIFY(wasRefused);
    QCOMPARE(bytes(), before);
}

void WindowTest::revokeByDelete()
{
    const graph::Key arrow = key("api") + '\n' + key("database");
    QVERIFY(document().graph().arrow(arrow));
    canvas()->setFocus();
    canvas()->reveal(arrow);
    QTest::keyClick(canvas(), Qt::Key_Delete);
    QCOMPARE(undoCount(), 1);
    QVERIFY(!document().graph().arrow(arrow));
    QVERIFY(!QString::fromStdString(listOf(document())).contains("=> shop/database"));
    document().undoStack()->undo();
    QVERIFY(document().graph().arrow(arrow));
}

void WindowTest::typingChangesThePicture()
{
    TextEditor *editor = m_window->text()->currentEditor();
    const std::size_t at = bytes().find("port: 5432") + 6;
    QTextCursor cursor = m_window->text()->currentBinding()->cursorFor({at, at + 4});
    editor->setTextCursor(cursor);
    editor->setFocus();
    QTest::keyClicks(editor, "6543");
    const graph::Arrow *arrow = document().graph().arrow(key("api") + '\n' + key("database"));
    QVERIFY(arrow);
    QCOMPARE(arrow->label, std::string("TCP 6543"));
    QVERIFY(bytes().find("port: 6543") != std::string::npos);
}

void WindowTest::brokenTextKeepsTheLastPicture()
{
    TextEditor *editor = m_window->text()->currentEditor();
    const std::size_t at = bytes().find("port: 5432") + 10;
    editor->setTextCursor(m_window->text()->currentBinding()->cursorFor({at, at}));
    editor->setFocus();
    QTest::keyClicks(editor, " : [");
    QVERIFY(document().graph().node(key("database")));
    QVERIFY(document().graph().node(key("database"))->isStale);
    QTRY_VERIFY(m_window->problems()->count() > 0);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(editor, Qt::Key_Backspace);
    QVERIFY(!document().graph().node(key("database"))->isStale);
    QVERIFY(!document().isModified());
}

void WindowTest::undoFromTheEditor()
{
    const std::string before = bytes();
    TextEditor *editor = m_window->text()->currentEditor();
    editor->setFocus();
    QTest::keyClicks(editor, "# x");
    QVERIFY(bytes() != before);
    QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier);
    while (document().undoStack()->canUndo())
        document().undoStack()->undo();
    QCOMPARE(bytes(), before);
    QVERIFY(m_window->text()->currentBinding()->isEqual());
}

void WindowTest::selectionGoesBothWays()
{
    const graph::Key arrow = key("frontend") + '\n' + key("api");
    canvas()->setFocus();
    canvas()->reveal(arrow);
    QCOMPARE(m_window->inspector()->element(), arrow);
    QVERIFY(!m_window->text()->currentEditor()->highlights().empty());

    TextEditor *editor = m_window->text()->currentEditor();
    editor->setFocus();
    const std::size_t at = bytes().find("port: 3000");
    editor->setTextCursor(m_window->text()->currentBinding()->cursorFor({at, at}));
    QTest::keyClick(editor, Qt::Key_Right);
    QTRY_COMPARE(canvas()->selection(),
                 std::set<graph::Key>{key("gateway") + '\n' + key("frontend")});
}

/// What the scene was told to draw anew, counted by the canvas itself.
void WindowTest::touchedElementsEqualTheDifference()
{
    TextEditor *editor = m_window->text()->currentEditor();
    const auto typeAt = [&](std::size_t at, std::size_t length, const char *keys) {
        const graph::Graph before = document().graph();
        editor->setTextCursor(m_window->text()->currentBinding()->cursorFor({at, at + length}));
        QTest::keyClicks(editor, QString::fromLatin1(keys));
        return graph::difference(before, document().graph()).size();
    };
    editor->setFocus();
    QSignalSpy redrawn(canvas(), &canvas::CanvasWidget::pictureChanged);
    QCOMPARE(typeAt(bytes().find("# 5.") + 2, 0, "x"), std::size_t(0));
    QCOMPARE(redrawn.size(), 0);
    QCOMPARE(typeAt(bytes().find("port: 5432") + 9, 1, "3"), std::size_t(1));
    QCOMPARE(canvas()->lastTouched(), std::size_t(1));

    // A new arrow may push those aside that end at the same services, and no others.
    const graph::Graph before = document().graph();
    const graph::Picture picture = canvas()->picture();
    const auto plan = document().plan(edit::Allow{{edit::End::Kind::Endpoint, key("gateway"), {}},
                                                  {edit::End::Kind::Endpoint, key("api"), {}},
                                                  {{kube::Protocol::Tcp, 8080, 8080}}});
    QVERIFY(plan.isOk());
    QVERIFY(document().push(*plan, QStringLiteral("Allow")));
    const graph::Difference difference = graph::difference(before, document().graph());
    QCOMPARE(difference.added, (std::vector<graph::Key>{key("gateway") + '\n' + key("api")}));
    QCOMPARE(difference.size(), std::size_t(1));
    std::size_t pushed = 0;
    for (const graph::ArrowShape &shape : canvas()->picture().arrows)
        if (const graph::ArrowShape *old = picture.arrow(shape.arrow.key);
            old && !canvas::looksLike(*old, shape)) {
            ++pushed;
            QVERIFY(shape.arrow.source == key("gateway") || shape.arrow.target == key("api") ||
                    shape.arrow.target == key("gateway") || shape.arrow.source == key("api"));
        }
    QCOMPARE(canvas()->lastTouched(), difference.size() + pushed);
}

/// Through the worker process, or the built-in layout where it is of no use.
void WindowTest::arrangeIsUndoable()
{
    drag(center("api"), center("api") + QPoint(0, 120));
    const SideState moved = document().side();
    canvas()->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    QTRY_COMPARE(undoCount(), 2);
    QCOMPARE(document().side().placement.size(), document().graph().nodes.size());
    document().undoStack()->undo();
    QCOMPARE(document().side(), moved);
}

/// The layout of a workspace that is no longer open, and what was moved while it was made.
void WindowTest::lateArrangementsAreDropped()
{
    canvas()->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    m_window->openExample();
    QTest::qWait(500);
    QCOMPARE(undoCount(), 0);
    QVERIFY(document().side().placement.empty());

    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier);
    Change moved;
    moved.side = document().side();
    moved.side->placement[key("api")] = {-800, 640};
    moved.label = QStringLiteral("Move");
    document().push(std::move(moved));
    QTRY_COMPARE(undoCount(), 2);
    QVERIFY((document().side().placement.at(key("api")) == graph::Point{-800, 640}));
    QCOMPARE(document().side().placement.size(), document().graph().nodes.size());
}

void WindowTest::dropOpensFiles()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("dropped.yaml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("apiVersion: v1\nkind: Pod\nmetadata: {name: alone, namespace: a}\n");
    file.close();
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(path)});
    const QPoint at(300, 300);
    QDragEnterEvent enter(at, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(at, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_window.get(), &drop);
    QTRY_VERIFY(!key("alone").empty());
}

/// What else would change is named before anything happens.
void WindowTest::popoverNamesOtherPairs()
{
    // Two workloads with equal labels: no selector picks one of them alone.
    document().startUntitled("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
                             "metadata: {name: deny, namespace: shop}\n"
                             "spec: {podSelector: {}, policyTypes: [Ingress]}\n"
                             "---\napiVersion: v1\nkind: Pod\n"
                             "metadata: {name: one, namespace: shop, labels: {app: twin}}\n"
                             "---\napiVersion: v1\nkind: Pod\n"
                             "metadata: {name: two, namespace: shop, labels: {app: twin}}\n"
                             "---\napiVersion: v1\nkind: Pod\n"
                             "metadata: {name: db, namespace: shop, labels: {app: db}}\n");
    canvas()->fit();
    const std::string before = bytes();
    QString named;
    int undoWhileOpen = -1;
    canvas()->setConnectMode(true);
    answer<ConnectDialog>([&](ConnectDialog *dialog) {
        dialog->portsEdit()->setText(QStringLiteral("5432"));
        QTest::qWait(300);
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            if (label->isVisible())
                named += label->text();
        undoWhileOpen = undoCount();
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    drag(center("one"), center("db"));
    QVERIFY2(named.contains(QStringLiteral("two (shop)")), qPrintable(named));
    QCOMPARE(undoWhileOpen, 0);
    QCOMPARE(bytes(), before);
}

/// Drawing to a service that everybody reaches already: it can be isolated in the same step.
void WindowTest::popoverOffersToIsolate()
{
    document().startUntitled("apiVersion: v1\nkind: Pod\n"
                             "metadata: {name: web, namespace: shop, labels: {app: web}}\n"
                             "---\napiVersion: v1\nkind: Pod\n"
                             "metadata: {name: job, namespace: shop, labels: {app: job}}\n"
                             "---\napiVersion: v1\nkind: Pod\n"
                             "metadata: {name: db, namespace: shop, labels: {app: db}}\n");
    canvas()->fit();
    bool wasOffered = false;
    canvas()->setConnectMode(true);
    answer<ConnectDialog>([&](ConnectDialog *dialog) {
        QTest::keyClicks(dialog->portsEdit(), "5432");
        QTRY_VERIFY(dialog->isolateBox()->isVisible());
        wasOffered = true;
        QTest::keyClick(dialog->isolateBox(), Qt::Key_Space);
        QTest::qWait(300); // what else changes has to be seen before it is agreed to
        QTest::keyClick(dialog->portsEdit(), Qt::Key_Return);
        if (dialog->isVisible())
            QTest::keyClick(dialog, Qt::Key_Escape);
    });
    drag(center("web"), center("db"));
    QVERIFY(wasOffered);
    QCOMPARE(undoCount(), 1);
    const QString list = QString::fromStdString(listOf(document()));
    QVERIFY(list.contains(QStringLiteral("shop/web[Pod] => shop/db[Pod] : TCP 5432\n")));
    QVERIFY(!list.contains(QStringLiteral("shop/job[Pod] => shop/db[Pod]")));
    QVERIFY(list.contains(QStringLiteral("shop/job[Pod] => shop/web[Pod] : All Connections\n")));
}

void WindowTest::addServiceByDialog()
{
    answer<AddServiceDialog>([](AddServiceDialog *dialog) {
        QTest::keyClicks(dialog->nameEdit(), "worker");
        QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
    });
    canvas()->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(!key("worker").empty());
    QCOMPARE(undoCount(), 1);
    const graph::Node *node = document().graph().node(key("worker"));
    QCOMPARE(node->ingress, graph::Lock::Closed);
}

void WindowTest::moveIsUndoableAndNeverInTheText()
{
    const std::string before = bytes();
    const SideState side = document().side();
    const QRect old = canvas()->rectOf(key("api"));
    drag(center("api"), center("api") + QPoint(0, 120));
    QVERIFY(canvas()->rectOf(key("api")).center() != old.center());
    QCOMPARE(undoCount(), 1);
    QCOMPARE(bytes(), before);
    document().undoStack()->undo();
    QCOMPARE(document().side(), side);
}

void WindowTest::saveAndReopen()
{
    QTemporaryDir folder;
    const FileId id = document().workspace().files().front();
    const QString path = folder.filePath(QStringLiteral("shop.yaml"));
    QVERIFY(!document().saveAs(id, path));
    QVERIFY(!document().isModified());
    drag(center("api"), center("api") + QPoint(0, 120));
    QVERIFY(document().isModified());
    QVERIFY(document().saveAll().empty());
    const std::string saved = bytes();
    const SideState side = document().side();
    QVERIFY(document().open({path}).empty());
    QCOMPARE(bytes(), saved);
    QVERIFY(document().side() == side);
    QVERIFY(!document().isModified());
}

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
