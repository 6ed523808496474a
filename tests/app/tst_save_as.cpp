#include "document/document.h"
#include "window_user.h"

#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

#include <functional>

using namespace drawbridge;

/// Saving under a path that the file had before, where others wrote what the text lacks.
class SaveAsTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        prepare();
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }
    void init();
    void cleanup() { closeWindow(); }

    void cancelKeepsWhatOthersWrote_data();
    void cancelKeepsWhatOthersWrote();
    void saveOverWritesTheText();
    void withTheirsTakenInAgainNothingIsAsked();

private:
    using Reply = std::function<void(QMessageBox *)>;

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QByteArray text() { return QByteArray::fromStdString(bytes()); }
    QString elsewhere() const { return m_folder->filePath(QStringLiteral("other.yaml")); }
    FileInfo info() { return document().file(document().workspace().files().front()); }
    void type(const std::string &words)
    {
        Change change;
        change.patches = {{document().workspace().files().front(), {{{0, 0}, words}}}};
        change.label = QStringLiteral("Type");
        document().push(std::move(change));
    }
    /// By the shortcut and the file dialog, where a file that is there may be replaced.
    void saveAs(const QString &path, const Reply &reply = {})
    {
        answer<QFileDialog>([this, path, reply](QFileDialog *dialog) {
            if (QFile::exists(path))
                answer<QMessageBox>([this, reply](QMessageBox *replace) {
                    if (reply)
                        answer<QMessageBox>(reply);
                    QTest::mouseClick(replace->button(QMessageBox::Yes), Qt::LeftButton);
                });
            auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
            retype(name, path.toUtf8().constData());
            QTest::keyClick(name, Qt::Key_Return);
        });
        press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    }

    QByteArray m_theirs;
    QByteArray m_mine;
};

/// What others wrote was taken in and undone; then the text went to another file.
void SaveAsTest::init()
{
    QSettings().clear();
    openWindowOnFile();
    const QByteArray before = text();
    m_theirs = before + "# from elsewhere\n";
    m_mine = "# mine\n" + before;
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_theirs);
    file.close();
    document().checkDisk();
    QTRY_COMPARE(text(), m_theirs);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(text(), before);
    saveAs(elsewhere());
    QCOMPARE(m_answered, 1);
    QCOMPARE(info().path, elsewhere());
    QCOMPARE(read(elsewhere()), before);
    QCOMPARE(read(path()), m_theirs);
    m_answered = 0;
}

void SaveAsTest::cancelKeepsWhatOthersWrote_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Escape") << Qt::Key_Escape;
    QTest::newRow("Return") << Qt::Key_Return; // the answer that is offered
}

void SaveAsTest::cancelKeepsWhatOthersWrote()
{
    QFETCH(Qt::Key, key);
    type("# mine\n");
    QString words;
    saveAs(path(), [&](QMessageBox *box) {
        words = box->text();
        QTest::keyClick(box, key);
    });
    QCOMPARE(m_answered, 3);
    QVERIFY2(words.startsWith("shop.yaml holds changes by others"), qPrintable(words));
    QCOMPARE(read(path()), m_theirs);
    QCOMPARE(text(), m_mine);
    QCOMPARE(info().path, elsewhere());
    QVERIFY(info().isModified);
    QVERIFY(m_window->isWindowModified());
}

void SaveAsTest::saveOverWritesTheText()
{
    type("# mine\n");
    saveAs(path(), [](QMessageBox *box) {
        for (QAbstractButton *button : box->buttons())
            if (button->text() == QStringLiteral("Save Over"))
                QTest::mouseClick(button, Qt::LeftButton);
    });
    QCOMPARE(m_answered, 3);
    QCOMPARE(read(path()), m_mine);
    QCOMPARE(text(), m_mine);
    QCOMPARE(info().path, path());
    QVERIFY(!info().isModified);
    type("# more\n");
    press(Qt::Key_S, Qt::ControlModifier); // that is settled
    QCOMPARE(read(path()), "# more\n" + m_mine);
    QCOMPARE(m_answered, 3);
}

void SaveAsTest::withTheirsTakenInAgainNothingIsAsked()
{
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(text(), m_theirs);
    type("# mine\n");
    saveAs(path());
    QCOMPARE(m_answered, 2);
    QCOMPARE(read(path()), "# mine\n" + m_theirs);
    QCOMPARE(info().path, path());
}

QTEST_MAIN(SaveAsTest)
#include "tst_save_as.moc"
