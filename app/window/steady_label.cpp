#include "window/steady_label.h"

#include <algorithm>

namespace drawbridge {

SteadyLabel::SteadyLabel(int lines, QWidget *parent) : QLabel(parent), m_lines(lines)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
}

int SteadyLabel::heightForWidth(int width) const
{
    const int least = m_lines * fontMetrics().lineSpacing();
    int &highest = m_highest[width];
    highest = std::max({highest, least, text().isEmpty() ? 0 : QLabel::heightForWidth(width)});
    return highest;
}

QSize SteadyLabel::minimumSizeHint() const
{
    const QSize own = QLabel::minimumSizeHint();
    return {own.width(), std::max(own.height(), m_lines * fontMetrics().lineSpacing())};
}

} // namespace drawbridge
