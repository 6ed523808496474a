#pragma once

#include "base/diagnostic.h"

#include <QPainterPath>

namespace drawbridge {

/// The outline of a severity, to be filled: a disc, a triangle, a ring. So it is known without its
/// colour.
QPainterPath severitySign(Severity severity, const QRectF &box);

} // namespace drawbridge
