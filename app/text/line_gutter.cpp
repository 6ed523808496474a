#include "text/line_gutter.h"

#include "messages/severity_sign.h"
#include "text/folding.h"
#include "text/text_editor.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

namespace drawbridge {

namespace {

constexpr int kSideRoom = 8;
constexpr int kDotRoom = 12;
constexpr int kFoldRoom = 14;
constexpr qreal kSignSize = 8;

int digits(int number)
{
    int count = 1;
    for (; number >= 10; number /= 10)
        ++count;
    return count;
}

} // namespace

LineGutter::LineGutter(TextEditor *editor) : QWidget(editor), m_editor(editor)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

int LineGutter::neededWidth() const
{
    const int places = std::max(2, digits(m_editor->blockCount()));
    return kDotRoom + places * m_editor->fontMetrics().horizontalAdvance(u'9') + kSideRoom +
           kFoldRoom;
}

QString LineGutter::tip(int block) const
{
    QString tip;
    for (const TextMark &mark : m_editor->marks()) {
        if (m_editor->document()->findBlock(mark.range.selectionStart()).blockNumber() != block)
            continue;
        if (!tip.isEmpty())
            tip += QStringLiteral("<br>");
        tip += mark.sentence.toHtmlEscaped();
    }
    return tip;
}

std::optional<Severity> LineGutter::severity(int block) const
{
    std::optional<Severity> worst;
    for (const TextMark &mark : m_editor->marks()) {
        const int at = m_editor->document()->findBlock(mark.range.selectionStart()).blockNumber();
        if (at == block && (!worst || mark.severity < *worst))
            worst = mark.severity;
    }
    return worst;
}

bool LineGutter::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QTextCursor at = m_editor->cursorForPosition(QPoint(0, help->pos().y()));
    if (const QString text = tip(at.blockNumber()); !text.isEmpty())
        QToolTip::showText(help->globalPos(), text, this);
    else
        QToolTip::hideText();
    return true;
}

void LineGutter::paintEvent(QPaintEvent *event)
{
    const TextColors &colors = m_editor->colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(event->rect(), colors.background);
    painter.setFont(m_editor->font());
    std::map<int, Severity> worst;
    for (const TextMark &mark : m_editor->marks()) {
        const QTextBlock marked = m_editor->document()->findBlock(mark.range.selectionStart());
        const int number = Folding::shownFor(marked).blockNumber();
        const auto [at, isNew] = worst.emplace(number, mark.severity);
        at->second = std::min(at->second, mark.severity);
    }
    const int current = m_editor->textCursor().blockNumber();
    for (const auto &[block, line] : m_editor->linesInSight(event->rect())) {
        const int number = block.blockNumber();
        painter.setPen(number == current ? colors.text : colors.lineNumber);
        // The last block is higher by the document's margin, so its height tells nothing.
        painter.drawText(
            QRectF(0, line.top(), width() - kFoldRoom, m_editor->fontMetrics().height()),
            Qt::AlignRight | Qt::AlignVCenter, QString::number(number + 1));
        paintFoldSign(painter, block, line);
        if (const auto found = worst.find(number); found != worst.end()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colors.underline(found->second));
            QRectF sign(0, 0, kSignSize, kSignSize);
            sign.moveCenter({kDotRoom / 2.0 + 2, line.center().y()});
            painter.drawPath(severitySign(found->second, sign));
        }
    }
}

void LineGutter::wheelEvent(QWheelEvent *event)
{
    QCoreApplication::sendEvent(m_editor->viewport(), event);
}

/// A triangle that points down while the lines below are in sight, else to the right.
void LineGutter::paintFoldSign(QPainter &painter, const QTextBlock &block, const QRectF &line) const
{
    const bool isFolded = Folding::isFolded(block);
    if (!isFolded && !Folding::canFold(block))
        return;
    const QPointF center(width() - kFoldRoom / 2.0,
                         line.top() + m_editor->fontMetrics().height() / 2.0);
    const qreal reach = 3.5;
    QPolygonF sign{{-reach, -reach / 2}, {reach, -reach / 2}, {0, reach / 2 + 1}};
    if (isFolded)
        sign = QPolygonF{{-reach / 2, -reach}, {-reach / 2, reach}, {reach / 2 + 1, 0}};
    painter.setPen(Qt::NoPen);
    painter.setBrush(isFolded ? m_editor->colors().text : m_editor->colors().lineNumber);
    painter.drawPolygon(sign.translated(center));
}

/// A click on a number puts the caret into the line, one on the sign beside it folds.
void LineGutter::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    QTextCursor cursor = m_editor->cursorForPosition(QPoint(0, point.y()));
    const QTextBlock block = cursor.block();
    if (point.x() >= width() - kFoldRoom && (Folding::isFolded(block) || Folding::canFold(block))) {
        m_editor->folding()->toggle(block);
        return;
    }
    cursor.movePosition(QTextCursor::StartOfBlock);
    m_editor->setTextCursor(cursor);
    m_editor->setFocus(Qt::MouseFocusReason);
}

} // namespace drawbridge
