#pragma once

#include "panels/exposure_model.h"
#include "window/main_window.h"

#include <map>
#include <string>
#include <vector>

namespace drawbridge {

/// What the services that are shown may exchange with pods that do not exist yet.
struct MainWindow::Exposed
{
    std::vector<ExposureModel::Row> rows;
    std::map<graph::Key, std::string> tags; ///< of all services
    int open = 0;                           ///< services that could meet such pods
};

} // namespace drawbridge
