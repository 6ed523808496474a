#include "window/difference_view.h"

#include "messages/messages.h"

#include <QEvent>
#include <QFontDatabase>
#include <QScreen>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <optional>

namespace drawbridge {

DifferenceView::DifferenceView(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
}

static QStringList shownLines(const std::string &difference)
{
    QStringList lines;
    for (const QString &line : QString::fromStdString(difference).split(QLatin1Char('\n')))
        lines += visible(line);
    while (!lines.isEmpty() && lines.back().isEmpty())
        lines.removeLast();
    return lines;
}

void DifferenceView::setDifference(const std::string &difference)
{
    showLines(shownLines(difference));
}

void DifferenceView::setDifference(const std::string &difference, const QString &before,
                                   const QString &after)
{
    QStringList lines = shownLines(difference);
    if (lines.size() > 1) {
        lines[0] = QStringLiteral("--- ") + before;
        lines[1] = QStringLiteral("+++ ") + after;
    }
    showLines(lines);
}

void DifferenceView::showLines(const QStringList &lines)
{
    const QString now = lines.join(QLatin1Char('\n'));
    if (now == toPlainText())
        return;
    setPlainText(now);
    colour();
    updateGeometry();
}

namespace {

/// Text has a contrast of at least 4.5 on what is behind it.
struct LineColors
{
    QColor text;
    QColor behind;
};

std::optional<LineColors> colorsOf(const QString &line, bool isDark)
{
    if (line.startsWith(QLatin1Char('-')))
        return isDark ? LineColors{"#ffb4ab", "#43211f"} : LineColors{"#8c1d18", "#fdeceb"};
    if (line.startsWith(QLatin1Char('+')))
        return isDark ? LineColors{"#9adbb0", "#173524"} : LineColors{"#0b5a2b", "#e6f4ea"};
    if (line.startsWith(QLatin1String("@@")))
        return isDark ? LineColors{"#9fb4d0", {}} : LineColors{"#45597a", {}};
    return {};
}

} // namespace

/// Nothing by colour alone: each line keeps its sign.
void DifferenceView::colour()
{
    const bool isDark = palette().color(QPalette::Base).lightness() < 128;
    QTextCursor all(document());
    all.beginEditBlock(); // laid out once
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const auto colors = colorsOf(block.text(), isDark);
        if (!colors)
            continue;
        QTextCursor cursor(block);
        QTextBlockFormat behind;
        if (colors->behind.isValid())
            behind.setBackground(colors->behind);
        cursor.setBlockFormat(behind);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        QTextCharFormat text;
        text.setForeground(colors->text);
        cursor.setCharFormat(text);
    }
    all.endEditBlock();
}

void DifferenceView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        colour();
}

QSize DifferenceView::minimumSizeHint() const
{
    constexpr int kLeastLines = 4;
    const int line = fontMetrics().lineSpacing();
    const int around = 2 * (frameWidth() + int(document()->documentMargin())) +
                       horizontalScrollBar()->sizeHint().height();
    const int most = std::max(screen()->availableSize().height() / 2, kLeastLines * line);
    const int lines = std::max(document()->blockCount(), kLeastLines);
    return {QPlainTextEdit::minimumSizeHint().width(), std::min(lines * line + around, most)};
}

QSize DifferenceView::sizeHint() const
{
    return {QPlainTextEdit::sizeHint().width(), minimumSizeHint().height()};
}

} // namespace drawbridge
