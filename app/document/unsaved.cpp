#include "document/unsaved.h"

#include <QCryptographicHash>

namespace drawbridge {

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace drawbridge
