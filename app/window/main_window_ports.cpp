#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "window/main_window.h"

#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QStatusBar>

#include <algorithm>

namespace drawbridge {

void MainWindow::addPortsAction(QMenu *menu)
{
    add(menu, Tr::tr("Declared &Ports…"), {}, [this] {
        const std::set<graph::Key> &selection = m_canvas->selection();
        declarePorts(selection.size() == 1 ? *selection.begin() : m_canvas->current());
    });
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
            Tr::tr("Ports are declared for pod groups only; a workload's stand in its manifest."),
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
