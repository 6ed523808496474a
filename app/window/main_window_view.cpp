#include "canvas/canvas_widget.h"
#include "canvas/minimap.h"
#include "document/document.h"
#include "graph/connections.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "panels/connections_panel.h"
#include "panels/exposure_panel.h"
#include "panels/filter_bar.h"
#include "panels/services_panel.h"
#include "text/text_panel.h"
#include "window/element_places.h"
#include "window/main_window.h"
#include "window/prepared_view.h"
#include "window/quick_list.h"
#include "window/view_filter.h"
#include "window/waiting_input.h"

#include <QMenu>
#include <QSettings>
#include <QStatusBar>
#include <QTabWidget>

#include <algorithm>
#include <map>

namespace drawbridge {

static const QString kMinimap = QStringLiteral("minimap");

static QString nameOf(const graph::Graph &graph, const graph::Key &key)
{
    if (const graph::Node *node = graph.node(key))
        return nodeTitle(*node);
    const graph::Frame *frame = graph.frame(key);
    return frame ? visible(frame->title) : QString();
}

void MainWindow::addViewActions(QMenu *menu)
{
    // Plain letters belong to the canvas, as its other keys do.
    const auto onCanvas = [this](QAction *action) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_canvas->addAction(action);
    };
    onCanvas(add(menu, Tr::tr("Show Only &Neighbours"), QKeySequence(Qt::Key_F),
                 [this] { focusNeighbours(m_canvas->subject(), 1); }));
    onCanvas(add(menu, Tr::tr("Neighbours in &Two Steps"), QKeySequence(Qt::SHIFT | Qt::Key_F),
                 [this] { focusNeighbours(m_canvas->subject(), 2); }));
    m_filterAction = menu->addAction(Tr::tr("Filter &Bar"));
    m_filterAction->setCheckable(true);
    m_filterAction->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    connect(m_filterAction, &QAction::toggled, this, &MainWindow::showFilterBar);
    add(menu, Tr::tr("Show &Everything"), {}, [this] { leaveFilter(); });
    menu->addSeparator();
    add(menu, Tr::tr("Next Problem on the Canvas"), QKeySequence(Qt::Key_F8),
        [this] { goToProblem(true); });
    add(menu, Tr::tr("Previous Problem on the Canvas"), QKeySequence(Qt::SHIFT | Qt::Key_F8),
        [this] { goToProblem(false); });
    QAction *minimap = menu->addAction(Tr::tr("&Minimap"));
    minimap->setCheckable(true);
    minimap->setChecked(QSettings().value(kMinimap, false).toBool());
    m_minimap->setOn(minimap->isChecked());
    connect(minimap, &QAction::toggled, this, &MainWindow::showMinimap);
}

void MainWindow::showMinimap(bool on)
{
    m_minimap->setOn(on);
    QSettings().setValue(kMinimap, on);
    if (on && !m_minimap->isVisible())
        statusBar()->showMessage(
            Tr::tr("The minimap appears when a part of the picture is out of sight."), 5000);
}

void MainWindow::connectFilter()
{
    m_filterBar->hide();
    connect(m_canvas, &canvas::CanvasWidget::unfilterRequested, this, &MainWindow::leaveFilter);
    connect(m_filterBar, &FilterBar::leaveRequested, this, &MainWindow::leaveFilter);
    connect(m_filterBar, &FilterBar::filterRequested, m_filter, &ViewFilter::set);
    connect(m_filter, &ViewFilter::changed, this, [this] {
        showFiltered();
        showSelection();
    });
    connect(m_document, &Document::workspaceGoes, this, [this] {
        const auto before = std::make_shared<Filtered>();
        m_filter->take(*before);
        m_document->freeBeside(before);
    });
}

Looking MainWindow::looking() const
{
    return {m_filter->filter(), m_showExposure && m_showExposure->isChecked(), m_marks,
            m_filterAction->isChecked()};
}

/// For what the document makes beside from now on.
void MainWindow::letPrepareView()
{
    Looking ofOpened = looking();
    ofOpened.filter = {};
    ofOpened.marks = nullptr;
    m_document->setViewMaker(PreparedView::maker(looking()), !isPlainView(),
                             PreparedView::maker(ofOpened));
}

/// All of a large workspace that canvas and lists hold, when nobody looks any longer.
void MainWindow::freeShownBeside()
{
    struct Shown
    {
        std::shared_ptr<const canvas::Scene> scene;
        ServicesModel::Rows services;
        ConnectionsModel::Rows connections;
        std::vector<ExposureModel::Row> exposure;
        Filtered filtered;
    };
    m_quick->leave();
    const auto shown = std::make_shared<Shown>();
    shown->scene = m_canvas->heldScene();
    m_services->setRows(shown->services);
    m_connections->setRows(shown->connections);
    m_exposure->setRows(shown->exposure);
    m_filter->take(shown->filtered);
    m_document->freeBeside(shown);
}

void MainWindow::prepareNext()
{
    waitForPicture(*m_document);
    m_nextTurn = m_viewTurn;
    if (!m_document->isLarge())
        return;
    std::shared_ptr<PreparedView> view;
    do {
        m_document->freeBeside(std::move(view));
        waitForPicture(*m_document);
        m_nextTurn = m_viewTurn;
        beside(*m_document, [&] { view = PreparedView::make(m_document->contents(), Looking()); });
    } while (!isNextPrepared());
    m_document->setPrepared(std::move(view));
}

bool MainWindow::isNextPrepared() const
{
    return m_nextTurn == m_viewTurn && !m_document->isBehind();
}

/// Beside, where the document is large and nobody is told of something new right now.
void MainWindow::read(const std::function<void()> &reading)
{
    if (m_isTold)
        reading();
    else
        beside(*m_document, reading);
}

/// The picture, the lists and the bar, through the filter.
void MainWindow::showFiltered()
{
    if (m_filter->isOn() && !m_filterAction->isChecked()) {
        m_filterAction->setChecked(true); // comes here again
        return;
    }
    letPrepareView();
    std::shared_ptr<PreparedView> view;
    const Looking looking = this->looking();
    const std::uint64_t turn = ++m_viewTurn;
    if (!m_document->isBehind())
        view = std::static_pointer_cast<PreparedView>(m_document->takePrepared());
    if (!view || !(view->looking == looking)) {
        m_document->freeBeside(std::move(view));
        read([&] { view = PreparedView::make(m_document->contents(), looking); });
    }
    if (turn != m_viewTurn) { // something later is shown
        m_document->freeBeside(std::move(view));
        return;
    }
    m_filter->take(view->filtered);
    m_isPlainShown = this->looking().isPlain(); // a filter may have lost what it was about
    letPrepareView();
    m_canvas->setScene(std::move(view->scene));
    if (view->exposed)
        showExposed(*view->exposed);
    unfoldSelection();
    m_services->setRows(view->services);
    m_connections->setRows(view->connections);
    m_document->freeBeside(std::move(view)); // what was shown is in it now
    showConnectionCount();
    showFilter();
}

void MainWindow::showFilter()
{
    std::size_t services = 0;
    for (const graph::Node &node : m_document->graph().nodes)
        services += !node.frame.empty();
    if (m_filterAction->isChecked() && !std::exchange(m_areChoicesShown, true))
        m_filterBar->setChoices(m_document->graph(), m_filter->labels());
    m_filterBar->setFilter(m_filter->filter(),
                           nameOf(m_document->graph(), m_filter->filter().focus),
                           m_filter->shownServices(), services);
}

void MainWindow::showConnectionCount()
{
    const std::size_t all = graph::connectionCount(m_document->graph().arrows);
    const QString words = m_filter->isOn()
                              ? Tr::tr("Connections %1 of %2").arg(m_connections->count()).arg(all)
                              : Tr::tr("Connections %1").arg(all);
    if (m_bottom->tabText(1) != words)
        m_bottom->setTabText(1, words);
}

/// The canvas shall show the document's picture as it is, and does, and no bar lists its labels.
bool MainWindow::isPlainView() const
{
    return m_isPlainShown && looking() == Looking();
}

/// Where few elements differ, only these are looked at. False where the whole has to be shown.
bool MainWindow::showRefreshed()
{
    const graph::Refreshed *touched = m_document->refreshed();
    if (!touched || !isPlainView())
        return false;
    const graph::Graph &graph = m_document->graph();
    if (!touched->keepsNodes())
        m_filter->forgetLabels();
    m_canvas->refresh(m_document->picture(), *touched);
    if (!touched->keepsNodes())
        unfoldSelection();
    m_services->refresh(graph, *touched);
    m_connections->refresh(graph, *touched);
    if (!touched->nodesAdded.empty() && !m_text->isAncestorOf(QApplication::focusWidget()))
        m_canvas->showAdded();
    return true;
}

void MainWindow::showFilterBar(bool on)
{
    m_filterBar->setVisible(on);
    letPrepareView();
    if (!on) {
        m_filter->clear();
        m_canvas->setFocus();
        return;
    }
    if (m_filter->isOn()) {
        showFiltered();
        return;
    }
    read([this] { m_filter->labels(); }); // what can be chosen
    showFilter();
    m_filterBar->setFocus();
}

/// The same again leaves it.
void MainWindow::focusNeighbours(const graph::Key &key, int steps)
{
    graph::Filter filter = m_filter->filter();
    const bool isSame = filter.focus == key && filter.steps == steps;
    if (!m_document->graph().node(key) && !m_document->graph().frame(key)) {
        statusBar()->showMessage(Tr::tr("Select a service or a namespace first."), 5000);
        return;
    }
    filter.focus = isSame ? graph::Key() : key;
    filter.steps = steps;
    m_filter->set(filter);
    if (!m_filter->isOn())
        m_filterAction->setChecked(false);
}

void MainWindow::leaveFilter()
{
    m_filterAction->setChecked(false);
}

/// What one asks for by name is shown whatever the filter says.
void MainWindow::unhide(const graph::Key &key)
{
    if (m_filter->shows(key))
        return;
    leaveFilter();
    statusBar()->showMessage(Tr::tr("Everything is shown again: the filter hid what you chose."),
                             5000);
}

namespace {

/// What is wrong on the canvas, by key, with a sentence: arrows that are not whole, and what errors
/// and warnings are about.
std::map<graph::Key, QString> troubles(const Document &document,
                                       const std::vector<Diagnostic> &problems)
{
    const graph::Graph &graph = document.graph();
    std::map<graph::Key, QString> result;
    for (const graph::Arrow &arrow : graph.arrows)
        if (arrow.state != graph::ArrowState::Allowed)
            result[arrow.key] =
                arrowTitle(nameOf(graph, arrow.source), nameOf(graph, arrow.target)) +
                QStringLiteral(": ") +
                verdictWords(arrow, nameOf(graph, arrow.source), nameOf(graph, arrow.target));
    const ElementPlaces places(graph, document.workspace());
    for (const Diagnostic &diagnostic : problems) {
        if (diagnostic.severity != Severity::Error && diagnostic.severity != Severity::Warning)
            continue;
        graph::Key key = places.at(diagnostic.place.file, diagnostic.place.range.begin);
        if (const graph::Node *node = graph.node(key))
            if (document.side().collapsed.count(node->frame) > 0)
                key = node->frame;
        if (!key.empty())
            result.emplace(key, message(diagnostic));
    }
    return result;
}

} // namespace

/// In the order of the Tab key, round the end.
void MainWindow::goToProblem(bool forward)
{
    std::map<graph::Key, QString> wrong;
    std::uint64_t revision = 0;
    do {
        const std::vector<Diagnostic> problems = presentProblems();
        revision = m_document->revision();
        beside(*m_document, [&] { wrong = troubles(*m_document, problems); });
    } while (m_document->revision() != revision);
    const std::vector<graph::Key> &order = m_canvas->tabOrder();
    const auto now = std::find(order.begin(), order.end(), m_canvas->subject());
    const std::ptrdiff_t count = std::ptrdiff_t(order.size());
    std::ptrdiff_t at = now == order.end() ? (forward ? -1 : count) : now - order.begin();
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        at = (at + (forward ? 1 : -1) + count) % count;
        const auto found = wrong.find(order[std::size_t(at)]);
        if (found == wrong.end())
            continue;
        m_canvas->reveal(found->first);
        m_canvas->setFocus();
        statusBar()->showMessage(found->second, 8000);
        return;
    }
    statusBar()->showMessage(Tr::tr("Nothing on the canvas has a problem."), 5000);
}

} // namespace drawbridge
