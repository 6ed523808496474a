#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "edit/snippets.h"
#include "messages/tr.h"
#include "window/main_window.h"
#include "window/policy_dialog.h"

#include <QLineEdit>
#include <QMenu>

namespace drawbridge {

namespace {

/// What picks the pods of a service; nothing if labels alone do not.
std::optional<kube::LabelSelector> subjectOf(const Document &document, const graph::Node &node)
{
    if (!node.endpoint.isValid())
        return {};
    const verdict::Endpoint &endpoint = document.evaluator().endpoint(node.endpoint);
    if (endpoint.selector)
        return endpoint.selector;
    const auto labels = edit::selectorFor(document.evaluator(), node.endpoint);
    if (!labels)
        return {};
    kube::LabelSelector subject;
    subject.matchLabels = *labels;
    return subject;
}

} // namespace

void MainWindow::addNewPolicyAction(QMenu *menu)
{
    add(menu, Tr::tr("&New Policy…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
        [this] { newPolicy(selectedKey()); });
}

/// For a service its pods, for a namespace all of them, else for pods that the user has to name.
void MainWindow::newPolicy(const graph::Key &key)
{
    const graph::Graph &graph = m_document->graph();
    const graph::Node *node = graph.node(key);
    const graph::Frame *frame = graph.frame(node ? node->frame : key);
    if (frame && frame->isOpenEnded)
        frame = nullptr; // only labels say which namespaces are meant
    std::optional<kube::LabelSelector> subject;
    if (frame)
        subject = node ? subjectOf(*m_document, *node) : kube::LabelSelector();
    const std::string nameSpace = frame ? frame->title : currentNamespace().toStdString();
    PolicyDialog dialog(*m_document, nameSpace, subject, this);
    if (dialog.exec() == QDialog::Accepted)
        showPolicy(dialog.nameSpace(), dialog.nameEdit()->text().trimmed().toStdString());
}

/// On the canvas what it is about, in the text itself.
void MainWindow::showPolicy(const std::string &nameSpace, const std::string &name)
{
    const kube::Workspace &workspace = m_document->workspace();
    for (const kube::ObjectPtr &object : workspace.objects()) {
        if (!object->policy() || object->meta.name != name ||
            workspace.namespaceOf(*object) != nameSpace)
            continue;
        const auto &subject = object->policy()->subject;
        std::vector<graph::Key> keys;
        if (subject && !subject->isEmpty())
            for (verdict::EndpointId id : m_document->evaluator().selected(*subject, nameSpace))
                keys.push_back(m_document->evaluator().endpoint(id).key());
        reveal(keys.empty() ? graph::frameKey(nameSpace) : keys.front());
        m_canvas->setFocus();
        goTo(workspace.place(object.get()));
        return;
    }
}

} // namespace drawbridge
