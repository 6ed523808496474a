// moc 6.4 cannot read the standard headers of core unless Qt's come first.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>
#include <QTextDocument>
#include <QXmlStreamReader>

#include <algorithm>

#include "document/auto_layout.h"
#include "lint/lint.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "output/exporting.h"
#include "support/payloads.h"

using namespace drawbridge;
using output::Format;

namespace {

/// A name without anything to it, but that Kubernetes would not take either.
const std::string kHarmless = "A b";

/// Manifests, notes and a title that say a name wherever they can.
struct Sample
{
    explicit Sample(const std::string &word) : name(word)
    {
        workspace.add(name + ".yaml", test::manifestsCalled(name));
        evaluator.update(workspace);
        graph = graph::build(workspace, evaluator);
        picture = graph::compose(graph, automaticPlacement(graph));
        graph::PinnedNotes notes;
        for (const graph::Node &node : graph.nodes)
            notes[node.key].push_back({name, name, {}, false});
        picture.notes = graph::notes(graph, notes);
        diagnostics = workspace.diagnostics();
        for (const Diagnostic &finding : lint::lint(workspace, evaluator))
            diagnostics.push_back(finding);
    }

    QByteArray bytes(Format format) const
    {
        return output::bytesOf(format, {workspace, evaluator, graph, picture, diagnostics, {}},
                               {QString::fromStdString(name), true, false});
    }

    QStringList tips() const
    {
        QStringList all;
        const QString word = visible(name);
        for (const graph::Node &node : graph.nodes)
            all += nodeTip(node, {word});
        for (const graph::Frame &frame : graph.frames)
            all += frameTip(frame, {word});
        for (const graph::Arrow &arrow : graph.arrows)
            all += arrowTip(arrow, word, word, {word});
        return all;
    }

    std::string name;
    kube::Workspace workspace;
    verdict::Evaluator evaluator;
    graph::Graph graph;
    graph::Picture picture;
    std::vector<Diagnostic> diagnostics;
};

/// What a document is made of, without its words: elements with their attributes.
QSet<QString> partsOf(const QByteArray &bytes, QString &error)
{
    QSet<QString> parts;
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::StartElement) {
            parts += xml.name().toString();
            for (const QXmlStreamAttribute &attribute : xml.attributes())
                parts += xml.name().toString() + u' ' + attribute.qualifiedName().toString();
        } else if (token == QXmlStreamReader::DTD ||
                   token == QXmlStreamReader::ProcessingInstruction ||
                   token == QXmlStreamReader::EntityReference) {
            parts += xml.tokenString() + xml.text().toString();
        }
    }
    error = xml.errorString();
    return parts;
}

/// Tags of HTML with the names of their attributes.
QSet<QString> tagsOf(const QByteArray &bytes)
{
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    static const QRegularExpression value(QStringLiteral("=\"[^\"]*\""));
    QSet<QString> tags;
    for (auto it = tag.globalMatch(QString::fromUtf8(bytes)); it.hasNext();)
        tags += it.next().captured().replace(value, QString());
    return tags;
}

/// The kinds of lines of a text, without what is quoted and without numbers.
QSet<QString> linesOf(const QByteArray &bytes)
{
    static const QRegularExpression quoted(QStringLiteral("\"(\\\\.|[^\"\\\\])*\""));
    static const QRegularExpression number(QStringLiteral("[0-9]+(\\.[0-9]+)?"));
    QSet<QString> lines;
    for (QString line : QString::fromUtf8(bytes).split(u'\n'))
        lines += line.replace(quoted, QStringLiteral("\"\"")).replace(number, QStringLiteral("0"));
    return lines;
}

QString strange(const QSet<QString> &found, const QSet<QString> &known)
{
    return QStringList((found - known).values()).join(QStringLiteral(" | "));
}

/// What a page did where scripts run, and what it is made of.
struct Opened
{
    QStringList ran;
    QSet<QString> parts;
};

/// Pages of these types of media, opened by support/dom.js; with an error none.
std::vector<Opened> openedInDom(const std::vector<std::pair<QString, QByteArray>> &pages,
                                QString &error)
{
    QJsonArray list;
    for (const auto &[type, text] : pages)
        list += QJsonObject{{"type", type}, {"text", QString::fromUtf8(text)}};
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("NODE_PATH", "/usr/share/nodejs"); // Debian's, for a node of others too
    process.setProcessEnvironment(environment);
    process.start("node", {QStringLiteral(DRAWBRIDGE_DATA "/../support/dom.js")});
    process.write(QJsonDocument(list).toJson());
    process.closeWriteChannel();
    process.waitForFinished(600'000);
    error = process.errorString() + '\n' + QString::fromUtf8(process.readAllStandardError());
    std::vector<Opened> opened;
    const QJsonArray results = QJsonDocument::fromJson(process.readAllStandardOutput()).array();
    for (const QJsonValue &result : results) {
        Opened one;
        for (const QJsonValue &what : result["ran"].toArray())
            one.ran += what.toString();
        for (const QJsonValue &part : result["parts"].toArray())
            one.parts += part.toString();
        opened.push_back(std::move(one));
    }
    return opened;
}

/// Asks for nothing from outside, and remembers what it was asked for.
class Page : public QTextDocument
{
public:
    QStringList asked;

protected:
    QVariant loadResource(int, const QUrl &url) override
    {
        asked += url.toString();
        return {};
    }
};

#define NOTHING_STRANGE(found, known)                                                              \
    do {                                                                                           \
        const QString odd = strange((found), (known));                                             \
        QVERIFY2(odd.isEmpty(), qPrintable(odd));                                                  \
    } while (false)

} // namespace

/// Names that want to be code stay names, in every format that leaves the program and in tooltips.
class TstPayloads : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(test::payloads().size() >= 60); }
    void svg_data() { rows(); }
    void svg();
    void html_data() { rows(); }
    void html();
    void drawio_data() { rows(); }
    void drawio();
    void dotAndMermaid_data() { rows(); }
    void dotAndMermaid();
    void dotIsRead();
    void csv_data() { rows(); }
    void csv();
    void markdown_data() { rows(); }
    void markdown();
    void json_data() { rows(); }
    void json();
    void pdfAndPng_data() { rows(); }
    void pdfAndPng();
    void tooltips_data() { rows(); }
    void tooltips();
    void nothingRunsInADom();

private:
    void rows()
    {
        QTest::addColumn<QByteArray>("payload");
        int i = 0;
        for (const std::string &payload : test::payloads())
            QTest::addRow("%d", ++i) << QByteArray::fromStdString(payload);
    }
    Sample sample() const
    {
        QFETCH(QByteArray, payload);
        return Sample(payload.toStdString());
    }
    const Sample m_harmless{kHarmless};
};

void TstPayloads::svg()
{
    const Sample one = sample();
    const QByteArray bytes = one.bytes(Format::Svg);
    QString error;
    const QSet<QString> known = partsOf(m_harmless.bytes(Format::Svg), error);
    QVERIFY(!known.contains("script") && !known.contains("foreignObject"));
    const QSet<QString> parts = partsOf(bytes, error);
    QCOMPARE(error, QString());
    NOTHING_STRANGE(parts, known);
    for (const QString &part : parts)
        QVERIFY2(!part.contains(" on") && !part.endsWith("href"), qPrintable(part));
    QXmlStreamReader xml(bytes);
    qsizetype titles = 0;
    QString words;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement) {
            titles += xml.name() == u"title";
            for (const QXmlStreamAttribute &attribute : xml.attributes())
                QVERIFY2(!attribute.value().contains(u"url(//"), qPrintable(xml.name().toString()));
        } else if (xml.isCharacters()) {
            words += xml.text();
        }
    }
    QVERIFY(titles >= qsizetype(one.picture.nodes.size() + one.picture.arrows.size()));
    QVERIFY2(words.contains(visible(one.name)), qPrintable(words)); // as text, nothing dropped
}

void TstPayloads::html()
{
    const QByteArray bytes = sample().bytes(Format::Html);
    NOTHING_STRANGE(tagsOf(bytes), tagsOf(m_harmless.bytes(Format::Html)));
    QVERIFY(bytes.contains("Content-Security-Policy"));
    QVERIFY(bytes.contains("default-src 'none'"));
    QVERIFY(!bytes.contains("<script"));
}

void TstPayloads::drawio()
{
    QString error;
    const QSet<QString> known = partsOf(m_harmless.bytes(Format::Drawio), error);
    const QByteArray bytes = sample().bytes(Format::Drawio);
    NOTHING_STRANGE(partsOf(bytes, error), known);
    QCOMPARE(error, QString());
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement) // labels are text, never HTML
            QVERIFY(!xml.attributes().value("style").contains(u"html=1"));
}

void TstPayloads::dotAndMermaid()
{
    const Sample one = sample();
    for (Format format : {Format::Dot, Format::Mmd})
        NOTHING_STRANGE(linesOf(one.bytes(format)), linesOf(m_harmless.bytes(format)));
}

/// Graphviz reads as many nodes and edges as are meant.
void TstPayloads::dotIsRead()
{
    const QString dot = QStandardPaths::findExecutable("dot");
    if (dot.isEmpty())
        QSKIP("Graphviz' program dot is not installed");
    const auto counted = [&](const QByteArray &text) {
        QProcess process;
        process.start(dot, {"-Tplain"});
        process.write(text);
        process.closeWriteChannel();
        process.waitForFinished();
        const QByteArray out = '\n' + process.readAllStandardOutput();
        return std::tuple(process.exitCode(), out.count("\nnode "), out.count("\nedge "));
    };
    const auto known = counted(m_harmless.bytes(Format::Dot));
    QVERIFY(std::get<1>(known) > 0 && std::get<2>(known) > 0);
    for (const std::string &payload : test::payloads())
        QVERIFY2(counted(Sample(payload).bytes(Format::Dot)) == known, payload.c_str());
}

void TstPayloads::csv()
{
    const QByteArray bytes = sample().bytes(Format::Csv);
    QByteArray cell;
    bool isQuoted = false;
    for (char c : bytes) {
        if (isQuoted || (c != ',' && c != '\n')) {
            isQuoted = isQuoted != (c == '"');
            cell += c == '"' ? QByteArray() : QByteArray(1, c);
            continue;
        }
        QVERIFY2(cell.isEmpty() || !QByteArray("=+-@\t\r").contains(cell[0]), cell.constData());
        cell.clear();
    }
    QVERIFY(!isQuoted);
}

void TstPayloads::markdown()
{
    const QByteArray bytes = sample().bytes(Format::Md);
    const QByteArray known = m_harmless.bytes(Format::Md);
    const auto shapes = [](const QByteArray &text) { // how many cells a line has
        QSet<QString> found;
        for (const QByteArray &line : text.split('\n'))
            found += QString::number(line.count('|') - line.count("\\|"));
        return found;
    };
    NOTHING_STRANGE(shapes(bytes), shapes(known));
    QCOMPARE(bytes.count('<'), known.count('<'));
    static const QRegularExpression link(QStringLiteral("(?<!\\\\)\\]\\("));
    QVERIFY2(!QString::fromUtf8(bytes).contains(link), bytes.constData());
}

void TstPayloads::json()
{
    QJsonParseError error;
    QJsonDocument::fromJson(sample().bytes(Format::Json), &error);
    QCOMPARE(error.errorString(), QString("no error occurred"));
}

void TstPayloads::pdfAndPng()
{
    const Sample one = sample();
    const QByteArray pdf = one.bytes(Format::Pdf);
    QVERIFY(pdf.startsWith("%PDF"));
    for (const char *word : {"/JavaScript", "/JS", "/OpenAction", "/Launch", "/URI",
                             "/EmbeddedFile", "/SubmitForm", "/AA"})
        QVERIFY2(!pdf.contains(word), word);
    const QByteArray png = one.bytes(Format::Png);
    const QImage image = QImage::fromData(png);
    QVERIFY(!image.isNull());
}

void TstPayloads::tooltips()
{
    const Sample one = sample();
    const QStringList tips = one.tips();
    const QString name = visible(one.name);
    QVERIFY(tips.size() > 3);
    for (const QString &tip : tips) {
        Page page;
        page.setHtml(tip);
        QCOMPARE(page.asked, QStringList());
        const QString plain = page.toPlainText().simplified();
        QVERIFY2(plain.contains(name.simplified()), qPrintable(plain));
        QVERIFY2(!page.toHtml().contains("<a ") && !page.toHtml().contains("<img"),
                 qPrintable(tip));
    }
}

/// Pictures alone and within a page, pages and tooltips, where scripts run and events come: none
/// does anything, and all are made of what a harmless one is. The payloads alone do much.
void TstPayloads::nothingRunsInADom()
{
    if (QProcess::execute("sh", {"-c", "NODE_PATH=/usr/share/nodejs node -e 'require(\"jsdom\")'"}))
        QSKIP("node and its jsdom are not installed");
    const QString svg = "image/svg+xml";
    const QString html = "text/html";
    const auto pagesOf = [&](const Sample &one) {
        const QByteArray picture = one.bytes(Format::Svg);
        return std::vector<std::pair<QString, QByteArray>>{
            {svg, picture},
            {html, "<!DOCTYPE html><body>" + picture.mid(picture.indexOf("<svg")) + "</body>"},
            {html, one.bytes(Format::Html)},
            {html, one.tips().join(QString()).toUtf8()}};
    };
    auto pages = pagesOf(m_harmless);
    const std::size_t kinds = pages.size();
    for (const std::string &payload : test::payloads())
        for (auto &page : pagesOf(Sample(payload)))
            pages.push_back(std::move(page));
    const std::size_t ours = pages.size();
    for (const std::string &payload : test::payloads())
        pages.emplace_back(html, QByteArray::fromStdString(payload));

    QString error;
    const std::vector<Opened> opened = openedInDom(pages, error);
    QVERIFY2(opened.size() == pages.size(), qPrintable(error));
    for (std::size_t i = 0; i < ours; ++i) {
        QVERIFY2(opened[i].ran.isEmpty(), qPrintable(opened[i].ran.join(" | ")));
        QVERIFY(opened[i].parts.size() > 3);
        NOTHING_STRANGE(opened[i].parts, opened[i % kinds].parts);
    }
    const auto acted = std::count_if(opened.begin() + std::ptrdiff_t(ours), opened.end(),
                                     [](const Opened &one) { return !one.ran.isEmpty(); });
    QVERIFY2(acted >= 10, qPrintable(QString::number(acted)));
    qInfo("%zu pages of %zu kinds, 0 ran anything; of %zu payloads alone %td did", ours, kinds,
          test::payloads().size(), acted);
}

QTEST_MAIN(TstPayloads)
#include "tst_payloads.moc"
