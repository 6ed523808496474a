#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "edit/container_ports.h"
#include "messages/graph_words.h"
#include "messages/tr.h"
#include "window/declared_ports.h"
#include "window/main_window.h"
#include "window/ports_dialog.h"

#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QStatusBar>

#include <algorithm>

namespace drawbridge {

void MainWindow::addPortsAction(QMenu *menu)
{
    need(add(menu, Tr::tr("&Ports…"), {},
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
    QInputDialog dialog(this);
    dialog.setWindowTitle(Tr::tr("Declared Ports"));
    dialog.setLabelText(
        Tr::tr("Ports that %1 listens on, as in 8080, http 8080, UDP/53 or 8000-8010.\n"
               "They are kept beside the files, and are offered where ports are\n"
               "asked for; they open nothing.")
            .arg(nodeTitle(*node).replace(QLatin1Char('&'), QStringLiteral("&&"))));
    if (auto *label = dialog.findChild<QLabel *>())
        label->setTextFormat(Qt::PlainText);
    QStringList before;
    const auto &declared = m_document->side().ports;
    if (const auto found = declared.find(key); found != declared.end())
        for (const std::string &port : found->second)
            before += declaredPortWords(port);
    dialog.setTextValue(before.join(QStringLiteral(", ")));
    while (dialog.exec() == QDialog::Accepted) {
        QString problem;
        const auto ports = declaredPorts(dialog.textValue(), problem);
        if (!ports) {
            tell(problem);
            continue;
        }
        Change change;
        change.side = m_document->side();
        if (ports->empty())
            change.side->ports.erase(key);
        else
            change.side->ports[key] = *ports;
        change.label = Tr::tr("Declare ports");
        m_document->push(std::move(change));
        return;
    }
}

} // namespace drawbridge
