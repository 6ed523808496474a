#include "support/kube_rows.h"

using namespace drawbridge;
using namespace drawbridge::test;

namespace {

const std::string kQualified =
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
    "alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for "
    "validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const std::string kLabelValue =
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', "
    "and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or "
    "'12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
const std::string kNoCidr = "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)";
const std::string kPortRange = "must be between 1 and 65535, inclusive";
const std::string kNoSubset = "must be a strict subset of `cidr`";

} // namespace

/// What the API server says of a policy's spec: one accepted and one refused row a rule.
class KubeValidation : public QObject
{
    Q_OBJECT
private slots:
    void selectors_data();
    void selectors() { checkRow(); }
    void ports_data();
    void ports() { checkRow(); }
    void peers_data();
    void peers() { checkRow(); }
    void ipBlocks_data();
    void ipBlocks() { checkRow(); }
    void policyTypes_data();
    void policyTypes() { checkRow(); }
    void wrongTypes_data();
    void wrongTypes() { checkRow(); }
};

void KubeValidation::selectors_data()
{
    addColumns();
    accept("In with values",
           spec("  podSelector: {matchExpressions: [{key: a, operator: In, values: [x, z]}]}"));
    refuse("In without values",
           spec("  podSelector: {matchExpressions: [^{key: a, operator: In}]}"),
           Code::RequiredValue,
           {"spec.podSelector.matchExpressions[0].values",
            "must be specified when `operator` is 'In' or 'NotIn'"});
    refuse("In with empty values",
           spec("  podSelector: {matchExpressions: [{key: a, operator: In, values: ^[]}]}"),
           Code::RequiredValue,
           {"spec.podSelector.matchExpressions[0].values",
            "must be specified when `operator` is 'In' or 'NotIn'"});
    accept("NotIn with values",
           spec("  podSelector: {matchExpressions: [{key: a, operator: NotIn, values: [x, z]}]}"));
    refuse("NotIn without values",
           spec("  podSelector: {matchExpressions: [^{key: a, operator: NotIn}]}"),
           Code::RequiredValue,
           {"spec.podSelector.matchExpressions[0].values",
            "must be specified when `operator` is 'In' or 'NotIn'"});
    refuse("NotIn with empty values",
           spec("  podSelector: {matchExpressions: [{key: a, operator: NotIn, values: ^[]}]}"),
           Code::RequiredValue,
           {"spec.podSelector.matchExpressions[0].values",
            "must be specified when `operator` is 'In' or 'NotIn'"});
    accept("Exists without values",
           spec("  podSelector: {matchExpressions: [{key: a, operator: Exists, values: []}]}"));
    refuse("Exists with values",
           spec("  podSelector: {matchExpressions: [{key: a, operator: Exists, values: ^[x]}]}"),
           Code::ForbiddenValue,
           {"spec.podSelector.matchExpressions[0].values",
            "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"});
    accept(
        "DoesNotExist without values",
        spec("  podSelector: {matchExpressions: [{key: a, operator: DoesNotExist, values: []}]}"));
    refuse(
        "DoesNotExist with values",
        spec("  podSelector: {matchExpressions: [{key: a, operator: DoesNotExist, values: ^[x]}]}"),
        Code::ForbiddenValue,
        {"spec.podSelector.matchExpressions[0].values",
         "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"});
    refuse("operator Gt",
           spec("  podSelector: {matchExpressions: [{key: a, operator: ^Gt, values: [\"1\"]}]}"),
           Code::InvalidValue,
           {"spec.podSelector.matchExpressions[0].operator", "\"Gt\"",
            "not a valid selector operator"});
    refuse("operator Lt",
           spec("  podSelector: {matchExpressions: [{key: a, operator: ^Lt, values: [\"1\"]}]}"),
           Code::InvalidValue,
           {"spec.podSelector.matchExpressions[0].operator", "\"Lt\"",
            "not a valid selector operator"});
    refuse("operator in",
           spec("  podSelector: {matchExpressions: [{key: a, operator: ^in, values: [\"1\"]}]}"),
           Code::InvalidValue,
           {"spec.podSelector.matchExpressions[0].operator", "\"in\"",
            "not a valid selector operator"});
    accept("operator", spec("  podSelector: {matchExpressions: [{key: a, operator: Exists}]}"));
    refuse(
        "no operator", spec("  podSelector: {matchExpressions: [^{key: a}]}"), Code::InvalidValue,
        {"spec.podSelector.matchExpressions[0].operator", "\"\"", "not a valid selector operator"});
    accept(
        "selector value",
        spec("  podSelector: {matchExpressions: [{key: a, operator: In, values: [\"\", b_c]}]}"));
    refuse("selector value",
           spec("  podSelector: {matchExpressions: [{key: a, operator: In, values: [ok, ^b c]}]}"),
           Code::InvalidValue,
           {"spec.podSelector.matchExpressions[0].values[1]", "\"b c\"", kLabelValue});
    accept("selector key",
           spec("  podSelector: {matchExpressions: [{key: example.com/a, operator: Exists}]}"));
    refuse("selector key",
           spec("  podSelector: {matchExpressions: [{key: ^a@b, operator: Exists}]}"),
           Code::InvalidValue,
           {"spec.podSelector.matchExpressions[0].key", "\"a@b\"", "name part " + kQualified});
    accept("matchLabels key",
           spec("  podSelector:\n    matchLabels:\n      app.kubernetes.io/name: web"));
    refuse("matchLabels key", spec("  podSelector:\n    matchLabels:\n      ^app@b: web"),
           Code::InvalidValue,
           {"spec.podSelector.matchLabels", "\"app@b\"", "name part " + kQualified});
    accept("matchLabels value", spec("  podSelector:\n    matchLabels:\n      app: \"\""));
    refuse("matchLabels value", spec("  podSelector:\n    matchLabels:\n      app: ^a/b"),
           Code::InvalidValue, {"spec.podSelector.matchLabels", "\"a/b\"", kLabelValue});
    refuse("peer podSelector",
           spec("  ingress:\n  - from:\n    - podSelector: {matchLabels: {app: ^a/b}}"),
           Code::InvalidValue,
           {"spec.ingress[0].from[0].podSelector.matchLabels", "\"a/b\"", kLabelValue});
    refuse("peer namespaceSelector",
           spec("  egress:\n  - {}\n  - to:\n    - namespaceSelector: {matchExpressions: [{key: a, "
                "operator: ^Lt}]}"),
           Code::InvalidValue,
           {"spec.egress[1].to[0].namespaceSelector.matchExpressions[0].operator", "\"Lt\"",
            "not a valid selector operator"});
    refuse("label as number", spec("  podSelector: {matchLabels: {version: ^1}}"), Code::WrongType,
           {"spec.podSelector.matchLabels", "1", "string"});
    accept("label as quoted number", spec("  podSelector: {matchLabels: {version: \"1\"}}"));
}

void KubeValidation::ports_data()
{
    addColumns();
    accept("protocol TCP", spec("  ingress:\n  - ports:\n    - {protocol: TCP}"));
    accept("protocol UDP", spec("  ingress:\n  - ports:\n    - {protocol: UDP}"));
    accept("protocol SCTP", spec("  ingress:\n  - ports:\n    - {protocol: SCTP}"));
    refuse("protocol tcp", spec("  ingress:\n  - ports:\n    - {protocol: ^tcp}"),
           Code::UnsupportedValue,
           {"spec.ingress[0].ports[0].protocol", "\"tcp\"", "\"TCP\", \"UDP\", \"SCTP\""});
    refuse("protocol ICMP", spec("  ingress:\n  - ports:\n    - {protocol: ^ICMP}"),
           Code::UnsupportedValue,
           {"spec.ingress[0].ports[0].protocol", "\"ICMP\"", "\"TCP\", \"UDP\", \"SCTP\""});
    refuse("protocol ANY", spec("  ingress:\n  - ports:\n    - {protocol: ^ANY}"),
           Code::UnsupportedValue,
           {"spec.ingress[0].ports[0].protocol", "\"ANY\"", "\"TCP\", \"UDP\", \"SCTP\""});
    refuse("protocol empty", spec("  ingress:\n  - ports:\n    - {protocol: ^\"\"}"),
           Code::UnsupportedValue,
           {"spec.ingress[0].ports[0].protocol", "\"\"", "\"TCP\", \"UDP\", \"SCTP\""});
    accept("port 1", spec("  ingress:\n  - ports:\n    - port: 1"));
    accept("port 65535", spec("  ingress:\n  - ports:\n    - port: 65535"));
    refuse("port 0", spec("  ingress:\n  - ports:\n    - port: ^0"), Code::InvalidValue,
           {"spec.ingress[0].ports[0].port", "0", kPortRange});
    refuse("port 65536", spec("  ingress:\n  - ports:\n    - port: ^65536"), Code::InvalidValue,
           {"spec.ingress[0].ports[0].port", "65536", kPortRange});
    refuse("port -1", spec("  ingress:\n  - ports:\n    - port: ^-1"), Code::InvalidValue,
           {"spec.ingress[0].ports[0].port", "-1", kPortRange});
    accept("named port", spec("  ingress:\n  - ports:\n    - port: http-2"));
    accept("named port of 15 bytes", spec("  ingress:\n  - ports:\n    - port: aaaaaaaaaaaaaaa"));
    refuse(
        "named port of 16 bytes", spec("  ingress:\n  - ports:\n    - port: ^aaaaaaaaaaaaaaaa"),
        Code::InvalidValue,
        {"spec.ingress[0].ports[0].port", "\"aaaaaaaaaaaaaaaa\"", "must be no more than 15 bytes"});
    refuse("named port, characters", spec("  ingress:\n  - ports:\n    - port: ^Http"),
           Code::InvalidValue,
           {"spec.ingress[0].ports[0].port", "\"Http\"",
            "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)"});
    refuse("quoted number as port", spec("  ingress:\n  - ports:\n    - port: ^\"80\""),
           Code::InvalidValue,
           {"spec.ingress[0].ports[0].port", "\"80\"", "must contain at least one letter (a-z)"});
    refuse("named port, two hyphens", spec("  ingress:\n  - ports:\n    - port: ^a--b"),
           Code::InvalidValue,
           {"spec.ingress[0].ports[0].port", "\"a--b\"", "must not contain consecutive hyphens"});
    refuse("named port, hyphen at begin", spec("  ingress:\n  - ports:\n    - port: ^-a"),
           Code::InvalidValue,
           {"spec.ingress[0].ports[0].port", "\"-a\"", "must not begin or end with a hyphen"});
    refuse("named port, hyphen at end", spec("  ingress:\n  - ports:\n    - port: ^a-"),
           Code::InvalidValue,
           {"spec.ingress[0].ports[0].port", "\"a-\"", "must not begin or end with a hyphen"});
    accept("endPort", spec("  ingress:\n  - ports:\n    - {port: 80, endPort: 90}"));
    accept("endPort equal to port", spec("  ingress:\n  - ports:\n    - {port: 80, endPort: 80}"));
    refuse("endPort below port", spec("  ingress:\n  - ports:\n    - {port: 80, endPort: ^79}"),
           Code::InvalidValue,
           {"spec.ingress[0].ports[0].endPort", "80", "must be greater than or equal to `port`"});
    refuse("endPort beyond the last",
           spec("  ingress:\n  - ports:\n    - {port: 80, endPort: ^65536}"), Code::InvalidValue,
           {"spec.ingress[0].ports[0].endPort", "65536", kPortRange});
    refuse("endPort with named port",
           spec("  ingress:\n  - ports:\n    - {port: http, endPort: ^90}"), Code::InvalidValue,
           {"spec.ingress[0].ports[0].endPort", "90",
            "may not be specified when `port` is non-numeric"});
    refuse("endPort without port", spec("  ingress:\n  - ports:\n    - {endPort: ^90}"),
           Code::InvalidValue,
           {"spec.ingress[0].ports[0].endPort", "90",
            "may not be specified when `port` is not specified"});
    refuse("egress port", spec("  egress:\n  - ports:\n    - port: 1\n    - port: ^0"),
           Code::InvalidValue, {"spec.egress[0].ports[1].port", "0", kPortRange});
}

void KubeValidation::peers_data()
{
    addColumns();
    accept("peer", spec("  ingress:\n  - from:\n    - podSelector: {}"));
    refuse("empty peer", spec("  ingress:\n  - from:\n    - ^{}"), Code::RequiredValue,
           {"spec.ingress[0].from[0]", "must specify a peer"});
    refuse("peer with null members only", spec("  ingress:\n  - from:\n    - ^podSelector:"),
           Code::RequiredValue, {"spec.ingress[0].from[0]", "must specify a peer"});
    accept("podSelector and namespaceSelector",
           spec("  ingress:\n  - from:\n    - podSelector: {}\n      namespaceSelector: {}"));
}

void KubeValidation::ipBlocks_data()
{
    addColumns();
    accept("ipBlock alone", spec("  ingress:\n  - from:\n    - ipBlock: {cidr: 10.0.0.0/8}"));
    refuse("ipBlock and podSelector",
           spec("  ingress:\n  - from:\n    - ^ipBlock: {cidr: 10.0.0.0/8}\n      podSelector: {}"),
           Code::ForbiddenValue,
           {"spec.ingress[0].from[0]", "may not specify both ipBlock and another peer"});
    refuse("ipBlock and namespaceSelector",
           spec("  ingress:\n  - from:\n    - ^ipBlock: {cidr: 10.0.0.0/8}\n      "
                "namespaceSelector: {}"),
           Code::ForbiddenValue,
           {"spec.ingress[0].from[0]", "may not specify both ipBlock and another peer"});
    accept("cidr", spec("  ingress:\n  - from:\n    - ipBlock: {cidr: \"2001:db8::/32\"}"));
    refuse("no cidr", spec("  ingress:\n  - from:\n    - ^ipBlock: {}"), Code::RequiredValue,
           {"spec.ingress[0].from[0].ipBlock.cidr", ""});
    refuse("empty cidr", spec("  ingress:\n  - from:\n    - ipBlock: {cidr: ^\"\"}"),
           Code::RequiredValue, {"spec.ingress[0].from[0].ipBlock.cidr", ""});
    refuse("cidr A", spec("  ingress:\n  - from:\n    - ipBlock: {cidr: ^\"A\"}"),
           Code::InvalidValue, {"spec.ingress[0].from[0].ipBlock.cidr", "\"A\"", kNoCidr});
    refuse("cidr 10.0.0.1", spec("  ingress:\n  - from:\n    - ipBlock: {cidr: ^\"10.0.0.1\"}"),
           Code::InvalidValue, {"spec.ingress[0].from[0].ipBlock.cidr", "\"10.0.0.1\"", kNoCidr});
    refuse(
        "cidr 10.0.0.0/33", spec("  ingress:\n  - from:\n    - ipBlock: {cidr: ^\"10.0.0.0/33\"}"),
        Code::InvalidValue, {"spec.ingress[0].from[0].ipBlock.cidr", "\"10.0.0.0/33\"", kNoCidr});
    refuse("cidr 10.0.0/8", spec("  ingress:\n  - from:\n    - ipBlock: {cidr: ^\"10.0.0/8\"}"),
           Code::InvalidValue, {"spec.ingress[0].from[0].ipBlock.cidr", "\"10.0.0/8\"", kNoCidr});
    refuse("cidr 2001:db8::/129",
           spec("  ingress:\n  - from:\n    - ipBlock: {cidr: ^\"2001:db8::/129\"}"),
           Code::InvalidValue,
           {"spec.ingress[0].from[0].ipBlock.cidr", "\"2001:db8::/129\"", kNoCidr});
    refuse("cidr fe80::1%eth0/64",
           spec("  ingress:\n  - from:\n    - ipBlock: {cidr: ^\"fe80::1%eth0/64\"}"),
           Code::InvalidValue,
           {"spec.ingress[0].from[0].ipBlock.cidr", "\"fe80::1%eth0/64\"", kNoCidr});
    refuse(
        "cidr 10.0.0.0/-1", spec("  ingress:\n  - from:\n    - ipBlock: {cidr: ^\"10.0.0.0/-1\"}"),
        Code::InvalidValue, {"spec.ingress[0].from[0].ipBlock.cidr", "\"10.0.0.0/-1\"", kNoCidr});
    refuse("cidr 10.0.0.0/", spec("  ingress:\n  - from:\n    - ipBlock: {cidr: ^\"10.0.0.0/\"}"),
           Code::InvalidValue, {"spec.ingress[0].from[0].ipBlock.cidr", "\"10.0.0.0/\"", kNoCidr});
    refuse("cidr 010.0.0.0/8",
           spec("  ingress:\n  - from:\n    - ipBlock: {cidr: ^\"010.0.0.0/8\"}"),
           Code::InvalidValue,
           {"spec.ingress[0].from[0].ipBlock.cidr", "\"010.0.0.0/8\"",
            "must not have leading 0s in IP or prefix length"});
    refuse("cidr 10.0.0.0/08",
           spec("  ingress:\n  - from:\n    - ipBlock: {cidr: ^\"10.0.0.0/08\"}"),
           Code::InvalidValue,
           {"spec.ingress[0].from[0].ipBlock.cidr", "\"10.0.0.0/08\"",
            "must not have leading 0s in IP or prefix length"});
    accept("cidr without leading zeros",
           spec("  ingress:\n  - from:\n    - ipBlock: {cidr: 10.0.0.0/8}"));
    refuse("mapped cidr",
           spec("  ingress:\n  - from:\n    - ipBlock: {cidr: ^\"::ffff:10.0.0.0/104\"}"),
           Code::InvalidValue,
           {"spec.ingress[0].from[0].ipBlock.cidr", "\"::ffff:10.0.0.0/104\"",
            "must not have an IPv4-mapped IPv6 address"});
    accept("except", spec("  ingress:\n  - from:\n    - ipBlock: {cidr: 10.0.0.0/8, except: "
                          "[10.1.0.0/16, 10.2.0.0/32]}"));
    refuse("except outside",
           spec("  ingress:\n  - from:\n    - ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16, "
                "^11.0.0.0/16]}"),
           Code::InvalidValue,
           {"spec.ingress[0].from[0].ipBlock.except[1]", "\"11.0.0.0/16\"", kNoSubset});
    refuse("except equal",
           spec("  ingress:\n  - from:\n    - ipBlock: {cidr: 0.0.0.0/0, except: [^0.0.0.0/0]}"),
           Code::InvalidValue,
           {"spec.ingress[0].from[0].ipBlock.except[0]", "\"0.0.0.0/0\"", kNoSubset});
    refuse("except wider",
           spec("  ingress:\n  - from:\n    - ipBlock: {cidr: 10.1.0.0/16, except: [^10.0.0.0/8]}"),
           Code::InvalidValue,
           {"spec.ingress[0].from[0].ipBlock.except[0]", "\"10.0.0.0/8\"", kNoSubset});
    refuse("except of the other family",
           spec("  ingress:\n  - from:\n    - ipBlock: {cidr: \"::/0\", except: [^10.0.0.0/8]}"),
           Code::InvalidValue,
           {"spec.ingress[0].from[0].ipBlock.except[0]", "\"10.0.0.0/8\"", kNoSubset});
    refuse("except that is no cidr",
           spec("  ingress:\n  - from:\n    - ipBlock: {cidr: 10.0.0.0/8, except: [^10.0.0.1]}"),
           Code::InvalidValue,
           {"spec.ingress[0].from[0].ipBlock.except[0]", "\"10.0.0.1\"", kNoCidr});
}

void KubeValidation::policyTypes_data()
{
    addColumns();
    accept("policyTypes", spec("  policyTypes: [Egress, Ingress]"));
    accept("policyTypes twice the same", spec("  policyTypes: [Ingress, Ingress]"));
    refuse("policyTypes value", spec("  policyTypes: [Ingress, ^egress]"), Code::UnsupportedValue,
           {"spec.policyTypes[1]", "\"egress\"", "\"Ingress\", \"Egress\""});
    refuse("three policyTypes", spec("  policyTypes: ^[Ingress, Egress, Ingress]"), Code::TooMany,
           {"spec.policyTypes", "3", "may not specify more than two policyTypes"});
}

void KubeValidation::wrongTypes_data()
{
    addColumns();
    refuse("spec as list",
           std::string("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: "
                       "p}\nspec: ^[]\n"),
           Code::WrongType, {"spec", "array", "object"});
    refuse("ingress as mapping", spec("  ingress: ^{}"), Code::WrongType,
           {"spec.ingress", "object", "array"});
    refuse("endPort as text", spec("  ingress:\n  - ports:\n    - {port: 80, endPort: ^\"90\"}"),
           Code::WrongType, {"spec.ingress[0].ports[0].endPort", "\"90\"", "integer"});
    refuse("port as fraction", spec("  ingress:\n  - ports:\n    - port: ^80.5"), Code::WrongType,
           {"spec.ingress[0].ports[0].port", "80.5", "integer"});
    refuse("port beyond 32 bits", spec("  ingress:\n  - ports:\n    - port: ^4294967376"),
           Code::WrongType, {"spec.ingress[0].ports[0].port", "4294967376", "integer"});
}

QTEST_APPLESS_MAIN(KubeValidation)
#include "tst_kube_validation.moc"
