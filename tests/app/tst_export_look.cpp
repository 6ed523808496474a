// moc 6.4 cannot read the standard headers of core unless Qt's come first.
#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QXmlStreamReader>

#include "canvas/canvas_widget.h"
#include "canvas/elements.h"
#include "canvas/export_legend.h"
#include "document/auto_layout.h"
#include "graph/routing.h"
#include "lint/lint.h"
#include "output/exporting.h"
#include "output/paper.h"

using namespace drawbridge;
using output::Format;

namespace {

const QByteArray kShop = R"(apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: api, namespace: a-rather-long-name-of-a-namespace-in-production}
spec:
  podSelector: {matchLabels: {app: recommendation-service-canary-with-a-very-long-name}}
  policyTypes: [Ingress, Egress]
  ingress:
  - from: [{podSelector: {matchLabels: {app: nobody-has-this}}}]
    ports: [{port: 80}]
  egress:
  - to: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16, 10.20.30.0/24, 10.250.250.250/32]}}]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: nobody, namespace: a-rather-long-name-of-a-namespace-in-production}
spec:
  podSelector: {matchLabels: {app: nobody}}
  policyTypes: [Egress]
  egress: [{to: [{podSelector: {matchLabels: {app: nobody-has-this}}}]}]
)";

struct Sample
{
    Sample()
    {
        workspace.add("in/a.yaml", kShop.toStdString());
        evaluator.update(workspace);
        graph = graph::build(workspace, evaluator);
        picture = graph::compose(graph, automaticPlacement(graph));
        pinned[graph.nodes.front().key] = {{"Ann <a@b>", "one | two\n<b>three</b>", {}, false}};
        pinned["gone"] = {{"", "[x](javascript:1) `code`", {}, false}};
        picture.notes = graph::notes(graph, pinned);
        diagnostics = lint::lint(workspace, evaluator);
    }
    QByteArray bytes(Format format) const
    {
        const output::Subject subject{workspace, evaluator, graph, picture, diagnostics, {}};
        return output::bytesOf(format, subject, {QStringLiteral("title"), true, false});
    }

    kube::Workspace workspace;
    verdict::Evaluator evaluator;
    graph::Graph graph;
    graph::Picture picture;
    graph::PinnedNotes pinned;
    std::vector<Diagnostic> diagnostics;
};

/// The words in a picture, in the order in which they are drawn.
QStringList words(const QByteArray &svg)
{
    QStringList result;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("text"))
            result += xml.readElementText();
    return result;
}

/// Keeps the shapes that it is given.
class Shapes : public canvas::MarkSink
{
public:
    void shape(const canvas::ShapeMark &mark) override { all.push_back(mark); }
    void text(const canvas::TextMark &) override {}
    std::vector<canvas::ShapeMark> all;
};

} // namespace

/// What an export shows is whole: names, addresses, notes.
class ExportLookTest : public QObject
{
    Q_OBJECT

private slots:
    void namesAndAddressesAreWhole();
    void notesAreInJson();
    void notesAreInHtmlOnce();
    void notesAreInMarkdown();
    void whoIsOpenTellsOfGroupsThatRulesName();
    void theLegendHasNoStrayMarks();
    void printedTablesBreakLongLines();
    void aNoteIsDrawnOnce();
};

void ExportLookTest::namesAndAddressesAreWhole()
{
    const Sample sample;
    const QStringList all = words(sample.bytes(Format::Svg));
    for (const QString &word : all)
        QVERIFY2(!word.contains(QChar(0x2026)) || word.startsWith(QStringLiteral("Pods")),
                 qPrintable(word));
    const QString joined = all.join(QString());
    QVERIFY(joined.contains(QStringLiteral("a-rather-long-name-of-a-namespace-in-production")));
    QVERIFY(joined.contains(QStringLiteral("recommendation-service-canary-with-a-very-long-name")));
    for (const char *address : {"10.0.0.0/8", "10.1.0.0/16", "10.20.30.0/24", "10.250.250.250/32"})
        QVERIFY2(
            std::any_of(all.begin(), all.end(),
                        [&](const QString &word) { return word.contains(QLatin1String(address)); }),
            address);
}

void ExportLookTest::notesAreInJson()
{
    const Sample sample;
    const QJsonObject root = QJsonDocument::fromJson(sample.bytes(Format::Json)).object();
    const QJsonArray notes = root[QStringLiteral("notes")].toArray();
    QCOMPARE(notes.size(), 2);
    const QJsonObject first = notes[0].toObject();
    QCOMPARE(first[QStringLiteral("number")].toInt(), 1);
    QCOMPARE(first[QStringLiteral("key")].toString().toStdString(), sample.graph.nodes.front().key);
    QCOMPARE(first[QStringLiteral("text")].toString(), QStringLiteral("one | two\n<b>three</b>"));
    QCOMPARE(first[QStringLiteral("author")].toString(), QStringLiteral("Ann <a@b>"));
    QCOMPARE(first[QStringLiteral("isDrawn")].toBool(), true);
    QCOMPARE(notes[1].toObject()[QStringLiteral("isDrawn")].toBool(), false);
}

void ExportLookTest::notesAreInHtmlOnce()
{
    const QByteArray html = Sample().bytes(Format::Html);
    QCOMPARE(html.count("one | two &lt;b&gt;three&lt;/b&gt;"), 1);
    QCOMPARE(html.count("Ann &lt;a@b&gt;"), 1);
    QVERIFY(!html.contains("<b>three"));
}

void ExportLookTest::notesAreInMarkdown()
{
    const QString md = QString::fromUtf8(Sample().bytes(Format::Md));
    QVERIFY(md.contains(QStringLiteral("## Notes")));
    QVERIFY(md.contains(QStringLiteral("one &#124; two")));
    QVERIFY(!md.contains(QStringLiteral("<b>three")));
    QVERIFY(!md.contains(QStringLiteral("[x](")));
    Sample without;
    without.picture.notes.clear();
    QVERIFY(!without.bytes(Format::Md).contains("Notes"));
}

void ExportLookTest::whoIsOpenTellsOfGroupsThatRulesName()
{
    const QString md = QString::fromUtf8(Sample().bytes(Format::Md));
    const QString open = md.section(QStringLiteral("## Who is open"), 1).section("## ", 0, 0);
    QVERIFY2(open.contains(QStringLiteral("nobody-has-this")), qPrintable(open));
}

void ExportLookTest::theLegendHasNoStrayMarks()
{
    Shapes shapes;
    canvas::drawLegend(shapes, QRectF(QPointF(), canvas::legendSize(900)));
    QVERIFY(shapes.all.size() > 8);
    for (const canvas::ShapeMark &mark : shapes.all) {
        const QRectF box = mark.path.boundingRect();
        if (mark.fill != canvas::Ink::None)
            QVERIFY(box.height() >= 5 && box.width() >= 3);
    }
}

/// Cells that are longer than the page is wide take several lines, and so more pages.
void ExportLookTest::printedTablesBreakLongLines()
{
    const auto pagesOf = [](std::size_t length) {
        report::Report report;
        report::Table table;
        table.heading = "Connections";
        table.columns = {"From", "Rules"};
        for (int row = 0; row < 40; ++row)
            table.rows.push_back({"api", std::string(length, 'x')});
        report.tables = {table};
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const bool isWritten =
            output::reportPdf(buffer, report, Sample().picture, {{}, false, false, {}});
        return isWritten ? buffer.data().count("/Type /Page\n") : 0;
    };
    QVERIFY(pagesOf(10) > 0);
    QVERIFY2(pagesOf(900) >= pagesOf(10) + 4, QByteArray::number(pagesOf(900)));
}

/// The words below a half open arrow are the same pixels, chosen or not.
void ExportLookTest::aNoteIsDrawnOnce()
{
    graph::Graph graph;
    for (const char *key : {"a", "b"}) {
        graph::Node node;
        node.key = node.title = key;
        node.frame = "f";
        graph.nodes.push_back(node);
    }
    graph::Frame frame;
    frame.key = frame.title = "f";
    graph.frames = {frame};
    graph::Arrow arrow;
    arrow.key = "a\nb";
    arrow.source = "a";
    arrow.target = "b";
    arrow.state = graph::ArrowState::HalfOpenAtTarget;
    arrow.label = "TCP 80";
    graph.arrows = {arrow};
    const graph::Picture picture = graph::compose(graph, {{"a", {0, 0}}, {"b", {600, 200}}});
    canvas::CanvasWidget canvas;
    canvas.resize(1200, 800);
    canvas.setPicture(picture);
    canvas.show();
    QVERIFY(QTest::qWaitForWindowExposed(&canvas));
    canvas.setZoom(1);
    canvas.finishRendering();
    int seen = 0;
    for (const graph::ArrowShape &shape : picture.arrows) {
        const auto note = canvas.scene().note(shape.arrow.key);
        if (!note)
            continue;
        ++seen;
        canvas.centerOn({note->center().x(), note->center().y()});
        canvas.setSelection({});
        canvas.finishRendering();
        const QImage before = canvas.grab().toImage();
        canvas.setSelection({shape.arrow.key});
        const QImage after = canvas.grab().toImage();
        const QRect inside =
            canvas.view()
                .toView(graph::Rect{note->x(), note->y(), note->width(), note->height()})
                .toRect()
                .adjusted(6, 1, -6, -1);
        QVERIFY(canvas.rect().contains(inside));
        QCOMPARE(after.copy(inside), before.copy(inside));
        const QRect below = inside.translated(0, inside.height() + 3); // where a second would be
        QCOMPARE(after.copy(below).pixelColor(0, 8), before.copy(below).pixelColor(0, 8));
    }
    QVERIFY(seen > 0);
}

QTEST_MAIN(ExportLookTest)
#include "tst_export_look.moc"
