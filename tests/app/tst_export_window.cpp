#include "document/beside.h"
#include "many_files.h"
#include "output/exporting.h"
#include "output/paper.h"
#include "window/export_dialog.h"
#include "window_user.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPrintPreviewDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QProgressDialog>
#include <QPushButton>
#include <QStatusBar>

#include <unistd.h>

using namespace drawbridge;

/// What leaves the window: files, paper, the clipboard. None of it changes the document.
class ExportWindowTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        prepare();
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }
    void init()
    {
        openWindow();
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup()
    {
        QCOMPARE(document().undoStack()->count(), 0);
        QVERIFY(!document().isModified());
        closeWindow();
    }

    void exportsEveryFormat_data();
    void exportsEveryFormat();
    void exportCanBeCancelled();
    void whatTakesLongIsCalledOff();
    void openFilesAreSpared();
    void tooLongAListIsRefused();
    void exportsReports_data();
    void exportsReports();
    void copiesTheWholePicture();
    void copiesTheSurroundings();
    void previewsThePage();
    void printsThePage();
    void opensStandardInput();
    void chartsAreAmongTheProblems();
    void aChartAloneIsTold();

private:
    void trigger(const char *words);
    void chooseFile(const QString &path);
};

namespace {

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

/// Runs the command whose menu text begins with these words.
void ExportWindowTest::trigger(const char *words)
{
    for (QAction *action : m_window->findChildren<QAction *>())
        if (QString(action->text()).remove('&').startsWith(QString::fromUtf8(words)))
            return action->trigger();
    QFAIL(words);
}

void ExportWindowTest::chooseFile(const QString &path)
{
    answer<QFileDialog>([path](QFileDialog *dialog) {
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
        if (dialog->isVisible())
            dialog->reject();
    });
}

void ExportWindowTest::exportsEveryFormat_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("begin");
    const QByteArray begins[] = {"<?xml",   "\x89PNG", "%PDF",    "<!DOCTYPE html>", "# Network",
                                 "source,", "{",       "<mxfile", "flowchart",       "digraph"};
    for (output::Format format : output::formats())
        QTest::newRow(output::endingOf(format)) << int(format) << begins[int(format)];
}

void ExportWindowTest::exportsEveryFormat()
{
    QFETCH(int, format);
    QFETCH(QByteArray, begin);
    const QString ending = QLatin1String(output::endingOf(output::Format(format)));
    const QString path = m_folder->filePath(QStringLiteral("out"));
    answer<ExportDialog>([this, format, path](ExportDialog *dialog) {
        auto *box = dialog->findChild<QComboBox *>();
        box->setCurrentIndex(box->findData(format));
        chooseFile(path); // the ending comes by itself
        dialog->accept();
    });
    trigger("Export…");
    const QByteArray bytes = read(path + QLatin1Char('.') + ending);
    QVERIFY2(bytes.startsWith(begin), bytes.left(40).constData());
    QCOMPARE(m_window->statusBar()->currentMessage(), QStringLiteral("Saved out.%1.").arg(ending));
}

void ExportWindowTest::exportCanBeCancelled()
{
    answer<ExportDialog>([](ExportDialog *dialog) { QTest::keyClick(dialog, Qt::Key_Escape); });
    trigger("Export…");
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

/// Pages of tables take seconds.
void ExportWindowTest::whatTakesLongIsCalledOff()
{
    m_window->openPaths({manyFiles(m_folder->path(), 600)});
    QString words;
    bool isClosed = true;
    answer<ExportDialog>([&](ExportDialog *dialog) {
        auto *box = dialog->findChild<QComboBox *>();
        box->setCurrentIndex(box->findData(int(output::Format::Pdf)));
        chooseFile(m_folder->filePath(QStringLiteral("out")));
        dialog->accept();
        answer<QProgressDialog>([&](QProgressDialog *progress) {
            words = progress->labelText();
            isClosed = m_window->close();
            QTest::keyClick(progress, Qt::Key_Escape);
        });
    });
    trigger("Export Report…");
    QCOMPARE(m_answered, 3);
    QCOMPARE(words, QStringLiteral("Preparing the export…"));
    QVERIFY(!isClosed);
    QCOMPARE(m_window->statusBar()->currentMessage(), QStringLiteral("Nothing was exported."));
    QVERIFY(Beside::haveAllEnded(60'000));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList("other600"));
}

void ExportWindowTest::openFilesAreSpared()
{
    const QString path = m_folder->filePath(QStringLiteral("a.json"));
    write(path, R"({"kind": "Pod", "apiVersion": "v1", "metadata": {"name": "a"}})");
    const QByteArray before = read(path);
    m_window->openPaths({path});
    answer<ExportDialog>([this, path](ExportDialog *dialog) {
        auto *box = dialog->findChild<QComboBox *>();
        box->setCurrentIndex(box->findData(int(output::Format::Json)));
        answer<QFileDialog>([this](QFileDialog *file) {
            answer<QMessageBox>([this](QMessageBox *overwrite) {
                answer<QMessageBox>([](QMessageBox *refusal) { refusal->accept(); });
                overwrite->button(QMessageBox::Yes)->click();
            });
            auto *name = file->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
            name->setText(m_folder->filePath(QStringLiteral("a.json")));
            QTest::keyClick(name, Qt::Key_Return);
        });
        dialog->accept();
    });
    trigger("Export…");
    QCOMPARE(read(path), before);
}

void ExportWindowTest::tooLongAListIsRefused()
{
    QByteArray pods;
    for (int i = 0; i < 1002; ++i) // each reaches each
        pods +=
            "---\n{kind: Pod, apiVersion: v1, metadata: {name: p" + QByteArray::number(i) + "}}\n";
    const QString path = m_folder->filePath(QStringLiteral("many.yaml"));
    write(path, pods);
    m_window->openPaths({path});
    QString said;
    answer<ExportDialog>([&](ExportDialog *dialog) {
        auto *box = dialog->findChild<QComboBox *>();
        box->setCurrentIndex(box->findData(int(output::Format::Json)));
        chooseFile(m_folder->filePath(QStringLiteral("out")));
        dialog->accept();
        answer<QMessageBox>([&](QMessageBox *refusal) {
            said = refusal->text();
            refusal->accept();
        });
    });
    trigger("Export…");
    QVERIFY2(said.contains("more than 1000000 lines"), qPrintable(said));
    QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("out.json"))));
}

void ExportWindowTest::exportsReports_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("pdf") << int(output::Format::Pdf) << QByteArray("%PDF");
    QTest::newRow("html") << int(output::Format::Html) << QByteArray("<!DOCTYPE html>");
}

void ExportWindowTest::exportsReports()
{
    QFETCH(int, format);
    QFETCH(QByteArray, begin);
    const QString path = m_folder->filePath(
        QStringLiteral("r.") + QLatin1String(output::endingOf(output::Format(format))));
    const QString manifest = m_folder->filePath(QStringLiteral("a.yaml"));
    write(manifest, "kind: Pod\napiVersion: v1\nmetadata: {name: a}\n");
    m_window->openPaths({manifest}); // it has no side file
    answer<ExportDialog>([this, format, path](ExportDialog *dialog) {
        auto *box = dialog->findChild<QComboBox *>();
        QCOMPARE(box->count(), 2);
        box->setCurrentIndex(box->findData(format));
        chooseFile(path);
        dialog->accept();
    });
    trigger("Export Report…");
    const QByteArray bytes = read(path);
    QVERIFY(bytes.startsWith(begin));
    if (format == int(output::Format::Pdf))
        QVERIFY(bytes.contains("/Count 2")); // the picture, and the tables
}

void ExportWindowTest::copiesTheWholePicture()
{
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(m_window->canvas(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    QVERIFY(data->hasImage());
    const QByteArray svg = data->data(QStringLiteral("image/svg+xml"));
    QVERIFY(svg.contains(">gateway<") && svg.contains(">database<"));
    const QSize size = canvas::exportSize(document().picture(), {}).toSize();
    QCOMPARE(qvariant_cast<QImage>(data->imageData()).size(), size * 2);
}

void ExportWindowTest::copiesTheSurroundings()
{
    graph::Key database;
    for (const graph::Node &node : document().graph().nodes)
        if (node.title == "database")
            database = node.key;
    m_window->canvas()->reveal(database);
    QCOMPARE(m_window->canvas()->selection().count(database), std::size_t(1));
    trigger("Copy as Picture");
    const QByteArray svg =
        QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("image/svg+xml"));
    QVERIFY(svg.contains(">database<") && svg.contains(">api<"));
    QVERIFY(!svg.contains(">gateway<") && !svg.contains(">Internet<"));
}

void ExportWindowTest::previewsThePage()
{
    bool wasShown = false;
    answer<QPrintPreviewDialog>([&wasShown](QPrintPreviewDialog *dialog) {
        wasShown = true;
        QCOMPARE(dialog->printer()->pageLayout().orientation(), QPageLayout::Landscape);
        dialog->reject();
    });
    trigger("Print…");
    QVERIFY(wasShown);
}

/// As vectors, also what is looked at as an image.
void ExportWindowTest::printsThePage()
{
    m_window->openPaths({manyFiles(m_folder->path(), 200)});
    QVERIFY(!output::pagePreview(document().picture(), {}).isNull());
    const QString path = m_folder->filePath(QStringLiteral("page.pdf"));
    answer<QPrintPreviewDialog>([&](QPrintPreviewDialog *dialog) {
        dialog->printer()->setOutputFileName(path);
        dialog->findChild<QPrintPreviewWidget *>()->print();
        dialog->reject();
    });
    trigger("Print…");
    const QByteArray bytes = read(path);
    QVERIFY(bytes.startsWith("%PDF"));
    QVERIFY2(bytes.size() > 10'000, qPrintable(QString::number(bytes.size()))); // not an empty page
    QVERIFY(!bytes.contains("/Subtype /Image"));
}

void ExportWindowTest::opensStandardInput()
{
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    const int saved = ::dup(0);
    QVERIFY(::dup2(ends[0], 0) == 0);
    const QByteArray text = "kind: Pod\napiVersion: v1\nmetadata: {name: piped}\n";
    QCOMPARE(::write(ends[1], text.constData(), std::size_t(text.size())), ssize_t(text.size()));
    ::close(ends[1]);
    m_window->openPaths({QStringLiteral("-")});
    ::dup2(saved, 0);
    QCOMPARE(document().files().size(), std::size_t(1));
    QVERIFY(document().files().front().path.isEmpty());
    QCOMPARE(document().workspace().file(document().files().front().id).bytes(),
             text.toStdString());
    QCOMPARE(document().graph().nodes.front().title, std::string("piped"));
}

void ExportWindowTest::chartsAreAmongTheProblems()
{
    write(m_folder->filePath("pod.yaml"), "kind: Pod\napiVersion: v1\nmetadata: {name: a}\n");
    QVERIFY(QDir(m_folder->path()).mkpath("chart/templates"));
    write(m_folder->filePath("chart/Chart.yaml"), "apiVersion: v2\nname: c\n");
    m_window->openPaths({m_folder->path()});
    const std::vector<Diagnostic> all = document().diagnostics();
    QCOMPARE(std::count_if(all.begin(), all.end(),
                           [](const Diagnostic &d) { return d.code == Code::HelmChart; }),
             std::ptrdiff_t(1));
    m_window->startNew();
    for (const Diagnostic &diagnostic : document().diagnostics())
        QVERIFY(diagnostic.code != Code::HelmChart);
}

void ExportWindowTest::aChartAloneIsTold()
{
    QVERIFY(QDir(m_folder->path()).mkpath("templates"));
    write(m_folder->filePath("Chart.yaml"), "apiVersion: v2\nname: c\n");
    write(m_folder->filePath("templates/a.yaml"), "kind: {{ .x }}\n");
    QString told;
    answer<QMessageBox>([&told](QMessageBox *box) {
        told = box->text();
        box->accept();
    });
    m_window->openPaths({m_folder->path()});
    QVERIFY2(told.contains("helm template"), qPrintable(told));
}

QTEST_MAIN(ExportWindowTest)
#include "tst_export_window.moc"
