#pragma once

#include "edit/intent.h"

namespace drawbridge::edit {

/// True if an end gathers metrics or traces by its labels or name: Prometheus, its Pushgateway, an
/// OpenTelemetry collector. Then it matters who opens the connection.
bool gathersMetrics(const verdict::Evaluator &evaluator, const End &end);

} // namespace drawbridge::edit
