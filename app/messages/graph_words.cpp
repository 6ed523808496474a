#include "messages/graph_words.h"

#include "graph/routing.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "messages/way_words.h"

#include <algorithm>

namespace drawbridge {

using graph::Lock;
using graph::NodeKind;
using graph::Since;
using graph::Wall;

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
    case Lock::CannotTell:
        return Tr::tr("%1: cannot tell, since a policy's podSelector cannot be read").arg(name);
    }
    return {};
}

static QString names(const std::vector<std::string> &policies)
{
    QStringList list;
    for (const std::string &policy : policies)
        list += visible(policy);
    return list.join(QStringLiteral(", "));
}

bool isDeniedInPart(Lock lock, const graph::Denial &denial)
{
    return (lock == Lock::Open || lock == Lock::AdmitsEveryone) && !denial.policies.empty();
}

/// With what cluster-wide policies do about it.
static QString lockWords(kube::Direction direction, Lock lock, const graph::Denial &denial)
{
    if (denial.isAll)
        return Tr::tr("%1: denied by default by %2, only what is drawn is admitted")
            .arg(directionName(direction), names(denial.policies));
    if (!isDeniedInPart(lock, denial))
        return lockWords(direction, lock);
    if (lock == Lock::Open)
        return Tr::tr("%1: open, but %2 denies part")
            .arg(directionName(direction), names(denial.policies));
    return Tr::tr("%1: isolated, but a rule admits everyone; %2 denies part")
        .arg(directionName(direction), names(denial.policies));
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

QString declaredPortWords(const std::string &port)
{
    const std::size_t blank = port.rfind(' ');
    const std::size_t begin = blank == std::string::npos ? 0 : blank + 1;
    const std::size_t slash = port.find('/', begin);
    if (slash == std::string::npos)
        return visible(port);
    return visible(port.substr(0, begin) + port.substr(slash + 1) + '/' +
                   port.substr(begin, slash - begin));
}

QString portsLine(const graph::Node &node)
{
    if (node.isStale)
        return Tr::tr("its text cannot be read");
    QStringList ports;
    for (const std::string &port : node.ports)
        ports += declaredPortWords(port);
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
    case NodeKind::WayIn:
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
    case NodeKind::WayIn:
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
    if (node.kind == NodeKind::WayIn)
        facts += wayFacts(node);
    if (isOutside(node.kind))
        return facts + changeFacts(node);
    if (const QString sub = subLine(node); !sub.isEmpty())
        facts += sub;
    facts += lockWords(kube::Direction::Ingress, node.ingress, node.ingressDenial);
    facts += lockWords(kube::Direction::Egress, node.egress, node.egressDenial);
    if (!node.tag.empty())
        facts += visible(node.tag);
    QStringList ports;
    for (const std::string &port : node.ports)
        ports += declaredPortWords(port);
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

static QString wallPart(kube::Direction direction, const graph::Frame &frame)
{
    const bool in = direction == kube::Direction::Ingress;
    const std::string &by = in ? frame.ingressWallBy : frame.egressWallBy;
    const QString name = directionName(direction);
    switch (in ? frame.ingress : frame.egress) {
    case Wall::Full:
        return by.empty() ? Tr::tr("default deny: %1").arg(name)
                          : Tr::tr("default deny: %1, by %2").arg(name, visible(by));
    case Wall::Thin:
        return Tr::tr("%1: all isolated, a new one would be open").arg(name);
    case Wall::AdmitsEveryone:
        return Tr::tr("%1: isolated, but a rule admits everyone").arg(name);
    case Wall::CannotTell:
        return Tr::tr("%1: cannot tell, since a policy's podSelector cannot be read").arg(name);
    case Wall::Partial:
        return Tr::tr("%1: %2 of %3 isolated")
            .arg(name)
            .arg(in ? frame.isolatedIngress : frame.isolatedEgress)
            .arg(frame.services);
    case Wall::Open:
        break;
    }
    return {};
}

static QString wallsAlone(const graph::Frame &frame)
{
    if (frame.ingress == Wall::Full && frame.egress == Wall::Full &&
        frame.ingressWallBy == frame.egressWallBy) {
        const QString both = Tr::tr("default deny: ingress, egress");
        return frame.ingressWallBy.empty()
                   ? both
                   : Tr::tr("%1, by %2").arg(both, visible(frame.ingressWallBy));
    }
    QStringList parts;
    for (kube::Direction direction : kube::kDirections)
        if (const QString part = wallPart(direction, frame); !part.isEmpty())
            parts += part;
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
    case Wall::AdmitsEveryone:
        return Tr::tr("admits everyone");
    case Wall::CannotTell:
        return Tr::tr("cannot tell");
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

/// No NetworkPolicy of the namespace is behind any of it.
static bool isWallOfCluster(const graph::Frame &frame)
{
    return (frame.ingress != Wall::Full || !frame.ingressWallBy.empty()) &&
           (frame.egress != Wall::Full || !frame.egressWallBy.empty());
}

QString shortFrameTitle(const graph::Frame &frame)
{
    QString words;
    switch (std::max(frame.ingress, frame.egress)) {
    case Wall::Full:
        words = isWallOfCluster(frame)          ? Tr::tr("cluster-wide deny")
                : frame.ingress == frame.egress ? Tr::tr("default deny")
                : frame.ingress == Wall::Full   ? Tr::tr("ingress denied")
                                                : Tr::tr("egress denied");
        break;
    case Wall::Thin:
        words = Tr::tr("all isolated");
        break;
    case Wall::AdmitsEveryone:
        words = Tr::tr("admits everyone");
        break;
    case Wall::CannotTell:
        words = Tr::tr("cannot tell");
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
    for (const graph::WayStep &step : arrow.steps)
        lines += Tr::tr("by %1").arg(visible(step.text));
    for (const graph::RuleSource &rule : arrow.rules) {
        lines += Tr::tr("%1, %2 rule %3")
                     .arg(visible(rule.policy), directionName(rule.direction))
                     .arg(rule.rule + 1);
    }
    return tip(arrowTitle(source, target), lines + notes);
}

} // namespace drawbridge
