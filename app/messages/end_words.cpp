#include "messages/end_words.h"

#include <QRegularExpression>

namespace drawbridge {

QString withWindowNames(const QString &sentence)
{
    thread_local const QRegularExpression end( // also in threads beside
        QStringLiteral(R"(([A-Za-z0-9][A-Za-z0-9.-]*)/([A-Za-z0-9][\w.-]*)\[[A-Za-z]+\])"));
    return QString(sentence).replace(end, QStringLiteral("\\2 (\\1)"));
}

} // namespace drawbridge
