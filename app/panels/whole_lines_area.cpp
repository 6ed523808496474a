#include "panels/whole_lines_area.h"

#include <QLabel>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>

namespace drawbridge {

namespace {

/// The bottom of the last line that fits into a height, as a label lays out its text.
int lastWholeLine(const QLabel &label, int width, int height)
{
    QTextDocument document;
    document.setDocumentMargin(0);
    document.setDefaultFont(label.font());
    document.setHtml(label.text());
    document.setTextWidth(width);
    if (document.size().height() <= height)
        return height;
    double bottom = 0;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QTextLayout &layout = *block.layout();
        for (int i = 0; i < layout.lineCount(); ++i) {
            const double end =
                layout.position().y() + layout.lineAt(i).y() + layout.lineAt(i).height();
            if (end <= height)
                bottom = std::max(bottom, end);
        }
    }
    return bottom > 0 ? int(bottom) + 1 : height;
}

} // namespace

WholeLinesArea::WholeLinesArea(QLabel *label, QWidget *parent) : QScrollArea(parent), m_label(label)
{
    setWidget(label);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
}

void WholeLinesArea::fit()
{
    const int inside = viewport()->height() + viewportMargins().bottom(); // a frame takes some
    const int below = inside - lastWholeLine(*m_label, viewport()->width(), inside);
    if (viewportMargins().bottom() != below)
        setViewportMargins(0, 0, 0, std::max(below, 0));
}

void WholeLinesArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

} // namespace drawbridge
