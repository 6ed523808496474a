#include "messages/way_words.h"

#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"

namespace drawbridge {

using graph::ArrowState;
using graph::WayIn;

static QString kindWords(const std::string &kind)
{
    if (kind == "NodePort")
        return Tr::tr("a Service of type NodePort: each node lets in who comes to its port");
    if (kind == "LoadBalancer")
        return Tr::tr("a Service of type LoadBalancer: it lets in who comes from outside");
    if (kind == "Gateway")
        return Tr::tr("a Gateway: it lets in who comes from outside, as its routes say");
    return Tr::tr("%1: a controller lets in who comes from outside").arg(visible(kind));
}

QStringList wayFacts(const graph::Node &node)
{
    QStringList facts{kindWords(node.kindName)};
    QStringList ports;
    for (const std::string &port : node.ports)
        ports += visible(port);
    if (!ports.isEmpty())
        facts += Tr::tr("from outside to the pods: %1").arg(ports.join(QStringLiteral(", ")));
    if (!node.labels.empty())
        facts += visible(node.labels);
    if (node.isStale)
        facts += Tr::tr("its text cannot be read at present: this is its last good state");
    return facts;
}

static QString whyUnsure(const graph::Arrow &arrow)
{
    if (arrow.isUnseen)
        return Tr::tr("its Gateway is not in the open files, so that nobody knows what it takes");
    if (!arrow.unstated.empty())
        return Tr::tr("its Gateway asks for labels of the namespace %1, which no file states")
            .arg(visible(arrow.unstated));
    if (arrow.way == WayIn::Address)
        return Tr::tr("the policies admit it from some addresses only, and the source address may "
                      "be rewritten on the way");
    return Tr::tr("the policies admit it from some pods or addresses only, and nothing says which "
                  "the controller has");
}

static QString changeWords(const graph::Arrow &arrow)
{
    switch (arrow.since) {
    case graph::Since::Same:
    case graph::Since::Removed:
        break;
    case graph::Since::Added:
        return QStringLiteral("; ") + Tr::tr("added");
    case graph::Since::Changed: {
        const QString before = portsLabel(arrow.labelBefore);
        return QStringLiteral("; ") +
               Tr::tr("was %1").arg(before.isEmpty() ? Tr::tr("nothing") : before);
    }
    }
    return {};
}

QString wayWords(const graph::Arrow &arrow, const QString &source)
{
    const QString label = portsLabel(arrow.label);
    if (arrow.since == graph::Since::Removed)
        return Tr::tr("Removed. It led here before: %1").arg(label);
    QString words;
    switch (arrow.state) {
    case ArrowState::Allowed:
        words = Tr::tr("%1 leads here, and the policies admit %2").arg(source, label);
        if (arrow.differs)
            words += QStringLiteral("; ") +
                     Tr::tr("it leads to %1").arg(portsLabel(arrow.leads.label()));
        break;
    case ArrowState::HalfOpenAtSource:
    case ArrowState::HalfOpenAtTarget:
        words = Tr::tr("%1 leads here, but the policies admit nothing: %2").arg(source, label);
        break;
    case ArrowState::CannotTell:
        words = Tr::tr("%1 leads here. Cannot tell %2: %3").arg(source, label, whyUnsure(arrow));
        break;
    }
    if (arrow.isUnlikeStandard)
        words += QStringLiteral("; ") + unlikeWords(arrow);
    return words + changeWords(arrow);
}

} // namespace drawbridge
