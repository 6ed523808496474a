#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "messages/messages.h"
#include "messages/template_words.h"
#include "messages/tr.h"
#include "panels/palette_panel.h"
#include "window/main_window.h"
#include "window/settings.h"
#include "window/template_dialog.h"

#include <QInputDialog>
#include <QMenu>

#include <algorithm>

namespace drawbridge {

namespace {

/// As cards show declared ports: "8080", "53/UDP".
std::string cardText(const edit::PortSpan &port)
{
    std::string text = std::to_string(port.first);
    if (port.protocol != kube::Protocol::Tcp)
        text += std::string("/") + kube::nameOf(port.protocol);
    return text;
}

/// The services that a plan makes, in the order in which they are written.
std::vector<graph::Node> newServices(const Document &document, const edit::Rewrite &plan)
{
    const kube::Workspace after = edit::applied(document.workspace(), plan);
    verdict::Evaluator evaluator(document.evaluator());
    evaluator.update(after);
    std::vector<graph::Node> result;
    for (graph::Node &node : graph::build(after, evaluator).nodes)
        if (!node.frame.empty() && !document.graph().node(node.key))
            result.push_back(std::move(node));
    std::stable_sort(result.begin(), result.end(), [&](const auto &a, const auto &b) {
        const Place x = a.source.place(after);
        const Place y = b.source.place(after);
        return std::tuple(x.file, x.range.begin) < std::tuple(y.file, y.range.begin);
    });
    return result;
}

/// The layout with new services where something was dropped, side by side; those of another
/// namespace than the one below find a place of their own.
SideState placed(const Document &document, const std::vector<graph::Node> &services,
                 const canvas::DropPlace *place)
{
    constexpr double kBetween = 90; // room for an arrow and its ports
    SideState side = document.side();
    if (!place || !place->node.empty())
        return side;
    graph::Point corner = place->corner;
    for (const graph::Node &node : services) {
        if (!place->frame.empty() && node.frame != place->frame)
            continue;
        side.placement[node.key] = corner;
        corner.x += graph::metrics().cardWidth + kBetween;
    }
    return side;
}

} // namespace

void MainWindow::buildTemplateMenu(QMenu *menu)
{
    QMenu *templates = menu->addMenu(Tr::tr("Insert &Template"));
    for (const edit::Template kind : edit::kTemplates)
        add(templates, nameOf(kind) + QStringLiteral("…"), {},
            [this, kind] { insertTemplate(kind, nullptr); });
}

void MainWindow::connectPalette()
{
    connect(m_palette, &PalettePanel::chosen, this,
            [this](const PaletteEntry &entry) { insert(entry, nullptr); });
    connect(m_palette, &PalettePanel::dragged, this, [this](const PaletteEntry &entry, QPoint at) {
        m_canvas->hoverDrop(PalettePanel::nameOf(entry), at);
    });
    connect(m_palette, &PalettePanel::dropped, this, [this](const PaletteEntry &entry, QPoint at) {
        if (const auto place = m_canvas->takeDrop(at))
            insert(entry, &*place);
    });
    connect(m_palette, &PalettePanel::dragCancelled, m_canvas,
            &canvas::CanvasWidget::cancelGesture);
}

void MainWindow::insert(const PaletteEntry &entry, const canvas::DropPlace *place)
{
    if (entry)
        insertTemplate(*entry, place);
    else
        insertService(place);
}

/// The namespace below a place, else the current one.
QString MainWindow::namespaceAt(const canvas::DropPlace *place) const
{
    const graph::Frame *frame = place ? m_document->graph().frame(place->frame) : nullptr;
    return frame && !frame->isOpenEnded ? QString::fromStdString(frame->title) : currentNamespace();
}

void MainWindow::insertService(const canvas::DropPlace *place)
{
    const QString nameSpace = namespaceAt(place);
    bool isOk = false;
    const QString name =
        QInputDialog::getText(this, Tr::tr("Add Service"),
                              Tr::tr("Name of the service in %1:").arg(visible(nameSpace)),
                              QLineEdit::Normal, {}, &isOk)
            .trimmed();
    if (!isOk || name.isEmpty())
        return;
    const auto plan = m_document->plan(edit::AddService{nameSpace.toStdString(),
                                                        name.toStdString(),
                                                        Settings::stored().labelKey.toStdString(),
                                                        {}});
    if (!plan) {
        tell(message(plan.failure()));
        return;
    }
    const std::vector<graph::Node> services = newServices(*m_document, *plan);
    push(*plan, Tr::tr("Add service %1").arg(name), placed(*m_document, services, place));
    if (!services.empty())
        m_canvas->reveal(services.front().key);
}

void MainWindow::insertTemplate(edit::Template kind, const canvas::DropPlace *place)
{
    edit::TemplateWish wish;
    wish.kind = kind;
    wish.nameSpace = namespaceAt(place).toStdString();
    wish.dns = {};
    const std::set<graph::Key> &selection = m_canvas->selection();
    const graph::Key service = place                   ? place->node
                               : selection.size() == 1 ? *selection.begin()
                                                       : graph::Key();
    const graph::Node *node = m_document->graph().node(service);
    if (node && !node->frame.empty() && node->canConnect)
        wish.service = service;
    TemplateDialog dialog(*m_document, wish, this);
    std::vector<graph::Node> services;
    dialog.setSide([&](const Plan &plan) {
        services = newServices(*m_document, plan);
        SideState side = placed(*m_document, services, place);
        for (const graph::Node &added : services)
            if (const auto found = dialog.objects().listens.find(added.key);
                found != dialog.objects().listens.end())
                for (const edit::PortSpan &port : found->second)
                    side.ports[added.key].push_back(cardText(port));
        return side;
    });
    if (dialog.exec() == QDialog::Accepted && !services.empty())
        m_canvas->reveal(services.front().key);
}

} // namespace drawbridge
