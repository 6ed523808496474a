#pragma once

namespace drawbridge {

/// What went wrong, without words: app/messages gives every code its sentence.
/// The arguments that a code carries are named in its comment as (%1, %2, ...).
enum class Code {
    // --- source: the guard and the splitter ---
    FileTooLarge,     ///< (size in bytes, limit in bytes)
    DocumentTooLarge, ///< (size in bytes, limit in bytes)
    TooManyDocuments, ///< (limit)
    TooManyFlowItems, ///< (limit)
    TooManyValues,    ///< (limit)
    TooDeeplyNested,  ///< (limit)
    InvalidUtf8,      ///< (byte in hex)
    ControlCharacter, ///< (code point as U+XXXX)
    MisplacedByteOrderMark,
    LoneCarriageReturn,
    Utf16OrUtf32,
    KubectlSplitsHere, ///< a line that starts with --- but is no separator for YAML (the line)
    KubectlRefusesDirective, ///< warning (the line)

    // --- yaml: parser, spans, JSON ---
    YamlSyntax, ///< (the parser's own words)
    ContentAfterDocument,
    UnknownAlias,      ///< (name)
    AliasCycle,        ///< (name)
    TooManyAliasNodes, ///< (limit)
    DuplicateKey,      ///< (key); related: the first place
    MergeKey,          ///< a << key: merged, not edited
    NotEditable,       ///< the audit failed: read-only on the canvas
    JsonSyntax,        ///< (what was expected)
    JsonTrailingText,

    // --- edit: why an edit cannot be written ---
    EditWouldChangeMore, ///< the verification failed: our fault, nothing was written
    EditInsideAlias,     ///< the place is an alias or has an anchor in use (name)
    EditReadOnly,        ///< the document is read-only on the canvas (path)
    EditStale,           ///< the document does not parse at present (path)

    // --- kube: decoding and validation (the API server's rules) ---
    // Every one carries (field path, value shown) first; see core/kube/reader.h.
    WrongType,        ///< (path, value, expected type)
    UnknownField,     ///< (path)
    NoObject,         ///< not a mapping, or without kind
    RequiredValue,    ///< (path, detail)
    InvalidValue,     ///< (path, value, detail)
    UnsupportedValue, ///< (path, value, supported values)
    ForbiddenValue,   ///< (path, detail)
    TooMany,          ///< (path, count, detail)
    CidrHostBits,     ///< warning (path, value, what it should be)
    CidrNotCanonical, ///< warning (path, value, canonical)
    Yaml11Boolean,    ///< warning (path, value): kubectl reads it as a boolean, not a string
    Yaml11Number,     ///< warning (path, value, number): kubectl reads 010 as 8, 8_080 as 8080
    DuplicateObject,  ///< (kind, namespace/name); related: the other place
    EqualCopy,        ///< note (kind, namespace/name); related: the other place
    NotJudged,        ///< note (kind, apiVersion, count): present, not judged
    WouldBeRefused,   ///< note on a policy (namespace/name)
    EqualPriority,    ///< (policy, other policy, priority); related: the other's priority
    PeerNotJudged,    ///< warning (path, field; and a third if it is passed over): nodes, names
    EmptyPorts,       ///< warning (path): every port or none
    NoRules,          ///< warning (policy): it does nothing
    ObjectLeftOut,    ///< (kind, namespace/name): it cannot be decoded, and is not used
    NoApiVersion,     ///< warning (kind, the apiVersion that it has in Kubernetes)
    NoPolicies,       ///< note: workloads are here and no policy
    NoWorkloads,      ///< note: neither workloads nor policies are here

    // --- ways in from outside; see core/verdict/ways_in.h ---
    WayWithoutService,  ///< note (object, Service): no such Service is here
    WayWithoutPort,     ///< warning (object, Service, port): the Service has no such port
    WayWithoutPods,     ///< note (object, Service): it selects nothing that is here
    WayNeedsGrant,      ///< note (route, Service, namespace): no ReferenceGrant lets it
    WayWithoutGateway,  ///< note (route, Gateway): no such Gateway is here
    WayNotAttached,     ///< note (route, Gateway): no listener of it takes the route
    WayMayNotAttach,    ///< note (route, Gateway, namespace): nothing states the labels it is asked
                        ///< for
    WayWithoutSelector, ///< note (object, Service): its addresses or name are written by hand
    WayUndeclaredPort,  ///< warning (object, Service, port; a fourth if it is a number)
    WayForNamedPods,    ///< note (object, target, ports): only pods that a rule names come in
    WayDenied,          ///< (object, target, ports): it leads there, and policies admit nobody

    // --- workspace and files ---
    FileNotFound,        ///< (path)
    FileUnreadable,      ///< (path, reason)
    NotARegularFile,     ///< (path)
    NothingToRead,       ///< (path): no .yaml, .yml or .json in the folder
    NoKubernetesObjects, ///< note (count of files)
    TooManyFiles,        ///< (limit)
    HelmTemplate,        ///< note (count of files)
    HelmChart,           ///< note (folder, folder for a shell)
    Kustomization,       ///< note (folder, folder for a shell)

    // --- revisions of a Git work tree ---
    GitMissing,        ///< there is no git
    GitFailed,         ///< (git's own words)
    GitTimedOut,       ///< (seconds)
    GitTooMuch,        ///< (limit in bytes): git gave more than that
    NoWorkTree,        ///< (path)
    SeveralWorkTrees,  ///< (path, path in another one)
    NoFileOnDisk,      ///< nothing that is open lies in a folder
    UnknownRevision,   ///< (revision)
    NotInRevision,     ///< (path, revision)
    SkippedInRevision, ///< note (count, revision): symbolic links and submodules

    // --- names and intents ---
    UnknownName,     ///< (name, candidates)
    AmbiguousName,   ///< (name, candidates)
    InvalidName,     ///< (name, rule)
    InvalidPort,     ///< (text)
    InvalidAddress,  ///< (text)
    InvalidSelector, ///< (text)
    SelfConnection,  ///< (name): a pod always reaches itself
    OutsideToOutside,
    AlreadyAllowed,           ///< (source, target): changes no byte
    AlreadyOpen,              ///< (target): nothing isolates it
    AlreadyIsolated,          ///< (namespace)
    AlreadyNotAllowed,        ///< (source, target)
    OpenByDefault,            ///< revoke: (target), nothing isolates it; offer to isolate
    RuleIsBroader,            ///< revoke: (policy, what the rule admits besides)
    AlsoChanges,              ///< (list of pairs): refused unless --also
    SelectorCannotBeNarrowed, ///< (name, other names with equal labels)
    CannotSelect,             ///< (name, reason): no selector can name it
    ServiceExists,            ///< (namespace/name)
    NamedPortDiffers,         ///< (name, target): its pods do not all give it one number
    UnknownPortName,          ///< (name, target, the names it has): no pod of it has such a port
    NeedsNamespace,           ///< an edit would have to name the default namespace: give -n
    DeniedByPolicy,  ///< allow: (source, target, policy, direction, rule number, rule name)
    GrantedByPolicy, ///< revoke: (source, target, policy, direction, rule number, rule name)
    WouldNotHold,    ///< the new text would not give the asked verdict (source, target)
    RefusedPolicy,   ///< (policy): the API server would refuse it as it stands; mend the text first
    RuleNeedsPeers,  ///< (direction, number): no peer is left; say who, or everyone
    RuleNeedsPorts,  ///< (direction, number)
    NameTaken,       ///< (kind, namespace/name)
    NoNameToChange,  ///< (service): no label and no manifest names it
    LabelInUse,      ///< (label): the workload's own selector demands it
    LastOfFile,      ///< (path): nothing would be left in a JSON file
    NothingToRemove, ///< (service): no policy is about it alone
    NothingToPaste,  ///< no Kubernetes object in the text
    PasteBroken,     ///< (line, what is wrong)
    CommentsWouldPart, ///< (policy): what a peer's comments say would stand elsewhere, or go
    RefusedPorts,      ///< (kind, name): some of its ports cannot be read; mend the text first
    PortNeedsName,     ///< (Service): of several ports each needs a name
    PortTwice,         ///< (port or name, where)
    LastPort,          ///< (Service): it needs one
    NoServicesBetween, ///< (source, target): no pair is known by which an edit could be checked
    EditTooLarge,      ///< it concerns so much that planning it would take too long

    // --- saving ---
    SaveConflict,    ///< (path): changed on disk
    SaveFailed,      ///< (path, reason)
    ReadOnlyFile,    ///< (path)
    SaveUnconfirmed, ///< (path, reason): written, but perhaps not on the disk
    SaveCancelled,   ///< nothing was written
    FileIsOpen,      ///< (path): the text of another file cannot be saved there
    SideFileUnknown, ///< (path): no side file of a version that we know
    LayoutOfFiles, ///< note (side file, count): a folder's layout comes from those beside its files
    LayoutOfFolder, ///< note (side file): a file's layout comes from its folder's
    NoRoomForFrame, ///< note (namespace, neighbours): it lies over what the user has placed

    // --- lint: see core/lint ---
    LintNobodyIsolates,          ///< (node)
    LintDnsBlocked,              ///< (node)
    LintSelectsNothing,          ///< (policy)
    LintPeerMatchesNothing,      ///< (policy, selector)
    LintRulesOutsideTypes,       ///< (policy, direction)
    LintEgressListNoType,        ///< (policy): egress: [] without policyTypes isolates nothing
    LintEgressOnlyDeniesIngress, ///< (policy)
    LintPortsWithoutPeer,    ///< (policy): the rule with ports only, next to a rule with peers only
    LintOrPeers,             ///< (policy): two items namespaceSelector / podSelector mean OR
    LintEmptyFromOpens,      ///< (policy, field)
    LintDnsTcpOnly,          ///< (policy)
    LintServicePort,         ///< (policy, port, pod port)
    LintNamedPortUndeclared, ///< (policy, name)
    LintHostNetwork,         ///< (node)
    LintNamespaceNameLabel,  ///< (policy, label)
    LintDuplicatePolicyTypes, ///< (policy)
    LintHalfOpen,             ///< (source, target, ports)
    LintIpBlockPods,          ///< (policy, cidr)
    LintNotInMatchesMissing,  ///< (policy, key)
    LintEverythingAllowed,    ///< (policy, direction, policies that it undoes)
    LintNamespaceUnknown,     ///< (policy, selector, namespaces): nothing states their labels
    LintLabelsDiffer,         ///< (node, label key, policy): pods of one owner have unlike labels
    LintRuleRedundant,        ///< (policy, direction, other policy, number of its rule)
    LintPeerRedundant,        ///< (policy, number of the other peer)
    LintPolicyRedundant,      ///< (policy, policies that say all that it says)
    LintExceptUndone,         ///< (policy, except, other policy)
    LintSourceRewritten,      ///< (policy, cidr, Service, its type)
    LintClusterRuleShadowed,  ///< (policy, direction, other policy, number of its rule)
    LintServiceAddress,       ///< (policy, cidr, Service)
    LintPortRedundant,        ///< (policy, number of the other port)
    LintNotCompared,          ///< (policy, namespace): too many there are too much alike
    LintAndPeer,              ///< (policy, podSelector, namespace of the policy)
    LintPodsElsewhere,        ///< (policy, podSelector, namespace of the policy, other namespaces)
    LintAllTcpPorts,          ///< (policy)
    LintNoNamespace,          ///< (policy, default namespace, namespaces of the workloads)
    LintNamedPortOfAddress,   ///< (policy, name)
    LintNearName,             ///< (policy, what is asked for, what is there): nearly the same
    LintClusterNamedPort,     ///< (policy, name; a near one): no pod that a rule means has it
    LintAddedLabel,           ///< (policy, label key, workloads): which of their pods have it
    FixChangesMore,           ///< (source, target): a pair that the fix does not speak of

    // --- network plugins: see core/verdict/plugin_profile.h ---
    PluginNamedPortOpens,   ///< (policy, port name, protocol, plugin): every port of the protocol
    PluginNamedPort,        ///< (policy, port name, plugin): no Service calls a port so
    PluginEndPort,          ///< (policy, range, first port, plugin): only the first port holds
    PluginUnclear,          ///< (policy, field and value, plugin): enforced or not, nobody knows
    PluginSctp,             ///< (policy, plugin)
    PluginIpBlockPods,      ///< (policy, cidr, plugin): the block never means pods
    PluginTooManyPorts,     ///< (policy, count, limit, plugin): for one peer of one pod
    PluginServicePort,      ///< (Service, port, pod port, plugin)
    PluginIgnores,          ///< (policy, kind, plugin)
    PluginIpBlockMeansPods, ///< (policy, cidr, plugin): the block means pods too
    PluginEnforcesNothing,  ///< (plugin): also why an edit is refused
};

} // namespace drawbridge
