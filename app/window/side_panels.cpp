#include "window/side_panels.h"

#include "messages/tr.h"

#include <QAction>
#include <QEvent>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>

namespace drawbridge {

SidePanels::SidePanels(QWidget *window, QSplitter *across, QSplitter *down)
    : QObject(window), m_across(across)
{
    const std::array names{Tr::tr("Services and Palette"), Tr::tr("Text and Details"),
                           Tr::tr("Problems and Answers")};
    const std::array shortNames{Tr::tr("Services"), Tr::tr("Text"), Tr::tr("Problems")};
    const std::array keys{Qt::Key_1, Qt::Key_3, Qt::Key_4};
    const std::array needs{QSize(780, 0), QSize(560, 0), QSize(0, 560)};
    const std::array widgets{across->widget(0), across->widget(across->count() - 1),
                             down->widget(down->count() - 1)};
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        Panel &panel = m_panels[i];
        panel.widget = widgets[i];
        panel.needs = needs[i];
        panel.action = new QAction(names[i], this);
        panel.action->setCheckable(true);
        panel.action->setChecked(true);
        panel.action->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | keys[i]));
        panel.button = new QToolButton;
        panel.button->setText(shortNames[i]);
        panel.button->setToolTip(Tr::tr("Show %1").arg(names[i]));
        panel.button->setAccessibleName(panel.button->toolTip());
        panel.button->hide();
        connect(panel.button, &QToolButton::clicked, panel.action, &QAction::trigger);
        connect(panel.action, &QAction::triggered, this,
                [this, &panel](bool on) { choose(panel, on); });
    }
    window->installEventFilter(this);
}

void SidePanels::choose(Panel &panel, bool on)
{
    panel.chosen = on;
    follow(static_cast<QWidget *>(parent())->size());
}

void SidePanels::bringUp(const QWidget *inside)
{
    for (Panel &panel : m_panels)
        if (panel.widget == inside || panel.widget->isAncestorOf(inside))
            if (!panel.action->isChecked())
                choose(panel, true);
}

bool SidePanels::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == parent())
        follow(static_cast<QWidget *>(parent())->size());
    return QObject::eventFilter(watched, event);
}

void SidePanels::follow(QSize window)
{
    bool changes = false;
    for (Panel &panel : m_panels) {
        const bool hasRoom =
            window.width() >= panel.needs.width() && window.height() >= panel.needs.height();
        const bool isOn = panel.chosen.value_or(hasRoom);
        if (panel.action->isChecked() == isOn && panel.widget->isHidden() != isOn)
            continue;
        panel.action->setChecked(isOn);
        panel.widget->setVisible(isOn);
        panel.button->setVisible(!isOn);
        changes = true;
    }
    if (!changes)
        return;
    // The canvas has most of it.
    const int left = m_panels[Left].widget->isHidden() ? 0 : std::min(200, window.width() / 5);
    const int right =
        m_panels[Right].widget->isHidden() ? 0 : std::min(420, window.width() * 36 / 100);
    m_across->setSizes({left, std::max(window.width() - left - right, 1), right});
}

} // namespace drawbridge
