#include "document/document.h"
#include "messages/tr.h"
#include "panels/changes_panel.h"
#include "window/compare_dialog.h"
#include "window/comparison.h"
#include "window/main_window.h"

#include <QMenu>

namespace drawbridge {

void MainWindow::addCompareActions(QMenu *menu)
{
    add(menu, Tr::tr("Compare With…"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C),
        [this] { chooseVersion(); });
    m_swapVersions = add(menu, Tr::tr("Swap Ol&d and New Version"), {}, [this] { swapVersions(); });
    m_swapVersions->setEnabled(false);
    m_stopComparing = add(menu, Tr::tr("Stop Comparing"), {}, [this] { stopComparing(); });
    m_stopComparing->setEnabled(false);
}

void MainWindow::chooseVersion()
{
    CompareDialog dialog(*m_document, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    compareWith(dialog.other(), dialog.isSwapped());
    m_changes->setFocus();
}

void MainWindow::swapVersions()
{
    if (!m_comparison || m_comparison->isWithSaved())
        return;
    read([this] { m_comparison->swap(); });
    if (m_comparison)
        showComparison();
}

} // namespace drawbridge
