#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "panels/explain_panel.h"
#include "window/explainer.h"
#include "window/main_window.h"
#include "window/named_ends.h"
#include "window/side_panels.h"
#include "window/stand_ins.h"
#include "window/waiting_input.h"

#include <QMenu>
#include <QSplitter>
#include <QTabWidget>
#include <QTextBrowser>

namespace drawbridge {

void MainWindow::buildExplain()
{
    m_explain = new ExplainPanel;
    m_bottom->addTab(m_explain, Tr::tr("Explanation"));
    m_explainer = new Explainer(*m_document, m_explain, this);
    connect(m_explainer, &Explainer::repairRequested, this, &MainWindow::repair);
    connect(m_explainer, &Explainer::placeRequested, this, &MainWindow::goTo);
    connect(m_bottom, &QTabWidget::currentChanged, this, [this] { listExplainEnds(); });
    for (auto signal : {&Document::pictureChanged, &Document::workspaceReplaced})
        connect(m_document, signal, this, &MainWindow::listExplainEnds);
}

void MainWindow::addExplainAction(QMenu *menu)
{
    add(menu, Tr::tr("E&xplain…"), QKeySequence(Qt::Key_F7), [this] { explainSelection(); });
}

/// An arrow that is selected, or two services or namespaces; else what is missing is to be chosen.
void MainWindow::explainSelection()
{
    const graph::Graph &graph = m_document->graph();
    std::vector<graph::Key> ends;
    for (const graph::Key &key : m_canvas->selection()) {
        if (const graph::Arrow *arrow = graph.arrow(key)) {
            ends = {arrow->source, arrow->target};
            break;
        }
        if (graph.node(key) || graph.frame(key))
            ends.push_back(key);
    }
    ends.resize(2);
    const StandIn source = standInOf(graph, ends[0], ends[1]);
    const StandIn target = standInOf(graph, ends[1], source.key);
    explainPair(source, target);
}

/// Only while the answer can be seen.
void MainWindow::listExplainEnds()
{
    if (m_bottom->currentWidget() == m_explain)
        m_explainer->listEnds();
}

/// An answer has some lines.
void MainWindow::makeRoomBelow()
{
    constexpr int kEnough = 260;
    auto *splitter = qobject_cast<QSplitter *>(m_bottom->parentWidget());
    const QList<int> sizes = splitter->sizes();
    if (sizes.back() < kEnough && sizes.front() + sizes.back() > 2 * kEnough)
        splitter->setSizes({sizes.front() + sizes.back() - kEnough, kEnough});
    m_sidePanels->heighten(splitter->sizes().back());
}

void MainWindow::explainPair(const StandIn &source, const StandIn &target)
{
    m_sidePanels->bringUp(m_bottom);
    m_bottom->setCurrentWidget(m_explain); // from then on the ends are listed
    makeRoomBelow();
    m_explainer->ask(source, target);
    m_explain->setFocus();
}

/// As the answer offered.
void MainWindow::repair(const edit::Allow &intent)
{
    const auto plan = planBeside(*m_document, intent);
    if (!plan) {
        tell(message(plan.failure()));
        return;
    }
    if (!agreeTo(*plan, Tr::tr("Allow")))
        return;
    push(*plan, Tr::tr("Allow %1 to %2")
                    .arg(nameOf(m_document->graph(), intent.source),
                         nameOf(m_document->graph(), intent.target)));
    m_explain->answer()->setFocus(); // the button is gone; this says what is so now
}

} // namespace drawbridge
