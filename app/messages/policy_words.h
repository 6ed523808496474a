#pragma once

#include "kube/cluster_policy.h"

#include <QString>
#include <QStringList>

namespace drawbridge {

/// What a policy says, in plain sentences. Names from files are made visible, not escaped.

/// "app=web and tier among a, b and no old"; empty for a selector that picks everything.
QString selectorWords(const kube::LabelSelector &selector);
/// "pods of shop with app=web"; whom a policy of that namespace is about.
QString subjectWords(const kube::NetworkPolicy &policy, const std::string &nameSpace);
/// "pods with app=web in namespaces with team=red": namespace and pods of one peer both must hold.
QString peerWords(const kube::Peer &peer, const std::string &nameSpace);
/// "TCP 8080 and the port named http"; "every port".
QString portsWords(const kube::Rule &rule);
/// "Pods of shop with app=web may connect to it on TCP 8080." Peers are parted by "or".
QString ruleSentence(const kube::Rule &rule, kube::Direction direction,
                     const std::string &nameSpace);
/// "Denies ingress from all pods of namespaces with team=red on TCP 8080."
QString ruleSentence(const kube::ClusterRule &rule, kube::Direction direction);
QString actionWord(kube::RuleAction action); ///< "allowed", "denied", "passed on"
/// What a policy denies by being there, one sentence.
QString isolationSentence(const kube::NetworkPolicy &policy);

} // namespace drawbridge
