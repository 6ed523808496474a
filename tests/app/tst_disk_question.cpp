#include "document/unsaved.h"
#include "panels/notice_bar.h"
#include "text/text_panel.h"
#include "window/difference_dialog.h"
#include "window/difference_view.h"
#include "window_user.h"

#include <QLabel>
#include <QMessageBox>
#include <QStatusBar>
#include <QTabBar>
#include <QTextBlock>

#include <algorithm>
#include <cmath>
#include <sys/stat.h>

using namespace drawbridge;

/// A file that others changed while it has changes of ours: both are shown, and both can be taken.
/// What is saved, and what is not, is said.
class DiskQuestionTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init();
    void cleanup() { closeWindow(); }

    void bothSidesAreNamed();
    void linesHaveColours_data();
    void linesHaveColours();
    void bothAreTaken();
    void sameLinesAreRefused();
    void anUnknownBaseIsRefused();
    void theirsCanBeTakenFromTheComparison();
    void layoutsAreComparedInWords();
    void aPipeForALayoutBlocksNothing();
    void whatChangesWhileAskedIsAskedAbout();
    void whatIsGoneIsOnlyHere();
    void savingIsSaid();
    void savingSeveralIsSaid_data();
    void savingSeveralIsSaid();
    void anUnsavedLayoutIsShown();
    void reloadingLeavesNothingUnsaved();

private:
    using Choice = DifferenceDialog::Choice;

    FileId file() { return document().workspace().files().front(); }
    std::string onDisk()
    {
        QFile disk(path());
        return disk.open(QIODevice::ReadOnly) ? disk.readAll().toStdString() : std::string();
    }
    static void write(const QString &path, const std::string &bytes)
    {
        QFile disk(path);
        QVERIFY(disk.open(QIODevice::WriteOnly));
        disk.write(bytes.data(), qint64(bytes.size()));
    }
    void type(std::size_t at, const std::string &text)
    {
        Change change;
        change.patches = {{file(), {{{at, at}, text}}}};
        change.label = QStringLiteral("Type");
        document().push(std::move(change));
    }
    /// Saves, compares, and does this there.
    template <typename Look>
    void compare(Look look)
    {
        answer<QMessageBox>([this, look](QMessageBox *box) {
            answer<DifferenceDialog>(look);
            for (QAbstractButton *button : box->buttons())
                if (button->text() == QStringLiteral("Compare…"))
                    QTest::mouseClick(button, Qt::LeftButton);
        });
        press(Qt::Key_S, Qt::ControlModifier);
    }
    /// The question comes again behind the comparison.
    void decideLater()
    {
        answer<QMessageBox>([](QMessageBox *again) { QTest::keyClick(again, Qt::Key_Escape); });
    }
    QLabel *layoutSign() { return m_window->findChild<QLabel *>(QStringLiteral("layoutUnsaved")); }
    QString said() { return m_window->statusBar()->currentMessage(); }

    std::string m_before;
};

void DiskQuestionTest::init()
{
    QSettings().clear();
    openWindowOnFile();
    m_before = bytes();
}

void DiskQuestionTest::bothSidesAreNamed()
{
    write(path(), m_before + "# from elsewhere\n");
    type(0, "# from here\n");
    QStringList lines;
    compare([&](DifferenceDialog *dialog) {
        lines = dialog->view()->toPlainText().split(QLatin1Char('\n'));
        decideLater();
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    QTRY_COMPARE(m_answered, 3);
    QVERIFY(lines.size() > 4);
    QCOMPARE(lines[0], QStringLiteral("--- On disk"));
    QCOMPARE(lines[1], QStringLiteral("+++ In the window"));
    QVERIFY(lines.contains(QStringLiteral("-# from elsewhere")));
    QVERIFY(lines.contains(QStringLiteral("+# from here")));
    QCOMPARE(bytes(), "# from here\n" + m_before);
    QCOMPARE(onDisk(), m_before + "# from elsewhere\n");
}

void DiskQuestionTest::linesHaveColours_data()
{
    QTest::addColumn<QColor>("base");
    QTest::newRow("light") << QColor(Qt::white);
    QTest::newRow("dark") << QColor("#1d232b");
}

static double luminance(const QColor &color)
{
    const auto linear = [](double v) {
        return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

void DiskQuestionTest::linesHaveColours()
{
    QFETCH(QColor, base);
    DifferenceView view;
    view.setDifference("--- a\n+++ a\n@@ -1,2 +1,2 @@\n same\n-old\n+new\n");
    QPalette palette = view.palette();
    palette.setColor(QPalette::Base, base);
    view.setPalette(palette);
    const auto colors = [&](int line) {
        const QTextBlock block = view.document()->findBlockByNumber(line);
        return std::pair(block.begin().fragment().charFormat().foreground().color(),
                         block.blockFormat().background().color());
    };
    const auto [oldText, oldBehind] = colors(4);
    const auto [newText, newBehind] = colors(5);
    QVERIFY(oldText != newText && oldBehind != newBehind);
    for (const auto &[text, behind] : {colors(4), colors(5)}) {
        const double a = luminance(text);
        const double b = luminance(behind);
        QVERIFY((std::max(a, b) + 0.05) / (std::min(a, b) + 0.05) >= 4.5);
        QCOMPARE(behind.lightness() < 128, base.lightness() < 128);
    }
    QVERIFY(view.document()->findBlockByNumber(3).blockFormat().background().style() ==
            Qt::NoBrush);
}

void DiskQuestionTest::bothAreTaken()
{
    write(path(), m_before + "# from elsewhere\n");
    type(0, "# from here\n");
    const int steps = undoCount();
    compare([](DifferenceDialog *dialog) {
        QVERIFY(dialog->button(Choice::Both)->isEnabled());
        QTest::mouseClick(dialog->button(Choice::Both), Qt::LeftButton);
    });
    const std::string both = "# from here\n" + m_before + "# from elsewhere\n";
    QTRY_COMPARE(bytes(), both);
    QCOMPARE(undoCount(), steps + 1);
    QVERIFY(document().file(file()).isModified && !document().file(file()).changedOnDisk);
    QCOMPARE(onDisk(), m_before + "# from elsewhere\n");
    press(Qt::Key_S, Qt::ControlModifier); // nobody has to be asked any more
    QTRY_COMPARE(onDisk(), both);
    QCOMPARE(m_answered, 2);
    document().undoStack()->undo();
    QCOMPARE(bytes(), "# from here\n" + m_before);
}

void DiskQuestionTest::sameLinesAreRefused()
{
    write(path(), "# from elsewhere\n" + m_before);
    type(0, "# from here\n");
    bool isEnabled = true;
    QString words;
    compare([&](DifferenceDialog *dialog) {
        isEnabled = dialog->button(Choice::Both)->isEnabled();
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            words += label->text();
        QTest::mouseClick(dialog->button(Choice::Both), Qt::LeftButton);
        decideLater();
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    QTRY_COMPARE(m_answered, 3);
    QVERIFY(!isEnabled);
    QVERIFY2(words.contains("line 1 in the window and line 1 on disk"), qPrintable(words));
    QCOMPARE(bytes(), "# from here\n" + m_before);
    QCOMPARE(onDisk(), "# from elsewhere\n" + m_before);
}

/// Of what a crash left behind, only the hash of its base is known.
void DiskQuestionTest::anUnknownBaseIsRefused()
{
    Unsaved unsaved;
    unsaved.roots = {path()};
    unsaved.files = {
        {path(), path(), QByteArray::fromStdString("# mine\n" + m_before), "another base", {}}};
    QVERIFY(document().restore(unsaved).empty());
    QVERIFY(!document().commonBase(file()));
    bool isEnabled = true;
    compare([&](DifferenceDialog *dialog) {
        isEnabled = dialog->button(Choice::Both)->isEnabled();
        decideLater();
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    QTRY_COMPARE(m_answered, 3);
    QVERIFY(!isEnabled);
    QCOMPARE(onDisk(), m_before);
}

void DiskQuestionTest::theirsCanBeTakenFromTheComparison()
{
    write(path(), m_before + "# from elsewhere\n");
    type(0, "# from here\n");
    compare([](DifferenceDialog *dialog) {
        QTest::mouseClick(dialog->button(Choice::OnDisk), Qt::LeftButton);
    });
    QTRY_COMPARE(bytes(), m_before + "# from elsewhere\n");
    QVERIFY(!document().isModified());
    document().undoStack()->undo();
    QCOMPARE(bytes(), "# from here\n" + m_before);
}

void DiskQuestionTest::layoutsAreComparedInWords()
{
    drag(center("api"), center("api") + QPoint(0, 40));
    QVERIFY(document().isSideModified());
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!document().isSideModified());
    SideState theirs = document().side();
    theirs.placement[key("gateway")] = {0, 500};
    theirs.placement[key("database")] = {900, 500};
    theirs.notes[key("api")] = {{"anna", "look here", {}, false}};
    write(document().sidePath(), sideFileBytes(theirs).toStdString());
    drag(center("frontend"), center("frontend") + QPoint(0, 24));
    QString words;
    answer<QMessageBox>([&](QMessageBox *box) {
        words = box->informativeText();
        QTest::keyClick(box, Qt::Key_Escape);
    });
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(m_answered, 1);
    QVERIFY2(words.contains("3 place"), qPrintable(words));
    QVERIFY2(words.contains("1 note"), qPrintable(words));
    QVERIFY2(!words.contains("port"), qPrintable(words));
}

void DiskQuestionTest::aPipeForALayoutBlocksNothing()
{
    const QString side = document().sidePath();
    drag(center("api"), center("api") + QPoint(0, 40));
    QVERIFY(!document().saveLayout());
    QFile file(side);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const std::string first = file.readAll().toStdString();
    drag(center("api"), center("api") + QPoint(0, 40));
    QVERIFY(!document().saveLayout());
    write(side, first);
    QVERIFY(!document().reloadLayout());
    document().undoStack()->undo(); // saving asks now
    QVERIFY(QFile::remove(side));
    QCOMPARE(mkfifo(QFile::encodeName(side).constData(), 0600), 0);
    QString words = QStringLiteral("none");
    answer<QMessageBox>([&](QMessageBox *box) {
        words = box->informativeText();
        QTest::keyClick(box, Qt::Key_Escape);
    });
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(m_answered, 1);
    QVERIFY2(words.isEmpty(), qPrintable(words));
}

/// Nothing asks while a file that others replace is away for a moment; it is told, and not lost by
/// leaving.
/// Overwriting means what was there when the question came.
void DiskQuestionTest::whatChangesWhileAskedIsAskedAbout()
{
    const auto overwrite = [](QMessageBox *box) {
        for (QAbstractButton *button : box->buttons())
            if (button->text() == QStringLiteral("Overwrite the Disk"))
                QTest::mouseClick(button, Qt::LeftButton);
    };
    write(path(), m_before + "# first\n");
    type(0, "# from here\n");
    std::string whenAskedAgain;
    answer<QMessageBox>([&](QMessageBox *box) {
        write(path(), m_before + "# second\n");
        answer<QMessageBox>([&](QMessageBox *again) {
            whenAskedAgain = onDisk();
            overwrite(again);
        });
        overwrite(box);
    });
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(m_answered, 2);
    QCOMPARE(whenAskedAgain, m_before + "# second\n");
    QCOMPARE(onDisk(), "# from here\n" + m_before);
    QVERIFY(!document().isModified());
}

void DiskQuestionTest::whatIsGoneIsOnlyHere()
{
    QVERIFY(!m_window->isWindowModified());
    QVERIFY(QFile::remove(path()));
    document().checkDisk();
    const auto *bar = m_window->findChild<NoticeBar *>(QStringLiteral("diskBar"));
    QVERIFY(bar && bar->isVisible());
    QVERIFY(bar->accessibleDescription().contains(QStringLiteral("no longer on disk")));
    QVERIFY(m_window->isWindowModified());
    QCOMPARE(document().unsaved().files.size(), std::size_t(1));
    QString asked;
    answer<QMessageBox>([&](QMessageBox *box) {
        asked = box->text();
        QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
    });
    QVERIFY(!m_window->close());
    QVERIFY2(asked.startsWith(QStringLiteral("There are changes that are not saved")),
             qPrintable(asked));

    write(path(), m_before + "# from elsewhere\n"); // it was only replaced: that is followed
    document().checkDisk();
    QCOMPARE(bytes(), m_before + "# from elsewhere\n");
    QVERIFY(!m_window->isWindowModified() && bar->isHidden());

    QVERIFY(QFile::remove(path()));
    answer<QMessageBox>([&](QMessageBox *box) {
        asked = box->text();
        QTest::keyClick(box, Qt::Key_Return);
    });
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(m_answered, 2);
    QVERIFY(asked.contains(QStringLiteral("Its text is only here")));
    QCOMPARE(onDisk(), m_before + "# from elsewhere\n");
    QVERIFY(!m_window->isWindowModified() && bar->isHidden());
}

void DiskQuestionTest::savingIsSaid()
{
    type(0, "# from here\n");
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(said(), QStringLiteral("Saved shop.yaml."));
    QCOMPARE(canvas()->accessibleDescription(), said());
}

void DiskQuestionTest::savingSeveralIsSaid_data()
{
    QTest::addColumn<bool>("isAll");
    QTest::newRow("Save") << false; // an arrow may have changed what is not in view
    QTest::newRow("Save All") << true;
}

void DiskQuestionTest::savingSeveralIsSaid()
{
    QFETCH(bool, isAll);
    write(m_folder->filePath(QStringLiteral("b.yaml")), m_before);
    m_window->openPaths({m_folder->path()});
    for (const FileId id : document().workspace().files()) {
        Change change;
        change.patches = {{id, {{{0, 0}, "# x\n"}}}};
        change.label = QStringLiteral("Type");
        document().push(std::move(change));
    }
    press(Qt::Key_S, Qt::ControlModifier | (isAll ? Qt::AltModifier : Qt::NoModifier));
    QTRY_VERIFY(!document().isModified());
    QVERIFY2(said().startsWith("Saved 2 file"), qPrintable(said()));
}

/// Title, tabs and status agree about what is not saved.
void DiskQuestionTest::anUnsavedLayoutIsShown()
{
    QVERIFY(!layoutSign()->isVisible());
    drag(center("api"), center("api") + QPoint(0, 40));
    QVERIFY(document().isSideModified() && !document().file(file()).isModified);
    QVERIFY(m_window->isWindowModified());
    QVERIFY(layoutSign()->isVisible());
    QVERIFY(!layoutSign()->toolTip().isEmpty());
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->isWindowModified());
    QVERIFY(!layoutSign()->isVisible());
}

void DiskQuestionTest::reloadingLeavesNothingUnsaved()
{
    drag(center("api"), center("api") + QPoint(0, 40));
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->isWindowModified());
    const auto service = document().plan(edit::AddService{"shop", "worker", "app", {}});
    QVERIFY(service);
    const kube::Workspace after = edit::applied(document().workspace(), *service);
    write(path(), after.file(after.files().front()).bytes());
    document().checkDisk();
    QTRY_VERIFY(!key("worker").empty());
    QVERIFY(!document().isSideModified());
    QVERIFY(!m_window->isWindowModified());
    document().undoStack()->undo();
    QVERIFY(document().file(file()).isModified);
    QVERIFY(!document().isSideModified());
    document().undoStack()->redo();
    QVERIFY(!m_window->isWindowModified());
    write(path(), m_before);
    document().checkDisk();
    QTRY_VERIFY(key("worker").empty());
    QVERIFY(!m_window->isWindowModified());
}

QTEST_MAIN(DiskQuestionTest)
#include "tst_disk_question.moc"
