// Where the user is: kept where the window is made anew.
#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "panels/inspector_panel.h"
#include "panels/services_panel.h"
#include "text/text_panel.h"
#include "window/comparison.h"
#include "window/main_window.h"
#include "window/view_filter.h"
#include "window/window_look.h"

#include <QScopedValueRollback>
#include <QSplitter>
#include <QTabWidget>

namespace drawbridge {

void MainWindow::takePlaceOf(MainWindow &before)
{
    const QByteArray geometry = before.saveGeometry();
    const WindowLook look = before.look();
    before.leaveDocument();
    ownDocument();
    m_othersOnDisk = std::move(before.m_othersOnDisk);
    m_document->announce();
    m_canvas->setFocus();
    restoreGeometry(geometry);
    show();
    take(look);
    goOnOpening(before);
}

/// The columns at the sides, in which panels stand above each other.
static std::vector<QSplitter *> columnsOf(const std::vector<QWidget *> &panels)
{
    std::vector<QSplitter *> result;
    for (QWidget *panel : panels)
        if (auto *splitter = qobject_cast<QSplitter *>(panel->parentWidget()))
            result.push_back(splitter);
    return result;
}

WindowLook MainWindow::look() const
{
    WindowLook look;
    look.view = m_canvas->view();
    look.isFitted = m_canvas->isFitted();
    look.selection = m_canvas->selection();
    look.current = m_canvas->current();
    look.foldedSelection = m_foldedSelection;
    look.filter = m_filter->filter();
    look.text = m_text->look();
    look.tabBelow = m_bottom->currentIndex();
    look.isComparing = m_comparison != nullptr;
    if (m_comparison) {
        look.other = m_comparison->other();
        look.isSwapped = m_comparison->isSwapped();
    }
    look.panels = m_sidePanels->look();
    for (const QSplitter *column : columnsOf({m_services, m_inspector}))
        look.sizes.push_back(column->sizes());
    return look;
}

void MainWindow::take(const WindowLook &look)
{
    m_sidePanels->take(look.panels);
    const std::vector<QSplitter *> columns = columnsOf({m_services, m_inspector});
    for (std::size_t i = 0; i < columns.size() && i < look.sizes.size(); ++i)
        columns[i]->setSizes(look.sizes[i]);
    const QScopedValueRollback told(m_isTold, true); // nothing may come in between
    m_filter->set(look.filter);
    if (look.isComparing)
        compareWith(look.other, look.isSwapped);
    m_canvas->setView(look.view, look.isFitted);
    m_canvas->setSelection(look.selection);
    m_canvas->setCurrent(look.current);
    if (!look.foldedSelection.empty())
        selectRow(look.foldedSelection);
    if (look.tabBelow < m_bottom->count())
        m_bottom->setCurrentIndex(look.tabBelow);
    m_text->take(look.text); // last: what is selected was brought into sight there
}

} // namespace drawbridge
