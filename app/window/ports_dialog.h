#pragma once

#include "edit/container_ports.h"
#include "window/plan_dialog.h"

#include <vector>

class QComboBox;
class QLineEdit;

namespace drawbridge {

/// The ports of a workload's containers, and of the Services that lead to it. Only what differs is
/// written; all of it is one undo step.
class PortsDialog : public PlanDialog
{
    Q_OBJECT

public:
    /// `workloads`: the manifests behind one service of the canvas.
    PortsDialog(Document &document, std::vector<kube::ObjectPtr> workloads,
                QWidget *parent = nullptr);

    /// One line of the form.
    struct Row
    {
        QWidget *widget = nullptr;
        QLineEdit *port = nullptr;
        QLineEdit *target = nullptr; ///< of Services only
        QComboBox *protocol = nullptr;
        QLineEdit *name = nullptr;
        QPushButton *remove = nullptr;
        kube::Origin origin;
    };
    /// A container, or a Service.
    struct Part
    {
        kube::ObjectPtr object;
        std::size_t container = 0;
        bool isService = false;
        QString title;
        QVBoxLayout *layout = nullptr;
        QPushButton *add = nullptr;
        std::vector<Row> rows;
    };
    const std::vector<Part> &parts() const { return m_parts; }

protected:
    std::optional<edit::Intent> intent(QString &problem) const override;
    QString undoLabel() const override;

private:
    void addContainers(const kube::ObjectPtr &workload, QVBoxLayout *layout, bool isOneOfMany);
    void addService(const kube::ObjectPtr &service, QVBoxLayout *layout);
    Part &addPart(Part part, QVBoxLayout *layout);
    Row &addRow(Part &part);
    void fill(Row &row, const kube::ContainerPort &port);
    void fill(Row &row, const kube::ServicePort &port);
    void removeRow(std::size_t index, QWidget *widget);

    QString m_name;
    std::vector<Part> m_parts;
};

} // namespace drawbridge
