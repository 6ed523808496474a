#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "messages/template_words.h"
#include "messages/tr.h"
#include "panels/palette_panel.h"
#include "window/add_service_dialog.h"
#include "window/main_window.h"
#include "window/template_dialog.h"

#include <QMenu>
#include <QStatusBar>

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
    connect(m_palette, &PalettePanel::hinted, this, [this](const PaletteEntry &entry) {
        statusBar()->showMessage(
            Tr::tr("%1: drag it to its place on the canvas, or press Enter or click twice.")
                .arg(PalettePanel::nameOf(entry)),
            8000);
    });
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
    AddServiceDialog dialog(*m_document, namespaceAt(place), this);
    std::vector<graph::Key> services;
    dialog.setSide([&](const Plan &plan) {
        SideState side = sideWithNew(plan, place, {}, services);
        if (const auto ports = dialog.ports(); !ports.empty())
            for (const graph::Key &key : services)
                side.ports[key] = ports;
        return side;
    });
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_canvas->showAdded();
    m_canvas->ensureVisible(services);
    if (!services.empty())
        m_canvas->reveal(services.front());
    m_canvas->setFocus();
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
    std::vector<graph::Key> services;
    dialog.setSide([&](const Plan &plan) {
        graph::DeclaredPorts ports;
        for (const auto &[key, spans] : dialog.objects().listens)
            for (const edit::PortSpan &port : spans)
                ports[key].push_back(cardText(port));
        return sideWithNew(plan, place, ports, services);
    });
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_canvas->setFocus();
    if (services.empty())
        return;
    m_canvas->showAdded();
    m_canvas->ensureVisible(services);
    m_canvas->reveal(services.front());
}

} // namespace drawbridge
