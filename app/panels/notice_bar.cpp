#include "panels/notice_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace drawbridge {

NoticeBar::NoticeBar(const QString &leaving, QWidget *parent)
    : QFrame(parent), m_text(new QLabel), m_leave(new QPushButton(leaving))
{
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 6, 10, 6);
    layout->setSpacing(10);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_leave);
    connect(m_leave, &QPushButton::clicked, this, &NoticeBar::leavingRequested);
}

void NoticeBar::setText(const QString &mode, const QString &sentence)
{
    m_text->setText(
        QStringLiteral("<b>%1</b> – %2").arg(mode.toHtmlEscaped(), sentence.toHtmlEscaped()));
    setAccessibleName(mode);
    setAccessibleDescription(sentence);
}

} // namespace drawbridge
