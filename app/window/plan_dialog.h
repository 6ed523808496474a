#pragma once

#include "document/document.h"
#include "window/form_input.h"

#include <QDialog>
#include <QTimer>

#include <functional>
#include <optional>

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace drawbridge {

class Announcer;
class BodyArea;
class DifferenceView;

/// A dialog that makes one intent. It plans while the user types, says what else would change and
/// shows the text that would be written, and pushes only what it has shown, as one undo step.
class PlanDialog : public QDialog
{
    Q_OBJECT

public:
    PlanDialog(Document &document, const QString &title, QWidget *parent);

    void accept() override;
    /// Asks first where something was filled in.
    void reject() override;
    /// What was pushed; nothing before that.
    const std::optional<Plan> &pushed() const { return m_pushed; }
    /// The layout that goes with a plan, in the same undo step.
    void setSide(std::function<SideState(const Plan &plan)> side) { m_side = std::move(side); }

protected:
    /// Before each plan: what follows from the fields is brought up to date.
    virtual void readFields() {}
    /// The intent that the fields say; nothing if they say none, and then perhaps why.
    virtual std::optional<edit::Intent> intent(QString &problem) const = 0;
    /// The plan of an intent; what an answer offers the user besides can be shown here.
    virtual Result<Plan> planOf(const edit::Intent &intent);
    virtual QString undoLabel() const = 0;
    /// What a person should know of a plan besides the pairs that change; empty for most.
    virtual QString remark(const Plan &plan) const;
    /// The pairs that change besides what was asked; empty for none.
    virtual QString changes(const Plan &plan) const;
    /// After each plan, also where there is none.
    virtual void showPlan(const Plan *plan);
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    QVBoxLayout *fields() { return m_fields; }
    QDialogButtonBox *buttons() { return m_buttons; }
    QPushButton *acceptButton() { return m_accept; }
    /// `withChanges`: where other pairs change; empty: the same text and that they do.
    void setAcceptText(const QString &text, const QString &withChanges = {});
    /// Those that hold only answers to what is asked are left without a question.
    virtual bool asksBeforeDiscard() const;
    /// What was filled in besides the fields, for the question before it is dropped.
    virtual QStringList moreInput() const { return {}; }
    /// Scrolls to a field, where the screen is too small for all of them.
    void showField(QWidget *field);
    /// As high as what it says needs, and not higher than the window or the screen; what the user
    /// made it stays.
    void fitHeight();
    /// For dialogs that show the text in their own way.
    void offerNoText();
    QString filesOf(const Plan &plan) const; ///< the names of those it writes
    /// Plans soon; subclasses call it when a field changes.
    void planSoon();
    void planNow();
    /// The first plan, before the user did anything: who has not typed has done nothing wrong.
    void planFirst();
    Document &document() { return m_document; }
    const Document &document() const { return m_document; }

private:
    void build();
    void showOutcome(const QString &problem);
    void orderTabs();
    void showAcceptText(const QString &text);
    void keepHeight();
    void keepOnScreen();
    void showText();

    Document &m_document;
    QVBoxLayout *m_fields;
    BodyArea *m_body = nullptr;
    std::optional<FormInput> m_input; ///< since it was shown
    int m_leastHeight = 0;            ///< that the user, or who made it, gave it
    int m_givenHeight = 0;            ///< by fitHeight()
    QWidget *m_notes;                 ///< the three that follow
    QLabel *m_problem;
    QLabel *m_remark;
    QLabel *m_also;
    Announcer *m_announcer;
    QCheckBox *m_withText;
    DifferenceView *m_text;
    QDialogButtonBox *m_buttons;
    QPushButton *m_accept = nullptr;
    QString m_acceptText;
    QString m_acceptChanges;
    QTimer m_soon;
    std::function<SideState(const Plan &plan)> m_side;
    int m_planTurn = 0; ///< counts them
    std::optional<Plan> m_plan;
    std::optional<Plan> m_pushed;
};

} // namespace drawbridge
