#pragma once

#include "edit/templates.h"
#include "window/plan_dialog.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QRadioButton;

namespace drawbridge {

class PortsField;
class TargetFileField;

/// Asks what a template still needs, and shows the YAML that it comes to and what else would
/// change.
class TemplateDialog : public PlanDialog
{
    Q_OBJECT

public:
    TemplateDialog(Document &document, const edit::TemplateWish &wish, QWidget *parent = nullptr);

    const edit::TemplateObjects &objects() const { return m_objects; }

    QComboBox *serviceBox() const { return m_service; }
    PortsField *portsField() const { return m_ports; }
    TargetFileField *fileField() const { return m_file; }
    QPlainTextEdit *preview() const { return m_preview; }

protected:
    void readFields() override;
    std::optional<edit::Intent> intent(QString &problem) const override;
    QString undoLabel() const override;
    QString remark(const Plan &plan) const override;
    QString changes(const Plan &plan) const override;
    void showPlan(const Plan *plan) override;

private:
    void build();
    void addFields(QFormLayout *form);
    void fillServices();
    void showPorts();
    void showHost();
    QString readWish(); ///< the problem, if there is one

    edit::TemplateWish m_wish;
    QComboBox *m_nameSpace;
    QComboBox *m_service;
    PortsField *m_ports;
    QLineEdit *m_host;
    QCheckBox *m_admitsPods;
    QComboBox *m_dns;
    TargetFileField *m_file;
    QRadioButton *m_scrape;
    QRadioButton *m_push;
    QPlainTextEdit *m_preview;
    QLabel *m_where;
    edit::TemplateObjects m_objects;
    QString m_problem; ///< with the wish; empty if m_objects are what it comes to
};

} // namespace drawbridge
