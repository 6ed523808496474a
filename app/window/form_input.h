#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace drawbridge {

/// What the fields of a form hold, to know whether somebody filled something in, and to ask before
/// that is dropped.
class FormInput
{
public:
    using More = std::function<QStringList()>;

    /// `more`: what the form holds besides its fields, as the order of its parts.
    explicit FormInput(QWidget &form, More more = {});

    /// What is there now counts as unchanged.
    void keep();
    bool isChanged() const;
    /// True if nothing was changed since keep(), or the user gives it up.
    bool mayDiscard() const;

private:
    QStringList read() const;

    QWidget &m_form;
    More m_more;
    QStringList m_kept;
};

} // namespace drawbridge
