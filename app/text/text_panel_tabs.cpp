// Which files have tabs, and the list of them all.
#include "text/text_panel.h"

#include "document/document.h"
#include "messages/tr.h"
#include "text/file_list.h"
#include "text/file_list_model.h"
#include "text/file_tabs.h"
#include "text/tab_titles.h"
#include "text/text_binding.h"
#include "text/text_editor.h"

#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>
#include <iterator>
#include <utility>

namespace drawbridge {

namespace {

constexpr std::size_t kMostTabs = 12; ///< that open by themselves

} // namespace

/// Equal ids may mean other files now.
void TextPanel::replaceAll()
{
    m_names.reset();
    m_naming.reset();
    m_namesTimer.stop();
    // Where much is new, editors go and come in a turn of their own.
    const bool isLarge = m_document->isLarge();
    while (!m_pages.empty())
        removePage(m_pages.begin()->first, isLarge);
    m_known.clear();
    m_opened.clear();
    m_highlights.clear();
    m_problems.clear();
    const QScopedValueRollback replaced(m_isReplaced, isLarge);
    updateTabs();
    openTab(m_tabs->currentIndex());
}

/// Of few files all have tabs, of many the first.
void TextPanel::noteFiles(const std::vector<FileId> &files)
{
    std::erase_if(m_opened,
                  [this](FileId file) { return !m_document->workspace().contains(file); });
    std::vector<FileId> known = files;
    std::sort(known.begin(), known.end());
    if (files.size() <= kMostTabs)
        std::set_difference(known.begin(), known.end(), m_known.begin(), m_known.end(),
                            std::inserter(m_opened, m_opened.end()));
    m_known = std::move(known);
    if (m_opened.empty() && !files.empty())
        m_opened.insert(files.front());
}

void TextPanel::updateTabs()
{
    const std::vector<FileId> files = m_document->workspace().files();
    noteFiles(files);
    removeClosed();
    std::vector<FileInfo> opened;
    for (const FileId file : files)
        if (m_opened.count(file) > 0)
            opened.push_back(m_document->file(file));
    const FileId before = currentFile();
    m_tabs->setFiles(opened, tabTitles(opened, *m_document));
    if (currentFile() != before || !(page(currentFile()) || m_pageTimer.isActive()))
        openTab(m_tabs->currentIndex());
    m_filesButton->setVisible(files.size() > 1);
    m_filesButton->setText(Tr::tr("%n file(s)", nullptr, int(files.size())));
}

/// Soon: what is bound to the document goes at once, the editor in a later turn.
void TextPanel::removePage(FileId file, bool isSoon)
{
    const auto found = m_pages.find(file);
    if (found == m_pages.end())
        return;
    if (isSoon) {
        delete found->second.binding;
        found->second.editor->clearFocus();          // as when it is deleted
        m_stack->removeWidget(found->second.editor); // hides it
        m_leaving.emplace_back(found->second.editor);
        m_pageTimer.start(0);
    } else {
        delete found->second.editor;
    }
    m_pages.erase(found);
}

/// The editors of tabs that are no more.
void TextPanel::removeClosed()
{
    std::vector<FileId> closed;
    for (const auto &[file, page] : m_pages)
        if (!m_opened.count(file))
            closed.push_back(file);
    for (const FileId file : closed)
        removePage(file);
}

void TextPanel::closeTab(FileId file)
{
    if (m_opened.size() < 2) {
        emit told(Tr::tr("The last tab stays open."));
        return;
    }
    m_opened.erase(file);
    updateTabs();
}

void TextPanel::closeCurrentTab()
{
    closeTab(currentFile());
}

void TextPanel::renewPage()
{
    m_leaving.clear();
    openTab(m_tabs->currentIndex());
}

void TextPanel::openTab(int index)
{
    const FileId file = m_tabs->fileAt(index);
    if (index >= 0 && !m_document->workspace().contains(file))
        return; // tabs come and go; the current one means nothing yet
    if (m_isReplaced) {
        m_pageTimer.start(0);
    } else if (file.isValid()) {
        const TextPage &open = openPage(file);
        m_stack->setCurrentWidget(open.editor);
        setFocusProxy(open.editor);
    }
    showNote();
    m_cursorTimer.start();
    emit currentFileChanged(file);
}

void TextPanel::showFile(FileId file)
{
    if (!m_document->workspace().contains(file))
        return;
    if (m_opened.insert(file).second)
        updateTabs();
    m_tabs->setCurrentIndex(m_tabs->tabOf(file));
    if (!page(file))
        openTab(m_tabs->tabOf(file)); // nobody has to wait for its turn
}

void TextPanel::listFiles()
{
    std::vector<FileInfo> files = m_document->files();
    std::vector<ProblemCount> counts(files.size());
    std::map<FileId, std::size_t> rows;
    for (std::size_t i = 0; i < files.size(); ++i)
        rows[files[i].id] = i;
    for (const TextProblem &problem : m_problems) {
        const auto row = rows.find(problem.place.file);
        if (row == rows.end())
            continue;
        counts[row->second].errors += problem.severity == Severity::Error;
        counts[row->second].warnings += problem.severity == Severity::Warning;
    }
    const QPoint corner = mapToGlobal(QPoint(0, m_tabs->geometry().bottom() + 1));
    m_fileList->open(std::move(files), std::move(counts), currentFile(),
                     QRect(corner, QSize(width(), height() * 2 / 3)));
}

} // namespace drawbridge
