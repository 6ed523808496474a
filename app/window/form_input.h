#pragma once

#include <QStringList>

class QWidget;

namespace drawbridge {

/// What the fields of a form hold, to know whether somebody filled something in, and to ask before
/// that is dropped.
class FormInput
{
public:
    explicit FormInput(QWidget &form);

    /// What is there now counts as unchanged.
    void keep();
    bool isChanged() const;
    /// True if nothing was changed since keep(), or the user gives it up.
    bool mayDiscard() const;

private:
    QStringList read() const;

    QWidget &m_form;
    QStringList m_kept;
};

} // namespace drawbridge
