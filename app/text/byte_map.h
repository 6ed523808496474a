#pragma once

#include "base/text_range.h"
#include "source/line_index.h"

#include <QString>

#include <string_view>

namespace drawbridge {

/// A place in the editor: a block, which is a line of the file, and UTF-16 code units into it, both
/// from 0.
struct EditorPlace
{
    int block = 0;
    int column = 0;

    bool operator==(const EditorPlace &) const = default;
};

/// How the bytes of one line, without its end, look in the editor. A character that QTextDocument
/// would change or a terminal would obey, and a byte that is no UTF-8, is shown as one symbol.
class LineMap
{
public:
    /// A longer line is shown shortened and must not be edited through the map.
    static constexpr std::size_t kLongestLine = 200'000;

    explicit LineMap(std::string_view bytes);

    const QString &text() const { return m_text; }
    bool isShortened() const { return m_isShortened; }
    /// The byte where the character at `column` begins; past the end, the end.
    std::size_t byteAt(int column) const;
    /// The column of the character that holds the byte; past the end, the end.
    int columnAt(std::size_t byte) const;

private:
    std::string_view m_bytes;
    QString m_text;
    bool m_isAscii = true;
    bool m_isShortened = false;
};

/// Maps between a file's bytes and the editor's places, a line at a time, so that it costs nothing
/// to make one. A byte order mark is not shown; it stays before what is typed at the start. Refers
/// to the bytes and the index: it lives shorter than they stay as they are.
class ByteMap
{
public:
    ByteMap(std::string_view bytes, const LineIndex &lines) : m_bytes(bytes), m_lines(lines) {}

    int lineCount() const { return int(m_lines.lineCount()); }
    /// Bytes of a line (from 0) without mark and end.
    TextRange content(int line) const;
    /// "\n", "\r\n", or nothing at the end of the file.
    std::string_view lineEnd(int line) const;
    LineMap line(int line) const;
    QString text(int line) const { return this->line(line).text(); }

    std::size_t offset(EditorPlace place) const;
    EditorPlace place(std::size_t offset) const;

private:
    std::string_view m_bytes;
    const LineIndex &m_lines;
};

/// UTF-8 of what was typed, each line end written as `lineEnd`.
std::string toBytes(const QString &text, std::string_view lineEnd);

} // namespace drawbridge
