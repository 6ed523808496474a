#pragma once

#include <QString>
#include <QStringList>

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

/// Changes an editor's text from outside: as little as possible, as one change, and so that what is
/// in sight stays in sight. The caret stays too, or goes to the change if somebody types there.
class BlockEdit
{
public:
    explicit BlockEdit(TextEditor &editor) : m_editor(editor) {}

    /// `before` are all lines from `first` to those that stay; `after` is what they become.
    void replace(int first, const QStringList &before, const QStringList &after);

private:
    void replaceLines(QTextCursor &cursor, int first, const QStringList &before,
                      const QStringList &after);

    TextEditor &m_editor;
};

} // namespace drawbridge
