#pragma once

#include "canvas/scene.h"
#include "document/document.h"
#include "graph/filter.h"
#include "panels/connections_model.h"
#include "panels/services_model.h"
#include "window/comparison.h"
#include "window/exposed.h"
#include "window/view_filter.h"

#include <memory>
#include <optional>

namespace drawbridge {

/// How the document is looked at.
struct Looking
{
    graph::Filter filter;
    bool isExposureShown = false;
    std::shared_ptr<const Marks> marks; ///< of a comparison; null: nothing is compared
    bool isBarShown = false;            ///< that lists the labels

    bool isPlain() const { return filter.isEmpty() && !isExposureShown && !marks; }
    bool operator==(const Looking &) const = default;
};

/// What canvas and lists show, made in any thread.
struct PreparedView
{
    static std::shared_ptr<PreparedView> make(const Contents &contents, const Looking &looking);
    static ViewMaker maker(const Looking &looking);
    explicit PreparedView(const graph::Graph &graph) : services(graph), connections(graph) {}

    Looking looking;
    Filtered filtered;
    std::shared_ptr<canvas::Scene> scene;
    std::optional<ExposedServices> exposed;
    ServicesModel::Rows services;
    ConnectionsModel::Rows connections;
};

} // namespace drawbridge
