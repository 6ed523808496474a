#pragma once

#include "window/plan_dialog.h"

#include <functional>

class QLineEdit;

namespace drawbridge {

/// A dialog of one line from which an intent is made: a new name, labels, ports, a namespace.
class LineDialog : public PlanDialog
{
    Q_OBJECT

public:
    /// The intent that a text says; nothing and the problem if it says none.
    using Reading =
        std::function<std::optional<edit::Intent>(const QString &text, QString &problem)>;

    struct Words
    {
        QString title;
        QString field;       ///< what the line holds
        QString explanation; ///< below it; empty for none
        QString accept;      ///< on the button
        QString undo;        ///< of the undo step; %1 is the text
    };

    LineDialog(Document &document, Words words, const QString &text, Reading reading,
               QWidget *parent = nullptr);

    QLineEdit *edit() const { return m_edit; }
    /// Offered while the user types.
    void setChoices(const QStringList &choices);

protected:
    std::optional<edit::Intent> intent(QString &problem) const override;
    QString undoLabel() const override;
    QString remark(const Plan &plan) const override;

private:
    Words m_words;
    QLineEdit *m_edit;
    Reading m_reading;
};

} // namespace drawbridge
