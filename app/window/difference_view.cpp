#include "window/difference_view.h"

#include "messages/messages.h"

#include <QFontDatabase>
#include <QScreen>
#include <QScrollBar>

#include <algorithm>

namespace drawbridge {

DifferenceView::DifferenceView(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
}

void DifferenceView::setDifference(const std::string &difference)
{
    QStringList lines;
    for (const QString &line : QString::fromStdString(difference).split(QLatin1Char('\n')))
        lines += visible(line);
    while (!lines.isEmpty() && lines.back().isEmpty())
        lines.removeLast();
    const QString now = lines.join(QLatin1Char('\n'));
    if (now == toPlainText())
        return;
    setPlainText(now);
    updateGeometry();
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
