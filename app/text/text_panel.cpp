#include "text/text_panel.h"

#include "document/document.h"
#include "messages/tr.h"
#include "text/find_bar.h"
#include "text/go_to_bar.h"
#include "text/tab_titles.h"
#include "text/text_binding.h"
#include "text/text_editor.h"
#include "text/text_finder.h"

#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace drawbridge {

TextPanel::TextPanel(Document *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_tabs(new QTabBar(this))
    , m_findBar(new FindBar(this))
    , m_goToBar(new GoToBar(this))
    , m_finder(new TextFinder(this, document, m_findBar))
    , m_note(new QLabel(this))
    , m_stack(new QStackedWidget(this))
{
    m_tabs->setObjectName(QStringLiteral("textTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideNone);
    m_tabs->setAccessibleName(Tr::tr("Files"));
    m_note->setObjectName(QStringLiteral("textNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setMargin(6);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_findBar);
    layout->addWidget(m_goToBar);
    layout->addWidget(m_note);
    layout->addWidget(m_stack, 1);
    m_cursorTimer.setSingleShot(true);
    m_cursorTimer.setInterval(0);
    connect(&m_cursorTimer, &QTimer::timeout, this, &TextPanel::tellCursor);
    connect(m_goToBar, &GoToBar::chosen, this, &TextPanel::goToPlace);
    connect(m_goToBar, &GoToBar::closed, this, &TextPanel::focusEditor);
    connect(m_tabs, &QTabBar::currentChanged, this, &TextPanel::openTab);
    connect(document, &Document::filesChanged, this, &TextPanel::updateTabs);
    connect(document, &Document::workspaceReplaced, this, &TextPanel::replaceAll);
    updateTabs();
    showNote();
}

TextPanel::~TextPanel() = default;

/// Equal ids may mean other files now.
void TextPanel::replaceAll()
{
    for (const auto &[file, page] : m_pages)
        delete page.editor;
    m_pages.clear();
    m_highlights.clear();
    m_problems.clear();
    rebuildTabs();
    openTab(m_tabs->currentIndex());
}

bool TextPanel::tabsMatch(const std::vector<FileInfo> &files) const
{
    bool match = int(files.size()) == m_tabs->count();
    for (int i = 0; match && i < m_tabs->count(); ++i)
        match = fileOf(i) == files[std::size_t(i)].id;
    return match;
}

void TextPanel::updateTabs()
{
    const std::vector<FileInfo> files = m_document->files();
    if (!tabsMatch(files)) {
        removeClosed();
        rebuildTabs();
        return;
    }
    const QStringList titles = tabTitles(files);
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (m_tabs->tabText(i) != titles[i])
            m_tabs->setTabText(i, titles[i]);
        if (const QString tip = tabTip(files[std::size_t(i)]); m_tabs->tabToolTip(i) != tip)
            m_tabs->setTabToolTip(i, tip);
    }
}

void TextPanel::removeClosed()
{
    for (auto page = m_pages.begin(); page != m_pages.end();) {
        if (m_document->workspace().contains(page->first)) {
            ++page;
        } else {
            delete page->second.editor;
            page = m_pages.erase(page);
        }
    }
}

void TextPanel::rebuildTabs()
{
    const FileId current = currentFile();
    m_tabs->hide(); // while it is shown, every single change lays out all tabs
    while (m_tabs->count() > 0)
        m_tabs->removeTab(m_tabs->count() - 1);
    for (const FileInfo &file : m_document->files())
        m_tabs->setTabData(m_tabs->addTab({}), file.id.value);
    m_tabs->setCurrentIndex(std::max(0, tabOf(current)));
    updateTabs();
    m_tabs->show();
    openTab(m_tabs->currentIndex());
}

int TextPanel::tabOf(FileId file) const
{
    for (int i = 0; i < m_tabs->count(); ++i)
        if (fileOf(i) == file)
            return i;
    return -1;
}

FileId TextPanel::fileOf(int tab) const
{
    return tab < 0 ? FileId{} : FileId{m_tabs->tabData(tab).toUInt()};
}

FileId TextPanel::currentFile() const
{
    return fileOf(m_tabs->currentIndex());
}

const TextPage *TextPanel::page(FileId file) const
{
    const auto found = m_pages.find(file);
    return found == m_pages.end() ? nullptr : &found->second;
}

TextEditor *TextPanel::currentEditor() const
{
    const TextPage *open = page(currentFile());
    return open ? open->editor : nullptr;
}

TextBinding *TextPanel::currentBinding() const
{
    const TextPage *open = page(currentFile());
    return open ? open->binding : nullptr;
}

void TextPanel::openTab(int index)
{
    if (!tabsMatch(m_document->files()))
        return; // tabs come and go; the current one means nothing yet
    const FileId file = fileOf(index);
    if (file.isValid()) {
        const TextPage &open = openPage(file);
        m_stack->setCurrentWidget(open.editor);
        setFocusProxy(open.editor);
    }
    showNote();
    m_cursorTimer.start();
    emit currentFileChanged(file);
}

const TextPage &TextPanel::openPage(FileId file)
{
    if (const TextPage *open = page(file))
        return *open;
    const TextPage made = TextPage::make(m_document, file);
    connect(made.editor, &QPlainTextEdit::cursorPositionChanged, this,
            [this] { m_cursorTimer.start(); });
    connect(made.binding, &TextBinding::noteChanged, this, &TextPanel::showNote);
    m_stack->addWidget(made.editor);
    made.setHighlights(m_highlights);
    made.setProblems(m_problems);
    return m_pages.emplace(file, made).first->second;
}

void TextPanel::showFile(FileId file)
{
    if (const int tab = tabOf(file); tab >= 0)
        m_tabs->setCurrentIndex(tab);
}

void TextPanel::show(FileId file, TextRange range)
{
    if (tabOf(file) < 0)
        return;
    showFile(file);
    openPage(file).goTo(range);
}

void TextPanel::select(FileId file, TextRange range)
{
    if (tabOf(file) < 0)
        return;
    showFile(file);
    openPage(file).select(range);
}

void TextPanel::setMatches(const std::vector<TextRange> &ranges)
{
    for (const auto &[file, page] : m_pages)
        page.setMatches(file == currentFile() ? ranges : std::vector<TextRange>());
}

void TextPanel::setHighlights(const std::vector<Place> &places)
{
    m_highlights = places;
    for (const auto &[file, page] : m_pages)
        page.setHighlights(places);
}

void TextPanel::setProblems(std::vector<TextProblem> problems)
{
    m_problems = std::move(problems);
    for (const auto &[file, page] : m_pages)
        page.setProblems(m_problems);
}

void TextPanel::showNote()
{
    const TextBinding *binding = currentBinding();
    const QString note = binding ? binding->note() : QString();
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

Place TextPanel::cursorPlace() const
{
    const TextBinding *binding = currentBinding();
    if (!binding)
        return {};
    return {binding->file(), binding->rangeOf(currentEditor()->textCursor())};
}

QString TextPanel::statusText() const
{
    const TextBinding *binding = currentBinding();
    if (!binding)
        return {};
    const LineColumn at =
        m_document->workspace().file(binding->file()).lineColumn(binding->caretOffset());
    return Tr::tr("Ln %1, Col %2").arg(at.line).arg(at.column);
}

/// Later than the caret moved: by then the document has what was typed.
void TextPanel::tellCursor()
{
    emit statusChanged(statusText());
    const TextBinding *binding = currentBinding();
    if (binding && currentEditor()->hasFocus())
        emit cursorMoved(binding->file(), binding->caretOffset());
}

} // namespace drawbridge
