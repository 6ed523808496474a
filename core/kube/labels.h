#pragma once

#include "kube/origin.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace drawbridge::kube {

using Labels = std::map<std::string, std::string, std::less<>>;

/// The label that the control plane sets on every namespace.
inline constexpr const char *kNamespaceNameLabel = "kubernetes.io/metadata.name";

enum class Operator { In, NotIn, Exists, DoesNotExist };
/// What the API server says of any other word.
inline constexpr const char *kNoOperator = "not a valid selector operator";
inline constexpr Operator kOperators[] = {Operator::In, Operator::NotIn, Operator::Exists,
                                          Operator::DoesNotExist};
const char *nameOf(Operator op); ///< as the API writes it

struct Requirement
{
    std::string key;
    Operator op = Operator::Exists;
    std::vector<std::string> values;
    Origin origin;

    /// NotIn and DoesNotExist also hold for labels without the key
    /// (apimachinery, pkg/labels/selector.go).
    bool matches(const Labels &labels) const;
    bool operator==(const Requirement &) const = default;
};

/// A label selector; empty selects everything. All requirements must hold.
struct LabelSelector
{
    Labels matchLabels;
    std::vector<Requirement> expressions;
    Origin origin;

    bool isEmpty() const { return matchLabels.empty() && expressions.empty(); }
    bool matches(const Labels &labels) const;
    /// The labels that it demands exactly: matchLabels and every In with one value; nothing if
    /// it has any other expression or demands two values of one key.
    std::optional<Labels> asLabels() const;
    /// One text for all selectors of the same meaning up to order: `app=api,tier in (a,b),!old`.
    std::string canonical() const;
    bool operator==(const LabelSelector &) const = default;
};

} // namespace drawbridge::kube
