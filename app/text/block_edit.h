#pragma once

#include <QString>
#include <QStringList>

#include <vector>

class QTextCursor;

namespace drawbridge {

class TextEditor;

/// Replaces [begin, end) of one text to make another.
struct Replacement
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QString text;
};

/// The smallest one that turns `before` into `after`; cuts no surrogate pair in two.
Replacement replacement(const QString &before, const QString &after);

/// `before` are all lines from `first` to those that stay; `after` is what they become.
struct LinesChange
{
    int first = 0;
    QStringList before;
    QStringList after;
};

/// Changes an editor's text from outside: as little as possible, as one change, and so that what is
/// in sight stays in sight. The caret stays too, or goes to the change if somebody types there.
class BlockEdit
{
public:
    explicit BlockEdit(TextEditor &editor) : m_editor(editor) {}

    /// Of the text before any of them, ascending and apart from each other.
    void replace(const std::vector<LinesChange> &changes);

private:
    void replaceLines(QTextCursor &cursor, int first, const QStringList &before,
                      const QStringList &after);

    TextEditor &m_editor;
};

} // namespace drawbridge
