#pragma once

#include "window/plan_dialog.h"

namespace drawbridge {

/// Asks before an intent that has nothing to fill in: what is meant, and what else would change.
class ConfirmDialog : public PlanDialog
{
    Q_OBJECT

public:
    struct Words
    {
        QString title;
        QString text;
        QString accept; ///< on the button
        QString undo;   ///< of the undo step
    };

    ConfirmDialog(Document &document, Words words, edit::Intent intent, QWidget *parent = nullptr);

protected:
    std::optional<edit::Intent> intent(QString &problem) const override;
    QString undoLabel() const override;

private:
    Words m_words;
    edit::Intent m_intent;
};

} // namespace drawbridge
