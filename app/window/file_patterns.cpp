#include "window/file_patterns.h"

namespace drawbridge {

/// Patterns cannot say what is left out, so there is one for each letter in which a name's end may
/// differ from that of a side file, and one for each name that is too short to differ.
QStringList manifestPatterns()
{
    const QString own = QStringLiteral(".drawbridge");
    QStringList patterns{QStringLiteral("*.yaml"), QStringLiteral("*.yml")};
    for (qsizetype length = 0; length < own.size(); ++length) {
        const QString end = own.right(length) + QStringLiteral(".json");
        patterns += QStringLiteral("*[!%1]%2").arg(own[own.size() - length - 1]).arg(end);
        if (length > 0)
            patterns += end;
    }
    return patterns;
}

} // namespace drawbridge
