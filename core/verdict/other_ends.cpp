#include "verdict/other_ends.h"

namespace drawbridge::verdict {

bool isWholeCluster(const kube::Peer &peer)
{
    return peer.namespaces && peer.namespaces->isEmpty() && (!peer.pods || peer.pods->isEmpty());
}

} // namespace drawbridge::verdict
