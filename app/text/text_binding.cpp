#include "text/text_binding.h"

#include "document/document.h"
#include "messages/tr.h"
#include "text/block_edit.h"
#include "text/text_editor.h"

#include <QTextBlock>

#include <algorithm>

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
    const Replacement change = replacement(before.join(u'\n'), after.join(u'\n'));
    const ByteMap bytes = map();
    const EditorPlace begin = placeIn(before, span.first, change.begin);
    const EditorPlace end = placeIn(before, span.first, change.end);
    // The line end of the line that the new text goes on from.
    const bool isBetween = begin.column == 0 && begin.block > 0;
    std::string_view lineEnd = bytes.lineEnd(isBetween ? begin.block - 1 : begin.block);
    if (lineEnd.empty() && begin.block > 0)
        lineEnd = bytes.lineEnd(begin.block - 1);
    Patch patch{{bytes.offset(begin), bytes.offset(end)},
                toBytes(change.text, lineEnd.empty() ? "\n" : lineEnd)};
    Change step;
    step.label = Tr::tr("Typing");
    step.mergeId = m_steps.idFor(patch);
    step.patches.push_back({m_file, {std::move(patch)}});
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
        BlockEdit(*m_editor).replace(span.first, before, after);
}

void TextBinding::adoptPatches(FileId file, const Patches &patches)
{
    if (file != m_file || patches.empty())
        return;
    if (!isAllShown()) {
        refill();
        return;
    }
    std::size_t shift = 0; // wraps around where the text became shorter
    for (const Patch &patch : patches)
        shift += patch.text.size() - patch.range.size();
    const LineIndex &lines = m_document->workspace().file(m_file).lines();
    const int first = int(lines.lineAt(patches.front().range.begin)) - 1;
    const int last = int(lines.lineAt(patches.back().range.end + shift)) - 1;
    adopt({std::max(0, first - 1), std::max(0, int(lines.lineCount()) - 2 - last)});
    judge(first, last + 1);
}

} // namespace drawbridge
