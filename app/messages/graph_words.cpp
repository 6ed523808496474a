#include "messages/graph_words.h"

#include "graph/routing.h"
#include "messages/messages.h"
#include "messages/tr.h"

#include <algorithm>

namespace drawbridge {

using graph::ArrowState;
using graph::Lock;
using graph::NodeKind;
using graph::Since;
using graph::Wall;

static const QString kDot = QStringLiteral(" · ");

static QString directionName(kube::Direction direction)
{
    return direction == kube::Direction::Ingress ? Tr::tr("ingress") : Tr::tr("egress");
}

QString lockWords(kube::Direction direction, Lock lock)
{
    const QString name = directionName(direction);
    switch (lock) {
    case Lock::Open:
        return Tr::tr("%1: nothing isolates it").arg(name);
    case Lock::Closed:
        return Tr::tr("%1: isolated, only what is drawn is admitted").arg(name);
    case Lock::AdmitsEveryone:
        return Tr::tr("%1: isolated, but a rule admits everyone").arg(name);
    }
    return {};
}

static bool isOutside(NodeKind kind)
{
    return kind != NodeKind::Workload && kind != NodeKind::PodGroup && kind != NodeKind::LikeGroup;
}

QString subLine(const graph::Node &node)
{
    const QString kind = visible(node.kindName);
    const QString labels = visible(node.labels);
    return kind.isEmpty() || labels.isEmpty() ? kind + labels : kind + kDot + labels;
}

QString portsLine(const graph::Node &node)
{
    if (node.isStale)
        return Tr::tr("its text cannot be read");
    QStringList ports;
    for (const std::string &port : node.ports)
        ports += visible(port);
    if (node.hostNetwork)
        ports += Tr::tr("host network");
    return ports.join(QStringLiteral(", "));
}

static QString outsideWords(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Internet:
        return Tr::tr("every address outside the cluster");
    case NodeKind::Range:
        return Tr::tr("addresses outside the cluster");
    case NodeKind::Cluster:
        return Tr::tr("every pod of the cluster");
    case NodeKind::Everyone:
        return Tr::tr("everyone, in the cluster and outside");
    case NodeKind::LikeGroup:
        return Tr::tr("pods like this: nothing here backs the selector");
    case NodeKind::Workload:
    case NodeKind::PodGroup:
        break;
    }
    return {};
}

QString nodeTitle(const graph::Node &node)
{
    switch (node.kind) {
    case NodeKind::Internet:
        return Tr::tr("Internet");
    case NodeKind::Everyone:
        return Tr::tr("Anyone");
    case NodeKind::Cluster:
        return Tr::tr("Every pod");
    case NodeKind::Range:
    case NodeKind::LikeGroup:
    case NodeKind::Workload:
    case NodeKind::PodGroup:
        break;
    }
    return visible(node.title);
}

static QStringList changeFacts(const graph::Node &node)
{
    switch (node.since) {
    case Since::Same:
        break;
    case Since::Added:
        return {Tr::tr("added: only the newer version has it")};
    case Since::Removed:
        return {Tr::tr("removed: only the older version has it")};
    case Since::Changed: {
        QStringList facts;
        if (node.ingress != node.ingressBefore)
            facts +=
                Tr::tr("before, %1").arg(lockWords(kube::Direction::Ingress, node.ingressBefore));
        if (node.egress != node.egressBefore)
            facts +=
                Tr::tr("before, %1").arg(lockWords(kube::Direction::Egress, node.egressBefore));
        return facts;
    }
    }
    return {};
}

QString changeTag(const graph::Node &node)
{
    switch (node.since) {
    case Since::Same:
        break;
    case Since::Added:
        return Tr::tr("added");
    case Since::Removed:
        return Tr::tr("removed");
    case Since::Changed: {
        const auto becomes = [&](Lock before, Lock after) {
            return before != after && after == Lock::Open;
        };
        const auto leaves = [&](Lock before, Lock after) {
            return before != after && before == Lock::Open;
        };
        if (becomes(node.ingressBefore, node.ingress) || becomes(node.egressBefore, node.egress))
            return Tr::tr("opened");
        if (leaves(node.ingressBefore, node.ingress) || leaves(node.egressBefore, node.egress))
            return Tr::tr("isolated");
        return Tr::tr("changed");
    }
    }
    return {};
}

QStringList nodeFacts(const graph::Node &node)
{
    QStringList facts;
    if (const QString words = outsideWords(node.kind); !words.isEmpty())
        facts += words;
    if (isOutside(node.kind))
        return facts + changeFacts(node);
    if (const QString sub = subLine(node); !sub.isEmpty())
        facts += sub;
    facts += lockWords(kube::Direction::Ingress, node.ingress);
    facts += lockWords(kube::Direction::Egress, node.egress);
    QStringList ports;
    for (const std::string &port : node.ports)
        ports += visible(port);
    if (!ports.isEmpty())
        facts += Tr::tr("ports: %1").arg(ports.join(QStringLiteral(", ")));
    if (node.hostNetwork)
        facts += Tr::tr("uses the host network: policies may not hold");
    if (node.isStale)
        facts += Tr::tr("its text cannot be read at present: this is its last good state");
    if (!node.canConnect)
        facts += Tr::tr("chosen by an expression: cannot be drawn to");
    facts += changeFacts(node);
    return facts;
}

static QString wallPart(kube::Direction direction, Wall wall, std::size_t isolated,
                        std::size_t services)
{
    const QString name = directionName(direction);
    switch (wall) {
    case Wall::Full:
        return Tr::tr("default deny: %1").arg(name);
    case Wall::Thin:
        return Tr::tr("%1: all isolated, a new one would be open").arg(name);
    case Wall::Partial:
        return Tr::tr("%1: %2 of %3 isolated").arg(name).arg(isolated).arg(services);
    case Wall::Open:
        break;
    }
    return {};
}

static QString wallsAlone(const graph::Frame &frame)
{
    if (frame.ingress == Wall::Full && frame.egress == Wall::Full)
        return Tr::tr("default deny: ingress, egress");
    QStringList parts;
    for (const QString &part :
         {wallPart(kube::Direction::Ingress, frame.ingress, frame.isolatedIngress, frame.services),
          wallPart(kube::Direction::Egress, frame.egress, frame.isolatedEgress, frame.services)}) {
        if (!part.isEmpty())
            parts += part;
    }
    return parts.isEmpty() ? Tr::tr("open") : parts.join(kDot);
}

QString savedWallWords(Wall ingress, Wall egress)
{
    const Wall wall = std::max(ingress, egress);
    switch (wall) {
    case Wall::Full:
        if (ingress == egress)
            return Tr::tr("default deny: ingress, egress");
        return Tr::tr("default deny: %1")
            .arg(directionName(ingress == Wall::Full ? kube::Direction::Ingress
                                                     : kube::Direction::Egress));
    case Wall::Thin:
        return Tr::tr("all isolated");
    case Wall::Partial:
        return Tr::tr("some isolated");
    case Wall::Open:
        break;
    }
    return Tr::tr("open");
}

static QString changePart(const graph::Frame &frame)
{
    switch (frame.since) {
    case Since::Same:
        break;
    case Since::Added:
        return kDot + Tr::tr("added");
    case Since::Removed:
        return kDot + Tr::tr("removed");
    case Since::Changed:
        return kDot + Tr::tr("was %1").arg(savedWallWords(frame.ingressBefore, frame.egressBefore));
    }
    return {};
}

QString wallWords(const graph::Frame &frame)
{
    return wallsAlone(frame) + changePart(frame);
}

QString countWords(const graph::Frame &frame)
{
    return frame.services == 1 ? Tr::tr("1 service") : Tr::tr("%1 services").arg(frame.services);
}

QString frameTitle(const graph::Frame &frame)
{
    QString title = visible(frame.title);
    if (frame.isDefault)
        title += Tr::tr(" (no namespace given)");
    return title + kDot + wallWords(frame);
}

QString shortFrameTitle(const graph::Frame &frame)
{
    QString words;
    switch (std::max(frame.ingress, frame.egress)) {
    case Wall::Full:
        words = Tr::tr("default deny");
        break;
    case Wall::Thin:
        words = Tr::tr("all isolated");
        break;
    case Wall::Partial:
        words = Tr::tr("%1 of %2 isolated")
                    .arg(std::max(frame.isolatedIngress, frame.isolatedEgress))
                    .arg(frame.services);
        break;
    case Wall::Open:
        words = Tr::tr("open");
        break;
    }
    return visible(frame.title) + kDot + words + changePart(frame);
}

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

QString pillText(const graph::Arrow &arrow)
{
    const QString label = elidedPorts(arrow.label);
    QString text = label;
    if (arrow.isHalfOpen())
        text += kDot + Tr::tr("half open");
    else if (arrow.state == ArrowState::CannotTell)
        text += kDot + Tr::tr("cannot tell");
    else if (arrow.differs && arrow.since == Since::Same)
        text += kDot + Tr::tr("varies");
    const QString change = changeWords(arrow, elidedPorts(arrow.labelBefore));
    return change.isEmpty() ? text : text + kDot + change;
}

QString pillNote(const graph::Arrow &arrow, const QString &source, const QString &target)
{
    if (arrow.since == Since::Removed)
        return {};
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

QString arrowTitle(const QString &source, const QString &target)
{
    return source + QStringLiteral(" → ") + target;
}

QString verdictWords(const graph::Arrow &arrow, const QString &source, const QString &target)
{
    const QString label = portsLabel(arrow.label);
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
        words = Tr::tr("Cannot tell: %1").arg(label);
        break;
    }
    if (arrow.differs)
        words += QStringLiteral("; ") + Tr::tr("not the same for every pair behind it");
    if (arrow.since != Since::Same)
        words += QStringLiteral("; ") + changeWords(arrow, portsLabel(arrow.labelBefore));
    return words;
}

QString titleOf(const graph::Picture &picture, const graph::Key &key)
{
    if (const graph::NodeShape *node = picture.node(key))
        return nodeTitle(node->node);
    if (const graph::FrameShape *frame = picture.frame(key))
        return visible(frame->frame.title);
    return {};
}

static QString tip(const QString &title, const QStringList &lines)
{
    QString html = QStringLiteral("<b>%1</b>").arg(title.toHtmlEscaped());
    for (const QString &line : lines)
        html += QStringLiteral("<br>") +
                line.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    return QStringLiteral("<qt>%1</qt>").arg(html);
}

QString noteWords(const graph::Note &note)
{
    QStringList lines;
    for (const QString &line : QString::fromStdString(note.text).split(QLatin1Char('\n')))
        lines += visible(line);
    const QString words =
        QString::number(note.number) + QStringLiteral(": ") + lines.join(QLatin1Char('\n'));
    return note.author.empty() ? words : words + QStringLiteral(" (%1)").arg(visible(note.author));
}

QStringList noteLines(const graph::Picture &picture, const graph::Key &key)
{
    QStringList lines;
    for (const graph::Note &note : picture.notes)
        if (note.key == key)
            lines += Tr::tr("note %1").arg(noteWords(note));
    return lines;
}

QString nodeTip(const graph::Node &node, const QStringList &notes)
{
    return tip(nodeTitle(node), nodeFacts(node) + notes);
}

QString frameTip(const graph::Frame &frame, const QStringList &notes)
{
    QStringList lines{wallWords(frame), countWords(frame)};
    if (frame.isDefault)
        lines += Tr::tr("some of its documents name no namespace");
    return tip(visible(frame.title), lines + notes);
}

QString arrowTip(const graph::Arrow &arrow, const QString &source, const QString &target,
                 const QStringList &notes)
{
    QStringList lines{verdictWords(arrow, source, target)};
    for (const graph::RuleSource &rule : arrow.rules) {
        lines += Tr::tr("%1, %2 rule %3")
                     .arg(visible(rule.policy), directionName(rule.direction))
                     .arg(rule.rule + 1);
    }
    return tip(arrowTitle(source, target), lines + notes);
}

} // namespace drawbridge
