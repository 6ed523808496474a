#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "edit/container_ports.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "window/main_window.h"
#include "window/ports_dialog.h"

#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QStatusBar>

#include <algorithm>

namespace drawbridge {

void MainWindow::addPortsAction(QMenu *menu)
{
    add(menu, Tr::tr("&Ports…"), {}, [this] {
        const graph::Key key = selectedKey();
        editPorts(key.empty() ? m_canvas->current() : key);
    });
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

/// The same words as in `drawbridge new NAME:PORT/PROTO`, each once.
static Result<std::vector<std::string>> declaredPorts(const QString &text)
{
    static const QRegularExpression kBetween(QStringLiteral("[,\\s]+"));
    std::vector<std::string> ports;
    for (const QString &word : text.split(kBetween, Qt::SkipEmptyParts)) {
        const Result<edit::PortSpan> span = edit::parsePort(word.toStdString());
        if (!span)
            return span.failure();
        std::string port = declaredPortText(*span);
        if (std::find(ports.begin(), ports.end(), port) == ports.end())
            ports.push_back(std::move(port));
    }
    return ports;
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
    dialog.setLabelText(Tr::tr("Ports of %1, as in 8080, 53/UDP or 8000-8010:")
                            .arg(nodeTitle(*node).replace(QLatin1Char('&'), QStringLiteral("&&"))));
    if (auto *label = dialog.findChild<QLabel *>())
        label->setTextFormat(Qt::PlainText);
    QStringList before;
    const auto &declared = m_document->side().ports;
    if (const auto found = declared.find(key); found != declared.end())
        for (const std::string &port : found->second)
            before += QString::fromStdString(port);
    dialog.setTextValue(before.join(QStringLiteral(", ")));
    while (dialog.exec() == QDialog::Accepted) {
        const auto ports = declaredPorts(dialog.textValue());
        if (!ports) {
            tell(message(ports.failure()));
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
