#pragma once

#include <QString>

namespace drawbridge {

/// Sentences name ends as lists do, "shop/api[Deployment]"; the window calls them "api (shop)", as
/// its fields do.
QString withWindowNames(const QString &sentence);

} // namespace drawbridge
