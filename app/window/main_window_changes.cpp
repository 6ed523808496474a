#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "messages/announcer.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "panels/changes_panel.h"
#include "panels/inspector_panel.h"
#include "panels/notice_bar.h"
#include "window/comparison.h"
#include "window/main_window.h"
#include "window/side_panels.h"
#include "window/waiting_input.h"

#include <QApplication>
#include <QGridLayout>
#include <QMenu>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

namespace drawbridge {

void MainWindow::addChangesAction(QMenu *menu)
{
    m_showChanges = menu->addAction(Tr::tr("&What Would Change"));
    m_showChanges->setCheckable(true);
    m_showChanges->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    connect(m_showChanges, &QAction::toggled, this, &MainWindow::showChanges);
    addCompareActions(menu);
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
    auto *bars = new QWidget; // over it, so that nothing moves
    auto *rows = new QVBoxLayout(bars);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_changesBar);
    rows->addWidget(buildDiskBar());
    rows->addWidget(buildOpeningBar());
    layout->addWidget(bars, 0, 0, Qt::AlignTop);
    m_changesTimer.setSingleShot(true);
    m_changesTimer.setInterval(150);
    connect(&m_changesTimer, &QTimer::timeout, this, &MainWindow::compareAnew);
    connect(m_changesBar, &NoticeBar::leavingRequested, this, [this] {
        stopComparing();
        m_canvas->setFocus();
    });
    connect(m_changes, &ChangesPanel::chosen, this,
            [this](const graph::Key &key, const Place &place) {
                if (!key.empty())
                    reveal(key);
                goTo(place);
            });
    for (auto signal : {&Document::pictureChanged, &Document::placesChanged,
                        &Document::filesChanged, &Document::workspaceReplaced})
        connect(m_document, signal, this, [this] {
            if (m_comparison || m_isComparing)
                m_changesTimer.start();
        });
    // That was about other files.
    connect(m_document, &Document::workspaceGoes, this, &MainWindow::leaveComparison);
    return area;
}

void MainWindow::showChanges(bool on)
{
    const bool isOn = m_comparison && m_comparison->isWithSaved();
    if (on && !isOn)
        compareWith({}, false);
    else if (!on && isOn)
        stopComparing();
}

void MainWindow::compareWith(const std::shared_ptr<OtherVersion> &other, bool isSwapped)
{
    std::unique_ptr<Comparison> comparison;
    m_isComparing = true;
    read([&] { comparison = std::make_unique<Comparison>(*m_document, other, isSwapped); });
    m_isComparing = false;
    m_document->freeBeside(
        std::shared_ptr<Comparison>(std::exchange(m_comparison, std::move(comparison))));
    m_showChanges->setChecked(m_comparison->isWithSaved());
    m_swapVersions->setEnabled(!m_comparison->isWithSaved());
    m_stopComparing->setEnabled(true);
    m_changesBar->show();
    m_bottom->setTabVisible(m_bottom->indexOf(m_changes), true);
    showComparison();
    if (!m_comparison)
        return; // something else was opened meanwhile
    m_sidePanels->bringUp(m_bottom);
    m_canvas->setCoveredTop(m_changesBar->sizeHint().height());
    m_bottom->setCurrentWidget(m_changes);
    std::vector<graph::Key> gone;
    for (const graph::NodeShape &shape : m_canvas->picture().nodes)
        if (isGone(shape.node.key))
            gone.push_back(shape.node.key);
    m_canvas->ensureVisible(gone);
}

void MainWindow::stopComparing()
{
    if (!m_comparison)
        return;
    leaveComparison();
    showFiltered();
    showSelection();
}

/// What it showed is still on the canvas.
void MainWindow::leaveComparison()
{
    if (!m_comparison)
        return;
    m_marks = nullptr;
    m_document->freeBeside(std::shared_ptr<Comparison>(std::move(m_comparison)));
    m_changesTimer.stop();
    if (m_changesBar->isAncestorOf(QApplication::focusWidget()))
        m_canvas->setFocus();
    m_showChanges->setChecked(false);
    m_swapVersions->setEnabled(false);
    m_stopComparing->setEnabled(false);
    m_changesBar->hide();
    m_canvas->setCoveredTop(0);
    if (m_bottom->currentWidget() == m_changes)
        m_bottom->setCurrentIndex(0); // not what happens to be beside it
    m_bottom->setTabVisible(m_bottom->indexOf(m_changes), false);
    m_changes->setLines({});
}

void MainWindow::compareAnew()
{
    if (!m_comparison || m_document->isBehind())
        return;
    if (isWaitingForPicture()) {
        m_changesTimer.start();
        return;
    }
    read([this] { m_comparison->update(); });
    if (m_comparison)
        showComparison();
}

void MainWindow::showComparison()
{
    const Comparison &comparison = *m_comparison;
    m_marks = comparison.marks();
    m_changes->setVersions(comparison.beforeTitle(), comparison.afterTitle(), comparison.nothing());
    m_changes->setLines(comparison.lines());
    m_bottom->setTabText(m_bottom->indexOf(m_changes),
                         Tr::tr("Changes %1").arg(comparison.differences()));
    const QString summary = comparison.summary();
    m_changesBar->setText(comparison.title(), summary);
    m_changes->setSummary(summary);
    m_announcer->tell(Tr::tr("%1: %2").arg(comparison.title(), summary));
    showFiltered();
    if (m_canvas->selection().size() == 1)
        showGone(*m_canvas->selection().begin());
}

bool MainWindow::isGone(const graph::Key &key) const
{
    const graph::Graph &graph = m_document->graph();
    return m_comparison && !graph.node(key) && !graph.frame(key) && !graph.arrow(key);
}

/// What is selected may be drawn from the other version alone.
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
