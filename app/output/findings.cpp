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

std::vector<report::Finding> findingsOf(const Subject &subject)
{
    std::vector<report::Finding> findings;
    for (const Diagnostic &diagnostic : subject.diagnostics) {
        report::Finding finding{lint::idOf(diagnostic.code),
                                wordOf(diagnostic.severity),
                                message(diagnostic).toStdString(),
                                {},
                                {},
                                {}};
        if (subject.workspace.contains(diagnostic.place.file)) {
            const yaml::File &file = subject.workspace.file(diagnostic.place.file);
            finding.path = report::pathBelow(subject.base, file.path());
            finding.begin = file.lineColumn(diagnostic.place.range.begin);
            finding.end = file.lineColumn(diagnostic.place.range.end);
        }
        findings.push_back(std::move(finding));
    }
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
