#pragma once

#include "window/plan_dialog.h"

class QCheckBox;
class QComboBox;

namespace drawbridge {

/// Default deny for a namespace: what it cuts, and what is kept in the same step. With egress DNS
/// too.
class IsolateDialog : public PlanDialog
{
    Q_OBJECT

public:
    IsolateDialog(Document &document, const std::string &nameSpace, bool egress,
                  QWidget *parent = nullptr);

    QCheckBox *keepBox() const { return m_keep; }
    /// Of egress only, as serverBox().
    QCheckBox *dnsBox() const { return m_dns; }
    QComboBox *serverBox() const { return m_server; }

protected:
    void readFields() override;
    std::optional<edit::Intent> intent(QString &problem) const override;
    QString undoLabel() const override;
    QString changes(const Plan &plan) const override;

private:
    QString meaning() const;
    void fillDns();

    std::string m_nameSpace;
    bool m_egress;
    QCheckBox *m_keep;
    QCheckBox *m_dns;
    QComboBox *m_server;
};

} // namespace drawbridge
