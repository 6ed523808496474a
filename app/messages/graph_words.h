#pragma once

#include "graph/picture.h"

#include <QString>
#include <QStringList>

namespace drawbridge {

/// What the canvas says in words: on cards and walls, in tooltips and to screen readers.

/// "ingress: nothing isolates it"
QString lockWords(kube::Direction direction, graph::Lock lock);
/// The lock is not closed, but cluster-wide policies deny something.
bool isDeniedInPart(graph::Lock lock, const graph::Denial &denial);
/// The name of a node; outside nodes are named in words.
QString nodeTitle(const graph::Node &node);
/// The second line of a card: "Deployment · app=api".
QString subLine(const graph::Node &node);
/// A port that a card shows, as people type it: "8080", "UDP/53", "http 8080".
QString declaredPortWords(const std::string &port);
/// The third line: "8080, 9090".
QString portsLine(const graph::Node &node);
/// One sentence part a fact: kind, labels, locks, ports, what is unusual about it.
QStringList nodeFacts(const graph::Node &node);

/// One word where the graph is compared with what is saved: "added", "opened". Empty elsewhere.
QString changeTag(const graph::Node &node);

/// "shop · default deny: ingress"
QString frameTitle(const graph::Frame &frame);
/// The same where there is little room: "data · 9 of 14 isolated".
QString shortFrameTitle(const graph::Frame &frame);
/// What isolates a namespace, without its name; and what did, where that is compared.
QString wallWords(const graph::Frame &frame);
/// Walls of which nothing else is known: "default deny: ingress", "some isolated".
QString savedWallWords(graph::Wall ingress, graph::Wall egress);
/// "12 services"
QString countWords(const graph::Frame &frame);

/// On the arrow: "TCP 9102 · half open", with "!" where a policy behind it would be refused.
QString pillText(const graph::Arrow &arrow);
/// What is wrong with a half open arrow: "api does not admit it". Empty for others.
QString pillNote(const graph::Arrow &arrow, const QString &source, const QString &target);
/// Below the pill: that, and whether what draws the arrow would be refused. Empty for most.
QString belowPill(const graph::Arrow &arrow, const QString &source, const QString &target);
/// "frontend → api"
QString arrowTitle(const QString &source, const QString &target);
/// Of each end that does not take part in ports which the other allows besides: "Half open: TCP
/// 443; api does not admit it".
QStringList oneSidedWords(const graph::Arrow &arrow, const QString &source, const QString &target);
/// What is not in a cluster yet, as "the API server would refuse the policy shop/api"; empty for
/// most.
QString refusedWords(const graph::Arrow &arrow);
/// How it stands to what Kubernetes documents; of an arrow that is unlike it.
QString unlikeWords(const graph::Arrow &arrow);
/// "Allowed: TCP 8080", which reads for one port and for all; names the end that does not admit it.
QString verdictWords(const graph::Arrow &arrow, const QString &source, const QString &target);

/// The title of a node or frame of the picture; empty if there is none.
QString titleOf(const graph::Picture &picture, const graph::Key &key);

/// "2: ask the owner of the API (Ada)"
QString noteWords(const graph::Note &note);
/// The notes that are pinned to an element.
QStringList noteLines(const graph::Picture &picture, const graph::Key &key);

/// Tooltips in rich text; everything that comes from the user's files is escaped.
QString nodeTip(const graph::Node &node, const QStringList &notes = {});
QString frameTip(const graph::Frame &frame, const QStringList &notes = {});
QString arrowTip(const graph::Arrow &arrow, const QString &source, const QString &target,
                 const QStringList &notes = {});

} // namespace drawbridge
