#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "messages/announcer.h"
#include "messages/tr.h"
#include "panels/exposure_panel.h"
#include "window/exposed.h"
#include "window/main_window.h"
#include "window/side_panels.h"

#include <QMenu>
#include <QTabWidget>

namespace drawbridge {

void MainWindow::addExposureAction(QMenu *menu)
{
    m_showExposure = menu->addAction(Tr::tr("Expos&ure to New Pods"));
    m_showExposure->setCheckable(true);
    m_showExposure->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_X));
    m_showExposure->setStatusTip(Tr::tr("Shows for each service which pods that do not exist yet "
                                        "could reach it, and which it could reach"));
    connect(m_showExposure, &QAction::toggled, this, &MainWindow::showExposure);
}

void MainWindow::buildExposure()
{
    m_exposure = new ExposurePanel;
    m_bottom->addTab(m_exposure, Tr::tr("Exposure"));
    m_bottom->setTabVisible(m_bottom->indexOf(m_exposure), false);
    connect(m_exposure, &ExposurePanel::chosen, this, &MainWindow::reveal);
}

void MainWindow::showExposure(bool on)
{
    if (!on && m_bottom->currentWidget() == m_exposure)
        m_bottom->setCurrentIndex(0); // not what happens to be beside it
    m_bottom->setTabVisible(m_bottom->indexOf(m_exposure), on);
    showFiltered();
    if (!on)
        return;
    m_sidePanels->bringUp(m_bottom);
    m_bottom->setCurrentWidget(m_exposure);
    m_announcer->tell(m_exposure->accessibleDescription());
}

/// What was shown may be in it afterwards.
void MainWindow::showExposed(ExposedServices &exposed)
{
    m_exposure->setRows(exposed.rows);
    m_exposure->setSummary(Tr::tr("Exposure: %1 of %2 services could meet pods that do not exist "
                                  "yet")
                               .arg(exposed.open)
                               .arg(exposed.tags.size()));
    m_bottom->setTabText(m_bottom->indexOf(m_exposure),
                         Tr::tr("Exposure %1").arg(m_exposure->count()));
}

} // namespace drawbridge
