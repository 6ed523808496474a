#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "graph/connections.h"
#include "messages/announcer.h"
#include "messages/tr.h"
#include "window/main_window.h"

#include <QAction>
#include <QLabel>
#include <QMenu>

namespace drawbridge {

/// A form that asks for both ends, and a mode in which they are drawn.
void MainWindow::addConnectActions(QMenu *menu)
{
    add(menu, Tr::tr("Allow a &Connection…"), QKeySequence(Qt::CTRL | Qt::Key_T), [this] {
        const graph::Arrow *arrow = m_document->graph().arrow(selectedKey());
        connectServices(arrow ? arrow->source : selectedKey(), arrow ? arrow->target : graph::Key(),
                        {}, true);
    });
    m_connectMode = menu->addAction(Tr::tr("&Draw Connections"));
    m_connectMode->setIconText(Tr::tr("Draw"));
    m_connectMode->setToolTip(
        Tr::tr("Drag from one service to another, or press C on one, to allow a connection. Esc "
               "ends drawing."));
    m_connectMode->setCheckable(true);
    m_connectMode->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    connect(m_connectMode, &QAction::toggled, this, &MainWindow::showConnectMode);
}

void MainWindow::showConnectMode(bool on)
{
    m_canvas->setConnectMode(on);
    if (on)
        m_canvas->setFocus(); // there Escape ends it
    showSummary();
    if (on)
        m_announcer->tell(m_summary->text());
}

/// What the picture holds; in the mode for drawing, how that is done.
void MainWindow::showSummary()
{
    if (m_connectMode->isChecked()) {
        m_summary->setText(m_connectMode->toolTip());
        return;
    }
    std::size_t services = 0;
    std::size_t halfOpen = 0;
    std::size_t connections = 0;
    for (const graph::Node &node : m_document->graph().nodes)
        services += !node.frame.empty();
    for (const graph::Arrow &arrow : m_document->graph().arrows) {
        halfOpen += arrow.hasHalfOpenPorts();
        connections += graph::isConnection(arrow);
    }
    QString summary = Tr::tr("%n service(s)", nullptr, int(services)) + QStringLiteral(" · ") +
                      Tr::tr("%n connection(s)", nullptr, int(connections));
    if (halfOpen > 0)
        summary += QStringLiteral(" · ") + Tr::tr("%n half open", nullptr, int(halfOpen));
    m_summary->setText(summary);
}

} // namespace drawbridge
