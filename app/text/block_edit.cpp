#include "text/block_edit.h"

#include "base/patch.h"
#include "text/text_editor.h"

#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <vector>

namespace drawbridge {

namespace {

constexpr qint64 kMostCompared = 1'000'000;

/// Lines for comparing, each code unit by itself, so that half a surrogate pair is kept.
std::string joined(const QStringList &lines)
{
    std::string text;
    for (const QString &line : lines) {
        for (const QChar c : line) {
            const char16_t unit = c.unicode();
            if (unit < 0x80) {
                text += char(unit);
            } else {
                text += char(0xE0 | unit >> 12);
                text += char(0x80 | (unit >> 6 & 0x3F));
                text += char(0x80 | (unit & 0x3F));
            }
        }
        text += '\n';
    }
    return text;
}

/// Lines [begin, end) become [newBegin, newEnd) of the new text.
struct LineChange
{
    int begin = 0;
    int end = 0;
    int newBegin = 0;
    int newEnd = 0;
};

int newlines(const std::string &text, std::size_t begin, std::size_t end)
{
    return int(
        std::count(text.begin() + std::ptrdiff_t(begin), text.begin() + std::ptrdiff_t(end), '\n'));
}

/// Where lines differ; many lines are not compared with many, but are one change.
std::vector<LineChange> lineChanges(const QStringList &before, const QStringList &after)
{
    const int shorter = int(std::min(before.size(), after.size()));
    int head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    int tail = 0;
    while (tail < shorter - head &&
           before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    const int count = int(before.size()) - head - tail;
    const int newCount = int(after.size()) - head - tail;
    if (qint64(count + 1) * (newCount + 1) > kMostCompared)
        return {{head, head + count, head, head + newCount}};

    std::vector<LineChange> changes;
    const std::string old = joined(before.mid(head, count));
    int shift = 0; // of the new text's line numbers
    for (const Patch &patch : lineDifference(old, joined(after.mid(head, newCount)))) {
        const int begin = head + newlines(old, 0, patch.range.begin);
        const int end = begin + newlines(old, patch.range.begin, patch.range.end);
        const int added = newlines(patch.text, 0, patch.text.size());
        changes.push_back({begin, end, begin + shift, begin + shift + added});
        shift += added - (end - begin);
    }
    return changes;
}

} // namespace

Replacement replacement(const QString &before, const QString &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype prefix = 0;
    while (prefix < shorter && before[prefix] == after[prefix])
        ++prefix;
    if (prefix > 0 && before[prefix - 1].isHighSurrogate())
        --prefix;
    qsizetype suffix = 0;
    while (suffix < shorter - prefix &&
           before[before.size() - 1 - suffix] == after[after.size() - 1 - suffix])
        ++suffix;
    if (suffix > 0 && before[before.size() - suffix].isLowSurrogate())
        --suffix;
    return {prefix, before.size() - suffix, after.mid(prefix, after.size() - suffix - prefix)};
}

void BlockEdit::replace(const std::vector<LinesChange> &changes)
{
    QTextCursor inSight = m_editor.cursorForPosition(QPoint(0, 0));
    const int lineInSight = inSight.blockNumber();
    QTextCursor cursor(m_editor.document());
    cursor.beginEditBlock();
    // From the end, so that the line numbers before stay right.
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        const auto parts = lineChanges(change->before, change->after);
        for (auto part = parts.rbegin(); part != parts.rend(); ++part)
            replaceLines(cursor, change->first + part->begin,
                         change->before.mid(part->begin, part->end - part->begin),
                         change->after.mid(part->newBegin, part->newEnd - part->newBegin));
    }
    cursor.endEditBlock();
    if (m_editor.hasFocus()) {
        m_editor.setTextCursor(cursor);
    } else if (const int moved = inSight.blockNumber() - lineInSight; moved != 0) {
        QScrollBar *bar = m_editor.verticalScrollBar();
        bar->setValue(bar->value() + moved);
    }
}

/// Lines that go, from block `first`, and lines that take their place. Leaves the cursor behind
/// them.
void BlockEdit::replaceLines(QTextCursor &cursor, int first, const QStringList &before,
                             const QStringList &after)
{
    const QTextDocument *text = m_editor.document();
    const QTextBlock block = text->findBlockByNumber(first);
    const int end = text->characterCount() - 1;
    QString added = after.join(u'\n');
    if (before.isEmpty()) {
        cursor.setPosition(block.isValid() ? block.position() : end);
        cursor.insertText(block.isValid() ? added + u'\n' : u'\n' + added);
        return;
    }
    const QString removed = before.join(u'\n');
    int begin = block.position();
    if (after.isEmpty()) {
        const int size = int(removed.size()) + 1;
        const bool isLast = begin + size > end;
        begin -= isLast && begin > 0 ? 1 : 0;
        cursor.setPosition(begin);
        cursor.setPosition(std::min(begin + size, end), QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
        return;
    }
    const Replacement change = replacement(removed, added);
    cursor.setPosition(begin + int(change.begin));
    cursor.setPosition(begin + int(change.end), QTextCursor::KeepAnchor);
    cursor.insertText(change.text);
}

} // namespace drawbridge
