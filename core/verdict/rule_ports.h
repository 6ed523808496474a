#pragma once

#include "verdict/evaluator.h"

namespace drawbridge::verdict {

/// The label set of a party by which it is explained; null for an address.
const Variant *variantOf(const Evaluator &evaluator, const Party &party);
/// The numbers that a rule's ports have on a destination; null: an address, which has no names.
kube::ConnectionSet portsOf(const kube::Rule &rule, const Variant *destination);

} // namespace drawbridge::verdict
