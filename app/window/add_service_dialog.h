#pragma once

#include "window/plan_dialog.h"

#include <string>
#include <vector>

class QLineEdit;

namespace drawbridge {

/// A new service of a namespace: its name, and the ports that it is to be declared with. Both are
/// one undo step; what is refused stays in the form, with the reason.
class AddServiceDialog : public PlanDialog
{
    Q_OBJECT

public:
    AddServiceDialog(Document &document, const QString &nameSpace, QWidget *parent = nullptr);

    QLineEdit *nameEdit() const { return m_name; }
    QLineEdit *portsEdit() const { return m_ports; }
    /// As the side file keeps them.
    std::vector<std::string> ports() const;

protected:
    std::optional<edit::Intent> intent(QString &problem) const override;
    QString undoLabel() const override;

private:
    QString m_nameSpace;
    QLineEdit *m_name;
    QLineEdit *m_ports;
};

} // namespace drawbridge
