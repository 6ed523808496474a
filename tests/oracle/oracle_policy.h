#pragma once

#include "oracle_model.h"
#include "oracle_yaml.h"

#include <initializer_list>
#include <string_view>

namespace oracle {

// A mapping with these members and no others, each written once. Strict field validation refuses
// all else; what is not understood must not be read as if it were absent, for that would widen.
bool isMapOf(const Value &value, std::initializer_list<std::string_view> fields);

Selector readSelector(const Value &value);

// Reads `spec` of a NetworkPolicy (null if missing) with the checks and the defaults of the API
// server (kubernetes pkg/apis/networking: defaults.go, validation.go). Name and namespace are left
// alone. Nothing that is refused ever makes the result admit more.
Policy readPolicySpec(const Value *spec);

} // namespace oracle
