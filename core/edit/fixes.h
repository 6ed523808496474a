#pragma once

#include "edit/intent.h"

#include "base/diagnostic.h"

#include <string>
#include <vector>

namespace drawbridge::edit {

/// A way to mend a finding: an intent, and what it may change. Says nothing of the finding that it
/// is for.
struct Fix
{
    enum class Kind {
        WriteTypes,      ///< policyTypes as the API server would fill them in
        OnlyEgress,      ///< policyTypes: [Egress] alone
        AddType,         ///< (type): so that rules, or the lack of them, count
        RemoveRules,     ///< (direction): that have no effect
        RemoveType,      ///< that is listed twice
        RemoveEmptyList, ///< (key)
        AllowDns,        ///< (server)
        AddUdp,
        WriteTcp,
        PodPort,       ///< (port, pod port)
        NearName,      ///< (what is written, what is there)
        CanonicalCidr, ///< (cidr)
        NameLabel,     ///< (namespace)
        NamespaceOf,   ///< (namespace)
        OtherHalf,     ///< (source, target, ports)
        JoinPeers,
        JoinRules,
        RemoveRule,
        RemovePeer,
        RemovePort,
        RemovePolicy, ///< (policy)
        ValidValue,   ///< (what is written, what the API server takes)
    };
    Kind kind = Kind::WriteTypes;
    std::vector<std::string> arguments;
    Intent intent;
    /// Of pairs that the intent does not name: no more is opened, and no more is closed.
    kube::ConnectionSet mayOpen = {};
    kube::ConnectionSet mayClose = {};
};

/// The ways to mend a finding of lint or of the API server's rules, the one that changes least
/// first; none where it takes a person. Cheap: nothing is planned.
std::vector<Fix> fixesOf(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                         const Diagnostic &finding);

/// A fix that can be made, with the intent that does it and what it comes to.
struct PlannedFix
{
    Fix fix;
    Rewrite rewrite;
};

/// Plans a fix; fails with FixChangesMore if it would change what its kind does not speak of.
Result<PlannedFix> planned(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                           const Fix &fix);

} // namespace drawbridge::edit
