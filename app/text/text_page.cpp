#include "text/text_page.h"

#include "document/document.h"
#include "messages/tr.h"
#include "text/highlighter.h"
#include "text/suggestions.h"
#include "text/text_binding.h"
#include "text/text_completion.h"
#include "text/text_editor.h"

#include <QTextBlock>

namespace drawbridge {

namespace {

constexpr std::size_t kMostMarks = 2'000; ///< in one file; who has more sees the first ones

} // namespace

TextPage TextPage::make(Document *document, FileId file, const KnownNamesSource &names)
{
    auto *editor = new TextEditor;
    const bool isJson = document->workspace().file(file).format() == yaml::Format::Json;
    auto *highlighter = new Highlighter(editor->document(), isJson ? Highlighter::Language::Json
                                                                   : Highlighter::Language::Yaml);
    highlighter->setColors(editor->colors());
    editor->setAccessibleName(Tr::tr("Text of the file"));
    QObject::connect(editor, &TextEditor::colorsChanged, highlighter,
                     [editor, highlighter] { highlighter->setColors(editor->colors()); });
    const auto pathAt = [isJson](const QTextCursor &place) {
        return TextPath::at(place.block(), place.positionInBlock(), isJson);
    };
    editor->setDescriber(
        [pathAt](const QTextCursor &place) { return fieldSentence(pathAt(place)); });
    auto *completion = new TextCompletion(editor, [isJson, names](const QTextBlock &block,
                                                                  int column) {
        const TextPath path = TextPath::at(block, column, isJson);
        return TextCompletion::Offer{path, [path, block, isJson, names] {
                                         return suggestionsAt(path, block.text(), isJson, names);
                                     }};
    });
    return {editor, new TextBinding(editor, document, file, editor), highlighter, completion};
}

void TextPage::goTo(TextRange range) const
{
    const QTextCursor cursor = binding->cursorFor(range);
    reveal(cursor.selectionStart(), cursor.selectionStart(), cursor.selectionEnd());
}

void TextPage::select(TextRange range) const
{
    const QTextCursor cursor = binding->cursorFor(range);
    reveal(cursor.selectionStart(), cursor.selectionEnd(), cursor.selectionStart());
}

/// Chooses from `anchor` to `position`, and brings both and `other` into sight.
void TextPage::reveal(int anchor, int position, int other) const
{
    QTextCursor cursor(editor->document());
    cursor.setPosition(other);
    const QTextCursor far = cursor;
    cursor.setPosition(anchor);
    cursor.setPosition(position, QTextCursor::KeepAnchor);
    editor->setTextCursor(cursor);
    const QRect seen = editor->viewport()->rect();
    if (!seen.contains(editor->cursorRect(far)) || !seen.contains(editor->cursorRect()))
        editor->centerCursor();
}

void TextPage::setMatches(const std::vector<TextRange> &ranges) const
{
    std::vector<QTextCursor> found;
    found.reserve(ranges.size());
    for (const TextRange &range : ranges)
        found.push_back(binding->cursorFor(range));
    editor->setMatches(std::move(found));
}

void TextPage::setHighlights(const std::vector<Place> &places) const
{
    std::vector<QTextCursor> ranges;
    for (const Place &place : places)
        if (place.file == binding->file())
            ranges.push_back(binding->cursorFor(place.range));
    editor->setHighlights(std::move(ranges));
}

void TextPage::setProblems(const std::vector<TextProblem> &problems) const
{
    std::vector<TextMark> marks;
    for (const TextProblem &problem : problems) {
        if (problem.place.file != binding->file() || marks.size() == kMostMarks)
            continue;
        QTextCursor range = binding->cursorFor(problem.place.range);
        if (!range.hasSelection()) // so that there is something to see
            range.movePosition(range.atBlockEnd() ? QTextCursor::Left : QTextCursor::Right,
                               QTextCursor::KeepAnchor);
        marks.push_back({range, problem.severity, problem.sentence});
    }
    editor->setMarks(std::move(marks));
}

} // namespace drawbridge
