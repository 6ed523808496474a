#pragma once

#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <memory>

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
    /// True if nothing was changed since keep(), or the user gives it up. Who goes on editing has
    /// the keyboard in the field that had it last.
    bool mayDiscard() const;

private:
    QStringList read() const;
    void followFocus();

    QWidget &m_form;
    More m_more;
    QStringList m_kept;
    std::shared_ptr<QPointer<QWidget>> m_field; ///< that had the keyboard last
};

} // namespace drawbridge
