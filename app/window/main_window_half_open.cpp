#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "window/confirm_dialog.h"
#include "window/main_window.h"
#include "window/named_ends.h"

#include <QMenu>
#include <QStatusBar>

namespace drawbridge {

namespace {

/// What the half that is there admits, and which one is not.
std::optional<edit::Allow> missingHalf(const graph::Graph &graph, const graph::Arrow &arrow)
{
    const auto source = endOf(graph, arrow.source);
    const auto target = endOf(graph, arrow.target);
    if (!source || !target)
        return {};
    edit::Allow allow{*source, *target, {}};
    if (!arrow.ports.isAll())
        allow.ports = edit::spansOf(arrow.ports);
    allow.onlyHalf = arrow.state == graph::ArrowState::HalfOpenAtSource ? kube::Direction::Egress
                                                                        : kube::Direction::Ingress;
    return allow;
}

/// A policy for just these two where extending what is there would change more.
edit::Allow narrowed(const Document &document, edit::Allow allow)
{
    const auto plan = document.plan(allow);
    if (!plan || plan->alsoChanges.empty())
        return allow;
    allow.ownPolicy = true;
    const auto own = document.plan(allow);
    allow.ownPolicy = own && own->alsoChanges.empty();
    return allow;
}

} // namespace

void MainWindow::addOtherSideAction(QMenu *menu)
{
    add(menu, Tr::tr("Allow the &Other Side Too"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H),
        [this] { allowOtherSide(selectedKey()); });
}

void MainWindow::allowOtherSide(const graph::Key &arrowKey)
{
    const graph::Graph &graph = m_document->graph();
    const graph::Arrow *arrow = graph.arrow(arrowKey);
    if (!arrow || !arrow->isHalfOpen()) {
        statusBar()->showMessage(
            Tr::tr("Select a connection that is half open first: one end allows it, the other does "
                   "not."),
            5000);
        return;
    }
    const auto missing = missingHalf(graph, *arrow);
    if (!missing) {
        tell(Tr::tr("This connection can only be changed in the text."));
        return;
    }
    const edit::Allow allow = narrowed(*m_document, *missing);
    const auto plan = m_document->plan(allow);
    const QString source = nameOf(graph, allow.source);
    const QString target = nameOf(graph, allow.target);
    const QString undo = Tr::tr("Allow %1 to %2").arg(source, target);
    if (!plan) {
        tell(message(plan.failure()));
    } else if (plan->alsoChanges.empty()) {
        push(*plan, undo);
    } else {
        const QString text = allow.onlyHalf == kube::Direction::Egress
                                 ? Tr::tr("%2 admits it already. %1 would be allowed to send it.")
                                 : Tr::tr("%1 may send it already. %2 would admit it.");
        ConfirmDialog(
            *m_document,
            {Tr::tr("Allow the Other Side Too"), text.arg(source, target), Tr::tr("Allow"), undo},
            allow, this)
            .exec();
    }
}

} // namespace drawbridge
