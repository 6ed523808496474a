#pragma once

#include "window/plan_dialog.h"

namespace drawbridge {

/// Removes a service: says what would open before it does, and takes manifests only if ticked.
class RemoveDialog : public PlanDialog
{
    Q_OBJECT

public:
    RemoveDialog(Document &document, const graph::Node &node, QWidget *parent = nullptr);

    /// Hidden where no manifest is behind the service.
    QCheckBox *manifestsBox() const { return m_manifests; }

protected:
    std::optional<edit::Intent> intent(QString &problem) const override;
    QString undoLabel() const override;

private:
    std::string m_key;
    QString m_title;
    QCheckBox *m_manifests;
};

} // namespace drawbridge
