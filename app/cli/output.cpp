#include "cli/output.h"

#include "cli/commands.h"
#include "lint/ids.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "report/list.h"

#include <cerrno>
#include <cstdio>

namespace drawbridge::cli {

bool print(std::string_view bytes)
{
    return std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() &&
           std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

int printed(std::string_view bytes, int code)
{
    if (print(bytes))
        return code;
    say(Severity::Error, Tr::tr("cannot write to standard output"));
    return Refused;
}

int refusedAsTooLong()
{
    say(Severity::Error, Tr::tr("the list would have more than %1 lines or %2 ranges of ports, or "
                                "tell of more than %3 workloads; give fewer files")
                             .arg(qulonglong(report::kLongestList))
                             .arg(qulonglong(report::kMostListedRanges))
                             .arg(qulonglong(report::kMostListedEnds)));
    return Refused;
}

void say(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    // Nowhere is left to tell of a failure.
    static_cast<void>(std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr));
}

void say(Severity severity, const QString &sentence)
{
    say(QStringLiteral("drawbridge: %1: ").arg(severityName(severity)) + sentence);
}

QString lineOf(const kube::Workspace &workspace, const Diagnostic &diagnostic)
{
    const yaml::File &file = workspace.file(diagnostic.place.file);
    const LineColumn place = file.lineColumn(diagnostic.place.range.begin);
    QString line = visible(file.path());
    line += QStringLiteral(":%1:%2: ").arg(place.line).arg(place.column);
    line += severityName(diagnostic.severity) + QStringLiteral(": ") + message(diagnostic);
    return line + QStringLiteral(" [") + QLatin1String(lint::idOf(diagnostic.code)) +
           QLatin1Char(']');
}

} // namespace drawbridge::cli
