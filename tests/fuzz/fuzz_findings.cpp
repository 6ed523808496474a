// Any bytes as the input of the command line: everything that it can print, in every format. What
// is found in them is found each time, one of the parts of what can be printed is.

#include "edit/fixes.h"
#include "fuzz/demand.h"
#include "lint/facts.h"
#include "lint/ids.h"
#include "lint/lint.h"
#include "messages/messages.h"
#include "messages/visible_lists.h"
#include "report/diff.h"
#include "report/dot.h"
#include "report/drawio.h"
#include "report/exposure.h"
#include "report/findings.h"
#include "report/json.h"
#include "report/mermaid.h"

#include <QJsonDocument>
#include <QStringDecoder>
#include <QXmlStreamReader>

#include <algorithm>

using namespace drawbridge;
using fuzz::demand;

namespace {

void checkUtf8(const std::string &text)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString read = decoder(QByteArray::fromStdString(text));
    demand(!decoder.hasError(), "what is printed is UTF-8");
    const bool isPlain = std::all_of(text.begin(), text.end(), [](char c) {
        const auto u = static_cast<unsigned char>(c);
        return (u >= 0x20 && u != 0x7F) || u == '\n' || u == '\r' || u == '\t';
    });
    demand(isPlain && !read.contains(QChar(0x9B)), "what is printed does not command a terminal");
}

void checkJson(const std::string &text)
{
    checkUtf8(text);
    QJsonParseError error;
    QJsonDocument::fromJson(QByteArray::fromStdString(text), &error);
    demand(error.error == QJsonParseError::NoError, "JSON is well formed");
}

void checkXml(const std::string &text)
{
    checkUtf8(text);
    QXmlStreamReader xml(QByteArray::fromStdString(text));
    while (!xml.atEnd())
        xml.readNext();
    demand(!xml.hasError(), "XML is well formed");
}

/// As the command line says problems.
std::vector<report::Finding> findingsOf(const kube::Workspace &workspace,
                                        const std::vector<Diagnostic> &diagnostics)
{
    std::vector<report::Finding> findings;
    for (const Diagnostic &diagnostic : diagnostics) {
        report::Finding finding;
        finding.id = lint::idOf(diagnostic.code);
        finding.severity = "error";
        finding.message = message(diagnostic).toStdString();
        demand(!finding.message.empty(), "every problem has words");
        if (diagnostic.place.file.isValid()) {
            const yaml::File &file = workspace.file(diagnostic.place.file);
            demand(diagnostic.place.range.begin <= diagnostic.place.range.end &&
                       diagnostic.place.range.end <= file.bytes().size(),
                   "problems lie in the file");
            finding.path = file.path();
            finding.begin = file.lineColumn(diagnostic.place.range.begin);
            finding.end = file.lineColumn(diagnostic.place.range.end);
            demand(finding.begin.line >= 1 && finding.begin.column >= 1, "lines count from 1");
        }
        findings.push_back(std::move(finding));
    }
    return findings;
}

void checkFindings(const std::vector<report::Finding> &findings)
{
    checkJson(report::findingsJson(findings));
    checkJson(report::findingsSarif(findings, "1"));
    checkXml(report::findingsJunit(findings, {"a.yaml"}, {"error"}));
    checkUtf8(report::findingsGithub(findings));
}

void checkList(report::List list)
{
    checkJson(report::listJson(list));
    makeVisible(list);
    for (const std::string &text : {report::listText(list), report::listCsv(list),
                                    report::listMarkdown(list), report::listDot(list)})
        checkUtf8(text);
}

void checkExposures(report::List list, report::Exposures exposures)
{
    checkJson(report::exposuresJson(list, exposures));
    makeVisible(list);
    makeVisible(exposures);
    for (const std::string &text :
         {report::exposuresText(exposures), report::exposuresCsv(list, exposures),
          report::exposuresMarkdown(list, exposures), report::exposuresDot(list, exposures)})
        checkUtf8(text);
}

void checkExports(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                  const std::vector<report::Finding> &findings)
{
    const graph::Graph graph = graph::build(workspace, evaluator);
    const graph::Picture picture = graph::compose(graph, {});
    for (const std::string &text :
         {report::dot(graph), report::mermaid(graph), report::arrowsCsv(graph)})
        checkUtf8(text);
    checkXml(report::drawio(graph, picture));
    checkJson(report::json(
        {workspace, graph, report::list(workspace, evaluator), findings, picture.notes, {}, {}}));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (!fuzz::Input::fits(size))
        return 0;
    const fuzz::Input input(data, size);
    kube::Workspace workspace;
    workspace.add(input.seed % 4 == 0 ? "a.json" : "a.yaml", input.bytes);
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    std::vector<Diagnostic> diagnostics = workspace.diagnostics();
    for (Diagnostic &found : lint::lint(workspace, evaluator))
        diagnostics.push_back(std::move(found));
    for (const lint::MissingFact &fact : lint::missingFacts(workspace, evaluator))
        diagnostics.push_back(fact.diagnostic);
    const std::vector<report::Finding> findings = findingsOf(workspace, diagnostics);
    // One part of what can be printed each, so that more inputs are tried.
    const report::ListOptions options{true};
    switch (input.seed / 4 % 6) {
    case 0:
        checkFindings(findings);
        break;
    case 1:
        checkList(report::list(workspace, evaluator, options));
        break;
    case 2: {
        const report::List list = report::list(workspace, evaluator, options);
        checkExposures(list, report::exposures(evaluator, list, options));
        break;
    }
    case 3:
        demand(report::diff({workspace, evaluator}, {workspace, evaluator}).differences.empty(),
               "nothing differs from itself");
        break;
    case 4:
        checkExports(workspace, evaluator, findings);
        break;
    default:
        if (diagnostics.empty())
            break;
        for (const edit::Fix &fix :
             edit::fixesOf(workspace, evaluator, diagnostics[input.seed / 24 % diagnostics.size()]))
            static_cast<void>(edit::planned(workspace, evaluator, fix));
    }
    return 0;
}
