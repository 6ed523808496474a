#include "canvas/canvas_widget.h"
#include "canvas/export_part.h"
#include "document/document.h"
#include "document/safe_save.h"
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

#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QStatusBar>

#include <algorithm>
#include <utility>

namespace drawbridge {

namespace {

constexpr double kClipboardScale = 2;
constexpr int kPreviewWidth = 1100; ///< room for all of its tools

output::Subject subjectOf(const Document &document, const graph::Picture &picture,
                          const std::vector<Diagnostic> &diagnostics,
                          const output::Differences *differences, const graph::Graph *marked)
{
    return {document.workspace(), document.evaluator(),
            document.graph(),     picture,
            diagnostics,          output::commonFolder(document.workspace()),
            differences,          marked};
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

/// Of a format whose bytes are empty.
QString whyNothing(output::Format format)
{
    return format == output::Format::Json
               ? Tr::tr("The list would have more than %1 lines, or tell of more than %2 "
                        "workloads. Open fewer files.")
                     .arg(qulonglong(report::kLongestList))
                     .arg(qulonglong(report::kMostListedEnds))
               : Tr::tr("The picture could not be drawn: it takes more memory than there is.");
}

QByteArray reportPdf(const output::Subject &subject, const output::Options &options)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return output::reportPdf(buffer, output::reportOf(subject, options.title), subject.picture,
                             options.hasLegend)
               ? buffer.data()
               : QByteArray();
}

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
void MainWindow::writeOutput(const QString &path, const QByteArray &bytes)
{
    QStringList spared{m_document->sidePath()};
    for (const FileInfo &file : m_document->files())
        spared += file.path;
    for (const QString &open : std::as_const(spared)) {
        const QString canonical = QFileInfo(open).canonicalFilePath(); // empty if there is none
        if (!open.isEmpty() && !canonical.isEmpty() &&
            canonical == QFileInfo(path).canonicalFilePath()) {
            tell(Tr::tr("%1 is one of the open files. Choose another name.").arg(visible(path)));
            return;
        }
    }
    if (const auto failure = safeSave(path, bytes, std::nullopt))
        tell(message(*failure));
    else if (m_filter->isOn())
        statusBar()->showMessage(
            Tr::tr("The file shows everything, also what the filter does not show."), 8000);
    else
        statusBar()->showMessage(Tr::tr("Saved %1.").arg(visible(QFileInfo(path).fileName())),
                                 5000);
}

/// Of the picture, or of a report on pages.
QByteArray MainWindow::outputBytes(const ExportDialog &choice, bool isOnPages)
{
    m_document->tidy();
    const std::vector<Diagnostic> diagnostics = m_document->diagnostics();
    const bool isCompared = m_comparison && choice.isWithDifferences();
    const graph::Picture picture = isCompared ? shownPicture() : m_document->picture();
    output::Differences differences;
    if (isCompared)
        differences = {m_comparison->before(), m_comparison->after(), m_comparison->summary(),
                       m_comparison->lines()};
    const graph::Graph marked = isCompared ? m_comparison->graph() : graph::Graph();
    const output::Subject subject =
        subjectOf(*m_document, picture, diagnostics, isCompared ? &differences : nullptr,
                  isCompared ? &marked : nullptr);
    return isOnPages ? reportPdf(subject, choice.options())
                     : output::bytesOf(choice.format(), subject, choice.options());
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
    if (path.isEmpty())
        return;
    const QByteArray bytes = outputBytes(dialog, false);
    bytes.isEmpty() ? tell(whyNothing(dialog.format())) : writeOutput(path, bytes);
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
    if (path.isEmpty())
        return;
    const QByteArray bytes = outputBytes(dialog, dialog.format() == Format::Pdf);
    bytes.isEmpty() ? tell(whyNothing(dialog.format())) : writeOutput(path, bytes);
}

void MainWindow::print()
{
    const graph::Picture picture = shownPicture();
    canvas::ExportOptions options;
    options.title = m_comparison ? comparedTitle() : outputTitle();
    options.hasLegend = true;
    options.hasBackground = false;
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(options.title);
    printer.setCreator(QStringLiteral("Drawbridge"));
    printer.setPageOrientation(output::orientationFor(canvas::exportSize(picture, options)));
    QPrintPreviewDialog preview(&printer, this);
    preview.setWindowTitle(Tr::tr("Print"));
    preview.resize(std::max(kPreviewWidth, width() * 4 / 5), height() * 4 / 5);
    connect(&preview, &QPrintPreviewDialog::paintRequested, this,
            [&](QPrinter *device) { output::printPicture(*device, picture, options); });
    preview.exec();
}

/// For programs that take pixels and for those that take vectors.
void MainWindow::copyPicture()
{
    const graph::Picture part = canvas::surroundings(shownPicture(), m_canvas->selection());
    const canvas::CanvasPalette palette =
        Theme::isDark() ? canvas::CanvasPalette::dark() : canvas::CanvasPalette::light();
    const QImage image = canvas::image(part, palette, kClipboardScale);
    if (image.isNull()) {
        tell(Tr::tr("The picture could not be drawn: it takes more memory than there is."));
        return;
    }
    auto *mime = new QMimeData;
    mime->setImageData(image);
    mime->setData(QStringLiteral("image/svg+xml"), canvas::svg(part, palette));
    QGuiApplication::clipboard()->setMimeData(mime);
}

} // namespace drawbridge
