<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Tr</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>namespace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in namespace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown option %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read on with: drawbridge help %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--port all leaves no room for other ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a source, a target and a file are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say which ports: --port TCP/8080 or all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also changes:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a namespace and a file are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--dns goes with --egress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this cuts:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say where to write: -o FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is one of the files to be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture could not be drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes a sketch: default deny, then one isolated policy a service.

  -n NS        its namespace (default: default)
  --egress     deny egress too, and allow DNS
  --label KEY  the label that names a service (default: app)
  -o FILE      write FILE, and the ports into FILE.drawbridge.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets SRC connect to DST, and changes nothing else.

  --port P     TCP/8080, UDP/53, TCP/8000-8010 or all; may be repeated
  -w           save; without it a diff is printed
  --also       go on where connections of others would change too

SRC and DST: namespace/name, a name that is unique, an address or CIDR,
internet, anyone, or namespace:NS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes connections from SRC to DST away, and changes nothing else.

  --port P     only these ports; may be repeated
  -w           save; without it a diff is printed
  --also       go on where connections of others would change too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the default-deny baseline of a namespace where it is missing, and
says which connections that cuts.

  --egress     egress too
  --dns        with --egress: allow DNS
  -w           save; without it a diff is printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no subcommand %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one subcommand at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the formats are txt and json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--fail-on takes error, warning or hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no label key: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot save what was read from standard input; leave -w out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no name of a namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no file or folder was given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot write to standard output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload from disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too large; at most %1 bytes are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lies more than %1 folders deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk holds other bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ingress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>egress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: nothing isolates it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: isolated, only what is drawn is admitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: isolated, but a rule admits everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its text cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>host network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every address outside the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>addresses outside the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every pod of the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everyone, in the cluster and outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pods like this: nothing here backs the selector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ports: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uses the host network: policies may not hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its text cannot be read at present: this is its last good state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen by an expression: cannot be drawn to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default deny: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: all isolated, a new one would be open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3 isolated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default deny: ingress, egress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (no namespace given)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default deny</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all isolated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 isolated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>varies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may not send it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not admit it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not the same for every pair behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some of its documents name no namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 rule %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has %1 bytes; the limit is %2. Split it into smaller files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document has %1 bytes; the limit is %2. Split it with ---.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has more than %1 documents. Split it into smaller files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document has more than %1 entries in brackets. Split it with ---.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is nested deeper than %1 levels. Kubernetes objects never are; look for an unclosed bracket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The byte %1 is not UTF-8. Save the file as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The control character %1 is not allowed in YAML. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A byte order mark stands inside the text. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A carriage return stands without a line feed. Use LF or CRLF line ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is UTF-16 or UTF-32. Save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kubectl starts a new document at this line and drops its rest, YAML does not: %1. Put --- on a line of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The YAML cannot be read: %1. Correct it; the other documents are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is text after the end of the document. Remove it, or put --- before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alias *%1 has no anchor. Define &amp;%1 before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alias *%1 contains itself. Write its value out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The aliases stand for more than %1 values. Write the values out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key %1 is there twice. Remove one; it is open which would count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document can be edited as text only: its layout is too unusual to be changed safely from the canvas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON cannot be read: %1. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is text after the end of the JSON value. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change could not be written without touching other text, so nothing was changed. Make it in the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot make the change. It lies in text shared through the anchor or alias %1; write its value there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot make the change. The document in %1 can be edited as text only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot make the change. A document in %1 cannot be read at present; correct it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document is no Kubernetes object: it has no kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 has bits set beyond the prefix; newer clusters refuse it. Write %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 is not in canonical form. Write %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: kubectl reads %2 as a truth value, not as text. Put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: kubectl reads %2 as the number %3. Write that number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 is there twice, with different content. Remove one; the last one in path order is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 is there twice, with equal content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file or folder %1. Check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no regular file. Give a file or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no .yaml, .yml or .json file in %1. Give a folder that holds manifests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than %1 files. Give a smaller folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no service called %1. Known are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 fits several services. Say which one: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no valid name. Use lower case letters, digits and hyphens, at most 63 (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no port. Write for example TCP/8080, UDP/53, TCP/8000-8010 or all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no address. Write for example 10.0.0.0/8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 always reaches itself; no policy can forbid it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 both lie outside the cluster. Choose a service as one end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may already connect to %2 on these ports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is already open to everyone: no policy isolates it. Isolate it first to keep only what you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is already isolated by default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may not connect to %2 on these ports anyway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing isolates %1, so there is no rule to take away. Isolate it, then allow what it needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule of policy %1 admits more than this connection (%2). Change that rule in the text, or revoke what it names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other connections would change too: %1. Accept that with --also.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels of %1 also pick %2. Give it a label of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No plain labels name %1 (%2). Give it a label of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service %1 is already there. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule would have to name the namespace %1, which no document states. Say which namespace it is (-n).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No edit of these files gives the asked result between %1 and %2, so nothing was changed. Another policy or a named port decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed on disk since it was read. Compare, then reload or overwrite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot save %1: %2. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is read-only. Save it under another name, or change its mode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was written, but whether it lasts is unknown: %2. Look at the disk, then save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 accepts connections from everywhere: policies guard its namespace, but none isolates it. Isolate it, then allow what it needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Egress of %1 is restricted but DNS is not allowed, so names will not resolve. Allow UDP and TCP 53 to the cluster&apos;s DNS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 selects no workload that is here. Check its labels and namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In policy %1 the selector %2 matches nothing that is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 has %2 rules without effect: policyTypes does not list them. Add the type or remove the rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 has an empty egress list but no policyTypes, so egress stays open. Write policyTypes: [Ingress, Egress].</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 has only egress rules and no policyTypes, so it also denies all ingress. Write policyTypes out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In policy %1 a rule with ports only admits everyone on them, next to a rule with peers on every port. Probably one rule was meant: remove the dash before ports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In policy %1 two peers, namespaceSelector and podSelector, mean either of them. If both must hold, make them one item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In policy %1 the empty list %2 means everyone, not no one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In policy %1 port 53 is TCP only, because no protocol means TCP. DNS needs UDP too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In policy %1 port %2 is a Service&apos;s port; policies count the pod&apos;s port %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs in the host network: what policies do to it depends on the network plugin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In policy %1 the label %2 holds only if somebody sets it on the namespace. kubernetes.io/metadata.name is always there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 lists a policy type twice. Remove one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In policy %1 the ipBlock %2 covers private addresses. Whether it matches pods depends on the network plugin; use selectors for pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In policy %1 the expression on %2 also matches pods without that label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 asks for namespaces with %2, but nothing here states the labels of %3. Add the Namespace objects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Ports…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in YAML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deny Ingress by Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deny Egress by Default…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WORKSPACE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a service, an arrow or a namespace to see what is allowed, and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OUTSIDE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SERVICE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, ingress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, egress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAMESPACE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some documents name no namespace; they are shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy that denies ingress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy that denies egress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>policy %1, ingress rule %2 · line %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>policy %1, egress rule %2 · line %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no policy says anything about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no policy restricts its ingress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no policy restricts its egress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no rule admits it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a rule for everyone admits it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CONNECTION</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not every pair behind this arrow has all of these ports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enters %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has changes that are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has changed it on disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of this file is longer than 200,000 characters. It is shown shortened, and the text cannot be edited here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is too large to be shown to its end. The text cannot be edited here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ln %1, Col %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the ports, or write all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no service called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This would also change:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing may enter this namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add services, then draw the connections that you want to allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the three-tier example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n half open</source>
        <translation>
            <numerusform>%n half open</numerusform>
            <numerusform>%n half open</numerusform>
        </translation>
    </message>
    <message>
        <source>Problems %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New Sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three-Tier &amp;Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save A&amp;ll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;All Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;rrange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to &amp;Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Can&amp;vas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Te&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to &amp;Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the D&amp;esktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add Service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Draw Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deny &amp;Ingress by Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Drawbridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Drawbridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawbridge %1: a designer for Kubernetes network policies. Apache-2.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection can only be changed in the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add service %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deny Egress by Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deny egress by default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deny ingress by default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse or expand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow from…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow from the Internet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse or Expand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawbridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manifests (*.yaml *.yml *.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save As</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>YAML (*.yaml *.yml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwrite the Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload from Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone, pods in the cluster too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not written by this version of Drawbridge. The picture is laid out afresh, and the file is left as it is; move it away to save positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is connected yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one end allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing isolates it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SERVICES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files changed meanwhile, so nothing was done. Try it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graphviz gave no layout; the built-in one was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every address outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isolate %1, so that only this may enter it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawbridge designs Kubernetes NetworkPolicies.

</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half open: only one end allows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>namespace that denies by default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>namespace with some services isolated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open namespace: nothing isolates it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>isolated: only what is drawn gets through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not isolated, or open to everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pods like this: only a selector names them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belongs to nothing that is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the formats are %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the formats are txt, json, csv, md and dot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ingress open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>egress open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ingress isolated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>egress isolated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ingress admits everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>egress admits everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>isolated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>service %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everyone outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 connection added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 connections added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 connection removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 connections removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 connection changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 connections changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection added or removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many pairs to judge them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 service isolated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 services isolated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 service opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 services opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more is allowed without an arrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no service opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are too many pairs to judge them all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some isolated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 is present, but not judged. Objects of this kind: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a Helm chart. To see what it installs, render it: helm template %2 | drawbridge -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds a kustomization; its files are read without what that changes. To see the result, render it: kubectl kustomize %2 | drawbridge -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no selector. Write app=web, tier in (a, b), !old, or * for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pods of %2 do not all give the name %1 to one port. Give the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cluster would refuse the policy %1 as it is written now. Mend what the problems say about it, then change it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No peer is left in rule %2 of %1, which would mean everyone. Name a peer, or choose everyone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No port is left in rule %2 of %1, which would mean every port. Name a port, or choose every port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a %1 called %2 already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No manifest and no label here gives %1 its name. Change it in the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workload&apos;s own selector demands the label %1. Change both in the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would be left in %1. Delete the file itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy is about %1 alone, so there is nothing to remove but its manifests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no Kubernetes object. Copy a service or YAML text first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text on the clipboard is broken at its line %1 (%2). Mend it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 among %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 not among %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a label %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no label %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all pods of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pods of %1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>addresses in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every IPv4 address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every IPv6 address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 except %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the %1 port named %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %1 port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody can tell which pods of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all pods of the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pods with %1 in every namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all pods of namespaces with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pods with %1 in namespaces with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everyone, inside and outside the cluster,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everywhere, inside and outside the cluster,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody: a cluster would refuse a part of this rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may connect to it on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may connect to %1 on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three-tier application</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNS for a namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gateway, frontend, API and database with their connections, behind default deny.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets every service of a namespace look up names, on UDP and TCP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets Prometheus scrape a service, or a service push its metrics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets the Internet enter %1, and %1 enter a service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NodeLocal DNSCache (169.254.20.10, port 53)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenShift DNS (openshift-dns, port 5353)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kube-dns or CoreDNS (kube-system, port 53)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture as vectors (SVG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture as pixels (PNG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture as a page (PDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report for browsers (HTML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables for wikis and reviews (Markdown)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections for spreadsheets (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything for programs (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing for draw.io</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flowchart for Mermaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph for Graphviz (DOT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every pod in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, ingress rule %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, egress rule %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule lets anything through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What isolates it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Egress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a rule admits everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No service: both directions of all are isolated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What nothing isolates may connect with everyone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None were found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of the language that this is translated to</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services: %1. Namespaces: %2. Connections: %3, half open: %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing isolates it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels, as app=api</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n service(s)</source>
        <translation>
            <numerusform>%1 of %n service</numerusform>
            <numerusform>%1 of %n services</numerusform>
        </translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes that belong to nothing that is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new service, isolated from the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PALETTE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group and version of the API that reads this object. A NetworkPolicy is in networking.k8s.io/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What kind of object this is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The object&apos;s name, its namespace, and labels to find it by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the object should be like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The object&apos;s name. No other object of its kind in the namespace may have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The namespace that the object is in. A policy protects pods of its own namespace only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and values that selectors pick the object by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes for people and tools. Selectors do not see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pods that this policy protects, in its own namespace. {} takes all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The directions that the policy closes but for its rules. Without it, Ingress is closed, and Egress too if there are egress rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may connect to the pods. Each rule allows more; an empty list allows nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the pods may connect to. Each rule allows more; an empty list allows nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may connect by this rule: any one of the list. Missing or empty means everybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ports that this rule opens. Missing or empty means all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the pods may connect to by this rule: any one of the list. Missing or empty means everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The namespaces whose pods are meant; {} takes all namespaces. Together with podSelector in one item, both must hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pods that are meant; {} takes all pods. Without namespaceSelector in the same item, only pods of the policy&apos;s own namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A range of addresses, meant for what is outside the cluster. It stands alone in its item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range of addresses, such as 10.0.0.0/8 or 2001:db8::/32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranges inside of cidr that are not meant. Another rule may still allow them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP, UDP or SCTP. Without it, TCP is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port of the pod that is connected to, as a number or as the name that its container gives it. Without it, all ports of the protocol are meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last port of a range that begins with port, which must be a number then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels that a pod must have, all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions on labels of pods. All of them must hold, and matchLabels too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels that a namespace must have, all of them. kubernetes.io/metadata.name is its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions on labels of namespaces. All of them must hold, and matchLabels too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label that the condition is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In, NotIn, Exists or DoesNotExist. NotIn and DoesNotExist also hold where the label is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values for In and NotIn. Exists and DoesNotExist take none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many pods there should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pods that belong to this workload. The labels of its template must fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the workload&apos;s pods are made from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels that each pod gets; policies pick pods by them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What runs in each pod.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programs of the pod.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True puts the pod on its node&apos;s network, where policies usually do not reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The container&apos;s name within the pod.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image that the container runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ports that the container listens on. Policies may call them by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name for the port, which policies and services may use in place of the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of the port in the pod. Policies speak of this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels of the pods that the service leads to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ports of the service, and where they lead to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the service is reached: ClusterIP, NodePort or LoadBalancer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the service&apos;s port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port of the service. Policies do not speak of this one but of the pod&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port of the pod that the service leads to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message>
        <source>A part of the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the tab; the file stays open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the one before (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the next one (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capital and small letters differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular expression; \1 in the replacement is what its first group found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in all files, tab after tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line, or line:column</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The file has %n line(s).</source>
        <translation>
            <numerusform>The file has %n line.</numerusform>
            <numerusform>The file has %n lines.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no place. Type a line as 12, or a line and a column as 12:5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The file has only %n line(s).</source>
        <translation>
            <numerusform>The file has only %n line.</numerusform>
            <numerusform>The file has only %n lines.</numerusform>
        </translation>
    </message>
    <message>
        <source>The value that the label %1 has, or must have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value that the label %1 of a namespace has, or must have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may stand here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search came round to here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no regular expression: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found in this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n replaced.</source>
        <translation>
            <numerusform>%n replaced.</numerusform>
            <numerusform>%n replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⋯ %n line(s)</source>
        <translation>
            <numerusform>⋯ %n line</numerusform>
            <numerusform>⋯ %n lines</numerusform>
        </translation>
    </message>
    <message>
        <source>All files, with their problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON has no comments, so nothing can be commented out here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known that may stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known of what stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last tab stays open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not available now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Narrow: new policies for just these two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Swap From and To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Internet: addresses outside, no pods of the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An&amp;yone: the Internet and every pod of the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An arrow begins where the connection is opened. Who opens it here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scrape: %1 fetches from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Push: %1 sends to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Legend: what lines and marks mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Allow DNS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing will enter or leave %1 unless a policy lets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing will leave %1 unless a policy lets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without DNS no service can find another by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deny</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left as they are, although they hold the old name: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Re&amp;port…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prin&amp;t…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as P&amp;icture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rena&amp;me…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Zoom to Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hange Ports…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit Policy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Labels…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move to Namespace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deny E&amp;gress by Default…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What Would Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop Comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A namespace is there because of what is in it. Remove its services.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit Policy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Only Neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to Namespace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services, policies, labels, ports, addresses and namespaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has this name, label, port or address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2. Type more to see the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find Everywhere…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, label, port or address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Collapse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Collapse All Namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Expand All Namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse &amp;Others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ali&amp;gn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribute &amp;Horizontally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribute &amp;Vertically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Select at least %n service(s) first.</source>
        <translation>
            <numerusform>Select at least %n service first.</numerusform>
            <numerusform>Select at least %n services first.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no room: services or namespaces would lie over each other. Move them apart first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;Note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note is pinned to one element. Select a service, an arrow or a namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is one of the open files. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be drawn: it takes more memory than there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file shows everything, also what the filter does not show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report on pages (PDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declared Ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declare ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a service on the canvas first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name in its manifest is changed. Labels, and what else refers to it, stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label that names it is changed, in its own policy and in every peer that means it alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the new name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to Namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its manifests and its own policies move, and peers that mean it alone follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to namespace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No manifest here states the labels of %1. Add a Namespace to the files first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a workload or a namespace on the canvas first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels of Pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels of Namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As app=web, tier=back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change labels to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change ports to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy is behind what is selected. Select a service, an arrow or a namespace with one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which policy?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert &amp;Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to Line…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to F&amp;ile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close &amp;Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Comment Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;mplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Describe Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fo&amp;ld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unfold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold &amp;All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Only &amp;Neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours in &amp;Two Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter &amp;Bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Problem on the Canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Problem on the Canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Minimap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a service or a namespace first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is shown again: the filter hid what you chose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on the canvas has a problem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note on %1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes are kept beside the files, never in the YAML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which by labels, as app=web, or write * for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>except</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods of other namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>namespaces with, as team=red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels of namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pods with, as app=web</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels of pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10.1.0.0/16, or nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one address range, as 10.0.0.0/8. A second one is a second peer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the text that would be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text that would be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This would change:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Applies to pods with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restricts &amp;ingress: only what a rule names may enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restricts &amp;egress: only what a rule names may leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These rules have no effect, because the box above is not ticked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Ingress Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Egress Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is about %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which pods by labels, as app=web, or write * for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy restricts ingress, egress or both. Tick one, or remove the policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change policy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port %1 of the Service %2 is port %3 of its pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies count the ports of pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove its &amp;manifests too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policies that are about %1 alone go, and the peers of others that mean it alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From these peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To these peers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From everyone, inside and outside the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To everywhere, inside and outside the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8080, UDP/53, 8000-8010, http, or all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a peer, or choose everyone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label &amp;key of new services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Namespace of documents that name none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not said: edits that need it are refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label key is not valid: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The namespace is not valid: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods of the cluster may enter it too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus &amp;scrapes the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service p&amp;ushes to the Pushgateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ervice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ervice behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Metrics port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its &amp;ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Runs in namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Answered by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no service yet. Add one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the ports of the service, or write all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Egress of %1 is not denied by default yet. With this policy its services may send to DNS, and else only where a policy lets them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be written into %1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For services that are there this changes:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, or %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove Polic&amp;y…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy %1 is taken out of its file, with the comments inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove policy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab, arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go from element to element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>go through the connections of a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select; held down, drag the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connect: choose the target, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open: the text of a service, the ports of a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>collapse or expand a namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt with arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move what is selected; with Shift, further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revoke a connection, remove a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit the picture into the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+, -, 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom in, zoom out, actual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu, Shift+F10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what can be done with an element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave what was begun, the filter, the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>a filter is on, %n of them faded</source>
        <translation>
            <numerusform>a filter is on, %n of them faded</numerusform>
            <numerusform>a filter is on, %n of them faded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>notes on %n of them</source>
        <translation>
            <numerusform>notes on %n of them</numerusform>
            <numerusform>notes on %n of them</numerusform>
        </translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two files or folders are compared: OLD and NEW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only one of the two can be standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is more than one end: name a service or an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This allows it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says whether SRC may connect to DST and why: what both ends admit, the
rules with their places, and where the answer is no, the rules that nearly
admit it. Exits with 1 if it is not allowed or cannot be told.

  --port P     TCP/8080, UDP/53 or TCP/8000-8010; without it: any port
  -o FORMAT    txt (default) or json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the formats are txt, json, sarif, junit and github</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing; half open: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2=%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no label %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its policy is for pods with %1, but %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it asks for pods with %1, but %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it asks for namespaces with %1, but %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without a namespaceSelector it means pods of %1 only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it means pods, but %1 is an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it means the addresses %1, but %2 is a pod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it leaves %1 out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of its named ports is a port of the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is outside: no policy applies to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Egress of %1: nothing restricts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingress of %1: nothing restricts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1 of policy %2 admits %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1 of policy %2 denies %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1 of policy %2 passes %3 on to the policies below its tier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 isolates it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1 of policy %2 nearly admits it: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 asks for labels of the namespace %2, which no file states. Add its Namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 asks for the port named %2, and no file says what that is on %3. Add its workload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both ends are outside the cluster: none of its policies decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pod always reaches itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every port is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot tell; by what is known nothing is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot tell; by what is known this is allowed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed. Half open before: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed. Allowed before: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half open: %1; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 have the same priority %3: which one comes first is undefined. Here Deny comes before Pass, and Pass before Accept. Give one of them another priority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: manifests do not say which addresses %2 means. Here an Accept or Allow rule admits none of them, and any other rule denies every address outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty: some clusters take that for no port, others for every port. Leave it out to mean every port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no rules and does nothing. Add a rule, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be allowed to connect to %2: %3 denies it before any NetworkPolicy counts (%4 rule %5 %6). Change that rule first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be kept from %2 by a NetworkPolicy: %3 admits it (%4 rule %5 %6). Change that rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cluster would refuse ports of the %1 %2 as they are written now. Mend what the problems say about them, then change them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Service %1 has several ports, so each needs a name. Give every port a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stands twice among the ports of %2. Change one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Service %1 would have no port, and a cluster would refuse it. Keep one port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2: nothing is allowed any longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2: %3 is no longer allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2: everything is newly allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2: %3 is newly allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2: %3 is allowed instead of %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what manifests do not tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the port named %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ports that cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allows ingress from %1 on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allows egress to %1 on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denies ingress from %1 on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denies egress to %1 on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves ingress from %1 on %2 to the policies of the namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves egress to %1 on %2 to the policies of the namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ports…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, ingress rule %2 · line %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, egress rule %2 · line %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow the other side too</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s), the first: %1</source>
        <translation>
            <numerusform>%n problem: %1</numerusform>
            <numerusform>%n problems, the first: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s), the first is %1</source>
        <translation>
            <numerusform>%n suggestion: %1</numerusform>
            <numerusform>%n suggestions, the first is %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Allow a Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose the File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep the connections that are drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deny, and Cut These</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing will enter %1 unless a policy lets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNS is answered by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy can keep these drawn connections without opening more; they are cut:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cuts what is drawn:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cuts what was open without an arrow:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;voke or Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Revoke Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a connection on the canvas first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there because a rule names it. Revoke its connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow the Other Side Too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revoke Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Policy for This…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove Service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Policy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xplain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two ends, and read whether and why one may connect to the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the layout, notes and declared ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>There are changes that are not saved:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow the &amp;Other Side Too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a connection that is half open first: one end allows it, the other does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%2 admits it already. %1 would be allowed to send it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may send it already. %2 would admit it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New Policy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next Panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manifests of %1 name no containers. Add them in the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a workload, whose ports its manifest names, or a pod group, for which they can be declared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A namespace keeps its name. Move its services to another one instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each went into the namespace that it came from: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The minimap appears when a part of the picture is out of sight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, and Change These Too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>app=web, or * for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name&amp;space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add policy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is written into %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A port has no number. Give one from 1 to 65535, or remove the port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no port. Give a number from 1 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Container %1 of %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Container %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service %1, which leads to these pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a port: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same, or a port&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change ports of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Up in any field of the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Down in any field of the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the policies of its namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the new file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a name that ends in .yaml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open already. Choose it in the list, or give another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file %1 already, which is not open. Open it, or give another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder %1. Make it first, or give another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 means the addresses %2, and no file states the address of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods of %1 differ in the label %2, by which policy %3 selects. Each set of labels is judged by itself. Give them equal labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of them changed</source>
        <translation>
            <numerusform>%n of them otherwise than before</numerusform>
            <numerusform>%n of them otherwise than before</numerusform>
        </translation>
    </message>
    <message>
        <source>added: only the newer version has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed, with what it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed: only the older version has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open, but a cluster-wide policy denies part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>way in from outside: an object leads there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it leads there, but the policies admit nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot tell who comes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--compare and --rev contradict each other; give one of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists every allowed connection.

  -o FORMAT    txt (default), json, csv, md or dot
  --groups     list pod groups beside workloads
  --exposure   also what pods that do not exist yet could reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists what two versions (files or folders) let connect differently.
Exits with 1 if there is a difference.

  -o FORMAT    txt (default), json, csv, md or dot
  --rev R      compare PATH as it was in the Git revision R with the files on
               disk; OLD..NEW compares two revisions, OLD...NEW what NEW has
               changed since it left OLD. Only then git is started, to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists problems: id, place and remedy. Exits with 1 if there is one.

  -o FORMAT    txt (default), json, sarif (2.1.0), junit or github; json
               and sarif carry the edits that mend a problem
  --fail-on S  exit with 1 only from this severity on (default: hint)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard input has no revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the files on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing; led there, not admitted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot tell: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference: both allow the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Egress of %1: nothing may leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingress of %1: nothing may enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Egress of %1: %2 may leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingress of %1: %2 may enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any pod of the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any pod in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any pod with %1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any pod with %1 in any namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any pod in namespaces with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any pod with %1 in namespaces with %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy speaks of its ingress: any pod of the cluster could reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policy speaks of its egress: it could reach any pod of the cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods that could not reach it, unlike others: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods that it could not reach, unlike others: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could reach it: %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could reach: %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pod that does not exist yet could reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could reach no pod that does not exist yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write policyTypes out as they count now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write policyTypes: [Egress], so that it no longer restricts ingress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1 to policyTypes: its rules count, and what they do not admit is cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the %1 rules, which have no effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the policy type that is listed twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the empty list %1, which means everyone all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow names: UDP and TCP to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow UDP 53 too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write protocol: TCP, which an empty port means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the pod&apos;s port %2 in place of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1, which holds the same addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for kubernetes.io/metadata.name: %1, which the namespace has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean the pods of namespace %1 instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the other half too: %1 to %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one peer of both, so that both must hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one rule of both: these peers on these ports only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this rule, which changes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this peer, which changes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this port, which changes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove policy %1, which changes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: denied by default by %2, only what is drawn is admitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: open, but %2 denies part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: isolated, but a rule admits everyone; %2 denies part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default deny: %1, by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cluster-wide deny</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not admitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half open: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the policies admit nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leads to the Service %2, which is not in the open files. Open its file too, or mend the name; until then it leads nowhere here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 names the port %3 of the Service %2, which has no such port, so it leads nowhere. Name one of its ports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leads to the Service %2, which selects no pod of the open files. Open the workload&apos;s file too, or mend the Service&apos;s selector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 names the Service %2, and no ReferenceGrant in the namespace %3 lets it, so it leads nowhere. Add one there, or open its file too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hangs on the Gateway %2, which is not in the open files, so nobody can tell whether it leads anywhere. Open its file too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No listener of the Gateway %2 takes %1, so it leads nowhere there. Mend its section, port or host names, or the listener&apos;s allowedRoutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no program git. Install it, or compare with a file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>git cannot read the repository: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>git gave no answer within %1 seconds and was stopped. Try again, or compare with a file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The revision holds more than %1 bytes here. Open a smaller folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lies in no Git work tree. Compare with a file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 lie in different Git work trees. Compare the files of one of them, or with a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the open files is on disk, so there is no Git work tree. Save first, or compare with a file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no revision %1. Give a branch, a tag or a commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In revision %2 there are no manifests at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is neither a port nor the name of one on %2; the names there are: %3. Give the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder has no layout of its own, so places and notes were read from %1, kept beside single files (%2 in all). Saving the layout writes .drawbridge.json in the folder, and these stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no layout of its own, so places and notes were read from the folder&apos;s, %1. Saving the layout writes a file beside this one, and the folder&apos;s stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room for %1 between what you have placed, so it lies over %2. Move one of them away, or arrange everything anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2 is half open for %3: one end allows it, the other does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 admits everyone for %2 on every port, so what %3 restricts for the same pods is open. Keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 has a rule for %2 that changes nothing: rule %4 of policy %3 admits all of it to the same pods. Remove one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In policy %1 this peer changes nothing: peer %2 of the rule means all that it means. Remove one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 changes nothing: for the same pods %2 restricts and admits all that it does. Remove one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 leaves out %2, but policy %3 admits these addresses to the same pods. What is left out is not denied: narrow the other rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 admits the addresses %2, but Service %3 is a %4: pods may see the address of a node in place of the client&apos;s. Set externalTrafficPolicy: Local on the Service, and try it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 has a rule for %2 that never decides: rule %4 of policy %3 is asked first and decides all of it. Move it up, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 admits %2, the address of Service %3. Most network plugins judge the addresses of its pods: select the pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In policy %1 this port changes nothing: port %2 of the rule means all that it means. Remove one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In policy %1 a peer means pods with %2 in the selected namespaces, and none is there; such pods are in %3, the policy&apos;s own namespace. If either was meant, make the two selectors two items.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In policy %1 the peer %2 means pods of %3 alone, where none matches; such pods are in %4. Add a namespaceSelector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In policy %1 an empty port means every TCP port, not every port. Write protocol: TCP, or leave ports out for every protocol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 names no namespace, so that it goes to %2, where no workload is; those that are here are in %3. Write metadata.namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In policy %1 the named port %2 is no port of an address: only pods have names for ports. Write the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This fix would also change what %1 may send to %2. Change it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This policy lets nothing else enter or leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This policy lets nothing else leave. It does not restrict what enters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This policy lets nothing else enter. It does not restrict what leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2 %3 of %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No container of %1 names a %2 port %3: it matches nothing there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file says which port of %1 is called %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Service of type NodePort: each node lets in who comes to its port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Service of type LoadBalancer: it lets in who comes from outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a Gateway: it lets in who comes from outside, as its routes say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a controller lets in who comes from outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from outside to the pods: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its Gateway is not in the open files, so that nobody knows what it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the policies admit it from some addresses only, and the source address may be rewritten on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the policies admit it from some pods or addresses only, and nothing says which the controller has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed. It led here before: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leads here, and the policies admit %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it leads to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leads here, but the policies admit nothing: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leads here. Cannot tell %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 to %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing isolates it, but a cluster-wide policy denies part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in, no policy speaks of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out, no policy speaks of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods, also those that do not exist yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pod that does not exist yet could reach a service, or be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT IN THE OPEN FILES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Led to from outside by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WAY IN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pods that do not exist yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads there by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies that select %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>branch of another repository</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file or &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Git &amp;revision of the open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The open files are the o&amp;lder version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare With</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the open files with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>path of the file or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Git revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work tree %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what changes from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problems in %1: see the list.</source>
        <translation>
            <numerusform>%n problem in %1: see the list.</numerusform>
            <numerusform>%n problems in %1: see the list.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Differences: what was added, removed or changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you filled in is not kept. Discard it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep Editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare With…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap Ol&amp;d and New Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not in the open files: it cannot be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leads in from outside because an object of the files says so. Change it in the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expos&amp;ure to New Pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows for each service which pods that do not exist yet could reach it, and which it could reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exposure: %1 of %2 services could meet pods that do not exist yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exposure %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fi&amp;x Problem…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a problem in the list, or put the caret on one in the text, first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no safe fix for this problem; change it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not one port of all its pods, so it is written by number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is kept by name: it is port %2 there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would be allowed to send it, and %2 would admit it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 moved to make room. What you have placed stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a service, an arrow or a namespace first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pane&amp;ls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no number. Write it behind the name, as in %1 8080.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: drag it to its place on the canvas, or press Enter or click twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do Not Restrict Ingress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do Not Restrict Egress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other policies of these pods let more enter: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other policies of these pods let more leave: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ingress rule: nothing may enter these pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no egress rule: all egress of these pods is denied, DNS too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ingress rule: by this policy nothing may enter. Other policies admit more: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no egress rule: by this policy all egress is denied, DNS too. Other policies admit more: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comment above the removed rule stays in the text: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A container&apos;s ports open and close nothing: they say where it listens, and give ports the names that policies and Services can call them by. A Service&apos;s port leads to a port of the pods, which is the one that policies count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2 of these pods. It is written by its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2 as declared. It is written by its number, since no manifest names it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a Service&apos;s port, which is %2 of its pods. It is written by that number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services and Palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text and Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems and Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are many. Here %2 stands for them; choose another service to ask about that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The services of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no service here that could be asked about. Choose one of another namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pods of the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other service that could stand for every pod. Add one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Anyone” is everybody inside and outside of the cluster. Here the Internet is asked about in their place; choose a service to ask about pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a part of the Internet. Its addresses are told apart in the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 =&gt; %2, as Kubernetes documents it: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PATH is a file, a folder (recursive: .yaml, .yml, .json) or - for standard input:

  helm template CHART | drawbridge list -
  kubectl kustomize FOLDER | drawbridge list -
  kubectl get networkpolicies,pods,namespaces -A -o yaml | drawbridge list -

  -n NS         the namespace of documents that name none (default: default)
  --plugin NAME judge as this network plugin enforces policies: kubernetes
                (default), calico, cilium, antrea, ovn-kubernetes,
                kube-router, aws, azure-npm, gke-v2, flannel or none; with a
                version: cilium@1.15
  --keep-going  broken documents do not make the exit code 2

Exit codes: 0 done, nothing found; 1 findings; 2 wrong usage or unreadable
input; 3 refused or failed, and nothing was written.
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no version that can be read; write it as %2@1.16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no network plugin that is known; the names are %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judged as %1 enforces policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 has the range %2; whether %3 takes more than its first port is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether %1 enforces policies for SCTP is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether %1 enforces policies of kind %2, as %3, is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 names the port %2; %3 needs a Service that calls it the same, and no file has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unlike standard Kubernetes, which allows %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%4 does not look up the named port %2 of policy %1: every %3 port is open. Write its number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 needs a Service that calls the port %2 of policy %1 the same, and no file has one. Write its number, or give the Service&apos;s port this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%4 takes only the first port, %3, of the range %2 in policy %1, and says nothing. List the ports one by one, or use Cilium 1.17 or newer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether %3 enforces %2 of policy %1: that depends on its version or its settings. Try it in the cluster, or do without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether %2 enforces the SCTP ports of policy %1. Try it in the cluster; Cilium needs the setting sctp.enabled=true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With %3 the ipBlock %2 of policy %1 never matches pods, only what is outside. If pods are meant too, add a peer with namespaceSelector: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With this rule of policy %1 one peer has %2 ports of the same pods; %4 takes %3 at most. Allow fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service %1 has port %2 for pod port %3; with %4 both must be equal where policies restrict the pods. Give the Service port %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%3 does not enforce policies of kind %2: %1 does nothing. Say it by a NetworkPolicy in each namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged as %1, no policy is enforced: every connection is allowed, whatever policies say. Install a network plugin that enforces them, or judge as another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard Kubernetes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No plugin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged as %1: nothing is enforced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ipBlock never means pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ipBlock means pods too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of a range of ports only the first holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether ranges of ports hold is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a named port opens every port of its protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a named port needs a Service that calls it the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether SCTP is enforced is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no kind of cluster-wide policy is sure to be enforced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies are judged as Kubernetes documents them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judged as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judged as %1: no policy is enforced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged as %1 enforces policies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Judge As</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) unlike standard Kubernetes</source>
        <translation>
            <numerusform>%n connection unlike standard Kubernetes</numerusform>
            <numerusform>%n connections unlike standard Kubernetes</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Judge as the network plugin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Version of the plugin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not said: the newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version of the plugin cannot be read. Write it as 1.16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the name of a layout; give the output another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would change: what is allowed is the same as when the files were last read or saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was last read or &amp;saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was last read or saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pod groups left out: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connections not as Kubernetes documents them: %1; without --plugin they are listed as it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pod groups left out: %1; --groups lists them too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files without Kubernetes objects, left out: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that are Helm templates, left out: %1. Render them first: helm template CHART | drawbridge list -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symbolic links and submodules of revision %2, left out: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ingress denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>egress denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message>
        <source>only standard Kubernetes allows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot tell: no file says what port the name is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the picture, a report or the data to a file.

  -o FILE      its ending says the format; - is standard output
  --format F   svg, png, pdf, html, md, csv, json, drawio, mmd or dot
  --title TEXT the title (default: the name of the file or folder)
  --no-legend  leave out what lines and marks of the picture mean
  --compare P  mark what was added, removed or changed since the file or folder
               P
  --rev R      the same since a Git revision, or from one to another; see diff

html is one page with the picture, all connections, who is open, the
problems, and the SHA-256 of the files; md is the same without a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it held before is in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another file could not be saved with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are several objects %1, which say unlike things; which of them the cluster has is not known. Keep one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which pods policy %1 is for cannot be read. Mend its selector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every IPv4 address outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every IPv6 address outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the addresses %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new pods: in %1, out %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unlike standard Kubernetes, by which nobody can tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pods too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is allowed. Only standard Kubernetes allows %1, by a rule that the network plugin does not enforce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot tell: %1; no file says what port of %2 that is. Add its workload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document has more than %1 values. Split it into smaller ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Gateway %2 asks for labels of the namespace %3, which no file states, so nobody can tell whether it takes %1. Add its Namespace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leads to %2 on %3, but the policies there admit nobody who may come in. Allow it, or remove the way in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 asks for %2, and nothing here has that; there is %3. If that was meant, mend the selector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With %3, %2 in %1 means pods with such an address too, not only addresses outside the cluster. Leave the addresses of pods out with except if they are not meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not the name of a port: none of the ports there has a name. Give the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not the name of a port; the names there are: %2. Give one of these, or the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other pods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other policyTypes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other ingress rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other egress rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its Gateway asks for labels of the namespace %1, which no file states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8080, http 8080, UDP/53, or empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ports that it listens on are kept beside the files, and are offered where ports are asked for; they open nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the name of the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Internet: every address, with this network plugin those of pods too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow a &amp;Connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag from one service to another, or press C on one, to allow a connection. Esc ends drawing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses outside: no policy applies to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manifests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files or none are saved together: none was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ingress of %1 is denied by default already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Egress of %1 is denied by default already, and DNS is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not saved cannot be kept for a crash: %1. Save often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reco&amp;ver Unsaved Work…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no unsaved work to recover. Everything was saved or discarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored, and not written to the disk. Look at it, then save or undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open in another window of Drawbridge. Nothing is saved over what that one saves unless you say so; close one of them if you do not need both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name, as %1, is taken as the number that it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 may reach on %2 afterwards: 8080, UDP/53, 8000-8010, or all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8080, UDP/53, 8000-8010, or all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8080, UDP/53, 8000-8010, %1, or all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved; the disk has changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved; the file is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sketch that was never saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is what the disk holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layout, notes and declared ports would be restored too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was kept of unsaved work is damaged, so nothing of it is offered. It is left at %1; look into it with a text editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved work in %1 was kept by another version of Drawbridge, or cannot be read. It stays there; open it with that version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover Unsaved Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawbridge ended before this was saved. Restoring opens the files again and brings the changes back as one step that can be undone; nothing is written to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the text on disk to the unsaved one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unsaved work on %1 is nowhere else. Discard it for good?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connections not as Kubernetes documents them: more than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 changed of which nobody can tell the ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed of which nobody can tell the ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference in what the files tell. Which ports some names mean, no file says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %2 in place of %1, which opens what the rule then means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %2 in place of %1, which opens and closes what the policy then means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rule means pods with such addresses too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rule means every pod of the cluster too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed. Cannot tell before: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leads to %2 on %3, but the policies there admit nobody who may come in, unless it comes by the pod&apos;s own node, which is always let in. Allow it, or remove the way in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only standard Kubernetes allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file says what port %1 is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its ipBlock means %1 because %2 takes pods by their addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its ipBlock means %1 by the address that a file states.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API server would refuse this policy as it is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 has a rule for %2, and no file states which addresses that means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %2 in place of %1, which a cluster refuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the API server would refuse the policy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: manifests do not say which addresses %2 means. Lists pass it over; where it could decide, Explain says that nobody can tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no port: ports go from 1 to 65535. Correct the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1-%2 is no range: the first port is larger than the last. Write %2-%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no name of a port: that has lower case letters only. Write %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no name of a port: it has %2 characters, and 15 are the most. Write the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has to be a mapping: write key: value below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has to be a list: write a dash before each of its items.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has to be text: put it in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has to be a whole number: write it without quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has to be true or false, without quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has another type than it needs. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This peer names nobody. Give it a podSelector, a namespaceSelector or an ipBlock, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In and NotIn need values. Add them, or write Exists or DoesNotExist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The object has no name. Add metadata.name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty. Add an item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says nothing that counts. Write exactly one of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing. Add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>endPort ends a range that begins with a number, and port is a name. Write the number, or remove endPort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>endPort ends a range, and no port begins it. Add port, or remove endPort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range ends before it begins: endPort is smaller than port. Swap them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no name of a port: that has lower case letters, digits and hyphens. Write it so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is text, so it counts as the name of a port, and that needs a letter. Write a number without quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no name of a port: hyphens stand one by one between other characters. Remove the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no block of addresses. Write for example 10.9.8.0/24 or 2001:db8::/64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some number of %1 begins with a zero. Write it without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is an IPv4 address in the form of IPv6. Write it as IPv4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not lie inside the cidr, or is all of it. Correct it, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too long: it may have %2 characters. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no value of a label: that has letters, digits, hyphens, underscores and dots, and begins and ends with a letter or digit. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no key of a label: that is a name like app, perhaps behind a domain as in example.com/app. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no valid name: that has lower case letters, digits and hyphens, and begins and ends with a letter or digit. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no operator. Write In, NotIn, Exists or DoesNotExist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be %2. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One peer cannot have an ipBlock and a selector. Remove one of them; as two peers they mean either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exists and DoesNotExist take no values. Remove the values, or write In or NotIn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has more than one of %2. Keep one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not allowed here. Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be %2. Write one of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 entries, which is too many. Remove some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API server says: “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a colon or the blank behind it is missing, or the indent is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the indent fits nothing above, or a colon or a dash is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a dash stands where no list can be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tab indents; only blanks may</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bracket is not closed, or a comma is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bracket is closed that is not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quote is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text that begins so needs quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kubectl refuses a file with a YAML directive: %1. Remove the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API server would refuse the policy %1 as a whole: a cluster keeps what it had before. Here its other rules count as if the rest were mended, and what is refused admits nothing. Mend what its errors say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none; standard: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several services are called like %1. Write more of the name, or choose one from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a service, an address, or a namespace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where it leads to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ports that %1 listens on, as in 8080, http 8080, UDP/53 or 8000-8010. They are kept beside the files, and are offered where ports are asked for; they open nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declare Ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On Disk and in the Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the same on disk and in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: lines with - are on disk only, lines with + in the window only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changes are about different lines, so both can be taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take &amp;Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the changes of the disk into the text in the window, as one step that can be undone. Nothing is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reload from Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the text on disk, as one step that can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Overwrite the Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves the text in the window over the one on disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What both were made from is not known any more, so they cannot be put together. Take one of them, or copy what you need from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both changed the same lines, at line %1 in the window and line %2 on disk, so they cannot be put together. Take one of them, or copy what you need from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n namespace(s) folded or open</source>
        <translation>
            <numerusform>%n namespace folded or open</numerusform>
            <numerusform>%n namespaces folded or open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>declared ports of %n service(s)</source>
        <translation>
            <numerusform>declared ports of %n service</numerusform>
            <numerusform>declared ports of %n services</numerusform>
        </translation>
    </message>
    <message>
        <source>What differs on disk and in the window: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved the layout, notes and declared ports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Saved %n file(s).</source>
        <translation>
            <numerusform>Saved %n file.</numerusform>
            <numerusform>Saved %n files.</numerusform>
        </translation>
    </message>
    <message>
        <source>Layout not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places, folded namespaces, notes or declared ports are not as they were saved. Saving a file saves them too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No place, note or declared port differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are in the text now, and not saved. Look at it, then save or undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1 of %2 files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1 of %2 files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out who may connect to whom…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel Opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Escape cancels it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening was cancelled. Everything is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pairs behind it have different ports, so none are filled in: what you write holds for all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the API server would refuse it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pods count by their addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1. Escape cancels it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening what comes by standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds changes by others that the open text lacks, since you undid taking them in. Saving there takes them away. Redo first to keep them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In policy %1 the named port %2 is declared for %3 by none of the targets, so it admits nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In policy %1 the named port %2 is declared for %3 by none of the targets, so it admits nothing. Did you mean %4?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every IPv4 and IPv6 address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ports of the Service…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving was cancelled. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting the new files into place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving %1 of %2 files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <comment>kinds of new pods</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <comment>kinds of new pods</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n namespace(s)</source>
        <translation>
            <numerusform>%n namespace</numerusform>
            <numerusform>%n namespaces</numerusform>
        </translation>
    </message>
    <message>
        <source>The Internet comes by the context menu of a service: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is known by its labels alone, and a policy needs the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the service that is watched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bringing the diagram up to date…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No longer shown on its own, because no other NetworkPolicy picks just these pods: %1. What exactly they may reach, and who may reach them, can then not be told here.</source>
        <translation>
            <numerusform>No longer shown on its own, because no other NetworkPolicy picks just these pods: %1. What exactly they may reach, and who may reach them, can then not be told here.</numerusform>
            <numerusform>No longer shown on their own, because no other NetworkPolicy picks just these pods: %1. What exactly they may reach, and who may reach them, can then not be told here.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has to be one value, and what stands there is a mapping or a list. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: unknown field. kubectl refuses it; correct its name or its indent, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is for %1, and no file states whether that means %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the pods that rules name…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ingress: cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>egress: cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cannot tell, since a policy&apos;s podSelector cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>admits everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy behind it, for ingress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy behind it, for egress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone from the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no longer on disk, or cannot be read. Its text is only here: write it again, or save it under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write It Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no subcommand, and there is no display for a window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read on with: drawbridge help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leads to the Service %2, which selects no pods: its addresses are written by hand, and nobody can tell here where they lead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leads to the port %3 of the pods of the Service %2, which none of them has by that name, so it leads nowhere. Mend the Service&apos;s targetPort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leads to %2 on %3, but the policies there admit certain pods alone, and nothing says that the controller is one of them. Lists leave this connection out; allow the controller&apos;s namespace if it is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In policy %1 the named port %2 is declared by none of the targets, so the rule decides nothing by it. Check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In policy %1 the named port %2 is declared by none of the targets, so the rule decides nothing by it. Did you mean %3?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 names no port of the Service %2, so it leads nowhere. Name one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leads to the Service %2, which is another name for a host elsewhere (ExternalName): no pod is behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leads to the port %3 of the pods of the Service %2, which none of them declares. Lists leave this connection out; declare it as a containerPort, or mend the Service&apos;s targetPort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This %1 cannot be decoded, so it is not used: lists and picture are without it. Correct what is wrong in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 cannot be decoded, so it is not used: lists and picture are without it. Correct what is wrong in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no apiVersion, so kubectl refuses it. Here it counts all the same. Write apiVersion: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workloads are here, but no network policy that is judged, so every connection between them is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither a workload nor a network policy is here, so there is nothing to judge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connections that depend on missing facts are not in the list: there are too many; drawbridge explain tells each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 asks for the label %2, which each pod of %3 gets as it is made; no file states its values. Add the pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 means the addresses %2. With %3 these may be pods, and no file states the addresses of all pods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The merge key &lt;&lt; is merged as kubectl does it; not every tool does, and what it merges cannot be edited here. Write the keys out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory. Give fewer files at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not restored. It is kept, and “Recover Unsaved Work” offers it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is new in the folder, and is open now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are new in the folder, and are open now.</source>
        <translation>
            <numerusform>%n file is new in the folder, and is open now.</numerusform>
            <numerusform>%n files are new in the folder, and are open now.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keeping it for a crash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open already, as another file. Nothing was written: give another name, or change the file where it is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In policy %1 comments are about what would move to a rule of its own, where they would be lost or stand at something else. Make the change in the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rules part these addresses into ranges with %1 answers, more than the %2 that are told: ask about fewer addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture would have %1 services, addresses and arrows, more than %2; give fewer files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture would have %1 services, addresses and arrows, more than %2. Open fewer files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rules would stand at arrows more than %1 times; give fewer files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the list would have more than %1 lines or %2 ranges of ports, or tell of more than %3 workloads; give fewer files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list would have more than %1 lines or %2 ranges of ports, or tell of more than %3 workloads. Open fewer files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 was not compared with all others in %2, which are too many and too much alike: what changes nothing is not all told. Check fewer files at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrows would stand for more than %1 pairs of services; give fewer files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all problems that can be mended have fixes here (%1 have): to plan all would take too long. Mend some and run it again, or check fewer files at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This change concerns so many services, rules or bytes that nothing was planned: it would take too long. Do it in the text, or open fewer files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are too many pairs behind it to look at each: more may be allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many pairs behind this arrow to look at each: more may be allowed than is said here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No two services are known between %1 and %2, so that no edit could be checked. Add what runs there, or change the policy in the text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
