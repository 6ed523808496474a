#pragma once

#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>

namespace drawbridge {

namespace kube {
class Workspace;
}

/// The names that the open files speak of, for completion.
struct KnownNames
{
    QMap<QString, QSet<QString>> podLabels; ///< values by key
    QMap<QString, QSet<QString>> namespaceLabels;
    QSet<QString> namespaces;
    QSet<QString> portNames;

    static KnownNames of(const kube::Workspace &workspace);
};

/// Asked only where a name may stand, since many files are long to look through.
using KnownNamesSource = std::function<const KnownNames &()>;

} // namespace drawbridge
