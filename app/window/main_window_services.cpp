#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "edit/known_ports.h"
#include "edit/policy_text.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/port_words.h"
#include "messages/tr.h"
#include "panels/services_panel.h"
#include "window/confirm_dialog.h"
#include "window/line_dialog.h"
#include "window/main_window.h"
#include "window/named_ends.h"
#include "window/policy_dialog.h"
#include "window/remove_dialog.h"
#include "window/waiting_input.h"

#include <QApplication>
#include <QClipboard>
#include <QInputDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QStatusBar>

#include <algorithm>

namespace drawbridge {

namespace {

/// The field that has the keyboard, if it is one that holds text.
QWidget *focusedTextField()
{
    QWidget *widget = QApplication::focusWidget();
    const bool isField =
        qobject_cast<QLineEdit *>(widget) || qobject_cast<QPlainTextEdit *>(widget);
    return isField ? widget : nullptr;
}

/// A name alone as an intent.
template <typename Intent>
LineDialog::Reading naming(const std::string &endpoint, const QString &missing)
{
    return
        [endpoint, missing](const QString &text, QString &problem) -> std::optional<edit::Intent> {
            if (!text.isEmpty())
                return Intent{endpoint, text.toStdString()};
            problem = missing;
            return {};
        };
}

/// Ports as they are typed; a name becomes its number at the target. None for all of them.
std::optional<std::vector<edit::PortSpan>> portsOf(const verdict::Evaluator &evaluator,
                                                   const edit::End &target, const QString &text,
                                                   QString &problem)
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    const QStringList words = text.split(between, Qt::SkipEmptyParts);
    std::vector<edit::PortSpan> ports;
    if (words == QStringList{QStringLiteral("all")})
        return ports;
    if (words.isEmpty())
        problem = Tr::tr("Give the ports, or write all.");
    for (const QString &word : words) {
        auto port = edit::readPort(evaluator, target, word.toStdString());
        if (!port) {
            problem = portProblem(word, port.failure(), {});
            return {};
        }
        port->name.clear();
        ports.push_back(std::move(*port));
    }
    return ports.empty() ? std::nullopt : std::optional(ports);
}

/// As portsOf() reads them. Nothing where nobody can tell, where they are the standard's alone, or
/// where pairs differ: what is offered must open nothing that is not open.
QString portsNow(const graph::Arrow &arrow)
{
    if (arrow.state == graph::ArrowState::CannotTell || arrow.isOnlyStandard || arrow.differs)
        return {};
    if (arrow.ports.isAll())
        return QStringLiteral("all");
    QStringList ports;
    for (const edit::PortSpan &span : edit::spansOf(arrow.ports)) {
        const kube::PortRule port{span.protocol,
                                  span.first ? std::optional(span.first) : std::nullopt,
                                  span.last > span.first ? std::optional(span.last) : std::nullopt,
                                  {},
                                  {}};
        ports += QString::fromStdString(edit::portText(port));
    }
    return ports.join(QStringLiteral(", "));
}

/// What not every pair behind an arrow has: what is written holds for all of them.
QString variesWords(const graph::Arrow &arrow)
{
    return arrow.differs
               ? QLatin1Char(' ') + Tr::tr("The pairs behind it have different ports, so none are "
                                           "filled in: what you write holds for all of them.")
               : QString();
}

/// That names are taken too, where the target's ports have some.
QString namesOfPorts(const verdict::Evaluator &evaluator, const edit::End &target)
{
    const bool isEndpoint = target.kind == edit::End::Kind::Endpoint;
    const auto id = isEndpoint ? evaluator.find(target.name) : verdict::EndpointId();
    if (id.isValid())
        for (const verdict::Variant &variant : evaluator.endpoint(id).variants)
            for (const kube::ContainerPort &port : variant.ports)
                if (!port.name.empty())
                    return QLatin1Char(' ') +
                           Tr::tr("A name, as %1, is taken as the number that it is there.")
                               .arg(visible(port.name));
    return {};
}

} // namespace

const graph::Node *MainWindow::selectedService() const
{
    for (const graph::Key &key : m_canvas->selection())
        if (const graph::Node *node = m_document->graph().node(key))
            if (!node->frame.empty())
                return node;
    return nullptr;
}

/// The first one if there are several.
graph::Key MainWindow::selectedKey() const
{
    const auto &selection = m_canvas->selection();
    return selection.empty() ? m_foldedSelection : *selection.begin();
}

/// The first one if there are several.
graph::Key MainWindow::selectedArrow() const
{
    for (const graph::Key &key : m_canvas->selection())
        if (m_canvas->scene().arrow(key) && m_document->graph().arrow(key)) // the first is quick
            return key;
    return {};
}

/// The one that commands for one service are for: of a selection of many things its first service.
graph::Key MainWindow::serviceAtHand() const
{
    graph::Key key = selectedKey();
    if (const graph::Node *node = m_document->graph().node(key))
        if (!node->frame.empty())
            return key;
    const graph::Node *selected = selectedService();
    return selected && m_canvas->selection().count(key) > 0 ? selected->key : graph::Key();
}

void MainWindow::needService()
{
    statusBar()->showMessage(Tr::tr("Select a service on the canvas first."), 5000);
}

void MainWindow::renameService(const graph::Key &key)
{
    const graph::Node *node = m_document->graph().node(key);
    if (m_document->graph().frame(key)) {
        statusBar()->showMessage(
            Tr::tr("A namespace keeps its name. Move its services to another one instead."), 8000);
        return;
    }
    if (!node || node->frame.empty()) {
        needService();
        return;
    }
    const verdict::Endpoint &endpoint = m_document->evaluator().endpoint(node->endpoint);
    const bool isWorkload = node->kind == graph::NodeKind::Workload;
    LineDialog dialog(
        *m_document,
        {Tr::tr("Rename Service"), Tr::tr("&New name"),
         isWorkload ? Tr::tr("The name in its manifest is changed. Labels, and what else refers to "
                             "it, stay.")
                    : Tr::tr("The label that names it is changed, in its own policy and in every "
                             "peer that means it alone."),
         Tr::tr("Rename"), Tr::tr("Rename to %1")},
        QString::fromStdString(endpoint.name),
        naming<edit::Rename>(key, Tr::tr("Give the new name.")), this);
    if (dialog.exec() == QDialog::Accepted)
        revealRenamed(*dialog.pushed());
}

/// The selection goes with what was renamed.
void MainWindow::revealRenamed(const Plan &plan)
{
    for (const auto &[before, after] : plan.renamed)
        m_canvas->reveal(after);
}

void MainWindow::moveService(const graph::Key &key)
{
    const graph::Node *node = m_document->graph().node(key);
    if (!node || node->frame.empty()) {
        needService();
        return;
    }
    LineDialog dialog(*m_document,
                      {Tr::tr("Move to Namespace"), Tr::tr("&Namespace"),
                       Tr::tr("Its manifests and its own policies move, and peers that mean it "
                              "alone follow."),
                       Tr::tr("Move"), Tr::tr("Move to namespace %1")},
                      {}, naming<edit::MoveService>(key, Tr::tr("Give the namespace.")), this);
    QStringList names;
    for (const graph::Frame &frame : m_document->graph().frames)
        if (!frame.isOpenEnded)
            names += QString::fromStdString(frame.title);
    dialog.setChoices(names);
    if (dialog.exec() == QDialog::Accepted)
        revealRenamed(*dialog.pushed());
}

void MainWindow::removeService(const graph::Key &key)
{
    if (const graph::Node *node = m_document->graph().node(key))
        RemoveDialog(*m_document, *node, this).exec();
}

/// Labels of a Namespace, or of the pods of a workload. Those of a pod group are its selector.
void MainWindow::changeLabels(const graph::Key &key)
{
    kube::ObjectPtr object;
    const graph::Node *node = m_document->graph().node(key);
    const graph::Frame *frame = m_document->graph().frame(key);
    for (const kube::ObjectPtr &candidate : m_document->workspace().objects()) {
        const bool isNamespace = frame && candidate.get() == frame->source.object &&
                                 std::holds_alternative<kube::Namespace>(candidate->value);
        const bool isWorkload =
            node && candidate.get() == node->source.object && candidate->workload();
        if (isNamespace || isWorkload)
            object = candidate;
    }
    if (!object && node && node->kind == graph::NodeKind::PodGroup) {
        editPolicyOf(key); // the labels that pick it are its policy's subject
        return;
    }
    if (!object) {
        tell(frame ? Tr::tr("No manifest here states the labels of %1. Add a Namespace to the "
                            "files first.")
                         .arg(visible(frame->title))
                   : Tr::tr("Select a workload or a namespace on the canvas first."));
        return;
    }
    const kube::Labels &labels =
        object->workload() ? object->workload()->podLabels : object->meta.labels;
    LineDialog dialog(
        *m_document,
        {object->workload() ? Tr::tr("Labels of Pods") : Tr::tr("Labels of Namespace"),
         Tr::tr("&Labels"), Tr::tr("As app=web, tier=back."), Tr::tr("Change Labels"),
         Tr::tr("Change labels to %1")},
        QString::fromStdString(edit::labelsText(labels)),
        [object](const QString &text, QString &problem) -> std::optional<edit::Intent> {
            auto wanted = edit::parseLabels(text.toStdString());
            if (wanted)
                return edit::ChangeLabels{object, std::move(*wanted)};
            problem = message(wanted.failure());
            return {};
        },
        this);
    dialog.exec();
}

void MainWindow::changePorts(const graph::Key &arrowKey)
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
    const bool isNamed = arrow->state == graph::ArrowState::CannotTell && !arrow->isWayIn() &&
                         !arrow->isOnlyStandard;
    LineDialog dialog(
        *m_document,
        {Tr::tr("Change Ports"), Tr::tr("&Ports"),
         Tr::tr("What %1 may reach on %2 afterwards: 8080, UDP/53, 8000-8010, or all.")
                 .arg(nameOf(m_document->graph(), *source), nameOf(m_document->graph(), *target)) +
             namesOfPorts(m_document->evaluator(), *target) + variesWords(*arrow) +
             (isNamed ? QLatin1Char(' ') +
                            Tr::tr("No file says what port %1 is now.").arg(visible(arrow->label))
                      : QString()),
         Tr::tr("Change Ports"), Tr::tr("Change ports to %1")},
        portsNow(*arrow),
        [this, source, target](const QString &text,
                               QString &problem) -> std::optional<edit::Intent> {
            auto wanted = portsOf(m_document->evaluator(), *target, text, problem);
            return wanted ? std::optional<edit::Intent>(
                                edit::SetPorts{*source, *target, std::move(*wanted)})
                          : std::nullopt;
        },
        this);
    dialog.exec();
}

void MainWindow::editPolicy(const kube::Object *policy)
{
    for (const kube::ObjectPtr &object : m_document->workspace().objects()) {
        if (object.get() != policy || !object->policy())
            continue;
        const std::string name =
            m_document->workspace().namespaceOf(*object) + '/' + object->meta.name;
        if (object->policy()->wouldBeRefused || m_document->workspace().location(policy).isStale)
            tell(message(Code::RefusedPolicy, {name}));
        else
            PolicyDialog(*m_document, object, this).exec();
        return;
    }
}

std::vector<const kube::Object *> MainWindow::policiesOf(const graph::Key &key) const
{
    std::vector<const kube::Object *> policies;
    const auto add = [&](const kube::Object *policy) {
        const bool isOne = policy && policy->policy(); // cluster-wide ones have no form
        if (isOne && std::find(policies.begin(), policies.end(), policy) == policies.end())
            policies.push_back(policy);
    };
    const graph::Graph &graph = m_document->graph();
    if (const graph::Node *node = graph.node(key); node && node->endpoint.isValid())
        for (kube::Direction direction : kube::kDirections)
            for (const kube::Object *policy :
                 m_document->evaluator().policiesOf(node->endpoint, direction))
                add(policy);
    if (const graph::Arrow *arrow = graph.arrow(key))
        for (const graph::RuleSource &rule : arrow->rules)
            add(rule.source.object);
    if (const graph::Frame *frame = graph.frame(key)) {
        add(frame->ingressSource.object);
        add(frame->egressSource.object);
    }
    // The one that is about it alone before one for the whole namespace.
    std::stable_partition(policies.begin(), policies.end(), [](const kube::Object *policy) {
        const auto &subject = policy->policy()->subject;
        return subject && !subject->isEmpty();
    });
    return policies;
}

/// Asks which if there are several; null if none is behind it, or none was chosen.
kube::ObjectPtr MainWindow::choosePolicy(const graph::Key &key, const QString &title)
{
    std::vector<kube::ObjectPtr> policies; // they live on while the question is open
    QStringList names;
    const std::vector<kube::ObjectPtr> objects = m_document->workspace().objects();
    for (const kube::Object *policy : policiesOf(key))
        for (const kube::ObjectPtr &object : objects)
            if (object.get() == policy) {
                policies.push_back(object);
                names +=
                    visible(m_document->workspace().namespaceOf(*policy) + '/' + policy->meta.name);
            }
    if (policies.empty())
        tell(Tr::tr("No policy is behind what is selected. Select a service, an arrow or a "
                    "namespace with one."));
    if (policies.size() < 2)
        return policies.empty() ? nullptr : policies.front();
    bool isOk = false;
    const QString name =
        QInputDialog::getItem(this, title, Tr::tr("Which policy?"), names, 0, false, &isOk);
    return isOk ? policies[std::size_t(names.indexOf(name))] : nullptr;
}

void MainWindow::editPolicyOf(const graph::Key &key)
{
    if (const kube::ObjectPtr policy = choosePolicy(key, Tr::tr("Edit Policy")))
        editPolicy(policy.get());
}

void MainWindow::removePolicyOf(const graph::Key &key)
{
    const kube::ObjectPtr policy = choosePolicy(key, Tr::tr("Remove Policy"));
    if (!policy)
        return;
    const QString name = visible(policy->meta.name);
    ConfirmDialog(
        *m_document,
        {Tr::tr("Remove Policy"),
         Tr::tr("The policy %1 is taken out of its file, with the comments inside.").arg(name),
         Tr::tr("Remove"), Tr::tr("Remove policy %1").arg(name)},
        edit::RemoveObject{policy}, this)
        .exec();
}

/// The menu's commands go to the field that has the keyboard, as people expect of them.
void MainWindow::copy()
{
    if (QWidget *field = focusedTextField()) {
        QMetaObject::invokeMethod(field, "copy");
        return;
    }
    std::vector<std::string> keys;
    for (const graph::Key &key : m_canvas->selection())
        if (m_document->graph().node(key))
            keys.push_back(key);
    const std::string text = edit::copied(m_document->workspace(), m_document->evaluator(), keys);
    if (text.empty())
        needService();
    else
        QApplication::clipboard()->setText(QString::fromStdString(text));
}

/// Into the namespace that is selected; where none is, into what the text itself names.
void MainWindow::paste()
{
    if (QWidget *field = focusedTextField()) {
        QMetaObject::invokeMethod(field, "paste");
        return;
    }
    const graph::Frame *frame = selectedFrame();
    const bool keepsNamespaces = !frame || frame->isOpenEnded;
    pasteText({QApplication::clipboard()->text().toStdString(), currentNamespace().toStdString(),
               keepsNamespaces},
              Tr::tr("Paste"));
}

void MainWindow::duplicate()
{
    std::vector<std::string> keys;
    for (const graph::Key &key : m_canvas->selection())
        if (m_document->graph().node(key))
            keys.push_back(key);
    const std::string text = edit::copied(m_document->workspace(), m_document->evaluator(), keys);
    if (text.empty())
        needService();
    else // each into the namespace that it came from
        pasteText({text, m_document->workspace().defaultNamespace(), true}, Tr::tr("Duplicate"),
                  keys);
}

/// A copy is called like its original, with another number.
graph::DeclaredPorts MainWindow::portsOfCopies(const Plan &plan,
                                               const std::vector<graph::Key> &originals) const
{
    graph::DeclaredPorts ports;
    const graph::DeclaredPorts &declared = m_document->side().ports;
    std::vector<graph::Key> waiting;
    for (const graph::Key &key : originals)
        if (declared.count(key) > 0 && m_document->evaluator().find(key).isValid())
            waiting.push_back(key);
    if (waiting.empty())
        return ports;
    const kube::Workspace after = edit::applied(m_document->workspace(), plan);
    verdict::Evaluator evaluator;
    evaluator.update(after);
    const auto stemOf = [](const std::string &name) {
        static const QRegularExpression number(QStringLiteral("-[1-9][0-9]{0,5}$"));
        return QString::fromStdString(name).remove(number);
    };
    for (const verdict::Endpoint &made : evaluator.endpoints()) {
        if (m_document->evaluator().find(made.key()).isValid())
            continue;
        const auto original =
            std::find_if(waiting.begin(), waiting.end(), [&](const graph::Key &key) {
                const verdict::Endpoint &known =
                    m_document->evaluator().endpoint(m_document->evaluator().find(key));
                return known.nameSpace == made.nameSpace && stemOf(known.name) == stemOf(made.name);
            });
        if (original == waiting.end())
            continue;
        ports[made.key()] = declared.at(*original);
        waiting.erase(original);
    }
    return ports;
}

void MainWindow::pasteText(const edit::Paste &intent, const QString &label,
                           const std::vector<graph::Key> &originals)
{
    const auto plan = planBeside(*m_document, intent);
    if (!plan) {
        tell(message(plan.failure()));
        return;
    }
    if (!agreeTo(*plan, label))
        return;
    const std::vector<graph::Key> pasted =
        pushNew(*plan, label, nullptr, portsOfCopies(*plan, originals));
    m_canvas->reveal(std::set<graph::Key>(pasted.begin(), pasted.end()));
    m_canvas->setFocus();
    QStringList frames;
    for (const graph::Key &key : pasted)
        if (const graph::Node *node = m_document->graph().node(key))
            if (const graph::Frame *frame = m_document->graph().frame(node->frame))
                frames += visible(frame->title);
    frames.removeDuplicates();
    if (frames.size() > 1)
        statusBar()->showMessage(Tr::tr("Each went into the namespace that it came from: %1.")
                                     .arg(frames.join(QStringLiteral(", "))),
                                 8000);
}

} // namespace drawbridge
