#include "document/document.h"
#include "messages/announcer.h"
#include "messages/plugin_words.h"
#include "messages/tr.h"
#include "window/main_window.h"
#include "window/settings.h"

#include <QActionGroup>
#include <QLabel>
#include <QMenu>
#include <QStatusBar>

#include <algorithm>

namespace drawbridge {

/// What the menu offers; any other version can be set in the settings.
static std::vector<verdict::PluginProfile> profiles(const verdict::PluginProfile &current)
{
    std::vector<verdict::PluginProfile> result;
    for (verdict::Plugin plugin : verdict::plugins()) {
        const std::string name = verdict::nameOf(plugin);
        result.push_back(*verdict::PluginProfile::parse(name));
        if (plugin == verdict::Plugin::Cilium)
            for (const char *version : {"@1.16", "@1.15"})
                result.push_back(*verdict::PluginProfile::parse(name + version));
    }
    if (std::find(result.begin(), result.end(), current) == result.end())
        result.push_back(current);
    return result;
}

void MainWindow::addPluginActions(QMenu *menu)
{
    m_plugins = menu->addMenu(Tr::tr("&Judge As"));
    m_judgedAs = new QLabel;
    m_judgedAs->setTextFormat(Qt::PlainText);
    m_judgedAs->setObjectName(QStringLiteral("judgedAs"));
    statusBar()->addPermanentWidget(m_judgedAs);
    m_judgedAs->hide();
    connect(m_document, &Document::pictureChanged, this, &MainWindow::showPlugin);
}

void MainWindow::fillPluginMenu()
{
    const verdict::PluginProfile &current = m_document->profile();
    m_plugins->clear();
    auto *group = new QActionGroup(m_plugins);
    for (const verdict::PluginProfile &profile : profiles(current)) {
        QAction *action = add(m_plugins, profileName(profile), {}, [this, text = profile.text()] {
            Settings settings = Settings::stored();
            settings.plugin = QString::fromStdString(text);
            settings.store();
            judgeAs(settings.profile());
        });
        action->setCheckable(true);
        action->setChecked(profile == current);
        group->addAction(action);
    }
}

void MainWindow::judgeAs(const verdict::PluginProfile &profile)
{
    const bool isNew = !(profile == m_document->profile());
    m_document->setProfile(profile);
    if (m_plugins->isEmpty())
        fillPluginMenu();
    else if (isNew) // later: an action must not be deleted while it is triggered
        QMetaObject::invokeMethod(this, &MainWindow::fillPluginMenu, Qt::QueuedConnection);
    if (isNew)
        m_announcer->tell(profileSentence(profile));
}

/// Said unless it is the standard, with how many connections that makes other.
void MainWindow::showPlugin()
{
    const verdict::PluginProfile &profile = m_document->profile();
    const auto &arrows = m_document->graph().arrows;
    const auto unlike = profile.isStandard()
                            ? 0
                            : std::count_if(arrows.begin(), arrows.end(), [](const auto &arrow) {
                                  return arrow.isUnlikeStandard;
                              });
    QString words = judgedWords(profile);
    if (unlike > 0)
        words += QStringLiteral(" · ") +
                 Tr::tr("%n connection(s) unlike standard Kubernetes", nullptr, int(unlike));
    m_judgedAs->setText(words);
    m_judgedAs->setVisible(!words.isEmpty());
    m_judgedAs->setToolTip(
        QStringLiteral("<qt>%1</qt>").arg(profileSentence(profile).toHtmlEscaped()));
}

} // namespace drawbridge
