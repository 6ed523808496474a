#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "messages/announcer.h"
#include "messages/exposure_words.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "panels/exposure_panel.h"
#include "window/exposed.h"
#include "window/main_window.h"
#include "window/side_panels.h"
#include "window/view_filter.h"

#include <QMenu>
#include <QTabWidget>

#include <map>

namespace drawbridge {

void MainWindow::addExposureAction(QMenu *menu)
{
    m_showExposure = menu->addAction(Tr::tr("Expos&ure to New Pods"));
    m_showExposure->setCheckable(true);
    m_showExposure->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_X));
    m_showExposure->setStatusTip(Tr::tr("Shows for each service which pods that do not exist yet "
                                        "could reach it, and which it could reach"));
    connect(m_showExposure, &QAction::toggled, this, &MainWindow::showExposure);
}

void MainWindow::buildExposure()
{
    m_exposure = new ExposurePanel;
    m_bottom->addTab(m_exposure, Tr::tr("Exposure"));
    m_bottom->setTabVisible(m_bottom->indexOf(m_exposure), false);
    connect(m_exposure, &ExposurePanel::chosen, this, &MainWindow::reveal);
}

void MainWindow::showExposure(bool on)
{
    if (!on && m_bottom->currentWidget() == m_exposure)
        m_bottom->setCurrentIndex(0); // not what happens to be beside it
    m_bottom->setTabVisible(m_bottom->indexOf(m_exposure), on);
    showFiltered();
    if (!on)
        return;
    m_sidePanels->bringUp(m_bottom);
    m_bottom->setCurrentWidget(m_exposure);
    m_announcer->tell(m_exposure->accessibleDescription());
}

MainWindow::Exposed MainWindow::exposed(const graph::Graph &graph,
                                        const verdict::Evaluator &evaluator)
{
    const std::vector<verdict::PodsLike> peers = verdict::podsNamedByRules(evaluator, true);
    Exposed exposed;
    for (const graph::Node &node : graph.nodes) {
        const graph::Frame *frame = graph.frame(node.frame);
        if (!frame || node.kind == graph::NodeKind::LikeGroup)
            continue;
        const std::vector<ExposureLine> lines = exposureLines(evaluator, node, peers);
        exposed.tags.emplace(node.key, exposureTag(lines).toStdString());
        exposed.open += lines.empty() ? 0 : 1;
        QString title = nodeTitle(node);
        if (graph.frames.size() > 1)
            title += QStringLiteral(" · ") + visible(frame->title);
        for (const ExposureLine &line : lines)
            exposed.rows.push_back({title, line});
    }
    return exposed;
}

/// A word on each of the cards.
void MainWindow::tag(graph::Picture &picture, const Exposed &exposed)
{
    for (graph::NodeShape &shape : picture.nodes)
        if (const auto tag = exposed.tags.find(shape.node.key); tag != exposed.tags.end())
            shape.node.tag = tag->second;
}

/// What was shown may be in it afterwards.
void MainWindow::showExposed(Exposed &exposed)
{
    m_exposure->setRows(exposed.rows);
    m_exposure->setSummary(Tr::tr("Exposure: %1 of %2 services could meet pods that do not exist "
                                  "yet")
                               .arg(exposed.open)
                               .arg(exposed.tags.size()));
    m_bottom->setTabText(m_bottom->indexOf(m_exposure),
                         Tr::tr("Exposure %1").arg(m_exposure->count()));
}

} // namespace drawbridge
