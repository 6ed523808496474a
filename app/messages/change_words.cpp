#include "messages/change_words.h"

#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"

#include <algorithm>

namespace drawbridge {

using graph::Arrow;
using graph::Key;
using graph::Lock;
using graph::Since;
using kube::ConnectionSet;
using kube::Direction;

namespace {

constexpr std::size_t kMostInLine = 2;  ///< in a line
constexpr std::size_t kMostListed = 20; ///< in a tooltip

QString sinceWord(Since since)
{
    switch (since) {
    case Since::Added:
        return Tr::tr("added");
    case Since::Removed:
        return Tr::tr("removed");
    case Since::Same:
    case Since::Changed:
        break;
    }
    return Tr::tr("changed");
}

QString portsText(const ConnectionSet &ports)
{
    return ports.isEmpty() ? Tr::tr("nothing") : portsLabel(ports.label());
}

QString portsText(const Arrow &arrow)
{
    const QString label = portsLabel(arrow.label);
    if (arrow.isHalfOpen())
        return Tr::tr("nothing; half open: %1").arg(label);
    if (arrow.isBlocked())
        return Tr::tr("nothing; led there, not admitted: %1").arg(label);
    if (arrow.state == graph::ArrowState::CannotTell)
        return Tr::tr("cannot tell: %1").arg(label);
    if (!arrow.alsoNamed.empty())
        return portsText(arrow.ports) + QStringLiteral("; ") +
               Tr::tr("cannot tell: %1").arg(portsLabel(arrow.alsoNamed));
    return portsText(arrow.ports);
}

QString lockText(Direction direction, Lock lock)
{
    const bool in = direction == Direction::Ingress;
    switch (lock) {
    case Lock::Open:
        return in ? Tr::tr("ingress open") : Tr::tr("egress open");
    case Lock::Closed:
        return in ? Tr::tr("ingress isolated") : Tr::tr("egress isolated");
    case Lock::AdmitsEveryone:
        return in ? Tr::tr("ingress admits everyone") : Tr::tr("egress admits everyone");
    case Lock::CannotTell:
        return in ? Tr::tr("ingress: cannot tell") : Tr::tr("egress: cannot tell");
    }
    return {};
}

/// Both directions, or the one that differs from `other`.
QString lockText(const graph::Node &node, const graph::Node *other)
{
    QStringList parts;
    if (!other || other->ingress != node.ingress)
        parts += lockText(Direction::Ingress, node.ingress);
    if (!other || other->egress != node.egress)
        parts += lockText(Direction::Egress, node.egress);
    return parts.join(QStringLiteral(", "));
}

class Words
{
public:
    explicit Words(const ComparedStates &states) : m_states(states)
    {
        m_hasSeveral = std::max(states.before.frames.size(), states.after.frames.size()) > 1;
    }

    ChangeWords of(const graph::NamespaceChange &change) const
    {
        ChangeWords words = start(change.since, change.key);
        const bool isGone = change.since == Since::Removed;
        words.where =
            Tr::tr("namespace %1").arg(visible((isGone ? change.before : change.after).title));
        if (change.since != Since::Added)
            words.before = savedWallWords(change.before.ingress, change.before.egress);
        if (!isGone)
            words.after = savedWallWords(change.after.ingress, change.after.egress);
        words.place = after(change.after.ingressSource.object ? change.after.ingressSource
                                                              : change.after.source);
        words.placeBefore = before(change.before.ingressSource);
        return words;
    }

    ChangeWords of(const graph::ServiceChange &change) const
    {
        ChangeWords words = start(change.since, change.key);
        bool isOpened = false;
        bool isIsolated = false;
        for (Direction direction : kube::kDirections) {
            isOpened |= change.isOpened(direction);
            isIsolated |= change.isNewlyIsolated(direction);
        }
        if (change.since == Since::Changed && (isOpened || isIsolated))
            words.what = isOpened ? Tr::tr("opened") : Tr::tr("isolated");
        words.where = Tr::tr("service %1").arg(titleOf(change.key));
        const bool isInBoth = change.since == Since::Changed;
        if (change.since != Since::Added)
            words.before = lockText(change.before, isInBoth ? &change.after : nullptr);
        if (change.since != Since::Removed)
            words.after = lockText(change.after, isInBoth ? &change.before : nullptr);
        words.place = after(change.after.source);
        words.placeBefore = before(change.before.source);
        return words;
    }

    ChangeWords of(const graph::ConnectionChange &change) const
    {
        ChangeWords words = start(change.since, change.key);
        words.where = arrowTitle(titleOf(change.before.source), titleOf(change.before.target));
        words.before = portsText(change.before);
        words.after = portsText(change.after);
        if (!change.after.rules.empty())
            words.place = after(change.after.rules.front().source);
        if (!change.before.rules.empty())
            words.placeBefore = before(change.before.rules.front().source);
        return words;
    }

    ChangeWords of(const graph::PairsChange &change) const
    {
        ChangeWords words = start(Since::Changed, change.service);
        words.what = change.isWider()                       ? Tr::tr("opened")
                     : change.before.contains(change.after) ? Tr::tr("closed")
                                                            : Tr::tr("changed");
        const QStringList others = othersOf(change);
        const QString service = titleOf(change.service);
        const QString some = shortened(others, kMostInLine);
        const bool in = change.direction == Direction::Ingress;
        words.where = in ? arrowTitle(some, service) : arrowTitle(service, some);
        words.before = portsText(change.before);
        words.after = portsText(change.after);
        if (others.size() > qsizetype(kMostInLine))
            words.more = shortened(others, kMostListed);
        words.place = after(change.sourceAfter);
        words.placeBefore = before(change.sourceBefore);
        return words;
    }

private:
    static ChangeWords start(Since since, const Key &key)
    {
        ChangeWords words;
        words.what = sinceWord(since);
        words.key = key;
        return words;
    }

    Place before(const graph::Source &source) const
    {
        return source.place(m_states.workspaceBefore);
    }
    Place after(const graph::Source &source) const { return source.place(m_states.workspaceAfter); }

    /// With the namespace, where there are several: "api · shop".
    QString titleOf(const Key &key) const
    {
        for (const graph::Graph *graph : {&m_states.after, &m_states.before}) {
            if (const graph::Node *node = graph->node(key)) {
                const graph::Frame *frame = graph->frame(node->frame);
                return m_hasSeveral && frame
                           ? nodeTitle(*node) + QStringLiteral(" · ") + visible(frame->title)
                           : nodeTitle(*node);
            }
            if (const graph::Frame *frame = graph->frame(key))
                return visible(frame->title);
        }
        return visible(key);
    }

    QStringList othersOf(const graph::PairsChange &change) const
    {
        QStringList others;
        for (const Key &key : change.others)
            others += titleOf(key);
        const auto add = [&](const kube::AddressSet &set, kube::Family family) {
            if (set == kube::AddressSet({}, kube::lastOf(family)))
                return;
            for (const auto &range : set.intervals())
                others += visible(kube::Address{family, range.first}.text()) + QStringLiteral("–") +
                          visible(kube::Address{family, range.last}.text());
        };
        const kube::AddressSet every({}, kube::lastOf(kube::Family::V4));
        if (change.v4 == every)
            others += Tr::tr("everyone outside");
        add(change.v4, kube::Family::V4);
        if (!(change.v4 == every))
            add(change.v6, kube::Family::V6);
        return others;
    }

    static QString shortened(const QStringList &names, std::size_t most)
    {
        if (names.size() <= qsizetype(most))
            return names.join(QStringLiteral(", "));
        return Tr::tr("%1 and %2 more")
            .arg(names.mid(0, qsizetype(most)).join(QStringLiteral(", ")))
            .arg(names.size() - qsizetype(most));
    }

    const ComparedStates &m_states;
    bool m_hasSeveral = false;
};

struct Counts
{
    int added = 0;
    int removed = 0;
    int changed = 0;
};

QString counted(int count, const QString &one, const QString &many)
{
    return count == 1 ? one : many.arg(count);
}

QString connectionPart(const Counts &counts)
{
    QStringList parts;
    if (counts.added > 0)
        parts +=
            counted(counts.added, Tr::tr("1 connection added"), Tr::tr("%1 connections added"));
    if (counts.removed > 0)
        parts += parts.isEmpty() ? counted(counts.removed, Tr::tr("1 connection removed"),
                                           Tr::tr("%1 connections removed"))
                                 : Tr::tr("%1 removed").arg(counts.removed);
    if (counts.changed > 0)
        parts += parts.isEmpty() ? counted(counts.changed, Tr::tr("1 connection changed"),
                                           Tr::tr("%1 connections changed"))
                                 : Tr::tr("%1 changed").arg(counts.changed);
    return parts.isEmpty() ? Tr::tr("no connection added or removed")
                           : parts.join(QStringLiteral(", "));
}

} // namespace

std::vector<ChangeWords> changeWords(const graph::Changes &changes, const ComparedStates &states)
{
    const Words words(states);
    std::vector<ChangeWords> result;
    result.reserve(changes.size());
    for (const auto &change : changes.namespaces)
        result.push_back(words.of(change));
    for (const auto &change : changes.services)
        result.push_back(words.of(change));
    for (const auto &change : changes.connections)
        result.push_back(words.of(change));
    for (const auto &change : changes.pairs)
        result.push_back(words.of(change));
    return result;
}

static QString tooManyPairs()
{
    return Tr::tr("There are too many pairs to judge them all.");
}

static QString summaryOfSome(const graph::Changes &changes)
{
    Counts connections;
    int unsure = 0;
    for (const graph::ConnectionChange &change : changes.connections) {
        if (isByName(change.before) || isByName(change.after) ||
            (allowedBy(change.before) == allowedBy(change.after) &&
             change.before.alsoNamed != change.after.alsoNamed)) {
            ++unsure;
            continue;
        }
        if (allowedBy(change.before) == allowedBy(change.after))
            continue; // half open
        ++(change.since == Since::Added     ? connections.added
           : change.since == Since::Removed ? connections.removed
                                            : connections.changed);
    }
    int isolated = 0;
    int opened = 0;
    for (const graph::ServiceChange &change : changes.services) {
        const bool isNew = change.since == Since::Added; // nobody restricts egress at first
        opened +=
            change.isOpened(Direction::Ingress) || (!isNew && change.isOpened(Direction::Egress));
        isolated +=
            change.isNewlyIsolated(Direction::Ingress) || change.isNewlyIsolated(Direction::Egress);
    }
    QStringList parts{connectionPart(connections)};
    if (unsure > 0)
        parts += counted(unsure, Tr::tr("1 changed of which nobody can tell the ports"),
                         Tr::tr("%1 changed of which nobody can tell the ports"));
    if (isolated > 0)
        parts += counted(isolated, Tr::tr("1 service isolated"), Tr::tr("%1 services isolated"));
    const bool isWider =
        std::any_of(changes.pairs.begin(), changes.pairs.end(),
                    [](const graph::PairsChange &change) { return change.isWider(); });
    if (opened > 0)
        parts += counted(opened, Tr::tr("1 service opened"), Tr::tr("%1 services opened"));
    else
        parts += isWider ? Tr::tr("more is allowed without an arrow") : Tr::tr("no service opened");
    QString sentence = parts.join(QStringLiteral("; "));
    if (!changes.isComplete)
        sentence += QStringLiteral("; ") + Tr::tr("there are too many pairs to judge them all");
    return sentence + QLatin1Char('.');
}

QString summaryOf(const graph::Changes &changes)
{
    if (changes.size() == 0)
        return changes.isComplete
                   ? Tr::tr("Nothing would change: what is allowed is the same as when the files "
                            "were last read or saved.")
                   : tooManyPairs();
    return summaryOfSome(changes);
}

QString noDifferenceWords(const graph::Changes &changes)
{
    return changes.isUnsure ? Tr::tr("No difference in what the files tell. Which ports some names "
                                     "mean, no file says.")
                            : Tr::tr("No difference: both allow the same.");
}

QString summaryOfVersions(const graph::Changes &changes)
{
    if (changes.size() == 0)
        return changes.isComplete ? noDifferenceWords(changes) : tooManyPairs();
    return summaryOfSome(changes);
}

} // namespace drawbridge
