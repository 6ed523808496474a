#include "text/text_binding.h"

#include "document/document.h"
#include "messages/tr.h"
#include "text/block_edit.h"
#include "text/text_editor.h"

#include <QTextBlock>

#include <algorithm>
#include <utility>

namespace drawbridge {

TextBinding::TextBinding(TextEditor *editor, Document *document, FileId file, QObject *parent)
    : QObject(parent), m_editor(editor), m_document(document), m_file(file), m_steps(file)
{
    m_fillTimer.setSingleShot(true);
    connect(&m_fillTimer, &QTimer::timeout, this, &TextBinding::fillSlice);
    // The change is only noted while the text is still being changed, and looked at afterwards.
    const QTextDocument *text = editor->document();
    connect(text, &QTextDocument::contentsChange, this,
            [this](int position, int, int added) { noteChange(position, added); });
    connect(text, &QTextDocument::contentsChanged, this, &TextBinding::push);
    connect(document, &Document::textChanged, this, &TextBinding::adoptPatches);
    refill();
}

ByteMap TextBinding::map() const
{
    const yaml::File &file = m_document->workspace().file(m_file);
    return {file.bytes(), file.lines()};
}

int TextBinding::shownLines() const
{
    return m_filled ? *m_filled : m_isCut ? m_editor->blockCount() : map().lineCount();
}

std::size_t TextBinding::caretOffset() const
{
    const QTextCursor cursor = m_editor->textCursor();
    return map().offset({cursor.blockNumber(), cursor.positionInBlock()});
}

QTextCursor TextBinding::cursorFor(TextRange range)
{
    const ByteMap bytes = map();
    const EditorPlace begin = bytes.place(range.begin);
    const EditorPlace end = bytes.place(std::max(range.end, range.begin));
    while (m_filled && *m_filled <= end.block)
        fillSlice();
    const QTextDocument *text = m_editor->document();
    const auto position = [&](const EditorPlace &place) {
        const QTextBlock block = text->findBlockByNumber(place.block);
        if (!block.isValid())
            return text->characterCount() - 1;
        return block.position() + std::min(place.column, block.length() - 1);
    };
    QTextCursor cursor(m_editor->document());
    cursor.setPosition(position(begin));
    cursor.setPosition(position(end), QTextCursor::KeepAnchor);
    return cursor;
}

TextRange TextBinding::rangeOf(const QTextCursor &cursor) const
{
    const auto offset = [this](int position) {
        const QTextBlock block = m_editor->document()->findBlock(position);
        return map().offset({block.blockNumber(), position - block.position()});
    };
    return {offset(cursor.selectionStart()), offset(cursor.selectionEnd())};
}

bool TextBinding::isEqual() const
{
    return editorLines({}) == fileLines({});
}

/// The span where both sides have lines outside it; everything if that cannot be.
TextBinding::Span TextBinding::usable(Span span, int blocks, int lines) const
{
    const bool fits =
        span.first >= 0 && span.after >= 0 && span.first + span.after < std::min(blocks, lines);
    return fits ? span : Span{};
}

QStringList TextBinding::editorLines(Span span) const
{
    QStringList lines;
    const QTextDocument *text = m_editor->document();
    QTextBlock block = text->findBlockByNumber(span.first);
    for (int left = text->blockCount() - span.after - span.first; left > 0; --left) {
        lines.append(block.text());
        block = block.next();
    }
    return lines;
}

QStringList TextBinding::fileLines(Span span) const
{
    QStringList lines;
    const ByteMap bytes = map();
    const int end = shownLines() - span.after;
    for (int line = span.first; line < end; ++line)
        lines.append(bytes.text(line));
    return lines;
}

EditorPlace TextBinding::placeIn(const QStringList &lines, int first, qsizetype position) const
{
    int line = 0;
    while (line + 1 < lines.size() && position > lines[line].size()) {
        position -= lines[line].size() + 1;
        ++line;
    }
    return {first + line, int(position)};
}

void TextBinding::noteChange(int position, int added)
{
    // The counts can reach beyond the text.
    const QTextDocument *text = m_editor->document();
    const int end = text->characterCount() - 1;
    const int first = text->findBlock(std::clamp(position, 0, end)).blockNumber();
    const int last = text->findBlock(std::clamp(position + added, 0, end)).blockNumber();
    Span span{std::max(0, first - 1), std::max(0, text->blockCount() - 2 - last)};
    if (m_touched)
        span = {std::min(span.first, m_touched->first), std::min(span.after, m_touched->after)};
    m_touched = span;
}

/// Of the line that text put there goes on from.
std::string_view TextBinding::lineEndAt(EditorPlace place) const
{
    const ByteMap bytes = map();
    const bool isBetween = place.column == 0 && place.block > 0;
    std::string_view lineEnd = bytes.lineEnd(isBetween ? place.block - 1 : place.block);
    if (lineEnd.empty() && place.block > 0)
        lineEnd = bytes.lineEnd(place.block - 1);
    return lineEnd.empty() ? "\n" : lineEnd;
}

Patch TextBinding::patchFor(int first, const QStringList &before, const QStringList &after) const
{
    const Replacement change = replacement(before.join(u'\n'), after.join(u'\n'));
    const ByteMap bytes = map();
    const EditorPlace begin = placeIn(before, first, change.begin);
    const EditorPlace end = placeIn(before, first, change.end);
    return {{bytes.offset(begin), bytes.offset(end)}, toBytes(change.text, lineEndAt(begin))};
}

/// One patch; or one a line where no line came or went, so that line ends between stay.
Patches TextBinding::patchesFor(Span span, const QStringList &before,
                                const QStringList &after) const
{
    if (before.size() != after.size())
        return {patchFor(span.first, before, after)};
    Patches patches;
    for (int i = 0; i < before.size(); ++i)
        if (before[i] != after[i])
            patches.push_back(patchFor(span.first + i, {before[i]}, {after[i]}));
    return patches;
}

/// From the editor to the file.
void TextBinding::push()
{
    if (!m_touched)
        return;
    const Span span = usable(*m_touched, m_editor->blockCount(), shownLines());
    m_touched.reset();
    const QStringList before = fileLines(span);
    const QStringList after = editorLines(span);
    if (before == after)
        return;
    Patches patches = patchesFor(span, before, after);
    Change step;
    step.label = Tr::tr("Typing");
    step.mayFallBehind = true;
    if (patches.size() == 1)
        step.mergeId = m_steps.idFor(patches.front());
    step.patches.push_back({m_file, std::move(patches)});
    m_document->push(std::move(step));
    // Where the file shows it otherwise: half a surrogate pair, a line separator, a refusal.
    adopt(span);
}

/// From the file to the editor, line by line.
void TextBinding::adopt(Span span)
{
    span = usable(span, m_editor->blockCount(), shownLines());
    const QStringList before = editorLines(span);
    const QStringList after = fileLines(span);
    if (before != after)
        BlockEdit(*m_editor).replace({{span.first, before, after}});
}

/// The lines of each patch; patches that meet in a line are one.
std::vector<TextBinding::Lines> TextBinding::linesOf(const Patches &patches,
                                                     const LineIndex &before) const
{
    const LineIndex &now = m_document->workspace().file(m_file).lines();
    std::vector<Lines> result;
    std::size_t shift = 0; // wraps around where the text became shorter
    for (const Patch &patch : patches) {
        Lines lines;
        lines.first = int(before.lineAt(patch.range.begin)) - 1;
        lines.last = int(before.lineAt(patch.range.end)) - 1;
        lines.newFirst = int(now.lineAt(patch.range.begin + shift)) - 1;
        lines.newLast = int(now.lineAt(patch.range.begin + shift + patch.text.size())) - 1;
        shift += patch.text.size() - patch.range.size();
        if (!result.empty() && lines.first <= result.back().last) {
            result.back().last = lines.last;
            result.back().newLast = lines.newLast;
        } else {
            result.push_back(lines);
        }
    }
    return result;
}

void TextBinding::adoptPatches(FileId file, const Patches &patches)
{
    if (file != m_file || patches.empty())
        return;
    const LineIndex &now = m_document->workspace().file(m_file).lines();
    const int blocks = m_editor->blockCount();
    const std::vector<Lines> touched = linesOf(patches, std::exchange(m_lines, now));
    if (!isAllShown()) {
        refill();
        return;
    }
    const int count = int(now.lineCount());
    const auto shows = [&](const Lines &lines) {
        const Span span{lines.newFirst, count - 1 - lines.newLast};
        return editorLines(span) == fileLines(span);
    };
    if (blocks != count || !std::all_of(touched.begin(), touched.end(), shows))
        replaceLines(touched);
    judge(touched.front().newFirst, touched.back().newLast + 1);
}

/// The editor shows the lines as they were, or, where somebody types, as many as there are now.
void TextBinding::replaceLines(const std::vector<Lines> &touched)
{
    const int blocks = m_editor->blockCount();
    const int count = map().lineCount();
    int shift = 0;
    for (const Lines &lines : touched)
        shift += (lines.newLast - lines.newFirst) - (lines.last - lines.first);
    if (blocks + shift != count && blocks != count) {
        adopt({});
        return;
    }
    std::vector<LinesChange> changes;
    for (const Lines &lines : touched) {
        const Span now{lines.newFirst, count - 1 - lines.newLast};
        const bool isAhead = blocks + shift != count;
        const Span shown = isAhead ? now : Span{lines.first, blocks - 1 - lines.last};
        changes.push_back({shown.first, editorLines(shown), fileLines(now)});
    }
    BlockEdit(*m_editor).replace(changes);
}

} // namespace drawbridge
