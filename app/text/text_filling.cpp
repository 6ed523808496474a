// How a file comes into the editor: large ones in slices, so that the window stays alive.
#include "text/text_binding.h"

#include "document/document.h"
#include "messages/tr.h"
#include "text/text_editor.h"

#include <QElapsedTimer>

#include <algorithm>

namespace drawbridge {

namespace {

constexpr std::size_t kFirstSlice = 128 << 10;
constexpr std::size_t kSmallestSlice = 8 << 10;
constexpr std::size_t kLargestSlice = 512 << 10;
constexpr std::size_t kMostShown = 64 << 20;
constexpr int kSliceTime = 8; ///< milliseconds: half a frame

} // namespace

void TextBinding::refill()
{
    m_fillTimer.stop();
    m_filled = 0;
    m_lines = m_document->workspace().file(m_file).lines();
    m_isCut = false;
    m_slice = kFirstSlice;
    judgeAll();
    fillSlice();
    m_editor->moveCursor(QTextCursor::Start);
}

void TextBinding::fillAll()
{
    while (m_filled)
        fillSlice();
}

/// Adds the next lines below those that are in.
void TextBinding::fillSlice()
{
    if (!m_filled)
        return;
    QElapsedTimer clock;
    clock.start();
    const ByteMap bytes = map();
    const int first = *m_filled;
    QString text;
    int line = first;
    const std::size_t start = bytes.content(first).begin;
    std::size_t end = start;
    for (; line < bytes.lineCount() && end - start < m_slice; ++line) {
        if (line > 0)
            text += u'\n';
        text += bytes.text(line);
        end = bytes.content(line).end;
    }
    m_isCut = end > kMostShown && line < bytes.lineCount();
    m_filled = line;
    if (line == bytes.lineCount() || m_isCut)
        m_filled.reset();
    QTextCursor cursor(m_editor->document());
    if (first == 0)
        cursor.select(QTextCursor::Document);
    else
        cursor.movePosition(QTextCursor::End);
    cursor.insertText(text);
    if (m_filled) {
        const bool isSlow = clock.elapsed() > kSliceTime;
        m_slice = std::clamp(isSlow ? m_slice / 2 : m_slice * 2, kSmallestSlice, kLargestSlice);
        m_fillTimer.start(0);
    } else {
        judge(0, 0);
        emit noteChanged();
    }
}

/// Whether the text may be edited, after these lines changed.
void TextBinding::judge(int begin, int end)
{
    const QString before = note();
    const ByteMap bytes = map();
    if (m_hasLongLine) { // perhaps no more
        begin = 0;
        end = bytes.lineCount();
    }
    m_hasLongLine = false;
    for (int line = begin; line < end && !m_hasLongLine; ++line)
        m_hasLongLine = bytes.content(line).size() > LineMap::kLongestLine;
    m_editor->setReadOnly(m_hasLongLine || !isAllShown());
    if (note() != before)
        emit noteChanged();
}

void TextBinding::judgeAll()
{
    judge(0, map().lineCount());
}

QString TextBinding::note() const
{
    if (m_hasLongLine)
        return Tr::tr(
            "A line of this file is longer than 200,000 characters. It is shown shortened, "
            "and the text cannot be edited here.");
    if (m_isCut)
        return Tr::tr("This file is too large to be shown to its end. The text cannot be edited "
                      "here.");
    if (m_filled)
        return Tr::tr("The file is being read.");
    return {};
}

} // namespace drawbridge
