#pragma once

#include <QString>

namespace drawbridge {

/// What the user has chosen for good, kept by QSettings.
struct Settings
{
    QString language;         ///< a code; empty: as the desktop
    QString labelKey;         ///< by which new services are labelled
    QString defaultNamespace; ///< of documents that name none; empty: not said

    bool operator==(const Settings &) const = default;

    static Settings stored();
    void store() const;
};

} // namespace drawbridge
