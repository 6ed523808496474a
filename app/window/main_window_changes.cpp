#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "messages/announcer.h"
#include "messages/change_words.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "panels/changes_panel.h"
#include "panels/inspector_panel.h"
#include "panels/notice_bar.h"
#include "window/main_window.h"

#include <QGridLayout>
#include <QMenu>
#include <QSplitter>
#include <QTabWidget>

namespace drawbridge {

/// More pairs than this are not judged one by one: they would take longer than 0.2 s.
static constexpr std::size_t kMostPairs = 60'000;

void MainWindow::addChangesAction(QMenu *menu)
{
    m_showChanges = menu->addAction(Tr::tr("&What Would Change"));
    m_showChanges->setCheckable(true);
    m_showChanges->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    connect(m_showChanges, &QAction::toggled, this, &MainWindow::showChanges);
}

/// The canvas below the bar that tells of the mode.
QWidget *MainWindow::buildChanges()
{
    m_changes = new ChangesPanel;
    m_bottom->addTab(m_changes, Tr::tr("Changes"));
    m_bottom->setTabVisible(m_bottom->indexOf(m_changes), false);
    m_changesBar = new NoticeBar(Tr::tr("Stop Comparing"));
    m_changesBar->hide();
    auto *area = new QWidget;
    auto *layout = new QGridLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_canvas, 0, 0);
    layout->addWidget(m_changesBar, 0, 0, Qt::AlignTop); // over it, so that nothing moves
    m_changesTimer.setSingleShot(true);
    m_changesTimer.setInterval(150);
    connect(&m_changesTimer, &QTimer::timeout, this, &MainWindow::compareWithSaved);
    connect(m_changesBar, &NoticeBar::leavingRequested, this, [this] {
        m_showChanges->setChecked(false);
        m_canvas->setFocus();
    });
    connect(m_changes, &ChangesPanel::chosen, this,
            [this](const graph::Key &key, const Place &place) {
                reveal(key);
                goTo(place);
            });
    for (auto signal : {&Document::pictureChanged, &Document::placesChanged,
                        &Document::filesChanged, &Document::workspaceReplaced})
        connect(m_document, signal, this, [this] {
            if (m_showChanges->isChecked())
                m_changesTimer.start();
        });
    return area;
}

void MainWindow::showChanges(bool on)
{
    m_changesBar->setVisible(on);
    m_canvas->setCoveredTop(on ? m_changesBar->sizeHint().height() : 0);
    m_bottom->setTabVisible(m_bottom->indexOf(m_changes), on);
    if (on) {
        compareWithSaved();
        m_bottom->setCurrentWidget(m_changes);
        std::vector<graph::Key> gone;
        for (const graph::NodeShape &shape : m_canvas->picture().nodes)
            if (shape.node.since == graph::Since::Removed)
                gone.push_back(shape.node.key);
        m_canvas->ensureVisible(gone);
        return;
    }
    m_changesTimer.stop();
    m_compared.reset();
    m_changes->setLines({});
    showFiltered();
    showSelection();
}

void MainWindow::compareWithSaved()
{
    const SavedState &saved = m_document->saved();
    m_compared = graph::compare({saved.evaluator, saved.graph},
                                {m_document->evaluator(), m_document->graph()}, kMostPairs);
    m_changes->setLines(changeWords(
        *m_compared, {saved.workspace, saved.graph, m_document->workspace(), m_document->graph()}));
    m_bottom->setTabText(m_bottom->indexOf(m_changes),
                         Tr::tr("Changes %1").arg(m_changes->count()));
    const QString summary = summaryOf(*m_compared);
    m_changesBar->setText(Tr::tr("What would change"), summary);
    m_changes->setSummary(summary);
    m_announcer->tell(Tr::tr("What would change: %1").arg(summary));
    showFiltered();
    if (m_canvas->selection().size() == 1)
        showGone(*m_canvas->selection().begin());
}

/// Until things are quiet, the marks of the last comparison stay where they still fit.
graph::Picture MainWindow::shownPicture() const
{
    if (!m_compared)
        return m_document->picture();
    const graph::Graph both =
        graph::marked(m_document->saved().graph, m_document->graph(), *m_compared);
    graph::Picture picture = graph::compose(both, m_document->placement(),
                                            m_document->side().collapsed, m_document->wishes());
    picture.notes = graph::notes(both, m_document->side().notes);
    return picture;
}

bool MainWindow::isGone(const graph::Key &key) const
{
    const graph::Graph &graph = m_document->graph();
    return m_compared && !graph.node(key) && !graph.frame(key) && !graph.arrow(key);
}

/// What is selected may be drawn from the saved files alone.
void MainWindow::showGone(const graph::Key &key)
{
    if (!isGone(key))
        return;
    const graph::Picture &picture = m_canvas->picture();
    if (const graph::NodeShape *node = picture.node(key)) {
        m_inspector->showGone(nodeTitle(node->node), nodeFacts(node->node));
    } else if (const graph::FrameShape *frame = picture.frame(key)) {
        m_inspector->showGone(visible(frame->frame.title), {wallWords(frame->frame)});
    } else if (const graph::ArrowShape *arrow = picture.arrow(key)) {
        const QString source = titleOf(picture, arrow->arrow.source);
        const QString target = titleOf(picture, arrow->arrow.target);
        m_inspector->showGone(arrowTitle(source, target),
                              {verdictWords(arrow->arrow, source, target)});
    }
}

} // namespace drawbridge
