#pragma once

#include "oracle_model.h"

#include <string>
#include <utility>
#include <vector>

namespace oracle {

enum class Direction { Ingress, Egress };

// One end of a connection: a pod, or an address that is not in the cluster.
class End
{
public:
    End(const Pod &pod) : m_pod(&pod) {}
    End(Address address) : m_address(std::move(address)) {}

    // Null for an outside address.
    const Pod *pod() const { return m_pod; }
    const Address &address() const { return m_address; }

private:
    const Pod *m_pod = nullptr; // must outlive this
    Address m_address;
};

bool matches(const Selector &selector, const Labels &labels);
bool matches(const IpBlock &block, const Address &address);

// True if the policy isolates the pod in that direction.
bool applies(const Policy &policy, const Pod &pod, Direction direction);

// What the policies of one end alone admit: of the source (Egress), of the destination (Ingress).
Connections allowedBySide(const Cluster &cluster, Direction direction, const End &src,
                          const End &dst);

// The connections that src can open to dst. A pod always reaches itself.
Connections allowed(const Cluster &cluster, const End &src, const End &dst);

// A peer of the list: a workload, or a pod without one. Its members are indexes into
// Cluster::pods: its pods or, if there are none in the input, its template.
struct Workload
{
    std::string ns;
    std::string kind;
    std::string name;
    std::vector<std::size_t> members;

    std::string text() const { return ns + "/" + name + "[" + kind + "]"; }
};

// In the order of their text. Pods count as their controlling owner, which counts as its own
// controlling owner as long as that is in the input.
std::vector<Workload> workloads(const Cluster &cluster);

// What any member of src can open to any member of dst.
Connections allowed(const Cluster &cluster, const Workload &src, const Workload &dst);

} // namespace oracle
