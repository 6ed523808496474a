#include "messages/sentences.h"

#include "messages/tr.h"

namespace drawbridge {

QString pluginSentence(Code code)
{
    switch (code) {
    case Code::PluginNamedPortOpens:
        return Tr::tr("%4 does not look up the named port %2 of policy %1: every %3 port is open. "
                      "Write its number.");
    case Code::PluginNamedPort:
        return Tr::tr("%3 needs a Service that calls the port %2 of policy %1 the same, and no "
                      "file has one. Write its number, or give the Service's port this name.");
    case Code::PluginEndPort:
        return Tr::tr("%4 takes only the first port, %3, of the range %2 in policy %1, and says "
                      "nothing. List the ports one by one, or use Cilium 1.17 or newer.");
    case Code::PluginUnclear:
        return Tr::tr("It is not known whether %3 enforces %2 of policy %1: that depends on its "
                      "version or its settings. Try it in the cluster, or do without it.");
    case Code::PluginSctp:
        return Tr::tr("It is not known whether %2 enforces the SCTP ports of policy %1. Try it in "
                      "the cluster; Cilium needs the setting sctp.enabled=true.");
    case Code::PluginIpBlockPods:
        return Tr::tr("With %3 the ipBlock %2 of policy %1 never matches pods, only what is "
                      "outside. If pods are meant too, add a peer with namespaceSelector: {}.");
    case Code::PluginTooManyPorts:
        return Tr::tr(
            "With this rule of policy %1 one peer has %2 ports of the same pods; %4 takes "
            "%3 at most. Allow fewer.");
    case Code::PluginServicePort:
        return Tr::tr("Service %1 has port %2 for pod port %3; with %4 both must be equal where "
                      "policies restrict the pods. Give the Service port %3.");
    case Code::PluginIgnores:
        return Tr::tr("%3 does not enforce policies of kind %2: %1 does nothing. Say it by a "
                      "NetworkPolicy in each namespace.");
    case Code::PluginIpBlockMeansPods:
        return Tr::tr("With %3, %2 in %1 means pods with such an address too, not only addresses "
                      "outside the cluster. Leave the addresses of pods out with except if they "
                      "are not meant.");
    case Code::PluginEnforcesNothing:
        return Tr::tr("Judged as %1, no policy is enforced: every connection is allowed, whatever "
                      "policies say. Install a network plugin that enforces them, or judge as "
                      "another.");
    default:
        return {};
    }
}

} // namespace drawbridge
