#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "edit/dns.h"
#include "messages/announcer.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "window/main_window.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenuBar>
#include <QStatusBar>

#include <algorithm>

namespace drawbridge {

/// The action is grey, and says why, as long as `reason` gives one.
QAction *MainWindow::need(QAction *action, std::function<QString()> reason)
{
    m_needs.push_back({action, std::move(reason)});
    return action;
}

void MainWindow::showNeeds()
{
    if (!m_document || m_document->isBehind()) // another window has it; or it is told later
        return;
    for (const Need &need : m_needs) {
        const QString reason = need.reason();
        need.action->setEnabled(reason.isEmpty());
        need.action->setStatusTip(reason);
        need.action->setToolTip(reason.isEmpty() ? need.action->iconText() : reason);
    }
}

/// A shortcut that does nothing says why: who uses the keyboard does not see the menu.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    const QKeySequence keys(event->keyCombination());
    for (const Need &need : m_needs)
        if (!need.action->isEnabled() && need.action->shortcuts().contains(keys)) {
            statusBar()->showMessage(need.action->statusTip(), 8000);
            m_announcer->tell(need.action->statusTip());
            event->accept();
            return;
        }
    QMainWindow::keyPressEvent(event);
}

QString MainWindow::lacksService() const
{
    return serviceAtHand().empty() ? Tr::tr("Select a service on the canvas first.") : QString();
}

QString MainWindow::lacksSelectedService() const
{
    return selectedService() ? QString() : Tr::tr("Select a service on the canvas first.");
}

QString MainWindow::lacksName() const
{
    return m_document->graph().frame(selectedKey())
               ? Tr::tr("A namespace keeps its name. Move its services to another one instead.")
               : lacksService();
}

QString MainWindow::lacksArrow() const
{
    return selectedArrow().empty() ? Tr::tr("Select a connection on the canvas first.") : QString();
}

QString MainWindow::lacksHalfOpenArrow() const
{
    const graph::Arrow *arrow = m_document->graph().arrow(selectedKey());
    return arrow && arrow->hasHalfOpenPorts()
               ? QString()
               : Tr::tr("Select a connection that is half open first: one end allows it, the "
                        "other does not.");
}

QString MainWindow::lacksPolicy() const
{
    return policiesOf(selectedKey()).empty()
               ? Tr::tr("No policy is behind what is selected. Select a service, an arrow or a "
                        "namespace with one.")
               : QString();
}

QString MainWindow::lacksLabels() const
{
    const graph::Graph &graph = m_document->graph();
    const graph::Node *node = graph.node(selectedKey());
    const bool isPods = node && (node->kind == graph::NodeKind::Workload ||
                                 node->kind == graph::NodeKind::PodGroup);
    return isPods || graph.frame(selectedKey())
               ? QString()
               : Tr::tr("Select a workload or a namespace on the canvas first.");
}

QString MainWindow::lacksPorts() const
{
    const graph::Key key = selectedKey();
    const graph::Node *node = m_document->graph().node(key.empty() ? m_canvas->current() : key);
    const bool isPods = node && (node->kind == graph::NodeKind::Workload ||
                                 node->kind == graph::NodeKind::PodGroup);
    return isPods ? QString()
                  : Tr::tr("Select a workload, whose ports its manifest names, or a pod group, "
                           "for which they can be declared.");
}

QString MainWindow::lacksElement() const
{
    return m_canvas->selection().empty()
               ? Tr::tr("Select a service, an arrow or a namespace first.")
               : QString();
}

/// Denied egress lacks nothing only if it has DNS and denied ingress with it.
QString MainWindow::lacksCurrentOpen(bool egress) const
{
    if (const graph::Frame *frame = selectedFrame(); frame && frame->isOpenEnded)
        return Tr::tr("%1 is known by its labels alone, and a policy needs the name.")
            .arg(visible(frame->title));
    return lacksOpenNamespace(currentNamespace(), egress);
}

QString MainWindow::lacksOpenNamespace(const QString &nameSpace, bool egress) const
{
    const verdict::Evaluator &evaluator = m_document->evaluator();
    const std::string name = nameSpace.toStdString();
    if (!evaluator.hasFullWall(name, kube::Direction::Ingress))
        return {};
    if (!egress)
        return Tr::tr("Ingress of %1 is denied by default already.").arg(visible(name));
    using edit::DnsServer;
    const auto servers = {DnsServer::KubeDns, DnsServer::NodeLocal, DnsServer::OpenShift};
    const auto hasDns = [&] {
        return std::any_of(servers.begin(), servers.end(), [&](DnsServer server) {
            return edit::isDnsAllowed(evaluator, name, server);
        });
    };
    return evaluator.hasFullWall(name, kube::Direction::Egress) && hasDns()
               ? Tr::tr("Egress of %1 is denied by default already, and DNS is allowed.")
                     .arg(visible(name))
               : QString();
}

} // namespace drawbridge
