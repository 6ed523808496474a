#include "window/form_input.h"

#include "messages/tr.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>

#include <utility>

namespace drawbridge {

FormInput::FormInput(QWidget &form, More more)
    : m_form(form)
    , m_more(std::move(more))
    , m_field(std::make_shared<QPointer<QWidget>>(form.focusWidget()))
{
    keep();
    followFocus();
}

/// The button that leaves the form is no field.
void FormInput::followFocus()
{
    QObject::connect(qApp, &QApplication::focusChanged, &m_form,
                     [form = &m_form, field = m_field](QWidget *, QWidget *now) {
                         const bool isField =
                             now && form->isAncestorOf(now) &&
                             !qobject_cast<QDialogButtonBox *>(now->parentWidget());
                         if (isField)
                             *field = now;
                     });
}

void FormInput::keep()
{
    m_kept = read();
}

/// In the order of the fields, so that one more or less is seen too.
QStringList FormInput::read() const
{
    QStringList held = m_more ? m_more() : QStringList();
    for (const QWidget *widget : m_form.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&m_form))
            continue;
        if (const auto *box = qobject_cast<const QComboBox *>(widget))
            held += box->currentText();
        else if (const auto *edit = qobject_cast<const QLineEdit *>(widget);
                 edit && !edit->isReadOnly() && !qobject_cast<QComboBox *>(edit->parentWidget()) &&
                 !qobject_cast<QAbstractSpinBox *>(edit->parentWidget()))
            held += edit->text();
        else if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget);
                 text && !text->isReadOnly())
            held += text->toPlainText();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget);
                 button && button->isCheckable() && !button->property("isLook").toBool())
            held += button->isChecked() ? QStringLiteral("x") : QString();
    }
    return held;
}

bool FormInput::isChanged() const
{
    return read() != m_kept;
}

bool FormInput::mayDiscard() const
{
    if (!isChanged())
        return true;
    QMessageBox box(QMessageBox::Question, m_form.windowTitle(),
                    Tr::tr("What you filled in is not kept. Discard it?"), QMessageBox::NoButton,
                    &m_form);
    box.setObjectName(QStringLiteral("discardQuestion"));
    QPushButton *keep = box.addButton(Tr::tr("&Keep Editing"), QMessageBox::RejectRole);
    QPushButton *discard = box.addButton(Tr::tr("&Discard"), QMessageBox::DestructiveRole);
    discard->setObjectName(QStringLiteral("discard"));
    box.setDefaultButton(keep);
    box.setEscapeButton(keep);
    box.exec();
    if (box.clickedButton() == discard)
        return true;
    m_form.activateWindow();
    if (*m_field)
        (*m_field)->setFocus(Qt::OtherFocusReason);
    return false;
}

} // namespace drawbridge
