#include "messages/graph_words.h"

#include "graph/routing.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "messages/way_words.h"

namespace drawbridge {

using graph::ArrowState;
using graph::Since;

static QString elidedPorts(const std::string &label)
{
    // The picture leaves this much room for the ports; the tooltip has them all.
    return QString::fromStdString(graph::elided(portsLabel(label).toStdString(),
                                                graph::kPillMostText, graph::kPillFont, true));
}

/// How the arrow stands to the older version: "added", "was TCP 80". Empty where nothing is
/// compared.
static QString changeWords(const graph::Arrow &arrow, const QString &before)
{
    switch (arrow.since) {
    case Since::Same:
        break;
    case Since::Added:
        return Tr::tr("added");
    case Since::Removed:
        return Tr::tr("removed");
    case Since::Changed:
        return Tr::tr("was %1").arg(before.isEmpty() ? Tr::tr("nothing") : before);
    }
    return {};
}

/// What Kubernetes documents; the plugin that is judged as makes something else of it.
static QString standardPorts(const graph::Arrow &arrow, const QString &ports)
{
    if (arrow.isStandardUnsure)
        return Tr::tr("cannot tell");
    return ports.isEmpty() ? Tr::tr("nothing") : ports;
}

QString unlikeWords(const graph::Arrow &arrow)
{
    return arrow.isStandardUnsure ? Tr::tr("unlike standard Kubernetes, by which nobody can tell")
                                  : Tr::tr("unlike standard Kubernetes, which allows %1")
                                        .arg(standardPorts(arrow, portsLabel(arrow.labelStandard)));
}

static QString podsTooWords(const graph::Arrow &arrow)
{
    switch (arrow.podsToo) {
    case graph::PodsToo::No:
        break;
    case graph::PodsToo::Some:
        return Tr::tr("the rule means pods with such addresses too");
    case graph::PodsToo::Every:
        return Tr::tr("the rule means every pod of the cluster too");
    }
    return {};
}

QString pillText(const graph::Arrow &arrow)
{
    const QString label = elidedPorts(arrow.label);
    QString text = label;
    if (arrow.isBlocked())
        text += kDot + (arrow.isWayIn() ? Tr::tr("not admitted") : Tr::tr("half open"));
    else if (arrow.isOnlyStandard)
        text += kDot + Tr::tr("only standard");
    else if (arrow.state == ArrowState::CannotTell)
        text += kDot + Tr::tr("cannot tell");
    else if (arrow.differs && arrow.since == Since::Same)
        text += kDot + (arrow.isWayIn() ? Tr::tr("not all of it") : Tr::tr("varies"));
    if (!arrow.isHalfOpen() && arrow.hasHalfOpenPorts() && arrow.since != Since::Removed)
        text += kDot + Tr::tr("half open: %1")
                           .arg(elidedPorts((arrow.onlyAtSource | arrow.onlyAtTarget).label()));
    if (!arrow.alsoNamed.empty())
        text += kDot + Tr::tr("cannot tell: %1").arg(elidedPorts(arrow.alsoNamed));
    if (arrow.podsToo != graph::PodsToo::No)
        text += kDot + Tr::tr("pods too");
    if (arrow.isUnlikeStandard && !arrow.isOnlyStandard && arrow.since == Since::Same)
        text += kDot +
                Tr::tr("standard: %1").arg(standardPorts(arrow, elidedPorts(arrow.labelStandard)));
    const QString change = changeWords(arrow, elidedPorts(arrow.labelBefore));
    if (!change.isEmpty())
        text += kDot + change;
    return arrow.hasRefusedRule() ? text + QStringLiteral(" !") : text; // belowPill() says why
}

QString pillNote(const graph::Arrow &arrow, const QString &source, const QString &target)
{
    if (arrow.since == Since::Removed)
        return {};
    if (arrow.isWayIn())
        return arrow.isBlocked() ? Tr::tr("the policies admit nothing") : QString();
    switch (arrow.state) {
    case ArrowState::HalfOpenAtSource:
        return Tr::tr("%1 may not send it").arg(source);
    case ArrowState::HalfOpenAtTarget:
        return Tr::tr("%1 does not admit it").arg(target);
    case ArrowState::Allowed:
    case ArrowState::CannotTell:
        break;
    }
    return {};
}

QString belowPill(const graph::Arrow &arrow, const QString &source, const QString &target)
{
    QStringList notes{pillNote(arrow, source, target)};
    if (arrow.hasRefusedRule() && arrow.since != Since::Removed)
        notes += Tr::tr("the API server would refuse it");
    notes.removeAll(QString());
    return notes.join(kDot);
}

QString arrowTitle(const QString &source, const QString &target)
{
    return source + QStringLiteral(" → ") + target;
}

QStringList oneSidedWords(const graph::Arrow &arrow, const QString &source, const QString &target)
{
    QStringList words;
    if (!arrow.onlyAtTarget.isEmpty())
        words += Tr::tr("Half open: %1; %2")
                     .arg(portsLabel(arrow.onlyAtTarget.label()),
                          Tr::tr("%1 may not send it").arg(source));
    if (!arrow.onlyAtSource.isEmpty())
        words += Tr::tr("Half open: %1; %2")
                     .arg(portsLabel(arrow.onlyAtSource.label()),
                          Tr::tr("%1 does not admit it").arg(target));
    return words;
}

QString refusedWords(const graph::Arrow &arrow)
{
    QStringList policies;
    for (const graph::RuleSource &rule : arrow.rules)
        if (rule.isRefused && !policies.contains(visible(rule.policy)))
            policies += visible(rule.policy);
    return policies.isEmpty() ? QString()
                              : Tr::tr("the API server would refuse the policy %1")
                                    .arg(policies.join(QStringLiteral(", ")));
}

QString verdictWords(const graph::Arrow &arrow, const QString &source, const QString &target)
{
    const QString label = portsLabel(arrow.label);
    if (arrow.isWayIn())
        return wayWords(arrow, source);
    if (arrow.since == Since::Removed && arrow.state == ArrowState::CannotTell)
        return Tr::tr("Removed. Cannot tell before: %1").arg(label);
    if (arrow.since == Since::Removed)
        return arrow.isHalfOpen() ? Tr::tr("Removed. Half open before: %1").arg(label)
                                  : Tr::tr("Removed. Allowed before: %1").arg(label);
    QString words;
    switch (arrow.state) {
    case ArrowState::Allowed:
        words = Tr::tr("Allowed: %1").arg(label);
        break;
    case ArrowState::HalfOpenAtSource:
    case ArrowState::HalfOpenAtTarget:
        words = Tr::tr("Half open: %1; %2").arg(label, pillNote(arrow, source, target));
        break;
    case ArrowState::CannotTell:
        words = arrow.isOnlyStandard
                    ? Tr::tr("Nothing is allowed. Only standard Kubernetes allows %1, by a rule "
                             "that the network plugin does not enforce")
                          .arg(label)
                    : Tr::tr("Cannot tell: %1; no file says what port of %2 that is. Add its "
                             "workload")
                          .arg(label, target);
        break;
    }
    if (!arrow.alsoNamed.empty())
        words += QStringLiteral("; ") + Tr::tr("cannot tell: %1").arg(portsLabel(arrow.alsoNamed));
    if (arrow.podsToo != graph::PodsToo::No)
        words += QStringLiteral("; ") + podsTooWords(arrow) + QStringLiteral("; ") +
                 Tr::tr("pods count by their addresses");
    if (arrow.hasUnseenPairs)
        words += QStringLiteral("; ") +
                 Tr::tr("there are too many pairs behind it to look at each: more may be allowed");
    else if (arrow.differs)
        words += QStringLiteral("; ") + Tr::tr("not the same for every pair behind it");
    if (arrow.isUnlikeStandard && !arrow.isOnlyStandard)
        words += QStringLiteral("; ") + unlikeWords(arrow);
    if (const QString refused = refusedWords(arrow); !refused.isEmpty())
        words += QStringLiteral("; ") + refused;
    if (arrow.since != Since::Same)
        words += QStringLiteral("; ") + changeWords(arrow, portsLabel(arrow.labelBefore));
    for (const QString &oneSided : oneSidedWords(arrow, source, target))
        words += QStringLiteral(". ") + oneSided;
    return words;
}

} // namespace drawbridge
