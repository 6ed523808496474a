#include "output/findings.h"

#include "lint/ids.h"
#include "messages/messages.h"
#include "report/json.h"

#include <QCryptographicHash>

#include <algorithm>
#include <tuple>

namespace drawbridge::output {

const char *wordOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return "error";
    case Severity::Warning:
        return "warning";
    case Severity::Hint:
        return "hint";
    case Severity::Note:
        return "note";
    }
    return "";
}

namespace {

report::FilePlace placeOf(const kube::Workspace &workspace, const Place &place,
                          const std::string &base)
{
    if (!workspace.contains(place.file))
        return {};
    const yaml::File &file = workspace.file(place.file);
    return {report::pathBelow(base, file.path()), file.lineColumn(place.range.begin),
            file.lineColumn(place.range.end)};
}

} // namespace

report::Finding findingOf(const kube::Workspace &workspace, const Diagnostic &diagnostic,
                          const std::string &base)
{
    report::Finding finding{placeOf(workspace, diagnostic.place, base),
                            lint::idOf(diagnostic.code),
                            wordOf(diagnostic.severity),
                            message(diagnostic).toStdString(),
                            {}};
    for (const Place &place : diagnostic.related)
        finding.related.push_back(placeOf(workspace, place, base));
    return finding;
}

std::vector<report::Finding> findingsOf(const Subject &subject)
{
    std::vector<report::Finding> findings;
    findings.reserve(subject.diagnostics.size());
    for (const Diagnostic &diagnostic : subject.diagnostics)
        findings.push_back(findingOf(subject.workspace, diagnostic, subject.base));
    std::stable_sort(findings.begin(), findings.end(),
                     [](const report::Finding &a, const report::Finding &b) {
                         return std::tie(a.path, a.begin.line, a.begin.column) <
                                std::tie(b.path, b.begin.line, b.begin.column);
                     });
    return findings;
}

std::vector<report::InputFile> inputFilesOf(const Subject &subject)
{
    std::vector<report::InputFile> files;
    for (FileId id : subject.workspace.files()) {
        const yaml::File &file = subject.workspace.file(id);
        const QByteArray bytes =
            QByteArray::fromRawData(file.bytes().data(), qsizetype(file.bytes().size()));
        files.push_back(
            {report::pathBelow(subject.base, file.path()), file.bytes().size(),
             QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString()});
    }
    return files;
}

} // namespace drawbridge::output
