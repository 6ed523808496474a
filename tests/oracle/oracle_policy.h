#pragma once

#include "oracle_model.h"
#include "oracle_yaml.h"

namespace oracle {

// Reads `spec` of a NetworkPolicy (null if missing) with the checks and the defaults of the API
// server (kubernetes pkg/apis/networking: defaults.go, validation.go). Name and namespace are left
// alone. Nothing that is refused ever makes the result admit more.
Policy readPolicySpec(const Value *spec);

} // namespace oracle
