// What the inspector tells of a connection.
#include "document/document.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/policy_words.h"
#include "messages/port_words.h"
#include "messages/tr.h"
#include "panels/inspector_html.h"
#include "panels/inspector_panel.h"
#include "panels/panel_colors.h"

#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace drawbridge {

using inspector::heading;
using inspector::line;
using inspector::sentence;
using inspector::strong;
using inspector::titleOf;

/// What cluster-wide rules decide for the pair behind an arrow, but for `shown`.
QString InspectorPanel::decidedLines(const graph::Arrow &arrow, kube::Direction direction,
                                     const std::vector<graph::RuleSource> &shown)
{
    const auto partyOf = [&](const graph::Key &key) -> std::optional<verdict::Party> {
        const graph::Node *node = m_document.graph().node(key);
        if (node && node->endpoint.isValid())
            return verdict::Party::of(node->endpoint);
        if (node && !node->v4.isEmpty())
            return verdict::Party::of(
                kube::Address{kube::Family::V4, node->v4.intervals().front().first});
        return {};
    };
    const auto source = partyOf(arrow.source);
    const auto target = partyOf(arrow.target);
    QString lines;
    if (!source || !target)
        return lines;
    for (const verdict::RuleUse &use : m_document.evaluator().rules(direction, *source, *target)) {
        const kube::ClusterPolicy *policy = use.policy->clusterPolicy();
        const bool isShown =
            std::any_of(shown.begin(), shown.end(), [&](const graph::RuleSource &rule) {
                return rule.source.object == use.policy && rule.direction == direction &&
                       rule.rule == use.rule;
            });
        if (!policy || isShown)
            continue;
        const kube::ClusterRule &rule = policy->rules(direction)[use.rule];
        const graph::RuleSource told{use.policy->meta.kind + ' ' + use.policy->meta.name,
                                     direction,
                                     use.rule,
                                     {use.policy, rule.origin}};
        lines +=
            ruleLine(told, {}) +
            sentence(Tr::tr("Here %1: %2").arg(actionWord(use.action), visible(use.ports.label())));
    }
    return lines;
}

/// The services that an end of an arrow stands for.
std::vector<verdict::EndpointId> InspectorPanel::endpointsOf(const graph::Key &end) const
{
    std::vector<verdict::EndpointId> ids;
    for (const graph::Node &node : m_document.graph().nodes)
        if ((node.key == end || node.frame == end) && node.endpoint.isValid())
            ids.push_back(node.endpoint);
    return ids;
}

QString InspectorPanel::ruleLine(const graph::RuleSource &rule,
                                 const std::vector<verdict::EndpointId> &targets)
{
    const Place place = rule.source.place(m_document.workspace());
    const std::size_t lineNumber =
        place.file.isValid()
            ? m_document.workspace().file(place.file).lineColumn(place.range.begin).line
            : 0;
    const kube::Object *policy = rule.source.object;
    if (const kube::ClusterPolicy *cluster = policy->clusterPolicy()) {
        const QString text = rule.direction == kube::Direction::Ingress
                                 ? Tr::tr("%1, ingress rule %2 · line %3")
                                 : Tr::tr("%1, egress rule %2 · line %3");
        return line(placeLink(place,
                              text.arg(visible(rule.policy)).arg(rule.rule + 1).arg(lineNumber))) +
               sentence(ruleSentence(cluster->rules(rule.direction)[rule.rule], rule.direction));
    }
    const QString text = rule.direction == kube::Direction::Ingress
                             ? Tr::tr("policy %1, ingress rule %2 · line %3")
                             : Tr::tr("policy %1, egress rule %2 · line %3");
    QString html =
        line(placeLink(place, text.arg(visible(rule.policy)).arg(rule.rule + 1).arg(lineNumber)) +
             QStringLiteral(" · ") + editLink(policy));
    const auto &rules = policy->policy()->rules(rule.direction);
    if (rule.rule < rules.size()) {
        html += sentence(ruleSentence(rules[rule.rule], rule.direction,
                                      m_document.workspace().namespaceOf(*policy)));
        for (const QString &words :
             namedPortWords(m_document.evaluator(), rules[rule.rule], targets))
            html += sentence(words);
    }
    return html;
}

QString InspectorPanel::half(const graph::Arrow &arrow, kube::Direction direction)
{
    QString rules;
    for (const graph::RuleSource &rule : arrow.rules)
        if (rule.direction == direction)
            rules += ruleLine(rule, endpointsOf(arrow.target));
    rules += decidedLines(arrow, direction, arrow.rules);
    if (!rules.isEmpty())
        return rules;
    const bool in = direction == kube::Direction::Ingress;
    const graph::Node *own = m_document.graph().node(in ? arrow.target : arrow.source);
    if (!own || own->frame.empty())
        return line((arrow.isHalfOpen() ? Tr::tr("no rule admits it")
                                        : Tr::tr("no policy says anything about it"))
                        .toHtmlEscaped());
    const bool isOpen = (in ? own->ingress : own->egress) == graph::Lock::Open;
    const QString words = isOpen               ? (in ? Tr::tr("no policy restricts its ingress")
                                                     : Tr::tr("no policy restricts its egress"))
                          : arrow.isHalfOpen() ? Tr::tr("no rule admits it")
                                               : Tr::tr("a rule for everyone admits it");
    return line(words.toHtmlEscaped());
}

void InspectorPanel::showArrow(const graph::Arrow &arrow)
{
    const graph::Graph &graph = m_document.graph();
    const QString source = titleOf(graph, arrow.source);
    const QString target = titleOf(graph, arrow.target);
    m_caption->setText(Tr::tr("CONNECTION"));
    m_title->setText(arrowTitle(source, target));
    if (arrow.isWayIn()) {
        showWayIn(arrow);
        return;
    }
    const PanelColors &colors = PanelColors::current();
    graph::Arrow alike = arrow; // what it is for other ports follows in a colour of its own
    alike.onlyAtSource = {};
    alike.onlyAtTarget = {};
    QString html = strong(verdictWords(alike, source, target),
                          arrow.isHalfOpen() ? colors.danger : colors.link);
    for (const QString &words : oneSidedWords(arrow, source, target))
        html += strong(words, colors.danger);
    if (arrow.hasHalfOpenPorts())
        html += line(QStringLiteral("<a href='other-side'>%1</a>")
                         .arg(Tr::tr("Allow the other side too").toHtmlEscaped()));
    if (arrow.hasUnseenPairs)
        html += line(Tr::tr("There are too many pairs behind this arrow to look at each: more may "
                            "be allowed than is said here.")
                         .toHtmlEscaped());
    else if (arrow.differs)
        html += line(
            Tr::tr("Not every pair behind this arrow has all of these ports.").toHtmlEscaped());
    if (arrow.isUnlikeStandard || arrow.podsToo != graph::PodsToo::No)
        html += line(Tr::tr("Judged as %1 enforces policies.")
                         .arg(visible(m_document.evaluator().profile().title()))
                         .toHtmlEscaped());
    html += heading(Tr::tr("Leaves %1").arg(source)) + half(arrow, kube::Direction::Egress);
    html += heading(Tr::tr("Enters %1").arg(target)) + half(arrow, kube::Direction::Ingress) +
            noteLines(arrow.key);
    m_place =
        arrow.rules.empty() ? Place{} : arrow.rules.front().source.place(m_document.workspace());
    m_body->setText(html);
    setButtons({m_changePorts, m_revoke, m_showText, m_addNote});
}

} // namespace drawbridge
