#include "window/side_panels.h"

#include "messages/tr.h"

#include <QAction>
#include <QEvent>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>

namespace drawbridge {

SidePanels::SidePanels(QWidget *window, QSplitter *across, QSplitter *down)
    : QObject(window), m_across(across), m_down(down)
{
    const std::array names{Tr::tr("Services and Palette"), Tr::tr("Text and Details"),
                           Tr::tr("Problems and Answers")};
    const std::array shortNames{Tr::tr("Services"), Tr::tr("Text"), Tr::tr("Problems")};
    const std::array keys{Qt::Key_1, Qt::Key_3, Qt::Key_4};
    const std::array needs{QSize(780, 0), QSize(560, 0), QSize(0, 560)};
    const std::array wishes{200, 420, 150};
    const std::array shares{0.2, 0.36, 0.25}; // the canvas has most of it
    const std::array widgets{across->widget(0), across->widget(across->count() - 1),
                             down->widget(down->count() - 1)};
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        Panel &panel = m_panels[i];
        panel.widget = widgets[i];
        panel.needs = needs[i];
        panel.wish = wishes[i];
        panel.share = shares[i];
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
    connect(across, &QSplitter::splitterMoved, this,
            [this](int, int handle) { noteSize(handle == 1 ? Left : Right); });
    connect(down, &QSplitter::splitterMoved, this, [this] { noteSize(Below); });
    window->installEventFilter(this);
}

/// As the user has made it. A panel that is away keeps what it had.
void SidePanels::noteSize(Where where)
{
    const QSize window = static_cast<QWidget *>(parent())->size();
    Panel &panel = m_panels[where];
    if (panel.widget->isHidden())
        return;
    const int size = where == Below ? panel.widget->height() : panel.widget->width();
    const int whole = where == Below ? window.height() : window.width();
    panel.wish = size;
    panel.share = std::max(panel.share, double(size) / std::max(whole, 1));
}

int SidePanels::sizeIn(const Panel &panel, int window)
{
    return panel.widget->isHidden() ? 0 : std::min(panel.wish, int(window * panel.share));
}

void SidePanels::heighten(int height)
{
    const int whole = static_cast<QWidget *>(parent())->height();
    Panel &below = m_panels[Below];
    below.wish = std::max(below.wish, height);
    below.share = std::max(below.share, double(height) / std::max(whole, 1));
}

SidePanels::Look SidePanels::look() const
{
    Look look;
    for (std::size_t i = 0; i < m_panels.size(); ++i)
        look.panels[i] = {m_panels[i].chosen, m_panels[i].wish, m_panels[i].share};
    return look;
}

void SidePanels::take(const Look &look)
{
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        m_panels[i].chosen = look.panels[i].chosen;
        m_panels[i].wish = look.panels[i].wish;
        m_panels[i].share = look.panels[i].share;
    }
    m_divided = {};
    follow(static_cast<QWidget *>(parent())->size());
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
    if (changes || window != m_divided)
        divide(window);
}

void SidePanels::divide(QSize window)
{
    m_divided = window;
    const int left = sizeIn(m_panels[Left], window.width());
    const int right = sizeIn(m_panels[Right], window.width());
    m_across->setSizes({left, std::max(window.width() - left - right, 1), right});
    const int below = sizeIn(m_panels[Below], window.height());
    m_down->setSizes({std::max(window.height() - below, 1), below});
}

} // namespace drawbridge
