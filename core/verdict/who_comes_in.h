#pragma once

#include "verdict/evaluator.h"

namespace drawbridge::verdict {

/// What the ingress half of a label set of an endpoint admits to somebody of whom one thing is
/// known at most.
struct Admitted
{
    kube::ConnectionSet always;   ///< whoever it is
    kube::ConnectionSet possibly; ///< to one or the other: no less than what any of them gets
};

/// A pod that nothing describes.
Admitted admittedToSomePod(const Evaluator &evaluator, const Variant &target);
/// An address of these families.
Admitted admittedToSomeAddress(const Evaluator &evaluator, const Variant &target,
                               const std::vector<kube::Family> &families);

} // namespace drawbridge::verdict
