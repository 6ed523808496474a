#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "messages/end_words.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "window/connect_dialog.h"
#include "window/isolate_dialog.h"
#include "window/main_window.h"
#include "window/settings.h"
#include "window/waiting_input.h"

#include <QMessageBox>
#include <QStatusBar>

#include <algorithm>

namespace drawbridge {

void MainWindow::connectServices(const graph::Key &source, const graph::Key &target, QPoint at,
                                 bool beginsWithEnds)
{
    ConnectDialog dialog(*m_document, endOf(m_document->graph(), source),
                         endOf(m_document->graph(), target), this);
    if (beginsWithEnds)
        dialog.beginWithEnds();
    if (!at.isNull())
        dialog.openAt(at);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const std::vector<graph::Key> added = m_canvas->lastAdded();
    m_canvas->showAdded();
    reveal(dialog.arrowKey());
    m_canvas->ensureVisible(added);
    m_canvas->setFocus();
}

/// While somebody was asked or waited for, the disk may have changed a file.
bool MainWindow::tellUnless(bool holds)
{
    if (!holds)
        tell(Tr::tr("The files changed meanwhile, so nothing was done. Try it again."));
    return holds;
}

bool MainWindow::stillHolds(const Plan &plan)
{
    return tellUnless(m_document->isCurrent(plan));
}

bool MainWindow::foreseen(const std::vector<edit::FilePatches> &patches)
{
    return tellUnless(foresee(*m_document, patches));
}

void MainWindow::undo()
{
    const std::vector<edit::FilePatches> *patches = m_document->patchesOfUndo();
    if (!patches || foreseen(*patches))
        m_document->undoStack()->undo();
}

void MainWindow::redo()
{
    const std::vector<edit::FilePatches> *patches = m_document->patchesOfRedo();
    if (!patches || foreseen(*patches))
        m_document->undoStack()->redo();
}

bool MainWindow::push(const Plan &plan, const QString &label, std::optional<SideState> side)
{
    if (!stillHolds(plan) || !foreseen(plan.patches))
        return false;
    m_document->push(plan, label, std::move(side));
    waitForPicture(*m_document);
    return true;
}

void MainWindow::push(Change change)
{
    if (!foreseen(change.patches))
        return;
    change.mayFallBehind = true;
    m_document->push(std::move(change));
    waitForPicture(*m_document);
}

bool MainWindow::agreeTo(const Plan &plan, const QString &title)
{
    if (plan.alsoChanges.empty())
        return true;
    QMessageBox box(QMessageBox::Question, title,
                    Tr::tr("This would also change:") + QLatin1Char('\n') +
                        withWindowNames(pairChanges(plan.alsoChanges)),
                    QMessageBox::Ok | QMessageBox::Cancel, this);
    box.setTextFormat(Qt::PlainText);
    return box.exec() == QMessageBox::Ok && stillHolds(plan);
}

void MainWindow::revoke(const graph::Key &arrowKey)
{
    const graph::Arrow *arrow = m_document->graph().arrow(arrowKey);
    if (!arrow)
        return;
    const auto source = endOf(m_document->graph(), arrow->source);
    const auto target = endOf(m_document->graph(), arrow->target);
    if (!source || !target) {
        tell(Tr::tr("This connection can only be changed in the text."));
        return;
    }
    const auto plan = planBeside(*m_document, edit::Revoke{*source, *target, {}});
    if (!plan) {
        tell(message(plan.failure()));
        return;
    }
    if (!agreeTo(*plan, Tr::tr("Revoke")))
        return;
    push(*plan,
         Tr::tr("Revoke %1 to %2")
             .arg(nameOf(m_document->graph(), *source), nameOf(m_document->graph(), *target)));
}

void MainWindow::revokeSelected()
{
    bool isAny = false;
    for (const graph::Key &key : std::set(m_canvas->selection()))
        if (m_document->graph().arrow(key)) {
            isAny = true;
            revoke(key);
        }
    if (!isAny)
        statusBar()->showMessage(Tr::tr("Select a connection on the canvas first."), 5000);
}

/// The Delete key: connections are revoked, services are removed.
void MainWindow::deleteElements(const std::vector<graph::Key> &keys)
{
    if (!keys.empty() && std::all_of(keys.begin(), keys.end(),
                                     [this](const graph::Key &key) { return isGone(key); })) {
        statusBar()->showMessage(Tr::tr("This is not in the open files: it cannot be changed."),
                                 8000);
        return;
    }
    for (const graph::Key &key : keys) {
        if (m_document->graph().arrow(key)) {
            revoke(key);
            continue;
        }
        const graph::Node *node = m_document->graph().node(key);
        if (node && !node->frame.empty())
            removeService(key);
        else if (node && node->kind == graph::NodeKind::WayIn)
            tell(Tr::tr("%1 leads in from outside because an object of the files says so. Change "
                        "it in the text.")
                     .arg(nodeTitle(*node)));
        else if (node)
            tell(Tr::tr("%1 is there because a rule names it. Revoke its connections.")
                     .arg(nodeTitle(*node)));
        else
            tell(Tr::tr("A namespace is there because of what is in it. Remove its services."));
    }
}

/// The namespace that is selected first, or of which something is; null if there is none.
const graph::Frame *MainWindow::selectedFrame() const
{
    const graph::Graph &graph = m_document->graph();
    for (const graph::Key &key : m_canvas->selection()) {
        const graph::Node *node = graph.node(key);
        if (const graph::Frame *frame = graph.frame(node ? node->frame : key))
            return frame;
    }
    return nullptr;
}

/// The name of one that has a name.
QString MainWindow::currentNamespace() const
{
    if (const graph::Frame *frame = selectedFrame(); frame && !frame->isOpenEnded)
        return QString::fromStdString(frame->title);
    // One that the files are about, before one that only a rule names.
    const graph::Graph &graph = m_document->graph();
    for (const graph::Node &node : graph.nodes)
        if (const graph::Frame *frame = graph.frame(node.frame);
            frame && !frame->isOpenEnded && node.kind != graph::NodeKind::LikeGroup)
            return QString::fromStdString(frame->title);
    for (const bool isWalled : {true, false})
        for (const graph::Frame &frame : graph.frames)
            if (!frame.isOpenEnded && (frame.ingressSource.object || !isWalled))
                return QString::fromStdString(frame.title);
    return QStringLiteral("default");
}

void MainWindow::isolateCurrent(bool egress)
{
    isolate(graph::frameKey(currentNamespace().toStdString()), egress);
}

void MainWindow::isolate(const graph::Key &frameKey, bool egress)
{
    const graph::Frame *frame = m_document->graph().frame(frameKey);
    if (!frame)
        return;
    const graph::Key key = frame->key; // the button that asked may be gone afterwards
    const std::string name = frame->title;
    const auto show = [&] {
        reveal(key);
        m_canvas->setFocus();
    };
    if (egress) { // even where nothing is cut: there is DNS to ask about
        if (IsolateDialog(*m_document, name, true, this).exec() == QDialog::Accepted)
            show();
        return;
    }
    const auto plan = planBeside(*m_document, edit::Isolate{name});
    if (!plan)
        tell(message(plan.failure()));
    else if (plan->alsoChanges.empty()) {
        if (push(*plan, Tr::tr("Deny ingress by default")))
            show();
    } else if (IsolateDialog(*m_document, name, false, this).exec() == QDialog::Accepted) {
        show();
    }
}

void MainWindow::move(const graph::Placement &positions)
{
    Change change;
    change.side = m_document->side();
    for (const auto &[key, point] : positions)
        if (m_document->graph().node(key) || m_document->graph().frame(key)) { // not what is gone
            moveContents(*change.side, key, point);
            change.side->placement[key] = point;
        }
    change.label = Tr::tr("Move");
    change.mergeId = 2;
    push(std::move(change));
}

void MainWindow::toggleFrame(const graph::Key &frame)
{
    Change change;
    change.side = m_document->side();
    if (!change.side->collapsed.erase(frame))
        change.side->collapsed.insert(frame);
    change.label = Tr::tr("Collapse or expand");
    push(std::move(change));
}

/// The worker answers later; what is gone or was moved meanwhile is kept out of the answer.
void MainWindow::arrange()
{
    std::optional<AutoLayout> asked;
    besideOneText(*m_document,
                  [&] { asked.emplace(m_document->graph(), m_document->side().collapsed); });
    m_arranging = std::move(asked);
    m_placesBefore = m_document->side().placement;
    m_layouter.request(m_arranging->request());
}

void MainWindow::takeArrangement(const layout::Reply &reply, bool fellBack)
{
    if (!m_arranging)
        return;
    graph::Placement placement = m_arranging->placement(reply);
    m_arranging.reset();
    const graph::Graph &graph = m_document->graph();
    std::erase_if(placement, [&](const auto &place) {
        return !graph.node(place.first) && !graph.frame(place.first);
    });
    for (const auto &[key, point] : m_document->side().placement)
        if (const auto old = m_placesBefore.find(key);
            old == m_placesBefore.end() || !(old->second == point))
            placement[key] = point;
    m_document->arrange(placement);
    waitForPicture(*m_document);
    m_canvas->fit();
    if (fellBack)
        statusBar()->showMessage(Tr::tr("Graphviz gave no layout; the built-in one was used."),
                                 8000);
}

} // namespace drawbridge
