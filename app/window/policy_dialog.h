#pragma once

#include "window/plan_dialog.h"

class QGroupBox;
class QLineEdit;
class QScrollArea;

namespace drawbridge {

class RuleEditor;

/// Edits one NetworkPolicy as a form: name, whom it is about, directions, every rule with its
/// sentence. Only what is changed is written.
class PolicyDialog : public PlanDialog
{
    Q_OBJECT

public:
    /// `policy`: an effective policy of the workspace that no cluster would refuse.
    PolicyDialog(Document &document, kube::ObjectPtr policy, QWidget *parent = nullptr);

    QLineEdit *nameEdit() const { return m_name; }
    QLineEdit *subjectEdit() const { return m_subject; }
    QCheckBox *typeBox(kube::Direction direction) const { return part(direction).type; }
    QPushButton *addRuleButton(kube::Direction direction) const { return part(direction).add; }
    const std::vector<RuleEditor *> &rules(kube::Direction direction) const
    {
        return part(direction).rules;
    }

protected:
    std::optional<edit::Intent> intent(QString &problem) const override;
    QString undoLabel() const override;
    bool focusNextPrevChild(bool next) override;

private:
    struct Part
    {
        QCheckBox *type = nullptr;
        QLabel *note = nullptr;
        QVBoxLayout *layout = nullptr;
        QPushButton *add = nullptr;
        std::vector<RuleEditor *> rules;
    };

    const Part &part(kube::Direction direction) const { return m_parts[int(direction)]; }
    Part &part(kube::Direction direction) { return m_parts[int(direction)]; }
    void buildHead();
    QWidget *buildPart(kube::Direction direction);
    RuleEditor *addRule(kube::Direction direction, const kube::Rule &rule);
    void notice();

    kube::ObjectPtr m_policy;
    std::string m_nameSpace;
    QLineEdit *m_name;
    QLineEdit *m_subject;
    QLabel *m_meaning;
    QScrollArea *m_scroll;
    Part m_parts[2];
};

} // namespace drawbridge
