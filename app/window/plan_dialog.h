#pragma once

#include "document/document.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace drawbridge {

/// A dialog that makes one intent. It plans while the user types, says what else would change and
/// shows the text that would be written, and pushes only what it has shown, as one undo step.
class PlanDialog : public QDialog
{
    Q_OBJECT

public:
    PlanDialog(Document &document, const QString &title, QWidget *parent);

    void accept() override;
    /// What was pushed; nothing before that.
    const std::optional<Plan> &pushed() const { return m_pushed; }

protected:
    /// The intent that the fields say; nothing if they say none, and then perhaps why.
    virtual std::optional<edit::Intent> intent(QString &problem) const = 0;
    virtual QString undoLabel() const = 0;
    /// What a person should know of a plan besides the pairs that change; empty for most.
    virtual QString remark(const Plan &plan) const;

    QVBoxLayout *fields() { return m_fields; }
    QPushButton *acceptButton() { return m_accept; }
    void setAcceptText(const QString &text, const QString &withChanges);
    /// Plans soon; subclasses call it when a field changes.
    void planSoon();
    void planNow();
    /// The first plan, before the user did anything: who has not typed has done nothing wrong.
    void planFirst();
    Document &document() { return m_document; }
    const Document &document() const { return m_document; }

private:
    void build();
    void show(const QString &problem);
    void keepHeight();
    void showText();

    Document &m_document;
    QVBoxLayout *m_fields;
    QWidget *m_notes; ///< the three that follow
    QLabel *m_problem;
    QLabel *m_remark;
    QLabel *m_also;
    QCheckBox *m_withText;
    QPlainTextEdit *m_text;
    QPushButton *m_accept = nullptr;
    QString m_acceptText;
    QString m_acceptChanges;
    QTimer m_soon;
    std::optional<Plan> m_plan;
    std::optional<Plan> m_pushed;
};

} // namespace drawbridge
