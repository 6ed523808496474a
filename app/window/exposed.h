#pragma once

#include "graph/picture.h"
#include "panels/exposure_model.h"
#include "verdict/evaluator.h"

#include <map>
#include <string>
#include <vector>

namespace drawbridge {

/// What the services that are shown may exchange with pods that do not exist yet.
struct ExposedServices
{
    std::vector<ExposureModel::Row> rows;
    std::map<graph::Key, std::string> tags; ///< of all services
    int open = 0;                           ///< services that could meet such pods
};

/// In any thread.
ExposedServices exposedServices(const graph::Graph &graph, const verdict::Evaluator &evaluator);

/// A word on each of the cards.
void tag(graph::Picture &picture, const ExposedServices &exposed);

} // namespace drawbridge
