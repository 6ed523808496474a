#include "report/dot.h"
#include "report/drawio.h"
#include "report/escape.h"
#include "report/findings.h"
#include "report/json.h"
#include "report/list.h"
#include "report/mermaid.h"
#include "report/report.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace drawbridge;

namespace {

/// Names that a careless writer would break at.
const std::vector<std::string> kHostile{
    "\"><script>alert(1)</script>",
    "end",
    "click n0 href \"javascript:alert(1)\"",
    "a|b`c`\"]:::x",
    "two\nlines\r\tand a tab",
    "]]> --> -- %% %%{init: {'securityLevel': 'loose'}}%%",
    "style x fill:#f00;",
    "\xE2\x80\xAEright to left",
    "bad \xff\xc0\xaf bytes",
    "=1+1",
    "[link](http://evil.example) ![i](x) www.evil.example @name #1",
    "&lt;b&gt; &#96;",
    "\x1b[31m\x07",
};

graph::Graph hostileGraph()
{
    graph::Graph graph;
    graph::Frame frame;
    frame.key = "frame:x";
    frame.title = "x\"] end\nsubgraph";
    frame.services = kHostile.size();
    graph.frames.push_back(frame);
    for (std::size_t i = 0; i < kHostile.size(); ++i) {
        graph::Node node;
        node.key = "x/" + std::string(1, char('a' + i));
        node.frame = frame.key;
        node.title = node.labels = kHostile[i];
        node.kindName = "Pod";
        graph.nodes.push_back(node);
    }
    for (std::size_t i = 0; i < kHostile.size(); ++i) {
        graph::Arrow arrow;
        arrow.source = i == 0 ? frame.key : graph.nodes[i - 1].key;
        arrow.target = graph.nodes[i].key;
        arrow.key = arrow.source + '\n' + arrow.target;
        arrow.label = kHostile[i];
        arrow.state = i % 2 ? graph::ArrowState::HalfOpenAtTarget : graph::ArrowState::Allowed;
        arrow.rules.push_back({kHostile[i], kube::Direction::Ingress, 0, {}});
        graph.arrows.push_back(arrow);
    }
    return graph;
}

report::Report hostileReport()
{
    report::Report report;
    report.title = kHostile[0];
    report::Table table;
    table.heading = kHostile[3];
    table.columns = {"a", "b"};
    for (const std::string &text : kHostile)
        table.rows.push_back({text, "x"});
    report.tables.push_back(table);
    return report;
}

QString qt(const std::string &text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

/// Exports in text: whatever names hold, the file stays what it is.
class ReportTest : public QObject
{
    Q_OBJECT

private slots:
    void escapes_data();
    void escapes();
    void mermaidHasOnlyItsOwnLines();
    void mermaidTellsOfTooManyArrows();
    void drawioIsWellFormed();
    void drawioPlacesNodesInTheirFrames();
    void markdownKeepsItsCells();
    void htmlRunsNothing();
    void csvIsQuoted();
    void listsAsMarkdownAndDot();
    void jsonIsWellFormed();
    void fixesThatAreLeftOut();
    void comparisonsInEveryFormat();
    void sameBytesTwice();
};

void ReportTest::escapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown");
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QByteArray>("mermaid");
    QTest::newRow("plain") << QByteArray("api-1.x") << QByteArray("api-1.x")
                           << QByteArray("api-1.x") << QByteArray("api-1.x");
    QTest::newRow("pipe") << QByteArray("a|b") << QByteArray("a|b") << QByteArray("a&#124;b")
                          << QByteArray("a#124;b");
    QTest::newRow("quote") << QByteArray("\"`") << QByteArray("\"`") << QByteArray("\"\\`")
                           << QByteArray("#34;#96;");
    QTest::newRow("line") << QByteArray("a\nb") << QByteArray("a\\u{a}b")
                          << QByteArray("a\\\\u{a}b") << QByteArray("a#92;u#123;a#125;b");
    QTest::newRow("tag") << QByteArray("<b>") << QByteArray("<b>") << QByteArray("&lt;b&gt;")
                         << QByteArray("#60;b#62;");
    QTest::newRow("bad bytes") << QByteArray("a\xff\xc0\xaf") << QByteArray("a\uFFFD\uFFFD\uFFFD")
                               << QByteArray("a\uFFFD\uFFFD\uFFFD")
                               << QByteArray("a\uFFFD\uFFFD\uFFFD");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QByteArray("\uFFFD\uFFFD\uFFFD")
                               << QByteArray("\uFFFD\uFFFD\uFFFD")
                               << QByteArray("\uFFFD\uFFFD\uFFFD");
    QTest::newRow("direction") << QByteArray("\u202Ex") << QByteArray("\\u{202e}x")
                               << QByteArray("\\\\u{202e}x") << QByteArray("#92;u#123;202e#125;x");
    QTest::newRow("other script") << QByteArray("שלום") << QByteArray("שלום") << QByteArray("שלום")
                                  << QByteArray("שלום");
    QTest::newRow("address") << QByteArray("http://a www.b") << QByteArray("http://a www.b")
                             << QByteArray("http:/&#47;a www&#46;b")
                             << QByteArray("http#58;//a www.b");
}

void ReportTest::escapes()
{
    QFETCH(QByteArray, text);
    QTEST(QByteArray::fromStdString(report::shownText(text.toStdString())), "shown");
    QTEST(QByteArray::fromStdString(report::markdownText(text.toStdString())), "markdown");
    QTEST(QByteArray::fromStdString(report::mermaidText(text.toStdString())), "mermaid");
}

void ReportTest::mermaidHasOnlyItsOwnLines()
{
    const QString label = "\"[^\"\\[\\]{}|<>`%:]*(<br/>[^\"\\[\\]{}|<>`%:]*)?\"";
    const QRegularExpression line(
        QStringLiteral("^(flowchart LR|  subgraph sf\\d+\\[%1\\]|  end|    f\\d+\\(\\(%1\\)\\)|"
                       "  (  )?n\\d+(\\[%1\\]|\\(\\[%1\\]\\))|"
                       "  [nf]\\d+ -\\.?->?(->)?\\|%1\\| [nf]\\d+|"
                       "  linkStyle [\\d,]+ stroke:#d55e00)$")
            .arg(label));
    const QStringList lines = qt(report::mermaid(hostileGraph())).split('\n', Qt::SkipEmptyParts);
    for (const QString &text : lines)
        QVERIFY2(line.match(text).hasMatch(), qPrintable(text));
    // A frame, its stand-in and its end; nodes; arrows.
    QCOMPARE(lines.size(), qsizetype(1 + 3 + 2 * kHostile.size() + 1));
}

void ReportTest::mermaidTellsOfTooManyArrows()
{
    graph::Graph graph = hostileGraph();
    QVERIFY(!qt(report::mermaid(graph)).contains("maxEdges"));
    graph.arrows.resize(501, graph.arrows.front());
    QVERIFY(qt(report::mermaid(graph)).contains("%% 501 arrows: Mermaid needs maxEdges"));
}

void ReportTest::drawioIsWellFormed()
{
    const graph::Graph graph = hostileGraph();
    QXmlStreamReader xml(qt(report::drawio(graph, graph::compose(graph, {}))));
    QSet<QString> ids;
    std::size_t vertices = 0;
    std::size_t edges = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != QString("mxCell"))
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        QVERIFY(!ids.contains(attributes.value("id").toString()));
        ids.insert(attributes.value("id").toString());
        vertices += attributes.value("vertex") == QString("1");
        if (attributes.hasAttribute("vertex") || attributes.hasAttribute("edge"))
            QVERIFY(attributes.value("style").startsWith(QString("html=0;")));
        if (attributes.value("edge") != QString("1"))
            continue;
        ++edges;
        QVERIFY(ids.contains(attributes.value("source").toString()));
        QVERIFY(ids.contains(attributes.value("target").toString()));
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(vertices, kHostile.size() + 1);
    QCOMPARE(edges, kHostile.size());
}

void ReportTest::drawioPlacesNodesInTheirFrames()
{
    const graph::Graph graph = hostileGraph();
    graph::Picture picture = graph::compose(graph, {});
    const QString text = qt(report::drawio(graph, picture));
    const graph::Rect node = picture.nodes[0].rect;
    const graph::Rect frame = picture.frames[0].rect;
    QVERIFY(text.contains(QString("x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\"")
                              .arg(std::lround(node.x - frame.x))
                              .arg(std::lround(node.y - frame.y))
                              .arg(std::lround(node.width))
                              .arg(std::lround(node.height))));
    QVERIFY(text.contains("vertex=\"1\" parent=\"f0\""));
}

void ReportTest::markdownKeepsItsCells()
{
    const QString text = qt(report::markdown(hostileReport()));
    int rows = 0;
    for (const QString &line : text.split('\n')) {
        if (!line.startsWith('|'))
            continue;
        ++rows;
        QCOMPARE(line.count('|'), 3);
    }
    QCOMPARE(rows, int(kHostile.size()) + 2);
    QVERIFY(!text.contains('<'));
    QVERIFY(!text.contains("http://") && !text.contains("www."));
    QVERIFY(!text.contains(QRegularExpression("[^\\\\]\\]\\(")));
}

void ReportTest::htmlRunsNothing()
{
    const std::string svg = "<?xml version=\"1.0\"?>\n<svg/>\n";
    const QString text = qt(report::html(hostileReport(), svg));
    QVERIFY(text.contains("default-src 'none'"));
    QVERIFY(text.contains("<figure>\n<svg/>"));
    QVERIFY(!text.contains("<?xml"));
    const QRegularExpression tag("<(/?[a-z0-9]+|!DOCTYPE)");
    const QSet<QString> known{"!DOCTYPE", "html",  "head",  "meta",  "title",  "style", "body",
                              "main",     "h1",    "h2",    "p",     "figure", "svg",   "section",
                              "div",      "table", "thead", "tbody", "tr",     "th",    "td"};
    for (auto it = tag.globalMatch(text); it.hasNext();) {
        QString name = it.next().captured(1);
        if (name.startsWith('/'))
            name.remove(0, 1);
        QVERIFY2(known.contains(name), qPrintable(name));
    }
    QVERIFY(!text.contains(QRegularExpression("\\son[a-z]+=|\\s(href|src)=")));
    QVERIFY(!text.contains(QChar(0x202E)) && !text.contains(QChar(0x1b)));
}

void ReportTest::csvIsQuoted()
{
    QString text = qt(report::arrowsCsv(hostileGraph()));
    QCOMPARE(text.count("\r\n"), qsizetype(kHostile.size()) + 1);
    QVERIFY(text.startsWith("source,destination,connections,state,rules"));
    QVERIFY(text.contains("\"\"\"><script>alert(1)</script> ingress rule 1\""));
    QVERIFY(text.contains(",'=1+1 ingress rule 1"));
    text.remove("\r\n");
    QVERIFY(!text.contains(QRegularExpression("[\r\n]")));
}

void ReportTest::listsAsMarkdownAndDot()
{
    report::List list;
    list.connections.push_back({"a|b", "x\"y\\", kube::ConnectionSet::all()});
    QCOMPARE(qt(report::listMarkdown(list)),
             QString("| source | destination | connections |\n| --- | --- | --- |\n"
                     "| a&#124;b | x\"y\\\\ | All Connections |\n"));
    QCOMPARE(qt(report::listDot(list)),
             QString("digraph connections {\n  rankdir=LR;\n  node [shape=box];\n"
                     "  n0 [label=\"a|b\"];\n  n1 [label=\"x\\\"y\\\\\"];\n"
                     "  n0 -> n1 [label=\"All Connections\"];\n}\n"));
}

void ReportTest::jsonIsWellFormed()
{
    kube::Workspace workspace;
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    const graph::Graph graph = hostileGraph();
    std::vector<report::Finding> findings{
        {{kHostile[0], {}, {}}, "DB001", "error", kHostile[8], {}}};
    std::vector<report::InputFile> files{{kHostile[8], 3, std::string(64, 'a')}};
    std::vector<graph::Note> notes{
        {1, kHostile[8], 0, kHostile[0], kHostile[8], kHostile[0], true}};
    const std::string text =
        report::json({workspace, graph, report::List(), findings, notes, files, {}});
    const yaml::File file = yaml::File::parse("a.json", text); // refuses what is no JSON
    QCOMPARE(file.format(), yaml::Format::Json);
    QVERIFY(file.problems().empty());
    QVERIFY(file.pieces().size() == 1 && file.pieces()[0].piece->problems.empty());
}

/// Where nobody looked for fixes that is said, so that none is not taken for none to be had.
void ReportTest::fixesThatAreLeftOut()
{
    report::Finding seen{{"a.yaml", {}, {}}, "DB001", "error", "seen", {}};
    report::Finding notSeen = seen;
    notSeen.fixesLeftOut = true;
    for (const std::string &text :
         {report::findingsJson({seen, notSeen}), report::findingsSarif({seen, notSeen}, "1")}) {
        const yaml::File file = yaml::File::parse("a.json", text);
        QVERIFY(file.problems().empty() && file.pieces()[0].piece->problems.empty());
        const std::size_t at = text.find("\"fixesLeftOut\": true");
        QVERIFY(at != std::string::npos && at > text.rfind("DB001"));
        QCOMPARE(text.find("fixesLeftOut", at + 5), std::string::npos);
    }
}

/// What was added, removed or changed is told by a word and by the kind of line.
void ReportTest::comparisonsInEveryFormat()
{
    using graph::Since;
    graph::Graph graph;
    for (const char *name : {"a", "b", "c", "d"}) {
        graph::Node node;
        node.key = node.title = name;
        graph.nodes.push_back(node);
    }
    graph.nodes[3].since = Since::Removed;
    const auto add = [&](const char *source, const char *target, Since since) {
        graph::Arrow arrow;
        arrow.source = source;
        arrow.target = target;
        arrow.key = arrow.source + '\n' + arrow.target;
        arrow.ports = kube::ConnectionSet::of(kube::Protocol::Tcp, 80, 80);
        arrow.label = arrow.ports.label();
        arrow.since = since;
        if (since == Since::Changed)
            arrow.labelBefore = "TCP 79";
        graph.arrows.push_back(arrow);
    };
    add("a", "b", Since::Added);
    add("a", "c", Since::Changed);
    add("a", "d", Since::Removed);
    add("b", "c", Since::Same);

    const std::string dot = report::dot(graph);
    const std::string mermaid = report::mermaid(graph);
    const std::string drawio = report::drawio(graph, graph::compose(graph, {}));
    for (const std::string *text : {&dot, &mermaid, &drawio})
        for (const char *word :
             {"TCP 80 · added", "TCP 80 · was TCP 79", "TCP 80 · removed", "d · removed"})
            QVERIFY2(text->find(word) != std::string::npos, (*text + word).c_str());
    QVERIFY(qt(dot).contains("style=bold") && qt(dot).contains("style=dashed") &&
            qt(dot).contains(":invis:"));
    QVERIFY(qt(mermaid).contains("==>") && qt(mermaid).contains("-.->"));
    QVERIFY(qt(drawio).contains("strokeWidth=3") && qt(drawio).contains("shape=link") &&
            qt(drawio).contains("dashPattern=8 6"));
    QCOMPARE(qt(report::arrowsCsv(graph)),
             QString("source,destination,connections,state,rules,since,connections before\r\n"
                     "a,b,TCP 80,allowed,,added,\r\na,c,TCP 80,allowed,,changed,TCP 79\r\n"
                     "a,d,TCP 80,allowed,,removed,\r\nb,c,TCP 80,allowed,,same,\r\n"));

    kube::Workspace workspace;
    const QString json = qt(report::json({workspace, graph, report::List(), {}, {}, {}, {}}));
    QCOMPARE(json.count("\"since\": \"added\""), 1);
    QCOMPARE(json.count("\"since\": \"removed\""), 2);
    QCOMPARE(json.count("\"since\": \"changed\""), 1);
    QCOMPARE(json.count("\"labelBefore\": \"TCP 79\""), 1);
    for (graph::Arrow &arrow : graph.arrows)
        arrow.since = Since::Same;
    graph.nodes[3].since = Since::Same;
    QVERIFY(
        !qt(report::json({workspace, graph, report::List(), {}, {}, {}, {}})).contains("since"));
    QVERIFY(!qt(report::arrowsCsv(graph)).contains("since"));
}

void ReportTest::sameBytesTwice()
{
    const graph::Graph graph = hostileGraph();
    const graph::Graph copy = hostileGraph();
    QCOMPARE(report::mermaid(graph), report::mermaid(copy));
    QCOMPARE(report::arrowsCsv(graph), report::arrowsCsv(copy));
    QCOMPARE(report::drawio(graph, graph::compose(graph, {})),
             report::drawio(copy, graph::compose(copy, {})));
}

QTEST_GUILESS_MAIN(ReportTest)
#include "tst_report.moc"
