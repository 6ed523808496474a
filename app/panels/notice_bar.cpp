#include "panels/notice_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace drawbridge {

NoticeBar::NoticeBar(const QString &leaving, QWidget *parent)
    : QFrame(parent), m_text(new QLabel), m_leave(new QPushButton(leaving))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 6, 10, 6);
    layout->setSpacing(10);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_leave);
    setFocusProxy(m_leave);
    connect(m_leave, &QPushButton::clicked, this, &NoticeBar::leavingRequested);
}

void NoticeBar::setText(const QString &mode, const QString &sentence)
{
    m_whole = mode + QStringLiteral(" – ") + sentence;
    setAccessibleName(mode);
    setAccessibleDescription(sentence);
    cut();
}

void NoticeBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    cut();
}

/// What has no room is in the tooltip: a bar of many lines would hide what it speaks of.
void NoticeBar::cut()
{
    const QString shown =
        m_text->fontMetrics().elidedText(m_whole, Qt::ElideRight, m_text->width());
    m_text->setText(shown);
    m_text->setToolTip(
        shown == m_whole ? QString() : QStringLiteral("<qt>%1</qt>").arg(m_whole.toHtmlEscaped()));
}

} // namespace drawbridge
