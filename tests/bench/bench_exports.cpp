// For how long a window answers nothing while it exports, in milliseconds: the longest time between
// two turns of its event loop, and how long it takes in all, by format, for pictures and reports.
// Arguments: numbers of policies, 300 14000 if not given; --only WORD: what has it in its name;
// --verbose.

#include "figures.h"
#include "generate.h"
#include "watch.h"

#include "document/document.h"
#include "window/export_dialog.h"
#include "window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace drawbridge;
using namespace drawbridge::bench;

namespace {

/// Answers the questions that an export asks: `format` of those offered, into `path`.
void answer(output::Format format, const QString &path)
{
    QWidget *modal = QApplication::activeModalWidget();
    if (auto *choice = qobject_cast<ExportDialog *>(modal)) {
        auto *box = choice->findChild<QComboBox *>();
        box->setCurrentIndex(box->findData(int(format)));
        QMetaObject::invokeMethod(choice, &QDialog::accept, Qt::QueuedConnection);
    } else if (auto *refusal = qobject_cast<QMessageBox *>(modal)) {
        QMetaObject::invokeMethod(refusal, &QDialog::reject, Qt::QueuedConnection);
    } else if (auto *file = qobject_cast<QFileDialog *>(modal)) {
        file->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(path);
        QMetaObject::invokeMethod(
            file, [file] { QTest::keyClick(file->focusWidget(), Qt::Key_Return); },
            Qt::QueuedConnection);
    }
}

QAction *actionNamed(MainWindow &window, const char *words)
{
    for (QAction *action : window.findChildren<QAction *>())
        if (action->text().remove(u'&') == QString::fromUtf8(words))
            return action;
    return nullptr;
}

void benchExports(WatchedApplication &application, std::size_t policies, const QString &only,
                  bool isVerbose)
{
    Shape shape;
    shape.policies = policies;
    const QTemporaryDir folder;
    const QTemporaryDir out;
    write(generate(shape), folder.path().toStdString());
    MainWindow window;
    window.resize(1440, 900);
    window.show();
    window.openPaths({folder.path()});
    turnUntil([&] {
        return window.document().roots() == QStringList(folder.path()) &&
               !window.document().isBehind();
    });
    QTest::qWait(2000);
    Watch watch(5);
    const auto run = [&](const char *command, output::Format format) {
        const QString name =
            QStringLiteral("%1 %2").arg(QString::fromUtf8(command).remove(QStringLiteral("…")),
                                        QLatin1String(output::endingOf(format)));
        if (!name.contains(only, Qt::CaseInsensitive))
            return;
        const QString path = out.filePath(QStringLiteral("out.") + output::endingOf(format));
        bool isDone = false;
        QTimer tick;
        QObject::connect(&tick, &QTimer::timeout, &tick, [&] { answer(format, path); });
        tick.start(50);
        application.takeHeld();
        watch.takeLongest();
        const double begin = wallTime();
        QMetaObject::invokeMethod(
            &window,
            [&] {
                actionNamed(window, command)->trigger();
                isDone = true;
            },
            Qt::QueuedConnection);
        turnUntil([&] { return isDone; });
        const double all = wallTime() - begin;
        std::printf("%9zu  %-24s %10.0f %10.0f %10.1f\n", policies, qPrintable(name),
                    watch.takeLongest(), all, double(QFileInfo(path).size()) / 1e6);
        if (isVerbose)
            printHeld(qPrintable(name), application.takeHeld());
        std::fflush(stdout);
        QFile::remove(path);
    };
    for (const output::Format format : output::formats())
        run("Export…", format);
    for (const output::Format format : {output::Format::Pdf, output::Format::Html})
        run("Export Report…", format);
}

} // namespace

int main(int argc, char *argv[])
{
    prepare();
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    WatchedApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({"only", "print what has this word in its name", "word"});
    const std::vector<std::size_t> sizes = process(parser, {300, 14'000});
    std::printf("%9s  %-24s %10s %10s %10s\n", "policies", "exported", "held, ms", "all, ms",
                "size, MB");
    for (const std::size_t size : sizes)
        benchExports(application, size, parser.value("only"), parser.isSet("verbose"));
    return 0;
}
