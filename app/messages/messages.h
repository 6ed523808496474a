#pragma once

#include "base/diagnostic.h"
#include "base/result.h"
#include "edit/intent.h"

#include <QString>

namespace drawbridge {

inline const QString kDot = QStringLiteral(" · "); ///< between the parts of a line

/// The sentence of a code: the fact, then the remedy. Every code has one.
/// Texts from files are shown with control characters made visible.
QString message(Code code, const std::vector<std::string> &arguments);

inline QString message(const Diagnostic &diagnostic)
{
    return message(diagnostic.code, diagnostic.arguments);
}

inline QString message(const Failure &failure)
{
    return message(failure.code, failure.arguments);
}

QString severityName(Severity severity); ///< "error", for people

/// "frontend → api: TCP 80 is no longer allowed", one line a pair, at most `most` of them; both
/// address families in one.
QString pairChanges(const edit::PairChanges &all, int most = 8);

/// What an edit leaves no mention of its own (Rewrite::noLongerShown), in a sentence; empty for
/// none.
QString noLongerShown(const std::vector<std::string> &services);

/// The ports of an arrow as core labels them, in the user's language where they are words.
QString portsLabel(const std::string &label);

/// Text that may come from a file, safe for a terminal or a label: control and bidirectional
/// characters as \u{..}.
QString visible(const std::string &text);
QString visible(const QString &text);

} // namespace drawbridge
