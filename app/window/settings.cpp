#include "window/settings.h"

#include "kube/names.h"

#include <QSettings>

namespace drawbridge {

namespace {

const QString kLanguage = QStringLiteral("language");
const QString kLabelKey = QStringLiteral("labelKey");
const QString kNamespace = QStringLiteral("defaultNamespace");
const QString kPlugin = QStringLiteral("plugin");

} // namespace

/// A file that somebody wrote by hand may hold anything.
Settings Settings::stored()
{
    const QSettings file;
    Settings settings;
    settings.language = file.value(kLanguage).toString();
    settings.labelKey = file.value(kLabelKey).toString();
    if (!kube::labelKeyFaults(settings.labelKey.toStdString()).empty())
        settings.labelKey = QStringLiteral("app");
    settings.defaultNamespace = file.value(kNamespace).toString();
    if (!kube::dnsLabelFaults(settings.defaultNamespace.toStdString()).empty())
        settings.defaultNamespace.clear();
    settings.plugin = file.value(kPlugin).toString();
    settings.plugin = QString::fromStdString(settings.profile().text());
    return settings;
}

verdict::PluginProfile Settings::profile() const
{
    return verdict::PluginProfile::parse(plugin.toStdString()).value_or(verdict::PluginProfile());
}

void Settings::store() const
{
    QSettings file;
    file.setValue(kLanguage, language);
    file.setValue(kLabelKey, labelKey);
    file.setValue(kNamespace, defaultNamespace);
    file.setValue(kPlugin, plugin);
}

} // namespace drawbridge
