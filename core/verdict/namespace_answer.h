#pragma once

#include "verdict/evaluator.h"

namespace drawbridge::verdict {

/// Maybe: it depends on a fact that the input does not state.
enum class Answer : std::uint8_t { No, Maybe, Yes };

/// A selector of namespaces that can be answered for every namespace: their names are known.
bool asksOnlyForNames(const kube::LabelSelector &namespaces);
/// Whether a selector means a namespace. Where no file declares it, its name is known, and what it
/// was named by; not its other labels.
Answer namespaceAnswer(const Evaluator &evaluator, const kube::LabelSelector &namespaces,
                       const std::string &name);

} // namespace drawbridge::verdict
