#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "edit/known_ports.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "window/confirm_dialog.h"
#include "window/main_window.h"
#include "window/named_ends.h"
#include "window/waiting_input.h"

#include <QMenu>
#include <QStatusBar>

#include <algorithm>
#include <set>

namespace drawbridge {

namespace {

/// What the half that is there admits, and which one is not.
std::optional<edit::Allow> missingHalf(const graph::Graph &graph, const graph::Arrow &arrow)
{
    const auto source = endOf(graph, arrow.source);
    const auto target = endOf(graph, arrow.target);
    if (!source || !target)
        return {};
    const bool isAtSource = arrow.state == graph::ArrowState::HalfOpenAtSource;
    kube::ConnectionSet send = arrow.onlyAtTarget; // that the source may not yet
    kube::ConnectionSet admit = arrow.onlyAtSource;
    if (arrow.isHalfOpen())
        (isAtSource ? send : admit) |= arrow.ports;
    edit::Allow allow{*source, *target, {}};
    if (const kube::ConnectionSet ports = send | admit; !ports.isAll())
        allow.ports = edit::spansOf(ports);
    if (admit.isEmpty())
        allow.onlyHalf = kube::Direction::Egress;
    else if (send.isEmpty())
        allow.onlyHalf = kube::Direction::Ingress;
    return allow;
}

/// Ports that the half which is there calls by name keep it, where it means one port of all pods of
/// the target. Says how they are written.
QString keepNames(const verdict::Evaluator &evaluator, const graph::Arrow &arrow,
                  edit::Allow &allow)
{
    QStringList words;
    std::set<std::string> told;
    for (const graph::RuleSource &behind : arrow.rules) {
        const kube::NetworkPolicy *policy = behind.source.object->policy();
        if (!policy || behind.rule >= policy->rules(behind.direction).size())
            continue;
        for (const kube::PortRule &rule : policy->rules(behind.direction)[behind.rule].ports) {
            if (rule.name.empty() || !told.insert(rule.name).second)
                continue;
            const auto number = edit::portNamed(evaluator, allow.target, rule.protocol, rule.name);
            const auto span = std::find_if(allow.ports.begin(), allow.ports.end(),
                                           [&](const edit::PortSpan &port) {
                                               return port.protocol == rule.protocol &&
                                                      port.first == number && port.last == number;
                                           });
            if (!number) {
                words += Tr::tr("%1 is not one port of all its pods, so it is written by number.")
                             .arg(visible(rule.name));
            } else if (span != allow.ports.end()) {
                span->name = rule.name;
                words += Tr::tr("%1 is kept by name: it is port %2 there.")
                             .arg(visible(rule.name))
                             .arg(*number);
            }
        }
    }
    return words.join(QLatin1Char(' '));
}

/// A policy for just these two where extending what is there would change more.
edit::Allow narrowed(Document &document, edit::Allow allow)
{
    const auto plan = planBeside(document, allow);
    if (!plan || plan->alsoChanges.empty())
        return allow;
    allow.ownPolicy = true;
    const auto own = planBeside(document, allow);
    allow.ownPolicy = own && own->alsoChanges.empty();
    return allow;
}

} // namespace

void MainWindow::addOtherSideAction(QMenu *menu)
{
    need(add(menu, Tr::tr("Allow the &Other Side Too"),
             QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H),
             [this] { allowOtherSide(selectedKey()); }),
         [this] { return lacksHalfOpenArrow(); });
}

void MainWindow::allowOtherSide(const graph::Key &arrowKey)
{
    const graph::Graph &graph = m_document->graph();
    const graph::Arrow *arrow = graph.arrow(arrowKey);
    if (!arrow || !arrow->hasHalfOpenPorts()) {
        statusBar()->showMessage(
            Tr::tr("Select a connection that is half open first: one end allows it, the other does "
                   "not."),
            5000);
        return;
    }
    auto missing = missingHalf(graph, *arrow);
    if (!missing) {
        tell(Tr::tr("This connection can only be changed in the text."));
        return;
    }
    const QString names = keepNames(m_document->evaluator(), *arrow, *missing);
    const edit::Allow allow = narrowed(*m_document, *missing);
    const auto plan = planBeside(*m_document, allow);
    const QString source = nameOf(graph, allow.source);
    const QString target = nameOf(graph, allow.target);
    const QString undo = Tr::tr("Allow %1 to %2").arg(source, target);
    if (!plan) {
        tell(message(plan.failure()));
    } else if (plan->alsoChanges.empty()) {
        if (push(*plan, undo) && !names.isEmpty())
            statusBar()->showMessage(names, 8000);
    } else {
        QString text = allow.onlyHalf == kube::Direction::Egress
                           ? Tr::tr("%2 admits it already. %1 would be allowed to send it.")
                       : allow.onlyHalf
                           ? Tr::tr("%1 may send it already. %2 would admit it.")
                           : Tr::tr("%1 would be allowed to send it, and %2 would admit it.");
        text = text.arg(source, target);
        if (!names.isEmpty())
            text += QLatin1Char(' ') + names;
        ConfirmDialog(*m_document,
                      {Tr::tr("Allow the Other Side Too"), text, Tr::tr("Allow"), undo}, allow,
                      this)
            .exec();
    }
}

} // namespace drawbridge
