#pragma once

#include "verdict/evaluator.h"

#include <string>

namespace drawbridge::verdict {

/// The key of a label that a controller adds to each pod that it makes, and that a selector asks
/// for which means pods of this template otherwise: nothing states then which of them it means.
/// Empty where the answer is known, also because the pods themselves are in the input.
std::string addedLabel(const Evaluator &evaluator, const kube::LabelSelector &pods,
                       const Endpoint &endpoint, const Variant &variant);
/// The same for any pods of the endpoint.
std::string addedLabel(const Evaluator &evaluator, const kube::LabelSelector &pods,
                       const Endpoint &endpoint);

} // namespace drawbridge::verdict
