#pragma once

#include "graph/graph.h"
#include "verdict/exposure.h"

#include <QString>
#include <QStringList>

namespace drawbridge {

/// What a service may exchange with pods that need not exist yet, in words.
struct ExposureLine
{
    graph::Key service;
    kube::Direction direction = kube::Direction::Ingress;
    bool isUnprotected = false; ///< no policy speaks of that direction
    bool isAnyPod = false;      ///< of the whole cluster
    bool isNothing = false;     ///< others could, these could not
    QString peer;               ///< "any pod with app=x in shop"
    QString ports;

    bool operator==(const ExposureLine &) const = default;
};

/// Of one service, ingress first; none where no pod that is not here could connect.
std::vector<ExposureLine> exposureLines(const verdict::Evaluator &evaluator,
                                        const graph::Node &node,
                                        const std::vector<verdict::PodsLike> &peers);

/// "Could reach it: any pod with app=x in shop, TCP 80."
QString exposureSentence(const ExposureLine &line);
/// All of a service's; also where nobody could.
QStringList exposureSentences(const std::vector<ExposureLine> &lines);
/// For a card: "exposure: in any, out 2", the number being that of kinds of pods.
QString exposureTag(const std::vector<ExposureLine> &lines);

} // namespace drawbridge
