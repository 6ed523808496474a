<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Drawbridge</name>
    <message>
        <source>%1 nodes, %2 connections, %3 namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>namespace %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folded</source>
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
        <source>%1 is not in this version yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the subcommand %1 is not in this version yet</source>
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
        <source>the formats are svg, png, pdf, dot, csv and json</source>
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
        <source>Lists every allowed connection.

  -o FORMAT    txt (default), json or csv
  --groups     list pod groups beside workloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists problems: id, place and remedy. Exits with 1 if there is one.

  -o FORMAT    txt (default) or json
  --fail-on S  exit with 1 only from this severity on (default: hint)</source>
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
        <source>Writes the picture or the list to a file.

  -o FILE      its ending says the format
  --format F   svg, png, pdf, dot, csv or json</source>
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
        <source>the formats are txt, json and csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pod groups are left out; --groups lists them too</source>
        <translation>
            <numerusform>%n pod group is left out; --groups lists it too</numerusform>
            <numerusform>%n pod groups are left out; --groups lists them too</numerusform>
        </translation>
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
        <source>unknown reason</source>
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
        <source>%1 is allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is half open: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cannot tell</source>
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
        <source>The merge key &lt;&lt; is not merged by kubectl. Write the keys out.</source>
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
        <source>%1: unknown field. kubectl refuses it; correct its name or its indent.</source>
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
        <source>%1 of %2 is present, but not judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API server would refuse %1; what is refused admits nothing here.</source>
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
        <source>%1 files hold no Kubernetes objects and are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than %1 files. Give a smaller folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files are Helm templates and are left out. Render them first: helm template CHART | drawbridge list -</source>
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
        <source>In policy %1 the named port %2 is declared by none of the targets, so it admits nothing.</source>
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
        <source>%1 to %2 is half open: one end allows it, the other does not.</source>
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
        <source>Policy %1 admits everyone for %2 on every port.</source>
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
        <source>%1 → %2: %3 becomes %4</source>
        <translation type="unfinished"></translation>
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
        <source>Allow a connection</source>
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
        <source>8080, UDP/53, 8000-8010, or all</source>
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
        <source>Anyone means the Internet and every pod of the cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internet means addresses outside; pods of the cluster are not meant.</source>
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
        <source>E&amp;xport Picture…</source>
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
        <source>&amp;Delete</source>
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
        <source>Go to &amp;Canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to &amp;Text</source>
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
        <source>As the &amp;Desktop</source>
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
        <source>&amp;Connect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Draw Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deny &amp;Ingress by Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deny &amp;Egress by Default…</source>
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
        <source>A service is removed in the text: delete its policy there. Arrows can be deleted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the service in %1:</source>
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
        <source>Without DNS no service can find another by name. Allow DNS to kube-dns too?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deny by Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cuts:</source>
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
        <source>There are changes that are not saved.</source>
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
        <source>Export Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG (*.svg);;PNG (*.png);;PDF (*.pdf);;Graphviz (*.dot)</source>
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
        <source>Accept All of These</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tr</name>
    <message>
        <source>PATH is a file, a folder (recursive: .yaml, .yml, .json) or - for standard input.

  -n NS         the namespace of documents that name none (default: default)
  --plugin NAME the network plugin to judge as: kubernetes
  --keep-going  broken documents do not make the exit code 2

Exit codes: 0 done, nothing found; 1 findings; 2 wrong usage or unreadable
input; 3 refused or failed, and nothing was written.
</source>
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
</context>
</TS>
