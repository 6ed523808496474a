#include "messages/plugin_words.h"

#include "messages/messages.h"
#include "messages/tr.h"

#include <QStringList>

#include <algorithm>

namespace drawbridge {

using verdict::Claim;
using verdict::Plugin;
using verdict::PluginProfile;

QString pluginName(Plugin plugin)
{
    switch (plugin) {
    case Plugin::Kubernetes:
        return Tr::tr("Standard Kubernetes");
    case Plugin::None:
        return Tr::tr("No plugin");
    default:
        return QLatin1String(verdict::titleOf(plugin));
    }
}

QString profileName(const PluginProfile &profile)
{
    const QString name = pluginName(profile.plugin);
    return profile.version.empty() ? name : name + QLatin1Char(' ') + visible(profile.version);
}

QString judgedWords(const PluginProfile &profile)
{
    if (profile.isStandard())
        return {};
    return profile.enforces ? Tr::tr("Judged as %1").arg(profileName(profile))
                            : Tr::tr("Judged as %1: nothing is enforced").arg(profileName(profile));
}

static QStringList unlikeParts(const PluginProfile &profile)
{
    QStringList parts;
    if (profile.podsByBlock == PluginProfile::PodsByBlock::Never)
        parts += Tr::tr("ipBlock never means pods");
    if (profile.podsByBlock == PluginProfile::PodsByBlock::ByAddress)
        parts += Tr::tr("ipBlock means pods too");
    if (profile.endPort == PluginProfile::EndPort::FirstPort)
        parts += Tr::tr("of a range of ports only the first holds");
    if (profile.endPort == PluginProfile::EndPort::Unclear)
        parts += Tr::tr("whether ranges of ports hold is not known");
    if (profile.namedPorts == PluginProfile::NamedPorts::EveryPort)
        parts += Tr::tr("a named port opens every port of its protocol");
    if (profile.namedPorts == PluginProfile::NamedPorts::IfServiceNames)
        parts += Tr::tr("a named port needs a Service that calls it the same");
    if (profile.sctp != Claim::Yes)
        parts += Tr::tr("whether SCTP is enforced is not known");
    if (std::find(profile.clusterKinds.begin(), profile.clusterKinds.end(), Claim::Yes) ==
        profile.clusterKinds.end())
        parts += Tr::tr("no kind of cluster-wide policy is sure to be enforced");
    return parts;
}

QString profileSentence(const PluginProfile &profile)
{
    if (profile.isStandard())
        return Tr::tr("Policies are judged as Kubernetes documents them.");
    if (!profile.enforces)
        return message(Code::PluginEnforcesNothing, {profile.title()});
    const QStringList parts = unlikeParts(profile);
    return parts.isEmpty() ? judgedWords(profile) + QLatin1Char('.')
                           : judgedWords(profile) + QStringLiteral(": ") +
                                 parts.join(QStringLiteral("; ")) + QLatin1Char('.');
}

} // namespace drawbridge
