#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "edit/container_ports.h"
#include "messages/graph_words.h"
#include "messages/tr.h"
#include "window/declared_ports_dialog.h"
#include "window/main_window.h"
#include "window/ports_dialog.h"

#include <QMenu>
#include <QStatusBar>

#include <algorithm>

namespace drawbridge {

void MainWindow::addPortsAction(QMenu *menu)
{
    need(add(menu, Tr::tr("&Ports of the Service…"), {},
             [this] {
                 const graph::Key key = selectedKey();
                 editPorts(key.empty() ? m_canvas->current() : key);
             }),
         [this] { return lacksPorts(); });
}

void MainWindow::editPorts(const graph::Key &key)
{
    const graph::Node *node = m_document->graph().node(key);
    if (!node || node->kind != graph::NodeKind::Workload) {
        declarePorts(key);
        return;
    }
    const auto &behind = m_document->evaluator().endpoint(node->endpoint).objects;
    std::vector<kube::ObjectPtr> workloads;
    for (const kube::ObjectPtr &object : m_document->workspace().objects())
        if (object->workload() && !edit::containersOf(*object).empty() &&
            std::find(behind.begin(), behind.end(), object.get()) != behind.end())
            workloads.push_back(object);
    if (workloads.empty())
        tell(Tr::tr("The manifests of %1 name no containers. Add them in the text.")
                 .arg(nodeTitle(*node)));
    else
        PortsDialog(*m_document, std::move(workloads), this).exec();
}

void MainWindow::declarePorts(const graph::Key &key)
{
    const graph::Node *node = m_document->graph().node(key);
    if (!node || node->kind != graph::NodeKind::PodGroup) {
        statusBar()->showMessage(
            Tr::tr("Select a workload, whose ports its manifest names, or a pod group, for which "
                   "they can be declared."),
            8000);
        return;
    }
    QStringList before;
    const auto &declared = m_document->side().ports;
    if (const auto found = declared.find(key); found != declared.end())
        for (const std::string &port : found->second)
            before += declaredPortWords(port);
    DeclaredPortsDialog dialog(nodeTitle(*node), before.join(QStringLiteral(", ")), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    Change change;
    change.side = m_document->side();
    if (dialog.ports().empty())
        change.side->ports.erase(key);
    else
        change.side->ports[key] = dialog.ports();
    change.label = Tr::tr("Declare ports");
    push(std::move(change));
}

} // namespace drawbridge
