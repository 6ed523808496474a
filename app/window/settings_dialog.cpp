#include "window/settings_dialog.h"

#include "kube/names.h"
#include "messages/announcer.h"
#include "messages/language.h"
#include "messages/messages.h"
#include "messages/plugin_words.h"
#include "messages/tr.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace drawbridge {

SettingsDialog::SettingsDialog(QWidget *parent)
    : QDialog(parent)
    , m_language(new QComboBox)
    , m_theme(new QComboBox)
    , m_labelKey(new QLineEdit)
    , m_namespace(new QLineEdit)
    , m_plugin(new QComboBox)
    , m_pluginVersion(new QLineEdit)
    , m_problem(new QLabel)
    , m_announcer(new Announcer(this))
{
    setWindowTitle(Tr::tr("Settings"));
    fill();
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setProperty("role", QStringLiteral("error"));
    auto *form = new QFormLayout;
    form->addRow(Tr::tr("&Language"), m_language);
    form->addRow(Tr::tr("&Theme"), m_theme);
    form->addRow(Tr::tr("Label &key of new services"), m_labelKey);
    form->addRow(Tr::tr("&Namespace of documents that name none"), m_namespace);
    m_namespace->setPlaceholderText(Tr::tr("not said: edits that need it are refused"));
    m_namespace->setMinimumWidth(320);
    form->addRow(Tr::tr("&Judge as the network plugin"), m_plugin);
    form->addRow(Tr::tr("&Version of the plugin"), m_pluginVersion);
    m_pluginVersion->setPlaceholderText(Tr::tr("not said: the newest"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    connect(m_plugin, &QComboBox::currentIndexChanged, this, &SettingsDialog::takePlugin);
    for (QLineEdit *edit : {m_labelKey, m_namespace, m_pluginVersion})
        connect(edit, &QLineEdit::textChanged, this, &SettingsDialog::check);
    check();
}

void SettingsDialog::fill()
{
    const Settings now = Settings::stored();
    m_language->addItem(Tr::tr("As the desktop"), QString());
    for (const QString &code : Language::available())
        m_language->addItem(Language::nameOf(code), code);
    m_language->setCurrentIndex(std::max(0, m_language->findData(now.language)));
    m_theme->addItem(Tr::tr("As the desktop"), int(ThemeChoice::System));
    m_theme->addItem(Tr::tr("Light"), int(ThemeChoice::Light));
    m_theme->addItem(Tr::tr("Dark"), int(ThemeChoice::Dark));
    m_theme->setCurrentIndex(m_theme->findData(int(Theme::stored())));
    m_labelKey->setText(now.labelKey);
    m_namespace->setText(now.defaultNamespace);
    const verdict::PluginProfile profile = now.profile();
    for (verdict::Plugin plugin : verdict::plugins())
        m_plugin->addItem(pluginName(plugin), QLatin1String(verdict::nameOf(plugin)));
    m_plugin->setCurrentIndex(m_plugin->findData(QLatin1String(verdict::nameOf(profile.plugin))));
    m_pluginVersion->setText(QString::fromStdString(profile.version));
}

QString SettingsDialog::plugin() const
{
    const QString name = m_plugin->currentData().toString();
    const QString version = m_pluginVersion->text().trimmed();
    return version.isEmpty() ? name : name + QLatin1Char('@') + version;
}

/// A version is one of its own plugin; what the user wrote stays.
void SettingsDialog::takePlugin()
{
    const verdict::PluginProfile stored = Settings::stored().profile();
    const bool isStored =
        m_plugin->currentData().toString() == QLatin1String(verdict::nameOf(stored.plugin));
    if (!m_pluginVersion->isModified())
        m_pluginVersion->setText(isStored ? QString::fromStdString(stored.version) : QString());
    check();
}

/// Says what is wrong while it is typed; the API server's own words for it.
void SettingsDialog::check()
{
    const auto faults = [](const QLineEdit *edit, auto rule) {
        const std::string text = edit->text().trimmed().toStdString();
        return text.empty() ? std::vector<std::string>() : rule(text);
    };
    const auto key = m_labelKey->text().trimmed().isEmpty()
                         ? kube::labelKeyFaults("")
                         : faults(m_labelKey, kube::labelKeyFaults);
    const auto nameSpace = faults(m_namespace, kube::dnsLabelFaults);
    QString problem;
    if (!key.empty())
        problem = Tr::tr("The label key is not valid: %1").arg(visible(key.front()));
    else if (!nameSpace.empty())
        problem = Tr::tr("The namespace is not valid: %1").arg(visible(nameSpace.front()));
    else if (!verdict::PluginProfile::parse(plugin().toStdString()))
        problem = Tr::tr("The version of the plugin cannot be read. Write it as 1.16.");
    m_problem->setText(problem);
    m_announcer->tell(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_ok->setEnabled(problem.isEmpty());
}

Settings SettingsDialog::settings() const
{
    return {m_language->currentData().toString(), m_labelKey->text().trimmed(),
            m_namespace->text().trimmed(), plugin()};
}

ThemeChoice SettingsDialog::theme() const
{
    return ThemeChoice(m_theme->currentData().toInt());
}

} // namespace drawbridge
