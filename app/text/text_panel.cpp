#include "text/text_panel.h"

#include "document/document.h"
#include "messages/tr.h"
#include "text/file_list.h"
#include "text/file_tabs.h"
#include "text/find_bar.h"
#include "text/go_to_bar.h"
#include "text/text_binding.h"
#include "text/text_editor.h"
#include "text/text_finder.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace drawbridge {

TextPanel::TextPanel(Document *document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_tabs(new FileTabs(this))
    , m_filesButton(new QToolButton(this))
    , m_fileList(new FileList(this))
    , m_findBar(new FindBar(this))
    , m_goToBar(new GoToBar(this))
    , m_finder(new TextFinder(this, document, m_findBar))
    , m_note(new QLabel(this))
    , m_stack(new QStackedWidget(this))
{
    m_filesButton->setObjectName(QStringLiteral("filesButton"));
    m_filesButton->setToolTip(Tr::tr("All files, with their problems"));
    m_note->setObjectName(QStringLiteral("textNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setMargin(6);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setSpacing(0);
    top->addWidget(m_tabs, 1);
    top->addWidget(m_filesButton);
    layout->addLayout(top);
    layout->addWidget(m_findBar);
    layout->addWidget(m_goToBar);
    layout->addWidget(m_note);
    layout->addWidget(m_stack, 1);
    m_cursorTimer.setSingleShot(true);
    m_cursorTimer.setInterval(0);
    connect(&m_cursorTimer, &QTimer::timeout, this, &TextPanel::tellCursor);
    m_pageTimer.setSingleShot(true);
    connect(&m_pageTimer, &QTimer::timeout, this, &TextPanel::renewPage);
    connect(m_goToBar, &GoToBar::chosen, this, &TextPanel::goToPlace);
    connect(m_goToBar, &GoToBar::closed, this, &TextPanel::focusEditor);
    connect(m_tabs, &QTabBar::currentChanged, this, &TextPanel::openTab);
    connect(
        m_tabs, &QTabBar::tabCloseRequested, this,
        [this](int tab) { closeTab(m_tabs->fileAt(tab)); }, Qt::QueuedConnection);
    connect(m_filesButton, &QToolButton::clicked, this, &TextPanel::listFiles);
    connect(m_fileList, &FileList::chosen, this, [this](FileId file) {
        showFile(file);
        focusEditor();
    });
    connect(document, &Document::filesChanged, this, &TextPanel::updateTabs);
    connect(document, &Document::pictureChanged, this, &TextPanel::forgetNames);
    m_namesTimer.setSingleShot(true);
    connect(&m_namesTimer, &QTimer::timeout, this, &TextPanel::collectNames);
    connect(document, &Document::workspaceReplaced, this, &TextPanel::replaceAll);
    showNote();
}

TextPanel::~TextPanel() = default;

FileId TextPanel::currentFile() const
{
    return m_tabs->current();
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

const TextPage &TextPanel::openPage(FileId file)
{
    if (const TextPage *open = page(file))
        return *open;
    const TextPage made =
        TextPage::make(m_document, file, [this]() -> const KnownNames & { return names(); });
    connect(made.editor, &QPlainTextEdit::cursorPositionChanged, this,
            [this] { m_cursorTimer.start(); });
    connect(made.binding, &TextBinding::noteChanged, this, &TextPanel::showNote);
    m_stack->addWidget(made.editor);
    for (QWidget *last : m_goToBar->findChildren<QWidget *>())
        setTabOrder(last, made.editor); // not behind all that is in the window
    made.setHighlights(m_highlights);
    made.setProblems(m_problems);
    return m_pages.emplace(file, made).first->second;
}

void TextPanel::show(FileId file, TextRange range)
{
    if (!m_document->workspace().contains(file))
        return;
    showFile(file);
    openPage(file).goTo(range);
}

void TextPanel::select(FileId file, TextRange range)
{
    if (!m_document->workspace().contains(file))
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
    // While the workspace is replaced, the pages are those of the one before.
    if (!binding || !m_document->workspace().contains(binding->file()))
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
