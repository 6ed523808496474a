#pragma once

#include "window/plan_dialog.h"

class QComboBox;
class QFormLayout;
class QLineEdit;
class QScrollArea;

namespace drawbridge {

class RuleEditor;
class TargetFileField;

/// One NetworkPolicy as a form: name, whom it is about, directions, every rule with its sentence.
/// Of a policy that is there only what is changed is written; a new one is written whole.
class PolicyDialog : public PlanDialog
{
    Q_OBJECT

public:
    /// `policy`: an effective policy of the workspace that no cluster would refuse.
    PolicyDialog(Document &document, kube::ObjectPtr policy, QWidget *parent = nullptr);
    /// A new policy that admits nothing yet. Without `subject` the user has to say one.
    PolicyDialog(Document &document, const std::string &nameSpace,
                 const std::optional<kube::LabelSelector> &subject, QWidget *parent = nullptr);

    QLineEdit *nameEdit() const { return m_name; }
    QComboBox *namespaceBox() const { return m_namespaceBox; } ///< null unless it is new
    QLineEdit *subjectEdit() const { return m_subject; }
    QCheckBox *typeBox(kube::Direction direction) const { return part(direction).type; }
    TargetFileField *fileField() const { return m_file; } ///< null unless it is new
    QLabel *meaningLabel() const { return m_meaning; }
    /// Where no rule is left; its button takes the restriction away.
    QLabel *emptyNote(kube::Direction direction) const { return part(direction).empty; }
    QPushButton *untickButton(kube::Direction direction) const { return part(direction).untick; }
    const std::string &nameSpace() const { return m_nameSpace; }
    QPushButton *addRuleButton(kube::Direction direction) const { return part(direction).add; }
    const std::vector<RuleEditor *> &rules(kube::Direction direction) const
    {
        return part(direction).rules;
    }

protected:
    std::optional<edit::Intent> intent(QString &problem) const override;
    QString undoLabel() const override;
    QString remark(const Plan &plan) const override;
    QStringList moreInput() const override;
    bool focusNextPrevChild(bool next) override;

private:
    struct Part
    {
        QCheckBox *type = nullptr;
        QLabel *note = nullptr;
        QLabel *empty = nullptr;
        QPushButton *untick = nullptr;
        QVBoxLayout *layout = nullptr;
        QPushButton *add = nullptr;
        std::vector<RuleEditor *> rules;
    };

    const Part &part(kube::Direction direction) const { return m_parts[int(direction)]; }
    Part &part(kube::Direction direction) { return m_parts[int(direction)]; }
    bool isNew() const { return !m_policy; }
    void build();
    void buildHead();
    void addNamespaces(QFormLayout *form);
    void proposeName();
    void takeNamespace();
    void fitWidth();
    void showPlaces(kube::Direction direction);
    void moveRule(kube::Direction direction, RuleEditor *editor, int by);
    QWidget *buildPart(kube::Direction direction);
    RuleEditor *addRule(kube::Direction direction, const kube::Rule &rule);
    void notice();
    bool isBlank() const; ///< a new one whose pods nobody has named yet
    void showEmpty(kube::Direction direction);
    void showRemarks();
    std::vector<verdict::EndpointId> subjects() const;
    QStringList othersThatAdmit(kube::Direction direction) const;
    QString meaning(const kube::NetworkPolicy &policy) const;
    QStringList commentsLeft(const Plan &plan) const;
    std::optional<kube::NetworkPolicy> wanted(QString &problem) const;

    kube::ObjectPtr m_policy; ///< null: a new one
    kube::NetworkPolicy m_before;
    std::string m_nameSpace;
    QLineEdit *m_name;
    QComboBox *m_namespaceBox = nullptr;
    TargetFileField *m_file = nullptr;
    QLineEdit *m_subject;
    QLabel *m_meaning;
    QScrollArea *m_scroll;
    Part m_parts[2];
};

} // namespace drawbridge
