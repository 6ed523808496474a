#pragma once

#include "verdict/evaluator.h"

#include <string>

namespace drawbridge::verdict {

/// A controller adds the label to each pod of the endpoint, and nothing states its values: neither
/// a template nor the pods themselves, where these are in the input.
bool isAddedLabel(const Evaluator &evaluator, const std::string &key, const Endpoint &endpoint);
/// The key of a label that a controller adds to each pod that it makes, and that a selector asks
/// for which means pods of this template otherwise: nothing states then which of them it means.
/// Empty where the answer is known, also because the controller gives no such value.
std::string addedLabel(const Evaluator &evaluator, const kube::LabelSelector &pods,
                       const Endpoint &endpoint, const Variant &variant);
/// The same for any pods of the endpoint.
std::string addedLabel(const Evaluator &evaluator, const kube::LabelSelector &pods,
                       const Endpoint &endpoint);

} // namespace drawbridge::verdict
