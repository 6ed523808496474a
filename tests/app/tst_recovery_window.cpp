#include "document/journal_keeper.h"
#include "document/session.h"
#include "document/unsaved.h"
#include "messages/tr.h"
#include "window/recovery_dialog.h"
#include "window_user.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProgressDialog>
#include <QSemaphore>
#include <QTreeWidget>

using namespace drawbridge;

/// What the window offers after a program ended by surprise; all of it by the keyboard.
class RecoveryWindowTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void restores();
    void restoringCanBeCalledOff();
    void compares();
    void discardsAfterAQuestion();
    void laterKeepsIt();
    void tellsWhatIsDamaged();
    void offersNothingThatIsOnDisk();
    void theMenuOffersItToo();
    void closingLeavesNothing();
    void startingWithTheFileKeepsWhatWasRestored();
    void tellsThatAFileIsOpenElsewhere();
    void theDeadAreNoOtherWindow();

private:
    QString state() const { return m_folder->filePath(QStringLiteral("state")); }
    QStringList kept(const char *pattern = "*.journal") const
    {
        return QDir(state()).entryList({QString::fromLatin1(pattern)}, QDir::Files);
    }
    void write(const QByteArray &text)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    QByteArray read()
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Somebody else had the file open with this before it, and is gone.
    void leave(const QByteArray &text)
    {
        Unsaved unsaved;
        unsaved.roots = {path()};
        unsaved.files = {{path(), path(), text + m_base, hashOf(m_base), {}}};
        Session session(state());
        session.setOpen({path()});
        QVERIFY(!session.keep(unsaved));
    }

    QByteArray m_base;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<JournalKeeper> m_keeper;
};

void RecoveryWindowTest::initTestCase()
{
    prepare();
}

void RecoveryWindowTest::init()
{
    openWindowOnFile();
    m_base = read();
    m_session = std::make_unique<Session>(state());
    m_keeper = std::make_unique<JournalKeeper>(*m_session);
    m_window->keepUnsaved(m_session.get(), m_keeper.get());
}

void RecoveryWindowTest::cleanup()
{
    m_window.reset();
    m_keeper.reset();
    m_session.reset();
    closeWindow();
}

void RecoveryWindowTest::restores()
{
    leave("# of the other\n");
    m_window->startNew();
    answer<RecoveryDialog>([](RecoveryDialog *dialog) { pressLetter(dialog, Qt::Key_R); });
    QVERIFY(m_window->offerRecovery(false));
    QCOMPARE(m_answered, 1);
    QCOMPARE(QByteArray::fromStdString(bytes()), "# of the other\n" + m_base);
    QVERIFY(m_window->isWindowModified());
    QCOMPARE(read(), m_base);
    QCOMPARE(kept().size(), 1); // our own has it now
    QVERIFY(Session(state()).leftBehind().journals.empty());
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(QByteArray::fromStdString(bytes()), m_base);
    QVERIFY(kept().isEmpty());
}

void RecoveryWindowTest::restoringCanBeCalledOff()
{
    leave("# of the other\n");
    m_window->startNew();
    const std::string before = bytes();
    const auto gate = std::make_shared<QSemaphore>(); // what is read is not shown before
    m_window->document().setViewMaker([gate](const Contents &) {
        gate->acquire();
        return std::shared_ptr<void>();
    });
    QString told;
    answer<RecoveryDialog>([&](RecoveryDialog *dialog) {
        answer<QProgressDialog>([&](QProgressDialog *progress) {
            told = progress->labelText();
            QTest::keyClick(progress, Qt::Key_Escape);
        });
        pressLetter(dialog, Qt::Key_R);
    });
    QVERIFY(!m_window->offerRecovery(false));
    QCOMPARE(m_answered, 2);
    QVERIFY(!told.isEmpty());
    QCOMPARE(bytes(), before);
    gate->release(2);
    QTest::qWait(50); // what it comes to is for nobody
    QCOMPARE(bytes(), before);
    QCOMPARE(Session(state()).leftBehind().journals.size(), std::size_t(1));
    answer<RecoveryDialog>([](RecoveryDialog *dialog) { pressLetter(dialog, Qt::Key_R); });
    QVERIFY(m_window->offerRecovery(false));
    QCOMPARE(QByteArray::fromStdString(bytes()), "# of the other\n" + m_base);
}

void RecoveryWindowTest::compares()
{
    leave("# of the other\n");
    write("# theirs\n" + m_base);
    QString text;
    QString told;
    answer<RecoveryDialog>([&](RecoveryDialog *dialog) {
        told = dialog->list()->topLevelItem(0)->child(0)->text(1);
        QVERIFY(!dialog->difference()->isVisible());
        pressLetter(dialog, Qt::Key_C);
        QVERIFY(dialog->difference()->isVisible());
        text = dialog->difference()->toPlainText();
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    QVERIFY(!m_window->offerRecovery(false));
    QVERIFY2(text.contains(QStringLiteral("+# of the other")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("-# theirs")), qPrintable(text));
    QVERIFY2(told.contains(QStringLiteral("changed since")), qPrintable(told));
}

void RecoveryWindowTest::discardsAfterAQuestion()
{
    leave("# of the other\n");
    answer<RecoveryDialog>([&](RecoveryDialog *dialog) {
        answer<QMessageBox>(
            [](QMessageBox *box) { QTest::keyClick(box, Qt::Key_Return); }); // Cancel
        pressLetter(dialog, Qt::Key_D);
        QCOMPARE(kept().size(), 1);
        dialog->activateWindow(); // as a window manager does
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        answer<QMessageBox>([](QMessageBox *box) { pressLetter(box, Qt::Key_D); });
        pressLetter(dialog, Qt::Key_D);
    });
    QVERIFY(!m_window->offerRecovery(false));
    QCOMPARE(m_answered, 3);
    QVERIFY(kept().isEmpty());
    QCOMPARE(QByteArray::fromStdString(bytes()), m_base);
}

void RecoveryWindowTest::laterKeepsIt()
{
    leave("# of the other\n");
    answer<RecoveryDialog>([](RecoveryDialog *dialog) { pressLetter(dialog, Qt::Key_L); });
    QVERIFY(!m_window->offerRecovery(false));
    QCOMPARE(kept().size(), 1);
    QCOMPARE(Session(state()).leftBehind().journals.size(), std::size_t(1));
}

void RecoveryWindowTest::tellsWhatIsDamaged()
{
    leave("# of the other\n");
    QFile journal(QDir(state()).filePath(kept().front()));
    QVERIFY(journal.resize(journal.size() - 1));
    QString told;
    answer<QMessageBox>([&](QMessageBox *box) {
        told = box->text();
        QTest::keyClick(box, Qt::Key_Return);
    });
    QVERIFY(!m_window->offerRecovery(false));
    QVERIFY2(told.contains(QStringLiteral("damaged")), qPrintable(told));
    QCOMPARE(kept("*.damaged").size(), 1);
    QVERIFY(kept().isEmpty());
}

void RecoveryWindowTest::offersNothingThatIsOnDisk()
{
    leave("# of the other\n");
    write("# of the other\n" + m_base);
    QVERIFY(!m_window->offerRecovery(false));
    QVERIFY(kept().isEmpty());
}

void RecoveryWindowTest::theMenuOffersItToo()
{
    leave("# of the other\n");
    answer<RecoveryDialog>([](RecoveryDialog *dialog) { pressLetter(dialog, Qt::Key_R); });
    for (QAction *action : m_window->findChildren<QAction *>())
        if (action->text() == Tr::tr("Reco&ver Unsaved Work…"))
            action->trigger();
    QCOMPARE(m_answered, 1);
    QCOMPARE(QByteArray::fromStdString(bytes()), "# of the other\n" + m_base);
}

void RecoveryWindowTest::closingLeavesNothing()
{
    Change change;
    change.patches = {{document().workspace().files().front(), {{{0, 0}, "# mine\n"}}}};
    document().push(std::move(change));
    QVERIFY(m_keeper->keepNow());
    QCOMPARE(kept().size(), 1);
    answer<QMessageBox>([](QMessageBox *box) { QTest::keyClick(box, Qt::Key_Escape); });
    QVERIFY(!m_window->close());
    QCOMPARE(kept().size(), 1);
    answer<QMessageBox>([](QMessageBox *box) { box->button(QMessageBox::Discard)->click(); });
    QVERIFY(m_window->close());
    QVERIFY(kept("*").isEmpty());
    QCOMPARE(read(), m_base);
}

void RecoveryWindowTest::startingWithTheFileKeepsWhatWasRestored()
{
    leave("# of the other\n");
    answer<RecoveryDialog>([](RecoveryDialog *dialog) { pressLetter(dialog, Qt::Key_R); });
    m_window->begin({path()}, false);
    QCOMPARE(QByteArray::fromStdString(bytes()), "# of the other\n" + m_base);
    QVERIFY(document().isModified());
}

void RecoveryWindowTest::tellsThatAFileIsOpenElsewhere()
{
    Session other(state());
    other.setOpen({m_folder->path()});
    QString told;
    answer<QMessageBox>([&](QMessageBox *box) {
        told = box->text();
        QTest::keyClick(box, Qt::Key_Return);
    });
    m_window->openPaths({path()});
    QVERIFY2(told.contains(QStringLiteral("shop.yaml is open in another window")),
             qPrintable(told));
}

/// Not the one whose work is restored, nor another that is still offered.
void RecoveryWindowTest::theDeadAreNoOtherWindow()
{
    leave("# of the other\n");
    leave("# of a third\n");
    answer<RecoveryDialog>([](RecoveryDialog *dialog) { pressLetter(dialog, Qt::Key_R); });
    answer<QMessageBox>([](QMessageBox *box) { QTest::keyClick(box, Qt::Key_Return); });
    QVERIFY(m_window->offerRecovery(false));
    QCOMPARE(m_answered, 1); // no box
    QVERIFY(document().isModified());
}

QTEST_MAIN(RecoveryWindowTest)
#include "tst_recovery_window.moc"
