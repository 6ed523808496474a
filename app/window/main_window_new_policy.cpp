#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "edit/snippets.h"
#include "messages/tr.h"
#include "window/main_window.h"
#include "window/policy_dialog.h"

#include <QMenu>

#include <set>

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
    std::set<graph::Key> before;
    for (const graph::Node &known : graph.nodes)
        before.insert(known.key);
    PolicyDialog dialog(*m_document, nameSpace, subject, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    for (const graph::Node &added : m_document->graph().nodes)
        if (!before.count(added.key) && !added.frame.empty()) {
            m_canvas->reveal(added.key);
            return;
        }
}

} // namespace drawbridge
