#include "document/document.h"
#include "messages/exposure_words.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "panels/inspector_html.h"
#include "panels/inspector_panel.h"
#include "panels/panel_colors.h"

#include <QFileInfo>
#include <QLabel>
#include <QPushButton>

namespace drawbridge {

using inspector::heading;
using inspector::line;

QString InspectorPanel::sourceLine(const graph::Source &source, const QString &name)
{
    const Place place = source.place(m_document.workspace());
    if (!m_document.workspace().contains(place.file))
        return name.isEmpty() ? QString() : line(name.toHtmlEscaped());
    const yaml::File &file = m_document.workspace().file(place.file);
    const QString path = QFileInfo(QString::fromStdString(file.path())).fileName();
    const QString where =
        Tr::tr("%1 · line %2").arg(visible(path)).arg(file.lineColumn(place.range.begin).line);
    return line(placeLink(place, name.isEmpty() ? where : name + QStringLiteral(" · ") + where));
}

/// What pods that are not here could exchange with a service.
QString InspectorPanel::exposureLinesOf(const graph::Node &node)
{
    if (node.kind != graph::NodeKind::Workload && node.kind != graph::NodeKind::PodGroup)
        return {};
    const verdict::Evaluator &evaluator = m_document.evaluator();
    QString html = heading(Tr::tr("Pods that do not exist yet"));
    if (!m_podsNamed && m_document.isLarge()) {
        m_lacksPodsNamed = true;
        if (!m_looking)
            m_pause.start();
        return html + line(Tr::tr("Looking for the pods that rules name…").toHtmlEscaped());
    }
    if (!m_podsNamed)
        m_podsNamed = verdict::podsNamedByRules(evaluator, true);
    for (const QString &sentence : exposureSentences(exposureLines(evaluator, node, *m_podsNamed)))
        html += line(sentence.toHtmlEscaped());
    return html;
}

void InspectorPanel::forgetPodsNamed()
{
    m_podsNamed.reset();
    m_looking.reset();
    m_pause.stop();
}

/// In another thread and on a copy, since all rules are asked.
void InspectorPanel::lookForPodsNamed()
{
    const auto evaluator = std::make_shared<const verdict::Evaluator>(m_document.evaluator());
    m_looking = std::make_unique<BesideWork<std::vector<verdict::PodsLike>>>(
        [evaluator](const OpeningProgress &) {
            return verdict::podsNamedByRules(*evaluator, true);
        },
        this, [this] { takePodsNamed(); });
}

void InspectorPanel::takePodsNamed()
{
    if (!m_looking || !m_looking->isEnded())
        return; // it is of another text
    m_podsNamed = m_looking->take();
    m_looking.reset();
    if (m_lacksPodsNamed)
        showElement(m_key);
}

/// Which objects lead there, and what decides what of it gets in.
void InspectorPanel::showWayIn(const graph::Arrow &arrow)
{
    const graph::Node *way = m_document.graph().node(arrow.source);
    const graph::Node *target = m_document.graph().node(arrow.target);
    if (!way || !target)
        return;
    m_caption->setText(Tr::tr("WAY IN"));
    m_title->setText(arrowTitle(nodeTitle(*way), nodeTitle(*target)));
    const PanelColors &colors = PanelColors::current();
    QString html = inspector::strong(verdictWords(arrow, nodeTitle(*way), nodeTitle(*target)),
                                     arrow.isBlocked() ? colors.danger : colors.link);
    html += heading(Tr::tr("Leads there by"));
    for (const graph::WayStep &step : arrow.steps)
        html += sourceLine(step.source, visible(step.text));
    html += heading(Tr::tr("Policies that select %1").arg(nodeTitle(*target))) +
            policyLines(*target) + noteLines(arrow.key);
    m_place =
        arrow.steps.empty() ? Place{} : arrow.steps.front().source.place(m_document.workspace());
    m_body->setText(html);
    setButtons({m_showText, m_addNote});
}

} // namespace drawbridge
