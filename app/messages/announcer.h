#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

class QWidget;

namespace drawbridge {

/// Tells a screen reader what changed elsewhere than at the keyboard: as the description of the
/// widget that has it, which gets its own back afterwards. Says nothing twice in a row.
class Announcer : public QObject
{
public:
    /// Of what happens inside `area`.
    explicit Announcer(QWidget *area);

    /// Empty: there is nothing to say any more.
    void tell(const QString &sentence);
    const QString &told() const { return m_told; }

private:
    QWidget *m_area;
    QPointer<QWidget> m_field;
    QString m_before; ///< the field's own description
    QString m_told;
};

} // namespace drawbridge
