#include "messages/announcer.h"

#include <QWidget>

namespace drawbridge {

Announcer::Announcer(QWidget *area) : QObject(area), m_area(area)
{
}

void Announcer::tell(const QString &sentence)
{
    if (sentence == m_told)
        return;
    if (m_field && m_field->accessibleDescription() == m_told)
        m_field->setAccessibleDescription(m_before);
    m_told = sentence;
    m_field = m_area->focusWidget() ? m_area->focusWidget() : m_area;
    m_before = m_field->accessibleDescription();
    if (!sentence.isEmpty())
        m_field->setAccessibleDescription(sentence); // raises the event
}

} // namespace drawbridge
