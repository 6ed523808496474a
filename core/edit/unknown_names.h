#pragma once

#include "edit/intent.h"

namespace drawbridge::edit {

/// A rule between two ends that calls a port by a name of which no manifest says what it is. What
/// it admits, nobody can tell, so that no verdict shows it.
struct UnknownName
{
    const kube::Object *policy = nullptr;
    kube::Direction direction = kube::Direction::Ingress;
    std::size_t rule = 0;
    kube::Protocol protocol = kube::Protocol::Tcp;
    std::string name;

    bool mayMeet(const kube::ConnectionSet &ports) const;  ///< it may be one of them
    bool isWithin(const kube::ConnectionSet &ports) const; ///< whatever it is, it is one of them
};

/// Of the rules that admit `source` to `target`. Only pods have names for ports.
std::vector<UnknownName> unknownNames(const verdict::Evaluator &evaluator, const End &source,
                                      const End &target);

/// The names that the rule itself has for ports of `target`, whoever is admitted.
std::vector<UnknownName> unknownNames(const verdict::Evaluator &evaluator,
                                      const kube::Object &policy, kube::Direction direction,
                                      std::size_t rule, const End &target);

} // namespace drawbridge::edit
