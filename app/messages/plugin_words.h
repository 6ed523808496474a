#pragma once

#include "verdict/plugin_profile.h"

#include <QString>

namespace drawbridge {

/// What a network plugin is called in menus.
QString pluginName(verdict::Plugin plugin);
QString profileName(const verdict::PluginProfile &profile);
/// "Judged as Cilium 1.15"; empty for the standard.
QString judgedWords(const verdict::PluginProfile &profile);
/// One sentence on what is unlike the standard.
QString profileSentence(const verdict::PluginProfile &profile);

} // namespace drawbridge
