#include "text/text_editor.h"

#include "messages/messages.h"
#include "text/folding.h"
#include "text/line_gutter.h"

#include <QAbstractTextDocumentLayout>
#include <QFontDatabase>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

namespace drawbridge {

namespace {

constexpr qreal kSmallestFont = 6;
constexpr qreal kLargestFont = 40;
constexpr int kTabWidth = 4; ///< of the tab characters that a file may hold

bool isUndoOrRedo(const QKeyEvent *event)
{
    return event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo);
}

/// How the wheel turned, in notches.
int notches(const QWheelEvent *event)
{
    const int turned = event->angleDelta().y();
    return turned == 0 ? 0 : std::max(1, std::abs(turned) / 120) * (turned > 0 ? 1 : -1);
}

} // namespace

TextEditor::TextEditor(QWidget *parent)
    : QPlainTextEdit(parent), m_gutter(new LineGutter(this)), m_folding(new Folding(this))
{
    setUndoRedoEnabled(false);
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    m_normalSize = font.pointSizeF() > 0 ? font.pointSizeF() : 10;
    setFont(font);
    zoom(0);
    document()->setDocumentMargin(4);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &TextEditor::layOutGutter);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int moved) {
        if (moved != 0)
            m_gutter->scroll(0, moved);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        showCaretLine();
        findBrackets();
        describe();
    });
    showColors();
    layOutGutter();
}

TextEditor::~TextEditor() = default;

QVariant TextEditor::loadResource(int, const QUrl &)
{
    return {};
}

void TextEditor::setMarks(std::vector<TextMark> marks)
{
    m_marks = std::move(marks);
    showMarks();
    describe();
}

void TextEditor::setSpoken(const QString &words)
{
    m_spoken = words;
    describe();
}

/// Only what differs is told again.
void TextEditor::describe()
{
    QString words = m_spoken;
    if (words.isEmpty()) {
        QStringList sentences;
        const QTextBlock line = textCursor().block();
        for (const TextMark &mark : m_marks)
            if (line.contains(mark.range.selectionStart()))
                sentences += severityName(mark.severity) + QStringLiteral(": ") + mark.sentence;
        words = sentences.join(QLatin1Char('\n'));
    }
    setAccessibleDescription(words);
}

void TextEditor::showMarks()
{
    QList<QTextEdit::ExtraSelection> selections;
    for (const TextMark &mark : m_marks) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = mark.range;
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(m_colors.underline(mark.severity));
        selections.append(selection);
    }
    for (const auto *ranges : {&m_matches, &m_brackets}) {
        for (const QTextCursor &range : *ranges) {
            QTextEdit::ExtraSelection selection;
            selection.cursor = range;
            selection.format.setBackground(m_colors.found);
            selections.append(selection);
        }
    }
    setExtraSelections(selections);
    m_gutter->update();
}

void TextEditor::setMatches(std::vector<QTextCursor> ranges)
{
    if (m_matches.empty() && ranges.empty())
        return;
    m_matches = std::move(ranges);
    showMarks();
}

void TextEditor::setHighlights(std::vector<QTextCursor> ranges)
{
    const auto isSame = [](const QTextCursor &a, const QTextCursor &b) {
        return a.selectionStart() == b.selectionStart() && a.selectionEnd() == b.selectionEnd();
    };
    const bool areSame =
        std::equal(m_highlights.begin(), m_highlights.end(), ranges.begin(), ranges.end(), isSame);
    m_highlights = std::move(ranges);
    if (!areSame)
        viewport()->update();
}

void TextEditor::zoom(int steps)
{
    QFont larger = font();
    const qreal now = larger.pointSizeF() > 0 ? larger.pointSizeF() : m_normalSize;
    larger.setPointSizeF(std::clamp(now + steps, kSmallestFont, kLargestFont));
    setFont(larger);
    setTabStopDistance(kTabWidth * fontMetrics().horizontalAdvance(u' '));
    layOutGutter();
}

void TextEditor::resetZoom()
{
    zoom(qRound(m_normalSize - font().pointSizeF()));
}

bool TextEditor::zoomByKey(const QKeyEvent *event)
{
    if (event->matches(QKeySequence::ZoomIn) ||
        (event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_Equal))
        zoom(1);
    else if (event->matches(QKeySequence::ZoomOut))
        zoom(-1);
    else if (event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_0)
        resetZoom();
    else
        return false;
    return true;
}

bool TextEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        // A focused QPlainTextEdit takes Ctrl+Z even when it has no undo.
        if (isUndoOrRedo(key)) {
            event->ignore();
            return false;
        }
        const bool isZoom = key->matches(QKeySequence::ZoomIn) ||
                            key->matches(QKeySequence::ZoomOut) ||
                            (key->modifiers() == Qt::ControlModifier &&
                             (key->key() == Qt::Key_Equal || key->key() == Qt::Key_0));
        if (isZoom) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip)
        return showHoverTip(static_cast<QHelpEvent *>(event));
    return QPlainTextEdit::event(event);
}

QString TextEditor::tipAt(const QTextCursor &place) const
{
    QStringList lines;
    for (const TextMark &mark : m_marks)
        if (mark.range.selectionStart() <= place.position() &&
            place.position() <= mark.range.selectionEnd())
            lines.append(mark.sentence.toHtmlEscaped());
    if (const QString said = m_describer ? m_describer(place) : QString(); !said.isEmpty())
        lines.append(said.toHtmlEscaped());
    return lines.isEmpty() ? QString()
                           : QStringLiteral("<qt>%1</qt>").arg(lines.join(QStringLiteral("<br>")));
}

bool TextEditor::showTip()
{
    const QString tip = tipAt(textCursor());
    const QPoint at = viewport()->mapToGlobal(cursorRect().bottomLeft());
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(at, tip, viewport());
    return !tip.isEmpty();
}

/// Of what is below the pointer; beside a line's text there is nothing.
bool TextEditor::showHoverTip(const QHelpEvent *event)
{
    const QPoint point = viewport()->mapFrom(this, event->pos());
    const QTextCursor place = cursorForPosition(point);
    const int room = 2 * fontMetrics().horizontalAdvance(u'9');
    const bool isOverText = std::abs(cursorRect(place).x() - point.x()) <= room;
    const QString tip = isOverText ? tipAt(place) : QString();
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPos(), tip, viewport());
    return true;
}

void TextEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        showColors();
    else if (event->type() == QEvent::FontChange)
        layOutGutter();
}

void TextEditor::showColors()
{
    m_colors = TextColors::of(palette());
    m_colors.background = palette().color(QPalette::Base);
    showMarks();
    viewport()->update();
    m_gutter->update();
    emit colorsChanged();
}

void TextEditor::keyPressEvent(QKeyEvent *event)
{
    if (isUndoOrRedo(event)) {
        event->ignore();
        return;
    }
    if (zoomByKey(event))
        return;
    if (stepOverFold(event) || openFoldsFirst(event))
        return;
    if (isReadOnly() || !takeKey(event))
        QPlainTextEdit::keyPressEvent(event);
    const QString text = event->text();
    const bool isTyped = !text.isEmpty() && text[0].isPrint() &&
                         !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (isTyped)
        emit typed(text);
    else if (event->key() == Qt::Key_Backspace)
        emit typed({});
}

/// True if the key needs no more than what was done here.
bool TextEditor::takeKey(const QKeyEvent *event)
{
    const bool isPlain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (!isPlain)
        return event->text().size() == 1 && event->modifiers() == Qt::GroupSwitchModifier &&
               typeBracket(event->text()[0]);
    switch (event->key()) {
    case Qt::Key_Tab:
        indentLines(true);
        return true;
    case Qt::Key_Backtab:
        indentLines(false);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        insertNewLine();
        return true;
    case Qt::Key_Backspace:
        return removeBracketPair() || removeIndent();
    default:
        return event->text().size() == 1 && typeBracket(event->text()[0]);
    }
}

void TextEditor::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier)
        zoom(notches(event));
    else
        QPlainTextEdit::wheelEvent(event);
}

/// A caret in sight stays so where room is taken away.
void TextEditor::resizeEvent(QResizeEvent *event)
{
    const bool wasInSight = QRect(QPoint(), event->oldSize()).contains(cursorRect());
    QPlainTextEdit::resizeEvent(event);
    layOutGutter();
    if (wasInSight && event->size().height() < event->oldSize().height())
        ensureCursorVisible();
}

void TextEditor::updateGutter()
{
    m_gutter->update();
}

void TextEditor::layOutGutter()
{
    const int width = m_gutter->neededWidth();
    if (viewportMargins().left() != width) // it resizes the viewport, which comes here
        setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    m_gutter->setGeometry(inside.left(), inside.top(), width, viewport()->height());
    m_gutter->update();
}

std::vector<TextEditor::LineInSight> TextEditor::linesInSight(const QRect &clip) const
{
    std::vector<LineInSight> lines;
    QTextBlock block = firstVisibleBlock();
    const QPointF corner = contentOffset();
    QRectF area(corner, QSizeF(viewport()->width() - corner.x(), 0));
    for (; block.isValid() && area.top() <= clip.bottom(); block = block.next()) {
        if (!block.isVisible())
            continue;
        area.setHeight(blockBoundingRect(block).height());
        if (area.bottom() > clip.top())
            lines.push_back({block, area});
        area.moveTop(area.bottom());
    }
    return lines;
}

/// Shades all lines of a range that are in sight.
void TextEditor::fillLines(const QTextCursor &range, const QColor &color, const QRect &clip)
{
    QPainter painter(viewport());
    const int first = range.selectionStart();
    const int last = range.selectionEnd();
    for (const LineInSight &line : linesInSight(clip)) {
        const int begin = line.block.position();
        const int end = begin + line.block.length();
        // A range that ends with its last line's end does not take the next line in.
        if (first < end && (begin < last || (begin == last && !range.hasSelection())))
            painter.fillRect(line.area, color);
    }
}

/// The lines that the caret left and came to are painted again, and the numbers of all.
void TextEditor::showCaretLine()
{
    const QTextBlock left = m_caret.block();
    m_caret = textCursor();
    for (const LineInSight &line : linesInSight(viewport()->rect()))
        if (line.block == left || line.block == m_caret.block())
            viewport()->update(line.area.toAlignedRect());
    m_gutter->update();
}

void TextEditor::paintEvent(QPaintEvent *event)
{
    if (!isReadOnly()) {
        QTextCursor line = textCursor();
        line.clearSelection();
        fillLines(line, m_colors.currentLine, event->rect());
    }
    for (const QTextCursor &range : m_highlights)
        fillLines(range, m_colors.highlightedLines, event->rect());
    QPlainTextEdit::paintEvent(event);
    paintFolds(event->rect());
}

} // namespace drawbridge
