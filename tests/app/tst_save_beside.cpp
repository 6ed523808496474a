#include "document/beside.h"
#include "document/safe_save.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window/wait_beside.h"
#include "window_user.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QProgressDialog>
#include <QPushButton>
#include <QSemaphore>
#include <QStatusBar>

#include <functional>
#include <memory>

using namespace drawbridge;

/// Saving goes on in a thread of its own: the window stays alive, says how far it has come, and can
/// call it off until the first file takes its place.
class SaveBesideTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init()
    {
        openWindowOnFile();
        QTest::keyClick(m_window->text()->currentEditor(), Qt::Key_Return);
        QVERIFY(document().isModified());
    }
    void cleanup()
    {
        m_gate->release(100);
        QVERIFY(Beside::haveAllEnded(10'000));
        closeWindow();
    }

    void itIsToldAndCalledOff();
    void whatIsQuickIsNotTold();
    void whoGoesOnTypingCallsNothingOff();
    void tooLateToCallOff();
    void whatComesMeanwhileIsNotSaved();
    void nothingIsLookedForMeanwhile();
    void theWindowDoesNotClose();
    void calledOffBeforeTheFirst();

private:
    QByteArray onDisk() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QByteArray inText() { return QByteArray::fromStdString(bytes()); }

    /// Saving waits at the gate, before it prepares anything or before files take their places.
    void holdSaving(bool untilTaking)
    {
        m_gate = std::make_shared<QSemaphore>();
        document().setWriter([=, this](const std::vector<SaveRequest> &requests) {
            const auto save = [=, gate = m_gate](SavingProgress &progress) {
                progress.set(0, 1'234);
                SavingProgress taking;
                if (untilTaking)
                    progress.beginTaking();
                gate->acquire();
                return saveTogether(requests, untilTaking ? &taking : &progress);
            };
            const auto outcome = saveBeside(save, m_window.get());
            return outcome ? *outcome : SaveOutcome::cancelled(requests);
        });
    }
    /// Once the dialog is there.
    void whileTold(const std::function<void(QProgressDialog *)> &act)
    {
        auto *timer = new QTimer(m_window.get());
        connect(timer, &QTimer::timeout, m_window.get(), [=, this] {
            auto *dialog = qobject_cast<QProgressDialog *>(QApplication::activeModalWidget());
            if (!dialog || !dialog->isActiveWindow()) // not before it has the keyboard
                return;
            timer->stop();
            timer->deleteLater();
            ++m_told;
            act(dialog);
        });
        timer->start(20);
    }
    /// While saving waits, and nothing is told yet.
    void meanwhile(const std::function<void()> &act)
    {
        QTimer::singleShot(100, m_window.get(), [=, this] {
            m_wasSaving = document().isSaving();
            act();
            m_gate->release();
        });
    }
    void save() { press(Qt::Key_S, Qt::ControlModifier); }

    std::shared_ptr<QSemaphore> m_gate = std::make_shared<QSemaphore>();
    int m_told = 0;
    bool m_wasSaving = false;
};

void SaveBesideTest::itIsToldAndCalledOff()
{
    const QByteArray before = onDisk();
    holdSaving(false);
    m_told = 0;
    QString words;
    whileTold([&](QProgressDialog *dialog) {
        words = dialog->labelText();
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    save();
    QCOMPARE(m_told, 1);
    QCOMPARE(words, QStringLiteral("Saving 0 of 1,234 files…"));
    QCOMPARE(m_window->statusBar()->currentMessage(),
             QStringLiteral("Saving was cancelled. Nothing was written."));
    QVERIFY(document().isModified());
    m_gate->release();
    QVERIFY(Beside::haveAllEnded(10'000));
    QCOMPARE(onDisk(), before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    // And now it is wanted.
    m_gate->release();
    save();
    QVERIFY(!document().isModified());
    QCOMPARE(onDisk(), inText());
}

void SaveBesideTest::whatIsQuickIsNotTold()
{
    holdSaving(false);
    m_told = 0;
    whileTold([](QProgressDialog *) {});
    m_gate->release();
    QElapsedTimer taken;
    taken.start();
    save();
    const bool isQuick = taken.elapsed() < 400; // disks stall
    QVERIFY(!isQuick || m_told == 0);
    QCOMPARE(onDisk(), inText());
    QVERIFY(m_window->statusBar()->currentMessage().contains(QStringLiteral("shop.yaml")));
}

void SaveBesideTest::whoGoesOnTypingCallsNothingOff()
{
    holdSaving(false);
    m_told = 0;
    bool isThere = false;
    QWidget *reached = nullptr;
    whileTold([&](QProgressDialog *dialog) {
        for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_A})
            QTest::keyClick(QApplication::focusWidget(), key);
        isThere = dialog->isVisible();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached = QApplication::focusWidget();
        isThere = isThere && reached == dialog->findChild<QPushButton *>();
        m_gate->release();
    });
    save();
    QCOMPARE(m_told, 1);
    QVERIFY(isThere);
    QVERIFY(!document().isModified());
    QCOMPARE(onDisk(), inText());
}

void SaveBesideTest::tooLateToCallOff()
{
    holdSaving(true);
    m_told = 0;
    QString words;
    bool hasButton = true;
    bool isThere = false;
    whileTold([&](QProgressDialog *dialog) {
        words = dialog->labelText();
        hasButton = dialog->findChild<QPushButton *>() != nullptr;
        QTest::keyClick(dialog, Qt::Key_Escape);
        isThere = dialog->isVisible();
        m_gate->release();
    });
    save();
    QCOMPARE(m_told, 1);
    QVERIFY(isThere && !hasButton);
    QCOMPARE(words, QStringLiteral("Putting the new files into place…"));
    QVERIFY(!document().isModified());
    QCOMPARE(onDisk(), inText());
}

void SaveBesideTest::whatComesMeanwhileIsNotSaved()
{
    const QByteArray wanted = inText();
    holdSaving(false);
    meanwhile([this] {
        document().push({{{document().workspace().files().front(), {{{0, 0}, "# later\n"}}}},
                         {},
                         {},
                         QStringLiteral("Later"),
                         -1});
    });
    save();
    QVERIFY(m_wasSaving);
    QCOMPARE(onDisk(), wanted);
    QCOMPARE(inText(), "# later\n" + wanted);
    QVERIFY(document().isModified());
    document().undoStack()->undo();
    QVERIFY(!document().isModified());
}

/// What is half written is no change by others.
void SaveBesideTest::nothingIsLookedForMeanwhile()
{
    int asked = 0;
    connect(&document(), &Document::diskChanged, this, [&asked] { ++asked; });
    holdSaving(false);
    const QByteArray foreign = "# theirs\n" + onDisk();
    meanwhile([&] {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(foreign);
        file.close();
        document().lookAtDisk();
        QCOMPARE(asked, 0);
        document().setWriter({});
    });
    const auto failure = document().save(document().workspace().files().front());
    QVERIFY(m_wasSaving);
    QVERIFY(failure);
    QVERIFY(failure->code == Code::SaveConflict);
    QCOMPARE(onDisk(), foreign);
    QTRY_COMPARE(asked, 1); // it was looked for afterwards
    disconnect(&document(), nullptr, this, nullptr);
}

void SaveBesideTest::theWindowDoesNotClose()
{
    holdSaving(false);
    bool isClosed = true;
    meanwhile([&] { isClosed = m_window->close(); });
    save();
    QVERIFY(m_wasSaving);
    QVERIFY(!isClosed);
    QVERIFY(m_window->isVisible());
    QCOMPARE(onDisk(), inText());
}

void SaveBesideTest::calledOffBeforeTheFirst()
{
    const QByteArray before = onDisk();
    SavingProgress progress;
    QVERIFY(progress.cancel());
    const SaveOutcome outcome =
        saveTogether({{path(), "new", before, false, false},
                      {m_folder->filePath(QStringLiteral("b.yaml")), "new", {}, true, false}},
                     &progress);
    QCOMPARE(outcome.failures.size(), std::size_t(2));
    QVERIFY(outcome.failures.front().code == Code::SaveCancelled);
    QVERIFY(!outcome.isWritten.front() && !outcome.isWritten.back());
    QCOMPARE(onDisk(), before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    QVERIFY(!progress.beginTaking());
}

QTEST_MAIN(SaveBesideTest)
#include "tst_save_beside.moc"
