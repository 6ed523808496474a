#include "text/text_finder.h"

#include "document/document.h"
#include "messages/tr.h"
#include "text/find_bar.h"
#include "text/text_binding.h"
#include "text/text_editor.h"
#include "text/text_panel.h"

#include <algorithm>

namespace drawbridge {

namespace {

constexpr std::size_t kMostShaded = 2'000; ///< matches; the next ones are found all the same

} // namespace

TextFinder::TextFinder(TextPanel *panel, Document *document, FindBar *bar)
    : QObject(panel), m_panel(panel), m_document(document), m_bar(bar)
{
    m_countTimer.setSingleShot(true);
    m_countTimer.setInterval(0);
    connect(&m_countTimer, &QTimer::timeout, this, &TextFinder::count);
    connect(bar, &FindBar::termsChanged, this, &TextFinder::look);
    connect(bar, &FindBar::nextRequested, this, &TextFinder::goOn);
    connect(bar, &FindBar::replaceRequested, this, &TextFinder::replace);
    connect(bar, &FindBar::replaceAllRequested, this, &TextFinder::replaceAll);
    connect(bar, &FindBar::closed, this, &TextFinder::close);
    const auto countLater = [this] {
        if (!m_bar->isHidden())
            m_countTimer.start();
    };
    const auto countAnew = [this, countLater] {
        m_found.reset();
        countLater();
    };
    connect(document, &Document::textChanged, this, countAnew);
    connect(document, &Document::workspaceReplaced, this, countAnew);
    connect(panel, &TextPanel::currentFileChanged, this, countLater);
    connect(panel, &TextPanel::statusChanged, this, countLater);
}

void TextFinder::open(bool withReplacement)
{
    QString chosen;
    if (const TextEditor *editor = m_panel->currentEditor())
        chosen = editor->textCursor().selectedText();
    // What the search itself has chosen is no new wish.
    const TextRange at = m_panel->cursorPlace().range;
    const bool isMatch =
        !m_bar->isHidden() && std::find(matches().begin(), matches().end(), at) != matches().end();
    if (isMatch || chosen.contains(QChar::ParagraphSeparator))
        chosen.clear();
    m_bar->open(chosen, withReplacement);
    renew();
    count();
}

const std::vector<TextRange> &TextFinder::matches()
{
    const FileId file = m_panel->currentFile();
    if (!m_found || m_found->file != file) {
        const bool isThere = m_document->workspace().contains(file);
        m_found = {file, isThere ? m_search.in(m_document->workspace().file(file))
                                 : std::vector<TextRange>()};
    }
    return m_found->ranges;
}

void TextFinder::renew()
{
    m_search = TextSearch(m_bar->terms());
    m_found.reset();
    m_note.clear();
}

/// While somebody still types what to look for: the first one from where the selection begins.
void TextFinder::look()
{
    renew();
    const std::vector<TextRange> &found = matches();
    const std::size_t from = m_panel->cursorPlace().range.begin;
    const auto next = std::find_if(found.begin(), found.end(),
                                   [&](const TextRange &range) { return range.begin >= from; });
    if (!found.empty())
        m_panel->select(m_panel->currentFile(), next == found.end() ? found.front() : *next);
    count();
}

void TextFinder::goOn(bool backwards)
{
    if (m_search.isEmpty() || !m_search.error().isEmpty()) {
        if (m_bar->isHidden())
            open(false);
        else
            count();
        return;
    }
    const std::vector<TextRange> &found = matches();
    const TextRange at = m_panel->cursorPlace().range;
    const auto isBehind = [&](const TextRange &range) { return range.begin >= at.end; };
    const auto isBefore = [&](const TextRange &range) { return range.end <= at.begin; };
    const TextRange *next = nullptr;
    if (backwards) {
        const auto last = std::find_if(found.rbegin(), found.rend(), isBefore);
        next = last == found.rend() ? nullptr : &*last;
    } else {
        const auto first = std::find_if(found.begin(), found.end(), isBehind);
        next = first == found.end() ? nullptr : &*first;
    }
    if (next)
        goTo(m_panel->currentFile(), *next, false);
    else if (m_bar->looksInAllFiles() && searchElsewhere(backwards))
        return;
    else if (!found.empty())
        goTo(m_panel->currentFile(), backwards ? found.back() : found.front(), true);
    else
        count();
}

/// The next file that holds it, in the order of the list, and round again.
bool TextFinder::searchElsewhere(bool backwards)
{
    const std::vector<FileId> files = m_document->workspace().files();
    const auto here = std::find(files.begin(), files.end(), m_panel->currentFile());
    const std::size_t start = std::size_t(here - files.begin());
    for (std::size_t step = 1; step < files.size(); ++step) {
        const std::size_t at = (start + (backwards ? files.size() - step : step)) % files.size();
        const auto found =
            m_search.in(m_document->workspace().file(files[at]), backwards ? SIZE_MAX : 1);
        if (found.empty())
            continue;
        goTo(files[at], backwards ? found.back() : found.front(),
             backwards ? at > start : at < start);
        return true;
    }
    return false;
}

void TextFinder::goTo(FileId file, TextRange range, bool cameRound)
{
    m_panel->select(file, range);
    m_note = cameRound ? Tr::tr("The search came round to here.") : QString();
    count();
}

/// Says which one of how many is chosen, and shades them all.
void TextFinder::count()
{
    if (m_bar->isHidden())
        return;
    const std::vector<TextRange> &found = matches();
    std::vector<TextRange> shaded(
        found.begin(), found.begin() + std::ptrdiff_t(std::min(found.size(), kMostShaded)));
    m_panel->setMatches(shaded);
    if (const QString error = m_search.error(); !error.isEmpty()) {
        m_bar->tell(Tr::tr("This is no regular expression: %1.").arg(error), true);
        return;
    }
    const TextRange at = m_panel->cursorPlace().range;
    const auto chosen = std::find(found.begin(), found.end(), at);
    QString told;
    if (found.empty())
        told = m_search.isEmpty() ? QString() : Tr::tr("Not found in this file.");
    else if (chosen == found.end())
        told = Tr::tr("%n found", nullptr, int(found.size()));
    else
        told = Tr::tr("%1 of %2").arg(chosen - found.begin() + 1).arg(found.size());
    m_bar->tell(m_note.isEmpty() ? told : QStringLiteral("%1. %2").arg(told, m_note));
}

void TextFinder::close()
{
    m_panel->setMatches({});
    if (TextEditor *editor = m_panel->currentEditor())
        editor->setFocus(Qt::ShortcutFocusReason);
}

bool TextFinder::canReplace()
{
    const TextEditor *editor = m_panel->currentEditor();
    if (!editor || m_search.isEmpty() || !m_search.error().isEmpty())
        return false;
    if (editor->isReadOnly())
        m_bar->tell(m_panel->currentBinding()->note(), true);
    return !editor->isReadOnly();
}

/// The one that is chosen, then on to the next; only goes there if none is.
void TextFinder::replace()
{
    if (!canReplace())
        return;
    const FileId file = m_panel->currentFile();
    const TextRange at = m_panel->cursorPlace().range;
    Patches patches =
        m_search.replacing(m_document->workspace().file(file), m_bar->replacement(), at);
    if (patches.size() == 1 && patches.front().range == at) {
        const std::size_t end = at.begin + patches.front().text.size();
        Change change;
        change.label = Tr::tr("Replace");
        change.patches.push_back({file, std::move(patches)});
        change.mayFallBehind = true;
        m_document->push(std::move(change));
        m_panel->select(file, {end, end});
    }
    goOn(false);
}

void TextFinder::replaceAll()
{
    if (!canReplace())
        return;
    Change change;
    change.label = Tr::tr("Replace All");
    std::size_t count = 0;
    for (const FileId file : m_document->workspace().files()) {
        if (file != m_panel->currentFile() && !m_bar->looksInAllFiles())
            continue;
        Patches patches =
            m_search.replacing(m_document->workspace().file(file), m_bar->replacement());
        count += patches.size();
        if (!patches.empty())
            change.patches.push_back({file, std::move(patches)});
    }
    change.mayFallBehind = true;
    m_document->push(std::move(change));
    m_note = Tr::tr("%n replaced.", nullptr, int(count));
    this->count();
}

} // namespace drawbridge
