<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Tr</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>namespace %1</source>
        <translation>Namespace %1</translation>
    </message>
    <message>
        <source>in namespace %1</source>
        <translation>im Namespace %1</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>half open: only one end allows it</source>
        <translation>halb offen: nur ein Ende erlaubt es</translation>
    </message>
    <message>
        <source>namespace that denies by default</source>
        <translation>Namespace, der standardmäßig sperrt</translation>
    </message>
    <message>
        <source>namespace with some services isolated</source>
        <translation>Namespace mit teils isolierten Diensten</translation>
    </message>
    <message>
        <source>open namespace: nothing isolates it</source>
        <translation>offener Namespace: nicht isoliert</translation>
    </message>
    <message>
        <source>isolated: only what is drawn gets through</source>
        <translation>isoliert: nur Gezeichnetes kommt durch</translation>
    </message>
    <message>
        <source>not isolated, or open to everyone</source>
        <translation>nicht isoliert oder offen für alle</translation>
    </message>
    <message>
        <source>pods like this: only a selector names them</source>
        <translation>Pods dieser Art: nur ein Selektor nennt sie</translation>
    </message>
    <message>
        <source>belongs to nothing that is drawn</source>
        <translation>gehört zu nichts Gezeichnetem</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Minimap</source>
        <translation>Minikarte</translation>
    </message>
    <message>
        <source>unknown option %1</source>
        <translation>unbekannte Option %1</translation>
    </message>
    <message>
        <source>%1 needs a value</source>
        <translation>%1 braucht einen Wert</translation>
    </message>
    <message>
        <source>Read on with: drawbridge help %1</source>
        <translation>Weiterlesen mit: drawbridge help %1</translation>
    </message>
    <message>
        <source>--port all leaves no room for other ports</source>
        <translation>--port all lässt keinen Raum für weitere Ports</translation>
    </message>
    <message>
        <source>a source, a target and a file are needed</source>
        <translation>Quelle, Ziel und eine Datei sind nötig</translation>
    </message>
    <message>
        <source>say which ports: --port TCP/8080 or all</source>
        <translation>Ports angeben: --port TCP/8080 oder all</translation>
    </message>
    <message>
        <source>also changes:</source>
        <translation>ändert auch:</translation>
    </message>
    <message>
        <source>a namespace and a file are needed</source>
        <translation>ein Namespace und eine Datei sind nötig</translation>
    </message>
    <message>
        <source>--dns goes with --egress</source>
        <translation>--dns gehört zu --egress</translation>
    </message>
    <message>
        <source>this cuts:</source>
        <translation>dies trennt:</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>say where to write: -o FILE</source>
        <translation>Ausgabedatei angeben: -o FILE</translation>
    </message>
    <message>
        <source>the formats are %1</source>
        <translation>die Formate sind %1</translation>
    </message>
    <message>
        <source>%1 is one of the files to be read</source>
        <translation>%1 ist eine der Dateien, die gelesen werden</translation>
    </message>
    <message>
        <source>the picture could not be drawn</source>
        <translation>das Bild konnte nicht gezeichnet werden</translation>
    </message>
    <message>
        <source>Writes a sketch: default deny, then one isolated policy a service.

  -n NS        its namespace (default: default)
  --egress     deny egress too, and allow DNS
  --label KEY  the label that names a service (default: app)
  -o FILE      write FILE, and the ports into FILE.drawbridge.json</source>
        <translation>Schreibt eine Skizze: alles standardmäßig gesperrt, dann je Dienst eine
eigene Policy.

  -n NS        ihr Namespace (Vorgabe: default)
  --egress     auch Egress sperren und DNS erlauben
  --label KEY  das Label, das einen Dienst benennt (Vorgabe: app)
  -o FILE      FILE schreiben, die Ports in FILE.drawbridge.json</translation>
    </message>
    <message>
        <source>Lets SRC connect to DST, and changes nothing else.

  --port P     TCP/8080, UDP/53, TCP/8000-8010 or all; may be repeated
  -w           save; without it a diff is printed
  --also       go on where connections of others would change too

SRC and DST: namespace/name, a name that is unique, an address or CIDR,
internet, anyone, or namespace:NS.</source>
        <translation>Erlaubt SRC Verbindungen zu DST und ändert sonst nichts.

  --port P     TCP/8080, UDP/53, TCP/8000-8010 oder all; mehrfach möglich
  -w           speichern; ohne dies wird ein Diff ausgegeben
  --also       fortfahren, auch wenn sich andere Verbindungen ändern

SRC und DST: namespace/name, ein eindeutiger Name, eine Adresse oder CIDR,
internet, anyone oder namespace:NS.</translation>
    </message>
    <message>
        <source>Takes connections from SRC to DST away, and changes nothing else.

  --port P     only these ports; may be repeated
  -w           save; without it a diff is printed
  --also       go on where connections of others would change too</source>
        <translation>Entzieht Verbindungen von SRC zu DST und ändert sonst nichts.

  --port P     nur diese Ports; mehrfach möglich
  -w           speichern; ohne dies wird ein Diff ausgegeben
  --also       fortfahren, auch wenn sich andere Verbindungen ändern</translation>
    </message>
    <message>
        <source>Writes the default-deny baseline of a namespace where it is missing, and
says which connections that cuts.

  --egress     egress too
  --dns        with --egress: allow DNS
  -w           save; without it a diff is printed</source>
        <translation>Schreibt die Policies, die einen Namespace standardmäßig sperren, wo sie
fehlen, und nennt die Verbindungen, die das trennt.

  --egress     auch Egress
  --dns        mit --egress: DNS erlauben
  -w           speichern; ohne dies wird ein Diff ausgegeben</translation>
    </message>
    <message>
        <source>Prints this.</source>
        <translation>Gibt dies aus.</translation>
    </message>
    <message>
        <source>Drawbridge designs Kubernetes NetworkPolicies.

</source>
        <translation>Drawbridge entwirft NetworkPolicies für Kubernetes.

</translation>
    </message>
    <message>
        <source>there is no subcommand %1</source>
        <translation>es gibt keinen Unterbefehl %1</translation>
    </message>
    <message>
        <source>one subcommand at a time</source>
        <translation>nur ein Unterbefehl auf einmal</translation>
    </message>
    <message>
        <source>the formats are txt and json</source>
        <translation>die Formate sind txt und json</translation>
    </message>
    <message>
        <source>--fail-on takes error, warning or hint</source>
        <translation>--fail-on nimmt error, warning oder hint</translation>
    </message>
    <message>
        <source>the formats are txt, json, csv, md and dot</source>
        <translation>die Formate sind txt, json, csv, md und dot</translation>
    </message>
    <message>
        <source>%1 is no label key: %2</source>
        <translation>%1 ist kein Label-Schlüssel: %2</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>cannot save what was read from standard input; leave -w out</source>
        <translation>von der Standardeingabe Gelesenes kann nicht gespeichert werden; -w weglassen</translation>
    </message>
    <message>
        <source>%1 is no name of a namespace</source>
        <translation>%1 ist kein Name eines Namespace</translation>
    </message>
    <message>
        <source>no file or folder was given</source>
        <translation>keine Datei und kein Ordner angegeben</translation>
    </message>
    <message>
        <source>cannot write to standard output</source>
        <translation>Schreiben auf die Standardausgabe nicht möglich</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Anordnen</translation>
    </message>
    <message>
        <source>Reload from disk</source>
        <translation>Vom Datenträger laden</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>it is too large; at most %1 bytes are read</source>
        <translation>zu groß; höchstens %1 Bytes werden gelesen</translation>
    </message>
    <message>
        <source>it lies more than %1 folders deep</source>
        <translation>mehr als %1 Ordner tief</translation>
    </message>
    <message>
        <source>the disk holds other bytes</source>
        <translation>auf dem Datenträger stehen andere Bytes</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>ingress open</source>
        <translation>Ingress offen</translation>
    </message>
    <message>
        <source>egress open</source>
        <translation>Egress offen</translation>
    </message>
    <message>
        <source>ingress isolated</source>
        <translation>Ingress isoliert</translation>
    </message>
    <message>
        <source>egress isolated</source>
        <translation>Egress isoliert</translation>
    </message>
    <message>
        <source>ingress admits everyone</source>
        <translation>Ingress lässt alle zu</translation>
    </message>
    <message>
        <source>egress admits everyone</source>
        <translation>Egress lässt alle zu</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <source>isolated</source>
        <translation>isoliert</translation>
    </message>
    <message>
        <source>service %1</source>
        <translation>Dienst %1</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>everyone outside</source>
        <translation>alle außerhalb</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>1 connection added</source>
        <translation>1 Verbindung hinzugefügt</translation>
    </message>
    <message>
        <source>%1 connections added</source>
        <translation>%1 Verbindungen hinzugefügt</translation>
    </message>
    <message>
        <source>1 connection removed</source>
        <translation>1 Verbindung entfernt</translation>
    </message>
    <message>
        <source>%1 connections removed</source>
        <translation>%1 Verbindungen entfernt</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>1 connection changed</source>
        <translation>1 Verbindung geändert</translation>
    </message>
    <message>
        <source>%1 connections changed</source>
        <translation>%1 Verbindungen geändert</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>no connection added or removed</source>
        <translation>keine Verbindung hinzugefügt oder entfernt</translation>
    </message>
    <message>
        <source>There are too many pairs to judge them all.</source>
        <translation>Es sind zu viele Paare, um alle zu beurteilen.</translation>
    </message>
    <message>
        <source>1 service isolated</source>
        <translation>1 Dienst isoliert</translation>
    </message>
    <message>
        <source>%1 services isolated</source>
        <translation>%1 Dienste isoliert</translation>
    </message>
    <message>
        <source>1 service opened</source>
        <translation>1 Dienst geöffnet</translation>
    </message>
    <message>
        <source>%1 services opened</source>
        <translation>%1 Dienste geöffnet</translation>
    </message>
    <message>
        <source>more is allowed without an arrow</source>
        <translation>ohne Pfeil ist mehr erlaubt</translation>
    </message>
    <message>
        <source>no service opened</source>
        <translation>kein Dienst geöffnet</translation>
    </message>
    <message>
        <source>there are too many pairs to judge them all</source>
        <translation>es sind zu viele Paare, um alle zu beurteilen</translation>
    </message>
    <message>
        <source>ingress</source>
        <translation>Ingress</translation>
    </message>
    <message>
        <source>egress</source>
        <translation>Egress</translation>
    </message>
    <message>
        <source>%1: nothing isolates it</source>
        <translation>%1: nicht isoliert</translation>
    </message>
    <message>
        <source>%1: isolated, only what is drawn is admitted</source>
        <translation>%1: isoliert, nur Gezeichnetes ist erlaubt</translation>
    </message>
    <message>
        <source>%1: isolated, but a rule admits everyone</source>
        <translation>%1: isoliert, aber eine Regel lässt alle zu</translation>
    </message>
    <message>
        <source>its text cannot be read</source>
        <translation>der Text ist nicht lesbar</translation>
    </message>
    <message>
        <source>host network</source>
        <translation>Host-Netz</translation>
    </message>
    <message>
        <source>every address outside the cluster</source>
        <translation>jede Adresse außerhalb des Clusters</translation>
    </message>
    <message>
        <source>addresses outside the cluster</source>
        <translation>Adressen außerhalb des Clusters</translation>
    </message>
    <message>
        <source>every pod of the cluster</source>
        <translation>jeder Pod des Clusters</translation>
    </message>
    <message>
        <source>everyone, in the cluster and outside</source>
        <translation>alle, im Cluster und außerhalb</translation>
    </message>
    <message>
        <source>pods like this: nothing here backs the selector</source>
        <translation>Pods dieser Art: der Selektor passt hier auf nichts</translation>
    </message>
    <message>
        <source>Internet</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Every pod</source>
        <translation>Jeder Pod</translation>
    </message>
    <message>
        <source>ports: %1</source>
        <translation>Ports: %1</translation>
    </message>
    <message>
        <source>uses the host network: policies may not hold</source>
        <translation>nutzt das Host-Netzwerk: Policies greifen evtl. nicht</translation>
    </message>
    <message>
        <source>its text cannot be read at present: this is its last good state</source>
        <translation>der Text ist zurzeit nicht lesbar: dies ist der letzte gültige Stand</translation>
    </message>
    <message>
        <source>chosen by an expression: cannot be drawn to</source>
        <translation>durch einen Ausdruck gewählt: nicht als Pfeilende nutzbar</translation>
    </message>
    <message>
        <source>default deny: %1</source>
        <translation>standardmäßig gesperrt: %1</translation>
    </message>
    <message>
        <source>%1: all isolated, a new one would be open</source>
        <translation>%1: alle isoliert, ein neuer wäre offen</translation>
    </message>
    <message>
        <source>%1: %2 of %3 isolated</source>
        <translation>%1: %2 von %3 isoliert</translation>
    </message>
    <message>
        <source>default deny: ingress, egress</source>
        <translation>standardmäßig gesperrt: Ingress, Egress</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>all isolated</source>
        <translation>alle isoliert</translation>
    </message>
    <message>
        <source>some isolated</source>
        <translation>teils isoliert</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>war %1</translation>
    </message>
    <message>
        <source>1 service</source>
        <translation>1 Dienst</translation>
    </message>
    <message>
        <source>%1 services</source>
        <translation>%1 Dienste</translation>
    </message>
    <message>
        <source> (no namespace given)</source>
        <translation> (kein Namespace angegeben)</translation>
    </message>
    <message>
        <source>default deny</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>%1 of %2 isolated</source>
        <translation>%1 von %2 isoliert</translation>
    </message>
    <message>
        <source>half open</source>
        <translation>halb offen</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>unklar</translation>
    </message>
    <message>
        <source>varies</source>
        <translation>uneinheitlich</translation>
    </message>
    <message>
        <source>%1 may not send it</source>
        <translation>Egress bei %1 nicht erlaubt</translation>
    </message>
    <message>
        <source>%1 does not admit it</source>
        <translation>Ingress bei %1 nicht erlaubt</translation>
    </message>
    <message>
        <source>not the same for every pair behind it</source>
        <translation>nicht für jedes Paar dahinter gleich</translation>
    </message>
    <message>
        <source>note %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>some of its documents name no namespace</source>
        <translation>manche seiner Dokumente nennen keinen Namespace</translation>
    </message>
    <message>
        <source>%1, %2 rule %3</source>
        <translation>%1, %2-Regel %3</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>The file has %1 bytes; the limit is %2. Split it into smaller files.</source>
        <translation>Die Datei hat %1 Bytes; die Grenze ist %2. In kleinere Dateien aufteilen.</translation>
    </message>
    <message>
        <source>The document has %1 bytes; the limit is %2. Split it with ---.</source>
        <translation>Das Dokument hat %1 Bytes; die Grenze ist %2. Mit --- aufteilen.</translation>
    </message>
    <message>
        <source>The file has more than %1 documents. Split it into smaller files.</source>
        <translation>Die Datei hat mehr als %1 Dokumente. In kleinere Dateien aufteilen.</translation>
    </message>
    <message>
        <source>The document has more than %1 entries in brackets. Split it with ---.</source>
        <translation>Das Dokument hat mehr als %1 Einträge in Klammern. Mit --- aufteilen.</translation>
    </message>
    <message>
        <source>The text is nested deeper than %1 levels. Kubernetes objects never are; look for an unclosed bracket.</source>
        <translation>Der Text ist tiefer als %1 Ebenen verschachtelt. Kubernetes-Objekte sind das nie; nach einer offenen Klammer suchen.</translation>
    </message>
    <message>
        <source>The byte %1 is not UTF-8. Save the file as UTF-8.</source>
        <translation>Das Byte %1 ist kein UTF-8. Die Datei als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>The control character %1 is not allowed in YAML. Remove it.</source>
        <translation>Das Steuerzeichen %1 ist in YAML nicht erlaubt. Das Zeichen entfernen.</translation>
    </message>
    <message>
        <source>A byte order mark stands inside the text. Remove it.</source>
        <translation>Mitten im Text steht eine Byte-Reihenfolge-Marke (BOM). Die Marke entfernen.</translation>
    </message>
    <message>
        <source>A carriage return stands without a line feed. Use LF or CRLF line ends.</source>
        <translation>Ein Wagenrücklauf steht ohne Zeilenvorschub. LF oder CRLF als Zeilenende verwenden.</translation>
    </message>
    <message>
        <source>The file is UTF-16 or UTF-32. Save it as UTF-8.</source>
        <translation>Die Datei ist UTF-16 oder UTF-32. Als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>kubectl starts a new document at this line and drops its rest, YAML does not: %1. Put --- on a line of its own.</source>
        <translation>kubectl beginnt in dieser Zeile ein neues Dokument und verwirft ihren Rest, YAML nicht: %1. --- in eine eigene Zeile setzen.</translation>
    </message>
    <message>
        <source>The YAML cannot be read: %1. Correct it; the other documents are used.</source>
        <translation>Das YAML ist nicht lesbar: %1. Den Fehler beheben; die anderen Dokumente werden verwendet.</translation>
    </message>
    <message>
        <source>There is text after the end of the document. Remove it, or put --- before it.</source>
        <translation>Nach dem Ende des Dokuments steht noch Text. Den Text entfernen oder --- davor setzen.</translation>
    </message>
    <message>
        <source>The alias *%1 has no anchor. Define &amp;%1 before it.</source>
        <translation>Der Alias *%1 hat keinen Anker. Vorher &amp;%1 definieren.</translation>
    </message>
    <message>
        <source>The alias *%1 contains itself. Write its value out.</source>
        <translation>Der Alias *%1 enthält sich selbst. Seinen Wert ausschreiben.</translation>
    </message>
    <message>
        <source>The aliases stand for more than %1 values. Write the values out.</source>
        <translation>Die Aliasse stehen für mehr als %1 Werte. Die Werte ausschreiben.</translation>
    </message>
    <message>
        <source>The key %1 is there twice. Remove one; it is open which would count.</source>
        <translation>Der Schlüssel %1 kommt zweimal vor. Einen entfernen; welcher gälte, ist offen.</translation>
    </message>
    <message>
        <source>This document can be edited as text only: its layout is too unusual to be changed safely from the canvas.</source>
        <translation>Dieses Dokument lässt sich nur als Text bearbeiten: Sein Aufbau ist zu ungewöhnlich, um es sicher von der Zeichenfläche aus zu ändern.</translation>
    </message>
    <message>
        <source>The JSON cannot be read: %1. Correct it.</source>
        <translation>Das JSON ist nicht lesbar: %1. Den Fehler beheben.</translation>
    </message>
    <message>
        <source>There is text after the end of the JSON value. Remove it.</source>
        <translation>Nach dem Ende des JSON-Werts steht noch Text. Den Text entfernen.</translation>
    </message>
    <message>
        <source>The change could not be written without touching other text, so nothing was changed. Make it in the text.</source>
        <translation>Die Änderung ließ sich nicht schreiben, ohne anderen Text zu berühren; nichts wurde geändert. Im Text ändern.</translation>
    </message>
    <message>
        <source>Cannot make the change. It lies in text shared through the anchor or alias %1; write its value there.</source>
        <translation>Die Änderung ist nicht möglich. Der Text gilt über den Anker oder Alias %1 mehrfach; den Wert dort ausschreiben.</translation>
    </message>
    <message>
        <source>Cannot make the change. The document in %1 can be edited as text only.</source>
        <translation>Die Änderung ist nicht möglich. Das Dokument in %1 lässt sich nur als Text bearbeiten.</translation>
    </message>
    <message>
        <source>Cannot make the change. A document in %1 cannot be read at present; correct it first.</source>
        <translation>Die Änderung ist nicht möglich. Ein Dokument in %1 ist zurzeit nicht lesbar; zuerst berichtigen.</translation>
    </message>
    <message>
        <source>This document is no Kubernetes object: it has no kind.</source>
        <translation>Dieses Dokument ist kein Kubernetes-Objekt: kind fehlt.</translation>
    </message>
    <message>
        <source>%1: %2 has bits set beyond the prefix; newer clusters refuse it. Write %3.</source>
        <translation>%1: %2 hat Bits jenseits des Präfixes; neuere Cluster weisen das ab. %3 schreiben.</translation>
    </message>
    <message>
        <source>%1: %2 is not in canonical form. Write %3.</source>
        <translation>%1: %2 ist nicht in Normalform. %3 schreiben.</translation>
    </message>
    <message>
        <source>%1: kubectl reads %2 as a truth value, not as text. Put it in quotes.</source>
        <translation>%1: kubectl liest %2 als Wahrheitswert, nicht als Text. In Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>%1: kubectl reads %2 as the number %3. Write that number.</source>
        <translation>%1: kubectl liest %2 als die Zahl %3. Diese Zahl schreiben.</translation>
    </message>
    <message>
        <source>%1 %2 is there twice, with different content. Remove one; the last one in path order is shown.</source>
        <translation>%1 %2 kommt zweimal vor, mit verschiedenem Inhalt. Eins entfernen; gezeigt wird das letzte in der Reihenfolge der Pfade.</translation>
    </message>
    <message>
        <source>%1 %2 is there twice, with equal content.</source>
        <translation>%1 %2 kommt zweimal vor, mit gleichem Inhalt.</translation>
    </message>
    <message>
        <source>%1 of %2 is present, but not judged. Objects of this kind: %3.</source>
        <translation>%1 von %2 ist vorhanden, wird aber nicht beurteilt. Objekte dieser Art: %3.</translation>
    </message>
    <message>
        <source>There is no file or folder %1. Check the path.</source>
        <translation>Es gibt keine Datei und keinen Ordner %1. Den Pfad prüfen.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>%1 is no regular file. Give a file or a folder.</source>
        <translation>%1 ist keine gewöhnliche Datei. Eine Datei oder einen Ordner angeben.</translation>
    </message>
    <message>
        <source>There is no .yaml, .yml or .json file in %1. Give a folder that holds manifests.</source>
        <translation>In %1 gibt es keine Datei mit .yaml, .yml oder .json. Einen Ordner mit Manifesten angeben.</translation>
    </message>
    <message>
        <source>Files without Kubernetes objects, left out: %1.</source>
        <translation>Ausgelassene Dateien ohne Kubernetes-Objekte: %1.</translation>
    </message>
    <message>
        <source>There are more than %1 files. Give a smaller folder.</source>
        <translation>Es sind mehr als %1 Dateien. Einen kleineren Ordner angeben.</translation>
    </message>
    <message>
        <source>Files that are Helm templates, left out: %1. Render them first: helm template CHART | drawbridge list -</source>
        <translation>Ausgelassene Dateien mit Helm-Vorlagen: %1. Zuerst rendern: helm template CHART | drawbridge list -</translation>
    </message>
    <message>
        <source>%1 is a Helm chart. To see what it installs, render it: helm template %2 | drawbridge -</source>
        <translation>%1 ist ein Helm-Chart. Um zu sehen, was es installiert, rendern: helm template %2 | drawbridge -</translation>
    </message>
    <message>
        <source>%1 holds a kustomization; its files are read without what that changes. To see the result, render it: kubectl kustomize %2 | drawbridge -</source>
        <translation>%1 enthält eine Kustomization; ihre Dateien werden ohne deren Änderungen gelesen. Um das Ergebnis zu sehen, rendern: kubectl kustomize %2 | drawbridge -</translation>
    </message>
    <message>
        <source>There is no service called %1. Known are: %2.</source>
        <translation>Es gibt keinen Dienst namens %1. Bekannt sind: %2.</translation>
    </message>
    <message>
        <source>The name %1 fits several services. Say which one: %2.</source>
        <translation>Der Name %1 passt auf mehrere Dienste. Angeben, welcher gemeint ist: %2.</translation>
    </message>
    <message>
        <source>%1 is no valid name. Use lower case letters, digits and hyphens, at most 63 (%2).</source>
        <translation>%1 ist kein gültiger Name. Kleinbuchstaben, Ziffern und Bindestriche verwenden, höchstens 63 (%2).</translation>
    </message>
    <message>
        <source>%1 is no port. Write for example TCP/8080, UDP/53, TCP/8000-8010 or all.</source>
        <translation>%1 ist kein Port. Zum Beispiel TCP/8080, UDP/53, TCP/8000-8010 oder all schreiben.</translation>
    </message>
    <message>
        <source>%1 is no address. Write for example 10.0.0.0/8.</source>
        <translation>%1 ist keine Adresse. Zum Beispiel 10.0.0.0/8 schreiben.</translation>
    </message>
    <message>
        <source>%1 is no selector. Write app=web, tier in (a, b), !old, or * for all.</source>
        <translation>%1 ist kein Selektor. app=web, tier in (a, b), !old oder * für alle schreiben.</translation>
    </message>
    <message>
        <source>%1 always reaches itself; no policy can forbid it.</source>
        <translation>%1 erreicht sich immer selbst; keine Policy kann das verbieten.</translation>
    </message>
    <message>
        <source>%1 and %2 both lie outside the cluster. Choose a service as one end.</source>
        <translation>%1 und %2 liegen beide außerhalb des Clusters. Einen Dienst als ein Ende wählen.</translation>
    </message>
    <message>
        <source>%1 may already connect to %2 on these ports.</source>
        <translation>Die Verbindung von %1 zu %2 ist auf diesen Ports schon erlaubt.</translation>
    </message>
    <message>
        <source>%1 is already open to everyone: no policy isolates it. Isolate it first to keep only what you choose.</source>
        <translation>%1 ist schon für alle offen: Keine Policy sorgt für Isolierung. Zuerst isolieren, damit nur Gewähltes bleibt.</translation>
    </message>
    <message>
        <source>%1 is already isolated by default.</source>
        <translation>%1 ist schon standardmäßig isoliert.</translation>
    </message>
    <message>
        <source>%1 may not connect to %2 on these ports anyway.</source>
        <translation>Die Verbindung von %1 zu %2 ist auf diesen Ports ohnehin nicht erlaubt.</translation>
    </message>
    <message>
        <source>Nothing isolates %1, so there is no rule to take away. Isolate it, then allow what it needs.</source>
        <translation>%1 ist nicht isoliert, daher gibt es keine Regel zu entziehen. Isolieren, dann das Nötige erlauben.</translation>
    </message>
    <message>
        <source>A rule of policy %1 admits more than this connection (%2). Change that rule in the text, or revoke what it names.</source>
        <translation>Eine Regel der Policy %1 erlaubt mehr als diese Verbindung (%2). Die Regel im Text ändern oder entziehen, was sie nennt.</translation>
    </message>
    <message>
        <source>Other connections would change too: %1. Accept that with --also.</source>
        <translation>Auch andere Verbindungen würden sich ändern: %1. Mit --also hinnehmen.</translation>
    </message>
    <message>
        <source>The labels of %1 also pick %2. Give it a label of its own.</source>
        <translation>Die Labels von %1 passen auch auf %2. Ein eigenes Label vergeben.</translation>
    </message>
    <message>
        <source>No plain labels name %1 (%2). Give it a label of its own.</source>
        <translation>Keine einfachen Labels benennen %1 (%2). Ein eigenes Label vergeben.</translation>
    </message>
    <message>
        <source>The service %1 is already there. Choose another name.</source>
        <translation>Den Dienst %1 gibt es schon. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The pods of %2 do not all give the name %1 to one port. Give the number.</source>
        <translation>Die Pods von %2 geben den Namen %1 nicht alle demselben Port. Die Nummer angeben.</translation>
    </message>
    <message>
        <source>The rule would have to name the namespace %1, which no document states. Say which namespace it is (-n).</source>
        <translation>Die Regel müsste den Namespace %1 nennen, den kein Dokument angibt. Den Namespace angeben (-n).</translation>
    </message>
    <message>
        <source>No edit of these files gives the asked result between %1 and %2, so nothing was changed. Another policy or a named port decides.</source>
        <translation>Keine Änderung dieser Dateien ergibt das Gewünschte zwischen %1 und %2; nichts wurde geändert. Eine andere Policy oder ein benannter Port entscheidet.</translation>
    </message>
    <message>
        <source>A cluster would refuse the policy %1 as it is written now. Mend what the problems say about it, then change it here.</source>
        <translation>Ein Cluster würde die Policy %1 in ihrer jetzigen Form abweisen. Die gemeldeten Probleme beheben, dann hier ändern.</translation>
    </message>
    <message>
        <source>No peer is left in rule %2 of %1, which would mean everyone. Name a peer, or choose everyone.</source>
        <translation>In Regel %2 von %1 bleibt keine Gegenstelle, was alle bedeuten würde. Eine Gegenstelle nennen oder alle wählen.</translation>
    </message>
    <message>
        <source>No port is left in rule %2 of %1, which would mean every port. Name a port, or choose every port.</source>
        <translation>In Regel %2 von %1 bleibt kein Port, was jeden Port bedeuten würde. Einen Port nennen oder jeden Port wählen.</translation>
    </message>
    <message>
        <source>There is a %1 called %2 already. Choose another name.</source>
        <translation>%1 namens %2 gibt es schon. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>No manifest and no label here gives %1 its name. Change it in the text.</source>
        <translation>Kein Manifest und kein Label hier gibt %1 den Namen. Im Text ändern.</translation>
    </message>
    <message>
        <source>The workload&apos;s own selector demands the label %1. Change both in the text.</source>
        <translation>Der eigene Selektor des Workloads verlangt das Label %1. Beides im Text ändern.</translation>
    </message>
    <message>
        <source>Nothing would be left in %1. Delete the file itself.</source>
        <translation>In %1 bliebe nichts übrig. Die Datei selbst löschen.</translation>
    </message>
    <message>
        <source>No policy is about %1 alone, so there is nothing to remove but its manifests.</source>
        <translation>Keine Policy gilt nur für %1, daher gibt es außer den Manifesten nichts zu entfernen.</translation>
    </message>
    <message>
        <source>The clipboard holds no Kubernetes object. Copy a service or YAML text first.</source>
        <translation>Die Zwischenablage enthält kein Kubernetes-Objekt. Zuerst einen Dienst oder YAML-Text kopieren.</translation>
    </message>
    <message>
        <source>The text on the clipboard is broken at its line %1 (%2). Mend it first.</source>
        <translation>Der Text der Zwischenablage ist in Zeile %1 fehlerhaft (%2). Zuerst berichtigen.</translation>
    </message>
    <message>
        <source>%1 changed on disk since it was read. Compare, then reload or overwrite.</source>
        <translation>%1 wurde seit dem Lesen auf dem Datenträger geändert. Vergleichen, dann neu laden oder überschreiben.</translation>
    </message>
    <message>
        <source>Cannot save %1: %2. Nothing was written.</source>
        <translation>%1 lässt sich nicht speichern: %2. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>%1 is read-only. Save it under another name, or change its mode.</source>
        <translation>%1 ist schreibgeschützt. Unter anderem Namen speichern oder die Zugriffsrechte ändern.</translation>
    </message>
    <message>
        <source>%1 was written, but whether it lasts is unknown: %2. Look at the disk, then save again.</source>
        <translation>%1 wurde geschrieben, aber ob es Bestand hat, ist ungewiss: %2. Den Datenträger prüfen, dann erneut speichern.</translation>
    </message>
    <message>
        <source>%1 was not written by this version of Drawbridge. The picture is laid out afresh, and the file is left as it is; move it away to save positions.</source>
        <translation>%1 stammt nicht von dieser Version von Drawbridge. Das Bild wird neu angeordnet, und die Datei bleibt, wie sie ist; zum Speichern von Positionen die Datei verschieben.</translation>
    </message>
    <message>
        <source>%1 accepts connections from everywhere: policies guard its namespace, but none isolates it. Isolate it, then allow what it needs.</source>
        <translation>%1 nimmt Verbindungen von überall an: Policies schützen den Namespace, aber keine sorgt hier für Isolierung. Isolieren, dann das Nötige erlauben.</translation>
    </message>
    <message>
        <source>Egress of %1 is restricted but DNS is not allowed, so names will not resolve. Allow UDP and TCP 53 to the cluster&apos;s DNS.</source>
        <translation>Egress von %1 ist beschränkt, aber DNS nicht erlaubt; Namen werden nicht aufgelöst. UDP und TCP 53 zum DNS des Clusters erlauben.</translation>
    </message>
    <message>
        <source>Policy %1 selects no workload that is here. Check its labels and namespace.</source>
        <translation>Policy %1 wählt keinen Workload, der hier vorkommt. Labels und Namespace prüfen.</translation>
    </message>
    <message>
        <source>In policy %1 the selector %2 matches nothing that is here.</source>
        <translation>In Policy %1 passt der Selektor %2 auf nichts, was hier vorkommt.</translation>
    </message>
    <message>
        <source>Policy %1 has %2 rules without effect: policyTypes does not list them. Add the type or remove the rules.</source>
        <translation>Policy %1 hat %2 Regeln ohne Wirkung: policyTypes nennt sie nicht. Den Typ ergänzen oder die Regeln entfernen.</translation>
    </message>
    <message>
        <source>Policy %1 has an empty egress list but no policyTypes, so egress stays open. Write policyTypes: [Ingress, Egress].</source>
        <translation>Policy %1 hat eine leere Liste egress, aber keine policyTypes; Egress bleibt offen. policyTypes: [Ingress, Egress] schreiben.</translation>
    </message>
    <message>
        <source>Policy %1 has only egress rules and no policyTypes, so it also denies all ingress. Write policyTypes out.</source>
        <translation>Policy %1 hat nur Egress-Regeln und keine policyTypes; so sperrt sie auch allen Ingress. policyTypes ausschreiben.</translation>
    </message>
    <message>
        <source>In policy %1 a rule with ports only admits everyone on them, next to a rule with peers on every port. Probably one rule was meant: remove the dash before ports.</source>
        <translation>In Policy %1 lässt eine Regel nur mit Ports darauf alle zu, neben einer Regel mit Gegenstellen auf jedem Port. Wohl war eine Regel gemeint: den Strich vor ports entfernen.</translation>
    </message>
    <message>
        <source>In policy %1 two peers, namespaceSelector and podSelector, mean either of them. If both must hold, make them one item.</source>
        <translation>In Policy %1 bedeuten zwei Gegenstellen, namespaceSelector und podSelector, dass eine davon genügt. Wenn beide gelten müssen, zu einem Eintrag zusammenfassen.</translation>
    </message>
    <message>
        <source>In policy %1 the empty list %2 means everyone, not no one.</source>
        <translation>In Policy %1 bedeutet die leere Liste %2 alle, nicht niemand.</translation>
    </message>
    <message>
        <source>In policy %1 port 53 is TCP only, because no protocol means TCP. DNS needs UDP too.</source>
        <translation>In Policy %1 ist Port 53 nur TCP, denn ohne Protokoll ist TCP gemeint. DNS braucht auch UDP.</translation>
    </message>
    <message>
        <source>In policy %1 port %2 is a Service&apos;s port; policies count the pod&apos;s port %3.</source>
        <translation>In Policy %1 ist Port %2 der eines Service; für Policies zählt der Port des Pods, %3.</translation>
    </message>
    <message>
        <source>%1 runs in the host network: what policies do to it depends on the network plugin.</source>
        <translation>%1 läuft im Host-Netzwerk: Was Policies hier bewirken, hängt vom Netzwerk-Plugin ab.</translation>
    </message>
    <message>
        <source>In policy %1 the label %2 holds only if somebody sets it on the namespace. kubernetes.io/metadata.name is always there.</source>
        <translation>In Policy %1 gilt das Label %2 nur, wenn es jemand am Namespace setzt. kubernetes.io/metadata.name ist immer da.</translation>
    </message>
    <message>
        <source>Policy %1 lists a policy type twice. Remove one.</source>
        <translation>Policy %1 nennt einen Policy-Typ zweimal. Einen entfernen.</translation>
    </message>
    <message>
        <source>In policy %1 the ipBlock %2 covers private addresses. Whether it matches pods depends on the network plugin; use selectors for pods.</source>
        <translation>In Policy %1 umfasst der ipBlock %2 private Adressen. Ob er auf Pods passt, hängt vom Netzwerk-Plugin ab; für Pods Selektoren verwenden.</translation>
    </message>
    <message>
        <source>In policy %1 the expression on %2 also matches pods without that label.</source>
        <translation>In Policy %1 passt der Ausdruck zu %2 auch auf Pods ohne dieses Label.</translation>
    </message>
    <message>
        <source>Policy %1 asks for namespaces with %2, but nothing here states the labels of %3. Add the Namespace objects.</source>
        <translation>Policy %1 verlangt Namespaces mit %2, aber nichts hier nennt die Labels von %3. Die Namespace-Objekte ergänzen.</translation>
    </message>
    <message>
        <source>all ports</source>
        <translation>alle Ports</translation>
    </message>
    <message>
        <source>every address outside</source>
        <translation>jede Adresse außerhalb</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weitere</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 among %2</source>
        <translation>%1 aus %2</translation>
    </message>
    <message>
        <source>%1 not among %2</source>
        <translation>%1 nicht aus %2</translation>
    </message>
    <message>
        <source>a label %1</source>
        <translation>Label %1</translation>
    </message>
    <message>
        <source>no label %1</source>
        <translation>keinem Label %1</translation>
    </message>
    <message>
        <source>all pods of %1</source>
        <translation>alle Pods von %1</translation>
    </message>
    <message>
        <source>pods of %1 with %2</source>
        <translation>Pods von %1 mit %2</translation>
    </message>
    <message>
        <source>addresses in %1</source>
        <translation>Adressen in %1</translation>
    </message>
    <message>
        <source>every IPv4 address</source>
        <translation>jede IPv4-Adresse</translation>
    </message>
    <message>
        <source>every IPv6 address</source>
        <translation>jede IPv6-Adresse</translation>
    </message>
    <message>
        <source>%1 except %2</source>
        <translation>%1 außer %2</translation>
    </message>
    <message>
        <source>the %1 port named %2</source>
        <translation>den %1-Port namens %2</translation>
    </message>
    <message>
        <source>every %1 port</source>
        <translation>jeden %1-Port</translation>
    </message>
    <message>
        <source>nobody can tell which pods of %1</source>
        <translation>nicht bestimmbare Pods von %1</translation>
    </message>
    <message>
        <source>all pods of the cluster</source>
        <translation>alle Pods des Clusters</translation>
    </message>
    <message>
        <source>pods with %1 in every namespace</source>
        <translation>Pods mit %1 in jedem Namespace</translation>
    </message>
    <message>
        <source>all pods of namespaces with %1</source>
        <translation>alle Pods in Namespaces mit %1</translation>
    </message>
    <message>
        <source>pods with %1 in namespaces with %2</source>
        <translation>Pods mit %1 in Namespaces mit %2</translation>
    </message>
    <message>
        <source>every port</source>
        <translation>jeden Port</translation>
    </message>
    <message>
        <source>%1, or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>everyone, inside and outside the cluster,</source>
        <translation>alle, innerhalb und außerhalb des Clusters,</translation>
    </message>
    <message>
        <source>everywhere, inside and outside the cluster,</source>
        <translation>alles, innerhalb und außerhalb des Clusters,</translation>
    </message>
    <message>
        <source>Nobody: a cluster would refuse a part of this rule.</source>
        <translation>Niemand: Ein Cluster würde einen Teil dieser Regel abweisen.</translation>
    </message>
    <message>
        <source>%1 may connect to it on %2.</source>
        <translation>Erlaubt ist Zugriff für %1 über %2.</translation>
    </message>
    <message>
        <source>It may connect to %1 on %2.</source>
        <translation>Erlaubt ist Zugriff auf %1 über %2.</translation>
    </message>
    <message>
        <source>Three-tier application</source>
        <translation>Dreistufige Anwendung</translation>
    </message>
    <message>
        <source>DNS for a namespace</source>
        <translation>DNS für Namespace</translation>
    </message>
    <message>
        <source>Prometheus metrics</source>
        <translation>Prometheus-Metriken</translation>
    </message>
    <message>
        <source>Gateway, frontend, API and database with their connections, behind default deny.</source>
        <translation>Gateway, Frontend, API und Datenbank mit ihren Verbindungen, standardmäßig gesperrt.</translation>
    </message>
    <message>
        <source>Lets every service of a namespace look up names, on UDP and TCP.</source>
        <translation>Erlaubt jedem Dienst eines Namespace, Namen aufzulösen, über UDP und TCP.</translation>
    </message>
    <message>
        <source>Lets Prometheus scrape a service, or a service push its metrics.</source>
        <translation>Erlaubt Prometheus, einen Dienst abzurufen, oder einem Dienst, Metriken zu senden.</translation>
    </message>
    <message>
        <source>Lets the Internet enter %1, and %1 enter a service.</source>
        <translation>Erlaubt Zugriff aus dem Internet auf %1 und von %1 auf einen Dienst.</translation>
    </message>
    <message>
        <source>NodeLocal DNSCache (169.254.20.10, port 53)</source>
        <translation>NodeLocal DNSCache (169.254.20.10, Port 53)</translation>
    </message>
    <message>
        <source>OpenShift DNS (openshift-dns, port 5353)</source>
        <translation>OpenShift DNS (openshift-dns, Port 5353)</translation>
    </message>
    <message>
        <source>kube-dns or CoreDNS (kube-system, port 53)</source>
        <translation>kube-dns oder CoreDNS (kube-system, Port 53)</translation>
    </message>
    <message>
        <source>Picture as vectors (SVG)</source>
        <translation>Bild als Vektoren (SVG)</translation>
    </message>
    <message>
        <source>Picture as pixels (PNG)</source>
        <translation>Bild als Pixel (PNG)</translation>
    </message>
    <message>
        <source>Picture as a page (PDF)</source>
        <translation>Bild als Seite (PDF)</translation>
    </message>
    <message>
        <source>Report for browsers (HTML)</source>
        <translation>Bericht für Browser (HTML)</translation>
    </message>
    <message>
        <source>Tables for wikis and reviews (Markdown)</source>
        <translation>Tabellen für Wikis und Reviews (Markdown)</translation>
    </message>
    <message>
        <source>Connections for spreadsheets (CSV)</source>
        <translation>Verbindungen für Tabellenprogramme (CSV)</translation>
    </message>
    <message>
        <source>Everything for programs (JSON)</source>
        <translation>Alles für Programme (JSON)</translation>
    </message>
    <message>
        <source>Drawing for draw.io</source>
        <translation>Zeichnung für draw.io</translation>
    </message>
    <message>
        <source>Flowchart for Mermaid</source>
        <translation>Flussdiagramm für Mermaid</translation>
    </message>
    <message>
        <source>Graph for Graphviz (DOT)</source>
        <translation>Graph für Graphviz (DOT)</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>every pod in %1</source>
        <translation>jeder Pod in %1</translation>
    </message>
    <message>
        <source>%1, ingress rule %2</source>
        <translation>%1, Ingress-Regel %2</translation>
    </message>
    <message>
        <source>%1, egress rule %2</source>
        <translation>%1, Egress-Regel %2</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>No rule lets anything through.</source>
        <translation>Keine Regel lässt etwas durch.</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>Namespaces</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>What isolates it</source>
        <translation>Was ihn isoliert</translation>
    </message>
    <message>
        <source>Who is open</source>
        <translation>Wer offen ist</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Ingress</source>
        <translation>Ingress</translation>
    </message>
    <message>
        <source>Egress</source>
        <translation>Egress</translation>
    </message>
    <message>
        <source>nothing isolates it</source>
        <translation>nicht isoliert</translation>
    </message>
    <message>
        <source>a rule admits everyone</source>
        <translation>eine Regel lässt alle zu</translation>
    </message>
    <message>
        <source>No service: both directions of all are isolated.</source>
        <translation>Kein Dienst: Alle sind in beiden Richtungen isoliert.</translation>
    </message>
    <message>
        <source>What nothing isolates may connect with everyone.</source>
        <translation>Was nicht isoliert ist, darf sich mit allen verbinden.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>None were found.</source>
        <translation>Keine gefunden.</translation>
    </message>
    <message>
        <source>Input files</source>
        <translation>Eingabedateien</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Network policies</source>
        <translation>Netzwerk-Policies</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of the language that this is translated to</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>Services: %1. Namespaces: %2. Connections: %3, half open: %4.</source>
        <translation>Dienste: %1. Namespaces: %2. Verbindungen: %3, halb offen: %4.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Nothing is connected yet.</source>
        <translation>Noch ist nichts verbunden.</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Half open</source>
        <translation>Halb offen</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Nothing isolates it</source>
        <translation>Nicht isoliert</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Urteile</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Labels, as app=api</source>
        <translation>Labels, wie app=api</translation>
    </message>
    <message>
        <source>Two steps</source>
        <translation>Zwei Schritte</translation>
    </message>
    <message>
        <source>Neighbours of %1</source>
        <translation>Nachbarn von %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n service(s)</source>
        <translation>
            <numerusform>%1 von %n Dienst</numerusform>
            <numerusform>%1 von %n Diensten</numerusform>
        </translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Show all (Esc)</source>
        <translation>Alles zeigen (Esc)</translation>
    </message>
    <message>
        <source>%1 namespaces</source>
        <translation>%1 Namespaces</translation>
    </message>
    <message>
        <source>%1 verdicts</source>
        <translation>%1 Urteile</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Notes that belong to nothing that is drawn</source>
        <translation>Notizen, die zu nichts Gezeichnetem gehören</translation>
    </message>
    <message>
        <source>Change Ports…</source>
        <translation>Ports ändern…</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Entziehen</translation>
    </message>
    <message>
        <source>Show in YAML</source>
        <translation>Im YAML zeigen</translation>
    </message>
    <message>
        <source>Deny Ingress by Default</source>
        <translation>Ingress standardmäßig sperren</translation>
    </message>
    <message>
        <source>Deny Egress by Default…</source>
        <translation>Egress standardmäßig sperren…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Labels…</source>
        <translation>Labels…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Add Note…</source>
        <translation>Notiz hinzufügen…</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>bearbeiten</translation>
    </message>
    <message>
        <source>WORKSPACE</source>
        <translation>ARBEITSBEREICH</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n Dienst</numerusform>
            <numerusform>%n Dienste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n Verbindung</numerusform>
            <numerusform>%n Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a service, an arrow or a namespace to see what is allowed, and why.</source>
        <translation>Einen Dienst, Pfeil oder Namespace auswählen, um zu sehen, was erlaubt ist und warum.</translation>
    </message>
    <message>
        <source>%1, ingress</source>
        <translation>%1, Ingress</translation>
    </message>
    <message>
        <source>%1, egress</source>
        <translation>%1, Egress</translation>
    </message>
    <message>
        <source>no policy</source>
        <translation>keine Policy</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Erreicht von</translation>
    </message>
    <message>
        <source>Admits</source>
        <translation>Lässt zu</translation>
    </message>
    <message>
        <source>Reaches</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Only one end allows</source>
        <translation>Nur ein Ende erlaubt</translation>
    </message>
    <message>
        <source>OUTSIDE</source>
        <translation>AUSSERHALB</translation>
    </message>
    <message>
        <source>SERVICE</source>
        <translation>DIENST</translation>
    </message>
    <message>
        <source>Selected by</source>
        <translation>Ausgewählt von</translation>
    </message>
    <message>
        <source>NAMESPACE</source>
        <translation>NAMESPACE</translation>
    </message>
    <message>
        <source>Some documents name no namespace; they are shown here.</source>
        <translation>Manche Dokumente nennen keinen Namespace; sie stehen hier.</translation>
    </message>
    <message>
        <source>The policy that denies ingress</source>
        <translation>Die Policy, die Ingress sperrt</translation>
    </message>
    <message>
        <source>The policy that denies egress</source>
        <translation>Die Policy, die Egress sperrt</translation>
    </message>
    <message>
        <source>policy %1, ingress rule %2 · line %3</source>
        <translation>Policy %1, Ingress-Regel %2 · Zeile %3</translation>
    </message>
    <message>
        <source>policy %1, egress rule %2 · line %3</source>
        <translation>Policy %1, Egress-Regel %2 · Zeile %3</translation>
    </message>
    <message>
        <source>no policy says anything about it</source>
        <translation>keine Policy sagt dazu etwas</translation>
    </message>
    <message>
        <source>no policy restricts its ingress</source>
        <translation>keine Policy beschränkt den Ingress</translation>
    </message>
    <message>
        <source>no policy restricts its egress</source>
        <translation>keine Policy beschränkt den Egress</translation>
    </message>
    <message>
        <source>no rule admits it</source>
        <translation>keine Regel lässt es zu</translation>
    </message>
    <message>
        <source>a rule for everyone admits it</source>
        <translation>eine Regel für alle lässt es zu</translation>
    </message>
    <message>
        <source>CONNECTION</source>
        <translation>VERBINDUNG</translation>
    </message>
    <message>
        <source>Not every pair behind this arrow has all of these ports.</source>
        <translation>Nicht jedes Paar hinter diesem Pfeil hat alle diese Ports.</translation>
    </message>
    <message>
        <source>Leaves %1</source>
        <translation>Egress von %1</translation>
    </message>
    <message>
        <source>Enters %1</source>
        <translation>Ingress von %1</translation>
    </message>
    <message>
        <source>A new service, isolated from the start.</source>
        <translation>Ein neuer Dienst, von Anfang an isoliert.</translation>
    </message>
    <message>
        <source>PALETTE</source>
        <translation>PALETTE</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>No problems found.</source>
        <translation>Keine Probleme gefunden.</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Außerhalb</translation>
    </message>
    <message>
        <source>SERVICES</source>
        <translation>DIENSTE</translation>
    </message>
    <message>
        <source>The group and version of the API that reads this object. A NetworkPolicy is in networking.k8s.io/v1.</source>
        <translation>Gruppe und Version der API, die dieses Objekt liest. Eine NetworkPolicy steht in networking.k8s.io/v1.</translation>
    </message>
    <message>
        <source>What kind of object this is.</source>
        <translation>Von welcher Art das Objekt ist.</translation>
    </message>
    <message>
        <source>The object&apos;s name, its namespace, and labels to find it by.</source>
        <translation>Name und Namespace des Objekts und Labels, mit denen man es findet.</translation>
    </message>
    <message>
        <source>What the object should be like.</source>
        <translation>Wie das Objekt sein soll.</translation>
    </message>
    <message>
        <source>The object&apos;s name. No other object of its kind in the namespace may have it.</source>
        <translation>Der Name des Objekts. Kein anderes Objekt seiner Art im Namespace darf so heißen.</translation>
    </message>
    <message>
        <source>The namespace that the object is in. A policy protects pods of its own namespace only.</source>
        <translation>Der Namespace des Objekts. Eine Policy schützt nur Pods ihres eigenen Namespace.</translation>
    </message>
    <message>
        <source>Keys and values that selectors pick the object by.</source>
        <translation>Schlüssel und Werte, nach denen Selektoren das Objekt wählen.</translation>
    </message>
    <message>
        <source>Notes for people and tools. Selectors do not see them.</source>
        <translation>Anmerkungen für Menschen und Werkzeuge. Selektoren sehen sie nicht.</translation>
    </message>
    <message>
        <source>The pods that this policy protects, in its own namespace. {} takes all of them.</source>
        <translation>Die Pods, die diese Policy schützt, im eigenen Namespace. {} nimmt alle.</translation>
    </message>
    <message>
        <source>The directions that the policy closes but for its rules. Without it, Ingress is closed, and Egress too if there are egress rules.</source>
        <translation>Die Richtungen, die die Policy bis auf ihre Regeln schließt. Ohne Angabe Ingress, und auch Egress, wenn es Egress-Regeln gibt.</translation>
    </message>
    <message>
        <source>Who may connect to the pods. Each rule allows more; an empty list allows nobody.</source>
        <translation>Wer sich mit den Pods verbinden darf. Jede Regel erlaubt mehr; eine leere Liste erlaubt niemanden.</translation>
    </message>
    <message>
        <source>Where the pods may connect to. Each rule allows more; an empty list allows nothing.</source>
        <translation>Womit sich die Pods verbinden dürfen. Jede Regel erlaubt mehr; eine leere Liste erlaubt nichts.</translation>
    </message>
    <message>
        <source>Who may connect by this rule: any one of the list. Missing or empty means everybody.</source>
        <translation>Wer sich nach dieser Regel verbinden darf: jeder Eintrag der Liste. Fehlend oder leer bedeutet alle.</translation>
    </message>
    <message>
        <source>The ports that this rule opens. Missing or empty means all of them.</source>
        <translation>Die Ports, die diese Regel öffnet. Fehlend oder leer bedeutet alle.</translation>
    </message>
    <message>
        <source>Where the pods may connect to by this rule: any one of the list. Missing or empty means everywhere.</source>
        <translation>Womit sich die Pods nach dieser Regel verbinden dürfen: jeder Eintrag der Liste. Fehlend oder leer bedeutet überallhin.</translation>
    </message>
    <message>
        <source>The namespaces whose pods are meant; {} takes all namespaces. Together with podSelector in one item, both must hold.</source>
        <translation>Die Namespaces, deren Pods gemeint sind; {} nimmt alle Namespaces. Mit podSelector im selben Eintrag müssen beide gelten.</translation>
    </message>
    <message>
        <source>The pods that are meant; {} takes all pods. Without namespaceSelector in the same item, only pods of the policy&apos;s own namespace.</source>
        <translation>Die Pods, die gemeint sind; {} nimmt alle Pods. Ohne namespaceSelector im selben Eintrag nur Pods im Namespace der Policy.</translation>
    </message>
    <message>
        <source>A range of addresses, meant for what is outside the cluster. It stands alone in its item.</source>
        <translation>Ein Adressbereich, gedacht für das, was außerhalb des Clusters liegt. Er steht allein in seinem Eintrag.</translation>
    </message>
    <message>
        <source>The range of addresses, such as 10.0.0.0/8 or 2001:db8::/32.</source>
        <translation>Der Adressbereich, etwa 10.0.0.0/8 oder 2001:db8::/32.</translation>
    </message>
    <message>
        <source>Ranges inside of cidr that are not meant. Another rule may still allow them.</source>
        <translation>Bereiche innerhalb von cidr, die nicht gemeint sind. Eine andere Regel kann sie dennoch erlauben.</translation>
    </message>
    <message>
        <source>TCP, UDP or SCTP. Without it, TCP is meant.</source>
        <translation>TCP, UDP oder SCTP. Ohne Angabe ist TCP gemeint.</translation>
    </message>
    <message>
        <source>The port of the pod that is connected to, as a number or as the name that its container gives it. Without it, all ports of the protocol are meant.</source>
        <translation>Der Port des Pods, mit dem verbunden wird, als Nummer oder mit dem Namen, den ihm der Container gibt. Ohne Angabe sind alle Ports des Protokolls gemeint.</translation>
    </message>
    <message>
        <source>The last port of a range that begins with port, which must be a number then.</source>
        <translation>Der letzte Port eines Bereichs, der mit port beginnt; port muss dann eine Nummer sein.</translation>
    </message>
    <message>
        <source>Labels that a pod must have, all of them.</source>
        <translation>Labels, die ein Pod haben muss, und zwar alle.</translation>
    </message>
    <message>
        <source>Conditions on labels of pods. All of them must hold, and matchLabels too.</source>
        <translation>Bedingungen für Labels von Pods. Alle müssen gelten, und matchLabels auch.</translation>
    </message>
    <message>
        <source>Labels that a namespace must have, all of them. kubernetes.io/metadata.name is its name.</source>
        <translation>Labels, die ein Namespace haben muss, und zwar alle. kubernetes.io/metadata.name ist sein Name.</translation>
    </message>
    <message>
        <source>Conditions on labels of namespaces. All of them must hold, and matchLabels too.</source>
        <translation>Bedingungen für Labels von Namespaces. Alle müssen gelten, und matchLabels auch.</translation>
    </message>
    <message>
        <source>The label that the condition is about.</source>
        <translation>Das Label, um das es in der Bedingung geht.</translation>
    </message>
    <message>
        <source>In, NotIn, Exists or DoesNotExist. NotIn and DoesNotExist also hold where the label is missing.</source>
        <translation>In, NotIn, Exists oder DoesNotExist. NotIn und DoesNotExist gelten auch, wo das Label fehlt.</translation>
    </message>
    <message>
        <source>The values for In and NotIn. Exists and DoesNotExist take none.</source>
        <translation>Die Werte für In und NotIn. Exists und DoesNotExist haben keine.</translation>
    </message>
    <message>
        <source>How many pods there should be.</source>
        <translation>Wie viele Pods es geben soll.</translation>
    </message>
    <message>
        <source>The pods that belong to this workload. The labels of its template must fit.</source>
        <translation>Die Pods, die zu diesem Workload gehören. Die Labels seiner Vorlage müssen passen.</translation>
    </message>
    <message>
        <source>What the workload&apos;s pods are made from.</source>
        <translation>Woraus die Pods des Workloads entstehen.</translation>
    </message>
    <message>
        <source>The labels that each pod gets; policies pick pods by them.</source>
        <translation>Die Labels, die jeder Pod erhält; Policies wählen Pods danach.</translation>
    </message>
    <message>
        <source>What runs in each pod.</source>
        <translation>Was in jedem Pod läuft.</translation>
    </message>
    <message>
        <source>The programs of the pod.</source>
        <translation>Die Programme des Pods.</translation>
    </message>
    <message>
        <source>True puts the pod on its node&apos;s network, where policies usually do not reach it.</source>
        <translation>True setzt den Pod ins Netzwerk seines Nodes, wo Policies ihn meist nicht erreichen.</translation>
    </message>
    <message>
        <source>The container&apos;s name within the pod.</source>
        <translation>Der Name des Containers im Pod.</translation>
    </message>
    <message>
        <source>The image that the container runs.</source>
        <translation>Das Image, das der Container ausführt.</translation>
    </message>
    <message>
        <source>The ports that the container listens on. Policies may call them by name.</source>
        <translation>Die Ports, auf denen der Container lauscht. Policies können sie beim Namen nennen.</translation>
    </message>
    <message>
        <source>A name for the port, which policies and services may use in place of the number.</source>
        <translation>Ein Name für den Port, den Policies und Services statt der Nummer verwenden können.</translation>
    </message>
    <message>
        <source>The number of the port in the pod. Policies speak of this one.</source>
        <translation>Die Nummer des Ports im Pod. Diese nennen Policies.</translation>
    </message>
    <message>
        <source>The labels of the pods that the service leads to.</source>
        <translation>Die Labels der Pods, zu denen der Service führt.</translation>
    </message>
    <message>
        <source>The ports of the service, and where they lead to.</source>
        <translation>Die Ports des Service und wohin sie führen.</translation>
    </message>
    <message>
        <source>How the service is reached: ClusterIP, NodePort or LoadBalancer.</source>
        <translation>Wie der Service erreichbar ist: ClusterIP, NodePort oder LoadBalancer.</translation>
    </message>
    <message>
        <source>The name of the service&apos;s port.</source>
        <translation>Der Name des Ports am Service.</translation>
    </message>
    <message>
        <source>The port of the service. Policies do not speak of this one but of the pod&apos;s.</source>
        <translation>Der Port des Service. Policies nennen nicht diesen, sondern den des Pods.</translation>
    </message>
    <message>
        <source>The port of the pod that the service leads to.</source>
        <translation>Der Port des Pods, zu dem der Service führt.</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>A part of the path</source>
        <translation>Ein Teil des Pfads</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Close the tab; the file stays open</source>
        <translation>Reiter schließen; die Datei bleibt geöffnet</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Find the one before (Shift+F3)</source>
        <translation>Vorherige Stelle suchen (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Find the next one (F3)</source>
        <translation>Nächste Stelle suchen (F3)</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Capital and small letters differ</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>.*</source>
        <translation>.*</translation>
    </message>
    <message>
        <source>Regular expression; \1 in the replacement is what its first group found</source>
        <translation>Regulärer Ausdruck; \1 in der Ersetzung ist, was seine erste Gruppe fand</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Look in all files, tab after tab</source>
        <translation>In allen Dateien suchen, Reiter für Reiter</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace All</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>Line, or line:column</source>
        <translation>Zeile oder Zeile:Spalte</translation>
    </message>
    <message numerus="yes">
        <source>The file has %n line(s).</source>
        <translation>
            <numerusform>Die Datei hat %n Zeile.</numerusform>
            <numerusform>Die Datei hat %n Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no place. Type a line as 12, or a line and a column as 12:5.</source>
        <translation>Das ist keine Stelle. Eine Zeile wie 12 eingeben oder Zeile und Spalte wie 12:5.</translation>
    </message>
    <message numerus="yes">
        <source>The file has only %n line(s).</source>
        <translation>
            <numerusform>Die Datei hat nur %n Zeile.</numerusform>
            <numerusform>Die Datei hat nur %n Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The value that the label %1 has, or must have.</source>
        <translation>Der Wert, den das Label %1 hat oder haben muss.</translation>
    </message>
    <message>
        <source>The value that the label %1 of a namespace has, or must have.</source>
        <translation>Der Wert, den das Label %1 eines Namespace hat oder haben muss.</translation>
    </message>
    <message>
        <source>Has changes that are not saved.</source>
        <translation>Enthält nicht gespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>Another program has changed it on disk.</source>
        <translation>Ein anderes Programm hat sie auf dem Datenträger geändert.</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>What may stand here</source>
        <translation>Was hier stehen kann</translation>
    </message>
    <message>
        <source>A line of this file is longer than 200,000 characters. It is shown shortened, and the text cannot be edited here.</source>
        <translation>Eine Zeile dieser Datei hat mehr als 200.000 Zeichen. Sie wird gekürzt gezeigt, und der Text lässt sich hier nicht bearbeiten.</translation>
    </message>
    <message>
        <source>This file is too large to be shown to its end. The text cannot be edited here.</source>
        <translation>Diese Datei ist zu groß, um ganz gezeigt zu werden. Der Text lässt sich hier nicht bearbeiten.</translation>
    </message>
    <message>
        <source>The file is being read.</source>
        <translation>Die Datei wird gelesen.</translation>
    </message>
    <message>
        <source>The search came round to here.</source>
        <translation>Die Suche ist wieder hier angekommen.</translation>
    </message>
    <message>
        <source>This is no regular expression: %1.</source>
        <translation>Das ist kein regulärer Ausdruck: %1.</translation>
    </message>
    <message>
        <source>Not found in this file.</source>
        <translation>In dieser Datei nicht gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced.</source>
        <translation>
            <numerusform>%n ersetzt.</numerusform>
            <numerusform>%n ersetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⋯ %n line(s)</source>
        <translation>
            <numerusform>⋯ %n Zeile</numerusform>
            <numerusform>⋯ %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>Text der Datei</translation>
    </message>
    <message>
        <source>All files, with their problems</source>
        <translation>Alle Dateien mit ihren Problemen</translation>
    </message>
    <message>
        <source>Ln %1, Col %2</source>
        <translation>Z. %1, Sp. %2</translation>
    </message>
    <message>
        <source>JSON has no comments, so nothing can be commented out here.</source>
        <translation>JSON kennt keine Kommentare; hier lässt sich nichts auskommentieren.</translation>
    </message>
    <message>
        <source>Comment Out</source>
        <translation>Auskommentieren</translation>
    </message>
    <message>
        <source>Nothing is known that may stand here.</source>
        <translation>Es ist nichts bekannt, was hier stehen kann.</translation>
    </message>
    <message>
        <source>Nothing is known of what stands here.</source>
        <translation>Über das, was hier steht, ist nichts bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>The last tab stays open.</source>
        <translation>Der letzte Reiter bleibt offen.</translation>
    </message>
    <message>
        <source>not available now</source>
        <translation>zurzeit nicht verfügbar</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation>Kein Befehl enthält diese Wörter.</translation>
    </message>
    <message>
        <source>&amp;Narrow: new policies for just these two</source>
        <translation>&amp;Eng: neue Policies nur für diese beiden</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>&amp;Ports</source>
        <translation>&amp;Ports</translation>
    </message>
    <message>
        <source>&amp;Swap From and To</source>
        <translation>Von und Nach &amp;tauschen</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>There is no service called %1.</source>
        <translation>Es gibt keinen Dienst namens %1.</translation>
    </message>
    <message>
        <source>Isolate %1, so that only this may enter it</source>
        <translation>%1 isolieren, sodass nur dies hineindarf</translation>
    </message>
    <message>
        <source>This would also change:</source>
        <translation>Dies würde auch ändern:</translation>
    </message>
    <message>
        <source>Allow %1 to %2</source>
        <translation>%1 nach %2 erlauben</translation>
    </message>
    <message>
        <source>&amp;Internet: addresses outside, no pods of the cluster</source>
        <translation>&amp;Internet: Adressen außerhalb, keine Pods des Clusters</translation>
    </message>
    <message>
        <source>An&amp;yone: the Internet and every pod of the cluster</source>
        <translation>&amp;Alle: das Internet und jeder Pod des Clusters</translation>
    </message>
    <message>
        <source>An arrow begins where the connection is opened. Who opens it here?</source>
        <translation>Ein Pfeil beginnt, wo die Verbindung geöffnet wird. Wer öffnet sie hier?</translation>
    </message>
    <message>
        <source>Scrape: %1 fetches from %2</source>
        <translation>Abruf: %1 holt von %2</translation>
    </message>
    <message>
        <source>Push: %1 sends to %2</source>
        <translation>Push: %1 sendet an %2</translation>
    </message>
    <message>
        <source>&amp;Legend: what lines and marks mean</source>
        <translation>&amp;Legende: was Linien und Zeichen bedeuten</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>without a title</source>
        <translation>ohne Titel</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Allow DNS</source>
        <translation>&amp;DNS erlauben</translation>
    </message>
    <message>
        <source>Deny Egress by Default</source>
        <translation>Egress standardmäßig sperren</translation>
    </message>
    <message>
        <source>Nothing will enter or leave %1 unless a policy lets it.</source>
        <translation>Nichts kommt in %1 hinein oder heraus, außer eine Policy erlaubt es.</translation>
    </message>
    <message>
        <source>Nothing will leave %1 unless a policy lets it.</source>
        <translation>Nichts verlässt %1, außer eine Policy erlaubt es.</translation>
    </message>
    <message>
        <source>Without DNS no service can find another by name.</source>
        <translation>Ohne DNS findet kein Dienst einen anderen über den Namen.</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Left as they are, although they hold the old name: %1</source>
        <translation>Unverändert, obwohl der alte Name darin steht: %1</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Zeichenfläche</translation>
    </message>
    <message>
        <source>Nothing may enter this namespace.</source>
        <translation>Nichts darf in diesen Namespace hinein.</translation>
    </message>
    <message>
        <source>Add services, then draw the connections that you want to allow.</source>
        <translation>Dienste hinzufügen, dann die Verbindungen zeichnen, die erlaubt sein sollen.</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>Dienst hinzufügen</translation>
    </message>
    <message>
        <source>Show the three-tier example</source>
        <translation>Dreistufiges Beispiel zeigen</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Dateien öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n half open</source>
        <translation>
            <numerusform>%n halb offen</numerusform>
            <numerusform>%n halb offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Problems %1</source>
        <translation>Probleme %1</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>unbenannt</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New Sketch</source>
        <translation>&amp;Neue Skizze</translation>
    </message>
    <message>
        <source>Three-Tier &amp;Example</source>
        <translation>Dreistufiges B&amp;eispiel</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Save A&amp;ll</source>
        <translation>&amp;Alle speichern</translation>
    </message>
    <message>
        <source>&amp;Revert</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Export Re&amp;port…</source>
        <translation>Be&amp;richt exportieren…</translation>
    </message>
    <message>
        <source>Prin&amp;t…</source>
        <translation>&amp;Drucken…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>Copy as P&amp;icture</source>
        <translation>Als &amp;Bild kopieren</translation>
    </message>
    <message>
        <source>Rena&amp;me…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>Select &amp;All Services</source>
        <translation>&amp;Alle Dienste auswählen</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>Einstellun&amp;gen…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <source>A&amp;rrange</source>
        <translation>&amp;Anordnen</translation>
    </message>
    <message>
        <source>&amp;Zoom to Selection</source>
        <translation>Auf A&amp;uswahl zoomen</translation>
    </message>
    <message>
        <source>Go to &amp;Services</source>
        <translation>Zu den &amp;Diensten</translation>
    </message>
    <message>
        <source>Go to Can&amp;vas</source>
        <translation>Zur &amp;Zeichenfläche</translation>
    </message>
    <message>
        <source>Go to Te&amp;xt</source>
        <translation>Zum &amp;Text</translation>
    </message>
    <message>
        <source>Go to &amp;Problems</source>
        <translation>Zu den &amp;Problemen</translation>
    </message>
    <message>
        <source>Go to Palette</source>
        <translation>Zur Pa&amp;lette</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>Farbsche&amp;ma</translation>
    </message>
    <message>
        <source>As the D&amp;esktop</source>
        <translation>Wie der &amp;Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>D&amp;unkel</translation>
    </message>
    <message>
        <source>&amp;Policy</source>
        <translation>&amp;Policy</translation>
    </message>
    <message>
        <source>&amp;Add Service…</source>
        <translation>Dienst &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Add service</source>
        <translation>Dienst hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Draw Connections</source>
        <translation>Verbindungen &amp;zeichnen</translation>
    </message>
    <message>
        <source>C&amp;hange Ports…</source>
        <translation>&amp;Ports ändern…</translation>
    </message>
    <message>
        <source>&amp;Edit Policy…</source>
        <translation>Policy &amp;bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Labels…</source>
        <translation>&amp;Labels…</translation>
    </message>
    <message>
        <source>&amp;Move to Namespace…</source>
        <translation>In &amp;Namespace verschieben…</translation>
    </message>
    <message>
        <source>Deny &amp;Ingress by Default</source>
        <translation>&amp;Ingress standardmäßig sperren</translation>
    </message>
    <message>
        <source>Deny E&amp;gress by Default…</source>
        <translation>E&amp;gress standardmäßig sperren…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>Be&amp;fehlspalette…</translation>
    </message>
    <message>
        <source>&amp;About Drawbridge</source>
        <translation>Ü&amp;ber Drawbridge</translation>
    </message>
    <message>
        <source>About Drawbridge</source>
        <translation>Über Drawbridge</translation>
    </message>
    <message>
        <source>Drawbridge %1: a designer for Kubernetes network policies. Apache-2.0.</source>
        <translation>Drawbridge %1: entwirft NetworkPolicies für Kubernetes. Apache-2.0.</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;What Would Change</source>
        <translation>&amp;Vorschau der Änderungen</translation>
    </message>
    <message>
        <source>Stop Comparing</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>Changes %1</source>
        <translation>Änderungen %1</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Vorschau der Änderungen</translation>
    </message>
    <message>
        <source>The files changed meanwhile, so nothing was done. Try it again.</source>
        <translation>Die Dateien haben sich inzwischen geändert; nichts wurde getan. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This connection can only be changed in the text.</source>
        <translation>Diese Verbindung lässt sich nur im Text ändern.</translation>
    </message>
    <message>
        <source>Revoke %1 to %2</source>
        <translation>%1 nach %2 entziehen</translation>
    </message>
    <message>
        <source>A namespace is there because of what is in it. Remove its services.</source>
        <translation>Einen Namespace gibt es wegen seines Inhalts. Seine Dienste entfernen.</translation>
    </message>
    <message>
        <source>Deny egress by default</source>
        <translation>Egress standardmäßig sperren</translation>
    </message>
    <message>
        <source>Deny ingress by default</source>
        <translation>Ingress standardmäßig sperren</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Collapse or expand</source>
        <translation>Ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Graphviz gave no layout; the built-in one was used.</source>
        <translation>Graphviz lieferte keine Anordnung; die eingebaute wurde verwendet.</translation>
    </message>
    <message>
        <source>Edit Policy…</source>
        <translation>Policy bearbeiten…</translation>
    </message>
    <message>
        <source>Connect to…</source>
        <translation>Verbinden mit…</translation>
    </message>
    <message>
        <source>Allow from…</source>
        <translation>Erlauben von…</translation>
    </message>
    <message>
        <source>Allow from the Internet…</source>
        <translation>Aus dem Internet erlauben…</translation>
    </message>
    <message>
        <source>Show Only Neighbours</source>
        <translation>Nur Nachbarn zeigen</translation>
    </message>
    <message>
        <source>Move to Namespace…</source>
        <translation>In Namespace verschieben…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Add Service…</source>
        <translation>Dienst hinzufügen…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Collapse or Expand</source>
        <translation>Ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Drawbridge</source>
        <translation>Drawbridge</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Manifests (*.yaml *.yml *.json);;All files (*)</source>
        <translation>Manifeste (*.yaml *.yml *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>YAML (*.yaml *.yml)</source>
        <translation>YAML (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Changed on disk</source>
        <translation>Auf dem Datenträger geändert</translation>
    </message>
    <message>
        <source>Overwrite the Disk</source>
        <translation>Datenträger überschreiben</translation>
    </message>
    <message>
        <source>Reload from Disk</source>
        <translation>Vom Datenträger laden</translation>
    </message>
    <message>
        <source>Decide Later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Services, policies, labels, ports, addresses and namespaces.</source>
        <translation>Dienste, Policies, Labels, Ports, Adressen und Namespaces.</translation>
    </message>
    <message>
        <source>Nothing has this name, label, port or address.</source>
        <translation>Nichts hat diesen Namen, dieses Label, diesen Port oder diese Adresse.</translation>
    </message>
    <message>
        <source>%1 of %2. Type more to see the others.</source>
        <translation>%1 von %2. Mehr eingeben, um die anderen zu sehen.</translation>
    </message>
    <message>
        <source>&amp;Find Everywhere…</source>
        <translation>Überall &amp;suchen…</translation>
    </message>
    <message>
        <source>Find everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Name, label, port or address</source>
        <translation>Name, Label, Port oder Adresse</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Words of a command</source>
        <translation>Wörter eines Befehls</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Ausklappen</translation>
    </message>
    <message>
        <source>&amp;Collapse</source>
        <translation>Ei&amp;nklappen</translation>
    </message>
    <message>
        <source>&amp;Collapse All Namespaces</source>
        <translation>&amp;Alle Namespaces einklappen</translation>
    </message>
    <message>
        <source>&amp;Expand All Namespaces</source>
        <translation>Alle Namespaces a&amp;usklappen</translation>
    </message>
    <message>
        <source>Collapse &amp;Others</source>
        <translation>An&amp;dere einklappen</translation>
    </message>
    <message>
        <source>Ali&amp;gn</source>
        <translation>Aus&amp;richten</translation>
    </message>
    <message>
        <source>&amp;Left</source>
        <translation>&amp;Links</translation>
    </message>
    <message>
        <source>&amp;Centre</source>
        <translation>&amp;Horizontal mittig</translation>
    </message>
    <message>
        <source>&amp;Right</source>
        <translation>&amp;Rechts</translation>
    </message>
    <message>
        <source>&amp;Top</source>
        <translation>&amp;Oben</translation>
    </message>
    <message>
        <source>&amp;Middle</source>
        <translation>&amp;Vertikal mittig</translation>
    </message>
    <message>
        <source>&amp;Bottom</source>
        <translation>&amp;Unten</translation>
    </message>
    <message>
        <source>Distribute &amp;Horizontally</source>
        <translation>Horizontal v&amp;erteilen</translation>
    </message>
    <message>
        <source>Distribute &amp;Vertically</source>
        <translation>Vertikal ver&amp;teilen</translation>
    </message>
    <message>
        <source>Expand namespaces</source>
        <translation>Namespaces ausklappen</translation>
    </message>
    <message>
        <source>Collapse namespaces</source>
        <translation>Namespaces einklappen</translation>
    </message>
    <message numerus="yes">
        <source>Select at least %n service(s) first.</source>
        <translation>
            <numerusform>Zuerst mindestens %n Dienst auswählen.</numerusform>
            <numerusform>Zuerst mindestens %n Dienste auswählen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no room: services or namespaces would lie over each other. Move them apart first.</source>
        <translation>Der Platz reicht nicht: Dienste oder Namespaces lägen übereinander. Zuerst auseinanderschieben.</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <source>Add &amp;Note…</source>
        <translation>No&amp;tiz hinzufügen…</translation>
    </message>
    <message>
        <source>A note is pinned to one element. Select a service, an arrow or a namespace.</source>
        <translation>Eine Notiz haftet an einem Element. Einen Dienst, Pfeil oder Namespace auswählen.</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>Notiz bearbeiten</translation>
    </message>
    <message>
        <source>Remove note</source>
        <translation>Notiz entfernen</translation>
    </message>
    <message>
        <source>%1 is one of the open files. Choose another name.</source>
        <translation>%1 ist eine der geöffneten Dateien. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The picture could not be drawn: it takes more memory than there is.</source>
        <translation>Das Bild ließ sich nicht zeichnen: Es braucht mehr Speicher, als da ist.</translation>
    </message>
    <message>
        <source>The file shows everything, also what the filter does not show.</source>
        <translation>Die Datei zeigt alles, auch was der Filter nicht zeigt.</translation>
    </message>
    <message>
        <source>Export Report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>Report on pages (PDF)</source>
        <translation>Bericht auf Seiten (PDF)</translation>
    </message>
    <message>
        <source>%1 report</source>
        <translation>%1 Bericht</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Declared Ports</source>
        <translation>Deklarierte Ports</translation>
    </message>
    <message>
        <source>Declare ports</source>
        <translation>Ports deklarieren</translation>
    </message>
    <message>
        <source>Select a service on the canvas first.</source>
        <translation>Zuerst einen Dienst auf der Zeichenfläche auswählen.</translation>
    </message>
    <message>
        <source>Rename Service</source>
        <translation>Dienst umbenennen</translation>
    </message>
    <message>
        <source>&amp;New name</source>
        <translation>&amp;Neuer Name</translation>
    </message>
    <message>
        <source>The name in its manifest is changed. Labels, and what else refers to it, stay.</source>
        <translation>Der Name im Manifest wird geändert. Labels und andere Verweise darauf bleiben.</translation>
    </message>
    <message>
        <source>The label that names it is changed, in its own policy and in every peer that means it alone.</source>
        <translation>Das benennende Label wird geändert, in der eigenen Policy und in jeder Gegenstelle, die nur diesen Dienst meint.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename to %1</source>
        <translation>In %1 umbenennen</translation>
    </message>
    <message>
        <source>Give the new name.</source>
        <translation>Den neuen Namen angeben.</translation>
    </message>
    <message>
        <source>Move to Namespace</source>
        <translation>In Namespace verschieben</translation>
    </message>
    <message>
        <source>&amp;Namespace</source>
        <translation>&amp;Namespace</translation>
    </message>
    <message>
        <source>Its manifests and its own policies move, and peers that mean it alone follow.</source>
        <translation>Seine Manifeste und eigenen Policies ziehen um; Gegenstellen, die nur ihn meinen, folgen.</translation>
    </message>
    <message>
        <source>Move to namespace %1</source>
        <translation>In Namespace %1 verschieben</translation>
    </message>
    <message>
        <source>Give the namespace.</source>
        <translation>Den Namespace angeben.</translation>
    </message>
    <message>
        <source>No manifest here states the labels of %1. Add a Namespace to the files first.</source>
        <translation>Kein Manifest hier nennt die Labels von %1. Zuerst einen Namespace in den Dateien ergänzen.</translation>
    </message>
    <message>
        <source>Select a workload or a namespace on the canvas first.</source>
        <translation>Zuerst einen Workload oder Namespace auf der Zeichenfläche auswählen.</translation>
    </message>
    <message>
        <source>Labels of Pods</source>
        <translation>Labels der Pods</translation>
    </message>
    <message>
        <source>Labels of Namespace</source>
        <translation>Labels des Namespace</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>&amp;Labels</translation>
    </message>
    <message>
        <source>As app=web, tier=back.</source>
        <translation>Wie app=web, tier=back.</translation>
    </message>
    <message>
        <source>Change Labels</source>
        <translation>Labels ändern</translation>
    </message>
    <message>
        <source>Change labels to %1</source>
        <translation>Labels in %1 ändern</translation>
    </message>
    <message>
        <source>Change Ports</source>
        <translation>Ports ändern</translation>
    </message>
    <message>
        <source>Change ports to %1</source>
        <translation>Ports in %1 ändern</translation>
    </message>
    <message>
        <source>No policy is behind what is selected. Select a service, an arrow or a namespace with one.</source>
        <translation>Hinter dem Ausgewählten steht keine Policy. Einen Dienst, Pfeil oder Namespace mit Policy auswählen.</translation>
    </message>
    <message>
        <source>Edit Policy</source>
        <translation>Policy bearbeiten</translation>
    </message>
    <message>
        <source>Which policy?</source>
        <translation>Welche Policy?</translation>
    </message>
    <message>
        <source>Insert &amp;Template</source>
        <translation>V&amp;orlage einfügen</translation>
    </message>
    <message>
        <source>Add Service</source>
        <translation>Dienst hinzufügen</translation>
    </message>
    <message>
        <source>Add service %1</source>
        <translation>Dienst %1 hinzufügen</translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>%1 einfügen</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>&amp;Nächstes suchen</translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation>Vo&amp;rheriges suchen</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>&amp;Ersetzen…</translation>
    </message>
    <message>
        <source>&amp;Go to Line…</source>
        <translation>&amp;Gehe zu Zeile…</translation>
    </message>
    <message>
        <source>Go to F&amp;ile…</source>
        <translation>Gehe zu &amp;Datei…</translation>
    </message>
    <message>
        <source>Close &amp;Tab</source>
        <translation>&amp;Tab schließen</translation>
    </message>
    <message>
        <source>&amp;Comment Out</source>
        <translation>Aus&amp;kommentieren</translation>
    </message>
    <message>
        <source>Co&amp;mplete</source>
        <translation>Ver&amp;vollständigen</translation>
    </message>
    <message>
        <source>&amp;Describe Field</source>
        <translation>&amp;Feld beschreiben</translation>
    </message>
    <message>
        <source>Fo&amp;ld</source>
        <translation>E&amp;inklappen</translation>
    </message>
    <message>
        <source>&amp;Unfold</source>
        <translation>&amp;Ausklappen</translation>
    </message>
    <message>
        <source>Fold &amp;All</source>
        <translation>A&amp;lles einklappen</translation>
    </message>
    <message>
        <source>Unfold All</source>
        <translation>Alles ausklappen</translation>
    </message>
    <message>
        <source>Show Only &amp;Neighbours</source>
        <translation>Nur Na&amp;chbarn zeigen</translation>
    </message>
    <message>
        <source>Neighbours in &amp;Two Steps</source>
        <translation>Nachbarn in z&amp;wei Schritten</translation>
    </message>
    <message>
        <source>Filter &amp;Bar</source>
        <translation>&amp;Filterleiste</translation>
    </message>
    <message>
        <source>Show &amp;Everything</source>
        <translation>Alle&amp;s zeigen</translation>
    </message>
    <message>
        <source>Next Problem on the Canvas</source>
        <translation>Nächstes Pro&amp;blem auf der Zeichenfläche</translation>
    </message>
    <message>
        <source>Previous Problem on the Canvas</source>
        <translation>Vorheriges Problem auf der Zeichenfläche</translation>
    </message>
    <message>
        <source>&amp;Minimap</source>
        <translation>M&amp;inikarte</translation>
    </message>
    <message>
        <source>Connections %1 of %2</source>
        <translation>Verbindungen %1 von %2</translation>
    </message>
    <message>
        <source>Connections %1</source>
        <translation>Verbindungen %1</translation>
    </message>
    <message>
        <source>Select a service or a namespace first.</source>
        <translation>Zuerst einen Dienst oder Namespace auswählen.</translation>
    </message>
    <message>
        <source>Everything is shown again: the filter hid what you chose.</source>
        <translation>Alles wird wieder gezeigt: Der Filter verbarg das Gewählte.</translation>
    </message>
    <message>
        <source>Nothing on the canvas has a problem.</source>
        <translation>Nichts auf der Zeichenfläche hat ein Problem.</translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation>Alles in %1</translation>
    </message>
    <message>
        <source>Anyone, pods in the cluster too</source>
        <translation>Alle, auch Pods im Cluster</translation>
    </message>
    <message>
        <source>Add Note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Edit Note</source>
        <translation>Notiz bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Note on %1:</source>
        <translation>&amp;Notiz zu %1:</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Text der Notiz</translation>
    </message>
    <message>
        <source>may be empty</source>
        <translation>darf leer sein</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>&amp;Autor</translation>
    </message>
    <message>
        <source>Notes are kept beside the files, never in the YAML.</source>
        <translation>Notizen liegen neben den Dateien, nie im YAML.</translation>
    </message>
    <message>
        <source>Change Note</source>
        <translation>Notiz ändern</translation>
    </message>
    <message>
        <source>Say which by labels, as app=web, or write * for all.</source>
        <translation>Mit Labels wie app=web angeben, welche, oder * für alle schreiben.</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>except</source>
        <translation>außer</translation>
    </message>
    <message>
        <source>Pods of %1</source>
        <translation>Pods von %1</translation>
    </message>
    <message>
        <source>Pods of other namespaces</source>
        <translation>Pods anderer Namespaces</translation>
    </message>
    <message>
        <source>Whole namespaces</source>
        <translation>Ganze Namespaces</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Kind of peer</source>
        <translation>Art der Gegenstelle</translation>
    </message>
    <message>
        <source>namespaces with, as team=red</source>
        <translation>Namespaces mit, wie team=red</translation>
    </message>
    <message>
        <source>Labels of namespaces</source>
        <translation>Labels der Namespaces</translation>
    </message>
    <message>
        <source>pods with, as app=web</source>
        <translation>Pods mit, wie app=web</translation>
    </message>
    <message>
        <source>Labels of pods</source>
        <translation>Labels der Pods</translation>
    </message>
    <message>
        <source>Address range</source>
        <translation>Adressbereich</translation>
    </message>
    <message>
        <source>10.1.0.0/16, or nothing</source>
        <translation>10.1.0.0/16 oder nichts</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Remove this peer</source>
        <translation>Diese Gegenstelle entfernen</translation>
    </message>
    <message>
        <source>Give one address range, as 10.0.0.0/8. A second one is a second peer.</source>
        <translation>Einen Adressbereich angeben, wie 10.0.0.0/8. Ein zweiter ist eine zweite Gegenstelle.</translation>
    </message>
    <message>
        <source>Show the text that would be written</source>
        <translation>Den Text zeigen, der geschrieben würde</translation>
    </message>
    <message>
        <source>The text that would be written</source>
        <translation>Der Text, der geschrieben würde</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>This would change:</source>
        <translation>Dies würde ändern:</translation>
    </message>
    <message>
        <source>Change Policy</source>
        <translation>Policy ändern</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Applies to pods with</source>
        <translation>&amp;Gilt für Pods mit</translation>
    </message>
    <message>
        <source>Restricts &amp;ingress: only what a rule names may enter</source>
        <translation>Beschränkt &amp;Ingress: nur was eine Regel nennt, darf hinein</translation>
    </message>
    <message>
        <source>Restricts &amp;egress: only what a rule names may leave</source>
        <translation>Beschränkt &amp;Egress: nur was eine Regel nennt, darf hinaus</translation>
    </message>
    <message>
        <source>These rules have no effect, because the box above is not ticked.</source>
        <translation>Diese Regeln haben keine Wirkung, weil das Feld darüber nicht angekreuzt ist.</translation>
    </message>
    <message>
        <source>Add Ingress Rule</source>
        <translation>Ingress-Regel hinzufügen</translation>
    </message>
    <message>
        <source>Add Egress Rule</source>
        <translation>Egress-Regel hinzufügen</translation>
    </message>
    <message>
        <source>It is about %1. %2</source>
        <translation>Sie gilt für %1. %2</translation>
    </message>
    <message>
        <source>Say which pods by labels, as app=web, or write * for all.</source>
        <translation>Mit Labels wie app=web angeben, welche Pods, oder * für alle schreiben.</translation>
    </message>
    <message>
        <source>A policy restricts ingress, egress or both. Tick one, or remove the policy.</source>
        <translation>Eine Policy beschränkt Ingress, Egress oder beides. Eins ankreuzen oder die Policy entfernen.</translation>
    </message>
    <message>
        <source>Change policy %1</source>
        <translation>Policy %1 ändern</translation>
    </message>
    <message>
        <source>Port %1 of the Service %2 is port %3 of its pods.</source>
        <translation>Port %1 des Service %2 ist Port %3 seiner Pods.</translation>
    </message>
    <message>
        <source>Give the ports, or write all.</source>
        <translation>Ports angeben oder all schreiben.</translation>
    </message>
    <message>
        <source>Policies count the ports of pods.</source>
        <translation>Für Policies zählen die Ports der Pods.</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Remove Service</source>
        <translation>Dienst entfernen</translation>
    </message>
    <message>
        <source>Remove its &amp;manifests too</source>
        <translation>Auch seine &amp;Manifeste entfernen</translation>
    </message>
    <message>
        <source>The policies that are about %1 alone go, and the peers of others that mean it alone.</source>
        <translation>Die Policies, die nur für %1 gelten, entfallen, ebenso die Gegenstellen anderer, die nur dies meinen.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Add Peer</source>
        <translation>Gegenstelle hinzufügen</translation>
    </message>
    <message>
        <source>Remove Rule</source>
        <translation>Regel entfernen</translation>
    </message>
    <message>
        <source>From these peers</source>
        <translation>Von diesen Gegenstellen</translation>
    </message>
    <message>
        <source>To these peers</source>
        <translation>Zu diesen Gegenstellen</translation>
    </message>
    <message>
        <source>From everyone, inside and outside the cluster</source>
        <translation>Von allen, innerhalb und außerhalb des Clusters</translation>
    </message>
    <message>
        <source>To everywhere, inside and outside the cluster</source>
        <translation>Überallhin, innerhalb und außerhalb des Clusters</translation>
    </message>
    <message>
        <source>Who may enter</source>
        <translation>Wer hineindarf</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>8080, UDP/53, 8000-8010, http, or all</source>
        <translation>8080, UDP/53, 8000-8010, http oder all</translation>
    </message>
    <message>
        <source>On ports</source>
        <translation>Über Ports</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>Add a peer, or choose everyone.</source>
        <translation>Eine Gegenstelle hinzufügen oder alle wählen.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Label &amp;key of new services</source>
        <translation>Label-S&amp;chlüssel neuer Dienste</translation>
    </message>
    <message>
        <source>&amp;Namespace of documents that name none</source>
        <translation>&amp;Namespace von Dokumenten, die keinen nennen</translation>
    </message>
    <message>
        <source>not said: edits that need it are refused</source>
        <translation>leer: was ihn braucht, wird abgelehnt</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>The label key is not valid: %1</source>
        <translation>Der Label-Schlüssel ist nicht gültig: %1</translation>
    </message>
    <message>
        <source>The namespace is not valid: %1</source>
        <translation>Der Namespace ist nicht gültig: %1</translation>
    </message>
    <message>
        <source>Pods of the cluster may enter it too</source>
        <translation>Auch Pods des Clusters dürfen hinein</translation>
    </message>
    <message>
        <source>Prometheus &amp;scrapes the service</source>
        <translation>Prometheus &amp;ruft den Dienst ab</translation>
    </message>
    <message>
        <source>The service p&amp;ushes to the Pushgateway</source>
        <translation>Der Dienst s&amp;endet an das Pushgateway</translation>
    </message>
    <message>
        <source>Insert: %1</source>
        <translation>Einfügen: %1</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>Was geschrieben wird</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>S&amp;ervice</source>
        <translation>D&amp;ienst</translation>
    </message>
    <message>
        <source>S&amp;ervice behind it</source>
        <translation>D&amp;ienst dahinter</translation>
    </message>
    <message>
        <source>&amp;Metrics port</source>
        <translation>&amp;Metrik-Port</translation>
    </message>
    <message>
        <source>Its &amp;ports</source>
        <translation>Seine &amp;Ports</translation>
    </message>
    <message>
        <source>&amp;Runs in namespace</source>
        <translation>&amp;Läuft in Namespace</translation>
    </message>
    <message>
        <source>&amp;Answered by</source>
        <translation>Be&amp;antwortet von</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keiner</translation>
    </message>
    <message>
        <source>There is no service yet. Add one first.</source>
        <translation>Es gibt noch keinen Dienst. Zuerst einen hinzufügen.</translation>
    </message>
    <message>
        <source>Give the ports of the service, or write all.</source>
        <translation>Die Ports des Dienstes angeben oder all schreiben.</translation>
    </message>
    <message>
        <source>Egress of %1 is not denied by default yet. With this policy its services may send to DNS, and else only where a policy lets them.</source>
        <translation>Egress von %1 ist noch nicht standardmäßig gesperrt. Mit dieser Policy dürfen seine Dienste zu DNS senden und sonst nur dorthin, wo es eine Policy erlaubt.</translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <translation>%1 (neu)</translation>
    </message>
    <message>
        <source>To be written into %1:</source>
        <translation>Wird geschrieben in %1:</translation>
    </message>
    <message>
        <source>For services that are there this changes:</source>
        <translation>Für vorhandene Dienste ändert dies:</translation>
    </message>
    <message>
        <source>Remove Polic&amp;y…</source>
        <translation>Policy ent&amp;fernen…</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Remove Policy</source>
        <translation>Policy entfernen</translation>
    </message>
    <message>
        <source>The policy %1 is taken out of its file, with the comments inside.</source>
        <translation>Die Policy %1 wird aus ihrer Datei genommen, samt den Kommentaren darin.</translation>
    </message>
    <message>
        <source>Remove policy %1</source>
        <translation>Policy %1 entfernen</translation>
    </message>
    <message>
        <source>Tab, arrow keys</source>
        <translation>Tab, Pfeiltasten</translation>
    </message>
    <message>
        <source>go from element to element</source>
        <translation>von Element zu Element gehen</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>go through the connections of a service</source>
        <translation>die Verbindungen eines Dienstes durchgehen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>select; held down, drag the picture</source>
        <translation>auswählen; gedrückt: das Bild ziehen</translation>
    </message>
    <message>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <source>connect: choose the target, then Enter</source>
        <translation>verbinden: Ziel wählen, dann Eingabe</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>open: the text of a service, the ports of a connection</source>
        <translation>öffnen: Text eines Dienstes, Ports einer Verbindung</translation>
    </message>
    <message>
        <source>T</source>
        <translation>T</translation>
    </message>
    <message>
        <source>collapse or expand a namespace</source>
        <translation>einen Namespace ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Alt with arrow keys</source>
        <translation>Alt mit Pfeiltasten</translation>
    </message>
    <message>
        <source>move what is selected; with Shift, further</source>
        <translation>Auswahl verschieben; mit Umschalt weiter</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>revoke a connection, remove a service</source>
        <translation>eine Verbindung entziehen, einen Dienst entfernen</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>fit the picture into the window</source>
        <translation>das Bild ins Fenster einpassen</translation>
    </message>
    <message>
        <source>+, -, 0</source>
        <translation>+, -, 0</translation>
    </message>
    <message>
        <source>zoom in, zoom out, actual size</source>
        <translation>vergrößern, verkleinern, Originalgröße</translation>
    </message>
    <message>
        <source>Menu, Shift+F10</source>
        <translation>Menü, Umschalt+F10</translation>
    </message>
    <message>
        <source>what can be done with an element</source>
        <translation>was mit einem Element getan werden kann</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>leave what was begun, the filter, the selection</source>
        <translation>Begonnenes, Filter und Auswahl verlassen</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>On the canvas</source>
        <translation>Auf der Zeichenfläche</translation>
    </message>
    <message numerus="yes">
        <source>a filter is on, %n of them faded</source>
        <translation>
            <numerusform>ein Filter ist an, %n davon verblasst</numerusform>
            <numerusform>ein Filter ist an, %n davon verblasst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>notes on %n of them</source>
        <translation>
            <numerusform>Notizen an %n davon</numerusform>
            <numerusform>Notizen an %n davon</numerusform>
        </translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>eingeklappt</translation>
    </message>
    <message>
        <source>two files or folders are compared: OLD and NEW</source>
        <translation>verglichen werden zwei Dateien oder Ordner: OLD und NEW</translation>
    </message>
    <message>
        <source>only one of the two can be standard input</source>
        <translation>nur eins von beiden kann die Standardeingabe sein</translation>
    </message>
    <message>
        <source>%1 is more than one end: name a service or an address</source>
        <translation>%1 ist mehr als ein Ende: einen Dienst oder eine Adresse nennen</translation>
    </message>
    <message>
        <source>This allows it: %1</source>
        <translation>Dies erlaubt es: %1</translation>
    </message>
    <message>
        <source>Says whether SRC may connect to DST and why: what both ends admit, the
rules with their places, and where the answer is no, the rules that nearly
admit it. Exits with 1 if it is not allowed or cannot be told.

  --port P     TCP/8080, UDP/53 or TCP/8000-8010; without it: any port
  -o FORMAT    txt (default) or json</source>
        <translation>Sagt, ob SRC sich mit DST verbinden darf und warum: was beide Enden zulassen,
die Regeln mit ihren Stellen und bei Nein die Regeln, die es fast zulassen.
Endet mit 1, wenn es nicht erlaubt oder unklar ist.

  --port P     TCP/8080, UDP/53 oder TCP/8000-8010; ohne dies: jeder Port
  -o FORMAT    txt (Vorgabe) oder json</translation>
    </message>
    <message>
        <source>the formats are txt, json, sarif, junit and github</source>
        <translation>die Formate sind txt, json, sarif, junit und github</translation>
    </message>
    <message>
        <source>nothing; half open: %1</source>
        <translation>nichts; halb offen: %1</translation>
    </message>
    <message>
        <source>%1 has %2=%3</source>
        <translation>%1 hat %2=%3</translation>
    </message>
    <message>
        <source>%1 has no label %2</source>
        <translation>%1 hat kein Label %2</translation>
    </message>
    <message>
        <source>its policy is for pods with %1, but %2</source>
        <translation>die Policy gilt für Pods mit %1, und %2</translation>
    </message>
    <message>
        <source>it asks for pods with %1, but %2</source>
        <translation>sie verlangt Pods mit %1, und %2</translation>
    </message>
    <message>
        <source>it asks for namespaces with %1, but %2</source>
        <translation>sie verlangt Namespaces mit %1, und %2</translation>
    </message>
    <message>
        <source>without a namespaceSelector it means pods of %1 only</source>
        <translation>ohne namespaceSelector meint sie nur Pods von %1</translation>
    </message>
    <message>
        <source>it means pods, but %1 is an address</source>
        <translation>sie meint Pods, und %1 ist eine Adresse</translation>
    </message>
    <message>
        <source>it means the addresses %1, but %2 is a pod</source>
        <translation>sie meint die Adressen %1, und %2 ist ein Pod</translation>
    </message>
    <message>
        <source>%1 is not in %2</source>
        <translation>%1 liegt nicht in %2</translation>
    </message>
    <message>
        <source>it leaves %1 out</source>
        <translation>sie nimmt %1 aus</translation>
    </message>
    <message>
        <source>none of its named ports is a port of the target</source>
        <translation>keiner ihrer benannten Ports ist ein Port des Ziels</translation>
    </message>
    <message>
        <source>it is for %1</source>
        <translation>sie gilt für %1</translation>
    </message>
    <message>
        <source>%1 is outside: no policy applies to it.</source>
        <translation>%1 liegt außerhalb: Keine Policy gilt dafür.</translation>
    </message>
    <message>
        <source>Egress of %1: nothing restricts it.</source>
        <translation>Egress von %1: nicht beschränkt.</translation>
    </message>
    <message>
        <source>Ingress of %1: nothing restricts it.</source>
        <translation>Ingress von %1: nicht beschränkt.</translation>
    </message>
    <message>
        <source>Rule %1 of policy %2 admits %3.</source>
        <translation>Regel %1 der Policy %2 lässt %3 zu.</translation>
    </message>
    <message>
        <source>Rule %1 of policy %2 denies %3.</source>
        <translation>Regel %1 der Policy %2 sperrt %3.</translation>
    </message>
    <message>
        <source>Rule %1 of policy %2 passes %3 on to the policies below its tier.</source>
        <translation>Regel %1 der Policy %2 reicht %3 an die Policies unterhalb ihrer Stufe weiter.</translation>
    </message>
    <message>
        <source>Policy %1 isolates it.</source>
        <translation>Policy %1 sorgt für Isolierung.</translation>
    </message>
    <message>
        <source>Rule %1 of policy %2 nearly admits it: %3.</source>
        <translation>Regel %1 der Policy %2 lässt es fast zu: %3.</translation>
    </message>
    <message>
        <source>Policy %1 asks for labels of the namespace %2, which no file states. Add its Namespace.</source>
        <translation>Policy %1 verlangt Labels des Namespace %2, die keine Datei nennt. Seinen Namespace ergänzen.</translation>
    </message>
    <message>
        <source>Policy %1 asks for the port named %2, and no file says what that is on %3. Add its workload.</source>
        <translation>Policy %1 verlangt den Port namens %2, und keine Datei sagt, welcher das bei %3 ist. Den Workload ergänzen.</translation>
    </message>
    <message>
        <source>any port</source>
        <translation>jeder Port</translation>
    </message>
    <message>
        <source>Both ends are outside the cluster: none of its policies decides.</source>
        <translation>Beide Enden liegen außerhalb des Clusters: Keine seiner Policies entscheidet.</translation>
    </message>
    <message>
        <source>A pod always reaches itself.</source>
        <translation>Ein Pod erreicht sich immer selbst.</translation>
    </message>
    <message>
        <source>Every port is allowed.</source>
        <translation>Jeder Port ist erlaubt.</translation>
    </message>
    <message>
        <source>Allowed: %1.</source>
        <translation>Erlaubt: %1.</translation>
    </message>
    <message>
        <source>Nothing is allowed.</source>
        <translation>Nichts ist erlaubt.</translation>
    </message>
    <message>
        <source>Not allowed: %1.</source>
        <translation>Nicht erlaubt: %1.</translation>
    </message>
    <message>
        <source>Cannot tell; by what is known nothing is allowed.</source>
        <translation>Unklar; nach dem, was bekannt ist, ist nichts erlaubt.</translation>
    </message>
    <message>
        <source>Cannot tell; by what is known this is allowed: %1.</source>
        <translation>Unklar; nach dem, was bekannt ist, ist dies erlaubt: %1.</translation>
    </message>
    <message>
        <source>Removed. Half open before: %1</source>
        <translation>Entfernt. Vorher halb offen: %1</translation>
    </message>
    <message>
        <source>Removed. Allowed before: %1</source>
        <translation>Entfernt. Vorher erlaubt: %1</translation>
    </message>
    <message>
        <source>Allowed: %1</source>
        <translation>Erlaubt: %1</translation>
    </message>
    <message>
        <source>Half open: %1; %2</source>
        <translation>Halb offen: %1; %2</translation>
    </message>
    <message>
        <source>%1 and %2 have the same priority %3: which one comes first is undefined. Here Deny comes before Pass, and Pass before Accept. Give one of them another priority.</source>
        <translation>%1 und %2 haben dieselbe Priorität %3: Welche zuerst kommt, ist nicht festgelegt. Hier kommt Deny vor Pass und Pass vor Accept. Einer davon eine andere Priorität geben.</translation>
    </message>
    <message>
        <source>%1: manifests do not say which addresses %2 means. Here an Accept or Allow rule admits none of them, and any other rule denies every address outside.</source>
        <translation>%1: Manifeste sagen nicht, welche Adressen %2 meint. Hier lässt eine Regel mit Accept oder Allow keine davon zu, und jede andere Regel sperrt jede Adresse außerhalb.</translation>
    </message>
    <message>
        <source>%1 is empty: some clusters take that for no port, others for every port. Leave it out to mean every port.</source>
        <translation>%1 ist leer: Manche Cluster verstehen das als keinen Port, andere als jeden Port. Weglassen, um jeden Port zu meinen.</translation>
    </message>
    <message>
        <source>%1 has no rules and does nothing. Add a rule, or remove it.</source>
        <translation>%1 hat keine Regeln und bewirkt nichts. Eine Regel hinzufügen oder die Policy entfernen.</translation>
    </message>
    <message>
        <source>%1 cannot be allowed to connect to %2: %3 denies it before any NetworkPolicy counts (%4 rule %5 %6). Change that rule first.</source>
        <translation>Die Verbindung von %1 zu %2 lässt sich nicht erlauben: %3 sperrt sie, bevor eine NetworkPolicy zählt (%4, Regel %5 %6). Zuerst diese Regel ändern.</translation>
    </message>
    <message>
        <source>%1 cannot be kept from %2 by a NetworkPolicy: %3 admits it (%4 rule %5 %6). Change that rule.</source>
        <translation>Die Verbindung von %1 zu %2 lässt sich durch keine NetworkPolicy sperren: %3 lässt sie zu (%4, Regel %5 %6). Diese Regel ändern.</translation>
    </message>
    <message>
        <source>A cluster would refuse ports of the %1 %2 as they are written now. Mend what the problems say about them, then change them here.</source>
        <translation>Ein Cluster würde Ports von %1 %2 in ihrer jetzigen Form abweisen. Die gemeldeten Probleme beheben, dann hier ändern.</translation>
    </message>
    <message>
        <source>The Service %1 has several ports, so each needs a name. Give every port a name.</source>
        <translation>Der Service %1 hat mehrere Ports; jeder braucht daher einen Namen. Jedem Port einen Namen geben.</translation>
    </message>
    <message>
        <source>%1 stands twice among the ports of %2. Change one of the two.</source>
        <translation>%1 steht zweimal unter den Ports von %2. Eins von beiden ändern.</translation>
    </message>
    <message>
        <source>The Service %1 would have no port, and a cluster would refuse it. Keep one port.</source>
        <translation>Der Service %1 hätte keinen Port, und ein Cluster würde ihn abweisen. Einen Port behalten.</translation>
    </message>
    <message>
        <source>%1 → %2: nothing is allowed any longer</source>
        <translation>%1 → %2: nichts ist mehr erlaubt</translation>
    </message>
    <message>
        <source>%1 → %2: %3 is no longer allowed</source>
        <translation>%1 → %2: %3 ist nicht mehr erlaubt</translation>
    </message>
    <message>
        <source>%1 → %2: everything is newly allowed</source>
        <translation>%1 → %2: alles ist neu erlaubt</translation>
    </message>
    <message>
        <source>%1 → %2: %3 is newly allowed</source>
        <translation>%1 → %2: %3 ist neu erlaubt</translation>
    </message>
    <message>
        <source>%1 → %2: %3 is allowed instead of %4</source>
        <translation>%1 → %2: %3 ist erlaubt statt %4</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>passed on</source>
        <translation>weitergereicht</translation>
    </message>
    <message>
        <source>what manifests do not tell</source>
        <translation>das, was Manifeste nicht sagen</translation>
    </message>
    <message>
        <source>the port named %1</source>
        <translation>den Port namens %1</translation>
    </message>
    <message>
        <source>ports that cannot be read</source>
        <translation>nicht lesbare Ports</translation>
    </message>
    <message>
        <source>Allows ingress from %1 on %2.</source>
        <translation>Erlaubt Ingress für %1 über %2.</translation>
    </message>
    <message>
        <source>Allows egress to %1 on %2.</source>
        <translation>Erlaubt Egress auf %1 über %2.</translation>
    </message>
    <message>
        <source>Denies ingress from %1 on %2.</source>
        <translation>Sperrt Ingress für %1 über %2.</translation>
    </message>
    <message>
        <source>Denies egress to %1 on %2.</source>
        <translation>Sperrt Egress auf %1 über %2.</translation>
    </message>
    <message>
        <source>Leaves ingress from %1 on %2 to the policies of the namespace.</source>
        <translation>Überlässt Ingress für %1 über %2 den Policies des Namespace.</translation>
    </message>
    <message>
        <source>Leaves egress to %1 on %2 to the policies of the namespace.</source>
        <translation>Überlässt Egress auf %1 über %2 den Policies des Namespace.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>2 steps</source>
        <translation>2 Schritte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Ports…</source>
        <translation>Ports…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Here %1: %2</source>
        <translation>Hier %1: %2</translation>
    </message>
    <message>
        <source>%1, ingress rule %2 · line %3</source>
        <translation>%1, Ingress-Regel %2 · Zeile %3</translation>
    </message>
    <message>
        <source>%1, egress rule %2 · line %3</source>
        <translation>%1, Egress-Regel %2 · Zeile %3</translation>
    </message>
    <message>
        <source>Allow the other side too</source>
        <translation>Auch die andere Seite erlauben</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s), the first: %1</source>
        <translation>
            <numerusform>%n Problem: %1</numerusform>
            <numerusform>%n Probleme, das erste: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1, %2 von %3</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s), the first is %1</source>
        <translation>
            <numerusform>%n Vorschlag: %1</numerusform>
            <numerusform>%n Vorschläge, der erste ist %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Allow a Connection</source>
        <translation>Verbindung erlauben</translation>
    </message>
    <message>
        <source>&amp;Choose the File…</source>
        <translation>&amp;Datei wählen…</translation>
    </message>
    <message>
        <source>&amp;Keep the connections that are drawn</source>
        <translation>&amp;Gezeichnete Verbindungen behalten</translation>
    </message>
    <message>
        <source>Deny, and Cut These</source>
        <translation>Sperren und diese trennen</translation>
    </message>
    <message>
        <source>Nothing will enter %1 unless a policy lets it.</source>
        <translation>Nichts kommt in %1 hinein, außer eine Policy erlaubt es.</translation>
    </message>
    <message>
        <source>DNS is answered by</source>
        <translation>DNS wird beantwortet von</translation>
    </message>
    <message>
        <source>No policy can keep these drawn connections without opening more; they are cut:</source>
        <translation>Gezeichnet, aber keine Policy kann es behalten, ohne anderes zu öffnen. Dies trennt es:</translation>
    </message>
    <message>
        <source>This cuts what is drawn:</source>
        <translation>Dies trennt Gezeichnetes:</translation>
    </message>
    <message>
        <source>This cuts what was open without an arrow:</source>
        <translation>Dies trennt, was ohne Pfeil offen war:</translation>
    </message>
    <message>
        <source>Re&amp;voke or Remove</source>
        <translation>Ent&amp;ziehen oder entfernen</translation>
    </message>
    <message>
        <source>&amp;Revoke Connection</source>
        <translation>Verbindung en&amp;tziehen</translation>
    </message>
    <message>
        <source>Select a connection on the canvas first.</source>
        <translation>Zuerst eine Verbindung auf der Zeichenfläche auswählen.</translation>
    </message>
    <message>
        <source>%1 is there because a rule names it. Revoke its connections.</source>
        <translation>%1 gibt es, weil eine Regel es nennt. Die Verbindungen entziehen.</translation>
    </message>
    <message>
        <source>Allow the Other Side Too</source>
        <translation>Auch die andere Seite erlauben</translation>
    </message>
    <message>
        <source>Revoke Connection</source>
        <translation>Verbindung entziehen</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Explain…</source>
        <translation>Erklären…</translation>
    </message>
    <message>
        <source>New Policy for This…</source>
        <translation>Neue Policy hierfür…</translation>
    </message>
    <message>
        <source>Remove Service…</source>
        <translation>Dienst entfernen…</translation>
    </message>
    <message>
        <source>New Policy…</source>
        <translation>Neue Policy…</translation>
    </message>
    <message>
        <source>E&amp;xplain…</source>
        <translation>E&amp;rklären…</translation>
    </message>
    <message>
        <source>Choose two ends, and read whether and why one may connect to the other.</source>
        <translation>Zwei Enden wählen und lesen, ob und warum sich das eine mit dem anderen verbinden darf.</translation>
    </message>
    <message>
        <source>Allow %1</source>
        <translation>%1 erlauben</translation>
    </message>
    <message>
        <source>the layout, notes and declared ports</source>
        <translation>Anordnung, Notizen und deklarierte Ports</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>There are changes that are not saved:</source>
        <translation>Es gibt Änderungen, die nicht gespeichert sind:</translation>
    </message>
    <message>
        <source>Allow the &amp;Other Side Too</source>
        <translation>&amp;Auch die andere Seite erlauben</translation>
    </message>
    <message>
        <source>Select a connection that is half open first: one end allows it, the other does not.</source>
        <translation>Zuerst eine halb offene Verbindung auswählen: Ein Ende erlaubt sie, das andere nicht.</translation>
    </message>
    <message>
        <source>%2 admits it already. %1 would be allowed to send it.</source>
        <translation>%2 lässt es schon zu. %1 dürfte es dann senden.</translation>
    </message>
    <message>
        <source>%1 may send it already. %2 would admit it.</source>
        <translation>%1 darf es schon senden. %2 ließe es dann zu.</translation>
    </message>
    <message>
        <source>&amp;New Policy…</source>
        <translation>Ne&amp;ue Policy…</translation>
    </message>
    <message>
        <source>Go to Connections</source>
        <translation>Zu den Verbindungen</translation>
    </message>
    <message>
        <source>Go to Details</source>
        <translation>Zu den Details</translation>
    </message>
    <message>
        <source>Next Panel</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous Panel</source>
        <translation>Vorheriger Bereich</translation>
    </message>
    <message>
        <source>The manifests of %1 name no containers. Add them in the text.</source>
        <translation>Die Manifeste von %1 nennen keine Container. Im Text ergänzen.</translation>
    </message>
    <message>
        <source>Select a workload, whose ports its manifest names, or a pod group, for which they can be declared.</source>
        <translation>Einen Workload auswählen, dessen Ports sein Manifest nennt, oder eine Pod-Gruppe, für die sie deklariert werden können.</translation>
    </message>
    <message>
        <source>A namespace keeps its name. Move its services to another one instead.</source>
        <translation>Ein Namespace behält seinen Namen. Stattdessen seine Dienste in einen anderen verschieben.</translation>
    </message>
    <message>
        <source>Each went into the namespace that it came from: %1.</source>
        <translation>Jedes kam in den Namespace, aus dem es stammt: %1.</translation>
    </message>
    <message>
        <source>The minimap appears when a part of the picture is out of sight.</source>
        <translation>Die Minikarte erscheint, wenn ein Teil des Bildes nicht zu sehen ist.</translation>
    </message>
    <message>
        <source>%1, and Change These Too</source>
        <translation>%1 und dies mitändern</translation>
    </message>
    <message>
        <source>New Policy</source>
        <translation>Neue Policy</translation>
    </message>
    <message>
        <source>Add Policy</source>
        <translation>Policy hinzufügen</translation>
    </message>
    <message>
        <source>app=web, or * for all</source>
        <translation>app=web oder * für alle</translation>
    </message>
    <message>
        <source>Name&amp;space</source>
        <translation>Name&amp;space</translation>
    </message>
    <message>
        <source>Add policy %1</source>
        <translation>Policy %1 hinzufügen</translation>
    </message>
    <message>
        <source>It is written into %1.</source>
        <translation>Sie wird in %1 geschrieben.</translation>
    </message>
    <message>
        <source>A port has no number. Give one from 1 to 65535, or remove the port.</source>
        <translation>Ein Port hat keine Nummer. Eine von 1 bis 65535 angeben oder den Port entfernen.</translation>
    </message>
    <message>
        <source>%1 is no port. Give a number from 1 to 65535.</source>
        <translation>%1 ist kein Port. Eine Nummer von 1 bis 65535 angeben.</translation>
    </message>
    <message>
        <source>Container %1 of %2 %3</source>
        <translation>Container %1 von %2 %3</translation>
    </message>
    <message>
        <source>Container %1</source>
        <translation>Container %1</translation>
    </message>
    <message>
        <source>Service %1, which leads to these pods</source>
        <translation>Service %1, der zu diesen Pods führt</translation>
    </message>
    <message>
        <source>Add Port</source>
        <translation>Port hinzufügen</translation>
    </message>
    <message>
        <source>Add a port: %1</source>
        <translation>Port hinzufügen: %1</translation>
    </message>
    <message>
        <source>to</source>
        <translation>zu</translation>
    </message>
    <message>
        <source>the same, or a port&apos;s name</source>
        <translation>derselbe oder ein Portname</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Remove this port</source>
        <translation>Diesen Port entfernen</translation>
    </message>
    <message>
        <source>Change ports of %1</source>
        <translation>Ports von %1 ändern</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Alt+Up in any field of the rule</source>
        <translation>Alt+Pfeil hoch in jedem Feld der Regel</translation>
    </message>
    <message>
        <source>Alt+Down in any field of the rule</source>
        <translation>Alt+Pfeil runter in jedem Feld der Regel</translation>
    </message>
    <message>
        <source>Beside the policies of its namespace</source>
        <translation>Bei den Policies seines Namespace</translation>
    </message>
    <message>
        <source>A new file</source>
        <translation>Neue Datei</translation>
    </message>
    <message>
        <source>Name of the new file</source>
        <translation>Name der neuen Datei</translation>
    </message>
    <message>
        <source>Give a name that ends in .yaml.</source>
        <translation>Einen Namen angeben, der auf .yaml endet.</translation>
    </message>
    <message>
        <source>%1 is open already. Choose it in the list, or give another name.</source>
        <translation>%1 ist schon geöffnet. In der Liste wählen oder einen anderen Namen angeben.</translation>
    </message>
    <message>
        <source>There is a file %1 already, which is not open. Open it, or give another name.</source>
        <translation>Es gibt schon eine Datei %1, die nicht geöffnet ist. Sie öffnen oder einen anderen Namen angeben.</translation>
    </message>
    <message>
        <source>There is no folder %1. Make it first, or give another name.</source>
        <translation>Es gibt keinen Ordner %1. Ihn zuerst anlegen oder einen anderen Namen angeben.</translation>
    </message>
    <message>
        <source>Policy %1 means the addresses %2, and no file states the address of %3.</source>
        <translation>Policy %1 meint die Adressen %2, und keine Datei nennt die Adresse von %3.</translation>
    </message>
    <message>
        <source>Pods of %1 differ in the label %2, by which policy %3 selects. Each set of labels is judged by itself. Give them equal labels.</source>
        <translation>Pods von %1 unterscheiden sich im Label %2, nach dem Policy %3 auswählt. Jeder Satz von Labels wird für sich beurteilt. Ihnen gleiche Labels geben.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them changed</source>
        <translation>
            <numerusform>%n davon geändert</numerusform>
            <numerusform>%n davon geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>added: only the newer version has it</source>
        <translation>hinzugefügt: nur in der neueren Fassung</translation>
    </message>
    <message>
        <source>changed, with what it was</source>
        <translation>geändert, mit dem vorherigen Stand</translation>
    </message>
    <message>
        <source>removed: only the older version has it</source>
        <translation>entfernt: nur in der älteren Fassung</translation>
    </message>
    <message>
        <source>open, but a cluster-wide policy denies part</source>
        <translation>offen, aber clusterweit teils gesperrt</translation>
    </message>
    <message>
        <source>way in from outside: an object leads there</source>
        <translation>Zugang von außen: ein Objekt führt dorthin</translation>
    </message>
    <message>
        <source>it leads there, but the policies admit nothing</source>
        <translation>führt dorthin, aber die Policies lassen nichts zu</translation>
    </message>
    <message>
        <source>cannot tell who comes in</source>
        <translation>unklar, wer hineinkommt</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Vergleich %1 → %2</translation>
    </message>
    <message>
        <source>--compare and --rev contradict each other; give one of them</source>
        <translation>--compare und --rev widersprechen sich; eins davon angeben</translation>
    </message>
    <message>
        <source>Lists every allowed connection.

  -o FORMAT    txt (default), json, csv, md or dot
  --groups     list pod groups beside workloads
  --exposure   also what pods that do not exist yet could reach</source>
        <translation>Listet jede erlaubte Verbindung auf.

  -o FORMAT    txt (Vorgabe), json, csv, md oder dot
  --groups     neben Workloads auch Pod-Gruppen auflisten
  --exposure   auch, was Pods erreichen könnten, die es noch nicht gibt</translation>
    </message>
    <message>
        <source>Lists what two versions (files or folders) let connect differently.
Exits with 1 if there is a difference.

  -o FORMAT    txt (default), json, csv, md or dot
  --rev R      compare PATH as it was in the Git revision R with the files on
               disk; OLD..NEW compares two revisions, OLD...NEW what NEW has
               changed since it left OLD. Only then git is started, to read.</source>
        <translation>Listet auf, welche Verbindungen zwei Fassungen (Dateien oder Ordner)
verschieden erlauben. Endet mit 1, wenn es einen Unterschied gibt.

  -o FORMAT    txt (Vorgabe), json, csv, md oder dot
  --rev R      PATH, wie es in der Git-Revision R war, mit den Dateien auf dem
               Datenträger vergleichen; OLD..NEW vergleicht zwei Revisionen,
               OLD...NEW, was NEW seit der Trennung von OLD geändert hat.
               Nur dann wird git gestartet, zum Lesen.</translation>
    </message>
    <message>
        <source>Lists problems: id, place and remedy. Exits with 1 if there is one.

  -o FORMAT    txt (default), json, sarif (2.1.0), junit or github; json
               and sarif carry the edits that mend a problem
  --fail-on S  exit with 1 only from this severity on (default: hint)</source>
        <translation>Listet Probleme auf: Kennung, Stelle und Abhilfe. Endet mit 1, wenn es eins
gibt.

  -o FORMAT    txt (Vorgabe), json, sarif (2.1.0), junit oder github; json
               und sarif enthalten die Änderungen, die ein Problem beheben
  --fail-on S  erst ab diesem Schweregrad mit 1 enden (Vorgabe: hint)</translation>
    </message>
    <message>
        <source>standard input has no revisions</source>
        <translation>die Standardeingabe hat keine Revisionen</translation>
    </message>
    <message>
        <source>the files on disk</source>
        <translation>Dateien auf dem Datenträger</translation>
    </message>
    <message>
        <source>nothing; led there, not admitted: %1</source>
        <translation>nichts; führt dorthin, nicht zugelassen: %1</translation>
    </message>
    <message>
        <source>cannot tell: %1</source>
        <translation>unklar: %1</translation>
    </message>
    <message>
        <source>No difference: both allow the same.</source>
        <translation>Kein Unterschied: Beide erlauben dasselbe.</translation>
    </message>
    <message>
        <source>Egress of %1: nothing may leave.</source>
        <translation>Egress von %1: nichts darf hinaus.</translation>
    </message>
    <message>
        <source>Ingress of %1: nothing may enter.</source>
        <translation>Ingress von %1: nichts darf hinein.</translation>
    </message>
    <message>
        <source>Egress of %1: %2 may leave.</source>
        <translation>Egress von %1: hinaus darf %2.</translation>
    </message>
    <message>
        <source>Ingress of %1: %2 may enter.</source>
        <translation>Ingress von %1: hinein darf %2.</translation>
    </message>
    <message>
        <source>any pod of the cluster</source>
        <translation>jeder Pod des Clusters</translation>
    </message>
    <message>
        <source>any pod in %1</source>
        <translation>jeder Pod in %1</translation>
    </message>
    <message>
        <source>any pod with %1 in %2</source>
        <translation>jeder Pod mit %1 in %2</translation>
    </message>
    <message>
        <source>any pod with %1 in any namespace</source>
        <translation>jeder Pod mit %1 in jedem Namespace</translation>
    </message>
    <message>
        <source>any pod in namespaces with %1</source>
        <translation>jeder Pod in Namespaces mit %1</translation>
    </message>
    <message>
        <source>any pod with %1 in namespaces with %2</source>
        <translation>jeder Pod mit %1 in Namespaces mit %2</translation>
    </message>
    <message>
        <source>No policy speaks of its ingress: any pod of the cluster could reach it.</source>
        <translation>Keine Policy sagt etwas zum Ingress: Jeder Pod des Clusters hätte Zugriff.</translation>
    </message>
    <message>
        <source>No policy speaks of its egress: it could reach any pod of the cluster.</source>
        <translation>Keine Policy sagt etwas zum Egress: Jeder Pod des Clusters wäre erreichbar.</translation>
    </message>
    <message>
        <source>Pods that could not reach it, unlike others: %1.</source>
        <translation>Pods, die anders als andere keinen Zugriff hätten: %1.</translation>
    </message>
    <message>
        <source>Pods that it could not reach, unlike others: %1.</source>
        <translation>Pods, die anders als andere nicht erreichbar wären: %1.</translation>
    </message>
    <message>
        <source>Could reach it: %1, %2.</source>
        <translation>Zugriff hätte: %1, %2.</translation>
    </message>
    <message>
        <source>It could reach: %1, %2.</source>
        <translation>Erreichbar wäre: %1, %2.</translation>
    </message>
    <message>
        <source>No pod that does not exist yet could reach it.</source>
        <translation>Kein Pod, den es noch nicht gibt, hätte Zugriff.</translation>
    </message>
    <message>
        <source>It could reach no pod that does not exist yet.</source>
        <translation>Er könnte keinen Pod erreichen, den es noch nicht gibt.</translation>
    </message>
    <message>
        <source>Write policyTypes out as they count now</source>
        <translation>policyTypes so ausschreiben, wie sie jetzt gelten</translation>
    </message>
    <message>
        <source>Write policyTypes: [Egress], so that it no longer restricts ingress</source>
        <translation>policyTypes: [Egress] schreiben, sodass die Policy Ingress nicht mehr beschränkt</translation>
    </message>
    <message>
        <source>Add %1 to policyTypes: its rules count, and what they do not admit is cut</source>
        <translation>%1 in policyTypes ergänzen: Die Regeln dafür gelten, und was sie nicht zulassen, wird getrennt</translation>
    </message>
    <message>
        <source>Remove the %1 rules, which have no effect</source>
        <translation>Die %1-Regeln entfernen, die keine Wirkung haben</translation>
    </message>
    <message>
        <source>Remove the policy type that is listed twice</source>
        <translation>Den Policy-Typ entfernen, der zweimal genannt ist</translation>
    </message>
    <message>
        <source>Remove the empty list %1, which means everyone all the same</source>
        <translation>Die leere Liste %1 entfernen; auch ohne sie sind alle gemeint</translation>
    </message>
    <message>
        <source>Allow names: UDP and TCP to %1</source>
        <translation>Namensauflösung erlauben: UDP und TCP zu %1</translation>
    </message>
    <message>
        <source>Allow UDP 53 too</source>
        <translation>Auch UDP 53 erlauben</translation>
    </message>
    <message>
        <source>Write protocol: TCP, which an empty port means</source>
        <translation>protocol: TCP schreiben, was ein leerer Port bedeutet</translation>
    </message>
    <message>
        <source>Write the pod&apos;s port %2 in place of %1</source>
        <translation>Den Port %2 des Pods statt %1 schreiben</translation>
    </message>
    <message>
        <source>Write %1, which holds the same addresses</source>
        <translation>%1 schreiben, was dieselben Adressen umfasst</translation>
    </message>
    <message>
        <source>Ask for kubernetes.io/metadata.name: %1, which the namespace has</source>
        <translation>kubernetes.io/metadata.name: %1 verlangen, was der Namespace hat</translation>
    </message>
    <message>
        <source>Mean the pods of namespace %1 instead</source>
        <translation>Stattdessen die Pods des Namespace %1 meinen</translation>
    </message>
    <message>
        <source>Write the other half too: %1 to %2, %3</source>
        <translation>Auch die andere Hälfte schreiben: %1 nach %2, %3</translation>
    </message>
    <message>
        <source>Make one peer of both, so that both must hold</source>
        <translation>Aus beiden eine Gegenstelle machen, sodass beide gelten müssen</translation>
    </message>
    <message>
        <source>Make one rule of both: these peers on these ports only</source>
        <translation>Aus beiden eine Regel machen: diese Gegenstellen nur auf diesen Ports</translation>
    </message>
    <message>
        <source>Remove this rule, which changes nothing</source>
        <translation>Diese Regel entfernen, die nichts ändert</translation>
    </message>
    <message>
        <source>Remove this peer, which changes nothing</source>
        <translation>Diese Gegenstelle entfernen, die nichts ändert</translation>
    </message>
    <message>
        <source>Remove this port, which changes nothing</source>
        <translation>Diesen Port entfernen, der nichts ändert</translation>
    </message>
    <message>
        <source>Remove policy %1, which changes nothing</source>
        <translation>Policy %1 entfernen, die nichts ändert</translation>
    </message>
    <message>
        <source>%1: denied by default by %2, only what is drawn is admitted</source>
        <translation>%1: standardmäßig gesperrt durch %2, nur Gezeichnetes ist erlaubt</translation>
    </message>
    <message>
        <source>%1: open, but %2 denies part</source>
        <translation>%1: offen, aber teils gesperrt durch %2</translation>
    </message>
    <message>
        <source>%1: isolated, but a rule admits everyone; %2 denies part</source>
        <translation>%1: isoliert, aber eine Regel lässt alle zu; teils gesperrt durch %2</translation>
    </message>
    <message>
        <source>before, %1</source>
        <translation>vorher %1</translation>
    </message>
    <message>
        <source>default deny: %1, by %2</source>
        <translation>standardmäßig gesperrt: %1, durch %2</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, durch %2</translation>
    </message>
    <message>
        <source>cluster-wide deny</source>
        <translation>clusterweit gesperrt</translation>
    </message>
    <message>
        <source>not admitted</source>
        <translation>nicht zugelassen</translation>
    </message>
    <message>
        <source>not all of it</source>
        <translation>nicht alles</translation>
    </message>
    <message>
        <source>half open: %1</source>
        <translation>halb offen: %1</translation>
    </message>
    <message>
        <source>the policies admit nothing</source>
        <translation>die Policies lassen nichts zu</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>%1 leads to the Service %2, which is not in the open files. Open its file too, or mend the name; until then it leads nowhere here.</source>
        <translation>%1 führt zum Service %2, der nicht in den geöffneten Dateien ist. Auch dessen Datei öffnen oder den Namen berichtigen; bis dahin führt es hier nirgendwohin.</translation>
    </message>
    <message>
        <source>%1 names the port %3 of the Service %2, which has no such port, so it leads nowhere. Name one of its ports.</source>
        <translation>%1 nennt den Port %3 des Service %2, der keinen solchen Port hat; so führt es nirgendwohin. Einen seiner Ports nennen.</translation>
    </message>
    <message>
        <source>%1 leads to the Service %2, which selects no pod of the open files. Open the workload&apos;s file too, or mend the Service&apos;s selector.</source>
        <translation>%1 führt zum Service %2, der keinen Pod der geöffneten Dateien auswählt. Auch die Datei des Workloads öffnen oder den Selektor des Service berichtigen.</translation>
    </message>
    <message>
        <source>%1 names the Service %2, and no ReferenceGrant in the namespace %3 lets it, so it leads nowhere. Add one there, or open its file too.</source>
        <translation>%1 nennt den Service %2, und kein ReferenceGrant im Namespace %3 erlaubt es; so führt es nirgendwohin. Dort einen ergänzen oder auch die Datei mit ihm öffnen.</translation>
    </message>
    <message>
        <source>%1 hangs on the Gateway %2, which is not in the open files, so nobody can tell whether it leads anywhere. Open its file too.</source>
        <translation>%1 hängt am Gateway %2, das nicht in den geöffneten Dateien ist; so ist unklar, ob es irgendwohin führt. Auch dessen Datei öffnen.</translation>
    </message>
    <message>
        <source>No listener of the Gateway %2 takes %1, so it leads nowhere there. Mend its section, port or host names, or the listener&apos;s allowedRoutes.</source>
        <translation>Kein Listener des Gateways %2 nimmt %1 an; so führt es dort nirgendwohin. Seinen sectionName, Port oder seine Hostnamen berichtigen oder allowedRoutes des Listeners.</translation>
    </message>
    <message>
        <source>There is no program git. Install it, or compare with a file or folder.</source>
        <translation>Es gibt kein Programm git. Installieren oder mit einer Datei oder einem Ordner vergleichen.</translation>
    </message>
    <message>
        <source>git cannot read the repository: %1</source>
        <translation>git kann das Repository nicht lesen: %1</translation>
    </message>
    <message>
        <source>git gave no answer within %1 seconds and was stopped. Try again, or compare with a file or folder.</source>
        <translation>git gab in %1 Sekunden keine Antwort und wurde beendet. Noch einmal versuchen oder mit einer Datei oder einem Ordner vergleichen.</translation>
    </message>
    <message>
        <source>The revision holds more than %1 bytes here. Open a smaller folder.</source>
        <translation>Die Revision enthält hier mehr als %1 Bytes. Einen kleineren Ordner öffnen.</translation>
    </message>
    <message>
        <source>%1 lies in no Git work tree. Compare with a file or folder.</source>
        <translation>%1 liegt in keinem Git-Arbeitsverzeichnis. Mit einer Datei oder einem Ordner vergleichen.</translation>
    </message>
    <message>
        <source>%1 and %2 lie in different Git work trees. Compare the files of one of them, or with a folder.</source>
        <translation>%1 und %2 liegen in verschiedenen Git-Arbeitsverzeichnissen. Nur die Dateien aus einem davon vergleichen oder mit einem Ordner vergleichen.</translation>
    </message>
    <message>
        <source>None of the open files is on disk, so there is no Git work tree. Save first, or compare with a file or folder.</source>
        <translation>Keine der geöffneten Dateien liegt auf dem Datenträger, daher gibt es kein Git-Arbeitsverzeichnis. Zuerst speichern oder mit einer Datei oder einem Ordner vergleichen.</translation>
    </message>
    <message>
        <source>There is no revision %1. Give a branch, a tag or a commit.</source>
        <translation>Es gibt keine Revision %1. Einen Branch, ein Tag oder einen Commit angeben.</translation>
    </message>
    <message>
        <source>In revision %2 there are no manifests at %1.</source>
        <translation>In Revision %2 gibt es unter %1 keine Manifeste.</translation>
    </message>
    <message>
        <source>Symbolic links and submodules of revision %2, left out: %1.</source>
        <translation>Ausgelassene symbolische Links und Submodule der Revision %2: %1.</translation>
    </message>
    <message>
        <source>%1 is neither a port nor the name of one on %2; the names there are: %3. Give the number.</source>
        <translation>%1 ist weder ein Port noch ein Portname von %2; benannt sind dort: %3. Die Nummer angeben.</translation>
    </message>
    <message>
        <source>The folder has no layout of its own, so places and notes were read from %1, kept beside single files (%2 in all). Saving the layout writes .drawbridge.json in the folder, and these stay as they are.</source>
        <translation>Der Ordner hat keine eigene Anordnung, daher wurden Positionen und Notizen dort gelesen, wo sie neben einzelnen Dateien liegen: %1 (insgesamt %2). Das Speichern der Anordnung schreibt .drawbridge.json in den Ordner; die gelesenen Dateien bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The file has no layout of its own, so places and notes were read from the folder&apos;s, %1. Saving the layout writes a file beside this one, and the folder&apos;s stays as it is.</source>
        <translation>Die Datei hat keine eigene Anordnung, daher wurden Positionen und Notizen aus der des Ordners gelesen, %1. Das Speichern der Anordnung schreibt eine Datei neben diese; die des Ordners bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>There is no room for %1 between what you have placed, so it lies over %2. Move one of them away, or arrange everything anew.</source>
        <translation>Zwischen von Hand Platziertem ist kein Raum für %1; es liegt daher über %2. Eins von beiden wegschieben oder alles neu anordnen.</translation>
    </message>
    <message>
        <source>%1 to %2 is half open for %3: one end allows it, the other does not.</source>
        <translation>%1 nach %2 ist halb offen für %3: Ein Ende erlaubt es, das andere nicht.</translation>
    </message>
    <message>
        <source>Policy %1 admits everyone for %2 on every port, so what %3 restricts for the same pods is open. Keep one of them.</source>
        <translation>Policy %1 lässt für %2 alle auf jedem Port zu; was %3 für dieselben Pods beschränkt, ist daher offen. Eine davon behalten.</translation>
    </message>
    <message>
        <source>Policy %1 has a rule for %2 that changes nothing: rule %4 of policy %3 admits all of it to the same pods. Remove one of them.</source>
        <translation>Policy %1 hat eine Regel für %2, die nichts ändert: Regel %4 der Policy %3 lässt all das für dieselben Pods zu. Eine davon entfernen.</translation>
    </message>
    <message>
        <source>In policy %1 this peer changes nothing: peer %2 of the rule means all that it means. Remove one of them.</source>
        <translation>In Policy %1 ändert diese Gegenstelle nichts: Gegenstelle %2 der Regel meint alles, was sie meint. Eine davon entfernen.</translation>
    </message>
    <message>
        <source>Policy %1 changes nothing: for the same pods %2 restricts and admits all that it does. Remove one of them.</source>
        <translation>Policy %1 ändert nichts: Für dieselben Pods beschränkt %2 alles, was sie beschränkt, und lässt zu, was sie zulässt. Eine davon entfernen.</translation>
    </message>
    <message>
        <source>Policy %1 leaves out %2, but policy %3 admits these addresses to the same pods. What is left out is not denied: narrow the other rule.</source>
        <translation>Policy %1 nimmt %2 aus, aber Policy %3 lässt diese Adressen für dieselben Pods zu. Ausgenommenes ist nicht gesperrt: die andere Regel enger fassen.</translation>
    </message>
    <message>
        <source>Policy %1 admits the addresses %2, but Service %3 is a %4: pods may see the address of a node in place of the client&apos;s. Set externalTrafficPolicy: Local on the Service, and try it out.</source>
        <translation>Policy %1 lässt die Adressen %2 zu, aber Service %3 ist ein %4: Pods sehen evtl. die Adresse eines Nodes statt der des Clients. Am Service externalTrafficPolicy: Local setzen und es ausprobieren.</translation>
    </message>
    <message>
        <source>Policy %1 has a rule for %2 that never decides: rule %4 of policy %3 is asked first and decides all of it. Move it up, or remove it.</source>
        <translation>Policy %1 hat eine Regel für %2, die nie entscheidet: Regel %4 der Policy %3 wird zuerst gefragt und entscheidet all das. Nach oben verschieben oder entfernen.</translation>
    </message>
    <message>
        <source>Policy %1 admits %2, the address of Service %3. Most network plugins judge the addresses of its pods: select the pods.</source>
        <translation>Policy %1 lässt %2 zu, die Adresse des Service %3. Die meisten Netzwerk-Plugins beurteilen die Adressen seiner Pods: die Pods auswählen.</translation>
    </message>
    <message>
        <source>In policy %1 this port changes nothing: port %2 of the rule means all that it means. Remove one of them.</source>
        <translation>In Policy %1 ändert dieser Port nichts: Port %2 der Regel meint alles, was er meint. Einen davon entfernen.</translation>
    </message>
    <message>
        <source>In policy %1 a peer means pods with %2 in the selected namespaces, and none is there; such pods are in %3, the policy&apos;s own namespace. If either was meant, make the two selectors two items.</source>
        <translation>In Policy %1 meint eine Gegenstelle Pods mit %2 in den gewählten Namespaces, und dort ist keiner; solche Pods sind in %3, dem Namespace der Policy. Wenn eins von beiden genügen soll, aus den beiden Selektoren zwei Einträge machen.</translation>
    </message>
    <message>
        <source>In policy %1 the peer %2 means pods of %3 alone, where none matches; such pods are in %4. Add a namespaceSelector.</source>
        <translation>In Policy %1 meint die Gegenstelle %2 nur Pods von %3, wo keiner passt; solche Pods sind in %4. Einen namespaceSelector ergänzen.</translation>
    </message>
    <message>
        <source>In policy %1 an empty port means every TCP port, not every port. Write protocol: TCP, or leave ports out for every protocol.</source>
        <translation>In Policy %1 bedeutet ein leerer Port jeden TCP-Port, nicht jeden Port. protocol: TCP schreiben oder, um jedes Protokoll zu meinen, ports weglassen.</translation>
    </message>
    <message>
        <source>Policy %1 names no namespace, so that it goes to %2, where no workload is; those that are here are in %3. Write metadata.namespace.</source>
        <translation>Policy %1 nennt keinen Namespace und kommt so nach %2, wo kein Workload ist; die vorhandenen sind in %3. metadata.namespace schreiben.</translation>
    </message>
    <message>
        <source>In policy %1 the named port %2 is no port of an address: only pods have names for ports. Write the number.</source>
        <translation>In Policy %1 ist der benannte Port %2 kein Port einer Adresse: Nur Pods haben Namen für Ports. Die Nummer schreiben.</translation>
    </message>
    <message>
        <source>This fix would also change what %1 may send to %2. Change it by hand.</source>
        <translation>Diese Abhilfe würde auch ändern, was %1 an %2 senden darf. Von Hand ändern.</translation>
    </message>
    <message>
        <source>This policy lets nothing else enter or leave.</source>
        <translation>Diese Policy lässt sonst nichts hinein oder hinaus.</translation>
    </message>
    <message>
        <source>This policy lets nothing else leave. It does not restrict what enters.</source>
        <translation>Diese Policy lässt sonst nichts hinaus. Was hineingeht, beschränkt sie nicht.</translation>
    </message>
    <message>
        <source>This policy lets nothing else enter. It does not restrict what leaves.</source>
        <translation>Diese Policy lässt sonst nichts hinein. Was hinausgeht, beschränkt sie nicht.</translation>
    </message>
    <message>
        <source>%1 is %2 %3 of %4.</source>
        <translation>%1 ist %2 %3 von %4.</translation>
    </message>
    <message>
        <source>No container of %1 names a %2 port %3: it matches nothing there.</source>
        <translation>Kein Container von %1 nennt einen %2-Port %3: Dort passt er auf nichts.</translation>
    </message>
    <message>
        <source>No file says which port of %1 is called %2.</source>
        <translation>Keine Datei sagt, welcher Port von %1 den Namen %2 hat.</translation>
    </message>
    <message>
        <source>1 rule</source>
        <translation>1 Regel</translation>
    </message>
    <message>
        <source>%1 rules</source>
        <translation>%1 Regeln</translation>
    </message>
    <message>
        <source>a Service of type NodePort: each node lets in who comes to its port</source>
        <translation>ein Service vom Typ NodePort: jeder Node lässt hinein, wer an seinen Port kommt</translation>
    </message>
    <message>
        <source>a Service of type LoadBalancer: it lets in who comes from outside</source>
        <translation>ein Service vom Typ LoadBalancer: er lässt hinein, wer von außen kommt</translation>
    </message>
    <message>
        <source>a Gateway: it lets in who comes from outside, as its routes say</source>
        <translation>ein Gateway: es lässt hinein, wer von außen kommt, wie seine Routen es sagen</translation>
    </message>
    <message>
        <source>%1: a controller lets in who comes from outside</source>
        <translation>%1: ein Controller lässt hinein, wer von außen kommt</translation>
    </message>
    <message>
        <source>from outside to the pods: %1</source>
        <translation>von außen zu den Pods: %1</translation>
    </message>
    <message>
        <source>its Gateway is not in the open files, so that nobody knows what it takes</source>
        <translation>sein Gateway ist nicht in den geöffneten Dateien; niemand weiß, was es annimmt</translation>
    </message>
    <message>
        <source>the policies admit it from some addresses only, and the source address may be rewritten on the way</source>
        <translation>die Policies lassen es nur von manchen Adressen zu, und die Quelladresse wird unterwegs evtl. umgeschrieben</translation>
    </message>
    <message>
        <source>the policies admit it from some pods or addresses only, and nothing says which the controller has</source>
        <translation>die Policies lassen es nur von manchen Pods oder Adressen zu, und nichts sagt, welche der Controller hat</translation>
    </message>
    <message>
        <source>Removed. It led here before: %1</source>
        <translation>Entfernt. Führte vorher hierher: %1</translation>
    </message>
    <message>
        <source>%1 leads here, and the policies admit %2</source>
        <translation>%1 führt hierher, und die Policies lassen %2 zu</translation>
    </message>
    <message>
        <source>it leads to %1</source>
        <translation>es führt zu %1</translation>
    </message>
    <message>
        <source>%1 leads here, but the policies admit nothing: %2</source>
        <translation>%1 führt hierher, aber die Policies lassen nichts zu: %2</translation>
    </message>
    <message>
        <source>%1 leads here. Cannot tell %2: %3</source>
        <translation>%1 führt hierher. Unklar ist %2: %3</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>From %1 to %2: %3</source>
        <translation>Vergleich %1 → %2: %3</translation>
    </message>
    <message>
        <source>nothing isolates it, but a cluster-wide policy denies part</source>
        <translation>nicht isoliert, aber eine clusterweite Policy sperrt einen Teil</translation>
    </message>
    <message>
        <source>in, no policy speaks of it</source>
        <translation>hinein, keine Policy sagt dazu etwas</translation>
    </message>
    <message>
        <source>out, no policy speaks of it</source>
        <translation>hinaus, keine Policy sagt dazu etwas</translation>
    </message>
    <message>
        <source>in</source>
        <translation>hinein</translation>
    </message>
    <message>
        <source>out</source>
        <translation>hinaus</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Pods, also those that do not exist yet</source>
        <translation>Pods, auch solche, die es noch nicht gibt</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Offenheit</translation>
    </message>
    <message>
        <source>No pod that does not exist yet could reach a service, or be reached.</source>
        <translation>Kein Pod, den es noch nicht gibt, könnte einen Dienst erreichen oder von einem erreicht werden.</translation>
    </message>
    <message>
        <source>NOT IN THE OPEN FILES</source>
        <translation>NICHT IN DEN GEÖFFNETEN DATEIEN</translation>
    </message>
    <message>
        <source>Led to from outside by</source>
        <translation>Von außen führt hierher</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>Führt zu</translation>
    </message>
    <message>
        <source>WAY IN</source>
        <translation>ZUGANG</translation>
    </message>
    <message>
        <source>Written in</source>
        <translation>Steht in</translation>
    </message>
    <message>
        <source>%1 · line %2</source>
        <translation>%1 · Zeile %2</translation>
    </message>
    <message>
        <source>Pods that do not exist yet</source>
        <translation>Pods, die es noch nicht gibt</translation>
    </message>
    <message>
        <source>Leads there by</source>
        <translation>Führt dorthin über</translation>
    </message>
    <message>
        <source>Policies that select %1</source>
        <translation>Policies, die %1 auswählen</translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>Beheben…</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>Branch</translation>
    </message>
    <message>
        <source>branch of another repository</source>
        <translation>Branch eines anderen Repositorys</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>A file or &amp;folder</source>
        <translation>Datei oder &amp;Ordner</translation>
    </message>
    <message>
        <source>A Git &amp;revision of the open files</source>
        <translation>Git-&amp;Revision der geöffneten Dateien</translation>
    </message>
    <message>
        <source>F&amp;ile…</source>
        <translation>Da&amp;tei…</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>Ord&amp;ner…</translation>
    </message>
    <message>
        <source>The open files are the o&amp;lder version</source>
        <translation>Die geöffneten Dateien sind die ä&amp;ltere Fassung</translation>
    </message>
    <message>
        <source>Compare With</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Compare the open files with</source>
        <translation>Die geöffneten Dateien vergleichen mit</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation>Datei oder Ordner</translation>
    </message>
    <message>
        <source>path of the file or folder</source>
        <translation>Pfad der Datei oder des Ordners</translation>
    </message>
    <message>
        <source>Git revision</source>
        <translation>Git-Revision</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Revisionen</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Work tree %1</source>
        <translation>Arbeitsverzeichnis %1</translation>
    </message>
    <message>
        <source>the open files</source>
        <translation>geöffnete Dateien</translation>
    </message>
    <message>
        <source>Shows what changes from %1 to %2.</source>
        <translation>Zeigt die Änderungen: %1 → %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n problems in %1: see the list.</source>
        <translation>
            <numerusform>%n Problem in %1: siehe Liste.</numerusform>
            <numerusform>%n Probleme in %1: siehe Liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Differences: what was added, removed or changed</source>
        <translation>&amp;Unterschiede: was hinzugefügt, entfernt oder geändert wurde</translation>
    </message>
    <message>
        <source>What you filled in is not kept. Discard it?</source>
        <translation>Eingegebenes geht verloren. Verwerfen?</translation>
    </message>
    <message>
        <source>&amp;Keep Editing</source>
        <translation>&amp;Weiter bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Compare With…</source>
        <translation>Vergleichen mit…</translation>
    </message>
    <message>
        <source>Swap Ol&amp;d and New Version</source>
        <translation>&amp;Ältere und neuere Fassung vertauschen</translation>
    </message>
    <message>
        <source>This is not in the open files: it cannot be changed.</source>
        <translation>Dies ist nicht in den geöffneten Dateien: Es lässt sich nicht ändern.</translation>
    </message>
    <message>
        <source>%1 leads in from outside because an object of the files says so. Change it in the text.</source>
        <translation>%1 führt von außen herein, weil ein Objekt der Dateien es so sagt. Im Text ändern.</translation>
    </message>
    <message>
        <source>Expos&amp;ure to New Pods</source>
        <translation>Offenheit f&amp;ür neue Pods</translation>
    </message>
    <message>
        <source>Shows for each service which pods that do not exist yet could reach it, and which it could reach</source>
        <translation>Zeigt je Dienst, welche Pods, die es noch nicht gibt, ihn erreichen könnten, und welche er erreichen könnte</translation>
    </message>
    <message>
        <source>Exposure: %1 of %2 services could meet pods that do not exist yet</source>
        <translation>Offenheit: bei %1 von %2 Diensten wären Verbindungen mit Pods möglich, die es noch nicht gibt</translation>
    </message>
    <message>
        <source>Exposure %1</source>
        <translation>Offenheit %1</translation>
    </message>
    <message>
        <source>Fi&amp;x Problem…</source>
        <translation>&amp;Problem beheben…</translation>
    </message>
    <message>
        <source>Choose a problem in the list, or put the caret on one in the text, first.</source>
        <translation>Zuerst ein Problem in der Liste wählen oder im Text die Schreibmarke darauf setzen.</translation>
    </message>
    <message>
        <source>There is no safe fix for this problem; change it by hand.</source>
        <translation>Für dieses Problem gibt es keine sichere Abhilfe; von Hand ändern.</translation>
    </message>
    <message>
        <source>Fixes</source>
        <translation>Abhilfen</translation>
    </message>
    <message>
        <source>Fix Problem</source>
        <translation>Problem beheben</translation>
    </message>
    <message>
        <source>%1 is not one port of all its pods, so it is written by number.</source>
        <translation>%1 ist nicht bei allen Pods derselbe Port und wird daher als Nummer geschrieben.</translation>
    </message>
    <message>
        <source>%1 is kept by name: it is port %2 there.</source>
        <translation>%1 wird als Name beibehalten: Dort ist es Port %2.</translation>
    </message>
    <message>
        <source>%1 would be allowed to send it, and %2 would admit it.</source>
        <translation>%1 dürfte es dann senden, und %2 ließe es zu.</translation>
    </message>
    <message>
        <source>%1 moved to make room. What you have placed stays.</source>
        <translation>Verschoben, um Raum zu schaffen: %1. Von Hand Platziertes bleibt.</translation>
    </message>
    <message>
        <source>Select a service, an arrow or a namespace first.</source>
        <translation>Zuerst einen Dienst, Pfeil oder Namespace auswählen.</translation>
    </message>
    <message>
        <source>Pane&amp;ls</source>
        <translation>Bereic&amp;he</translation>
    </message>
    <message>
        <source>%1 has no number. Write it behind the name, as in %1 8080.</source>
        <translation>%1 hat keine Nummer. Sie hinter den Namen schreiben, wie in %1 8080.</translation>
    </message>
    <message>
        <source>%1: drag it to its place on the canvas, or press Enter or click twice.</source>
        <translation>%1: an die gewünschte Stelle der Zeichenfläche ziehen, Eingabe drücken oder doppelklicken.</translation>
    </message>
    <message>
        <source>Do Not Restrict Ingress</source>
        <translation>Ingress nicht beschränken</translation>
    </message>
    <message>
        <source>Do Not Restrict Egress</source>
        <translation>Egress nicht beschränken</translation>
    </message>
    <message>
        <source>Other policies of these pods let more enter: %1.</source>
        <translation>Andere Policies dieser Pods lassen mehr hinein: %1.</translation>
    </message>
    <message>
        <source>Other policies of these pods let more leave: %1.</source>
        <translation>Andere Policies dieser Pods lassen mehr hinaus: %1.</translation>
    </message>
    <message>
        <source>There is no ingress rule: nothing may enter these pods.</source>
        <translation>Es gibt keine Ingress-Regel: In diese Pods darf nichts hinein.</translation>
    </message>
    <message>
        <source>There is no egress rule: all egress of these pods is denied, DNS too.</source>
        <translation>Es gibt keine Egress-Regel: Aller Egress dieser Pods ist gesperrt, auch DNS.</translation>
    </message>
    <message>
        <source>There is no ingress rule: by this policy nothing may enter. Other policies admit more: %1.</source>
        <translation>Es gibt keine Ingress-Regel: Nach dieser Policy darf nichts hinein. Andere Policies lassen mehr zu: %1.</translation>
    </message>
    <message>
        <source>There is no egress rule: by this policy all egress is denied, DNS too. Other policies admit more: %1.</source>
        <translation>Es gibt keine Egress-Regel: Nach dieser Policy ist aller Egress gesperrt, auch DNS. Andere Policies lassen mehr zu: %1.</translation>
    </message>
    <message>
        <source>The comment above the removed rule stays in the text: %1</source>
        <translation>Der Kommentar über der entfernten Regel bleibt im Text: %1</translation>
    </message>
    <message>
        <source>A container&apos;s ports open and close nothing: they say where it listens, and give ports the names that policies and Services can call them by. A Service&apos;s port leads to a port of the pods, which is the one that policies count.</source>
        <translation>Die Ports eines Containers öffnen und schließen nichts: Sie sagen, wo er lauscht, und geben Ports die Namen, mit denen Policies und Services sie nennen können. Der Port eines Service führt zu einem Port der Pods, und dieser zählt für Policies.</translation>
    </message>
    <message>
        <source>%1 is %2 of these pods. It is written by its name.</source>
        <translation>%1 ist %2 dieser Pods. Er wird mit seinem Namen geschrieben.</translation>
    </message>
    <message>
        <source>%1 is %2 as declared. It is written by its number, since no manifest names it.</source>
        <translation>%1 ist laut Deklaration %2. Er wird mit seiner Nummer geschrieben, da kein Manifest ihn nennt.</translation>
    </message>
    <message>
        <source>%1 is a Service&apos;s port, which is %2 of its pods. It is written by that number.</source>
        <translation>%1 ist der Port eines Service und bedeutet %2 seiner Pods. Er wird mit dieser Nummer geschrieben.</translation>
    </message>
    <message>
        <source>Services and Palette</source>
        <translation>Dienste und Palette</translation>
    </message>
    <message>
        <source>Text and Details</source>
        <translation>Text und Details</translation>
    </message>
    <message>
        <source>Problems and Answers</source>
        <translation>Probleme und Antworten</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>%1 are many. Here %2 stands for them; choose another service to ask about that one.</source>
        <translation>%1 sind viele. Hier steht %2 für sie; um nach einem anderen zu fragen, diesen wählen.</translation>
    </message>
    <message>
        <source>The services of %1</source>
        <translation>Die Dienste von %1</translation>
    </message>
    <message>
        <source>%1 has no service here that could be asked about. Choose one of another namespace.</source>
        <translation>%1 hat hier keinen Dienst, nach dem sich fragen ließe. Einen aus einem anderen Namespace wählen.</translation>
    </message>
    <message>
        <source>All pods of the cluster</source>
        <translation>Alle Pods des Clusters</translation>
    </message>
    <message>
        <source>There is no other service that could stand for every pod. Add one first.</source>
        <translation>Es gibt keinen anderen Dienst, der für jeden Pod stehen könnte. Zuerst einen hinzufügen.</translation>
    </message>
    <message>
        <source>“Anyone” is everybody inside and outside of the cluster. Here the Internet is asked about in their place; choose a service to ask about pods.</source>
        <translation>„Alle“ heißt alle innerhalb und außerhalb. Hier steht das Internet für sie; um nach Pods des Clusters zu fragen, einen Dienst wählen.</translation>
    </message>
    <message>
        <source>%1 is a part of the Internet. Its addresses are told apart in the answer.</source>
        <translation>%1 ist ein Teil des Internets. Die Antwort unterscheidet seine Adressen.</translation>
    </message>
    <message>
        <source>%1 =&gt; %2, as Kubernetes documents it: %3</source>
        <translation>%1 =&gt; %2, wie Kubernetes es beschreibt: %3</translation>
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
        <translation>PATH ist eine Datei, ein Ordner (rekursiv: .yaml, .yml, .json) oder - für die
Standardeingabe:

  helm template CHART | drawbridge list -
  kubectl kustomize FOLDER | drawbridge list -
  kubectl get networkpolicies,pods,namespaces -A -o yaml | drawbridge list -

  -n NS         Namespace der Dokumente, die keinen nennen (Vorgabe: default)
  --plugin NAME beurteilen, wie dieses Netzwerk-Plugin Policies durchsetzt:
                kubernetes (Vorgabe), calico, cilium, antrea, ovn-kubernetes,
                kube-router, aws, azure-npm, gke-v2, flannel oder none; mit
                Version: cilium@1.15
  --keep-going  fehlerhafte Dokumente führen nicht zum Exit-Code 2

Exit-Codes: 0 erledigt, nichts gefunden; 1 Befunde; 2 falscher Aufruf oder
unlesbare Eingabe; 3 abgelehnt oder gescheitert, nichts wurde geschrieben.
</translation>
    </message>
    <message>
        <source>%1 has no version that can be read; write it as %2@1.16</source>
        <translation>%1 hat keine lesbare Version; sie wird als %2@1.16 geschrieben</translation>
    </message>
    <message>
        <source>%1 is no network plugin that is known; the names are %2</source>
        <translation>%1 ist kein bekanntes Netzwerk-Plugin; die Namen sind %2</translation>
    </message>
    <message>
        <source>judged as %1 enforces policies</source>
        <translation>beurteilt, wie %1 Policies durchsetzt</translation>
    </message>
    <message>
        <source>Policy %1 has the range %2; whether %3 takes more than its first port is not known.</source>
        <translation>Policy %1 hat den Bereich %2; ob %3 mehr als dessen ersten Port nimmt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Whether %1 enforces policies for SCTP is not known.</source>
        <translation>Ob %1 Policies für SCTP durchsetzt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Whether %1 enforces policies of kind %2, as %3, is not known.</source>
        <translation>Ob %1 Policies der Art %2 wie %3 durchsetzt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Policy %1 names the port %2; %3 needs a Service that calls it the same, and no file has one.</source>
        <translation>Policy %1 nennt den Port %2; %3 braucht einen Service, der ihn ebenso nennt, und keine Datei hat einen.</translation>
    </message>
    <message>
        <source>standard: %1</source>
        <translation>Standard: %1</translation>
    </message>
    <message>
        <source>unlike standard Kubernetes, which allows %1</source>
        <translation>anders als Standard-Kubernetes, das %1 erlaubt</translation>
    </message>
    <message>
        <source>%4 does not look up the named port %2 of policy %1: every %3 port is open. Write its number.</source>
        <translation>%4 schlägt den benannten Port %2 von Policy %1 nicht nach: Jeder %3-Port ist offen. Seine Nummer schreiben.</translation>
    </message>
    <message>
        <source>%3 needs a Service that calls the port %2 of policy %1 the same, and no file has one. Write its number, or give the Service&apos;s port this name.</source>
        <translation>%3 braucht einen Service, der den Port %2 von Policy %1 ebenso nennt, und keine Datei hat einen. Seine Nummer schreiben oder dem Port des Services diesen Namen geben.</translation>
    </message>
    <message>
        <source>%4 takes only the first port, %3, of the range %2 in policy %1, and says nothing. List the ports one by one, or use Cilium 1.17 or newer.</source>
        <translation>%4 nimmt vom Bereich %2 in Policy %1 nur den ersten Port, %3, und meldet nichts. Die Ports einzeln aufzählen oder Cilium 1.17 oder neuer verwenden.</translation>
    </message>
    <message>
        <source>It is not known whether %3 enforces %2 of policy %1: that depends on its version or its settings. Try it in the cluster, or do without it.</source>
        <translation>Es ist nicht bekannt, ob %3 %2 von Policy %1 durchsetzt: Das hängt von Version oder Einstellungen ab. Im Cluster ausprobieren oder darauf verzichten.</translation>
    </message>
    <message>
        <source>It is not known whether %2 enforces the SCTP ports of policy %1. Try it in the cluster; Cilium needs the setting sctp.enabled=true.</source>
        <translation>Es ist nicht bekannt, ob %2 die SCTP-Ports von Policy %1 durchsetzt. Im Cluster ausprobieren; Cilium braucht die Einstellung sctp.enabled=true.</translation>
    </message>
    <message>
        <source>With %3 the ipBlock %2 of policy %1 never matches pods, only what is outside. If pods are meant too, add a peer with namespaceSelector: {}.</source>
        <translation>Mit %3 meint der ipBlock %2 von Policy %1 nie Pods, nur was außerhalb liegt. Sind auch Pods gemeint, einen Peer mit namespaceSelector: {} hinzufügen.</translation>
    </message>
    <message>
        <source>With this rule of policy %1 one peer has %2 ports of the same pods; %4 takes %3 at most. Allow fewer.</source>
        <translation>Mit dieser Regel von Policy %1 hat ein Peer %2 Ports derselben Pods; %4 nimmt höchstens %3. Weniger erlauben.</translation>
    </message>
    <message>
        <source>Service %1 has port %2 for pod port %3; with %4 both must be equal where policies restrict the pods. Give the Service port %3.</source>
        <translation>Service %1 hat Port %2 für den Pod-Port %3; mit %4 müssen beide gleich sein, wo Policies die Pods einschränken. Dem Service Port %3 geben.</translation>
    </message>
    <message>
        <source>%3 does not enforce policies of kind %2: %1 does nothing. Say it by a NetworkPolicy in each namespace.</source>
        <translation>%3 setzt Policies der Art %2 nicht durch: %1 bewirkt nichts. Es mit einer NetworkPolicy in jedem Namespace sagen.</translation>
    </message>
    <message>
        <source>Judged as %1, no policy is enforced: every connection is allowed, whatever policies say. Install a network plugin that enforces them, or judge as another.</source>
        <translation>Als %1 beurteilt, wird keine Policy durchgesetzt: Jede Verbindung ist erlaubt, was immer Policies sagen. Ein Netzwerk-Plugin installieren, das sie durchsetzt, oder als ein anderes beurteilen.</translation>
    </message>
    <message>
        <source>Standard Kubernetes</source>
        <translation>Standard-Kubernetes</translation>
    </message>
    <message>
        <source>No plugin</source>
        <translation>Kein Plugin</translation>
    </message>
    <message>
        <source>Judged as %1</source>
        <translation>Beurteilt als %1</translation>
    </message>
    <message>
        <source>Judged as %1: nothing is enforced</source>
        <translation>Beurteilt als %1: nichts wird durchgesetzt</translation>
    </message>
    <message>
        <source>ipBlock never means pods</source>
        <translation>ipBlock meint nie Pods</translation>
    </message>
    <message>
        <source>ipBlock means pods too</source>
        <translation>ipBlock meint auch Pods</translation>
    </message>
    <message>
        <source>of a range of ports only the first holds</source>
        <translation>von einem Portbereich gilt nur der erste Port</translation>
    </message>
    <message>
        <source>whether ranges of ports hold is not known</source>
        <translation>ob Portbereiche gelten, ist nicht bekannt</translation>
    </message>
    <message>
        <source>a named port opens every port of its protocol</source>
        <translation>ein benannter Port öffnet jeden Port seines Protokolls</translation>
    </message>
    <message>
        <source>a named port needs a Service that calls it the same</source>
        <translation>ein benannter Port braucht einen Service, der ihn ebenso nennt</translation>
    </message>
    <message>
        <source>whether SCTP is enforced is not known</source>
        <translation>ob SCTP durchgesetzt wird, ist nicht bekannt</translation>
    </message>
    <message>
        <source>no kind of cluster-wide policy is sure to be enforced</source>
        <translation>von keiner Art clusterweiter Policies ist sicher, dass sie durchgesetzt wird</translation>
    </message>
    <message>
        <source>Policies are judged as Kubernetes documents them.</source>
        <translation>Policies werden beurteilt, wie Kubernetes sie beschreibt.</translation>
    </message>
    <message>
        <source>judged as %1</source>
        <translation>beurteilt als %1</translation>
    </message>
    <message>
        <source>judged as %1: no policy is enforced</source>
        <translation>beurteilt als %1: keine Policy wird durchgesetzt</translation>
    </message>
    <message>
        <source>Judged as %1 enforces policies.</source>
        <translation>Beurteilt, wie %1 Policies durchsetzt.</translation>
    </message>
    <message>
        <source>&amp;Judge As</source>
        <translation>Beurteilen al&amp;s</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) unlike standard Kubernetes</source>
        <translation>
            <numerusform>%n Verbindung anders als in Standard-Kubernetes</numerusform>
            <numerusform>%n Verbindungen anders als in Standard-Kubernetes</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Judge as the network plugin</source>
        <translation>&amp;Beurteilen wie das Netzwerk-Plugin</translation>
    </message>
    <message>
        <source>&amp;Version of the plugin</source>
        <translation>&amp;Version des Plugins</translation>
    </message>
    <message>
        <source>not said: the newest</source>
        <translation>nicht angegeben: die neueste</translation>
    </message>
    <message>
        <source>The version of the plugin cannot be read. Write it as 1.16.</source>
        <translation>Die Version des Plugins ist nicht lesbar. Sie wird als 1.16 geschrieben.</translation>
    </message>
    <message>
        <source>%1 is the name of a layout; give the output another one</source>
        <translation>%1 ist der Name eines Layouts; der Ausgabe einen anderen geben</translation>
    </message>
    <message>
        <source>Nothing would change: what is allowed is the same as when the files were last read or saved.</source>
        <translation>Nichts würde sich ändern: Erlaubt ist dasselbe wie beim letzten Lesen oder Speichern der Dateien.</translation>
    </message>
    <message>
        <source>What was last read or &amp;saved</source>
        <translation>&amp;Zuletzt gelesener oder gespeicherter Stand</translation>
    </message>
    <message>
        <source>what was last read or saved</source>
        <translation>zuletzt gelesener oder gespeicherter Stand</translation>
    </message>
    <message>
        <source>As saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>pod groups left out: %1</source>
        <translation>ausgelassene Pod-Gruppen: %1</translation>
    </message>
    <message>
        <source>connections not as Kubernetes documents them: %1; without --plugin they are listed as it does</source>
        <translation>Verbindungen anders, als Kubernetes sie beschreibt: %1; ohne --plugin stehen sie so da, wie es sie beschreibt</translation>
    </message>
    <message>
        <source>pod groups left out: %1; --groups lists them too</source>
        <translation>ausgelassene Pod-Gruppen: %1; --groups listet sie mit auf</translation>
    </message>
    <message>
        <source>ingress denied</source>
        <translation>Ingress gesperrt</translation>
    </message>
    <message>
        <source>egress denied</source>
        <translation>Egress gesperrt</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>only standard Kubernetes allows it</source>
        <translation>nur Standard-Kubernetes erlaubt es</translation>
    </message>
    <message>
        <source>cannot tell: no file says what port the name is</source>
        <translation>unklar: Keine Datei sagt, welcher Port der Name ist</translation>
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
        <translation>Schreibt das Bild, einen Bericht oder die Daten in eine Datei.

  -o FILE      ihre Endung bestimmt das Format; - ist die Standardausgabe
  --format F   svg, png, pdf, html, md, csv, json, drawio, mmd oder dot
  --title TEXT der Titel (Vorgabe: der Name der Datei oder des Ordners)
  --no-legend  weglassen, was Linien und Zeichen des Bildes bedeuten
  --compare P  markieren, was seit der Datei oder dem Ordner P hinzugefügt,
               entfernt oder geändert wurde
  --rev R      dasselbe seit einer Git-Revision oder von einer zur anderen;
               siehe diff

html ist eine Seite mit dem Bild, allen Verbindungen, wer offen ist, den
Problemen und den SHA-256 der Dateien; md ist dasselbe ohne Bild.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>what it held before is in %1</source>
        <translation>was sie vorher enthielt, steht in %1</translation>
    </message>
    <message>
        <source>another file could not be saved with it</source>
        <translation>eine andere Datei ließ sich nicht mit ihr speichern</translation>
    </message>
    <message>
        <source>There are several objects %1, which say unlike things; which of them the cluster has is not known. Keep one.</source>
        <translation>Es gibt mehrere Objekte %1, die Verschiedenes sagen; welches davon der Cluster hat, ist nicht bekannt. Eines behalten.</translation>
    </message>
    <message>
        <source>Which pods policy %1 is for cannot be read. Mend its selector.</source>
        <translation>Für welche Pods Policy %1 gilt, ist nicht lesbar. Ihren Selektor berichtigen.</translation>
    </message>
    <message>
        <source>every IPv4 address outside</source>
        <translation>jede IPv4-Adresse außerhalb</translation>
    </message>
    <message>
        <source>every IPv6 address outside</source>
        <translation>jede IPv6-Adresse außerhalb</translation>
    </message>
    <message>
        <source>the addresses %1 to %2</source>
        <translation>die Adressen %1 bis %2</translation>
    </message>
    <message>
        <source>new pods: in %1, out %2</source>
        <translation>neue Pods: hinein %1, heraus %2</translation>
    </message>
    <message>
        <source>unlike standard Kubernetes, by which nobody can tell</source>
        <translation>anders als Standard-Kubernetes, nach dem es unklar ist</translation>
    </message>
    <message>
        <source>only standard</source>
        <translation>nur Standard</translation>
    </message>
    <message>
        <source>pods too</source>
        <translation>auch Pods</translation>
    </message>
    <message>
        <source>Nothing is allowed. Only standard Kubernetes allows %1, by a rule that the network plugin does not enforce</source>
        <translation>Nichts ist erlaubt. Nur Standard-Kubernetes erlaubt %1, durch eine Regel, die das Netzwerk-Plugin nicht durchsetzt</translation>
    </message>
    <message>
        <source>Cannot tell: %1; no file says what port of %2 that is. Add its workload</source>
        <translation>Unklar: %1; keine Datei sagt, welcher Port von %2 das ist. Seinen Workload hinzufügen</translation>
    </message>
    <message>
        <source>The document has more than %1 values. Split it into smaller ones.</source>
        <translation>Das Dokument hat mehr als %1 Werte. Es in kleinere aufteilen.</translation>
    </message>
    <message>
        <source>The Gateway %2 asks for labels of the namespace %3, which no file states, so nobody can tell whether it takes %1. Add its Namespace.</source>
        <translation>Das Gateway %2 fragt nach Labels des Namespace %3, die in keiner Datei stehen; ob es %1 annimmt, ist daher unklar. Seinen Namespace hinzufügen.</translation>
    </message>
    <message>
        <source>%1 leads to %2 on %3, but the policies there admit nobody who may come in. Allow it, or remove the way in.</source>
        <translation>%1 führt zu %2 auf %3, aber die Policies dort lassen niemanden zu, der kommen kann. Es erlauben oder den Zugang entfernen.</translation>
    </message>
    <message>
        <source>Policy %1 asks for %2, and nothing here has that; there is %3. If that was meant, mend the selector.</source>
        <translation>Policy %1 fragt nach %2, und nichts hier hat das; es gibt %3. War das gemeint, den Selektor berichtigen.</translation>
    </message>
    <message>
        <source>With %3, %2 in %1 means pods with such an address too, not only addresses outside the cluster. Leave the addresses of pods out with except if they are not meant.</source>
        <translation>Mit %3 meint %2 in %1 auch Pods mit solcher Adresse, nicht nur Adressen außerhalb des Clusters. Sind sie nicht gemeint, die Adressen der Pods mit except ausnehmen.</translation>
    </message>
    <message>
        <source>%1 is not the name of a port: none of the ports there has a name. Give the number.</source>
        <translation>%1 ist nicht der Name eines Ports: Keiner der Ports dort hat einen Namen. Die Nummer angeben.</translation>
    </message>
    <message>
        <source>%1 is not the name of a port; the names there are: %2. Give one of these, or the number.</source>
        <translation>%1 ist nicht der Name eines Ports; dort gibt es die Namen: %2. Einen davon oder die Nummer angeben.</translation>
    </message>
    <message>
        <source>other pods</source>
        <translation>andere Pods</translation>
    </message>
    <message>
        <source>other policyTypes</source>
        <translation>andere policyTypes</translation>
    </message>
    <message>
        <source>other ingress rules</source>
        <translation>andere Ingress-Regeln</translation>
    </message>
    <message>
        <source>other egress rules</source>
        <translation>andere Egress-Regeln</translation>
    </message>
    <message>
        <source>written otherwise</source>
        <translation>anders geschrieben</translation>
    </message>
    <message>
        <source>its Gateway asks for labels of the namespace %1, which no file states</source>
        <translation>sein Gateway fragt nach Labels des Namespace %1, die in keiner Datei stehen</translation>
    </message>
    <message>
        <source>The chosen problem</source>
        <translation>Das gewählte Problem</translation>
    </message>
    <message>
        <source>8080, http 8080, UDP/53, or empty</source>
        <translation>8080, http 8080, UDP/53 oder leer</translation>
    </message>
    <message>
        <source>&amp;Name in %1</source>
        <translation>&amp;Name in %1</translation>
    </message>
    <message>
        <source>The ports that it listens on are kept beside the files, and are offered where ports are asked for; they open nothing.</source>
        <translation>Die Ports, auf denen er lauscht, liegen neben den Dateien und werden angeboten, wo nach Ports gefragt wird; sie öffnen nichts.</translation>
    </message>
    <message>
        <source>Give the name of the service.</source>
        <translation>Den Namen des Dienstes angeben.</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>&amp;Internet: every address, with this network plugin those of pods too</source>
        <translation>&amp;Internet: jede Adresse, mit diesem Netzwerk-Plugin auch die von Pods</translation>
    </message>
    <message>
        <source>More commands</source>
        <translation>Weitere Befehle</translation>
    </message>
    <message>
        <source>Allow a &amp;Connection…</source>
        <translation>&amp;Verbindung erlauben…</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Drag from one service to another, or press C on one, to allow a connection. Esc ends drawing.</source>
        <translation>Von einem Dienst zu einem anderen ziehen oder auf einem C drücken, um eine Verbindung zu erlauben. Esc beendet das Zeichnen.</translation>
    </message>
    <message>
        <source>Addresses outside: no policy applies to them.</source>
        <translation>Adressen außerhalb: Keine Policy gilt für sie.</translation>
    </message>
    <message>
        <source>Manifests</source>
        <translation>Manifeste</translation>
    </message>
    <message>
        <source>All files or none are saved together: none was.</source>
        <translation>Alle Dateien oder keine werden zusammen gespeichert: Es wurde keine.</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen…</translation>
    </message>
    <message>
        <source>Ingress of %1 is denied by default already.</source>
        <translation>Ingress von %1 ist schon standardmäßig verboten.</translation>
    </message>
    <message>
        <source>Egress of %1 is denied by default already, and DNS is allowed.</source>
        <translation>Egress von %1 ist schon standardmäßig verboten, und DNS ist erlaubt.</translation>
    </message>
    <message>
        <source>What is not saved cannot be kept for a crash: %1. Save often.</source>
        <translation>Was nicht gespeichert ist, kann für einen Absturz nicht aufbewahrt werden: %1. Oft speichern.</translation>
    </message>
    <message>
        <source>Reco&amp;ver Unsaved Work…</source>
        <translation>N&amp;icht Gespeichertes wiederherstellen…</translation>
    </message>
    <message>
        <source>There is no unsaved work to recover. Everything was saved or discarded.</source>
        <translation>Es gibt nichts wiederherzustellen. Alles wurde gespeichert oder verworfen.</translation>
    </message>
    <message>
        <source>Restored, and not written to the disk. Look at it, then save or undo.</source>
        <translation>Wiederhergestellt und nicht auf den Datenträger geschrieben. Prüfen, dann speichern oder rückgängig machen.</translation>
    </message>
    <message>
        <source>%1 is open in another window of Drawbridge. Nothing is saved over what that one saves unless you say so; close one of them if you do not need both.</source>
        <translation>%1 ist in einem anderen Fenster von Drawbridge geöffnet. Ohne Rückfrage wird nichts über das gespeichert, was jenes speichert; eines schließen, wenn nicht beide gebraucht werden.</translation>
    </message>
    <message>
        <source>A name, as %1, is taken as the number that it is there.</source>
        <translation>Ein Name wie %1 gilt als die Nummer, die er dort ist.</translation>
    </message>
    <message>
        <source>What %1 may reach on %2 afterwards: 8080, UDP/53, 8000-8010, or all.</source>
        <translation>Was %1 auf %2 danach erreichen darf: 8080, UDP/53, 8000-8010 oder all.</translation>
    </message>
    <message>
        <source>8080, UDP/53, 8000-8010, or all</source>
        <translation>8080, UDP/53, 8000-8010 oder all</translation>
    </message>
    <message>
        <source>8080, UDP/53, 8000-8010, %1, or all</source>
        <translation>8080, UDP/53, 8000-8010, %1 oder all</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>not saved; the disk has changed since</source>
        <translation>ungespeichert; Datei seitdem geändert</translation>
    </message>
    <message>
        <source>not saved; the file is gone</source>
        <translation>nicht gespeichert; die Datei ist weg</translation>
    </message>
    <message>
        <source>a sketch that was never saved</source>
        <translation>ein nie gespeicherter Entwurf</translation>
    </message>
    <message>
        <source>The text is what the disk holds.</source>
        <translation>Der Text ist, was auf dem Datenträger steht.</translation>
    </message>
    <message>
        <source>The layout, notes and declared ports would be restored too.</source>
        <translation>Anordnung, Notizen und deklarierte Ports würden auch wiederhergestellt.</translation>
    </message>
    <message>
        <source>What was kept of unsaved work is damaged, so nothing of it is offered. It is left at %1; look into it with a text editor.</source>
        <translation>Was von nicht Gespeichertem aufbewahrt wurde, ist beschädigt und wird daher nicht angeboten. Es bleibt unter %1; es mit einem Texteditor ansehen.</translation>
    </message>
    <message>
        <source>Unsaved work in %1 was kept by another version of Drawbridge, or cannot be read. It stays there; open it with that version.</source>
        <translation>Nicht Gespeichertes in %1 wurde von einer anderen Version von Drawbridge aufbewahrt oder ist nicht lesbar. Es bleibt dort; es mit jener Version öffnen.</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation>Verwe&amp;rfen…</translation>
    </message>
    <message>
        <source>Recover Unsaved Work</source>
        <translation>Nicht Gespeichertes wiederherstellen</translation>
    </message>
    <message>
        <source>Drawbridge ended before this was saved. Restoring opens the files again and brings the changes back as one step that can be undone; nothing is written to them.</source>
        <translation>Drawbridge endete, bevor dies gespeichert war. Wiederherstellen öffnet die Dateien wieder und bringt die Änderungen als einen Schritt zurück, der rückgängig gemacht werden kann; in die Dateien wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Nicht Gespeichertes</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>From the text on disk to the unsaved one</source>
        <translation>Vom Text auf dem Datenträger zum nicht gespeicherten</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>The unsaved work on %1 is nowhere else. Discard it for good?</source>
        <translation>Das nicht Gespeicherte an %1 ist nirgends sonst. Es endgültig verwerfen?</translation>
    </message>
    <message>
        <source>connections not as Kubernetes documents them: more than %1</source>
        <translation>Verbindungen anders, als Kubernetes sie beschreibt: mehr als %1</translation>
    </message>
    <message>
        <source>1 changed of which nobody can tell the ports</source>
        <translation>1 geändert, deren Ports unklar sind</translation>
    </message>
    <message>
        <source>%1 changed of which nobody can tell the ports</source>
        <translation>%1 geändert, deren Ports unklar sind</translation>
    </message>
    <message>
        <source>No difference in what the files tell. Which ports some names mean, no file says.</source>
        <translation>Kein Unterschied in dem, was die Dateien sagen. Welche Ports manche Namen meinen, steht in keiner Datei.</translation>
    </message>
    <message>
        <source>Write %2 in place of %1, which opens what the rule then means</source>
        <translation>%2 statt %1 schreiben; das öffnet, was die Regel dann meint</translation>
    </message>
    <message>
        <source>Write %2 in place of %1, which opens and closes what the policy then means</source>
        <translation>%2 statt %1 schreiben; das öffnet und schließt, was die Policy dann meint</translation>
    </message>
    <message>
        <source>the rule means pods with such addresses too</source>
        <translation>die Regel meint auch Pods mit solchen Adressen</translation>
    </message>
    <message>
        <source>the rule means every pod of the cluster too</source>
        <translation>die Regel meint auch jeden Pod des Clusters</translation>
    </message>
    <message>
        <source>Removed. Cannot tell before: %1</source>
        <translation>Entfernt. Vorher unklar: %1</translation>
    </message>
    <message>
        <source>%1 leads to %2 on %3, but the policies there admit nobody who may come in, unless it comes by the pod&apos;s own node, which is always let in. Allow it, or remove the way in.</source>
        <translation>%1 führt zu %2 auf %3, aber die Policies dort lassen niemanden zu, der kommen kann, außer er kommt über den eigenen Node des Pods, der immer zugelassen ist. Es erlauben oder den Zugang entfernen.</translation>
    </message>
    <message>
        <source>Only standard Kubernetes allows</source>
        <translation>Nur Standard-Kubernetes erlaubt</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Entscheiden…</translation>
    </message>
    <message>
        <source>No file says what port %1 is now.</source>
        <translation>Keine Datei sagt, welcher Port %1 jetzt ist.</translation>
    </message>
    <message>
        <source>Take both</source>
        <translation>Beides übernehmen</translation>
    </message>
    <message>
        <source>Its ipBlock means %1 because %2 takes pods by their addresses.</source>
        <translation>Ihr ipBlock meint %1, weil %2 Pods nach ihren Adressen nimmt.</translation>
    </message>
    <message>
        <source>Its ipBlock means %1 by the address that a file states.</source>
        <translation>Ihr ipBlock meint %1 nach der Adresse, die eine Datei nennt.</translation>
    </message>
    <message>
        <source>The API server would refuse this policy as it is written.</source>
        <translation>Der API-Server würde diese Policy so ablehnen.</translation>
    </message>
    <message>
        <source>Policy %1 has a rule for %2, and no file states which addresses that means.</source>
        <translation>Policy %1 hat eine Regel für %2, und keine Datei sagt, welche Adressen das meint.</translation>
    </message>
    <message>
        <source>Write %2 in place of %1, which a cluster refuses</source>
        <translation>%2 statt %1 schreiben, das ein Cluster ablehnt</translation>
    </message>
    <message>
        <source>the API server would refuse the policy %1</source>
        <translation>der API-Server würde die Policy %1 ablehnen</translation>
    </message>
    <message>
        <source>%1: manifests do not say which addresses %2 means. Lists pass it over; where it could decide, Explain says that nobody can tell.</source>
        <translation>%1: Manifeste sagen nicht, welche Adressen %2 meint. Listen übergehen es; wo es entscheiden könnte, sagt Erklären, dass es unklar ist.</translation>
    </message>
    <message>
        <source>%1 is no port: ports go from 1 to 65535. Correct the number.</source>
        <translation>%1 ist kein Port: Ports gehen von 1 bis 65535. Die Zahl berichtigen.</translation>
    </message>
    <message>
        <source>%1-%2 is no range: the first port is larger than the last. Write %2-%1.</source>
        <translation>%1-%2 ist kein Bereich: Der erste Port ist größer als der letzte. %2-%1 schreiben.</translation>
    </message>
    <message>
        <source>%1 is no name of a port: that has lower case letters only. Write %2.</source>
        <translation>%1 ist kein Portname: Ein solcher hat nur Kleinbuchstaben. %2 schreiben.</translation>
    </message>
    <message>
        <source>%1 is no name of a port: it has %2 characters, and 15 are the most. Write the number.</source>
        <translation>%1 ist kein Portname: Es hat %2 Zeichen, höchstens 15 sind möglich. Die Nummer schreiben.</translation>
    </message>
    <message>
        <source>%1 has to be a mapping: write key: value below it.</source>
        <translation>%1 muss eine Zuordnung sein: Schlüssel: Wert darunter schreiben.</translation>
    </message>
    <message>
        <source>%1 has to be a list: write a dash before each of its items.</source>
        <translation>%1 muss eine Liste sein: vor jeden Eintrag einen Strich schreiben.</translation>
    </message>
    <message>
        <source>%1 has to be text: put it in quotes.</source>
        <translation>%1 muss Text sein: in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>%1 has to be a whole number: write it without quotes.</source>
        <translation>%1 muss eine ganze Zahl sein: ohne Anführungszeichen schreiben.</translation>
    </message>
    <message>
        <source>%1 has to be true or false, without quotes.</source>
        <translation>%1 muss true oder false sein, ohne Anführungszeichen.</translation>
    </message>
    <message>
        <source>%1 has another type than it needs. Correct it.</source>
        <translation>%1 hat einen anderen Typ als nötig. Berichtigen.</translation>
    </message>
    <message>
        <source>This peer names nobody. Give it a podSelector, a namespaceSelector or an ipBlock, or remove it.</source>
        <translation>Dieser Peer nennt niemanden. Ihm einen podSelector, namespaceSelector oder ipBlock geben oder ihn entfernen.</translation>
    </message>
    <message>
        <source>In and NotIn need values. Add them, or write Exists or DoesNotExist.</source>
        <translation>In und NotIn brauchen Werte. Sie ergänzen oder Exists oder DoesNotExist schreiben.</translation>
    </message>
    <message>
        <source>The object has no name. Add metadata.name.</source>
        <translation>Das Objekt hat keinen Namen. metadata.name ergänzen.</translation>
    </message>
    <message>
        <source>%1 is empty. Add an item.</source>
        <translation>%1 ist leer. Einen Eintrag ergänzen.</translation>
    </message>
    <message>
        <source>%1 says nothing that counts. Write exactly one of %2.</source>
        <translation>%1 sagt nichts, was gilt. Genau eines schreiben von: %2.</translation>
    </message>
    <message>
        <source>%1 is missing. Add it.</source>
        <translation>%1 fehlt. Ergänzen.</translation>
    </message>
    <message>
        <source>endPort ends a range that begins with a number, and port is a name. Write the number, or remove endPort.</source>
        <translation>endPort beendet einen Bereich, der mit einer Zahl beginnt, und port ist ein Name. Die Zahl schreiben oder endPort entfernen.</translation>
    </message>
    <message>
        <source>endPort ends a range, and no port begins it. Add port, or remove endPort.</source>
        <translation>endPort beendet einen Bereich, und kein port beginnt ihn. port ergänzen oder endPort entfernen.</translation>
    </message>
    <message>
        <source>The range ends before it begins: endPort is smaller than port. Swap them.</source>
        <translation>Der Bereich endet, bevor er beginnt: endPort ist kleiner als port. Beide vertauschen.</translation>
    </message>
    <message>
        <source>%1 is no name of a port: that has lower case letters, digits and hyphens. Write it so.</source>
        <translation>%1 ist kein Portname: Ein solcher hat Kleinbuchstaben, Ziffern und Bindestriche. So schreiben.</translation>
    </message>
    <message>
        <source>%1 is text, so it counts as the name of a port, and that needs a letter. Write a number without quotes.</source>
        <translation>%1 ist Text und gilt daher als Portname, der einen Buchstaben braucht. Eine Zahl ohne Anführungszeichen schreiben.</translation>
    </message>
    <message>
        <source>%1 is no name of a port: hyphens stand one by one between other characters. Remove the others.</source>
        <translation>%1 ist kein Portname: Bindestriche stehen einzeln zwischen anderen Zeichen. Die übrigen entfernen.</translation>
    </message>
    <message>
        <source>%1 is no block of addresses. Write for example 10.9.8.0/24 or 2001:db8::/64.</source>
        <translation>%1 ist kein Adressblock. Zum Beispiel 10.9.8.0/24 oder 2001:db8::/64 schreiben.</translation>
    </message>
    <message>
        <source>Some number of %1 begins with a zero. Write it without.</source>
        <translation>Eine Zahl in %1 beginnt mit einer Null. Ohne sie schreiben.</translation>
    </message>
    <message>
        <source>%1 is an IPv4 address in the form of IPv6. Write it as IPv4.</source>
        <translation>%1 ist eine IPv4-Adresse in der Form von IPv6. Als IPv4 schreiben.</translation>
    </message>
    <message>
        <source>%1 does not lie inside the cidr, or is all of it. Correct it, or remove it.</source>
        <translation>%1 liegt nicht im cidr oder ist alles davon. Berichtigen oder entfernen.</translation>
    </message>
    <message>
        <source>%1 is too long: it may have %2 characters. Shorten it.</source>
        <translation>%1 ist zu lang: %2 Zeichen sind möglich. Kürzen.</translation>
    </message>
    <message>
        <source>%1 is no value of a label: that has letters, digits, hyphens, underscores and dots, and begins and ends with a letter or digit. Correct it.</source>
        <translation>%1 ist kein Wert eines Labels: Ein solcher hat Buchstaben, Ziffern, Bindestriche, Unterstriche und Punkte und beginnt und endet mit Buchstabe oder Ziffer. Berichtigen.</translation>
    </message>
    <message>
        <source>%1 is no key of a label: that is a name like app, perhaps behind a domain as in example.com/app. Correct it.</source>
        <translation>%1 ist kein Schlüssel eines Labels: Das ist ein Name wie app, vielleicht hinter einer Domain wie in example.com/app. Berichtigen.</translation>
    </message>
    <message>
        <source>%1 is no valid name: that has lower case letters, digits and hyphens, and begins and ends with a letter or digit. Correct it.</source>
        <translation>%1 ist kein gültiger Name: Ein solcher hat Kleinbuchstaben, Ziffern und Bindestriche und beginnt und endet mit Buchstabe oder Ziffer. Berichtigen.</translation>
    </message>
    <message>
        <source>%1 is no operator. Write In, NotIn, Exists or DoesNotExist.</source>
        <translation>%1 ist kein Operator. In, NotIn, Exists oder DoesNotExist schreiben.</translation>
    </message>
    <message>
        <source>%1 cannot be %2. Correct it.</source>
        <translation>%1 kann nicht %2 sein. Berichtigen.</translation>
    </message>
    <message>
        <source>One peer cannot have an ipBlock and a selector. Remove one of them; as two peers they mean either.</source>
        <translation>Ein Peer kann nicht ipBlock und Selektor haben. Eines davon entfernen; als zwei Peers meinen sie das eine oder das andere.</translation>
    </message>
    <message>
        <source>Exists and DoesNotExist take no values. Remove the values, or write In or NotIn.</source>
        <translation>Exists und DoesNotExist nehmen keine Werte. Die Werte entfernen oder In oder NotIn schreiben.</translation>
    </message>
    <message>
        <source>%1 has more than one of %2. Keep one.</source>
        <translation>%1 hat mehr als eines von %2. Eines behalten.</translation>
    </message>
    <message>
        <source>%1 is not allowed here. Remove it.</source>
        <translation>%1 ist hier nicht erlaubt. Entfernen.</translation>
    </message>
    <message>
        <source>%1 cannot be %2. Write one of %3.</source>
        <translation>%1 kann nicht %2 sein. Eines schreiben von: %3.</translation>
    </message>
    <message>
        <source>%1 has %2 entries, which is too many. Remove some.</source>
        <translation>%1 hat %2 Einträge, das sind zu viele. Einige entfernen.</translation>
    </message>
    <message>
        <source>The API server says: “%1”</source>
        <translation>Der API-Server sagt: „%1“</translation>
    </message>
    <message>
        <source>a colon or the blank behind it is missing, or the indent is wrong</source>
        <translation>ein Doppelpunkt oder das Leerzeichen dahinter fehlt, oder die Einrückung ist falsch</translation>
    </message>
    <message>
        <source>the indent fits nothing above, or a colon or a dash is missing</source>
        <translation>die Einrückung passt zu nichts darüber, oder ein Doppelpunkt oder Strich fehlt</translation>
    </message>
    <message>
        <source>a dash stands where no list can be</source>
        <translation>ein Strich steht, wo keine Liste sein kann</translation>
    </message>
    <message>
        <source>a tab indents; only blanks may</source>
        <translation>ein Tabulator rückt ein; nur Leerzeichen dürfen das</translation>
    </message>
    <message>
        <source>a bracket is not closed, or a comma is missing</source>
        <translation>eine Klammer ist nicht geschlossen, oder ein Komma fehlt</translation>
    </message>
    <message>
        <source>a bracket is closed that is not open</source>
        <translation>eine Klammer wird geschlossen, die nicht offen ist</translation>
    </message>
    <message>
        <source>a quote is not closed</source>
        <translation>ein Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>text that begins so needs quotes</source>
        <translation>Text, der so beginnt, braucht Anführungszeichen</translation>
    </message>
    <message>
        <source>kubectl refuses a file with a YAML directive: %1. Remove the line.</source>
        <translation>kubectl lehnt eine Datei mit einer YAML-Direktive ab: %1. Die Zeile entfernen.</translation>
    </message>
    <message>
        <source>The API server would refuse the policy %1 as a whole: a cluster keeps what it had before. Here its other rules count as if the rest were mended, and what is refused admits nothing. Mend what its errors say.</source>
        <translation>Der API-Server würde die Policy %1 als Ganzes ablehnen: Ein Cluster behält, was vorher galt. Hier gelten ihre anderen Regeln, als wäre der Rest berichtigt, und was abgelehnt wird, lässt nichts zu. Berichtigen, was ihre Fehler sagen.</translation>
    </message>
    <message>
        <source>none; standard: %1</source>
        <translation>keine; Standard: %1</translation>
    </message>
    <message>
        <source>a service</source>
        <translation>ein Dienst</translation>
    </message>
    <message>
        <source>Several services are called like %1. Write more of the name, or choose one from the list.</source>
        <translation>Mehrere Dienste heißen wie %1. Mehr vom Namen schreiben oder einen aus der Liste wählen.</translation>
    </message>
    <message>
        <source>a service, an address, or a namespace</source>
        <translation>ein Dienst, eine Adresse oder ein Namespace</translation>
    </message>
    <message>
        <source>Say where it leads to.</source>
        <translation>Angeben, wohin es führt.</translation>
    </message>
    <message>
        <source>Say where it begins.</source>
        <translation>Angeben, wo es beginnt.</translation>
    </message>
    <message>
        <source>Ports that %1 listens on, as in 8080, http 8080, UDP/53 or 8000-8010. They are kept beside the files, and are offered where ports are asked for; they open nothing.</source>
        <translation>Ports, auf denen %1 lauscht, etwa 8080, http 8080, UDP/53 oder 8000-8010. Sie werden neben den Dateien aufbewahrt und angeboten, wo nach Ports gefragt wird; sie öffnen nichts.</translation>
    </message>
    <message>
        <source>Declare Ports</source>
        <translation>Ports deklarieren</translation>
    </message>
    <message>
        <source>On Disk and in the Window</source>
        <translation>Auf dem Datenträger und im Fenster</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf dem Datenträger</translation>
    </message>
    <message>
        <source>In the window</source>
        <translation>Im Fenster</translation>
    </message>
    <message>
        <source>%1 is the same on disk and in the window.</source>
        <translation>%1 ist auf dem Datenträger und im Fenster gleich.</translation>
    </message>
    <message>
        <source>%1: lines with - are on disk only, lines with + in the window only.</source>
        <translation>%1: Zeilen mit - sind nur auf dem Datenträger, Zeilen mit + nur im Fenster.</translation>
    </message>
    <message>
        <source>The changes are about different lines, so both can be taken.</source>
        <translation>Die Änderungen betreffen verschiedene Zeilen, also können beide übernommen werden.</translation>
    </message>
    <message>
        <source>Take &amp;Both</source>
        <translation>&amp;Beides übernehmen</translation>
    </message>
    <message>
        <source>Puts the changes of the disk into the text in the window, as one step that can be undone. Nothing is saved.</source>
        <translation>Bringt die Änderungen vom Datenträger in den Text im Fenster, als ein Schritt, der sich rückgängig machen lässt. Nichts wird gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Reload from Disk</source>
        <translation>&amp;Neu laden</translation>
    </message>
    <message>
        <source>Takes the text on disk, as one step that can be undone.</source>
        <translation>Nimmt den Text vom Datenträger, als ein Schritt, der sich rückgängig machen lässt.</translation>
    </message>
    <message>
        <source>&amp;Overwrite the Disk</source>
        <translation>&amp;Überschreiben</translation>
    </message>
    <message>
        <source>Saves the text in the window over the one on disk.</source>
        <translation>Speichert den Text im Fenster über den auf dem Datenträger.</translation>
    </message>
    <message>
        <source>What both were made from is not known any more, so they cannot be put together. Take one of them, or copy what you need from here.</source>
        <translation>Woraus beide entstanden, ist nicht mehr bekannt, daher lassen sie sich nicht zusammenführen. Eines davon nehmen oder von hier kopieren, was gebraucht wird.</translation>
    </message>
    <message>
        <source>Both changed the same lines, at line %1 in the window and line %2 on disk, so they cannot be put together. Take one of them, or copy what you need from here.</source>
        <translation>Beide änderten dieselben Zeilen, bei Zeile %1 im Fenster und Zeile %2 auf dem Datenträger, daher lassen sie sich nicht zusammenführen. Eines davon nehmen oder von hier kopieren, was gebraucht wird.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n Platz</numerusform>
            <numerusform>%n Plätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n namespace(s) folded or open</source>
        <translation>
            <numerusform>%n Namespace zu- oder aufgeklappt</numerusform>
            <numerusform>%n Namespaces zu- oder aufgeklappt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Notiz</numerusform>
            <numerusform>%n Notizen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>declared ports of %n service(s)</source>
        <translation>
            <numerusform>deklarierte Ports von %n Dienst</numerusform>
            <numerusform>deklarierte Ports von %n Diensten</numerusform>
        </translation>
    </message>
    <message>
        <source>What differs on disk and in the window: %1.</source>
        <translation>Was sich auf dem Datenträger und im Fenster unterscheidet: %1.</translation>
    </message>
    <message>
        <source>Saved the layout, notes and declared ports.</source>
        <translation>Anordnung, Notizen und deklarierte Ports sind gespeichert.</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 ist gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n file(s).</source>
        <translation>
            <numerusform>%n Datei ist gespeichert.</numerusform>
            <numerusform>%n Dateien sind gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Layout not saved</source>
        <translation>Anordnung nicht gespeichert</translation>
    </message>
    <message>
        <source>Places, folded namespaces, notes or declared ports are not as they were saved. Saving a file saves them too.</source>
        <translation>Plätze, zugeklappte Namespaces, Notizen oder deklarierte Ports sind nicht, wie sie gespeichert wurden. Das Speichern einer Datei speichert sie mit.</translation>
    </message>
    <message>
        <source>No place, note or declared port differs.</source>
        <translation>Kein Platz, keine Notiz und kein deklarierter Port unterscheidet sich.</translation>
    </message>
    <message>
        <source>Both are in the text now, and not saved. Look at it, then save or undo.</source>
        <translation>Beides ist jetzt im Text und nicht gespeichert. Ansehen, dann speichern oder rückgängig machen.</translation>
    </message>
    <message>
        <source>Reading files…</source>
        <translation>Dateien werden gelesen…</translation>
    </message>
    <message>
        <source>Reading %1 of %2 files…</source>
        <translation>%1 von %2 Dateien gelesen…</translation>
    </message>
    <message>
        <source>Opening the file…</source>
        <translation>Datei wird geöffnet…</translation>
    </message>
    <message>
        <source>Opening %1 of %2 files…</source>
        <translation>%1 von %2 Dateien geöffnet…</translation>
    </message>
    <message>
        <source>Working out who may connect to whom…</source>
        <translation>Wer sich mit wem verbinden darf, wird ermittelt…</translation>
    </message>
    <message>
        <source>Drawing the picture…</source>
        <translation>Das Bild wird gezeichnet…</translation>
    </message>
    <message>
        <source>&amp;Cancel Opening</source>
        <translation>Öffnen abbre&amp;chen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>%1. Escape cancels it.</source>
        <translation>%1. Escape bricht es ab.</translation>
    </message>
    <message>
        <source>Opening was cancelled. Everything is as it was.</source>
        <translation>Das Öffnen wurde abgebrochen. Alles ist, wie es war.</translation>
    </message>
    <message>
        <source>%1: done.</source>
        <translation>%1: fertig.</translation>
    </message>
    <message>
        <source>The pairs behind it have different ports, so none are filled in: what you write holds for all of them.</source>
        <translation>Die Paare dahinter haben verschiedene Ports, daher ist nichts ausgefüllt: Was hier steht, gilt für alle.</translation>
    </message>
    <message>
        <source>the API server would refuse it</source>
        <translation>der API-Server würde es ablehnen</translation>
    </message>
    <message>
        <source>pods count by their addresses</source>
        <translation>Pods zählen nach ihren Adressen</translation>
    </message>
    <message>
        <source>Reading %1. Escape cancels it.</source>
        <translation>%1 wird gelesen. Escape bricht ab.</translation>
    </message>
    <message>
        <source>Opening what comes by standard input</source>
        <translation>Standardeingabe öffnen</translation>
    </message>
    <message>
        <source>%1 holds changes by others that the open text lacks, since you undid taking them in. Saving there takes them away. Redo first to keep them.</source>
        <translation>%1 enthält Änderungen anderer, die im geöffneten Text fehlen, weil ihre Übernahme rückgängig gemacht wurde. Dort zu speichern nimmt sie weg. Um sie zu behalten, zuerst wiederholen.</translation>
    </message>
    <message>
        <source>Save Over</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>In policy %1 the named port %2 is declared for %3 by none of the targets, so it admits nothing.</source>
        <translation>In Policy %1 ist der benannte Port %2 bei keinem Ziel für %3 deklariert; er erlaubt nichts.</translation>
    </message>
    <message>
        <source>In policy %1 the named port %2 is declared for %3 by none of the targets, so it admits nothing. Did you mean %4?</source>
        <translation>In Policy %1 deklariert keines der Ziele den benannten Port %2 für %3; er lässt also nichts zu. War %4 gemeint?</translation>
    </message>
    <message>
        <source>every IPv4 and IPv6 address</source>
        <translation>jede IPv4- und IPv6-Adresse</translation>
    </message>
    <message>
        <source>&amp;Ports of the Service…</source>
        <translation>Ports des &amp;Dienstes…</translation>
    </message>
    <message>
        <source>Saving was cancelled. Nothing was written.</source>
        <translation>Das Speichern wurde abgebrochen. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Saving the file…</source>
        <translation>Datei wird gespeichert…</translation>
    </message>
    <message>
        <source>Putting the new files into place…</source>
        <translation>Neue Dateien werden eingesetzt…</translation>
    </message>
    <message>
        <source>Saving %1 of %2 files…</source>
        <translation>%1 von %2 Dateien gespeichert…</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>none</source>
        <comment>kinds of new pods</comment>
        <translation>0</translation>
    </message>
    <message>
        <source>any</source>
        <comment>kinds of new pods</comment>
        <translation>alle</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>%n Knoten</numerusform>
            <numerusform>%n Knoten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n namespace(s)</source>
        <translation>
            <numerusform>%n Namespace</numerusform>
            <numerusform>%n Namespaces</numerusform>
        </translation>
    </message>
    <message>
        <source>The Internet comes by the context menu of a service: %1</source>
        <translation>Das Internet kommt über das Kontextmenü eines Dienstes: %1</translation>
    </message>
    <message>
        <source>%1 is known by its labels alone, and a policy needs the name.</source>
        <translation>%1 ist nur an seinen Labels bekannt, und eine Policy braucht den Namen.</translation>
    </message>
    <message>
        <source>Choose a service</source>
        <translation>Dienst auswählen</translation>
    </message>
    <message>
        <source>Choose the service that is watched.</source>
        <translation>Den Dienst auswählen, der beobachtet werden soll.</translation>
    </message>
    <message>
        <source>Bringing the diagram up to date…</source>
        <translation>Das Diagramm wird auf den Stand gebracht…</translation>
    </message>
    <message numerus="yes">
        <source>No longer shown on its own, because no other NetworkPolicy picks just these pods: %1. What exactly they may reach, and who may reach them, can then not be told here.</source>
        <translation>
            <numerusform>Nicht mehr für sich gezeigt, weil keine andere NetworkPolicy genau diese Pods wählt: %1. Was genau sie erreichen dürfen und wer sie, lässt sich hier dann nicht sagen.</numerusform>
            <numerusform>Nicht mehr für sich gezeigt, weil keine andere NetworkPolicy genau diese Pods wählt: %1. Was genau sie erreichen dürfen und wer sie, lässt sich hier dann nicht sagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has to be one value, and what stands there is a mapping or a list. Correct it.</source>
        <translation>%1 muss ein einzelner Wert sein, und dort steht eine Zuordnung oder eine Liste. Berichtigen.</translation>
    </message>
    <message>
        <source>%1: unknown field. kubectl refuses it; correct its name or its indent, or remove it.</source>
        <translation>%1: unbekanntes Feld. kubectl weist es ab; Namen oder Einrückung berichtigen oder es entfernen.</translation>
    </message>
    <message>
        <source>It is for %1, and no file states whether that means %2.</source>
        <translation>Sie gilt für %1, und keine Datei sagt, ob das %2 meint.</translation>
    </message>
    <message>
        <source>Looking for the pods that rules name…</source>
        <translation>Die Pods, die Regeln nennen, werden gesucht…</translation>
    </message>
    <message>
        <source>ingress: cannot tell</source>
        <translation>Ingress: unklar</translation>
    </message>
    <message>
        <source>egress: cannot tell</source>
        <translation>Egress: unklar</translation>
    </message>
    <message>
        <source>%1: cannot tell, since a policy&apos;s podSelector cannot be read</source>
        <translation>%1: unklar, weil der podSelector einer Policy nicht lesbar ist</translation>
    </message>
    <message>
        <source>admits everyone</source>
        <translation>lässt alle zu</translation>
    </message>
    <message>
        <source>The policy behind it, for ingress</source>
        <translation>Die Policy dahinter, für Ingress</translation>
    </message>
    <message>
        <source>The policy behind it, for egress</source>
        <translation>Die Policy dahinter, für Egress</translation>
    </message>
    <message>
        <source>Gone from the disk</source>
        <translation>Nicht mehr auf dem Datenträger</translation>
    </message>
    <message>
        <source>%1 is no longer on disk, or cannot be read. Its text is only here: write it again, or save it under another name.</source>
        <translation>%1 ist nicht mehr auf dem Datenträger oder nicht lesbar. Der Text ist nur noch hier: neu schreiben oder unter anderem Namen speichern.</translation>
    </message>
    <message>
        <source>Write It Again</source>
        <translation>Neu schreiben</translation>
    </message>
    <message>
        <source>%1 is no subcommand, and there is no display for a window.</source>
        <translation>%1 ist kein Unterbefehl, und für ein Fenster fehlt die Anzeige.</translation>
    </message>
    <message>
        <source>Read on with: drawbridge help</source>
        <translation>Weiterlesen mit: drawbridge help</translation>
    </message>
    <message>
        <source>%1 leads to the Service %2, which selects no pods: its addresses are written by hand, and nobody can tell here where they lead.</source>
        <translation>%1 führt zum Service %2, der keine Pods auswählt: Seine Adressen sind von Hand geschrieben, und hier kann niemand sagen, wohin sie führen.</translation>
    </message>
    <message>
        <source>%1 leads to the port %3 of the pods of the Service %2, which none of them has by that name, so it leads nowhere. Mend the Service&apos;s targetPort.</source>
        <translation>%1 führt zum Port %3 der Pods des Service %2, und keiner von ihnen hat einen Port dieses Namens, also führt es nirgendwohin. Den targetPort des Service berichtigen.</translation>
    </message>
    <message>
        <source>%1 leads to %2 on %3, but the policies there admit certain pods alone, and nothing says that the controller is one of them. Lists leave this connection out; allow the controller&apos;s namespace if it is meant.</source>
        <translation>%1 führt zu %2 auf %3, aber die Policies dort lassen nur bestimmte Pods ein, und nichts sagt, dass der Controller einer davon ist. Listen lassen diese Verbindung aus; den Namespace des Controllers zulassen, wenn er gemeint ist.</translation>
    </message>
    <message>
        <source>In policy %1 the named port %2 is declared by none of the targets, so the rule decides nothing by it. Check the name.</source>
        <translation>In der Policy %1 deklariert keines der Ziele den benannten Port %2, also entscheidet die Regel durch ihn nichts. Den Namen prüfen.</translation>
    </message>
    <message>
        <source>In policy %1 the named port %2 is declared by none of the targets, so the rule decides nothing by it. Did you mean %3?</source>
        <translation>In der Policy %1 deklariert keines der Ziele den benannten Port %2, also entscheidet die Regel durch ihn nichts. Ist %3 gemeint?</translation>
    </message>
    <message>
        <source>%1 names no port of the Service %2, so it leads nowhere. Name one.</source>
        <translation>%1 nennt keinen Port des Service %2, also führt es nirgendwohin. Einen nennen.</translation>
    </message>
    <message>
        <source>%1 leads to the Service %2, which is another name for a host elsewhere (ExternalName): no pod is behind it.</source>
        <translation>%1 führt zum Service %2, der ein anderer Name für einen Rechner anderswo ist (ExternalName): Kein Pod steht dahinter.</translation>
    </message>
    <message>
        <source>%1 leads to the port %3 of the pods of the Service %2, which none of them declares. Lists leave this connection out; declare it as a containerPort, or mend the Service&apos;s targetPort.</source>
        <translation>%1 führt zum Port %3 der Pods des Service %2, den keiner von ihnen deklariert. Listen lassen diese Verbindung aus; ihn als containerPort deklarieren oder den targetPort des Service berichtigen.</translation>
    </message>
    <message>
        <source>This %1 cannot be decoded, so it is not used: lists and picture are without it. Correct what is wrong in it.</source>
        <translation>Dieses Objekt der Art %1 kann nicht gelesen werden und wird nicht verwendet: Listen und Bild sind ohne es. Berichtigen, was darin falsch ist.</translation>
    </message>
    <message>
        <source>%1 %2 cannot be decoded, so it is not used: lists and picture are without it. Correct what is wrong in it.</source>
        <translation>%1 %2 kann nicht gelesen werden und wird nicht verwendet: Listen und Bild sind ohne dieses Objekt. Berichtigen, was darin falsch ist.</translation>
    </message>
    <message>
        <source>%1 has no apiVersion, so kubectl refuses it. Here it counts all the same. Write apiVersion: %2.</source>
        <translation>%1 hat keine apiVersion, also weist kubectl es ab. Hier zählt es trotzdem. apiVersion: %2 schreiben.</translation>
    </message>
    <message>
        <source>Workloads are here, but no network policy that is judged, so every connection between them is open.</source>
        <translation>Hier sind Workloads, aber keine Policy, die beurteilt wird, also ist jede Verbindung zwischen ihnen offen.</translation>
    </message>
    <message>
        <source>Neither a workload nor a network policy is here, so there is nothing to judge.</source>
        <translation>Hier ist weder ein Workload noch eine Policy, also gibt es nichts zu beurteilen.</translation>
    </message>
    <message>
        <source>connections that depend on missing facts are not in the list: there are too many; drawbridge explain tells each</source>
        <translation>Verbindungen, die von fehlenden Angaben abhängen, stehen nicht in der Liste: es sind zu viele; drawbridge explain nennt jede einzeln</translation>
    </message>
    <message>
        <source>Policy %1 asks for the label %2, which each pod of %3 gets as it is made; no file states its values. Add the pods.</source>
        <translation>Policy %1 verlangt das Label %2, das jeder Pod von %3 beim Erzeugen bekommt; keine Datei nennt seine Werte. Die Pods ergänzen.</translation>
    </message>
    <message>
        <source>Item %1 of %2</source>
        <translation>Eintrag %1 von %2</translation>
    </message>
    <message>
        <source>Policy %1 means the addresses %2. With %3 these may be pods, and no file states the addresses of all pods.</source>
        <translation>Die Policy %1 meint die Adressen %2. Bei %3 können das Pods sein, und keine Datei gibt die Adressen aller Pods an.</translation>
    </message>
    <message>
        <source>The merge key &lt;&lt; is merged as kubectl does it; not every tool does, and what it merges cannot be edited here. Write the keys out.</source>
        <translation>Der Merge-Schlüssel &lt;&lt; wird zusammengeführt wie von kubectl; nicht jedes Werkzeug tut das, und was er zusammenführt, lässt sich hier nicht bearbeiten. Die Schlüssel ausschreiben.</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>Die Datei wird geschrieben…</translation>
    </message>
    <message>
        <source>Preparing the export…</source>
        <translation>Der Export wird vorbereitet…</translation>
    </message>
    <message>
        <source>Nothing was exported.</source>
        <translation>Es wurde nichts exportiert.</translation>
    </message>
    <message>
        <source>Copy as Picture</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>The picture could not be printed.</source>
        <translation>Das Bild konnte nicht gedruckt werden.</translation>
    </message>
    <message>
        <source>Nothing was copied.</source>
        <translation>Es wurde nichts kopiert.</translation>
    </message>
    <message>
        <source>There is not enough memory. Give fewer files at once.</source>
        <translation>Der Speicher reicht nicht. Weniger Dateien auf einmal angeben.</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Not restored. It is kept, and “Recover Unsaved Work” offers it again.</source>
        <translation>Nicht wiederhergestellt. Es ist aufgehoben, und „Nicht Gespeichertes wiederherstellen“ bietet es wieder an.</translation>
    </message>
    <message>
        <source>%1 is new in the folder, and is open now.</source>
        <translation>%1 ist neu im Ordner und jetzt geöffnet.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are new in the folder, and are open now.</source>
        <translation>
            <numerusform>%n Datei ist neu im Ordner und jetzt geöffnet.</numerusform>
            <numerusform>%n Dateien sind neu im Ordner und jetzt geöffnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keeping it for a crash</source>
        <translation>Für einen Absturz aufheben</translation>
    </message>
    <message>
        <source>%1 is open already, as another file. Nothing was written: give another name, or change the file where it is open.</source>
        <translation>%1 ist schon offen, als eine andere Datei. Nichts wurde geschrieben: einen anderen Namen angeben oder die Datei dort ändern, wo sie offen ist.</translation>
    </message>
    <message>
        <source>In policy %1 comments are about what would move to a rule of its own, where they would be lost or stand at something else. Make the change in the text.</source>
        <translation>In der Policy %1 gehören Kommentare zu dem, was in eine eigene Regel käme; dort wären sie verloren oder stünden bei etwas anderem. Die Änderung im Text machen.</translation>
    </message>
    <message>
        <source>rules part these addresses into ranges with %1 answers, more than the %2 that are told: ask about fewer addresses</source>
        <translation>Regeln teilen diese Adressen in Bereiche mit %1 Antworten, mehr als die %2, die genannt werden: nach weniger Adressen fragen</translation>
    </message>
    <message>
        <source>the picture would have %1 services, addresses and arrows, more than %2; give fewer files</source>
        <translation>das Bild hätte %1 Dienste, Adressen und Pfeile, mehr als %2; weniger Dateien angeben</translation>
    </message>
    <message>
        <source>The picture would have %1 services, addresses and arrows, more than %2. Open fewer files.</source>
        <translation>Das Bild hätte %1 Dienste, Adressen und Pfeile, mehr als %2. Weniger Dateien öffnen.</translation>
    </message>
    <message>
        <source>rules would stand at arrows more than %1 times; give fewer files</source>
        <translation>Regeln stünden mehr als %1-mal an Pfeilen; weniger Dateien angeben</translation>
    </message>
    <message>
        <source>the list would have more than %1 lines or %2 ranges of ports, or tell of more than %3 workloads; give fewer files</source>
        <translation>die Liste hätte mehr als %1 Zeilen oder %2 Portbereiche oder spräche von mehr als %3 Workloads; weniger Dateien angeben</translation>
    </message>
    <message>
        <source>The list would have more than %1 lines or %2 ranges of ports, or tell of more than %3 workloads. Open fewer files.</source>
        <translation>Die Liste hätte mehr als %1 Zeilen oder %2 Portbereiche oder spräche von mehr als %3 Workloads. Weniger Dateien öffnen.</translation>
    </message>
    <message>
        <source>Policy %1 was not compared with all others in %2, which are too many and too much alike: what changes nothing is not all told. Check fewer files at once.</source>
        <translation>Richtlinie %1 wurde nicht mit allen anderen in %2 verglichen; es sind zu viele und zu ähnliche: Was nichts ändert, wird nicht vollständig genannt. Weniger Dateien auf einmal prüfen.</translation>
    </message>
    <message>
        <source>arrows would stand for more than %1 pairs of services; give fewer files</source>
        <translation>Pfeile stünden für mehr als %1 Paare von Diensten; weniger Dateien angeben</translation>
    </message>
    <message>
        <source>Not all problems that can be mended have fixes here (%1 have): to plan all would take too long. Mend some and run it again, or check fewer files at a time.</source>
        <translation>Nicht alle behebbaren Probleme haben hier Korrekturen (nur %1): alle zu planen, würde zu lange dauern. Einige beheben und erneut prüfen, oder weniger Dateien auf einmal prüfen.</translation>
    </message>
    <message>
        <source>This change concerns so many services, rules or bytes that nothing was planned: it would take too long. Do it in the text, or open fewer files.</source>
        <translation>Diese Änderung betrifft so viele Dienste, Regeln oder Bytes, dass nichts geplant wurde: es würde zu lange dauern. Im Text vornehmen oder weniger Dateien öffnen.</translation>
    </message>
    <message>
        <source>there are too many pairs behind it to look at each: more may be allowed</source>
        <translation>dahinter sind zu viele Paare, um jedes anzusehen: mehr kann erlaubt sein</translation>
    </message>
    <message>
        <source>There are too many pairs behind this arrow to look at each: more may be allowed than is said here.</source>
        <translation>Hinter diesem Pfeil sind zu viele Paare, um jedes anzusehen: mehr kann erlaubt sein, als hier steht.</translation>
    </message>
    <message>
        <source>No two services are known between %1 and %2, so that no edit could be checked. Add what runs there, or change the policy in the text.</source>
        <translation>Zwischen %1 und %2 sind keine zwei Dienste bekannt, daher könnte keine Änderung geprüft werden. Ergänzen, was dort läuft, oder die Richtlinie im Text ändern.</translation>
    </message>
</context>
</TS>
