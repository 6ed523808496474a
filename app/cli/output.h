#pragma once

#include "base/diagnostic.h"
#include "kube/workspace.h"

#include <QString>

#include <string>
#include <string_view>

namespace drawbridge::cli {

/// Writes bytes to standard output as they are. False if they could not be written.
[[nodiscard]] bool print(std::string_view bytes);
/// Ends a subcommand that has printed its answer: Refused if that failed, else `code`.
int printed(std::string_view bytes, int code);

/// Ends a subcommand whose list nobody could read to its end.
int refusedAsTooLong();

/// Writes a line for people to standard error.
void say(const QString &line);
/// "drawbridge: error: ..." or "drawbridge: note: ..."
void say(Severity severity, const QString &sentence);

/// `path:line:column: severity: sentence [ID]`, with control characters made visible.
QString lineOf(const kube::Workspace &workspace, const Diagnostic &diagnostic);

} // namespace drawbridge::cli
