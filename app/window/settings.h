#pragma once

#include "verdict/plugin_profile.h"

#include <QString>

namespace drawbridge {

/// What the user has chosen for good, kept by QSettings.
struct Settings
{
    QString language;         ///< a code; empty: as the desktop
    QString labelKey;         ///< by which new services are labelled
    QString defaultNamespace; ///< of documents that name none; empty: not said
    QString plugin;           ///< the network plugin that is judged as, as `--plugin` takes it

    bool operator==(const Settings &) const = default;
    verdict::PluginProfile profile() const; ///< the standard where `plugin` says nothing else

    static Settings stored();
    void store() const;
};

} // namespace drawbridge
