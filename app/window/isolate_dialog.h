#pragma once

#include "document/document.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace drawbridge {

/// Default deny of egress for a namespace, with DNS in the same step, and what it cuts. Pushes
/// nothing: what was agreed to is plan().
class IsolateDialog : public QDialog
{
    Q_OBJECT

public:
    IsolateDialog(const Document &document, const std::string &nameSpace,
                  QWidget *parent = nullptr);

    const std::optional<Plan> &plan() const { return m_plan; }
    QCheckBox *dnsBox() const { return m_dns; }
    QComboBox *serverBox() const { return m_server; }

private:
    void build();
    void planNow();

    const Document &m_document;
    std::string m_nameSpace;
    QCheckBox *m_dns;
    QComboBox *m_server;
    QLabel *m_problem;
    QLabel *m_cuts;
    QPushButton *m_deny = nullptr;
    std::optional<Plan> m_plan;
};

} // namespace drawbridge
