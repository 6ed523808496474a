// moc 6.4 cannot read the standard headers of core unless Qt's come first.
#include <QBuffer>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

#include "canvas/export_drawing.h"
#include "canvas/export_legend.h"
#include "canvas/export_part.h"
#include "document/auto_layout.h"
#include "lint/lint.h"
#include "output/exporting.h"
#include "output/paper.h"
#include "report/exposure.h"

#include "json_schema.h"
#include "tst_canvas_sample.h"

using namespace drawbridge;
using output::Format;

namespace {

const QByteArray kShop =
    "apiVersion: apps/v1\nkind: Deployment\n"
    "metadata: {name: \"\\\"><script>a|b`\\n]]>\", namespace: shop}\n"
    R"(spec: {template: {metadata: {labels: {app: api}}, spec: {containers: [{name: a}]}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: end, namespace: shop}
spec: {template: {metadata: {labels: {app: end}}, spec: {containers: [{name: a}]}}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: end, namespace: shop}
spec:
  podSelector: {matchLabels: {app: end}}
  ingress:
    - from: [{podSelector: {matchLabels: {app: api}}}]
      ports: [{port: 80}]
)";

const QByteArray kWays = R"(---
apiVersion: v1
kind: Service
metadata: {name: end, namespace: shop}
spec: {type: LoadBalancer, selector: {app: end}, ports: [{port: 80}]}
)";

/// A workspace with all that is computed from it.
struct Sample
{
    explicit Sample(const std::string &path = "in/a.yaml", const QByteArray &bytes = kShop)
    {
        workspace.add(path, bytes.toStdString());
        evaluator.update(workspace);
        graph = graph::build(workspace, evaluator);
        picture = graph::compose(graph, automaticPlacement(graph));
        diagnostics = workspace.diagnostics();
        for (const Diagnostic &finding : lint::lint(workspace, evaluator))
            diagnostics.push_back(finding);
    }
    output::Subject subject() const
    {
        return {workspace, evaluator, graph, picture, diagnostics, {}};
    }

    kube::Workspace workspace;
    verdict::Evaluator evaluator;
    graph::Graph graph;
    graph::Picture picture;
    std::vector<Diagnostic> diagnostics;
};

} // namespace

class TstExportFormats : public QObject
{
    Q_OBJECT

private slots:
    void everyFormatHasBytes()
    {
        const Sample sample;
        for (Format format : output::formats()) {
            const QByteArray bytes =
                output::bytesOf(format, sample.subject(), {"shop", true, false});
            QVERIFY2(!bytes.isEmpty(), output::endingOf(format));
            QCOMPARE(output::formatNamed(output::endingOf(format)), std::optional(format));
            if (!output::needsFonts(format))
                QCOMPARE(output::bytesOf(format, Sample().subject(), {"shop", true, false}), bytes);
        }
        QVERIFY(!output::formatNamed("gif"));
    }

    void emptyWorkspace()
    {
        const Sample sample("a.yaml", "");
        for (Format format : output::formats())
            QVERIFY2(!output::bytesOf(format, sample.subject(), {}).isEmpty(),
                     output::endingOf(format));
    }

    void jsonFitsItsSchema()
    {
        const QJsonObject schema = test::schemaNamed("export");
        QVERIFY(!schema.isEmpty());
        const QByteArray bytes = output::bytesOf(Format::Json, Sample().subject(), {});
        const QJsonObject all = QJsonDocument::fromJson(bytes).object();
        QCOMPARE(test::errorOf(all, schema, schema), QString());
        const QJsonObject arrow = all["arrows"][0].toObject();
        QCOMPARE(arrow["rules"][0]["place"]["line"].toInt(), 17);
        QCOMPARE(arrow["rules"][0]["place"]["path"].toString(), QString("in/a.yaml"));
        QCOMPARE(all["files"][0]["sha256"].toString(),
                 QString(QCryptographicHash::hash(kShop, QCryptographicHash::Sha256).toHex()));
        QJsonObject wrong = all;
        wrong["extra"] = 1; // the check can fail
        QCOMPARE(test::errorOf(wrong, schema, schema), QString("extra is unknown"));
    }

    void waysInFitTheSchema()
    {
        const QJsonObject schema = test::schemaNamed("export");
        const Sample sample("a.yaml", kShop + kWays);
        const QByteArray bytes = output::bytesOf(Format::Json, sample.subject(), {});
        const QJsonObject all = QJsonDocument::fromJson(bytes).object();
        QCOMPARE(test::errorOf(all, schema, schema), QString());
        const QJsonObject arrow = all["arrows"].toArray().last().toObject();
        QCOMPARE(arrow["source"].toString(), QString("way:LoadBalancer shop/end"));
        QCOMPARE(arrow["state"].toString(), QString("not admitted"));
        QCOMPARE(arrow["leadsTo"][0]["first"].toInt(), 80);
        QCOMPARE(arrow["by"][0]["object"].toString(), QString("Service shop/end"));
        QCOMPARE(arrow["by"][0]["place"]["line"].toInt(), 22);
        QCOMPARE(all["nodes"].toArray().last()["kind"].toString(), QString("way in"));
    }

    void waysInAreInEveryFormat()
    {
        const Sample sample("a.yaml", kShop + kWays);
        for (Format format : {Format::Svg, Format::Html, Format::Md, Format::Csv, Format::Json,
                              Format::Drawio, Format::Mmd, Format::Dot}) {
            const QByteArray bytes =
                output::bytesOf(format, sample.subject(), {"shop", true, false});
            QVERIFY2(bytes.contains("LoadBalancer end"), output::endingOf(format));
        }
        const QByteArray markdown = output::bytesOf(Format::Md, sample.subject(), {});
        QVERIFY2(markdown.contains("leads here, but the policies admit nothing"),
                 markdown.constData());
        QVERIFY2(markdown.contains("Service shop/end (a.yaml:22)"), markdown.constData());
    }

    void theLegendTellsOfWaysInWhereThereAreSome()
    {
        const auto legendOf = [](const QByteArray &text) {
            return output::bytesOf(Format::Svg, Sample("a.yaml", text).subject(), {"", true, false})
                .contains("way in from outside");
        };
        QVERIFY(legendOf(kShop + kWays));
        QVERIFY(!legendOf(kShop));
    }

    void exposureFitsItsSchema()
    {
        const QJsonObject schema = test::schemaNamed("list-exposure");
        QVERIFY(!schema.isEmpty());
        const Sample sample("a.yaml",
                            kShop + R"(    - from: [{podSelector: {matchLabels: {app: new}}}]
      ports: [{port: 81}]
)");
        const report::List list = report::list(sample.workspace, sample.evaluator);
        const report::Exposures exposures = report::exposures(sample.evaluator, list);
        const QByteArray bytes = QByteArray::fromStdString(report::exposuresJson(list, exposures));
        const QJsonObject all = QJsonDocument::fromJson(bytes).object();
        QCOMPARE(test::errorOf(all, schema, schema), QString());
        QCOMPARE(all["connections"].toArray().size(), int(list.connections.size()));
        const QJsonArray ingress = all["exposure"]["ingress"].toArray();
        QCOMPARE(ingress.size(), int(exposures.ingress.size()));
        const auto isNew = [](const QJsonValue &one) {
            return one["workload"] == "shop/end[Deployment]" &&
                   one["peer"] == "shop/[pod with {app=new}]" && one["connections"] == "TCP 81" &&
                   one["ports"][0]["first"] == 81;
        };
        QCOMPARE(std::count_if(ingress.begin(), ingress.end(), isNew), 1);
        QVERIFY(!all["exposure"]["unprotected"].toArray().isEmpty());
    }

    void reportTellsWhoIsOpen()
    {
        const Sample sample;
        const report::Report report = output::reportOf(sample.subject(), "shop");
        QCOMPARE(report.tables.size(), std::size_t(5));
        const report::Table &connections = report.tables[0];
        QCOMPARE(connections.rows.size(), std::size_t(1));
        QCOMPARE(connections.rows[0][4], std::string("shop/end, ingress rule 1 (in/a.yaml:17)"));
        const report::Table &open = report.tables[2];
        QCOMPARE(open.rows.size(), std::size_t(2)); // api wholly, end in its egress
        QCOMPARE(open.rows[1][2], std::string("isolated"));
        QCOMPARE(open.rows[1][3], std::string("nothing isolates it"));
        for (const report::Table &table : report.tables)
            for (const auto &row : table.rows)
                QCOMPARE(row.size(), table.columns.size());
    }

    void pathsLoseTheirCommonFolder()
    {
        kube::Workspace workspace;
        workspace.add("/home/a/x/1.yaml", "");
        QCOMPARE(output::commonFolder(workspace), std::string("/home/a/x/"));
        workspace.add("/home/a/xy/2.yaml", "");
        QCOMPARE(output::commonFolder(workspace), std::string("/home/a/"));
        workspace.add("/etc/3.yaml", "");
        QCOMPARE(output::commonFolder(workspace), std::string("/"));
        workspace.add("4.yaml", "");
        QCOMPARE(output::commonFolder(workspace), std::string());
    }

    void htmlIsOnePageThatLoadsNothing()
    {
        const QByteArray page =
            output::bytesOf(Format::Html, Sample().subject(), {"t", true, false});
        QVERIFY(page.contains("<svg"));
        QVERIFY(page.contains("Content-Security-Policy"));
        QVERIFY(page.contains("prefers-color-scheme:dark"));
        QVERIFY(!page.contains("<script") && !page.contains("href=") && !page.contains("src="));
        QVERIFY(!page.contains("<?xml"));
    }

    void legendStandsBelowThePicture()
    {
        const graph::Picture picture = test::samplePicture();
        canvas::ExportOptions options;
        options.title = "t";
        const canvas::Sheet plain = canvas::sheetOf(picture, options);
        QVERIFY(plain.legend.isNull());
        options.hasLegend = true;
        const canvas::Sheet sheet = canvas::sheetOf(picture, options);
        QVERIFY(sheet.page.contains(sheet.legend));
        QVERIFY(sheet.legend.top() >= plain.page.bottom());
        QCOMPARE(sheet.page.topLeft(), plain.page.topLeft());
        // A small picture gets a page that is wide enough.
        const canvas::Sheet small = canvas::sheetOf({}, options);
        QVERIFY(small.page.width() >= canvas::kLeastLegendWidth);
        QVERIFY(small.page.contains(small.legend));
    }

    void legendIsInEveryPicture()
    {
        const graph::Picture picture = test::samplePicture();
        const canvas::CanvasPalette palette = canvas::CanvasPalette::light();
        canvas::ExportOptions options;
        const QByteArray without = canvas::svg(picture, palette, options);
        const QSize size = canvas::image(picture, palette, 1, options).size();
        options.hasLegend = true;
        const QByteArray with = canvas::svg(picture, palette, options);
        QVERIFY(!without.contains("half open: only one end allows it"));
        QVERIFY(with.contains("half open: only one end allows it"));
        QVERIFY(QSvgRenderer(with).isValid());
        // What was drawn without a legend is drawn the same: only the page is larger.
        const qsizetype first = without.indexOf("<g>");
        const qsizetype last = without.lastIndexOf("</svg>");
        QVERIFY(with.contains(without.mid(first, last - first).trimmed()));
        const QImage image = canvas::image(picture, palette, 1, options);
        QVERIFY(image.height() > size.height() && image.width() == size.width());
    }

    void surroundingsOfASelection()
    {
        const graph::Picture picture = test::samplePicture();
        QCOMPARE(canvas::surroundings(picture, {}).arrows, picture.arrows);
        const graph::Picture part = canvas::surroundings(picture, {"jobs/batch"});
        QVERIFY(part.node("jobs/batch") && part.frame("frame:jobs"));
        for (const graph::ArrowShape &shape : part.arrows) {
            QVERIFY(shape.arrow.source == "jobs/batch" || shape.arrow.target == "jobs/batch");
            QVERIFY(part.node(shape.arrow.source) || part.frame(shape.arrow.source));
            QVERIFY(part.node(shape.arrow.target) || part.frame(shape.arrow.target));
        }
        const graph::Picture frame = canvas::surroundings(picture, {"frame:shop"});
        QVERIFY(frame.node("shop/api") && frame.node("shop/db") && frame.frame("frame:shop"));
    }

    /// Tables of more than a thousand rows are put together of several.
    void reportHasPagesWithRepeatedHeaders()
    {
        const auto pagesOf = [](int rows) {
            report::Report report;
            report.title = "A <b>title</b>";
            report::Table table{"Long", "", {"First", "Second"}, {}};
            for (int i = 0; i < rows; ++i)
                table.rows.push_back({"row " + std::to_string(i), std::string(200, 'x')});
            report.tables.push_back(table);
            QBuffer buffer;
            buffer.open(QIODevice::ReadWrite);
            if (!output::reportPdf(buffer, report, test::samplePicture(), {}))
                return 0;
            const QRegularExpression count("/Count (\\d+)");
            return count.match(QString::fromLatin1(buffer.data())).captured(1).toInt();
        };
        const int few = pagesOf(300);
        QVERIFY2(few > 5, qPrintable(QString::number(few)));
        const int many = pagesOf(1'000);
        QVERIFY2(many > 2 * few, qPrintable(QString::number(many)));
        QCOMPARE(pagesOf(1'001), many + 1);
        QVERIFY(pagesOf(1'300) >= many + few - 1); // the first page has the picture alone
    }

    /// Or two versions would differ although nothing does. Readers find every object all the same.
    void pdfsTellNoTime()
    {
        report::Report report;
        report.title = "Shop";
        QBuffer pages;
        pages.open(QIODevice::ReadWrite);
        QVERIFY(output::reportPdf(pages, report, test::samplePicture(), {}));
        for (const QByteArray &pdf :
             {pages.data(), output::bytesOf(Format::Pdf, Sample().subject(), {})}) {
            QVERIFY(pdf.startsWith("%PDF"));
            QVERIFY(!pdf.contains("CreationDate"));
            const QString text = QString::fromLatin1(pdf);
            const QRegularExpression start("startxref\n(\\d+) *\n%%EOF");
            const int table = start.match(text).captured(1).toInt();
            QCOMPARE(text.mid(table, 5), QString("xref\n"));
            int object = 0;
            const QRegularExpression entry("(\\d{10}) 00000 n");
            for (auto it = entry.globalMatch(text, table); it.hasNext();) {
                const int place = it.next().captured(1).toInt();
                const QString begin = QStringLiteral("%1 0 obj").arg(++object);
                QCOMPARE(text.mid(place, begin.size()), begin);
            }
            QVERIFY(object > 5);
        }
    }

    /// A page that is looked at shows a large picture as an image.
    void pagesOfLargePicturesAreImages()
    {
        graph::Picture picture = test::samplePicture();
        QVERIFY(output::pagePreview(picture, {}).isNull());
        while (picture.arrows.size() < 1'000)
            picture.arrows.push_back(picture.arrows.front());
        const QImage preview = output::pagePreview(picture, {});
        QCOMPARE(std::max(preview.width(), preview.height()), 2400);
        const auto page = [&](const QImage &image) {
            QBuffer buffer;
            buffer.open(QIODevice::WriteOnly);
            QPdfWriter writer(&buffer);
            return output::showPage(writer, picture, image, {}) ? buffer.data() : QByteArray();
        };
        const QByteArray kImage = "/Subtype /Image";
        QVERIFY(page(preview).startsWith("%PDF"));
        QVERIFY(page(preview).contains(kImage));
        QVERIFY(page({}).startsWith("%PDF"));
        QVERIFY(!page({}).contains(kImage));
    }

    void pagesTurnWithThePicture()
    {
        QCOMPARE(output::orientationFor({400, 300}), QPageLayout::Landscape);
        QCOMPARE(output::orientationFor({300, 400}), QPageLayout::Portrait);
    }
};

QTEST_MAIN(TstExportFormats)
#include "tst_export_formats.moc"
