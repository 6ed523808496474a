#include "window/body_area.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

#include <algorithm>

namespace drawbridge {

BodyArea::BodyArea(QWidget *body, QWidget *parent) : QScrollArea(parent)
{
    setWidget(body);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // its fields have it, and scroll
    body->installEventFilter(this);
}

QSize BodyArea::sizeHint() const
{
    const QSize hint = widget()->sizeHint().expandedTo(widget()->minimumSizeHint());
    const QLayout *layout = widget()->layout();
    return {hint.width(), layout->hasHeightForWidth() ? layout->totalHeightForWidth(hint.width())
                                                      : hint.height()};
}

QSize BodyArea::minimumSizeHint() const
{
    constexpr int kLeastLines = 4;
    const int bar = verticalScrollBar()->isVisible() ? verticalScrollBar()->width() : 0;
    return {widget()->minimumSizeHint().width() + bar,
            std::min(sizeHint().height(), kLeastLines * fontMetrics().lineSpacing())};
}

int BodyArea::neededHeight() const
{
    QLayout *layout = widget()->layout();
    layout->activate();
    const int width = viewport()->width();
    return layout->hasHeightForWidth() ? layout->totalMinimumHeightForWidth(width)
                                       : layout->totalMinimumSize().height();
}

/// What it holds has another size: so has it.
bool BodyArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace drawbridge
