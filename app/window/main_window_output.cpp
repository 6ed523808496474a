#include "canvas/canvas_widget.h"
#include "canvas/export_part.h"
#include "document/document.h"
#include "document/safe_save.h"
#include "lint/lint.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "output/exporting.h"
#include "output/paper.h"
#include "report/list.h"
#include "window/comparison.h"
#include "window/export_dialog.h"
#include "window/main_window.h"
#include "window/theme.h"
#include "window/view_filter.h"
#include "window/wait_beside.h"
#include "window/waiting_input.h"

#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QPaintEngine>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QStatusBar>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace drawbridge {

namespace {

constexpr double kClipboardScale = 2;
constexpr int kPreviewWidth = 1100; ///< room for all of its tools

/// What an export tells of, with a life of its own: one that was called off may still read it.
struct Exported
{
    struct Compared
    {
        output::Differences differences;
        graph::Graph graph;                  ///< with the differences marked
        std::shared_ptr<OtherVersion> other; ///< what is marked as gone is of it
    };

    kube::Workspace workspace;
    verdict::Evaluator evaluator;
    graph::Graph graph;
    graph::Picture picture;
    std::vector<Diagnostic> ofFiles;
    std::optional<Compared> compared;
};

std::vector<Diagnostic> diagnosticsOf(const Exported &what,
                                      const std::function<bool()> &isCalledOff)
{
    std::vector<Diagnostic> result = what.workspace.diagnostics();
    result.insert(result.end(), what.ofFiles.begin(), what.ofFiles.end());
    lint::Linting linting(what.workspace, what.evaluator);
    while (!isCalledOff() && linting.step()) {
    }
    const std::vector<Diagnostic> findings = linting.takeFindings();
    result.insert(result.end(), findings.begin(), findings.end());
    return result;
}

std::shared_ptr<const Exported> copyOf(const Document &document, const Comparison *comparison)
{
    auto copy = std::make_shared<Exported>(Exported{
        document.workspace(), document.evaluator(), document.graph(),
        comparison ? comparison->marks()->picture(document.contents()) : document.picture(),
        document.diagnosticsOfFiles(), std::nullopt});
    if (comparison)
        copy->compared = {
            {comparison->before(), comparison->after(), comparison->summary(), comparison->lines()},
            comparison->marks()->graph(document.graph()),
            comparison->other()};
    return copy;
}

WaitingWords exportWords()
{
    return {Tr::tr("Export"), [](const SavingProgress &progress) {
                return progress.isTaking() ? Tr::tr("Writing the file…")
                                           : Tr::tr("Preparing the export…");
            }};
}

WaitingWords drawingWords(const QString &title)
{
    return {title, [](const SavingProgress &) { return Tr::tr("Drawing the picture…"); }};
}

/// Asks for a file whose ending says the format.
QString chooseFile(QWidget *parent, const ExportDialog &choice, const QString &fileName)
{
    const QString ending = QLatin1String(output::endingOf(choice.format()));
    QString name = QFileInfo(fileName).completeBaseName();
    name.remove(QLatin1Char('/'));
    QFileDialog dialog(parent, Tr::tr("Export"), {},
                       QStringLiteral("%1 (*.%2)").arg(choice.formatTitle(), ending));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(ending);
    dialog.selectFile((name.isEmpty() ? QStringLiteral("policies") : name) + QLatin1Char('.') +
                      ending);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

/// Empty if it is not so.
QString tooManyShapes(const Exported &what, output::Format format)
{
    const std::size_t count =
        output::countOfShapes(what.compared ? what.compared->graph : what.graph);
    return output::usesPlaces(format) && count > output::kMostShapes
               ? Tr::tr("The picture would have %1 services, addresses and arrows, more than %2. "
                        "Open fewer files.")
                     .arg(qulonglong(count))
                     .arg(qulonglong(output::kMostShapes))
               : QString();
}

/// Of a format whose bytes are empty.
QString whyNothing(output::Format format)
{
    return format == output::Format::Json
               ? Tr::tr("The list would have more than %1 lines or %2 ranges of ports, or tell "
                        "of more than %3 workloads. Open fewer files.")
                     .arg(qulonglong(report::kLongestList))
                     .arg(qulonglong(report::kMostListedRanges))
                     .arg(qulonglong(report::kMostListedEnds))
               : Tr::tr("The picture could not be drawn: it takes more memory than there is.");
}

QByteArray reportPdf(const output::Subject &subject, const output::Options &options)
{
    const report::Report report = output::reportOf(subject, options.title);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return !options.isCalledOff() && output::reportPdf(buffer, report, subject.picture, options)
               ? buffer.data()
               : QByteArray();
}

/// Of the picture, or of a report on pages. Whether it was called off can be asked.
QByteArray bytesOf(const Exported &what, output::Format format, bool isOnPages,
                   const output::Options &options)
{
    const std::vector<Diagnostic> diagnostics = diagnosticsOf(what, options.isCalledOff);
    if (options.isCalledOff())
        return {};
    const output::Subject subject{what.workspace,
                                  what.evaluator,
                                  what.graph,
                                  what.picture,
                                  diagnostics,
                                  output::commonFolder(what.workspace),
                                  what.compared ? &what.compared->differences : nullptr,
                                  what.compared ? &what.compared->graph : nullptr};
    return isOnPages ? reportPdf(subject, options) : output::bytesOf(format, subject, options);
}

/// How an export ended that nobody called off.
struct Written
{
    bool isEmpty = false; ///< there was nothing to write
    std::optional<Failure> failure;
};

} // namespace

QString MainWindow::outputTitle() const
{
    const std::vector<FileInfo> files = m_document->files();
    if (files.size() == 1)
        return files.front().path.isEmpty() ? QString() : visible(files.front().name);
    const QString folder = QString::fromStdString(output::commonFolder(m_document->workspace()));
    return visible(QFileInfo(folder.chopped(folder.isEmpty() ? 0 : 1)).fileName());
}

/// A manifest that is open is never replaced by what was made of it.
bool MainWindow::isSpared(const QString &path) const
{
    QStringList spared{m_document->sidePath()};
    for (const FileInfo &file : m_document->files())
        spared += file.path;
    return std::any_of(spared.cbegin(), spared.cend(), [&](const QString &open) {
        const QString canonical = QFileInfo(open).canonicalFilePath(); // empty if there is none
        return !open.isEmpty() && !canonical.isEmpty() &&
               canonical == QFileInfo(path).canonicalFilePath();
    });
}

/// With the present text, also where what is shown of it has yet to follow; null if nothing is
/// compared.
std::unique_ptr<Comparison> MainWindow::presentComparison() const
{
    return m_comparison ? std::make_unique<Comparison>(*m_document, m_comparison->other(),
                                                       m_comparison->isSwapped())
                        : nullptr;
}

/// The picture, or a report on pages. Made and written beside the window.
void MainWindow::writeOutput(const QString &path, const ExportDialog &choice, bool isOnPages)
{
    std::shared_ptr<const Exported> what;
    besideTidyText(*m_document, [&, isCompared = choice.isWithDifferences()] {
        what = copyOf(*m_document, isCompared ? presentComparison().get() : nullptr);
    });
    if (isSpared(path)) {
        tell(Tr::tr("%1 is one of the open files. Choose another name.").arg(visible(path)));
        return;
    }
    if (const QString problem = tooManyShapes(*what, choice.format()); !problem.isEmpty()) {
        tell(problem);
        return;
    }
    auto make = [path, isOnPages, what = std::move(what), format = choice.format(),
                 options = choice.options()](SavingProgress &progress) mutable {
        options.isCalledOff = [&progress] { return progress.isCancelled(); };
        const QByteArray bytes = bytesOf(*what, format, isOnPages, options);
        Written written{bytes.isEmpty(), std::nullopt};
        if (!bytes.isEmpty())
            written.failure = saveTogether({{path, bytes, std::nullopt, false, false}}, &progress)
                                  .failureOf.front();
        return written;
    };
    const auto written = waitBeside<Written>(std::move(make), exportWords(), this);
    if (!written)
        statusBar()->showMessage(Tr::tr("Nothing was exported."), 5000);
    else if (written->isEmpty)
        tell(whyNothing(choice.format()));
    else if (written->failure)
        tell(message(*written->failure));
    else if (m_filter->isOn())
        statusBar()->showMessage(
            Tr::tr("The file shows everything, also what the filter does not show."), 8000);
    else
        statusBar()->showMessage(Tr::tr("Saved %1.").arg(visible(QFileInfo(path).fileName())),
                                 5000);
}

/// Of what shows two versions: says which.
QString MainWindow::comparedTitle() const
{
    const QString title = outputTitle();
    return (title.isEmpty() ? QString() : title + QStringLiteral(" · ")) +
           Tr::tr("From %1 to %2").arg(m_comparison->before(), m_comparison->after());
}

void MainWindow::exportPicture()
{
    ExportDialog dialog(output::formats(), outputTitle(), this);
    if (m_comparison)
        dialog.offerDifferences(comparedTitle());
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString path = chooseFile(this, dialog, outputTitle());
    if (!path.isEmpty())
        writeOutput(path, dialog, false);
}

void MainWindow::exportReport()
{
    using output::Format;
    ExportDialog dialog({Format::Pdf, Format::Html}, outputTitle(), this);
    dialog.setWindowTitle(Tr::tr("Export Report"));
    dialog.setFormatTitle(Format::Pdf, Tr::tr("Report on pages (PDF)"));
    if (m_comparison)
        dialog.offerDifferences(comparedTitle());
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString path = chooseFile(
        this, dialog, Tr::tr("%1 report").arg(outputTitle()).trimmed() + QLatin1Char('.'));
    if (!path.isEmpty())
        writeOutput(path, dialog, dialog.format() == Format::Pdf);
}

/// The shown picture as it is now, for work beside.
std::shared_ptr<const graph::Picture> MainWindow::pictureToDraw()
{
    std::shared_ptr<const graph::Picture> picture;
    besideTidyText(*m_document, [&] {
        const std::unique_ptr<Comparison> comparison = presentComparison();
        picture = std::make_shared<const graph::Picture>(
            comparison ? comparison->marks()->picture(m_document->contents())
                       : m_document->picture());
    });
    return picture;
}

void MainWindow::print()
{
    const std::shared_ptr<const graph::Picture> picture = pictureToDraw();
    canvas::ExportOptions options;
    options.title = m_comparison ? comparedTitle() : outputTitle();
    options.hasLegend = true;
    options.hasBackground = false;
    const WaitingWords words = drawingWords(Tr::tr("Print"));
    const auto preview = waitBeside<QImage>(
        [picture, options](SavingProgress &progress) mutable {
            options.isCalledOff = [&progress] { return progress.isCancelled(); };
            return output::pagePreview(*picture, options);
        },
        words, this);
    if (!preview)
        return;
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(options.title);
    printer.setCreator(QStringLiteral("Drawbridge"));
    printer.setPageOrientation(output::orientationFor(canvas::exportSize(*picture, options)));
    QPrintPreviewDialog dialog(&printer, this);
    dialog.setWindowTitle(Tr::tr("Print"));
    dialog.resize(std::max(kPreviewWidth, width() * 4 / 5), height() * 4 / 5);
    connect(&dialog, &QPrintPreviewDialog::paintRequested, this, [&](QPrinter *device) {
        if (device->paintEngine()->type() == QPaintEngine::Picture) { // shown, and not printed
            output::showPage(*device, *picture, *preview, options);
            return;
        }
        const auto draw = [&](SavingProgress &progress) {
            return progress.beginTaking() && output::printPicture(*device, *picture, options);
        };
        // To its end: a printer takes nothing back.
        if (!waitBeside<bool>(draw, words, &dialog).value_or(false))
            tell(Tr::tr("The picture could not be printed."));
    });
    dialog.exec();
}

/// For programs that take pixels and for those that take vectors.
void MainWindow::copyPicture()
{
    struct Copy
    {
        QImage image;
        QByteArray svg;
    };
    const auto make = [picture = pictureToDraw(), selection = m_canvas->selection(),
                       palette = Theme::isDark()
                                     ? canvas::CanvasPalette::dark()
                                     : canvas::CanvasPalette::light()](SavingProgress &progress) {
        canvas::ExportOptions options;
        options.isCalledOff = [&progress] { return progress.isCancelled(); };
        const graph::Picture part = canvas::surroundings(*picture, selection);
        return Copy{canvas::image(part, palette, kClipboardScale, options),
                    canvas::svg(part, palette, options)};
    };
    const auto copy = waitBeside<Copy>(make, drawingWords(Tr::tr("Copy as Picture")), this);
    if (!copy) {
        statusBar()->showMessage(Tr::tr("Nothing was copied."), 5000);
        return;
    }
    if (copy->image.isNull()) {
        tell(Tr::tr("The picture could not be drawn: it takes more memory than there is."));
        return;
    }
    auto *mime = new QMimeData;
    mime->setImageData(copy->image);
    mime->setData(QStringLiteral("image/svg+xml"), copy->svg);
    QGuiApplication::clipboard()->setMimeData(mime);
}

} // namespace drawbridge
