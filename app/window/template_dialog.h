#pragma once

#include "document/document.h"
#include "edit/templates.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace drawbridge {

class PortsField;
class TargetFileField;

/// Asks what a template still needs, and shows the YAML that it comes to and what else would
/// change. Pushes nothing: what was agreed to is plan().
class TemplateDialog : public QDialog
{
    Q_OBJECT

public:
    TemplateDialog(const Document &document, const edit::TemplateWish &wish,
                   QWidget *parent = nullptr);

    const std::optional<Plan> &plan() const { return m_plan; }
    const edit::TemplateObjects &objects() const { return m_objects; }

    QComboBox *serviceBox() const { return m_service; }
    PortsField *portsField() const { return m_ports; }
    TargetFileField *fileField() const { return m_file; }
    QPlainTextEdit *preview() const { return m_preview; }

    void accept() override;

private:
    void build();
    void addFields(QFormLayout *form);
    void fillNamespaces();
    void fillServices();
    void planLater();
    void planNow();
    void showPorts();
    void showHost();
    QString readWish(); ///< the problem, if there is one
    QString warning() const;
    void show(const QString &problem);

    const Document &m_document;
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
    QLabel *m_problem;
    QLabel *m_also;
    QPushButton *m_insert = nullptr;
    QTimer m_planSoon;
    std::optional<Plan> m_plan;
    edit::TemplateObjects m_objects;
};

} // namespace drawbridge
