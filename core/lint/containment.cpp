#include "lint/containment.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace drawbridge::lint {

using kube::AddressSet;
using kube::ConnectionSet;
using kube::LabelSelector;
using kube::Operator;
using kube::Peer;
using kube::Requirement;

namespace {

bool has(const std::vector<std::string> &values, const std::string &value)
{
    return std::find(values.begin(), values.end(), value) != values.end();
}

bool areAllIn(const std::vector<std::string> &some, const std::vector<std::string> &all)
{
    constexpr std::size_t kFew = 16;
    if (some.size() > kFew && all.size() > kFew) {
        const std::unordered_set<std::string_view> known(all.begin(), all.end());
        return std::all_of(some.begin(), some.end(),
                           [&](const auto &v) { return known.contains(v); });
    }
    return std::all_of(some.begin(), some.end(), [&](const auto &v) { return has(all, v); });
}

/// True if whatever meets `known` meets `wanted`.
bool implies(const Requirement &known, const Requirement &wanted)
{
    if (known.key != wanted.key)
        return false;
    switch (wanted.op) {
    case Operator::In:
        return known.op == Operator::In && areAllIn(known.values, wanted.values);
    case Operator::NotIn:
        return known.op == Operator::DoesNotExist ||
               (known.op == Operator::NotIn && areAllIn(wanted.values, known.values)) ||
               (known.op == Operator::In &&
                std::none_of(known.values.begin(), known.values.end(),
                             [&](const auto &value) { return has(wanted.values, value); }));
    case Operator::Exists:
        return known.op == Operator::In || known.op == Operator::Exists;
    case Operator::DoesNotExist:
        return known.op == Operator::DoesNotExist;
    }
    return false;
}

/// The same of all that a selector asks for; its labels are asked for as one value each.
bool implies(const LabelSelector &known, const Requirement &wanted)
{
    const auto label = known.matchLabels.find(wanted.key);
    const bool isByLabel = label != known.matchLabels.end() &&
                           (wanted.op == Operator::Exists ||
                            (wanted.op == Operator::In && has(wanted.values, label->second)) ||
                            (wanted.op == Operator::NotIn && !has(wanted.values, label->second)));
    return isByLabel || std::any_of(known.expressions.begin(), known.expressions.end(),
                                    [&](const Requirement &one) { return implies(one, wanted); });
}

/// True if whatever meets `known` has this label.
bool implies(const LabelSelector &known, const std::string &key, const std::string &value)
{
    const auto label = known.matchLabels.find(key);
    return (label != known.matchLabels.end() && label->second == value) ||
           std::any_of(known.expressions.begin(), known.expressions.end(),
                       [&](const Requirement &one) {
                           return one.key == key && one.op == Operator::In &&
                                  std::all_of(one.values.begin(), one.values.end(),
                                              [&](const auto &other) { return other == value; });
                       });
}

LabelSelector namespacesOf(const Peer &peer, const std::string &own)
{
    if (peer.namespaces)
        return *peer.namespaces;
    LabelSelector selector;
    selector.matchLabels[kube::kNamespaceNameLabel] = own;
    return selector;
}

/// No podSelector is not an empty one here: some network plugins leave pods of the host network out
/// of the first and not of the second.
bool containsPods(const std::optional<LabelSelector> &wide,
                  const std::optional<LabelSelector> &narrow)
{
    if (!wide)
        return !narrow || !narrow->isEmpty();
    return narrow ? contains(*wide, *narrow) : wide->isEmpty();
}

/// Numbers and names of cluster-wide ports; a name takes its protocol from the pod.
struct ClusterPorts
{
    explicit ClusterPorts(const kube::ClusterRule &rule)
    {
        if (rule.anyPort)
            numbers = ConnectionSet::all();
        for (const kube::ClusterPort &port : rule.ports) {
            if (port.name.empty())
                numbers.insert(port.protocol, port.first, port.last);
            else
                names.insert(port.name);
        }
    }

    bool contains(const ClusterPorts &other) const
    {
        return numbers.isAll() ||
               (numbers.contains(other.numbers) &&
                std::includes(names.begin(), names.end(), other.names.begin(), other.names.end()));
    }

    ConnectionSet numbers;
    std::set<std::string> names;
};

AddressSet addressesOf(const kube::ClusterPeer &peer, kube::Family family)
{
    AddressSet result;
    for (const kube::Cidr &cidr : peer.networks)
        if (cidr.family == family)
            result |= cidr.set();
    return result;
}

bool containsPeer(const kube::ClusterPeer &wide, const kube::ClusterPeer &narrow)
{
    if (wide.isUnclear() || narrow.isUnclear() || wide.pods.has_value() != narrow.pods.has_value())
        return false;
    if (wide.pods)
        return contains(*wide.pods, *narrow.pods, {});
    const auto holds = [&](kube::Family family) {
        return addressesOf(wide, family).contains(addressesOf(narrow, family));
    };
    return holds(kube::Family::V4) && holds(kube::Family::V6);
}

} // namespace

bool contains(const LabelSelector &wide, const LabelSelector &narrow)
{
    return std::all_of(wide.expressions.begin(), wide.expressions.end(),
                       [&](const Requirement &one) { return implies(narrow, one); }) &&
           std::all_of(wide.matchLabels.begin(), wide.matchLabels.end(), [&](const auto &label) {
               return implies(narrow, label.first, label.second);
           });
}

bool contains(const Peer &wide, const Peer &narrow, const std::string &nameSpace)
{
    if (wide.ipBlock.has_value() != narrow.ipBlock.has_value())
        return false;
    if (wide.ipBlock)
        return wide.ipBlock->cidr.family == narrow.ipBlock->cidr.family &&
               wide.ipBlock->addresses().contains(narrow.ipBlock->addresses());
    return contains(namespacesOf(wide, nameSpace), namespacesOf(narrow, nameSpace)) &&
           containsPods(wide.pods, narrow.pods);
}

bool contains(const kube::PortRule &wide, const kube::PortRule &narrow)
{
    if (wide.protocol != narrow.protocol)
        return false;
    if (!wide.name.empty())
        return wide.name == narrow.name;
    if (!wide.port)
        return true;
    return narrow.port && *wide.port <= *narrow.port &&
           narrow.endPort.value_or(*narrow.port) <= wide.endPort.value_or(*wide.port);
}

bool containsPorts(const kube::Rule &wide, const kube::Rule &narrow)
{
    return wide.anyPort ||
           (!narrow.anyPort &&
            std::all_of(narrow.ports.begin(), narrow.ports.end(), [&](auto &one) {
                return std::any_of(wide.ports.begin(), wide.ports.end(),
                                   [&](const auto &other) { return contains(other, one); });
            }));
}

bool contains(const kube::Rule &wide, const kube::Rule &narrow, const std::string &nameSpace)
{
    const auto &peers = narrow.peers;
    const bool hasPeers =
        wide.anyPeer ||
        (!narrow.anyPeer && std::all_of(peers.begin(), peers.end(), [&](const Peer &one) {
            return std::any_of(wide.peers.begin(), wide.peers.end(),
                               [&](const Peer &other) { return contains(other, one, nameSpace); });
        }));
    return hasPeers && containsPorts(wide, narrow);
}

bool decidesAllOf(const kube::ClusterRule &wide, const kube::ClusterRule &narrow)
{
    if (wide.isUnclear || narrow.isUnclear || wide.mayMeanAnyPort || narrow.mayMeanAnyPort)
        return false;
    const auto &peers = narrow.peers;
    return ClusterPorts(wide).contains(ClusterPorts(narrow)) &&
           std::all_of(peers.begin(), peers.end(), [&](const kube::ClusterPeer &one) {
               return std::any_of(
                   wide.peers.begin(), wide.peers.end(),
                   [&](const kube::ClusterPeer &other) { return containsPeer(other, one); });
           });
}

} // namespace drawbridge::lint
