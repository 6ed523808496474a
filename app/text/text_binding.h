#pragma once

#include "base/ids.h"
#include "base/patch.h"
#include "text/byte_map.h"
#include "text/typing_steps.h"

#include <QObject>
#include <QTextCursor>
#include <QTimer>

#include <optional>
#include <vector>

namespace drawbridge {

class Document;
class TextEditor;

/// Keeps an editor and a file's bytes equal: what is typed becomes one patch, and patches of others
/// become the smallest edits of the text, so that caret and scroll stay. Both ways compare and do
/// nothing where they find equality, so there is nothing to switch off meanwhile. The only way from
/// an editor's text to the bytes and back.
class TextBinding : public QObject
{
    Q_OBJECT

public:
    TextBinding(TextEditor *editor, Document *document, FileId file, QObject *parent = nullptr);

    FileId file() const { return m_file; }

    std::size_t caretOffset() const;
    /// The editor's text that shows these bytes; reads the file up to there if need be.
    QTextCursor cursorFor(TextRange range);
    TextRange rangeOf(const QTextCursor &cursor) const;

    /// True while a large file still comes in.
    bool isFilling() const { return m_filled.has_value(); }
    void fillAll();
    /// Why the text cannot be edited, for people; empty if it can.
    QString note() const;

    /// Test probe: the editor shows exactly the file's text.
    bool isEqual() const;

signals:
    void noteChanged();

private:
    /// Lines that may differ: all but the first and the last so many.
    struct Span
    {
        int first = 0;
        int after = 0;
    };

    /// Lines that patches changed, before and after; both ends belong to them.
    struct Lines
    {
        int first = 0;
        int last = 0;
        int newFirst = 0;
        int newLast = 0;
    };

    ByteMap map() const;
    int shownLines() const;
    bool isAllShown() const { return !m_filled && !m_isCut; }
    Span usable(Span span, int blocks, int lines) const;
    QStringList editorLines(Span span) const;
    QStringList fileLines(Span span) const;
    std::vector<Lines> linesOf(const Patches &patches, const LineIndex &before) const;
    Patches patchesFor(Span span, const QStringList &before, const QStringList &after) const;
    Patch patchFor(int first, const QStringList &before, const QStringList &after) const;
    std::string_view lineEndAt(EditorPlace place) const;
    EditorPlace placeIn(const QStringList &lines, int first, qsizetype position) const;

    void noteChange(int position, int added);
    void push();
    void adopt(Span span);
    void replaceLines(const std::vector<Lines> &touched);
    void adoptPatches(FileId file, const Patches &patches);
    void refill();
    void fillSlice();
    void judge(int begin, int end);
    void judgeAll();

    TextEditor *m_editor;
    Document *m_document;
    FileId m_file;
    LineIndex m_lines;             ///< of the bytes that were last compared
    std::optional<Span> m_touched; ///< what the editor changed since the last comparison
    std::optional<int> m_filled;   ///< lines that are in already, while not all are
    bool m_hasLongLine = false;
    bool m_isCut = false;    ///< the file is too large to be shown to its end
    std::size_t m_slice = 0; ///< bytes that come in at a time
    QTimer m_fillTimer;
    TypingSteps m_steps;
};

} // namespace drawbridge
