#include "messages/language.h"
#include "window/add_service_dialog.h"
#include "window/settings_dialog.h"
#include "window/window_shell.h"
#include "window_user.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenuBar>

using namespace drawbridge;

/// Settings by real keys, and the language changed while the program runs.
class SettingsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowUser::prepare(); }
    void init() { QSettings().clear(); }
    void cleanup()
    {
        QSettings().clear();
        Language::install(QStringLiteral("en"));
    }

    void labelKeyIsUsed();
    void namespaceIsUsed();
    void badValuesCannotBeTaken();
    void cancelKeepsEverything();
    void nonsenseInTheFileIsNotBelieved();
    void languageChangesWhileRunning();
};

namespace {

template <typename Fill>
void change(WindowUser &user, Fill fill)
{
    user.answer<SettingsDialog>(fill);
    user.press(Qt::Key_Comma, Qt::ControlModifier);
}

} // namespace

void SettingsTest::labelKeyIsUsed()
{
    WindowUser user;
    change(user, [](SettingsDialog *dialog) {
        retype(dialog->labelKeyEdit(), "app.kubernetes.io/name");
        QTest::keyClick(dialog->labelKeyEdit(), Qt::Key_Return);
    });
    QCOMPARE(Settings::stored().labelKey, QStringLiteral("app.kubernetes.io/name"));
    user.answer<AddServiceDialog>([](AddServiceDialog *dialog) {
        QTest::keyClicks(dialog->nameEdit(), "worker");
        QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
    });
    user.press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(user.text().contains("      app.kubernetes.io/name: worker\n"));
}

void SettingsTest::namespaceIsUsed()
{
    WindowUser user;
    user.document().startUntitled("kind: NetworkPolicy\napiVersion: networking.k8s.io/v1\n"
                                  "metadata:\n  name: a\nspec:\n  podSelector: {}\n");
    QVERIFY(user.document().graph().frame("frame:default"));
    change(user, [](SettingsDialog *dialog) {
        retype(dialog->namespaceEdit(), "shop");
        QTest::keyClick(dialog->namespaceEdit(), Qt::Key_Return);
    });
    QVERIFY(user.document().graph().frame("frame:shop"));
    user.document().startUntitled("kind: NetworkPolicy\napiVersion: networking.k8s.io/v1\n"
                                  "metadata:\n  name: b\nspec:\n  podSelector: {}\n");
    QVERIFY(user.document().graph().frame("frame:shop"));
}

void SettingsTest::badValuesCannotBeTaken()
{
    WindowUser user;
    bool staysOpen = false;
    change(user, [&](SettingsDialog *dialog) {
        retype(dialog->labelKeyEdit(), "no key");
        QTest::keyClick(dialog->labelKeyEdit(), Qt::Key_Return);
        staysOpen = dialog->isVisible();
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    QVERIFY(staysOpen);
    QCOMPARE(Settings::stored().labelKey, QStringLiteral("app"));
}

void SettingsTest::cancelKeepsEverything()
{
    WindowUser user;
    const Settings before = Settings::stored();
    change(user, [](SettingsDialog *dialog) {
        retype(dialog->labelKeyEdit(), "tier");
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    QVERIFY(Settings::stored() == before);
}

void SettingsTest::nonsenseInTheFileIsNotBelieved()
{
    QSettings().setValue(QStringLiteral("labelKey"), QStringLiteral("a b"));
    QSettings().setValue(QStringLiteral("defaultNamespace"), QStringLiteral("No!"));
    QSettings().setValue(QStringLiteral("language"), QStringLiteral("tlh"));
    QCOMPARE(Settings::stored().labelKey, QStringLiteral("app"));
    QVERIFY(Settings::stored().defaultNamespace.isEmpty());
    Language::install(Settings::stored().language); // falls back to a language that there is
}

void SettingsTest::languageChangesWhileRunning()
{
    QVERIFY(Language::available().contains(QStringLiteral("de")));
    QSettings().setValue(QStringLiteral("language"), QStringLiteral("en"));
    WindowShell shell;
    shell.window().show();
    shell.window().openExample();
    const auto plan = shell.window().document().plan(edit::AddService{"shop", "worker", "app", {}});
    QVERIFY(shell.window().document().push(*plan, QStringLiteral("x")));
    const auto bytes = [&] {
        const kube::Workspace &workspace = shell.window().document().workspace();
        return workspace.file(workspace.files().front()).bytes();
    };
    const std::string before = bytes();
    const auto menu = [&] { return shell.window().menuBar()->actions().front()->text(); };
    QCOMPARE(menu(), QStringLiteral("&File"));
    for (const char *code : {"de", "en"}) {
        Settings settings = Settings::stored();
        settings.language = QString::fromLatin1(code);
        settings.store();
        MainWindow *old = &shell.window();
        old->canvas()->setFocus(); // with a filter on: what listens to it goes with its window
        old->canvas()->setSelection({"shop/{app=worker}"});
        QTest::keyClick(old->canvas(), Qt::Key_F);
        emit old->languageChosen();
        QTRY_VERIFY(&shell.window() != old);
        QCOMPARE(menu(), QString::fromLatin1(code) == "de" ? QStringLiteral("&Datei")
                                                           : QStringLiteral("&File"));
        QCOMPARE(bytes(), before);
        QCOMPARE(shell.window().document().undoStack()->index(), 1);
        QVERIFY(shell.window().canvas()->isVisible());
    }
    shell.window().document().undoStack()->undo();
    QVERIFY(bytes() != before);
}

QTEST_MAIN(SettingsTest)
#include "tst_settings.moc"
