#include "canvas/export_notes.h"

#include "canvas/elements.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"

namespace drawbridge::canvas {

static constexpr double kLine = 16;
static constexpr double kHeading = 30;
static constexpr double kSide = 20;
static constexpr double kNumber = 34; ///< room for the sign

/// Broken at blanks; a word that is wider than a line is cut where it is drawn.
static QStringList wrapped(const QString &text, double width)
{
    QStringList lines;
    for (const QString &paragraph : text.split(QLatin1Char('\n'))) {
        QString line;
        for (const QString &word : paragraph.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const QString longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
            if (!line.isEmpty() && widthOf(longer, TextRole::SubLine) > width) {
                lines += line;
                line = word;
            } else {
                line = longer;
            }
        }
        lines += line;
    }
    return lines;
}

static QStringList linesOf(const graph::Note &note, double width)
{
    QString text = visible(note.element) + QStringLiteral(": ");
    QStringList words;
    for (const QString &line : QString::fromStdString(note.text).split(QLatin1Char('\n')))
        words += visible(line);
    text += words.join(QLatin1Char('\n'));
    if (!note.author.empty())
        text += QStringLiteral(" (%1)").arg(visible(note.author));
    if (!note.isDrawn)
        text += QStringLiteral(" – ") + Tr::tr("belongs to nothing that is drawn");
    return wrapped(text, width - 2 * kSide - kNumber);
}

double notesHeight(const std::vector<graph::Note> &notes, double width)
{
    if (notes.empty())
        return 0;
    double height = kHeading + kSide;
    for (const graph::Note &note : notes)
        height += kLine * double(linesOf(note, width).size()) + 6;
    return height;
}

void drawNotes(MarkSink &sink, const std::vector<graph::Note> &notes, const QRectF &area)
{
    if (notes.empty())
        return;
    const double left = area.x() + kSide;
    double y = area.y() + 16;
    sink.text({Tr::tr("Notes"), {left, y}, TextRole::CardTitle, Ink::Title, area.width()});
    y += kHeading - 8;
    for (const graph::Note &note : notes) {
        const QString number = QString::number(note.number);
        drawSign(sink, signRect({left + 12, y - 4}, number), number);
        for (const QString &line : linesOf(note, area.width())) {
            sink.text({line,
                       {left + kNumber, y},
                       TextRole::SubLine,
                       Ink::Title,
                       area.width() - 2 * kSide - kNumber + 8});
            y += kLine;
        }
        y += 6;
    }
}

void drawSigns(MarkSink &sink, const Scene &scene)
{
    for (const auto &[key, text] : scene.signs())
        drawSign(sink, scene.signRect(key), text);
}

} // namespace drawbridge::canvas
